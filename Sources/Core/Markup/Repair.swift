import Text

/// Text whose sender encoded it once too often, as it was meant: characters that nobody means (U+0080 to
/// U+009F) become what windows-1252 has at their places, and what is UTF-8 read as windows-1252 (`donâ€™t`)
/// is read as UTF-8: all of it, or else each run of signs that is.
package func repaired(_ text: String) -> String {
    guard mayNeedRepair(text) else { return text }
    var bytes: [UInt8]? = []
    for scalar in text.unicodeScalars {
        if let byte = windows1252Byte(scalar.value) { bytes?.append(byte) } else { bytes = nil }
        if bytes == nil { break }
    }
    return bytes.flatMap { String(validating: $0, as: UTF8.self) } ?? repairedInParts(text)
}

private func repairedInParts(_ text: String) -> String {
    var out = ""
    var (run, bytes): (String.UnicodeScalarView, [UInt8]?) = (.init(), [])
    func endRun() {
        defer { (run, bytes) = (.init(), []) }
        if let bytes, isMisread(bytes), let meant = String(validating: bytes, as: UTF8.self) {
            out += meant
            return
        }
        for scalar in run {
            let isControl = scalar.value >= 0x80 && scalar.value < 0xA0
            out.unicodeScalars.append(
                isControl ? Unicode.Scalar(windows1252(scalar.value)) ?? scalar : scalar)
        }
    }
    for scalar in text.unicodeScalars {
        if scalar.value < 0x80 {
            if !run.isEmpty { endRun() }
            out.unicodeScalars.append(scalar)
            continue
        }
        run.append(scalar)
        if let byte = windows1252Byte(scalar.value) { bytes?.append(byte) } else { bytes = nil }
    }
    if !run.isEmpty { endRun() }
    return out
}

/// Whether signs begin as misread ones do and others never: `Ã©`, `Â£`, `â€™`. (A French `é »` is valid UTF-8
/// too, when its space does not break.)
private func isMisread(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1 else { return false }
    switch bytes[0] {
    case 0xC2: return true
    case 0xC3: return bytes[1] != 0xA0
    case 0xE2: return [0x80, 0x82, 0x84, 0x86].contains(bytes[1])
    default: return false
    }
}

/// Whether a character of U+0080 to U+009F stands in a text, or one that begins UTF-8 read as windows-1252:
/// U+00C2 to U+00F4 with another that is not ASCII behind it.
private func mayNeedRepair(_ text: String) -> Bool {
    if text.utf8Span.isKnownASCII { return false }
    let bytes = text.utf8.span
    var index = 1
    while index < bytes.count {
        if bytes[index] < 0x80 {
            index = endOfASCII(bytes, from: index) + 1
            continue
        }
        let (before, byte) = (bytes[index - 1], bytes[index])
        if before >= 0x80, byte >= 0x80 {
            if before == 0xC2, byte < 0xA0 { return true }
            if index > 1, bytes[index - 2] == 0xC3, before >= 0x82, before <= 0xB4 { return true }
        }
        index += 1
    }
    return false
}

/// The byte that windows-1252 has for a character; nil when it has none.
private func windows1252Byte(_ scalar: UInt32) -> UInt8? {
    if scalar < 0x80 || scalar >= 0xA0 && scalar <= 0xFF { return UInt8(scalar) }
    return (UInt8(0x80)...0x9F).first { windows1252(UInt32($0)) == scalar }
}

/// Whether bytes of UTF-8 hold `Â` or `â` as windows-1252 shows the first byte of a sign, with its next byte
/// behind it.
package func hasMisreadText(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var index = place(of: 0xC3, in: span, from: 0)
    while index + 3 < bytes.count {
        if bytes[index + 1] == 0x82 || bytes[index + 1] == 0xA2,
            bytes[index + 2] == 0xC2 || bytes[index + 2] == 0xE2
        {
            return true
        }
        index = place(of: 0xC3, in: span, from: index + 1)
    }
    return false
}
