import Extraction
import Formats
import Markup
import Model
import Testing
import Text

func articles(_ text: String, _ hints: Hints = Hints()) -> [Article] { articles(Array(text.utf8), hints) }

func articles(_ bytes: [UInt8], _ hints: Hints = Hints()) -> [Article] {
    format(of: bytes, hints)?.read(bytes, hints).items.map(extract) ?? []
}

func zones(_ article: Article) -> [String] { article.paragraphs.map { "\($0.zone): \(article.string($0.span))" } }

@Suite struct PlainTextTests {
    @Test func `a wire story comes apart into its zones and stays as it is`() throws {
        let text = """
            Trucks roll again on the Ridge road
            Drivers wait at the Ridge road checkpoint, May 3, 2021. (AP Photo)


            By Ana Markova
            KESTREL, June 3 (Newswire) - The Ridge road reopened on Monday.

            "It was closed," said a driver. It was wrapped because the line was so very long that
            it had to go on.
            """
        let article = try #require(articles(text).first)
        #expect(String(decoding: article.text, as: UTF8.self) == text)
        #expect(article.headline == "Trucks roll again on the Ridge road" && article.byline == "Ana Markova")
        #expect(zones(article).map { $0.prefix { $0 != ":" } } == ["headline", "caption", "credit", "byline", "dateline", "body", "body"])
        #expect(zones(article)[2] == "credit: (AP Photo)" && zones(article)[5] == "body: The Ridge road reopened on Monday.")
        #expect(article.published == .unknown && article.language == "en")
    }

    @Test func `a notice of rights at the end is credit, elsewhere it is text`() {
        let notice = "© 2026 The Agency. All rights reserved. This material may not be published or broadcast without permission."
        let rest = "Nineteen trucks waited at the bridge.\n\nTalks went on.\n\nA third of them left.\n\nNight fell over the pass."
        func read(_ text: String) -> [Zone] { extract(RawItem(id: nil, content: .plain(Array(text.utf8)), hints: Hints())).paragraphs.map(\.zone) }
        #expect(read("Convoy waits\n\n\(rest)\n\n\(notice)") == [.headline, .body, .body, .body, .body, .credit])
        #expect(read("Convoy waits\n\n\(rest)\n\nTous droits réservés.\n\nFor corrections write to the desk.") == [.headline, .body, .body, .body, .body, .credit, .body])
        #expect(read("Convoy waits\n\n\(notice)\n\n\(rest)") == [.headline, .body, .body, .body, .body, .body])
        #expect(read("Convoy waits\n\n\(notice)") == [.headline, .body])
    }

    @Test func `text without a headline is all body`() throws {
        let article = try #require(articles("It was a long day and the road was closed until the evening came\nand the trucks went on.").first)
        #expect(article.paragraphs.map(\.zone) == [.body])
    }
}

@Suite struct UndeclaredEncodingTests {
    @Test(arguments: [
        ("windows-1251", "Движение по коридору остановлено в понедельник, сообщили в столице. Дорога закрыта, и грузовики ждут у моста."),
        ("koi8-r", "Движение по коридору остановлено в понедельник, сообщили в столице. Дорога закрыта, и грузовики ждут у моста."),
        ("cp866", "Движение по коридору остановлено в понедельник, сообщили в столице. Дорога закрыта, и грузовики ждут у моста."),
        ("gb18030", "星期一，走廊的交通再次中断，首都方面表示，他们正在等待道路重新开放。"), ("big5", "星期一，走廊的交通再次中斷，首都方面表示，他們正在等待道路重新開放。"),
        ("euc-kr", "월요일 회랑의 통행이 다시 중단되었다고 당국이 밝혔다. 도로는 닫혀 있다."), ("cp932", "月曜日、回廊の通行が再び停止したと首都は述べた。道路は閉鎖されている。"),
        ("euc-jp", "月曜日、回廊の通行が再び停止したと首都は述べた。道路は閉鎖されている。"),
        ("windows-1253", "Η κυκλοφορία στον διάδρομο σταμάτησε τη Δευτέρα, ανακοίνωσε η πρωτεύουσα. Ο δρόμος είναι κλειστός."),
        ("windows-1255", "התנועה במסדרון נעצרה ביום שני, כך נמסר מהבירה. הכביש סגור והמשאיות ממתינות ליד הגשר"),
        ("windows-1256", "توقفت الحركة في الممر يوم الاثنين، بحسب ما أعلنت العاصمة. الطريق مغلق والشاحنات تنتظر."),
        ("windows-1254", "Koridorda trafik pazartesi günü durdu, başkent açıkladı. Yol kapalı ve kamyonlar bekliyor, dışişleri bakanlığı söyledi."),
        ("windows-1250", "Ruch w korytarzu został wstrzymany w poniedziałek, podała stolica. Droga jest zamknięta, a ciężarówki czekają."),
        ("windows-1252", "La circulation a été arrêtée lundi, a annoncé la capitale. La route est fermée et les camions attendent où ils sont."),
    ])
    func `text that says nothing of its encoding is read by its bytes, also under a Western label`(encoding: String, text: String) throws {
        let convert = try #require(iconvOpen(encoding))
        let bytes = convert(Array("Road\n\n\(text)\n".utf8))
        let article = try #require(articles(bytes).first)
        #expect(String(decoding: article.text, as: UTF8.self).contains(text))
        guard !["windows-1252", "windows-1250", "windows-1254"].contains(encoding) else { return }
        let again = try #require(iconvOpen(encoding))
        let page = Array("<html><head><meta charset=\"iso-8859-1\"><title>Road</title></head><body><p>".utf8)
            + again(Array((text + " " + text).utf8)) + Array("</p></body></html>".utf8)
        #expect(String(decoding: try #require(articles(page).first).text, as: UTF8.self).contains(text))
    }
}

