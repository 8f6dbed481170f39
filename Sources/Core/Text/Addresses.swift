/// Top-level names after which a dotted run of letters is a host and not two sentences without a space.
/// Country codes that are also English words (in, is, it, to, no, so, at, be, me, my, am, us, do, by, as) are
/// left out on purpose: they count only with `www.`, a scheme or a path.
private let topLevelNames: Set<String> = [
    "com", "org", "net", "edu", "gov", "mil", "int", "info", "biz", "io", "co", "news", "press", "media",
    "tv", "uk",
    "ru", "az", "ge", "tr", "ir", "fr", "de", "es", "ua", "eu", "pl", "nl", "se", "fi", "dk", "cz", "sk",
    "hu", "ro",
    "bg", "gr", "pt", "ch", "jp", "cn", "kr", "kz", "uz", "il", "qa", "sa", "eg", "au", "nz", "ca", "br",
    "mx", "ar",
    "example", "test", "localhost", "onion", "app", "dev", "xyz", "online", "site",
]

/// A letter of ASCII.
@inline(__always)
package func isASCIILetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }

/// A letter or digit of ASCII.
@inline(__always)
package func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
    isASCIILetter(byte) || byte >= 0x30 && byte <= 0x39
}

@inline(__always)
func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || isASCIILetterOrDigit(byte) || byte == 0x5F }

/// A dot or hyphen with a word byte on both sides.
@inline(__always)
func isInner(_ bytes: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> Bool {
    (bytes[at] == UInt8(ascii: ".") || bytes[at] == UInt8(ascii: "-")) && at > 0 && at + 1 < end
        && isWordByte(bytes[at - 1]) && isWordByte(bytes[at + 1])
}

/// Where the address of a page ends whose first word ends at the dot or colon at `at`; nil when it is none.
func addressEnd(_ bytes: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
    if bytes[at] == UInt8(ascii: ":") {
        guard at + 3 < end, bytes[at + 1] == UInt8(ascii: "/"), bytes[at + 2] == UInt8(ascii: "/"),
            bytes[at + 3] > 0x20,
            at >= 4, bytes[at - 1] | 0x20 == UInt8(ascii: "p") || bytes[at - 1] | 0x20 == UInt8(ascii: "s")
        else { return nil }
        return pathEnd(bytes, at + 3, end)
    }
    guard at + 2 < end, isASCIILetterOrDigit(bytes[at + 1]) else { return nil }
    var index = at + 1
    var label = index
    while index < end, isASCIILetterOrDigit(bytes[index]) || isInner(bytes, index, end) {
        if bytes[index] == UInt8(ascii: ".") { label = index + 1 }
        index += 1
    }
    let hasPath = index < end && bytes[index] == UInt8(ascii: "/")
    let isWWW = at >= 3 && (1...3).allSatisfy { bytes[at - $0] | 0x20 == UInt8(ascii: "w") }
    let name = String(decoding: (label..<index).map { bytes[$0] }, as: UTF8.self)
    guard index - label >= 2, name.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A }) else { return nil }
    guard hasPath || isWWW || topLevelNames.contains(name) else { return nil }
    return hasPath ? pathEnd(bytes, index, end) : index
}

/// The end of a path: white space, a quotation mark, a bracket, or the punctuation that ends a sentence.
private func pathEnd(_ bytes: borrowing Span<UInt8>, _ from: Int, _ end: Int) -> Int {
    var index = from
    while index < end, bytes[index] > 0x20, !"\"'<>()[]{}|".utf8.contains(bytes[index]), bytes[index] < 0x80 {
        index += 1
    }
    while index > from, ".,;:!?".utf8.contains(bytes[index - 1]) { index -= 1 }
    return index
}

/// A text fit for a part of an address's path or query.
package func percentEncoded(_ text: String) -> String {
    text.utf8.map { byte in
        isASCIILetterOrDigit(byte) || byte == 0x2D || byte == 0x2E
            ? String(UnicodeScalar(byte))
            : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
}
