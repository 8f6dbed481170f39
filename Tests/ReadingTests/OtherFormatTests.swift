import Extraction
import Formats
import Model
import Testing

/// Markdown, the agencies' telegraph formats, lists of feeds, and what wire formats say of an item's use.
struct OtherFormatTests {
    private func read(_ text: String) -> FormatReading {
        let bytes = Array(text.utf8)
        return format(of: bytes, Hints())?.read(bytes, Hints()) ?? FormatReading(note: "nothing claims it")
    }

    private func zones(_ article: Article) -> [String] { article.paragraphs.map { "\($0.zone.rawValue): \(article.string($0.span))" } }

    @Test func `Markdown is read without its signs`() throws {
        let article = try #require(read("""
            ---
            title: "Convoy waits"
            author: Ann Roe
            date: 2026-11-02
            tags: [Lachin, 'roads']
            ---
            # Convoy waits

            The **Lachin corridor** is [closed](https://paper.example/a), as
            `officials` said\\*.

            > A quotation.

            * One
            * Two

            Old heading
            ---
            ```
            code
            ```
            """).items.first.map(extract))
        #expect(article.headline == "Convoy waits" && article.byline == "Ann Roe" && article.tags == ["Lachin", "roads"])
        #expect(article.published.value == "2026-11-02" && article.published.from == .page)
        #expect(zones(article) == [
            "headline: Convoy waits", "body: The Lachin corridor is closed, as officials said*.", "body: A quotation.", "body: One", "body: Two",
            "body: Old heading", "body: code",
        ])
    }

    @Test func `IPTC 7901 and ANPA messages are articles with zones`() throws {
        let message = "\u{16}\u{16}\u{1}afp0123 4 pol 0055\r\n\u{2}Convoy waits at the bridge\r\nBy Ann Roe\r\n\r\n   GORIS, Armenia, Nov 2 (Agency) - Nineteen trucks\r\nwaited at the bridge.\r\n   Talks went on.\r\n\u{3}021015 GMT NOV 26\r\n"
        let reading = read(message + message.replacing("Convoy", with: "Second convoy"))
        #expect(reading.items.count == 2)
        let article = try #require(reading.items.first.map(extract))
        #expect(article.byline == "Ann Roe" && article.tags == ["politics"])
        #expect(zones(article) == [
            "headline: Convoy waits at the bridge", "dateline: GORIS, Armenia, Nov 2 (Agency) -", "body: Nineteen trucks waited at the bridge.", "body: Talks went on.",
        ])
        let bytes = Array(message.utf8)
        for end in bytes.indices { _ = format(of: Array(bytes[..<end]), Hints())?.read(Array(bytes[..<end]), Hints()) }
        #expect(read(String(message.dropLast(30))).note?.contains("cut off") == true)
    }

    @Test func `an OPML list gives its feeds in their folders, and is no article`() {
        let text = """
            <?xml version="1.0"?><opml version="2.0"><body><outline text="News"><outline text="Caucasus"><outline type="rss" text="The Paper &amp; Co" xmlUrl="https://paper.example/rss" htmlUrl="https://paper.example/"/></outline>
            <outline text="Wire" xmlUrl="https://wire.example/atom"/></outline><outline type="rss" title="Loose" url="https://loose.example/"/><outline text="Wire again" xmlUrl="https://wire.example/atom"/></body></opml>
            """
        let feeds = Formats.feeds(inOPML: Array(text.utf8))
        #expect(feeds == [
            ListedFeed(url: "https://paper.example/rss", title: "The Paper & Co", site: "https://paper.example/", folders: ["News", "Caucasus"]),
            ListedFeed(url: "https://wire.example/atom", title: "Wire", site: nil, folders: ["News"]),
            ListedFeed(url: "https://loose.example/", title: "Loose", site: nil, folders: []),
        ])
        #expect(Formats.feeds(inOPML: Array(opml(feeds, title: "t").utf8)) == feeds, "out and in again")
        #expect(read(text).items.isEmpty && read(text).note?.contains("3 feeds") == true)
    }

    @Test func `marks in a text are given facts with spans`() throws {
        let article = try #require(read("""
            <nitf><body><body.head><hedline><hl1>Convoy</hl1></hedline><dateline><location>GORIS</location>, Nov 2</dateline></body.head><body.content>
            <p>Nineteen  trucks of the <org>Red
            Cross</org> waited, <person>Ann Roe</person> said <chron norm="20261102">on Monday</chron>: <q>We <org>all</org> wait</q>.</p></body.content></body></nitf>
            """).items.first.map(extract))
        #expect(article.given.map { "\($0.kind.rawValue): \(article.string($0.span)) \($0.value ?? "-")" } == [
            "place: GORIS -", "organisation: Red Cross -", "person: Ann Roe -", "time: on Monday 20261102", "quote: We all wait -", "organisation: all -",
        ])
    }

    @Test(arguments: [
        (#"<nitf><head><docdata management-status="canceled"><doc-id id-string="1"/></docdata></head><body><body.content><p>x</p></body.content></body></nitf>"#, ItemStatus.canceled),
        (#"<newsItem guid="a"><itemMeta><pubStatus qcode="stat:withheld"/></itemMeta><contentMeta/><contentSet><inlineXML><p>x</p></inlineXML></contentSet></newsItem>"#, .withheld),
        (#"<newsItem guid="a"><itemMeta><pubStatus qcode="stat:canceled"/></itemMeta><contentMeta/><contentSet/></newsItem>"#, .canceled),
        (#"<NewsML><NewsItem><NewsManagement><Status FormalName="Canceled"/></NewsManagement><NewsComponent><DataContent><p>x</p></DataContent></NewsComponent></NewsItem></NewsML>"#, .canceled),
        (#"{"uri": "x", "headline": "h", "pubstatus": "canceled", "versioncreated": "2026-11-02T10:00:00Z", "body_text": ""}"#, .canceled),
        (#"{"uri": "x", "headline": "h", "pubstatus": "usable", "versioncreated": "2026-11-02T10:00:00Z", "body_text": "t"}"#, .usable),
    ])
    func `kills and holds are read`(text: String, status: ItemStatus) {
        #expect(read(text).items.first?.hints.status == status)
    }

    @Test(arguments: [
        #"<nitf><head><docdata management-status="embargoed"><date.issue norm="20261102T100000Z"/><date.release norm="20261102T120000Z"/></docdata></head><body><body.content><p>x</p></body.content></body></nitf>"#,
        #"<newsItem guid="a"><itemMeta><embargoed>2026-11-02T12:00:00Z</embargoed></itemMeta><contentMeta/><contentSet><inlineXML><p>x</p></inlineXML></contentSet></newsItem>"#,
        #"{"uri": "x", "headline": "h", "embargoed": "2026-11-02T12:00:00Z", "versioncreated": "2026-11-02T10:00:00Z", "body_text": "t"}"#,
    ])
    func `embargoes are read`(text: String) {
        #expect(read(text).items.first?.hints.embargo?.iso8601 == "2026-11-02T12:00:00Z")
    }
}
