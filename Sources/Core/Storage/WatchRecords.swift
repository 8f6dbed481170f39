package import Model
package import Ports
import Text

extension SQLiteLedger {
    /// Notes which watches there are.
    package func register(_ watches: [String: Moment?], now: Moment) async throws(LedgerError) {
        try write { (database) throws(LedgerError) in
            let known = try database.rows("SELECT id FROM watch", make: { $0.text(0) })
            for id in known where watches[id] == nil {
                try database.run("DELETE FROM watch WHERE id = ?", .text(id))
            }
            let old = Set(known)
            for (id, lookBack) in watches.sorted(by: { $0.key < $1.key }) where !old.contains(id) {
                try database.run(
                    "INSERT INTO watch (id, since, look_back) VALUES (?, ?, ?)", .text(id),
                    .integer(now.milliseconds), .optional(lookBack?.milliseconds))
            }
        }
    }

    /// Watches for which the archive is still to be looked through.
    package func pendingLookBacks() async throws(LedgerError) -> [(watch: String, since: Moment)] {
        let sql =
            "SELECT id, look_back FROM watch WHERE look_back IS NOT NULL AND looked_back IS NULL ORDER BY id"
        return try read { (database) throws(LedgerError) in
            try database.rows(sql) { ($0.text(0), Moment(milliseconds: $0.integer(1))) }
        }
    }

    /// Holds what looking back found, and notes that it is done.
    package func finishLookBack(_ watch: String, _ hits: [LookBackHit], now: Moment) async throws(LedgerError)
    {
        try write { (database) throws(LedgerError) in
            for hit in hits {
                // What was decided of this version when it came in stands.
                try database.run(
                    """
                    INSERT OR IGNORE INTO decision (article, version, watch, verdict, reason, mentions, clause, at, until)
                    VALUES (?,?,?,'hold',?,?,?,?,?)
                    """,
                    .text(hit.article), .integer(Int64(hit.version)), .text(watch),
                    .text(Reason.lookBack.rawValue),
                    .integer(Int64(hit.mentions)), .text(hit.clause), .integer(now.milliseconds),
                    .integer(now.milliseconds))
                try database.storeHeld(hit.held, article: hit.article, at: now)
            }
            try database.run(
                "UPDATE watch SET looked_back = ? WHERE id = ?", .integer(now.milliseconds), .text(watch))
        }
    }

    /// How much there was on a watch's topic.
    package func coverage(
        _ watch: String, within: Duration, past: Duration, now: Moment
    ) async throws(LedgerError) -> Coverage {
        try read { (database) throws(LedgerError) in
            let from = now.milliseconds - within.milliseconds
            let row = try database.row("SELECT since, spiked FROM watch WHERE id = ?", .text(watch)) {
                ($0.integer(0), $0.optionalInteger(1))
            }
            guard let (since, spiked) = row else {
                return Coverage(now: 0, before: 0, length: .zero, told: nil)
            }
            let begin = max(since, from - past.milliseconds)
            let count =
                "SELECT COUNT(DISTINCT article) FROM decision WHERE watch = ? AND at >= ? AND at < ? AND \(isCoverage)"
            func articles(_ a: Int64, _ b: Int64) throws(LedgerError) -> Int {
                Int(try database.row(count, .text(watch), .integer(a), .integer(b)) { $0.integer(0) } ?? 0)
            }
            return Coverage(
                now: try articles(from, now.milliseconds + 1),
                before: begin < from ? try articles(begin, from) : 0,
                length: .milliseconds(max(0, from - begin)), told: spiked.map { Moment(milliseconds: $0) })
        }
    }

    /// Tells a spike.
    package func tellSpike(
        _ watch: String, title: String, since: Moment, now: Moment,
        compose: @escaping @Sendable (_ items: [DigestItem]) -> ServiceMessage?
    ) async throws(LedgerError) {
        try write { (database) throws(LedgerError) in
            let sql = """
                SELECT MAX(decision.mentions), MIN(decision.at), \(cardColumns) FROM decision
                JOIN article ON article.id = decision.article
                WHERE watch = ? AND at >= ? AND \(isCoverage) GROUP BY article.id ORDER BY 2
                """
            var items: [DigestItem] = []
            try database.visit(sql, [.text(watch), .integer(since.milliseconds)]) { row in
                let card = articleCard(row, from: 2)
                let mentions = row.integer(0)
                items.append(
                    DigestItem(
                        card: card, watch: watch, title: title, reason: .spike,
                        held: Moment(milliseconds: row.integer(1)),
                        text: "\(counted(mentions, "mention")) - \(card.headline)",
                        sentence: nil))
            }
            guard let message = compose(items) else { return }
            try database.store(message)
            try database.run(
                "UPDATE watch SET spiked = ? WHERE id = ?", .integer(now.milliseconds), .text(watch))
        }
    }

