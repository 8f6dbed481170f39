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
}
