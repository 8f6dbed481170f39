/// Memory that one article after the other is decided in, so that none is made anew.
struct Scratch: Sendable {
    /// What an article did to a phrase.
    struct State: Sendable {
        /// The article that this was noted for.
        var article: UInt32 = 0
        /// Place of the last hit in the list plus one; 0: none.
        var last: Int32 = 0
    }

    /// A phrase that may stand at a place.
    struct Entry: Sendable {
        /// Place of its record.
        var record: UInt32
        /// Which word of the text it is filed under.
        var place: UInt32
    }

    /// A hit of a watch that is one term and nothing else.
    struct DirectHit: Sendable {
        var watch: Int32
        var found: Found
        var scope: SearchScope
        /// The watch's next hit plus one; 0: none.
        var next: Int32 = 0
    }

    var article: UInt32 = 0
    var phrases: [State]
    /// By watch, the article that it was last a candidate for.
    var watches: [UInt32]
    var survivors: [UInt32] = []
    var entries: [Entry] = []
    var direct: [DirectHit] = []
    /// Of each watch that has direct hits the first, as a place among them.
    var directFirsts: [Int32] = []
    private var directLasts: [Int32] = []
    var wordMap = WordMap()
    var hasWordMap = false
    var hits: [Hit] = []
    /// By hit, the place of the phrase's hit before plus one.
    var hitBefore: [Int32] = []
    var candidates: [Int32] = []
    var found: [Found] = []
    var matched: [Matched] = []

    init(phrases: Int, watches: Int) {
        self.phrases = [State](repeating: State(), count: phrases)
        self.watches = [UInt32](repeating: 0, count: watches)
    }

    /// Forgets the article before.
    mutating func beginArticle() {
        if article == .max { self = Scratch(phrases: phrases.count, watches: watches.count) }
        article += 1
        hasWordMap = false
        hits.removeAll(keepingCapacity: true)
        hitBefore.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        direct.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        matched.removeAll(keepingCapacity: true)
    }

    /// Notes that a phrase was looked for.
    mutating func begin(_ phrase: Int32) { phrases[Int(phrase)] = State(article: article, last: 0) }

    /// Chains the direct hits of each watch, and lists the first of each. The table is made for these few
    /// hits, since one by watch would be another line of far memory for each.
    mutating func chainDirect() {
        directFirsts.removeAll(keepingCapacity: true)
        var size = 64
        while size < direct.count * 2 { size *= 2 }
        if directLasts.count < size { directLasts = [Int32](repeating: 0, count: size) }
        for slot in 0..<size { directLasts[slot] = 0 }
        for index in direct.indices {
            let watch = direct[index].watch
            var slot = Int(UInt32(bitPattern: watch) &* 0x9E37_79B1 >> 8) & (size - 1)
            while directLasts[slot] > 0, direct[Int(directLasts[slot]) - 1].watch != watch {
                slot = (slot + 1) & (size - 1)
            }
            if directLasts[slot] > 0 {
                direct[Int(directLasts[slot]) - 1].next = Int32(index + 1)
            } else {
                directFirsts.append(Int32(index))
            }
            directLasts[slot] = Int32(index + 1)
        }
    }

    /// Adds a hit of a phrase; answers whether it is the first of the article. Hits come in order of the
    /// text, and twice only one after the other.
    mutating func add(_ hit: Hit, of phrase: Int32) -> Bool {
        let state = phrases[Int(phrase)]
        let isFirst = state.article != article
        let before = isFirst ? 0 : state.last
        if before > 0, hits[Int(before) - 1] == hit { return false }
        hits.append(hit)
        hitBefore.append(before)
        phrases[Int(phrase)] = State(article: article, last: Int32(hits.count))
        return isFirst
    }
}

/// A watch that is satisfied; `found` are places in the list of what was found.
struct Matched: Sendable {
    var watch: Int32
    var found: Range<Int32>
}
