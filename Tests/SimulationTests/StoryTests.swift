import Glibc
import Model
import Pipeline
import Ports
import Storage
import Support
import Synchronization
import Testing
import Text

/// The daemon in memory with one folder and one desk, which lives until it is stopped or crashes and begins again on the same
/// store.
final class Newsroom {
    let folders = ScriptedFolders()
    let desk = Desk()
    let path = "/tmp/tocsin-news-\(getpid())-\(UInt64.random(in: 0 ..< .max)).db"
    private(set) var simulation = Simulation(seed: 1)
    private(set) var ledger: SQLiteLedger
    private var wall: VirtualWallClock
    private var task: Task<Void, any Error>?
    private let text: String
    private let receivers: String
    private var box: PolicyBox?
    private var flow: Flow?
    private var number = 0

    init(_ watches: String, rate: String? = nil, more: String = "", start: String = "2026-01-10T12:00:00Z") throws {
        receivers = """
            sources: [{ id: in, folder: /in }]
            receivers:
              - id: desk
                webhook: { url: "http://desk.example/", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw }
            """ + (rate.map { "\n    \($0)" } ?? "") + "\n" + more
        text = receivers + watches
        wall = VirtualWallClock(simulation, start: Moment(milliseconds: webDate(start)!.milliseconds))
        ledger = try SQLiteLedger(path: path, executor: simulation)
        try begin()
    }

    deinit { for end in ["", "-wal", "-shm"] { unlink(path + end) } }

    private func begin() throws {
        let desk = desk
        let transport = ScriptedTransport(clock: VirtualClock(simulation), delay: { .milliseconds(20) }) { request in
            desk.take(request)
            return .answer(HTTPResponse(status: 200))
        }
        var world = World(
            ledger: ledger, transport: transport, folders: folders, wall: wall, clock: VirtualClock(simulation),
            telemetry: QuietTelemetry(), jitter: { 0.5 }, workers: nil, workerCount: 2)
        world.archive = InlineArchive(path: path)
        let box = PolicyBox(try policy(text))
        let flow = Flow(world: world, policy: box)
        (self.box, self.flow) = (box, flow)
        task = Task(executorPreference: simulation) { try await flow.run() }
        wait(.seconds(1))
    }

    /// The daemon dies where it is, and another begins on the same store.
    func crash() throws {
        graveyard.withLock { $0.append(simulation) }
        let now = wall.now
        folders.reboot()
        simulation = Simulation(seed: 7)
        wall = VirtualWallClock(simulation, start: now)
        ledger = try SQLiteLedger(path: path, executor: simulation)
        try begin()
    }

    /// Takes up other watches.
    func reload(_ watches: String) throws {
        box?.replace(try policy(receivers + watches))
        flow?.policyChanged()
        wait(.seconds(10))
    }

    /// Lets time pass.
    func wait(_ duration: Duration) { _ = simulation.run(limit: simulation.now + duration) { false } }

    /// Drops an article and lets it be read; `place` an old one for a new version.
    @discardableResult func drop(_ headline: String, _ text: String, place: String? = nil) -> String {
        number += 1
        let place = place ?? "a\(number).txt"
        folders.put("in", place, Array("\(headline)\n\n\(text)\n".utf8), touched: wall.now.advanced(by: .seconds(-60)), isTold: true)
        wait(.seconds(4))
        return place
    }

    /// Asks the store, on the simulation's thread.
    func ask<T: Sendable>(_ question: @escaping @Sendable (SQLiteLedger) async throws -> T) throws -> T {
        let answer = Mutex<Result<T, any Error>?>(nil)
        let ledger = ledger
        let simulation = simulation
        _ = Task(executorPreference: simulation) {
            let result: Result<T, any Error>
            do { result = .success(try await question(ledger)) } catch { result = .failure(error) }
            answer.withLock { $0 = result }
        }
        _ = simulation.run(limit: simulation.now) { answer.withLock { $0 != nil } }
        return try #require(answer.withLock { $0 }).get()
    }

    func now() -> Moment { wall.now }

    /// Bodies that the desk got, in order.
    var bodies: [JSON] { desk.received.withLock { $0 }.compactMap { try? JSON.parse($0.body) } }

    /// `first`, `development` …: the last word of each body's type.
    var kinds: [String] { bodies.map { String($0["type"]?.string?.split(separator: ".").last ?? "") } }
}

