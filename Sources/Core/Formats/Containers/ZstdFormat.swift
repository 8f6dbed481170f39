package import Model

/// zstd: a compressed file of any other format, bounded like gzip.
package enum ZstdFormat: Format {
    package static let name = "zstd"

    package static func claims(_ head: FormatHead) -> Bool {
        head.first.starts(with: [0x28, 0xB5, 0x2F, 0xFD])
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        readCompressed(bytes, hints, depth: 0)
    }
}
