import Facts
import Model
import Text

/// Facts as members of an article's JSON; offsets are Unicode scalars of its text.
func factsMembers(_ facts: Facts, _ article: Article) -> [(key: String, value: JSON)] {
    let map = ScalarMap(article.text)
    func place(_ span: TextSpan) -> [(key: String, value: JSON)] {
        [
            ("start", .integer(Int64(map.scalars(before: span.start)))),
            ("end", .integer(Int64(map.scalars(before: span.end)))),
            ("text", .string(article.string(span))),
        ]
    }
    func optional(_ span: TextSpan?) -> JSON { span.map { .object(place($0)) } ?? .null }
    func basis(_ rule: String, _ confidence: FactConfidence) -> [(key: String, value: JSON)] {
        [("rule", .string(rule)), ("confidence", .string(confidence.rawValue))]
    }
    let mentions = facts.mentions.map { one in
        JSON.object(
            [("kind", .string(one.kind.rawValue))] + place(one.span) + [("canonical", .string(one.canonical))]
                + basis(one.rule, one.confidence))
    }
    let quotes = facts.quotes.map { one in
        JSON.object(
            place(one.span) + [
                ("type", .string(one.kind.rawValue)), ("cue", optional(one.cue)),
                ("speaker", optional(one.speaker)),
            ]
                + basis(one.rule, one.confidence))
    }
    let dates = facts.dates.map { one in
        JSON.object(
            place(one.span) + [
                ("type", .string(one.kind.rawValue)), ("value", .text(one.value)), ("from", .text(one.from)),
                ("to", .text(one.to)),
                ("relation", .text(one.relation?.rawValue)), ("modifier", .text(one.modifier)),
            ] + basis(one.rule, one.confidence))
    }
    return [
        ("mentions", .array(mentions)), ("quotes", .array(quotes)), ("dates", .array(dates)),
        ("sentences", .array(facts.sentences.map { .object(place($0).dropLast()) })),
        ("language", .text(facts.language?.language)),
    ]
}
