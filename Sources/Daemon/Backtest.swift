import Configuration
import Facts
import Matching
import Model
import Pipeline
import Ports
import Storage
import Text

/// Runs new or edited watches over the stored archive: hits a day, a sample with highlights, and the
/// difference from the version that is live.
struct Backtest {
    let watches: [Watch]
    /// The live watches with the same ids.
    let live: [String: Watch]
    let gazetteer: Gazetteer
    let since: Moment

    private static let mostSamples = 5

    /// An article that a watch matches, as it is shown.
    struct Sample {
        var article: String
        var headline: String
        var seen: Moment
        var mentions: Int
        var sentence: String
        /// Scalars of the sentence.
        var highlight: TextSpan
    }

    /// What became of one watch.
    struct Outcome {
        var hits = 0
        /// By the number of the day since 1970.
        var perDay: [Int64: Int] = [:]
        var samples: [Sample] = []
        var liveHits: Int?
        var added: [Sample] = []
        var removed: [Sample] = []
        var addedCount = 0
        var removedCount = 0
        /// By phrase of the watch, the articles in which it stands, and those that no other phrase is found in.
        var terms: [String: (articles: Int, alone: Int)] = [:]
    }

    /// Phrases of one watch that are counted.
    private static let mostTerms = 2000

    /// Reads the archive through; answers how many articles there were and what became of each watch.
    func run(_ archive: consuming Archive) throws(LedgerError) -> (articles: Int, outcomes: [String: Outcome]) {
        let new = Percolator(watches)
        let old = Percolator(watches.compactMap { live[$0.id] })
        var outcomes = Dictionary(uniqueKeysWithValues: watches.map { ($0.id, Outcome()) })
        for id in live.keys { outcomes[id]?.liveHits = 0 }
        var articles = 0
        let needsTextAlone = new.needsTextAlone && old.needsTextAlone
        try archive.each(since: since) { row in
            articles += 1
            var whole = needsTextAlone ? nil : row.whole
            let reading = whole.map { factReading($0.article, source: $0.source, gazetteer) } ?? Reading(row.text)
            let (now, before) = (new.percolate(reading), old.count > 0 ? old.percolate(reading) : [])
            if now.isEmpty && before.isEmpty { return true }
            let stored = whole.take() ?? row.whole
            for match in now { note(match, stored, isKnown: before.contains { $0.watch == match.watch }, &outcomes) }
            for match in before {
                outcomes[match.watch]?.liveHits? += 1
                guard !now.contains(where: { $0.watch == match.watch }) else { continue }
                outcomes[match.watch]?.removedCount += 1
                keep(match, stored, in: &outcomes[match.watch, default: Outcome()].removed)
            }
            return true
        }
        return (articles, outcomes)
    }

    private func note(_ match: Match, _ stored: ArchivedArticle, isKnown: Bool, _ outcomes: inout [String: Outcome]) {
        var outcome = outcomes.removeValue(forKey: match.watch) ?? Outcome()
        outcome.hits += 1
        outcome.perDay[stored.seen.milliseconds / 86_400_000, default: 0] += 1
        let phrases = Set(match.evidence.map(\.phrase))
        for phrase in phrases where outcome.terms.count < Backtest.mostTerms || outcome.terms[phrase] != nil {
            outcome.terms[phrase, default: (0, 0)].articles += 1
            if phrases.count == 1 { outcome.terms[phrase, default: (0, 0)].alone += 1 }
        }
        keep(match, stored, in: &outcome.samples)
        if outcome.liveHits != nil, !isKnown {
            outcome.addedCount += 1
            keep(match, stored, in: &outcome.added)
        }
        outcomes[match.watch] = outcome
    }

    /// Keeps the latest few, the newest first.
    private func keep(_ match: Match, _ stored: ArchivedArticle, in list: inout [Sample]) {
        let place = list.firstIndex { $0.seen < stored.seen } ?? list.count
        guard place < Backtest.mostSamples else { return }
        if list.count == Backtest.mostSamples { list.removeLast() }
        list.insert(sample(match, stored), at: place)
    }

    private func sample(_ match: Match, _ stored: ArchivedArticle) -> Sample {
        guard let first = match.evidence.first else {
            return Sample(article: stored.id, headline: stored.article.headline, seen: stored.seen, mentions: 0, sentence: "",
                highlight: TextSpan(0, 0))
        }
        let sentence = stored.article.string(first.sentence)
        let before = stored.article.string(TextSpan(first.sentence.start, first.span.start)).unicodeScalars.count
        let length = stored.article.string(first.span).unicodeScalars.count
        return Sample(article: stored.id, headline: stored.article.headline, seen: stored.seen, mentions: match.evidence.count,
            sentence: sentence, highlight: TextSpan(before, before + length))
    }
}

extension Backtest.Sample {
    var json: JSON {
        .object([
            ("article", .string(article)), ("headline", .string(headline)), ("at", .string(seen.iso8601)),
            ("mentions", .integer(Int64(mentions))), ("sentence", .string(sentence)),
            ("highlight", .array([.integer(Int64(highlight.start)), .integer(Int64(highlight.end))])),
        ])
    }
}

extension Backtest.Outcome {
    /// The phrases that are found in most articles, ten at most.
    private var commonest: [(phrase: String, articles: Int, alone: Int)] {
        terms.sorted { ($1.value.articles, $0.key) < ($0.value.articles, $1.key) }.prefix(10).map {
            ($0.key, $0.value.articles, $0.value.alone)
        }
    }

    private func termJSON(_ one: (phrase: String, articles: Int, alone: Int)) -> JSON {
        .object([
            ("term", .string(one.phrase)), ("articles", .integer(Int64(one.articles))), ("alone", .integer(Int64(one.alone))),
        ])
    }

    private func day(_ number: Int64) -> String { String(Moment(milliseconds: number * 86_400_000).iso8601.prefix(10)) }

    func json(_ id: String) -> JSON {
        .object([
            ("id", .string(id)), ("hits", .integer(Int64(hits))),
            ("per_day", .object(perDay.sorted { $0.key < $1.key }.map { (day($0.key), .integer(Int64($0.value))) })),
            ("samples", .array(samples.map(\.json))), ("terms", .array(commonest.map(termJSON))),
            ("live", liveHits.map { live in
                .object([
                    ("hits", .integer(Int64(live))), ("added", .integer(Int64(addedCount))),
                    ("removed", .integer(Int64(removedCount))), ("added_samples", .array(added.map(\.json))),
                    ("removed_samples", .array(removed.map(\.json))),
                ])
            } ?? .null),
        ])
    }
}
