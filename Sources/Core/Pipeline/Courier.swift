import Alerting
import Configuration
import Model
import Ports
import Receivers
import Synchronization

/// Brings what is in the outbox to its receivers. Each receiver has a loop of its own, with at most four
/// requests at once, so that one that hangs delays no other. A delivery is done only when a complete 2xx was
/// read and stored.
package final class Courier: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let bells = Mutex<[String: Doorbell]>([:])
    private let changed = Doorbell()
    private static let mostAtOnce = 4
    private static let batch = 16

    package init(world: World, policy: PolicyBox) { (self.world, self.policy) = (world, policy) }

    /// Says that these receivers have something to send.
    package func wake(_ receivers: [String]) {
        for id in receivers { bells.withLock { $0[id] }?.ring() }
    }

    /// Says that the configuration changed: new receivers get their loop.
    package func policyChanged() {
        changed.ring()
        for bell in bells.withLock({ Array($0.values) }) { bell.ring() }
    }

    /// Runs until cancelled.
    package func run() async throws {
        try await withThrowingDiscardingTaskGroup { group in
            while !Task.isCancelled {
                for receiver in policy.current.settings.receivers {
                    let bell = bells.withLock { bells -> Doorbell? in
                        guard bells[receiver.id] == nil else { return nil }
                        let bell = Doorbell()
                        bells[receiver.id] = bell
                        return bell
                    }
                    if let bell { group.addTask { try await self.serve(receiver.id, bell) } }
                }
                await changed.wait()
            }
        }
    }

    /// The loop of one receiver; ends when the configuration no longer names it.
    private func serve(_ id: String, _ bell: Doorbell) async throws {
        defer { bells.withLock { $0[id] = nil } }
        while !Task.isCancelled {
            guard let settings = policy.current.settings.receivers.first(where: { $0.id == id }) else {
                return
            }
            let due = try await world.ledger.dueDeliveries(id, now: world.wall.now, limit: Courier.batch)
            if due.isEmpty {
                let next = try await world.ledger.nextDue(id)
                let wait =
                    next.map { Duration.milliseconds($0.milliseconds - world.wall.now.milliseconds) }
                    ?? .seconds(60)
                await bell.wait(atMost: min(max(wait, .milliseconds(10)), .seconds(5)), world.clock)
            } else {
                try await send(due, settings)
            }
        }
    }

    private func send(_ deliveries: [Delivery], _ settings: ReceiverSettings) async throws {
        let attempts = await withTaskGroup(of: Attempt?.self) { group in
            var attempts: [Attempt] = []
            for (index, delivery) in deliveries.enumerated() {
                if index >= Courier.mostAtOnce, let done = await group.next() {
                    done.map { attempts.append($0) }
                }
                group.addTask { await self.attempt(delivery, settings) }
            }
            for await done in group { done.map { attempts.append($0) } }
            return attempts
        }
        if !attempts.isEmpty { try await settle(attempts) }
    }

    /// Stores how attempts ended; on a disk too full even for that it waits, so that nothing is sent over and
    /// over.
    private func settle(_ attempts: [Attempt]) async throws(LedgerError) {
        while true {
            do throws(LedgerError) {
                try await world.ledger.settle(attempts)
                return
            } catch {
                guard error.isFull, !Task.isCancelled else { throw error }
                world.telemetry.note(Event("store_full", .error, error.what))
                try? await world.clock.sleep(for: .seconds(2))
            }
        }
    }

    /// One attempt; nil when it was ended by the service's stop, which is no attempt.
    private func attempt(_ delivery: Delivery, _ settings: ReceiverSettings) async -> Attempt? {
        guard let kind = receiverKind(settings.kind), let url = settings.url else { return nil }
        let address = ReceiverAddress(
            id: settings.id, url: url.exposed, signingSecret: settings.signingSecret?.exposed,
            headers: settings.headers.map { (name: $0.name, value: $0.value.exposed) },
            timeout: settings.timeout)
        let outcome: Outcome
        do throws(HTTPFailure) {
            let response = try await world.transport.send(
                kind.request(delivery, to: address, now: world.wall.now))
            outcome = kind.judge(response, now: world.wall.now)
        } catch {
            if error.kind == .stopped { return nil }
            return record(
                .retry(error.what, status: nil, after: nil), delivery, settings, isTLS: error.kind == .tls)
        }
        return record(outcome, delivery, settings, isTLS: false)
    }

    private func record(
        _ outcome: Outcome, _ delivery: Delivery, _ settings: ReceiverSettings, isTLS: Bool
    ) -> Attempt {
        let now = world.wall.now
        let step = nextStep(
            after: outcome, tries: delivery.tries + 1, created: delivery.created, now: now,
            jitter: world.jitter())
        var attempt = Attempt(
            delivery: delivery.id, at: now, status: nil, error: nil, state: .waiting, due: nil)
        switch outcome {
        case .delivered(let status): attempt.status = status
        case .retry(let why, let status, _): (attempt.status, attempt.error) = (status, why)
        case .refused(let why, let status), .misconfigured(let why, let status):
            (attempt.status, attempt.error) = (status, why)
        }
        var result = "retry"
        switch step {
        case .delivered: (attempt.state, result) = (.delivered, "delivered")
        case .again(let at): attempt.due = at
        case .dead(let why): (attempt.state, attempt.error, result) = (.dead, why, "dead")
        }
        note(result, attempt, delivery, settings, isTLS: isTLS)
        return attempt
    }

    private func note(
        _ result: String, _ attempt: Attempt, _ delivery: Delivery, _ settings: ReceiverSettings, isTLS: Bool
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
        world.conditions.report(
            "receiver/\(settings.id)",
            trouble: result == "delivered"
                ? nil
                : Trouble(
                    "the receiver \(settings.id) does not take alerts: \(attempt.error ?? "")",
                    mend: "see `tocsin deliveries`, mend the receiver, then `tocsin deliveries retry`",
                    isDue: isTLS || attempt.state == .dead || delivery.tries >= 3))
    }
}
