import Alerting

/// Files that came in although they were changed long ago: a few are articles that took their time, many are
/// an archive that was moved in. So each waits a moment for others; with more than twenty, all of them are a
/// flood, whose matches come in one digest.
struct OldArrivals {
    typealias Name = Settling.Name

    private struct Group {
        var waiting: [Name] = []
        var last = Duration.zero
        /// Until then what comes is part of a flood.
        var floodEnd: Duration?
    }

    private var groups: [String: Group] = [:]

    /// More at once are a flood.
    static let most = 20
    /// How long one waits for others.
    static let pause = Duration.seconds(2)
    /// How long after its last file a flood is over.
    static let calm = Duration.seconds(60)

    /// Takes one; answers those that are to be read now, and as what.
    mutating func add(_ name: Name, now: Duration) -> [(name: Name, circumstance: Circumstance)] {
        var group = groups[name.source] ?? Group()
        defer { groups[name.source] = group }
        group.last = now
        if let end = group.floodEnd, now < end {
            group.floodEnd = now + OldArrivals.calm
            return [(name, .flood)]
        }
        group.floodEnd = nil
        group.waiting.append(name)
        guard group.waiting.count > OldArrivals.most else { return [] }
        group.floodEnd = now + OldArrivals.calm
        defer { group.waiting = [] }
        return group.waiting.map { ($0, .flood) }
    }

    /// Those that waited and stayed few.
    mutating func due(_ now: Duration) -> [Name] {
        var out: [Name] = []
        for (source, group) in groups where !group.waiting.isEmpty && now >= group.last + OldArrivals.pause {
            out += group.waiting
            groups[source]?.waiting = []
        }
        return out
    }

    /// When `due` next has something.
    var nextDue: Duration? {
        groups.values.filter { !$0.waiting.isEmpty }.map { $0.last + OldArrivals.pause }.min()
    }
}
