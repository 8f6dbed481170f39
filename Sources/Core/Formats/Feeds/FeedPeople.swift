import Text

extension FeedElements {
    /// A person whose parts are elements (Atom), or whose name is the text.
    func person(_ node: Int) -> FeedPerson {
        guard hasElements(node) else { return splitPerson(line(node)) }
        var out = FeedPerson()
        for child in elements(node) {
            let text = line(child)
            guard !text.isEmpty else { continue }
            switch name(child) {
            case "name", "itunes:name", "foaf:name", "email:name": out.name = text
            case "email", "itunes:email", "foaf:mbox": out.email = text
            case "uri", "url", "homepage", "foaf:homepage": out.uri = address(text, at: child)
            default: break
            }
        }
        return out
    }
}

/// A person on one line: `me@example.com (Example editor)`, `Example editor <me@example.com>`, or a name.
func splitPerson(_ text: String) -> FeedPerson {
    var person = FeedPerson()
    let text = text.trimmed
    guard !text.isEmpty else { return person }
    guard let mail = mailAddress(in: text) else {
        person.name = text
        return person
    }
    person.email = mail
    var rest = text.replacing(mail, with: "").trimmed
    for empty in ["()", "<>", "&lt;&gt;"] { rest = rest.replacing(empty, with: "").trimmed }
    if rest.hasPrefix("("), rest.hasSuffix(")") { rest = String(rest.dropFirst().dropLast()) }
    while let last = rest.last, "(<,-".contains(last) { rest = String(rest.dropLast()).trimmed }
    person.name = rest.isEmpty ? nil : rest
    return person
}

/// The first address of mail in a text; nil when there is none.
private func mailAddress(in text: String) -> String? {
    let bytes = Array(text.utf8)
    guard
        let at = bytes.indices.first(where: { index in
            bytes[index] == 0x40 && index > 0 && index + 1 < bytes.count && isMailByte(bytes[index - 1])
                && isMailByte(bytes[index + 1])
        })
    else { return nil }
    var (start, end) = (at, at + 1)
    while start > 0, isMailByte(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isMailByte(bytes[end]) { end += 1 }
    let host = bytes[(at + 1)..<end]
    guard host.contains(0x2E) else { return nil }
    return String(decoding: bytes[start..<end], as: UTF8.self)
}

private func isMailByte(_ byte: UInt8) -> Bool {
    isASCIILetterOrDigit(byte) || "._-+".utf8.contains(byte)
}
