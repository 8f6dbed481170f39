package import Model
import Text

/// Facts of an article by where they stand, so that a mention does not ask every one of them.
struct FactIndex {
    var fields: [Field: SpanIndex]
    /// By the number of the quotation.
    var quotations: SpanIndex
    /// Names of whoever speaks, by the number of the quotation.
    var speakers: SpanIndex

    init(_ facts: FactSpans) {
        fields = facts.fields.mapValues { SpanIndex($0.enumerated().map { ($1, $0) }) }
        let numbered = facts.sayings.enumerated()
        quotations = SpanIndex(numbered.map { ($1.quotation, $0) })
        speakers = SpanIndex(numbered.flatMap { number, saying in saying.speakers.map { ($0, number) } })
    }
}

/// Numbered spans, found by what they hold.
package struct SpanIndex {
    /// In order of their starts.
    private var spans: [(span: TextSpan, number: Int)]
    /// How far the spans up to a place reach.
    private var reach: [Int] = []

    package init(_ spans: [(TextSpan, Int)]) {
        self.spans = spans.sorted { ($0.0.start, $0.0.end, $0.1) < ($1.0.start, $1.0.end, $1.1) }
        reach.reserveCapacity(spans.count)
        for one in self.spans { reach.append(max(reach.last ?? 0, one.span.end)) }
    }

    /// The numbers of all spans that hold a place, each once, in order.
    package func around(_ place: TextSpan) -> [Int] {
        var out: Set<Int> = []
        var at = spans.partitioningIndex { $0.span.start > place.start } - 1
        while at >= 0, reach[at] >= place.end {
            if spans[at].span.end >= place.end { out.insert(spans[at].number) }
            at -= 1
        }
        return out.sorted()
    }
}
