import Matching
import Model
import Testing
import Text

/// What surrounds the language: advice, plans, other dialects, explanations.
@Suite struct LanguageTests {
    @Test(arguments: [
        ("лaчин", 1, "mixes Cyrillic and Latin"), ("a OR \"lach\u{200B}in\"", 6, "invisible"), ("“a b”", 1, "curly"),
        ("lachin OR the", 11, "nearly every article"), ("lachin OR \"lachin corridor\"", 11, "adds nothing"), ("a OR b OR a", 1, "twice"),
        ("a AND NOT a", 1, "nothing ever matches"), ("apple NOT IN \"pear juice\"", 14, "excludes nothing"), ("x OR \"and\"", 6, "small letters"),
    ])
    func `advice says what may not be meant, and where`(query: String, column: Int, what: String) throws {
        let advice = lint(query, try parseQuery(query))
        #expect(advice.contains { $0.column == column && $0.what.contains(what) }, "\(advice)")
    }

    @Test func `a plain query earns no advice`() throws {
        #expect(lint("\"Lachin corridor\" NEAR/5 (blockade OR checkpoint)", try parseQuery("\"Lachin corridor\" NEAR/5 (blockade OR checkpoint)")).isEmpty)
        #expect(lint("apple NOT IN \"apple juice\"", try parseQuery("apple NOT IN \"apple juice\"")).isEmpty)
        #expect(lint("org:UN AND place:(us OR uk)", try parseQuery("org:UN AND place:(us OR uk)")).isEmpty)
    }

    @Test func `a plan says what must stand first, and what costs with every article`() throws {
        #expect(plan(try parseQuery("(the OR of) AND \"Lachin corridor\"")).needs == ["lachin corridor"])
        #expect(plan(try parseQuery("*stan")).cost.contains("every word"))
        #expect(plan(try parseQuery("place:Lachin")).cost.contains("facts of every article"))
        #expect(!plan(try parseQuery("place:Lachin AND corridor")).cost.contains("facts"))
        #expect(plan(try parseQuery("e-mail")).terms[0].spellings == ["e mail", "email"])
    }

    @Test(arguments: [
        (Dialect.lexis, "lachin w/5 corridor! and not film", "(lachin NEAR/4 corridor*) AND NOT film"),
        (.lexis, "a or b and c", "(a OR b) AND c"), (.lexis, "HEADLINE(lachin or berdzor)", "title:(lachin OR berdzor)"),
        (.lexis, "lachin pre/2 corridor w/s checkpoint", "(lachin ONEAR/1 corridor) SENT checkpoint"), (.lexis, "lachin corridor", "\"lachin corridor\""),
        (.lexis, "ATLEAST3(lachin)", "ATLEAST/3(lachin)"), (.lexis, "wom*n", "wom?n"),
        (.factiva, "hd=lachin and road near5 checkpoint$", "title:lachin AND (road NEAR/4 checkpoint*)"), (.factiva, "a same b", "a PARA b"),
        (.factiva, "lachin corridor or road", "\"lachin corridor\" OR road"), (.factiva, "a adj3 b", "a ONEAR/2 b"),
        (.meltwater, "a AND b OR c", "(a AND b) OR c"), (.meltwater, "a near b", "a NEAR/4 b"), (.meltwater, "a NEAR/7 b", "a NEAR/7 b"),
        (.brandwatch, "(a NEAR/3f b) NOT c", "(a ONEAR/3 b) AND NOT c"), (.brandwatch, "raw:US AND senate", "=US AND senate"),
        (.lucene, "\"a b\"~5 AND c", "(a NEAR/5 b) AND c"), (.lucene, "+a +b -c", "a AND b AND NOT c"), (.lucene, "a b", "a OR b"),
        (.lucene, "title:a^2 AND b", "title:a AND b"),
    ])
    func `queries of other languages mean the same here`(dialect: Dialect, query: String, expected: String) throws {
        let made = importQuery(query, from: dialect)
        #expect(made.query == expected, "\(made)")
        #expect(throws: Never.self) { try parseQuery(made.query) }
    }

