import Alerting
import Configuration
import Digest
import Matching
import Model
import Pipeline
import Ports

/// The speed of the passage alone: recognise, read, match; no disk, no store. Both set-ups in one run, so that they can be
/// compared. Prints a line each.
@main struct Bench {
    static func main() async throws {
        let words = CommandLine.arguments
        if words.count > 3, words[1] == "facts" {
            guard let bench = FactsBench(words[2]) else { return print("no gazetteer at \(words[2])") }
            return bench.run(stories: words[3], Array(words[4...]))
        }
        if words.count > 3, words[1] == "stories" {
            guard let bench = StoriesBench(words[2]) else { return print("no gazetteer at \(words[2])") }
            return try await bench.run(Array(words[3...]))
        }
        if words.count > 2, words[1] == "matching" {
            let sets = words[3...].compactMap { Int($0) }
            let kinds = ["words", "phrases", "watches", "change", "million"].filter { words.contains($0) }
            return MatchingBench(folder: words[2]).run(
                sets.isEmpty ? [100, 1000, 10_000, 100_000] : sets, kinds.isEmpty ? ["words", "phrases", "watches", "change", "million"] : kinds,
                words.contains("workload") ? [.workload] : words.contains("standard") ? [.standard] : [.workload, .standard])
        }
        let articles = (0..<2000).map(article)
        let bytes = articles.reduce(0) { $0 + $1.count }
        for count in [10, 1000, 10_000] {
            guard let policy = policy(watches: count) else { return }
            let passage = Passage(policy)
            var best = Duration.seconds(1000)
            var matches = 0
            for _ in 0..<3 {
                matches = 0
                let spent = ContinuousClock().measure {
                    for (number, text) in articles.enumerated() { matches += run(passage, number, text) }
                }
                best = min(best, spent)
            }
            let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
            print("passage, \(count) watches: \(Int(Double(articles.count) / seconds)) articles/s, "
                + "\(Int(Double(bytes) / seconds / 1e6)) MB/s on one core, \(matches) matches")
        }
    }

    static func run(_ passage: Passage, _ number: Int, _ text: [UInt8]) -> Int {
        let arrival = Arrival(
            source: "s", kind: .folder, place: "\(number)", bytes: text, hints: Hints(), digest: sha256(text),
            firstSeen: Moment(milliseconds: 0))
        return passage.run(arrival, circumstance: .ordinary, mark: nil).reduce(0) { $0 + $1.matches.count }
    }

    static func policy(watches count: Int) -> Policy? {
        var text = "watches:\n"
        for number in 0..<count { text += "  - id: w\(number)\n    any: [\(name(number * 7)) \(name(number * 13 + 5)), \(name(number)) road]\n" }
        let file = ConfigurationFile(path: "b.yaml", bytes: Array(text.utf8), isWatchlist: false)
        guard let settings = readSettings([file], secrets: { _ in .value("") }).settings else { return nil }
        return Policy.compile(settings, generation: 1).policy
    }

    /// An article of about 3.5 kB: names and common words, some of the names watched.
    static func article(_ number: Int) -> [UInt8] {
        var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let common = ["the", "of", "and", "to", "in", "that", "officials", "said", "road", "talks", "after", "border", "on", "Monday"]
        var text = "Headline number \(number)\n\n"
        for sentence in 0..<36 {
            for _ in 0..<14 { text += (next(6) == 0 ? name(next(40_000)) : common[next(common.count)]) + " " }
            text += sentence % 6 == 5 ? "it was.\n\n" : "it was. "
        }
        return Array(text.utf8)
    }

    static func name(_ number: Int) -> String {
        let syllables = ["ka", "la", "chi", "nor", "bek", "dar", "gor", "mir", "pa", "ra", "sha", "ver", "yan", "lo", "ma", "ner"]
        return (syllables[number % 16] + syllables[number / 16 % 16] + syllables[number / 256 % 16] + syllables[number / 4096 % 16]).capitalized
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
