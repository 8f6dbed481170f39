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
        let root: JSON
        do { root = try JSON.parse(decodeText(bytes, claimed: nil, declared: nil).bytes) } catch {
            return FormatReading(note: "no valid JSON at byte \(error.offset): \(error.what)")
        }
        var hints = Hints()
        hints.headline = text(root, ["headline"]) ?? first(root["headlines"]) ?? text(root, ["title"])
        hints.byline = text(root, ["byline"]).map(withoutBy) ?? first(root["bylines"]).map(withoutBy)
        hints.language = text(root, ["language"])
        hints.source = text(root, ["copyrightholder", "usageterms"]).flatMap { $0.utf8.count < 60 ? $0 : nil }
        let date = text(root, ["firstcreated", "contentcreated", "versioncreated"]).flatMap(feedDate)
        if let date {
            hints.published = Published(
                value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .feed)
        }
        for key in ["subject", "subjects", "keywords", "genre", "genres"] {
            for one in root[key]?.array ?? [] {
                if let name = one.string ?? one["name"]?.string { hints.tags.append(name.oneLine) }
            }
        }
        guard let content = content(root) else { return FormatReading(note: "it holds no text") }
        let id = text(root, ["uri", "guid", "altids"])
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
        if let html = text(root, ["body_html", "body_xhtml", "bodyxhtml"]) ?? body("html") {
            return .fragment(Array(html.utf8))
        }
        guard let plain = text(root, ["body_text"]) ?? body("plain") ?? bodies.first?["value"]?.string else {
            return nil
        }
        return .blocks(paragraphs(plain))
    }

    private static func text(_ root: JSON, _ names: [String]) -> String? {
        names.lazy.compactMap { root[$0]?.string?.trimmed }.first { !$0.isEmpty }
    }

    private static func first(_ list: JSON?) -> String? {
        (list?.array ?? []).lazy.compactMap { $0["value"]?.string ?? $0.string }.first { !$0.isEmpty }
    }
}
