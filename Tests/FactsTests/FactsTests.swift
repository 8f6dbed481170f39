import Extraction
import Facts
import Folders
import Model
import Testing
import Text

/// People, places, words of time and who said what, in sentences of our own.
struct FactsTests {
    static let gazetteer: Gazetteer = {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        return mapFile(root + "/data/gazetteer.bin").flatMap { Gazetteer($0) } ?? .empty
    }()

    /// A text as a file would be read, with the day it is of.
    static func article(_ text: String, _ published: String? = "2026-11-25", language: String? = "en") -> Article {
        var hints = Hints()
        hints.language = language
        if let published { hints.published = Published(value: published, moment: nil, from: .option) }
        return extract(RawItem(id: nil, content: .plain(Array(text.utf8)), hints: hints))
    }

    static func facts(_ text: String, _ published: String? = "2026-11-25", language: String? = "en") -> (Facts, Article) {
        let article = article("Road\n\n" + text, published, language: language)
        return (findFacts(article, gazetteer), article)
    }

    // MARK: words of time (25 November 2026 is a Wednesday)

    @Test(arguments: [
        ("It happened on Monday.", "Monday", "2026-11-23"), ("It happened on Wednesday.", "Wednesday", "2026-11-25"),
        ("Officials said Friday.", "Friday", "2026-11-20"), ("They will meet on Friday.", "Friday", "2026-11-27"),
        ("He was set to arrive on Sunday.", "Sunday", "2026-11-22"), ("It was signed on Nov. 10, 2020.", "Nov. 10, 2020", "2020-11-10"),
        ("It began on 27 September 2020.", "27 September 2020", "2020-09-27"), ("It began in April.", "April", "2026-04"),
        ("It began in December.", "December", "2025-12"), ("It will begin in December.", "December", "2026-12"),
        ("Over the weekend they met.", "the weekend", "2026-W47-WE"), ("It rose last year.", "last year", "2025"),
        ("They fought in the 1990s.", "1990s", "199"), ("In the 19th century it stood.", "19th century", "18"),
        ("The 44-day war ended.", "44-day", "P44D"), ("For three decades they waited.", "three decades", "P30Y"),
        ("It has lasted almost 30 years.", "almost 30 years", "P30Y"), ("Two weeks ago it opened.", "Two weeks ago", "2026-W46"),
        ("It fell in the third quarter of 2020.", "third quarter of 2020", "2020-Q3"), ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
        ("He left at 3 p.m. on Friday.", "3 p.m. on Friday", "2026-11-20T15:00"), ("It opens 2026-12-01.", "2026-12-01", "2026-12-01"),
        ("He spoke yesterday.", "yesterday", "2026-11-24"), ("Tomorrow they vote.", "Tomorrow", "2026-11-26"),
        ("It closed in early 2021.", "early 2021", "2021"), ("She died in summer 2019.", "summer 2019", "2019-SU"),
        ("It is due on Christmas Day.", "Christmas Day", "2026-12-25"), ("They had met twice a week.", "a week", "P1W"),
        ("It began on the first of March.", "first of March", "2026-03-01"), ("It fell on the third of March, 1997.", "third of March, 1997", "1997-03-03"),
        ("They vote on the first Tuesday of October.", "the first Tuesday of October", "2026-10-06"),
        ("It closed on the last Friday in October 2012.", "the last Friday in October 2012", "2012-10-26"),
        ("It opens in the week of October 6, 2026.", "the week of October 6, 2026", "2026-W41"), ("It is due by the end of the month.", "the end of the month", "2026-11"),
        ("Sales rose at the beginning of the year.", "the beginning of the year", "2026"), ("Debt will fall by year-end.", "year-end", "2026"),
        ("It beat the year-earlier figure.", "year-earlier", "2025"), ("It took half an hour.", "half an hour", "PT30M"), ("No deal is near at the moment.", "the moment", "PRESENT_REF"),
        ("They met on Good Friday.", "Good Friday", "2026-04-03"), ("They met at Easter 2024.", "Easter 2024", "2024-03-31"), ("It was Labor Day.", "Labor Day", "2026-09-07"),
        ("They ate on Thanksgiving.", "Thanksgiving", "2026-11-26"), ("It was Memorial Day 2023.", "Memorial Day 2023", "2023-05-29"),
        ("It took two and a half years.", "two and a half years", "P2.5Y"), ("It took a two-and-a-half-hour drive.", "two-and-a-half-hour", "PT2.5H"),
        ("It took a year and a half.", "a year and a half", "P1.5Y"),
        ("It took two and a half decades.", "two and a half decades", "P25Y"), ("It took an hour and a half.", "an hour and a half", "PT1.5H"), ("It took a quarter of a century.", "a quarter of a century", "P25Y"),
        ("It closed at 7:30pm.", "7:30pm", "2026-11-25T19:30"), ("It closed at 3pm on Friday.", "3pm on Friday", "2026-11-20T15:00"), ("It closed at 12am.", "12am", "2026-11-25T00:00"), ("It fell at 1500 GMT.", "1500", "2026-11-25T15:00"),
        ("Days later it fell.", "Days later", "FUTURE_REF"), ("They grew up in the sixties.", "sixties", "196"), ("It fell the day before yesterday.", "the day before yesterday", "2026-11-23"),
        ("It fell on the morning of June 4, 2026.", "morning of June 4, 2026", "2026-06-04TMO"), ("It is an eighteenth-century house.", "eighteenth-century", "17"),
        ("They meet on Sunday evenings.", "Sunday evenings", "XXXX-WXX-7TEV"), ("They meet every other week.", "every other week", "P2W"),
        ("They meet every other decade.", "every other decade", "P20Y"), ("It was a decadelong war.", "decadelong", "P10Y"), ("No deal is seen in the near future.", "the near future", "FUTURE_REF"),
        ("It was up from the year before.", "the year before", "2025"), ("It came after 9/11.", "9/11", "2001-09-11"),
        ("It was Saturday's 7 p.m. game.", "Saturday's 7 p.m.", "2026-11-21T19:00"), ("It ran on 2026-11-06 22:19:00.", "2026-11-06 22:19:00", "2026-11-06T22:19"),
        ("He spoke at 1:30 p.m. EST Thursday.", "1:30 p.m. EST Thursday", "2026-11-19T13:30"), ("It fell at 0600 GMT on Saturday.", "0600 GMT on Saturday", "2026-11-21T06:00"),
        ("They met on Friday at 3 p.m.", "Friday at 3 p.m.", "2026-11-20T15:00"), ("It beat 2024's third quarter.", "2024's third quarter", "2024-Q3"),
        ("It beat last year's first half.", "last year's first half", "2025-H1"), ("It fell in the last quarter of 2019.", "the last quarter of 2019", "2019-Q4"),
        ("They met Friday last week.", "Friday last week", "2026-11-20"), ("They will meet Tuesday of next week.", "Tuesday of next week", "2026-12-01"),
        ("It was Friday the 13th.", "Friday the 13th", "2026-11-13"), ("They meet a week from Monday.", "a week from Monday", "2026-12-07"),
        ("They met a week ago Tuesday.", "a week ago Tuesday", "2026-11-17"), ("It took 2 1/2 years.", "2 1/2 years", "P2.5Y"), ("It took 3.5 years.", "3.5 years", "P3.5Y"),
        ("It took 1,200 days.", "1,200 days", "P1200D"), ("Sales rose in Q3 2025.", "Q3 2025", "2025-Q3"), ("Debt will fall by year's end.", "year's end", "2026"),
        ("It was seen earlier in the day.", "earlier in the day", "2026-11-25"), ("They met on the last day of March.", "the last day of March", "2026-03-31"),
        ("They met in the first week of May 2020.", "the first week of May 2020", "2020-W18"), ("They met on the 15th.", "the 15th", "2026-11-15"),
        ("Profit fell in the latest quarter.", "the latest quarter", "2026-Q3"), ("Few are built these days.", "these days", "PRESENT_REF"),
        ("It fell at dawn on Sunday.", "dawn on Sunday", "2026-11-22TMO"), ("It closed some time ago.", "some time ago", "PAST_REF"),
        ("It arrived at noon Friday.", "noon Friday", "2026-11-20T12:00"), ("It was sold in '97.", "'97", "1997"), ("It opened in Dec-2018.", "Dec-2018", "2018-12"),
    ])
    func `words of time are found and dated`(text: String, words: String, value: String) {
        let (facts, article) = FactsTests.facts(text)
        #expect(facts.dates.map { "\(article.string($0.span)) \($0.value ?? "-")" } == ["\(words) \(value)"])
    }

