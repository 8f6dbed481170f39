import Model
import Text

/// Decides one watch on one article from the phrases found in it. The same evaluator serves matching and explaining.
struct Evaluation {
    let reading: Reading
    let hits: [Int32: [Hit]]
    let zones: Set<Zone>

    /// A phrase found, with what it is called in explanations.
    struct Found: Hashable {
        var hit: Hit
        var phrase: String
        var clause: String
    }

    /// What satisfies the node; nil when it is not satisfied. A satisfied NOT has nothing to show.
    func run(_ node: QueryNode) -> [Found]? {
        switch node {
        case .leaf(let patterns, let phrase, let clause):
            let here = patterns.flatMap { hits[$0] ?? [] }.filter(isSearched)
            return here.isEmpty ? nil : here.map { Found(hit: $0, phrase: phrase, clause: clause) }
        case .all(let parts):
            var out: [Found] = []
            for part in parts {
                guard let found = run(part) else { return nil }
                out += found
            }
            return out
        case .any(let parts):
            let found = parts.compactMap(run)
            return found.isEmpty ? nil : found.flatMap { $0 }
        case .not(let part):
            return run(part) == nil ? [] : nil
        case .near(let a, let b, let scope):
            guard let left = run(a), let right = run(b) else { return nil }
            let (toRight, toLeft) = (Company(right, scope, reading), Company(left, scope, reading))
            let near = left.filter { toRight.isNear($0.hit) }
            return near.isEmpty ? nil : near + right.filter { toLeft.isNear($0.hit) }
        }
    }

    private func isSearched(_ hit: Hit) -> Bool {
        zones.contains(reading.article.paragraphs[Int(reading.paragraphOf[Int(hit.first)])].zone)
    }

    /// What was found as evidence in order of the text; of mentions inside each other the longest stays.
    func evidence(_ found: [Found]) -> [Evidence] {
        let sorted = Set(found).sorted { a, b in
            (a.hit.first, -a.hit.last, a.clause) < (b.hit.first, -b.hit.last, b.clause)
        }
        var out: [Evidence] = []
        var lastWord: Int32 = -1
        for one in sorted where one.hit.last > lastWord {
            lastWord = one.hit.last
            let words = reading.words.tokens
            let span = TextSpan(words[Int(one.hit.first)].start, words[Int(one.hit.last)].end)
            let zone = reading.article.paragraphs[Int(reading.paragraphOf[Int(one.hit.first)])].zone
            let sentence = reading.sentences[Int(reading.sentenceOf[Int(one.hit.first)])]
            out.append(Evidence(span: span, zone: zone, sentence: sentence, phrase: one.phrase, clause: one.clause))
        }
        return out
    }
}

/// Mentions by where they stand, so that asking for one nearby costs a look-up and never a walk over all of them.
private struct Company {
    private let scope: Scope
    private let reading: Reading
    private var places: Set<Int32> = []
    /// Of mentions in order: their first words, and the furthest last word up to each.
    private var firsts: [Int32] = []
    private var lasts: [Int32] = []

    init(_ found: [Evaluation.Found], _ scope: Scope, _ reading: Reading) {
        (self.scope, self.reading) = (scope, reading)
        switch scope {
        case .sentence: places = Set(found.map { reading.sentenceOf[Int($0.hit.first)] })
        case .paragraph: places = Set(found.map { reading.paragraphOf[Int($0.hit.first)] })
        case .words:
            for hit in found.map(\.hit).sorted(by: { $0.first < $1.first }) {
                firsts.append(hit.first)
                lasts.append(max(lasts.last ?? hit.last, hit.last))
            }
        }
    }

    func isNear(_ hit: Hit) -> Bool {
        switch scope {
        case .sentence: return places.contains(reading.sentenceOf[Int(hit.first)])
        case .paragraph: return places.contains(reading.paragraphOf[Int(hit.first)])
        case .words(let most):
            let (low, high) = (hit.first - Int32(most) - 1, hit.last + Int32(most) + 1)
            let index = firsts.partitioningIndex { $0 > high } - 1
            guard index >= 0, lasts[index] >= low else { return false }
            return reading.paragraphOf[Int(firsts[index])] == reading.paragraphOf[Int(hit.first)]
        }
    }
}

extension Array {
    /// The first index from which on `belongs` holds, in a list where it holds from some index on.
    func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongs(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
