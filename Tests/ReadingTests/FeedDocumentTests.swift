import Formats
import Model
import Testing
import Text

/// What feeds say, field by field, in the neutral document.
struct FeedDocumentTests {
    private func read(_ text: String, _ hints: Hints = Hints()) throws -> JSON {
        var writer = JSONWriter()
        writer.value(try #require(readFeed(Array(text.utf8), hints)))
        return try JSON.parse(writer.bytes)
    }

    /// A value by its dotted path; the first entry is `entries.0`.
    private func value(_ document: JSON, _ path: String) -> JSON? {
        path.split(separator: ".").reduce(document) { part, name in
            Int(name).map { index in part?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil } } ?? part?[String(name)]
        }
    }

    private static let rss = """
        <?xml version="1.0"?><!DOCTYPE rss><rss version="2.0" xmlns:d="http://purl.org/dc/elements/1.1/" xmlns:c="http://purl.org/rss/1.0/modules/content/"
          xmlns:m="http://search.yahoo.com/mrss/" xml:base="https://paper.example/news/"><channel>
        <title>The &laquo;Paper&raquo;</title><link>https://paper.example/</link><description>News &amp; more</description><language>en-gb</language>
        <managingEditor>desk@paper.example (The desk)</managingEditor><lastBuildDate>Mon, 02 Nov 2026 10:00:00 EST</lastBuildDate>
        <item><title>Road &lt;b&gt;closed&lt;/b&gt;</title><link>a1.html</link><guid isPermaLink="false">tag:1</guid><d:creator>Ann Roe</d:creator>
          <category domain="https://paper.example/topics">Roads</category><d:subject>Lachin</d:subject>
          <pubDate>Mon, 2 Nov 26 09:30 GMT-01:30</pubDate><description>Short</description>
          <c:encoded><![CDATA[<p>Long, with a <a href="map.png">map</a>.</p>]]></c:encoded>
          <enclosure url="/a.mp3" length="123" type="audio/mpeg"/><m:credit role="photographer">Jo</m:credit></item>
        <item><title>Donâ€™t</title><guid>https://paper.example/2</guid></item>
        </channel></rss>
        """

    @Test(arguments: [
        ("format", "rss20"), ("feed.title", "The «Paper»"), ("feed.subtitle", "News & more"), ("feed.language", "en-gb"),
        ("feed.authors.0.name", "The desk"), ("feed.authors.0.email", "desk@paper.example"), ("feed.updated", "2026-11-02T15:00:00Z"),
        ("entries.0.title", "Road <b>closed</b>"), ("entries.0.title_type", "text/html"), ("entries.0.link", "https://paper.example/news/a1.html"),
        ("entries.0.id", "tag:1"), ("entries.0.authors.0.name", "Ann Roe"), ("entries.0.categories.0.term", "Roads"),
        ("entries.0.categories.0.scheme", "https://paper.example/topics"), ("entries.0.categories.1.term", "Lachin"),
        ("entries.0.published", "2026-11-02T11:00:00Z"), ("entries.0.published_raw", "Mon, 2 Nov 26 09:30 GMT-01:30"),
        ("entries.0.summary", "Short"), ("entries.0.content.0.value", "<p>Long, with a <a href=\"https://paper.example/news/map.png\">map</a>.</p>"),
        ("entries.0.enclosures.0.url", "https://paper.example/a.mp3"), ("entries.0.media.credit.0.role", "photographer"),
        ("entries.1.title", "Don’t"), ("entries.1.link", "https://paper.example/2"),
    ])
    func `RSS is read to its last field`(path: String, expected: String) throws {
        #expect(value(try read(FeedDocumentTests.rss), path)?.string == expected)
    }

    private static let atom = """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://paper.example/"><title type="text">1 &lt; 2</title><id>urn:f</id>
        <author><name>Desk</name><uri>about</uri></author><link rel="self" href="feed"/><link href="/"/>
        <entry xml:base="deep/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Une <em>route</em></div></title><id>urn:1</id>
          <link href="un"/><link rel="enclosure" href="un.mp3" length="9"/><updated>2026-11-02T10:00:00.25+04:00</updated>
          <content type="html" xml:lang="en">&lt;p&gt;Closed&lt;/p&gt;</content>
          <source><title>Agence</title><author><name>Ed</name></author></source></entry></feed>
        """

    @Test(arguments: [
        ("format", "atom10"), ("feed.title", "1 < 2"), ("feed.title_type", "text/plain"), ("feed.authors.0.uri", "https://paper.example/about"),
        ("feed.link", "https://paper.example/"), ("feed.links.0.rel", "self"), ("entries.0.title", "Une <em>route</em>"), ("entries.0.title_lang", "fr"),
        ("entries.0.link", "https://paper.example/deep/un"), ("entries.0.enclosures.0.length", "9"), ("entries.0.updated", "2026-11-02T06:00:00Z"),
        ("entries.0.content.0.value", "<p>Closed</p>"), ("entries.0.content.0.lang", "en"), ("entries.0.source.title", "Agence"),
        ("entries.0.source.authors.0.name", "Ed"),
    ])
    func `Atom is read to its last field`(path: String, expected: String) throws {
        #expect(value(try read(FeedDocumentTests.atom), path)?.string == expected)
    }

