import Alerting
import Executors
import Extraction
import Facts
import Folders
import Glibc
import Matching
import Model
import Pipeline
import Ports
import Storage
import Text

/// `bench stories GAZETTEER FILE group FOLDER`: reads JSON Lines of {id, headline, text}, puts them through the store's transaction in
/// their order, and prints which story each became. `cost` instead of `group` measures the store alone on made-up articles.
struct StoriesBench {
    let gazetteer: Gazetteer

    init?(_ path: String) {
        guard let bytes = mapFile(path), let gazetteer = Gazetteer(bytes) else { return nil }
        self.gazetteer = gazetteer
    }

    func run(_ words: [String]) async throws {
        switch words[1] {
        case "group": try await group(words[0], folder: words[2])
        case "pairs": pairs(words[0])
        default: try await cost(folder: words[2], articles: words.count > 3 ? Int(words[3]) ?? 100_000 : 100_000)
        }
    }

    // Grouping.

    private func group(_ path: String, folder: String) async throws {
        let ledger = try SQLiteLedger(path: fresh(folder), executor: DedicatedThread(name: "store"))
        let texts = MatchingBench.read(path).split(separator: 10).compactMap { try? JSON.parse(Array($0)) }
        var articles: [String: String] = [:]
        var spent = Duration.zero
        for (number, json) in texts.enumerated() {
            let id = json["id"]?.string ?? ""
            var batch = Batch()
            batch.candidates = [candidate(number, self.article(json["headline"]?.string ?? "", json["text"]?.string ?? ""))]
            let start = ContinuousClock.now
            articles[id] = try await ledger.commit(batch, rules: rules).first?.article
            spent += ContinuousClock.now - start
        }
        print("  \(texts.count) articles stored one by one, \(rounded(seconds(spent) / Double(texts.count) * 1e6)) µs each")
        for (id, article) in articles {
            let story = try await ledger.why(article).first { $0.id == article }?.story?.id
            print("\(id)\t\(story ?? "")")
        }
    }

    /// Everything that matches is counted and nothing is told.
    private var rules: Rules {
        Rules(isSameArticle: isSameArticle, relate: storyRelation, keys: storyKeys, window: .seconds(3 * 86_400)) { candidate, _ in
            var ruling = Ruling()
            ruling.decisions = candidate.matches.map { Decision($0.watch, .count, .copy) }
            return ruling
        }
    }

    private func candidate(_ number: Int, _ article: Article) -> Candidate {
        let fingerprint = Reading(article).fingerprint
        var candidate = made(number, article, fingerprint)
        candidate.traits = storyTraits(article, sketch: fingerprint.sketch, names: storyNames(findFacts(article, gazetteer)))
        return candidate
    }

    private func made(_ number: Int, _ article: Article, _ fingerprint: Fingerprint) -> Candidate {
        Candidate(
            source: "s", kind: .folder, place: "\(number)", key: "sha:\(number)", aliases: [],
            digest: (0..<32).map { UInt8(truncatingIfNeeded: number >> ($0 % 4 * 8)) }, firstSeen: Moment(seconds: 1_700_000_000),
            circumstance: "ordinary", article: article, refusal: nil, fingerprint: fingerprint,
            matches: [Match(watch: "w", evidence: [])], mark: nil)
    }

    private func article(_ headline: String, _ text: String) -> Article {
        var hints = Hints()
        hints.headline = headline
        let paragraphs = text.split(separator: "\n").joined(separator: "\n\n")
        return extract(RawItem(id: nil, content: .plain(Array((headline + "\n\n" + paragraphs).utf8)), hints: hints))
    }

    /// What speaks for one event in each pair, and what is made of it.
    private func pairs(_ path: String) {
        let items = MatchingBench.read(path).split(separator: 10).compactMap { try? JSON.parse(Array($0)) }.enumerated().map {
            (id: $1["id"]?.string ?? "", traits: candidate($0, article($1["headline"]?.string ?? "", $1["text"]?.string ?? "")).traits!)
        }
        for (index, one) in items.enumerated() {
            for other in items[..<index] {
                let f = StoryFeatures(one.traits, other.traits)
                let bond = storyRelation(one.traits, other.traits).bond
                guard f.score > 0.25 || bond != nil else { continue }
                let numbers = [f.score, f.runs, f.headline, f.names, Double(f.persons), f.vocabulary].map { String(($0 * 1000).rounded() / 1000) }
                print((numbers + [one.id, other.id, bond?.rawValue ?? "-"]).joined(separator: "\t"))
            }
        }
    }

