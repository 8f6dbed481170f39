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

func phrase(_ text: String) -> Query { .term(Term(text)) }

/// A list and two watches that queries of the tests may name.
func lookUp(_ name: String) -> QueryReference? {
    switch name {
    case "names": .list([phrase("Lachin corridor"), phrase("Berdzor")])
    case "roads": .watch(.any([phrase("road"), phrase("corridor")]))
    case "loop": .cycle(["loop"])
    default: nil
    }
}

func matches(_ query: String, _ text: String) throws -> Bool {
    let parsed = try parseQuery(query, lookup: lookUp)
    return !Percolator([watch("w", parsed)]).percolate(Reading(article("", text))).isEmpty
}

/// The rows of the public trap matrix: what a reader expects, and the query that a user would write.
@Suite struct TrapTests {
    static let traps: [(query: String, text: String, matches: Bool)] = [
        ("\"lachin corridor\"", "the Lachin corridor reopened", true), ("\"lachin corridor\"", "THE LACHIN CORRIDOR REOPENED", true),
        ("\"lachin corridor\"", "the Lachin\ncorridor", true), ("\"lachin corridor\"", "the Lachin\u{A0}corridor", true),
        ("\"lachin corridor\"", "the Lachin  corridor", true), ("\"lachin corridor\"", "the Lachin-corridor row", true),
        ("\"lachin corridor\"", "the Lachin\u{2011}Corridor row", true), ("\"lachin corridor\"", "the Lachin cor\u{AD}ridor", true),
        ("\"lachin corridor\"", "the La\u{200B}chin corridor", true), ("\"lachin corridor\"", "the \u{FEFF}Lachin corridor", true),
        ("\"lachin corridor\"", "the \u{2066}Lachin corridor\u{2069} row", true), ("\"lachin corridor\"", "Ｌａｃｈｉｎ　ｃｏｒｒｉｄｏｒ", true),
        ("\"lachin corridor\"", "the Lachin corridors", false), ("lachin", "Lachin's mayor", true), ("lachin", "Lachin’s mayor", true),
        ("lachin", "pre-Lachin era", true), ("lachin", "Lachinov resigned", false), ("lachin", "at @lachin_news", false),
        ("lachin", "see lachin.example/news", false), ("laçın", "in Lac\u{327}ın today", true), ("laçın", "LAÇIN'DA", true),
        ("лачин", "В ЛАЧИНЕ тихо", false), ("лачин", "В ЛАЧИН приехал", true), ("լաչին", "ԼԱՉԻՆ քաղաք", true),
        ("pashinyan", "Pashinian said", false), ("o'brien", "O’Brien said", true), ("\"u.s. senate\"", "the U.S. Senate", true),
        ("\"us senate\"", "the U.S. Senate", true), ("at&t", "AT&T shares", true), ("c++", "a C++ course", true), ("c++", "a C course", false),
        ("at&t", "met at T junction", false),
        ("=US", "told us to go", false),          // an operator: upper case as written
        ("naïve", "naive", false), ("ﬁnland", "Finland", true), ("straße", "STRASSE", true), ("東京都", "東京都知事は", true),
        ("京都 NOT IN 東京都", "東京都知事は", false),   // an operator: not inside the longer name
        ("تركيا", "في تُركيا اليوم", true), ("محمد", "محمــد", true),
    ]

    @Test func `there are forty`() { #expect(TrapTests.traps.count == 40) }

    @Test(arguments: TrapTests.traps)
    func `a query finds what a reader would, and nothing else`(query: String, text: String, expected: Bool) throws {
        #expect(try matches(query, text) == expected)
    }
}

@Suite struct PhraseTests {
    @Test(arguments: [
        ("covid19", "covid-19 cases", true), ("covid 19", "covid19 cases", true), ("covid-19", "covid19", true), ("covid", "covid19", false),
        ("e-mail", "an email", true), ("email", "an e-mail", true), ("email list", "the e-mail list", true), ("a email", "a e-mail", true),
        ("email co-op", "his e-mail co-op", true), ("emails", "e-mail", false), ("together", "to get her", false), ("e mail", "email", false),
        ("Lachin corridor", "He left Lachin. Corridor talks failed.", false), ("US", "=US", true), ("@lachin_news", "by @lachin_news today", true),
        ("lachin.example", "see lachin.example/news", false), ("lachin.example/news", "see lachin.example/news", true),
        ("istanbul", "İSTANBUL Isparta", true), ("ISPARTA", "ısparta", true), ("TCP/IP", "over TCP/IP", true), ("TCP/IP", "tcp ip", false),
    ])
    func `a phrase is found where a reader would find it`(query: String, text: String, expected: Bool) {
        let found = Percolator([watch("w", phrase(query))]).percolate(Reading(article("", text)))
        #expect(found.isEmpty != expected)
    }

