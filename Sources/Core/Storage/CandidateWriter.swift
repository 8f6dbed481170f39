import Model
import Ports
import Text

/// Stores one candidate within the open transaction: finds out whether it is known, a version or new; asks
/// the gates; and writes article, decisions, alert and deliveries.
struct CandidateWriter {
    let candidate: Candidate
    let rules: Rules

    mutating func store(
        _ database: inout Connection, _ stories: inout StoryIndex
    ) throws(LedgerError) -> Committed {
        guard let article = candidate.article else {
            try rememberFile(&database, article: nil)
            return Committed(result: .refused, article: nil, version: 0, alert: nil, receivers: [])
        }
        let known = try knownArticle(&database)
        if let known, known.isSameContent {
            try remember(&database, article: known.id)
            return Committed(
                result: .known, article: known.id, version: known.version, alert: nil, receivers: [])
        }
        let version = (known?.version ?? 0) + 1
        let id = known?.id ?? newID
        let standing = try standing(&database, &stories, id, version)
        let ruling = rules.rule(candidate, standing)
        try storeArticle(&database, article, id, version)
        if let changes = ruling.changes {
            try database.storeChanges(changes, id, version, at: candidate.firstSeen)
        }
        try remember(&database, article: id)
        let receivers = try apply(&database, ruling, standing)
        return Committed(
            result: known == nil ? .new : .revision, article: id, version: version, alert: ruling.alert?.id,
            receivers: receivers)
    }

    /// Stores what a ruling makes of the candidate. Answers the receivers that have something to send.
    func apply(
        _ database: inout Connection, _ ruling: Ruling, _ standing: Standing
    ) throws(LedgerError) -> [String] {
        let (id, version) = (standing.article, standing.version)
        try storeDecisions(&database, ruling, id, version)
        try database.storeStory(ruling, standing)
        var receivers: [String] = []
        if let alert = ruling.alert {
            receivers = try database.storeAlert(
                alert, article: id, version: version, at: candidate.decided, ruling.messages,
                story: standing.story?.card.id)
        }
        try database.storeGiven(ruling.given)
        try database.storeHeld(ruling.held, article: id, at: candidate.decided)
        return receivers
    }

    /// What the gates are to know of the place of this candidate.
    private func standing(
        _ database: inout Connection, _ stories: inout StoryIndex, _ id: String, _ version: Int
    ) throws(LedgerError) -> Standing {
        var standing = Standing(article: id, version: version, told: [])
        if version > 1 {
            let told = try database.rows("SELECT watch FROM told WHERE article = ?", .text(id)) { $0.text(0) }
            standing.told = Set(told)
            let sql = "SELECT id, kind FROM alert WHERE article = ? ORDER BY number DESC LIMIT 1"
            standing.lastAlert = try database.row(sql, .text(id)) {
                ($0.text(0), AlertKind(rawValue: $0.text(1)))
            }
            let teaser = "SELECT 1 FROM article WHERE id = ? AND provisional = 1"
            standing.previous = try database.storedArticle(id)
            standing.followsTeaser = try database.row(teaser, .text(id)) { _ in true } ?? false
        }
        if !candidate.matches.isEmpty, let traits = candidate.traits {
            standing.story = try StoryFinder(rules: rules, candidate: candidate, traits: traits).story(
                &database, &stories, id)
        }
        var story = standing.story?.card.id
        if story == nil, version > 1 { story = try database.storyID(of: id) }
        if let story {
            standing.waiting = try database.waiting(in: story)
        }
        guard !candidate.matches.isEmpty else { return standing }
        try lookUp(&database, &standing)
        return standing
    }

    /// What was before of the watches that match, and of their receivers.
    func lookUp(_ database: inout Connection, _ standing: inout Standing) throws(LedgerError) {
        for match in candidate.matches {
            let at = try database.row("SELECT at FROM rang WHERE watch = ?", .text(match.watch)) {
                $0.integer(0)
            }
            if let at { standing.rang[match.watch] = Moment(milliseconds: at) }
            guard rules.watchesWithPauses.contains(match.watch) else { continue }
            if let last = try database.lastHit(match.watch) {
                standing.pauses[match.watch] = (last, false)
            } else if let since = try database.known(match.watch) {
                standing.pauses[match.watch] = (since, true)
            }
        }
        standing.silences = try database.silences(at: candidate.decided)
        for one in try database.rows(
            "SELECT receiver, window, count FROM given",
            make: {
                ($0.text(0), Moment(milliseconds: $0.integer(1)), Int($0.integer(2)))
            })
        { standing.given[one.0] = (one.1, one.2) }
    }