/// The archive on the simulation's own thread.
struct InlineArchive: ArchiveReader {
    let path: String

    func each(since: Moment, _ visit: @escaping @Sendable (ArchivedArticle) -> Bool) async throws(LedgerError) {
        var archive = try Archive(path: path)
        try archive.each(since: since) { visit($0.whole) }
    }
}

private let wire = """
    Traffic on the Ridge road stopped on Monday after a slide buried two bridges near the village of Upper Kell, the roads
    office said. "The Ridge road will stay shut for at least a week," Maria Santos, who heads the office, told reporters in the valley.

    Forty families were brought to a school. Engineers began to clear stones with six machines, and helicopters carried
    bread and medicine to hamlets that were cut off. The last such slide, eleven years ago, closed the pass for a month.

    Shops in the valley reported shortages of fuel by the evening, and the railway put on four more trains a day. Insurers
    said that it was too early to speak of losses, and a court in the capital put off two hearings.
    """

private let mine = """
    watches:
      - id: ridge
        any: [Ridge road]
        to: [desk]
    """

@Suite(.serialized) struct StoryTests {
    @Test func `a copy is counted, a development is told with its copies, and a crash changes nothing`() throws {
        let room = try Newsroom(mine)
        room.drop("Slide shuts Ridge road", wire)
        room.drop("Ridge road closed by slide", "Agency note.\n\n" + wire + "\n\nRead also: the weather for the week in all valleys.")
        try room.crash()
        room.drop("Road closed", wire.split(separator: "\n\n").prefix(2).joined(separator: "\n\n"))
        #expect(room.kinds == ["first"])
        room.drop("Minister visits the slide", wire + "\n\n\"Nobody will be left alone on the Ridge road tonight,\" Interior Minister Janos Veres said in Budapest.")
        #expect(room.kinds == ["first", "development"])
        let story = try #require(room.bodies.last?["data"]?["story"])
        #expect(story["step"]?.integer == 2 && story["articles"]?.integer == 4 && story["copies_total"]?.integer == 2)
        #expect(story["nearest"]?["bond"]?.string == "copy")
        #expect(story["news"]?.array?.contains(.string("new speaker: Janos Veres")) == true, "\(story)")
        #expect(room.bodies.last?["data"]?["text"]?.string?.hasPrefix("development: ") == true)
        let why = try room.ask { try await $0.why("Road closed") }
        #expect(why.first?.decisions.map(\.reason) == ["copy-of-story"] && why.first?.story?.articles.count == 4)
    }

    @Test func `a speaker in another spelling is not new`() throws {
        func text(_ name: String) -> String {
            wire + "\n\n\"Nobody will be left alone on the Ridge road tonight,\" Interior Minister \(name) said in Budapest."
        }
        let room = try Newsroom(mine)
        room.drop("Slide shuts Ridge road", wire)
        room.drop("Minister visits the slide", text("Anton Pashinyan"))
        #expect(room.kinds == ["first", "development"])
        room.drop("Minister at the slide", text("Anton Pashinian"))
        #expect(room.kinds == ["first", "development"])
        room.drop("Minister comes to the slide", text("Anton Pasternak"))
        #expect(room.kinds == ["first", "development", "development"])
    }

    @Test func `another event on the same topic is another story`() throws {
        let room = try Newsroom(mine)
        room.drop("Slide shuts Ridge road", wire)
        room.drop("Toll on the Ridge road", """
            Drivers will pay three crowns from May for the Ridge road, the council of Lower Marsh decided on Tuesday night by nine votes to
            four. Haulage firms had asked for a yearly pass. Money from the toll is meant for lamps, fences and a bus shelter at the summit.

            Opponents plan to collect signatures. Similar fees were dropped in two districts last spring after protests by farmers.
            """)
        #expect(room.kinds == ["first", "first"])
        #expect(Set(room.bodies.compactMap { $0["data"]?["story"]?["id"]?.string }).count == 2)
    }

    /// The end of a page of news in short, of which each watched story is a small part.
    private func briefing(_ items: [String]) -> String {
        let others = (0..<16).map { number in
            let words = ["harvest", "opera", "ferry", "tariff", "glacier", "museum", "orchard", "subway", "lottery"].map { "\($0)\(number)" }
            return "The \(words[0]) board met the \(words[1]) guild over a \(words[2]) line, while \(words[3]) clerks and \(words[4]) guides asked "
                + "the \(words[5]) trust for a \(words[6]) plan that the \(words[7]) staff and the \(words[8]) fund had put off since winter."
        }
        return (items + others).joined(separator: "\n\n")
    }

