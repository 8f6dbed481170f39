package import Ports
package import Model
import Synchronization

/// A seeded generator: the same seed, the same run.
package struct SplitMix: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }
}

/// One thread that runs the whole daemon: of the jobs that are ready a seeded generator picks the next, and when none is,
/// the virtual clock jumps to the next sleeper. Dropping it in the middle is a crash.
package final class Simulation: TaskExecutor, SerialExecutor {
    private struct State {
        var ready: [UnownedJob] = []
        var sleepers: [Int: (due: Duration, wake: CheckedContinuation<Void, any Error>)] = [:]
        var now = Duration.zero
        var nextSleeper = 0
        var random: SplitMix
        var steps = 0
    }

    private let state: Mutex<State>

    package init(seed: UInt64) { state = Mutex(State(random: SplitMix(seed: seed))) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let unowned = UnownedJob(job)
        state.withLock { $0.ready.append(unowned) }
    }

    package func asUnownedTaskExecutor() -> UnownedTaskExecutor { UnownedTaskExecutor(ordinary: self) }
    package func asUnownedSerialExecutor() -> UnownedSerialExecutor { UnownedSerialExecutor(ordinary: self) }

    /// Virtual time since the start.
    package var now: Duration { state.withLock { $0.now } }

    /// Jobs run so far.
    package var steps: Int { state.withLock { $0.steps } }

    /// A number from 0 up to `bound`.
    package func random(_ bound: Int) -> Int { state.withLock { Int($0.random.next() % UInt64(bound)) } }

    /// Runs jobs until `isDone`, for at most `steps` jobs and `limit` of virtual time. Answers whether it was done.
    package func run(steps most: Int = .max, limit: Duration, until isDone: () -> Bool) -> Bool {
        for _ in 0..<most {
            if isDone() { return true }
            guard let job = nextJob(limit) else { return isDone() }
            job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
        }
        return isDone()
    }

    private func nextJob(_ limit: Duration) -> UnownedJob? {
        while true {
            let (job, wakes) = state.withLock { state -> (UnownedJob?, [CheckedContinuation<Void, any Error>]) in
                if !state.ready.isEmpty {
                    state.steps += 1
                    return (state.ready.remove(at: Int(state.random.next() % UInt64(state.ready.count))), [])
                }
                guard let due = state.sleepers.values.map(\.due).min(), due <= limit else { return (nil, []) }
                state.now = max(state.now, due)
                // All sleepers that are due at an instant are released together.
                let woken = state.sleepers.filter { $0.value.due <= due }
                for key in woken.keys { state.sleepers[key] = nil }
                return (nil, woken.sorted { $0.key < $1.key }.map(\.value.wake))
            }
            if let job { return job }
            if wakes.isEmpty { return nil }
            for wake in wakes { wake.resume() }
        }
    }

    fileprivate func sleep(until due: Duration) async throws {
        let number = state.withLock { state in
            state.nextSleeper += 1
            return state.nextSleeper
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (wake: CheckedContinuation<Void, any Error>) in
                let isCancelled = state.withLock { state -> Bool in
                    if Task.isCancelled { return true }
                    state.sleepers[number] = (due, wake)
                    return false
                }
                if isCancelled { wake.resume(throwing: CancellationError()) }
            }
        } onCancel: {
            let sleeper = state.withLock { $0.sleepers.removeValue(forKey: number) }
            sleeper?.wake.resume(throwing: CancellationError())
        }
    }
}

/// The simulation's clock.
package struct VirtualClock: Clock {
    package struct Instant: InstantProtocol {
        package var offset: Duration
        package func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        package func duration(to other: Instant) -> Duration { other.offset - offset }
        package static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
    }

    private let simulation: Simulation

    package init(_ simulation: Simulation) { self.simulation = simulation }

    package var now: Instant { Instant(offset: simulation.now) }
    package var minimumResolution: Duration { .nanoseconds(1) }
    package func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        try await simulation.sleep(until: deadline.offset)
    }
}

/// The simulation's date: a fixed day plus the virtual time, plus what was lost to earlier lives.
package struct VirtualWallClock: WallClock {
    private let simulation: Simulation
    private let start: Moment

    package init(_ simulation: Simulation, start: Moment) { (self.simulation, self.start) = (simulation, start) }

    package var now: Moment { start.advanced(by: simulation.now) }
}

/// Counts events by name; writes nothing.
package final class QuietTelemetry: Telemetry {
    private let counts = Mutex<[String: Int]>([:])
    private let lines = Mutex<[String]>([])

    package init() {}

    package func note(_ event: Event) {
        counts.withLock { $0[event.name + (event.label.map { "/" + $0.value } ?? ""), default: 0] += 1 }
        lines.withLock { $0.append(event.message) }
    }

    package func gauge(_ name: String, _ value: Double, label: (name: String, value: String)?) {}
    package func observe(_ name: String, seconds: Double) {}

    /// How often an event happened, with its label: `articles/new`.
    package func count(_ name: String) -> Int { counts.withLock { $0[name] ?? 0 } }

    /// Every message so far.
    package var messages: [String] { lines.withLock { $0 } }
}
