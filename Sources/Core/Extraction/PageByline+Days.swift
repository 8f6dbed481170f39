import Markup
import Text

/// The day that a page shows to its readers.
extension PageByline {
    /// How much an element says about the day of publication by what it is and is called, 0 the most; nil
    /// when it is none that shows a day.
    func dateRank(_ node: Int, _ mark: String?) -> Int? {
        if mark == "datepublished" { return 0 }
        guard mark != "datemodified" else { return nil }
        guard neighbourhood.contains(node) else { return nil }
        if tree.isOne(of: .time, node) { return 1 }
        if concepts[node].contains(.change) { return 5 }
        if !concepts[node].isDisjoint(with: [.day, .time]) { return 2 }
        guard concepts[node].contains(.line) || tree.isOne(of: .li, node) else { return nil }
        let isLine = tree.children(node).allSatisfy {
            tree.isText($0) || concepts[$0].contains(.inline) || tree.isOne(of: .img, $0)
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
            if tree.isOne(of: .header, at) {
                return (at..<tree.endOfSubtree(at)).contains(heading) ? rank : rank + 3
            }
            at = Int(tree.nodes[at].parent)
        }
        return rank
    }

    /// A date by an element that is called so, anywhere in the page, when the page has no other: one of
    /// several is another article's.
    func onlyDay() -> String? { only(.day, dateText) }

    /// A date in a line of text, when nothing else says one: the first behind a word of publication, `Dieser
    /// Eintrag wurde veröffentlicht am 5. Mai 2012 um 10:00`, behind the headline where there is one; or else
    /// the one date of the page that stands alone, `April 13, 2023`.
    func lineOfDay() -> String? {
        var stated: [(node: Int, date: String)] = []
        var alone: [String] = []
        var (dated, tried) = (0, 0)
        for node in tree.nodes.indices where tree.isText(node) {
            let span = Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)
            guard span.count <= 400, mayHoldDate(span) else { continue }
            tried += 1
            // So many are a calendar, or a page made to cost time.
            guard tried <= 5000, dated <= 50 else {
                alone = []
                break
            }
            let text = tree.text(node).oneLine
            let isShort = text.utf8.count <= 60 && text.split(separator: " ").count <= 6
            let named = dateBehindWord(text, order)
            guard let date = named ?? (isShort ? dateWithin(text, order) : nil) else { continue }
            dated += 1
            if isAside(node) { continue }
            if named != nil { stated.append((node, date)) }
            if isShort, isAlone(node) { alone.append(date) }
        }
        if let date = (stated.first { $0.node > heading } ?? stated.first)?.date { return date }
        return alone.allSatisfy { $0.prefix(10) == alone[0].prefix(10) } ? alone.first : nil
    }

    /// A sentence that names a day, and no line of one.
    func isSentence(_ node: Int) -> Bool {
        let text = tree.text(node).oneLine
        return text.hasSuffix(".") || text.hasSuffix(":") ? text.split(separator: " ").count > 8 : false
    }

    /// Whether a text stands alone in its line, with hardly anything before or behind it.
    private func isAlone(_ node: Int) -> Bool {
        func isInline(_ node: Int) -> Bool { tree.isText(node) || concepts[node].contains(.inline) }
        var top = node
        while case let parent = Int(tree.nodes[top].parent), parent > 0, isInline(parent) { top = parent }
        let parts = tree.children(Int(tree.nodes[top].parent))
        let run = parts.split(omittingEmptySubsequences: true) { !isInline($0) }.first { $0.contains(top) }
        guard let first = run?.first, let last = run?.last else { return true }
        guard tree.nodes[last].end - tree.nodes[first].start < 1500 else { return false }
        return tree.text(first..<tree.endOfSubtree(last)).oneLine.utf8.count < 100
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

    /// The date that an element bears or shows, in one of its lines.
    func dateText(_ node: Int) -> String? {
        for name: AttributeName in ["datetime", "content", "title"] {
            if let value = tree.attribute(node, name), webDate(value) != nil { return value }
        }
        guard isShort(node), mayHoldDate(below: node) else { return nil }
        // A date often stands in the line under an agency's name.
        let lines = (node..<tree.endOfSubtree(node)).split(omittingEmptySubsequences: true) {
            tree.isOne(of: .br, $0)
        }
        return lines.lazy.compactMap { line in
            let text = tree.text(line).oneLine
            return text.utf8.count <= 120 ? dateWithin(text, order) : nil
        }.first
    }

    private func mayHoldDate(below node: Int) -> Bool {
        (node..<tree.endOfSubtree(node)).contains { inner in
            tree.isText(inner) && mayHoldDate(Int(tree.nodes[inner].start)..<Int(tree.nodes[inner].end))
        }
    }

    /// Whether there are four digits in a row, or two numbers beside a full stop, a stroke or a hyphen.
    private func mayHoldDate(_ span: Range<Int>) -> Bool {
        let source = tree.source.span
        var (run, before) = (0, 0)
        for at in span {
            switch source[at] {
            case 0x30...0x39:
                run += 1
                if run >= 4 || before > 0 { return true }
            case 0x2D...0x2F: (before, run) = (run, 0)
            default: (before, run) = (0, 0)
            }
        }
        return false
    }
}
