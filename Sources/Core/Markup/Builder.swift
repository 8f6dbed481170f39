/// Builds the tree of a page or of a feed. Elements deeper than 512 become siblings instead, as browsers do,
/// so that no text is lost to depth; an end tag without its element is passed over; what stays open ends with
/// its parent.
package func parseMarkup(_ source: [UInt8], isXML: Bool) -> MarkupTree {
    var builder = TreeBuilder(source: source, isXML: isXML)
    builder.run()
    return builder.tree
}

private let maximumDepth = 512

private let emptyElements: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
]
private let headElements: Set<String> = [
    "title", "meta", "link", "base", "script", "style", "noscript", "template", "head", "basefont", "bgsound",
    "noframes", "html", "img", "iframe",
]
private let rawElements: Set<String> = ["script", "style", "title", "textarea", "xmp", "noembed", "iframe"]

/// Elements whose start ends an open paragraph (WHATWG HTML, 13.1.2.4).
private let blockElements: Set<String> = [
    "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir", "div", "dl",
    "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "main", "menu",
    "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul",
]

/// What a start tag ends, and what stops the search for it.
private let impliedEnds: [String: (ends: Set<String>, within: Set<String>)] = [
    "li": (["li"], ["ul", "ol", "menu"]), "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]),
    "option": (["option"], ["select"]), "tr": (["tr", "td", "th"], ["table"]),
    "td": (["td", "th"], ["tr", "table"]),
    "th": (["td", "th"], ["tr", "table"]), "tbody": (["tbody", "thead", "tr", "td", "th"], ["table"]),
    "thead": (["tr", "td", "th"], ["table"]), "tfoot": (["tbody", "tr", "td", "th"], ["table"]),
]

private struct TreeBuilder {
    var tree: MarkupTree
    let isXML: Bool
    private var open: [Int32] = [0]
    private var lastChild: [Int32] = [-1]
    private var nameNumbers: [UInt64: Int32] = [:]

    init(source: [UInt8], isXML: Bool) {
        tree = MarkupTree(source: source)
        self.isXML = isXML
        tree.nodes.append(MarkupTree.Node(name: 1, parent: -1, start: 0, end: Int32(clamping: source.count)))
        tree.names.append("#document")
    }

    mutating func run() {
        let source = tree.source
        guard source.count < Int(Int32.max) else { return }
        let span = source.span
        var scanner = MarkupScanner(isXML: isXML)
        while true {
            switch scanner.next(span) {
            case .done: return close(to: 1, at: source.count, properly: false)
            case .text(let start, let end, let literal): addText(start, end, literal)
            case .end(let start, let end): endElement(number(start, end), at: start - 2)
            case .start(let start, let end, let isEmpty):
                let name = number(start, end)
                startElement(name, scanner.attributes, contentStart: scanner.at)
                let text = tree.names[Int(name)]
                if isXML ? isEmpty : emptyElements.contains(text) {
                    close(to: open.count - 1, at: scanner.at, properly: true)
                } else if !isXML, rawElements.contains(text) {
                    if case .text(let from, let to, let literal) = scanner.raw(span, until: text) {
                        addText(from, to, literal)
                    }
                }
            }
        }
    }

    /// The number of a name, made on first sight.
    private mutating func number(_ start: Int, _ end: Int) -> Int32 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<end {
            let byte = isXML ? tree.source[index] : asciiLower(tree.source[index])
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        if let known = nameNumbers[hash] { return known }
        let written = tree.source[start..<min(end, start + 256)]
        tree.names.append(String(decoding: isXML ? Array(written) : written.map(asciiLower), as: UTF8.self))
        let made = Int32(tree.names.count - 1)
        nameNumbers[hash] = made
        return made
    }

    private mutating func attach(_ node: MarkupTree.Node) -> Int32 {
        let index = Int32(tree.nodes.count)
        tree.nodes.append(node)
        let level = open.count - 1
        if lastChild[level] >= 0 {
            tree.nodes[Int(lastChild[level])].next = index
        } else {
            tree.nodes[Int(open[level])].firstChild = index
        }
        lastChild[level] = index
        return index
    }

    private mutating func addText(_ start: Int, _ end: Int, _ literal: Bool) {
        guard end > start else { return }
        var node = MarkupTree.Node(
            name: 0, parent: open[open.count - 1], start: Int32(start), end: Int32(end))
        node.isLiteral = literal
        _ = attach(node)
    }

    private mutating func startElement(_ name: Int32, _ attributes: [MarkupTree.Attribute], contentStart: Int)
    {
        if !isXML { endImplied(by: tree.names[Int(name)], at: contentStart) }
        if open.count > maximumDepth { close(to: maximumDepth, at: contentStart, properly: false) }
        var node = MarkupTree.Node(
            name: name, parent: open[open.count - 1], start: Int32(contentStart),
            end: Int32(contentStart))
        node.attributesStart = Int32(tree.attributes.count)
        node.attributesCount = Int32(attributes.count)
        tree.attributes += attributes
        open.append(attach(node))
        lastChild.append(-1)
    }

    private mutating func endImplied(by name: String, at place: Int) {
        // What does not belong into the head ends it, whether or not its end tag comes.
        if open.count > 1, open.count <= 8, !headElements.contains(name) {
            for level in 1..<min(open.count, 3) where tree.name(Int(open[level])) == "head" {
                close(to: level, at: place, properly: true)
                break
            }
        }
        if blockElements.contains(name) {
            endOpen(["p"], within: ["button", "table", "td", "th", "object"], at: place)
        }
        if let rule = impliedEnds[name] { endOpen(rule.ends, within: rule.within, at: place) }
    }

    private mutating func endOpen(_ names: Set<String>, within: Set<String>, at place: Int) {
        var level = open.count - 1
        var outermost: Int?
        while level > 0, open.count - level < 64 {
            let name = tree.name(Int(open[level]))
            if within.contains(name) { break }
            if names.contains(name) { outermost = level }
            if names.contains("p"), name != "p", blockElements.contains(name) { break }
            level -= 1
        }
        if let outermost { close(to: outermost, at: place, properly: true) }
    }

    private mutating func endElement(_ name: Int32, at place: Int) {
        var level = open.count - 1
        while level > 0, tree.nodes[Int(open[level])].name != name { level -= 1 }
        guard level > 0 else { tree.isMalformed = true; return }
        close(to: level + 1, at: place, properly: false)
        close(to: level, at: place, properly: true)
    }

    /// Ends every open element from the innermost down to `level`.
    private mutating func close(to level: Int, at place: Int, properly: Bool) {
        while open.count > max(level, 1) {
            let node = Int(open.removeLast())
            lastChild.removeLast()
            tree.nodes[node].end = Int32(max(place, Int(tree.nodes[node].start)))
            tree.nodes[node].isClosed = properly
            if !properly { tree.isMalformed = true }
        }
    }
}
