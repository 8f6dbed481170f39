package import Model
package import Text

/// Alerts as they might come, with every part filled: what templates are held against, and `tocsin preview`
/// shows.
package enum Examples {
    /// One of an article, of a digest, and of the service.
    package static func alerts(for receiver: String) -> [Alert] {
        [article(receiver), digest(receiver), notice]
    }

    /// Their bodies.
    package static func bodies(for receiver: String, origin: String) -> [JSON] {
        let order = RenderOrder(receiver: receiver, id: "d1ec058aa995832c2668", sequence: 42, origin: origin)
        return alerts(for: receiver).map { AlertBody(alert: $0, order: order, shown: 20).json }
    }

    private static let text =
        "The Ridge road stays shut for a week, Maria Santos of the roads office said in Upper Kell on Monday."

    private static func card(_ number: Int) -> ArticleCard {
        ArticleCard(
            id: "ar_example\(number)", version: 1, headline: "Slide shuts the Ridge road",
            sourceID: "some-paper",
            sourceKind: .feed, url: "https://paper.example/slide-\(number)", file: "slide.html",
            byline: "Jo March",
            language: "en",
            published: Published(
                value: "2026-03-02T07:12:00Z", moment: Moment(seconds: 1_772_435_520), from: .feed),
            firstSeen: Moment(seconds: 1_772_435_561), body: .full, caveat: "an example")
    }

    private static func article(_ receiver: String) -> Alert {
        let mention = Mention(
            span: TextSpan(31, 41), text: "Ridge road", zone: .body, sentence: 0, highlight: TextSpan(4, 14))
        let watch = WatchCard(
            id: "ridge", title: "The ridge", owner: "ana@desk.example", clause: "any: Ridge road",
            receivers: [receiver], mentions: [0], reason: .development)
        var alert = Alert(
            id: "al_example", kind: .development, created: Moment(seconds: 1_772_435_561), priority: .normal,
            text:
                "development: new speaker: Maria Santos; Ridge road: 1 mention in 1 sentence - Slide shuts the Ridge road",
            content: .article(
                card(1), watches: [watch], mentions: [mention],
                sentences: [SentenceCard(span: TextSpan(27, 27 + text.unicodeScalars.count), text: text)]),
            decision: Alert.Decision(.tell, .development, route: "roads/defaults"))
        var facts = AlertFacts()
        var speaker = AlertFacts.Named(name: "Maria Santos", span: TextSpan(65, 77), text: "Maria Santos")
        (speaker.role, speaker.country) = ("head of the roads office", "HU")
        var place = AlertFacts.Named(name: "Upper Kell", span: TextSpan(106, 116), text: "Upper Kell")
        (place.country, place.type, place.latitude, place.longitude) = ("HU", "town", 47.5, 19.04)
        facts.quotes = [
            AlertFacts.Quote(
                id: "q1", type: "indirect", span: TextSpan(27, 63), speaker: speaker,
                cue: (TextSpan(98, 102), "said"))
        ]
        (facts.people, facts.places) = ([speaker], [place])
        facts.organisations = [
            AlertFacts.Named(name: "roads office", span: TextSpan(85, 97), text: "roads office")
        ]
        facts.dates = [
            AlertFacts.When(
                span: TextSpan(120, 126), text: "Monday", value: "2026-03-02", from: "2026-03-02",
                to: "2026-03-02",
                relation: "on")
        ]
        alert.facts = facts
        let copy = StoryArticle(
            article: "ar_example0", headline: "Ridge road closed", source: "other-paper",
            url: "https://other.example/1", bond: .copy, score: 0.83)
        alert.story = StoryCard(
            id: "st_example", step: 2, articles: 3, nearest: copy, copies: [copy], copiesTotal: 1)
        alert.story?.news = ["new speaker: Maria Santos"]
        alert.supersedes = "al_example0"
        var changes = RevisionChanges()
        (changes.added, changes.addedTotal) = ([text], 1)
        (changes.removed, changes.removedTotal) = (["The Ridge road is shut."], 1)
        alert.changes = changes
        return alert
    }

    private static func digest(_ receiver: String) -> Alert {
        let items = (1...2).map { number in
            DigestItem(
                card: card(number), watch: "ridge", title: "The ridge", reason: .quiet,
                held: Moment(seconds: 1_772_420_000),
                text: "Ridge road: 1 mention in 1 sentence - Slide shuts the Ridge road",
                sentence: text)
        }
        return Alert(
            id: "al_example_digest", kind: .digest, created: Moment(seconds: 1_772_435_561),
            priority: .normal,
            text: "digest: 2 articles for 1 watch: 2 in quiet hours - Slide shuts the Ridge road",
            content: .digest(items, summary: "2 articles for 1 watch: 2 in quiet hours"),
            decision: Alert.Decision(.tell, .digest, route: "digest"))
    }

    private static var notice: Alert {
        let notice = Notice(
            condition: "source/some-paper", state: "started", what: "source some-paper answers 404",
            mend: "look for its new address",
            figures: [("polls", 3)])
        return Alert(
            id: "al_example_notice", kind: .operatorNotice, created: Moment(seconds: 1_772_435_561),
            priority: .normal,
            text: notice.what, content: .notice(notice),
            decision: Alert.Decision(.tell, .service, route: "service"))
    }
}
