import Markup
import Text

/// What can be read of data for machines that are no JSON, for a brace too many or a quotation mark within a
/// text: the dates of an article, each the first of its name. Nil when there is none of publication.
func salvaged(_ bytes: [UInt8]) -> JSON? {
    func text(_ name: String) -> JSON? {
        var at = place(of: "\"\(name)\"".utf8.span, in: bytes.span, from: 0) + name.utf8.count + 2
        while at < bytes.count, bytes[at] <= 0x20 || bytes[at] == UInt8(ascii: ":") { at += 1 }
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { return nil }
        let end = bytes[(at + 1)...].prefix(longestValue).firstIndex(of: UInt8(ascii: "\""))
        return end.flatMap { try? JSON.parse(Array(bytes[at...$0])) }
    }
    guard let published = text("datePublished") else { return nil }
    var out: [(String, JSON)] = [("datePublished", published)]
    if let modified = text("dateModified") { out.append(("dateModified", modified)) }
    let isArticle = ["Article\"", "BlogPosting\""].contains { type in
        place(of: type.utf8.span, in: bytes.span, from: 0) < bytes.count
    }
    if isArticle { out.append(("@type", .string("Article"))) }
    return .object(out)
}

/// The day of publication that a page's scripts know (`publication_date = '2020-12-06 00:15'`,
/// `"publishedAt":"2020-12-06"`); nil when they name several, which are those of other articles.
func dayInScripts(_ tree: MarkupTree) -> String? {
    var found: String?
    for node in tree.elements("script") {
        let span = Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)
        let script = Array(tree.source[span].prefix(longestScript))
        var at = 0
        while true {
            at = place(of: publication.span, in: script.span, from: at) + publication.count
            if at >= script.count { break }
            guard let date = valueOfName(script, at).flatMap(webDate)?.iso8601 else { continue }
            if let found, found.prefix(10) != date.prefix(10) { return nil }
            found = found ?? date
        }
    }
    return found
}

private let publication = Array("ubli".utf8)
private let longestScript = 1 << 20
private let longestValue = 500

/// The text that is given to a name of time, `ublication_date: "…"`, of which the first bytes were read.
private func valueOfName(_ script: [UInt8], _ start: Int) -> String? {
    var at = start
    func isLetter(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte == 0x5F || byte == 0x2D
    }
    while at < script.count, at - start < 30, isLetter(script[at]) { at += 1 }
    let name = String(decoding: script[start..<at], as: UTF8.self).lowercased()
    guard ["date", "time", "at", "on"].contains(where: name.hasSuffix) || name == "shed" else { return nil }
    let signs = Set("\"':= \\".utf8)
    let gap = at
    while at < script.count, at - gap < 8, signs.contains(script[at]) { at += 1 }
    guard script[gap..<at].contains(where: { $0 == 0x3A || $0 == 0x3D }), at > gap,
        "\"'".utf8.contains(script[at - 1])
    else { return nil }
    let end = script[at...].prefix(40).firstIndex { "\"'\\".utf8.contains($0) }
    return end.map { String(decoding: script[at..<$0], as: UTF8.self) }
}
