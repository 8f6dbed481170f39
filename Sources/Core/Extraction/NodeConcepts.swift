import Markup
import Text

/// What the name, the class and the id of an element say that it is.
struct NodeConcepts: OptionSet, Sendable {
    let rawValue: UInt32

    init(rawValue: UInt32) { self.rawValue = rawValue }

    static let body = NodeConcepts(rawValue: 1)
    static let caption = NodeConcepts(rawValue: 2)
    static let furniture = NodeConcepts(rawValue: 4)
    static let comments = NodeConcepts(rawValue: 8)
    /// The article itself, whatever else it is called.
    static let article = NodeConcepts(rawValue: 16)
    /// The line of the author, or of one among others.
    static let byline = NodeConcepts(rawValue: 32)
    /// The author's name and nothing else.
    static let authorName = NodeConcepts(rawValue: 64)
    static let name = NodeConcepts(rawValue: 128)
    /// The day of publication.
    static let day = NodeConcepts(rawValue: 256)
    /// A time, of whatever.
    static let time = NodeConcepts(rawValue: 512)
    /// The day of the last change.
    static let change = NodeConcepts(rawValue: 1024)
    /// Text that a reader opens: an accordion, questions and answers.
    static let folded = NodeConcepts(rawValue: 2048)
    /// Not shown at first.
    static let hidden = NodeConcepts(rawValue: 4096)

    /// Of the element's name; see ``PageWords``.
    static let silent = NodeConcepts(rawValue: 1 << 13)
    static let dropped = NodeConcepts(rawValue: 1 << 14)
    static let inline = NodeConcepts(rawValue: 1 << 15)
    static let cardMark = NodeConcepts(rawValue: 1 << 16)
    static let line = NodeConcepts(rawValue: 1 << 17)
    static let whole = NodeConcepts(rawValue: 1 << 18)
    static let paragraph = NodeConcepts(rawValue: 1 << 19)
    static let container = NodeConcepts(rawValue: 1 << 20)
    static let told = NodeConcepts(rawValue: 1 << 21)
    static let captionElement = NodeConcepts(rawValue: 1 << 22)
    static let quoted = NodeConcepts(rawValue: 1 << 23)
    static let section = NodeConcepts(rawValue: 1 << 25)

    /// What makers of pages call the element that holds an article's text and nothing else.
    static let articleText = NodeConcepts(rawValue: 1 << 26)
    /// `entry`, `article` …, and `content`, `body`, which together name such an element: `main-article-body`.
    private static let kindOfText = NodeConcepts(rawValue: 1 << 28)
    private static let partOfText = NodeConcepts(rawValue: 1 << 29)
    /// `widget` and `widget_` with its kind, which together name a box.
    private static let widget = NodeConcepts(rawValue: 1 << 30)
    private static let kindOfWidget = NodeConcepts(rawValue: 1 << 31)
    /// A table of contents.
    static let contents = NodeConcepts(rawValue: 1 << 27)
    /// An entry of a live blog.
    static let liveEntry = NodeConcepts(rawValue: 1 << 24)

    private static let byName: [String: NodeConcepts] = {
        var out: [String: NodeConcepts] = [:]
        let lists: [(Set<String>, NodeConcepts)] = [
            (PageWords.silent, .silent), (PageWords.dropped, .dropped), (PageWords.inline, .inline),
            (PageWords.cardMarks, .cardMark), (PageWords.lines, .line), (PageWords.wholes, .whole),
            (PageWords.paragraphs, .paragraph), (PageWords.containers, .container),
            (PageWords.told, .told), (PageWords.captions, .captionElement), (PageWords.quoted, .quoted),
            (PageWords.sections, .section),
        ]
        for (words, concept) in lists { for word in words { out[word, default: []].insert(concept) } }
        return out
    }()

    /// Of every node of a page; what a name says is looked up once for all elements that bear it, and what a
    /// class or an id says once for nearly all that have it.
    static func all(_ tree: MarkupTree) -> [NodeConcepts] {
        let named = tree.names.map { byName[$0] ?? [] }
        let (source, table) = (tree.source.span, byHash)
        var known = KnownNames()
        var out: [NodeConcepts] = []
        out.reserveCapacity(tree.nodes.count)
        for node in tree.nodes.indices {
            let mine = named[Int(tree.nodes[node].name)]
            guard tree.hasAttributes(node) else { out.append(mine); continue }
            let (names, id) = tree.classAndID(node)
            var said: NodeConcepts = []
            if !names.isEmpty, names.count < 500 { said = known.concepts(source, names, table) }
            if !id.isEmpty, id.count < 500 { said.formUnion(known.concepts(source, id, table)) }
            // A box of a side bar (`class="widget widget_text"`). Page builders call every box of theirs so,
            // the article's among them.
            if said.isSuperset(of: [.widget, .kindOfWidget]) { said.insert(.furniture) }
            out.append(mine.union(said))
        }
        return out
    }

