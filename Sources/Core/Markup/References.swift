import Text

/// Adds text with its character references (`&amp;`, `&#8217;`, `&#x2019;`) read. An unknown name stays as
/// written; nothing a document declares is ever expanded, so that no reference can grow.
/// `isXML`: names are those of XHTML 1.0, the only ones that were ever defined for XML.
package func appendDecoded(_ run: ArraySlice<UInt8>, to out: inout [UInt8], isXML: Bool = false) {
    var at = run.startIndex
    while true {
        at = appendPlain(run, from: at, to: &out)
        if at == run.endIndex { return }
        guard
            let length = isXML ? bracket(run, at, &out) ?? reference(run, at, &out) : reference(run, at, &out)
        else {
            out.append(UInt8(ascii: "&"))
            at += 1
            continue
        }
        at += length
    }
}

/// The two names whose signs HTML 5 changed: XHTML 1.0 has U+2329 and U+232A.
private func bracket(_ run: ArraySlice<UInt8>, _ at: Int, _ out: inout [UInt8]) -> Int? {
    for (name, sign) in [("&lang;", "\u{2329}"), ("&rang;", "\u{232A}")]
    where run[at...].starts(with: name.utf8) {
        out += Array(sign.utf8)
        return name.utf8.count
    }
    return nil
}

/// Reads one reference at `at`; answers its length, or nil when it is none.
private func reference(_ run: ArraySlice<UInt8>, _ at: Int, _ out: inout [UInt8]) -> Int? {
    let limit = min(run.endIndex, at + 34)
    var index = at + 1
    guard index < limit else { return nil }
    if run[index] == UInt8(ascii: "#") { return number(run, at, limit, &out) }
    while index < limit, isASCIILetterOrDigit(run[index]) { index += 1 }
    guard index > at + 1 else { return nil }
    if index < limit, run[index] == UInt8(ascii: ";") {
        if let value = htmlReference(named: run[(at + 1)...index]) { out += value; return index + 1 - at }
        if let value = htmlReference(named: run[(at + 1)..<index]) { out += value; return index + 1 - at }
        return nil
    }
    // Without its semicolon: only the old names that the standard knows so, and the longest of them.
    var end = index
    while end > at + 2 {
        if let value = htmlReference(named: run[(at + 1)..<end]) {
            guard end == index || !(run[at + 1..<index].contains(UInt8(ascii: "="))) else { return nil }
            out += value
            return end - at
        }
        end -= 1
    }
    return nil
}

private func number(_ run: ArraySlice<UInt8>, _ at: Int, _ limit: Int, _ out: inout [UInt8]) -> Int? {
    var index = at + 2
    var isHex = false
    if index < limit, run[index] | 0x20 == UInt8(ascii: "x") { isHex = true; index += 1 }
    let first = index
    var value: UInt32 = 0
    while index < run.endIndex, let digit = digit(run[index], isHex), index - first < 16 {
        value = min(value, 0x11_0000) * (isHex ? 16 : 10) + digit
        index += 1
    }
    guard index > first else { return nil }
    if index < run.endIndex, run[index] == UInt8(ascii: ";") { index += 1 }
    if (0x80...0x9F).contains(value) { value = windows1252(value) }
    if value == 0 || value < 0x20 && value != 9 && value != 10 && value != 13 { value = 0xFFFD }
    appendUTF8(value, to: &out)
    return index - at
}

private func digit(_ byte: UInt8, _ isHex: Bool) -> UInt32? {
    if byte >= 48, byte <= 57 { return UInt32(byte - 48) }
    let lower = byte | 0x20
    return isHex && lower >= 97 && lower <= 102 ? UInt32(lower - 87) : nil
}

/// The character at a place of windows-1252 from 0x80 to 0x9F.
package func windows1252(_ byte: UInt32) -> UInt32 { highCharacters[Int(byte - 0x80)] }

/// What browsers make of &#128; to &#159; (WHATWG HTML, numeric character reference end state).
private let highCharacters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D,
    0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D,
    0x17E, 0x178,
]
