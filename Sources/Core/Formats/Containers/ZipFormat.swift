package import Model

/// A ZIP container: DOCX, ODT, or an archive of files in other formats. Opened by the reader worker.
package enum ZipFormat: Format {
    package static let name = "ZIP"
    package static var needsReader: Bool { true }

    package static func claims(_ head: FormatHead) -> Bool {
        head.first.starts(with: [0x50, 0x4B, 3, 4]) || head.first.starts(with: [0x50, 0x4B, 5, 6])
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading { forTheReader(name) }
}

/// What a format says that is read elsewhere.
func forTheReader(_ name: String) -> FormatReading {
    FormatReading(note: "\(name) is read by the reader worker, which was not asked")
}