@Suite struct PageTests {
    @Test func `a page that is no article says why`() throws {
        let scripts = "<html><head><title>App</title></head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id=\"root\"></div></body></html>"
        #expect(try #require(articles(scripts).first).caveat == "a page that JavaScript fills, with no text of its own")
        let cards = (1...12).map { "<div class=\"card\"><a href=\"/\($0)\">Headline of article \($0) of the day in full</a></div>" }.joined()
        let list = "<html><head><title>News</title></head><body><main><h1>News</h1><div>\(cards)</div></main></body></html>"
        #expect(try #require(articles(list).first).caveat == "a list of articles")
        #expect(try #require(articles(PageTests.road).first).caveat == nil)
    }

    @Test func `a page that scripts fill is read out of their data`() throws {
        let text = (1...9).map { "\\u003cp class=\\\"t\\\"\\u003eParagraph \($0) says \\\"stay\\\" on the Ridge road, where stones fell in the night and nobody may pass, \\u00e9t\\u00e9.\\u003c/p\\u003e" }.joined()
        let page = "<html><head><title>Road shut</title></head><body><div id=\"__next\"></div><script>push({\"id\":7,\"menu\":\"Home\",\"body\":\"\(text)\"})</script></body></html>"
        let article = try #require(articles(page).first)
        let body = article.paragraphs.filter { $0.zone == .body }
        #expect(body.count == 9 && body.allSatisfy { $0.source == nil } && article.caveat == nil)
        #expect(article.string(body[0].span) == "Paragraph 1 says \"stay\" on the Ridge road, where stones fell in the night and nobody may pass, été.")
    }

    @Test func `the next article below the page's own is left out`() throws {
        func article(_ name: String, _ count: Int) -> String {
            let text = (1...count).map { "<p>Sentence \($0) of \(name) tells at length, with commas, what happened on the Ridge road that day.</p>" }
            return "<article><h1>\(name)</h1>\(text.joined())</article>"
        }
        let page = "<html><head><title>Road shut for a week</title></head><body><main>\(article("Road shut for a week", 4))\(article("Another tale of the sea", 12))</main></body></html>"
        let body = try #require(articles(page).first)
        #expect(zones(body).filter { $0.contains("Another tale") }.isEmpty && zones(body).filter { $0.contains("Road shut") }.count == 5)
        let live = page.replacing("</article><article>", with: "<article>").replacing("</article></main>", with: "</article></article></main>")
        #expect(zones(try #require(articles(live).first)).filter { $0.contains("Another tale") }.count >= 12, "an entry within the article is the article's")
    }

    /// Paragraphs of one tale, each of its own.
    private static func tale(_ numbers: ClosedRange<Int>) -> [String] {
        numbers.map { "Sentence \($0) tells at length, with commas, and more than one, what happened on the Ridge road that day." }
    }

    private static func bodies(_ inner: String) throws -> [String] {
        let page = "<html><head><title>Road shut</title><link rel='canonical' href='https://news.example.org/a'></head><body>\(inner)</body></html>"
        let article = try #require(articles(page).first)
        return article.paragraphs.filter { $0.zone == .body }.map { article.string($0.span) }
    }

