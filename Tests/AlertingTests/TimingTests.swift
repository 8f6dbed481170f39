import Alerting
import Configuration
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

    @Test func `quiet dates and holidays are whole days of the zone, and run into one another`() throws {
        let (days, flaws) = holidays(in: Array("""
            BEGIN:VCALENDAR\r
            BEGIN:VEVENT\r
            DTSTART;VALUE=DATE:20251225\r
            RRULE:FREQ=YEARLY\r
            SUMMARY:Christmas\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            DTSTART;VALUE=DATE:20261226\r
            DTEND;VALUE=DATE:20261228\r
            SUMM\r
             ARY:Two days\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            DTSTART;VALUE=DATE:20260525\r
            RRULE:FREQ=YEARLY;BYDAY=-1MO\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            SUMMARY:none\r
            END:VEVENT\r
            END:VCALENDAR\r
            """.utf8))
        let shown = days.map { CivilDate(daysSince1970: $0).iso8601 }.filter { $0.hasPrefix("2026") || $0.hasPrefix("2040") }.sorted()
        #expect(shown == ["2026-05-25", "2026-12-25", "2026-12-26", "2026-12-27", "2040-12-25"])
        #expect(flaws.map(\.line) == [15, 19] && flaws[0].what.contains("FREQ=YEARLY;BYDAY=-1MO"), "\(flaws)")
        let timing = try timing { $0.quiet = [Timing.Quiet(from: 0, to: 0, dates: days)] }
        #expect(wait(timing, "2026-12-25T12:00:00Z") == "2026-12-27T23:00:00Z quiet-hours")
        #expect(wait(timing, "2026-12-24T22:59:59Z") == nil && wait(timing, "2026-12-24T23:00:00Z") != nil)
        #expect(wait(timing, "2026-12-27T23:00:00Z") == nil && wait(timing, "2027-01-05T12:00:00Z") == nil)
        for length in 0..<200 { _ = holidays(in: Array("BEGIN:VEVENT\nDTSTART:99999999\nRRULE:FREQ=YEARLY;COUNT=99999999999\nEND:VEVENT".utf8.prefix(length))) }
        #expect(holidays(in: Array("<html>".utf8)).flaws.count == 1)
    }

    @Test func `days and their dates, forth and back`() {
        for days in Swift.stride(from: Int64(-800_000), to: 800_000, by: 97) {
            #expect(CivilDate(daysSince1970: days).daysSince1970 == days)
        }
    }

    @Test func `a spike is many times the usual, and needs a past`() {
        func usual(_ now: Int, _ before: Int, days: Int) -> Double? {
            usualCoverage(now: now, before: before, length: .seconds(days * 86_400), within: .seconds(86_400), factor: 4, least: 5)
        }
        #expect(usual(8, 28, days: 14) == 2 && usual(7, 28, days: 14) == nil && usual(5, 0, days: 14) == 0)
        #expect(usual(4, 0, days: 14) == nil && usual(50, 6, days: 6) == nil)
    }

    @Test func `a source has a rhythm after a week, and a single outage is none`() {
        let hours = (0..<40).map { Moment(seconds: 10_000_000 - Int64($0) * 6 * 3600) }
        let last = hours[0]
        func silent(_ after: Int64, _ arrivals: [Moment], up: Moment = Moment(seconds: 0)) -> Bool {
            silence(of: arrivals, now: last.advanced(by: .seconds(after)), upSince: up) != nil
        }
        #expect(!silent(17 * 3600, hours) && silent(18 * 3600, hours))
        #expect(!silent(18 * 3600, hours, up: last.advanced(by: .seconds(3600))), "the service was down itself")
        #expect(silent(18 * 3600, hours.enumerated().filter { $0.offset < 20 || $0.offset > 25 }.map(\.element)))
        #expect(!silent(900_000, Array(hours.prefix(9))) && !silent(900_000, Array(hours.prefix(20))))
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
