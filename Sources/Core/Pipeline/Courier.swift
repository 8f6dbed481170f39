import Alerting
package import Configuration
import Model
import Ports
package import Receivers
import Synchronization

/// Brings what is in the outbox to its receivers. Each receiver has a loop of its own, with at most four
/// requests at once, so that one that hangs delays no other, and a breaker, which owns its schedule while it
/// is down. A delivery is done only when a complete 2xx was read and stored.
package final class Courier: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let loops = NamedLoops()
    private static let mostAtOnce = 4
    private static let batch = 64
    /// After an outage this long, with more than so many messages waiting, all but the newest few come in
    /// one.
    private static let (longOutage, manyWaiting, newest) = (Duration.seconds(3600), 50, 10)
    private let asked = Mutex<Set<String>>([])

    package init(world: World, policy: PolicyBox) { (self.world, self.policy) = (world, policy) }

    /// Says that these receivers have something to send.
    package func wake(_ receivers: [String]) {
        loops.ring(receivers)
    }

    /// Says that the configuration changed: new receivers get their loop.
    package func policyChanged() {
        asked.withLock { $0.formUnion(policy.current.settings.receivers.map(\.id)) }
        loops.namesChanged()
    }

    /// Lets receivers that are down be asked at once.
    package func askAgain(_ receivers: [String]) {
        asked.withLock { $0.formUnion(receivers) }
        wake(receivers)
    }

    /// Runs until cancelled; throws when the store fails.
    package func run() async throws {
        try await loops.run(names: { policy.current.settings.receivers.map(\.id) }, loop: serve)
    }

    /// The loop of one receiver; ends when the configuration no longer names it.
    private func serve(_ id: String, _ bell: Doorbell) async throws {
        var breaker = Breaker(try await world.ledger.endpoint(id))
        while !Task.isCancelled {
            guard let settings = policy.current.settings.receivers.first(where: { $0.id == id }) else {
                return
            }
            if asked.withLock({ $0.remove(id) }) != nil { breaker.askAgain(now: world.wall.now) }
            let now = world.wall.now
            let allowance = min(breaker.allowance(now: now), Courier.batch)
            let due =
                allowance == 0 ? [] : try await world.ledger.dueDeliveries(id, now: now, limit: allowance)
            if due.isEmpty {
                let next =
                    allowance == 0
                    ? breaker.state.next : try await world.ledger.nextDue(id, after: now)
                await rest(until: next, bell)
            } else {
                try await send(due, settings, &breaker)
            }
        }
    }

    private func rest(until next: Moment?, _ bell: Doorbell) async {
        let wait =
            next.map { Duration.milliseconds($0.milliseconds - world.wall.now.milliseconds) } ?? .seconds(60)
        await bell.wait(atMost: min(max(wait, .milliseconds(10)), .seconds(5)), world.clock)
    }

    private func send(
        _ deliveries: [Delivery], _ settings: ReceiverSettings, _ breaker: inout Breaker
    ) async throws {
        let chains = inOrder(deliveries)
        let tries: [Tried]
        if let all = await together(chains, settings) {
            tries = all
        } else {
            tries = await attempts(chains, settings)
        }
        guard !tries.isEmpty else { return }
        let since = breaker.state.since
        var isRecovered = false
        // What was taken says more than what was not, but for an answer that asks for a pause.
        // However many went at once, they are one look at the receiver.
        let worst = tries.map(\.outcome).max { $0.weight < $1.weight }
        for one in tries where one.outcome.isDelivered { isRecovered = breaker.succeeded() || isRecovered }
        if let worst, worst.weight > .zero {
            breaker.failed(worst, now: world.wall.now, jitter: world.jitter())
        } else if !tries.contains(where: \.outcome.isDelivered), let first = tries.first {
            breaker.failed(first.outcome, now: world.wall.now, jitter: world.jitter())
        }
        let attempts = tries.map { record($0, settings, breaker.state) }
        try await settle(attempts, breaker.state, isRecovered: isRecovered)
        report(attempts, settings, breaker, isTLS: tries.contains(where: \.isTLS))
        if isRecovered, let since, since.advanced(by: Courier.longOutage) < world.wall.now {
            try await fold(settings.id)
        }
    }

    /// Sends all of a batch in one request where the receiver takes it so. Nil when it does not, and when
    /// it fails: the fault may be one message's, so each is then tried alone, unless the answer asks for a
    /// pause.
    private func together(_ chains: [[Delivery]], _ settings: ReceiverSettings) async -> [Tried]? {
        let deliveries = chains.flatMap { $0 }
        guard let kind = receiverKind(settings.kind), let address = ReceiverAddress(settings),
            let all = kind.batched(deliveries, to: address), let tried = await attempt(all, settings)
        else { return nil }
        switch tried.outcome {
        case .delivered, .retry(_, _, .some): break
        default: return nil
        }
        return deliveries.map { Tried(delivery: $0, outcome: tried.outcome, isTLS: tried.isTLS) }
    }

    /// Sends a batch, several at once, but those of a story one after the other.
    private func attempts(_ batch: [[Delivery]], _ settings: ReceiverSettings) async -> [Tried] {
        let end = world.wall.now.advanced(by: .seconds(2))
        // What was taken is settled soon, and a receiver that fails is not pressed: the rest waits.
        @Sendable func isOver(_ tries: [Tried]) -> Bool {
            world.wall.now > end || tries.contains { !$0.outcome.isDelivered }
        }
        return await withTaskGroup(of: [Tried].self) { group in
            var tries: [Tried] = []
            for (index, chain) in batch.enumerated() {
                if index >= Courier.mostAtOnce, let done = await group.next() { tries += done }
                if isOver(tries) { break }
                group.addTask {
                    var mine: [Tried] = []
                    for delivery in chain where !isOver(mine) {
                        guard let one = await self.attempt(delivery, settings) else { break }
                        mine.append(one)
                    }
                    return mine
                }
            }
            for await done in group { tries += done }
            return tries
        }
    }

    /// After a long outage: all that waits but the newest comes in one message.
    private func fold(_ id: String) async throws {
        let (now, policy) = (world.wall.now, policy.current)
        let waiting = try await world.ledger.dueDeliveries(id, now: now, limit: Courier.manyWaiting + 1)
        guard waiting.count > Courier.manyWaiting else { return }
        let count = try await world.ledger.fold(id, keep: Courier.newest, now: now) { items in
            policy.digest(items, to: id, at: now)
        }
        world.telemetry.note(
            Event(
                "deliveries_folded", .notice,
                "\(count) messages for \(id) come in one digest: it was down for long",
                fields: [("RECEIVER", id)]))
    }

    /// Stores how attempts ended; on a disk too full even for that it waits, so that nothing is sent over and
    /// over.
    private func settle(
        _ attempts: [Attempt], _ state: EndpointState, isRecovered: Bool
    ) async throws(LedgerError) {
        while true {
            do throws(LedgerError) {
                try await world.ledger.settle(attempts, state, isRecovered: isRecovered)
                return
            } catch {
                guard error.isFull, !Task.isCancelled else { throw error }
                world.telemetry.note(Event("store_full", .error, error.what))
                try? await world.clock.sleep(for: .seconds(2))
            }
        }
    }

    /// How one request went.
    private struct Tried: Sendable {
        var delivery: Delivery
        var outcome: Outcome
        var isTLS = false
    }

    /// One attempt; nil when it was ended by the service's stop, which is no attempt.
    private func attempt(_ delivery: Delivery, _ settings: ReceiverSettings) async -> Tried? {
        guard let kind = receiverKind(settings.kind), let address = ReceiverAddress(settings) else {
            return nil
        }
        do throws(HTTPFailure) {
            let response = try await world.transport.send(
                kind.outgoing(delivery, to: address, now: world.wall.now))
            return Tried(delivery: delivery, outcome: kind.judge(response, now: world.wall.now))
        } catch {
            if error.kind == .stopped { return nil }
            return Tried(
                delivery: delivery, outcome: .retry(error.what, status: nil, after: nil),
                isTLS: error.kind == .tls)
        }
    }

    private func record(_ tried: Tried, _ settings: ReceiverSettings, _ state: EndpointState) -> Attempt {
        let (now, delivery) = (world.wall.now, tried.delivery)
        let step = nextStep(
            after: tried.outcome, tries: delivery.tries + 1, created: delivery.created, now: now,
            jitter: world.jitter())
        var attempt = Attempt(
            delivery: delivery.id, at: now, status: nil, error: nil, state: .waiting, due: nil)
        switch tried.outcome {
        case .delivered(let status): attempt.status = status
        case .retry(let why, let status, _): (attempt.status, attempt.error) = (status, why)
        case .refused(let why, let status), .misconfigured(let why, let status), .gone(let why, let status):
            (attempt.status, attempt.error) = (status, why)
        }
        var result = "retry"
        switch step {
        case .delivered:
            (attempt.state, result) = (.delivered, "delivered")
            // Who forgets is told again for a while.
            if let repeats = receiverKind(settings.kind)?.repeats,
                now < delivery.created.advanced(by: repeats.lasts)
            {
                (attempt.state, attempt.due) = (.waiting, now.advanced(by: repeats.every))
            }
        case .again(let at):
            // While the receiver is down, its breaker says when it is asked.
            attempt.due = state.next ?? at
        case .dead(let why): (attempt.state, attempt.error, result) = (.dead, why, "dead")
        }
        if attempt.state != .waiting || attempt.error != nil || delivery.tries == 0 {
            note(result, attempt, delivery, settings)
        }
        return attempt
    }

    /// Tells the operator of what begins or ends to be wrong with a receiver.
    private func report(
        _ attempts: [Attempt], _ settings: ReceiverSettings, _ breaker: Breaker, isTLS: Bool
    ) {
        let dead = attempts.first { $0.state == .dead }
        let name = "receiver/\(settings.id)"
        guard breaker.isOpen || dead != nil || isTLS else {
            if breaker.state.failures == 0 { world.conditions.report(name, trouble: nil) }
            return
        }
        let why = dead?.error ?? breaker.state.error ?? ""
        let isLong = breaker.state.since.map { $0.advanced(by: .seconds(60)) <= world.wall.now } ?? false
        world.conditions.report(
            name,
            trouble: Trouble(
                breaker.state.isGone
                    ? "the receiver \(settings.id) says that it is no more; its alerts are kept: \(why)"
                    : "the receiver \(settings.id) does not take alerts: \(why)",
                mend: "see `tocsin deliveries`, mend the receiver, then `tocsin deliveries retry`",
                isDue: isTLS || dead != nil || breaker.state.isGone || isLong || breaker.state.failures >= 4))
    }

    private func note(
        _ result: String, _ attempt: Attempt, _ delivery: Delivery, _ settings: ReceiverSettings
    ) {
        let level: Level = result == "delivered" ? .info : result == "dead" ? .error : .warning
        let what =
            result == "delivered"
            ? "delivered to \(settings.id)"
            : "not delivered to \(settings.id): \(attempt.error ?? "")"
        world.telemetry.note(
            Event(
                "deliveries", level, what,
                fields: [
                    ("RECEIVER", settings.id), ("WEBHOOK_ID", delivery.id), ("ALERT_ID", delivery.alert),
                    ("TRIES", String(delivery.tries + 1)),
                    ("STATUS", attempt.status.map(String.init) ?? "none"),
                ], label: ("result", result)))
        if result == "delivered" {
            let seconds = Double(attempt.at.milliseconds - delivery.created.milliseconds) / 1000
            world.telemetry.observe("arrival_to_delivery_seconds", seconds: max(0, seconds))
        }
    }
}

