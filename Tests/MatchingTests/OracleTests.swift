import Glibc
import Matching
import Model
import Support
import Testing
import Text

/// Random queries and texts: the engine against the slow reading of the grammar, and against itself.
@Suite struct OracleTests {
    /// TOCSIN_ROUNDS asks for more; each round is ten queries on one text.
    static let rounds = getenv("TOCSIN_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1500

    private static let vocabulary = ["a", "b", "c", "ab", "abc", "bc", "US", "us", "Ab", "cab", "c", "a"]

    private func pick<T>(_ list: [T], _ random: inout SplitMix) -> T { list[Int(random.next() % UInt64(list.count))] }

    private func text(_ random: inout SplitMix) -> [String] {
        (0..<(2 + Int(random.next() % 3))).map { _ in
            var (out, word) = ("", "")
            for _ in 0...Int(random.next() % 14) {
                // A full stop behind one letter may number a list (a. b. c.), of which the oracle knows nothing.
                let stop = word.count > 1 ? ". " : ", "
                if !out.isEmpty { out += pick([" ", " ", " ", " ", ", ", "-", "-", stop, "  ", "\n"], &random) }
                word = pick(OracleTests.vocabulary, &random)
                out += word
            }
            return out
        }
    }

    private func term(_ random: inout SplitMix) -> String {
        let word = pick(OracleTests.vocabulary, &random)
        switch random.next() % 16 {
        case 0: return "\"\(word) \(pick(OracleTests.vocabulary, &random))\""
        case 1: return "\"\(word) \(pick(OracleTests.vocabulary, &random)) \(pick(OracleTests.vocabulary, &random))\""
        case 2: return "\"\(word)-\(pick(OracleTests.vocabulary, &random))\""
        case 3: return "=\(word)"
        case 4: return "caps(\(word))"
        case 5: return pick(["ab*", "*bc", "?b", "a?c", "\"a * b\"", "\"ab* c\"", "a*bc", "\"abc* b\"", "\"a bca*\""], &random)
        case 6: return "\"\(word) \(pick(OracleTests.vocabulary, &random))\"%any"
        default: return word
        }
    }

    private func places(_ depth: Int, _ random: inout SplitMix) -> String {
        guard depth > 0 else { return term(&random) }
        func part() -> String { places(depth - 1, &random) }
        switch random.next() % 12 {
        case 0: return "(\(part()) OR \(part()))"
        case 1: return "(\(part()) NEAR/\(random.next() % 4) \(part()))"
        case 2: return "(\(part()) ONEAR/\(random.next() % 4) \(part()))"
        case 3: return "(\(part()) SENT \(part()))"
        case 4: return "(\(part()) PARA \(part()))"
        case 5: return "(\(part()) NOT NEAR/\(random.next() % 4) \(part()))"
        case 6: return "(\(part()) NOT \(pick(["SENT", "PARA", "ONEAR/2"], &random)) \(part()))"
        case 7: return "(\(part()) NOT IN \(part()))"
        case 8: return "ATLEAST/\(1 + random.next() % 3)(\(part()))"
        case 9: return "FIRST/\(1 + random.next() % 8)(\(part()))"
        case 10: return "\(pick(["title", "body", "lead", "head"], &random)):\(part())"
        default: return term(&random)
        }
    }

    private func query(_ depth: Int, _ random: inout SplitMix) -> String {
        guard depth > 0 else { return places(Int(random.next() % 3), &random) }
        func part() -> String { query(depth - 1, &random) }
        switch random.next() % 9 {
        case 0: return "(\(part()) AND \(part()))"
        case 1: return "(\(part()) AND NOT \(part()))"
        case 2: return "(\(part()) OR \(part()))"
        case 3: return "(\(part()) AND (\(part()) OR NOT \(part())))"
        case 4: return "score: {\(places(1, &random)): 2, \(places(1, &random)): -1, \(places(0, &random)): 1} >= \(1 + random.next() % 4)"
        case 5: return "(\(part()) AND words:\(random.next() % 20)..\(10 + random.next() % 20))"
        default: return places(Int(random.next() % 4), &random)
        }
    }

    @Test func `the engine finds what the slow reading of the grammar finds`() throws {
        var random = SplitMix(seed: 20_261_125)
        var (checked, refused, held) = (0, 0, 0)
        for round in 0..<OracleTests.rounds {
            let paragraphs = text(&random)
            let reading = Reading(article(paragraphs))
            let oracle = Oracle(paragraphs)
            var queries: [(text: String, query: Query)] = []
            for _ in 0..<10 {
                let written = query(Int(random.next() % 3), &random)
                guard let parsed = try? parseQuery(written) else { refused += 1; continue }
                queries.append((written, parsed))
                // What is printed reads as the same.
                let again = try parseQuery(parsed.written)
                #expect(again == parsed, "\(written) was printed as \(parsed.written)")
            }
            // In turn with and without what only some processors can.
            let isWide = round % 2 == 0 && Processor.isWide
            let percolator = Percolator(queries.enumerated().map { watch("\($0)", $1.query) }, isWide: isWide)
            let found = percolator.percolate(reading)
            for (number, one) in queries.enumerated() {
                let isFound = found.contains { $0.watch == "\(number)" }
                let expected = oracle.holds(one.query, Oracle.Scope())
                checked += 1
                held += expected ? 1 : 0
                if isFound != expected {
                    Issue.record("round \(round): \(one.text) on \(paragraphs): the engine says \(isFound)")
                    return
                }
            }
        }
        #expect(checked > OracleTests.rounds * 7 && held * 10 > checked && held * 10 < checked * 9, "\(checked) checked, \(refused) refused, \(held) hold")
        print("\(checked) pairs of query and text, \(held) hold, \(refused) refused")
    }

    private func article(_ paragraphs: [String]) -> Article {
        var out: [UInt8] = []
        var zones: [Paragraph] = []
        for (number, paragraph) in paragraphs.enumerated() {
            if number > 0 { out += [10, 10] }
            zones.append(Paragraph(number == 0 ? .headline : .body, TextSpan(out.count, out.count + paragraph.utf8.count)))
            out += Array(paragraph.utf8)
        }
        return Article(text: out, headline: paragraphs[0], paragraphs: zones)
    }

    @Test func `evidence of a term stands exactly where the slow reading says`() throws {
        var random = SplitMix(seed: 5)
        for _ in 0..<OracleTests.rounds {
            let paragraphs = text(&random)
            let reading = Reading(article(paragraphs))
            let oracle = Oracle(paragraphs)
            let written = term(&random)
            let parsed = try parseQuery(written)
            var mentions: [Percolator.Mention] = []
            Percolator([watch("w", parsed)]).mentions(reading, &mentions)
            #expect(Set(mentions.map(\.span)).count == oracle.places(parsed, Oracle.Scope()).count, "\(written) on \(paragraphs)")
        }
    }
}
