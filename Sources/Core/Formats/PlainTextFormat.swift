package import Model
import Text

/// Plain text: whatever is text and no markup.
package enum PlainTextFormat: Format {
    package static let name = "plain text"

    package static func claims(_ head: FormatHead) -> Bool {
        head.isText && !head.text.isEmpty && !isStranger(head.first)
            && !formats.contains { $0 != PlainTextFormat.self && $0.claims(head) }
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let decoded = decodeText(bytes, claimed: hints.charset, declared: nil)
        let note =
            decoded.flaws > 0 ? "\(decoded.flaws) bytes were no \(decoded.encoding) and were replaced" : nil
        return FormatReading(
            items: [RawItem(id: nil, content: .plain(decoded.bytes), hints: hints)], note: note)
    }
}
