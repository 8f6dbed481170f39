import Model
import Text

extension Evaluation {
    /// The stretches that satisfy a part of a query that is about places, in order of the text. `isNested`:
    /// somebody asks how far they are from others, or how many they are, so that every pair counts and not
    /// only the nearest.
    mutating func occurrences(_ place: Int32, _ scope: SearchScope, isNested: Bool = true) -> [Occurrence] {
        let node = percolator.tree[place]
        switch node.kind {
        case .leaf:
            var out: [Occurrence] = []
            eachHit(node.number, scope) { hit in
                out.append(
                    Occurrence(
                        first: hit.first, last: hit.last, parts: [Found(hit: hit, leaf: node.number)]))
                return true
            }
            return ordered(out)
        case .any, .all, .leaves:
            var out: [Occurrence] = []
            for part in percolator.tree.parts(of: place) {
                out += occurrences(part, scope, isNested: isNested)
            }
            return ordered(out)
        case .near:
            let left = occurrences(place + 1, node.closeness == .said ? scope.ofSpeakers : scope)
            if left.isEmpty { return [] }
            let right = occurrences(percolator.tree.second(of: place), scope)
            return right.isEmpty ? [] : pairs(left, right, node.proximity, isNested: isNested)
        case .apart:
            let left = occurrences(place + 1, scope)
            let right = occurrences(percolator.tree.second(of: place), scope)
            let company = Company(right, node.proximity, reading)
            return left.filter { company.nearest(to: $0) == nil }
        case .outside:
            let left = occurrences(place + 1, scope)
            let reach = Reach(occurrences(percolator.tree.second(of: place), scope))
            return left.filter { !reach.covers($0) }
        case .atLeast:
            let all = occurrences(place + 1, scope)
            return mentions(all) >= Int(node.number) ? all : []
        case .first:
            let limit = wordLimit(Int(node.number), scope)
            return occurrences(place + 1, scope).filter { Int($0.last) < limit }
        case .within: return occurrences(place + 1, node.scope, isNested: isNested)
        case .not, .test, .score, .weight: return []
        }
    }

    private func ordered(_ list: [Occurrence]) -> [Occurrence] {
        list.sorted { ($0.first, $0.last) < ($1.first, $1.last) }
    }

    /// How many mentions there are; one inside another is none of its own.
    func mentions(_ list: [Occurrence]) -> Int {
        var (count, last): (Int, Int32) = (0, -1)
        for one in list.sorted(by: { ($0.first, -$0.last) < ($1.first, -$1.last) }) where one.last > last {
            (count, last) = (count + 1, one.last)
        }
        return count
    }

    /// The first place that is not among the first so many words of the parts searched.
    private func wordLimit(_ most: Int, _ scope: SearchScope) -> Int {
        var left = most
        for number in reading.zoneOf.indices where scope.holds(number, of: reading) {
            let range = reading.range(ofParagraph: number)
            if range.count >= left { return range.lowerBound + left }
            left -= range.count
        }
        return .max
    }

    /// More pairs than this are not made; beyond it only the nearest count.
    private static let mostPairs = 20_000

    /// Stretches from one mention to another close by.
    private func pairs(_ left: [Occurrence], _ right: [Occurrence], _ distance: Proximity, isNested: Bool)
        -> [Occurrence]
    {
        let (toRight, toLeft) = (Company(right, distance, reading), Company(left, distance.reversed, reading))
        var out: [Occurrence] = []
        if isNested {
            for one in left {
                for other in toRight.all(closeTo: one, most: Evaluation.mostPairs - out.count) {
                    out.append(cover(one, other))
                }
            }
            if out.count < Evaluation.mostPairs { return ordered(out) }
            out = []
        }
        for one in left { if let other = toRight.nearest(to: one) { out.append(cover(one, other)) } }
        for one in right { if let other = toLeft.nearest(to: one) { out.append(cover(other, one)) } }
        return ordered(out)
    }

    private func cover(_ a: Occurrence, _ b: Occurrence) -> Occurrence {
        Occurrence(first: min(a.first, b.first), last: max(a.last, b.last), parts: a.parts + b.parts)
    }
}

extension Proximity {
    /// The same seen from the other side; a fixed order then asks for what stands before.
    fileprivate var reversed: Direction { Direction(self, isReversed: true) }
}

/// A closeness, and which side it is seen from.
struct Direction {
    var distance: Proximity
    var isReversed: Bool

    init(_ distance: Proximity, isReversed: Bool) {
        (self.distance, self.isReversed) = (distance, isReversed)
    }
}

