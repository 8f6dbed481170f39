/// Lower-case hexadecimal.
package func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    for byte in bytes { out += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: out, as: UTF8.self)
}

/// A stable id made of parts: `prefix` and 20 hexadecimal digits of the SHA-256 over the parts, each with its
/// length before it so that no two lists of parts read the same. The first part should name what is hashed
/// and its version.
package func stableID(_ prefix: String, _ parts: [String]) -> String {
    var bytes: [UInt8] = []
    for part in parts { bytes += Array("\(part.utf8.count):".utf8) + Array(part.utf8) }
    return prefix + hex(sha256(bytes).prefix(10))
}

/// The bytes of standard or URL-safe base64, padding optional; nil when a character does not belong.
package func base64Decoded(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var word: UInt32 = 0
    var bits = 0
    for byte in text.utf8 where byte != UInt8(ascii: "=") {
        let value: UInt8
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): value = byte - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): value = byte - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): value = byte + 4
        case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
        default: return nil
        }
        word = (word << 6 | UInt32(value)) & 0xFF_FFFF
        bits += 6
        if bits >= 8 { bits -= 8; out.append(UInt8(truncatingIfNeeded: word >> UInt32(bits))) }
    }
    return out
}
