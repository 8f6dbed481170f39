import Model
import Text

/// A mention found: where, and by which term of the watch.
struct Found: Sendable, Hashable {
    var hit: Hit
    var leaf: Int32
}

/// A stretch of text that satisfies a part of a query, and the mentions that it is made of.
struct Occurrence {
    var first: Int32
    var last: Int32
    var parts: [Found]
}

/// Decides watches on one article. The same evaluator serves matching and explaining.
struct Evaluation: ~Copyable {
    let percolator: Percolator
    let reading: Reading
    private let finder: PhraseFinder
    var scratch: Scratch
    /// The same in what facts are called, from when somebody asks.
    private var names: NameSearch?

    init(_ percolator: Percolator, _ reading: Reading, _ scratch: consuming Scratch) {
        (self.percolator, self.reading) = (percolator, reading)
        finder = PhraseFinder(percolator, reading)
        self.scratch = consume scratch
        self.scratch.beginArticle()
    }

    /// Gives the memory back, for the next article.
    consuming func takeScratch() -> Scratch {
        if let search = names.take() { percolator.keep(search.takeScratch()) }
        return scratch
    }

    /// Finds all filed phrases and decides every watch that needs one of them, in the order of the watches if
    /// asked.
    mutating func run(inOrder: Bool = true) {
        finder.run(&scratch)
        takeDirect()
        if !percolator.namedFields.isDisjoint(with: reading.renamedFields) { addNamed() }
        for index in scratch.candidates.indices { decide(scratch.candidates[index]) }
        if inOrder { scratch.matched.sort { $0.watch < $1.watch } }
    }

    /// Adds the watches that need what a fact is called.
    private mutating func addNamed() {
        searchNames()
        for watch in names?.candidates ?? [] where scratch.watches[Int(watch)] != scratch.article {
            scratch.watches[Int(watch)] = scratch.article
            scratch.candidates.append(watch)
        }
    }

    private mutating func searchNames() {
        if names == nil { names = NameSearch(percolator, reading.names, percolator.freshScratch()) }
    }

    /// Takes over the hits of watches that are one term, each once.
    private mutating func takeDirect() {
        guard !scratch.direct.isEmpty else { return }
        scratch.chainDirect()
        var (found, matched): ([Found], [Matched]) = ([], [])
        swap(&found, &scratch.found)
        swap(&matched, &scratch.matched)
        for index in 0..<scratch.directFirstCount {
            let start = found.count
            var hit = scratch.direct[Int(scratch.directFirsts[index])]
            let isAll = reading.isWithin(hit.scope)
            while true {
                if isAll || hit.scope.holds(hit.found.hit, of: reading) { found.append(hit.found) }
                if hit.next == 0 { break }
                hit = scratch.direct[Int(hit.next) - 1]
            }
            if !reading.words.joined.isEmpty { keepEachOnce(&found, from: start) }
            guard found.count > start else { continue }
            matched.append(Matched(watch: hit.watch, found: Int32(start)..<Int32(found.count)))
        }
        swap(&found, &scratch.found)
        swap(&matched, &scratch.matched)
    }

    /// What is found in hyphenated words comes late, and may have been found before.
    private func keepEachOnce(_ found: inout [Found], from start: Int) {
        let sorted = found[start...].sorted {
            ($0.hit.first, $0.hit.last) < ($1.hit.first, $1.hit.last)
        }
        found.removeSubrange(start...)
        for one in sorted where found.count == start || found.last != one {
            found.append(one)
        }
    }

    /// Calls `take` with the hits of a leaf within a scope, latest first; stops when it answers false.
    mutating func eachHit(_ leaf: Int32, _ scope: SearchScope, _ take: (Hit) -> Bool) {
        let one = percolator.leaves[Int(leaf)]
        let isAll = reading.isWithin(scope)
        for index in one.first..<(one.first + one.count) {
            let phrase = percolator.leafPhrases[Int(index)]
            if scope.isOfNames, percolator.memory.phrase(phrase).traits.contains(.wholeName) { continue }
            var at = finder.lastHit(of: phrase, &scratch)
            while at > 0 {
                let hit = scratch.hits[Int(at) - 1]
                at = scratch.hitBefore[Int(at) - 1]
                if isAll || scope.holds(hit, of: reading), !take(hit) {
                    return
                }
            }
        }
        if scope.isOfNames { _ = eachNamed(leaf, scope, take) }
    }

