import Matching
import Model
import Support
import Testing
import Text

/// An article with these paragraphs of zone body below a headline.
func article(_ headline: String, _ body: String...) -> Article {
    var text = Array(headline.utf8)
    var paragraphs = headline.isEmpty ? [] : [Paragraph(.headline, TextSpan(0, text.count))]
    for part in body {
        text += [10, 10]
        paragraphs.append(Paragraph(.body, TextSpan(text.count, text.count + part.utf8.count)))
        text += Array(part.utf8)
    }
    return Article(text: text, headline: headline, paragraphs: paragraphs)
}

func watch(_ id: String, _ query: Query, zones: Set<Zone> = [.headline, .dateline, .body]) -> Watch {
    Watch(id: id, title: id, owner: nil, note: nil, query: query, clause: "", zones: zones, priority: .normal,
        receivers: ["r"], list: "l")
}

func matches(_ query: String, _ text: String) throws -> Bool {
    let parsed = try parseQuery(query) { $0 == "names" ? ["Lachin corridor", "Berdzor"] : nil }
    return !Percolator([watch("w", parsed)]).percolate(Reading(article("", text))).isEmpty
}

@Suite struct PhraseTests {
    /// The rows of the public trap matrix that need no operator of a later version.
    @Test(arguments: [
        ("lachin corridor", "THE LACHIN CORRIDOR REOPENED", true), ("lachin corridor", "the Lachin\ncorridor", true),
        ("lachin corridor", "the Lachin\u{A0}corridor", true), ("lachin corridor", "the Lachin  corridor", true),
        ("lachin corridor", "the Lachin-corridor row", true), ("lachin corridor", "the Lachin\u{2011}Corridor row", true),
        ("lachin corridor", "the Lachin cor\u{AD}ridor", true), ("lachin corridor", "the La\u{200B}chin corridor", true),
        ("lachin corridor", "the Lachin corridors", false), ("lachin", "Lachinov resigned", false),
        ("lachin", "pre-Lachin era", true), ("laçın", "in Lac\u{327}ın today", true), ("laçın", "LAÇIN'DA", true),
        ("лачин", "В ЛАЧИНЕ тихо", false), ("лачин", "В ЛАЧИН приехал", true), ("լաչին", "ԼԱՉԻՆ քաղաք", true),
        ("pashinyan", "Pashinian said", false), ("o'brien", "O’Brien said", true), ("u.s. senate", "the U.S. Senate", true),
        ("us senate", "the U.S. Senate", true), ("at&t", "AT&T shares", true), ("at&t", "met at T junction", false),
        ("c++", "a C++ course", true), ("c++", "a C course", false), ("naïve", "naive", false), ("ﬁnland", "Finland", true),
        ("straße", "STRASSE", true), ("東京都", "東京都知事は", true), ("تركيا", "في تُركيا اليوم", true), ("محمد", "محمــد", true),
        ("covid19", "covid-19 cases", true), ("covid 19", "covid19 cases", true), ("e-mail", "an email", true),
        ("Lachin corridor", "He left Lachin. Corridor talks failed.", false),
    ])
    func `a phrase is found where a reader would find it`(query: String, text: String, expected: Bool) {
        let found = Percolator([watch("w", .phrase(query))]).percolate(Reading(article("", text)))
        #expect(found.isEmpty != expected)
    }

    @Test func `every span quotes what it points at`() {
        let text = article("Laçın dəhlizi", "“The Lachin corridor’s guards.” Lachin  Corridor — again.")
        let found = Percolator([watch("w", .any([.phrase("Lachin corridor"), .phrase("Laçın")]))]).percolate(Reading(text))
        #expect(found[0].evidence.map { text.string($0.span) } == ["Laçın", "Lachin corridor", "Lachin  Corridor"])
        #expect(found[0].evidence.map(\.zone) == [.headline, .body, .body])
        #expect(text.string(found[0].evidence[1].sentence) == "“The Lachin corridor’s guards.”")
    }

    @Test func `mentions inside each other count once, as the longest`() {
        let text = article("", "The Lachin corridor is near Lachin.")
        let found = Percolator([watch("w", .any([.phrase("Lachin"), .phrase("Lachin corridor")]))]).percolate(Reading(text))
        #expect(found[0].evidence.map { text.string($0.span) } == ["Lachin corridor", "Lachin"])
    }

