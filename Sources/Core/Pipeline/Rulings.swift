import Alerting
import Configuration
import Digest
package import Model
package import Ports
import Receivers

extension Policy {
    /// The decisions that run on the writer: what is a version of what, what belongs to which story, and what
    /// each match earns.
    package var rules: Rules {
        let policy = self
        var rules = Rules(
            isSameArticle: isSameArticle, relate: storyRelation, keys: storyKeys, window: settings.storyWindow
        ) { candidate, standing in policy.rule(candidate, standing) }
        rules.watchesWithPauses = Set(firstMentions.keys)
        return rules
    }

    private func rule(_ candidate: Candidate, _ standing: Standing) -> Ruling {
        var ruling = Ruling()
        guard let article = candidate.article else { return ruling }
        let decisions = decide(
            candidate.matches, watches: watches, receivers: { place($0, candidate, article).to },
            view(of: candidate, article, standing))
        ruling.decisions = decisions.map {
            Decision(
                $0.watch, $0.verdict, $0.reason, until: $0.until,
                note: $0.notes.isEmpty ? nil : $0.notes.joined(separator: "; "))
        }
        ruling.waits = decisions.compactMap { one in
            one.reason == .bestCopy ? one.until.map { (one.watch, $0) } : nil
        }
        for decision in decisions where decision.isHeardNowOrLater {
            if let finding = candidate.findings[decision.watch] { ruling.news[decision.watch] = finding.news }
        }
        if let previous = standing.previous, !standing.followsTeaser {
            ruling.changes = revisionChanges(from: previous, to: article)
        }
        hold(&ruling, decisions, candidate, article)
        tell(&ruling, decisions, candidate, article, standing)
        return ruling
    }

    /// Everything that the gates look at.
    private func view(of candidate: Candidate, _ article: Article, _ standing: Standing) -> GateView {
        var view = GateView(
            article: article, source: candidate.source,
            circumstance: circumstance(named: candidate.circumstance), now: candidate.decided,
            lastVersion: candidate.waited == nil ? standing.version - 1 : 0, told: standing.told)
        view.storyTold = standing.story?.told ?? [:]
        view.findings = candidate.findings
        view.timings = timings
        view.rang = standing.rang
        (view.firstMentions, view.pauses) = (firstMentions, standing.pauses)
        view.silences = standing.silences
        view.hadNote =
            standing.previous.flatMap { previous in
                article.editorialNote.map { String(decoding: previous.text, as: UTF8.self).contains($0) }
            } ?? false
        view.lastKind = standing.lastAlert?.kind
        view.followsTeaser = standing.followsTeaser
        view.waiting = standing.waiting
        view.mayWait = standing.story != nil && candidate.waited == nil
        return view
    }

    /// Puts what is told later where it waits.
    private func hold(
        _ ruling: inout Ruling, _ decisions: [WatchDecision], _ candidate: Candidate, _ article: Article
    ) {
        for decision in decisions {
            guard decision.verdict == .hold, decision.reason != .bestCopy, let due = decision.until,
                let watch = watches[decision.watch]
            else { continue }
            let place = place(watch, candidate, article)
            for receiver in place.to {
                ruling.held.append(held(receiver, watch, decision.reason, due, candidate, article))
            }
        }
        for decision in decisions where decision.isHeardNowOrLater {
            guard let watch = watches[decision.watch] else { continue }
            let place = place(watch, candidate, article)
            for receiver in place.owners {
                ruling.held.append(held(receiver, watch, .away, place.back, candidate, article))
            }
        }
    }

    private func held(
        _ receiver: String, _ watch: Watch, _ reason: Reason, _ due: Moment, _ candidate: Candidate,
        _ article: Article
    ) -> Held {
        let match = candidate.matches.first { $0.watch == watch.id }
        let line = match.map { digestLine(article, $0, facts: candidate.facts) }
        return Held(
            receiver: receiver, watch: watch.id, title: watch.title, reason: reason, due: due,
            text: line?.text ?? article.headline, sentence: line?.sentence)
    }

    /// Makes the alert of what is told now, and a message of it for each receiver that may have one more.
    private func tell(
        _ ruling: inout Ruling, _ decisions: [WatchDecision], _ candidate: Candidate, _ article: Article,
        _ standing: Standing
    ) {
        let card = articleCard(candidate, article, standing.article, standing.version)
        var composed = composeAlert(
            card, created: candidate.decided, article: article, matches: candidate.matches,
            decisions: decisions, watches: watches,
            receivers: { place($0, candidate, article).to }, facts: candidate.facts,
            story: standing.story?.card)
        if composed?.kind != .first { composed?.supersedes = standing.lastAlert?.id }
        composed?.changes = ruling.changes
        guard let alert = composed, case .article(_, let cards, _, _) = alert.content else { return }
        ruling.alert = (alert.id, alert.kind, alert.text)
        var ready: [String] = []
        for receiver in Set(cards.flatMap(\.receivers)).sorted() {
            guard let pace = paces[receiver], alert.priority != .urgent else {
                ready.append(receiver)
                continue
            }
            let (given, waits) = pace.take(
                ruling.given[receiver] ?? standing.given[receiver], now: candidate.decided)
            ruling.given[receiver] = given
            guard let due = waits else {
                ready.append(receiver)
                continue
            }
            for one in cards where one.receivers.contains(receiver) {
                guard let watch = watches[one.id] else { continue }
                ruling.held.append(held(receiver, watch, .rate, due, candidate, article))
            }
        }
        ruling.messages = messages(alert, to: ready)
    }

