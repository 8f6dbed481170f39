import Configuration
import Extraction
import Facts
import Matching
import Model
import Pipeline
import Text

/// `tocsin match --batch`: JSON Lines of texts in, JSON Lines of spans out, so that anyone can check the
/// matcher from outside. The texts of a plain list of phrases are words and nothing else; those of a watchlist
/// are read as the service reads them, with their facts.
struct MatchBatch {
    let arguments: Arguments

    func run() -> Int32 {
        let isWorkload: Bool
        switch arguments.values["--contract"] {
        case nil, "standard": isWorkload = false
        case "workload": isWorkload = true
        default:
            System.print("tocsin: --contract is standard or workload\n", to: 2)
            return ExitCode.usage
        }
        guard let (watches, gazetteer) = isPlain ? phrases() : MatchCommand(arguments: arguments).watches() else {
            return ExitCode.configuration
        }
        let rules = isWorkload ? MatchRules.workload : .standard
        let percolator = Percolator(watches, rules: rules)
        var out: [UInt8] = []
        let isGood = eachLine(of: arguments.values["--batch"] ?? "-") { number, line in
            guard let input = try? JSON.parse(line), let text = input["text"]?.string else {
                System.print("tocsin: line \(number) is no JSON object with a text\n", to: 2)
                return false
            }
            let reading = isPlain || isWorkload ? words(text, rules) : factReading(extract(plainItem(text, input)), source: nil, gazetteer)
            out += answer(input["id"] ?? .integer(Int64(number - 1)), reading, percolator, watches).bytes + [10]
            if out.count > 1 << 20 { System.write(out); out = [] }
            return true
        }
        System.write(out)
        return isGood ? ExitCode.success : ExitCode.usage
    }

    private func words(_ text: String, _ rules: MatchRules) -> Reading {
        let text = Array(text.utf8)
        return Reading(Article(text: text, headline: "", paragraphs: paragraphs(text, rules)), rules: rules.tokens)
    }

    private func answer(_ id: JSON, _ reading: Reading, _ percolator: Percolator, _ watches: [Watch]) -> JSON {
        let map = ScalarMap(reading.article.text)
        let isBytes = arguments.flags.contains("--bytes")
        func offset(_ at: Int) -> JSON { .integer(Int64(isBytes ? at : map.scalars(before: at))) }
        var spans: [Int: Set<TextSpan>] = [:]
        var mentions: [Percolator.Mention] = []
        percolator.mentions(reading, &mentions)
        for one in mentions { spans[Int(one.watch), default: []].insert(one.span) }
        let matches = spans.keys.sorted().map { number -> JSON in
            let sorted = (spans[number] ?? []).sorted()
            return .object([
                ("watch", watchID(watches[number].id)),
                (
                    "spans",
                    .array(
                        sorted.map {
                            .array([offset($0.start), offset($0.end)])
                        })
                ),
            ])
        }
        return .object([("id", id), ("matches", .array(matches))])
    }

    /// A watch of a plain list of phrases is its line number.
    private func watchID(_ id: String) -> JSON {
        isPlain ? Int64(id).map(JSON.integer) ?? .string(id) : .string(id)
    }

    /// The list is one of phrases.
    private var isPlain: Bool { arguments.values["--watches"].map { !$0.hasSuffix(".yaml") } ?? false }

    /// Paragraphs end at empty lines; under the workload's contract there is only one.
    private func paragraphs(_ text: [UInt8], _ rules: MatchRules) -> [Paragraph] {
        guard rules != .workload else { return [Paragraph(.body, TextSpan(0, text.count))] }
        var out: [Paragraph] = []
        var start = 0
        for index in text.indices where text[index] == 10 && index + 1 < text.count && text[index + 1] == 10 {
            if index > start { out.append(Paragraph(.body, TextSpan(start, index))) }
            start = index + 2
        }
        if start < text.count { out.append(Paragraph(.body, TextSpan(start, text.count))) }
        return out
    }

    /// A phrase a line, with nothing in it an operator.
    private func phrases() -> (watches: [Watch], gazetteer: Gazetteer)? {
        let path = arguments.values["--watches"] ?? ""
        guard let bytes = System.read(path) else {
            System.print("tocsin: \(path) cannot be read\n", to: 2)
            return nil
        }
        var lines = bytes.split(separator: 10, omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        let watches = lines.enumerated().map { number, line in
            var term = Term(String(decoding: line, as: UTF8.self))
            term.hasNoWildcards = true
            return Watch(
                id: String(number), title: "", owner: nil, note: nil, query: .term(term), clause: "",
                zones: [.body], priority: .normal, receivers: [], list: "")
        }
        return (watches, sharedGazetteer)
    }
}

/// The watches of a watchlist looked at by itself and the names that they know beside those of a gazetteer,
/// with its flaws printed; nil when it cannot be used.
func standaloneWatches(_ path: String, _ bytes: [UInt8], _ gazetteer: Gazetteer)
    -> (watches: [Watch], gazetteer: Gazetteer)?
{
    let file = ConfigurationFile(path: path, bytes: bytes, isWatchlist: true)
    let (settings, first) = readSettings([file], secrets: lookUpSecret, standalone: true)
    let compiled = settings.map { compileWatches($0, gazetteer) }
    let complaints = (first + (compiled?.complaints ?? [])).filter { $0.severity == .error }
    for complaint in complaints { System.print(complaint.text + "\n", to: 2) }
    return complaints.isEmpty ? compiled.map { ($0.watches, $0.gazetteer) } : nil
}

/// Calls `take` with every line of a file or of standard input that is not empty; false when it could not be
/// read or `take` refused one.
func eachLine(of path: String, _ take: (_ number: Int, _ line: [UInt8]) -> Bool) -> Bool {
    guard let bytes = path == "-" ? System.readStandardInput() : System.read(path, most: 8 << 30) else {
        System.print("tocsin: \(path): cannot be read\n", to: 2)
        return false
    }
    var isGood = true
    for (number, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
        isGood = take(number + 1, Array(line)) && isGood
    }
    return isGood
}
