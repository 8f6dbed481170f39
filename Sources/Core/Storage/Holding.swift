package import Model
package import Ports

extension SQLiteLedger {
    /// When the next held match is due.
    package func nextRelease() async throws(LedgerError) -> Moment? {
        try read { (database) throws(LedgerError) in
            let sql = """
                SELECT MIN(due) FROM (SELECT MIN(due) AS due FROM held WHERE alert IS NULL
                UNION ALL SELECT MIN(due) FROM story_wait)
                """
            return try database.row(sql) { row in
                row.optionalInteger(0).map { Moment(milliseconds: $0) }
            } ?? nil
        }
    }

    /// Turns what is held and due into one message for each receiver.
    package func release(
        now: Moment,
        compose: @escaping @Sendable (_ receiver: String, _ items: [DigestItem]) -> ServiceMessage?
    ) async throws(LedgerError) -> [String] {
        try write { (database) throws(LedgerError) in
            let sql = "SELECT DISTINCT receiver FROM held WHERE alert IS NULL AND due <= ? ORDER BY receiver"
            var told: [String] = []
            for receiver in try database.rows(sql, .integer(now.milliseconds), make: { $0.text(0) }) {
                let isFlooded = try database.isFlooded(receiver, now: now)
                let items = try database.heldItems(
                    "receiver = ? AND alert IS NULL AND due <= ? AND (reason != 'source-flood' OR NOT ?)",
                    .text(receiver), .integer(now.milliseconds), .integer(isFlooded ? 1 : 0))
                if items.isEmpty { continue }
                guard let digest = compose(receiver, items.map(\.item)) else { continue }
                told += try database.store(digest)
                for (number, _) in items {
                    try database.run(
                        "UPDATE held SET alert = ? WHERE number = ?", .text(digest.alert.id), .integer(number)
                    )
                }
            }
            return told
        }
    }

    /// Adds a silence.
    package func add(_ silence: Silence) async throws(LedgerError) {
        try write { (database) throws(LedgerError) in
            try database.run(
                "INSERT OR REPLACE INTO silence VALUES (?,?,?,?,?,?,?,0)",
                .text(silence.id), .optional(silence.watch), .optional(silence.source),
                .integer(silence.from.milliseconds), .integer(silence.until.milliseconds),
                .text(silence.author), .text(silence.reason))
        }
    }

    /// Silences that have not ended, the oldest first, each with how many matches it holds.
    package func silences(now: Moment) async throws(LedgerError) -> [(silence: Silence, held: Int)] {
        try read { (database) throws(LedgerError) in
            var out: [(silence: Silence, held: Int)] = []
            for silence in try database.silences(at: now) {
                let sql =
                    "SELECT COUNT(*) FROM held WHERE alert IS NULL AND reason = 'silenced' AND due = ?"
                out.append(
                    (
                        silence,
                        Int(
                            try database.row(sql, .integer(silence.until.milliseconds)) { $0.integer(0) } ?? 0
                        )
                    ))
            }
            return out
        }
    }

    /// Ends a silence now: what it holds is due at once. Answers whether there was one.
    package func endSilence(_ id: String, now: Moment) async throws(LedgerError) -> Bool {
        try write { (database) throws(LedgerError) in
            let sql = "SELECT until FROM silence WHERE id = ? AND until > ?"
            let until = try database.row(sql, .text(id), .integer(now.milliseconds)) { $0.integer(0) }
            guard let until else { return false }
            try database.run(
                "UPDATE held SET due = ? WHERE alert IS NULL AND reason = 'silenced' AND due = ?",
                .integer(now.milliseconds), .integer(until))
            try database.run(
                "UPDATE silence SET until = ? WHERE id = ?", .integer(now.milliseconds), .text(id))
            return true
        }
    }