    private let toll = """
        Drivers will pay three crowns from May for the Ridge road, the council of Lower Marsh decided on Tuesday night by nine votes to
        four. Haulage firms had asked for a yearly pass. Money from the toll is meant for lamps, fences and a bus shelter at the summit.
        """

    @Test func `a briefing that holds two stories is counted, and joins neither to the other`() throws {
        for order in [["slide", "toll", "briefing"], ["briefing", "slide", "toll"]] {
            let room = try Newsroom(mine)
            for one in order {
                switch one {
                case "slide": room.drop("Slide shuts Ridge road", wire)
                case "toll": room.drop("Toll on the Ridge road", toll)
                default: room.drop("The morning in short", briefing([wire, toll]))
                }
            }
            #expect(room.kinds.first == "first")
            let stories = try order.map { one in
                let headline = ["slide": "Slide shuts Ridge road", "toll": "Toll on the Ridge road", "briefing": "The morning in short"][one]!
                return try #require(try room.ask { try await $0.why(headline) }.first)
            }
            #expect(Set(stories.map { $0.story?.id }).count == 3)
            let last = try #require(stories.last)
            #expect(last.decisions.map(\.reason) == ["copy-of-story"] && last.story?.nearest?.bond == .part, "\(order): \(room.kinds)")
            #expect(last.story?.articles.count == 1)
        }
    }

    @Test func `interests: the first alone, every one, or a word of each copy`() throws {
        for (interest, kinds) in [("first", ["first"]), ("every", ["first", "first", "first"]), ("updates", ["first", "updated", "development"])] {
            let room = try Newsroom(mine + "\n    when: \(interest)")
            room.drop("Slide shuts Ridge road", wire)
            room.drop("Ridge road closed by slide", wire)
            room.drop("Minister visits", wire + "\n\n\"Nobody will be left alone on the Ridge road tonight,\" Janos Veres said in Budapest.")
            #expect(room.kinds == kinds, "when: \(interest)")
        }
    }

    @Test func `a story goes on for as long as copies come`() throws {
        let room = try Newsroom("stories: { window: 1d }\n" + mine)
        // The same but for the ends of their files.
        for end in ["", "\n", "\n\n"] {
            room.drop("Slide shuts Ridge road", wire + end)
            room.wait(.seconds(60_000))
        }
        #expect(room.kinds == ["first"])
    }

    @Test func `a story ends with its window`() throws {
        let room = try Newsroom("stories: { window: 1d }\n" + mine)
        room.drop("Slide shuts Ridge road", wire)
        room.wait(.seconds(90_000))
        room.drop("Ridge road closed by slide", wire)
        #expect(room.kinds == ["first", "first"])
    }

    @Test func `a note of correction is told once, and not when it was there before`() throws {
        let room = try Newsroom(mine)
        let note = "\n\nCorrection: An earlier version of this article named another village."
        let place = room.drop("Slide shuts Ridge road", wire)
        room.drop("Slide shuts Ridge road", wire + note, place: place)
        #expect(room.kinds == ["first", "correction"])
        #expect(room.bodies.last?["data"]?["text"]?.string?.hasPrefix("CORRECTED: ") == true)
        room.drop("Slide shuts Ridge road", wire + " More follows." + note, place: place)
        #expect(room.kinds.count == 2)
        let other = room.drop("Toll", "The Ridge road will cost three crowns from May, the council of Lower Marsh decided by nine votes." + note)
        room.drop("Toll", "The Ridge road will cost three crowns from May, the council of Lower Marsh decided by ten votes." + note, place: other)
        #expect(room.kinds == ["first", "correction", "first"])
    }

    @Test func `an edited article: what no longer matches is said once, with the alert it takes back`() throws {
        let room = try Newsroom(mine)
        let place = room.drop("Slide shuts pass", wire)
        room.drop("Slide shuts pass", wire.replacing("Ridge road", with: "River path"), place: place)
        #expect(room.kinds == ["first", "ended"])
        #expect(room.bodies.last?["data"]?["supersedes"]?.string == room.bodies.first?["data"]?["alert"]?.string)
        room.drop("Slide shuts pass", wire.replacing("Ridge road", with: "River lane"), place: place)
        #expect(room.kinds.count == 2, "\(room.kinds)")
    }
}

