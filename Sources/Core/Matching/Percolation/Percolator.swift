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
    let tree: QueryTree
    let watches: [CompiledWatch]
    let ids: TextPool
    /// What the terms of queries became.
    let leaves: [Leaf]
    let leafPhrases: [Int32]
    let leafTexts: TextPool
    let labels: [String]
    /// Fields that hold words to names and that some watch cannot do without: what an article calls them is
    /// asked before any watch is a candidate.
    let namedFields: Set<Field>
    /// By phrase, the watches that need it: bounds in `owners`.
    let ownerBounds: [UInt32]
    let owners: [Int32]
    /// Words that are filed, or are the first of a filed pair; nil when so many are that asking first saves
    /// nothing.
    let firsts: KeyFilter?
    let words: KeyTable
    let pairs: KeyTable
    /// Filed phrases without a whole word, by the first bytes of their letters; and those without even that.
    let prefixes: KeyTable
    let unanchored: [Int32]
    /// The processor has the loops of CTextTables for eight words at a time.
    let isWide: Bool
    private let scratches = Mutex<[ScratchBox]>([])

    /// How many watches there are.
    package var count: Int { watches.count }

    /// Compiles watches; `isWide` is only for tests to say otherwise.
    package init(
        _ watches: [Watch], rules: MatchRules = .standard, census: WordCensus = WordCensus(),
        isWide: Bool = Processor.isWide
    ) {
        self.isWide = isWide
        var compiler = WatchSetCompiler(rules: rules, census: census)
        for watch in watches { compiler.add(watch) }
        // Where eight words are looked at together, a look before the two saves time only for few.
        let made = compiler.finish(mostFirsts: isWide ? 500 : 30_000)
        (memory, tree, self.watches, ids) = (made.memory, made.tree, made.watches, made.ids)
        (leaves, leafPhrases, leafTexts, labels) = (
            made.leaves, made.leafPhrases, made.leafTexts, made.labels
        )
        (ownerBounds, owners, firsts) = (made.ownerBounds, made.owners, made.firsts)
        namedFields = made.namedFields
        (words, pairs, prefixes, unanchored) = (made.words, made.pairs, made.prefixes, made.unanchored)
    }

    /// Whether the text of an article and its zones decide every watch: none asks for its source, its date or
    /// its facts.
    package var needsTextAlone: Bool {
        tree.tests.isEmpty && watches.allSatisfy { $0.scope.fact == nil }
            && tree.nodes.allSatisfy { $0.scope.fact == nil && $0.closeness != .said }
    }

    /// Every watch that the article satisfies, with its evidence, in the order of the watches.
    package func percolate(_ reading: Reading) -> [Match] { numbered(reading).map(\.match) }

    /// The same with the numbers of the watches.
    func numbered(_ reading: Reading) -> [(watch: Int, match: Match)] {
        withFindings(reading, inOrder: true) { evaluation in
            evaluation.scratch.matched.map {
                (Int($0.watch), Match(watch: ids[Int($0.watch)], evidence: evaluation.evidence($0)))
            }
        }
    }

    /// A mention: the number of the watch, and the bytes of the text.
    package struct Mention: Sendable {
        package var watch: Int32
        package var span: TextSpan
    }

    /// Adds every mention of every watch that the article satisfies: what a benchmark or a batch wants. All
    /// mentions of a watch come one after the other.
    package func mentions(_ reading: Reading, _ out: inout [Mention]) {
        withFindings(reading, inOrder: false) { evaluation in
            for match in evaluation.scratch.matched {
                for index in match.found {
                    let hit = evaluation.scratch.found[Int(index)].hit
                    out.append(Mention(watch: match.watch, span: reading.span(Int(hit.first), Int(hit.last))))
                }
            }
        }
    }

    private func withFindings<T>(_ reading: Reading, inOrder: Bool, _ use: (inout Evaluation) -> T) -> T {
        let box = scratches.withLock { $0.popLast() } ?? ScratchBox()
        let scratch = box.take() ?? Scratch(phrases: memory.count, watches: watches.count)
        var evaluation = Evaluation(self, reading, scratch)
        evaluation.run(inOrder: inOrder)
        let result = use(&evaluation)
        box.put(evaluation.takeScratch())
        scratches.withLock { if $0.count < 8 { $0.append(box) } }
        return result
    }

    /// Memory to search one more text in.
    func freshScratch() -> Scratch {
        scratches.withLock { $0.popLast() }?.take() ?? Scratch(phrases: memory.count, watches: watches.count)
    }

    /// Keeps memory for another search.
    func keep(_ scratch: consuming Scratch) {
        let box = ScratchBox()
        box.put(scratch)
        scratches.withLock { if $0.count < 8 { $0.append(box) } }
    }

    /// Bytes of memory that tables and lists take.
    package var size: Int {
        (firsts?.size ?? 0) + words.size + pairs.size + prefixes.size + memory.size
            + (ownerBounds.count + owners.count + leafPhrases.count) * 4
            + leaves.count * MemoryLayout<Leaf>.stride + watches.count * MemoryLayout<CompiledWatch>.stride
            + tree.nodes.count * MemoryLayout<QueryNode>.stride + leafTexts.size + ids.size
    }
}

/// A watch ready to be decided.
struct CompiledWatch: Sendable {
    /// Place of its query in the list of all.
    var root: Int32
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
