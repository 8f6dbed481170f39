import Markup
package import Model
import Text

/// RSS 0.90 to 2.0 and 1.0 (RDF). Every complete entry of a damaged feed is kept.
package enum RSSFormat: Format {
    package static let name = "RSS"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, let root = head.rootElement else { return false }
        return root == "rss" || root == "rdf:rdf" || root == "channel"
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let feed = FeedElements(bytes, hints)
        var reading = FormatReading()
        let channel = feed.all(["channel"]).first
        let language = channel.flatMap { feed.line($0, "language", "dc:language") }
        let entries = feed.all(["item"])
        for entry in entries where feed.tree.nodes[entry].isClosed {
            reading.items.append(item(feed, entry, hints, language))
        }
        if entries.count > reading.items.count {
            reading.note = "the feed is cut off; its last entry is not complete"
        }
        return reading
    }

    private static func item(_ feed: FeedElements, _ entry: Int, _ base: Hints, _ language: String?)
        -> RawItem
    {
        var hints = Hints()
        hints.headline = feed.line(entry, "title", "dc:title")
        hints.byline = feed.line(entry, "dc:creator", "author")
        hints.published = feed.published(entry, ["pubDate", "dc:date", "published", "updated"])
        hints.language = base.language ?? language
        let guid = feed.child(entry, "guid", "id")
        let id = guid.map { feed.tree.text($0).trimmed }.flatMap { $0.isEmpty ? nil : $0 }
        hints.url = link(feed, entry, base.url)
        if hints.url == nil, let id, guid.flatMap({ feed.tree.attribute($0, "isPermaLink") }) != "false" {
            hints.url = absoluteURL(id, base: nil)
        }
        let bodies = ["content:encoded", "description", "content", "summary"].compactMap { name in
            feed.child(entry, name).map(feed.html)
        }
        return feedItem(id: id, hints: hints, bodies: bodies)
    }

    private static func link(_ feed: FeedElements, _ entry: Int, _ base: String?) -> String? {
        for child in feed.tree.children(entry)
        where !feed.tree.isText(child) && feed.name(child).hasSuffix("link") {
            let href = feed.tree.attribute(child, "href")
            let rel = feed.tree.attribute(child, "rel") ?? "alternate"
            guard rel == "alternate" else { continue }
            if let url = absoluteURL(href ?? feed.tree.text(child), base: base) { return url }
        }
        return nil
    }
}
