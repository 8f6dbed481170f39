import Alerting
import Glibc
import Model
import Pipeline
import Ports
import Storage
import Support
import Synchronization
import Testing
import Text

@Suite struct BreakerTests {
    private let now = Moment(seconds: 1000)
    private func down(_ after: Duration? = nil) -> Outcome { .retry("down", status: 503, after: after) }

    @Test func `one failure may be the message's, two in a row are the receiver's`() {
        var breaker = Breaker(EndpointState(receiver: "r"))
        breaker.failed(down(), now: now, jitter: 0)
        #expect(!breaker.isOpen && breaker.allowance(now: now) == 1)
        breaker.failed(down(), now: now, jitter: 0)
        #expect(breaker.isOpen && breaker.allowance(now: now) == 0 && breaker.allowance(now: now.advanced(by: .seconds(5))) == 1)
    }

    @Test func `probes come at 5 s, 30 s, 2 m, 10 m, 30 m and then hourly, never earlier than asked`() {
        var breaker = Breaker(EndpointState(receiver: "r"))
        breaker.failed(down(), now: now, jitter: 0)
        let waits = (0..<8).map { _ -> Int64 in
            breaker.failed(down(), now: now, jitter: 0)
            return breaker.state.next!.seconds - now.seconds
        }
        #expect(waits == [5, 30, 120, 600, 1800, 3600, 3600, 3600])
        breaker.failed(down(.seconds(7200)), now: now, jitter: 1)
        #expect(breaker.state.next == now.advanced(by: .seconds(8640)))
    }

    @Test func `after an outage it goes on with one, two, four`() {
        var breaker = Breaker(EndpointState(receiver: "r"))
        breaker.failed(.misconfigured("404", status: 404), now: now, jitter: 0)
        #expect(breaker.isOpen && breaker.state.next == now.advanced(by: .seconds(600)))
        var ramp: [Int] = []
        var ends = [breaker.succeeded()]
        for _ in 0..<4 {
            ramp.append(breaker.allowance(now: now))
            ends.append(breaker.succeeded())
        }
        #expect(ramp == [1, 2, 4, 8] && ends == [true, false, false, false, false])
    }

    @Test func `a receiver that is gone is asked once a day, or when somebody says so`() {
        var breaker = Breaker(EndpointState(receiver: "r"))
        breaker.failed(.gone("410", status: 410), now: now, jitter: 0)
        #expect(breaker.state.isGone && breaker.allowance(now: now.advanced(by: .seconds(80_000))) == 0)
        breaker.askAgain(now: now)
        #expect(breaker.allowance(now: now) == 1 && !breaker.state.isGone)
    }
}

@Suite(.serialized) struct OutageTests {
    /// A daemon whose folder is filled by hand and whose receivers answer as `reply` says.
    private func run(
        _ configuration: String, seed: UInt64 = 3, reply: @escaping @Sendable (HTTPRequest, Duration) -> ScriptedTransport.Reply,
        delay: @escaping @Sendable () -> Duration = { .milliseconds(20) },
        _ body: (Simulation, ScriptedFolders, ScriptedTransport, VirtualWallClock) throws -> Void
    ) throws {
        let simulation = Simulation(seed: seed)
        let path = "/tmp/tocsin-sim-\(getpid())-outage-\(seed).db"
        for end in ["", "-wal", "-shm"] { unlink(path + end) }
        defer { for end in ["", "-wal", "-shm"] { unlink(path + end) } }
        let folders = ScriptedFolders()
        let transport = ScriptedTransport(clock: VirtualClock(simulation), delay: delay) { reply($0, simulation.now) }
        let wall = VirtualWallClock(simulation, start: Moment(seconds: 1_700_006_400))
        let world = World(
            ledger: try SQLiteLedger(path: path, executor: simulation), transport: transport, folders: folders, wall: wall,
            clock: VirtualClock(simulation), telemetry: QuietTelemetry(), jitter: { 0.5 }, workers: nil, workerCount: 2)
        let flow = Flow(world: world, policy: PolicyBox(try policy(configuration)))
        let task = Task(executorPreference: simulation) { try await flow.run() }
        try body(simulation, folders, transport, wall)
        task.cancel()
        _ = simulation.run(limit: simulation.now) { false }
        graveyard.withLock { $0.append(simulation) }
    }

