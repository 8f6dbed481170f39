import Extraction
import Facts
import Matching
import Model
import Pipeline
import Testing

/// Queries over facts: who speaks, what is quoted, who and what is named.
struct FactFieldTests {
    static func watch(_ query: String, _ gazetteer: Gazetteer = FactsTests.gazetteer, id: String = "w") throws -> Watch {
        Watch(
            id: id, title: "", owner: nil, note: nil, query: try parseQuery(query).knowing(gazetteer), clause: "",
            zones: [.headline, .dateline, .body], priority: .normal, receivers: [], list: "")
    }

    func matches(_ query: String, _ text: String, _ language: String = "en", _ gazetteer: Gazetteer = FactsTests.gazetteer) throws
        -> [String]
    {
        let article = FactsTests.article("Road news\n\n" + text, language: language)
        let mine = try FactFieldTests.watch(query, gazetteer)
        let (percolator, gazetteer) = (Percolator([mine]), gazetteer.asking(mine.query.peopleAsked))
        return percolator.percolate(factReading(article, source: nil, gazetteer)).flatMap { $0.evidence.map { article.string($0.span) } }
    }

    private static let text = """
        "The Lachin corridor must open now," State Department spokesperson Matthew Miller said in Washington on Monday. "It must open to all," Miller added.

        Maria Santos came too. "The bridge will open on Tuesday," she said. Ben Okoro listened.

        Trucks wait at the bridge. The World Food Programme counts them. A miller at the Lachin corridor baked bread.
        """

    @Test(arguments: [
        ("quote:\"Lachin corridor\"", 1), ("\"Lachin corridor\"", 2), ("quote:bread", 0), ("speaker:\"Matthew Miller\"", 2), ("speaker:bridge", 0),
        ("person:Miller", 2), ("Miller", 3), ("place:Washington", 1), ("org:\"World Food Programme\"", 1), ("org:trucks", 0), ("place:Miller", 0),
        ("speaker:Miller AND quote:\"Lachin corridor\"", 3), ("Miller SAID \"Lachin corridor\"", 3),
        ("Miller SAID open", 4), ("Miller SAID bread", 0), ("Programme SAID trucks", 0), ("(Miller OR Baku) SAID (corridor OR bread)", 3),
        ("speaker:Santos AND quote:bridge", 2), ("Santos SAID bridge", 2), ("Okoro SAID bridge", 0),
        ("Lachin NOT SAID open", 2), ("\"Lachin corridor\" AND NOT place:Baku", 2), ("place:(Washington OR Baku)", 1),
    ])
    func `fields of facts hold a word to them`(query: String, count: Int) throws {
        let found = try matches(query, FactFieldTests.text)
        #expect(found.count == count, "\(found)")
    }

    @Test(arguments: [
        ("ru", "В Армении ждут. Лидеры Армении и Азербайджана встретились.", "place:Armenia", ["Армении", "Армении"]),
        ("ru", "В Армении ждут. Лидеры Армении и Азербайджана встретились.", "place:Армения NEAR/1 Азербайджана", ["Армении", "Азербайджана"]),
        ("tr", "Laçın koridorunun ve Laçin koridorundaki yolun kapalı olduğu söylendi.", "place:\"Lachin corridor\"", ["Laçın koridorunun", "Laçin koridorundaki"]),
        ("hy", "Լաչինի միջանցքը փակ է, ասաց Հայաստանի վարչապետը։", "place:\"Lachin corridor\"", ["Լաչինի միջանցքը"]),
        ("en", "The United States voted. The U.S. left.", "place:USA", ["United States", "U.S."]),
        ("en", "Kyiv called. The United Nations heard it.", "place:Kiev AND org:ООН", ["Kyiv", "United Nations"]),
        ("en", "Ships crossed the Gulf of Aden.", "place:\"Persian Gulf\"", []),
        ("en", "The United States voted.", "place:=USA OR place:lit(USA) OR USA OR person:USA OR quote:USA", []),
        ("en", "The United States voted.", "voted AND NOT place:USA", []),
        ("en", "António Guterres spoke. Later Guterres resigned.", "person:António NEAR/2 resigned", ["Guterres", "resigned"]),
        ("en", "António Guterres spoke. Guterres ate. Guterres left.", "ATLEAST/3(person:António)", ["António", "Guterres", "Guterres"]),
        ("en", "António Guterres came. \"It is calm,\" Guterres said.", "António SAID calm", ["António", "calm", "Guterres"]),
        ("en", "Nobody of Jordan came.", "person:António", []),
    ])
    func `a field of names takes what the article calls otherwise`(language: String, text: String, query: String, expected: [String]) throws {
        let found = try matches(query, text, language)
        #expect(found.sorted() == expected.sorted())
    }

