import Markup
import Model
import Text

/// A feed's XML with its names in our spelling, and what elements inherit: name spaces, base addresses,
/// languages.
final class FeedElements {
    let tree: MarkupTree
    let decoded: Decoded
    /// The root is of Atom 0.3, whose XHTML needs no `<div>` around it.
    let isOldAtom: Bool
    private let documentBase: String?
    private let documentLanguage: String?
    /// By node, the name spaces that it declares.
    private var spaces: [Int: [(prefix: String, ours: String)]] = [:]
    /// By the number of a written name the name in our spelling, where only the root declares name spaces.
    private var names: [String] = []
    /// By the same number, what it means in a feed.
    private var meanings: [FeedName?] = []
    /// Nodes that bear `xml:base` or `xml:lang`.
    private var bases: Set<Int> = []
    private var languages: Set<Int> = []

    init(_ bytes: [UInt8], _ hints: Hints) {
        decoded = decodeText(bytes, claimed: hints.charset, declared: declaredEncoding(bytes))
        tree = parseMarkup(decoded.bytes, isXML: true)
        (documentBase, documentLanguage) = (hints.url, hints.language)
        let root = tree.firstElement(in: 0)
        if let root { isOldAtom = tree.isOldAtom(root) } else { isOldAtom = false }
        for node in tree.nodes.indices where tree.hasAttributes(node) {
            for (name, value) in tree.attributes(of: node, beginning: "xml") { note(node, name, value) }
        }
        if let root, spaces.isEmpty {
            let own = tree.names[MarkupTree.namesOfFeeds.count...].map { ours(name: $0, at: root) }
            names = own.isEmpty ? FeedElements.commonNames : FeedElements.commonNames + own
            let meaning = FeedElements.commonMeanings
            meanings = own.isEmpty ? meaning : meaning + own.map(FeedName.named)
        } else if let root, spaces.keys.allSatisfy({ $0 == root }) {
            names = tree.names.map { ours(name: $0, at: root) }
            meanings = names.map(FeedName.named)
        }
    }

    /// Of the names that every tree begins with, where nothing declares a name space.
    private static let commonNames = MarkupTree.namesOfFeeds.map(withoutSpaces)
    private static let commonMeanings = commonNames.map(FeedName.named)

    private static func withoutSpaces(_ written: String) -> String {
        guard let colon = written.utf8.firstIndex(of: 0x3A) else { return written.inLowerCase }
        let prefix = defaultSpace(String(written[..<colon]))
        let local = written[written.utf8.index(after: colon)...]
        return (prefix.isEmpty ? String(local) : prefix + ":" + local).inLowerCase
    }

    private func note(_ node: Int, _ name: String, _ value: String) {
        switch name {
        case "xml:base": bases.insert(node)
        case "xml:lang": languages.insert(node)
        case "xmlns": spaces[node, default: []].append(("", ours(value) ?? ""))
        default:
            guard name.hasPrefix("xmlns:") else { return }
            let prefix = String(name.dropFirst(6))
            spaces[node, default: []].append((prefix, ours(value) ?? prefix.lowercased()))
        }
    }

    private func ours(_ address: String) -> String? {
        let lower = address.trimmed.lowercased()
        if lower.hasPrefix("http://my.netscape.com/publish/formats") { return "" }
        return feedSpaces[lower]
    }

    /// The name in our spelling: `content:encoded`; names of the format itself are bare. Lower case but for
    /// what only differs so.
    func name(_ node: Int) -> String {
        names.isEmpty ? ours(name: tree.name(node), at: node) : names[Int(tree.nodes[node].name)]
    }

    /// What an element means in a feed; nil when it means nothing.
    func known(_ node: Int) -> FeedName? {
        meanings.isEmpty ? FeedName.named(name(node)) : meanings[Int(tree.nodes[node].name)]
    }

    private func ours(name written: String, at node: Int) -> String {
        if spaces.isEmpty { return FeedElements.withoutSpaces(written) }
        let colon = written.utf8.firstIndex(of: 0x3A)
        let prefix = colon.map { String(written[..<$0]) } ?? ""
        let ours = space(of: prefix, at: node) ?? FeedElements.defaultSpace(prefix)
        guard let colon else { return (ours.isEmpty ? written : ours + ":" + written).inLowerCase }
        let local = written[written.utf8.index(after: colon)...]
        return (ours.isEmpty ? String(local) : ours + ":" + local).inLowerCase
    }

    private func space(of prefix: String, at node: Int) -> String? {
        guard !spaces.isEmpty else { return nil }
        var at = node
        while at >= 0 {
            if let found = spaces[at]?.first(where: { $0.prefix == prefix }) { return found.ours }
            at = Int(tree.nodes[at].parent)
        }
        return nil
    }

    /// Prefixes that nothing declares mean what everybody means by them.
    private static func defaultSpace(_ prefix: String) -> String {
        let lower = prefix.inLowerCase
        return lower == "atom" || lower == "rss" ? "" : lower
    }

