import Configuration
import Digest
import Extraction
import Facts
import Formats
import Matching
import Model
import Pipeline
import Text

/// Reads one file as an article, as the service would.
func readArticles(_ path: String, published: Published?) -> (articles: [Article], trouble: String?) {
    guard let bytes = path == "-" ? System.readStandardInput() : System.read(path) else {
        return ([], "\(path): cannot be read")
    }
    var hints = Hints()
    if let side = path == "-" ? nil : System.read(path + ".meta.yaml") {
        do { hints = try readSidecar(side, path: path + ".meta.yaml", defaults: hints) } catch { return ([], error.text) }
    }
    if let published { hints.published = published }
    let reading = readAnything(bytes, hints)
    if reading.items.isEmpty { return ([], "\(path): \(reading.note ?? "it holds no article")") }
    return (reading.items.map(extract), nil)
}

/// The date of a `--published` option; nil with a message when it is none.
func publishedOption(_ arguments: Arguments) -> (published: Published?, isGood: Bool) {
    guard let text = arguments.values["--published"] else { return (nil, true) }
    guard let date = webDate(text) else {
        System.print("tocsin: '\(text)' is no date; write 2023-06-26 or 2023-06-26T07:12:41Z\n", to: 2)
        return (nil, false)
    }
    return (Published(value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .option), true)
}

/// `tocsin match`: what would match in files, and where.
struct MatchCommand {
    let arguments: Arguments

    func run() -> Int32 {
        if arguments.values["--batch"] != nil { return MatchBatch(arguments: arguments).run() }
        guard !arguments.rest.isEmpty else {
            System.print(helpText("match"), to: 2)
            return ExitCode.usage
        }
        let (published, isGood) = publishedOption(arguments)
        guard isGood, let (watches, gazetteer) = watches() else { return ExitCode.configuration }
        let percolator = Percolator(watches)
        var isMatch = false
        var isTrouble = false
        var out: [JSON] = []
        for path in arguments.rest {
            let (articles, trouble) = readArticles(path, published: published)
            if let trouble {
                System.print("tocsin: \(trouble)\n", to: 2)
                isTrouble = true
            }
            for article in articles {
                let reading = factReading(article, source: nil, gazetteer)
                let matches = percolator.percolate(reading)
                isMatch = isMatch || !matches.isEmpty
                let explained = !arguments.flags.contains("--explain") ? [] : watches.compactMap { watch in
                    percolator.explain(watch, reading).map { (watch.id, $0) }
                }
                if arguments.isJSON { out.append(json(path, article, matches, explained)) } else { show(path, article, matches, explained) }
            }
        }
        if arguments.isJSON { System.print((out.count == 1 ? out[0] : .array(out)).pretty + "\n") }
        return isTrouble ? ExitCode.usage : isMatch ? ExitCode.success : ExitCode.negative
    }

    /// The query of `--watch`, or the configured watches, and the names that they know; nil with messages when
    /// they are flawed.
    func watches() -> (watches: [Watch], gazetteer: Gazetteer)? {
        if let query = arguments.values["--watch"] {
            do {
                let gazetteer = configuredGazetteer(arguments)
                let parsed = try parseQuery(query).knowing(gazetteer)
                let watch = Watch(id: "query", title: query, owner: nil, note: nil, query: .labelled("match", parsed), clause: query,
                    zones: [.headline, .dateline, .body], priority: .normal, receivers: [], list: "")
                return ([watch], gazetteer.asking(parsed.peopleAsked))
            } catch {
                System.print("tocsin: in the query, column \(error.column): \(error.what); \(error.fix)\n", to: 2)
                return nil
            }
        }
        if let path = arguments.values["--watches"] {
            guard let bytes = System.read(path) else {
                System.print("tocsin: \(path) cannot be read\n", to: 2)
                return nil
            }
            return standaloneWatches(path, bytes, configuredGazetteer(arguments))
        }
        let loaded = Loaded(configurationFiles(configFolder(arguments)), generation: 0)
        for complaint in loaded.errors { System.print(complaint.text + "\n", to: 2) }
        guard let policy = loaded.policy else { return nil }
        if policy.watches.isEmpty { System.print("tocsin: no watches are configured; use --watch QUERY\n", to: 2) }
        return (policy.watches.values.sorted { $0.id < $1.id }, policy.gazetteer)
    }

