import CSQLite
import Executors
package import Model
package import Ports
import Text

/// The store in one SQLite file: WAL, `synchronous=FULL`, one connection on one thread that does every write
/// and every checkpoint (SQLite before 3.51.3 can corrupt a file when one connection checkpoints while
/// another commits).
package actor SQLiteLedger: Ledger, WatchLedger {
    private var database: Connection
    private let path: String
    nonisolated let executor: any SerialExecutor
    private var commitsSinceCheckpoint = 0
    private var ballast: Ballast
    private var stories = StoryIndex()

    /// Opens or makes the store. Takes the steps of the schema that are missing, up to `schema`, and keeps a
    /// copy from before them beside as `….before-N` for `--rollback`; refuses a newer schema. `ballast` bytes
    /// are set aside for a full disk.
    package init(
        path: String, executor: any SerialExecutor, ballast: Int = 0, schema: Int = newestSchema
    ) throws(LedgerError) {
        database = try openStore(path, schema: schema)
        self.path = path
        self.executor = executor
        self.ballast = Ballast(beside: path, bytes: ballast)
    }

    /// SQLite's own version, for `version` and `doctor`.
    package static var libraryVersion: String { Connection.version }

    package nonisolated var watches: any WatchLedger { self }

    // One transaction.

    /// One transaction. On a full disk the ballast goes, and what may live on it is tried once more.
    private func transaction<T>(
        livesOnBallast: Bool = true, _ body: () throws(LedgerError) -> T
    ) throws(LedgerError) -> T {
        do {
            return try attempt(body)
        } catch {
            guard error.isFull, ballast.release(), livesOnBallast else { throw error }
            return try attempt(body)
        }
    }

    private func attempt<T>(_ body: () throws(LedgerError) -> T) throws(LedgerError) -> T {
        try database.script("BEGIN IMMEDIATE")
        stories.begin()
        do {
            let result = try body()
            try database.script("COMMIT")
            return result
        } catch {
            try? database.script("ROLLBACK")
            stories.rollBack()
            throw error
        }
    }

    package func commit(_ batch: Batch, rules: Rules) async throws(LedgerError) -> [Committed] {
        if !batch.isNoticesOnly {
            ballast.takeUp()
            if ballast.isReleased {
                throw LedgerError("the disk is full: the reserve is in use", isFatal: false, isFull: true)
            }
        }
        commitsSinceCheckpoint += 1
        return try transaction(livesOnBallast: batch.isNoticesOnly) { () throws(LedgerError) in
            var out: [Committed] = []
            for candidate in batch.candidates {
                var writer = CandidateWriter(candidate: candidate, rules: rules)
                out.append(try writer.store(&database, &stories))
            }
            for (source, state) in batch.feedStates { try database.storeFeed(source, state) }
            for fetch in batch.fetches { try database.storeFetch(fetch) }
            for (source, entry) in batch.finishedFetches {
                try database.run(
                    "DELETE FROM due_fetch WHERE source = ? AND entry = ?", .text(source), .text(entry))
            }
            for notice in batch.notices { try database.store(notice) }
            return out
        }
    }

    // Sources.

    package func marks(_ source: String, places: [String]) async throws(LedgerError) -> [String: KnownFile] {
        var out: [String: KnownFile] = [:]
        let sql =
            "SELECT device, inode, size, modified, changed, refusal FROM file WHERE source = ? AND place = ?"
        for place in places {
            out[place] = try database.row(sql, .text(source), .text(place)) { row in
                let mark = FileMark(
                    device: UInt64(bitPattern: row.integer(0)), inode: UInt64(bitPattern: row.integer(1)),
                    size: row.integer(2), modifiedNanoseconds: row.integer(3),
                    changedNanoseconds: row.integer(4))
                return KnownFile(mark: mark, isRefused: !row.isNull(5))
            }
        }
        return out
    }

    package func isKnownSource(_ source: String) async throws(LedgerError) -> Bool {
        try database.row("SELECT 1 FROM source WHERE id = ?", .text(source)) { _ in true } ?? false
    }

    package func settleSource(_ source: String, kind: SourceKind, now: Moment) async throws(LedgerError) {
        try database.run(
            "INSERT OR IGNORE INTO source (id, kind, since) VALUES (?, ?, ?)",
            .text(source), .text(kind.rawValue), .integer(now.milliseconds))
    }

    package func feedState(_ source: String) async throws(LedgerError) -> FeedState? {
        try database.feed(source)
    }

    package func seen(_ keys: [String]) async throws(LedgerError) -> Set<String> {
        var out: Set<String> = []
        for key in keys
        where try database.row("SELECT 1 FROM seen WHERE key = ?", .text(key), make: { _ in true }) ?? false {
            out.insert(key)
        }
        return out
    }

    package func dueFetches(now: Moment, limit: Int) async throws(LedgerError) -> [DueFetch] {
        try database.fetches(now: now, limit: limit)
    }

    // Telling.

    package func status() async throws(LedgerError) -> LedgerStatus {
        var out = LedgerStatus()
        out.articles = try database.number("SELECT COUNT(*) FROM article")
        out.alerts = try database.number("SELECT COUNT(*) FROM alert")
        out.waiting = try database.number("SELECT COUNT(*) FROM delivery WHERE state = 'waiting'")
        out.dead = try database.number("SELECT COUNT(*) FROM delivery WHERE state = 'dead'")
        out.oldestWaiting =
            try database.row("SELECT MIN(created) FROM delivery WHERE state = 'waiting'") {
                $0.optionalInteger(0).map { Moment(milliseconds: $0) }
            } ?? nil
        out.refusedFiles = try database.number("SELECT COUNT(*) FROM file WHERE refusal IS NOT NULL")
        out.bytes = try database.number("PRAGMA page_count") * database.number("PRAGMA page_size")
        return out
    }

    package func summary(
        since: Moment, now: Moment, sources: [String]
    ) async throws(LedgerError) -> LedgerSummary {
        let then = since.milliseconds
        var out = LedgerSummary()
        out.articles = try database.number(
            "SELECT COUNT(*) FROM article WHERE matched IN (0, 1) AND updated >= \(then)")
        out.alerts = try database.number(
            "SELECT COUNT(*) FROM alert WHERE at >= \(then) AND kind LIKE 'tocsin.alert.%'")
        out.held = try database.number("SELECT (SELECT COUNT(*) FROM held WHERE alert IS NULL) + (SELECT COUNT(*) FROM story_wait)")
        out.gaps = try database.number("SELECT COALESCE(SUM(gaps), 0) FROM feed")
        let weekAgo = now.advanced(by: .seconds(-7 * 86_400)).milliseconds
        for source in sources {
            let last = try database.row(
                "SELECT 1 FROM article WHERE source = ? AND updated >= ? LIMIT 1",
                .text(source), .integer(weekAgo)
            ) { _ in true }
            if last == nil { out.silent.append(source) }
        }
        return out
    }

    package func room() async -> DiskRoom { Storage.room(at: path) }

    /// Alerts after a number, oldest first, with how their deliveries stand.
    package func alerts(after number: Int64, limit: Int) async throws(LedgerError) -> [AlertRecord] {
        try database.alerts(after: number, limit: limit)
    }

    /// Deliveries in a state, of a receiver, newest first.
    package func deliveries(
        _ state: DeliveryState?, receiver: String?, limit: Int
    ) async throws(LedgerError) -> [DeliveryRecord] {
        try database.deliveries(state, receiver: receiver, limit: limit)
    }

    /// Everything known of the articles that a question names: an id, an address, a file, or words of a
    /// headline.
    package func why(_ question: String) async throws(LedgerError) -> [ArticleRecord] {
        try database.why(question)
    }

    /// Whether any article of a source since then was matched on the feed's own text alone.
    package func hasTeasers(_ source: String, since: Moment) async throws(LedgerError) -> Bool {
        let sql = "SELECT 1 FROM article WHERE source = ? AND body = 'teaser' AND updated >= ? LIMIT 1"
        return try database.row(sql, .text(source), .integer(since.milliseconds)) { _ in true } ?? false
    }

    /// Files that were refused, newest first.
    package func refusedFiles(limit: Int) async throws(LedgerError) -> [RefusedFile] {
        let sql =
            "SELECT source, place, refusal, at FROM file WHERE refusal IS NOT NULL ORDER BY at DESC LIMIT ?"
        return try database.rows(sql, .integer(Int64(limit))) { row in
            RefusedFile(
                source: row.text(0), place: row.text(1), reason: row.text(2),
                at: Moment(milliseconds: row.integer(3)))
        }
    }

    // Keeping.

    package func maintain(now: Moment, keep: Keeping) async throws(LedgerError) {
        for (matched, age) in [(0, keep.articles), (1, keep.matched)] {
            let before = now.milliseconds - age.milliseconds
            try prune("matched = \(matched) AND updated < \(before)")
        }
        try transaction { () throws(LedgerError) in
            try database.forgetStories(before: now.milliseconds - keep.stories.milliseconds, &stories)
        }
        let bytes = try database.number("PRAGMA page_count") * database.number("PRAGMA page_size")
        let free = try database.number("PRAGMA freelist_count") * database.number("PRAGMA page_size")
        if bytes - free > Int64(keep.bytes) { try prune("matched = 0") }
        try database.script("PRAGMA incremental_vacuum(1000)")
        if commitsSinceCheckpoint > 0 {
            try database.script("PRAGMA wal_checkpoint(TRUNCATE)")
            commitsSinceCheckpoint = 0
        }
    }

    /// Deletes up to 500 of the oldest articles that a condition names, with their decisions and settled
    /// alerts. Seen marks stay, so nothing pruned ever rings again. What waits to be told stays.
    private func prune(_ condition: String) throws(LedgerError) {
        try transaction { () throws(LedgerError) in
            let sql = """
                SELECT id FROM article WHERE \(condition) AND NOT EXISTS (SELECT 1 FROM alert JOIN delivery ON
                delivery.alert = alert.id WHERE alert.article = article.id AND delivery.state = 'waiting')
                AND NOT EXISTS (SELECT 1 FROM held WHERE held.article = article.id AND held.alert IS NULL)
                ORDER BY updated LIMIT 500
                """
            for id in try database.rows(sql, make: { $0.text(0) }) {
                try database.run(
                    "DELETE FROM delivery WHERE alert IN (SELECT id FROM alert WHERE article = ?)", .text(id))
                try database.forgetMember(id)
                for table in ["alert", "decision", "held", "change"] {
                    try database.run("DELETE FROM \(table) WHERE article = ?", .text(id))
                }
                try database.run("DELETE FROM article WHERE id = ?", .text(id))
            }
        }
    }

    /// Asks the one connection something.
    func read<T>(_ body: (inout Connection) throws(LedgerError) -> T) throws(LedgerError) -> T {
        try body(&database)
    }

    /// Changes something in one transaction, which lives on the ballast when the disk is full.
    func write<T>(_ body: (inout Connection) throws(LedgerError) -> T) throws(LedgerError) -> T {
        commitsSinceCheckpoint += 1
        return try transaction { () throws(LedgerError) in try body(&database) }
    }

    /// Writes a whole, consistent copy of the store to a new file.
    package func backup(to file: String) async throws(LedgerError) {
        try database.copy(to: file, pagesAtATime: 256)
    }

    /// A question that touches the file, for the watchdog: throws when the store does not answer.
    package func ping() async throws(LedgerError) { _ = try database.number("SELECT COUNT(*) FROM sequence") }
}

extension Connection {
    /// The one number that a question answers.
    mutating func number(_ sql: String) throws(LedgerError) -> Int64 { try row(sql) { $0.integer(0) } ?? 0 }
}