    // Cost.

    /// The time of a transaction of fifty articles that match, with and without traits, as the window fills.
    private func cost(folder: String, articles: Int) async throws {
        for hasTraits in [false, true] {
            let path = fresh(folder)
            let ledger = try SQLiteLedger(path: path, executor: DedicatedThread(name: "store"))
            var random = Random(state: 5)
            var line: [String] = []
            var (part, spent) = (articles / 4, Duration.zero)
            part -= part % 50
            for first in stride(from: 0, to: part * 4, by: 50) {
                var batch = Batch()
                for number in first..<(first + 50) {
                    let article = Article(text: Array("Number \(number)".utf8), headline: "Number \(number)", paragraphs: [])
                    var one = made(number, article, Fingerprint(url: nil, headline: 0, sketch: []))
                    if hasTraits { one.traits = random.traits() }
                    batch.candidates.append(one)
                }
                let start = ContinuousClock.now
                _ = try await ledger.commit(batch, rules: rules)
                spent += ContinuousClock.now - start
                if (first + 50) % part == 0 {
                    line.append("\(rounded(seconds(spent) / Double(part) * 1e6))")
                    spent = .zero
                }
            }
            try await ledger.maintain(
                now: Moment(seconds: 1_700_000_000),
                keep: Keeping(articles: .seconds(1 << 40), matched: .seconds(1 << 40), bytes: 1 << 40, stories: .seconds(1 << 40)))
            let resident = residentMegabytes()
            let start = ContinuousClock.now
            let again = try SQLiteLedger(path: path, executor: DedicatedThread(name: "store"))
            var batch = Batch()
            batch.candidates = [made(part * 4, Article(text: [1], headline: "", paragraphs: []), Fingerprint(url: nil, headline: 0, sketch: []))]
            batch.candidates[0].traits = random.traits()
            _ = try await again.commit(batch, rules: rules)
            let opened = ContinuousClock.now - start
            var about = stat()
            stat(path, &about)
            print("\(hasTraits ? "with" : "without") stories, \(part * 4) articles in the window: \(line.joined(separator: ", ")) µs each by quarters, "
                + "\(about.st_size / 1_000_000) MB of store, \(resident) MB resident; opened anew and one more stored in \(rounded(seconds(opened) * 1000)) ms")
        }
    }

    private func fresh(_ folder: String) -> String {
        for end in ["", "-wal", "-shm"] { unlink(folder + "/stories.db" + end) }
        return folder + "/stories.db"
    }

    private func seconds(_ duration: Duration) -> Double { Double(duration.milliseconds) / 1000 }
    private func rounded(_ value: Double) -> Double { (value * 10).rounded() / 10 }
}

/// Traits as those of news: 256 runs, six words of a headline, a dozen names of which some are everywhere, 128 words.
private struct Random {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }

    mutating func traits() -> StoryTraits {
        // Names by Zipf's law: of 50,000 the first few are in many articles.
        let names = (0..<12).map { _ in UInt64(pow(50_000, Double(next() % 1_000_000) / 1e6)) &* 0x9E37_79B9_7F4A_7C15 | 2 }
        return StoryTraits(
            sketch: (0..<256).map { _ in next() }.sorted(), headline: (0..<6).map { _ in next() }.sorted(),
            names: Set(names).sorted(), vocabulary: (0..<128).map { _ in next() }.sorted())
    }
}

private func residentMegabytes() -> Int {
    let words = String(decoding: MatchingBench.read("/proc/self/statm"), as: UTF8.self).split(separator: " ")
    return (words.count > 1 ? Int(words[1]) ?? 0 : 0) * 4096 / 1_000_000
}
