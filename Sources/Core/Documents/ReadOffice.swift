import Formats
import Markup
import Model
import Text

/// A document of Word (Office Open XML): its paragraphs as they read when every change is accepted.
func readWordDocument(_ bytes: [UInt8], properties: [UInt8]?, _ hints: Hints) -> FormatReading {
    let names = OfficeNames(
        paragraphs: ["p"], tabs: ["tab", "br", "cr"], style: ("pStyle", "w:val"),
        titles: ["title", "heading1", "titel"],
        left: ["del", "moveFrom", "instrText", "pPr", "rPr", "sdtPr", "footnoteReference"])
    return readOffice(bytes, names, properties: properties, hints)
}

/// A text of an office suite that writes OpenDocument.
func readOpenDocument(_ bytes: [UInt8], properties: [UInt8]?, _ hints: Hints) -> FormatReading {
    let names = OfficeNames(
        paragraphs: ["p", "h"], tabs: ["tab", "line-break", "s"], style: nil,
        titles: ["title", "heading_20_1"],
        left: [
            "tracked-changes", "annotation", "note", "automatic-styles", "sequence-decls", "forms", "desc",
        ])
    return readOffice(bytes, names, properties: properties, hints)
}

/// What the two families of documents call their parts.
private struct OfficeNames {
    var paragraphs: Set<String>
    /// Elements that stand for white space.
    var tabs: Set<String>
    /// The element and attribute that name a paragraph's style; nil: an attribute of the paragraph itself.
    var style: (element: String, attribute: AttributeName)?
    /// Styles of a headline, in lower case.
    var titles: Set<String>
    /// Elements whose text is none of the article.
    var left: Set<String>
}

private func readOffice(_ bytes: [UInt8], _ names: OfficeNames, properties: [UInt8]?, _ hints: Hints)
    -> FormatReading
{
    var reader = OfficeReader(tree: parseMarkup(bytes, isXML: true), names: names)
    reader.run()
    var hints = hints
    let title = reader.title ?? properties.flatMap { property("title", in: $0) }
    if let title, hints.headline == nil { hints.headline = title.oneLine }
    if hints.modified.value == nil,
        let date = properties.flatMap({ property("modified", in: $0) ?? property("date", in: $0) })
    {
        hints.modified = pageDate(date)
    }
    if hints.language == nil { hints.language = properties.flatMap { property("language", in: $0) } }
    guard !reader.paragraphs.isEmpty else { return FormatReading(note: "the document holds no text") }
    let first = reader.paragraphs.first
    let headline = title.flatMap { $0.oneLine == first?.oneLine ? nil : $0 }
    return FormatReading(items: [
        RawItem(id: nil, content: plainContent(headline, reader.paragraphs), hints: hints)
    ])
}

/// A date that a document says of itself.
func pageDate(_ text: String) -> Published {
    guard let date = webDate(text) else { return .unknown }
    return Published(value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .page)
}

/// A property of a document by its local name.
private func property(_ name: String, in bytes: [UInt8]) -> String? {
    let tree = parseMarkup(bytes, isXML: true)
    for node in tree.nodes.indices where !tree.isText(node) && localName(tree.name(node)) == name {
        let text = tree.text(node).trimmed
        if !text.isEmpty { return text }
    }
    return nil
}

private func localName(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }

private struct OfficeReader {
    let tree: MarkupTree
    let names: OfficeNames
    var paragraphs: [String] = []
    var title: String?
    private var text = ""
    private var isTitle = false

    init(tree: MarkupTree, names: OfficeNames) { (self.tree, self.names) = (tree, names) }

    /// Nodes stand in document order, so one walk with a skip over what is left out does.
    mutating func run() {
        var index = 0
        var ends: [Int] = []
        while index < tree.nodes.count {
            while let end = ends.last, index >= end {
                ends.removeLast()
                flush()
            }
            if tree.isText(index) {
                if !ends.isEmpty { text += tree.text(index) }
                index += 1
                continue
            }
            let name = localName(tree.name(index))
            if let style = names.style, name == style.element || name == "pPr" {
                if name == style.element { note(style: tree.attribute(index, style.attribute)) }
                index += 1
                continue
            }
            if names.left.contains(name) {
                index = max(index + 1, tree.endOfSubtree(index))
                continue
            }
            if names.paragraphs.contains(name) {
                flush()
                ends.append(tree.endOfSubtree(index))
                if names.style == nil { note(style: tree.attribute(index, "text:style-name")) }
            } else if names.tabs.contains(name) {
                text += " "
            }
            index += 1
        }
        flush()
    }

    private mutating func note(style: String?) {
        if let style, names.titles.contains(style.lowercased()) { isTitle = true }
    }

    private mutating func flush() {
        let line = text.oneLine
        if !line.isEmpty {
            if isTitle, title == nil { title = line }
            paragraphs.append(line)
        }
        (text, isTitle) = ("", false)
    }
}
