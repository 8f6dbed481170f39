import Alerting
import Glibc
import Model
import Testing
import Text

/// A zone of this machine.
private func zone(_ name: String) throws -> TimeZoneRules {
    let file = fopen("/usr/share/zoneinfo/" + name, "rb")
    defer { if let file { fclose(file) } }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file!)
    return try #require(TimeZoneRules(name: name, file: Array(bytes.prefix(count))))
}

private func utc(_ text: String) -> Moment { Moment(milliseconds: webDate(text)!.milliseconds) }

@Suite struct ZoneTests {
    /// Offsets as `date` of the GNU coreutils tells them, past the end of the file's own list as well.
    @Test(arguments: [
        ("Asia/Baku", "2023-06-26T00:00:00Z", 4), ("Europe/Berlin", "2026-03-29T00:59:59Z", 1), ("Europe/Berlin", "2026-03-29T01:00:00Z", 2),
        ("Europe/Berlin", "2026-10-25T01:00:00Z", 1), ("Europe/Berlin", "2060-07-01T00:00:00Z", 2), ("Europe/Berlin", "2060-12-01T00:00:00Z", 1),
        ("America/New_York", "2050-07-01T12:00:00Z", -4), ("America/Santiago", "2050-01-01T12:00:00Z", -3), ("America/Santiago", "2050-07-01T12:00:00Z", -4),
        ("Australia/Sydney", "2049-12-24T12:00:00Z", 11), ("UTC", "2026-01-01T00:00:00Z", 0), ("Asia/Yerevan", "2011-07-01T00:00:00Z", 5),
    ])
    func `offsets are those of the zone`(name: String, instant: String, hours: Int64) throws {
        #expect(try zone(name).offset(at: utc(instant).seconds) == hours * 3600)
    }

    @Test func `a local time that does not exist is the moment clocks leap, of two the earlier counts`() throws {
        let berlin = try zone("Europe/Berlin")
        #expect(berlin.instant(local: utc("2026-03-29T02:30:00Z").seconds) == utc("2026-03-29T01:00:00Z").seconds)
        #expect(berlin.instant(local: utc("2026-10-25T02:30:00Z").seconds) == utc("2026-10-25T00:30:00Z").seconds)
        #expect(berlin.instant(local: utc("2026-07-01T02:30:00Z").seconds) == utc("2026-07-01T00:30:00Z").seconds)
    }

    @Test func `what is no zone file is refused, cut anywhere it never crashes`() throws {
        #expect(TimeZoneRules(name: "x", file: Array("TZif2".utf8)) == nil)
        let file = fopen("/usr/share/zoneinfo/Europe/Berlin", "rb")
        defer { if let file { fclose(file) } }
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        let count = fread(&bytes, 1, bytes.count, file!)
        for length in 0..<count { _ = TimeZoneRules(name: "x", file: Array(bytes.prefix(length))) }
    }
}

@Suite struct TimingTests {
    private func timing(_ change: (inout Timing) -> Void) throws -> Timing {
        var timing = Timing()
        timing.zone = try zone("Europe/Berlin")
        change(&timing)
        return timing
    }

    private func wait(_ timing: Timing, _ now: String, urgent: Bool = false, rang: String? = nil) -> String? {
        hold(timing, isUrgent: urgent, rang: rang.map(utc), now: utc(now)).map { "\($0.until.iso8601) \($0.reason.rawValue)" }
    }

    @Test func `quiet hours over midnight end in the morning, winter and summer`() throws {
        let timing = try timing { $0.quiet = [Timing.Quiet(from: 22 * 60, to: 7 * 60)] }
        #expect(wait(timing, "2026-01-10T22:00:00Z") == "2026-01-11T06:00:00Z quiet-hours")
        #expect(wait(timing, "2026-07-10T22:00:00Z") == "2026-07-11T05:00:00Z quiet-hours")
        #expect(wait(timing, "2026-03-28T22:30:00Z") == "2026-03-29T05:00:00Z quiet-hours", "clocks leap in that night")
        #expect(wait(timing, "2026-01-10T20:59:00Z") == nil && wait(timing, "2026-01-10T06:00:00Z") == nil)
        #expect(wait(timing, "2026-01-10T22:00:00Z", urgent: true) == nil)
    }

    @Test func `a quiet weekend is one stretch to Monday morning`() throws {
        let timing = try timing {
            $0.quiet = [Timing.Quiet(from: 0, to: 0, days: [6, 7]), Timing.Quiet(from: 18 * 60, to: 0, days: [5]), Timing.Quiet(from: 0, to: 8 * 60, days: [1])]
        }
        // Friday 2026-01-09, 19:00 in Berlin, to Monday 08:00.
        #expect(wait(timing, "2026-01-09T18:00:00Z") == "2026-01-12T07:00:00Z quiet-hours")
    }

    @Test func `digests come at their times of day and never in quiet hours`() throws {
        let at = try timing { $0.digest = .at([9 * 60, 18 * 60]); $0.digestDays = [1, 2, 3, 4, 5] }
        #expect(wait(at, "2026-01-09T12:00:00Z") == "2026-01-09T17:00:00Z digest")
        #expect(wait(at, "2026-01-09T17:00:00Z") == "2026-01-12T08:00:00Z digest", "after Friday's last comes Monday's first")
        let every = try timing { $0.digest = .every(.seconds(3600)); $0.quiet = [Timing.Quiet(from: 22 * 60, to: 7 * 60)] }
        #expect(wait(every, "2026-01-10T12:10:00Z") == "2026-01-10T13:00:00Z digest")
        #expect(wait(every, "2026-01-10T20:30:00Z") == "2026-01-11T06:00:00Z digest")
    }

    @Test func `a cooldown counts from the last alert`() throws {
        let timing = try timing { $0.cooldown = .seconds(1800) }
        #expect(wait(timing, "2026-01-10T12:10:00Z", rang: "2026-01-10T12:00:00Z") == "2026-01-10T12:30:00Z cooldown")
        #expect(wait(timing, "2026-01-10T12:31:00Z", rang: "2026-01-10T12:00:00Z") == nil && wait(timing, "2026-01-10T12:00:00Z") == nil)
    }

    @Test func `a receiver has so many in a window and then waits for the next`() {
        let pace = Pace(messages: 2, window: .seconds(60))
        var given: (window: Moment, count: Int)?
        var waits: [Moment?] = []
        for second in [0, 10, 20, 59, 60] as [Int64] {
            let taken = pace.take(given, now: Moment(seconds: 600 + second))
            given = taken.given
            waits.append(taken.waits)
        }
        #expect(waits == [nil, nil, Moment(seconds: 660), Moment(seconds: 660), nil])
    }
}
