import Extraction
import Model
import Testing

/// Which day a page that says little to machines was published, by what it shows.
@Suite struct PageDateTests {
    private let text = "<p>The road reopened, officials said, after weeks.</p><p>Nineteen trucks waited at the bridge.</p>"

    private func day(_ page: String) -> String? { articles("<html>\(page)</html>").first?.published.value }

    @Test(arguments: [
        ("jueves 2 de abril de 2020", "2020-04-02"), ("&nbsp; / 2 de abr. de 2020", "2020-04-02"), ("9 oktober 2020 11:12", "2020-10-09"),
        ("Stand: 5. Mai 2023, 10:21 Uhr", "2023-05-05"), ("le 1er août 2023", "2023-08-01"), ("5 мая 2023 г.", "2023-05-05"),
        ("2023. május 5.", "2023-05-05"), ("5 Mayıs 2023 Cuma", "2023-05-05"), ("5 maja 2023", "2023-05-05"), ("2 listopada 2023", nil),
        ("2020년 3월 4일 16:52", "2020-03-04"), ("2020年3月4日", "2020-03-04"), ("12 مارس 2023", "2023-03-12"), ("5 մայիսի, 2023", "2023-05-05"),
        ("5 მაისი 2023", "2023-05-05"), ("05.05.2023", "2023-05-05"), ("15.05.23", "2023-05-15"), ("11.03.17", nil), ("2/24/2026", "2026-02-24"),
        ("24/2/2026", "2026-02-24"), ("3/4/2025", nil), ("abril 2, 2020", "2020-04-02"), ("de abril de 2020", nil), ("mayo 1889, 3", nil),
    ] as [(String, String?)])
    func `a date is read in the words of its language`(shown: String, expected: String?) {
        #expect(day("<body><article><h1>Ridge road reopens</h1><p>\(shown)</p>\(text)</article></body>") == expected, "\(shown)")
    }

    @Test func `the day of the visit in the page's head and that of a picture are not the article's`() {
        let head = "<header><ul><li>Tuesday, (08 Dec 2020)</li></ul><span class=date>8 Dec 2020</span></header>"
        #expect(day("<body>\(head)<h1>Ridge road reopens</h1><p>Agency<br>13 Oct 2020, 22:11</p>\(text)</body>") == "2020-10-13")
        let picture = "<figure><img src=a.jpg><figcaption><div class=caption>At the bridge, 6 December 2010</div></figcaption></figure>"
        let data = "<head><meta property='article:published_time' content='2024-04-25'></head>"
        #expect(day("\(data)<body><h1>Ridge road reopens</h1>\(picture)\(text)</body>") == "2024-04-25")
    }

    @Test(arguments: [("de", "2023-04-05"), ("en-US", "2023-05-04"), ("en-GB", "2023-04-05"), ("en", nil)] as [(String, String?)])
    func `the page's language says which of two numbers is the day`(language: String, expected: String?) {
        let page = "<html lang=\(language)><body><h1>Ridge road reopens</h1><p>05/04/2023</p>\(text)</body></html>"
        #expect(articles(page).first?.published.value == expected)
    }

    @Test func `a line far from the headline that speaks of publication counts among other dates`() throws {
        let filler = String(repeating: "<p>The road reopened, officials said, after weeks.</p>", count: 80)
        let line = "Dieser Eintrag wurde veröffentlicht am Samstag, 5. Mai 2012 um 10:00 und abgelegt unter Straßen."
        let page = "<html><body><h1>Ridge road reopens</h1>\(filler)<div>4. Mai 2012</div><div>\(line)</div><div>6. Mai 2012</div></body></html>"
        #expect(articles(page).first?.published.value == "2012-05-05")
        #expect(articles(page.replacing("veröffentlicht am", with: "gelesen am")).first?.published.value == nil)
    }

    @Test func `a day may stand in an address in one piece, and in the title of what shows it`() {
        var hints = Hints()
        hints.url = "https://p.example/news/20200413/ridge-road"
        let page = "<html><body><h1>Ridge road reopens</h1>\(text)</body></html>"
        #expect(articles(page, hints).first?.published.value == "2020-04-13")
        hints.url = "https://p.example/news/20201399/ridge-road"
        #expect(articles(page, hints).first?.published.value == nil)
        #expect(day("<body><h1>Ridge road reopens</h1><abbr class=published title='2011-02-03T10:00:00Z'>Thursday</abbr>\(text)</body>") == "2011-02-03T10:00:00Z")
    }

    @Test func `the headline is the heading that the title holds`() {
        let title = "<head><title>Ridge road reopens after weeks - Valley Post</title></head>"
        let site = "<h1>Valley Post</h1>" + (0..<90).map { "<a href='/\($0)'>Section \($0)</a>" }.joined()
        #expect(day("\(title)<body>\(site)<h1>Ridge road reopens after weeks</h1><p>5 May 2023</p>\(text)</body>") == "2023-05-05")
        #expect(day("\(title)<body>\(site.replacing("h1", with: "div"))<h2>Ridge road reopens after weeks</h2><p>5 May 2023</p>\(text)</body>") == "2023-05-05")
    }

