import Text

/// Documents made here, byte by byte: what they hold is ours.
enum Samples {
    /// A ZIP container of files that are not compressed.
    static func zip(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
        var out: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in files {
            let shared = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 4) + number(0, 4)
                + number(bytes.count, 4) + number(bytes.count, 4) + number(name.utf8.count, 2) + number(0, 2)
            directory += [0x50, 0x4B, 1, 2] + number(20, 2) + shared + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
                + number(out.count, 4) + Array(name.utf8)
            out += [0x50, 0x4B, 3, 4] + shared + Array(name.utf8) + bytes
        }
        let start = out.count
        return out + directory + [0x50, 0x4B, 5, 6] + number(0, 4) + number(files.count, 2) + number(files.count, 2)
            + number(directory.count, 4) + number(start, 4) + number(0, 2)
    }

    /// A PDF of pages, each of lines at places: size of type, x, y from below, text.
    static func pdf(_ pages: [[(size: Int, x: Int, y: Int, text: String)]]) -> [UInt8] {
        var out = "%PDF-1.4\n"
        var places: [Int] = []
        func add(_ body: String) {
            places.append(out.utf8.count)
            out += "\(places.count) 0 obj\n\(body)\nendobj\n"
        }
        let kids = pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " ")
        add("<< /Type /Catalog /Pages 2 0 R >>")
        add("<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>")
        add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
        for (index, lines) in pages.enumerated() {
            add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(5 + index * 2) 0 R /Resources << /Font << /F1 3 0 R >> >> >>")
            let text = lines.map { "BT /F1 \($0.size) Tf \($0.x) \($0.y) Td (\($0.text)) Tj ET" }.joined(separator: "\n")
            add("<< /Length \(text.utf8.count) >>\nstream\n\(text)\nendstream")
        }
        let start = out.utf8.count
        out += "xref\n0 \(places.count + 1)\n0000000000 65535 f \n"
        for place in places { out += String(repeating: "0", count: 10 - String(place).count) + "\(place) 00000 n \n" }
        return Array((out + "trailer << /Size \(places.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n").utf8)
    }

    /// Two pages, each with a head, a foot and two columns.
    static let newspaper: [UInt8] = {
        func page(_ number: Int, _ title: Bool, _ left: [String], _ right: [String]) -> [(size: Int, x: Int, y: Int, text: String)] {
            var lines: [(size: Int, x: Int, y: Int, text: String)] = [(8, 60, 810, "The Daily Paper - 25 November 2026"), (8, 280, 25, "Page \(number) of 2")]
            if title { lines.append((24, 60, 730, "Convoy waits at the Lachin corridor")) }
            for (index, text) in left.enumerated() where !text.isEmpty { lines.append((10, 60, 690 - index * 13, text)) }
            for (index, text) in right.enumerated() where !text.isEmpty { lines.append((10, 330, 690 - index * 13, text)) }
            return lines
        }
        return pdf([
            page(1, true, ["By Ann Roe", "", "Nineteen trucks of the Red Cross waited at the", "bridge on Monday, and nobody knew when the hu-", "manitarian convoy would go on.", "", "Talks went on in Brussels, where officials of the", "two sides met for"],
                ["the third day in a row.", "", "Residents said that bread is short in the", "town, and that no shop had sold any since", "Thursday of the last week; a truck with flour",
                "that was on its way had to turn back.", "", "Nobody could say when it would come again."]),
            page(2, false, ["The second page goes on with one more paragraph", "of the same story."], []),
        ])
    }()

    static func mail(_ subject: String, from: String = "\"The Ministry\" <press@ministry.example>", type: String, encoding: String = "8bit", _ body: String) -> [UInt8] {
        Array("""
            Return-Path: <press@ministry.example>
            Received: from mx.example by mail.example; Mon, 2 Nov 2026 10:15:04 +0400
            From: \(from)
            To: desk@paper.example
            Subject: \(subject)
            Date: Mon, 2 Nov 2026 10:15:00 +0400
            Message-ID: <77@ministry.example>
            MIME-Version: 1.0
            Content-Type: \(type)
            Content-Transfer-Encoding: \(encoding)

            \(body)
            """.replacing("\n", with: "\r\n").utf8)
    }

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var out: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let part = bytes[start..<min(start + 3, bytes.count)]
            let value = part.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - part.count))
            for index in 0..<4 { out.append(index <= part.count ? signs[value >> (18 - 6 * index) & 63] : UInt8(ascii: "=")) }
            if start % 54 == 51 { out += [13, 10] }
        }
        return out
    }

    /// As a search service mails what it found.
    static let alertHTML = """
        <html><head><script type="application/json">{"title": "x"}</script></head><body><table><tr><td><div>Google Alerts</div></td></tr>
        <tr><td><h3>Lachin corridor</h3></td></tr><tr><td>Daily update ⋅ November 2, 2026</td></tr>
        <tr itemscope="" itemtype="http://schema.org/Article"><td><div><a href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://paper.example/a%3Fid%3D7&amp;ct=ga" itemprop="url"><span itemprop="name">Convoy waits at the <b>Lachin corridor</b></span></a></div>
        <div><div itemprop="publisher"><a>The Paper</a></div><div itemprop="description">Nineteen trucks of the Red Cross waited at the bridge on Monday, officials said ...</div></div>
        <div><a href="https://www.google.com/alerts/feedback?x=1">Flag as irrelevant</a></div></td></tr>
        <tr><td><div><a href="https://www.google.com/url?rct=j&amp;sa=t&amp;url=https://other.example/b&amp;ct=ga">Talks go on in Brussels</a></div><div>Officials of the two sides met for the third day in a row, a spokesman told reporters.</div></td></tr>
        <tr><td><a href="https://www.google.com/alerts?s=1">See more results</a> | <a href="https://www.google.com/alerts/edit">Edit this alert</a></td></tr>
        <tr><td><a href="https://www.google.com/alerts/remove">Unsubscribe</a> from this alert.</td></tr></table></body></html>
        """

    /// As a paper mails its morning: headings, a few lines, an invitation.
    static let newsletterHTML = """
        <html><body><p>View this email in your browser</p><p>Good morning. Here is what matters today, before you take your first coffee.</p>
        <h2>Convoy waits at the bridge for a third day</h2><p>Nineteen trucks of the Red Cross waited at the bridge on Monday, officials said.</p><p><a href="https://paper.example/1">Read more</a></p>
        <h2>Talks drag on in Brussels this week</h2><p>Officials of the two sides met for the third day in a row without a result.</p><p><a href="https://paper.example/2">Read more</a></p>
        <h2>Bread is short in the besieged town</h2><p>Residents said that shops have sold no bread since Thursday of the last week.</p><p><a href="https://paper.example/3">Read more</a></p>
        <p><a href="https://paper.example/u">Unsubscribe</a></p></body></html>
        """

    static let wordDocument = """
        <w:document xmlns:w="x"><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Convoy waits at the bridge</w:t></w:r></w:p>
        <w:p><w:r><w:t>By Ann Roe</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">Nineteen trucks </w:t></w:r><w:del><w:r><w:delText>and a van </w:delText></w:r></w:del><w:r><w:t>waited at the</w:t><w:br/><w:t>Lachin corridor.</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>A cell.</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>
        """

    static let openDocument = """
        <office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:tracked-changes><text:p>Gone.</text:p></text:tracked-changes>
        <text:h text:style-name="Heading_20_1">Convoy waits at the bridge</text:h><text:p>Nineteen trucks waited<text:s/>at the <text:span>Lachin corridor</text:span>.<office:annotation><text:p>check!</text:p></office:annotation></text:p></office:text></office:body></office:document-content>
        """
}
