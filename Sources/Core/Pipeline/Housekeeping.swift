import Configuration
import Model
import Ports

/// Tells the operator what begins and ends to be wrong, once each; sends heartbeats; calls the dead man's switch; and
/// keeps the store in shape. Everything that is due by the clock and belongs to no article.
final class Housekeeping: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let committer: Committer

    init(world: World, policy: PolicyBox, committer: Committer) {
        (self.world, self.policy, self.committer) = (world, policy, committer)
    }

    /// Runs until cancelled.
    func run() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { await self.tellOperator() }
            group.addTask { try await self.maintain() }
            group.addTask { try await self.heartbeats() }
            group.addTask { await self.ping() }
            try await group.waitForAll()
        }
    }

    private func tellOperator() async {
        while !Task.isCancelled {
            let notices = await world.conditions.takeNotices(atMost: .seconds(3600), world.clock)
            let policy = policy.current
            for notice in notices {
                let what = notice.state == "ended" ? "trouble is over" : "trouble"
                world.telemetry.note(Event("operator_notices", .warning, "\(what): \(notice.what)",
                    fields: [("CONDITION", notice.condition)], label: ("state", notice.state)))
                let receivers = policy.settings.operatorReceivers
                guard !receivers.isEmpty else { continue }
                let message = policy.serviceMessage(.operatorNotice, notice, at: world.wall.now, to: receivers)
                _ = await committer.put(Prepared(candidates: [], notices: [message], policy: policy) { _ in })
            }
        }
    }

    private func maintain() async throws {
        while !Task.isCancelled {
            try? await world.clock.sleep(for: .seconds(30))
            let settings = policy.current.settings
            do throws(LedgerError) {
                try await world.ledger.maintain(now: world.wall.now, keepArticles: settings.keepArticles,
                    keepMatched: settings.keepMatched, keepBytes: settings.keepSize)
            } catch where error.isFull {
                world.telemetry.note(Event("store_full", .error, error.what))
            }
        }
    }

    /// Once a day for each receiver that asks for it, at its minute of the day in UTC.
    private func heartbeats() async throws {
        var last = world.wall.now
        while !Task.isCancelled {
            try? await world.clock.sleep(for: .seconds(20))
            let now = world.wall.now
            defer { last = now }
            let policy = policy.current
            for receiver in policy.settings.receivers {
                guard let minute = receiver.heartbeat, passes(minute, from: last, to: now) else { continue }
                let notice = try await heartbeat(policy)
                let message = policy.serviceMessage(.heartbeat, notice, at: now, to: [receiver.id])
                _ = await committer.put(Prepared(candidates: [], notices: [message], policy: policy) { _ in })
            }
        }
    }

    /// Whether a minute of the day lies after `from` and not after `to`.
    private func passes(_ minute: Int, from: Moment, to: Moment) -> Bool {
        guard to > from, to.seconds - from.seconds < 86_400 else { return false }
        let day = to.seconds - to.seconds % 86_400
        let due = [day, day - 86_400].map { $0 + Int64(minute) * 60 }
        return due.contains { $0 > from.seconds && $0 <= to.seconds }
    }

    private func heartbeat(_ policy: Policy) async throws(LedgerError) -> Notice {
        let status = try await world.ledger.status()
        let troubles = world.conditions.current
        let what = troubles.isEmpty ? "all is well: \(status.articles) articles, \(status.alerts) alerts kept"
            : "\(troubles.count) troubles: " + troubles.prefix(5).map(\.trouble.what).joined(separator: "; ")
        return Notice(condition: "heartbeat", state: "report", what: what, figures: [
            ("articles", status.articles), ("alerts", status.alerts), ("deliveries_waiting", status.waiting),
            ("deliveries_dead", status.dead), ("files_refused", status.refusedFiles), ("troubles", Int64(troubles.count)),
            ("watches", Int64(policy.watches.count)),
            ("sources", Int64(policy.settings.folders.count + policy.settings.feeds.count)),
        ])
    }

    private func ping() async {
        while !Task.isCancelled {
            let ping = policy.current.settings.ping
            try? await world.clock.sleep(for: ping?.every ?? .seconds(60))
            guard let ping, !world.conditions.current.contains(where: \.trouble.isDue) else { continue }
            let request = HTTPRequest(url: ping.url.exposed, timeout: .seconds(15), maximumBytes: 1024, isOperatorChosen: true)
            if (try? await world.transport.send(request)) == nil {
                world.telemetry.note(Event("pings_failed", .warning, "the dead man's switch could not be called"))
            }
        }
    }
}
