import Markup
package import Model
import Text

/// NewsML 1.2 and NewsML-G2: messages of an agency, often with many articles in one file, each with its
/// version.
package enum NewsMLFormat: Format {
    package static let name = "NewsML"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, let root = head.rootElement else { return false }
        return ["newsml", "newsmessage", "newsitem"].contains(
            root.split(separator: ":").last.map(String.init) ?? "")
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let wire = WireElements(bytes, hints)
        var reading = FormatReading()
        var cut = 0
        for item in wire.all("newsitem", in: 0) {
            guard wire.xml.tree.nodes[item].isClosed else {
                cut += 1
                continue
            }
            if let read = wire.first("contentset", in: item) != nil
                ? secondGeneration(wire, item) : first(wire, item)
            {
                reading.items.append(read)
            }
        }
        if cut > 0 { reading.note = "the file is cut off; its last item is not complete" }
        return reading
    }

    /// An item of NewsML-G2. One without text (a picture) is none.
    private static func secondGeneration(_ wire: WireElements, _ node: Int) -> RawItem? {
        var hints = Hints()
        let meta = wire.first("contentmeta", in: node) ?? node
        hints.headline = wire.line("headline", in: meta)
        hints.byline = wire.line("by", in: meta).map(withoutBy)
        hints.language =
            wire.first("language", in: meta).flatMap { wire.attribute($0, "tag") } ?? wire.xml.language(node)
        hints.tags = wire.all("subject", in: meta).compactMap { wire.line("name", in: $0) }
        hints.tags += wire.all("keyword", in: meta).map { wire.xml.tree.text($0).oneLine }
        let date = wire.line("contentcreated", in: meta) ?? wire.line("firstcreated", in: node)
        hints.published = published((date ?? wire.line("versioncreated", in: node)).flatMap(feedDate))
        hints.modified = published(wire.line("versioncreated", in: node).flatMap(feedDate))
        if let management = wire.first("itemmeta", in: node) {
            readManagement(wire, management, into: &hints)
        }
        var blocks: [RawItem.TextBlock] = []
        if let dateline = wire.line("dateline", in: meta) {
            blocks.append(RawItem.TextBlock(.dateline, dateline))
        }
        guard let content = wire.first("contentset", in: node) else { return nil }
        let isWithdrawn = hints.status == .canceled
        if let nitf = wire.first("nitf", in: content), case .blocks(let inner) = nitfItem(wire, nitf).content
        {
            blocks += inner
            hints.headline = hints.headline ?? nitfItem(wire, nitf).hints.headline
        } else {
            blocks += wire.blocks(wire.first("body", in: content) ?? content)
        }
        guard isWithdrawn || blocks.contains(where: { $0.zone == .body }) else { return nil }
        return item(wire.attribute(node, "guid"), blocks, hints)
    }

    /// `pubStatus`, `embargoed` and `edNote` of an item.
    private static func readManagement(_ wire: WireElements, _ node: Int, into hints: inout Hints) {
        hints.status = itemStatus(wire.first("pubstatus", in: node).flatMap { wire.attribute($0, "qcode") })
        hints.embargo = wire.line("embargoed", in: node).flatMap(feedDate).map {
            Moment(milliseconds: $0.milliseconds)
        }
        hints.editorialNote = wire.line("ednote", in: node)
    }

    /// An item of NewsML 1.
    private static func first(_ wire: WireElements, _ node: Int) -> RawItem? {
        var hints = Hints()
        hints.headline = wire.line("headline", in: node)
        hints.byline = wire.line("byline", in: node).map(withoutBy)
        hints.language = wire.first("language", in: node).flatMap { wire.attribute($0, "formalname") }
        hints.published = published(
            (wire.line("firstcreated", in: node) ?? wire.line("dateandtime", in: node)).flatMap(feedDate))
        if let management = wire.first("newsmanagement", in: node) {
            hints.status = itemStatus(
                wire.first("status", in: management).flatMap { wire.attribute($0, "formalname") })
            let change = wire.first("statuswillchange", in: management)
            if let change,
                wire.first("status", in: management).flatMap({ wire.attribute($0, "formalname") })?
                    .lowercased() == "embargoed"
            {
                hints.embargo = wire.line("dateandtime", in: change).flatMap(feedDate).map {
                    Moment(milliseconds: $0.milliseconds)
                }
            }
            let revised = wire.line("thisrevisioncreated", in: management)
            hints.modified = published(revised.flatMap(feedDate))
        }
        hints.tags = wire.all("keywordline", in: node).map { wire.xml.tree.text($0).oneLine }
        var blocks: [RawItem.TextBlock] = []
        if let dateline = wire.line("dateline", in: node) {
            blocks.append(RawItem.TextBlock(.dateline, dateline))
        }
        for content in wire.all("datacontent", in: node) {
            if let nitf = wire.first("nitf", in: content),
                case .blocks(let inner) = nitfItem(wire, nitf).content
            {
                blocks += inner
            } else {
                let found = wire.blocks(content)
                let text = wire.xml.tree.text(content)
                blocks += found.isEmpty && !text.trimmed.isEmpty ? paragraphs(text) : found
            }
        }
        guard hints.status == .canceled || blocks.contains(where: { $0.zone == .body }) else { return nil }
        let id = wire.line("newsitemid", in: node) ?? wire.line("publicidentifier", in: node)
        return item(id, blocks, hints)
    }

    private static func item(_ id: String?, _ blocks: [RawItem.TextBlock], _ hints: Hints) -> RawItem {
        var item = RawItem(id: id, content: .blocks(blocks), hints: hints)
        item.isVersioned = id != nil
        return item
    }
}

/// Paragraphs of plain text: parted by blank lines.
func paragraphs(_ text: String) -> [RawItem.TextBlock] {
    var out: [RawItem.TextBlock] = []
    var lines: [Substring] = []
    func flush() {
        let block = lines.joined(separator: " ").oneLine
        if !block.isEmpty { out.append(RawItem.TextBlock(.body, block)) }
        lines = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        if line.trimmed.isEmpty { flush() } else { lines.append(line) }
    }
    flush()
    return out
}
