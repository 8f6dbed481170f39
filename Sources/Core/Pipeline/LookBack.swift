import Alerting
import Configuration
import Matching
import Model
import Ports
import Synchronization

/// Knows which watches there are, and looks through the archive for those that are new and ask for it: what
/// it holds comes in one digest. What is begun is noted in the store first, so that a crash lets it begin
/// anew.
final class LookBack: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let housekeeping: Housekeeping
    private let bell = Doorbell()

    init(world: World, policy: PolicyBox, housekeeping: Housekeeping) {
        (self.world, self.policy, self.housekeeping) = (world, policy, housekeeping)
    }

    /// Says that the watches may be others now.
    func policyChanged() { bell.ring() }

    /// Runs until cancelled.
    func run() async throws {
        while !Task.isCancelled {
            let policy = policy.current
            do throws(LedgerError) {
                try await register(policy)
                for (watch, since) in try await world.ledger.watches.pendingLookBacks() {
                    try await look(watch, since, policy)
                }
            } catch {
                guard error.isFull else { throw error }
                world.telemetry.note(Event("store_full", .error, error.what))
                try? await world.clock.sleep(for: .seconds(10))
                continue
            }
            await bell.wait(atMost: .seconds(86_400), world.clock)
        }
    }

    private func register(_ policy: Policy) async throws(LedgerError) {
        let now = world.wall.now
        var watches: [String: Moment?] = [:]
        for draft in policy.settings.watches {
            let since = draft.lookBack.map { now.advanced(by: .milliseconds(-$0.milliseconds)) }
            watches.updateValue(since, forKey: draft.id)
        }
        try await world.ledger.watches.register(watches, now: now)
    }

    private func look(_ id: String, _ since: Moment, _ policy: Policy) async throws(LedgerError) {
        guard let archive = world.archive, let watch = policy.watches[id] else { return }
        let found = Mutex(Found())
        let percolator = Percolator([watch])
        func each() async throws(LedgerError) {
            try await archive.each(since: since) { stored in
                let reading = factReading(stored.article, source: stored.source, policy.gazetteer)
                let match = percolator.percolate(reading).first
                return found.withLock { found in
                    if let match { found.add(ArchivedHit(stored: stored, match: match)) }
                    return !found.isStopped
                }
            }
        }
        let result: Result<Void, LedgerError> = await withTaskCancellationHandler {
            do throws(LedgerError) { return .success(try await each()) } catch { return .failure(error) }
        } onCancel: {
            found.withLock { $0.isStopped = true }
        }
        try result.get()
        if Task.isCancelled { return }
        let (hits, all) = found.withLock { ($0.newest, $0.all) }
        let now = world.wall.now
        try await world.ledger.watches.finishLookBack(id, hits.map { $0.held(watch, policy, now) }, now: now)
        housekeeping.heldChanged()
        let more = all > hits.count ? "; the newest \(hits.count) are told, `tocsin backtest` shows all" : ""
        world.telemetry.note(
            Event(
                "look_back", .notice,
                "watch \(id): the archive holds \(all) matches since \(since.iso8601)\(more)"))
    }
}

/// What was found so far.
private struct Found: Sendable {
    private var hits: [ArchivedHit] = []
    private(set) var all = 0
    var isStopped = false
    /// Matches of one watch that a digest holds.
    private static let most = 1000

    mutating func add(_ hit: ArchivedHit) {
        all += 1
        hits.append(hit)
        if hits.count > Found.most * 2 { hits = newest }
    }

    /// The newest few, the oldest of them first.
    var newest: [ArchivedHit] { hits.sorted { $0.stored.seen < $1.stored.seen }.suffix(Found.most) }
}

/// An article of the archive that a watch matches.
private struct ArchivedHit: Sendable {
    var stored: ArchivedArticle
    var match: Match

    func held(_ watch: Watch, _ policy: Policy, _ now: Moment) -> LookBackHit {
        let line = digestLine(stored.article, match, facts: nil)
        let receivers = policy.receivers(watch, stored.article, stored.source)
        return LookBackHit(
            article: stored.id, version: stored.version, mentions: match.evidence.count,
            clause: match.evidence.first?.clause ?? watch.clause,
            held: receivers.map { receiver in
                Held(
                    receiver: receiver, watch: watch.id, title: watch.title, reason: .lookBack, due: now,
                    text: line.text, sentence: line.sentence)
            })
    }
}
