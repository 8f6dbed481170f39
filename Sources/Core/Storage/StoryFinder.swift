import Model
import Ports

/// Finds the story that a candidate belongs to, among those whose articles share its keys, within the open
/// transaction; joins stories that the candidate shows to be one. Whatever the order in which articles come,
/// those become one story between which a chain of bonds leads.
struct StoryFinder {
    let rules: Rules
    let candidate: Candidate
    let traits: StoryTraits

    /// So many of the members that share keys are compared in full whatever they belong to, and so many more
    /// of stories that none was found of.
    private static let (compared, comparedFurther) = (10, 30)
    private struct Member {
        var number: Int64
        var article: String
        var story: String
        var relation: StoryRelation
        /// It came shortly before and stands for the candidate when others are compared.
        var isTwin: Bool
    }

    func story(
        _ database: inout Connection, _ index: inout StoryIndex, _ article: String
    ) throws(LedgerError) -> Standing.Story {
        if let story = try database.storyID(of: article) {
            return try database.standing(of: story, for: article)
        }
        if !index.isLoaded { try database.load(&index) }
        let keys = rules.keys(traits)
        let related = try related(&database, index, keys)
        let own = related.filter { $0.relation.bond?.isOneStory == true }
        let story =
            own.isEmpty
            ? try begun(&database, article) : try joined(&database, Set(own.map(\.story)))
        let number = try enter(&database, article, story, nearest: related.first)
        if !own.contains(where: \.isTwin) { try remember(&database, &index, number, keys) }
        for part in Set(related.map(\.story)).subtracting(own.map(\.story)).sorted() {
            for (watch, news) in try database.told(part) {
                try database.add(news, told: watch, of: story)
            }
        }
        return try standing(&database, story, article, nearest: related.first)
    }

    /// Articles that the candidate has a bond with, the nearest first: copies before others, parts last, then
    /// by score.
    private func related(
        _ database: inout Connection, _ index: StoryIndex, _ keys: [StoryKey]
    ) throws(LedgerError) -> [Member] {
        var out: [Member] = []
        var found: Set<String> = []
        var count = 0
        for number in nearest(index, keys) {
            guard count < StoryFinder.compared + StoryFinder.comparedFurther else { break }
            let sql = "SELECT article, story FROM story_member WHERE number = ?"
            let member = try database.row(sql, .integer(number)) { ($0.text(0), $0.text(1)) }
            guard let (article, story) = member else { continue }
            guard count < StoryFinder.compared || !found.contains(story) else { continue }
            count += 1
            guard let (at, other) = try traits(&database, of: number) else { continue }
            let relation = rules.relate(traits, other)
            guard let bond = relation.bond else { continue }
            if bond.isOneStory { found.insert(story) }
            out.append(
                Member(
                    number: number, article: article, story: story, relation: relation,
                    isTwin: abs(since(at)) <= rules.window.milliseconds / 8 && traits.isLike(other)))
        }
        func rank(_ one: Member) -> (Int, Double, Int64) {
            let bonds: [StoryBond?] = [.copy, .event, .part]
            return (bonds.firstIndex(of: one.relation.bond) ?? 3, -one.relation.score, one.number)
        }
        return out.sorted { rank($0) < rank($1) }
    }

    /// Those of a member and when it came, unless that is too long before or after the candidate.
    private func traits(
        _ database: inout Connection, of number: Int64
    ) throws(LedgerError) -> (at: Int64, StoryTraits)? {
        let sql = "SELECT at, traits FROM story_traits WHERE member = ?"
        let row = try database.row(sql, .integer(number)) { ($0.integer(0), storyTraits($0.numbers(1))) }
        guard let (at, found) = row, let found, abs(since(at)) <= rules.window.milliseconds else {
            return nil
        }
        return (at, found)
    }

    /// Milliseconds from an instant to when the candidate came.
    private func since(_ at: Int64) -> Int64 { candidate.firstSeen.milliseconds - at }

    /// The members that share most weight of keys, at least two.
    private func nearest(_ index: StoryIndex, _ keys: [StoryKey]) -> [Int64] {
        var shared: [(member: Int64, weight: Int)] = []
        var found: [Int64] = []
        // One member after the other when sorted, each beside its weights.
        var postings: [Int64] = []
        for key in keys {
            found.removeAll(keepingCapacity: true)
            index.find(key.hash, into: &found)
            for member in found { postings.append(member << 2 | Int64(key.weight)) }
        }
        postings.sort()
        for posting in postings {
            let (member, weight) = (posting >> 2, Int(posting & 3))
            if shared.last?.member == member {
                shared[shared.count - 1].weight += weight
            } else {
                if let last = shared.last, last.weight < 2 { shared.removeLast() }
                shared.append((member, weight))
            }
        }
        if let last = shared.last, last.weight < 2 { shared.removeLast() }
        shared.sort { ($1.weight, $0.member) < ($0.weight, $1.member) }
        return shared.map(\.member)
    }

