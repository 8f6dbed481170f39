import Extraction
import Model
import Testing

/// Which text of a page is its article, by how makers of pages wrap it.
@Suite struct PageBodyTests {
    private let sentences = [
        "Nineteen trucks waited at the bridge until the evening came, their drivers said on Monday.",
        "The road was closed in December, when talks on the crossing broke down for a third time.",
        "Officials in the capital promised bread, fuel and medicine for the villages beyond the pass.",
        "Nobody at the checkpoint could say, late at night, when the next convoy would be let through.",
    ]

    private func body(_ page: String) -> [String] {
        let article = articles("<html><body><h1>Ridge road reopens</h1>\(page)</body></html>").first
        return article.map { one in one.paragraphs.filter { $0.zone == .body }.map { one.string($0.span) } } ?? []
    }

    @Test func `paragraphs that stand in spans alone are the article, whatever note stands under it`() {
        let text = sentences.map { "<div dir=ltr><span style='color: black'>\($0)</span></div>" }.joined()
        let note = "<div>A note of the editors: names of villages are written as they are on the maps of the last census.</div>"
        #expect(body("<div><div>\(text)</div></div><div>\(note)</div>").prefix(4) == sentences[...])
    }

    @Test(arguments: ["class=popup", "class='ad share'", "class=tooltip-modal"])
    func `words of a running text stay, whatever they are called`(attributes: String) {
        let marked = sentences.map { $0.replacing("the ", with: "the <a href=/x \(attributes)>dusty</a> ") }
        let text = body("<div>" + marked.map { "<p>\($0)</p>" }.joined() + "</div>")
        #expect(text == sentences.map { $0.replacing("the ", with: "the dusty ") })
        let alone = body("<div>" + sentences.map { "<p>\($0)</p><p><a href=/x \(attributes)>dusty</a></p>" }.joined() + "</div>")
        #expect(alone == sentences)
    }

    @Test func `linked cells of a table within the text are text, a table of links under it is none`() {
        let table = "<table>" + sentences.map { "<tr><th><a href=/a>\($0.prefix(8))</a></th><td>\($0)</td></tr>" }.joined() + "</table>"
        let links = "<table>" + (1...6).map { "<tr><td><a href=/\($0)>Another story of this paper \($0)</a></td></tr>" }.joined() + "</table>"
        let text = body("<div><p>\(sentences[0])</p>\(table)<p>\(sentences[1])</p>\(links)</div>")
        #expect(text == [sentences[0]] + sentences.flatMap { [String($0.prefix(8)), $0] } + [sentences[1]])
    }

    @Test func `what is not visible is no text`() {
        let hidden = "<div style='visibility: hidden'><p>Sign up for the letter of the house, which comes every morning.</p></div>"
        #expect(body("<div>" + sentences.map { "<p>\($0)</p>" }.joined() + hidden + "</div>") == sentences)
    }
}
