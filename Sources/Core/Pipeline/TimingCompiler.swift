import Alerting
import Configuration
import Model
import Text

/// An owner's absence, as two instants.
struct Absence: Sendable {
    var owner: String
    var from: Moment
    /// When it is over.
    var until: Moment
    /// Receivers that stand in.
    var to: [String]

    func covers(_ watch: Watch, at now: Moment) -> Bool { watch.owner == owner && now >= from && now < until }
}

/// Turns times as written into instants: zones and calendars are looked up, and what is not known is an error
/// at its place.
struct TimingCompiler {
    let zones: (String) -> [UInt8]?
    let calendars: (String) -> [UInt8]?
    var complaints: [Complaint] = []
    private var knownZones: [String: TimeZoneRules] = ["UTC": .utc]
    private var knownCalendars: [String: Set<Int64>] = [:]

    init(zones: @escaping (String) -> [UInt8]?, calendars: @escaping (String) -> [UInt8]?) {
        (self.zones, self.calendars) = (zones, calendars)
    }

    /// The timing of every watch that has one.
    mutating func timings(_ settings: Settings) -> [String: Timing] {
        var timings: [String: Timing] = [:]
        for draft in settings.watches {
            guard let written = draft.timing else { continue }
            var timing = Timing()
            timing.zone = zone(written.zone, written.zoneMark)
            timing.digest =
                written.every.map(Timing.Digest.every) ?? (written.at.isEmpty ? nil : .at(written.at))
            timing.digestDays = written.days
            timing.quiet = written.quiet.map { one in
                Timing.Quiet(from: one.from, to: one.to, days: one.days, dates: dates(one))
            }
            (timing.cooldown, timing.wait) = (written.cooldown, written.wait)
            timing.urgentBreaches = written.urgentBreaches
            timings[draft.id] = timing
        }
        return timings
    }

    /// Who is away when: from the begin of the first day to the end of the last.
    mutating func absences(_ settings: Settings) -> [Absence] {
        settings.away.map { written in
            let zone = zone(written.zone, written.mark)
            func begin(_ day: Int64) -> Moment { Moment(seconds: zone.instant(local: day * 86_400)) }
            return Absence(
                owner: written.owner, from: begin(written.from.daysSince1970),
                until: begin(written.until.daysSince1970 + 1), to: written.to)
        }
    }

    private mutating func zone(_ name: String, _ mark: Mark) -> TimeZoneRules {
        if let known = knownZones[name] { return known }
        let found = zones(name).flatMap { TimeZoneRules(name: name, file: $0) }
        if found == nil {
            let what = "'\(name)' is no time zone of this machine"
            complaints.append(
                Complaint(.error, mark, what, fix: "write a name of /usr/share/zoneinfo, as Asia/Baku"))
        }
        knownZones[name] = found ?? .utc
        return found ?? .utc
    }

    private mutating func dates(_ quiet: TimingDraft.Quiet) -> Set<Int64>? {
        guard !quiet.dates.isEmpty || quiet.holidays != nil else { return nil }
        var days: Set<Int64> = []
        for stretch in quiet.dates {
            days.formUnion(stretch.lowerBound.daysSince1970...stretch.upperBound.daysSince1970)
        }
        if let path = quiet.holidays { days.formUnion(calendar(path, quiet.mark)) }
        return days
    }

    private mutating func calendar(_ path: String, _ mark: Mark) -> Set<Int64> {
        if let known = knownCalendars[path] { return known }
        guard let file = calendars(path) else {
            complaints.append(
                Complaint(.error, mark, "'\(path)' cannot be read", fix: "put the calendar (.ics) there"))
            return []
        }
        let (days, flaws) = holidays(in: file)
        for flaw in flaws {
            complaints.append(
                Complaint(.warning, Mark(file: path, line: flaw.line, column: 1), flaw.what))
        }
        knownCalendars[path] = days
        return days
    }
}
