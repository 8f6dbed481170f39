import Digest
package import Model
import Text

/// Puts an alert together: mentions merged over watches, their sentences, offsets in Unicode scalars, and the
/// one line. `receivers` are those of a watch, `created` the instant at which it is made. Nil when nothing is
/// to be told.
package func composeAlert(
    _ card: ArticleCard, created: Moment, article: Article, matches: [Match], decisions: [WatchDecision],
    watches: [String: Watch], receivers: (Watch) -> [String], facts: AlertFacts? = nil,
    story: StoryCard? = nil
) -> Alert? {
    let telling = decisions.filter { $0.verdict == .tell && watches[$0.watch] != nil }
    guard let kind = telling.map(\.reason.kind).max(by: { $0.weight < $1.weight }) else { return nil }
    let told = matches.filter { match in telling.contains { $0.watch == match.watch } }
    let (mentions, composer) = composed(article, told)
    var card = card
    card.confidence = article.confidence
    card.entry = article.entries.filter { entry in
        mentions.contains { $0.start >= entry.span?.start ?? .max && $0.end <= entry.span?.end ?? 0 }
    }.max { instant($0) < instant($1) }
    let cards = telling.compactMap { decision -> WatchCard? in
        guard let watch = watches[decision.watch] else { return nil }
        let match = told.first { $0.watch == watch.id }
        let places = Set(match?.evidence.map(\.span) ?? []).sorted().compactMap {
            mentions.firstIndex(of: $0)
        }
        return WatchCard(
            id: watch.id, title: watch.title, owner: watch.owner,
            clause: match.map { clauses($0, watch) } ?? watch.clause,
            receivers: receivers(watch), mentions: places, reason: decision.reason)
    }
    let urgency = telling.compactMap { $0.isUrgent ? .urgent : watches[$0.watch]?.priority }
    let priority: Priority = urgency.contains(.urgent) ? .urgent : urgency.contains(.normal) ? .normal : .low
    let ids = telling.map(\.watch).sorted()
    let list = watches[telling[0].watch]?.list ?? ""
    let name =
        told.first.map { match in commonest(match) { article.string($0).oneLine } }
        ?? watches[telling[0].watch]?.title ?? ""
    let news = Array(Set(telling.flatMap(\.notes))).sorted()
    var alert = Alert(
        id: stableID("al_", ["alert/1", card.id, String(card.version), kind.rawValue] + ids), kind: kind,
        created: created, priority: priority,
        text: composer.line(kind, name: name, headline: card.headline, facts, news: news),
        content: .article(
            card, watches: cards, mentions: composer.mentions, sentences: composer.sentences),
        decision: Alert.Decision(
            .tell, telling.first { $0.reason.kind == kind }?.reason ?? .first, route: list + "/defaults"))
    alert.facts = facts
    alert.story = story
    alert.story?.news = news
    return alert
}

/// The one line of an alert about these matches, and a sentence that holds the first mention: what a digest
/// shows of a match that was held back.
package func digestLine(
    _ article: Article, _ match: Match, facts: AlertFacts?
) -> (text: String, sentence: String?) {
    let (_, composer) = composed(article, [match])
    let name = commonest(match) { article.string($0).oneLine }
    return (
        composer.line(.first, name: name, headline: article.headline, facts, news: []),
        composer.sentences.first?.text.oneLine
    )
}

private func instant(_ entry: LiveEntry) -> Int64 {
    entry.published.flatMap(webDate)?.milliseconds ?? .min
}

private func composed(_ article: Article, _ matches: [Match]) -> ([TextSpan], Composer) {
    let spans = Set(matches.flatMap { $0.evidence.map(\.span) }).sorted()
    var composer = Composer(article: article)
    for span in spans {
        guard let evidence = matches.lazy.flatMap(\.evidence).first(where: { $0.span == span }) else {
            continue
        }
        composer.add(evidence)
    }
    return (spans, composer)
}

extension Reason {
    /// The kind of alert that a match earns for this reason.
    var kind: AlertKind {
        switch self {
        case .revision: .revision
        case .development: .development
        case .update: .update
        case .correction: .correction
        case .retraction: .retraction
        case .ended: .ended
        default: .first
        }
    }
}