@Suite(.serialized) struct HoldingTests {
    @Test func `quiet hours defer: everything comes at their end in one message, over a crash`() throws {
        let room = try Newsroom(mine + "\n    timing: { quiet: [{ from: \"11:00\", to: \"13:00\" }] }")
        room.drop("Slide shuts Ridge road", wire)
        room.drop("Toll", "The Ridge road will cost three crowns, the council decided.")
        try room.crash()
        room.wait(.seconds(1800))
        #expect(room.kinds.isEmpty)
        #expect(try room.ask { try await $0.waitingMatches() }.map(\.count) == [2])
        room.wait(.seconds(2000))
        #expect(room.kinds == ["digest"])
        let data = try #require(room.bodies.first?["data"])
        #expect(data["items_total"]?.integer == 2)
        #expect(data["items"]?.array?.compactMap { $0["article"]?["headline"]?.string } == ["Slide shuts Ridge road", "Toll"])
        #expect(data["items"]?.array?.first?["reason"]?.string == "quiet-hours")
        room.drop("Bus", "A bus runs on the Ridge road again from Friday.")
        #expect(room.kinds == ["digest", "first"])
        room.wait(.seconds(90_000))
        #expect(room.kinds.count == 2, "nothing is told twice")
    }

    @Test func `urgent alerts breach quiet hours`() throws {
        let room = try Newsroom(mine + "\n    priority: urgent\n    timing: { quiet: [{ from: \"11:00\", to: \"13:00\" }] }")
        room.drop("Slide shuts Ridge road", wire)
        #expect(room.kinds == ["first"])
    }

    @Test func `a cooldown holds and lists what came meanwhile`() throws {
        let room = try Newsroom(mine + "\n    timing: { cooldown: 30m }")
        for number in 0..<4 { room.drop("Number \(number)", "On day \(number * 37) the Ridge road saw \(number) things.") }
        #expect(room.kinds == ["first"])
        room.wait(.seconds(1900))
        #expect(room.kinds == ["first", "digest"] && room.bodies.last?["data"]?["items_total"]?.integer == 3)
    }

    @Test func `a receiver's rate turns a flood into one catch-up digest`() throws {
        let room = try Newsroom(mine, rate: "rate: { messages: 3, per: 10m }")
        for number in 0..<10 { room.drop("Number \(number)", "On day \(number * 37) the Ridge road saw \(number) things.") }
        #expect(room.kinds == ["first", "first", "first"])
        room.wait(.seconds(700))
        #expect(room.kinds.last == "digest" && room.kinds.count == 4 && room.bodies.last?["data"]?["items_total"]?.integer == 7)
    }

    @Test func `a silence holds what it covers, and its end tells it`() throws {
        let room = try Newsroom(mine)
        let now = room.now()
        let silence = Silence(id: "si_1", watch: "ridge", source: nil, from: now, until: now.advanced(by: .seconds(3600)), author: "ana", reason: "summit")
        try room.ask { try await $0.add(silence) }
        room.drop("Slide shuts Ridge road", wire)
        #expect(room.kinds.isEmpty)
        #expect(try room.ask { try await $0.silences(now: now.advanced(by: .seconds(10))) }.map(\.held) == [1])
        let early = room.now()
        #expect(try room.ask { try await $0.endSilence("si_1", now: early) })
        room.wait(.seconds(20))
        #expect(room.kinds == ["digest"])
        room.drop("Toll", "The Ridge road will cost three crowns, the council decided.")
        #expect(room.kinds == ["digest", "first"])
    }

    @Test func `watches without receivers go by the routes`() throws {
        let room = try Newsroom("""
            routes:
              - { to: [desk], languages: [xx] }
              - { to: [desk], tags: [roads] }
            watches:
              - { id: ridge, any: [Ridge road], tags: [roads] }
              - { id: slide, any: [slide] }
            """)
        room.drop("Slide shuts Ridge road", wire)
        #expect(room.bodies.first?["data"]?["watches"]?.array?.compactMap { $0["id"]?.string } == ["ridge"])
        let decisions = try room.ask { try await $0.why("Slide shuts Ridge road") }.first?.decisions ?? []
        #expect(decisions.map { "\($0.watch) \($0.reason)" }.sorted() == ["ridge first-of-article", "slide no-receiver"])
    }
}
