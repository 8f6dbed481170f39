package import Model
package import Ports

/// Everything about one alert: its deliveries, the story of its article, and what a digest held.
package struct AlertDetail: Sendable {
    package var alert: AlertRecord
    package var story: StoryRecord?
    package var items: [DigestItem]
}

/// A story with its articles in the order in which they came.
package struct StoryRecord: Sendable {
    package var id: String
    /// Alerts of it so far.
    package var steps: Int
    package var articles: [StoryArticle]
    /// What the article that was asked about is nearest to, with the bond between them; of another story when
    /// that is `part`.
    package var nearest: StoryArticle?
}

/// A match that waits for its digest, or came in one.
package struct HeldRecord: Sendable {
    package var receiver: String
    package var watch: String
    package var reason: String
    package var due: Moment
    /// The digest it came in; nil while it waits.
    package var alert: String?
}

extension SQLiteLedger {
    /// What is known of an alert; nil when there is none of that id.
    package func alertDetail(_ id: String) async throws(LedgerError) -> AlertDetail? {
        try read { (database) throws(LedgerError) in
            guard let alert = try database.alert(id) else { return nil }
            let items =
                try database.heldItems("alert = ?", .text(id)).map(\.item) + database.folded(into: id)
            let story =
                try alert.article.map { article throws(LedgerError) in try database.story(of: article) }
                ?? nil
            return AlertDetail(alert: alert, story: story, items: items)
        }
    }

    /// Matches that wait, by reason: how many, and when the first is due.
    package func waitingMatches() async throws(LedgerError) -> [(reason: String, count: Int, due: Moment)] {
        try read { (database) throws(LedgerError) in
            let sql =
                """
                SELECT reason, COUNT(*), MIN(due) FROM held WHERE alert IS NULL GROUP BY reason
                UNION ALL SELECT 'best-copy', COUNT(*), MIN(due) FROM story_wait HAVING COUNT(*) > 0 ORDER BY reason
                """
            return try database.rows(sql) { row in
                (row.text(0), Int(row.integer(1)), Moment(milliseconds: row.integer(2)))
            }
        }
    }
}

extension Connection {
    /// The story that an article belongs to, with up to 200 of its articles.
    mutating func story(of article: String) throws(LedgerError) -> StoryRecord? {
        let sql =
            "SELECT story.id, step FROM story_member JOIN story ON story.id = story WHERE article = ?"
        guard let (id, steps) = try row(sql, .text(article), make: { ($0.text(0), Int($0.integer(1))) })
        else {
            return nil
        }
        let members = "\(storyArticles) WHERE story = ? ORDER BY number LIMIT 200"
        let articles = try rows(members, .text(id)) { storyArticle($0) }
        let near = """
            SELECT article.id, headline, source, url, own.bond, own.score FROM story_member AS own
            JOIN article ON article.id = nearest WHERE article = ?
            """
        let nearest = try row(near, .text(article)) { row in
            var one = storyArticle(row)
            one.bond = storyBond(row)
            return one
        }
        return StoryRecord(id: id, steps: steps, articles: articles, nearest: nearest)
    }

    /// What was held of an article's matches.
    mutating func held(_ article: String) throws(LedgerError) -> [HeldRecord] {
        let sql = "SELECT receiver, watch, reason, due, alert FROM held WHERE article = ? ORDER BY number"
        return try rows(sql, .text(article)) { row in
            HeldRecord(
                receiver: row.text(0), watch: row.text(1), reason: row.text(2),
                due: Moment(milliseconds: row.integer(3)), alert: row.optionalText(4))
        }
    }
}
