import Extraction
import Formats
import Model
import Testing

/// Articles of news agencies, with the part that each paragraph is.
struct WireTests {
    private static let nitf = """
        <?xml version="1.0"?><nitf xml:lang="en"><head><title>Convoy</title><docdata><doc-id id-string="agency:77" regsrc="agency"/>
        <date.issue norm="20261102T101500+0400"/><key-list><keyword key="Lachin"/><keyword key="convoy"/></key-list></docdata></head>
        <body><body.head><hedline><hl1>Convoy waits at the bridge</hl1></hedline><byline>By <person>Ann Roe</person></byline>
        <distributor>The Agency</distributor><dateline><location>GORIS</location>, Nov 2</dateline><abstract><p>Nineteen trucks wait.</p></abstract></body.head>
        <body.content><p>Nineteen <org>Red Cross</org> trucks waited at the <location>Hakari bridge</location>.</p>
        <media media-type="image"><media-reference source="a.jpg"/><media-caption>Trucks at dusk</media-caption><media-producer>J. Doe</media-producer></media>
        <block><hl2>What next</hl2><p>Nobody knows.</p></block></body.content></body></nitf>
        """

    private static let newsML = """
        <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
        <newsItem guid="urn:a:1" version="3"><itemMeta><versionCreated>2026-11-02T10:00:00Z</versionCreated></itemMeta>
          <contentMeta><headline>First</headline><by>By Ann Roe</by><dateline>GORIS</dateline><language tag="en"/><subject qcode="x:1"><name>Lachin</name></subject></contentMeta>
          <contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>One paragraph.</p><p>And <b>another</b>.</p></body></html></inlineXML></contentSet></newsItem>
        <newsItem guid="urn:a:2" version="1"><contentMeta><headline>Picture</headline></contentMeta><contentSet><remoteContent href="a.jpg"/></contentSet></newsItem>
        <newsItem guid="urn:a:3" version="1"><contentMeta><headline>Third</headline></contentMeta><contentSet><inlineXML><nitf><body><body.content><p>By wire.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
        </itemSet></newsMessage>
        """

    private static let ninjs = """
        {"uri": "urn:n:9", "type": "text", "headline": "Road closed", "byline": "By Ann Roe", "language": "en", "versioncreated": "2026-11-02T10:00:00Z",
        "subject": [{"name": "Roads", "code": "1"}], "body_text": "The Lachin corridor\\nis closed.\\n\\nTalks go on."}
        """

    private static let sitemap = """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://paper.example/a</loc><news:news><news:publication><news:name>The Paper</news:name><news:language>en</news:language></news:publication>
          <news:publication_date>2026-11-02T09:00:00+04:00</news:publication_date><news:title>Road closed</news:title><news:keywords>Lachin, roads</news:keywords></news:news></url>
        <url><loc>https://paper.example/about</loc></url></urlset>
        """

    private func read(_ text: String) -> [RawItem] {
        let bytes = Array(text.utf8)
        return format(of: bytes, Hints())?.read(bytes, Hints()).items ?? []
    }

    private func zones(_ article: Article) -> [String] { article.paragraphs.map { "\($0.zone.rawValue): \(article.string($0.span))" } }

    @Test func `NITF is an article with its zones`() throws {
        let item = try #require(read(WireTests.nitf).first)
        let article = extract(item)
        #expect(item.id == "agency:77" && item.isVersioned)
        #expect(zones(article) == [
            "headline: Convoy waits at the bridge", "dateline: GORIS, Nov 2", "body: Nineteen trucks wait.",
            "body: Nineteen Red Cross trucks waited at the Hakari bridge.", "caption: Trucks at dusk", "credit: J. Doe", "body: What next", "body: Nobody knows.",
        ])
        #expect(article.byline == "Ann Roe" && article.siteName == "The Agency" && article.tags == ["Lachin", "convoy"] && article.language == "en")
        #expect(article.published.value == "2026-11-02T10:15:00+04:00")
    }

    @Test func `NewsML-G2 gives every item that has text`() {
        let items = read(WireTests.newsML)
        #expect(items.map(\.id) == ["urn:a:1", "urn:a:3"])
        let first = extract(items[0])
        #expect(zones(first) == ["headline: First", "dateline: GORIS", "body: One paragraph.", "body: And another."])
        #expect(first.byline == "Ann Roe" && first.tags == ["Lachin"] && zones(extract(items[1])) == ["headline: Third", "body: By wire."])
    }

    @Test func `ninjs is an article`() throws {
        let item = try #require(read(WireTests.ninjs).first)
        let article = extract(item)
        #expect(item.id == "urn:n:9" && article.tags == ["Roads"] && article.byline == "Ann Roe")
        #expect(zones(article) == ["headline: Road closed", "body: The Lachin corridor is closed.", "body: Talks go on."])
    }

    @Test func `a news sitemap lists articles to fetch`() throws {
        let items = read(WireTests.sitemap)
        let item = try #require(items.first)
        #expect(items.count == 1 && item.hints.url == "https://paper.example/a" && item.hints.headline == "Road closed")
        #expect(item.hints.source == "The Paper" && item.hints.tags == ["Lachin", "roads"] && item.hints.published.value == "2026-11-02T09:00:00+04:00")
    }

    @Test(arguments: [nitf, newsML, ninjs, sitemap])
    func `one format claims each, and no cut of it crashes`(text: String) {
        let bytes = Array(text.utf8)
        let head = FormatHead(bytes, Hints())
        #expect(formats.filter { $0.claims(head) }.count == 1)
        for cut in stride(from: 0, to: bytes.count, by: 11) {
            let part = Array(bytes[..<cut])
            for item in format(of: part, Hints())?.read(part, Hints()).items ?? [] { _ = extract(item) }
        }
    }
}
