import Configuration
import Model
import Ports

/// Tells the operator what begins and ends to be wrong, once each; sends heartbeats; calls the dead man's
/// switch; and keeps the store in shape. Everything that is due by the clock and belongs to no article.
final class Housekeeping: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let courier: Courier
    private let heldBell = Doorbell()

    init(world: World, policy: PolicyBox, courier: Courier) {
        (self.world, self.policy, self.courier) = (world, policy, courier)
    }

    /// Puts a message about the service into the outbox, past the committer: on a full disk that one waits.
    private func tell(_ message: ServiceMessage, _ policy: Policy) async throws(LedgerError) {
        var batch = Batch()
        batch.notices = [message]
        do throws(LedgerError) {
            _ = try await world.ledger.commit(batch, rules: policy.rules)
            courier.wake(message.messages.map(\.receiver))
        } catch {
            guard error.isFull else { throw error }
            let what = "a word to the operator could not be stored: \(error.what)"
            world.telemetry.note(Event("store_full", .error, what))
        }
    }

    /// Runs until cancelled; throws when the store fails.
    func run() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { try await self.tellOperator() }
            group.addTask { try await self.maintain() }
            group.addTask { try await self.releaseHeld() }
            group.addTask { try await self.heartbeats() }
            group.addTask { await self.ping() }
            for try await _ in group {}
        }
    }

    private func tellOperator() async throws {
        while !Task.isCancelled {
            let notices = await world.conditions.takeNotices(atMost: .seconds(3600), world.clock)
            let policy = policy.current
            for notice in notices {
                let what = notice.state == "ended" ? "trouble is over" : "trouble"
                world.telemetry.note(
                    Event(
                        "operator_notices", .warning, "\(what): \(notice.what)",
                        fields: [("CONDITION", notice.condition)], label: ("state", notice.state)))
                let receivers = policy.settings.operatorReceivers
                guard !receivers.isEmpty else { continue }
                let message = policy.serviceMessage(
                    .operatorNotice, notice, at: world.wall.now, to: receivers)
                try await tell(message, policy)
            }
        }
    }

    /// Says that something that is held is due now.
    func heldChanged() { heldBell.ring() }

    /// Tells what was held once it is due. What comes to be held meanwhile and is due sooner than was known
    /// is told a few seconds late, unless the bell is rung.
    private func releaseHeld() async throws {
        while !Task.isCancelled {
            var next: Moment?
            do throws(LedgerError) {
                next = try await releaseDue()
            } catch {
                guard error.isFull else { throw error }
                world.telemetry.note(Event("store_full", .error, error.what))
            }
            let now = world.wall.now.milliseconds
            let wait = next.map { Duration.milliseconds(max(10, $0.milliseconds - now)) } ?? .seconds(5)
            await heldBell.wait(atMost: min(wait, .seconds(5)), world.clock)
        }
    }

    /// Tells what is due by now; answers when the next is, where nothing was.
    private func releaseDue() async throws(LedgerError) -> Moment? {
        let now = world.wall.now
        guard let due = try await world.ledger.nextRelease() else { return nil }
        if due > now { return due }
        let policy = policy.current
        courier.wake(try await StoryWaits(world: world).end(policy, now: now))
        courier.wake(
            try await world.ledger.release(now: now) { receiver, items in
                policy.digest(items, to: receiver, at: now)
            })
        return nil
    }

    /// Looks after the store, and says when its disk runs low before it is full.
    private func maintain() async throws {
        while !Task.isCancelled {
            report(await world.ledger.room())
            try? await world.clock.sleep(for: .seconds(30))
            let settings = policy.current.settings
            do throws(LedgerError) {
                try await world.ledger.maintain(
                    now: world.wall.now,
                    keep: Keeping(
                        articles: settings.keepArticles, matched: settings.keepMatched,
                        bytes: settings.keepSize,
                        stories: settings.storyWindow))
            } catch  where error.isFull {
                world.telemetry.note(Event("store_full", .error, error.what))
            }
        }
    }

    private func report(_ room: DiskRoom) {
        world.telemetry.gauge("disk_free_bytes", Double(room.free), label: nil)
        let what =
            "the disk runs low: \(room.free / 1_000_000) MB of \(room.total / 1_000_000) are free where the store lies"
        let low = Trouble(what, mend: "free space there, or set keep: { size: … } lower", isDue: true)
        world.conditions.report("disk-low", trouble: room.isLow ? low : nil)
    }

    /// Once a day for each receiver that asks for it, at its minute of the day in UTC.
    private func heartbeats() async throws {
        var last = world.wall.now
        while !Task.isCancelled {
            try? await world.clock.sleep(for: .seconds(20))
            let (before, now) = (last, world.wall.now)
            last = now
            let policy = policy.current
            for receiver in policy.settings.receivers {
                guard let minute = receiver.heartbeat, passes(minute, from: before, to: now) else { continue }
                let notice = try await heartbeat(policy)
                let message = policy.serviceMessage(.heartbeat, notice, at: now, to: [receiver.id])
                try await tell(message, policy)
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

    /// What the last day brought, what waits, and what is wrong.
    private func heartbeat(_ policy: Policy) async throws(LedgerError) -> Notice {
        let now = world.wall.now
        let sources = policy.settings.folders.map(\.id) + policy.settings.feeds.map(\.id)
        let day = try await world.ledger.summary(
            since: now.advanced(by: .seconds(-86_400)), now: now, sources: sources)
        let status = try await world.ledger.status()
        let troubles = world.conditions.current
        var what =
            "\(day.articles) articles read and \(day.alerts) alerts told in a day, \(day.held) held, "
            + "\(status.waiting) deliveries waiting; "
        what +=
            troubles.isEmpty
            ? "all is well"
            : "\(troubles.count) troubles: "
                + troubles.prefix(5).map(\.trouble.what).joined(separator: "; ")
        if !day.silent.isEmpty {
            let more = day.silent.count > 5 ? " and \(day.silent.count - 5) more" : ""
            what += "; nothing in a week from " + day.silent.prefix(5).joined(separator: ", ") + more
        }
        return Notice(
            condition: "heartbeat", state: "report", what: what,
            figures: [
                ("articles_read", day.articles), ("alerts_told", day.alerts), ("alerts_held", day.held),
                ("deliveries_waiting", status.waiting), ("deliveries_dead", status.dead),
                ("files_refused", status.refusedFiles),
                ("sources", Int64(sources.count)),
                ("sources_failing", Int64(world.conditions.failingSources.count)),
                ("sources_silent", Int64(day.silent.count)), ("feed_gaps", day.gaps),
                ("troubles", Int64(troubles.count)), ("watches", Int64(policy.watches.count)),
            ])
    }

    private func ping() async {
        while !Task.isCancelled {
            let ping = policy.current.settings.ping
            try? await world.clock.sleep(for: ping?.every ?? .seconds(60))
            guard let ping, !world.conditions.current.contains(where: \.trouble.isDue) else { continue }
            let request = HTTPRequest(
                url: ping.url.exposed, timeout: .seconds(15), maximumBytes: 1024, isOperatorChosen: true)
            if (try? await world.transport.send(request)) == nil {
                world.telemetry.note(
                    Event("pings_failed", .warning, "the dead man's switch could not be called"))
            }
        }
    }
}