    /// Calls `visit` with the element children in order.
    func eachElement(_ node: Int, _ visit: (Int) -> Void) {
        var child = tree.nodes[node].firstChild
        while child >= 0 {
            if !tree.isText(Int(child)) { visit(Int(child)) }
            child = tree.nodes[Int(child)].next
        }
    }

    /// Element children in order.
    func elements(_ node: Int) -> [Int] { tree.children(node).filter { !tree.isText($0) } }

    /// The value of an attribute; nil when it is not there.
    func attribute(_ node: Int, _ name: AttributeName) -> String? { tree.attribute(node, name) }

    /// The text of an element on its own, without white space around it.
    func line(_ node: Int) -> String { repaired(tree.trimmedText(node)).trimmed }

    /// The language in force at an element.
    func language(_ node: Int) -> String? {
        var at = languages.isEmpty ? -1 : node
        while at >= 0 {
            if languages.contains(at), let found = tree.attribute(at, "xml:lang") {
                return found.isEmpty ? nil : found
            }
            at = Int(tree.nodes[at].parent)
        }
        return documentLanguage
    }

    /// The address that relative ones at an element are relative to.
    func base(_ node: Int) -> String? {
        if bases.isEmpty { return documentBase }
        var chain: [String] = []
        var at = node
        while at >= 0 {
            if bases.contains(at), let found = tree.attribute(at, "xml:base") { chain.append(found.trimmed) }
            at = Int(tree.nodes[at].parent)
        }
        return chain.reversed().reduce(documentBase) { resolveURL($1, base: $0) }
    }

    /// An address made absolute.
    func address(_ text: String, at node: Int) -> String { resolveURL(text.trimmed, base: base(node)) }

    /// Whether an element holds other elements.
    func hasElements(_ node: Int) -> Bool { tree.firstElement(in: node) != nil }

    /// The markup inside an element, name space prefixes gone.
    func markup(_ node: Int) -> String {
        var out: [UInt8] = []
        for child in tree.children(node) { write(child, to: &out) }
        return String(decoding: out, as: UTF8.self)
    }

    /// The name space of the first of elements that are not HTML and had a prefix, which is gone.
    private func foreignSpace(_ node: Int) -> String? {
        guard tree.name(node).contains(":") else { return nil }
        let known = ["svg": "http://www.w3.org/2000/svg", "mathml": "http://www.w3.org/1998/Math/MathML"]
        func space(_ node: Int) -> Substring? { name(node).split(separator: ":").first }
        guard let mine = space(node), let address = known[String(mine)] else { return nil }
        return space(Int(tree.nodes[node].parent)) == mine ? nil : address
    }

    private func write(_ node: Int, to out: inout [UInt8]) {
        if tree.isText(node) {
            if tree.nodes[node].isLiteral {
                var text: [UInt8] = []
                tree.appendText(node, to: &text)
                appendEscaped(text, to: &out)
            } else {
                out += tree.source[Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)]
            }
            return
        }
        let written = tree.name(node)
        let local = Array((written.split(separator: ":", maxSplits: 1).last ?? "").utf8)
        out += [0x3C] + local
        if let space = foreignSpace(node) { out += Array(" xmlns=\"\(space)\"".utf8) }
        for (name, value) in tree.attributes(of: node) where !value.hasPrefix("http://www.w3.org/1999/xhtml")
        {
            out += Array(" \(name)=\"".utf8)
            appendEscaped(Array(value.utf8), to: &out)
            out.append(0x22)
        }
        if tree.nodes[node].firstChild < 0, tree.nodes[node].start == tree.nodes[node].end {
            out += Array(" />".utf8)
            return
        }
        out.append(0x3E)
        for child in tree.children(node) { write(child, to: &out) }
        out += Array("</".utf8) + local + [0x3E]
    }
}

extension MarkupTree {
    /// The first child that is an element.
    fileprivate func firstElement(in node: Int) -> Int? {
        var child = nodes[node].firstChild
        while child >= 0, isText(Int(child)) { child = nodes[Int(child)].next }
        return child >= 0 ? Int(child) : nil
    }

    fileprivate func isOldAtom(_ root: Int) -> Bool {
        attribute(root, "version") == "0.3" || attribute(root, "xmlns")?.contains("purl.org/atom/ns") ?? false
    }
}

/// Writes text so that markup shows it: `&`, `<`, `>` and `"` as references.
func appendEscaped(_ text: [UInt8], to out: inout [UInt8]) {
    for byte in text {
        switch byte {
        case 0x26: out += Array("&amp;".utf8)
        case 0x3C: out += Array("&lt;".utf8)
        case 0x3E: out += Array("&gt;".utf8)
        case 0x22: out += Array("&quot;".utf8)
        default: out.append(byte)
        }
    }
}
