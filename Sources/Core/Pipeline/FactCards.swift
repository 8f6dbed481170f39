package import Facts
package import Matching
package import Model
import Text

/// The facts of the sentences that matches stand in, as an alert shows them: each name once.
func factCards(_ article: Article, _ facts: Facts, around matches: [Match]) -> AlertFacts {
    let maker = FactCards(article, facts)
    let evidence = Set(matches.flatMap { $0.evidence.map(\.span) })
    let sentences = SpanIndex(Set(matches.flatMap { $0.evidence.map(\.sentence) }).map { ($0, 0) })
    func isNear(_ span: TextSpan) -> Bool { !sentences.around(span).isEmpty }
    let parts = SpanIndex(
        facts.quotes.enumerated().flatMap { number, quote in quote.parts.map { ($0, number) } })
    let quoted = Set(evidence.flatMap { parts.around($0) })
    var out = AlertFacts()
    for (index, quote) in facts.quotes.enumerated() {
        guard quoted.contains(index), quote.kind != .fragment || quote.speaker != nil else { continue }
        out.quotes.append(maker.quote(quote, id: "q\(index + 1)"))
    }
    var seen: Set<String> = []
    for mention in facts.mentions where isNear(mention.span) {
        guard mention.kind != .demonym, seen.insert("\(mention.kind) \(mention.canonical)").inserted else {
            continue
        }
        switch mention.kind {
        case .person: out.people.append(maker.named(mention))
        case .organisation: out.organisations.append(maker.named(mention))
        case .place: out.places.append(maker.named(mention))
        case .demonym: break
        }
    }
    out.dates = facts.dates.filter { isNear($0.span) && $0.value != nil }.map(maker.when)
    return out
}

/// Facts of one article as alerts show them.
private struct FactCards {
    let article: Article
    let facts: Facts
    private let map: ScalarMap
    private let roles: [String: PersonRoles]

    init(_ article: Article, _ facts: Facts) {
        (self.article, self.facts) = (article, facts)
        map = ScalarMap(article.text)
        roles = Dictionary(
            personRoles(facts, in: article).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func scalars(_ span: TextSpan) -> TextSpan {
        TextSpan(map.scalars(before: span.start), map.scalars(before: span.end))
    }

    func quote(_ quote: Quotation, id: String) -> AlertFacts.Quote {
        var card = AlertFacts.Quote(
            id: id, type: quote.kind.rawValue, span: scalars(quote.span),
            speaker: (quote.speaker ?? quote.referent.map { facts.mentions[$0.mention].span }).map {
                speaker($0, quote.referent)
            },
            cue: quote.cue.map { (scalars($0), article.string($0)) })
        card.parts = quote.parts.map(scalars)
        card.when = quote.when.flatMap { span in facts.dates.first { $0.span == span } }.map(when)
        card.nested = quote.nested.map { one in
            AlertFacts.Nested(
                speaker: speaker(one.speaker, one.referent), span: scalars(one.content),
                text: article.string(one.content).oneLine)
        }
        return card
    }

    /// Whose words they are: by name, or as the article has it where nobody is named for sure.
    private func speaker(_ span: TextSpan, _ referent: Quotation.Referent?) -> AlertFacts.Named {
        guard let referent, referent.confidence != .weak else {
            return AlertFacts.Named(
                name: article.string(span).oneLine, span: scalars(span), text: article.string(span))
        }
        var card = named(facts.mentions[referent.mention])
        guard referent.rule != "speaker.name" else { return card }
        (card.span, card.text) = (scalars(span), article.string(span))
        (card.rule, card.confidence) = (referent.rule, referent.confidence.rawValue)
        return card
    }

    func named(_ mention: EntityMention) -> AlertFacts.Named {
        var card = AlertFacts.Named(
            name: mention.canonical, span: scalars(mention.span), text: article.string(mention.span))
        card.role = mention.title.map { article.string($0).oneLine }
        card.country = mention.location?.country ?? mention.statedCountry
        if card.country == "" { card.country = nil }
        if let person = roles[mention.canonical], person.isConflicting {
            let all = person.roles.map { article.string($0.span).oneLine }
            card.conflictingRoles = all.filter { $0.lowercased() != card.role?.lowercased() }
        }
        card.type = mention.location?.type
        (card.latitude, card.longitude) = (mention.location?.latitude, mention.location?.longitude)
        return card
    }

    func when(_ date: TimeExpression) -> AlertFacts.When {
        AlertFacts.When(
            span: scalars(date.span), text: article.string(date.span), value: date.value, from: date.from,
            to: date.to, relation: date.relation?.rawValue)
    }
}

/// The facts of an article, found when somebody asks first, and once.
/// Belongs to one thread.
package final class ArticleFacts {
    let article: Article
    let gazetteer: Gazetteer
    private(set) lazy var facts = findFacts(article, gazetteer)

    init(_ article: Article, _ gazetteer: Gazetteer) { (self.article, self.gazetteer) = (article, gazetteer) }
}

/// An article made ready for matching, whose facts are found when a watch asks for them.
package func factReading(_ article: Article, source: String?, _ gazetteer: Gazetteer) -> Reading {
    factReading(ArticleFacts(article, gazetteer), source: source)
}

func factReading(_ found: ArticleFacts, source: String?) -> Reading {
    let (article, gazetteer) = (found.article, found.gazetteer)
    let reading = Reading(article, source: source)
    reading.renamedFields = gazetteer.renamedFields
    reading.findFacts = {
        let facts = found.facts
        var out = FactSpans()
        out.fields[.quote] = facts.quotes.flatMap(\.parts)
        for quote in facts.quotes {
            let all = [quote.speaker].compactMap(\.self) + names(of: quote.referent, facts)
            guard !all.isEmpty else { continue }
            for part in quote.parts { out.sayings.append((part, all)) }
            out.fields[.speaker, default: []] += all
        }
        for (field, kind) in [
            (Field.person, EntityMention.Kind.person), (.place, .place), (.org, .organisation),
        ] {
            out.fields[field] = facts.mentions.filter { $0.kind == kind }.map(\.span)
        }
        out.names = names(of: facts, article, gazetteer)
        return out
    }
    return reading
}

/// What the names of an article are called, and what watches call those people that it spells otherwise.
private func names(of facts: Facts, _ article: Article, _ gazetteer: Gazetteer) -> [(
    span: TextSpan, name: String, isWritten: Bool
)] {
    var asked: [String: [String]] = [:]
    var out: [(span: TextSpan, name: String, isWritten: Bool)] = []
    for mention in facts.mentions where mention.kind != .demonym {
        let isWritten = article.string(mention.span) == mention.canonical
        out.append((mention.span, mention.canonical, isWritten))
        if let name = mention.institution, name != mention.canonical {
            out.append((mention.span, name, false))
        }
        guard mention.kind == .person else { continue }
        let others =
            asked[mention.canonical]
            ?? gazetteer.askedNames(of: mention.canonical, facts.language?.language)
        asked[mention.canonical] = others
        out += others.map { (mention.span, $0, false) }
    }
    return out
}

/// Every name that the article gives a speaker; none of one who is guessed.
private func names(of referent: Quotation.Referent?, _ facts: Facts) -> [TextSpan] {
    guard let referent, referent.confidence != .weak else { return [] }
    let canonical = facts.mentions[referent.mention].canonical
    return facts.mentions.filter { $0.canonical == canonical }.map(\.span)
}