    @Test func `a week of outage: every alert comes once, the newest by themselves, the rest in one digest`() throws {
        let week = Duration.seconds(7 * 86_400)
        let taken = Mutex<[[UInt8]]>([])
        try run(configuration, reply: { request, now in
            if now >= week { taken.withLock { $0.append(request.body) } }
            return .answer(HTTPResponse(status: now < week ? 503 : 200))
        }) { simulation, folders, transport, wall in
            for number in 0..<140 {
                let text = "Headline \(number)\n\nOn day \(number * 37) the Ridge road saw \(number) things.\n"
                folders.put("in", "a\(number)", Array(text.utf8), touched: wall.now, isTold: true)
                _ = simulation.run(limit: simulation.now + .seconds(4000)) { false }
            }
            let during = transport.requests.count
            #expect(during > 50 && during < 200, "\(during) attempts in a week")
            _ = simulation.run(limit: week + .seconds(3 * 86_400)) { false }
            var told: [String: Int] = [:]
            var digests = 0
            for body in taken.withLock({ $0 }) {
                guard let data = (try? JSON.parse(body))?["data"] else { continue }
                if let all = data["items_total"]?.integer {
                    digests += 1
                    #expect(all > 100)
                }
                if let headline = data["article"]?["headline"]?.string { told[headline, default: 0] += 1 }
            }
            #expect(digests == 1 && told.values.allSatisfy { $0 == 1 } && told.count < 20, "\(told.count)")
        }
    }

    /// When the two messages of a story were taken, when the first of them is refused that often.
    private func storyTimes(refusals: Int) throws -> [(kind: String, at: Duration)] {
        let text = """
            Traffic on the Ridge road stopped on Monday after a slide buried two bridges near the village of Upper Kell, the roads
            office said. Forty families were brought to a school, and engineers began to clear stones with six machines.

            Shops in the valley reported shortages of fuel by the evening, and the railway put on four more trains a day.

            """
        let taken = Mutex<[(kind: String, at: Duration)]>([])
        let refused = Mutex(0)
        try run(configuration, seed: 5, reply: { request, now in
            let kind = (try? JSON.parse(request.body))?["type"]?.string ?? ""
            let isRefused = kind == "tocsin.alert.first" && refused.withLock { $0 += 1; return $0 <= refusals }
            if !isRefused { taken.withLock { $0.append((kind, now)) } }
            return .answer(HTTPResponse(status: isRefused ? 500 : 200))
        }) { simulation, folders, _, wall in
            folders.put("in", "a", Array("Slide\n\n\(text)".utf8), touched: wall.now, isTold: true)
            _ = simulation.run(limit: simulation.now + .seconds(3)) { false }
            let more = text + "\"Nobody is left alone on the Ridge road,\" Interior Minister Janos Veres said in Budapest.\n"
            folders.put("in", "b", Array("Minister\n\n\(more)".utf8), touched: wall.now, isTold: true)
            _ = simulation.run(limit: simulation.now + .seconds(20_000)) { false }
        }
        return taken.withLock { $0 }
    }

    @Test func `messages of a story keep their order, and a poisoned one does not keep the rest for long`() throws {
        let short = try storyTimes(refusals: 1)
        #expect(short.map(\.kind) == ["tocsin.alert.first", "tocsin.alert.development"], "\(short)")
        let long = try storyTimes(refusals: 1000)
        #expect(long.map(\.kind) == ["tocsin.alert.development"] && long[0].at < .seconds(3600), "\(long)")
    }