    @Test func `every span quotes what it points at`() {
        let text = article("Laçın dəhlizi", "“The Lachin corridor’s guards.” Lachin  Corridor — again.")
        let found = Percolator([watch("w", .any([phrase("Lachin corridor"), phrase("Laçın")]))]).percolate(Reading(text))
        #expect(found[0].evidence.map { text.string($0.span) } == ["Laçın", "Lachin corridor", "Lachin  Corridor"])
        #expect(found[0].evidence.map(\.zone) == [.headline, .body, .body])
        #expect(text.string(found[0].evidence[1].sentence) == "“The Lachin corridor’s guards.”")
    }

    @Test(arguments: [
        ("road AND NOT \"road show\"", true), ("title: road", true), ("source: desk AND road", false), ("road AND date:>=2026-01-31", false),
        ("place: Lachin", false), ("road SENT person: Roe", false), ("\"Ann Roe\" SAID road", false),
    ])
    func `a query says whether the text alone decides it`(query: String, expected: Bool) throws {
        #expect(Percolator([watch("w", try parseQuery(query, lookup: lookUp))]).needsTextAlone == expected)
    }

    @Test func `mentions inside each other count once, as the longest`() {
        let text = article("", "The Lachin corridor is near Lachin.")
        let found = Percolator([watch("w", .any([phrase("Lachin"), phrase("Lachin corridor")]))]).percolate(Reading(text))
        #expect(found[0].evidence.map { text.string($0.span) } == ["Lachin corridor", "Lachin"])
    }

    @Test func `captions and credits are not searched unless asked`() {
        var text = article("Talks", "Trucks in the Lachin corridor.")
        text.paragraphs[1].zone = .caption
        #expect(Percolator([watch("w", phrase("Lachin corridor"))]).percolate(Reading(text)).isEmpty)
        #expect(!Percolator([watch("w", phrase("Lachin corridor"), zones: [.caption])]).percolate(Reading(text)).isEmpty)
    }
}

@Suite struct QueryTests {
    @Test(arguments: [
        ("lachin AND corridor", "corridor of Lachin", true), ("lachin AND corridor", "Lachin", false),
        ("lachin OR berdzor", "Berdzor", true), ("lachin AND NOT film", "Lachin film", false),
        ("lachin AND NOT film", "Lachin", true), ("@names", "the Berdzor road", true),
        ("@roads AND lachin", "the Lachin road", true), ("lachin -film", "Lachin film", false), ("lachin -film", "Lachin", true),
        ("lach*", "Lachinov", true), ("lach*", "lack", false), ("*chin", "Lachin", true), ("lac?in", "Lachin", true), ("lac?in", "Laccchin", false),
        ("\"lach* corr*\"", "Lachin corridors", true), ("\"lah* co*\"", "he-Lachi corridor", false), ("\"a * b\"", "a x b", true), ("\"a * b\"", "a b", false), ("кар*", "Карабах", true),
        ("a NEAR/1 b", "a x b", true), ("a NEAR/1 b", "a x y b", false), ("a NEAR/1 b", "b x a", true), ("a ONEAR/1 b", "b x a", false),
        ("a ONEAR/1 b", "a x b", true), ("(a OR c) NEAR/0 (b OR d)", "x c d", true), ("(a NEAR/0 b) NEAR/1 c", "a b x c", true),
        ("(a NEAR/3 b) NEAR/0 c", "a b x b c", true), ("(a NEAR/0 b) NEAR/0 c", "a b x c", false), ("a NEAR/5 a", "a", false), ("a NEAR/5 a", "a x a", true),
        ("a SENT b", "A and b.", true), ("a SENT b", "A is. B is.", false), ("a PARA b", "A is. B is.", true), ("a NOT SENT b", "A and b. A too.", true),
        ("a NOT SENT b", "A and b.", false), ("a NOT NEAR/2 b", "a x b", false), ("a NOT NEAR/2 b", "a x y z b", true), ("a NOT ONEAR/2 b", "b a", true),
        ("apple NOT IN (\"apple juice\" OR \"big apple\")", "apple juice", false), ("apple NOT IN \"apple juice\"", "apple juice and an apple", true),
        ("ATLEAST/2(a)", "a b", false), ("ATLEAST/2(a OR b)", "a b", true), ("FIRST/2(a)", "x y a", false), ("FIRST/2(a)", "x a", true),
        ("=Sun", "the sun", false), ("=Sun", "The Sun", true), ("=\"The Sun\"", "The Sun", true), ("=US", "the U.S. said", true), ("=Laçın", "Lac\u{327}ın", true),
        ("caps(who)", "who are they", false), ("caps(who)", "the WHO said", true), ("caps(who OR un)", "the UN", true),
        ("lit(\"C++\")", "C++", true), ("lit(.NET)", "in .NET code", true), ("lit(.NET)", "the net", false), ("lit(\"a, b\")", "a b", false), ("lit(\"a, b\")", "A, B", true),
        ("lit(\"lach*\")", "Lachin", false), ("exact(Kadikoy)", "Kadıköy", false), ("Kadikoy", "Kadıköy", true), ("exact(kadıköy)", "KADıKÖY", true),
        ("exact(ilik)", "ılık", false), ("fold(Laçın)", "Lacin", true), ("Laçın", "Lacin", false), ("Pashinyan~1", "Pashinian", true),
        ("Pashinyan~1", "Pashinia", false), ("Pashinyan~2", "Pashinia", true), ("infl(коридор, ru)", "по коридору", true), ("infl(run, en)", "running", true),
        ("infl(run, en)", "rune", false), ("translit(Pashinyan)", "Пашинян", true), ("translit(Pashinyan)", "Փաշինյան", true), ("translit(Пашинян)", "Pashinian", true),
        ("\"a b\"%any", "It is a. B is.", true), ("\"a b\"", "It is a. B is.", false), ("az:Laçın OR ru:Лачин", "в Лачин", true),
        ("title:a", "a", false), ("body:a", "a", true), ("lead:a", "a", true), ("words:<3 AND a", "a b", true), ("words:>3 AND a", "a b", false),
        ("score: {a: 3, b: 2, c: -5} >= 6", "a a", true), ("score: {a: 3, b: 2, c: -5} >= 6", "a b", false), ("score: {a: 3, b: 2, c: -5} >= 6", "a a c", false),
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
        ("a and b", 3, "capitals"), ("a NEAR b", 3, "NEAR/5"), ("titel:a", 1, "title"), ("a*", 1, "two letters"), ("*", 1, "any word"),
        ("@nobody", 1, "lists"), ("a AND", 3, "add"), ("!!!", 1, "words"), ("a NOT b", 3, "AND NOT"), ("@loop", 1, "itself"),
        ("(a AND b) NEAR/5 c", 1, "(a NEAR/5 c) AND (b NEAR/5 c)"), ("a NEAR/5 b SENT c", 1, "parentheses"), ("\"a b\"~5", 6, "NEAR/5"),
        ("abc~1", 4, "five letters"), ("infl(a)", 1, "language"), ("infl(a, xx)", 1, "stemmer"), ("words:many", 7, "words:>300"), ("date:soon", 6, "date:"),
        ("score: {a: 3}", 14, ">= 6"), ("score: {a} >= 3", 1, "points"), ("lang:az", 1, "x AND lang:az"), ("caps()", 6, "caps(who)"),
        ("ATLEAST/0(a)", 1, "ATLEAST/2"), ("a SENT/3 b", 3, "SENT"), ("a NEAR/5", 3, "add"), ("lit(!)", 5, "words"), ("a OR NOT b", 1, "AND NOT"),
    ])
    func `what dialects read differently is refused with the mend`(query: String, column: Int, fix: String) {
        #expect { try parseQuery(query, lookup: lookUp) } throws: { error in
            guard let error = error as? QueryError else { return false }
            return error.column == column && (error.fix.contains(fix) || error.what.contains(fix))
        }
    }

