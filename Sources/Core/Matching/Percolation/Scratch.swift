import Synchronization

/// Memory that one article after the other is decided in, so that none is made anew. Moved, never copied: to
/// count the owners of its lists for every article would cost a twentieth of the time.
struct Scratch: ~Copyable, Sendable {
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
    let survivors: SurvivorLists
    /// Phrases to be compared that the lists of survivors have no room for.
    var moreEntries: [Entry] = []
    var direct: [DirectHit] = []
    /// Of each watch that has direct hits the first, as a place among them: so many are of this article.
    var directFirsts: [Int32] = []
    var directFirstCount = 0
    var directLasts: [Int32] = []
    var wordMap = WordMap()
    var hasWordMap = false
    var hits: [Hit] = []
    /// By hit, the place of the phrase's hit before plus one.
    var hitBefore: [Int32] = []
    var candidates: [Int32] = []
    var found: [Found] = []
    var matched: [Matched] = []

    init(phrases: Int, watches: Int, survivors: SurvivorLists = SurvivorLists()) {
        self.survivors = survivors
        self.phrases = [State](repeating: State(), count: phrases)
        self.watches = [UInt32](repeating: 0, count: watches)
    }

    /// Forgets the article before.
    mutating func beginArticle() {
        if article == .max {
            self = Scratch(phrases: phrases.count, watches: watches.count, survivors: survivors)
        }
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

/// Where a scratch waits for its next article.
final class ScratchBox: Sendable {
    private let scratch = Mutex<Scratch?>(nil)

    /// Puts a scratch in that is not in use.
    func put(_ used: consuming Scratch) {
        var used = Optional(used)
        scratch.withLock { $0 = used.take() }
    }

    /// Takes it out.
    func take() -> Scratch? { scratch.withLock { $0.take() } }
}

/// A watch that is satisfied; `found` are places in the list of what was found.
struct Matched: Sendable {
    var watch: Int32
    var found: Range<Int32>
}
