import Alerting
import Configuration
import Digest
package import Model
package import Ports
import Receivers

extension Policy {
    /// The decisions that run on the writer: what is a version of what, and what each match earns.
    package var rules: Rules {
        let policy = self
        return Rules(isSameArticle: isSameArticle) { candidate, id, version, told in
            policy.rule(candidate, id, version, told)
        }
    }

    private func rule(_ candidate: Candidate, _ id: String, _ version: Int, _ told: Set<String>) -> Ruling {
        guard let article = candidate.article else { return Ruling(decisions: [], alert: nil, messages: []) }
        let decisions = decide(
            candidate.matches, watches: watches, article: article,
            history: History(version: version - 1, told: told),
            circumstance: circumstance(named: candidate.circumstance))
        let card = articleCard(candidate, article, id, version)
        let rows = decisions.map { (watch: $0.watch, verdict: $0.verdict, reason: $0.reason) }
        guard
            let alert = composeAlert(
                card, article: article, matches: candidate.matches, decisions: decisions, watches: watches,
                facts: candidate.facts)
        else { return Ruling(decisions: rows, alert: nil, messages: []) }
        guard case .article(_, let cards, _, _) = alert.content else {
            return Ruling(decisions: rows, alert: nil, messages: [])
        }
        let receivers = Set(cards.flatMap(\.receivers)).sorted()
        return Ruling(
            decisions: rows, alert: (alert.id, alert.kind, alert.text),
            messages: messages(alert, to: receivers))
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
                let kind = settings.receivers.first(where: { $0.id == id }).flatMap({ receiverKind($0.kind) })
            else {
                return nil
            }
            let message = stableID("", ["delivery/1", alert.id, id])
            return Ruling.Message(id: message, receiver: id, contentType: kind.contentType) { sequence in
                kind.render(alert, for: id, id: message, sequence: sequence, origin: origin)
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
