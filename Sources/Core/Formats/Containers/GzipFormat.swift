package import Model

/// gzip: a compressed file of any other format. What comes out is bounded by the size of what goes in, and a
/// file in a file in a file is opened twice and no further.
package enum GzipFormat: Format {
    package static let name = "gzip"

    package static func claims(_ head: FormatHead) -> Bool { head.first.starts(with: [0x1F, 0x8B]) }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        read(bytes, hints, depth: 0)
    }

    private static func read(_ bytes: [UInt8], _ hints: Hints, depth: Int) -> FormatReading {
        guard depth < 2 else { return FormatReading(note: "gzip within gzip within gzip is not opened") }
        var inner: [UInt8]
        var note: String?
        do { inner = try inflated(bytes, most: 256 << 20) } catch {
            switch error {
            case .tooLarge:
                return FormatReading(note: "it grows more than a hundredfold when it is decompressed")
            case .damaged(let part): (inner, note) = (part, "the compressed file is cut off or damaged")
            }
        }
        guard let found = format(of: inner, hints) else {
            return FormatReading(note: note ?? describeUnknown(inner))
        }
        var reading =
            found == GzipFormat.self ? read(inner, hints, depth: depth + 1) : found.read(inner, hints)
        reading.note = reading.note ?? note
        return reading
    }
}
