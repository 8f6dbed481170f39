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
        if wire.first("sitemapindex", in: 0) != nil {
            let children = sitemaps(inIndex: bytes, hints).prefix(3).map(\.url)
            return FormatReading(note: "an index of sitemaps: \(children.joined(separator: ", "))")
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

/// A sitemap that an index names.
package struct ListedSitemap: Sendable, Equatable {
    package var url: String
    /// Milliseconds since 1970 of its last change; nil when the index does not say.
    package var modified: Int64?
}

/// The sitemaps of an index, those first that news is likeliest in: named so, then changed last. Empty when
/// the document is no index.
package func sitemaps(inIndex bytes: [UInt8], _ hints: Hints) -> [ListedSitemap] {
    guard let root = FormatHead(bytes, hints).rootElement?.split(separator: ":").last, root == "sitemapindex"
    else { return [] }
    let wire = WireElements(bytes, hints)
    let found = wire.all("sitemap", in: 0).compactMap { node -> ListedSitemap? in
        guard let address = wire.line("loc", in: node), let url = absoluteURL(address, base: hints.url) else {
            return nil
        }
        return ListedSitemap(
            url: url, modified: wire.line("lastmod", in: node).flatMap(feedDate)?.milliseconds)
    }
    func rank(_ one: ListedSitemap) -> (Int, Int64) {
        (one.url.lowercased().contains("news") ? 1 : 0, one.modified ?? 0)
    }
    return found.enumerated().sorted {
        rank($0.element) == rank($1.element) ? $0.offset < $1.offset : rank($0.element) > rank($1.element)
    }.map(\.element)
}
