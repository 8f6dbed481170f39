import Synchronization

/// Whether the configuration as it lies in its folder is the one that runs.
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

    func setBroken(_ what: String?) { broken.withLock { $0 = what } }
}
