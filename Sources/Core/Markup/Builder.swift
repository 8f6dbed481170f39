import Text

/// Builds the tree of a page or of a feed. Elements deeper than 512 become siblings instead, as browsers do,
/// so that no text is lost to depth; an end tag without its element is passed over; what stays open ends with
/// its parent.
package func parseMarkup(_ source: [UInt8], isXML: Bool) -> MarkupTree {
    TreeBuilder(source: source, isXML: isXML).built()
}

private let maximumDepth = 512

/// What the builder must know of an element, by its name; looked up once a name and page.
private struct TagTraits: OptionSet {
    let rawValue: UInt32

    /// Has no content.
    static let empty = TagTraits(rawValue: 1)
    /// May stand in the head.
    static let inHead = TagTraits(rawValue: 2)
    /// Its content is text up to its end tag.
    static let raw = TagTraits(rawValue: 4)
    /// Its start ends an open paragraph (WHATWG HTML, 13.1.2.4).
    static let block = TagTraits(rawValue: 8)

    // Single elements.
    static let p = TagTraits(rawValue: 1 << 4)
    static let li = TagTraits(rawValue: 1 << 5)
    static let dt = TagTraits(rawValue: 1 << 6)
    static let dd = TagTraits(rawValue: 1 << 7)
    static let option = TagTraits(rawValue: 1 << 8)
    static let tr = TagTraits(rawValue: 1 << 9)
    static let td = TagTraits(rawValue: 1 << 10)
    static let th = TagTraits(rawValue: 1 << 11)
    static let tbody = TagTraits(rawValue: 1 << 12)
    static let thead = TagTraits(rawValue: 1 << 13)
    static let tfoot = TagTraits(rawValue: 1 << 14)
    static let table = TagTraits(rawValue: 1 << 15)
    static let list = TagTraits(rawValue: 1 << 16)
    static let dl = TagTraits(rawValue: 1 << 17)
    static let select = TagTraits(rawValue: 1 << 18)
    /// What a paragraph outside it is not ended from, besides cells and tables.
    static let scope = TagTraits(rawValue: 1 << 19)
    static let head = TagTraits(rawValue: 1 << 20)

    /// What a start tag ends, and what stops the search for it.
    var impliedEnd: (ends: TagTraits, within: TagTraits)? {
        if contains(.li) { return (.li, .list) }
        if contains(.dt) || contains(.dd) { return ([.dt, .dd], .dl) }
        if contains(.option) { return (.option, .select) }
        if contains(.tr) { return ([.tr, .td, .th], .table) }
        if contains(.td) || contains(.th) { return ([.td, .th], [.tr, .table]) }
        if contains(.tbody) { return ([.tbody, .thead, .tr, .td, .th], .table) }
        if contains(.thead) { return ([.tr, .td, .th], .table) }
        if contains(.tfoot) { return ([.tbody, .tr, .td, .th], .table) }
        return nil
    }

    static let byName: [String: TagTraits] = {
        var out: [String: TagTraits] = [:]
        func add(_ names: String, _ traits: TagTraits) {
            for name in names.split(separator: " ") { out[String(name), default: []].insert(traits) }
        }
        add("area base br col embed hr img input link meta param source track wbr", .empty)
        add("title meta link base script style noscript template head basefont bgsound", .inHead)
        add("noframes html img iframe", .inHead)
        add("script style title textarea xmp noembed iframe", .raw)
        add("address article aside blockquote center details dialog dir div dl fieldset", .block)
        add("figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu", .block)
        add("nav ol p pre search section summary table ul", .block)
        for (name, trait) in [
            ("p", p), ("li", li), ("dt", dt), ("dd", dd), ("option", option), ("tr", tr), ("td", td),
            ("th", th), ("tbody", tbody), ("thead", thead), ("tfoot", tfoot), ("table", table), ("ul", list),
            ("ol", list), ("menu", list), ("dl", dl), ("select", select), ("button", scope),
            ("object", scope), ("head", head),
        ] { add(name, trait) }
        return out
    }()
}

extension TagTraits {
    /// Of the names that every tree of HTML begins with, by their numbers.
    fileprivate static let ofHTML = Tags.names.map { byName[$0] ?? [] }
    /// The same of XML, which has none.
    fileprivate static let none = MarkupTree.namesOfFeeds.map { _ in TagTraits() }
}

