package import Facts
package import Matching
package import Model
import Text

/// The facts of the sentences that matches stand in, as an alert shows them: each name once.
func factCards(_ article: Article, _ facts: Facts, around matches: [Match]) -> AlertFacts {
    let map = ScalarMap(article.text)
    func scalars(_ span: TextSpan) -> TextSpan {
        TextSpan(map.scalars(before: span.start), map.scalars(before: span.end))
    }
    let evidence = Set(matches.flatMap { $0.evidence.map(\.span) })
    let sentences = Set(matches.flatMap { $0.evidence.map(\.sentence) })
    func isNear(_ span: TextSpan) -> Bool {
        sentences.contains { $0.start <= span.start && span.end <= $0.end }
    }
    func named(_ mention: EntityMention) -> AlertFacts.Named {
        var card = AlertFacts.Named(
            name: mention.canonical, span: scalars(mention.span), text: article.string(mention.span))
        card.role = mention.title.map { article.string($0).oneLine }
        card.country = mention.location?.country ?? mention.titleCountry
        if card.country == "" { card.country = nil }
        card.type = mention.location?.type
        (card.latitude, card.longitude) = (mention.location?.latitude, mention.location?.longitude)
        return card
    }
    var out = AlertFacts()
    for (index, quote) in facts.quotes.enumerated() {
        let holds = evidence.contains { quote.holds($0) }
        guard holds, quote.kind != .fragment || quote.speaker != nil else { continue }
        var speaker: AlertFacts.Named?
        if let span = quote.speaker {
            let person = facts.mentions.first {
                $0.span.start >= span.start && $0.span.end <= span.end
                    && ($0.kind == .person || $0.kind == .organisation)
            }
            speaker =
                person.map(named)
                ?? AlertFacts.Named(
                    name: article.string(span).oneLine, span: scalars(span), text: article.string(span))
        }
        var card = AlertFacts.Quote(
            id: "q\(index + 1)", type: quote.kind.rawValue, span: scalars(quote.span), speaker: speaker,
            cue: quote.cue.map { (scalars($0), article.string($0)) })
        card.parts = quote.parts.map(scalars)
        out.quotes.append(card)
    }
    var seen: Set<String> = []
    for mention in facts.mentions where isNear(mention.span) {
        guard mention.kind != .demonym, seen.insert("\(mention.kind) \(mention.canonical)").inserted else {
            continue
        }
        switch mention.kind {
        case .person: out.people.append(named(mention))
        case .organisation: out.organisations.append(named(mention))
        case .place: out.places.append(named(mention))
        case .demonym: break
        }
    }
    out.dates = facts.dates.filter { isNear($0.span) && $0.value != nil }.map { date in
        AlertFacts.When(
            span: scalars(date.span), text: article.string(date.span), value: date.value, from: date.from,
            to: date.to,
            relation: date.relation?.rawValue)
    }
    return out
}

/// An article made ready for matching, whose facts are found when a watch asks for them.
package func factReading(_ article: Article, source: String?, _ gazetteer: Gazetteer) -> Reading {
    let reading = Reading(article, source: source)
    reading.findFacts = {
        let facts = findFacts(article, gazetteer)
        var out = FactSpans()
        out.fields[.quote] = facts.quotes.flatMap(\.parts)
        for quote in facts.quotes {
            guard let speaker = quote.speaker else { continue }
            let all = names(of: speaker, facts)
            for part in quote.parts { out.sayings.append((part, all)) }
            out.fields[.speaker, default: []] += all
        }
        for (field, kind) in [
            (Field.person, EntityMention.Kind.person), (.place, .place), (.org, .organisation),
        ] {
            out.fields[field] = facts.mentions.filter { $0.kind == kind }.map(\.span)
        }
        return out
    }
    return reading
}

/// A speaker as the quotation names them, and by every name that the article gives them.
private func names(of speaker: TextSpan, _ facts: Facts) -> [TextSpan] {
    let canonical = Set(
        facts.mentions.filter { one in
            one.kind == .person && speaker.start <= one.span.start && one.span.end <= speaker.end
        }.map(\.canonical))
    return [speaker] + facts.mentions.filter { canonical.contains($0.canonical) }.map(\.span)
}