    @Test func `a message that its receiver cannot take delays no other`() throws {
        try run(configuration, seed: 4, reply: { request, _ in
            .answer(HTTPResponse(status: String(decoding: request.body, as: UTF8.self).contains("poison") ? 500 : 200))
        }) { simulation, folders, transport, wall in
            for number in 0..<20 {
                let text = "Headline \(number)\n\nOn day \(number * 37) the Ridge road saw \(number == 3 ? "poison" : "things") \(number).\n"
                folders.put("in", "a\(number)", Array(text.utf8), touched: wall.now, isTold: true)
                _ = simulation.run(limit: simulation.now + .seconds(20)) { false }
            }
            _ = simulation.run(limit: simulation.now + .seconds(60)) { false }
            let told = Set(transport.requests.compactMap { (try? JSON.parse($0.body))?["data"]?["article"]?["headline"]?.string })
            #expect(told.count == 20)
            let tries = transport.requests.filter { String(decoding: $0.body, as: UTF8.self).contains("poison") }.count
            #expect(tries > 2 && tries < 15, "\(tries)")
        }
    }

    @Test func `a batch brings what waited in few requests, and its poisoned message delays no other`() throws {
        let outage = Duration.seconds(600)
        let batches = configuration.replacing("webhook: {", with: "webhook: { body: batch,")
        #expect(batches != configuration)
        let taken = Mutex<[[UInt8]]>([])
        try run(batches, seed: 6, reply: { request, now in
            let isTaken = now >= outage && !String(decoding: request.body, as: UTF8.self).contains("poison")
            if isTaken { taken.withLock { $0.append(request.body) } }
            return .answer(HTTPResponse(status: isTaken ? 200 : 500))
        }) { simulation, folders, _, wall in
            for number in 0..<60 {
                let text = "Headline \(number)\n\nOn day \(number * 37) the Ridge road saw \(number == 30 ? "poison" : "things") \(number).\n"
                folders.put("in", "a\(number)", Array(text.utf8), touched: wall.now, isTold: true)
                _ = simulation.run(limit: simulation.now + .seconds(5)) { false }
            }
            _ = simulation.run(limit: outage + .seconds(3600)) { false }
        }
        var told: [String: Int] = [:]
        let bodies = taken.withLock { $0 }.compactMap { try? JSON.parse($0) }
        for event in bodies.flatMap({ $0.array ?? [$0] }) {
            if let headline = event["data"]?["article"]?["headline"]?.string { told[headline, default: 0] += 1 }
        }
        #expect(told.count == 59 && told.values.allSatisfy { $0 == 1 }, "\(told.count)")
        #expect(bodies.contains { ($0.array?.count ?? 0) > 10 } && bodies.count < 59, "\(bodies.count) requests")
    }

    /// How long after its article a message comes to the one healthy receiver, of so many.
    private func latency(dead: Int) throws -> Duration {
        var text = "sources: [{ id: in, folder: /in }]\nreceivers:\n"
        let names = ["healthy"] + (0..<dead).map { "dead\($0)" }
        for name in names {
            text += "  - { id: \(name), webhook: { url: \"http://\(name).example/\", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw } }\n"
        }
        text += "watches: [{ id: ridge, any: [Ridge road], to: [\(names.joined(separator: ", "))] }]\n"
        let arrived = Mutex<[Duration]>([])
        var started: [Duration] = []
        try run(text, seed: UInt64(dead), reply: { request, now in
            if request.url.contains("dead") { return .failure(HTTPFailure(.timeout, "no answer")) }
            arrived.withLock { $0.append(now) }
            return .answer(HTTPResponse(status: 200))
        }) { simulation, folders, _, wall in
            for number in 0..<5 {
                started.append(simulation.now)
                let text = "Headline \(number)\n\nOn day \(number * 37) the Ridge road saw \(number) things.\n"
                folders.put("in", "a\(number)", Array(text.utf8), touched: wall.now.advanced(by: .seconds(-60)), isTold: true)
                _ = simulation.run(limit: simulation.now + .seconds(30)) { false }
            }
        }
        let times = arrived.withLock { $0 }
        #expect(times.count == 5)
        return zip(started, times).map { $1 - $0 }.max() ?? .seconds(999)
    }

    @Test func `999 dead receivers of 1,000 do not delay the healthy one`() throws {
        let alone = try latency(dead: 0)
        let crowded = try latency(dead: 999)
        #expect(crowded <= alone * 2, "\(crowded) beside \(alone)")
    }
}
