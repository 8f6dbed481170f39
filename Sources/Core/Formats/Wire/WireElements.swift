import Markup
import Model
import Text

/// What the formats of news agencies share: XML whose paragraphs say what they are.
struct WireElements {
    let xml: FeedElements

    init(_ bytes: [UInt8], _ hints: Hints) { xml = FeedElements(bytes, hints) }

    /// The local name, in lower case.
    func name(_ node: Int) -> String {
        String((xml.tree.name(node).split(separator: ":").last ?? "").lowercased())
    }

    /// The first element of a name below a node, at any depth.
    func first(_ wanted: String, in node: Int) -> Int? {
        let stop = max(node + 1, xml.tree.endOfSubtree(node))
        return (node..<stop).first { !xml.tree.isText($0) && name($0) == wanted }
    }

    /// All elements of a name below a node that are not inside another of them.
    func all(_ wanted: String, in node: Int) -> [Int] {
        var out: [Int] = []
        var index = node
        let stop = max(node + 1, xml.tree.endOfSubtree(node))
        while index < stop {
            if !xml.tree.isText(index), name(index) == wanted {
                out.append(index)
                index = max(index + 1, xml.tree.endOfSubtree(index))
            } else {
                index += 1
            }
        }
        return out
    }

    /// The text of the first element of a name below a node, on one line; nil when it is not there or empty.
    func line(_ wanted: String, in node: Int) -> String? {
        guard let found = first(wanted, in: node) else { return nil }
        let text = xml.tree.text(found).oneLine
        return text.isEmpty ? nil : text
    }

    func attribute(_ node: Int, _ name: AttributeName) -> String? {
        guard let value = xml.attribute(node, name)?.trimmed, !value.isEmpty else { return nil }
        return value
    }

    /// Paragraphs of NITF or XHTML below a node, each with its part.
    func blocks(_ node: Int) -> [RawItem.TextBlock] {
        var out: [RawItem.TextBlock] = []
        collect(node, .body, &out)
        return out
    }

    private func collect(_ node: Int, _ zone: Zone, _ out: inout [RawItem.TextBlock]) {
        for child in xml.elements(node) {
            switch name(child) {
            case "p", "hl2", "h1", "h2", "h3", "h4", "li", "bq", "blockquote", "pre", "td", "th", "tagline":
                if xml.elements(child).contains(where: { holders.contains(name($0)) }) {
                    collect(child, zone, &out)
                } else {
                    add(child, zone, &out)
                }
            case "media-caption", "figcaption": add(child, .caption, &out)
            case "media-producer": add(child, .credit, &out)
            case "media-reference", "media-metadata", "note", "script", "style", "title", "head": break
            default:
                let hasBlocks = xml.elements(child).contains { !inlineNames.contains(name($0)) }
                if hasBlocks || !hasText(child) { collect(child, zone, &out) } else { add(child, zone, &out) }
            }
        }
    }

    private func hasText(_ node: Int) -> Bool {
        xml.tree.children(node).contains { xml.tree.isText($0) && !xml.tree.text($0).trimmed.isEmpty }
    }

    private func add(_ node: Int, _ zone: Zone, _ out: inout [RawItem.TextBlock]) {
        let block = block(node, zone)
        if !block.text.isEmpty { out.append(block) }
    }

    /// The text below a node on one line, with the facts that inline marks give.
    func block(_ node: Int, _ zone: Zone) -> RawItem.TextBlock {
        var line = MarkedLine()
        read(node, into: &line)
        var block = line.block(zone)
        block.source = TextSpan(Int(xml.tree.nodes[node].start), Int(xml.tree.nodes[node].end))
        return block
    }

    private func read(_ node: Int, into line: inout MarkedLine) {
        for child in xml.tree.children(node) {
            if xml.tree.isText(child) {
                line.add(xml.tree.text(child))
                continue
            }
            let mark = name(child)
            guard let kind = givenKinds[mark] else {
                read(child, into: &line)
                continue
            }
            let start = line.position
            // The words of a place's country or code stand in elements of their own.
            read(child, into: &line)
            let value = attribute(child, "norm") ?? attribute(child, "value") ?? attribute(child, "idsrc")
            line.mark(kind, from: start, value: value)
        }
    }
}

/// A line of text as it is put together, white space collapsed, with its marks.
private struct MarkedLine {
    private var bytes: [UInt8] = []
    private var given: [GivenFact] = []

    var position: Int { bytes.count }

    mutating func add(_ text: String) {
        for byte in text.utf8 {
            if byte > 32 {
                bytes.append(byte)
            } else if let last = bytes.last, last != 32 {
                bytes.append(32)
            }
        }
    }

    mutating func mark(_ kind: GivenFact.Kind, from start: Int, value: String?) {
        var (start, end) = (start, bytes.count)
        while start < end, bytes[start] == 32 { start += 1 }
        while end > start, bytes[end - 1] == 32 { end -= 1 }
        if end > start { given.append(GivenFact(kind, TextSpan(start, end), value: value)) }
    }

    func block(_ zone: Zone) -> RawItem.TextBlock {
        let end = bytes.last == 32 ? bytes.count - 1 : bytes.count
        return RawItem.TextBlock(
            zone, String(decoding: bytes[..<end], as: UTF8.self), given: given.sorted { $0.span < $1.span })
    }
}

/// NITF's elements that mark a fact.
private let givenKinds: [String: GivenFact.Kind] = [
    "person": .person, "location": .place, "org": .organisation, "chron": .time, "q": .quote,
    "event": .event,
]

private let holders: Set<String> = ["p", "li", "bq", "blockquote", "table", "ul", "ol"]

/// NITF's and HTML's elements within a paragraph.
private let inlineNames: Set<String> = [
    "a", "abbr", "alt-code", "b", "br", "chron", "city", "classifier", "copyrite", "country", "em", "event",
    "frac",
    "function", "i", "lang", "location", "money", "name.family", "name.given", "num", "object.title", "org",
    "person",
    "postaddr", "pronounce", "q", "region", "span", "state", "strong", "sub", "sublocation", "sup", "u",
    "virtloc",
]

/// A byline without the word before it.
func withoutBy(_ text: String) -> String {
    let lower = text.lowercased()
    for word in ["by ", "von ", "par ", "por "] where lower.hasPrefix(word) {
        return String(text.dropFirst(word.count)).trimmed
    }
    return text
}
