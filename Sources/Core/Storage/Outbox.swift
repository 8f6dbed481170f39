import Model
import Ports
import Text

extension Connection {
    /// Stores an alert and its deliveries, each rendered once with the receiver's next number. An id that is
    /// there already is left as it is. Answers the receivers that have something new.
    mutating func storeAlert(
        _ alert: (id: String, kind: AlertKind, text: String), article: String?, version: Int?, at: Moment,
        _ messages: [Ruling.Message], story: String? = nil
    ) throws(LedgerError) -> [String] {
        try run(
            "INSERT OR IGNORE INTO alert (id, kind, article, version, text, at) VALUES (?, ?, ?, ?, ?, ?)",
            .text(alert.id), .text(alert.kind.rawValue), .optional(article),
            .optional(version.map(Int64.init)),
            .text(alert.text), .integer(at.milliseconds))
        var receivers: [String] = []
        for message in messages {
            let exists =
                try row("SELECT 1 FROM delivery WHERE id = ?", .text(message.id)) { _ in true } ?? false
            if exists { continue }
            try run(
                "INSERT INTO sequence VALUES (?, 1) ON CONFLICT (receiver) DO UPDATE SET last = last + 1",
                .text(message.receiver))
            let sequence =
                try row("SELECT last FROM sequence WHERE receiver = ?", .text(message.receiver)) {
                    $0.integer(0)
                } ?? 1
            try run(
                "INSERT INTO delivery VALUES (?,?,?,?,?,?,'waiting',0,?,?,NULL,NULL,NULL,?)",
                .text(message.id), .text(alert.id), .text(message.receiver), .integer(sequence),
                .text(message.contentType),
                .blob(message.render(sequence)), .integer(at.milliseconds), .integer(at.milliseconds),
                .optional(story))
            receivers.append(message.receiver)
        }
        return receivers
    }

    /// Stores a message that is about no single article, and its deliveries. Answers the receivers that have
    /// something new.
    @discardableResult
    mutating func store(_ message: ServiceMessage) throws(LedgerError) -> [String] {
        try storeAlert(message.alert, article: nil, version: nil, at: message.created, message.messages)
    }

    mutating func storeFeed(_ source: String, _ state: FeedState) throws(LedgerError) {
        try run(
            "INSERT OR REPLACE INTO feed VALUES (?,?,?,?,?,?,?,?,?,?)",
            .text(source), .optional(state.etag), .optional(state.lastModified),
            .optional(state.lastSuccess?.milliseconds),
            .integer(Int64(state.failures)), .optional(state.lastError),
            .integer(state.nextPoll.milliseconds),
            .blob(state.bodyDigest), .integer(state.isBaselineDone ? 1 : 0), .integer(Int64(state.gaps)))
    }

    mutating func feed(_ source: String) throws(LedgerError) -> FeedState? {
        let sql = """
            SELECT etag, last_modified, last_success, failures, last_error, next_poll, body_digest, baseline_done, gaps
            FROM feed WHERE source = ?
            """
        return try row(sql, .text(source)) { row in
            var state = FeedState(nextPoll: Moment(milliseconds: row.integer(5)))
            state.etag = row.optionalText(0)
            state.lastModified = row.optionalText(1)
            state.lastSuccess = row.optionalInteger(2).map { Moment(milliseconds: $0) }
            state.failures = Int(row.integer(3))
            state.lastError = row.optionalText(4)
            state.bodyDigest = row.blob(6)
            state.isBaselineDone = row.integer(7) == 1
            state.gaps = Int(row.integer(8))
            return state
        }
    }

    mutating func storeFetch(_ fetch: DueFetch) throws(LedgerError) {
        guard case .fragment(let body) = fetch.item.content else { return }
        let hints = fetch.item.hints
        try run(
            "INSERT OR REPLACE INTO due_fetch VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
            .text(fetch.source), .text(fetch.entry), .text(fetch.url), .blob(body), .optional(hints.headline),
            .optional(hints.byline), .optional(hints.published.value),
            .optional(hints.published.moment?.milliseconds),
            .optional(hints.language), .blob(fetch.digest), .integer(fetch.firstSeen.milliseconds),
            .text(fetch.circumstance), .integer(Int64(fetch.tries)), .integer(fetch.due.milliseconds),
            .integer(fetch.deadline.milliseconds), .integer(fetch.isLate ? 1 : 0),
            .text(tagsText(hints.tags)))
    }

    mutating func fetches(now: Moment, limit: Int) throws(LedgerError) -> [DueFetch] {
        let sql = """
            SELECT source, entry, url, body, headline, byline, published, published_at, language, digest, first_seen,
            circumstance, tries, due, deadline, is_late, tags FROM due_fetch WHERE due <= ? ORDER BY due LIMIT ?
            """
        return try rows(sql, .integer(now.milliseconds), .integer(Int64(limit))) { row in
            var hints = Hints()
            hints.headline = row.optionalText(4)
            hints.byline = row.optionalText(5)
            hints.url = row.text(2)
            hints.language = row.optionalText(8)
            hints.tags = tags(row.text(16))
            if let value = row.optionalText(6) {
                let moment = row.optionalInteger(7).map { Moment(milliseconds: $0) }
                hints.published = Published(value: value, moment: moment, from: .feed)
            }
            return DueFetch(
                source: row.text(0), entry: row.text(1), url: row.text(2),
                item: RawItem(id: row.text(1), content: .fragment(row.blob(3)), hints: hints),
                digest: row.blob(9),
                firstSeen: Moment(milliseconds: row.integer(10)), circumstance: row.text(11),
                tries: Int(row.integer(12)),
                due: Moment(milliseconds: row.integer(13)), deadline: Moment(milliseconds: row.integer(14)),
                isLate: row.integer(15) == 1)
        }
    }
}

/// Tags as they are stored: a JSON array of texts.
func tagsText(_ tags: [String]) -> String { JSON.array(tags.map(JSON.string)).text }

func tags(_ text: String) -> [String] {
    if text == "[]" { return [] }
    return (try? JSON.parse(Array(text.utf8)))?.array?.compactMap(\.string) ?? []
}