    @Test func `an article that a page holds once for each screen is read once`() throws {
        let text = PageTests.tale(1...7)
        let copy = text.map { "<p>\($0)</p>" }.joined()
        #expect(try PageTests.bodies("<main><div class=wide>\(copy)</div><div class=wide>\(copy)</div></main>") == text)
        let again = text + [text[2], "At the end it was said once more, and all agreed, that the road is shut."]
        #expect(try PageTests.bodies("<main>\(again.map { "<p>\($0)</p>" }.joined())</main>") == again, "what a text says again stays")
    }

    @Test func `an article in a span, in what is called its contents, or cut into parts is whole`() throws {
        let text = PageTests.tale(1...8)
        let span = text.joined(separator: "<br><br>")
        #expect(try PageTests.bodies("<div class=post><span class=rich>\(span)</span></div><div><p>The company was founded 75 years ago, as a cooperative.</p></div>") == text)
        let chapters = text.map { "<section class='toc-para'><p>\($0) \($0)</p></section>" }.joined()
        #expect(try PageTests.bodies("<div class='article'>\(chapters)</div>").count == 8)
        let parts = "<p>\(text[0])</p><p>\(text[1])</p><div class=steps>\(text[2...].map { "<p>\($0)</p>" }.joined())</div>"
        #expect(try PageTests.bodies("<main><div class='entry-content'>\(parts)</div></main>") == text)
    }

    @Test func `links to other sites within an article are part of it, those of the site and those behind it are not`() throws {
        let text = PageTests.tale(1...4).map { "<p>\($0)</p>" }
        func list(_ address: String) -> String { "<h3>Pliers worth having</h3><ul><li><a href='\(address)'>A pair of pliers</a></li></ul>" }
        let own = "https://www.example.org/other", other = "https://shop.example.com/pliers"
        #expect(try PageTests.bodies("<article>\(text[0])\(text[1])\(list(other))\(text[2])\(text[3])</article>").contains("A pair of pliers"))
        #expect(try !PageTests.bodies("<article>\(text[0])\(text[1])\(list(own))\(text[2])\(text[3])</article>").contains("A pair of pliers"))
        #expect(try !PageTests.bodies("<article>\(text.joined())\(list(other))</article>").contains("A pair of pliers"))
        #expect(try !PageTests.bodies("<article>\(text[0])\(list("https://www.facebook.com/x"))\(text[1])\(text[2])</article>").contains("A pair of pliers"))
    }

    @Test func `what stands at the end about the author is credit`() throws {
        let text = PageTests.tale(1...5).map { "<p>\($0)</p>" }.joined()
        let about = "<p>Ann Roe</p><p>Ann Roe is a reporter in Baku who has covered the Lachin corridor since 1994.</p><p>She lives in Baku.</p>"
        let page = "<html><head><title>Road shut</title><meta name=author content='Ann Roe and Bo Li'></head><body><article><h1>Road shut</h1>\(text)\(about)</article></body></html>"
        let article = try #require(articles(page).first)
        #expect(article.paragraphs.count { $0.zone == .body } == 5)
        #expect(article.paragraphs.contains { $0.zone == .credit && article.string($0.span).hasPrefix("Ann Roe is a reporter") })
        let named = "<article><h1>Road shut</h1>\(text)<p>Ann Roebuck, a driver, said that she would wait for the road to open.</p></article>"
        let other = try #require(articles(page.replacing("\(text)\(about)", with: named)).first)
        #expect(other.paragraphs.count { $0.zone == .body } == 6, "another name")
        let spoke = try #require(articles(page.replacing("\(text)\(about)", with: named.replacing("Ann Roebuck, a driver,", with: "Ann Roe"))).first)
        #expect(spoke.paragraphs.count { $0.zone == .body } == 6, "what somebody said is text, whoever the page calls its author")
    }

