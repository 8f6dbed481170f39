import Model
import Text

/// The body of an alert as JSON, schema `tocsin.alert/1`: names and shape of docs/alert.schema.json.
struct AlertBody {
    let alert: Alert
    let order: RenderOrder
    /// At most that many mentions are shown.
    let shown: Int

    var json: JSON {
        .object([
            ("specversion", .string("1.0")), ("id", .string(order.id)), ("type", .string(alert.kind.rawValue)),
            ("source", .string("/tocsin/\(order.origin)")), ("subject", .string(subject)),
            ("time", .string(alert.created.iso8601)), ("timestamp", .string(alert.created.iso8601)),
            ("datacontenttype", .string("application/json")), ("data", data),
        ])
    }

    /// The same without what an alert quotes: for receivers that fetch the rest, and may not be told it.
    var thin: JSON {
        let kept: Set<String> = ["schema", "alert", "sequence", "priority", "test", "text", "decision", "supersedes"]
        var members: [(key: String, value: JSON)] = []
        if case .object(let all) = data { members = all.filter { kept.contains($0.key) } }
        if case .article(let card, _, _, _) = alert.content {
            let fields: [(key: String, value: JSON)] = [("id", .string(card.id)), ("url", .text(card.url))]
            members.append(("article", .object(fields)))
        }
        guard case .object(let envelope) = json else { return json }
        return .object(envelope.map { $0.key == "data" ? ("data", .object(members)) : $0 })
    }

    private var subject: String {
        switch alert.content {
        case .article(let card, _, _, _): card.id
        case .digest: alert.id
        case .notice(let notice): notice.condition
        }
    }

    private var data: JSON {
        var members: [(key: String, value: JSON)] = [
            ("schema", .string("tocsin.alert/1")), ("alert", .string(alert.id)), ("sequence", .integer(order.sequence)),
            ("priority", .string(alert.priority.rawValue)), ("test", .bool(alert.kind == .test)),
            ("text", .string(alert.text)),
        ]
        switch alert.content {
        case .article(let card, let watches, let mentions, let sentences):
            members += articleMembers(card, watches, mentions, sentences)
        case .digest(let items, let summary):
            members += [("summary", .string(summary)), ("items_total", .integer(Int64(items.count))),
                ("items", .array(items.prefix(shown * 5).map(itemJSON))),
                ("ask", .object([("all", .string("tocsin alerts show \(alert.id)"))]))]
        case .notice(let notice): members.append(("notice", noticeJSON(notice)))
        }
        if let story = alert.story { members.append(("story", storyJSON(story))) }
        if let changes = alert.changes { members.append(("changes", changesJSON(changes))) }
        if let id = alert.supersedes { members.append(("supersedes", .string(id))) }
        members.append(("decision", .object([
            ("verdict", .string(alert.decision.verdict.rawValue)), ("reason", .string(alert.decision.reason.rawValue)),
            ("held", .null), ("route", .string(alert.decision.route)), ("receiver", .string(order.receiver)),
        ])))
        return .object(members)
    }

    private func articleMembers(
        _ card: ArticleCard, _ watches: [WatchCard], _ mentions: [Mention], _ sentences: [SentenceCard]
    ) -> [(key: String, value: JSON)] {
        let mine = watches.filter { $0.receivers.contains(order.receiver) }
        let wanted = Set(mine.flatMap(\.mentions)).sorted()
        let kept = wanted.prefix(shown)
        let place = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        let lines = Set(kept.map { mentions[$0].sentence }).sorted()
        let line = Dictionary(uniqueKeysWithValues: lines.enumerated().map { ($1, $0) })
        return [
            ("article", cardJSON(card)),
            ("watches", .array(mine.map { watch in
                .object([
                    ("id", .string(watch.id)), ("title", .string(watch.title)), ("owner", .text(watch.owner)),
                    ("clause", .string(watch.clause)), ("reason", .string(watch.reason.rawValue)),
                    ("mentions_total", .integer(Int64(watch.mentions.count))),
                    ("mentions", .array(watch.mentions.compactMap { place[$0] }.map { .integer(Int64($0)) })),
                ])
            })),
            ("mentions_total", .integer(Int64(wanted.count))), ("mentions_shown", .integer(Int64(kept.count))),
            ("mentions", .array(kept.map { mentionJSON(mentions[$0], sentence: line[mentions[$0].sentence] ?? 0) })),
            ("sentences", .array(lines.map { number in
                .object([("span", span(sentences[number].span)), ("text", .string(sentences[number].text))])
            })),
        ] + factMembers + [
            ("units", .object([
                ("span", .string("unicode scalars of the article text, end exclusive")),
                ("highlight", .string("unicode scalars of the sentence text, end exclusive")),
            ])),
            ("ask", .object([("why", .string("tocsin why \(card.id)"))])),
        ]
    }

