import Markup

/// What the class and id of an element say that it is.
struct NodeConcepts: OptionSet, Sendable {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

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

    /// By the hash of a word in lower case. A page has ten thousand class names, so no text is made of them.
    private static let byHash: [UInt64: NodeConcepts] = {
        var out: [UInt64: NodeConcepts] = [:]
        func add(_ words: Set<String>, _ concept: NodeConcepts) {
            for word in words { out[hash(Array(word.utf8)), default: []].insert(concept) }
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
        add(["timestamp", "datetime", "time"], .time)
        add(["updated", "modified", "lastupdated"], .change)
        return out
    }()

    private static let attributes = [Array("class".utf8), Array("id".utf8)]
    private static let widget = hash(Array("widget".utf8))
    private static let label = hash(Array("label".utf8))
    private static let hiddenWord = hash(Array("hidden".utf8))
    /// Words of one name; with more it is a headline made into a name, whose words say nothing.
    private static let mostWords = 5
    private static let start: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func hash(_ word: [UInt8]) -> UInt64 { word.reduce(start, step) }

    @inline(__always)
    private static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// Of an element. Its names are cut into words at spaces, hyphens, low lines and colons; the words of one
    /// name also count joined (`most-read` is `mostread`). Names of many words do not count, and of
    /// `label-hidden` only the label is hidden.
    init(_ tree: MarkupTree, _ node: Int) {
        var found: NodeConcepts = []
        guard tree.hasAttributes(node) else { self = found; return }
        var (isWidget, hasKind) = (false, false)
        for range in tree.ranges(ofAttributes: NodeConcepts.attributes, of: node)
        where range.count < 500 {
            var (part, whole, parts, length) = (NodeConcepts.start, NodeConcepts.start, 0, 0)
            var (named, before): (NodeConcepts, UInt64) = ([], 0)
            func concepts(_ hash: UInt64) -> NodeConcepts { NodeConcepts.byHash[hash] ?? [] }
            for index in range.lowerBound...range.upperBound {
                let byte = index < range.upperBound ? tree.source[index] : 0x20
                let isEnd = byte <= 0x20
                guard isEnd || byte == 0x2D || byte == 0x5F || byte == 0x3A else {
                    let small = byte >= 65 && byte <= 90 ? byte | 0x20 : byte
                    (part, whole, length) = (
                        NodeConcepts.step(part, small), NodeConcepts.step(whole, small), length + 1
                    )
                    continue
                }
                if length > 0 {
                    parts += 1
                    let isLabel = part == NodeConcepts.hiddenWord && before == NodeConcepts.label
                    if !isLabel { named.formUnion(concepts(part)) }
                    before = part
                    if parts == 1, part == NodeConcepts.widget {
                        if isEnd { isWidget = true } else if byte == 0x5F { hasKind = true }
                    }
                }
                (part, length) = (NodeConcepts.start, 0)
                if isEnd {
                    if parts <= NodeConcepts.mostWords { found.formUnion(named) }
                    if parts > 1 { found.formUnion(concepts(whole)) }
                    (whole, parts, named, before) = (NodeConcepts.start, 0, [], 0)
                }
            }
        }
        // A box of a side bar (`class="widget widget_text"`). Page builders call every box of theirs so, the
        // article's among them.
        if isWidget, hasKind { found.insert(.furniture) }
        self = found
    }
}
