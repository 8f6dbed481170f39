import Documents
import Extraction
import Formats
import Model
import Testing
import Text

/// What the reader worker reads: PDF, mail, word processors' files, archives.
struct DocumentTests {
    private func read(_ bytes: [UInt8]) -> FormatReading { readDocument(bytes, Hints()) }
    private func zones(_ article: Article) -> [String] { article.paragraphs.map { "\($0.zone.rawValue): \(article.string($0.span))" } }

    @Test func `a PDF in columns is read in order, without heads and feet`() throws {
        #expect(needsReader(Samples.newspaper, Hints()))
        let article = try #require(read(Samples.newspaper).items.first.map(extract))
        #expect(article.headline == "Convoy waits at the Lachin corridor" && article.byline == "Ann Roe")
        #expect(zones(article) == [
            "headline: Convoy waits at the Lachin corridor", "byline: By Ann Roe",
            "body: Nineteen trucks of the Red Cross waited at the bridge on Monday, and nobody knew when the humanitarian convoy would go on.",
            "body: Talks went on in Brussels, where officials of the two sides met for the third day in a row.",
            "body: Residents said that bread is short in the town, and that no shop had sold any since Thursday of the last week; a truck with flour that was on its way had to turn back.",
            "body: Nobody could say when it would come again.",
            "body: The second page goes on with one more paragraph of the same story.",
        ])
    }

    @Test func `what is no whole PDF says so`() {
        #expect(read(Samples.pdf([[]])).note?.contains("no text") == true)
        #expect(read(Array("%PDF-1.4\nnothing".utf8)).note?.contains("damaged") == true)
        for end in stride(from: 0, to: Samples.newspaper.count, by: 97) { _ = read(Array(Samples.newspaper[..<end])) }
    }

    @Test func `a press release by mail is an article`() throws {
        let bytes = Samples.mail("Re: =?utf-8?B?0JvQsNGH0LjQvdGB0LrQuNC5INC60L7RgNC40LTQvtGA?=", type: "text/plain; charset=koi8-r", encoding: "quoted-printable",
            "=F4=D2=D5=CB=C9 =D3=D4=CF=D1=D4.\n\n-- \nThe Ministry")
        #expect(needsReader(bytes, Hints()))
        let item = try #require(read(bytes).items.first)
        let article = extract(item)
        #expect(item.id == "mid:77@ministry.example" && article.headline == "Лачинский коридор")
        #expect(article.published.value == "2026-11-02T10:15:00+04:00" && article.published.from == .mail && article.siteName == "The Ministry")
        #expect(String(decoding: article.text, as: UTF8.self).contains("Труки стоят.") && !String(decoding: article.text, as: UTF8.self).contains("-- "))
    }

    @Test func `an alert service's mail is one article per result`() {
        let bytes = Samples.mail("Google Alert - Lachin corridor", from: "Google Alerts <googlealerts-noreply@google.com>", type: "text/html; charset=utf-8", Samples.alertHTML)
        let items = read(bytes).items
        #expect(items.map(\.hints.headline) == ["Convoy waits at the Lachin corridor", "Talks go on in Brussels"])
        #expect(items.map(\.id) == ["https://paper.example/a?id=7", "https://other.example/b"])
        #expect(items.first?.hints.source == "The Paper")
        #expect(items.first.map { extract($0).headline } == "Convoy waits at the Lachin corridor")
    }

    @Test func `a newsletter is one article per story, an ordinary mail is one`() {
        let alternative = """
            --x\r\nContent-Type: text/plain\r\n\r\nplain\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(Samples.newsletterHTML)\r\n--x--\r\n
            """
        let items = read(Samples.mail("Morning news", type: "multipart/alternative; boundary=x", alternative)).items
        #expect(items.map(\.hints.url) == ["https://paper.example/1", "https://paper.example/2", "https://paper.example/3"])
        #expect(items.map(\.hints.headline).first == "Convoy waits at the bridge for a third day")
        let letter = "<p>The corridor is closed, as <a href='https://paper.example/z'>the paper wrote on Monday</a>, and will be for days.</p><p>More follows.</p>"
        #expect(read(Samples.mail("A word", type: "text/html", letter)).items.count == 1)
    }

    @Test func `attachments and forwarded mails are read, pictures and keys are not`() {
        let inner = String(decoding: Samples.mail("Inner", type: "text/plain", "Inside another mail.\r\n\r\nIt says so."), as: UTF8.self)
        let body = """
            --x\r\nContent-Type: text/plain\r\n\r\nSee attached.\r\n--x\r\nContent-Type: application/zip\r\nContent-Disposition: attachment; filename=a.zip\r\nContent-Transfer-Encoding: base64\r\n\r\n
            """
        let zip = Samples.zip([("note.txt", Array("Road closed\n\nThe Lachin corridor is closed.\n".utf8))])
        let rest = """
            \r\n--x\r\nContent-Type: image/png; name=logo.png\r\n\r\nabc\r\n--x\r\nContent-Type: application/pgp-signature; name=key.asc\r\n\r\n-----BEGIN PGP SIGNATURE-----\r\n--x\r\nContent-Type: message/rfc822\r\n\r\n\(inner)\r\n--x--\r\n
            """
        let head = Samples.mail("Outer", type: "multipart/mixed; boundary=x", "")
        let titles = read(head + Array(body.utf8) + Samples.base64(zip) + Array(rest.utf8)).items.map { extract($0).headline }
        #expect(titles == ["Outer", "Road closed", "Inner"])
    }

    @Test func `a mailbox is many mails`() {
        let one = Samples.mail("One", type: "text/plain", "The first.\r\n"), two = Samples.mail("Two", type: "text/plain", "The second.\r\n")
        let box = Array("From a@b.example Mon Nov  2 10:15:00 2026\r\n".utf8) + one + Array("\r\nFrom a@b.example Mon Nov  2 10:16:00 2026\r\n".utf8) + two
        #expect(format(of: box, Hints())?.name == "mailbox")
        #expect(read(box).items.map { extract($0).headline } == ["One", "Two"])
    }

    @Test func `a page saved as a mail is that page`() throws {
        let page = "<html><head><title>Road closed</title></head><body><nav>Home | News</nav><article><h1>Road closed</h1><p>The Lachin corridor is closed, officials said on Monday after talks.</p></article></body></html>"
        let text = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://paper.example/a\r\nSubject: Road closed\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Location: https://paper.example/a\r\n\r\n\(page)\r\n--x--\r\n"
        let article = try #require(read(Array(text.utf8)).items.first.map(extract))
        #expect(article.headline == "Road closed" && article.url == "https://paper.example/a" && !String(decoding: article.text, as: UTF8.self).contains("Home"))
    }

    @Test func `word processors' files are read as they look`() throws {
        let word = Samples.zip([("[Content_Types].xml", []), ("word/document.xml", Array(Samples.wordDocument.utf8)),
            ("docProps/core.xml", Array("<p xmlns:dcterms='x'><dcterms:modified>2026-11-02T10:00:00Z</dcterms:modified></p>".utf8))])
        let article = try #require(read(word).items.first.map(extract))
        #expect(zones(article) == ["headline: Convoy waits at the bridge", "byline: By Ann Roe", "body: Nineteen trucks waited at the Lachin corridor.", "body: A cell."])
        #expect(article.modified.value == "2026-11-02T10:00:00Z")
        let open = Samples.zip([("mimetype", Array("application/vnd.oasis.opendocument.text".utf8)), ("content.xml", Array(Samples.openDocument.utf8))])
        let other = try #require(read(open).items.first.map(extract))
        #expect(zones(other) == ["headline: Convoy waits at the bridge", "body: Nineteen trucks waited at the Lachin corridor."])
        #expect(read(Samples.zip([("xl/workbook.xml", [])])).note?.contains("spreadsheet") == true)
    }

    @Test func `archives are bounded in depth and damaged ones give what is there`() {
        let text = Array("Road closed\n\nThe Lachin corridor is closed.\n".utf8)
        var nested = Samples.zip([("a.txt", text)])
        for _ in 0..<2 { nested = Samples.zip([("b.zip", nested)]) }
        #expect(read(nested).items.count == 1)
        for _ in 0..<3 { nested = Samples.zip([("b.zip", nested)]) }
        #expect(read(nested).items.isEmpty && read(nested).note?.contains("not opened") == true)
        let two = Samples.zip([("a.txt", text), (".hidden", text), ("p.jpg", [0xFF, 0xD8, 0xFF, 0xE0]), ("b.txt", text)])
        #expect(read(two).items.count == 2 && read(two).note?.contains("JPEG") == true)
        #expect(read(Array(two.dropLast(90))).items.count >= 1)
        for end in two.indices { _ = read(Array(two[..<end])) }
    }

    @Test func `compressed documents go the same way`() throws {
        let stored = try #require(storedGzip(Samples.mail("One", type: "text/plain", "The first.")))
        #expect(needsReader(stored, Hints()) && read(stored).items.count == 1)
        #expect(!needsReader(try #require(storedGzip(Array("Road closed\n\nIt is.".utf8))), Hints()))
    }

    /// gzip with one stored block; zlib does not look at the length and check sum behind a block that it only peeks at.
    private func storedGzip(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count < 65_536 else { return nil }
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        func number(_ value: UInt32, _ width: UInt32) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        let count = UInt32(bytes.count)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1] + number(count, 2) + number(~count & 0xFFFF, 2) + bytes + number(~crc, 4) + number(count, 4)
    }

    @Test func `truncated mails never crash`() {
        let bytes = Samples.mail("Morning news", type: "multipart/alternative; boundary=x", "--x\r\nContent-Type: text/html\r\n\r\n\(Samples.newsletterHTML)\r\n--x--")
        for end in stride(from: 0, through: bytes.count, by: 7) { _ = read(Array(bytes[..<end])) }
    }

    @Test func `a reading goes through JSON unchanged`() throws {
        var item = RawItem(id: "a", content: .blocks([.init(.dateline, "GORIS", given: [GivenFact(.place, TextSpan(0, 5), value: "x")]), .init(.body, "Text.")]), hints: Hints())
        item.isVersioned = true
        (item.hints.headline, item.hints.status, item.hints.embargo) = ("H", .withheld, Moment(milliseconds: 5))
        let json = try JSON.parse(FormatReading(items: [item], note: "n").json.bytes)
        let back = try #require(FormatReading(json).items.first)
        #expect(back.hints == item.hints && back.id == "a" && back.isVersioned)
        guard case .blocks(let blocks) = back.content, case .blocks(let old) = item.content else { return #expect(Bool(false)) }
        #expect(blocks == old)
    }
}
