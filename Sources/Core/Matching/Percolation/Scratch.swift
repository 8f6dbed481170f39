/// Memory that one article after the other is decided in, so that none is made anew.
struct Scratch: Sendable {
    struct PhraseState: Sendable {
        /// The article that this was noted for.
        var article: UInt32 = 0
        /// Place of the last hit in the list plus one; 0: none.
        var last: Int32 = 0
    }

    /// A phrase that may stand at a place.
    struct Entry: Sendable {
        var record: UInt32
        var anchor: UInt32
        var place: UInt32
    }

    /// A hit of a watch that is one term and nothing else.
    struct DirectHit: Sendable {
        var watch: Int32
        var found: Found
        var scope: SearchScope
    }

    var article: UInt32 = 0
    var phrases: [PhraseState]
    var watches: [UInt32]
    var survivors: [UInt32] = []
    var entries: [Entry] = []
    var direct: [DirectHit] = []
    var hits: [Hit] = []
    /// By hit, the place of the phrase's hit before plus one.
    var hitBefore: [Int32] = []
    var candidates: [Int32] = []
    var found: [Found] = []
    var matched: [Matched] = []

    init(phrases: Int, watches: Int) {
        self.phrases = [PhraseState](repeating: PhraseState(), count: phrases)
        self.watches = [UInt32](repeating: 0, count: watches)
    }

    /// Forgets the article before.
    mutating func beginArticle() {
        if article == .max { self = Scratch(phrases: phrases.count, watches: watches.count) }
        article += 1
        hits.removeAll(keepingCapacity: true)
        hitBefore.removeAll(keepingCapacity: true)
        candidates.removeAll(keepingCapacity: true)
        direct.removeAll(keepingCapacity: true)
        found.removeAll(keepingCapacity: true)
        matched.removeAll(keepingCapacity: true)
    }

    /// Notes that a phrase was looked for.
    mutating func begin(_ phrase: Int32) { phrases[Int(phrase)] = PhraseState(article: article, last: 0) }

    /// Adds a hit of a phrase; answers whether it is the first of the article. Hits come in order of the
    /// text, and twice only one after the other.
    mutating func add(_ hit: Hit, of phrase: Int32) -> Bool {
        let state = phrases[Int(phrase)]
        let isFirst = state.article != article
        let before = isFirst ? 0 : state.last
        if before > 0, hits[Int(before) - 1] == hit { return false }
        hits.append(hit)
        hitBefore.append(before)
        phrases[Int(phrase)] = PhraseState(article: article, last: Int32(hits.count))
        return isFirst
    }
}

/// A watch that is satisfied; `found` are places in the list of what was found.
struct Matched: Sendable {
    var watch: Int32
    var found: Range<Int32>
}
