import Model
import Text

/// Compiles watches one by one, then files what each of them cannot do without.
struct WatchSetCompiler {
    private var builder: PhraseBuilder
    private let census: WordCensus
    private var watches: [CompiledWatch] = []
    private var ids: [String] = []
    private var leafTexts: [String] = []
    private var leaves: [Leaf] = []
    private var leafPhrases: [Int32] = []
    private var labels: [String] = []
    private var labelNumbers: [String: Int32] = [:]
    private var owned: [(phrase: Int32, watch: Int32)] = []
    private var lastLabel: (text: String, number: Int32)?

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
            for phrase in phrases(of: leaf) { owned.append((phrase, number)) }
        }
    }

    private func phrases(of leaf: Int32) -> ArraySlice<Int32> {
        let one = leaves[Int(leaf)]
        return leafPhrases[Int(one.first)..<Int(one.first + one.count)]
    }

    private mutating func compile(_ query: Query, label: String) -> QueryNode {
        switch query {
        case .term(let term): return leaf(term, label)
        case .list(let name, let items):
            let inner = "\(label)@\(name) / "
            return .oneOf(items.map { compile($0, label: inner) })
        case .all(let parts): return .all(parts.map { compile($0, label: label) })
        case .any(let parts): return .oneOf(parts.map { compile($0, label: label) })
        case .not(let part): return .not(compile(part, label: label))
        case .near(let a, let b, let scope):
            return .near(compile(a, label: label), compile(b, label: label), scope)
        case .apart(let a, let b, let scope):
            return .apart(compile(a, label: label), compile(b, label: label), scope)
        case .outside(let a, let b): return .outside(compile(a, label: label), compile(b, label: label))
        case .atLeast(let least, let part): return .atLeast(least, compile(part, label: label))
        case .first(let words, let part): return .first(words, compile(part, label: label))
        case .within(let field, let part): return .within(SearchScope(field), compile(part, label: label))
        case .test(let test): return .test(ArticleTest(test))
        case .score(let weights, let threshold):
            return .score(weights.map { (compile($0.query, label: label), $0.points) }, threshold: threshold)
        case .labelled(let name, let part): return compile(part, label: name + ": ")
        }
    }

    private mutating func leaf(_ term: Term, _ label: String) -> QueryNode {
        let numbers = builder.phrases(of: term)
        leaves.append(
            Leaf(first: Int32(leafPhrases.count), count: Int32(numbers.count), label: labelNumber(label)))
        leafTexts.append(term.written)
        leafPhrases += numbers
        return .leaf(Int32(leaves.count - 1))
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
    private func cheapestNeed(_ node: QueryNode) -> Need? {
        switch node {
        case .leaf(let number):
            return Need(leaves: [number], cost: phrases(of: number).reduce(0) { $0 &+ cost($1) })
        case .all(let parts): return parts.compactMap(cheapestNeed).min { $0.cost < $1.cost }
        case .any, .leaves: return union(node.alternatives ?? [])
        case .not, .test: return nil
        case .near(let a, let b, _): return [a, b].compactMap(cheapestNeed).min { $0.cost < $1.cost }
        case .apart(let a, _, _), .outside(let a, _): return cheapestNeed(a)
        case .atLeast(_, let part), .first(_, let part), .within(_, let part): return cheapestNeed(part)
        case .score(let weights, _): return union(weights.filter { $0.points > 0 }.map(\.node))
        }
    }

    private func union(_ parts: [QueryNode]) -> Need? {
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
        var store: PhraseStore
        var watches: [CompiledWatch]
        var ids: [String]
        var leafTexts: [String]
        var leaves: [Leaf]
        var leafPhrases: [Int32]
        var labels: [String]
        /// By phrase, bounds in `owners`.
        var ownerBounds: [UInt32]
        var owners: [Int32]
        var records: RecordMemory
        var words: KeyTable
        var pairs: KeyTable
        var prefixes: KeyTable
        var unanchored: [Int32]
    }

    mutating func finish() -> Made {
        var store = builder.store
        owned.sort { ($0.phrase, $0.watch) < ($1.phrase, $1.watch) }
        let (bounds, owners) = ownerLists(store.phrases.count)
        var filed: [(record: PhraseRecord, phrase: Phrase)] = []
        var keys: [Key] = []
        var unanchored: [Int32] = []
        for number in store.phrases.indices {
            let (key, anchor) = anchor(of: builder.store.phrases[number])
            store.phrases[number].anchor = anchor
            guard bounds[number + 1] > bounds[number] else { continue }
            if case .none = key {
                store.phrases[number].traits.insert(.filed)
                unanchored.append(Int32(number))
                continue
            }
            let record = record(
                number, store.phrases[number], owners[Int(bounds[number])..<Int(bounds[number + 1])])
            // Hits of a watch that is one term go straight to it; another watch looks such a phrase up.
            if record.watch < 0 { store.phrases[number].traits.insert(.filed) }
            filed.append((record, store.phrases[number]))
            keys.append(key)
        }
        let (records, places) = RecordMemory.make(filed, store)
        var tables: [[(key: UInt64, entry: KeyEntry)]] = [[], [], []]
        for (index, key) in keys.enumerated() {
            let entry = KeyEntry(record: places[index], anchor: UInt32(filed[index].phrase.anchor))
            switch key {
            case .word(let hash): tables[0].append((hash, entry))
            case .pair(let hash): tables[1].append((hash, entry))
            case .prefix(let hash): tables[2].append((hash, entry))
            case .none: break
            }
        }
        return Made(
            store: store, watches: watches, ids: ids, leafTexts: leafTexts, leaves: leaves,
            leafPhrases: leafPhrases,
            labels: labels, ownerBounds: bounds, owners: owners, records: records, words: KeyTable(tables[0]),
            pairs: KeyTable(tables[1]), prefixes: KeyTable(tables[2]), unanchored: unanchored)
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
        let isSimple =
            !phrase.traits.contains(.detailed) && builder.store.slots(phrase).allSatisfy { $0.kind == .word }
        var record = PhraseRecord(
            count: phrase.count, isSimple: isSimple, crosses: phrase.traits.contains(.crosses),
            phrase: Int32(number), watch: -1, leaf: -1, scope: SearchScope([]))
        if owners.count == 1, let only = owners.first, case .leaf(let leaf) = watches[Int(only)].root {
            (record.watch, record.leaf, record.scope) = (only, leaf, watches[Int(only)].scope)
        }
        return record
    }

    private enum Key { case word(UInt64), pair(UInt64), prefix(UInt64), none }

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
                .pair(pairKey(slots[best.index].hash, slots[best.index + 1].hash)), UInt8(best.index - start)
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
