import Model
import Ports

/// Finds the story that a candidate belongs to, among those whose articles share its keys, within the open
/// transaction; joins stories that the candidate shows to be one.
struct StoryFinder {
    let rules: Rules
    let candidate: Candidate
    let traits: StoryTraits

    /// Of one key only so many of the newest articles are looked at, and so many are compared in full.
    private static let (postings, compared) = (24, 10)
    private struct Member {
        var number: Int64
        var article: String
        var story: String
        var at: Moment
        var relation = StoryRelation(bond: nil, score: 0, resemblance: 0)
    }

    func story(_ database: inout Connection, _ article: String) throws(LedgerError) -> Standing.Story {
        if let story = try database.storyID(of: article) {
            return try database.standing(of: story)
        }
        let related = try related(&database)
        guard let best = related.first else {
            let story = "st_" + article.dropFirst(3)
            try database.run(
                "INSERT OR IGNORE INTO story VALUES (?, ?, 0, 0)", .text(story),
                .integer(candidate.firstSeen.milliseconds))
            try enter(&database, article, story, nearest: nil, isTwin: false)
            return try database.standing(of: story)
        }
        let story = try joined(&database, best, related)
        let isTwin = best.relation.bond == .copy && best.relation.resemblance >= 0.8
        try enter(&database, article, story, nearest: best, isTwin: isTwin)
        return try standing(&database, story, nearest: best)
    }

