package import Model

/// gzip: a compressed file of any other format. What comes out is bounded by the size of what goes in, and a
/// file in a file in a file is opened twice and no further.
package enum GzipFormat: Format {
    package static let name = "gzip"

    package static func claims(_ head: FormatHead) -> Bool { head.first.starts(with: [0x1F, 0x8B]) }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        readCompressed(bytes, hints, depth: 0)
    }
}

/// What lies in a compressed file, by its own format.
func readCompressed(_ bytes: [UInt8], _ hints: Hints, depth: Int) -> FormatReading {
    guard depth < 2 else {
        return FormatReading(note: "compressed within compressed within compressed is not opened")
    }
    let (inner, note) = decompressed(bytes)
    guard let inner else { return FormatReading(note: note) }
    guard let found = format(of: inner, hints) else {
        return FormatReading(note: note ?? describeUnknown(inner))
    }
    let isCompressed = found == GzipFormat.self || found == ZstdFormat.self
    var reading = isCompressed ? readCompressed(inner, hints, depth: depth + 1) : found.read(inner, hints)
    reading.note = reading.note ?? note
    return reading
}

/// What comes out of a file of gzip or zstd, and what was wrong with it; nil when it grows out of bounds.
package func decompressed(_ bytes: [UInt8]) -> (bytes: [UInt8]?, note: String?) {
    do throws(InflateFlaw) {
        let isGzip = bytes.starts(with: [0x1F, 0x8B])
        return (
            try isGzip ? inflated(bytes, most: 256 << 20) : ZstdFormat.decompressed(bytes, most: 256 << 20),
            nil
        )
    } catch {
        switch error {
        case .tooLarge: return (nil, "it grows more than a hundredfold when it is decompressed")
        case .damaged(let part): return (part, "the compressed file is cut off or damaged")
        }
    }
}