    @Test(arguments: [String(repeating: "(", count: 10_000), String(repeating: "a AND ", count: 20_000), "a" + String(repeating: ")", count: 5000)])
    func `hostile queries are refused`(query: String) {
        #expect(throws: QueryError.self) { try parseQuery(query) }
    }

    @Test func `near needs company in the same sentence, paragraph or so many words`() {
        let text = article("", "Karabakh is calm. A checkpoint was built. The Karabakh convoy waits far away from any checkpoint.")
        func count(_ scope: Proximity, _ company: String) -> Int {
            let query = Query.near(phrase("Karabakh"), phrase(company), scope)
            return Percolator([watch("w", query)]).percolate(Reading(text)).first?.evidence.count ?? 0
        }
        #expect(count(.sentence, "convoy") == 2)
        #expect(count(.sentence, "built") == 0)
        #expect(count(.paragraph, "built") == 3)
        #expect(count(.words(0, ordered: false), "convoy") == 2)
        #expect(count(.words(5, ordered: false), "checkpoint") == 3)
        #expect(count(.words(1, ordered: false), "far") == 0)
    }
}

@Suite struct FactIndexTests {
    @Test func `a place is within every span that holds it, and each number comes once`() {
        let spans: [(TextSpan, Int)] = [
            (TextSpan(0, 100), 0), (TextSpan(10, 20), 1), (TextSpan(15, 60), 2), (TextSpan(70, 80), 1), (TextSpan(0, 5), 3), (TextSpan(200, 210), 0),
        ]
        let index = SpanIndex(spans)
        for start in 0..<220 {
            for length in [1, 4, 30] {
                let place = TextSpan(start, start + length)
                let wanted = Set(spans.filter { $0.0.start <= place.start && place.end <= $0.0.end }.map(\.1)).sorted()
                #expect(index.around(place) == wanted)
            }
        }
        #expect(SpanIndex([]).around(TextSpan(0, 1)).isEmpty)
    }
}
