import Markup
import Text

extension FeedElements {
    /// A text construct: plain text, escaped or inline HTML, or base64, by its `type` and `mode` and, where
    /// the format says nothing, by its looks.
    func text(_ node: Int, _ usual: String, guesses: Bool) -> FeedText {
        var type = mediaType(attribute(node, "type")) ?? usual
        let mode = attribute(node, "mode")?.lowercased()
        let isInline = hasElements(node)
        var value: String
        if mode == "base64" || type != usual && isBase64(type) {
            value = base64(tree.text(node)).map { String(decoding: $0, as: UTF8.self) } ?? tree.text(node)
        } else if type == "application/xhtml+xml" || isInline || mode == "xml" && type != "text/plain" {
            value = type == "text/html" && isInline ? escapedWithin(node) : markup(node)
            if isInline, type == "text/plain" { type = guesses ? "text/html" : type }
            if !isOldAtom, type == "application/xhtml+xml" { value = withoutDivision(value) }
        } else {
            value = tree.trimmedText(node)
        }
        value = repaired(value).trimmed
        if guesses, type == "text/plain", looksLikeHTML(value) { type = "text/html" }
        if type != "text/plain" {
            value = standingAlone(withAbsoluteAddresses(value, base: base(node)))
        }
        var out = FeedText(value, type: type, language: language(node), base: base(node))
        if let source = attribute(node, "src") { out.source = address(source, at: node) }
        return out
    }

    /// Escaped HTML in a `<div>` that does not belong there.
    private func escapedWithin(_ node: Int) -> String {
        let inner = elements(node)
        guard inner.count == 1, name(inner[0]).hasSuffix("div"), !hasElements(inner[0]) else {
            return markup(node)
        }
        return tree.text(inner[0])
    }

    private func mediaType(_ written: String?) -> String? {
        guard let type = written?.trimmed.lowercased(), !type.isEmpty else { return nil }
        switch type {
        case "text": return "text/plain"
        case "html": return "text/html"
        case "xhtml": return "application/xhtml+xml"
        default: return type.contains("/") ? type : nil
        }
    }

    private func isBase64(_ type: String) -> Bool {
        !(type.hasPrefix("text/") || type.hasSuffix("+xml") || type.hasSuffix("/xml"))
    }

    /// What stands in the one `<div>` that XHTML content must have.
    private func withoutDivision(_ markup: String) -> String {
        let trimmed = markup.trimmed
        guard trimmed.lowercased().hasPrefix("<div"), trimmed.lowercased().hasSuffix("</div>"),
            let open = trimmed.firstIndex(of: ">")
        else { return markup }
        // Only if the last end tag closes the first element.
        var depth = 0
        let tree = parseFragment(trimmed)
        for node in tree.children(0) where !tree.isText(node) { depth += 1 }
        guard depth == 1 else { return markup }
        return String(trimmed[trimmed.index(after: open)...].dropLast(6)).trimmed
    }
}

/// Whether text of no stated type is HTML: tags that HTML knows, and nothing that looks like other markup.
func looksLikeHTML(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 == 0x3C || $0 == 0x26 }) else { return false }
    let bytes = Array(text.utf8)
    let hasEnd = zip(bytes, bytes.dropFirst()).contains { $0 == 0x3C && $1 == 0x2F }
    var hasReference = false
    var index = 0
    while index < bytes.count {
        if bytes[index] == 0x26 {
            let name = bytes[(index + 1)...].prefix(32).prefix { isASCIILetterOrDigit($0) || $0 == 0x23 }
            if index + 1 + name.count < bytes.count, bytes[index + 1 + name.count] == 0x3B, !name.isEmpty {
                hasReference = true
            }
        }
        index += 1
    }
    guard hasEnd || hasReference else { return false }
    // Every tag must be one that HTML has.
    index = 0
    while let open = bytes[index...].firstIndex(of: 0x3C) {
        index = open + 1
        let name = bytes[index...].drop { $0 == 0x2F }.prefix(16).prefix(while: isASCIILetterOrDigit)
        guard !name.isEmpty else { continue }
        guard htmlNames.contains(String(decoding: name, as: UTF8.self).lowercased()) else { return false }
    }
    return true
}

private let htmlNames: Set<String> = Set(
    """
    a abbr acronym address area article aside audio b big blockquote br button canvas caption center
    cite code col colgroup command datagrid datalist dd del details dfn dialog dir div dl dt em event-
    source fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd
    keygen label legend li m map menu meter multicol nav nextid noscript ol optgroup option output p pre
    progress q s samp section select small sound source spacer span strike strong sub sup table tbody td
    textarea tfoot th thead time tr tt u ul var video
    """.split(whereSeparator: \.isWhitespace).map(String.init))

/// Base64 as mail and feeds write it: white space and missing padding do not matter. Nil when it is none.
func base64(_ text: String) -> [UInt8]? {
    var out: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    for byte in text.utf8 where byte > 0x20 {
        let value: UInt32
        switch byte {
        case 0x41...0x5A: value = UInt32(byte - 0x41)
        case 0x61...0x7A: value = UInt32(byte - 0x61) + 26
        case 0x30...0x39: value = UInt32(byte - 0x30) + 52
        case 0x2B, 0x2D: value = 62
        case 0x2F, 0x5F: value = 63
        case 0x3D: continue
        default: return nil
        }
        bits = bits << 6 | value
        count += 6
        if count >= 8 {
            count -= 8
            out.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
        }
    }
    return out
}
