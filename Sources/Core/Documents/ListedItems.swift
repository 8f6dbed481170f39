import Formats
import Markup
import Model
import Text

/// The items that a newsletter or an alert service lists in a mail: linked titles, each with a few lines
/// below; or headings with text and a link to the whole story. Empty when the mail is a text of its own.
func listedItems(_ html: [UInt8], _ hints: Hints, isAlert: Bool) -> [RawItem] {
    var finder = ItemFinder(tree: parseMarkup(html, isXML: false))
    finder.run()
    let items = finder.items.filter { $0.isWhole(isAlert: isAlert) }
    let told = items.filter { $0.text.utf8.count >= 40 }
    guard isAlert ? !items.isEmpty : told.count >= 3 && told.count * 2 >= items.count else { return [] }
    var seen: Set<String> = []
    return (isAlert ? items : told).compactMap { item in
        guard let url = item.url, seen.insert(url).inserted else { return nil }
        var own = hints
        own.headline = item.title.oneLine
        own.url = url
        // The mail's sender is not the outlet of what it lists.
        own.source = item.source
        return RawItem(id: url, content: .blocks(item.blocks), hints: own)
    }
}

private struct ListedItem {
    var title: String
    var url: String?
    var text = ""
    var blocks: [RawItem.TextBlock] = []
    var source: String?

    func isWhole(isAlert: Bool) -> Bool {
        url != nil && title.utf8.count >= (isAlert ? 12 : 20)
            && title.split(separator: " ").count >= (isAlert ? 2 : 4)
    }
}

/// Walks a mail block by block.
private struct ItemFinder {
    let tree: MarkupTree
    var items: [ListedItem] = []

    private static let blocks: Set<String> = [
        "p", "div", "td", "th", "tr", "table", "li", "h1", "h2", "h3", "h4", "h5", "h6", "article", "section",
        "body",
        "center", "ul", "ol", "blockquote",
    ]
    private static let headings: Set<String> = ["h1", "h2", "h3", "h4"]
    private static let invitations = [
        "read more", "continue reading", "full story", "read the full", "keep reading", "read on",
        "learn more",
        "weiterlesen", "mehr lesen", "lire la suite", "leer más", "читать далее", "подробнее", "devamını oku",
    ]
    private static let furniture = [
        "unsubscribe", "preferences", "view in browser", "view this email", "view online", "privacy",
        "forward to",
        "flag as irrelevant", "see more results", "edit this alert", "manage your", "advertise", "terms of",
        "share on",
        "facebook", "twitter", "linkedin", "whatsapp", "rss feed", "abmelden", "отписаться",
    ]

    init(tree: MarkupTree) { self.tree = tree }

    mutating func run() {
        var index = 0
        while index < tree.nodes.count {
            let name = tree.name(index)
            if ["style", "script", "head", "title"].contains(name) {
                // What JSON-LD and style sheets hold is nothing that is shown.
                index = max(index + 1, tree.endOfSubtree(index))
                continue
            }
            if ItemFinder.blocks.contains(name), isInnermost(index) {
                take(index, isHeading: ItemFinder.headings.contains(name))
                index = max(index + 1, tree.endOfSubtree(index))
                continue
            }
            index += 1
        }
    }

    private func isInnermost(_ node: Int) -> Bool {
        let end = tree.endOfSubtree(node)
        return !(node + 1..<max(node + 1, end)).contains {
            !tree.isText($0) && ItemFinder.blocks.contains(tree.name($0))
        }
    }

    private mutating func take(_ node: Int, isHeading: Bool) {
        let text = tree.text(node).oneLine
        guard !text.isEmpty else { return }
        let lower = text.lowercased()
        if lower.utf8.count < 60, ItemFinder.furniture.contains(where: lower.contains) { return }
        let link = firstLink(node)
        if let link, lower.utf8.count < 60, ItemFinder.invitations.contains(where: lower.contains) {
            if let last = items.indices.last, items[last].url == nil { items[last].url = link.url }
            return
        }
        // A link that is the whole block, or nearly, or a heading: the title of an item.
        if let link,
            isHeading || text.hasPrefix(link.text) && link.text.utf8.count * 10 >= text.utf8.count * 6
        {
            items.append(ListedItem(title: isHeading ? text : link.text, url: link.url))
            return
        }
        if isHeading {
            items.append(ListedItem(title: text, url: nil))
            return
        }
        guard let last = items.indices.last else { return }
        if items[last].url == nil, let link { items[last].url = link.url }
        if items[last].text.isEmpty, items[last].source == nil, text.utf8.count < 40, !text.hasSuffix(".") {
            items[last].source = text
        } else if items[last].text.utf8.count < 20_000 {
            items[last].text += (items[last].text.isEmpty ? "" : "\n") + text
            items[last].blocks.append(RawItem.TextBlock(.body, text))
        }
    }

    private func firstLink(_ node: Int) -> (text: String, url: String)? {
        let inner = node..<max(node + 1, tree.endOfSubtree(node))
        for index in inner where tree.name(index) == "a" {
            guard let address = tree.attribute(index, "href"), let url = unwrapped(address) else { continue }
            let text = tree.text(index).oneLine
            if !text.isEmpty { return (text, url) }
        }
        return nil
    }

    /// The address behind a redirect that names it, as alert services write links; nil for what is no page.
    private func unwrapped(_ address: String) -> String? {
        let address = address.trimmed
        guard address.hasPrefix("http://") || address.hasPrefix("https://") else { return nil }
        guard address.contains("google.") && address.contains("/url?"),
            let query = address.split(separator: "?").last
        else { return address }
        for pair in query.split(separator: "&") {
            for name in ["url=", "q="] where pair.hasPrefix(name) {
                let value = percentDecoded(pair.dropFirst(name.count))
                if value.hasPrefix("http") { return value }
            }
        }
        return address
    }

    private func percentDecoded(_ text: Substring) -> String {
        let bytes = Array(text.utf8)
        var out: [UInt8] = []
        var at = 0
        while at < bytes.count {
            if bytes[at] == 37, at + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[(at + 1)...(at + 2)], as: UTF8.self), radix: 16)
            {
                out.append(value)
                at += 3
            } else {
                out.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