    @Test(arguments: [
        ("2003", "2003-01-01T00:00:00Z"), ("03-12-31", "2003-12-31T00:00:00Z"), ("-03-12", "2003-12-01T00:00:00Z"), ("03335", "2003-12-01T00:00:00Z"),
        ("2004-július-13T9:15-05:00", "2004-07-13T14:15:00Z"), ("Thu, 30 Apr 2015 08:57:00 MEST", "2015-04-30T06:57:00Z"),
        ("2004년 05월 28일  01:31:15", "2004-05-27T16:31:15Z"), ("2004-05-25 오후 11:23:17", "2004-05-25T14:23:17Z"), ("Sun Jul 15 01:16:00 +0000 2012", "2012-07-15T01:16:00Z"),
        ("Sun, 16 zzz 2012 11:47:32 GMT", nil), ("tomorrow", nil), ("2026-13-01", nil), ("", nil),
    ] as [(String, String?)])
    func `dates of feeds are instants or nothing`(text: String, expected: String?) { #expect(feedDate(text).map { Moment(milliseconds: $0.milliseconds).iso8601 } == expected) }

    @Test(arguments: [
        ("b", "http://a/x/y?q#f", "http://a/x/b"), ("../b", "http://a/x/y/z", "http://a/x/b"), ("//h/p", "https://a/", "https://h/p"),
        ("?n", "http://a/x?q", "http://a/x?n"), ("#f", "http://a/x", "http://a/x#f"), ("/../../b", "http://a/x", "http://a/b"),
        ("mailto:x@y", "http://a/", "mailto:x@y"), ("b", "http://a", "http://a/b"), ("", "http://a/x?q", "http://a/x?q"),
    ])
    func `addresses are resolved by RFC 3986`(reference: String, base: String, expected: String) {
        #expect(resolveURL(reference, base: base) == expected)
    }

    /// However a feed is cut, every entry before the cut is kept.
    @Test func `a feed cut anywhere keeps its complete entries`() {
        let bytes = Array(FeedDocumentTests.rss.utf8)
        let ends = FeedDocumentTests.rss.ranges(of: "</item>").map { FeedDocumentTests.rss.utf8.distance(from: FeedDocumentTests.rss.startIndex, to: $0.upperBound) }
        for cut in stride(from: 0, through: bytes.count, by: 7) {
            let whole = ends.filter { $0 <= cut }.count
            let kept = readFeed(Array(bytes[..<cut]), Hints())?.entries.count ?? 0
            #expect(kept == whole, "cut at \(cut)")
        }
    }

    @Test(arguments: ["utf-16be", "utf-16le", "utf-32be", "koi8-r", "windows-1251", "cp500"])
    func `encodings are found without help`(name: String) throws {
        let title = name == "cp500" ? "Ø" : "Дорога"
        let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?><rss><channel><title>\(title)</title></channel></rss>"
        let document = try #require(readFeed(try encoded(text, name), Hints()))
        #expect(document.feed.texts["title"]?.value == title && document.encoding == name)
    }

    /// Bytes of a text by the machine's own iconv.
    private func encoded(_ text: String, _ name: String) throws -> [UInt8] {
        let machine = try #require(iconvOpen(name))
        return machine(Array(text.utf8))
    }

    private func summary(_ escaped: String) -> String? {
        let text = escaped.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        return readFeed(Array("<rss><channel><item><description>\(text)</description></item></channel></rss>".utf8), Hints())?
            .entries.first?.texts["summary"]?.value
    }

    @Test(arguments: [
        ("<p>One <!' two</p>", "<p>One &lt;!' two</p>"), ("<!-- note --><p>One</p>", "<!-- note --><p>One</p>"), ("<![endif]--><p>One</p>", "<![endif]--><p>One</p>"),
        ("<!DOCTYPE html><p>One</p>", "<!DOCTYPE html><p>One</p>"), ("<p>One</p><!", "<p>One</p>&lt;!"),
        ("<p>So <math><mi xlink:type='simple' xlink:href='#a'>a</mi><mo xlink:href='#b'>&lt;</mo></math></p>",
            "<p>So <math><mi xlink:href=\"#a\" xlink:type=\"simple\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">a</mi><mo xlink:href=\"#b\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">&lt;</mo></math></p>"),
        ("<p>So <math><mi xlink:href='#a'>a</p>", "<p>So <math><mi xlink:href='#a'>a</p>"), ("<p>So <math><mi id='a'>a</mi></math></p>", "<p>So <math><mi id='a'>a</mi></math></p>"),
    ])
    func `markup out of a feed can stand alone`(written: String, expected: String) {
        #expect(summary(written) == expected)
    }

    @Test func `angle brackets are those of XHTML in a feed's own text and those of HTML within its markup`() {
        let feed = readFeed(Array("<rss><channel><title>a &lang;b&rang;</title><item><title>x</title></item></channel></rss>".utf8), Hints())
        #expect(feed?.feed.texts["title"]?.value == "a \u{2329}b\u{232A}")
    }

    @Test func `an entry's subjects become tags of its article`() throws {
        let reading = RSSFormat.read(Array(FeedDocumentTests.rss.utf8), Hints())
        #expect(reading.items.first?.hints.tags == ["Roads", "Lachin"])
    }
}
