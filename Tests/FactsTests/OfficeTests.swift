import Facts
import Model
import Testing

/// What persons are, in English, where it stands before their names.
struct OfficeTests {
    @Test(arguments: [
        ("The head of the World Health Organization, Tedros Adhanom Ghebreyesus, left.", "Tedros Adhanom Ghebreyesus | head of the World Health Organization | -"),
        ("They met the president of Kenya, Wafulo Chebukatu.", "Wafulo Chebukatu | president of Kenya | KE"),
        ("In a letter to the director of the agency, Ann Roe, they were told.", "Ann Roe | director of the agency | -"),
        ("An aide to the president of Kenya, Ann Roe, left.", "Ann Roe | - | -"),
        ("The spokesman for one of the groups, Quxo Zembi, left.", ""), ("The capital of the province, Kalo Zembi, was taken.", ""),
        ("South Africa's minister of electricity, Quxo Zembi, left.", "Quxo Zembi | South Africa's minister of electricity | ZA"),
        ("New Zealand Prime Minister Jacinda Ardern left.", "Jacinda Ardern | New Zealand Prime Minister | NZ"),
        ("WTO Director-General Ngozi Okonjo-Iweala spoke there.", "Ngozi Okonjo-Iweala | WTO Director-General | -"),
        ("There European Union foreign policy chief Kaja Kallas left.", "Kaja Kallas | European Union foreign policy chief | -"),
    ])
    func `a person has the office that stands before the name`(text: String, expected: String) {
        let (facts, article) = FactsTests.facts(text, language: "en")
        let persons = facts.mentions.filter { $0.kind == .person }.map { one in
            "\(one.canonical) | \(one.title.map(article.string) ?? "-") | \(one.statedCountry ?? "-")"
        }
        #expect(persons == (expected.isEmpty ? [] : [expected]))
    }

    @Test(arguments: [
        ("The head of the agency, Tedros Adhanom, wrote that hospitals were full.", "The head of the agency, Tedros Adhanom"),
        ("The agency's director, Ann Roe, said that it was over.", "The agency's director, Ann Roe"),
        ("“It is over,” said the head of the agency, Ann Roe.", "the head of the agency, Ann Roe"),
        ("According to the head of the agency, Ann Roe, it is over now.", "the head of the agency, Ann Roe"),
        ("The head of the agency said that the president, Ann Roe, was wrong.", "The head of the agency"),
    ])
    func `who speaks is the person named behind an office`(text: String, expected: String) throws {
        let (facts, article) = FactsTests.facts(text, language: "en")
        let quote = try #require(facts.quotes.first)
        #expect(quote.speaker.map(article.string) == expected)
    }

    @Test(arguments: [
        ("Apple said that it would pay.", ["Apple"]), ("Regulators fined Apple and Meta on Monday.", ["Apple", "Meta"]), ("Apple pie was eaten there on Monday.", []),
        ("Maria Ferrari won. Later Ferrari left.", []), ("Shares of Ferrari fell on Monday.", ["Ferrari"]),
    ])
    func `a firm is known by its word and by what it does`(text: String, expected: [String]) {
        let (facts, _) = FactsTests.facts(text, language: "en")
        #expect(facts.mentions.filter { $0.kind == .organisation }.map(\.canonical) == expected)
    }

    @Test(arguments: [
        ("es", "El lago Kivu y el canal de Panamá.", ["Lake Kivu", "Panama Canal"]), ("de", "Am Kivusee und an der Donau.", ["Lake Kivu", "Danube"]),
        ("ru", "У озера Киву и в Панамском канале.", ["Lake Kivu", "Panama Canal"]), ("hu", "A Kivu-tónál és a Dunán.", ["Lake Kivu", "Danube"]),
        ("ar", "قرب بحيرة كيفو وفي قناة بنما.", ["Lake Kivu", "Panama Canal"]), ("fi", "Kivujärvellä ja Itämerellä.", ["Lake Kivu", "Baltic Sea"]),
        ("tr", "Başkan Cenevre'de konuştu.", ["Geneva"]), ("hu", "Ngozi Okonjo-Iweala Genfben volt.", ["Geneva"]),
    ])
    func `waters and towns are known in the words of a language`(language: String, text: String, expected: [String]) {
        let (facts, _) = FactsTests.facts(text, language: language)
        #expect(facts.mentions.filter { $0.kind == .place }.map(\.canonical) == expected)
    }

    @Test func `a town at home is one though it is a rare first name`() {
        let (facts, _) = FactsTests.facts("Congo said that Goma fell. Residents fled.", language: "en")
        #expect(facts.mentions.filter { $0.kind == .place }.map(\.canonical) == ["Democratic Republic of Congo", "Goma"])
    }
}
