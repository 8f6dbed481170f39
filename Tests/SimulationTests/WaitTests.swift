import Model
import Ports
import Storage
import Testing
import Text

private let slide = """
    Traffic on the Ridge road stopped on Monday after a slide buried two bridges near the village of Upper Kell, the roads
    office said. "The Ridge road will stay shut for at least a week," Maria Santos, who heads the office, told reporters in the valley.
    """

private let more = """


    Forty families were brought to a school. Engineers began to clear stones with six machines, and helicopters carried
    bread and medicine to hamlets that were cut off. The last such slide, eleven years ago, closed the pass for a month.
    """

private func watches(_ timing: String = "wait: 2m") -> String {
    """
    watches:
      - id: ridge
        any: [Ridge road]
        to: [desk]
        timing: { \(timing) }
    """
}

@Suite(.serialized) struct WaitTests {
    @Test func `the first alert of a story waits for the best copy, over a crash, and counts the others`() throws {
        let room = try Newsroom(watches())
        room.drop("Slide shuts road", slide)
        room.drop("Slide shuts Ridge road, forty families in school", slide + more)
        try room.crash()
        room.drop("Road shut", String(slide.prefix(250)))
        #expect(room.kinds.isEmpty)
        #expect(try room.ask { try await $0.waitingMatches() }.map { "\($0.reason) \($0.count)" } == ["best-copy 1"])
        #expect(try room.ask { try await $0.why("Slide shuts road") }.first?.decisions.first?.reason == "best-copy")
        room.wait(.seconds(130))
        #expect(room.kinds == ["first"])
        let data = try #require(room.bodies.first?["data"])
        #expect(data["article"]?["headline"]?.string == "Slide shuts Ridge road, forty families in school")
        #expect(data["mentions"]?.array?.count == 3 && data["quotes"]?.array?.isEmpty == false, "\(data)")
        #expect(data["story"]?["copies"]?.array?.compactMap { $0["headline"]?.string } == ["Slide shuts road", "Road shut"])
        #expect(data["story"]?["articles"]?.integer == 3 && data["story"]?["step"]?.integer == 1)
        #expect(try room.ask { try await $0.why("Slide shuts road") }.first?.decisions.map(\.reason) == ["copy-of-story"])
        #expect(try room.ask { try await $0.waitingMatches() }.isEmpty)
        room.drop("Minister", slide + "\n\n\"Nobody will be left alone on the Ridge road tonight,\" Janos Veres said in Budapest.")
        #expect(room.kinds == ["first", "development"], "a story that was told waits no more")
        room.wait(.seconds(1000))
        #expect(room.kinds.count == 2)
    }

    @Test func `what is taken back while it waits is not told, and another copy is`() throws {
        let room = try Newsroom(watches())
        let long = room.drop("Slide shuts road", slide + more)
        room.drop("Slide", slide)
        room.drop("Slide shuts road", (slide + more).replacing("Ridge road", with: "River path"), place: long)
        room.wait(.seconds(130))
        #expect(room.kinds == ["first"])
        #expect(room.bodies.first?["data"]?["article"]?["headline"]?.string == "Slide")
        let alone = room.drop("Toll", "The Ridge road will cost three crowns, the council of Lower Marsh decided on Tuesday by nine votes.")
        room.drop("Toll", "The River path will cost three crowns, the council of Lower Marsh decided on Tuesday by nine votes.", place: alone)
        room.wait(.seconds(200))
        #expect(room.kinds == ["first"])
        #expect(try room.ask { try await $0.waitingMatches() }.isEmpty)
        #expect(try room.ask { try await $0.why("Toll") }.first?.decisions.last?.reason == "no-longer-matches")
    }

    @Test func `a newer version is what is told`() throws {
        let room = try Newsroom(watches())
        let place = room.drop("Slide shuts Ridge road", slide)
        room.drop("Slide shuts Ridge road", slide + more + " The Ridge road is closed.", place: place)
        room.wait(.seconds(130))
        #expect(room.kinds == ["first"])
        #expect(room.bodies.first?["data"]?["article"]?["version"]?.integer == 2)
        #expect(room.bodies.first?["data"]?["mentions"]?.array?.count == 4)
    }

    @Test func `two watches of one story are one message, and urgent ones do not wait`() throws {
        let two = watches() + "\n  - { id: bridges, any: [bridges], to: [desk], timing: { wait: 3m } }"
        let room = try Newsroom(two + "\n  - { id: now, any: [Upper Kell], to: [desk], priority: urgent, timing: { wait: 3m } }")
        room.drop("Slide shuts Ridge road", slide)
        #expect(room.bodies.map { $0["data"]?["watches"]?.array?.compactMap { $0["id"]?.string } } == [["now"]])
        room.wait(.seconds(130))
        #expect(room.bodies.last?["data"]?["watches"]?.array?.compactMap { $0["id"]?.string } == ["bridges", "ridge"])
        #expect(room.kinds == ["first", "first"])
    }

    @Test func `quiet hours that begin meanwhile hold it, and an edited watch lets it go`() throws {
        let room = try Newsroom(watches("wait: 2m, quiet: [{ from: \"12:01\", to: \"12:30\" }]"))
        room.drop("Slide shuts Ridge road", slide)
        room.wait(.seconds(200))
        #expect(try room.ask { try await $0.waitingMatches() }.map(\.reason) == ["quiet-hours"])
        room.wait(.seconds(1800))
        #expect(room.kinds == ["digest"])
        room.drop("Toll", "The Ridge road will cost three crowns, the council of Lower Marsh decided on Tuesday by nine votes.")
        try room.reload(watches().replacing("any: [Ridge road]", with: "any: [River path]"))
        room.wait(.seconds(200))
        #expect(room.kinds == ["digest"])
        #expect(try room.ask { try await $0.why("Toll") }.first?.decisions.last?.note == "the watch was changed while it waited")
    }
}
