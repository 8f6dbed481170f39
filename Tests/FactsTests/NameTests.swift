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
        ("Israel struck Gaza on Monday.", "Gaza", "PS"), ("In Gaza, people wait.", "Gaza", "PS"), ("Floods hit Gaza, Mozambique said.", "Gaza", "MZ"),
        ("Sudan looks on the Red Sea.", "Red Sea", ""), ("Mali fights in the Sahel.", "Sahel", ""), ("Burkina Faso fights in the Sahel.", "Sahel", "BF"),
        ("He left the Midlands for the UK coast.", "Midlands", "GB"),
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
        ("it", "Tra Roma e Lazio vince la Casa Bianca, dice Giorgia Meloni.", ["place Roma", "place Lazio", "organisation Casa Bianca", "person Giorgia Meloni"]),
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

/// Places and persons in the cases of their languages.
struct CaseTests {
    @Test(arguments: [
        ("ru", "Из Армении в Москву, о Нагорном Карабахе и Лачинском коридоре, с Россией.", ["Армении AM", "Москву RU", "Нагорном Карабахе AZ", "Лачинском коридоре AZ", "Россией RU"]),
        ("uk", "У Києві, Харкові та Львові, з Росією.", ["Києві UA", "Харкові UA", "Львові UA", "Росією RU"]),
        ("hy", "Հայաստանի և Ռուսաստանից, Երևանում, Լաչինի միջանցքում։", ["Հայաստանի AM", "Ռուսաստանից RU", "Երևանում AM", "Լաչինի միջանցքում AZ"]),
        ("az", "Bakıda, Türkiyədən, Laçın yolunda.", ["Bakıda AZ", "Türkiyədən TR", "Laçın yolunda AZ"]), ("tr", "Ankara'dan Bakü'ye gitti, Rusya'da.", ["Ankara'dan TR", "Bakü'ye AZ", "Rusya'da RU"]),
        ("ka", "საქართველოს და თბილისში.", ["საქართველოს GE", "თბილისში GE"]), ("ar", "في روسيا وبيروت وممر لاتشين.", ["روسيا RU", "وبيروت LB", "وممر لاتشين AZ"]),
        ("pl", "W Warszawie z Ukrainą i Rosją.", ["Warszawie PL", "Ukrainą UA", "Rosją RU"]), ("de", "Deutschlands und Syriens Vertreter in Russland.", ["Deutschlands DE", "Syriens SY", "Russland RU"]),
        ("fr", "La Russie et le Haut-Karabakh, d'Arménie en Côte d'Ivoire.", ["Russie RU", "Haut-Karabakh AZ", "Arménie AM", "Côte d'Ivoire CI"]),
        ("ru", "В Дубае, Шанхае и Нью-Йорке; граница с Польшей и Китаем, в Нидерландах.", ["Дубае AE", "Шанхае CN", "Нью-Йорке US", "Польшей PL", "Китаем CN", "Нидерландах NL"]),
        ("ru", "Колонна прошла через Горис и Лачин.", ["Горис AM", "Лачин AZ"]), ("ru", "Азербайджан открыл Лачин и Шушу.", ["Азербайджан AZ", "Лачин AZ", "Шушу AZ"]),
        ("hy", "Գորիսում և Լաչինում, Հայաստանի։", ["Գորիսում AM", "Լաչինում AZ", "Հայաստանի AM"]), ("de", "Eines unvergleichlichen Laufs in Füssen.", ["Füssen DE"]),
        ("it", "Il capo dell'Ucraina a L'Aquila.", ["Ucraina UA", "L'Aquila IT"]),
    ] as [(String, String, [String])])
    func `a place is known in its cases`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        let places = facts.mentions.filter { $0.kind == .place }
        #expect(places.map { "\(article.string($0.span)) \($0.location?.country ?? "-")" } == expected)
    }

    @Test(arguments: [
        ("az", "Laçında və Bakıda.", ["Lachin", "Baku"]), ("de", "In Wien und in Warschau.", ["Vienna", "Warsaw"]), ("fr", "Il va à Genève et à Cologne.", ["Geneva", "Cologne"]),
        ("fi", "Jerevanissa, Bakuun ja Genevestä.", ["Yerevan", "Baku", "Geneva"]), ("hu", "Moszkvában és Isztambulból.", ["Moscow", "Istanbul"]), ("he", "מירושלים לבאקו ובז'נבה.", ["Jerusalem", "Baku", "Geneva"]),
        ("en", "From Rafah to Khan Younis, from İzmir to Chișinău.", ["Rafah", "Khan Yunis", "Izmir", "Chisinau"]),
        ("en", "From Zürich to São Paulo and Buenos Aires.", ["Zurich", "São Paulo", "Buenos Aires"]),
    ] as [(String, String, [String])])
    func `a place is called as English calls it`(language: String, text: String, expected: [String]) {
        let (facts, _) = FactsTests.facts(text, language: language)
        #expect(facts.mentions.filter { $0.kind == .place }.map(\.canonical) == expected)
    }

    @Test(arguments: [
        ("ru", "В ООН и Евросоюзе, о Газпроме.", ["United Nations", "European Union", "Gazprom"]), ("fr", "L'ONU et l'OTAN.", ["United Nations", "NATO"]),
        ("hy", "ՄԱԿ-ը և ԵԱՀԿ-ն։", ["United Nations", "OSCE"]), ("de", "Die Vereinten Nationen.", ["United Nations"]), ("en", "AB and UE met.", []),
        ("tr", "AB ve BM sustu.", ["European Union", "United Nations"]), ("sv", "Volvo AB teg, FN svarade.", ["Volvo", "United Nations"]), ("az", "Onu gördüm, BMT susdu.", ["United Nations"]),
        ("fi", "Ilona puhui Natossa.", ["NATO"]), ("he", "לפי ה\"ניו יורק טיימס\", נאט\"ו שתק.", ["NATO"]), ("pl", "W Unii Europejskiej o Czerwonym Krzyżu.", ["European Union", "Red Cross"]),
    ] as [(String, String, [String])])
    func `an organisation is one in every language`(language: String, text: String, expected: [String]) {
        let (facts, _) = FactsTests.facts(text, language: language)
        #expect(facts.mentions.filter { $0.kind == .organisation }.map(\.canonical) == expected)
    }

    @Test(arguments: [
        ("ru", "Вчера Владимир Путин молчал. Приезд Путина отложен. О Владимире Путине спорят.", ["Владимир Путин", "Владимир Путин", "Владимир Путин"]),
        ("ru", "О визите Игоря Сечина спорят. Игорь Сечин молчал.", ["Игорь Сечин", "Игорь Сечин"]), ("ru", "На встречу с ним в понедельник приехали Джейн Мэнсфилд-Кларк и Ким Ын.", ["Джейн Мэнсфилд-Кларк", "Ким Ын"]),
        ("ru", "Он принял Эммануэля Макрона. Макрон молчал.", ["Эммануэль Макрон", "Эммануэль Макрон"]),
        ("ru", "Анна Петрова молчала. Петров ушёл.", ["Анна Петрова", "Анна Петрова"]),
        ("de", "Donald Trump kam. Das ist Trumps Fehler.", ["Donald Trump", "Donald Trump"]),
        ("pl", "Przyjechał Donald Trump. Słowa Trumpa i Friedricha Merza.", ["Donald Trump", "Donald Trump", "Friedrich Merz"]),
        ("cs", "Michal Redl mlčel. Soud o Redlovi rozhodl.", ["Michal Redl", "Michal Redl"]),
        ("ru", "Он читал «Красную звезду» и Саудовская Аравия молчала.", []), ("de", "Von Kenias Präsident William Ruto.", ["William Ruto"]),
        ("he", "נשיא צרפת עמנואל מקרון נפגש עם הדוד תום, וגל חום פקד את הארץ.", ["עמנואל מקרון"]), ("ru", "Приехал Башар Асад и Абдель Фаттах ас-Сиси.", ["Башар Асад", "Абдель Фаттах ас-Сиси"]),
        ("nl", "Minister van Buitenlandse Zaken Mark Jansen zweeg.", ["Mark Jansen"]), ("tr", "Macron, Paris'te Ahmet Kaya ile görüştü.", ["Ahmet Kaya"]),
    ] as [(String, String, [String])])
    func `a person is known in the cases of the name`(language: String, text: String, expected: [String]) {
        let (facts, _) = FactsTests.facts(text, language: language)
        #expect(facts.mentions.filter { $0.kind == .person }.map(\.canonical) == expected)
    }

    @Test(arguments: [
        ("ru", "Вчера Никол Пашинян молчал.", "Никол Пашинян"), ("hy", "Երեկ Նիկոլ Փաշինյանը լռեց։", "Նիկոլ Փաշինյանը"), ("ka", "გუშინ ირაკლი ღარიბაშვილმა განაცხადა.", "ირაკლი ღარიბაშვილმა"),
    ] as [(String, String, String?)])
    func `a surname tells by its ending`(language: String, text: String, expected: String?) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.mentions.first { $0.kind == .person }.map { article.string($0.span) } == expected)
    }
}