    /// What a watch checked and found since an instant.
    package func activity(_ watch: String, since: Moment) async throws(LedgerError) -> WatchActivity {
        try read { (database) throws(LedgerError) in
            var out = WatchActivity()
            out.checked = try database.number(
                "SELECT COUNT(*) FROM article WHERE matched IN (0, 1) AND updated >= \(since.milliseconds)")
            let sql = """
                SELECT COUNT(DISTINCT article), COUNT(DISTINCT CASE WHEN verdict = 'tell' THEN article END)
                FROM decision WHERE watch = ? AND at >= ? AND \(isCoverage)
                """
            try database.visit(sql, [.text(watch), .integer(since.milliseconds)]) { row in
                (out.hits, out.told) = (row.integer(0), row.integer(1))
            }
            out.last = try database.lastHit(watch)
            return out
        }
    }

    /// When a report of a watch was last told, or else since when it is known.
    package func reported(_ watch: String) async throws(LedgerError) -> Moment? {
        try read { (database) throws(LedgerError) in
            try database.row("SELECT COALESCE(reported, since) FROM watch WHERE id = ?", .text(watch)) {
                Moment(milliseconds: $0.integer(0))
            }
        }
    }

    /// Tells a report, and notes when.
    package func tellReport(_ watch: String, _ message: ServiceMessage, now: Moment) async throws(LedgerError)
    {
        try write { (database) throws(LedgerError) in
            try database.store(message)
            try database.run(
                "UPDATE watch SET reported = ? WHERE id = ?", .integer(now.milliseconds), .text(watch))
        }
    }

    /// The hours in which articles of a source came in.
    package func arrivals(_ source: String, since: Moment) async throws(LedgerError) -> [Moment] {
        let sql = """
            SELECT DISTINCT updated / 3600000 FROM article WHERE source = ? AND updated >= ? ORDER BY 1 DESC LIMIT 1500
            """
        return try read { (database) throws(LedgerError) in
            try database.rows(sql, .text(source), .integer(since.milliseconds)) {
                Moment(seconds: $0.integer(0) * 3600)
            }
        }
    }

    /// Silences that ended and of whose end nothing was said.
    package func endedSilences(now: Moment) async throws(LedgerError) -> [(silence: Silence, held: Int)] {
        let sql = """
            SELECT \(silenceColumns), (SELECT COUNT(*) FROM decision WHERE reason = 'silenced' AND at >= since
              AND note LIKE 'silence ' || silence.id || ' %') FROM silence WHERE until <= ? AND is_told = 0 ORDER BY until
            """
        return try read { (database) throws(LedgerError) in
            try database.rows(sql, .integer(now.milliseconds)) { (silence($0), Int($0.integer(7))) }
        }
    }

    /// Says that a silence ended.
    package func tellSilenceEnd(_ silence: String, _ message: ServiceMessage) async throws(LedgerError) {
        try write { (database) throws(LedgerError) in
            try database.store(message)
            try database.run("UPDATE silence SET is_told = 1 WHERE id = ?", .text(silence))
        }
    }
}

/// Decisions that are about an article on the topic, told or not.
let isCoverage =
    "reason NOT IN ('baseline', 'not-an-article', 'not-usable', 'no-longer-matches', 'retracted', 'look-back')"

extension Connection {
    /// The newest match of a watch.
    mutating func lastHit(_ watch: String) throws(LedgerError) -> Moment? {
        try row(
            "SELECT at FROM decision WHERE watch = ? AND \(isCoverage) ORDER BY at DESC LIMIT 1", .text(watch)
        ) { Moment(milliseconds: $0.integer(0)) }
    }

    /// Since when a watch is known.
    mutating func known(_ watch: String) throws(LedgerError) -> Moment? {
        try row("SELECT since FROM watch WHERE id = ?", .text(watch)) { Moment(milliseconds: $0.integer(0)) }
    }
}
