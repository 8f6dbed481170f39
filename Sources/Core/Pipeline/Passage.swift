package import Alerting
import Digest
import Extraction
import Facts
import Formats
import Matching
package import Model
package import Ports

/// The way of an article up to the writer: recognised, read, matched. Pure and synchronous; called on worker
/// threads.
package struct Passage: Sendable {
    private let policy: Policy

    package init(_ policy: Policy) { self.policy = policy }

    var gazetteer: Gazetteer { policy.gazetteer }

    /// What an arrival holds, ready for the writer: usually one article, several for a file of many, or the
    /// reason why none.
    package func run(_ arrival: Arrival, circumstance: Circumstance, mark: FileMark?) -> [Candidate] {
        guard let format = format(of: arrival.bytes, arrival.hints) else {
            return [refusal(arrival, mark, describeUnknown(arrival.bytes))]
        }
        return candidates(
            format.read(arrival.bytes, arrival.hints), arrival, circumstance: circumstance, mark: mark)
    }

    /// The same of a reading that is there already.
    func candidates(
        _ reading: FormatReading, _ arrival: Arrival, circumstance: Circumstance, mark: FileMark?
    ) -> [Candidate] {
        guard !reading.items.isEmpty else {
            return [refusal(arrival, mark, reading.note ?? "it holds no article")]
        }
        let candidates = reading.items.map { item in
            candidate(item, arrival, circumstance: circumstance, mark: mark, isOnly: reading.items.count == 1)
        }
        return circumstance == .ordinary ? asFlood(candidates, arrival) : candidates
    }

    /// A file of many articles most of which were published more than a day before it came in is an archive:
    /// what it holds of those is a flood.
    private func asFlood(_ candidates: [Candidate], _ arrival: Arrival) -> [Candidate] {
        func isOld(_ one: Candidate) -> Bool {
            guard let published = one.article?.published.moment else { return false }
            return published.milliseconds < arrival.firstSeen.milliseconds - 86_400_000
        }
        let old = candidates.count { isOld($0) }
        guard old > OldArrivals.most, old * 2 > candidates.count else { return candidates }
        return candidates.map { one in
            var one = one
            if isOld(one) { one.circumstance = name(of: .flood) }
            return one
        }
    }

    /// One item as a candidate.
    private func candidate(
        _ item: RawItem, _ arrival: Arrival, circumstance: Circumstance, mark: FileMark?, isOnly: Bool
    ) -> Candidate {
        let article = extract(item)
        let facts = ArticleFacts(article, policy.gazetteer)
        let (matches, fingerprint) = match(facts, source: arrival.source)
        let digest = isOnly ? arrival.digest : sha256(article.text)
        let isByContent = isOnly && !item.isVersioned || item.id == nil
        let key = isByContent ? "sha:" + hex(digest) : "entry:\(arrival.source):\(item.id ?? "")"
        var candidate = Candidate(
            source: arrival.source, kind: arrival.kind, place: arrival.place, key: key, aliases: [],
            digest: digest,
            firstSeen: arrival.firstSeen, circumstance: name(of: circumstance), article: article,
            refusal: nil,
            fingerprint: fingerprint, matches: matches, mark: mark)
        candidate.isWholeFile = isOnly
        enrich(&candidate, facts)
        if article.text.isEmpty || article.paragraphs.isEmpty {
            candidate.article = nil
            candidate.refusal = article.caveat ?? "it holds no text"
        }
        return candidate
    }

    /// Every watch that an article satisfies, and what tells the article from others.
    func match(_ facts: ArticleFacts, source: String) -> (matches: [Match], fingerprint: Fingerprint) {
        let reading = factReading(facts, source: source)
        return (policy.watchSet.percolate(reading), reading.fingerprint)
    }

    /// Gives a candidate that matches something what its alert tells beside the mentions, and what its story
    /// is found by.
    func enrich(_ candidate: inout Candidate, _ found: ArticleFacts) {
        guard !candidate.matches.isEmpty else { return }
        let (article, facts) = (found.article, found.facts)
        candidate.facts = factCards(article, facts, around: candidate.matches)
        candidate.traits = storyTraits(
            article, sketch: candidate.fingerprint.sketch, names: storyNames(facts))
        for match in candidate.matches {
            candidate.findings[match.watch] = finding(article, facts, of: match)
        }
    }

    /// A file without an article, with the reason.
    private func refusal(_ arrival: Arrival, _ mark: FileMark?, _ reason: String) -> Candidate {
        Candidate(
            source: arrival.source, kind: arrival.kind, place: arrival.place,
            key: "sha:" + hex(arrival.digest), aliases: [],
            digest: arrival.digest, firstSeen: arrival.firstSeen, circumstance: name(of: .ordinary),
            article: nil,
            refusal: reason, fingerprint: Fingerprint(url: nil, headline: 0, sketch: []), matches: [],
            mark: mark)
    }
}

/// A circumstance as the store keeps it.
func name(of circumstance: Circumstance) -> String {
    switch circumstance {
    case .ordinary: "ordinary"
    case .baseline: "baseline"
    case .flood: "flood"
    }
}

func circumstance(named name: String) -> Circumstance {
    name == "baseline" ? .baseline : name == "flood" ? .flood : .ordinary
}