    /// An article's id is made of what it is, so that processing it again after a crash makes the same one.
    private var newID: String { "ar_" + hexID(candidate.digest, key: candidate.key) }

    private struct Known {
        var id: String
        var version: Int
        var isSameContent: Bool
    }

    private func knownArticle(_ database: inout Connection) throws(LedgerError) -> Known? {
        let sql = "SELECT article, digest FROM seen WHERE key = ?"
        if let (id, digest) = try database.row(sql, .text(candidate.key), make: { ($0.text(0), $0.blob(1)) })
        {
            if digest == candidate.digest || digest.isEmpty { return try known(&database, id, same: true) }
            if let version = try revision(&database, of: id) { return version }
            return nil
        }
        for alias in candidate.aliases {
            guard let id = try database.row(sql, .text(alias), make: { $0.optionalText(0) }) ?? nil else {
                continue
            }
            if let version = try revision(&database, of: id) { return version }
            return try known(&database, id, same: true)
        }
        guard candidate.kind == .folder, candidate.isWholeFile else { return nil }
        let before = try database.row(
            "SELECT article FROM file WHERE source = ? AND place = ?",
            .text(candidate.source), .text(candidate.place)
        ) { $0.optionalText(0) }
        guard let id = before ?? nil else { return nil }
        return try revision(&database, of: id)
    }

    private func known(_ database: inout Connection, _ id: String, same: Bool) throws(LedgerError) -> Known {
        let version = try database.row("SELECT version FROM article WHERE id = ?", .text(id)) {
            Int($0.integer(0))
        }
        return Known(id: id, version: version ?? 1, isSameContent: same)
    }

    /// The stored article as an earlier version of this one; nil when the texts are different articles.
    private func revision(_ database: inout Connection, of id: String) throws(LedgerError) -> Known? {
        let sql =
            "SELECT version, url, headline_hash, sketch, algorithm, provisional FROM article WHERE id = ?"
        let stored = try database.row(sql, .text(id)) { row in
            (
                Int(row.integer(0)),
                Fingerprint(
                    url: row.optionalText(1), headline: UInt64(bitPattern: row.integer(2)),
                    sketch: row.numbers(3)), row.integer(4), row.integer(5) == 1
            )
        }
        guard let (version, fingerprint, algorithm, isProvisional) = stored else { return nil }
        let isComparable = algorithm == Fingerprint.algorithm
        guard isProvisional || isComparable && rules.isSameArticle(fingerprint, candidate.fingerprint) else {
            return nil
        }
        return Known(id: id, version: version, isSameContent: false)
    }

    private func storeArticle(
        _ database: inout Connection, _ article: Article, _ id: String, _ version: Int
    ) throws(LedgerError) {
        let zones = JSON.array(
            article.paragraphs.map { paragraph in
                .array([
                    .string(paragraph.zone.rawValue), .integer(Int64(paragraph.span.start)),
                    .integer(Int64(paragraph.span.end)),
                ])
            }
        ).bytes
        try database.run(
            """
            INSERT INTO article VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, headline = excluded.headline, url = excluded.url,
              byline = excluded.byline, language = excluded.language, published = excluded.published,
              published_from = excluded.published_from, body = excluded.body, caveat = excluded.caveat,
              text = excluded.text, zones = excluded.zones, headline_hash = excluded.headline_hash,
              sketch = excluded.sketch, algorithm = excluded.algorithm, matched = max(matched, excluded.matched),
              provisional = excluded.provisional, updated = excluded.updated, tags = excluded.tags
            """,
            .text(id), .integer(Int64(version)), .text(candidate.source), .text(candidate.kind.rawValue),
            .text(candidate.place), .text(article.headline), .optional(article.url),
            .optional(article.byline),
            .optional(article.language), .optional(article.published.value),
            .text(article.published.from.rawValue),
            .text(article.body.rawValue), .optional(article.caveat), .blob(article.text), .blob(zones),
            .integer(Int64(bitPattern: candidate.fingerprint.headline)),
            .blob(bytes(candidate.fingerprint.sketch)),
            .integer(Int64(Fingerprint.algorithm)), .integer(candidate.matches.isEmpty ? 0 : 1),
            .integer(candidate.isProvisional ? 1 : 0), .integer(candidate.firstSeen.milliseconds),
            .integer(candidate.firstSeen.milliseconds), .text(tagsText(article.tags)))
    }

