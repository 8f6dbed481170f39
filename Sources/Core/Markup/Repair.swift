import Text

/// Text whose sender encoded it once too often, as it was meant: characters that nobody means (U+0080 to
/// U+009F) become what windows-1252 has at their places, and text that is UTF-8 read as windows-1252
/// throughout (`donâ€™t`) is read as UTF-8.
package func repaired(_ text: String) -> String {
    guard mayNeedRepair(text) else { return text }
    var bytes: [UInt8]? = []
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        if let byte = windows1252Byte(scalar.value) { bytes?.append(byte) } else { bytes = nil }
        let isControl = scalar.value >= 0x80 && scalar.value < 0xA0
        out.append(isControl ? Unicode.Scalar(windows1252(scalar.value)) ?? scalar : scalar)
    }
    return bytes.flatMap { String(validating: $0, as: UTF8.self) } ?? String(out)
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
