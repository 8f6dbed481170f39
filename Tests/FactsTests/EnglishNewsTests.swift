import Facts
import Model
import Testing
import Text

/// Classes of names and speakers that articles showed which nobody had looked at before.
struct EnglishNewsTests {
    /// `kind name` of each mention, those of demonyms aside.
    private func names(_ text: String) -> [String] {
        let (facts, article) = FactsTests.facts(text)
        return facts.mentions.filter { $0.kind != .demonym }.map { "\($0.kind.rawValue) \(article.string($0.span).oneLine)" }
    }

    @Test(arguments: [
        ("It was written by Elizabeth A. Hoge and by Jennifer M. Johnston.", ["person Elizabeth A. Hoge", "person Jennifer M. Johnston"]),
        ("Authors include Eric Bui, Sophie P. Palitz, Noah I. Schwarz and Naomi Simon.", ["person Eric Bui", "person Sophie P. Palitz", "person Noah I. Schwarz", "person Naomi Simon"]),
        ("They have enough Vitamin A. The others have none.", []), ("“It is,” said Jan Liphardt on Jan. 5.", ["person Jan Liphardt"]),
        ("Then Tessa Bishop met the bishop there.", ["person Tessa Bishop"]), ("Then Bishop Tessa Roe left.", ["person Tessa Roe"]),
        ("Prices at major North American resorts rose.", []), ("Ann Roe, Chief Product Officer of the firm, left.", ["person Ann Roe"]),
        ("They named 20-year-old Xana Kernodle there.", ["person Xana Kernodle"]), ("Nobody was hurt. Writing by Shilpa Jamkhandikar", ["person Shilpa Jamkhandikar"]),
        ("They saw that the village of Alma al-Chaab was hit.", ["place Alma al-Chaab"]), ("It was seen in the North Atlantic area.", ["place North Atlantic"]),
        ("When Daizha Riolandt was five, she left. “It is,” said Riolandt.", ["person Daizha Riolandt", "person Riolandt"]),
        ("They met at the Texas Capitol there.", []), ("Then Rebecca English of the paper left.", ["person Rebecca English"]), ("They learn English there.", []),
        ("Then Ann Roe, DBA, MS, CPT, and founder of it, left.", ["person Ann Roe"]), ("Groups from South African-based circles left.", []),
        ("Then Scott Keatley, R.D., and Ann Roe, M.D., left.", ["person Scott Keatley", "person Ann Roe"]),
        ("They are learning from LLMs and stand out in SERPs there.", []), ("They live in Miami; Chicago; Atlanta; and Winston-Salem.", ["place Miami", "place Chicago", "place Atlanta", "place Winston-Salem"]),
        ("Earlier Chris Christie quit. Christie’s exit was a blow.", ["person Chris Christie", "person Christie"]), ("It was sold at Christie’s on Monday.", ["organisation Christie’s"]),
    ])
    func `a name is found whole, and nothing else is one`(text: String, expected: [String]) {
        #expect(names(text) == expected)
    }

