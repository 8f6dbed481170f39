package import Model
import Text

/// JSON Feed 1 and 1.1.
package enum JSONFeedFormat: Format {
    package static let name = "JSON Feed"

    package static func claims(_ head: FormatHead) -> Bool {
        head.isText && head.text.hasPrefix("{")
            && (head.text.contains("jsonfeed.org/version") || head.contentType == "application/feed+json")
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let decoded = decodeText(bytes, claimed: nil, declared: nil).bytes
        let root: JSON
        do { root = try JSON.parse(decoded) } catch {
            return FormatReading(note: "no valid JSON at byte \(error.offset): \(error.what)")
        }
        var reading = FormatReading()
        for entry in root["items"]?.array ?? [] { reading.items.append(item(entry, root, hints)) }
        return reading
    }

    private static func item(_ entry: JSON, _ root: JSON, _ base: Hints) -> RawItem {
        var hints = Hints()
        hints.headline = entry["title"]?.string?.oneLine
        let author = entry["authors"]?.array?.first ?? entry["author"]
        hints.byline = author?["name"]?.string?.oneLine
        hints.language = base.language ?? entry["language"]?.string ?? root["language"]?.string
        hints.url = entry["url"]?.string.flatMap { absoluteURL($0, base: base.url) }
        for name in ["date_published", "date_modified"] where hints.published.value == nil {
            guard let date = entry[name]?.string.flatMap(webDate) else { continue }
            hints.published = Published(
                value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .feed)
        }
        let id = entry["id"]?.string ?? entry["id"]?.integer.map(String.init)
        let bodies = ["content_html", "content_text", "summary"].compactMap {
            entry[$0]?.string.map { Array($0.utf8) }
        }
        return feedItem(id: id, hints: hints, bodies: bodies)
    }
}
