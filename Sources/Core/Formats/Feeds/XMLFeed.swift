import Markup
package import Model
import Text

/// Reads RSS 0.90 to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, and CDF. Every complete entry of a damaged feed is
/// kept, wherever it stands.
package func readXMLFeed(_ bytes: [UInt8], _ hints: Hints) -> FeedDocument {
    let feed = FeedElements(bytes, hints)
    var out = FeedDocument()
    out.encoding = feed.decoded.encoding
    let (entries, root) = places(feed)
    let rootName = root.flatMap(feed.known)
    let isAtom = rootName == .feed || rootName == .entry
    out.format = root.map { version(feed, $0) } ?? ""
    if let root {
        var reader = RecordReader(feed, .feed, isAtom: isAtom)
        if rootName != .entry { reader.read(channel(feed, root)) }
        feed.eachElement(root) { child in
            guard let name = feed.known(child), name == .image || name == .textInput else { return }
            _ = reader.readCompound(name, child)
        }
        out.feed = reader.record
    }
    for entry in entries {
        guard feed.tree.nodes[entry].isClosed else { out.isCutOff = true; continue }
        var reader = RecordReader(feed, .entry, isAtom: isAtom)
        reader.read(entry)
        out.entries.append(reader.record)
    }
    out.isMalformed = feed.decoded.flaws > 0 || feed.tree.isMalformed
    return out
}

/// Entries in document order, none inside another, and the root of the feed.
private func places(_ feed: FeedElements) -> (entries: [Int], root: Int?) {
    var entries: [Int] = []
    var root: Int?
    var index = 1
    while index < feed.tree.nodes.count {
        defer { index += 1 }
        if feed.tree.isText(index) { continue }
        switch feed.known(index) {
        case .item, .entry, .product:
            entries.append(index)
            if root == nil { root = index }
            index = feed.tree.endOfSubtree(index) - 1
        case .rss, .feed, .rdfRdf, .channel, .rdf: if root == nil { root = index }
        default: break
        }
    }
    return (entries, root)
}

/// The element that the feed's own values stand in.
private func channel(_ feed: FeedElements, _ root: Int) -> Int {
    func isChannel(_ node: Int) -> Bool {
        let name = feed.known(node)
        return name == .feed || name == .channel
    }
    if isChannel(root) { return root }
    var child = Int(feed.tree.nodes[root].firstChild)
    while child >= 0, !isChannel(child) { child = Int(feed.tree.nodes[child].next) }
    return child >= 0 ? child : root
}

/// The format and its version, in the words of feedparser.
private func version(_ feed: FeedElements, _ root: Int) -> String {
    lazy var spaces = feed.tree.attributes(of: root, beginning: "xmlns").map { $0.value.lowercased() }
    switch feed.known(root) {
    case .rss:
        switch feed.attribute(root, "version")?.trimmed {
        case "0.91":
            return String(decoding: feed.tree.source.prefix(600), as: UTF8.self).contains("netscape.com")
                ? "rss091n" : "rss091u"
        case "0.92": return "rss092"
        case "0.93": return "rss093"
        case "0.94": return "rss094"
        case let version? where version.hasPrefix("2"): return "rss20"
        default: return "rss"
        }
    case .rdfRdf, .rdf:
        return spaces.contains { $0.contains("netscape.com/rdf/simple/0.9") } ? "rss090" : "rss10"
    case .feed, .entry:
        let isOld =
            feed.attribute(root, "version") == "0.3" || spaces.contains { $0.contains("purl.org/atom/ns") }
        return isOld ? "atom03" : spaces.contains { $0.contains("2005/atom") } ? "atom10" : "atom"
    case .channel:
        return feed.attribute(root, "href") != nil || feed.attribute(root, "base") != nil ? "cdf" : "rss"
    default: return ""
    }
}
