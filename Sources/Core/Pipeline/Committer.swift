import Model
import Ports

/// What a worker made of one arrival, and what follows once it is stored.
struct Prepared: Sendable {
    var candidates: [Candidate]
    var fetches: [DueFetch] = []
    var finishedFetch: (source: String, entry: String)?
    var feedState: (source: String, state: FeedState)?
    var notices: [ServiceMessage] = []
    /// The policy whose gates decide.
    var policy: Policy
    /// Called with what became of each candidate once the transaction is durable.
    var whenStored: @Sendable ([Committed]) async -> Void
}

/// The one hand that stores: takes what the workers prepared, up to fifty at a time (what came while the last
/// commit was under way), stores it in one durable transaction, then lets everybody know.
final class Committer: Sendable {
    private let world: World
    private let courier: Courier
    private let queue = BoundedQueue<Prepared>(capacity: 128)
    private static let batch = 50

    init(world: World, courier: Courier) { (self.world, self.courier) = (world, courier) }

    /// Hands something over, waiting while the store is behind; false when the service stops.
    func put(_ prepared: Prepared) async -> Bool { await queue.put(prepared, .live) }

    /// Lets what was handed over be stored and then ends `run`.
    func close() { queue.close() }

    /// Runs until closed; throws when the store fails for good.
    func run() async throws(LedgerError) {
        while true {
            let taken = await queue.take(upTo: Committer.batch)
            if taken.isEmpty { return }
            // Gates see one configuration a transaction: what was prepared under another waits for the next
            // one.
            var rest = taken[...]
            while let first = rest.first {
                let same = rest.prefix { $0.policy.generation == first.policy.generation }
                rest = rest.dropFirst(same.count)
                try await store(Array(same), first.policy)
            }
        }
    }

    private func store(_ prepared: [Prepared], _ policy: Policy) async throws(LedgerError) {
        var batch = Batch()
        for one in prepared {
            batch.candidates += one.candidates
            batch.fetches += one.fetches
            batch.notices += one.notices
            if let finished = one.finishedFetch { batch.finishedFetches.append(finished) }
            if let state = one.feedState { batch.feedStates.append(state) }
        }
        let committed = try await commit(batch, policy)
        var at = 0
        for one in prepared {
            let mine = Array(committed[at..<(at + one.candidates.count)])
            at += one.candidates.count
            for (candidate, result) in zip(one.candidates, mine) { note(candidate, result) }
            await one.whenStored(mine)
        }
        let notified = batch.notices.flatMap { $0.messages.map(\.receiver) }
        courier.wake(Array(Set(committed.flatMap(\.receivers) + notified)))
    }

    /// Commits; while the disk is full it waits and tries again, so that nothing taken in is lost.
    private func commit(_ batch: Batch, _ policy: Policy) async throws(LedgerError) -> [Committed] {
        while true {
            do throws(LedgerError) {
                let committed = try await world.ledger.commit(batch, rules: policy.rules)
                world.conditions.report("disk", trouble: nil)
                return committed
            } catch {
                guard error.isFull else { throw error }
                world.telemetry.note(Event("store_full", .error, error.what))
                world.conditions.report(
                    "disk",
                    trouble: Trouble(
                        "the disk is full: nothing new is stored",
                        mend: "free space on the state directory's file system",
                        isDue: true))
                try? await world.clock.sleep(for: .seconds(2))
                if Task.isCancelled { throw error }
            }
        }
    }

    private func note(_ candidate: Candidate, _ result: Committed) {
        var fields = [("SOURCE", candidate.source), ("PLACE", candidate.place)]
        if let article = result.article { fields.append(("ARTICLE_ID", article)) }
        if let alert = result.alert { fields.append(("ALERT_ID", alert)) }
        let what: String
        switch result.result {
        case .refused: what = "not read: \(candidate.place): \(candidate.refusal ?? "")"
        case .known: what = "known already: \(candidate.place)"
        default:
            let headline = candidate.article?.headline ?? ""
            what = (result.alert == nil ? "read" : "ALERT") + ": \(headline)"
        }
        let level: Level = result.result == .refused ? .warning : result.result == .known ? .debug : .info
        world.telemetry.note(
            Event(
                "articles", level, what, fields: fields.map { (name: $0.0, value: $0.1) },
                label: ("result", result.result.rawValue)))
        if result.alert != nil {
            world.telemetry.note(Event("alerts", .debug, "alert", label: ("source", candidate.source)))
        }
    }
}
