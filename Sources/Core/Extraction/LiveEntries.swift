import Markup
import Model
import Text

/// An entry of a live blog as a page gives it: in its data for machines, or by its markup.
struct LiveUpdate {
    var headline: String?
    var published: String?
    var text = ""

    init(_ update: JSON) {
        headline = update["headline"]?.string.map(plainLine)
        published = update["datePublished"]?.string.flatMap(webDate)?.iso8601
        text = update["articleBody"]?.string.map(plainLine) ?? ""
    }

    /// Of an element that is called an entry; nil without a time.
    fileprivate init?(_ tree: MarkupTree, _ node: Int) {
        // Time, heading and first paragraph stand at the top of an entry.
        let end = min(tree.endOfSubtree(node), node + LiveUpdate.mostNodes)
        let inside = (node..<end).filter { !tree.isText($0) }
        published = inside.lazy.compactMap { time(tree, $0) }.first
        if published == nil { return nil }
        let heading = inside.first {
            tree.isOne(of: [.h2, .h3, .h4], $0) || tree.attribute($0, "itemprop") == "headline"
        }
        headline = heading.map { tree.text($0).oneLine }
        text = inside.first { tree.isOne(of: .p, $0) }.map { tree.text($0).oneLine } ?? ""
    }

    private static let most = 500
    private static let mostNodes = 400

    /// The entries of a page that marks them up without data for machines: two or more elements that are
    /// called so, or marked as `liveBlogUpdate`, each with its time.
    static func marked(_ tree: MarkupTree, _ concepts: [NodeConcepts]) -> [LiveUpdate] {
        var found: [LiveUpdate] = []
        var end = 0
        for node in tree.nodes.indices where node >= end && tree.hasAttributes(node) {
            guard concepts[node].contains(.liveEntry) || tree.attribute(node, "itemprop") == "liveBlogUpdate",
                let update = LiveUpdate(tree, node)
            else { continue }
            found.append(update)
            end = tree.endOfSubtree(node)
            if found.count == most { break }
        }
        return found.count > 1 ? found : []
    }
}

/// The instant that an element tells as a time or as the date of publication.
private func time(_ tree: MarkupTree, _ node: Int) -> String? {
    guard tree.isOne(of: .time, node) || tree.attribute(node, "itemprop") == "datePublished" else {
        return nil
    }
    if let said = tree.attribute(node, "datetime") ?? tree.attribute(node, "content") {
        return webDate(said.oneLine)?.iso8601
    }
    guard tree.nodes[node].end - tree.nodes[node].start < 100 else { return nil }
    return webDate(tree.text(node).oneLine)?.iso8601
}

/// The entries of a live blog with their places in the article's text: each begins with the paragraph that is
/// its headline or its first words, and ends where the next one begins. Linear in the text.
func liveEntries(_ updates: [LiveUpdate], in article: Article) -> [LiveEntry] {
    guard !updates.isEmpty else { return [] }
    var places: [String: Int] = [:]
    for (index, paragraph) in article.paragraphs.enumerated() where paragraph.zone == .body {
        let key = beginning(article.string(paragraph.span))
        if !key.isEmpty, places[key] == nil { places[key] = index }
    }
    let starts = updates.map { update in
        (update.headline.flatMap { places[beginning($0)] }) ?? places[beginning(update.text)]
    }
    let order = Set(starts.compactMap { $0 }).sorted()
    let ends = Dictionary(zip(order, order.dropFirst()), uniquingKeysWith: { first, _ in first })
    return zip(updates, starts).map { update, start in
        let span = start.map { first in
            let last = (ends[first] ?? article.paragraphs.count) - 1
            return TextSpan(article.paragraphs[first].span.start, article.paragraphs[last].span.end)
        }
        return LiveEntry(headline: update.headline, published: update.published, span: span)
    }
}

/// The first letters and digits, by which a paragraph is known again.
private func beginning(_ text: String) -> String {
    String(lettersAndDigits(String(text.prefix(80))).prefix(40))
}

/// Text of machine-readable data, in which character references are often left.
func plainLine(_ text: String) -> String {
    guard text.utf8.contains(0x26) else { return text.oneLine }
    var out: [UInt8] = []
    appendDecoded(Array(text.utf8)[...], to: &out)
    return String(decoding: out, as: UTF8.self).oneLine
}
