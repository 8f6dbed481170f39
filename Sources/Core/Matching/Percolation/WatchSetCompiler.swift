import Model
import Text

/// Compiles watches one by one, then files what each of them cannot do without.
struct WatchSetCompiler {
    private var builder: PhraseBuilder
    private let census: WordCensus
    private var watches: [CompiledWatch] = []
    private var ids = TextPool()
    private var tree = QueryTree()
    private var leafTexts = TextPool()
    private var leaves: [Leaf] = []
    private var leafPhrases: [Int32] = []
    private var labels: [String] = []
    private var labelNumbers: [String: Int32] = [:]
    private var owned: [(phrase: Int32, watch: Int32)] = []
    private var lastLabel: (text: String, number: Int32)?
    /// Fields that hold words to names and that some watch cannot do without.
    private var namedFields: Set<Field> = []
    /// Of each leaf, the field that holds it to names.
    private var leafFields: [Field?] = []
    /// That of the part being compiled.
    private var field: Field?

    init(rules: MatchRules, census: WordCensus) {
        builder = PhraseBuilder(rules: rules)
        self.census = census
    }

    mutating func add(_ watch: Watch) {
        let number = Int32(watches.count)
        let root = compile(watch.query, label: "")
        watches.append(CompiledWatch(root: root, scope: SearchScope(watch.zones)))
        ids.append(watch.id)
        guard let need = cheapestNeed(root) else { return }
        for leaf in need.leaves {
            if let field = leafFields[Int(leaf)] { namedFields.insert(field) }
            for phrase in phrases(of: leaf) { owned.append((phrase, number)) }
        }
    }

    private func phrases(of leaf: Int32) -> ArraySlice<Int32> {
        let one = leaves[Int(leaf)]
        return leafPhrases[Int(one.first)..<Int(one.first + one.count)]
    }

    @discardableResult
    private mutating func compile(_ query: Query, label: String) -> Int32 {
        switch query {
        case .term(let term): return leaf(term, label)
        case .list(let name, let items): return group(.any, items, "\(label)@\(name) / ")
        case .all(let parts): return group(.all, parts, label)
        case .any(let parts): return group(.any, parts, label)
        case .not(let part): return group(.not, [part], label)
        case .near(let speaker, let words, .said):
            let place = tree.open(QueryNode(.near, .said))
            within(field ?? .speaker) { $0.compile(speaker, label: label) }
            compile(words, label: label)
            tree.close(place)
            return place
        case .near(let a, let b, let distance): return group(QueryNode(.near, distance), [a, b], label)
        case .apart(let a, let b, let distance): return group(QueryNode(.apart, distance), [a, b], label)
        case .outside(let a, let b): return group(.outside, [a, b], label)
        case .atLeast(let least, let part): return group(QueryNode(.atLeast, number: least), [part], label)
        case .first(let words, let part): return group(QueryNode(.first, number: words), [part], label)
        case .within(let field, let part):
            var node = QueryNode(.within)
            node.scope = SearchScope(field)
            let place = tree.open(node)
            within(node.scope.isOfNames ? field : nil) { $0.compile(part, label: label) }
            tree.close(place)
            return place
        case .test(let test): return tree.add(ArticleTest(test))
        case .score(let weights, let threshold):
            let place = tree.open(QueryNode(.score, number: threshold))
            for weight in weights { group(QueryNode(.weight, number: weight.points), [weight.query], label) }
            tree.close(place)
            return place
        case .labelled(let name, let part): return compile(part, label: name + ": ")
        }
    }

    /// Compiles a part that a field holds to names, or none does.
    private mutating func within(_ inner: Field?, _ compile: (inout WatchSetCompiler) -> Void) {
        let outer = field
        field = inner
        compile(&self)
        field = outer
    }

    private mutating func group(_ kind: QueryNode.Kind, _ parts: [Query], _ label: String) -> Int32 {
        group(QueryNode(kind), parts, label)
    }

    @discardableResult
    private mutating func group(_ node: QueryNode, _ parts: [Query], _ label: String) -> Int32 {
        let place = tree.open(node)
        for part in parts { compile(part, label: label) }
        tree.close(place)
        if node.kind == .any { tree.noteLeaves(at: place) }
        return place
    }

    private mutating func leaf(_ term: Term, _ label: String) -> Int32 {
        let numbers = builder.phrases(of: term)
        leaves.append(
            Leaf(first: Int32(leafPhrases.count), count: Int32(numbers.count), label: labelNumber(label)))
        leafTexts.append(term.written)
        leafFields.append(field)
        leafPhrases += numbers
        return tree.add(QueryNode(.leaf, number: leaves.count - 1))
    }

