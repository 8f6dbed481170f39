import Configuration
import Facts
import Matching
import Model
import Pipeline
import Text

/// `tocsin test`: runs the tests that watchlists hold.
struct TestCommand {
    let arguments: Arguments

    /// One test, run.
    private struct Outcome {
        var test: WatchTest
        var found: [String: Int]
        /// Why each watch that differs does or does not match.
        var explained: [(watch: String, part: Explained)]

        var isGood: Bool { differing.isEmpty }

        var differing: [String] {
            Set(found.keys).union(test.expected.keys).filter { found[$0] ?? 0 != test.expected[$0] ?? 0 }
                .sorted()
        }
    }

    /// Watches that match a test's text, with their number of mentions.
    static func mentions(of test: WatchTest, _ watches: [Watch], _ gazetteer: Gazetteer) -> [String: Int] {
        let matches = Percolator(watches).percolate(
            factReading(article(test), source: test.source, gazetteer))
        return Dictionary(matches.map { ($0.watch, $0.evidence.count) }) { first, _ in first }
    }

    func run() -> Int32 {
        if arguments.rest.first == "add" { return TestAddCommand(arguments: arguments).run() }
        guard let lists = settings() else { return ExitCode.configuration }
        var outcomes: [Outcome] = []
        // The whole configuration brings its names itself.
        let known = arguments.rest.isEmpty ? sharedGazetteer : configuredGazetteer(arguments)
        for settings in lists {
            let (watches, complaints, gazetteer) = compileWatches(settings, known)
            let errors = complaints.filter { $0.severity == .error }
            for complaint in errors { System.print(complaint.text + "\n", to: 2) }
            guard errors.isEmpty else { return ExitCode.configuration }
            for list in Set(settings.tests.map(\.list)).sorted() {
                let mine = watches.filter { $0.list == list }
                let percolator = Percolator(mine)
                outcomes += settings.tests.filter { $0.list == list }.map {
                    run($0, mine, percolator, gazetteer)
                }
            }
        }
        if arguments.isJSON {
            System.print(JSON.array(outcomes.map(json)).pretty + "\n")
        } else {
            show(outcomes)
        }
        return outcomes.allSatisfy(\.isGood) ? ExitCode.success : ExitCode.negative
    }

    /// The settings to test: of each file by itself, or of the whole configuration; nil with messages when
    /// they are flawed.
    private func settings() -> [Settings]? {
        if arguments.rest.isEmpty {
            let (settings, complaints) = readSettings(
                configurationFiles(configFolder(arguments)), secrets: lookUpSecret)
            for complaint in complaints where complaint.severity == .error {
                System.print(complaint.text + "\n", to: 2)
            }
            return settings.map { [$0] }
        }
        var out: [Settings] = []
        for path in arguments.rest {
            guard let bytes = System.read(path) else {
                System.print("tocsin: \(path) cannot be read\n", to: 2)
                return nil
            }
            let file = ConfigurationFile(path: path, bytes: bytes, isWatchlist: true)
            let (settings, complaints) = readSettings([file], secrets: lookUpSecret, standalone: true)
            for complaint in complaints where complaint.severity == .error {
                System.print(complaint.text + "\n", to: 2)
            }
            guard let settings else { return nil }
            out.append(settings)
        }
        return out
    }

    private func run(
        _ test: WatchTest, _ watches: [Watch], _ percolator: Percolator, _ gazetteer: Gazetteer
    ) -> Outcome {
        let reading = factReading(TestCommand.article(test), source: test.source, gazetteer)
        let matches = percolator.percolate(reading)
        let found = Dictionary(uniqueKeysWithValues: matches.map { ($0.watch, $0.evidence.count) })
        var outcome = Outcome(test: test, found: found, explained: [])
        outcome.explained = outcome.differing.compactMap { id in
            guard let watch = watches.first(where: { $0.id == id }),
                let part = percolator.explain(watch, reading)
            else { return nil }
            return (id, part)
        }
        return outcome
    }

    private static func article(_ test: WatchTest) -> Article {
        var text = Array(test.title.utf8)
        var paragraphs = test.title.isEmpty ? [] : [Paragraph(.headline, TextSpan(0, text.count))]
        var lines: [String] = []
        func flush() {
            guard !lines.isEmpty else { return }
            if !text.isEmpty { text += [10, 10] }
            let start = text.count
            text += Array(lines.joined(separator: "\n").utf8)
            paragraphs.append(Paragraph(test.zone, TextSpan(start, text.count)))
            lines = []
        }
        for line in test.text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.trimmed.isEmpty { flush() } else { lines.append(String(line)) }
        }
        flush()
        return Article(text: text, headline: test.title, paragraphs: paragraphs, language: test.language)
    }

    private func show(_ outcomes: [Outcome]) {
        let isColoured = System.isTerminal
        let (green, red, off) = isColoured ? ("\u{1B}[32m", "\u{1B}[31m", "\u{1B}[0m") : ("", "", "")
        for outcome in outcomes {
            let mark = outcome.isGood ? green + "✓" : red + "✗"
            System.print("\(mark)\(off) \(outcome.test.list): \(outcome.test.name)\n")
            if outcome.isGood { continue }
            System.print("  \(outcome.test.mark.text)\n")
            for id in outcome.differing {
                System.print("  \(red)- expected \(id): \(mentions(outcome.test.expected[id]))\(off)\n")
                System.print("  \(green)+ found    \(id): \(mentions(outcome.found[id]))\(off)\n")
                for (watch, part) in outcome.explained where watch == id {
                    System.print(explanationLines(part, indented: 2).map { $0 + "\n" }.joined())
                }
            }
        }
        let good = outcomes.filter(\.isGood).count
        System.print("\(good) of \(outcomes.count) tests hold\n")
    }

    private func mentions(_ count: Int?) -> String {
        guard let count, count > 0 else { return "nothing" }
        return counted(count, "mention")
    }

    private func json(_ outcome: Outcome) -> JSON {
        func counts(_ counts: [String: Int]) -> JSON {
            .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .integer(Int64($0.value))) })
        }
        return .object([
            ("list", .string(outcome.test.list)), ("name", .string(outcome.test.name)),
            ("holds", .bool(outcome.isGood)),
            ("expected", counts(outcome.test.expected)), ("found", counts(outcome.found)),
            ("at", .string(outcome.test.mark.text)),
        ])
    }
}