    @Test(arguments: [
        "Mrs May spoke of it.", "They may march for it.", "The sun and the second man.", "He paid 2000 dollars and 1,950 euros.", "Flight 1990 people wait for.",
        "It is a mon plaisir of wed and sat.", "He came from Easter Island.", "At the end of the day it is a road.", "The rest of the men left.", "Some day it will be a road.", "He is in his twenties.", "A score of 9/11/3 and 25pm.",
        "It is on the 15th floor.", "They came at the time of the road.", "He rode the last half.",
    ])
    func `what only looks like a date is none`(text: String) {
        #expect(FactsTests.facts(text).0.dates.isEmpty, "\(FactsTests.facts(text).0.dates)")
    }

    @Test func `without a day of its own an article dates nothing that is relative`() {
        let (facts, article) = FactsTests.facts("He spoke on Monday, in April and on May 3, 2020.", nil)
        #expect(facts.dates.map { "\(article.string($0.span)) \($0.value ?? "-")" } == ["Monday -", "April -", "May 3, 2020 2020-05-03"])
    }

    @Test(arguments: [
        ("ru", "Это случилось 26 июня 2023 года.", "26 июня 2023 года", "2023-06-26"), ("ru", "Он уехал в понедельник.", "понедельник", "2026-11-23"),
        ("fr", "Cela s'est passé le 26 juin 2023.", "26 juin 2023", "2023-06-26"), ("de", "Es geschah am 26. Juni 2023.", "26. Juni 2023", "2023-06-26"),
        ("es", "Ocurrió el 26 de junio de 2023.", "26 de junio de 2023", "2023-06-26"), ("tr", "Olay 26 Haziran 2023'te oldu.", "26 Haziran 2023", "2023-06-26"),
        ("az", "Hadisə 26 iyun 2023-cü ildə baş verib.", "26 iyun 2023-cü ildə", "2023-06-26"), ("hy", "Դա եղավ 2023 թվականին։", "2023 թվականին", "2023"),
        ("ar", "حدث ذلك في 26 يونيو 2023 صباحا.", "26 يونيو 2023", "2023-06-26"), ("ru", "Вчера прошли переговоры.", "Вчера", "2026-11-24"),
    ])
    func `dates of other languages are found`(language: String, text: String, words: String, value: String) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.dates.map { "\(article.string($0.span)) \($0.value ?? "-")" } == ["\(words) \(value)"])
    }

    @Test(arguments: [
        ("ru", "«Дорога закрыта для всех», — заявил Иван Петров.", "Иван Петров"), ("de", "„Die Straße ist gesperrt“, sagte Anna Roth.", "Anna Roth"),
        ("es", "«La carretera está cerrada», dijo Ana López.", "Ana López"), ("fr", "« La route est fermée », explique Anne Roux.", "Anne Roux"),
    ])
    func `speakers of other languages are found`(language: String, text: String, speaker: String) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.quotes.compactMap { $0.speaker.map(article.string) } == [speaker])
    }

    // MARK: names

    private func names(_ text: String) -> [String] {
        let (facts, article) = FactsTests.facts(text)
        return facts.mentions.map { "\($0.kind.rawValue): \(article.string($0.span))" }
    }

    @Test(arguments: [
        ("He met U.S. Secretary of State Antony Blinken.", ["place: U.S.", "person: Antony Blinken"]),
        ("Armenian Foreign Minister Ararat Mirzoyan left Yerevan.", ["demonym: Armenian", "person: Ararat Mirzoyan", "place: Yerevan"]),
        ("Trucks wait at the Lachin corridor in Nagorno-Karabakh.", ["place: Lachin corridor", "place: Nagorno-Karabakh"]),
        ("Ani Badalyan, a spokesperson for Armenia's Foreign Ministry, spoke.", ["person: Ani Badalyan", "place: Armenia", "organisation: Foreign Ministry"]),
        ("Mr. Roe saw Ann Roe. Roe left.", ["person: Roe", "person: Ann Roe", "person: Roe"]),
        ("The World Food Programme (WFP) fed them. The WFP left.", ["organisation: World Food Programme", "organisation: WFP", "organisation: WFP"]),
        ("They asked us who it was.", []), ("The US asked the WHO.", ["place: US", "organisation: WHO"]),
        ("The reinsurer Quorvane paid late.", ["organisation: Quorvane"]), ("Jane Roe, co-founder of Quorvane, left.", ["person: Jane Roe", "organisation: Quorvane"]),
        ("It was built by Quorvane, the leading French manufacturer of pumps.", ["organisation: Quorvane", "demonym: French"]),
        ("The Financial Monitoring Secretariat (Sefimon) wrote. Then Sefimon paid.", ["organisation: Financial Monitoring Secretariat", "organisation: Sefimon", "organisation: Sefimon"]),
        ("They met at Au Bon Coin with people of the AU.", ["organisation: AU"]),
        ("The Ministry of Law, Justice and Parliamentary Affairs wrote.", ["organisation: Ministry of Law, Justice and Parliamentary Affairs"]),
        ("The Ministry of Health, Turkey and Greece wrote.", ["organisation: Ministry of Health", "place: Turkey", "place: Greece"]),
        ("Marco Quorvane won. A spokesman for Quorvane spoke.", ["person: Marco Quorvane", "person: Quorvane"]),
        ("The Chamber of Commerce President John Liton spoke.", ["organisation: Chamber of Commerce", "person: John Liton"]),
        ("Aboriginal and Torres Strait Islander people voted.", []),
        ("She studied at the University of Cape Town.", ["organisation: University of Cape Town", "place: Cape Town"]),
        ("He crossed the Tempisque River near Liberia.", ["place: Tempisque River", "place: Liberia"]),
        ("Sheikh Mishal Al-Ahmad Al-Jaber Al-Sabah spoke.", ["person: Mishal Al-Ahmad Al-Jaber Al-Sabah"]),
        ("The latest PISA scores fell, and NIS 500 was paid.", []), ("The city says so; the law cost US $15 million.", []),
        ("It is at https://news.example.org/Egypt-denies-Cairo today.", []),
        ("Byron David Castillo Segura played. Then Castillo left Castillo's club.",
            ["person: Byron David Castillo Segura", "person: Castillo", "person: Castillo"]),
        ("Esteban Moreno left Moreno on Monday.", ["person: Esteban Moreno", "person: Moreno"]),
        ("Two Arab leaders and Latin American farmers met.", ["demonym: Arab", "demonym: Latin American"]),
        ("Floods hit KZN, NSW and the Gulf; a la carte in L.A.", ["place: KZN", "place: NSW", "place: Gulf", "place: L.A."]),
        ("They met Lau Siu-tai and President Bak Gun-hae.", ["person: Lau Siu-tai", "person: Bak Gun-hae"]),
        ("It was K.C. Mourler who wrote to J. K. Roulling.", ["person: K.C. Mourler", "person: J. K. Roulling"]),
        ("Later Vromelu Lukoku scored for the third time.", ["person: Vromelu Lukoku"]),
        ("The team's coach, Alirezu Mehrobun, left.", ["person: Alirezu Mehrobun"]),
        ("He praised Vromelu Lukoku, John Smith and Mary Jones.", ["person: Vromelu Lukoku", "person: John Smith", "person: Mary Jones"]),
        ("The parents of Natasha wept. Natasha was four, and the road to Natasha was long.", ["person: Natasha", "person: Natasha", "person: Natasha"]),
        ("The staff at Sarah Memorial Hall waited.", []),
        ("John Smith of DAB won, and SAP's Mary Jones lost.", ["person: John Smith", "organisation: DAB", "organisation: SAP", "person: Mary Jones"]),
        ("They came according to Islam, and Islam has a holy site.", []),
        ("The Attorney General's Office spoke, and so did the Teachers' Union.", ["organisation: Attorney General's Office", "organisation: Teachers' Union"]),
        ("He saw the Charlotte Prize and the Christian Bible.", ["demonym: Christian"]),
        ("Serena Williams Loses Final To Osaka In New York", ["person: Serena Williams", "place: Osaka", "place: New York"]),
        ("Rep. Jim Jordan spoke. The firm got it, Jordan said, and left Jordan.", ["person: Jim Jordan", "person: Jordan", "place: Jordan"]),
        ("They play in Group C.", []), ("The Paris Summit began.", []),
        ("The leader of CAM Hector Llaitul left.", ["person: Hector Llaitul"]),
        ("Two men from Dravang village were taken to Quelboa prison.", ["place: Dravang", "place: Quelboa"]),
        ("They left the town of Dravang by the Quelboa River.", ["place: Dravang", "place: Quelboa River"]),
        ("Floods hit Quelboa. People in Quelboa wait, and help stays in Quelboa.", ["place: Quelboa", "place: Quelboa", "place: Quelboa"]),
        ("He visited Hila, where Hila writes.", []),
        ("He was heard in the Quelboa Magistrate's Court on Monday.", ["organisation: Quelboa Magistrate's Court"]),
        ("It says the Assembly voted against the Crown.", ["organisation: Assembly", "organisation: Crown"]),
        ("She teaches at the Universidad de Quelboa for Frente Amplio.", ["organisation: Universidad de Quelboa", "organisation: Frente Amplio"]),
        ("A member of the Quelboa First Nation spoke.", ["organisation: Quelboa First Nation"]),
        ("It was sold by DravBank to Ms. McDravang.", ["organisation: DravBank", "person: McDravang"]),
        ("It was Tamoud bin Hamoud Al Thouni who had met with Fahoud Al-Nosser there.", ["person: Tamoud bin Hamoud Al Thouni", "person: Fahoud Al-Nosser"]),
        ("They fled Deir al-Zohar.", []),
        ("Police caught Ismael “El Mayo” Zambrano there.", ["person: Ismael “El Mayo” Zambrano"]),
        ("Omer Bar Lev spoke. Then Bar Lev left.", ["person: Omer Bar Lev", "person: Bar Lev"]),
        ("It flies to the United Republic of Tanzania.", ["place: United Republic of Tanzania"]),
    ])
    func `names are found and typed`(text: String, expected: [String]) { #expect(names(text) == expected) }

    @Test func `a place knows where it is, a person what they are`() throws {
        let (facts, article) = FactsTests.facts("Armenian President Nikol Pashinian came to Baku.")
        let place = try #require(facts.mentions.first { $0.kind == .place }?.location)
        #expect(place.country == "AZ" && abs((place.latitude ?? 0) - 40.38) < 0.1 && (place.populationClass ?? 0) >= 8)
        let person = try #require(facts.mentions.first { $0.kind == .person })
        #expect(person.title.map(article.string) == "Armenian President")
    }

    @Test(arguments: [
        ("They flew to the State of Qatar.", ["State of Qatar"]), ("He lives in León, Guanajuato.", ["León, Guanajuato"]),
        ("Talks were held in Moscow, Russia.", ["Moscow", "Russia"]), ("It flies to London, Singapore, Sydney and Tokyo.", ["London", "Singapore", "Sydney", "Tokyo"]),
        ("They marched towards the River Maule.", ["River Maule"]), ("The ICU opened in Baku.", ["Baku"]),
        ("It links Algiers, Constantine and Oran.", ["Algiers", "Constantine", "Oran"]),
        ("It rained in Northern Africa and Central Chile.", ["Northern Africa", "Central Chile"]), ("He is based in Washington, DC.", ["Washington, DC"]),
        ("They came from Foz de Yguazú in Brazil.", ["Foz de Yguazú", "Brazil"]),
        ("The town of Coco has two bars. We rode to Playas Del Coco in Costa Rica.", ["Coco", "Playas Del Coco", "Costa Rica"]),
    ])
    func `places are taken whole`(text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text)
        #expect(facts.mentions.map { article.string($0.span) } == expected)
    }

    // MARK: who said what

    private func quotes(_ text: String) -> [String] {
        let (facts, article) = FactsTests.facts(text)
        return facts.quotes.map { quote in
            "\(quote.kind.rawValue) \(quote.speaker.map(article.string) ?? "-"): \(quote.parts.map(article.string).joined(separator: " + "))"
        }
    }

    @Test(arguments: [
        ("\"The road is closed to all,\" Miller said in a statement Sunday.", ["direct Miller: \"The road is closed to all,\""]),
        ("\u{201C}The road is closed to all,\u{201D} said spokeswoman Ann Roe.", ["direct spokeswoman Ann Roe: \u{201C}The road is closed to all,\u{201D}"]),
        ("Officials announced that the road \"shall be closed in winter.\"", ["mixed Officials: the road \"shall be closed in winter.\""]),
        ("Miller said the road is closed.", ["indirect Miller: the road is closed"]),
        ("The road is closed, Ann Roe, a spokeswoman for the ministry, said Saturday.", ["indirect Ann Roe: The road is closed"]),
        ("According to officials, the road is closed.", ["indirect officials: the road is closed"]),
        ("They closed the road \"to prevent the transport of mines.\"", ["fragment -: \"to prevent the transport of mines.\""]),
        ("\"It is over,\" she said. \"We go home now.\"", ["direct she: \"It is over,\" + \"We go home now.\""]),
        ("\"If it is shut,\" Ann Roe said, \"what do we eat?\"", ["direct Ann Roe: \"If it is shut,\" + \"what do we eat?\""]),
        ("\"It is over,\" the statement said. \"We go home now.\"", ["direct the statement: \"It is over,\"", "direct the statement: \"We go home now.\""]),
        ("\"The road is shut,\" she said, adding that \"some of the things are lost.\"",
            ["direct she: \"The road is shut,\"", "direct she: \"some of the things are lost.\""]),
        ("The statement said: \"The road remains closed.\"", ["direct The statement: \"The road remains closed.\""]),
        ("He read \"The Old Man and the Sea\" twice.", []),
        ("Miller says she hopes to win, but fears that nobody comes.", ["indirect Miller: she hopes to win, but fears that nobody comes"]),
        ("Miller said in Toledo, Ohio, that the road is closed.", ["indirect Miller: the road is closed"]),
        ("Officials pointed out that the road is closed.", ["indirect Officials: the road is closed"]),
        ("The study found drivers were tired.", ["indirect The study: drivers were tired"]),
        ("Miller urged drivers to stay at home.", ["indirect Miller: to stay at home"]),
        ("\"Neither do I know?\" Graham asked.", ["direct Graham: \"Neither do I know?\""]),
    ])
    func `speech is found with who spoke`(text: String, expected: [String]) { #expect(quotes(text) == expected) }

    @Test(arguments: [
        ("Janos Veres: Ridge road stays shut for a week", ["indirect Janos Veres: Ridge road stays shut for a week"]),
        ("Poll: Most people want the road back", ["indirect Poll: Most people want the road back"]),
        ("Moscow: Snow fell for a week and shut the road", []), ("Live updates: Ridge road is shut again", []),
        ("Janos Veres Says Ridge Road Will Stay Shut", ["indirect Janos Veres: Ridge Road Will Stay Shut"]),
    ])
    func `a headline says who speaks`(headline: String, expected: [String]) {
        let article = FactsTests.article(headline + "\n\nInterior Minister Janos Veres came by train. It rained for a week, and a road was shut.", nil, language: "en")
        let quotes = findFacts(article, FactsTests.gazetteer).quotes
        #expect(quotes.map { "\($0.kind.rawValue) \($0.speaker.map(article.string) ?? "-"): \(article.string($0.span))" } == expected)
    }

    private func speakers(_ text: String) -> [String] {
        let (facts, _) = FactsTests.facts(text)
        return facts.quotes.compactMap(\.referent).map { "\(facts.mentions[$0.mention].canonical) \($0.rule.split(separator: ".").last!) \($0.confidence.rawValue)" }
    }

    @Test(arguments: [
        ("Maria Santos opened the bridge. \"It is safe for every truck now,\" she said.", ["Maria Santos pronoun likely"]),
        ("Maria Santos came late to see John Miller there. \"It is safe for every truck now,\" he said.", ["John Miller pronoun likely"]),
        ("\"Roads are closed until Monday,\" said Maria Santos.\n\n\"It is not safe for trucks,\" she added.", ["Maria Santos name sure", "Maria Santos pronoun likely"]),
        ("Maria Santos spoke. \"It is safe for every truck now,\" he said.", []),
        ("Maria Santos spoke. \"It is safe for every truck now,\" they said.", []),
        ("Interior Minister Janos Veres came by train. \"It is safe for every truck now,\" the minister said.", ["Janos Veres office likely"]),
        ("Interior Minister Janos Veres came by train. \"It is safe for every truck now,\" the senator said.", []),
        ("Maria Santos said in a statement on Sunday that roads are closed. \"It is not safe for trucks,\" the statement said.",
            ["Maria Santos name sure", "Maria Santos statement likely"]),
        ("Mr. Chen met Mr. Okoro. \"It is safe for every truck now,\" he said.", ["Chen pronoun likely"]),
    ])
    func `whom the words for a speaker mean`(text: String, expected: [String]) { #expect(speakers(text) == expected) }

    @Test func `who speaks within somebody's words, and when a statement was made`() throws {
        let (facts, article) = FactsTests.facts(
            "\"Secretary Blinken stressed that talks go on and urged both sides to meet,\" Matthew Miller said on Sunday. \"He thanked the mediators,\" Miller added.")
        let nested = facts.quotes.flatMap(\.nested)
        #expect(nested.map { article.string($0.content) } == ["talks go on", "the mediators"])
        #expect(nested.compactMap(\.referent).map { facts.mentions[$0.mention].canonical } == ["Blinken", "Blinken"])
        #expect(facts.quotes.compactMap(\.when).map(article.string) == ["Sunday", "Sunday"])
    }

    @Test(arguments: [
        ("Armenian Prime Minister Nikol Pashinyan came. Later Armenian President Nikol Pashinyan left.", ["Nikol Pashinyan 2 true"]),
        ("Armenian Prime Minister Nikol Pashinyan came. Prime Minister Pashinyan left.", ["Nikol Pashinyan 2 false"]),
        ("Former President John Miller came. Governor John Miller left.", ["John Miller 2 false"]),
        ("Vice President John Miller came. President John Miller left.", ["John Miller 2 true"]),
    ])
    func `offices that cannot both be true are reported and flagged`(text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text)
        #expect(personRoles(facts, in: article).map { "\($0.name) \($0.roles.count) \($0.isConflicting)" } == expected)
    }

    @Test func `names of the configuration are known in every spelling`() {
        let gazetteer = FactsTests.gazetteer.knowing([
            KnownName(name: "Nikol Pashinyan", kind: .person, also: ["Pashinian", "Пашинян"]),
            KnownName(name: "Wagner Group", kind: .organisation, also: ["Wagner PMC", "ЧВК Вагнер"]),
            KnownName(name: "Artsakh", kind: .place, also: []),
        ])
        func names(_ text: String, _ language: String) -> [String] {
            findFacts(FactsTests.article(text, language: language), gazetteer).mentions.map { "\($0.kind.rawValue) \($0.canonical)" }
        }
        #expect(names("Nikol Pashinian came to Artsakh. Pashinian met nobody of Wagner PMC.", "en")
            == ["person Nikol Pashinyan", "place Artsakh", "person Nikol Pashinyan", "organisation Wagner Group"])
        #expect(names("Премьер Пашинян говорил о ЧВК Вагнер.", "ru").filter { $0.contains("Pashinyan") || $0.contains("Wagner") }
            == ["person Nikol Pashinyan", "organisation Wagner Group"])
    }

    // MARK: languages

    @Test(arguments: [
        ("en", "The road to the town was closed for the third day, and nobody could say when it would open."),
        ("de", "Die Straße in die Stadt war den dritten Tag gesperrt, und niemand konnte sagen, wann sie öffnet."),
        ("fr", "La route vers la ville était fermée pour le troisième jour et personne ne savait quand elle rouvrirait."),
        ("es", "La carretera a la ciudad estuvo cerrada por tercer día y nadie supo decir cuándo se abriría."),
        ("ru", "Дорога в город была закрыта третий день, и никто не мог сказать, когда её откроют."),
        ("uk", "Дорога до міста була закрита третій день, і ніхто не міг сказати, коли її відкриють."),
        ("tr", "Şehre giden yol üçüncü gün de kapalıydı ve kimse ne zaman açılacağını söyleyemedi."),
        ("az", "Şəhərə gedən yol üçüncü gün də bağlı idi və heç kim onun nə vaxt açılacağını deyə bilmirdi."),
        ("hy", "Քաղաք տանող ճանապարհը երրորդ օրն էր փակ էր։"), ("ka", "ქალაქისკენ მიმავალი გზა მესამე დღეა დაკეტილია."),
        ("ar", "كان الطريق إلى المدينة مغلقا لليوم الثالث ولم يعرف أحد متى سيفتح."), ("he", "הדרך אל העיר הייתה סגורה זה היום השלישי."),
        ("el", "Ο δρόμος προς την πόλη ήταν κλειστός για τρίτη ημέρα."),
    ])
    func `the language of a sentence is told`(language: String, text: String) {
        #expect(identifyLanguage(Array(text.utf8))?.language == language)
    }

    // MARK: bad input

    private func check(_ facts: Facts, _ article: Article) {
        let found = flaws(of: facts, in: article)
        #expect(found.isEmpty, "\(found.prefix(3))")
    }

    @Test func `the self-check sees what does not stand where it says`() {
        var (facts, article) = FactsTests.facts("Ann Roe said on Monday that the café at the corner is shut.")
        #expect(flaws(of: facts, in: article).isEmpty && !facts.mentions.isEmpty)
        facts.mentions[0].span = TextSpan(article.text.count - 3, article.text.count + 1)
        facts.dates[0].to = facts.dates[0].from
        let found = flaws(of: facts, in: article)
        #expect(found.contains { $0.contains("is no stretch of the text") } && found.contains { $0.contains("ends before it begins") }, "\(found)")
    }

    @Test(arguments: [
        String(repeating: "word ", count: 2000), "\"" + String(repeating: "He said that it is so and ", count: 400), String(repeating: "Capital ", count: 1000),
        String(repeating: "\u{301}\u{302}", count: 2000), String(repeating: "\"", count: 2000), String(repeating: "على Lachin corridor قال ", count: 200),
        String(repeating: "é e\u{301} ", count: 1000), String(repeating: "of the ", count: 2000), String(repeating: "President ", count: 1000),
        String(repeating: "said, ", count: 1500), String(repeating: "1.1.", count: 2000), String(repeating: "U.S.", count: 2000), "\u{0}\u{1}\u{FFFD}",
    ])
    func `hostile text has exact spans`(text: String) {
        let (facts, article) = FactsTests.facts(text)
        check(facts, article)
    }

    @Test func `noise has exact spans`() {
        var state: UInt64 = 7
        let pieces = ["said ", "\"", "Miller ", "on ", "Monday", ", ", ". ", "\n\n", "President ", "U.S. ", "the ", "“", "”", "2020", " - ", "Ministry of ", "'s ", "é", "Лачин ", "«", "»", "(", ")", ":"]
        for _ in 0..<200 {
            var text = ""
            for _ in 0..<40 {
                state = state &* 6_364_136_223_846_793_005 &+ 1
                text += pieces[Int(state >> 33) % pieces.count]
            }
            let (facts, article) = FactsTests.facts(text)
            check(facts, article)
        }
    }
}
