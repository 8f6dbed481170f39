import Model
import Pipeline
import Ports
import Storage
import Support
import Testing
import Text

/// A short article about the ridge that is like no other.
private func ridge(_ number: Int) -> String {
    let places = ["Upper Kell", "Marsh", "Dorn", "Vell", "Aster", "Brim", "Cole", "Dunmore", "Elm", "Firth"]
    let words = ["buses", "lorries", "sheep", "pilgrims", "cyclists", "tankers", "surveyors", "hikers", "plough crews", "tractors"]
    return "On day \(number * 37) the Ridge road near \(places[number % 10]) saw \(number + 3) \(words[number / 10 % 10]) pass \(number * 13) stones."
}

private let quiet = "watches: [{ id: other, any: [Nothing], to: [desk] }]"

@Suite(.serialized) struct WatchingTests {
    private func texts(_ room: Newsroom, _ kind: String) -> [String] {
        room.bodies.filter { $0["type"]?.string == kind }.compactMap { $0["data"]?["text"]?.string }
    }

    @Test func `a new watch looks back over the archive once, and a crash in between loses nothing`() throws {
        let room = try Newsroom(quiet)
        for number in 0..<4 { room.drop("Report \(number)", ridge(number)) }
        room.drop("Weather", "It rained in the valley.")
        room.wait(.seconds(3 * 86_400))
        room.drop("Report 5", ridge(5))
        let made = "watches: [{ id: ridge, any: [Ridge road], to: [desk], on_create: { look_back: 2d } }]"
        try room.reload(made)
        room.wait(.seconds(20))
        #expect(room.kinds == ["digest"])
        let data = room.bodies.last?["data"]
        #expect(data?["items_total"]?.integer == 1 && data?["items"]?.array?.first?["reason"]?.string == "look-back")
        try room.reload(made)
        try room.crash()
        room.wait(.seconds(60))
        #expect(room.kinds == ["digest"], "it looks back once")
        try room.reload("watches: [{ id: two, any: [Ridge road], to: [desk], on_create: { look_back: 30d } }]")
        room.wait(.seconds(20))
        #expect(room.bodies.last?["data"]?["items_total"]?.integer == 5)
    }

