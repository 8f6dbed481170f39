package import Model
import Text

/// What a query will look for, and what it costs.
package struct QueryPlan: Sendable {
    /// Each term as written with everything that it stands for.
    package var terms: [(written: String, spellings: [String])]
    /// What must stand in an article before anything else of the query is looked at.
    package var needs: [String]
    /// In words: next to nothing, or why it costs with every article.
    package var cost: String
}

/// Plans a query as a watch of its own would be.
package func plan(_ query: Query) -> QueryPlan {
    let watch = Watch(
        id: "query", title: "", owner: nil, note: nil, query: query, clause: "", zones: [.body],
        priority: .normal,
        receivers: [], list: "")
    let percolator = Percolator([watch])
    let memory = percolator.memory
    func words(_ phrase: Phrase) -> String {
        (0..<Int(phrase.count)).map { index -> String in
            let slot = memory.slot(Int(phrase.slot) + index)
            let text = String(
                String.UnicodeScalarView(memory.scalars(of: slot).compactMap(Unicode.Scalar.init)))
            switch slot.kind {
            case .word: return text
            case .prefix: return text + "*"
            case .any: return "*"
            case .pattern: return "(a pattern of) " + text
            case .similar: return "(like) " + text
            case .inflected: return "(a form of) " + text
            }
        }.joined(separator: " ")
    }
    var plan = QueryPlan(terms: [], needs: [], cost: "")
    for (number, leaf) in percolator.leaves.enumerated() {
        let phrases = (leaf.first..<(leaf.first + leaf.count)).map {
            memory.phrase(percolator.leafPhrases[Int($0)])
        }
        plan.terms.append((percolator.leafTexts[number], phrases.map(words)))
    }
    for number in 0..<memory.count where percolator.ownerBounds[number + 1] > percolator.ownerBounds[number] {
        plan.needs.append(words(memory.phrase(Int32(number))))
    }
    let everywhere = percolator.unanchored.map { words(memory.phrase($0)) }
    let common = WordCensus()
    let isCommon = plan.needs.contains { need in
        Tokenizer.words(need).tokens.allSatisfy { common.isSmall($0.hash) }
    }
    plan.cost =
        !everywhere.isEmpty
        ? "every word of every article is tried against " + everywhere.joined(separator: ", ")
        : isCommon
            ? "what it needs stands in nearly every article, so the rest is looked at with each"
            : "two looks at a bitmap for each word of an article, shared by all watches, until one of its needs stands there"
    if !percolator.namedFields.isEmpty {
        plan.cost += "; the facts of every article are found first, as a name may stand there in other words"
    }
    return plan
}