    @Test(arguments: [(Dialect.factiva, "rst=tnyt and lachin"), (.brandwatch, "authorGender:F AND lachin"), (.lexis, "CAPS(us)"), (.lucene, "+a b")])
    func `what could not be carried over is said`(dialect: Dialect, query: String) { #expect(!importQuery(query, from: dialect).open.isEmpty) }

    @Test func `an explanation says what was missing, and by how much`() throws {
        var text = article("Talks", "Lachin is quiet today and far from any checkpoint.", "Trucks at the corridor.")
        text.paragraphs[2].zone = .caption
        func explained(_ query: String) throws -> Explained? {
            let one = watch("w", try parseQuery(query))
            return Percolator([one]).explain(one, Reading(text))
        }
        let near = try explained("Lachin NEAR/5 checkpoint AND NOT film")
        #expect(near?.holds == false && near?.parts[0].note == "the nearest pair is 7 words apart, in one sentence")
        #expect(near?.parts[1].holds == true && near?.parts[0].parts.map(\.mentions) == [1, 1])
        #expect(try explained("corridor OR berdzor")?.parts.map(\.note) == ["only in the caption, which is not searched", "nowhere in the article"])
        #expect(try explained("ATLEAST/2(Lachin)")?.note == "1 of 2 mentions")
        #expect(try explained("score: {lachin: 2, checkpoint: 1} >= 5")?.note == "3 of 5 points")
        #expect(try explained("checkpoint ONEAR/9 Lachin")?.note?.hasSuffix("in the other order") == true)
    }

    /// Prefilter, printing, folding: changes of the text that a reader does not see change no answer.
    @Test func `what a reader does not see changes no match`() throws {
        let plain = "The Lachin corridor was shut. Kadıköy and Łódź are far; e-mail O'Brien about the U.S. Senate."
        let copies = [
            plain.uppercased(), plain.replacing(" ", with: "\n"), plain.replacing("corridor", with: "cor\u{AD}ridor"), plain.replacing(" ", with: "\u{A0}"),
            plain.replacing("Lachin", with: "La\u{200B}chin"), plain.replacing("'", with: "’"), plain.replacing("ö", with: "o\u{308}"),
        ]
        for query in ["\"lachin corridor\"", "kadıköy", "lodz", "email", "\"o'brien\"", "\"us senate\"", "lach* NEAR/3 shut", "e-mail"] {
            for copy in [plain] + copies { #expect(try matches(query, copy), "\(query) on \(copy)") }
        }
    }

    @Test func `hostile texts and queries take no more time than their length`() throws {
        let marks = article("", String(repeating: "a\u{301}", count: 200_000))
        let line = article("", String(repeating: "lachin corridor ", count: 100_000))
        let watches = try ["lach* NEAR/5 corr*", "(a NEAR/5 b) SENT c", "lachin SENT corridor", "lachin PARA corridor", "ATLEAST/3(lachin NEAR/2 corridor)",
            "lachin NOT IN \"lachin corridor\"", "lachin NOT SENT corridor", "(lachin NEAR/9 corridor) NEAR/9 lachin"].enumerated().map { watch("\($0)", try parseQuery($1)) }
        _ = Percolator(watches).percolate(Reading(marks))
        #expect(Percolator(watches).percolate(Reading(line)).map(\.watch).contains("2"))
        for text in [String(repeating: "(", count: 10_000), String(repeating: "a AND ", count: 20_000), "lit(" + String(repeating: "(", count: 5000), String(repeating: "x", count: 1 << 20),
            "lit(\"C+\"+)"] {
            #expect(throws: QueryError.self) { try parseQuery(text) }
        }
    }

    @Test func `a word with more marks than letters is found`() throws {
        let word = "a" + String(repeating: "\u{301}", count: 300) + "bc"
        #expect(try matches("\"\(word) corridor\"", "The \(word) corridor") && !matches("\"\(word) corridor\"", "The abc corridor"))
    }
}
