package import Model
import Text

/// The watches of a configuration, ready to be matched. After a change only the watches that changed are
/// compiled, into a small set that lies over the large one: among 100,000 watches a new one is live in the
/// time that comparing the lists takes.
package struct WatchSet: Sendable {
    /// In the order of the configuration.
    package let watches: [Watch]
    private let base: Part
    /// Watches that are new or changed since the large set was compiled.
    private let overlay: Part?

    /// A compiled set, and where each of its watches stands in the list of all; -1: no longer there.
    private struct Part: Sendable {
        var percolator: Percolator
        var places: [Int32]
    }

    package init(_ watches: [Watch]) {
        self.watches = watches
        base = Part(percolator: Percolator(watches), places: (0..<Int32(watches.count)).map { $0 })
        overlay = nil
    }

    private init(_ watches: [Watch], _ base: Part, _ overlay: Part?) {
        (self.watches, self.base, self.overlay) = (watches, base, overlay)
    }

    /// How many watches are matched by the small set.
    package var overlaid: Int { overlay?.percolator.count ?? 0 }

    /// The set of another list of watches. What did not change is taken over as it is, unless so much did
    /// that compiling everything is the better use of the time.
    package func changed(to list: [Watch]) -> WatchSet {
        let before = placesBefore(list)
        // By place in the list before, the place now.
        var now = [Int32](repeating: -1, count: watches.count)
        for (place, old) in before.enumerated() where old >= 0 { now[Int(old)] = Int32(place) }
        let basePlaces = base.places.map { $0 < 0 ? -1 : now[Int($0)] }
        var isInBase = [Bool](repeating: false, count: list.count)
        for place in basePlaces where place >= 0 { isInBase[Int(place)] = true }
        let rest = list.indices.filter { !isInBase[$0] }
        let hidden = basePlaces.reduce(0) { $0 + ($1 < 0 ? 1 : 0) }
        guard (rest.count + hidden) * 16 < base.places.count else { return WatchSet(list) }
        let over =
            rest.isEmpty
            ? nil : Part(percolator: Percolator(rest.map { list[$0] }), places: rest.map { Int32($0) })
        return WatchSet(list, Part(percolator: base.percolator, places: basePlaces), over)
    }

    /// Where each watch of a list stood before, if it looked for the same then; -1 otherwise. Lists mostly
    /// begin and end as they did.
    private func placesBefore(_ list: [Watch]) -> [Int32] {
        var out = [Int32](repeating: -1, count: list.count)
        let most = min(list.count, watches.count)
        var first = 0
        while first < most, isSame(list, first, first) {
            out[first] = Int32(first)
            first += 1
        }
        var last = 0
        while last < most - first, isSame(list, list.count - 1 - last, watches.count - 1 - last) {
            out[list.count - 1 - last] = Int32(watches.count - 1 - last)
            last += 1
        }
        let known = Dictionary(
            (first..<(watches.count - last)).map { (watches[$0].id, $0) }, uniquingKeysWith: { a, _ in a })
        for place in first..<(list.count - last) {
            guard let old = known[list[place].id], isSame(list, place, old) else { continue }
            out[place] = Int32(old)
        }
        return out
    }

    /// Whether a watch of a list looks for what one looked for before. They are compared where they lie: to
    /// copy each would be most of the time.
    private func isSame(_ list: [Watch], _ place: Int, _ old: Int) -> Bool {
        list[place].id == watches[old].id && list[place].zones == watches[old].zones
            && list[place].query == watches[old].query
    }

    /// Every watch that the article satisfies, with its evidence, in the order of the watches.
    package func percolate(_ reading: Reading) -> [Match] {
        let found = [base, overlay].compactMap(\.self).flatMap { part in
            part.percolator.numbered(reading).map { (place: part.places[$0.watch], match: $0.match) }
        }
        return found.filter { $0.place >= 0 }.sorted { $0.place < $1.place }.map(\.match)
    }
}
