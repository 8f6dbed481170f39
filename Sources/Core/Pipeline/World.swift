package import Ports

/// The world outside, as the flow is given it: everything that is not a pure function comes in here, so that
/// a simulation can stand in for all of it.
package struct World: Sendable {
    package var ledger: any Ledger
    package var transport: any HTTPTransport
    package var folders: any FolderWatcher
    package var wall: any WallClock
    /// For waiting.
    package var clock: any Clock<Duration>
    package var telemetry: any Telemetry
    /// Chance, from 0 up to 1.
    package var jitter: @Sendable () -> Double
    /// Threads for work that keeps a processor busy; nil: wherever the tasks run (the simulation's one
    /// thread).
    package var workers: (any TaskExecutor)?
    package var workerCount: Int
    /// Reads PDF, mail and ZIP containers; nil: such files wait.
    package var documents: (any DocumentReader)?
    /// Reads what is stored; nil: nothing is looked back for.
    package var archive: (any ArchiveReader)?
    package var conditions = Conditions()

    package init(
        ledger: any Ledger, transport: any HTTPTransport, folders: any FolderWatcher, wall: any WallClock,
        clock: any Clock<Duration>, telemetry: any Telemetry, jitter: @escaping @Sendable () -> Double,
        workers: (any TaskExecutor)?, workerCount: Int
    ) {
        (self.ledger, self.transport, self.folders, self.wall) = (ledger, transport, folders, wall)
        (self.clock, self.telemetry, self.jitter) = (clock, telemetry, jitter)
        (self.workers, self.workerCount) = (workers, workerCount)
    }
}
