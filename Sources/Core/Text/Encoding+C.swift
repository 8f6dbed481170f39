import Glibc

/// Bytes turned into clean UTF-8, and how that was decided.
package struct Decoded: Sendable {
    /// Valid UTF-8 without a byte order mark; flaws became U+FFFD, NUL became a space.
    package var bytes: [UInt8]
    package var encoding: String
    /// How many flaws were replaced.
    package var flaws: Int
}

private func hasDozenBeyondASCII(_ bytes: [UInt8]) -> Bool {
    var (count, at) = (0, endOfASCII(bytes, from: 0))
    while at < bytes.count {
        count += 1
        if count == 12 { return true }
        at = endOfASCII(bytes, from: at + 1)
    }
    return false
}

/// Decodes text of unknown encoding: byte order mark, then the sender's word, then a declaration inside, then
/// UTF-8 if it is that without a flaw, then what its bytes look like, then windows-1252. A label that is
/// plainly wrong (UTF-8 that is not, a Western one for text of another script) is passed over.
package func decodeText(_ bytes: [UInt8], claimed: String?, declared: String?) -> Decoded {
    if let (name, mark) = marked(bytes) {
        if name == "utf-8" { return clean(Array(bytes.dropFirst(mark)), name) }
        return convert(bytes, name, skip: mark) ?? clean(bytes, "utf-8")
    }
    if let name = wide(bytes), let done = convert(bytes, name, skip: 0) { return done }
    if bytes.starts(with: [0x4C, 0x6F, 0xA7, 0x94]), let done = convertEBCDIC(bytes) { return done }
    let isPlain = isASCII(bytes)
    let isUTF8 = isPlain || isValidUTF8(bytes)
    // A dozen bytes that are valid UTF-8 by chance do not happen: the label is a leftover.
    if isUTF8, !isPlain, hasDozenBeyondASCII(bytes) {
        return clean(bytes, "utf-8", isValid: isUTF8)
    }
    for label in [claimed, declared] {
        guard let label, case let name = webEncoding(label) else { continue }
        if name == "utf-8" {
            if isUTF8 { return clean(bytes, "utf-8", isValid: isUTF8) }
        } else if isUTF8, name == "windows-1252", !isPlain {
            return clean(bytes, "utf-8", isValid: isUTF8)
        } else if name == "windows-1252", isPlainlyForeign(bytes), let done = guessed(bytes) {
            return done
        } else if var done = convert(bytes, name, skip: 0) {
            if name != "windows-1252" { done.encoding = label.trimmed.lowercased() }
            return done
        }
    }
    if isUTF8 { return clean(bytes, "utf-8", isValid: isUTF8) }
    let flawed = clean(bytes, "utf-8", isValid: false)
    let high = bytes.reduce(0) { $0 + ($1 >= 0x80 ? 1 : 0) }
    if flawed.flaws * 4 < high { return flawed }
    return guessed(bytes) ?? convert(bytes, "windows-1252", skip: 0) ?? flawed
}

/// Text in the encoding that its bytes look like.
private func guessed(_ bytes: [UInt8]) -> Decoded? {
    guard let name = guessEncoding(bytes), var done = convert(bytes, webEncoding(name), skip: 0) else {
        return nil
    }
    done.encoding = name
    return done
}

/// The encoding of a byte order mark, and how long that is.
private func marked(_ bytes: [UInt8]) -> (name: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return ("utf-32le", 4) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return ("utf-32be", 4) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    return nil
}

/// The encoding of markup whose first `<` is as wide as two or four bytes (XML 1.0, appendix F).
private func wide(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0, 0, 0, 0x3C]) { return "utf-32be" }
    if bytes.starts(with: [0x3C, 0, 0, 0]) { return "utf-32le" }
    if bytes.starts(with: [0, 0x3C, 0]) { return "utf-16be" }
    if bytes.count > 3, bytes.starts(with: [0x3C, 0]), bytes[3] == 0 { return "utf-16le" }
    return nil
}

/// XML in EBCDIC: its declaration reads the same in every code page, and names the one.
private func convertEBCDIC(_ bytes: [UInt8]) -> Decoded? {
    guard let head = convert(Array(bytes.prefix(256)), "cp037", skip: 0) else { return nil }
    let text = String(decoding: head.bytes, as: UTF8.self)
    let quoted = text.firstRange(of: "encoding=").map { text[$0.upperBound...] } ?? ""
    let label = quoted.dropFirst().prefix { $0 != quoted.first }.lowercased()
    for name in [label, label.replacing("_", with: "-"), "cp500"] {
        guard !name.isEmpty, var done = convert(bytes, name, skip: 0) else { continue }
        done.encoding = label.isEmpty ? "cp500" : label
        return done
    }
    return nil
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
    case "windows_1250", "windows_1251", "windows_1252", "windows_1253", "windows_1254", "windows_1255",
        "windows_1256", "windows_1257", "windows_1258":
        return name.replacing("_", with: "-")
    default: return name
    }
}

/// Replaces what is not UTF-8 by U+FFFD and NUL by a space. `isValid`: whether it is known to be UTF-8.
private func clean(_ bytes: [UInt8], _ name: String, isValid: Bool? = nil) -> Decoded {
    if isValid ?? isValidUTF8(bytes), place(of: 0, in: bytes.span, from: 0) == bytes.count {
        return Decoded(bytes: bytes, encoding: name, flaws: 0)
    }
    var flaws = 0
    let text = String(decoding: bytes.map { $0 == 0 ? 32 : $0 }, as: UTF8.self)
    for scalar in text.unicodeScalars where scalar == "\u{FFFD}" { flaws += 1 }
    return Decoded(bytes: Array(text.utf8), encoding: name, flaws: flaws)
}

/// Converts by glibc's iconv; bytes that the encoding does not know become U+FFFD. Nil when iconv knows no
/// such name.
private func convert(_ bytes: [UInt8], _ name: String, skip: Int) -> Decoded? {
    guard !name.isEmpty, name.utf8.allSatisfy({ isWordByte($0) || $0 == 45 || $0 == 58 || $0 == 46 }) else {
        return nil
    }
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
