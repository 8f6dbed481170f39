package import Model
package import Ports

/// Which deliveries are to be sent once more.
package struct ReplayOrder: Sendable, Equatable {
    package var receiver: String?
    package var watch: String?
    package var story: String?
    package var alert: String?
    /// Made at or after, and before.
    package var since: Moment?
    package var until: Moment?
    /// Also those that their receivers took; else only dead ones.
    package var isAll = false

    package init() {}
}

extension SQLiteLedger {
    /// Makes deliveries due now once more, each with its own id and body; `isDryRun` only counts them. Answers
    /// how many there are for each receiver, and the newest few of their lines.
    package func replay(
        _ order: ReplayOrder, isDryRun: Bool, now: Moment
    ) async throws(LedgerError) -> (counts: [(receiver: String, count: Int)], lines: [String]) {
        try write { (database) throws(LedgerError) in
            let condition = """
                FROM delivery JOIN alert ON alert.id = delivery.alert
                WHERE delivery.state IN (\(order.isAll ? "'dead', 'delivered', 'folded'" : "'dead'"))
                AND (?1 IS NULL OR delivery.receiver = ?1)
                AND (?2 IS NULL OR alert.id = ?2)
                AND (?3 IS NULL OR alert.at >= ?3) AND (?4 IS NULL OR alert.at < ?4)
                AND (?5 IS NULL OR EXISTS (SELECT 1 FROM story_member WHERE article = alert.article AND story = ?5))
                AND (?6 IS NULL OR EXISTS (SELECT 1 FROM held WHERE held.alert = alert.id AND held.watch = ?6)
                  OR EXISTS (SELECT 1 FROM decision WHERE decision.article = alert.article AND decision.watch = ?6
                    AND decision.version = alert.version AND decision.verdict = 'tell'))
                """
            let values: [Value] = [
                .optional(order.receiver), .optional(order.alert), .optional(order.since?.milliseconds),
                .optional(order.until?.milliseconds), .optional(order.story), .optional(order.watch),
            ]
            var counts: [(receiver: String, count: Int)] = []
            try database.visit(
                "SELECT delivery.receiver, COUNT(*) \(condition) GROUP BY 1 ORDER BY 1", values
            ) {
                counts.append(($0.text(0), Int($0.integer(1))))
            }
            var lines: [String] = []
            let newest =
                "SELECT alert.text \(condition) GROUP BY alert.id ORDER BY alert.number DESC LIMIT 10"
            try database.visit(newest, values) { lines.append($0.text(0)) }
            guard !isDryRun else { return (counts, lines) }
            var ids: [String] = []
            try database.visit("SELECT delivery.id \(condition)", values) { ids.append($0.text(0)) }
            for id in ids {
                try database.run(
                    """
                    UPDATE delivery SET state = 'waiting', tries = 0, due = ?1, created = ?1,
                      last_error = NULL WHERE id = ?2
                    """,
                    .integer(now.milliseconds), .text(id))
            }
            return (counts, lines)
        }
    }
}
