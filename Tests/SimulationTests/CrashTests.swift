import Configuration
import Glibc
import Model
import Pipeline
import Ports
import Storage
import Support
import Synchronization
import Testing
import Text

/// A receiver that remembers everything it was sent, over all lives of the daemon.
final class Desk: Sendable {
    struct Message: Sendable { var id: String; var body: [UInt8] }

    let received = Mutex<[Message]>([])
    private let told = Mutex<Set<String>>([])

    func take(_ request: HTTPRequest) {
        let id = request.headers.first { $0.name == "webhook-id" }?.value ?? ""
        received.withLock { $0.append(Message(id: id, body: request.body)) }
        let data = (try? JSON.parse(request.body))?["data"]
        let items = (data?["items"]?.array ?? []).compactMap { $0["article"]?["headline"]?.string }
        let all = items + [data?["article"]?["headline"]?.string].compactMap { $0 }
        told.withLock { told in for headline in all { told.insert(headline) } }
    }

    /// Headlines of the articles that were told.
    var headlines: Set<String> { told.withLock { $0 } }
}

let configuration = """
    sources:
      - id: in
        folder: /in
        after: move
    receivers:
      - id: desk
        webhook: { url: "http://desk.example/", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw }
    watches:
      - id: ridge
        any: [Ridge road]
        to: [desk]
    """

