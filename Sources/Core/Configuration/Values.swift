import Text

/// `2s`, `5m`, `36h`, `90d`, `2y` (365 days), or several: `1h30m`.
package func parseDuration(_ text: String) -> Duration? {
    var total: Int64 = 0
    var digits = ""
    for character in text {
        if character.isASCII, character.isNumber { digits.append(character); continue }
        let unit: Int64? = ["s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800, "y": 31_536_000][character]
        guard let unit, let number = Int64(digits), number < 1_000_000_000 else { return nil }
        total += number * unit
        digits = ""
    }
    return digits.isEmpty && !text.isEmpty ? .seconds(total) : nil
}

/// `64k`, `20M`, `2G` (powers of 1,024), or plain bytes.
package func parseSize(_ text: String) -> Int? {
    let units: [Character: Int] = ["k": 1 << 10, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40]
    if let last = text.last, let unit = units[last] {
        return Int(text.dropLast()).flatMap { $0 >= 0 && $0 < 1 << 20 ? $0 * unit : nil }
    }
    return Int(text).flatMap { $0 >= 0 ? $0 : nil }
}

/// Minutes after midnight of `08:30`.
package func parseTimeOfDay(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]),
        let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
}

/// Whether a text can be an id: 1 to 64 letters, digits, `-`, `_`, `.`.
func isIdentifier(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
        && text.utf8.allSatisfy { isASCIILetterOrDigit($0) || $0 == 0x2D || $0 == 0x5F || $0 == 0x2E }
}

/// A range of addresses; IPv4 is kept mapped into IPv6 (::ffff:a.b.c.d).
package struct AddressRange: Sendable, Hashable {
    package var address: [UInt8]
    /// Leading bits that count, 0 to 128.
    package var bits: Int

    /// `10.20.0.0/16`, `fd00::/8`, or one address; nil when it is none.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let address = AddressRange.parse(String(parts[0])) else { return nil }
        let isFour = parts[0].contains(".") && !parts[0].contains(":")
        var bits = 128
        if parts.count == 2 {
            guard let given = Int(parts[1]), given >= 0, given <= (isFour ? 32 : 128) else { return nil }
            bits = isFour ? given + 96 : given
        }
        (self.address, self.bits) = (address, bits)
    }

    /// Whether an address (16 bytes) lies in the range.
    package func contains(_ other: [UInt8]) -> Bool {
        for bit in 0..<bits where (address[bit / 8] ^ other[bit / 8]) >> UInt8(7 - bit % 8) & 1 == 1 {
            return false
        }
        return other.count == 16
    }

    /// The 16 bytes of an address as written.
    package static func parse(_ text: String) -> [UInt8]? {
        if !text.contains(":") {
            let parts = text.split(separator: ".", omittingEmptySubsequences: false)
            let bytes = parts.compactMap { part in part.utf8.count <= 3 ? UInt8(part) : nil }
            guard parts.count == 4, bytes.count == 4 else { return nil }
            return [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + bytes
        }
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        guard halves.count <= 2, let head = groups(halves[0]) else { return nil }
        if halves.count == 1 { return head.count == 16 ? head : nil }
        guard let tail = groups(halves[1]), head.count + tail.count <= 14 else { return nil }
        return head + [UInt8](repeating: 0, count: 16 - head.count - tail.count) + tail
    }

    private static func groups(_ text: String) -> [UInt8]? {
        var out: [UInt8] = []
        for part in text.split(separator: ":", omittingEmptySubsequences: false) where !text.isEmpty {
            if part.contains("."), let four = parse(String(part)) { out += four.suffix(4); continue }
            guard (1...4).contains(part.utf8.count), let value = UInt16(part, radix: 16) else { return nil }
            out += [UInt8(value >> 8), UInt8(value & 255)]
        }
        return out
    }
}
