import Configuration
import Model
import Pipeline
import Text

/// `tocsin test add`: writes the article of an alert as a test into its watchlist, so that the watch, once
/// mended, stays so.
struct TestAddCommand {
    let arguments: Arguments

    func run() -> Int32 {
        guard let from = arguments.values["--from"], let text = arguments.values["--expect"] else {
            return refuse("test add needs --from ALERT and --expect none|WATCH", ExitCode.usage)
        }
        let expected = text == "none" ? [] : text.split(separator: ",").map(String.init)
        return askService(arguments, "GET", "/v1/test-case?id=\(percentEncoded(from))") { _, body in
            if let error = body["error"]?.string { return refuse(error, ExitCode.negative) }
            return add(body, from, expected)
        }
    }

    private func refuse(_ what: String, _ code: Int32) -> Int32 {
        System.print("tocsin: \(what)\n", to: 2)
        return code
    }

    private func add(_ body: JSON, _ from: String, _ expected: [String]) -> Int32 {
        let files = configurationFiles(configFolder(arguments))
        let (settings, complaints) = readSettings(files, secrets: lookUpSecret)
        guard let settings else {
            for one in complaints where one.severity == .error { System.print(one.text + "\n", to: 2) }
            return ExitCode.configuration
        }
        let rung = (body["watches"]?.array ?? []).compactMap(\.string)
        let wanted = expected.isEmpty ? rung : expected
        let drafts = wanted.compactMap { id in settings.watches.first { $0.id == id } }
        guard drafts.count == wanted.count, let first = drafts.first else {
            let missing = wanted.filter { id in !settings.watches.contains { $0.id == id } }
            return refuse(
                missing.isEmpty
                    ? "no watch rang for \(from); name one with --expect"
                    : "there is no watch '\(missing[0])'",
                ExitCode.negative)
        }
        guard drafts.allSatisfy({ $0.mark.file == first.mark.file }),
            let file = files.first(where: { $0.path == first.mark.file }), file.isWatchlist
        else {
            return refuse(
                "the watches stand in several files, or not in a watchlist; name one of a watchlist",
                ExitCode.negative)
        }
        var test = NewTest(body, name: arguments.values["--name"] ?? name(body, expected, from))
        test.expected = expected.map { ($0, 1) }
        // A test that already holds is written with the number of mentions there are.
        if let counts = outcome(of: test, in: file) {
            test.expected = expected.map { ($0, max(1, counts[$0] ?? 1)) }
        }
        return write(test, file)
    }

    private func name(_ body: JSON, _ expected: [String], _ from: String) -> String {
        let what = expected.isEmpty ? "no alert" : expected.joined(separator: ", ")
        return "\(what): \((body["title"]?.string ?? "").oneLine) (\(from))"
    }

    /// The watches that match the test's text, with their mentions; nil when the file cannot be read so.
    private func outcome(of test: NewTest, in file: ConfigurationFile) -> [String: Int]? {
        guard let edited = test.added(to: String(decoding: file.bytes, as: UTF8.self)) else { return nil }
        let new = ConfigurationFile(path: file.path, bytes: Array(edited.utf8), isWatchlist: true)
        guard let settings = readSettings([new], secrets: lookUpSecret, standalone: true).settings,
            let last = settings.tests.first(where: { $0.name == test.name })
        else { return nil }
        let compiled = compileWatches(settings, configuredGazetteer(arguments))
        return TestCommand.mentions(
            of: last, compiled.watches.filter { $0.list == last.list }, compiled.gazetteer)
    }

    private func write(_ test: NewTest, _ file: ConfigurationFile) -> Int32 {
        guard let edited = test.added(to: String(decoding: file.bytes, as: UTF8.self)),
            let counts = outcome(of: test, in: file)
        else {
            return refuse(
                "\(file.path): 'tests:' must stand on a line of its own with its tests below it",
                ExitCode.negative)
        }
        let isGood = counts.filter { $0.value > 0 }.keys.sorted() == test.expected.map(\.watch).sorted()
        if arguments.flags.contains("--dry-run") {
            System.print(test.yaml(indent: "  "))
        } else {
            do {
                try System.replace(file.path, with: Array(edited.utf8))
            } catch {
                return refuse("\(file.path) cannot be written: \(error.what)", ExitCode.negative)
            }
            System.print("added to \(file.path): \(test.name)\n")
        }
        System.print(
            isGood
                ? "it holds already\n"
                : "it does not hold yet: mend the watch, then `tocsin test \(file.path)` shows that it does\n"
        )
        return ExitCode.success
    }
}

/// A test as it is written into a watchlist.
struct NewTest {
    let name: String
    private let title: String
    private let source: String
    private let language: String?
    private let lines: [String]
    var expected: [(watch: String, mentions: Int)] = []

    init(_ body: JSON, name: String) {
        self.name = name.oneLine
        title = (body["title"]?.string ?? "").oneLine
        source = body["source"]?.string ?? ""
        language = body["language"]?.string
        let paragraphs = (body["paragraphs"]?.array ?? []).compactMap(\.string)
        lines = Array(paragraphs.flatMap { [NewTest.printable($0), ""] }.dropLast())
    }

    /// Characters that YAML cannot show, and line ends, become spaces.
    private static func printable(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    switch scalar {
                    case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}": " "
                    default: scalar
                    }
                })
        ).trimmedEnd
    }

    /// The test as an item of `tests:`.
    func yaml(indent: String) -> String {
        func quoted(_ text: String) -> String { JSON.string(NewTest.printable(text)).text }
        var out = ["- name: \(quoted(name))", "  title: \(quoted(title))"]
        if let language { out.append("  language: \(quoted(language))") }
        out.append("  source: \(quoted(source))")
        out.append("  text: |2-")
        out += lines.map { $0.isEmpty ? "" : "    " + $0 }
        out.append(
            "  expect: {" + expected.map { " \($0.watch): \($0.mentions)" }.joined(separator: ",")
                + (expected.isEmpty ? "}" : " }"))
        return out.map { ($0.isEmpty ? "" : indent + $0) + "\n" }.joined()
    }

    /// A watchlist's text with this test behind its others; nil when those are written so that none can be
    /// added line by line.
    func added(to text: String) -> String? {
        var all = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if all.last == "" { all.removeLast() }
        guard let head = all.firstIndex(where: { $0.hasPrefix("tests:") }) else {
            return (all + ["", "tests:"]).map { $0 + "\n" }.joined() + yaml(indent: "  ")
        }
        let rest = all[head].dropFirst("tests:".utf8.count).drop { $0 == " " }
        guard rest.isEmpty || rest.hasPrefix("#") else { return nil }
        let end = all[(head + 1)...].firstIndex { line in
            guard let first = line.first else { return false }
            return first != " " && first != "#" && !line.hasPrefix("- ") && line != "-"
        }
        let item = all[(head + 1)..<(end ?? all.count)].first { $0.drop { $0 == " " }.hasPrefix("-") }
        let indent = item.map { String($0.prefix { $0 == " " }) } ?? "  "
        var before = Array(all[..<(end ?? all.count)])
        var after = Array(all[(end ?? all.count)...])
        while before.count > head + 1, before.last == "" { after.insert(before.removeLast(), at: 0) }
        return before.map { $0 + "\n" }.joined() + yaml(indent: indent) + after.map { $0 + "\n" }.joined()
    }
}