    /// Where a watch's alert about a candidate goes: to its receivers, or, while its owner is away, to those
    /// who stand in, and to `owners` in one summary when the owner is `back`.
    private func place(
        _ watch: Watch, _ candidate: Candidate, _ article: Article
    ) -> (to: [String], owners: [String], back: Moment) {
        let own = receivers(watch, article, candidate.source)
        let now = candidate.decided
        guard let away = absences.first(where: { $0.covers(watch, at: now) }), !own.isEmpty else {
            return (own, [], now)
        }
        return (away.to, own.filter { !away.to.contains($0) }, away.until)
    }

    /// The receivers of a watch's alerts about an article.
    func receivers(_ watch: Watch, _ article: Article, _ source: String) -> [String] {
        receivers(watch) { $0.fits(watch, language: article.language, source: source) }
    }

    /// A watch's own receivers, else those of the routes that fit, up to the first that does not go on.
    func receivers(_ watch: Watch, where fits: (Route) -> Bool) -> [String] {
        guard watch.receivers.isEmpty else { return watch.receivers }
        var out: [String] = []
        for route in settings.routes where fits(route) {
            out += route.to.filter { !out.contains($0) }
            if !route.goesOn { break }
        }
        return out
    }

    /// One message with everything that was held for a receiver and is due.
    package func digest(_ items: [DigestItem], to receiver: String, at now: Moment) -> ServiceMessage? {
        guard !items.isEmpty else { return nil }
        let alert = composeDigest(items, for: receiver, at: now)
        return ServiceMessage(
            alert: (alert.id, alert.kind, alert.text), created: now, messages: messages(alert, to: [receiver])
        )
    }

    /// The card of a candidate's article.
    func articleCard(_ candidate: Candidate, _ article: Article, _ id: String, _ version: Int) -> ArticleCard
    {
        ArticleCard(
            id: id, version: version, headline: article.headline, sourceID: candidate.source,
            sourceKind: candidate.kind,
            url: article.url, file: candidate.kind == .folder ? candidate.place : nil, byline: article.byline,
            language: article.language, published: article.published, firstSeen: candidate.firstSeen,
            body: article.body,
            caveat: article.caveat)
    }

    /// One message of an alert for each of these receivers, to be rendered when its number is known.
    package func messages(_ alert: Alert, to receivers: [String]) -> [Ruling.Message] {
        let origin = settings.name
        return receivers.compactMap { id in
            guard
                let receiver = settings.receivers.first(where: { $0.id == id }),
                let kind = receiverKind(receiver.kind)
            else {
                return nil
            }
            let message = stableID("", ["delivery/1", alert.id, id])
            let template = templates[id]
            let type = template == nil ? kind.contentType : "application/json; charset=utf-8"
            return Ruling.Message(id: message, receiver: id, contentType: type) { sequence in
                var order = RenderOrder(
                    receiver: id, id: message, sequence: sequence, origin: origin,
                    variant: receiver.options["body"]?.exposed)
                order.template = template
                return kind.render(alert, order)
            }
        }
    }

    /// A message about the service, for these receivers. Its id is made of the notice and the moment, so that
    /// it can be said again another time and never twice for one.
    package func serviceMessage(
        _ kind: AlertKind, _ notice: Notice, at now: Moment, to receivers: [String]
    ) -> ServiceMessage {
        let id = stableID(
            "al_", ["service/1", kind.rawValue, notice.condition, notice.state, String(now.milliseconds)])
        let alert = Alert(
            id: id, kind: kind, created: now, priority: .normal, text: notice.what, content: .notice(notice),
            decision: Alert.Decision(.tell, .service, route: "service"))
        return ServiceMessage(
            alert: (id, kind, notice.what), created: now, messages: messages(alert, to: receivers))
    }
}

extension Route {
    /// Whether a watch's alert about an article goes this way.
    package func fits(_ watch: Watch, language: String?, source: String) -> Bool {
        fitsWatch(watch)
            && (languages.isEmpty || language.map { languages.contains($0) } ?? false)
            && (sources.isEmpty || sources.contains(source))
    }

    /// Whether a watch's alert may go this way, whatever the article.
    func fitsWatch(_ watch: Watch) -> Bool {
        (lists.isEmpty || lists.contains(watch.list))
            && (tags.isEmpty || tags.contains { watch.tags.contains($0) })
            && (priorities.isEmpty || priorities.contains(watch.priority))
    }
}

extension WatchDecision {
    /// It reaches its receivers as it is, at once or in a digest; not so what waits for a better copy.
    fileprivate var isHeardNowOrLater: Bool {
        verdict == .tell || verdict == .hold && reason != .bestCopy
    }
}