    @Test(arguments: [
        ("Caf\u{C3}\u{A9} — d\u{E9}j\u{E0} vu: don\u{E2}\u{20AC}\u{2122}t", "Café — déjà vu: don’t"),
        ("«\u{A0}surdou\u{E9}\u{A0}»", "«\u{A0}surdou\u{E9}\u{A0}»"), ("AMANH\u{C3}\u{A0}fim da a\u{E7}\u{E3}o", "AMANH\u{C3}\u{A0}fim da ação"),
        ("don\u{E2}\u{20AC}\u{2122}t", "don’t"), ("a\u{C2}\u{A0}b \u{4E2D}", "a\u{A0}b \u{4E2D}"), ("tea\u{92}s", "tea’s"),
    ])
    func `what was encoded once too often is read as it was meant`(text: String, meant: String) { #expect(repaired(text) == meant) }

    private static let road = """
        <html><head><title>Road shut</title>
        <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Road shut: live","datePublished":"2026-01-10T08:00:00Z","liveBlogUpdate":[
        {"@type":"BlogPosting","headline":"Second slide &amp; new danger","datePublished":"2026-01-10T12:30:00+01:00","articleBody":"Another slide came down."},
        {"@type":"BlogPosting","headline":"Not shown any more","datePublished":"2026-01-10T07:00:00Z","articleBody":"Nobody reads this."},
        {"@type":"BlogPosting","datePublished":"2026-01-10T10:00:00Z","articleBody":"The Ridge road is shut for a week, the roads office said on Saturday morning."}]}</script></head>
        <body><nav><a href="/">Home</a></nav><article><h1>Road shut: live</h1>
        <h2>Second slide &amp; new danger</h2>
        <p>Another <b>slide</b> came down near the village, two witnesses said, and stones lie on the rails of the valley&#39;s only line.</p>
        <p>The Ridge road is shut for a week, the roads office said on Saturday morning. Drivers are asked to take the valley road, which is longer.</p>
        <p>Correction: An earlier version of this page named another village.</p></article></body></html>
        """

    @Test func `a paragraph knows its place in the page`() throws {
        let article = try #require(articles(PageTests.road).first)
        let source = Array(PageTests.road.utf8)
        let body = article.paragraphs.filter { $0.zone == .body }
        let places = body.compactMap(\.source).map { String(decoding: source[$0.start..<$0.end], as: UTF8.self) }
        #expect(places.count == 4 && places[0] == "Second slide &amp; new danger")
        #expect(places[1].hasPrefix("Another <b>slide</b> came down") && places[1].hasSuffix("the valley&#39;s only line."))
        #expect(article.confidence ?? 0 > 0.3 && article.confidence ?? 1 < 1)
        let plain = try #require(articles("Road shut\n\nThe Ridge road is shut for a week.").first)
        #expect(plain.paragraphs.allSatisfy { $0.source == $0.span } && plain.confidence == nil)
    }

    @Test func `a live blog has entries with their times and places`() throws {
        let article = try #require(articles(PageTests.road).first)
        #expect(article.entries.map(\.headline) == ["Second slide & new danger", "Not shown any more", nil])
        #expect(article.entries.map(\.published) == ["2026-01-10T12:30:00+01:00", "2026-01-10T07:00:00Z", "2026-01-10T10:00:00Z"])
        let texts = article.entries.map { $0.span.map(article.string) }
        #expect(texts[0]?.hasPrefix("Second slide & new danger\n\nAnother slide") == true && texts[1] == nil)
        #expect(texts[2]?.hasPrefix("The Ridge road") == true)
    }

    @Test(arguments: ["class=\"live-blog-post\"", "itemprop=\"liveBlogUpdate\"", "class=\"card liveblog__entry\""])
    func `a live blog without data for machines has the entries that its markup shows`(mark: String) throws {
        let entries = [("12:30", "Second slide", "Another slide came down near the village, two witnesses said, and stones lie on the rails."),
            ("10:00", "", "The Ridge road is shut for a week, the roads office said on Saturday morning. Drivers take the valley road.")]
        let shown = entries.map { time, head, text in
            "<div \(mark)><time datetime=\"2026-01-10T\(time):00Z\">\(time)</time>\(head.isEmpty ? "" : "<h2>\(head)</h2>")<p>\(text)</p></div>"
        }
        let page = "<html><body><article><h1>Road shut: live</h1><p>What we know of the slides on the Ridge road, as it happens, all day long.</p>"
        let article = try #require(articles(page + shown.joined() + "</article></body></html>").first)
        #expect(article.entries.map(\.headline) == ["Second slide", nil])
        #expect(article.entries.map(\.published) == ["2026-01-10T12:30:00Z", "2026-01-10T10:00:00Z"])
        let texts = article.entries.map { $0.span.map(article.string) }
        #expect(texts[0]?.hasPrefix("Second slide\n\nAnother slide") == true && texts[1]?.hasPrefix("The Ridge road") == true, "\(texts)")
        let single = try #require(articles(page + shown[0] + "</article></body></html>").first)
        #expect(single.entries.isEmpty, "one alone is no live blog")
    }

    @Test(arguments: [
        ("Correction: An earlier version named another village.", true), ("Исправление: в тексте было названо другое село.", true),
        ("This article was amended on 3 May to name the village.", true), ("Correction of prices will go on, said the bank.", false),
        ("\"Correction: it was me,\" he said.", false), ("An earlier version of this bridge stood there.", false),
        ("An earlier version of this article named another village.", true),
    ])
    func `editors' notes are known by how they begin`(text: String, isNote: Bool) throws {
        let article = try #require(articles("Road shut\n\nThe Ridge road is shut for a week, the office said.\n\n\(text)").first)
        #expect((article.editorialNote != nil) == isNote)
    }

    static let page = """
        <!doctype html><html lang="en-GB"><head><title>Ridge road reopens - The Paper</title>
        <meta property="article:published_time" content="2023-06-26T07:12:41+04:00"><link rel="canonical" href="https://p.example/a">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ridge road reopens","author":{"name":"Ana Markova"}}</script>
        </head><body><nav><a href="/">Home</a> <a href="/x">The Ridge road special</a></nav>
        <div class="cookie-banner">We use cookies about the Ridge road, honestly, and more of them than you think we do.</div>
        <article><h1>Ridge road reopens</h1><figure><img src="x"><figcaption>Trucks on the road. (Getty Images)</figcaption></figure>
        <p>The Ridge road, closed since May, reopened on Monday &amp; trucks rolled, officials said, after weeks of talks.</p>
        <p>Drivers, who had waited for days, cheered; some of them wept &mdash; it was, they said, a relief for all.</p>
        <div class="share-bar">Share this article about the Ridge road with your friends, now, today, quickly, please.</div>
        <p>It had been shut, by order of the governor, on grounds that were never, not even in court, explained.</p></article>
        <aside><p>Related: the Ridge road, a history, in many parts, with pictures, maps, and much else, to read.</p></aside>
        <footer>© The Paper</footer></body></html>
        """

    @Test(arguments: [
        ("<title>Ridge road reopens | The Paper</title>", "<h1>The Paper</h1>", "<meta property='og:title' content='Ridge road reopens | The Paper'>"),
        ("<title>x</title><meta property='og:site_name' content='Valley Post'>", "<h1>Valley Post</h1>", "<meta property='og:title' content='Ridge road reopens - Valley Post'>"),
        ("<title>Ridge road reopens — p.example</title>", "<p>no heading</p>", "<meta property='og:url' content='https://p.example/a'>"),
        ("<title>The Paper</title>", "<h1>Ridge road reopens</h1>", ""),
    ])
    func `the headline is the article's and not the outlet's`(head: String, body: String, meta: String) throws {
        let text = "<p>The Ridge road, closed since May, reopened on Monday and trucks rolled, officials said, after weeks of talks.</p>"
        let page = "<!doctype html><html><head>\(head)\(meta)</head><body><article>\(body)\(text)\(text)</article></body></html>"
        #expect(articles(page).first?.headline == "Ridge road reopens")
    }

    @Test(arguments: [
        ("산길 다시 열렸다-정치ㅣ골짜기일보", "골짜기일보", "산길 다시 열렸다"), ("山路重新开放_时政_山谷日报网", "山谷日报网", "山路重新开放"),
        ("山路重新开放--时政--山谷日报网", "山谷日报网", "山路重新开放"), ("The ridge road: open again – Valley Post", "Valley Post", "The ridge road: open again"),
        ("Who owns the Valley Post", "Valley Post", "Who owns the Valley Post"),
    ])
    func `a headline ends before the outlet's own name behind any mark`(shown: String, outlet: String, expected: String) {
        let text = "<p>The Ridge road, closed since May, reopened on Monday and trucks rolled, officials said, after weeks of talks.</p>"
        let page = """
            <html><head><meta property='og:site_name' content='\(outlet)'></head><body><article><h1>\(shown)</h1>\(text)\(text)</article></body></html>
            """
        #expect(articles(page).first?.headline == expected)
    }

    @Test func `a page gives its article and none of its furniture`() throws {
        let article = try #require(articles(PageTests.page).first)
        #expect(article.headline == "Ridge road reopens" && article.byline == "Ana Markova" && article.language == "en")
        #expect(article.url == "https://p.example/a")
        #expect(article.published.value == "2023-06-26T07:12:41+04:00" && article.published.from == .page)
        let text = String(decoding: article.text, as: UTF8.self)
        for furniture in ["cookies", "Share", "Related", "Home", "©"] { #expect(!text.contains(furniture)) }
        #expect(article.paragraphs.map(\.zone) == [.headline, .caption, .credit, .body, .body, .body])
        #expect(text.contains("on Monday & trucks rolled") && text.contains("wept — it was"))
        #expect(article.caveat == nil)
    }

    @Test func `a page's fields say where they come from, who agrees, and what else was said`() throws {
        let head = """
            <title>Ridge road reopens | The Paper</title><meta name=author content="Web Desk"><meta property="og:image" content="https://p.example/a.jpg">
            <meta property="article:modified_time" content="2023-06-27T10:00:00Z">
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Ridge road reopens","datePublished":"2023-06-26","author":
            {"@type":"Person","name":"Ana Markova"},"isAccessibleForFree":"False"}</script>
            """
        let text = "<p>The Ridge road, closed since May, reopened on Monday and trucks rolled, officials said, after weeks of talks.</p>"
        let page = "<!doctype html><html><head>\(head)</head><body><article><h1>Ridge road reopens</h1>\(text)\(text)</article></body></html>"
        var hints = Hints()
        hints.published = Published(value: "2023-06-25T22:00:00Z", moment: Moment(seconds: 1_687_730_400), from: .feed)
        let alone = try #require(articles(page).first)
        let witnessed = try #require(articles(page, hints).first)
        func origin(_ field: FieldOrigin.Field, _ article: Article) -> FieldOrigin? { article.origins.first { $0.field == field } }
        #expect(origin(.headline, alone)?.agreement == .agreed && origin(.headline, alone)?.from == "json-ld")
        let byline = try #require(origin(.byline, alone))
        #expect(byline.agreement == .disputed && byline.alternates == [FieldOrigin.Alternate(from: "meta:author", value: "Web Desk")])
        #expect(origin(.published, alone)?.agreement == .alone && origin(.published, witnessed)?.agreement == .disputed)
        #expect(origin(.published, witnessed)?.alternates.first?.from == "feed" && byline.confidence < 0.7)
        #expect(alone.modified.value == "2023-06-27T10:00:00Z" && alone.image == "https://p.example/a.jpg")
        #expect(alone.isPaywalled && alone.body == .teaser)
        let free = try #require(articles(page.replacing("\"False\"", with: "true")).first)
        #expect(!free.isPaywalled && free.body == .full)
        hints.published = Published(value: "2023-06-25", moment: Moment(seconds: 1_687_651_200), from: .option)
        #expect(origin(.published, try #require(articles(page, hints).first)) == nil, "the option's date is not the page's")
    }

    @Test(arguments: [
        ("2023-06-26", "Posted on June 20, 2023", "2023-06-20"), ("2023-06-26", "Updated July 2nd, 2023", "2023-06-26"),
        ("2023-06-26T20:00:00Z", "June 27, 2023", "2023-06-26T20:00:00Z"), ("", "June 1st, 2023", "2023-06-01"),
    ])
    func `a page stamped anew keeps the day that it shows`(claimed: String, shown: String, expected: String) {
        let data = claimed.isEmpty ? "" : "<meta property='article:published_time' content='\(claimed)'>"
        let page = "<html><head>\(data)</head><body><article><h1>Ridge road reopens</h1><p>\(shown)</p><p>The road reopened, officials said, after weeks.</p></article></body></html>"
        #expect(articles(page).first?.published.value == expected)
    }

    @Test(arguments: [(1, "2023-05-31"), (2, nil)])
    func `a day far from the headline counts when it is the only one`(count: Int, expected: String?) {
        let days = (0..<count).map { "<div class='story-date'><span>May \(31 - $0), 2023</span></div>" }.joined()
        let filler = String(repeating: "<p>The road reopened, officials said, after weeks.</p>", count: 80)
        let page = "<html><body><article><h1>Ridge road reopens</h1>\(filler)</article>\(days)</body></html>"
        #expect(articles(page).first?.published.value == expected)
    }

    @Test(arguments: [
        ("<meta name=author content='Valley Post'>", "<span class=author>Ana Markova</span>", "Ana Markova"),
        ("<meta name=author content='Valley Post'>", "", "Valley Post"),
        ("<meta name='twitter:label1' content='Written by'><meta name='twitter:data1' content='Ana Markova'>", "", "Ana Markova"),
        ("<script type='application/ld+json'>{\"@type\":\"WebPage\",\"mainEntity\":{\"@type\":\"Article\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ana Markova\"}]}}</script>",
         "", "Ana Markova"),
        ("", "FILL<p class='post-author__name'>Ana Markova</p>", "Ana Markova"),
        ("", "FILL<p class='post-author__name'>Ana Markova</p><p class='post-author__name'>Jan Orsk</p>", nil),
        ("", "<p>By the Valley Post team</p>", "the Valley Post team"),
    ])
    func `an author is a person before it is the outlet`(head: String, body: String, expected: String?) {
        let filler = String(repeating: "<p>The road reopened, officials said, after weeks.</p>", count: 80)
        let page = """
            <html><head><meta property='og:site_name' content='Valley Post'>\(head)</head><body><article><h1>Ridge road reopens</h1>
            \(body.replacing("FILL", with: filler))\(filler)</article></body></html>
            """
        #expect(articles(page).first?.byline == expected)
    }

    @Test func `a log-in page and an empty one say what they are`() {
        let login = "<html><body><form><input type=password></form><p>Sign in to go on.</p></body></html>"
        #expect(articles(login).first?.caveat == "a log-in page")
        #expect(articles("<html><body><script>render()</script></body></html>").first?.caveat != nil)
    }

    @Test func `text below 600 levels is not lost`() throws {
        let deep = String(repeating: "<div>", count: 3000) + "<p>The Ridge road reopened, after weeks, on Monday, officials said.</p>"
        #expect(String(decoding: try #require(articles("<html><body>" + deep).first).text, as: UTF8.self).contains("Ridge road reopened"))
    }

    /// Markup of megabytes, which a log shows by its beginning.
    struct Hostile: CustomTestStringConvertible, Sendable {
        var markup: String
        var testDescription: String { String(markup.prefix(20)) + "…" }

        init(_ piece: String, _ count: Int, after start: String = "", before end: String = "") {
            markup = start + String(repeating: piece, count: count) + end
        }
    }

    @Test(arguments: [
        Hostile("<div>", 200_000), Hostile("<p><b><i>", 60_000), Hostile("x=1 ", 100_000, after: "<a ", before: ">"),
        Hostile("a", 2_000_000, after: "<p title=\""), Hostile("&amp;", 200_000), Hostile("<ul><li>", 50_000), Hostile("<", 300_000),
        Hostile("-", 300_000, after: "<!--"),
        Hostile("<!ENTITY c \"&a;&a;\">", 10_000, after: "<!DOCTYPE x [<!ENTITY a \"b\">", before: "]><p>&c;</p>"),
    ])
    func `hostile markup costs no more than its length`(hostile: Hostile) {
        let markup = hostile.markup
        let tree = parseMarkup(Array(("<html><body>" + markup).utf8), isXML: false)
        #expect(tree.nodes.count <= markup.utf8.count + 20)
        _ = articles("<html><body>" + markup)
    }

    @Test func `truncation at any byte never crashes`() {
        let bytes = Array(PageTests.page.utf8)
        for end in stride(from: 0, to: bytes.count, by: 3) { _ = articles(Array(bytes[..<end])) }
    }
}

@Suite struct FeedTests {
    static let rss = """
        <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
         xmlns:d="http://purl.org/dc/elements/1.1/"><channel><title>The Paper</title><language>en</language><ttl>15</ttl>
        <item><title>Ridge &amp; road</title><link>https://p.example/1</link><guid isPermaLink="false">id-1</guid>
        <pubDate>Mon, 26 Jun 2023 07:12:41 GMT</pubDate><d:creator>Ana</d:creator><description>Short.</description>
        <content:encoded><![CDATA[<p>The <b>whole</b> text.</p>]]></content:encoded></item>
        <item><title>Two</title><guid>https://p.example/2</guid><description>&lt;p&gt;Escaped &amp;amp; text&lt;/p&gt;</description></item>
        </channel></rss>
        """

    @Test func `RSS entries carry their fields`() throws {
        let found = articles(FeedTests.rss)
        #expect(found.map(\.headline) == ["Ridge & road", "Two"])
        #expect(found[0].url == "https://p.example/1" && found[0].byline == "Ana" && found[0].published.from == .feed)
        #expect(found[0].published.value == "2023-06-26T07:12:41Z")
        #expect(zones(found[0]) == ["headline: Ridge & road", "body: The whole text."])
        #expect(found[1].url == "https://p.example/2" && zones(found[1])[1] == "body: Escaped & text")
    }

    @Test func `a feed that is cut off keeps every complete entry`() {
        let bytes = Array(FeedTests.rss.utf8)
        let hints = Hints()
        let firstEnd = FeedTests.rss.firstRange(of: "</item>")!
        let complete = FeedTests.rss[..<firstEnd.upperBound].utf8.count
        for end in stride(from: 200, to: bytes.count, by: 7) {
            let reading = RSSFormat.read(Array(bytes[..<end]), hints)
            #expect(reading.items.count >= (end >= complete ? 1 : 0))
        }
    }

    @Test func `Atom and JSON feeds are read`() throws {
        let atom = """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>T</title><entry><id>tag:1</id><title type="html">A &amp;amp; B</title>
            <link rel="self" href="/self"/><link href="/a"/><published>2023-06-26T07:12:41Z</published><author><name>Ana</name></author>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Inline text.</p></div></content></entry></feed>
            """
        var hints = Hints()
        hints.url = "https://p.example/feed/x"
        let entry = try #require(articles(atom, hints).first)
        #expect(entry.headline == "A & B" && entry.url == "https://p.example/a" && entry.byline == "Ana")
        #expect(zones(entry).last == "body: Inline text.")
        let json = #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":"1","title":"J","content_html":"<p>Hi</p>"}]}"#
        #expect(articles(json).first.map(zones) == ["headline: J", "body: Hi"])
    }

    @Test func `entities of a document are never expanded`() {
        let bomb = """
            <?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "xxxxxxxxxx"><!ENTITY b "&a;&a;&a;"><!ENTITY e SYSTEM "file:///etc/passwd">]>
            <rss version="2.0"><channel><item><title>&b;&e;</title><guid>1</guid></item></channel></rss>
            """
        #expect(articles(bomb).first?.headline == "&b;&e;")
    }
}

@Suite struct FormatRollTests {
    static let samples: [(String, String)] = [
        ("plain text", "A headline\n\nSome text."), ("HTML", "<!DOCTYPE html><p>x"), ("HTML", "<div>x</div>"),
        ("RSS", "<?xml version='1.0'?><rss version='2.0'>"), ("RSS", "<rdf:RDF xmlns='x'>"),
        ("Atom", "<!-- c --><feed xmlns='http://www.w3.org/2005/Atom'>"),
        ("JSON Feed", #"{"version": "https://jsonfeed.org/version/1""#), ("plain text", "<3 is a heart"), ("plain text", "{\"a\": 1}"),
        ("PDF", "%PDF-1.7\n\u{1}\u{2}"), ("ZIP", "PK\u{3}\u{4}\u{14}\u{0}"), ("OPML", "<?xml version='1.0'?><opml version='2.0'>"),
        ("Markdown", "# Road closed\n\nThe corridor is closed."), ("Markdown", "---\ntitle: Road closed\n---\nText"), ("plain text", "# no title"),
        ("mail", "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nMessage-ID: <1@b>\r\n\r\ntext"),
        ("plain text", "From: the desk\nTo: all\nSubject: lunch\nDate: today\n\nThere is none."),
        ("mailbox", "From a@b.example Mon Nov  2 10:15:00 2026\nFrom: a@b.example\nDate: x\nReceived: y\n\ntext"),
        ("IPTC 7901 or ANPA", "\u{1}abc0123 4 pol 55\r\n\u{2}Text\u{3}"), ("WARC", "WARC/1.0\r\n"), ("NITF", "<nitf>"), ("NewsML", "<newsMessage>"),
        ("news sitemap", "<urlset>"), ("ninjs", #"{"uri": "x", "headline": "h", "body_text": "t", "versioncreated": "d"}"#),
        ("JSON Lines", #"{"id": 1, "text": "The corridor is closed."}"#),
    ]

    @Test func `every format has a sample`() {
        let known = Set(FormatRollTests.samples.map(\.0)).union(["zstd", "gzip"])
        #expect(Set(formats.map { $0.name }) == known)
    }

    @Test(arguments: samples)
    func `one format and only one claims a sample`(name: String, text: String) {
        let head = FormatHead(Array(text.utf8), Hints())
        #expect(formats.filter { $0.claims(head) }.map { $0.name } == [name])
    }

    @Test(arguments: [[], [0xEF, 0xBB, 0xBF], [0xFF, 0xD8, 0xFF, 0, 0, 0]] as [[UInt8]])
    func `what is no text is claimed by none`(bytes: [UInt8]) {
        #expect(format(of: bytes, Hints()) == nil)
        #expect(!describeUnknown(bytes).isEmpty)
    }

    @Test func `noise of any kind is read without a crash`() {
        var state: UInt64 = 42
        for _ in 0..<200 {
            let bytes = (0..<300).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return Array("<>/=\"'&;![]-aApPdi rss\n".utf8)[Int(state >> 33) % 23]
            }
            for one in formats { _ = one.read(bytes, Hints()).items.map(extract) }
        }
    }
}