/// Whether what stands in an element of HTML is text up to its end tag.
func isRawText(_ name: String) -> Bool { TagTraits.byName[name]?.contains(.raw) ?? false }

/// The numbers of names by keys of theirs. The first, which are nearly always all, lie in a table that is
/// quick to make; those of a page that has more, in a dictionary, which nobody can fill with collisions.
private struct NameNumbers {
    private var places: [(key: UInt64, number: Int32)]
    private var used = 0
    private var rest: [UInt64: Int32] = [:]

    /// `size`: a power of two.
    private init(size: Int) { places = [(key: UInt64, number: Int32)](repeating: (0, -1), count: size) }

    /// Those of the names that every tree of HTML begins with.
    static let ofHTML = NameNumbers(Tags.names, isXML: false)
    /// Those of the names that every tree of XML begins with.
    static let ofXML = NameNumbers(MarkupTree.namesOfFeeds, isXML: true)

    private init(_ names: [String], isXML: Bool) {
        self.init(size: 256)
        for (number, name) in names.enumerated().dropFirst(2) {
            let bytes = Array(name.utf8)
            _ = self.number(of: NameNumbers.key(bytes.span, 0, bytes.count, isXML: isXML), new: Int32(number))
        }
    }

    /// The name itself when it has seven bytes or fewer, or else a hash; in lower case unless it is of XML.
    static func key(_ s: borrowing Span<UInt8>, _ start: Int, _ end: Int, isXML: Bool) -> UInt64 {
        var key: UInt64 = 0
        if end &- start <= 7 {
            for at in start..<end { key = key &<< 8 | UInt64(isXML ? s[at] : asciiLower(s[at])) }
            return key
        }
        key = FNV1a.start
        for at in start..<end { key = FNV1a.step(key, UInt64(isXML ? s[at] : asciiLower(s[at]))) }
        return key | 1 << 63
    }

    /// The number of a name; `new` when it was never asked for, which it has from then on.
    mutating func number(of key: UInt64, new: Int32) -> Int32 {
        let last = places.count - 1
        var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 48) & last
        while places[at].number >= 0 {
            if places[at].key == key { return places[at].number }
            at = (at + 1) & last
        }
        if used * 3 >= places.count * 2 {
            if let known = rest[key] { return known }
            rest[key] = new
        } else {
            places[at] = (key, new)
            used += 1
        }
        return new
    }
}

private struct TreeBuilder: ~Copyable {
    var tree: MarkupTree
    let isXML: Bool
    /// The elements that are open, the page first, and of each the last child so far; behind `depth` those
    /// that were.
    private var open = [(node: Int32, lastChild: Int32)](repeating: (0, -1), count: 16)
    private var depth = 1
    private var numbers: NameNumbers
    /// By the number of a name.
    private var traits: [TagTraits]

    init(source: [UInt8], isXML: Bool) {
        tree = MarkupTree(source: source, isXML: isXML)
        self.isXML = isXML
        tree.names = isXML ? MarkupTree.namesOfFeeds : Tags.names
        traits = isXML ? TagTraits.none : TagTraits.ofHTML
        numbers = isXML ? .ofXML : .ofHTML
        tree.nodes.reserveCapacity(min(16 + source.count / 32, 65_536))
        tree.nodes.append(MarkupTree.Node(name: 1, parent: -1, start: 0, end: Int32(clamping: source.count)))
    }

    consuming func built() -> MarkupTree {
        run()
        return tree
    }

    private mutating func run() {
        let source = tree.source
        guard source.count < Int(Int32.max) else { return }
        let span = source.span
        var scanner = MarkupScanner(isXML: isXML)
        reading: while true {
            switch scanner.next(span) {
            case .done: break reading
            case .text(let start, let end, let literal): addText(start, end, literal)
            case .end(let start, let end): endElement(number(span, start, end), at: start - 2)
            case .start(let start, let end, let isEmpty):
                let name = number(span, start, end)
                startElement(name, scanner)
                if isXML ? isEmpty : traits[Int(name)].contains(.empty) {
                    close(to: depth - 1, at: scanner.at, properly: true)
                } else if !isXML, traits[Int(name)].contains(.raw) {
                    let text = tree.names[Int(name)]
                    if case .text(let from, let to, let literal) = scanner.raw(span, until: text) {
                        addText(from, to, literal)
                    }
                }
            }
        }
        close(to: 1, at: source.count, properly: false)
        tree.attributes = scanner.attributes
    }

