import Extraction
import Facts
import Folders
import Model
import Text

/// Fact extraction alone, one thread: `bench facts GAZETTEER STORIES FILE...` reads plain texts and prints milliseconds for 4 KB, then of
/// stories that are each written in several languages, then hostile texts at one, two and four times their size.
struct FactsBench {
    let gazetteer: Gazetteer

    init?(_ path: String) {
        guard let bytes = mapFile(path), let gazetteer = Gazetteer(bytes) else { return nil }
        self.gazetteer = gazetteer
    }

    func run(stories: String, _ files: [String]) {
        let articles = files.map { article(MatchingBench.read($0)) }
        let size = articles.reduce(0) { $0 + $1.text.count }
        var best = Double.infinity
        var facts = 0
        for _ in 0..<5 {
            facts = 0
            best = min(
                best,
                seconds {
                    for article in articles {
                        let found = findFacts(article, gazetteer)
                        facts += found.mentions.count + found.quotes.count + found.dates.count
                    }
                })
        }
        if size > 0 {
            let wrong = articles.flatMap { flaws(of: findFacts($0, gazetteer), in: $0) }
            print(
                "held against their texts: \(wrong.count) do not stand where they say"
                    + wrong.prefix(5).map { "\n  " + $0 }.joined())
            print(
                "facts of \(articles.count) articles, \(size) bytes: \(rounded(best * 4096 / Double(size) * 1000)) ms for 4 KB, \(facts) facts"
            )
        }
        printLanguages(stories)
        for (name, unit) in hostile {
            let times = [1, 2, 4].map { factor -> Double in
                let one = article(
                    Array("Road\n\n".utf8)
                        + Array(String(repeating: unit, count: 100_000 / unit.utf8.count * factor).utf8))
                return seconds { _ = findFacts(one, gazetteer) }
            }
            print("\(name): \(times.map { rounded($0 * 1000) }) ms, growth \(rounded(times[2] / times[1]))")
        }
    }

    /// The same stories side by side in each language: they name as many people and places.
    private func printLanguages(_ stories: String) {
        let all = (try? JSON.parse(MatchingBench.read(stories)))?.array ?? []
        var texts: [String: [Article]] = [:]
        for case .object(let members)? in all.map({ $0["texts"] }) {
            for (language, text) in members {
                texts[language, default: []].append(article(Array((text.string ?? "").utf8), language))
            }
        }
        let times = texts.mapValues { articles in
            let best = (0..<5).map { _ in
                seconds { for _ in 0..<20 { for article in articles { _ = findFacts(article, gazetteer) } } }
            }.min() ?? 0
            return best / 20 * 4096 / Double(articles.reduce(0) { $0 + $1.text.count }) * 1000
        }
        let lines = times.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map { "\($0.key) \(rounded($0.value))" }
        if !lines.isEmpty { print("the same \(all.count) stories, ms for 4 KB by language: " + lines.joined(separator: ", ")) }
    }

    private let hostile = [
        ("one sentence without end", "word and "), ("quotation marks", "\"He said that it is so and "),
        ("capitals", "Capital "), ("marks alone", "\u{301}\u{302}"),
        ("two directions", "على Lachin corridor قال "), ("mixed forms", "é e\u{301} "),
        ("titles", "President "), ("speech", "Miller said, "), ("names", "Ann Roe, "),
        ("days", "Monday, "), ("acronyms", "U.S."), ("numbers", "1.1."),
    ]

    private func article(_ text: [UInt8], _ language: String = "en") -> Article {
        var hints = Hints()
        hints.language = language
        hints.published = Published(value: "2026-11-25", moment: nil, from: .option)
        return extract(RawItem(id: nil, content: .plain(text), hints: hints))
    }

    private func seconds(_ work: () -> Void) -> Double {
        let spent = ContinuousClock().measure(work)
        return Double(spent.components.seconds) + Double(spent.components.attoseconds) / 1e18
    }

    private func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
