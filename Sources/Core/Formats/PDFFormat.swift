package import Model
import Text

/// A PDF. Read by the reader worker, with poppler.
package enum PDFFormat: Format {
    package static let name = "PDF"
    package static var needsReader: Bool { true }

    /// The mark may stand a little behind the beginning, behind what a printer or a mail program left there.
    package static func claims(_ head: FormatHead) -> Bool {
        let mark = Array("%PDF-".utf8)
        let near = head.first.prefix(256).indices
        guard let start = near.first(where: { head.first[$0...].starts(with: mark) }) else { return false }
        return start == 0 || head.contentType == "application/pdf" || !head.isText
            || head.first[..<start].allSatisfy { $0 <= 32 || $0 >= 0xBB }
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading { forTheReader(name) }
}
