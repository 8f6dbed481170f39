import Markup
package import Model
import Text

/// Atom 1.0 and 0.3. Every complete entry of a damaged feed is kept.
package enum AtomFormat: Format {
    package static let name = "Atom"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, let root = head.rootElement else { return false }
        return root == "feed" || root == "atom:feed" || root == "entry"
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let feed = FeedElements(bytes, hints)
        var reading = FormatReading()
        let root = feed.all(["feed"]).first
        let language = root.flatMap { feed.tree.attribute($0, "xml:lang") }
        let entries = feed.all(["entry"])
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
        hints.headline = feed.line(entry, "title")
        hints.byline = feed.child(entry, "author").flatMap { feed.line($0, "name") }
        hints.published = feed.published(entry, ["published", "issued", "created", "updated", "modified"])
        hints.language = base.language ?? feed.tree.attribute(entry, "xml:lang") ?? language
        let links = feed.tree.children(entry).filter {
            !feed.tree.isText($0) && feed.name($0).hasSuffix("link")
        }
        let alternate = links.first { (feed.tree.attribute($0, "rel") ?? "alternate") == "alternate" }
        hints.url = alternate.flatMap { feed.tree.attribute($0, "href") }.flatMap {
            absoluteURL($0, base: base.url)
        }
        let bodies = ["content", "summary"].compactMap { name in feed.child(entry, name).map(feed.html) }
        return feedItem(id: feed.line(entry, "id"), hints: hints, bodies: bodies)
    }
}