    /// By the hash of a word in lower case. A page has ten thousand class names, so no text is made of them.
    private static let byHash: ConceptTable = {
        var out = ConceptTable()
        func add(_ words: Set<String>, _ concept: NodeConcepts) {
            for word in words { out.add(FNV1a.hash(word.utf8), concept) }
        }
        add(PageWords.body, .body)
        add(PageWords.caption, .caption)
        add(PageWords.furniture, .furniture)
        add(PageWords.apparatus, .furniture)
        add(PageWords.comments, .comments)
        add(PageWords.folded, .folded)
        add(["hidden"], .hidden)
        add(["article", "articlebody", "storybody"], .article)
        add(["byline", "author", "authors"], .byline)
        add(["authorname", "bylinename", "authorlink", "postauthor"], .authorName)
        add(["name"], .name)
        add(PageWords.days, .day)
        add(["entry", "post", "article", "story", "blog"], .kindOfText)
        add(["content", "body", "text"], .partOfText)
        add(["articlebody", "storybody", "postbody", "econtent"], .articleText)
        add(["toc", "tableofcontents"], .contents)
        add(PageWords.liveEntries, .liveEntry)
        add(["timestamp", "datetime", "time"], .time)
        add(["updated", "modified", "lastupdated"], .change)
        return out
    }()

    private static let widgetWord = FNV1a.hash("widget".utf8)
    private static let label = FNV1a.hash("label".utf8)
    private static let hiddenWord = FNV1a.hash("hidden".utf8)
    /// Words of one name; with more it is a headline made into a name, whose words say nothing.
    private static let mostWords = 5

    /// What the names of one attribute say. They are cut into words at spaces, hyphens, low lines and colons;
    /// the words of one name also count joined (`most-read` is `mostread`). Names of many words do not count,
    /// and of `label-hidden` only the label is hidden.
    fileprivate init(_ source: borrowing Span<UInt8>, _ range: Range<Int>, _ table: ConceptTable) {
        self = []
        let letters = nameLetters
        var at = range.lowerBound
        while at < range.upperBound {
            var (whole, parts) = (FNV1a.start, 0)
            var (named, before): (NodeConcepts, UInt64) = ([], 0)
            var last: NodeConcepts = []
            var isEnd = false
            while !isEnd {
                let first = at
                var part = FNV1a.start
                if parts == 0 {
                    while at < range.upperBound, case let letter = letters[Int(source[at])], letter != 0 {
                        part = FNV1a.step(part, UInt64(letter))
                        at &+= 1
                    }
                    whole = part
                } else {
                    while at < range.upperBound, case let letter = letters[Int(source[at])], letter != 0 {
                        (part, whole) = (FNV1a.step(part, UInt64(letter)), FNV1a.step(whole, UInt64(letter)))
                        at &+= 1
                    }
                }
                let separator = at < range.upperBound ? source[at] : 0x20
                isEnd = separator <= 0x20
                if at > first {
                    parts += 1
                    let isLabel = part == NodeConcepts.hiddenWord && before == NodeConcepts.label
                    let mine = table[part]
                    if !isLabel { named.formUnion(mine) }
                    if last.contains(.kindOfText), mine.contains(.partOfText) { insert(.articleText) }
                    (before, last) = (part, mine)
                    if parts == 1, part == NodeConcepts.widgetWord {
                        if isEnd { insert(.widget) } else if separator == 0x5F { insert(.kindOfWidget) }
                    }
                }
                at &+= 1
            }
            if parts <= NodeConcepts.mostWords { formUnion(named) }
            if parts > 1 { formUnion(table[whole]) }
        }
    }
}

/// By byte: what stands within a word of a class, in lower case; 0 for white space, hyphens, low lines and
/// colons, which part words.
private let nameLetters: [UInt8] = (0..<256).map { byte in
    let isSeparator = byte <= 0x20 || byte == 0x2D || byte == 0x5F || byte == 0x3A
    return isSeparator ? 0 : UInt8(byte >= 65 && byte <= 90 ? byte | 0x20 : byte)
}

/// Concepts by the hash of their words: open addressing, a quarter full at most.
private struct ConceptTable: Sendable {
    private var slots = [(hash: UInt64, concepts: NodeConcepts)](repeating: (0, []), count: 1024)

    mutating func add(_ hash: UInt64, _ concept: NodeConcepts) {
        let slot = slot(of: hash)
        slots[slot] = (hash, slots[slot].concepts.union(concept))
    }

    subscript(hash: UInt64) -> NodeConcepts { slots[slot(of: hash)].concepts }

    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash &>> 20) & 1023
        while slots[slot].hash != hash, !slots[slot].concepts.isEmpty { slot = (slot + 1) & 1023 }
        return slot
    }
}

/// What the classes and ids of a page that were met last say, by their bytes' hashes.
private struct KnownNames {
    private var slots = [(hash: UInt64, concepts: NodeConcepts)](repeating: (0, []), count: 2048)

    mutating func concepts(
        _ source: borrowing Span<UInt8>, _ range: Range<Int>, _ table: ConceptTable
    ) -> NodeConcepts {
        let hash = quickHash(source.extracting(range))
        let slot = Int(truncatingIfNeeded: hash & 2047)
        if slots[slot].hash == hash { return slots[slot].concepts }
        let said = NodeConcepts(source, range, table)
        slots[slot] = (hash, said)
        return said
    }
}
