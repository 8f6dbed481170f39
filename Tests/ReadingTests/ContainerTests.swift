import Extraction
import Formats
import Glibc
import Model
import Testing

/// Files of many articles, and compressed ones.
struct ContainerTests {
    private func output(_ command: String) throws -> [UInt8] {
        let pipe = try #require(popen(command, "r"))
        defer { pclose(pipe) }
        var out: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 { out += buffer[..<count] }
        return out
    }

    private func read(_ bytes: [UInt8]) -> FormatReading { format(of: bytes, Hints())?.read(bytes, Hints()) ?? FormatReading(note: "nothing claims it") }

    @Test func `gzip is read by what is in it`() throws {
        let bytes = try output("printf 'Road closed\\n\\nThe Lachin corridor is closed.\\n' | gzip -c")
        let article = try #require(read(bytes).items.first.map(extract))
        #expect(article.headline == "Road closed")
        let twice = try output("printf 'Road closed\\n\\nIt is.\\n' | gzip -c | gzip -c")
        #expect(read(twice).items.count == 1)
        let members = try output("printf 'Road closed\\n\\n' | gzip -c; for i in $(seq 300); do printf 'The corridor. ' | gzip -c; done")
        let whole = try #require(read(members).items.first.map(extract))
        let plain = "Road closed\n\n" + String(repeating: "The corridor. ", count: 300)
        #expect(whole.text == read(Array(plain.utf8)).items.first.map(extract)?.text)
        let cut = read(Array(bytes.dropLast(9)))
        #expect(cut.note?.contains("cut off") == true)
        let thrice = try output("printf 'x y' | gzip -c | gzip -c | gzip -c")
        #expect(read(thrice).items.isEmpty && read(thrice).note?.contains("not opened") == true)
    }

    @Test func `a bomb is refused at its bound`() throws {
        let bomb = try output("head -c 80000000 /dev/zero | tr '\\0' a | gzip -c")
        #expect(bomb.count < 200_000)
        let reading = read(bomb)
        #expect(reading.items.isEmpty && reading.note?.contains("hundredfold") == true)
    }

    /// Frames of zstd by hand: one raw block, and runs of one byte.
    @Test func `zstd is read by what is in it, and bounded`() {
        let text = Array("Road closed\n\nThe Lachin corridor is closed.\n".utf8)
        let magic: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD]
        func head(_ count: Int, _ type: Int, last: Bool) -> [UInt8] {
            let value = count << 3 | type << 1 | (last ? 1 : 0)
            return [UInt8(value & 255), UInt8(value >> 8 & 255), UInt8(value >> 16 & 255)]
        }
        let frame = magic + [0x20, UInt8(text.count)] + head(text.count, 0, last: true) + text
        #expect(read(frame).items.first.map { extract($0).headline } == "Road closed")
        #expect(read(frame + frame).items.first.map { extract($0).paragraphs.count } == 4, "two frames are one file")
        #expect(read(Array(frame.dropLast(5))).note?.contains("cut off") == true)
        var bomb = magic + [0x00, 0x50]
        for index in 0..<2000 { bomb += head(131_072, 1, last: index == 1999) + [97] }
        #expect(read(bomb).items.isEmpty && read(bomb).note?.contains("hundredfold") == true)
    }

    private static let warc = """
        WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 4\r\n\r\nabcd\r\n\r\n
        """
        + record("https://paper.example/a", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>One</title></head><body><h1>One</h1><p>The Lachin corridor is closed, officials said on Monday.</p></body></html>")
        + record("https://paper.example/b", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<html><h1>No</h1></html>")
        + record("https://paper.example/c", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n6\r\n<html>\r\n38\r\n<h1>Two</h1><p>Talks on the corridor went on for hours.</p>\r\n0\r\n\r\n")

    private static func record(_ address: String, _ body: String) -> String {
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(address)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
    }

    @Test func `a WARC gives every page that was answered`() throws {
        let reading = read(Array(ContainerTests.warc.utf8))
        #expect(reading.items.map(\.id) == ["https://paper.example/a", "https://paper.example/c"])
        #expect(reading.items.map { extract($0).headline } == ["One", "Two"])
        let cut = read(Array(ContainerTests.warc.utf8.dropLast(60)))
        #expect(cut.items.count == 1 && cut.note?.contains("cut off") == true)
    }

    @Test func `JSON Lines give an article a line`() {
        let text = """
            {"id": "1", "headline": "One", "text": "The road is closed.\\n\\nTalks go on.", "published": "2026-11-02", "tags": ["roads"]}
            {"id": "2", "title": "Two", "html": "<p>Open</p>"}
            {"nothing": 1}
            """
        let reading = read(Array(text.utf8))
        let articles = reading.items.map(extract)
        #expect(articles.map(\.headline) == ["One", "Two"] && articles[0].tags == ["roads"] && articles[0].published.value == "2026-11-02")
        #expect(reading.note == "1 lines are no object with text or html")
    }
}