    /// What a silence would have held since an instant: how many told matches, and headlines of the newest.
    package func preview(_ silence: Silence, since: Moment) async throws(LedgerError) -> (
        count: Int, headlines: [String]
    ) {
        try read { (database) throws(LedgerError) in
            let condition = """
                FROM decision JOIN article ON article.id = decision.article WHERE verdict = 'tell' AND at >= ?1
                AND (?2 IS NULL OR decision.watch = ?2) AND (?3 IS NULL OR article.source = ?3)
                """
            let values: [Value] = [
                .integer(since.milliseconds), .optional(silence.watch), .optional(silence.source),
            ]
            var count = 0
            try database.visit("SELECT COUNT(*) \(condition)", values) { count = Int($0.integer(0)) }
            var headlines: [String] = []
            try database.visit("SELECT headline \(condition) ORDER BY at DESC LIMIT 10", values) {
                headlines.append($0.text(0))
            }
            return (count, headlines)
        }
    }
}

extension Connection {
    /// Silences that end after an instant.
    mutating func silences(at now: Moment) throws(LedgerError) -> [Silence] {
        let sql = "SELECT \(silenceColumns) FROM silence WHERE until > ? ORDER BY since, id"
        return try rows(sql, .integer(now.milliseconds), make: silence)
    }

    /// Whether a flood is still coming in for a receiver: all of it comes in one digest, or what came in ten
    /// minutes.
    fileprivate mutating func isFlooded(_ receiver: String, now: Moment) throws(LedgerError) -> Bool {
        let sql = """
            SELECT MIN(at) > ?1 AND MAX(due) > ?2 FROM held WHERE receiver = ?3 AND alert IS NULL AND reason = 'source-flood'
            """
        let began = now.milliseconds - 600_000
        return try row(sql, .integer(began), .integer(now.milliseconds), .text(receiver)) {
            $0.integer(0) == 1
        } ?? false
    }

    /// What is held and meets a condition, in the order in which it came.
    mutating func heldItems(
        _ condition: String, _ values: Value...
    ) throws(LedgerError) -> [(number: Int64, item: DigestItem)] {
        let sql = """
            SELECT number, watch, title, reason, held.at, held.text, sentence, \(cardColumns)
            FROM held JOIN article ON article.id = held.article
            WHERE \(condition) ORDER BY number
            """
        var out: [(number: Int64, item: DigestItem)] = []
        try visit(sql, values) { row in
            let item = DigestItem(
                card: articleCard(row, from: 7), watch: row.text(1), title: row.text(2),
                reason: Reason(rawValue: row.text(3)) ?? .digest, held: Moment(milliseconds: row.integer(4)),
                text: row.text(5), sentence: row.optionalText(6))
            out.append((row.integer(0), item))
        }
        return out
    }
}

/// What a silence is made of.
let silenceColumns = "id, watch, source, since, until, author, reason"

/// A silence out of `silenceColumns`.
func silence(_ row: Row) -> Silence {
    Silence(
        id: row.text(0), watch: row.optionalText(1), source: row.optionalText(2),
        from: Moment(milliseconds: row.integer(3)), until: Moment(milliseconds: row.integer(4)),
        author: row.text(5), reason: row.text(6))
}

/// What an article's card is made of.
let cardColumns = """
    article.id, article.version, article.headline, article.source, article.kind, article.url, article.place, article.byline,
    article.language, article.published, article.published_from, article.first_seen, article.body, article.caveat
    """

/// An article's card out of `cardColumns`.
func articleCard(_ row: Row, from first: Int32) -> ArticleCard {
    let kind = SourceKind(rawValue: row.text(first + 4)) ?? .folder
    return ArticleCard(
        id: row.text(first), version: Int(row.integer(first + 1)), headline: row.text(first + 2),
        sourceID: row.text(first + 3), sourceKind: kind, url: row.optionalText(first + 5),
        file: kind == .folder ? row.text(first + 6) : nil, byline: row.optionalText(first + 7),
        language: row.optionalText(first + 8),
        published: Published(
            value: row.optionalText(first + 9), moment: nil,
            from: Published.Source(rawValue: row.text(first + 10)) ?? .none),
        firstSeen: Moment(milliseconds: row.integer(first + 11)),
        body: Completeness(rawValue: row.text(first + 12)) ?? .full, caveat: row.optionalText(first + 13))
}
