package import Model
import Ports

/// An alert as the command line lists it.
package struct AlertRecord: Sendable {
    package var number: Int64
    package var id: String
    package var kind: String
    package var article: String?
    package var text: String
    package var at: Moment
    /// Receiver, state, and the last error.
    package var deliveries: [(receiver: String, state: String, error: String?)]
}

/// A delivery as the command line lists it.
package struct DeliveryRecord: Sendable {
    package var id: String
    package var alert: String
    package var receiver: String
    package var state: String
    package var tries: Int
    package var due: Moment?
    package var created: Moment
    package var lastStatus: Int?
    package var lastError: String?
}

/// An article as `why` tells of it.
package struct ArticleRecord: Sendable {
    package var id: String
    package var version: Int
    package var source: String
    package var place: String
    package var headline: String
    package var url: String?
    package var body: String
    package var caveat: String?
    package var firstSeen: Moment
    package var article: Article
    /// What the gates decided, by watch.
    package var decisions: [ArticleDecision]
    package var story: StoryRecord?
    package var held: [HeldRecord] = []
    /// What its versions changed.
    package var changes: [ChangeRecord] = []
    package var alerts: [AlertRecord]
}

/// What the gates decided about a watch, as `why` tells of it.
package struct ArticleDecision: Sendable {
    package var watch: String
    package var verdict: String
    package var reason: String
    package var mentions: Int
    package var clause: String
    package var version: Int
    /// When what was held is told.
    package var until: Moment?
    package var note: String?
}

/// A file that was not read.
package struct RefusedFile: Sendable {
    package var source: String
    package var place: String
    package var reason: String
    package var at: Moment
}

extension Connection {
    mutating func alerts(after number: Int64, limit: Int) throws(LedgerError) -> [AlertRecord] {
        let sql =
            number >= 0
            ? "SELECT number, id, kind, article, text, at FROM alert WHERE number > ? ORDER BY number LIMIT ?"
            : "SELECT * FROM (SELECT number, id, kind, article, text, at FROM alert WHERE number > ? "
                + "ORDER BY number DESC LIMIT ?) ORDER BY number"
        return try alerts(rows(sql, .integer(number), .integer(Int64(limit)), make: alertRecord))
    }

    private mutating func alerts(_ found: [AlertRecord]) throws(LedgerError) -> [AlertRecord] {
        var out = found
        for index in out.indices {
            out[index].deliveries = try rows(
                "SELECT receiver, state, last_error FROM delivery WHERE alert = ?",
                .text(out[index].id)
            ) { (receiver: $0.text(0), state: $0.text(1), error: $0.optionalText(2)) }
        }
        return out
    }

    mutating func alert(_ id: String) throws(LedgerError) -> AlertRecord? {
        let sql = "SELECT number, id, kind, article, text, at FROM alert WHERE id = ?"
        return try alerts(rows(sql, .text(id), make: alertRecord)).first
    }

    mutating func deliveries(
        _ state: DeliveryState?, receiver: String?, limit: Int
    ) throws(LedgerError) -> [DeliveryRecord] {
        let sql = """
            SELECT id, alert, receiver, state, tries, due, created, last_status, last_error FROM delivery
            WHERE (?1 IS NULL OR state = ?1) AND (?3 IS NULL OR receiver = ?3) ORDER BY created DESC LIMIT ?2
            """
        return try rows(sql, .optional(state?.rawValue), .integer(Int64(limit)), .optional(receiver)) { row in
            DeliveryRecord(
                id: row.text(0), alert: row.text(1), receiver: row.text(2), state: row.text(3),
                tries: Int(row.integer(4)),
                due: row.optionalInteger(5).map { Moment(milliseconds: $0) },
                created: Moment(milliseconds: row.integer(6)),
                lastStatus: row.optionalInteger(7).map(Int.init), lastError: row.optionalText(8))
        }
    }

    mutating func why(_ question: String) throws(LedgerError) -> [ArticleRecord] {
        let columns =
            "id, version, source, place, headline, url, body, caveat, first_seen, rowid, updated, byline, language, "
            + "published, published_from, text, zones, tags"
        let sql = """
            SELECT \(columns) FROM article WHERE id = ?1 OR url = ?1 OR place = ?1
            OR id IN (SELECT article FROM alert WHERE id = ?1 OR id IN (SELECT alert FROM delivery WHERE delivery.id = ?1))
            OR (?1 LIKE '/%' AND ?1 LIKE '%/' || place AND kind = 'folder')
            OR headline LIKE '%' || ?1 || '%' ORDER BY updated DESC LIMIT 10
            """
        var out = try rows(sql, .text(question)) { row in
            ArticleRecord(
                id: row.text(0), version: Int(row.integer(1)), source: row.text(2), place: row.text(3),
                headline: row.text(4), url: row.optionalText(5), body: row.text(6),
                caveat: row.optionalText(7),
                firstSeen: Moment(milliseconds: row.integer(8)),
                article: article(
                    row, headline: 4, url: 5, byline: 11, language: 12, published: 13, body: 6, text: 15),
                decisions: [],
                alerts: [])
        }
        for index in out.indices {
            let sql =
                "SELECT watch, verdict, reason, mentions, clause, version, until, note FROM decision WHERE article = ? "
                + "ORDER BY version, watch"
            out[index].decisions = try rows(sql, .text(out[index].id)) { row in
                ArticleDecision(
                    watch: row.text(0), verdict: row.text(1), reason: row.text(2),
                    mentions: Int(row.integer(3)), clause: row.text(4), version: Int(row.integer(5)),
                    until: row.optionalInteger(6).map { Moment(milliseconds: $0) }, note: row.optionalText(7))
            }
            out[index].story = try story(of: out[index].id)
            out[index].held = try held(out[index].id)
            out[index].changes = try changes(of: out[index].id)
            let found = try rows(
                "SELECT number, id, kind, article, text, at FROM alert WHERE article = ? ORDER BY number",
                .text(out[index].id), make: alertRecord)
            out[index].alerts = try alerts(found)
        }
        return out
    }
}

private func alertRecord(_ row: Row) -> AlertRecord {
    AlertRecord(
        number: row.integer(0), id: row.text(1), kind: row.text(2), article: row.optionalText(3),
        text: row.text(4),
        at: Moment(milliseconds: row.integer(5)), deliveries: [])
}
