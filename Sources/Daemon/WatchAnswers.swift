import Configuration
import Console
import Model
import Pipeline
import Ports
import Storage
import Text

extension Service {
    /// Every watch with how it did in the last four weeks.
    func watchList() async throws(LedgerError) -> JSON {
        let now = System.now
        let month = Duration.seconds(28 * 86_400)
        let archive = ArchiveFile(path: stateFolder + "/tocsin.db")
        let summaries = try await archive.watchSummaries(since: now.advanced(by: .seconds(-28 * 86_400)))
        return .array(
            policy.current.settings.watches.map { draft in
                let one = summaries[draft.id] ?? WatchSummary()
                let known = one.since.map { now.milliseconds - $0.milliseconds } ?? 0
                // A young watch is measured by the time it has had, of a day at least.
                let weeks = Double(min(max(known, 86_400_000), month.milliseconds)) / (7 * 86_400_000)
                let judged = one.wrong + one.useful
                let isDue = draft.review.map { $0 <= String(now.iso8601.prefix(10)) } ?? false
                return .object([
                    ("id", .string(draft.id)), ("title", .string(draft.title)), ("owner", .text(draft.owner)),
                    ("list", .string(draft.list)), ("since", .text(one.since?.iso8601)),
                    ("hits_per_week", .number((Double(one.hits) / weeks * 10).rounded() / 10)),
                    ("told_per_week", .number((Double(one.told) / weeks * 10).rounded() / 10)),
                    ("last_hit", .text(one.last?.iso8601)),
                    (
                        "days_without_hit",
                        (one.last ?? one.since).map {
                            .integer((now.milliseconds - $0.milliseconds) / 86_400_000)
                        } ?? .null
                    ),
                    ("wrong", .integer(one.wrong)), ("useful", .integer(one.useful)),
                    (
                        "wrong_share",
                        judged > 0
                            ? .number((Double(one.wrong) / Double(judged) * 100).rounded() / 100) : .null
                    ),
                    ("review", .text(draft.review)), ("review_due", .bool(isDue)),
                ])
            })
    }

    /// What a watch checked and found; with `send` also to its receivers.
    func watchReport(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let (id, policy) = (request.query["watch"] ?? "", policy.current)
        guard let watch = policy.watches[id] else {
            let fix = nearest(id, among: Array(policy.watches.keys)).map { "; did you mean '\($0)'?" } ?? ""
            return .object([("error", .string("there is no watch '\(id)'\(fix)"))])
        }
        let now = System.now
        let length = Duration.seconds(request.query["seconds"].flatMap { Int64($0) } ?? 7 * 86_400)
        let activity = try await assembly.ledger.activity(
            id, since: now.advanced(by: .milliseconds(-length.milliseconds)))
        let notice = activityReport(
            watch.title, activity, within: length, failing: assembly.world.conditions.failingSources,
            condition: id)
        if request.query["send"] != nil {
            let message = policy.serviceMessage(
                .report, notice, at: now, to: policy.receivers(of: watch, at: now))
            try await assembly.ledger.tellReport(id, message, now: now)
            flow.outboxChanged()
        }
        return .object(
            [
                ("watch", .string(id)), ("text", .string(notice.what)),
                ("last_hit", .text(activity.last?.iso8601)),
            ]
                + notice.figures.map { ($0.name, .integer($0.value)) })
    }

    /// Notes what somebody thinks of an alert.
    func takeFeedback(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let feedback = Feedback(
            alert: request.query["alert"] ?? "", verdict: request.query["verdict"] ?? "",
            author: request.query["author"] ?? "", note: request.query["note"])
        guard ["wrong", "useful"].contains(feedback.verdict) else {
            return .object([("error", .string("say wrong or useful"))])
        }
        let watches = try await assembly.ledger.add(feedback, watch: request.query["watch"], now: System.now)
        return .object([("watches", .array(watches.map(JSON.string)))])
    }

    /// The article of an alert as a test of a watchlist wants it.
    func testCase(_ id: String) async throws(LedgerError) -> JSON {
        guard let record = try await assembly.ledger.why(id).first, !id.isEmpty else {
            return .object([("error", .string("there is no alert or article '\(id)'"))])
        }
        let told = try await assembly.ledger.watches(of: id)
        let article = record.article
        let parts = article.paragraphs.filter { $0.zone == .body || $0.zone == .dateline }
        return .object([
            ("article", .string(record.id)), ("title", .string(article.headline)),
            ("language", .text(article.language)),
            ("source", .string(record.source)),
            ("watches", .array((told.isEmpty ? record.decisions.map(\.watch) : told).map(JSON.string))),
            ("paragraphs", .array(parts.map { .string(article.string($0.span)) })),
        ])
    }
}
