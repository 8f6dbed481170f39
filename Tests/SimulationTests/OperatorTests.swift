import Glibc
import Model
import Pipeline
import Ports
import Storage
import Support
import Synchronization
import Testing
import Text

/// What the operator hears, over days of virtual time.
@Suite(.serialized) struct OperatorTests {
    private static let configuration = """
        sources:
          - id: in
            folder: /in
          - id: paper
            feed: http://paper.example/feed
            every: 10m
        receivers:
          - id: desk
            webhook: { url: "http://desk.example/", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw }
          - id: boss
            webhook: { url: "http://boss.example/", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw }
            heartbeat: { at: "08:00" }
        operator: { to: [boss] }
        watches:
          - id: ridge
            any: [Ridge road]
            to: [desk]
        """

    /// Kind and condition of every message that the operator's receiver took.
    private func messages(to host: String, _ transport: ScriptedTransport) -> [String] {
        transport.requests.filter { $0.url.contains(host) }.compactMap { request in
            guard let body = try? JSON.parse(request.body), let notice = body["data"]?["notice"] else { return nil }
            return "\(body["type"]?.string ?? "") \(notice["condition"]?.string ?? "") \(notice["state"]?.string ?? "")"
        }
    }

    @Test func `the operator hears once of each trouble, once of its end, and of each day`() throws {
        let simulation = Simulation(seed: 11)
        let path = "/tmp/tocsin-sim-\(getpid())-operator.db"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        let folders = ScriptedFolders()
        let transport = ScriptedTransport(clock: VirtualClock(simulation), delay: { .milliseconds(30) }) { request in
            let isDown = simulation.now < .seconds(20 * 3600)
            if request.url.contains("desk"), isDown { return .answer(HTTPResponse(status: 503)) }
            if request.url.contains("paper") { return .answer(HTTPResponse(status: isDown ? 404 : 304)) }
            return .answer(HTTPResponse(status: 200))
        }
        let world = World(
            ledger: try SQLiteLedger(path: path, executor: simulation), transport: transport, folders: folders,
            wall: VirtualWallClock(simulation, start: Moment(seconds: 1_700_006_400)), clock: VirtualClock(simulation),
            telemetry: QuietTelemetry(), jitter: { 0.5 }, workers: nil, workerCount: 2)
        let flow = Flow(world: world, policy: PolicyBox(try policy(OperatorTests.configuration)))
        let task = Task(executorPreference: simulation) { try await flow.run() }
        folders.put("in", "a", Array("Alpha\n\nRidge road".utf8), touched: Moment(seconds: 1), isTold: true)
        _ = simulation.run(limit: .seconds(48 * 3600)) { false }
        task.cancel()
        _ = simulation.run(limit: simulation.now) { false }
        graveyard.withLock { $0.append(simulation) }
        let heard = messages(to: "boss", transport)
        for condition in ["receiver/desk", "source/paper"] {
            #expect(heard.filter { $0 == "tocsin.operator \(condition) started" }.count == 1, "\(heard)")
            #expect(heard.filter { $0 == "tocsin.operator \(condition) ended" }.count == 1, "\(heard)")
        }
        #expect(heard.filter { $0.hasPrefix("tocsin.heartbeat") }.count == 2, "\(heard)")
        let sent = transport.requests.filter { $0.url.contains("desk") }
        #expect(sent.count > 5 && Set(sent.map(\.body)).count == 1, "one body through twenty hours of outage")
    }

    private static let machine = """
        sources:
          - id: paper
            feed: https://paper.example/feed
            every: 10m
          - id: wire
            feed: https://wire.example/feed
            every: 10m
        receivers:
          - id: boss
            webhook: { url: "https://boss.example/", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw }
        operator: { to: [boss] }
        ping: { url: "https://switch.example/ping", every: 5m }
        """

    /// Two days: the disk runs low, then full, the clock is off, a certificate nears its end; a day later all is mended.
    @Test func `disk, clock and certificates are told, and the dead man's switch rests while anything is wrong`() throws {
        let simulation = Simulation(seed: 12)
        let path = "/tmp/tocsin-sim-\(getpid())-machine.db"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        let start = Moment(seconds: 1_700_006_400)
        let (begin, end) = (Duration.seconds(6 * 3600), Duration.seconds(30 * 3600))
        let isWrong: @Sendable () -> Bool = { simulation.now >= begin && simulation.now < end }
        let transport = ScriptedTransport(clock: VirtualClock(simulation), delay: { .milliseconds(30) }) { request in
            let lag = isWrong() ? 600 : 1
            let now = start.advanced(by: simulation.now)
            let date = now.advanced(by: .seconds(-lag)).iso8601
            let until = now.advanced(by: .seconds(86_400 * (isWrong() ? 3 : 60)))
            let isBoss = request.url.contains("boss")
            return .answer(HTTPResponse(
                status: isBoss || request.url.contains("switch") ? 200 : 304, headers: [("date", date)], url: request.url,
                certificate: request.url.contains("wire") ? (until.advanced(by: .seconds(-86_400 * 90)), until) : nil))
        }
        let ledger = FailingLedger(try SQLiteLedger(path: path, executor: simulation), disk: {
            DiskRoom(free: isWrong() ? 100_000_000 : 50_000_000_000, total: 100_000_000_000)
        }) { call in
            call == "commit" && isWrong() && simulation.now >= begin + .seconds(3600)
                ? LedgerError("disk full", isFatal: false, isFull: true) : nil
        }
        let world = World(
            ledger: ledger, transport: transport, folders: ScriptedFolders(),
            wall: VirtualWallClock(simulation, start: start), clock: VirtualClock(simulation), telemetry: QuietTelemetry(),
            jitter: { 0.5 }, workers: nil, workerCount: 2)
        let flow = Flow(world: world, policy: PolicyBox(try policy(OperatorTests.machine)))
        let task = Task(executorPreference: simulation) { try await flow.run() }
        _ = simulation.run(limit: .seconds(48 * 3600)) { false }
        task.cancel()
        _ = simulation.run(limit: simulation.now) { false }
        graveyard.withLock { $0.append(simulation) }
        let heard = messages(to: "boss", transport)
        for condition in ["disk-low", "disk", "clock", "certificate/wire.example"] {
            for state in ["started", "ended"] {
                #expect(heard.filter { $0 == "tocsin.operator \(condition) \(state)" }.count == 1, "\(condition) \(state): \(heard)")
            }
        }
        // Every five minutes of 48 hours, but for the 24 in which something is wrong.
        let pings = transport.requests.filter { $0.url.contains("switch") }.count
        #expect((280...292).contains(pings), "\(pings) pings")
    }
}