    /// A new story.
    private func begun(_ database: inout Connection, _ article: String) throws(LedgerError) -> String {
        let story = "st_" + article.dropFirst(3)
        let sql = "INSERT OR IGNORE INTO story VALUES (?, ?, 0, 0, 0)"
        try database.run(sql, .text(story), .integer(candidate.firstSeen.milliseconds))
        return story
    }

    /// The oldest of some stories, of which the others become part.
    private func joined(
        _ database: inout Connection, _ stories: Set<String>
    ) throws(LedgerError) -> String {
        var ages: [(started: Int64, id: String)] = []
        for id in stories {
            let sql = "SELECT started FROM story WHERE id = ?"
            ages.append((try database.row(sql, .text(id)) { $0.integer(0) } ?? 0, id))
        }
        ages.sort { ($0.started, $0.id) < ($1.started, $1.id) }
        for (_, id) in ages.dropFirst() { try merge(&database, id, into: ages[0].id) }
        return ages[0].id
    }

    private func merge(_ database: inout Connection, _ id: String, into story: String) throws(LedgerError) {
        for (watch, news) in try database.told(id) { try database.add(news, told: watch, of: story) }
        try database.run("DELETE FROM story_told WHERE story = ?", .text(id))
        try database.run("UPDATE story_member SET story = ? WHERE story = ?", .text(story), .text(id))
        let wait = "UPDATE OR IGNORE story_wait SET story = ? WHERE story = ?"
        try database.run(wait, .text(story), .text(id))
        try database.run("DELETE FROM story_wait WHERE story = ?", .text(id))
        try database.run(
            """
            UPDATE story SET articles = articles + (SELECT articles FROM story WHERE id = ?2),
              waiting = waiting + (SELECT waiting FROM story WHERE id = ?2),
              step = max(step, (SELECT step FROM story WHERE id = ?2)) WHERE id = ?1
            """, .text(story), .text(id))
        try database.run("DELETE FROM story WHERE id = ?", .text(id))
    }

    /// Makes the candidate a member; answers its number.
    private func enter(
        _ database: inout Connection, _ article: String, _ story: String, nearest: Member?
    ) throws(LedgerError) -> Int64 {
        try database.run(
            "INSERT INTO story_member (article, story, at, bond, score, nearest, is_shown) VALUES (?,?,?,?,?,?,0)",
            .text(article), .text(story), .integer(candidate.firstSeen.milliseconds),
            .optional(nearest?.relation.bond?.rawValue),
            .integer(Int64((nearest?.relation.score ?? 1) * 1000)), .optional(nearest?.article))
        let number = try database.number("SELECT last_insert_rowid()")
        let count = "UPDATE story SET articles = articles + 1, waiting = waiting + 1 WHERE id = ?"
        try database.run(count, .text(story))
        return number
    }

    /// Has a member compared with what comes.
    private func remember(
        _ database: inout Connection, _ index: inout StoryIndex, _ number: Int64, _ keys: [StoryKey]
    ) throws(LedgerError) {
        let hashes = keys.map(\.hash)
        try database.run("INSERT INTO story_keys VALUES (?, ?)", .integer(number), .blob(bytes(hashes)))
        try database.run(
            "INSERT INTO story_traits VALUES (?, ?, ?)", .integer(number),
            .integer(candidate.firstSeen.milliseconds), .blob(blob(traits)))
        index.insert(hashes, number)
    }

    private func standing(
        _ database: inout Connection, _ story: String, _ article: String, nearest: Member?
    ) throws(LedgerError) -> Standing.Story {
        var out = try database.standing(of: story, for: article)
        guard let nearest else { return out }
        let sql = "\(storyArticles) WHERE article = ?"
        out.card.nearest = try database.row(sql, .text(nearest.article)) { storyArticle($0) }
        out.card.nearest?.bond = nearest.relation.bond
        out.card.nearest?.score = nearest.relation.score
        return out
    }
}