extension ReceiverAddress {
    /// Nil when its address cannot be seen from here.
    package init?(_ settings: ReceiverSettings) {
        guard let url = settings.url else { return nil }
        self.init(
            id: settings.id, url: url.exposed, signingSecret: settings.signingSecret?.exposed,
            headers: settings.headers.map { (name: $0.name, value: $0.value.exposed) },
            timeout: settings.timeout)
        options = settings.options.mapValues(\.exposed)
        oldSecrets = settings.oldSecrets.map(\.exposed)
        let names = ["ca", "certificate", "certificate_key", "proxy"]
        guard names.contains(where: { options[$0] != nil }) else { return }
        trust = HTTPRequest.Trust(
            authorities: options["ca"], certificate: options["certificate"], key: options["certificate_key"],
            proxy: options["proxy"])
    }
}

extension Outcome {
    /// How much it says of the receiver, beside what others of the same moment say: a pause that is asked
    /// for, or a wrong address, more than anything; else nothing.
    var weight: Duration {
        switch self {
        case .retry(_, _, let after): after ?? .zero
        case .misconfigured: .seconds(600)
        case .gone: .seconds(86_400)
        case .delivered, .refused: .zero
        }
    }

    var isDelivered: Bool {
        if case .delivered = self { return true }
        return false
    }
}

/// A batch as chains that may go side by side: each holds the messages of one story in their order.
private func inOrder(_ deliveries: [Delivery]) -> [[Delivery]] {
    var chains: [[Delivery]] = []
    var places: [String: Int] = [:]
    for delivery in deliveries {
        if let story = delivery.story, let place = places[story] {
            chains[place].append(delivery)
        } else {
            if let story = delivery.story { places[story] = chains.count }
            chains.append([delivery])
        }
    }
    return chains
}
