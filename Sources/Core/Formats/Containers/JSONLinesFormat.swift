package import Model
import Text

/// JSON Lines of articles: one object a line with `text` or `html`, and what else is known (`headline`,
/// `url`, `byline`, `published`, `language`, `id`, `tags`).
package enum JSONLinesFormat: Format {
    package static let name = "JSON Lines"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, head.text.hasPrefix("{"), let line = head.text.split(separator: "\n").first else {
            return false
        }
        // The first line is a whole object, or longer than what is looked at.
        let isLine = line.hasSuffix("}") || !head.text.contains("\n") && head.text.utf8.count >= 1900
        let isOther = NINJSFormat.claims(head) || JSONFeedFormat.claims(head)
        return isLine && !isOther
            && ["\"text\"", "\"html\"", "\"body\"", "\"articlebody\""].contains { line.contains($0) }
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        var reading = FormatReading()
        var flaws = 0
        for line in filledLines(bytes) {
            guard let value = try? JSON.parse(Array(line)), let item = item(value) else {
                flaws += 1
                continue
            }
            reading.items.append(item)
        }
        if flaws > 0 { reading.note = "\(flaws) lines are no object with text or html" }
        return reading
    }

    private static func item(_ value: JSON) -> RawItem? {
        var hints = Hints()
        hints.headline = value.text(of: "headline", "title")
        hints.byline = value.text(of: "byline", "author")
        hints.url = value.text(of: "url", "canonical")
        hints.language = value.text(of: "language", "lang")
        hints.source = value.text(of: "source", "sitename")
        hints.tags = (value["tags"]?.array ?? []).compactMap(\.string)
        hints.published = published(value.text(of: "published", "date").flatMap(feedDate))
        let id = value.text(of: "id", "uri", "guid") ?? hints.url
        if let html = value.text(of: "html") {
            return RawItem(id: id, content: .fragment(Array(html.utf8)), hints: hints)
        }
        guard let plain = value.text(of: "text", "body", "articleBody") else { return nil }
        let isHeaded = hints.headline != nil
        return RawItem(
            id: id, content: isHeaded ? .blocks(paragraphs(plain)) : .plain(Array(plain.utf8)), hints: hints)
    }
}
