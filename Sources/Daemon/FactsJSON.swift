import Facts
import Model
import Text

/// Facts as members of an article's JSON; offsets are Unicode scalars of its text.
func factsMembers(_ facts: Facts, _ article: Article, isAnchored: Bool = false) -> [(key: String, value: JSON)] {
    let json = FactsJSON(article: article, map: ScalarMap(article.text), mentions: facts.mentions, isAnchored: isAnchored)
    return [
        ("mentions", .array(facts.mentions.map(json.mention))),
        ("people", .array(personRoles(facts, in: article).map(json.person))), ("quotes", .array(facts.quotes.map(json.quote))),
        ("dates", .array(facts.dates.map(json.date))),
        ("sentences", .array(facts.sentences.map { .object(Array(json.place($0).prefix(2))) })),
        ("language", .text(facts.language?.language)),
    ]
}

/// Facts of one article as JSON.
private struct FactsJSON {
    let article: Article
    let map: ScalarMap
    let mentions: [EntityMention]
    /// With the text around each fact, so that a client whose text differs can find the place again.
    let isAnchored: Bool

    typealias Members = [(key: String, value: JSON)]

    func place(_ span: TextSpan) -> Members {
        let members: Members = [
            ("start", .integer(Int64(map.scalars(before: span.start)))), ("end", .integer(Int64(map.scalars(before: span.end)))),
            ("text", .string(article.string(span))),
        ]
        guard isAnchored else { return members }
        return members + [("prefix", around(span.start - 32, span.start)), ("suffix", around(span.end, span.end + 32))]
    }

    /// Bytes of the text, cut between scalars.
    private func around(_ from: Int, _ to: Int) -> JSON {
        var (from, to) = (max(0, from), min(article.text.count, to))
        while from < to, article.text[from] & 0xC0 == 0x80 { from += 1 }
        while to > from, to < article.text.count, article.text[to] & 0xC0 == 0x80 { to -= 1 }
        return .string(article.string(TextSpan(from, to)))
    }

    private func optional(_ span: TextSpan?) -> JSON { span.map { .object(place($0)) } ?? .null }

    private func basis(_ rule: String, _ confidence: FactConfidence) -> Members {
        [("rule", .string(rule)), ("confidence", .string(confidence.rawValue))]
    }

    func person(_ one: PersonRoles) -> JSON {
        .object([
            ("name", .string(one.name)), ("conflicting", .bool(one.isConflicting)),
            ("roles", .array(one.roles.map { .object(place($0.span) + [("country", .text($0.country))]) })),
        ])
    }

    func mention(_ one: EntityMention) -> JSON {
        .object(
            [("kind", .string(one.kind.rawValue))] + place(one.span)
                + [("canonical", .string(one.canonical)), ("zone", .string(one.zone.rawValue))] + particulars(one)
                + basis(one.rule, one.confidence))
    }

    private func particulars(_ one: EntityMention) -> Members {
        var out: Members = []
        if one.kind == .person {
            out.append(("role", .text(one.title.map { article.string($0).oneLine })))
        }
        if one.kind == .person || one.institution != nil { out.append(("country", .text(one.statedCountry))) }
        if let place = one.location {
            out += [
                ("type", .string(place.type)), ("country", .string(place.country)), ("latitude", place.latitude.map(JSON.number) ?? .null),
                ("longitude", place.longitude.map(JSON.number) ?? .null),
                ("population_class", place.populationClass.map { .integer(Int64($0)) } ?? .null),
            ]
        }
        return out
    }

    func quote(_ one: Quotation) -> JSON {
        .object(
            place(one.span) + [("type", .string(one.kind.rawValue)), ("parts", .array(one.parts.map { .object(place($0)) })),
                ("cue", optional(one.cue)), ("speaker", optional(one.speaker)), ("speaker_is", referent(one.referent)),
                ("when", optional(one.when)), ("nested", .array(one.nested.map(nested)))]
                + basis(one.rule, one.confidence))
    }

    private func nested(_ one: Quotation.Nested) -> JSON {
        .object([
            ("speaker", .object(place(one.speaker))), ("speaker_is", referent(one.referent)), ("cue", .object(place(one.cue))),
            ("content", .object(place(one.content))),
        ])
    }

    private func referent(_ one: Quotation.Referent?) -> JSON {
        guard let one else { return .null }
        return .object(
            [("name", .string(mentions[one.mention].canonical)), ("mention", .integer(Int64(one.mention)))]
                + basis(one.rule, one.confidence))
    }

    func date(_ one: TimeExpression) -> JSON {
        .object(
            place(one.span) + [
                ("type", .string(one.kind.rawValue)), ("value", .text(one.value)), ("from", .text(one.from)), ("to", .text(one.to)),
                ("relation", .text(one.relation?.rawValue)), ("modifier", .text(one.modifier)),
            ] + basis(one.rule, one.confidence))
    }
}
