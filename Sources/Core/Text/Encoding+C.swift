import Glibc

/// Bytes turned into clean UTF-8, and how that was decided.
package struct Decoded: Sendable {
    /// Valid UTF-8 without a byte order mark; flaws became U+FFFD, NUL became a space.
    package var bytes: [UInt8]
    package var encoding: String
    /// How many flaws were replaced.
    package var flaws: Int
}

/// Decodes text of unknown encoding: byte order mark, then the sender's word, then a declaration inside, then
/// UTF-8 if it is that without a flaw, then windows-1252. A label that is plainly wrong (UTF-8 that is not)
/// is passed over.
package func decodeText(_ bytes: [UInt8], claimed: String?, declared: String?) -> Decoded {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return clean(Array(bytes.dropFirst(3)), "utf-8") }
    if bytes.starts(with: [0xFF, 0xFE]) {
        return convert(bytes, "utf-16le", skip: 2) ?? clean(bytes, "utf-8")
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
        return convert(bytes, "utf-16be", skip: 2) ?? clean(bytes, "utf-8")
    }
    let isUTF8 = isValidUTF8(bytes)
    for label in [claimed, declared] {
        guard let name = label.map({ webEncoding($0) }) else { continue }
        if name == "utf-8" {
            if isUTF8 { return clean(bytes, "utf-8") }
        } else if isUTF8, name == "windows-1252", bytes.contains(where: { $0 >= 0x80 }) {
            return clean(bytes, "utf-8")
        } else if let done = convert(bytes, name, skip: 0) {
            return done
        }
    }
    if isUTF8 { return clean(bytes, "utf-8") }
    let flawed = clean(bytes, "utf-8")
    let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    if flawed.flaws * 4 < high { return flawed }
    return convert(bytes, "windows-1252", skip: 0) ?? flawed
}

/// The name that iconv knows for a label of the web; `latin-1` means windows-1252 there (WHATWG Encoding
/// Standard).
private func webEncoding(_ label: String) -> String {
    let name = label.trimmed.lowercased()
    switch name {
    case "utf8", "unicode-1-1-utf-8", "utf-8": return "utf-8"
    case "iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "cp1252", "x-cp1252":
        return "windows-1252"
    case "shift_jis", "x-sjis", "sjis", "shift-jis": return "cp932"
    case "gb2312", "gbk", "x-gbk", "gb_2312-80": return "gb18030"
    case "big5": return "big5-hkscs"
    case "euc-kr", "ks_c_5601-1987", "ksc5601": return "cp949"
    case "iso-8859-9": return "windows-1254"
    case "x-user-defined": return "windows-1252"
    default: return name
    }
}

/// Replaces what is not UTF-8 by U+FFFD and NUL by a space.
private func clean(_ bytes: [UInt8], _ name: String) -> Decoded {
    if isValidUTF8(bytes), !bytes.contains(0) { return Decoded(bytes: bytes, encoding: name, flaws: 0) }
    var flaws = 0
    let text = String(decoding: bytes.map { $0 == 0 ? 32 : $0 }, as: UTF8.self)
    for scalar in text.unicodeScalars where scalar == "\u{FFFD}" { flaws += 1 }
    return Decoded(bytes: Array(text.utf8), encoding: name, flaws: flaws)
}

/// Converts by glibc's iconv; bytes that the encoding does not know become U+FFFD. Nil when iconv knows no
/// such name.
private func convert(_ bytes: [UInt8], _ name: String, skip: Int) -> Decoded? {
    guard name.utf8.allSatisfy({ isWordByte($0) || $0 == 45 || $0 == 58 || $0 == 46 }) else { return nil }
    let machine = unsafe iconv_open("UTF-8", name)
    guard unsafe machine != iconv_t(bitPattern: -1) else { return nil }
    defer { _ = unsafe iconv_close(machine) }
    var input = Array(bytes.dropFirst(skip))
    var out: [UInt8] = []
    var flaws = 0
    var buffer = [UInt8](repeating: 0, count: 16_384)
    var done = 0
    while done < input.count {
        let (taken, made, failed) = unsafe input.withUnsafeMutableBytes { raw in
            unsafe buffer.withUnsafeMutableBytes { target in
                var from = unsafe raw.baseAddress?.advanced(by: done).assumingMemoryBound(to: CChar.self)
                var left = raw.count - done
                var to = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var room = target.count
                let result = unsafe iconv(machine, &from, &left, &to, &room)
                return (raw.count - done - left, target.count - room, result == -1 && errno != E2BIG)
            }
        }
        out += buffer[..<made]
        done += taken
        if failed {
            flaws += 1
            done += 1
            out += [0xEF, 0xBF, 0xBD]
        }
    }
    let finished = clean(out, name)
    return Decoded(bytes: finished.bytes, encoding: name, flaws: flaws)
}
