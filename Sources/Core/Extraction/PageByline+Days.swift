import Markup
import Text

/// The day that a page shows to its readers.
extension PageByline {
    func dateRank(_ node: Int, _ mark: String?) -> Int? {
        if mark == "datepublished" { return 0 }
        guard mark != "datemodified" else { return nil }
        guard neighbourhood.contains(node) else { return nil }
        if tree.name(node) == "time" { return 1 }
        if concepts[node].contains(.change) { return 5 }
        if !concepts[node].isDisjoint(with: [.day, .time]) { return 2 }
        guard concepts[node].contains(.line) || tree.name(node) == "li" else { return nil }
        let isLine = tree.children(node).allSatisfy {
            tree.isText($0) || concepts[$0].contains(.inline) || tree.name($0) == "img"
        }
        return isLine ? 4 : nil
    }

    /// The rank of a date by what holds it: in the page's own head it is more likely the day of the visit; in
    /// a caption that of the picture, which is none.
    func rank(_ node: Int, _ rank: Int) -> Int? {
        guard rank > 0, !neighbourhood.isEmpty else { return rank }
        var at = node
        for _ in 0..<8 where at > 0 {
            if !concepts[at].isDisjoint(with: [.caption, .captionElement]) { return nil }
            if tree.name(at) == "header" {
                return (at..<tree.endOfSubtree(at)).contains(heading) ? rank : rank + 3
            }
            at = Int(tree.nodes[at].parent)
        }
        return rank
    }

    /// A date by an element that is called so, anywhere in the page, when the page has no other: one of
    /// several is another article's.
    func onlyDay() -> String? { only(.day, dateText) }

    /// The one date that stands alone in an element, `Posted on April 13, 2023`, when the page has no other.
    func onlyLineOfDay() -> String? {
        let lines = datedLines(longest: 200) { text in
            text.utf8.count <= 60 && text.split(separator: " ").count <= 6 ? dateWithin(text, order) : nil
        }
        guard let first = lines.found.first?.date, lines.isComplete else { return nil }
        return lines.found.allSatisfy { $0.date.prefix(10) == first.prefix(10) } ? first : nil
    }

    /// The date behind a word of publication in a line of text, `Dieser Eintrag wurde veröffentlicht am
    /// 5. Mai 2012 um 10:00`: the first behind the headline, or else the first.
    func statedDay() -> String? {
        let lines = datedLines(longest: 400) { dateBehindWord($0, order) }.found
        return (lines.first { $0.node > heading } ?? lines.first)?.date
    }

    /// The dates that are read in runs of text of so many bytes, outside comments and the like. Not complete
    /// where there are so many that it is a calendar, or a page made to cost time.
    private func datedLines(
        longest: Int, _ read: (String) -> String?
    ) -> (found: [(node: Int, date: String)], isComplete: Bool) {
        var found: [(Int, String)] = []
        var (dated, tried) = (0, 0)
        for node in tree.nodes.indices where tree.isText(node) {
            let span = Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)
            guard span.count <= longest, tree.source[span].contains(where: { $0 >= 0x30 && $0 <= 0x39 })
            else { continue }
            tried += 1
            guard tried <= 5000, dated <= 50 else { return (found, false) }
            guard let date = read(tree.text(node).oneLine) else { continue }
            dated += 1
            if !isAside(node) { found.append((node, date)) }
        }
        return (found, true)
    }

    /// Within comments, the foot of the page or what stands beside the article.
    private func isAside(_ node: Int) -> Bool {
        var at = node
        while at > 0 {
            if !concepts[at].isDisjoint(with: [.comments, .dropped, .silent, .caption, .captionElement]) {
                return true
            }
            at = Int(tree.nodes[at].parent)
        }
        return false
    }

    func dateText(_ node: Int) -> String? {
        for name in ["datetime", "content", "title"] {
            if let value = tree.attribute(node, name), webDate(value) != nil { return value }
        }
        guard isShort(node), hasDigit(node) else { return nil }
        // A date often stands in the line under an agency's name.
        let breaks = (node..<tree.endOfSubtree(node)).filter { tree.name($0) == "br" }
        guard !breaks.isEmpty else {
            let text = line(node)
            return text.utf8.count <= 120 ? dateWithin(text, order) : nil
        }
        var parts: [String] = []
        var start = node
        for end in breaks + [tree.endOfSubtree(node)] {
            parts.append((start..<end).filter { tree.isText($0) }.map { tree.text($0) }.joined().oneLine)
            start = end + 1
        }
        return parts.lazy.compactMap { $0.utf8.count <= 120 ? dateWithin($0, order) : nil }.first
    }

    private func hasDigit(_ node: Int) -> Bool {
        (node..<tree.endOfSubtree(node)).contains { inner in
            let span = Int(tree.nodes[inner].start)..<Int(tree.nodes[inner].end)
            return tree.isText(inner) && tree.source[span].contains { $0 >= 0x30 && $0 <= 0x39 }
        }
    }
}
