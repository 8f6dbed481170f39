package import Model
package import Ports

extension SQLiteLedger {
    /// Deliveries of a receiver that are due: those never tried first, then by age. Of a batch a quarter is kept
    /// for what was tried, so that neither lane starves.
    package func dueDeliveries(_ receiver: String, now: Moment, limit: Int) async throws(LedgerError)
        -> [Delivery]
    {
        try read { (database) throws(LedgerError) in
            let fresh = try database.due(receiver, now, "tries = 0", limit)
            let tried = try database.due(receiver, now, "tries > 0", max(limit / 4, limit - fresh.count))
            return Array(fresh.prefix(limit - tried.count)) + tried
        }
    }

    /// When the receiver's next delivery after an instant is due.
    package func nextDue(_ receiver: String, after now: Moment) async throws(LedgerError) -> Moment? {
        let sql =
            "SELECT due FROM delivery WHERE receiver = ? AND state = 'waiting' AND due > ? ORDER BY due LIMIT 1"
        return try read { (database) throws(LedgerError) in
            try database.row(sql, .text(receiver), .integer(now.milliseconds)) {
                Moment(milliseconds: $0.integer(0))
            }
        }
    }

    /// Stores how attempts ended, and how their receiver does.
    package func settle(
        _ attempts: [Attempt], _ endpoint: EndpointState, isRecovered: Bool
    ) async throws(LedgerError) {
        try write { (database) throws(LedgerError) in
            for attempt in attempts {
                try database.run(
                    """
                    UPDATE delivery SET state = ?, tries = tries + 1, due = ?, last_at = ?, last_status = ?, last_error = ?
                    WHERE id = ? AND state = 'waiting'
                    """,
                    .text(attempt.state.rawValue), .optional(attempt.due?.milliseconds),
                    .integer(attempt.at.milliseconds),
                    .optional(attempt.status.map(Int64.init)), .optional(attempt.error),
                    .text(attempt.delivery))
            }
            try database.run(
                "INSERT OR REPLACE INTO endpoint VALUES (?,?,?,?,?,?)",
                .text(endpoint.receiver), .integer(Int64(endpoint.failures)),
                .optional(endpoint.since?.milliseconds), .optional(endpoint.next?.milliseconds),
                .optional(endpoint.error), .integer(endpoint.isGone ? 1 : 0))
            if isRecovered, let now = attempts.map(\.at).max() {
                try database.run(
                    "UPDATE delivery SET due = ?1 WHERE receiver = ?2 AND state = 'waiting' AND due > ?1",
                    .integer(now.milliseconds), .text(endpoint.receiver))
            }
        }
    }

    /// How a receiver did when the service last looked.
    package func endpoint(_ receiver: String) async throws(LedgerError) -> EndpointState {
        let sql = "SELECT failures, since, next, error, is_gone FROM endpoint WHERE receiver = ?"
        return try read { (database) throws(LedgerError) in
            try database.row(sql, .text(receiver)) { row in
                var state = EndpointState(receiver: receiver)
                state.failures = Int(row.integer(0))
                state.since = row.optionalInteger(1).map { Moment(milliseconds: $0) }
                state.next = row.optionalInteger(2).map { Moment(milliseconds: $0) }
                state.error = row.optionalText(3)
                state.isGone = row.integer(4) == 1
                return state
            } ?? EndpointState(receiver: receiver)
        }
    }

    /// Folds what waits for a receiver into one message, but for the newest `keep`.
    package func fold(
        _ receiver: String, keep: Int, now: Moment,
        compose: @escaping @Sendable (_ items: [DigestItem]) -> ServiceMessage?
    ) async throws(LedgerError) -> Int {
        try write { (database) throws(LedgerError) in
            let found = try database.foldable(receiver).dropLast(keep)
            guard found.count > 1, let digest = compose(found.map(\.item)) else { return 0 }
            try database.store(digest)
            for (id, _) in found {
                try database.run(
                    "UPDATE delivery SET state = 'folded', due = NULL, last_error = ? WHERE id = ?",
                    .text("told in digest \(digest.alert.id)"), .text(id))
            }
            return found.count
        }
    }

    /// Makes deliveries due now again: one by its id, all dead ones of a receiver, or all dead ones. Answers
    /// how many.
    package func retryDeliveries(id: String?, receiver: String?, now: Moment) async throws(LedgerError) -> Int
    {
        try write { (database) throws(LedgerError) in
            try database.run(
                """
                UPDATE delivery SET state = 'waiting', due = ?1, created = ?1 WHERE state != 'delivered'
                AND (?2 IS NULL AND state = 'dead' OR id = ?2) AND (?3 IS NULL OR receiver = ?3)
                """,
                .integer(now.milliseconds), .optional(id), .optional(receiver))
            return database.changes
        }
    }