extension AlertKind {
    /// Which kind names an alert that is of several: the weightiest.
    fileprivate var weight: Int {
        let order: [AlertKind] = [.ended, .update, .development, .revision, .first, .correction, .retraction]
        return order.firstIndex(of: self) ?? -1
    }

    /// What the line begins with.
    fileprivate var lead: String {
        switch self {
        case .development: "development: "
        case .update: "also: "
        case .correction: "CORRECTED: "
        case .retraction: "RETRACTED: "
        case .ended: "no longer matches: "
        default: ""
        }
    }
}

/// The clauses that fired, the first three.
private func clauses(_ match: Match, _ watch: Watch) -> String {
    var seen: [String] = []
    for evidence in match.evidence where !seen.contains(evidence.clause) { seen.append(evidence.clause) }
    let shown = seen.prefix(3).joined(separator: "; ")
    return seen.isEmpty ? watch.clause : seen.count > 3 ? shown + "; and \(seen.count - 3) more" : shown
}

/// What the first watch's mentions say most often, the earlier of two that are even: the name in the one
/// line.
private func commonest(_ match: Match, _ text: (TextSpan) -> String) -> String {
    var counts: [String: Int] = [:]
    let names = match.evidence.map { text($0.span) }
    for name in names { counts[name, default: 0] += 1 }
    let most = counts.values.max()
    return names.first { counts[$0] == most } ?? match.watch
}

private struct Composer {
    let article: Article
    let map: ScalarMap
    var mentions: [Mention] = []
    var sentences: [SentenceCard] = []
    private var sentenceBytes: [TextSpan] = []

    /// Sentences longer than this many bytes are shown in part.
    static let longSentence = 1500

    init(article: Article) {
        self.article = article
        map = ScalarMap(article.text)
    }

    mutating func add(_ evidence: Evidence) {
        let shown = window(around: evidence.span, in: evidence.sentence)
        if sentenceBytes.last != shown {
            sentenceBytes.append(shown)
            sentences.append(SentenceCard(span: scalars(shown), text: article.string(shown)))
        }
        let span = scalars(evidence.span)
        let start = map.scalars(before: shown.start)
        mentions.append(
            Mention(
                span: span, text: article.string(evidence.span), zone: evidence.zone,
                sentence: sentences.count - 1,
                highlight: TextSpan(span.start - start, span.end - start)))
    }

    private func scalars(_ span: TextSpan) -> TextSpan {
        TextSpan(map.scalars(before: span.start), map.scalars(before: span.end))
    }

    /// The sentence, or of a very long one the part around the mention, cut between scalars.
    private func window(around span: TextSpan, in sentence: TextSpan) -> TextSpan {
        guard sentence.count > Composer.longSentence else { return sentence }
        var start = max(sentence.start, span.start - 500)
        var end = min(sentence.end, span.end + 500)
        while start > sentence.start, article.text[start] & 0xC0 == 0x80 { start -= 1 }
        while end < sentence.end, article.text[end] & 0xC0 == 0x80 { end += 1 }
        return TextSpan(start, end)
    }

    func line(
        _ kind: AlertKind, name: String, headline: String, _ facts: AlertFacts?, news: [String]
    ) -> String {
        guard !mentions.isEmpty else { return "\(kind.lead)\(name) - \(headline.oneLine)" }
        // Whose words most of the mentions stand in.
        var speakers: [String: Int] = [:]
        for mention in mentions {
            if let quote = facts?.quote(around: mention.span), let speaker = quote.speaker {
                speakers[speaker.name, default: 0] += 1
            }
        }
        let most = speakers.max { ($0.value, $1.key) < ($1.value, $0.key) }
        let said =
            most.map { ", \($0.value == mentions.count ? "all" : String($0.value)) in words of \($0.key)" }
            ?? ""
        let more = news.isEmpty ? "" : news.prefix(3).joined(separator: ", ").oneLine + "; "
        return kind.lead + more
            + "\(name): \(counted(mentions.count, "mention")) in \(counted(sentences.count, "sentence"))\(said) - \(headline.oneLine)"
    }
}
