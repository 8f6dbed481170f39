import Model
import Ports

extension Connection {
    /// What each watch was told of a story.
    mutating func told(_ story: String) throws(LedgerError) -> [String: TopicNews] {
        let found = try rows("SELECT watch, news FROM story_told WHERE story = ?", .text(story)) {
            ($0.text(0), topicNews($0.numbers(1)))
        }
        return Dictionary(found.compactMap { watch, news in news.map { (watch, $0) } }) { first, _ in first }
    }

    /// The story that an article belongs to; nil when no watch ever matched it.
    mutating func storyID(of article: String) throws(LedgerError) -> String? {
        try row("SELECT story FROM story_member WHERE article = ?", .text(article)) { $0.text(0) }
    }

    /// Watches whose first alert of a story waits for its best copy.
    mutating func waiting(in story: String) throws(LedgerError) -> Set<String> {
        Set(try rows("SELECT watch FROM story_wait WHERE story = ?", .text(story)) { $0.text(0) })
    }

    /// Adds to what a watch was told of a story.
    mutating func add(_ news: TopicNews, told watch: String, of story: String) throws(LedgerError) {
        let sql = "SELECT news FROM story_told WHERE story = ? AND watch = ?"
        let before = try row(sql, .text(story), .text(watch)) { topicNews($0.numbers(0)) } ?? nil
        let all = before?.union(news) ?? news
        try run(
            "INSERT OR REPLACE INTO story_told VALUES (?, ?, ?)", .text(story), .text(watch), .blob(blob(all))
        )
    }

    /// Stores what a ruling changes of its story: what was told, and that its copies were shown.
    mutating func storeStory(_ ruling: Ruling, _ standing: Standing) throws(LedgerError) {
        guard let story = standing.story else { return }
        for (watch, news) in ruling.news.sorted(by: { $0.key < $1.key }) {
            try add(news, told: watch, of: story.card.id)
        }
        for (watch, due) in ruling.waits {
            try run(
                "INSERT OR IGNORE INTO story_wait SELECT story, ?, number, ? FROM story_member WHERE article = ?",
                .text(watch), .integer(due.milliseconds), .text(standing.article))
        }
        guard ruling.alert != nil || !ruling.held.isEmpty else { return }
        try run("UPDATE story SET step = step + 1, waiting = 0 WHERE id = ?", .text(story.card.id))
        let sql = "UPDATE story_member SET is_shown = 1 WHERE story = ? AND is_shown = 0"
        try run(sql, .text(story.card.id))
    }

    /// Reads back what members are looked up by.
    mutating func load(_ index: inout StoryIndex) throws(LedgerError) {
        let newest = try number("SELECT MAX(member) FROM story_keys")
        var loaded = StoryIndex()
        let sql = "SELECT member, keys FROM story_keys WHERE member > ? ORDER BY member"
        try visit(sql, [.integer(newest - StoryIndex.maximumMembers)]) {
            loaded.insert($0.numbers(1), $0.integer(0))
        }
        loaded.finishLoading()
        index = loaded
    }

    /// Takes up to 500 articles that came in before an instant (milliseconds) out of comparison with newer ones.
    mutating func forgetStories(before: Int64, _ index: inout StoryIndex) throws(LedgerError) {
        let eldest = try rows("SELECT member, at FROM story_traits ORDER BY member LIMIT 500") {
            (member: $0.integer(0), at: $0.integer(1))
        }
        guard let last = eldest.prefix(while: { $0.at < before }).last else { return }
        try run("DELETE FROM story_traits WHERE member <= ?", .integer(last.member))
        try run("DELETE FROM story_keys WHERE member <= ?", .integer(last.member))
        index.forget(before: last.member + 1)
    }

    /// Takes an article out of its story, and the story away with its last.
    mutating func forgetMember(_ article: String) throws(LedgerError) {
        let sql = "SELECT number, story, is_shown FROM story_member WHERE article = ?"
        let found = try row(sql, .text(article)) { ($0.integer(0), $0.text(1), $0.integer(2) == 1) }
        guard let (number, story, isShown) = found else { return }
        for table in ["story_traits", "story_keys"] {
            try run("DELETE FROM \(table) WHERE member = ?", .integer(number))
        }
        try run("DELETE FROM story_member WHERE number = ?", .integer(number))
        if !isShown { try run("UPDATE story SET waiting = waiting - 1 WHERE id = ?", .text(story)) }
        let others = "SELECT 1 FROM story_member WHERE story = ? LIMIT 1"
        guard try row(others, .text(story), make: { _ in true }) == nil else { return }
        try run("DELETE FROM story WHERE id = ?", .text(story))
        try run("DELETE FROM story_told WHERE story = ?", .text(story))
        try run("DELETE FROM story_wait WHERE story = ?", .text(story))
    }

    /// Counts messages against what their receivers may have in a window.
    mutating func storeGiven(_ given: [String: (window: Moment, count: Int)]) throws(LedgerError) {
        for (receiver, (window, count)) in given.sorted(by: { $0.key < $1.key }) {
            try run(
                "INSERT OR REPLACE INTO given VALUES (?, ?, ?)", .text(receiver),
                .integer(window.milliseconds), .integer(Int64(count)))
        }
    }

    /// Puts matches where they wait for their digest.
    mutating func storeHeld(_ held: [Held], article: String, at: Moment) throws(LedgerError) {
        for one in held {
            try run(
                """
                INSERT INTO held (receiver, watch, title, article, reason, at, due, text, sentence)
                VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (receiver, watch, article) DO UPDATE SET reason = excluded.reason,
                  due = excluded.due, text = excluded.text, sentence = excluded.sentence, at = excluded.at, alert = NULL
                """,
                .text(one.receiver), .text(one.watch), .text(one.title), .text(article),
                .text(one.reason.rawValue), .integer(at.milliseconds), .integer(one.due.milliseconds),
                .text(one.text), .optional(one.sentence))
        }
    }
}

/// News as they are stored.
private let newsAlgorithm: UInt64 = 1

private func blob(_ news: TopicNews) -> [UInt8] {
    var out = [newsAlgorithm]
    for list in [news.speakers, news.places, news.words] {
        out.append(UInt64(list.count))
        out += list
    }
    return bytes(out)
}

private func topicNews(_ numbers: [UInt64]) -> TopicNews? {
    guard let lists = countedLists(numbers[...], newsAlgorithm, 3) else { return nil }
    var news = TopicNews()
    (news.speakers, news.places, news.words) = (lists[0], lists[1], lists[2])
    return news
}
