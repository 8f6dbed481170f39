import Alerting
import Matching
import Model
import Ports

/// Tells first alerts that waited for the best copy of their story, of that copy as it is stored by then.
struct StoryWaits: Sendable {
    let world: World

    /// Ends every wait that is over. Answers the receivers that have something to send.
    func end(_ policy: Policy, now: Moment) async throws(LedgerError) -> [String] {
        var receivers: [String] = []
        for wait in try await world.ledger.dueWaits(now: now) {
            guard let copy = bestCopy(wait), let stored = try await world.ledger.article(copy.article) else {
                // All of them were taken back, or say it no longer: nothing is left to be told.
                receivers += try await world.ledger.finishWait(wait, nil, nil, rules: policy.rules)
                continue
            }
            let watches = copy.watches.intersection(wait.watches)
            let candidate = candidate(stored, watches, policy, now: now)
            receivers += try await world.ledger.finishWait(
                wait, (copy.article, copy.version), candidate, rules: policy.rules)
        }
        return receivers
    }

    /// A stored article as if it came in now, for the watches that waited.
    private func candidate(
        _ stored: ArchivedArticle, _ watches: Set<String>, _ policy: Policy, now: Moment
    ) -> Candidate {
        let facts = ArticleFacts(stored.article, policy.gazetteer)
        let reading = factReading(facts, source: stored.source)
        let matches = Percolator(watches.sorted().compactMap { policy.watches[$0] }).percolate(reading)
        var candidate = Candidate(
            source: stored.source, kind: stored.kind, place: stored.place, key: "", aliases: [], digest: [],
            firstSeen: stored.seen, circumstance: name(of: .ordinary), article: stored.article, refusal: nil,
            fingerprint: reading.fingerprint, matches: matches, mark: nil)
        candidate.waited = now
        Passage(policy).enrich(&candidate, facts)
        return candidate
    }
}
