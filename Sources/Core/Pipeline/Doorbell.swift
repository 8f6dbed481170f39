import Synchronization

/// Wakes one waiting loop. A ring while nobody waits is kept, so that none is missed; rings do not add up.
package final class Doorbell: Sendable {
    private enum State {
        case quiet, rung
        case waiting(CheckedContinuation<Void, Never>)
    }

    private let state = Mutex(State.quiet)

    package init() {}

    /// Wakes the waiter, now or when it next waits.
    package func ring() {
        let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
            if case .waiting(let waiter) = state { state = .quiet; return waiter }
            state = .rung
            return nil
        }
        waiter?.resume()
    }

    /// Takes a ring that came while nobody waited.
    private func takeRing() -> Bool {
        state.withLock { state in
            guard case .rung = state else { return false }
            state = .quiet
            return true
        }
    }

    /// Waits for a ring, or for the task to be cancelled.
    package func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isDone = state.withLock { state -> Bool in
                    if case .rung = state { state = .quiet; return true }
                    if Task.isCancelled { return true }
                    state = .waiting(continuation)
                    return false
                }
                if isDone { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
                guard case .waiting(let waiter) = state else { return nil }
                state = .quiet
                return waiter
            }
            waiter?.resume()
        }
    }

    /// Waits for a ring, at most for `limit`. A cancelled sleep is kept by the runtime until it would have
    /// ended, so a loop that is rung a thousand times a second must ask for short limits.
    package func wait(atMost limit: Duration, _ clock: any Clock<Duration>) async {
        guard limit > .zero, !takeRing() else { return }
        await withTaskGroup { group in
            group.addTask { await self.wait() }
            group.addTask { try? await clock.sleep(for: limit) }
            await group.next()
            group.cancelAll()
        }
    }
}

/// Loops that run side by side, one for each name of the configuration, each with a bell of its own.
final class NamedLoops: Sendable {
    private let bells = Mutex<[String: Doorbell]>([:])
    private let changed = Doorbell()

    /// Rings the bells of these.
    func ring(_ names: [String]) {
        for name in names { bells.withLock { $0[name] }?.ring() }
    }

    func ringAll() {
        for bell in bells.withLock({ Array($0.values) }) { bell.ring() }
    }

    /// Says that the names may be others now: new ones get their loop, and all bells ring.
    func namesChanged() {
        changed.ring()
        ringAll()
    }

    /// Runs until the task is cancelled, or one loop fails: then all end, and its error is thrown. A loop
    /// that ends is begun again if it is named still.
    func run(
        names: @Sendable () -> [String], loop: @escaping @Sendable (String, Doorbell) async throws -> Void
    ) async throws {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            func begin() {
                for name in names() {
                    guard let bell = hang(name) else { continue }
                    group.addTask {
                        defer { self.bells.withLock { $0[name] = nil } }
                        try await loop(name, bell)
                        return false
                    }
                }
            }
            func listen() {
                group.addTask {
                    await self.changed.wait()
                    return true
                }
            }
            begin()
            listen()
            while let isRing = try await group.next() {
                if Task.isCancelled { continue }
                begin()
                if isRing { listen() }
            }
        }
    }

    /// A new bell; nil for one that has a loop.
    private func hang(_ name: String) -> Doorbell? {
        bells.withLock { bells in
            guard bells[name] == nil else { return nil }
            let bell = Doorbell()
            bells[name] = bell
            return bell
        }
    }
}

/// A function that tells how long ago it was made, on a clock.
func stopwatch<C: Clock>(_ clock: C) -> @Sendable () -> Duration where C.Duration == Duration {
    let start = clock.now
    return { start.duration(to: clock.now) }
}
