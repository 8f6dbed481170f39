import Markup
import Text

/// HTML out of a feed so that it can stand alone: what a reader of HTML would swallow as a declaration
/// (`<!'`) is shown as text, and formulas and drawings whose attributes have XLink's prefix declare it.
func standingAlone(_ html: String) -> String {
    var out = html
    if out.holds("<!") { out = withoutFalseDeclarations(out) }
    guard out.holds("xlink:"), !out.holds("xmlns:xlink") else { return out }
    for name in ["math", "svg"] { out = withXLink(out, name) }
    return out
}

/// `<!` shown as text where no comment, no declaration and no section begins with it.
private func withoutFalseDeclarations(_ html: String) -> String {
    let parts = html.parts(between: "<!")
    return parts.dropFirst().reduce(parts[0]) { before, part in
        let next = part.utf8.first ?? 0
        let isDeclaration = next == 0x2D || next == 0x5B || next == 0x3E || isASCIILetterOrDigit(next)
        return before + (isDeclaration ? "<!" : "&lt;!") + part
    }
}

/// The first element of a name, from its start tag to its end tag, with its attributes in order and in double
/// quotes, and XLink's name space on the outermost elements that use it. What is cut short stays as it is.
private func withXLink(_ html: String, _ name: String) -> String {
    guard let open = html.firstPlace(of: "<\(name)") else { return html }
    let rest = String(html[open.lowerBound...])
    guard let close = rest.firstPlace(of: "</\(name)>") else { return html }
    let tree = parseMarkup(Array(rest[..<close.upperBound].utf8), isXML: true)
    guard !tree.isMalformed else { return html }
    var out: [UInt8] = []
    for child in tree.children(0) { write(child, of: tree, isDeclared: false, to: &out) }
    return html[..<open.lowerBound] + String(decoding: out, as: UTF8.self) + rest[close.upperBound...]
}

private func write(_ node: Int, of tree: MarkupTree, isDeclared: Bool, to out: inout [UInt8]) {
    if tree.isText(node) {
        let text = Array(tree.source[Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)])
        if tree.nodes[node].isLiteral { appendEscaped(text, to: &out) } else { out += text }
        return
    }
    var attributes = tree.attributes(of: node)
    let uses = attributes.contains { $0.name.hasPrefix("xlink:") }
    if uses, !isDeclared { attributes.append(("xmlns:xlink", "http://www.w3.org/1999/xlink")) }
    out += Array("<\(tree.name(node))".utf8)
    for (name, value) in attributes.sorted(by: { $0.name < $1.name }) {
        out += Array(" \(name)=\"".utf8)
        appendEscaped(Array(value.utf8), to: &out)
        out.append(0x22)
    }
    out.append(0x3E)
    for child in tree.children(node) { write(child, of: tree, isDeclared: isDeclared || uses, to: &out) }
    out += Array("</\(tree.name(node))>".utf8)
}