    private func storeDecisions(
        _ database: inout Connection, _ ruling: Ruling, _ id: String, _ version: Int
    ) throws(LedgerError) {
        for decision in ruling.decisions {
            let evidence = candidate.matches.first { $0.watch == decision.watch }?.evidence ?? []
            try database.run(
                """
                INSERT OR REPLACE INTO decision (article, version, watch, verdict, reason, mentions, clause, at, until, note)
                VALUES (?,?,?,?,?,?,?,?,?,?)
                """,
                .text(id), .integer(Int64(version)), .text(decision.watch), .text(decision.verdict.rawValue),
                .text(decision.reason.rawValue), .integer(Int64(evidence.count)),
                .text(evidence.first?.clause ?? ""), .integer(candidate.decided.milliseconds),
                .optional(decision.until?.milliseconds), .optional(decision.note))
            switch decision.reason {
            case .notAnArticle, .notUsable: break
            case .ended, .retraction:
                try database.run(
                    "DELETE FROM told WHERE article = ? AND watch = ?", .text(id), .text(decision.watch))
            default:
                try database.run("INSERT OR IGNORE INTO told VALUES (?, ?)", .text(id), .text(decision.watch))
            }
            if decision.verdict == .tell {
                try database.run(
                    "INSERT OR REPLACE INTO rang VALUES (?, ?)", .text(decision.watch),
                    .integer(candidate.decided.milliseconds))
            }
        }
    }

    /// Marks everything that this content is known by as seen.
    private func remember(_ database: inout Connection, article: String) throws(LedgerError) {
        try database.run(
            """
            INSERT INTO seen VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (key) DO UPDATE SET article = ?2, digest = ?5
            """,
            .text(candidate.key), .text(article), .integer(Int64(Fingerprint.algorithm)),
            .integer(candidate.firstSeen.milliseconds), .blob(candidate.digest))
        for alias in candidate.aliases {
            try database.run(
                "INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?, NULL)", .text(alias), .text(article),
                .integer(Int64(Fingerprint.algorithm)), .integer(candidate.firstSeen.milliseconds))
        }
        try rememberFile(&database, article: article)
    }

    private func rememberFile(_ database: inout Connection, article: String?) throws(LedgerError) {
        guard let mark = candidate.mark else { return }
        try database.run(
            "INSERT OR REPLACE INTO file VALUES (?,?,?,?,?,?,?,?,?,?,?)",
            .text(candidate.source), .text(candidate.place), .integer(Int64(bitPattern: mark.device)),
            .integer(Int64(bitPattern: mark.inode)), .integer(mark.size), .integer(mark.modifiedNanoseconds),
            .integer(mark.changedNanoseconds), .blob(candidate.digest), .optional(article),
            .optional(candidate.refusal),
            .integer(candidate.firstSeen.milliseconds))
    }
}

/// 16 hexadecimal digits of a digest mixed with the key: two entries with the same bytes are two articles.
private func hexID(_ digest: [UInt8], key: String) -> String {
    var mixed = FNV1a.hash(digest + Array(key.utf8))
    mixed ^= mixed >> 32
    mixed = mixed &* 0xD6E8_FEB8_6659_FD93
    let digits = String(mixed, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}

/// Hashes as little-endian bytes.
func bytes(_ numbers: [UInt64]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(numbers.count * 8)
    for number in numbers {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            out.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
    return out
}
