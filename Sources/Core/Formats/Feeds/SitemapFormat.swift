import Markup
package import Model
import Text

/// A Google News sitemap: the articles of two days, each with its address, title and date. The text is on the
/// page.
package enum SitemapFormat: Format {
    package static let name = "news sitemap"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, let root = head.rootElement?.split(separator: ":").last else { return false }
        return root == "urlset" || root == "sitemapindex"
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let wire = WireElements(bytes, hints)
        if let index = wire.first("sitemapindex", in: 0) {
            let children = wire.all("loc", in: index).prefix(3).map { wire.xml.tree.text($0).trimmed }
            return FormatReading(
                note: "an index of sitemaps; add those that hold news, as \(children.joined(separator: ", "))"
            )
        }
        var reading = FormatReading()
        for node in wire.all("url", in: 0) where wire.xml.tree.nodes[node].isClosed {
            guard let address = wire.line("loc", in: node), let url = absoluteURL(address, base: hints.url),
                let news = wire.first("news", in: node)
            else { continue }
            var own = Hints()
            own.url = url
            own.headline = wire.line("title", in: news)
            own.language = wire.line("language", in: news)
            own.source = wire.first("publication", in: news).flatMap { wire.line("name", in: $0) }
            own.published = published(wire.line("publication_date", in: news).flatMap(feedDate))
            own.tags = (wire.line("keywords", in: news) ?? "").split(separator: ",").map { $0.trimmed }
            reading.items.append(RawItem(id: url, content: .fragment([]), hints: own))
        }
        if reading.items.isEmpty { reading.note = "a sitemap without news entries" }
        return reading
    }
}