func policy(_ text: String) throws -> Policy {
    let (settings, complaints) = readSettings(
        [ConfigurationFile(path: "t.yaml", bytes: Array(text.utf8), isWatchlist: false)], secrets: { _ in .value("x") })
    let compiled = Policy.compile(try #require(settings, "\(complaints)"), generation: 1)
    return try #require(compiled.policy)
}

/// Simulations that crashed: kept, so that their abandoned tasks stay where they were.
let graveyard = Mutex<[Simulation]>([])

@Suite(.serialized) struct CrashTests {
    static let seeds = Int(getenv("TOCSIN_SEEDS").flatMap { String(cString: $0) } ?? "") ?? 60

    /// Files dropped at random times, told or untold, a receiver that fails, hangs and forgets to answer, and a daemon that
    /// dies at random steps: every article that matches is told, under one id with one body; no other ever is.
    @Test(arguments: 0..<UInt64(seeds))
    func `no crash loses an alert or tells one under two ids`(seed: UInt64) throws {
        let received = try live(seed: seed, configuration)
        #expect(received.ids == received.expected.count, "seed \(seed): \(received.ids) ids for \(received.expected.count) articles")
    }

    /// The same with digests, quiet hours and a rate: what is held is told once, whatever crashes.
    @Test(arguments: 0..<UInt64(seeds))
    func `no crash loses what is held, or tells it twice`(seed: UInt64) throws {
        let timing = ["digest: 7m", "quiet: [{ from: \"22:00\", to: \"23:30\" }]", "cooldown: 9m", "wait: 4m"][Int(seed % 4)]
        let received = try live(seed: seed, configuration + "\n    timing: { \(timing) }")
        #expect(received.items == received.expected.count, "seed \(seed): \(received.items) told for \(received.expected.count) articles")
    }

    private func live(seed: UInt64, _ configuration: String) throws -> (expected: Set<String>, ids: Int, items: Int) {
        let (folders, desk) = (ScriptedFolders(), Desk())
        let path = "/tmp/tocsin-sim-\(getpid())-\(seed)-\(configuration.utf8.count).db"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        var random = SplitMix(seed: seed)
        var expected: Set<String> = []
        var start = Moment(seconds: 1_700_000_000)
        let lives = Int(random.next() % 5) + 2
        for life in 0..<lives {
            let isLast = life == lives - 1
            folders.reboot()
            let simulation = Simulation(seed: random.next())
            let wall = VirtualWallClock(simulation, start: start)
            let faults = Mutex(SplitMix(seed: random.next()))
            let transport = ScriptedTransport(
                clock: VirtualClock(simulation), delay: { .milliseconds(Int(faults.withLock { $0.next() } % 400)) }
            ) { request in
                let dice = isLast ? 9 : faults.withLock { $0.next() } % 10
                if dice < 2 { return .answer(HTTPResponse(status: 500)) }
                if dice < 3 { return .failure(HTTPFailure(.connection, "refused")) }
                desk.take(request)
                return dice < 5 ? .failure(HTTPFailure(.timeout, "the answer was lost")) : .answer(HTTPResponse(status: 200))
            }
            let ledger = try SQLiteLedger(path: path, executor: simulation)
            let world = World(
                ledger: ledger, transport: transport, folders: folders, wall: wall, clock: VirtualClock(simulation),
                telemetry: QuietTelemetry(), jitter: { Double(faults.withLock { $0.next() } % 1000) / 1000 }, workers: nil,
                workerCount: 2)
            let flow = Flow(world: world, policy: PolicyBox(try policy(configuration)))
            let task = Task(executorPreference: simulation) { try await flow.run() }
            for number in 0..<Int(random.next() % 6) + 1 {
                let name = "Headline \(seed) \(life) \(number)"
                let isWanted = random.next() % 3 > 0
                if isWanted { expected.insert(name) }
                let text = "\(name)\n\nText \(random.next()) about the \(isWanted ? "Ridge" : "river") road.\n"
                folders.put("in", "f-\(seed)-\(life)-\(number).txt", Array(text.utf8), touched: wall.now, isTold: random.next() % 2 == 0)
                _ = simulation.run(steps: Int(random.next() % 40), limit: .seconds(3600)) { false }
            }
            if isLast {
                let isDone = simulation.run(limit: .seconds(40 * 3600)) { desk.headlines == expected && folders.places.isEmpty }
                #expect(isDone, "seed \(seed): missing \(expected.subtracting(desk.headlines)), left \(folders.places)")
                _ = simulation.run(limit: simulation.now + .seconds(3600)) { false }
                task.cancel()
                _ = simulation.run(limit: simulation.now) { false }
            } else {
                _ = simulation.run(steps: Int(random.next() % 300), limit: .seconds(7200)) { false }
            }
            start = start.advanced(by: simulation.now + .seconds(1))
            graveyard.withLock { $0.append(simulation) }
        }
        let received = desk.received.withLock { $0 }
        let byID = Dictionary(grouping: received, by: \.id)
        #expect(byID.values.allSatisfy { Set($0.map(\.body)).count == 1 }, "seed \(seed): one id, two bodies")
        #expect(desk.headlines == expected)
        let items = byID.values.compactMap { try? JSON.parse($0[0].body) }.map { max(1, $0["data"]?["items"]?.array?.count ?? 1) }
        return (expected, byID.count, items.reduce(0, +))
    }

    @Test func `the same seed makes the same history`() throws {
        func steps() throws -> Int {
            let simulation = Simulation(seed: 5)
            let path = "/tmp/tocsin-sim-\(getpid())-same.db"
            defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
            let folders = ScriptedFolders()
            let transport = ScriptedTransport(clock: VirtualClock(simulation), delay: { .milliseconds(20) }) { _ in
                .answer(HTTPResponse(status: 200))
            }
            let world = World(
                ledger: try SQLiteLedger(path: path, executor: simulation), transport: transport, folders: folders,
                wall: VirtualWallClock(simulation, start: Moment(seconds: 1)), clock: VirtualClock(simulation),
                telemetry: QuietTelemetry(), jitter: { 0.5 }, workers: nil, workerCount: 2)
            let flow = Flow(world: world, policy: PolicyBox(try policy(configuration)))
            let task = Task(executorPreference: simulation) { try await flow.run() }
            for number in 0..<5 {
                folders.put("in", "\(number)", Array("H\n\nRidge road \(number)".utf8), touched: Moment(seconds: 1), isTold: true)
            }
            _ = simulation.run(limit: .seconds(600)) { transport.requests.count == 5 }
            task.cancel()
            _ = simulation.run(limit: simulation.now) { false }
            graveyard.withLock { $0.append(simulation) }
            return simulation.steps
        }
        #expect(try steps() == steps())
    }

    @Test func `a full disk is waited out and loses nothing`() throws {
        let simulation = Simulation(seed: 3)
        let path = "/tmp/tocsin-sim-\(getpid())-full.db"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        let (folders, desk) = (ScriptedFolders(), Desk())
        let transport = ScriptedTransport(clock: VirtualClock(simulation), delay: { .zero }) { request in
            desk.take(request)
            return .answer(HTTPResponse(status: 200))
        }
        let ledger = FailingLedger(try SQLiteLedger(path: path, executor: simulation)) { call in
            call == "commit" && simulation.now < .seconds(300) ? LedgerError("disk full", isFatal: false, isFull: true) : nil
        }
        let world = World(
            ledger: ledger, transport: transport, folders: folders, wall: VirtualWallClock(simulation, start: Moment(seconds: 1)),
            clock: VirtualClock(simulation), telemetry: QuietTelemetry(), jitter: { 0 }, workers: nil, workerCount: 2)
        let flow = Flow(world: world, policy: PolicyBox(try policy(configuration)))
        let task = Task(executorPreference: simulation) { try await flow.run() }
        folders.put("in", "a", Array("Alpha\n\nRidge road".utf8), touched: Moment(seconds: 1), isTold: true)
        _ = simulation.run(limit: .seconds(200)) { false }
        #expect(world.conditions.current.map(\.name) == ["disk"] && desk.headlines.isEmpty)
        #expect(simulation.run(limit: .seconds(900)) { desk.headlines == ["Alpha"] })
        #expect(world.conditions.current.isEmpty)
        task.cancel()
        _ = simulation.run(limit: simulation.now) { false }
        graveyard.withLock { $0.append(simulation) }
    }
}
