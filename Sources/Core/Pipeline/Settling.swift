import Ports

/// Which files are looked at again and when. Pure: it is told what was seen at what time, and answers what is
/// at rest. A file is at rest when its size and times have not changed for the folder's settle time; an empty
/// one must keep so for five times as long, at least ten seconds. It never gives up on a file that is there.
struct Settling {
    struct Name: Hashable {
        var source: String
        var place: String
    }

    private struct Entry {
        var mark: FileMark?
        /// Since when it has looked like this.
        var since: Duration
        var due: Duration
        /// How often it was put off after a try.
        var delays: Int
    }

    private var entries: [Name: Entry] = [:]

    /// How many files are waited for.
    var count: Int { entries.count }

    /// When the next look is due.
    var nextDue: Duration? { entries.values.map(\.due).min() }

    /// A name stirred: look at it after the settle time.
    mutating func stir(_ name: Name, mark: FileMark?, settle: Duration, now: Duration) {
        if let old = entries[name], old.mark == mark { return }
        entries[name] = Entry(mark: mark, since: now, due: now + Settling.wait(mark, settle), delays: 0)
    }

    /// It could not be read now: look again later, ever more seldom, at most every five minutes, and not
    /// after `bound`.
    mutating func delay(_ name: Name, now: Duration, atMost bound: Duration? = nil) {
        let delays = (entries[name]?.delays ?? 0) + 1
        let wait = min(Duration.seconds(1 << min(delays, 9)), .seconds(300), bound ?? .seconds(300))
        entries[name] = Entry(mark: nil, since: now, due: now + wait, delays: delays)
    }

    /// Forgets a name: it is at rest, gone, or stored.
    mutating func forget(_ name: Name) { entries[name] = nil }

    /// Names whose look is due.
    func due(_ now: Duration) -> [Name] { entries.filter { $0.value.due <= now }.map(\.key) }

    /// What a look found: true when the file is at rest and can be read.
    mutating func look(_ name: Name, mark: FileMark?, settle: Duration, now: Duration) -> Bool {
        guard let mark, let entry = entries[name] else { entries[name] = nil; return false }
        if entry.mark == mark || entry.mark == nil && entry.delays > 0 {
            entries[name]?.since = entry.since
            entries[name]?.due = now + .seconds(3600)
            return true
        }
        entries[name] = Entry(
            mark: mark, since: now, due: now + Settling.wait(mark, settle), delays: entry.delays)
        return false
    }

    private static func wait(_ mark: FileMark?, _ settle: Duration) -> Duration {
        mark?.size == 0 ? max(settle * 5, .seconds(10)) : settle
    }
}