    private mutating func labelNumber(_ text: String) -> Int32 {
        if let lastLabel, lastLabel.text == text { return lastLabel.number }
        let number = labelNumbers[text] ?? Int32(labels.count)
        if Int(number) == labels.count {
            labels.append(text)
            labelNumbers[text] = number
        }
        lastLabel = (text, number)
        return number
    }

    // What a watch cannot do without.

    private struct Need {
        var leaves: [Int32]
        var cost: UInt64
    }

    /// Leaves one of which must stand in an article that satisfies the node, as rare as can be had; nil when
    /// there are none.
    private func cheapestNeed(_ place: Int32) -> Need? {
        let node = tree[place]
        switch node.kind {
        case .leaf:
            // What may be called otherwise in the text needs the facts of every article.
            let ofFacts: UInt64 = leafFields[Int(node.number)] == nil ? 0 : 1 << 40
            return Need(
                leaves: [node.number],
                cost: phrases(of: node.number).reduce(ofFacts) { $0 &+ cost($1) })
        case .all, .near: return tree.parts(of: place).compactMap(cheapestNeed).min { $0.cost < $1.cost }
        case .any, .leaves: return union(tree.parts(of: place))
        case .not, .test: return nil
        case .apart, .outside, .atLeast, .first, .within, .weight: return cheapestNeed(place + 1)
        case .score: return union(tree.parts(of: place).filter { tree[$0].number > 0 })
        }
    }

    private func union(_ parts: [Int32]) -> Need? {
        var out = Need(leaves: [], cost: 0)
        for part in parts {
            guard let need = cheapestNeed(part) else { return nil }
            out.leaves += need.leaves
            out.cost &+= need.cost
        }
        return parts.isEmpty ? nil : out
    }

    /// How often a phrase is likely to stand in an article, in the census's measure: that of its rarest
    /// word; a pair of words side by side is far rarer than either.
    private func cost(_ number: Int32) -> UInt64 {
        let phrase = builder.store.phrases[Int(number)]
        let slots = builder.store.slots(phrase)
        func weight(_ slot: WordSlot) -> UInt64 {
            switch slot.kind {
            case .word: census.weight(slot.hash, length: Int(slot.textCount))
            case .prefix: 4096 >> UInt64(min(10, slot.textCount)) * 2 + 16
            default: 100_000
            }
        }
        let single = slots.map(weight).min() ?? 1_000_000
        let pairs = zip(slots, slots.dropFirst()).filter { $0.kind == .word && $1.kind == .word }
        let pair = pairs.map { weight($0) &* weight($1) / 500_000 + 1 }.min()
        return min(single, pair ?? single)
    }

    // Filing.

    struct Made {
        var memory: PhraseMemory
        var tree: QueryTree
        var watches: [CompiledWatch]
        var ids: TextPool
        var leafTexts: TextPool
        var leaves: [Leaf]
        var leafPhrases: [Int32]
        var labels: [String]
        var namedFields: Set<Field>
        /// By phrase, bounds in `owners`.
        var ownerBounds: [UInt32]
        var owners: [Int32]
        /// Words that are filed, or are the first of a filed pair; nil when so many are that asking first
        /// saves nothing.
        var firsts: KeyFilter?
        var words: KeyTable
        var pairs: KeyTable
        var prefixes: KeyTable
        var unanchored: [Int32]
    }

    mutating func finish(mostFirsts: Int) -> Made {
        var store = builder.store
        owned.sort { ($0.phrase, $0.watch) < ($1.phrase, $1.watch) }
        let (bounds, owners) = ownerLists(store.phrases.count)
        var filed: [(record: PhraseRecord, phrase: Int)] = []
        var keys: [Key] = []
        var unanchored: [Int32] = []
        for number in store.phrases.indices {
            let (key, anchor) = anchor(of: store.phrases[number])
            store.phrases[number].anchor = anchor
            guard bounds[number + 1] > bounds[number] else { continue }
            if case .none = key {
                store.phrases[number].traits.insert(.filed)
                unanchored.append(Int32(number))
                continue
            }
            let mine = owners[Int(bounds[number])..<Int(bounds[number + 1])]
            let record = record(number, store.phrases[number], mine)
            // Hits of a watch that is one term go straight to it; another watch looks such a phrase up.
            if !record.isDirect { store.phrases[number].traits.insert(.filed) }
            filed.append((record, number))
            keys.append(key)
        }
        let (memory, places) = PhraseMemory.make(store, filed)
        var tables: [[(key: UInt64, record: UInt32)]] = [[], [], []]
        var firsts: [UInt64] = []
        for (key, place) in zip(keys, places) {
            switch key {
            case .word(let hash):
                tables[0].append((hash, place))
                firsts.append(hash)
            case .pair(let a, let b):
                tables[1].append((pairKey(a, b), place))
                firsts.append(a)
            case .prefix(let hash): tables[2].append((hash, place))
            case .none: break
            }
        }
        return Made(
            memory: memory, tree: tree, watches: watches, ids: ids, leafTexts: leafTexts, leaves: leaves,
            leafPhrases: leafPhrases, labels: labels, namedFields: namedFields, ownerBounds: bounds,
            owners: owners,
            firsts: firsts.count < mostFirsts ? KeyFilter(firsts, expecting: firsts.count) : nil,
            words: KeyTable(tables[0]), pairs: KeyTable(tables[1]), prefixes: KeyTable(tables[2]),
            unanchored: unanchored)
    }

