import Glibc
import Model
import Pipeline
import Ports
import Storage
import Support
import Synchronization
import Testing

/// An embargoed item of an agency, in virtual time.
@Suite(.serialized) struct EmbargoTests {
    @Test func `an embargoed item waits for its time, the others of its file do not`() throws {
        let simulation = Simulation(seed: 3)
        let path = "/tmp/tocsin-sim-\(getpid())-embargo.db"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        let transport = ScriptedTransport(clock: VirtualClock(simulation), delay: { .milliseconds(20) }) { _ in .answer(HTTPResponse(status: 200)) }
        let folders = ScriptedFolders()
        let text = """
            sources:
              - id: in
                folder: /in
            receivers:
              - id: desk
                webhook: { url: "http://desk.example/", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw }
            watches:
              - id: ridge
                any: [Ridge road]
                to: [desk]
            """
        let start = Moment(seconds: 1_700_006_400)
        let world = World(
            ledger: try SQLiteLedger(path: path, executor: simulation), transport: transport, folders: folders,
            wall: VirtualWallClock(simulation, start: start), clock: VirtualClock(simulation),
            telemetry: QuietTelemetry(), jitter: { 0.5 }, workers: nil, workerCount: 2)
        let flow = Flow(world: world, policy: PolicyBox(try policy(text)))
        let task = Task(executorPreference: simulation) { try await flow.run() }
        let until = start.advanced(by: .seconds(2 * 3600)).iso8601
        func item(_ id: String, _ embargo: String) -> String {
            "<newsItem guid='\(id)'><itemMeta>\(embargo)</itemMeta><contentMeta><headline>\(id)</headline></contentMeta><contentSet><inlineXML><p>The Ridge road is shut, \(id).</p></inlineXML></contentSet></newsItem>"
        }
        let message = "<newsMessage><itemSet>\(item("free", ""))\(item("held", "<embargoed>\(until)</embargoed>"))</itemSet></newsMessage>"
        // The two say nearly the same: they are two items all the same.
        folders.put("in", "a.xml", Array(message.utf8), touched: Moment(seconds: 1), isTold: true)
        _ = simulation.run(limit: .seconds(7100)) { false }
        func sent() -> [String] { transport.requests.map { String(decoding: $0.body, as: UTF8.self) } }
        #expect(sent().count == 1 && sent().first?.contains("shut, free") == true)
        _ = simulation.run(limit: .seconds(7260)) { false }
        #expect(sent().count == 2 && sent().last?.contains("shut, held") == true, "told within a minute of the end")
        task.cancel()
        _ = simulation.run(limit: simulation.now) { false }
        graveyard.withLock { $0.append(simulation) }
    }
}

/// A service with many feeds, in virtual time.
@Suite(.serialized) struct ManyFeedsTests {
    @Test(arguments: [3, 40])
    func `every feed is polled within its first ten seconds, and again when it is due`(count: Int) throws {
        let simulation = Simulation(seed: 5)
        let path = "/tmp/tocsin-sim-\(getpid())-feeds-\(count).db"
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        let transport = ScriptedTransport(clock: VirtualClock(simulation), delay: { .milliseconds(20) }) { _ in
            .answer(HTTPResponse(status: 200, body: Array("<rss version='2.0'><channel><title>t</title></channel></rss>".utf8)))
        }
        let feeds = (0..<count).map { "  - id: f\($0)\n    feed: http://h\($0).example/feed\n    every: 10m" }.joined(separator: "\n")
        let text = """
            sources:
            \(feeds)
            receivers:
              - id: desk
                webhook: { url: "http://desk.example/", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw }
            watches:
              - id: ridge
                any: [Ridge road]
                to: [desk]
            """
        let random = Mutex(SplitMix(seed: 9))
        let world = World(
            ledger: try SQLiteLedger(path: path, executor: simulation), transport: transport, folders: ScriptedFolders(),
            wall: VirtualWallClock(simulation, start: Moment(seconds: 1_700_006_400)), clock: VirtualClock(simulation),
            telemetry: QuietTelemetry(), jitter: { random.withLock { Double($0.next() >> 11) / Double(1 << 53) } }, workers: nil, workerCount: 2)
        let flow = Flow(world: world, policy: PolicyBox(try policy(text)))
        let task = Task(executorPreference: simulation) { try await flow.run() }
        _ = simulation.run(limit: .seconds(15)) { false }
        #expect(Set(transport.requests.map(\.url)).count == count, "polled at first")
        _ = simulation.run(limit: .seconds(15 * 60)) { false }
        #expect(transport.requests.count == 2 * count, "polled again")
        task.cancel()
        _ = simulation.run(limit: simulation.now) { false }
        graveyard.withLock { $0.append(simulation) }
    }
}