extension Connection {
    /// How a story stands, for an alert of one of its articles: the copies that no alert showed yet, without
    /// that article.
    mutating func standing(of story: String, for article: String) throws(LedgerError) -> Standing.Story {
        let counts = try row("SELECT articles, step, waiting FROM story WHERE id = ?", .text(story)) {
            (articles: Int($0.integer(0)), step: Int($0.integer(1)), waiting: Int($0.integer(2)))
        }
        var card = StoryCard(
            id: story, step: (counts?.step ?? 0) + 1, articles: counts?.articles ?? 1, nearest: nil,
            copies: [],
            copiesTotal: counts?.waiting ?? 0)
        let own = "SELECT 1 FROM story_member WHERE article = ? AND is_shown = 0"
        if try row(own, .text(article), make: { _ in true }) == true { card.copiesTotal -= 1 }
        if card.copiesTotal > 0 {
            let sql = """
                \(storyArticles) WHERE story = ? AND is_shown = 0 AND article != ? ORDER BY number
                LIMIT \(shownCopies)
                """
            card.copies = try rows(sql, .text(story), .text(article)) { storyArticle($0) }
        }
        return Standing.Story(card: card, told: try told(story))
    }
}

/// Copies that an alert shows.
private let shownCopies = 20

/// The articles of stories, as `storyArticle` reads them.
let storyArticles = """
    SELECT article.id, headline, source, url, bond, score FROM story_member
    JOIN article ON article.id = article
    """

/// The bond is the one within its story: what is only part of a text of another is its story's first.
func storyArticle(_ row: Row) -> StoryArticle {
    let bond = storyBond(row)
    return StoryArticle(
        article: row.text(0), headline: row.text(1), source: row.text(2), url: row.optionalText(3),
        bond: bond?.isOneStory == true ? bond : nil, score: Double(row.integer(5)) / 1000)
}

func storyBond(_ row: Row) -> StoryBond? { row.optionalText(4).flatMap(StoryBond.init) }

/// Traits as they are stored: a number for this form, the length of each list, the names, and of the others
/// the upper halves, two in a number.
func blob(_ traits: StoryTraits) -> [UInt8] {
    let lists = [traits.sketch, traits.headline, traits.vocabulary]
    var out = [halvedTraits] + lists.map { UInt64($0.count) } + [UInt64(traits.names.count)] + traits.names
    var half: UInt64?
    for hash in lists.joined() {
        if let first = half {
            out.append(first | hash >> 32)
            half = nil
        } else {
            half = (hash >> 32) << 32
        }
    }
    if let half { out.append(half) }
    return bytes(out)
}

/// Nil when another algorithm made them.
func storyTraits(_ numbers: [UInt64]) -> StoryTraits? {
    guard numbers.first == halvedTraits else { return wholeTraits(numbers) }
    guard numbers.count >= 5, numbers[1...4].allSatisfy({ $0 <= 1 << 16 }) else { return nil }
    let counts = numbers[1...4].map { Int($0) }
    let halves = counts[0] + counts[1] + counts[2]
    guard numbers.count == 5 + counts[3] + (halves + 1) / 2 else { return nil }
    func list(_ first: Int, _ count: Int) -> [UInt64] {
        (first..<first + count).map {
            let both = numbers[5 + counts[3] + $0 / 2]
            return $0 % 2 == 0 ? (both >> 32) << 32 : both << 32
        }
    }
    return StoryTraits(
        sketch: list(0, counts[0]), headline: list(counts[0], counts[1]),
        names: Array(numbers[5..<5 + counts[3]]), vocabulary: list(counts[0] + counts[1], counts[2]))
}

/// The form of stored traits that has the upper halves of their hashes.
private let halvedTraits: UInt64 = 2

/// Traits as they were stored before: whole hashes, each list behind its length.
private func wholeTraits(_ numbers: [UInt64]) -> StoryTraits? {
    guard let lists = countedLists(numbers[...], 1, 4) else { return nil }
    return StoryTraits(sketch: lists[0], headline: lists[1], names: lists[2], vocabulary: lists[3])
}

/// So many lists, each behind its length, behind a number that must be `first`.
func countedLists(_ numbers: ArraySlice<UInt64>, _ first: UInt64, _ count: Int) -> [[UInt64]]? {
    guard numbers.first == first else { return nil }
    var rest = numbers.dropFirst()
    var out: [[UInt64]] = []
    for _ in 0..<count {
        guard let length = rest.popFirst(), length <= UInt64(rest.count) else { return nil }
        out.append(Array(rest.prefix(Int(length))))
        rest = rest.dropFirst(Int(length))
    }
    return out
}
