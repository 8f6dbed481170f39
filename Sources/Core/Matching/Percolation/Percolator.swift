package import Model
import Synchronization
import Text

/// All watches compiled: given an article, says which of them it satisfies and where. Immutable; a new set of
/// watches is a new value, swapped in whole.
///
/// The article is cut into words once. Of each watch only what it cannot do without is filed: a phrase of one
/// word under that word, a longer one under its rarest pair of neighbouring words; a word of the article that
/// is filed nowhere costs two looks at a bitmap, and a watch costs nothing unless something that it needs
/// stands there. Everything else of a watch is looked up in the article when the watch has become a
/// candidate.
package final class Percolator: Sendable {
    let memory: PhraseMemory
    let watches: [CompiledWatch]
    let ids: [String]
    /// What the terms of queries became.
    let leaves: [Leaf]
    let leafPhrases: [Int32]
    let leafTexts: [String]
    let labels: [String]
    /// By phrase, the watches that need it: bounds in `owners`.
    let ownerBounds: [UInt32]
    let owners: [Int32]
    let records: RecordMemory
    let words: KeyTable
    let pairs: KeyTable
    /// Filed phrases without a whole word, by the first bytes of their letters; and those without even that.
    let prefixes: KeyTable
    let unanchored: [Int32]
    private let scratches = Mutex<[Scratch]>([])

    /// How many watches there are.
    package var count: Int { watches.count }

    package init(_ watches: [Watch], rules: MatchRules = .standard, census: WordCensus = WordCensus()) {
        var compiler = WatchSetCompiler(rules: rules, census: census)
        for watch in watches { compiler.add(watch) }
        let made = compiler.finish()
        memory = PhraseMemory(made.store)
        (self.watches, ids, leaves, leafPhrases) = (made.watches, made.ids, made.leaves, made.leafPhrases)
        (leafTexts, labels, records) = (made.leafTexts, made.labels, made.records)
        (ownerBounds, owners) = (made.ownerBounds, made.owners)
        (words, pairs, prefixes, unanchored) = (made.words, made.pairs, made.prefixes, made.unanchored)
    }

    /// Every watch that the article satisfies, with its evidence, in the order of the watches.
    package func percolate(_ reading: Reading) -> [Match] {
        withFindings(reading, inOrder: true) { evaluation in
            evaluation.scratch.matched.map {
                Match(watch: ids[Int($0.watch)], evidence: evaluation.evidence($0))
            }
        }
    }

    /// Every mention of every watch that the article satisfies, as the number of the watch and a byte span:
    /// what a benchmark or a batch wants. All mentions of a watch come one after the other.
    package func spans(_ reading: Reading, _ take: (_ watch: Int, _ span: TextSpan) -> Void) {
        withFindings(reading, inOrder: false) { evaluation in
            for match in evaluation.scratch.matched {
                for index in match.found {
                    let hit = evaluation.scratch.found[Int(index)].hit
                    take(Int(match.watch), reading.span(Int(hit.first), Int(hit.last)))
                }
            }
        }
    }

    private func withFindings<T>(_ reading: Reading, inOrder: Bool, _ use: (Evaluation) -> T) -> T {
        let known = scratches.withLock { $0.popLast() }
        let evaluation = Evaluation(
            self, reading, known ?? Scratch(phrases: memory.count, watches: watches.count))
        evaluation.run(inOrder: inOrder)
        let result = use(evaluation)
        let used = evaluation.takeScratch()
        scratches.withLock { if $0.count < 8 { $0.append(used) } }
        return result
    }

    /// Bytes of memory that tables and lists take.
    package var size: Int {
        words.size + pairs.size + prefixes.size + memory.size + records.size
            + (ownerBounds.count + owners.count) * 4 + leaves.count * MemoryLayout<Leaf>.stride
            + watches.count * MemoryLayout<CompiledWatch>.stride + leafPhrases.count * 4
            + (leafTexts.count + ids.count) * 16
    }
}

/// A watch ready to be decided.
struct CompiledWatch: Sendable {
    var root: QueryNode
    var scope: SearchScope
}

/// A term of a query: the phrases that it stands for.
struct Leaf: Sendable {
    /// Bounds in the list of phrases of leaves.
    var first: Int32
    var count: Int32
    /// What stands before it in explanations: `any: @lachin-names / `.
    var label: Int32
}

/// A query whose terms are leaves.
indirect enum QueryNode: Sendable {
    case leaf(Int32)
    /// One of several terms: the commonest group, without a list of its own.
    case leaves(Range<Int32>)
    case all([QueryNode])
    case any([QueryNode])
    case not(QueryNode)
    case near(QueryNode, QueryNode, Proximity)
    case apart(QueryNode, QueryNode, Proximity)
    case outside(QueryNode, QueryNode)
    case atLeast(Int, QueryNode)
    case first(Int, QueryNode)
    case within(SearchScope, QueryNode)
    case test(ArticleTest)
    case score([(node: QueryNode, points: Int)], threshold: Int)
}

extension QueryNode {
    /// One of these: a group of terms where it is no more than that.
    static func oneOf(_ parts: [QueryNode]) -> QueryNode {
        var range: Range<Int32>?
        for part in parts {
            guard case .leaf(let number) = part, range == nil || range?.upperBound == number else {
                return .any(parts)
            }
            range = (range?.lowerBound ?? number)..<(number + 1)
        }
        return range.map { $0.count > 1 ? .leaves($0) : .any(parts) } ?? .any(parts)
    }

    /// The alternatives of a group; nil when it is none.
    var alternatives: [QueryNode]? {
        switch self {
        case .any(let parts): parts
        case .leaves(let range): range.map { .leaf($0) }
        default: nil
        }
    }
}