    private func ownerLists(_ phrases: Int) -> (bounds: [UInt32], owners: [Int32]) {
        var bounds = [UInt32](repeating: 0, count: phrases + 1)
        var owners: [Int32] = []
        owners.reserveCapacity(owned.count)
        var at = 0
        for number in 0..<phrases {
            bounds[number] = UInt32(owners.count)
            while at < owned.count, owned[at].phrase == Int32(number) {
                if owners.count == Int(bounds[number]) || owners.last != owned[at].watch {
                    owners.append(owned[at].watch)
                }
                at += 1
            }
        }
        bounds[phrases] = UInt32(owners.count)
        return (bounds, owners)
    }

    private func record(_ number: Int, _ phrase: Phrase, _ owners: ArraySlice<Int32>) -> PhraseRecord {
        let slots = builder.store.slots(phrase)
        var record = PhraseRecord(phrase: Int32(number), anchor: phrase.anchor)
        record.crosses = phrase.traits.contains(.crosses)
        if slots.count <= PhraseRecord.mostWords,
            builder.store.written[slots.indices].allSatisfy({ $0.count < 256 }),
            builder.store.isSettledByBytes(phrase)
        {
            (record.count, record.isPrefix) = (slots.count, slots.first?.kind == .prefix)
        }
        if owners.count == 1, let only = owners.first, tree[watches[Int(only)].root].kind == .leaf {
            let watch = watches[Int(only)]
            (record.owner, record.leaf) = (only, tree[watch.root].number)
            record.scope = watch.scope
        }
        return record
    }

    private enum Key { case word(UInt64), pair(UInt64, UInt64), prefix(UInt64), none }

    /// Chooses the word that a phrase is looked up by, and its key: the rarest pair of whole words, else the
    /// rarest whole word, else the beginning of one.
    private func anchor(of phrase: Phrase) -> (key: Key, anchor: UInt8) {
        let slots = builder.store.slots(phrase).prefix(255)
        let start = slots.startIndex
        func weight(_ index: Int) -> UInt64 {
            census.weight(slots[index].hash, length: Int(slots[index].textCount))
        }
        var best: (weight: UInt64, index: Int)?
        for index in slots.indices.dropLast()
        where slots[index].kind == .word && slots[index + 1].kind == .word {
            let both = weight(index) &* weight(index + 1)
            if best.map({ both < $0.weight }) ?? true { best = (both, index) }
        }
        if let best {
            return (
                .pair(slots[best.index].hash, slots[best.index + 1].hash), UInt8(best.index - start)
            )
        }
        for index in slots.indices where slots[index].kind == .word {
            if best.map({ weight(index) < $0.weight }) ?? true { best = (weight(index), index) }
        }
        if let best { return (.word(slots[best.index].hash), UInt8(best.index - start)) }
        let beginnings = slots.indices.filter { slots[$0].kind == .prefix && slots[$0].textCount >= 2 }
        if let longest = beginnings.max(by: { slots[$0].textCount < slots[$1].textCount }) {
            return (.prefix(prefixKey(builder.store.text(slots[longest]))), UInt8(longest - start))
        }
        let any = slots.indices.first { slots[$0].kind != .any } ?? start
        return (.none, UInt8(any - start))
    }
}

/// The key of the beginning of a word: its first four bytes, or two when there are no more.
func prefixKey(_ text: ArraySlice<UInt8>) -> UInt64 {
    let head = text.prefix(4).enumerated().reduce(UInt32(0)) {
        $0 | UInt32($1.element) << UInt32(8 * $1.offset)
    }
    return text.count >= 4 ? prefixKey(head, bytes: 4) : prefixKey(head & 0xFFFF, bytes: 2)
}

@inline(__always)
func prefixKey(_ head: UInt32, bytes: UInt64) -> UInt64 {
    (UInt64(head) | bytes &<< 40) &* 0x9E37_79B9_7F4A_7C15
}