/// Mentions sorted so that asking for those close to a place costs a look-up and never a walk over all of
/// them.
struct Company {
    private let list: [Occurrence]
    /// Places in the list by where the mention ends.
    private let byEnd: [Int]
    private let direction: Direction
    private let reading: Reading
    /// For all but words: places in the list by the number of the sentence, paragraph or quotation.
    private var rooms: [Int: [Int]] = [:]

    init(_ list: [Occurrence], _ distance: Proximity, _ reading: Reading) {
        self.init(list, Direction(distance, isReversed: false), reading)
    }

    init(_ list: [Occurrence], _ direction: Direction, _ reading: Reading) {
        (self.list, self.direction, self.reading) = (list, direction, reading)
        byEnd = list.indices.sorted { (list[$0].last, $0) < (list[$1].last, $1) }
        if case .words = direction.distance { return }
        for (index, one) in list.enumerated() {
            for room in rooms(of: one, isListed: true) { rooms[room, default: []].append(index) }
        }
    }

    /// The rooms that a mention stands in: its sentence or paragraph, none when it runs over the end of one;
    /// or the quotations that it is part of, or whose speaker it names.
    private func rooms(of one: Occurrence, isListed: Bool) -> [Int] {
        if direction.distance == .said {
            // Seen from the speaker's side, the list holds what is said.
            return isListed == direction.isReversed
                ? reading.quotations(saidBy: Int(one.first), Int(one.last))
                : reading.quotations(around: Int(one.first), Int(one.last))
        }
        let isSentence = direction.distance == .sentence
        func number(_ word: Int32) -> Int {
            isSentence ? reading.sentence(of: Int(word)) : reading.paragraph(of: Int(word))
        }
        let first = number(one.first)
        return one.first == one.last || number(one.last) == first ? [first] : []
    }

    /// The closest of the mentions that are close enough; nil when none is.
    func nearest(to one: Occurrence) -> Occurrence? {
        var best: (gap: Int32, other: Occurrence)?
        visit(one) { other in
            let gap = other.first > one.last ? other.first - one.last : one.first - other.last
            if best == nil || gap < best?.gap ?? 0 { best = (gap, other) }
            // Each side is walked from near to far.
            return false
        }
        return best?.other
    }

    /// All that are close enough, at most so many.
    func all(closeTo one: Occurrence, most: Int) -> [Occurrence] {
        var out: [Occurrence] = []
        visit(one) { other in
            if out.count < most { out.append(other) }
            return out.count < most
        }
        return out
    }

    /// Calls `take` with mentions close to one and not overlapping it: behind it from near to far, then
    /// before it, each side until `take` answers false.
    private func visit(_ one: Occurrence, _ take: (Occurrence) -> Bool) {
        guard case .words(let most, let isOrdered) = direction.distance else { return visitRoom(one, take) }
        let zone = reading.zoneOf[reading.paragraph(of: Int(one.first))]
        func isSameZone(_ other: Occurrence) -> Bool {
            reading.zoneOf[reading.paragraph(of: Int(other.first))] == zone
        }
        if !isOrdered || !direction.isReversed {
            var index = list.partitioningIndex { $0.first > one.last }
            while index < list.count, Int(list[index].first - one.last) - 1 <= most {
                if isSameZone(list[index]), !take(list[index]) { break }
                index += 1
            }
        }
        if !isOrdered || direction.isReversed {
            var index = byEnd.partitioningIndex { list[$0].last >= one.first } - 1
            while index >= 0, Int(one.first - list[byEnd[index]].last) - 1 <= most {
                if isSameZone(list[byEnd[index]]), !take(list[byEnd[index]]) { break }
                index -= 1
            }
        }
    }

    private func visitRoom(_ one: Occurrence, _ take: (Occurrence) -> Bool) {
        for room in rooms(of: one, isListed: false) {
            for index in rooms[room] ?? []
            where list[index].first > one.last || list[index].last < one.first {
                if !take(list[index]) { return }
            }
        }
    }
}

/// Whether stretches lie within others, answered by a look-up.
private struct Reach {
    private var firsts: [Int32] = []
    /// The furthest end of all that begin up to there.
    private var lasts: [Int32] = []

    init(_ list: [Occurrence]) {
        for one in list.sorted(by: { $0.first < $1.first }) {
            firsts.append(one.first)
            lasts.append(max(lasts.last ?? one.last, one.last))
        }
    }

    func covers(_ one: Occurrence) -> Bool {
        let index = firsts.partitioningIndex { $0 > one.first } - 1
        return index >= 0 && lasts[index] >= one.last
    }
}