    private var factMembers: [(key: String, value: JSON)] {
        guard let facts = alert.facts else { return [] }
        return [
            ("quotes", .array(facts.quotes.prefix(shown).map { quote in
                .object([
                    ("id", .string(quote.id)), ("type", .string(quote.type)), ("span", span(quote.span)),
                    ("parts", .array(quote.parts.map(span))),
                    ("speaker", quote.speaker.map(named) ?? .null),
                    ("cue", quote.cue.map { .object([("span", span($0.span)), ("text", .string($0.text))]) } ?? .null),
                    ("when", quote.when.map(dateJSON) ?? .null), ("nested", .array(quote.nested.prefix(shown).map(nestedJSON))),
                ])
            })),
            ("facts", .object([
                ("people", .array(facts.people.prefix(shown).map(named))),
                ("organisations", .array(facts.organisations.prefix(shown).map(named))),
                ("places", .array(facts.places.prefix(shown).map(named))),
                ("dates", .array(facts.dates.prefix(shown).map(dateJSON))),
            ])),
        ]
    }

    private func dateJSON(_ date: AlertFacts.When) -> JSON {
        .object([
            ("span", span(date.span)), ("text", .string(date.text)), ("value", .text(date.value)), ("from", .text(date.from)),
            ("to", .text(date.to)), ("relation", .text(date.relation)),
        ])
    }

    private func nestedJSON(_ one: AlertFacts.Nested) -> JSON {
        .object([("speaker", named(one.speaker)), ("span", span(one.span)), ("text", .string(one.text))])
    }

    private func named(_ one: AlertFacts.Named) -> JSON {
        var members: [(key: String, value: JSON)] = [("name", .string(one.name)), ("span", span(one.span)), ("text", .string(one.text))]
        if let role = one.role { members.append(("role", .string(role))) }
        if !one.conflictingRoles.isEmpty {
            members.append(("conflicting_roles", .array(one.conflictingRoles.map(JSON.string))))
        }
        if let rule = one.rule, let confidence = one.confidence {
            members += [("rule", .string(rule)), ("confidence", .string(confidence))]
        }
        if let country = one.country { members.append(("country", .string(country))) }
        if let type = one.type { members.append(("type", .string(type))) }
        if let latitude = one.latitude, let longitude = one.longitude {
            members += [("latitude", .number(latitude)), ("longitude", .number(longitude))]
        }
        return .object(members)
    }

    private func mentionJSON(_ mention: Mention, sentence: Int) -> JSON {
        .object([
            ("span", span(mention.span)), ("text", .string(mention.text)), ("zone", .string(mention.zone.rawValue)),
            ("sentence", .integer(Int64(sentence))), ("highlight", span(mention.highlight)),
            ("quote", .text(alert.facts?.quote(around: mention.span)?.id)),
        ])
    }

    private func changesJSON(_ changes: RevisionChanges) -> JSON {
        .object([
            ("added_total", .integer(Int64(changes.addedTotal))), ("removed_total", .integer(Int64(changes.removedTotal))),
            ("added", .array(changes.added.prefix(shown).map(JSON.string))),
            ("removed", .array(changes.removed.prefix(shown).map(JSON.string))),
        ])
    }

    private func storyJSON(_ story: StoryCard) -> JSON {
        .object([
            ("id", .string(story.id)), ("step", .integer(Int64(story.step))), ("articles", .integer(Int64(story.articles))),
            ("news", .array(story.news.map(JSON.string))), ("nearest", story.nearest.map(relative) ?? .null),
            ("copies_total", .integer(Int64(story.copiesTotal))), ("copies", .array(story.copies.prefix(shown).map(relative))),
        ])
    }

    private func relative(_ one: StoryArticle) -> JSON {
        .object([
            ("article", .string(one.article)), ("headline", .string(one.headline)), ("source", .string(one.source)),
            ("url", .text(one.url)), ("bond", .text(one.bond?.rawValue)), ("score", .number(one.score)),
        ])
    }

    private func itemJSON(_ item: DigestItem) -> JSON {
        .object([
            ("watch", item.watch.isEmpty ? .null : .object([("id", .string(item.watch)), ("title", .string(item.title))])),
            ("text", .string(item.text)),
            ("sentence", .text(item.sentence)), ("reason", .string(item.reason.rawValue)),
            ("held_since", .string(item.held.iso8601)), ("article", cardJSON(item.card)),
        ])
    }

    private func cardJSON(_ card: ArticleCard) -> JSON {
        .object([
            ("id", .string(card.id)), ("version", .integer(Int64(card.version))), ("headline", .string(card.headline)),
            ("source", .object([("id", .string(card.sourceID)), ("kind", .string(card.sourceKind.rawValue))])),
            ("url", .text(card.url)), ("file", .text(card.file)), ("byline", .text(card.byline)),
            ("language", .text(card.language)),
            ("published", .object([
                ("value", .text(card.published.value)), ("from", .string(card.published.from.rawValue)),
            ])),
            ("first_seen", .string(card.firstSeen.iso8601)), ("body", .string(card.body.rawValue)),
            ("note", .text(card.caveat)), ("confidence", card.confidence.map(JSON.number) ?? .null),
            ("entry", card.entry.map { .object([("headline", .text($0.headline)), ("published", .text($0.published))]) } ?? .null),
        ])
    }

    private func noticeJSON(_ notice: Notice) -> JSON {
        .object([
            ("condition", .string(notice.condition)), ("state", .string(notice.state)), ("what", .string(notice.what)),
            ("mend", .text(notice.mend)),
            ("figures", .object(notice.figures.map { ($0.name, .integer($0.value)) })),
        ])
    }

    private func span(_ span: TextSpan) -> JSON { .array([.integer(Int64(span.start)), .integer(Int64(span.end))]) }
}