    /// Articles that the candidate belongs to, the nearest first: copies before others, then by score.
    private func related(_ database: inout Connection) throws(LedgerError) -> [Member] {
        var weights: [Int64: Int] = [:]
        for key in rules.keys(traits) {
            let sql =
                "SELECT member FROM story_key WHERE key = ? ORDER BY member DESC LIMIT \(StoryFinder.postings)"
            for member in try database.rows(
                sql, .integer(Int64(bitPattern: key.hash)), make: { $0.integer(0) })
            {
                weights[member, default: 0] += key.weight
            }
        }
        let nearest = weights.filter { $0.value > 1 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .prefix(StoryFinder.compared)
        var out: [Member] = []
        for (number, _) in nearest {
            let sql = "SELECT article, story, at, traits FROM story_member WHERE number = ?"
            let row = try database.row(sql, .integer(number)) {
                (
                    Member(
                        number: number, article: $0.text(0), story: $0.text(1),
                        at: Moment(milliseconds: $0.integer(2))), $0.numbers(3)
                )
            }
            guard let (found, blob) = row, let other = storyTraits(blob) else { continue }
            var member = found
            let apart = abs(candidate.firstSeen.milliseconds - member.at.milliseconds)
            guard apart <= rules.window.milliseconds else { continue }
            member.relation = rules.relate(traits, other)
            if member.relation.bond != nil { out.append(member) }
        }
        func rank(_ one: Member) -> (Int, Double, Int64) {
            (one.relation.bond == .copy ? 0 : 1, -one.relation.score, one.number)
        }
        return out.sorted { rank($0) < rank($1) }
    }

    /// The story of the nearest; others that the candidate is a copy of through and through become part of
    /// the oldest of them.
    private func joined(
        _ database: inout Connection, _ best: Member, _ related: [Member]
    ) throws(LedgerError) -> String {
        let close = related.filter { $0.relation.bond == .copy && $0.relation.resemblance >= 0.5 }.map(
            \.story)
        let stories = Set(close + [best.story])
        guard stories.count > 1 else { return best.story }
        var ages: [(started: Int64, id: String)] = []
        for id in stories {
            let sql = "SELECT started FROM story WHERE id = ?"
            ages.append((try database.row(sql, .text(id)) { $0.integer(0) } ?? 0, id))
        }
        let oldest = ages.min { ($0.started, $0.id) < ($1.started, $1.id) }?.id ?? best.story
        for id in stories.sorted() where id != oldest { try merge(&database, id, into: oldest) }
        return oldest
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
              step = max(step, (SELECT step FROM story WHERE id = ?2)) WHERE id = ?1
            """, .text(story), .text(id))
        try database.run("DELETE FROM story WHERE id = ?", .text(id))
    }

    /// Makes the candidate a member. What is all but the same as another is not compared with what comes: that
    /// other stands for it.
    private func enter(
        _ database: inout Connection, _ article: String, _ story: String, nearest: Member?, isTwin: Bool
    ) throws(LedgerError) {
        let keys = isTwin ? [] : rules.keys(traits).map(\.hash)
        try database.run(
            """
            INSERT INTO story_member (article, story, at, bond, score, nearest, is_shown, traits, keys)
            VALUES (?,?,?,?,?,?,0,?,?)
            """,
            .text(article), .text(story), .integer(candidate.firstSeen.milliseconds),
            .optional(nearest?.relation.bond?.rawValue),
            .integer(Int64((nearest?.relation.score ?? 1) * 1000)), .optional(nearest?.article),
            isTwin ? .null : .blob(blob(traits)), isTwin ? .null : .blob(bytes(keys)))
        let number = try database.number("SELECT last_insert_rowid()")
        for key in keys {
            try database.run(
                "INSERT INTO story_key VALUES (?, ?)", .integer(Int64(bitPattern: key)), .integer(number))
        }
        try database.run("UPDATE story SET articles = articles + 1 WHERE id = ?", .text(story))
    }

    private func standing(
        _ database: inout Connection, _ story: String, nearest: Member
    ) throws(LedgerError) -> Standing.Story {
        var out = try database.standing(of: story)
        let sql = "\(storyArticles) WHERE article = ?"
        out.card.nearest = try database.row(sql, .text(nearest.article)) { storyArticle($0) }
        out.card.nearest?.bond = nearest.relation.bond
        out.card.nearest?.score = nearest.relation.score
        return out
    }
}

extension Connection {
    /// How a story stands, for an alert of one of its articles: the copies that no alert showed yet, without
    /// `article`.
    mutating func standing(of story: String, without article: String = "") throws(LedgerError)
        -> Standing.Story
    {
        let counts = try row("SELECT articles, step FROM story WHERE id = ?", .text(story)) {
            (Int($0.integer(0)), Int($0.integer(1)))
        }
        let waiting = "WHERE story = ? AND is_shown = 0 AND article != ?"
        let copies = try rows(
            "\(storyArticles) \(waiting) ORDER BY number LIMIT \(shownCopies)", .text(story), .text(article)
        ) { storyArticle($0) }
        let total = try row(
            "SELECT COUNT(*) FROM story_member JOIN article ON article.id = article \(waiting)",
            .text(story), .text(article)
        ) { Int($0.integer(0)) }
        let card = StoryCard(
            id: story, step: (counts?.1 ?? 0) + 1, articles: counts?.0 ?? 1, nearest: nil, copies: copies,
            copiesTotal: total ?? 0)
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

func storyArticle(_ row: Row) -> StoryArticle {
    StoryArticle(
        article: row.text(0), headline: row.text(1), source: row.text(2), url: row.optionalText(3),
        bond: row.optionalText(4).flatMap(StoryBond.init), score: Double(row.integer(5)) / 1000)
}

/// Traits as they are stored: the algorithm, then each list with its length before it.
func blob(_ traits: StoryTraits) -> [UInt8] {
    var out = [StoryTraits.algorithm]
    for list in [traits.sketch, traits.headline, traits.names, traits.vocabulary] {
        out.append(UInt64(list.count))
        out += list
    }
    return bytes(out)
}

/// Nil when another algorithm made them.
func storyTraits(_ numbers: [UInt64]) -> StoryTraits? {
    guard var lists = countedLists(numbers[...], StoryTraits.algorithm, 4) else { return nil }
    let vocabulary = lists.removeLast()
    return StoryTraits(sketch: lists[0], headline: lists[1], names: lists[2], vocabulary: vocabulary)
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