    @Test func `captions and credits are not searched unless asked`() {
        var text = article("Talks", "Trucks in the Lachin corridor.")
        text.paragraphs[1].zone = .caption
        #expect(Percolator([watch("w", .phrase("Lachin corridor"))]).percolate(Reading(text)).isEmpty)
        #expect(!Percolator([watch("w", .phrase("Lachin corridor"), zones: [.caption])]).percolate(Reading(text)).isEmpty)
    }
}

@Suite struct QueryTests {
    @Test(arguments: [
        ("lachin AND corridor", "corridor of Lachin", true), ("lachin AND corridor", "Lachin", false),
        ("lachin OR berdzor", "Berdzor", true), ("lachin AND NOT film", "Lachin film", false),
        ("lachin AND NOT film", "Lachin", true), ("@names", "the Berdzor road", true),
        ("(lachin OR berdzor) AND (road OR corridor)", "Berdzor road", true), ("“Lachin corridor”", "the Lachin corridor", true),
        ("lachin AND # why\n corridor", "Lachin corridor", true), ("NOT film AND lachin", "Lachin", true),
    ])
    func `operators mean what they say`(query: String, text: String, expected: Bool) throws {
        #expect(try matches(query, text) == expected)
    }

    @Test(arguments: [
        ("lachin corridor", 8, "\"lachin corridor\""), ("a AND b OR c", 9, "(a AND b) OR c   or   a AND (b OR c)"),
        ("a OR (b AND c) AND d", 16, "a OR ((b AND c) AND d)   or   (a OR (b AND c)) AND d"),
        ("\"open", 1, "closing"), ("(a", 2, ")"), ("a)", 2, "remove"), ("", 1, "write"), ("NOT a", 1, "AND NOT"),
        ("a and b", 3, "capitals"), ("a NEAR/5 b", 3, "near"), ("title:a", 1, "zones"), ("a*", 1, "list"),
        ("@nobody", 1, "lists"), ("a AND", 3, "add"), ("!!!", 1, "words"), ("a NOT b", 3, "AND NOT"),
    ])
    func `what dialects read differently is refused with the mend`(query: String, column: Int, fix: String) {
        #expect { try parseQuery(query) { _ in nil } } throws: { error in
            guard let error = error as? QueryError else { return false }
            return error.column == column && (error.fix.contains(fix) || error.what.contains(fix))
        }
    }

    @Test(arguments: [String(repeating: "(", count: 10_000), String(repeating: "a AND ", count: 20_000), "a" + String(repeating: ")", count: 5000)])
    func `hostile queries are refused`(query: String) {
        #expect(throws: QueryError.self) { try parseQuery(query) { _ in nil } }
    }

    @Test func `near needs company in the same sentence, paragraph or so many words`() {
        let text = article("", "Karabakh is calm. A checkpoint was built. The Karabakh convoy waits far away from any checkpoint.")
        func count(_ scope: Scope, _ company: String) -> Int {
            let query = Query.near(.phrase("Karabakh"), .phrase(company), scope)
            return Percolator([watch("w", query)]).percolate(Reading(text)).first?.evidence.count ?? 0
        }
        #expect(count(.sentence, "convoy") == 2)
        #expect(count(.sentence, "built") == 0)
        #expect(count(.paragraph, "built") == 3)
        #expect(count(.words(0), "convoy") == 2)
        #expect(count(.words(5), "checkpoint") == 3)
        #expect(count(.words(1), "far") == 0)
    }
}

@Suite struct OracleTests {
    /// The engine against a plain reading of the rules: every phrase tried at every word.
    @Test func `the index never changes an answer`() {
        var random = SplitMix(seed: 20_231_110)
        let vocabulary = ["lachin", "corridor", "road", "berdzor", "a", "b", "the", "film"]
        for _ in 0..<400 {
            func words(_ n: Int) -> [String] { (0..<n).map { _ in vocabulary[Int(random.next() % 8)] } }
            let text = words(Int(random.next() % 30) + 1)
            let phrases = (0..<Int(random.next() % 12) + 1).map { _ in words(Int(random.next() % 3) + 1) }
            let watches = phrases.enumerated().map { watch("\($0)", .phrase($1.joined(separator: " "))) }
            let found = Percolator(watches).percolate(Reading(article("", text.joined(separator: " ")))).map(\.watch)
            let expected = phrases.indices.filter { number in
                let phrase = phrases[number]
                return text.indices.contains { $0 + phrase.count <= text.count && Array(text[$0..<($0 + phrase.count)]) == phrase }
            }.map(String.init)
            #expect(Set(found) == Set(expected))
        }
    }
}
