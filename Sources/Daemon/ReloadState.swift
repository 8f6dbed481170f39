import Synchronization

/// What the service remembers of its own running: whether the configuration as it lies in its folder is the
/// one that runs, how large the store was, whether a backtest runs.
final class ReloadState: Sendable {
    private let broken = Mutex<String?>(nil)

    /// The first flaw of the configuration that was not taken up; nil when all is well.
    var brokenConfiguration: String? { broken.withLock { $0 } }

    private let start = Mutex<Int64>(0)

    /// Bytes of the store when the service started.
    var bytesAtStart: Int64 {
        get { start.withLock { $0 } }
        set { start.withLock { $0 = newValue } }
    }

    private let isBacktesting = Mutex(false)

    /// Whether no backtest was running; one is then.
    func beginBacktest() -> Bool {
        isBacktesting.withLock { value in
            defer { value = true }
            return !value
        }
    }

    func endBacktest() { isBacktesting.withLock { $0 = false } }

    func setBroken(_ what: String?) { broken.withLock { $0 = what } }
}
