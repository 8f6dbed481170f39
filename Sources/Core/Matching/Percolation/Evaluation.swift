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
final class Evaluation {
    let percolator: Percolator
    let reading: Reading
    private let finder: PhraseFinder
    var scratch: Scratch
    private var wordMap: WordMap?

    init(_ percolator: Percolator, _ reading: Reading, _ scratch: consuming Scratch) {
        (self.percolator, self.reading) = (percolator, reading)
        finder = PhraseFinder(
            percolator: percolator, reading: reading,
            verification: Verification(store: percolator.memory, reading: reading))
        self.scratch = scratch
        self.scratch.beginArticle()
    }

    /// Gives the memory back, for the next article.
    func takeScratch() -> Scratch {
        let out = scratch
        scratch = Scratch(phrases: 0, watches: 0)
        return out
    }

    /// Finds all filed phrases and decides every watch that needs one of them, in the order of the watches if
    /// asked.
    func run(inOrder: Bool = true) {
        finder.run(&scratch)
        takeDirect()
        for index in scratch.candidates.indices { decide(scratch.candidates[index]) }
        if inOrder { scratch.matched.sort { $0.watch < $1.watch } }
    }

    /// Takes over the hits of watches that are one term, those of a watch together and each once.
    private func takeDirect() {
        scratch.direct.sort { a, b in
            (a.watch, a.found.hit.first, a.found.hit.last) < (b.watch, b.found.hit.first, b.found.hit.last)
        }
        var at = 0
        while at < scratch.direct.count {
            let (watch, start) = (scratch.direct[at].watch, Int32(scratch.found.count))
            let scope = scratch.direct[at].scope
            let isAll = reading.isWithin(scope)
            var last = Hit(first: -1, last: -1)
            while at < scratch.direct.count, scratch.direct[at].watch == watch {
                let found = scratch.direct[at].found
                at += 1
                guard found.hit != last else { continue }
                last = found.hit
                if isAll || scope.holds(reading.paragraph(of: Int(found.hit.first)), of: reading) {
                    scratch.found.append(found)
                }
            }
            if scratch.found.count > Int(start) {
                scratch.matched.append(Matched(watch: watch, found: start..<Int32(scratch.found.count)))
            }
        }
    }

    /// The place of a phrase's last hit in the list plus one, 0 when it stands nowhere; one that is not filed
    /// is looked up when first asked for.
    @inline(__always)
    private func lastHit(of number: Int32) -> Int32 {
        let state = scratch.phrases[Int(number)]
        if state.article == scratch.article { return state.last }
        if percolator.memory.phrase(number).traits.contains(.filed) { return 0 }
        finder.lookUp(number, &wordMap, &scratch)
        return scratch.phrases[Int(number)].last
    }

    /// Calls `take` with the hits of a leaf within a scope, latest first; stops when it answers false.
    func eachHit(_ leaf: Int32, _ scope: SearchScope, _ take: (Hit) -> Bool) {
        let one = percolator.leaves[Int(leaf)]
        let isAll = reading.isWithin(scope)
        for index in one.first..<(one.first + one.count) {
            var at = lastHit(of: percolator.leafPhrases[Int(index)])
            while at > 0 {
                let hit = scratch.hits[Int(at) - 1]
                at = scratch.hitBefore[Int(at) - 1]
                if isAll || scope.holds(reading.paragraph(of: Int(hit.first)), of: reading), !take(hit) {
                    return
                }
            }
        }
    }

    /// Whether a leaf stands anywhere within a scope.
    private func stands(_ leaf: Int32, _ scope: SearchScope) -> Bool {
        let one = percolator.leaves[Int(leaf)]
        let isAll = reading.isWithin(scope)
        for index in one.first..<(one.first + one.count) {
            var at = lastHit(of: percolator.leafPhrases[Int(index)])
            if at > 0, isAll { return true }
            while at > 0 {
                let hit = scratch.hits[Int(at) - 1]
                if scope.holds(reading.paragraph(of: Int(hit.first)), of: reading) { return true }
                at = scratch.hitBefore[Int(at) - 1]
            }
        }
        return false
    }

    // Deciding.

    private func decide(_ number: Int32) {
        let start = Int32(scratch.found.count)
        let watch = percolator.watches[Int(number)]
        switch watch.root {
        case .leaf(let leaf): gather(leaf, watch.scope)
        default:
            guard holds(watch.root, watch.scope) else { return }
            gather(watch.root, watch.scope)
        }
        guard scratch.found.count > Int(start) else { return }
        scratch.matched.append(Matched(watch: number, found: start..<Int32(scratch.found.count)))
    }

    private func gather(_ leaf: Int32, _ scope: SearchScope) {
        var hits: [Found] = []
        swap(&hits, &scratch.found)
        eachHit(leaf, scope) { hit in
            hits.append(Found(hit: hit, leaf: leaf))
            return true
        }
        swap(&hits, &scratch.found)
    }

    /// Whether a part of a query holds for the article.
    func holds(_ node: QueryNode, _ scope: SearchScope) -> Bool {
        switch node {
        case .leaf(let leaf): return stands(leaf, scope)
        case .leaves(let range):
            for leaf in range where stands(leaf, scope) { return true }
            return false
        case .all(let parts): return parts.allSatisfy { holds($0, scope) }
        case .any(let parts): return parts.contains { holds($0, scope) }
        case .not(let part): return !holds(part, scope)
        case .within(let inner, let part): return holds(part, inner)
        case .test(let test): return test.holds(for: reading, scope)
        case .score(let weights, let threshold): return total(weights, scope) >= threshold
        case .near, .apart, .outside, .atLeast, .first:
            return !occurrences(node, scope, isNested: false).isEmpty
        }
    }

    /// The points of a score: each mention counts.
    func total(_ weights: [(node: QueryNode, points: Int)], _ scope: SearchScope) -> Int {
        weights.reduce(0) { $0 + $1.points * mentions(occurrences($1.node, scope)) }
    }

    /// Notes everything that makes a part of a query hold.
    private func gather(_ node: QueryNode, _ scope: SearchScope) {
        switch node {
        case .leaf(let leaf): gather(leaf, scope)
        case .leaves(let range): for leaf in range { gather(leaf, scope) }
        case .all(let parts): for part in parts { gather(part, scope) }
        case .any(let parts): for part in parts where holds(part, scope) { gather(part, scope) }
        case .not, .test: break
        case .within(let inner, let part): gather(part, inner)
        case .score(let weights, _):
            for weight in weights where weight.points > 0 { gather(weight.node, scope) }
        case .near, .apart, .outside, .atLeast, .first:
            for one in occurrences(node, scope, isNested: false) { scratch.found += one.parts }
        }
    }
}