    @Test func `data for machines that are no JSON still say the day`() {
        func page(_ data: String) -> String {
            "<head><script type='application/ld+json'>\(data)</script></head><body><h1>Ridge road reopens</h1>\(text)</body>"
        }
        let data = #"{"@type": "NewsArticle", "headline": "Ridge \"road\"", "datePublished": "2020-10-26T18:10:00+01:00", "dateModified": "2020-10-27"}"#
        #expect(day(page(data)) == "2020-10-26T18:10:00+01:00")
        #expect(day(page(data + "}")) == "2020-10-26T18:10:00+01:00")
        #expect(day(page(data.replacing("\\\"road\\\"", with: "\"road\""))) == "2020-10-26T18:10:00+01:00")
        #expect(day(page(#"{"datePublished": "2020-10-26"#)) == nil)
        #expect(day(page(#"{"datePublished": "soon" ,, }"#)) == nil)
    }

    @Test func `a day that only scripts know counts when they know one, as a guess`() throws {
        func page(_ script: String) -> String { "<html><head><script>\(script)</script></head><body><h1>Ridge road reopens</h1>\(text)</body></html>" }
        let known = page("page.article.publication_date = '2020-12-06 00:15'; page.publisher = '2019-01-01'; x.publish('2018-01-01');")
        let article = try #require(articles(known).first)
        #expect(article.published.value == "2020-12-06T00:15:00")
        let origin = article.origins.first { $0.field == .published }
        #expect(origin?.from == "script" && origin.map { $0.confidence < 0.7 } == true)
        #expect(articles(page(#"{"publishedAt":"2020-12-06","next":{"publishedAt":"2020-12-07"}}"#)).first?.published.value == nil)
        #expect(articles(page(#"{"publishedAt":"2020-12-06","next":{"publishedAt":"2020-12-06T10:00:00Z"}}"#)).first?.published.value == "2020-12-06")
    }

    @Test func `a date that stands alone counts when the page has no other, as a guess`() throws {
        let filler = String(repeating: "<p>The road reopened, officials said, after weeks.</p>", count: 80)
        func page(_ foot: String) -> String { "<html><body><article><h1>Ridge road reopens</h1>\(filler)</article>\(foot)</body></html>" }
        let article = try #require(articles(page("<div><small>Posted on April 13, 2023</small></div>")).first)
        #expect(article.published.value == "2023-04-13")
        #expect(article.origins.first { $0.field == .published }.map { $0.from == "line" && $0.confidence < 0.7 } == true)
        #expect(articles(page("<div>April 13, 2023</div><div>April 14, 2023</div>")).first?.published.value == nil)
        #expect(articles(page("<footer><div>April 13, 2023</div></footer>")).first?.published.value == nil)
        #expect(articles(page("<div>The bridge was built on April 13, 2023 by two firms of the valley</div>")).first?.published.value == nil)
    }

    /// A page whose data for machines alone says a day.
    private func made(_ type: String, _ changed: String, _ shown: String = "") -> Article? {
        let data = "{\"@type\":\"\(type)\",\"datePublished\":\"2013-05-05\",\"dateModified\":\"\(changed)\"}"
        let head = "<head><script type=application/ld+json>\(data)</script></head>"
        return articles("<html>\(head)<body><h1>How roads are built</h1>\(shown)\(text)</body></html>").first
    }

    @Test func `the day on which a page was made that is kept is withheld`() throws {
        let kept = try #require(made("WebPage", "2014-08-06"))
        #expect(kept.published.value == nil && kept.modified.value == "2014-08-06")
        let origin = try #require(kept.origins.first { $0.field == .published })
        #expect(origin.agreement == .withheld && origin.alternates.map(\.value) == ["2013-05-05"])
        #expect(made("WebPage", "2013-08-06")?.published.value == "2013-05-05")
        #expect(made("NewsArticle", "2014-08-06")?.published.value == "2013-05-05")
        #expect(made("WebPage", "2014-08-06", "<p>5 May 2013</p>")?.published.value == "2013-05-05")
    }

    @Test func `a sentence that names a day, a list of many and a date within a line are no day of publication`() {
        let heading = "<h1>How roads are built</h1>"
        #expect(day("<body>\(heading)<p>We changed what this page says of bridges on 5 May 2023, for clarity.</p>\(text)</body>") == nil)
        let note = "<p>Figures of all the roads and bridges of the region, the two tunnels among them, that stood on <b>5 May 2023</b>.</p>"
        #expect(day("<body>\(heading)\(text)\(text)\(text)\(note)</body>") == nil)
        let filler = String(repeating: "<p>The road reopened, officials said, after weeks.</p>", count: 80)
        func list(_ count: Int) -> String {
            (1...count).map { "<div><img src=a.jpg><time datetime=2023-05-0\($0)>May</time></div>" }.joined()
        }
        #expect(day("<body>\(heading)\(filler)\(list(2))</body>") == "2023-05-01")
        #expect(day("<body>\(heading)\(filler)\(list(6))</body>") == nil)
    }

    @Test func `a whole site has no day of publication`() {
        var hints = Hints()
        let page = "<html><body><h1>Ridge road reopens</h1><p>5 May 2023</p>\(text)</body></html>"
        for (address, expected) in [("https://p.example/", nil), ("https://p.example/?p=12", "2023-05-05"), ("https://p.example/a", "2023-05-05")] {
            hints.url = address
            #expect(articles(page, hints).first?.published.value == expected, "\(address)")
        }
    }

    @Test func `a day beside that of a change is the first, also where only their styles part them`() {
        let line = "<span class=dateline>MAY 5, 2023</span><span class='dateline updated'>Updated: JUNE 2, 2023</span>"
        #expect(day("<body><div class=article-dateline>Health\(line)</div><h1>Ridge road reopens</h1>\(text)</body>") == "2023-05-05")
        #expect(day("<body><h1>Ridge road reopens</h1><p>May 5, 2023Updated: June 2, 2023</p>\(text)</body>") == "2023-05-05")
    }
}