    /// Calls `take` with the mentions within a scope that are called by a leaf, whatever their words; false
    /// when it answered so.
    private mutating func eachNamed(_ leaf: Int32, _ scope: SearchScope, _ take: (Hit) -> Bool) -> Bool {
        searchNames()
        let (one, reading) = (percolator.leaves[Int(leaf)], reading)
        for index in one.first..<(one.first + one.count) {
            let phrase = percolator.leafPhrases[Int(index)]
            let isOpen = names?.eachMention(phrase) { !scope.holds($0, of: reading) || take($0.hit) }
            if isOpen == false { return false }
        }
        return true
    }

    /// Whether a leaf stands anywhere within a scope.
    private mutating func stands(_ leaf: Int32, _ scope: SearchScope) -> Bool {
        let one = percolator.leaves[Int(leaf)]
        let isAll = reading.isWithin(scope)
        for index in one.first..<(one.first + one.count) {
            let phrase = percolator.leafPhrases[Int(index)]
            if scope.isOfNames, percolator.memory.phrase(phrase).traits.contains(.wholeName) { continue }
            var at = finder.lastHit(of: phrase, &scratch)
            if at > 0, isAll { return true }
            while at > 0 {
                let hit = scratch.hits[Int(at) - 1]
                if scope.holds(hit, of: reading) { return true }
                at = scratch.hitBefore[Int(at) - 1]
            }
        }
        return scope.isOfNames && !eachNamed(leaf, scope) { _ in false }
    }

    // Deciding.

    private mutating func decide(_ number: Int32) {
        let start = Int32(scratch.found.count)
        let watch = percolator.watches[Int(number)]
        guard percolator.tree[watch.root].kind == .leaf || holds(watch.root, watch.scope) else { return }
        gather(watch.root, watch.scope)
        guard scratch.found.count > Int(start) else { return }
        scratch.matched.append(Matched(watch: number, found: start..<Int32(scratch.found.count)))
    }

    private mutating func gather(leaf: Int32, _ scope: SearchScope) {
        var hits: [Found] = []
        swap(&hits, &scratch.found)
        eachHit(leaf, scope) { hit in
            hits.append(Found(hit: hit, leaf: leaf))
            return true
        }
        swap(&hits, &scratch.found)
    }

    /// Whether a part of a query holds for the article.
    mutating func holds(_ place: Int32, _ scope: SearchScope) -> Bool {
        let node = percolator.tree[place]
        let end = place + node.size
        var part = place + 1
        switch node.kind {
        case .leaf: return stands(node.number, scope)
        case .leaves:
            for leaf in node.number..<node.end where stands(leaf, scope) { return true }
            return false
        case .all:
            while part < end {
                if !holds(part, scope) { return false }
                part += percolator.tree[part].size
            }
            return true
        case .any:
            while part < end {
                if holds(part, scope) { return true }
                part += percolator.tree[part].size
            }
            return false
        case .not: return !holds(part, scope)
        case .within: return holds(part, node.scope)
        case .weight: return holds(part, scope)
        case .test: return percolator.tree.tests[Int(node.number)].holds(for: reading, scope)
        case .score: return total(place, scope) >= Int(node.number)
        case .near, .apart, .outside, .atLeast, .first:
            return !occurrences(place, scope, isNested: false).isEmpty
        }
    }

    /// The points of a score: each mention counts.
    mutating func total(_ place: Int32, _ scope: SearchScope) -> Int {
        percolator.tree.parts(of: place).reduce(0) { sum, part in
            sum + Int(percolator.tree[part].number) * mentions(occurrences(part + 1, scope))
        }
    }

    /// Notes everything that makes a part of a query hold.
    private mutating func gather(_ place: Int32, _ scope: SearchScope) {
        let node = percolator.tree[place]
        switch node.kind {
        case .leaf: gather(leaf: node.number, scope)
        case .leaves: for leaf in node.number..<node.end { gather(leaf: leaf, scope) }
        case .all: for part in percolator.tree.parts(of: place) { gather(part, scope) }
        case .any:
            for part in percolator.tree.parts(of: place) where holds(part, scope) { gather(part, scope) }
        case .not, .test: break
        case .within: gather(place + 1, node.scope)
        case .weight: gather(place + 1, scope)
        case .score:
            for part in percolator.tree.parts(of: place) where percolator.tree[part].number > 0 {
                gather(part, scope)
            }
        case .near, .apart, .outside, .atLeast, .first:
            for one in occurrences(place, scope, isNested: false) { scratch.found += one.parts }
        }
    }
}
