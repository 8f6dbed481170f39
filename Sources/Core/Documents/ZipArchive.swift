import Formats

/// The files of a ZIP container by its central directory, or, of one that is cut off, by its files' own
/// heads. Every length is checked against the bytes that are there.
struct ZipArchive {
    struct Entry {
        var name: String
        var method: Int
        var isEncrypted: Bool
        /// The compressed bytes.
        var start: Int
        var count: Int
    }

    private let bytes: [UInt8]
    let entries: [Entry]
    /// The directory was missing; the files' own heads were read.
    let isCutOff: Bool

    private static let maximumEntries = 10_000

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if let found = ZipArchive.directory(bytes) {
            (entries, isCutOff) = (found, false)
        } else {
            (entries, isCutOff) = (ZipArchive.heads(bytes), true)
        }
    }

    /// What a file holds, at most `most` bytes; nil when it cannot be opened.
    func data(_ entry: Entry, most: Int) -> [UInt8]? {
        guard !entry.isEncrypted else { return nil }
        let packed = Array(bytes[entry.start..<(entry.start + entry.count)])
        switch entry.method {
        case 0: return packed.count <= most ? packed : nil
        case 8:
            do throws(InflateFlaw) { return try inflatedRaw(packed, most: most) } catch {
                if case .damaged(let part) = error, isCutOff { return part }
                return nil
            }
        default: return nil
        }
    }

    private static func number(_ bytes: [UInt8], _ at: Int, _ width: Int) -> Int {
        guard at >= 0, at + width <= bytes.count else { return 0 }
        return (0..<width).reduce(0) { $0 | Int(bytes[at + $1]) << (8 * $1) }
    }

    private static func directory(_ bytes: [UInt8]) -> [Entry]? {
        let mark: [UInt8] = [0x50, 0x4B, 5, 6]
        let lowest = max(0, bytes.count - 65_557)
        guard bytes.count >= 22,
            let end = (lowest...(bytes.count - 22)).last(where: { bytes[$0...].starts(with: mark) })
        else { return nil }
        let count = min(number(bytes, end + 10, 2), maximumEntries)
        var at = number(bytes, end + 16, 4)
        var out: [Entry] = []
        for _ in 0..<count {
            guard at + 46 <= bytes.count, bytes[at...].starts(with: [0x50, 0x4B, 1, 2]) else { return nil }
            let nameLength = number(bytes, at + 28, 2)
            guard at + 46 + nameLength <= bytes.count else { return nil }
            let head = number(bytes, at + 42, 4)
            let start = head + 30 + number(bytes, head + 26, 2) + number(bytes, head + 28, 2)
            let size = number(bytes, at + 20, 4)
            if bytes[min(head, bytes.count)...].starts(with: [0x50, 0x4B, 3, 4]), start + size <= bytes.count
            {
                out.append(
                    Entry(
                        name: String(decoding: bytes[(at + 46)..<(at + 46 + nameLength)], as: UTF8.self),
                        method: number(bytes, at + 10, 2), isEncrypted: number(bytes, at + 8, 2) & 1 == 1,
                        start: start, count: size))
            }
            at += 46 + nameLength + number(bytes, at + 30, 2) + number(bytes, at + 32, 2)
        }
        return out
    }

    /// Files one after the other from the front, as far as their heads give their sizes; the last may be cut.
    private static func heads(_ bytes: [UInt8]) -> [Entry] {
        var out: [Entry] = []
        var at = 0
        while at + 30 <= bytes.count, bytes[at...].starts(with: [0x50, 0x4B, 3, 4]),
            out.count < maximumEntries
        {
            let nameLength = number(bytes, at + 26, 2)
            let start = at + 30 + nameLength + number(bytes, at + 28, 2)
            let size = number(bytes, at + 18, 4)
            guard start <= bytes.count, size > 0 else { break }
            out.append(
                Entry(
                    name: String(decoding: bytes[(at + 30)..<(at + 30 + nameLength)], as: UTF8.self),
                    method: number(bytes, at + 8, 2), isEncrypted: number(bytes, at + 6, 2) & 1 == 1,
                    start: start, count: min(size, bytes.count - start)))
            at = start + size
        }
        return out
    }
}
