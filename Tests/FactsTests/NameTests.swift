import Facts
import Folders
import Model
import Testing
import Text

/// What a name names, and which of several places that bear it.
struct NameTests {
    private func mentions(_ text: String) -> [EntityMention] { FactsTests.facts(text).0.mentions }

    /// `kind name` of each mention, those of demonyms aside.
    private func names(_ text: String) -> [String] {
        let (facts, article) = FactsTests.facts(text)
        return facts.mentions.filter { $0.kind != .demonym }.map { "\($0.kind.rawValue) \(article.string($0.span))" }
    }

    @Test func `a country is itself, whatever province or town bears its name`() throws {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        let list = try #require(mapFile(root + "/data/lists/countries.txt"))
        let lines = String(decoding: (0..<list.count).map { list.byte($0) }, as: UTF8.self).split(separator: "\n")
        var count = 0
        for line in lines where !line.hasPrefix("#") {
            let fields = line.split(separator: "|", omittingEmptySubsequences: false)
            let name = try #require(fields[1].split(separator: ";").first)
            for text in ["They flew to \(name) on Monday.", "\(name) said it would vote.", "Talks with \(name) failed."] {
                let places = mentions(text).filter { $0.kind == .place }
                #expect(places.map(\.location?.country) == [String(fields[0])] && places[0].location?.type == "country", "\(text) \(places)")
                count += 1
            }
        }
        #expect(count > 600)
    }

    @Test(arguments: [
        ("Storms hit Alabama, Tennessee and Georgia on Monday.", "Georgia", "US"), ("Georgia and Armenia met, Tbilisi said.", "Georgia", "GE"),
        ("He lives in Atlanta, Georgia, with Ann.", "Atlanta, Georgia", "US"), ("Violence in Kaduna, Kwara and Niger states grew.", "Niger", "NG"),
        ("They marched in Valencia, and Spain looked on.", "Valencia", "ES"), ("They marched in Valencia, and Venezuela looked on.", "Valencia", "VE"),
        ("They met in Santiago on Monday.", "Santiago", "CL"), ("He studied in Cambridge, Massachusetts, and left.", "Cambridge, Massachusetts", ""),
        ("They met in Cape Town on Monday.", "Cape Town", "ZA"), ("They met in North Carolina on Monday.", "North Carolina", "US"),
        ("Floods hit Rio Grande do Sul again.", "Rio Grande do Sul", "BR"), ("He works in Florida and in Texas.", "Florida", "US"),
    ])
    func `of places of one name the one is meant that the article speaks for`(text: String, name: String, country: String) throws {
        let (facts, article) = FactsTests.facts(text)
        let place = try #require(facts.mentions.first { $0.kind == .place && article.string($0.span) == name }, "\(names(text))")
        #expect(place.location?.country ?? "" == country)
    }

    @Test(arguments: [
        ("The council heard Michael Jordan. Jordan scored.", ["person Michael Jordan", "person Jordan"]),
        ("He met Michael Jordan on a trip to Jordan.", ["person Michael Jordan", "place Jordan"]),
        ("King Abdullah of Jordan and his son left.", ["person Abdullah", "place Jordan"]),
        ("The former Liverpool midfielder lives in Liverpool.", ["organisation Liverpool", "place Liverpool"]),
        ("The mayor of Liverpool spoke.", ["place Liverpool"]), ("He saw the Miss Teen Namibia pageant.", ["place Namibia"]),
        ("Workers at Amazon struck. Fires burn in the Amazon.", ["organisation Amazon", "place Amazon"]),
        ("They write it in Java for Gen Z with an SQL and an API.", []), ("The volcano on Java shook Indonesia.", ["place Java", "place Indonesia"]),
        ("It grew in Q4 and in SaaS.", []), ("It needs 18V DC and a Tesla Model Y.", ["organisation Tesla"]),
        ("He left Washington DC and moved near DC.", ["place Washington", "place DC", "place DC"]),
        ("They say that President Trump and Secretary Blank left.", ["person Trump", "person Blank"]),
        ("It is the best of all our Expert Tips so far.", []), ("He ran the Boston Marathon twice.", []),
    ])
    func `a name is a person's, a place's or an organisation's by what stands around it`(text: String, expected: [String]) {
        #expect(names(text) == expected)
    }
}

/// Names in languages that write other words with capitals too, or join names as English does not.
struct NamesAbroadTests {
    @Test(arguments: [
        ("de", "Der Grund ist klar. Das Krokodil und die Corona-Krise im Mai, sagte Kevin Punter. Krokodil bleibt Krokodil.", ["person Kevin Punter"]),
        ("de", "Herr Voigt kam in Bezug auf Essen nach Essen, und Guido Steinberg Bezug nahm.", ["person Voigt", "place Essen", "person Guido Steinberg"]),
        ("de", "Die Ministerin Annika Poestges der SPD traf Thomas Mann aus dem Irak.", ["person Annika Poestges", "organisation SPD", "person Thomas Mann", "place Irak"]),
        ("de", "Doch nun lassen neue Zölle Frauen und Männer leiden, Generalstaatsanwältin in Florida war sie.", ["place Florida"]),
        ("es", "Para Hurtado hablaron Carlos Gómez y Tomás Pescio en Los Gallardos. La Junta calla. Los Reyes también.", ["person Carlos Gómez", "person Tomás Pescio"]),
        ("es", "Llegó a Los Angeles con la Virgen del Rocío de Sevilla.", ["place Los Angeles"]),
        ("it", "Tra Roma e Lazio vince la Casa Bianca, dice Giorgia Meloni.", ["place Roma", "place Lazio", "person Giorgia Meloni"]),
        ("fr", "Le centre demande. Selon Javier López, il faut rester prudent.", ["person Javier López"]),
        ("ru", "Но Владимир Путин молчал. Как и Игорь Сечин.", ["person Владимир Путин", "person Игорь Сечин"]),
        ("en", "For José Ortega y Gasset nothing changed.", ["person José Ortega y Gasset"]),
    ] as [(String, String, [String])])
    func `what only a language capitalises or joins is no name`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        let names = facts.mentions.filter { $0.kind != .demonym }.map { "\($0.kind.rawValue) \(article.string($0.span))" }
        #expect(names == expected)
    }
}
