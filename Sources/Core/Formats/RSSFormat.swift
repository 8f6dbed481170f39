package import Model

/// RSS 0.90 to 2.0, 1.0 (RDF) and CDF. Every complete entry of a damaged feed is kept.
package enum RSSFormat: Format {
    package static let name = "RSS"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, let root = head.rootElement else { return false }
        return root == "rss" || root == "rdf:rdf" || root == "channel"
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        reading(of: readXMLFeed(bytes, hints), hints)
    }
}

/// The entries of a feed as things to be read, and what was wrong with it.
func reading(of feed: FeedDocument, _ hints: Hints) -> FormatReading {
    FormatReading(
        items: feed.items(hints),
        note: feed.isCutOff ? "the feed is cut off; its last entry is not complete" : nil)
}
