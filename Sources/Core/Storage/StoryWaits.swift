package import Model
package import Ports

extension SQLiteLedger {
    /// Stories with first alerts that waited long enough for a better copy.
    package func dueWaits(now: Moment) async throws(LedgerError) -> [StoryWait] {
        try read { (database) throws(LedgerError) in
            var waits: [StoryWait] = []
            let due = "SELECT DISTINCT story FROM story_wait WHERE due <= ? ORDER BY due LIMIT 100"
            for story in try database.rows(due, .integer(now.milliseconds), make: { $0.text(0) }) {
                waits.append(try database.wait(of: story))
            }
            return waits
        }
    }

    /// An article as it is stored.
    package func article(_ id: String) async throws(LedgerError) -> ArchivedArticle? {
        try read { (database) throws(LedgerError) in
            let sql = "SELECT \(archiveColumns) FROM article WHERE id = ?"
            return try database.row(sql, .text(id), make: archived)
        }
    }

    /// Ends a wait.
    package func finishWait(
        _ wait: StoryWait, _ article: (id: String, version: Int)?, _ candidate: Candidate?, rules: Rules
    ) async throws(LedgerError) -> [String] {
        try write { (database) throws(LedgerError) in
            guard try database.wait(of: wait.story) == wait else { return [] }
            guard let article, let candidate else {
                try database.run("DELETE FROM story_wait WHERE story = ?", .text(wait.story))
                return []
            }
            let copy = wait.copies.first { $0.article == article.id }
            for watch in copy?.watches.intersection(wait.watches).sorted() ?? [] {
                try database.end(wait, watch, told: article.id)
            }
            var standing = Standing(article: article.id, version: article.version, told: [])
            standing.story = try database.standing(of: wait.story, for: article.id)
            let writer = CandidateWriter(candidate: candidate, rules: rules)
            try writer.lookUp(&database, &standing)
            return try writer.apply(&database, rules.rule(candidate, standing), standing)
        }
    }
}

extension Connection {
    /// The watches that wait in a story, and the articles that rang them since, in the order in which they
    /// were stored (of two that came at once, the later one may have been read first).
    fileprivate mutating func wait(of story: String) throws(LedgerError) -> StoryWait {
        var wait = StoryWait(story: story, watches: try waiting(in: story), copies: [])
        let sql = """
            SELECT article.id, version, body, published_from, LENGTH(text), told.watch FROM story_member
            JOIN article ON article.id = story_member.article JOIN told ON told.article = article.id
            WHERE story_member.story = ?1 AND number >= (SELECT MIN(first) FROM story_wait WHERE story = ?1)
            AND told.watch IN (SELECT watch FROM story_wait WHERE story = ?1) ORDER BY number LIMIT 2000
            """
        let found = try rows(sql, .text(story)) { row in
            StoryWait.Copy(
                article: row.text(0), version: Int(row.integer(1)),
                body: Completeness(rawValue: row.text(2)) ?? .full, isDated: row.text(3) != "none",
                length: Int(row.integer(4)), watches: [row.text(5)])
        }
        for copy in found {
            if wait.copies.last?.article == copy.article {
                wait.copies[wait.copies.count - 1].watches.formUnion(copy.watches)
            } else {
                wait.copies.append(copy)
            }
        }
        return wait
    }

    /// A watch waits no longer: what was held for it is a copy of what is told.
    fileprivate mutating func end(_ wait: StoryWait, _ watch: String, told article: String)
        throws(LedgerError)
    {
        try run(
            "DELETE FROM story_wait WHERE story = ? AND watch = ?", .text(wait.story), .text(watch))
        for copy in wait.copies {
            // What is told is decided anew, but for a watch that was edited meanwhile.
            let (verdict, reason, note) =
                copy.article == article
                ? (Verdict.drop, Reason.ended, "the watch was changed while it waited")
                : (.count, .copy, "the better copy \(article) was told")
            try run(
                """
                UPDATE decision SET verdict = ?, reason = ?, until = NULL, note = ?
                WHERE article = ? AND watch = ? AND reason = 'best-copy'
                """, .text(verdict.rawValue), .text(reason.rawValue), .text(note), .text(copy.article),
                .text(watch))
        }
    }
}
