package import Model
import Text

/// ninjs 1 to 3 (News in JSON): one article of an agency.
package enum NINJSFormat: Format {
    package static let name = "ninjs"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, head.text.hasPrefix("{"), !head.text.contains("jsonfeed.org/version") else {
            return false
        }
        let marks = [
            "\"uri\"", "\"headline\"", "\"headlines\"", "\"body_html\"", "\"body_text\"", "\"bodies\"",
            "\"versioncreated\"", "\"pubstatus\"", "\"bodyxhtml\"", "\"body_xhtml\"",
        ]
        return marks.filter(head.text.contains).count >= 2
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let (document, reason) = parseDocument(decodeText(bytes, claimed: nil, declared: nil))
        guard let root = document else { return FormatReading(note: reason) }
        var hints = Hints()
        hints.headline = root.text(of: "headline") ?? first(root["headlines"]) ?? root.text(of: "title")
        hints.byline = root.text(of: "byline").map(withoutBy) ?? first(root["bylines"]).map(withoutBy)
        hints.language = root.text(of: "language")
        hints.source = root.text(of: "copyrightholder", "usageterms").flatMap {
            $0.utf8.count < 60 ? $0 : nil
        }
        hints.published = published(
            root.text(of: "firstcreated", "contentcreated", "versioncreated").flatMap(feedDate))
        for key in ["subject", "subjects", "keywords", "genre", "genres"] {
            for one in root[key]?.array ?? [] {
                if let name = one.string ?? one["name"]?.string { hints.tags.append(name.oneLine) }
            }
        }
        hints.modified = published(root.text(of: "versioncreated").flatMap(feedDate))
        hints.status = itemStatus(root.text(of: "pubstatus"))
        hints.embargo = root.text(of: "embargoed", "embargoeduntil").flatMap(feedDate).map {
            Moment(milliseconds: $0.milliseconds)
        }
        hints.editorialNote = root.text(of: "ednote")
        guard let content = content(root) ?? (hints.status == .canceled ? .blocks([]) : nil) else {
            return FormatReading(note: "it holds no text")
        }
        let id = root.text(of: "uri", "guid", "altids")
        var item = RawItem(id: id, content: content, hints: hints)
        item.isVersioned = id != nil
        return FormatReading(items: [item])
    }

    private static func content(_ root: JSON) -> RawItem.Content? {
        let bodies = root["bodies"]?.array ?? []
        func body(_ type: String) -> String? {
            bodies.first { ($0["contenttype"]?.string ?? $0["role"]?.string ?? "").contains(type) }?["value"]?
                .string
        }
        if let html = root.text(of: "body_html", "body_xhtml", "bodyxhtml") ?? body("html") {
            return .fragment(Array(html.utf8))
        }
        guard let plain = root.text(of: "body_text") ?? body("plain") ?? bodies.first?["value"]?.string else {
            return nil
        }
        return .blocks(paragraphs(plain))
    }

    private static func first(_ list: JSON?) -> String? {
        (list?.array ?? []).lazy.compactMap { $0["value"]?.string ?? $0.string }.first { !$0.isEmpty }
    }
}