    @Test(arguments: [
        ("The Food and Drug Administration said so.", ["Food and Drug Administration"]), ("He left AT&T for Johnson & Johnson.", ["AT&T", "Johnson & Johnson"]),
        ("Shares of H&M fell. The M23 and the Fed said so.", ["H&M", "M23", "Fed"]), ("The Fisheries and Ports Authority met the Health Ministry.", ["Fisheries and Ports Authority", "Health Ministry"]),
        ("There the Treasury and Foreign Ministry met.", ["Treasury", "Foreign Ministry"]), ("They read the South African Weather Service closely.", ["Weather Service"]),
        ("They flew with South African Airways (SAA) then.", ["South African Airways", "SAA"]), ("It came from the Department of Climate Change and Energy there.", ["Department of Climate Change and Energy"]),
        ("They met at the FINRA Investor Education Foundation.", ["FINRA Investor Education Foundation"]), ("It was printed by Oxford University Press then.", ["Oxford University Press"]),
        ("It was made by the University of Chicago Education Lab and MDRC then.", ["University of Chicago Education Lab", "MDRC"]),
        ("Solutions provider Imprivata bought a stake in Stytch.", ["Imprivata", "Stytch"]), ("LevelBlue grew. Officer LeBlanck, an officer at Cloudflark, left.", ["LevelBlue", "Cloudflark"]),
        ("Paris Baguette grew. Later Ann Roe, CEO of Paris Baguette, left.", ["Paris Baguette", "Paris Baguette"]), ("Apple had to apologize there.", ["Apple"]),
        ("She works at the Harvard University Center for Wellness now.", ["Harvard University Center for Wellness"]), ("It was said by research company J.D. Power then.", ["J.D. Power"]),
        ("The Chief Cyber Solutions Officer left.", []),
    ])
    func `an organisation is found whole`(text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text)
        #expect(facts.mentions.filter { $0.kind == .organisation }.map { article.string($0.span) } == expected)
    }

    @Test(arguments: [
        ("The Office for Rail Duty (ORD) met. Then the ORD left.", ["Office for Rail Duty", "Office for Rail Duty", "Office for Rail Duty"]),
        ("It told the Namibian Broadcasting Corporation (NBC) so. Then the Broadcasting Corporation left.", ["Namibian Broadcasting Corporation", "Namibian Broadcasting Corporation", "Namibian Broadcasting Corporation"]),
        ("Some use the Klaviyo Data Platform (KDP) there. They like KDP.", ["Klaviyo Data Platform", "Klaviyo Data Platform"]),
        ("The Kurdistan Democratic Party (KDP) met. The FDA left.", ["Kurdistan Democratic Party", "Kurdistan Democratic Party", "Food and Drug Administration"]),
    ])
    func `an organisation is called by its name in full`(text: String, expected: [String]) {
        let (facts, _) = FactsTests.facts(text)
        #expect(facts.mentions.filter { $0.kind == .organisation }.map(\.canonical) == expected)
    }

    @Test(arguments: [
        ("There Ann Roe, vice president of the firm, left.", "vice president of the firm"), ("There Ann Roe, research director at the board, left.", "research director at the board"),
        ("There Ann Roe, Al Jazeera's manager of news, left.", "Al Jazeera's manager of news"), ("There Ann Roe, the board's youngest member, left.", "the board's youngest member"),
        ("There Ann Roe, a sociologist in Leeds, left.", "a sociologist in Leeds"), ("There Ann Carpenter, a carpenter from Leeds, left.", "a carpenter from Leeds"),
        ("There minister of mines and energy Ann Roe left.", "minister of mines and energy"), ("There Reuters Editor-in-Chief Ann Roe left.", "Reuters Editor-in-Chief"),
        ("There Ann Roe, who replaced the minister last week, left.", nil), ("There Ann Roe, who is a minister of state, left.", "who is a minister of state"),
    ])
    func `a person is what stands around the name`(text: String, expected: String?) throws {
        let (facts, article) = FactsTests.facts(text)
        let person = try #require(facts.mentions.first { $0.kind == .person })
        #expect(person.title.map(article.string) == expected)
    }

    /// `speaker: what is said` of each quotation.
    private func quotes(_ text: String) -> [String] {
        let (facts, article) = FactsTests.facts(text)
        return facts.quotes.map { "\($0.speaker.map(article.string) ?? "-"): \(article.string($0.span).oneLine)" }
    }

    @Test(arguments: [
        ("“It is growing,” comments Ann Roe, who lives there.", ["Ann Roe: “It is growing,”"]), ("“It was so,” Ann Roe began, and stood.", ["Ann Roe: “It was so,”"]),
        ("“I hope it was fun,” said the 36-year-old.", ["the 36-year-old: “I hope it was fun,”"]), ("The 37-year-old said it was over.", ["The 37-year-old: it was over"]),
        ("“It is hard,” Ann Roe, vice president of Roe & Sons told us. “Very hard indeed.”", ["Ann Roe: “It is hard,” Ann Roe, vice president of Roe & Sons told us. “Very hard indeed.”"]),
        ("A woman who was hurt by Ann Roe has revealed she was never asked.", ["A woman: she was never asked"]), ("It has grown, with some people saying they are tired.", ["some people: they are tired"]),
        ("Next year they will open ten more, said Ann Roe, head of the firm.", ["Ann Roe: Next year they will open ten more"]),
        ("According to data from the European Central Bank, wealth has grown.", ["data from the European Central Bank: wealth has grown"]),
        ("Their number has grown, according to a 2024 federal survey.", ["a 2024 federal survey: Their number has grown"]), ("The reported memo is long. A recent Park Associates report is too.", []),
        ("It holds the key to the largest confirmed reserves there are.", []), ("Google tells me that's not the case.", ["Google: that's not the case"]),
        ("Experts are wary of the plans of Ann Roe, saying they will fail.", ["Experts: they will fail"]), ("It is a question asked by candidates, “Should I stay?”", ["-: “Should I stay?”"]), ("If you think that it is over, you are wrong.", []),
        ("“It is brands they like” with the best of names, said Ann Roe, a professor.", ["Ann Roe: “It is brands they like” with the best of names"]),
        ("Novelist Ann Roe, from Paris, who has written ten books, said it was over.", ["Novelist Ann Roe: it was over"]),
        ("Ann Roe said that, while “they can ignore her,” words would “do them harm.”", ["Ann Roe: while “they can ignore her,” words would “do them harm.”"]),
        ("\"It ends the shift from \"old ways\" to new ones,\" said Ann Roe.", ["Ann Roe: \"It ends the shift from \"old ways\" to new ones,\""]),
        ("\"They sell,\" added Ann Roe, a member of the board. \"They sell a lot.\n\"But folks do not talk,\" she added.", ["Ann Roe: \"They sell,\" added Ann Roe, a member of the board. \"They sell a lot.", "she: \"But folks do not talk,\""]),
        ("“It has benefits,” states Ann Roe, MS, RD.", ["Ann Roe: “It has benefits,”"]), ("They cautioned against a plan that would hurt them.", ["They: against a plan that would hurt them"]),
        ("Ann Roe, the finance, economic development and tourism member of the council, wants to see it.", ["Ann Roe: to see it"]),
        ("The head of the centre of excellence, Ann Roe, says that it is hard.", ["The head of the centre of excellence, Ann Roe: it is hard"]),
        ("Protester Ann Roe, 60, from Paris, said: “It is hard for us.”", ["Ann Roe: “It is hard for us.”"]), ("Ann Roe, a former police officer who responded said: “It was bad.”", ["Ann Roe: “It was bad.”"]),
        ("According to reports, they fed the women who they “kept alive with dog food”.", ["reports: they fed the women who they “kept alive with dog food”"]),
        ("The findings suggest that tutors need time, and some more money, Ann Roe said.", ["Ann Roe: The findings suggest that tutors need time, and some more money"]),
        ("But neighbour Ann Roe picks up the story: “The door was open for us.”", ["Ann Roe: “The door was open for us.”"]),
        ("Ann Roe said it would not end.\n\n“We have seen it here too often.”", ["Ann Roe: it would not end", "Ann Roe: “We have seen it here too often.”"]),
        ("Ann Roe left then.\n\n“It gave us hope that there are more ways to do it.\n\n“I may be wrong on that,” Bo Li said.", ["Bo Li: “It gave us hope that there are more ways to do it.", "Bo Li: “I may be wrong on that,”"]),
    ])
    func `who speaks is found, and what is said`(text: String, expected: [String]) {
        #expect(quotes(text) == expected)
    }

    @Test func `the lines of a text that breaks none are its paragraphs`() {
        let long = "The council of the town met on Monday to talk about the harbour, the bridges and all the roads of the province for the third time this year."
        let text = [long, "Storms are near", "According to the council, the roads are closed. They will be so for some time, as far as anybody in the town can say now, it said.", long]
        #expect(quotes(text.joined(separator: "\n")).contains("the council: the roads are closed"))
        let (facts, article) = FactsTests.facts(text.joined(separator: "\n"))
        #expect(facts.sentences.map(article.string).contains("Storms are near"))
    }

    @Test(arguments: [
        ("It began in December. Some 30 seconds later it ended.", ["2025-12", nil]), ("It began on 5 June. Two days later it ended.", ["2026-06-05", "2026-06-07"]),
    ])
    func `days are not counted from a month`(text: String, expected: [String?]) {
        #expect(FactsTests.facts(text).0.dates.map(\.value) == expected)
    }
}