    @Test func `an archive that is moved in comes in one digest, a few old files as alerts`() throws {
        let room = try Newsroom("watches: [{ id: ridge, any: [Ridge road], to: [desk], when: every }]")
        func move(_ numbers: Range<Int>) {
            for number in numbers {
                let text = Array("Report \(number)\n\n\(ridge(number))\n".utf8)
                room.folders.put("in", "old\(number)", text, touched: room.now().advanced(by: .seconds(-30 * 86_400)), isTold: true)
                if number % 40 == 0 { room.wait(.seconds(15)) }
            }
            room.wait(.seconds(60))
        }
        move(1..<6)
        #expect(room.kinds == Array(repeating: "first", count: 5))
        move(100..<400)
        #expect(room.kinds.dropFirst(5) == ["digest"])
        #expect(room.bodies.last?["data"]?["items_total"]?.integer == 300)
        room.drop("Report 500", ridge(500))
        #expect(room.kinds.last == "first" && room.kinds.count == 7, "what is new rings")
        let archive = (600..<640).map { #"{"headline": "Report \#($0)", "text": "\#(ridge($0))", "published": "2020-01-02T00:00:00Z"}"# }
        room.folders.put("in", "all.jsonl", Array((archive.joined(separator: "\n") + "\n").utf8), touched: room.now().advanced(by: .seconds(-60)), isTold: true)
        room.wait(.seconds(90))
        #expect(room.kinds.dropFirst(7) == ["digest"] && room.bodies.last?["data"]?["items_total"]?.integer == 40)
    }

    @Test func `a corrected article says what changed`() throws {
        let room = try Newsroom("watches: [{ id: ridge, any: [Ridge road], to: [desk] }]")
        let text = "The Ridge road is shut. Two bridges fell. Nobody was hurt in the valley, the roads office said on Monday evening."
        let place = room.drop("Slide", text)
        room.drop("Slide", text.replacing("Two bridges fell.", with: "One bridge fell."), place: place)
        let why = try room.ask { try await $0.why("Slide") }
        #expect(why.first?.changes.map(\.version) == [2])
        #expect(why.first?.changes.first?.changes.added == ["One bridge fell."] && why.first?.changes.first?.changes.removed == ["Two bridges fell."])
        room.drop("Slide", "The pass is open. " + text.replacing("The Ridge road is shut. ", with: ""), place: place)
        let data = room.bodies.last?["data"]
        #expect(room.kinds == ["first", "ended"] && data?["changes"]?["removed"]?.array?.contains(.string("The Ridge road is shut.")) == true, "\(room.kinds)")
    }

    @Test func `a spike is told once, by the watch's own past`() throws {
        let room = try Newsroom("watches: [{ id: ridge, title: The ridge, any: [Ridge road], to: [desk], spike: { within: 2h, least: 4, factor: 3 } }]")
        for number in 0..<10 {
            room.drop("Report \(number)", ridge(number))
            room.wait(.seconds(7200))
        }
        #expect(texts(room, "tocsin.watch.spike").isEmpty)
        for number in 20..<24 { room.drop("Report \(number)", ridge(number)) }
        room.wait(.seconds(3600))
        let spikes = texts(room, "tocsin.watch.spike")
        #expect(spikes.count == 1 && spikes[0].hasPrefix("spike: The ridge: 4 articles in 2 hours, usually 1 - Report 23"), "\(spikes)")
        let data = room.bodies.last { $0["type"]?.string == "tocsin.watch.spike" }?["data"]
        #expect(data?["items_total"]?.integer == 4 && data?["decision"]?["reason"]?.string == "coverage-spike")
    }

    @Test func `the first mention after a pause is urgent and breaks quiet hours`() throws {
        let room = try Newsroom("""
            watches:
              - { id: ridge, any: [Ridge road], to: [desk], first_mention: 2d, timing: { quiet: [{ from: "00:00", to: "00:00" }] } }
            """)
        room.drop("Report 1", ridge(1))
        #expect(room.kinds.isEmpty, "the watch is young")
        room.wait(.seconds(3 * 86_400))
        room.drop("Report 2", ridge(2))
        room.drop("Report 3", ridge(3))
        let firsts = room.bodies.filter { $0["type"]?.string == "tocsin.alert.first" }
        #expect(firsts.count == 1 && firsts[0]["data"]?["priority"]?.string == "urgent")
        #expect(firsts.first?["data"]?["text"]?.string?.hasPrefix("first mention in 3 days; ") == true, "\(firsts)")
    }

    @Test func `while an owner is away others are told, and the owner gets a summary at the end`() throws {
        let room = try Newsroom("""
            away: [{ owner: ana, from: 2026-01-10, until: 2026-01-12, to: [deputy], zone: UTC }]
            watches: [{ id: ridge, owner: ana, any: [Ridge road], to: [desk] }]
            """, more: "  - id: deputy\n    webhook: { url: \"http://desk.example/\", secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw }\n")
        room.drop("Report 1", ridge(1))
        room.drop("Report 2", ridge(2))
        func receivers() -> [String] { room.bodies.compactMap { $0["data"]?["decision"]?["receiver"]?.string } }
        #expect(receivers() == ["deputy", "deputy"])
        try room.crash()
        room.wait(.seconds(3 * 86_400))
        #expect(receivers() == ["deputy", "deputy", "desk"])
        let data = room.bodies.last?["data"]
        #expect(data?["items_total"]?.integer == 2 && data?["summary"]?.string?.contains("while you were away") == true)
        room.drop("Report 3", ridge(3))
        #expect(receivers().last == "desk" && room.kinds.last == "first")
    }

    @Test func `the end of a silence is told, with what it held`() throws {
        let room = try Newsroom("watches: [{ id: ridge, any: [Ridge road], to: [desk] }]")
        let now = room.now()
        let silence = Silence(
            id: "si_1", watch: "ridge", source: nil, from: now, until: now.advanced(by: .seconds(3600)), author: "ana", reason: "summit")
        try room.ask { try await $0.add(silence) }
        room.drop("Report 1", ridge(1))
        #expect(room.kinds.isEmpty)
        room.wait(.seconds(3700))
        #expect(room.kinds.sorted() == ["digest", "operator"])
        #expect(texts(room, "tocsin.operator") == ["the silence of watch ridge by ana (summit) has ended; it held 1 match, told in one digest"])
        room.wait(.seconds(3700))
        #expect(room.kinds.count == 2, "once")
    }

    @Test func `a watch reports that it is alive, hits or none`() throws {
        let room = try Newsroom("watches: [{ id: ridge, title: The ridge, any: [Ridge road], to: [desk], report: 1d }]")
        room.drop("Weather", "It rained in the valley.")
        room.wait(.seconds(86_400 + 120))
        #expect(texts(room, "tocsin.watch.report") == ["The ridge: 0 hits in 24 hours, 0 told at once; 1 article checked, no source failing"])
        room.wait(.seconds(43_200))
        #expect(texts(room, "tocsin.watch.report").count == 1)
    }

    @Test func `a source that falls silent by its own rhythm is told of, and when it is back`() throws {
        let room = try Newsroom("operator: { to: [desk] }\n" + quiet)
        for day in 0..<10 {
            room.drop("Report \(day)", ridge(day))
            room.wait(.seconds(86_400))
        }
        #expect(texts(room, "tocsin.operator").isEmpty)
        room.wait(.seconds(4 * 86_400))
        let told = texts(room, "tocsin.operator")
        #expect(told.count == 1 && told[0].hasPrefix("source in brought nothing for 3 days; it usually does after 24 hours"), "\(told)")
        room.drop("Report 50", ridge(50))
        room.wait(.seconds(7200))
        #expect(texts(room, "tocsin.operator").last?.hasPrefix("over: source in") == true)
    }
}
