package import Model
import Text

/// All watches compiled: given an article, says which of them it satisfies and where. Immutable; a new set of watches is a
/// new value, swapped in whole.
///
/// The article is cut into words once. Every phrase of every watch is filed under its rarest word (rarest among the
/// phrases themselves, then longest); a word of the article that is filed nowhere costs one look-up, and a watch costs
/// nothing unless one of its phrases stands in the article.
package struct Percolator: Sendable {
    private var patterns: [PhrasePattern] = []
    private var patternNumbers: [String: [Int32]] = [:]
    /// Watches that a pattern may satisfy.
    private var watchesOf: [[Int32]] = []
    private var watches: [CompiledWatch] = []
    private var index = WordIndex()

    /// How many watches there are.
    package var count: Int { watches.count }

    package init(_ watches: [Watch]) {
        for watch in watches {
            let number = Int32(self.watches.count)
            let root = compile(watch.query, label: "", isPositive: true, watch: number)
            self.watches.append(CompiledWatch(id: watch.id, zones: watch.zones, root: root))
        }
        fileUnderRarestWord()
    }

    private mutating func compile(_ query: Query, label: String, isPositive: Bool, watch: Int32) -> QueryNode {
        switch query {
        case .phrase(let text):
            return leaf(text, clause: label + "\"\(text)\"", isPositive, watch)
        case .list(let name, let items):
            return .any(items.map { leaf($0, clause: label + "@\(name) / \"\($0)\"", isPositive, watch) })
        case .all(let parts): return .all(parts.map { compile($0, label: label, isPositive: isPositive, watch: watch) })
        case .any(let parts): return .any(parts.map { compile($0, label: label, isPositive: isPositive, watch: watch) })
        case .not(let part): return .not(compile(part, label: label, isPositive: false, watch: watch))
        case .labelled(let name, let part):
            return compile(part, label: name + ": ", isPositive: isPositive, watch: watch)
        case .near(let a, let b, let scope):
            return .near(compile(a, label: label, isPositive: isPositive, watch: watch),
                compile(b, label: "near: ", isPositive: isPositive, watch: watch), scope)
        }
    }

    private mutating func leaf(_ text: String, clause: String, _ isPositive: Bool, _ watch: Int32) -> QueryNode {
        if patternNumbers[text] == nil {
            var numbers: [Int32] = []
            for pattern in PhrasePattern.spellings(text) {
                numbers.append(Int32(patterns.count))
                patterns.append(pattern)
                watchesOf.append([])
            }
            patternNumbers[text] = numbers
        }
        let numbers = patternNumbers[text] ?? []
        if isPositive {
            for number in numbers where watchesOf[Int(number)].last != watch { watchesOf[Int(number)].append(watch) }
        }
        return .leaf(numbers, phrase: text, clause: clause)
    }

    private mutating func fileUnderRarestWord() {
        var frequency: [UInt64: Int] = [:]
        for pattern in patterns { for word in pattern.words.tokens { frequency[word.hash, default: 0] += 1 } }
        var filed: [(hash: UInt64, entry: WordIndex.Entry)] = []
        for (number, pattern) in patterns.enumerated() {
            let words = pattern.words.tokens
            let best = words.indices.min { a, b in
                let (x, y) = (frequency[words[a].hash] ?? 0, frequency[words[b].hash] ?? 0)
                return x != y ? x < y : words[a].end - words[a].start > words[b].end - words[b].start
            }
            guard let best else { continue }
            filed.append((words[best].hash, WordIndex.Entry(pattern: Int32(number), offset: Int32(best))))
        }
        index = WordIndex(filed)
    }

    /// Every watch that the article satisfies, with its evidence, in the order of the watches.
    package func percolate(_ reading: Reading) -> [Match] {
        let hits = findPhrases(reading)
        guard !hits.isEmpty else { return [] }
        var candidates: Set<Int32> = []
        for pattern in hits.keys { candidates.formUnion(watchesOf[Int(pattern)]) }
        return candidates.sorted().compactMap { number in
            let watch = watches[Int(number)]
            let evaluation = Evaluation(reading: reading, hits: hits, zones: watch.zones)
            guard let found = evaluation.run(watch.root) else { return nil }
            return Match(watch: watch.id, evidence: evaluation.evidence(found))
        }
    }

    /// Where each phrase stands: the number of its first word, by pattern.
    private func findPhrases(_ reading: Reading) -> [Int32: [Hit]] {
        var hits: [Int32: [Hit]] = [:]
        let words = reading.words
        for place in words.tokens.indices {
            for entry in index.entries(words.tokens[place].hash) {
                let pattern = patterns[Int(entry.pattern)]
                let first = place - Int(entry.offset)
                guard stands(pattern, at: first, reading) else { continue }
                hits[entry.pattern, default: []].append(Hit(first: Int32(first), last: Int32(first + pattern.count - 1)))
            }
        }
        return hits
    }

    /// Whether a phrase stands with its first word at `first`: every word, side by side, in one sentence.
    private func stands(_ pattern: PhrasePattern, at first: Int, _ reading: Reading) -> Bool {
        let last = first + pattern.count - 1
        guard first >= 0, last < reading.words.tokens.count, reading.sentenceOf[first] == reading.sentenceOf[last] else {
            return false
        }
        for offset in 0..<pattern.count
        where !reading.words.word(first + offset, matches: offset, of: pattern.words) { return false }
        return pattern.signsMatch(reading.words, first: first, in: reading.article.text)
    }
}

struct CompiledWatch: Sendable {
    var id: String
    var zones: Set<Zone>
    var root: QueryNode
}

/// A query whose phrases are pattern numbers.
indirect enum QueryNode: Sendable {
    case leaf([Int32], phrase: String, clause: String)
    case all([QueryNode])
    case any([QueryNode])
    case not(QueryNode)
    case near(QueryNode, QueryNode, Scope)
}

/// A phrase found: the numbers of its first and last word.
struct Hit: Sendable, Hashable {
    var first: Int32
    var last: Int32
}
