// Every text that is answered or sent goes through this loop, mostly as one stretch without anything to
// escape: it looks at eight bytes of raw memory at once, all of them within the text.

/// Writes a text as a JSON string: control characters, quotes, backslashes and the Unicode ends of lines
/// escaped, all else as it is, in whole stretches.
func writeString(_ text: String, to out: inout [UInt8]) {
    var text = text
    out.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
        guard let base = bytes.baseAddress else { return }
        var (start, at) = (0, 0)
        while true {
            unsafe at = plainEnd(base, at, bytes.count)
            let width = at < bytes.count ? unsafe escapedBytes(base + at) : 0
            if width == 0, at < bytes.count { at &+= 1; continue }
            unsafe out.append(contentsOf: UnsafeBufferPointer(start: base + start, count: at &- start))
            if at == bytes.count { return }
            unsafe appendEscape(base[at], last: base[at &+ width &- 1], to: &out)
            at &+= width
            start = at
        }
    }
    out.append(UInt8(ascii: "\""))
}

/// Where the first byte stands, from `at` on, that may begin something to escape, or the end.
@inline(__always)
private func plainEnd(_ base: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    var at = at
    while at &+ 8 <= end {
        let eight = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
        if mayEscape(eight) { break }
        at &+= 8
    }
    while at < end {
        let byte = unsafe base[at]
        if byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xC2
            || byte == 0xE2
        {
            break
        }
        at &+= 1
    }
    return at
}

/// Whether one of eight bytes is a control character, a quote, a backslash, 0xC2 or 0xE2. Now and then it
/// says so of others, which are then looked at one by one.
@inline(__always)
private func mayEscape(_ eight: UInt64) -> Bool {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let small = (eight &- ones &* 0x20) & ~eight
    let signs = zeros(eight ^ ones &* 0x22) | zeros(eight ^ ones &* 0x5C)
    let leads = zeros(eight ^ ones &* 0xC2) | zeros(eight ^ ones &* 0xE2)
    return (small | signs | leads) & highs != 0
}

/// How many bytes there make one character that is escaped; 0: it is not. U+0085, U+2028 and U+2029 are,
/// since some readers take them for the end of a line. The text is valid: no character is cut short.
private func escapedBytes(_ text: UnsafePointer<UInt8>) -> Int {
    let byte = unsafe text[0]
    if byte < 0x80 { return 1 }
    if byte == 0xC2 { return unsafe text[1] == 0x85 ? 2 : 0 }
    return unsafe text[1] == 0x80 && text[2] & 0xFE == 0xA8 ? 3 : 0
}

private func appendEscape(_ first: UInt8, last: UInt8, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\\"))
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(first)
    case 10: out.append(UInt8(ascii: "n"))
    case 13: out.append(UInt8(ascii: "r"))
    case 9: out.append(UInt8(ascii: "t"))
    case 0xC2: out += "u0085".utf8
    case 0xE2: out += (last == 0xA8 ? "u2028" : "u2029").utf8
    default:
        out += "u00".utf8
        for digit in [first >> 4, first & 15] {
            out.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}