    @Test func `a field of names knows the names of the configuration`() throws {
        let names = [
            KnownName(name: "Nikol Pashinyan", kind: .person, also: ["Pashinian", "Пашинян", "Փաշինյան"]),
            KnownName(name: "Road Watch", kind: .organisation, also: ["Дорожный дозор"]),
        ]
        let gazetteer = FactsTests.gazetteer.knowing(names)
        let text = "Премьер встретил Пашиняна. Дорожный дозор молчал."
        for query in ["person:\"Nikol Pashinyan\"", "person:Pashinian", "person:nikol"] {
            #expect(try matches(query, text, "ru", gazetteer) == ["Пашиняна"], "\(query)")
        }
        #expect(try matches("org:\"Road Watch\"", text, "ru", gazetteer) == ["Дорожный дозор"])
        #expect(try matches("org:\"Road Watch\"", text, "ru").isEmpty)
    }

    private static let russian = """
        Президент Франции Эммануэль Макрон встретился с Николом Пашиняном. Дональд Трамп позвонил Ильхаму Алиеву. «Мы рады», — сказал Макрон. \
        Реджеп Тайип Эрдоган уехал. Макрону ответил Владимир Зеленский.
        """

    @Test(arguments: [
        ("ru", russian, "person:Macron", ["Эммануэль Макрон", "Макрон", "Макрону"]), ("ru", russian, "person:Pashinyan", ["Николом Пашиняном"]),
        ("ru", russian, "person:\"Ilham Aliyev\"", ["Ильхаму Алиеву"]), ("ru", russian, "person:Трампу", []), ("ru", russian, "person:Trump", ["Дональд Трамп"]),
        ("ru", russian, "person:Erdoğan OR person:Zelenskyy", ["Реджеп Тайип Эрдоган", "Владимир Зеленский"]),
        ("ru", russian, "Macron SAID рады", ["Эммануэль Макрон", "рады", "Макрон", "Макрону"]),
        ("ru", russian, "person:Putin OR person:Miller OR person:Li OR person:=Macron OR place:Macron", []),
        ("hy", "Երեկ Նիկոլ Փաշինյանը լռեց։", "person:Pashinian", ["Նիկոլ Փաշինյանը"]), ("uk", "Учора Володимир Зеленський мовчав.", "person:Зеленский", ["Володимир Зеленський"]),
        ("en", "Nikol Pashinian came. Mr Aliev left.", "person:Pashinyan OR person:Aliyev", ["Nikol Pashinian", "Aliev"]),
        ("fr", "Nikol Pachinian a parlé.", "person:Pashinyan", ["Nikol Pachinian"]), ("hu", "Nikol Pasinján hallgatott.", "person:Pashinyan", ["Nikol Pasinján"]),
        ("de", "Wolodymyr Selenskyj schwieg.", "person:Zelensky", ["Wolodymyr Selenskyj"]), ("he", "ולדימיר לברוב שתק.", "person:Lavrov", ["ולדימיר לברוב"]),
        ("ka", "გუშინ სერგეი ლავროვი დუმდა.", "person:Lavrov", ["სერგეი ლავროვი"]), ("ar", "صمت عبد الفتاح السيسي.", "person:Sisi", ["عبد الفتاح السيسي"]),
        ("en", "Nikol Pachinian came. Charles Selenskyj left.", "person:Pashinyan OR person:Zelensky", []),
        ("en", "Rania Smith met Bruce Lee.", "person:Rana OR person:Li OR person:Lee", ["Lee"]),
    ] as [(String, String, String, [String])])
    func `a person is known in every spelling and script`(language: String, text: String, query: String, expected: [String]) throws {
        let found = try matches(query, text, language)
        #expect(found.sorted() == expected.sorted())
    }

    @Test(arguments: [
        ("Pashinyan", 0), ("person:Pashinyan", 1), ("quote:Pashinyan", 0), ("bridge AND person:Pashinyan", 0),
        ("place:Armenia AND Pashinyan", 0), ("place:Armenia AND road", 1), ("place:Armenia", 1), ("Baku SAID Pashinyan", 0), ("org:UN OR road", 1),
    ])
    func `facts are found only where a watch may depend on them`(query: String, count: Int) throws {
        let article = FactsTests.article("Road news\n\nThe road is open.")
        let mine = try FactFieldTests.watch(query)
        let reading = factReading(article, source: nil, FactsTests.gazetteer.asking(mine.query.peopleAsked))
        var asked = 0
        let find = reading.findFacts
        reading.findFacts = { asked += 1; return find?() ?? FactSpans() }
        _ = Percolator([mine]).percolate(reading)
        #expect(asked == count)
    }

    @Test func `an explanation says that words name no such thing`() throws {
        let article = FactsTests.article("Road news\n\nJordan Smith met nobody in Baku.")
        let mine = try FactFieldTests.watch("place:Jordan")
        let part = try #require(Percolator([mine]).explain(mine, factReading(article, source: nil, FactsTests.gazetteer)))
        let lines = part.lines(indented: 0, holds: { $0 ? "yes" : "no" }, aside: { $0 })
        #expect(lines.last?.hasSuffix("the words stand there, but in no name of a place") == true, "\(lines)")
    }
}