    /// Hands waiting deliveries of one receiver to another, whose address takes them from now on, and what is
    /// held for its next digest. Answers how many.
    package func moveDeliveries(from: String, to: String) async throws(LedgerError) -> Int {
        try write { (database) throws(LedgerError) in
            try database.run(
                "UPDATE delivery SET receiver = ? WHERE receiver = ? AND state = 'waiting'", .text(to),
                .text(from))
            let moved = database.changes
            // What waits for the other one already stays as it is.
            try database.run(
                "UPDATE OR IGNORE held SET receiver = ? WHERE receiver = ? AND alert IS NULL", .text(to),
                .text(from))
            let held = database.changes
            try database.run("DELETE FROM held WHERE receiver = ? AND alert IS NULL", .text(from))
            return moved + held
        }
    }

    /// How many deliveries wait by receiver, and perhaps how many matches are held for its digests.
    package func waitingByReceiver(withHeld: Bool) async throws(LedgerError) -> [String: Int] {
        let deliveries =
            "SELECT receiver, COUNT(*) FROM delivery INDEXED BY delivery_due WHERE state = 'waiting' GROUP BY receiver"
        let held = "SELECT receiver, COUNT(*) FROM held WHERE alert IS NULL GROUP BY receiver"
        let rows = try read { (database) throws(LedgerError) in
            var rows = try database.rows(deliveries) { ($0.text(0), Int($0.integer(1))) }
            if withHeld { rows += try database.rows(held) { ($0.text(0), Int($0.integer(1))) } }
            return rows
        }
        return Dictionary(rows, uniquingKeysWith: +)
    }
}

private func delivery(_ row: Row) -> Delivery {
    var delivery = Delivery(
        id: row.text(0), alert: row.text(1), receiver: row.text(2), contentType: row.text(3),
        body: row.blob(4),
        tries: Int(row.integer(5)), created: Moment(milliseconds: row.integer(6)))
    delivery.story = row.optionalText(7)
    return delivery
}

extension Connection {
    /// A message of a story waits for those before it that failed, but for no more than three tries of one.
    fileprivate mutating func due(
        _ receiver: String, _ now: Moment, _ lane: String, _ limit: Int
    ) throws(LedgerError) -> [Delivery] {
        let sql = """
            SELECT id, alert, receiver, content_type, body, tries, created, story FROM delivery
            WHERE receiver = ? AND state = 'waiting' AND \(lane) AND due <= ?
            AND (story IS NULL OR NOT EXISTS (SELECT 1 FROM delivery AS earlier INDEXED BY delivery_story
              WHERE earlier.receiver = delivery.receiver AND earlier.story = delivery.story
              AND earlier.state = 'waiting' AND earlier.sequence < delivery.sequence
              AND earlier.tries > 0 AND earlier.tries < 4 AND earlier.last_error IS NOT NULL))
            ORDER BY due, sequence LIMIT ?
            """
        return try rows(
            sql, .text(receiver), .integer(now.milliseconds), .integer(Int64(limit)), make: delivery)
    }

    /// What waits for a receiver and tells of an article, as a digest shows it, the oldest first.
    mutating func foldable(_ receiver: String) throws(LedgerError) -> [(id: String, item: DigestItem)] {
        try deliveredAlerts("receiver = ? AND delivery.state = 'waiting'", .text(receiver))
    }

    /// What a digest told in place of its own messages.
    mutating func folded(into alert: String) throws(LedgerError) -> [DigestItem] {
        let condition = "delivery.state = 'folded' AND last_error = ?"
        return try deliveredAlerts(condition, .text("told in digest \(alert)")).map(\.item)
    }

    private mutating func deliveredAlerts(
        _ condition: String, _ value: Value
    ) throws(LedgerError) -> [(id: String, item: DigestItem)] {
        let sql = """
            SELECT delivery.id, alert.text, delivery.created, \(cardColumns)
            FROM delivery JOIN alert ON alert.id = delivery.alert JOIN article ON article.id = alert.article
            WHERE \(condition) ORDER BY delivery.sequence
            """
        return try rows(sql, value) { row in
            (
                row.text(0),
                DigestItem(
                    card: articleCard(row, from: 3), watch: "", title: "", reason: .outage,
                    held: Moment(milliseconds: row.integer(2)), text: row.text(1), sentence: nil)
            )
        }
    }
}