    private func show(_ path: String, _ article: Article, _ matches: [Match], _ explained: [(String, Explained)]) {
        let (bold, red, dim, off) = System.isTerminal ? ("\u{1B}[1m", "\u{1B}[1;31m", "\u{1B}[2m", "\u{1B}[0m") : ("", "", "", "")
        System.print("\(bold)\(clean(article.headline.oneLine))\(off)  \(dim)\(path)\(off)\n")
        if matches.isEmpty { System.print("  nothing matches\n") }
        for match in matches {
            let sentences = Dictionary(grouping: match.evidence, by: \.sentence)
            System.print("  \(match.watch): \(match.evidence.count) mentions in \(sentences.count) sentences\n")
            for (sentence, here) in sentences.sorted(by: { $0.key < $1.key }) {
                var line = ""
                var at = sentence.start
                for one in here where one.span.start >= at {
                    line += clean(article.string(TextSpan(at, one.span.start))) + red
                        + clean(article.string(one.span)) + off
                    at = one.span.end
                }
                line += clean(article.string(TextSpan(at, sentence.end)))
                let (zone, clause) = (here.first?.zone.rawValue ?? "", here.first?.clause ?? "")
                System.print("    \(dim)[\(zone)]\(off) \(line.oneLine(keeping: [red, off]))\n      \(dim)\(clause)\(off)\n")
            }
        }
        for (id, part) in explained {
            System.print("  \(id):\n" + explanationLines(part, indented: 2).map { $0 + "\n" }.joined())
        }
    }

    /// Without control characters, which could write to the terminal.
    private func clean(_ text: String) -> String {
        String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 || (0x7F...0x9F).contains($0.value) ? " " : $0 }))
    }

    private func json(_ path: String, _ article: Article, _ matches: [Match], _ explained: [(String, Explained)]) -> JSON {
        let map = ScalarMap(article.text)
        func span(_ span: TextSpan) -> JSON {
            .array([.integer(Int64(map.scalars(before: span.start))), .integer(Int64(map.scalars(before: span.end)))])
        }
        func tree(_ part: Explained) -> JSON {
            .object([
                ("text", .string(part.text)), ("holds", .bool(part.holds)),
                ("mentions", part.mentions.map { .integer(Int64($0)) } ?? .null), ("spans", .array(part.spans.map(span))),
                ("note", .text(part.note)), ("parts", .array(part.parts.map(tree))),
            ])
        }
        let trees = explained.map { JSON.object([("watch", .string($0.0)), ("tree", tree($0.1))]) }
        return .object([
            ("file", .string(path)), ("headline", .string(article.headline)),
            ("explained", trees.isEmpty ? .null : .array(trees)),
            ("matches", .array(matches.map { match in
                .object([("watch", .string(match.watch)), ("mentions", .array(match.evidence.map { one in
                    .object([("span", span(one.span)), ("text", .string(article.string(one.span))),
                        ("zone", .string(one.zone.rawValue)), ("clause", .string(one.clause)),
                        ("sentence", .object([("span", span(one.sentence)), ("text", .string(article.string(one.sentence)))]))])
                }))])
            })),
        ])
    }
}

/// An explained query for people, in colour on a terminal.
func explanationLines(_ part: Explained, indented depth: Int) -> [String] {
    let (green, red, dim, off) = System.isTerminal ? ("\u{1B}[32m", "\u{1B}[31m", "\u{1B}[2m", "\u{1B}[0m") : ("", "", "", "")
    let lines = part.lines(indented: depth, holds: { ($0 ? green + "✓" : red + "✗") + off }, aside: { dim + $0 + off })
    return lines.map { String(String.UnicodeScalarView($0.unicodeScalars.filter { $0.value >= 32 || $0.value == 0x1B })) }
}

extension String {
    /// Runs of spaces as one; the marks of colour stay.
    fileprivate func oneLine(keeping marks: [String]) -> String {
        split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}
