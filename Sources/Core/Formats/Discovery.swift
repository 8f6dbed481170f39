import Markup
import Model
import Text

/// A place where a site may keep a feed.
package struct FeedCandidate: Sendable, Equatable {
    package var url: String
    /// Why it is looked at: `named by the page`, `linked`, `a usual place`, `named by robots.txt`.
    package var reason: String

    package init(url: String, reason: String) { (self.url, self.reason) = (url, reason) }
}

/// Where a page says or lets one guess that feeds of its site lie: what it declares, then what it links to
/// that looks like one, then the usual places. Each address once.
package func feedCandidates(page: [UInt8], at url: String) -> [FeedCandidate] {
    let decoded = decodeText(page, claimed: nil, declared: declaredEncoding(page))
    let tree = parseMarkup(decoded.bytes, isXML: false)
    var declared: [FeedCandidate] = []
    var linked: [FeedCandidate] = []
    for node in tree.nodes.indices where !tree.isText(node) {
        guard let address = tree.attribute(node, "href")?.trimmed, !address.isEmpty else { continue }
        let target = resolveURL(address, base: url)
        guard target.hasPrefix("http") else { continue }
        if tree.name(node) == "link" {
            let type = tree.attribute(node, "type")?.lowercased() ?? ""
            let isAlternate = tree.attribute(node, "rel")?.lowercased().contains("alternate") == true
            if isAlternate, feedTypes.contains(where: type.hasPrefix) {
                declared.append(FeedCandidate(url: target, reason: "named by the page"))
            }
        } else if tree.name(node) == "a" {
            let path = target.lowercased()
            let isFeed = ["/rss", "/feed", "/atom", ".rss", "rss.xml", "feed.xml", "atom.xml", "feed.json"]
                .contains(
                    where: path.contains)
            if isFeed, linked.count < 8 { linked.append(FeedCandidate(url: target, reason: "linked")) }
        }
    }
    let usual = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json"].map {
        FeedCandidate(url: resolveURL($0, base: url), reason: "a usual place")
    }
    var seen: Set<String> = []
    return (declared + linked + usual).filter { seen.insert($0.url).inserted }
}

/// The sitemaps that a robots.txt names, those with news in their names first.
package func sitemapCandidates(robots: [UInt8]) -> [FeedCandidate] {
    let lines = String(decoding: robots.prefix(500_000), as: UTF8.self).split { $0.isNewline }
    let found = lines.compactMap { line -> String? in
        guard line.lowercased().hasPrefix("sitemap:") else { return nil }
        let address = line.dropFirst(8).trimmed
        return address.hasPrefix("http") ? address : nil
    }
    let news = found.filter { $0.lowercased().contains("news") }
    return (news + found.filter { !news.contains($0) }).prefix(6).map {
        FeedCandidate(url: $0, reason: "named by robots.txt")
    }
}

private let feedTypes = [
    "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
]
