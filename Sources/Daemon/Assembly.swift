import Configuration
import Executors
import Folders
import Glibc
import Journal
import Model
import Network
import Pipeline
import Ports
import Storage
import Workers

/// Builds every room for a world: the one place where adapters meet the flow.
struct Assembly {
    let world: World
    let ledger: SQLiteLedger
    let transport: CurlTransport
    let telemetry: JournalTelemetry

    /// The real world: SQLite in the state directory, libcurl, inotify, the journal.
    init(state: String, telemetry: JournalTelemetry, settings: Settings) throws(LedgerError) {
        self.telemetry = telemetry
        ledger = try SQLiteLedger(
            path: state + "/tocsin.db", executor: DedicatedThread(name: "store"), ballast: 16 << 20)
        transport = CurlTransport(
            userAgent: "Tocsin/\(tocsinVersion) (news alerts)",
            guardian: Assembly.guardian(settings))
        let cores = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
        var world = World(
            ledger: ledger, transport: transport, folders: LinuxFolders(), wall: SystemWallClock(),
            clock: ContinuousClock(),
            telemetry: telemetry, jitter: { Double.random(in: 0..<1) },
            workers: WorkerExecutor(name: "worker", count: cores + 1), workerCount: cores)
        world.documents = ReaderWorker(path: readerPath())
        world.archive = ArchiveFile(path: state + "/tocsin.db")
        self.world = world
    }

    /// The address guard of a configuration.
    static func guardian(_ settings: Settings) -> AddressGuard {
        AddressGuard(
            allowed: settings.allowPrivate.map { AddressGuard.Range(address: $0.address, bits: $0.bits) })
    }
}

/// The machine's clock.
struct SystemWallClock: WallClock {
    var now: Moment { System.now }
}
