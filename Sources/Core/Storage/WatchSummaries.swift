import Executors
package import Model
package import Ports

/// How a watch did.
package struct WatchSummary: Sendable, Equatable {
    /// Since when it is known.
    package var since: Moment?
    /// Articles that matched since an instant, and of those told at once.
    package var hits: Int64 = 0
    package var told: Int64 = 0
    /// Its newest match ever.
    package var last: Moment?
    /// Alerts of it that people called wrong, and useful.
    package var wrong: Int64 = 0
    package var useful: Int64 = 0

    package init() {}
}

/// What somebody said of an alert.
package struct Feedback: Sendable, Equatable {
    package var alert: String
    /// `wrong` or `useful`.
    package var verdict: String
    package var author: String
    package var note: String?

    package init(alert: String, verdict: String, author: String, note: String?) {
        (self.alert, self.verdict, self.author, self.note) = (alert, verdict, author, note)
    }
}

extension ArchiveFile {
    /// How each watch did since an instant, by its id; read beside the writer, which it does not hold up.
    package func watchSummaries(since: Moment) async throws(LedgerError) -> [String: WatchSummary] {
        try await read { (database) throws(LedgerError) in try database.watchSummaries(since: since) }
    }
}

extension SQLiteLedger {
    /// The watches that an alert told of.
    package func watches(of alert: String) async throws(LedgerError) -> [String] {
        try read { (database) throws(LedgerError) in try database.watches(of: alert) }
    }

    /// Notes what somebody said of an alert, of one of its watches or of all; the last word counts. Answers
    /// the watches that it was noted for.
    package func add(_ feedback: Feedback, watch: String?, now: Moment) async throws(LedgerError) -> [String]
    {
        try write { (database) throws(LedgerError) in
            let watches = try database.watches(of: feedback.alert).filter { watch == nil || $0 == watch }
            for one in watches {
                try database.run(
                    "INSERT OR REPLACE INTO feedback VALUES (?,?,?,?,?,?)", .text(feedback.alert), .text(one),
                    .text(feedback.verdict), .text(feedback.author), .optional(feedback.note),
                    .integer(now.milliseconds))
            }
            return watches
        }
    }
}

extension Connection {
    fileprivate mutating func watches(of alert: String) throws(LedgerError) -> [String] {
        let sql = """
            SELECT decision.watch FROM alert JOIN decision ON decision.article = alert.article
              AND decision.version = alert.version AND decision.verdict = 'tell' WHERE alert.id = ?1
            UNION SELECT watch FROM held WHERE alert = ?1 ORDER BY 1
            """
        return try rows(sql, .text(alert)) { $0.text(0) }
    }

    fileprivate mutating func watchSummaries(since: Moment) throws(LedgerError) -> [String: WatchSummary] {
        var out: [String: WatchSummary] = [:]
        let hits = """
            SELECT watch, COUNT(DISTINCT CASE WHEN at >= ?1 THEN article END),
              COUNT(DISTINCT CASE WHEN at >= ?1 AND verdict = 'tell' THEN article END), MAX(at)
            FROM decision WHERE \(isCoverage) GROUP BY watch
            """
        try visit(hits, [.integer(since.milliseconds)]) { row in
            out[row.text(0), default: WatchSummary()].hits = row.integer(1)
            out[row.text(0), default: WatchSummary()].told = row.integer(2)
            out[row.text(0), default: WatchSummary()].last = Moment(milliseconds: row.integer(3))
        }
        try visit("SELECT id, since FROM watch", []) { row in
            out[row.text(0), default: WatchSummary()].since = Moment(milliseconds: row.integer(1))
        }
        let said =
            "SELECT watch, SUM(verdict = 'wrong'), SUM(verdict = 'useful') FROM feedback GROUP BY watch"
        try visit(said, []) { row in
            out[row.text(0), default: WatchSummary()].wrong = row.integer(1)
            out[row.text(0), default: WatchSummary()].useful = row.integer(2)
        }
        return out
    }
}

/// A body of an alert about an article, with the article's text.
package struct ToldBody: Sendable {
    package var alert: String
    package var receiver: String
    package var body: [UInt8]
    /// Nil when a newer version of the article is stored.
    package var text: [UInt8]?
}

extension ArchiveFile {
    /// The bodies of webhooks made since an instant, the newest 10,000; read beside the writer.
    package func toldBodies(since: Moment) async throws(LedgerError) -> [ToldBody] {
        try await read { (database) throws(LedgerError) in
            let sql = """
                SELECT alert.id, receiver, delivery.body, CASE WHEN article.version = alert.version THEN article.text END
                FROM alert JOIN delivery ON delivery.alert = alert.id JOIN article ON article.id = alert.article
                WHERE alert.at >= ? AND content_type LIKE 'application/cloudevents%' ORDER BY alert.number DESC LIMIT 10000
                """
            return try database.rows(sql, .integer(since.milliseconds)) { row in
                ToldBody(
                    alert: row.text(0), receiver: row.text(1), body: row.blob(2),
                    text: row.isNull(3) ? nil : row.blob(3))
            }
        }
    }

    /// Asks on a thread and a connection of its own.
    private func read<T: Sendable>(
        _ question: @escaping @Sendable (inout Connection) throws(LedgerError) -> T
    ) async throws(LedgerError) -> T {
        let path = path
        let result: Result<T, LedgerError> = await withCheckedContinuation { continuation in
            startThread(name: "archive") {
                do throws(LedgerError) {
                    var database = try Connection(path: path, readOnly: true)
                    continuation.resume(returning: .success(try question(&database)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }
}
