import Markup
import Model
import Text

/// What RSS and Atom share: a tree of XML, names with their usual prefixes, and entries made of elements.
struct FeedElements {
    let tree: MarkupTree
    /// Prefixes of this document for the name spaces we know, by the prefix we use.
    private var prefixes: [String: String] = [:]

    private static let spaces: [(part: String, prefix: String)] = [
        ("purl.org/rss/1.0/modules/content", "content"), ("purl.org/dc/", "dc"),
        ("search.yahoo.com/mrss", "media"),
        ("w3.org/2005/atom", "atom"), ("purl.org/atom/ns", "atom"),
        ("purl.org/rss/1.0/modules/syndication", "sy"),
    ]

    init(_ bytes: [UInt8], _ hints: Hints) {
        let decoded = decodeText(bytes, claimed: hints.charset, declared: declaredCharset(bytes))
        tree = parseMarkup(decoded.bytes, isXML: true)
        for node in tree.nodes.indices.prefix(64) where !tree.isText(node) {
            for (name, value) in tree.attributes(of: node) where name.hasPrefix("xmlns") {
                let address = value.lowercased()
                guard let space = FeedElements.spaces.first(where: { address.contains($0.part) }) else {
                    continue
                }
                prefixes[name == "xmlns" ? "" : String(name.dropFirst(6))] = space.prefix
            }
        }
    }

    /// The name in our spelling: `content:encoded`, `atom:link`; names of the format itself stay bare.
    func name(_ node: Int) -> String {
        let written = tree.name(node)
        guard let colon = written.firstIndex(of: ":") else { return written }
        let local = written[written.index(after: colon)...]
        let prefix = String(written[..<colon])
        return (prefixes[prefix] ?? prefix) + ":" + local
    }

    /// Every element of one of these names in document order, wherever it stands.
    func all(_ names: Set<String>) -> [Int] {
        tree.nodes.indices.filter { !tree.isText($0) && names.contains(bare(name($0))) }
    }

    /// The first child of the first of these names that is there.
    func child(_ node: Int, _ names: String...) -> Int? {
        let children = tree.children(node)
        for wanted in names {
            if let found = children.first(where: { !tree.isText($0) && bare(name($0)) == wanted }) {
                return found
            }
        }
        return nil
    }

    /// Atom's own names are bare whether its name space is the default or has a prefix.
    private func bare(_ name: String) -> String { name.hasPrefix("atom:") ? String(name.dropFirst(5)) : name }

    /// The text of a child, on one line; nil when it is not there or empty.
    func line(_ node: Int, _ names: String...) -> String? {
        for wanted in names {
            guard let found = child(node, wanted) else { continue }
            let text = plain(found).oneLine
            if !text.isEmpty { return text }
        }
        return nil
    }

    /// Text of an element whose content may be escaped or inline HTML: tags gone, references read.
    func plain(_ node: Int) -> String {
        let markup = html(node)
        guard markup.contains(UInt8(ascii: "<")) || markup.contains(UInt8(ascii: "&")) else {
            return String(decoding: markup, as: UTF8.self)
        }
        let inner = parseMarkup(markup, isXML: false)
        return inner.text(0)
    }

    /// The HTML that an element carries, escaped, in CDATA, or as inline XHTML.
    func html(_ node: Int) -> [UInt8] {
        let hasElements = tree.children(node).contains { !tree.isText($0) }
        if hasElements { return Array(tree.source[Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)]) }
        return Array(tree.text(node).utf8)
    }

    /// Dates of an entry, the published one first.
    func published(_ node: Int, _ names: [String]) -> Published {
        for name in names {
            guard let text = line(node, name), let date = webDate(text) else { continue }
            return Published(
                value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .feed)
        }
        return .unknown
    }
}

/// An entry put together: the longer of summary and content is its text.
func feedItem(id: String?, hints: Hints, bodies: [[UInt8]]) -> RawItem {
    let body = bodies.max { $0.count < $1.count } ?? []
    let key = id ?? hints.url ?? hints.headline
    return RawItem(id: key, content: .fragment(body), hints: hints)
}

/// Makes an address that a feed gives absolute against the feed's own; nil for anything but http and https.
package func absoluteURL(_ text: String, base: String?) -> String? {
    let trimmed = text.trimmed
    let lower = trimmed.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return trimmed }
    guard let base, let scheme = base.firstRange(of: "://"), !trimmed.isEmpty,
        !trimmed.contains(":") || trimmed.hasPrefix("/")
    else { return nil }
    let rest = base[scheme.upperBound...]
    let host = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    if trimmed.hasPrefix("//") { return base[..<scheme.lowerBound] + ":" + trimmed }
    let origin = base[..<scheme.upperBound] + host
    if trimmed.hasPrefix("/") { return origin + trimmed }
    let path = rest.dropFirst(host.count).prefix { $0 != "?" && $0 != "#" }
    guard let slash = path.lastIndex(of: "/") else { return origin + "/" + trimmed }
    return origin + path[...slash] + trimmed
}
