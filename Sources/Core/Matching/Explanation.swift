package import Model

/// A part of a query, whether it holds for an article, and why or why not.
package struct Explained: Sendable {
    /// The part as a query would say it.
    package var text: String
    package var holds: Bool
    /// How many mentions stand in the parts searched; nil where none are counted.
    package var mentions: Int?
    /// Where they stand: byte spans, the first few.
    package var spans: [TextSpan]
    /// What was missing, or nearly so, in words.
    package var note: String?
    package var parts: [Explained]
}

extension Explained {
    /// One line a part, indented: `✗ "a" NEAR/5 "b"  the nearest pair is 9 words apart`.
    package func lines(indented depth: Int, holds: (Bool) -> String, aside: (String) -> String) -> [String] {
        var line = String(repeating: "  ", count: depth) + self.holds(holds) + text
        if let mentions, mentions > 0 { line += aside("  \(mentions)×") }
        if let note { line += aside("  " + note) }
        return [line] + parts.flatMap { $0.lines(indented: depth + 1, holds: holds, aside: aside) }
    }

    private func holds(_ mark: (Bool) -> String) -> String { mark(holds) + " " }
}

extension Percolator {
    /// The evaluated tree of a watch for an article: exact, since the evaluator that matches decides every
    /// part.
    package func explain(_ watch: Watch, _ reading: Reading) -> Explained? {
        guard let number = ids.number(of: watch.id) else { return nil }
        var evaluation = Evaluation(self, reading, Scratch(phrases: memory.count, watches: watches.count))
        evaluation.run()
        var explainer = Explainer(evaluation)
        return explainer.explain(watch.query, watches[number].root, watches[number].scope)
    }
}

private struct Explainer: ~Copyable {
    private var evaluation: Evaluation
    private static let mostSpans = 5

    init(_ evaluation: consuming Evaluation) { self.evaluation = evaluation }

    mutating func explain(_ query: Query, _ node: Int32, _ scope: SearchScope) -> Explained {
        if case .labelled(let name, let part) = query {
            var inner = explain(part, node, scope)
            if ["any", "all", "none", "near"].contains(name) { inner.text = "\(name): \(inner.text)" }
            return inner
        }
        var out = Explained(
            text: query.written, holds: evaluation.holds(node, scope), mentions: nil, spans: [], note: nil,
            parts: [])
        if case .test = query { return out }
        if query.isAboutPlaces || isAlternative(query) {
            let places = evaluation.occurrences(node, scope, isNested: false)
            out.mentions = evaluation.mentions(places)
            out.spans = places.prefix(Explainer.mostSpans).map {
                evaluation.reading.span(Int($0.first), Int($0.last))
            }
        }
        out.parts = parts(query, node, scope)
        out.note = note(query, node, scope, out)
        return out
    }

    private func isAlternative(_ query: Query) -> Bool {
        switch query {
        case .list, .any: true
        default: false
        }
    }

    /// The parts of a query beside those of its compiled form, which are the same in number and order.
    private mutating func parts(_ query: Query, _ node: Int32, _ scope: SearchScope) -> [Explained] {
        let tree = evaluation.percolator.tree
        let queries: [Query] =
            switch query {
            case .all(let parts), .any(let parts), .list(_, let parts): parts
            case .not(let part), .atLeast(_, let part), .first(_, let part), .within(_, let part): [part]
            case .near(let a, let b, _), .apart(let a, let b, _), .outside(let a, let b): [a, b]
            case .score(let weights, _): weights.map(\.query)
            case .term, .test, .labelled: []
            }
        var out: [Explained] = []
        for (part, place) in zip(queries, tree.parts(of: node)) {
            let inner = tree[node].kind == .within ? tree[node].scope : scope
            out.append(explain(part, tree[place].kind == .weight ? place + 1 : place, inner))
        }
        return out
    }

    private mutating func note(_ query: Query, _ node: Int32, _ scope: SearchScope, _ out: Explained)
        -> String?
    {
        switch query {
        case .term where !out.holds: return elsewhere(node, scope)
        case .near(_, _, let distance) where !out.holds:
            return nearest(distance, node + 1, evaluation.percolator.tree.second(of: node), scope)
        case .atLeast(let least, _) where !out.holds:
            return "\(evaluation.mentions(evaluation.occurrences(node + 1, scope))) of \(least) mentions"
        case .score(_, let threshold): return "\(evaluation.total(node, scope)) of \(threshold) points"
        case .not where !out.holds: return "it stands in the article"
        default: return nil
        }
    }

    /// Says of a term that is missing where it stands outside the parts searched.
    private mutating func elsewhere(_ node: Int32, _ scope: SearchScope) -> String? {
        let everywhere = evaluation.occurrences(node, SearchScope(Zone.allCases))
        guard let first = everywhere.first else { return "nowhere in the article" }
        if let fact = scope.fact { return "the words stand there, but in no \(fact.meaning)" }
        let paragraph = evaluation.reading.article.paragraphs[
            evaluation.reading.paragraph(of: Int(first.first))]
        return "only in the \(paragraph.zone.rawValue), which is not searched"
    }

    /// How far the closest pair of a nearness that does not hold is apart.
    private mutating func nearest(_ distance: Proximity, _ x: Int32, _ y: Int32, _ scope: SearchScope)
        -> String?
    {
        let (left, right) = (evaluation.occurrences(x, scope), evaluation.occurrences(y, scope))
        guard !left.isEmpty, !right.isEmpty else { return nil }
        if distance == .said { return "nobody called so says it in this article" }
        var best: (gap: Int, a: Occurrence, b: Occurrence)?
        for a in left.prefix(2000) {
            for b in right.prefix(2000) {
                let gap = b.first > a.last ? Int(b.first - a.last) - 1 : Int(a.first - b.last) - 1
                if gap >= 0, best == nil || gap < best?.gap ?? 0 { best = (gap, a, b) }
            }
        }
        guard let best else { return "they only overlap" }
        let reading = evaluation.reading
        let isSameSentence = reading.sentence(of: Int(best.a.first)) == reading.sentence(of: Int(best.b.last))
        let place =
            isSameSentence
            ? "in one sentence"
            : reading.paragraph(of: Int(best.a.first)) == reading.paragraph(of: Int(best.b.last))
                ? "in one paragraph" : "in different paragraphs"
        var order = ""
        if case .words(_, ordered: true) = distance, best.b.first < best.a.first {
            order = ", in the other order"
        }
        return "the nearest pair is \(best.gap) word\(best.gap == 1 ? "" : "s") apart, \(place)\(order)"
    }
}

extension Field {
    /// What a field of facts holds words to.
    fileprivate var meaning: String {
        switch self {
        case .quote: "quotation"
        case .speaker: "name of somebody who speaks"
        case .person: "name of a person"
        case .place: "name of a place"
        case .org: "name of an organisation"
        default: rawValue
        }
    }
}
