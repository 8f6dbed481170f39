import Markup
import Support
import Testing
import Text

/// What makes reading quick answers as the plain way does.
@Suite struct MarkupTests {
    /// Letters, all kinds of white space, controls, bytes of UTF-8 at their edges.
    private static let bytes: [UInt8] = [
        0x61, 0x62, 0x63, 0x7A, 0x21, 0x2E, 0x20, 0x20, 0x20, 0x09, 0x0A, 0x0D, 0x00, 0x1F, 0x7F, 0x80, 0xBF, 0xC2, 0xA0, 0xFF,
    ]

    private func plainlyCollapsed(_ text: [UInt8]) -> [UInt8] {
        text.split { $0 <= 0x20 }.joined(separator: [0x20]).map { $0 }
    }

    @Test func `white space goes in eights as it goes one by one`() {
        var random = SplitMix(seed: 26)
        for length in 0..<200 {
            for _ in 0..<20 {
                let text = (0..<length).map { _ in MarkupTests.bytes.randomElement(using: &random)! }
                let plain = plainlyCollapsed(text)
                #expect(collapsed(text) == plain)
                #expect(shownBytes(text.span) == plain.count)
            }
        }
    }

    @Test func `scalars are counted in eights as they are one by one`() {
        for text in ["", "abc", "Лачинский коридор – дорога", String(repeating: "é€😀a", count: 40)] {
            let bytes = Array(text.utf8)
            let map = ScalarMap(bytes)
            for offset in bytes.indices {
                #expect(map.scalars(before: offset) == bytes[..<offset].count { $0 & 0xC0 != 0x80 })
            }
            #expect(map.scalars(before: bytes.count) == text.unicodeScalars.count)
        }
    }

    @Test(arguments: [
        ("html", Tags.html), ("body", .body), ("p", .p), ("a", .a), ("br", .br), ("span", .span), ("div", .div), ("li", .li),
        ("article", .article), ("header", .header), ("form", .form), ("button", .button), ("td", .td), ("th", .th), ("tr", .tr),
        ("h1", .h1), ("h2", .h2), ("h3", .h3), ("h4", .h4), ("h5", .h5), ("h6", .h6), ("img", .img), ("time", .time),
        ("dt", .dt), ("dd", .dd), ("pre", .pre), ("code", .code),
    ])
    func `an element is known by its number`(name: String, tag: Tags) throws {
        let tree = parseMarkup(Array("<\(name.uppercased()) x=1>text</\(name)><other></other>".utf8), isXML: false)
        let node = try #require(tree.elements(name).first)
        #expect(tree.isOne(of: tag, node))
        #expect(tree.tags(node) == tag)
        let other = try #require(tree.elements("other").first)
        #expect(!tree.isOne(of: .all, other))
        #expect(tree.tags(other) == [])
        #expect(!tree.isOne(of: tag, 0))
    }

    @Test func `a page of hundreds of names keeps them apart`() {
        let names = (0..<600).map { "name-\($0)" } + (0..<600).map { "n\($0)" }
        let tree = parseMarkup(Array(names.map { "<\($0)></\($0)>" }.joined().utf8), isXML: false)
        for name in names { #expect(tree.elements(name).count == 1) }
    }

    @Test func `attributes are found whatever their case and company`() throws {
        let page = "<p CLASS='a b' id=c Hidden data-x=\"1 &amp; 2\" title>x</p><p>y</p>"
        let tree = parseMarkup(Array(page.utf8), isXML: false)
        let nodes = tree.elements("p")
        let first = try #require(nodes.first)
        #expect(tree.attribute(first, "class") == "a b")
        #expect(tree.attribute(first, "ID") == "c")
        #expect(tree.attribute(first, "hidden") == "")
        #expect(tree.attribute(first, "data-x") == "1 & 2")
        #expect(tree.attribute(first, "title") == "")
        #expect(tree.attribute(first, "titled") == nil)
        #expect(tree.attribute(first, "rel") == nil)
        #expect(tree.attribute(first, "class", mayHold: "B"))
        #expect(!tree.attribute(first, "class", mayHold: "c"))
        #expect(tree.attribute(nodes[1], "class") == nil)
    }
}
