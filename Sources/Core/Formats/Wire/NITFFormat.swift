import Markup
package import Model
import Text

/// NITF 3 (News Industry Text Format): one article of an agency.
package enum NITFFormat: Format {
    package static let name = "NITF"

    package static func claims(_ head: FormatHead) -> Bool { head.isText && head.rootElement == "nitf" }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let wire = WireElements(bytes, hints)
        guard let root = wire.first("nitf", in: 0) else {
            return FormatReading(note: "it holds no nitf element")
        }
        return FormatReading(items: [nitfItem(wire, root)])
    }
}

/// An article from a `nitf` element, wherever it stands.
func nitfItem(_ wire: WireElements, _ root: Int) -> RawItem {
    var hints = Hints()
    let head = wire.first("body.head", in: root) ?? root
    hints.headline =
        wire.line("hl1", in: head) ?? wire.line("hedline", in: head) ?? wire.line("title", in: root)
    hints.byline = wire.line("byline", in: head).map(withoutBy)
    hints.source = wire.line("distributor", in: head)
    hints.language = wire.xml.language(root)
    if let issue = wire.first("date.issue", in: root) {
        hints.published = published(wire.attribute(issue, "norm").flatMap(feedDate))
    }
    hints.tags = wire.all("keyword", in: root).compactMap { wire.attribute($0, "key") }
    for subject in wire.all("tobject.subject", in: root) {
        if let type = wire.attribute(subject, "tobject.subject.type") { hints.tags.append(type) }
    }
    if let data = wire.first("docdata", in: root) { readManagement(wire, data, into: &hints) }
    var blocks: [RawItem.TextBlock] = []
    if let dateline = wire.first("dateline", in: head).map({ wire.block($0, .dateline) }),
        !dateline.text.isEmpty
    {
        blocks.append(dateline)
    }
    if let abstract = wire.first("abstract", in: head) { blocks += wire.blocks(abstract) }
    let body = wire.first("body.content", in: root)
    blocks += body.map(wire.blocks) ?? []
    let id = wire.first("doc-id", in: root).flatMap { wire.attribute($0, "id-string") }
    var item = RawItem(id: id, content: .blocks(blocks), hints: hints)
    item.isVersioned = id != nil
    return item
}

/// What NITF's `docdata` says of an item's use: killed, withheld, not before, corrected.
private func readManagement(_ wire: WireElements, _ data: Int, into hints: inout Hints) {
    func instant(_ name: String) -> WebDate? {
        wire.first(name, in: data).flatMap { wire.attribute($0, "norm") }.flatMap(feedDate)
    }
    let status = wire.attribute(data, "management-status")
    hints.status = itemStatus(status)
    let release = instant("date.release")
    // A date of release is always given; it holds an item back only when it lies behind that of issue.
    if let release,
        status == "embargoed" || release.milliseconds > instant("date.issue")?.milliseconds ?? .max
    {
        hints.embargo = Moment(milliseconds: release.milliseconds)
    }
    if let note = wire.first("correction", in: data) {
        hints.editorialNote = ["CORRECTION", wire.attribute(note, "info")].compactMap { $0 }.joined(
            separator: ": ")
    } else if let note = wire.first("ed-msg", in: data) {
        hints.editorialNote = wire.attribute(note, "info")
    }
}

/// The standards' words for the state of an item: `usable`, `stat:canceled`, `Withheld`.
func itemStatus(_ text: String?) -> ItemStatus {
    let word = text?.lowercased().split(whereSeparator: { $0 == ":" || $0 == "/" }).last
    switch word {
    case "canceled", "cancelled", "killed", "kill": return .canceled
    case "withheld": return .withheld
    default: return .usable
    }
}
