import Markup
package import Model
import Text

/// OPML: a list of feeds, not news. In a folder it is refused with the command that takes it up.
package enum OPMLFormat: Format {
    package static let name = "OPML"

    package static func claims(_ head: FormatHead) -> Bool { head.isText && head.rootElement == "opml" }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let count = feeds(inOPML: bytes).count
        return FormatReading(note: "an OPML list of \(count) feeds; take it up with `tocsin feeds import`")
    }
}

/// A feed as a list of feeds names it.
package struct ListedFeed: Sendable, Equatable {
    package var url: String
    package var title: String?
    /// The page that it belongs to.
    package var site: String?
    /// The folders that it lies in, outermost first.
    package var folders: [String]

    package init(url: String, title: String?, site: String?, folders: [String]) {
        (self.url, self.title, self.site, self.folders) = (url, title, site, folders)
    }
}

/// The feeds of an OPML document, in its order, each address once; a damaged one gives what is there.
package func feeds(inOPML bytes: [UInt8]) -> [ListedFeed] {
    let wire = WireElements(bytes, Hints())
    var out: [ListedFeed] = []
    var seen: Set<String> = []
    guard let root = wire.first("opml", in: 0) else { return [] }
    // Outlines nest; the path of titles over each is carried on a stack of our own.
    var stack: [(node: Int, folders: [String])] = [(root, [])]
    while let (node, folders) = stack.popLast() {
        var inner = folders
        if wire.name(node) == "outline" {
            let title = wire.attribute(node, "title") ?? wire.attribute(node, "text")
            if let address = wire.attribute(node, "xmlurl") ?? feedAddress(wire, node) {
                if seen.insert(address).inserted {
                    out.append(
                        ListedFeed(
                            url: address, title: title?.oneLine, site: wire.attribute(node, "htmlurl"),
                            folders: folders))
                }
            } else if let title {
                inner.append(title.oneLine)
            }
        }
        guard inner.count < 64 else { continue }
        stack += wire.xml.elements(node).reversed().map { ($0, inner) }
    }
    return out
}

/// `url` of an outline of type `rss` or `atom`, as a few programs write it.
private func feedAddress(_ wire: WireElements, _ node: Int) -> String? {
    let type = wire.attribute(node, "type")?.lowercased()
    return type == "rss" || type == "atom" ? wire.attribute(node, "url") : nil
}

/// OPML 2.0 of these feeds, in their folders.
package func opml(_ feeds: [ListedFeed], title: String) -> String {
    func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
    var out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n<head><title>\(escaped(title))</title></head>\n<body>\n"
    var open: [String] = []
    for feed in feeds {
        let shared = zip(open, feed.folders).prefix { $0 == $1 }.count
        for _ in shared..<open.count { out += "</outline>\n" }
        for name in feed.folders.dropFirst(shared) { out += "<outline text=\"\(escaped(name))\">\n" }
        open = feed.folders
        let title = escaped(feed.title ?? feed.url)
        let site = feed.site.map { " htmlUrl=\"\(escaped($0))\"" } ?? ""
        out +=
            "<outline type=\"rss\" text=\"\(title)\" title=\"\(title)\" xmlUrl=\"\(escaped(feed.url))\"\(site)/>\n"
    }
    for _ in open { out += "</outline>\n" }
    return out + "</body>\n</opml>\n"
}