    /// The number of a name, made on first sight.
    private mutating func number(_ s: borrowing Span<UInt8>, _ start: Int, _ end: Int) -> Int32 {
        let made = Int32(tree.names.count)
        let number = numbers.number(of: NameNumbers.key(s, start, end, isXML: isXML), new: made)
        if number < made { return number }
        let written = tree.source[start..<min(end, start + 256)]
        let name = String(decoding: isXML ? Array(written) : written.map(asciiLower), as: UTF8.self)
        tree.names.append(name)
        traits.append(isXML ? [] : TagTraits.byName[name] ?? [])
        return made
    }

    private mutating func attach(_ node: MarkupTree.Node) -> Int32 {
        let index = Int32(tree.nodes.count)
        tree.nodes.append(node)
        let (parent, before) = open[depth - 1]
        if before >= 0 {
            tree.nodes[Int(before)].next = index
        } else {
            tree.nodes[Int(parent)].firstChild = index
        }
        open[depth - 1].lastChild = index
        return index
    }

    private mutating func addText(_ start: Int, _ end: Int, _ literal: Bool) {
        guard end > start else { return }
        var node = MarkupTree.Node(
            name: 0, parent: open[depth - 1].node, start: Int32(start), end: Int32(end))
        node.isMarked = literal
        _ = attach(node)
    }

    private mutating func startElement(_ name: Int32, _ scanner: borrowing MarkupScanner) {
        let place = scanner.at
        if !isXML { endImplied(by: traits[Int(name)], at: place) }
        if depth > maximumDepth { close(to: maximumDepth, at: place, properly: false) }
        var node = MarkupTree.Node(
            name: name, parent: open[depth - 1].node, start: Int32(place), end: Int32(place))
        node.attributesStart = Int32(scanner.firstOfTag)
        node.attributesCount = UInt8(scanner.attributes.count - scanner.firstOfTag)
        node.attributeBits = scanner.attributeBits
        let made = (attach(node), Int32(-1))
        if depth < open.count { open[depth] = made } else { open.append(made) }
        depth += 1
    }

    private mutating func endImplied(by mine: TagTraits, at place: Int) {
        // What does not belong into the head ends it, whether or not its end tag comes.
        if depth > 1, depth <= 8, !mine.contains(.inHead) {
            for level in 1..<min(depth, 3) where traits(at: level).contains(.head) {
                close(to: level, at: place, properly: true)
                break
            }
        }
        if mine.contains(.block) { endOpen(.p, within: [.scope, .table, .td, .th], at: place) }
        if let rule = mine.impliedEnd { endOpen(rule.ends, within: rule.within, at: place) }
    }

    private func traits(at level: Int) -> TagTraits { traits[Int(tree.nodes[Int(open[level].node)].name)] }

    private mutating func endOpen(_ ends: TagTraits, within: TagTraits, at place: Int) {
        var level = depth - 1
        var outermost: Int?
        while level > 0, depth - level < 64 {
            let mine = traits(at: level)
            if !mine.isDisjoint(with: within) { break }
            if !mine.isDisjoint(with: ends) { outermost = level }
            if ends.contains(.p), mine.contains(.block), !mine.contains(.p) { break }
            level -= 1
        }
        if let outermost { close(to: outermost, at: place, properly: true) }
    }

    private mutating func endElement(_ name: Int32, at place: Int) {
        var level = depth - 1
        while level > 0, tree.nodes[Int(open[level].node)].name != name { level -= 1 }
        guard level > 0 else { tree.isMalformed = true; return }
        close(to: level + 1, at: place, properly: false)
        close(to: level, at: place, properly: true)
    }

    /// Ends every open element from the innermost down to `level`.
    private mutating func close(to level: Int, at place: Int, properly: Bool) {
        while depth > max(level, 1) {
            depth -= 1
            let node = Int(open[depth].node)
            let start = tree.nodes[node].start
            tree.nodes[node].end = max(Int32(place), start)
            tree.nodes[node].isMarked = properly
            if !properly { tree.isMalformed = true }
        }
    }
}
