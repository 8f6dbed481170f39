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

/// A function that tells how long ago it was made, on a clock.
func stopwatch<C: Clock>(_ clock: C) -> @Sendable () -> Duration where C.Duration == Duration {
    let start = clock.now
    return { start.duration(to: clock.now) }
}
