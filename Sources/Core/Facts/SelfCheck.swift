package import Model

/// What is wrong with facts when they are held against the text that they are of; nothing, when every fact
/// can be read where it says that it stands.
package func flaws(of facts: Facts, in article: Article) -> [String] {
    var check = FactCheck(text: article.text)
    for sentence in facts.sentences { check.holds(sentence, "a sentence") }
    for (one, next) in zip(facts.sentences, facts.sentences.dropFirst()) where next.start < one.end {
        check.flaws.append("sentences overlap at byte \(next.start)")
    }
    for mention in facts.mentions {
        check.holds(mention.span, "\(mention.kind.rawValue) \(mention.canonical)")
        if let title = mention.title { check.holds(title, "the title of \(mention.canonical)") }
        if mention.canonical.isEmpty { check.flaws.append("a name at byte \(mention.span.start) is empty") }
        let isInZone = article.paragraphs.contains {
            $0.zone == mention.zone && $0.span.start <= mention.span.start && mention.span.end <= $0.span.end
        }
        if !isInZone {
            check.flaws.append("\(mention.canonical) does not stand in the \(mention.zone.rawValue)")
        }
    }
    for quote in facts.quotes {
        for part in [quote.span] + quote.parts { check.holds(part, "a quotation") }
        if let cue = quote.cue { check.holds(cue, "a cue") }
        if let speaker = quote.speaker { check.holds(speaker, "a speaker") }
        if let when = quote.when { check.holds(when, "the day of a statement") }
        for one in quote.nested {
            for part in [one.speaker, one.cue, one.content] { check.holds(part, "speech within speech") }
        }
        let all = [quote.referent] + quote.nested.map(\.referent)
        for referent in all.compactMap({ $0 }) where !facts.mentions.indices.contains(referent.mention) {
            check.flaws.append("a speaker is mention \(referent.mention), which is none")
        }
    }
    for date in facts.dates {
        check.holds(date.span, "a word of time")
        if let from = date.from, let to = date.to, from >= to {
            check.flaws.append(
                "a word of time at byte \(date.span.start) ends before it begins: \(from) to \(to)")
        }
    }
    return check.flaws
}

private struct FactCheck {
    let text: [UInt8]
    var flaws: [String] = []

    /// Whether a span is a stretch of the text that begins and ends between characters.
    mutating func holds(_ span: TextSpan, _ what: String) {
        let isInside = span.start >= 0 && span.start < span.end && span.end <= text.count
        guard isInside, isEdge(span.start), isEdge(span.end) else {
            return flaws.append("\(what): \(span.start)..<\(span.end) is no stretch of the text")
        }
    }

    private func isEdge(_ at: Int) -> Bool { at == text.count || text[at] & 0xC0 != 0x80 }
}
