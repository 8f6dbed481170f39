import Markup
import Text

/// Who and when as a page shows them to its readers: elements that are marked or called so, and short lines
/// around the headline. What the page tells machines is worth more, and is asked first.
struct PageByline {
    /// Names by elements marked as the author's, then by elements called so.
    private(set) var author: String?
    /// A date by an element marked as that of publication, then by elements called so, then by short lines.
    private(set) var date: String?

    let tree: MarkupTree
    let concepts: [NodeConcepts]
    /// By the page's language.
    let order: DayOrder
    /// The headline's own; 0 when there is none.
    let heading: Int
    /// Places in the tree around the headline, where the line of author and date stands.
    let neighbourhood: Range<Int>

    init(_ tree: MarkupTree, _ concepts: [NodeConcepts], title: String?) {
        (self.tree, self.concepts) = (tree, concepts)
        order = DayOrder(language: tree.elements("html").first.flatMap { tree.attribute($0, "lang") })
        if let heading = PageByline.heading(tree, title) {
            self.heading = heading
            neighbourhood = max(0, heading - 60)..<min(tree.nodes.count, tree.endOfSubtree(heading) + 140)
        } else {
            (heading, neighbourhood) = (0, 0..<0)
        }
        // The first of the best rank counts, so that what cannot be better is not read.
        var (author, date) = (Best(), Best())
        for node in tree.nodes.indices where !tree.isText(node) {
            // Far from the headline only an element that is marked says anything.
            guard neighbourhood.contains(node) || tree.mayHave(node, "itemprop") || tree.mayHave(node, "rel")
            else { continue }
            let mark = tree.attribute(node, "itemprop")?.lowercased()
            if let rank = authorRank(node, mark), rank < author.rank,
                let name = personName(line(node), least: rank < 5 ? 1 : 2)
            {
                author = Best(rank: rank, text: name)
            } else if author.rank > 4, neighbourhood.contains(node), isLabel(node),
                let next = following(node),
                let name = personName(line(next), least: 2)
            {
                author = Best(rank: 4, text: name)
            }
            let isWithin = date.rank > 1 && node < date.end
            if let rank = dateRank(node, mark), rank < date.rank || rank == date.rank && isWithin,
                let rank = self.rank(node, rank), rank < date.rank || isWithin,
                let text = dateText(node), rank < 4 || !isSentence(node)
            {
                date = Best(rank: rank, text: text, end: tree.endOfSubtree(node))
            }
        }
        (self.author, self.date) = (author.text, date.text)
    }

    private struct Best {
        var rank = Int.max
        var text: String?
        /// The index behind what it was read of.
        var end = 0
    }

    /// The headline: the first heading that the page's title holds, or else the first of the first order. An
    /// outlet's name may be one.
    private static func heading(_ tree: MarkupTree, _ title: String?) -> Int? {
        let first = tree.elements("h1")
        guard let title, first.count != 1 else { return first.first }
        let all = first.isEmpty ? tree.elements("h2") + tree.elements("h3") : first
        let held = all.first { node in
            guard isShort(tree, node) else { return false }
            let text = tree.text(node).oneLine
            return text.utf8.count >= 15 && title.holds(text)
        }
        return held ?? first.first
    }

    /// Has few bytes, markup among them: what is longer is no line, and is not read.
    func isShort(_ node: Int) -> Bool { PageByline.isShort(tree, node) }

    private static func isShort(_ tree: MarkupTree, _ node: Int) -> Bool {
        tree.nodes[node].end - tree.nodes[node].start < 1500
    }

    func line(_ node: Int) -> String {
        guard isShort(node) else { return "" }
        let text = tree.text(node).oneLine
        return text.utf8.count <= 160 ? text : ""
    }

    private func authorRank(_ node: Int, _ mark: String?) -> Int? {
        let isNear = neighbourhood.contains(node)
        if mark == "author" { return isNear ? 0 : 2 }
        if tree.attribute(node, "rel", mayHold: "author"),
            tree.attribute(node, "rel")?.lowercased().split(separator: " ").contains("author") ?? false
        {
            return isNear ? 1 : 3
        }
        if isNear, tree.isOne(of: .a, node), let target = tree.attribute(node, "href")?.lowercased(),
            profiles.contains(where: target.holds)
        {
            return 2
        }
        guard isNear, tree.hasAttributes(node) else { return isNear && beginsWithBy(node) ? 6 : nil }
        if concepts[node].contains(.authorName) { return 4 }
        if concepts[node].contains(.byline) { return 5 }
        return beginsWithBy(node) ? 6 : nil
    }

    /// `Written by`, and nothing else.
    private func isLabel(_ node: Int) -> Bool {
        guard tree.nodes[node].end - tree.nodes[node].start < 120 else { return false }
        let first = firstByte(node)
        guard first >= 0x80 || "abpwABPW&".utf8.contains(first) else { return false }
        return ["by", "by:", "written by", "written by:", "author", "author:", "words by", "posted by"]
            .contains(line(node).lowercased())
    }

    /// The next element beside one, or beside what holds it.
    private func following(_ node: Int) -> Int? {
        var at = node
        for _ in 0..<2 {
            var next = Int(tree.nodes[at].next)
            while next >= 0, tree.isText(next) { next = Int(tree.nodes[next].next) }
            if next >= 0 { return next }
            at = Int(tree.nodes[at].parent)
            if at <= 0 { return nil }
        }
        return nil
    }

    private func beginsWithBy(_ node: Int) -> Bool {
        guard concepts[node].contains(.line) || tree.isOne(of: .a, node) else { return false }
        guard isBylineLetter(firstByte(node)) else { return false }
        let text = line(node).lowercased()
        return bylineWords.contains { text.hasPrefix($0) }
    }

    /// The first byte below a node that is shown; 0 when there is none among its first nodes.
    private func firstByte(_ node: Int) -> UInt8 {
        for inner in node..<min(tree.endOfSubtree(node), node + 20) where tree.isText(inner) {
            let span = Int(tree.nodes[inner].start)..<Int(tree.nodes[inner].end)
            if let at = span.first(where: { tree.source[$0] > 32 }) { return tree.source[at] }
        }
        return 0
    }

    /// A name in an element that is called an author's, anywhere in the page, when the page has no other.
    func onlyAuthor() -> String? { only([.byline, .name]) { personName(line($0), least: 2) } }

    /// What all elements of a kind say, as far as they say anything; nil when they do not say the same.
    func only(_ kind: NodeConcepts, _ read: (Int) -> String?) -> String? {
        var found: String?
        for node in tree.nodes.indices where concepts[node].isSuperset(of: kind) {
            guard let text = read(node) else { continue }
            if let found, found != text { return nil }
            found = text
        }
        return found
    }
}

private let profiles = [
    "/author", "/staff/", "/profile", "/contributor", "/people/", "/journalist", "/by/",
]
private let bylineWords = ["by ", "by: ", "written by ", "posted by ", "von ", "par ", "por ", "автор "]
/// The first bytes of these; a character reference and a letter of another script are looked at too.
private func isBylineLetter(_ byte: UInt8) -> Bool { "bwpvBWPV&аА".utf8.contains(byte) }

/// The name of a person out of a line: without `By`, roles, dates and addresses. Nil when nothing like a name
/// is left.
func personName(_ line: String, least: Int) -> String? {
    var text = line
    let lower = text.lowercased()
    for word in bylineWords where lower.hasPrefix(word) { text = String(text.dropFirst(word.count)).trimmed }
    for mark in [
        " | ", " • ", " · ", " – ", " — ", " - ", ", Contributor", ", Staff", "Updated", "Published",
        "Posted",
    ] {
        if let found = text.firstPlace(of: mark) { text = String(text[..<found.lowerBound]).trimmed }
    }
    text = text.trimmingSigns
    let words = text.split(separator: " ")
    guard (least...8).contains(words.count), text.utf8.count <= 80,
        !text.contains(where: { "@/:{}<>[]".contains($0) || $0.isNumber }),
        words.allSatisfy({ isNameWord($0) }), !notNames.contains(text.lowercased())
    else { return nil }
    return text
}

/// Begins with a capital, or is one of the small words within names; scripts without capitals pass.
private func isNameWord(_ word: Substring) -> Bool {
    guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
        return word == "&"
    }
    return !first.properties.isLowercase
        || [
            "and", "de", "van", "von", "der", "den", "da", "di", "del", "la", "le", "bin", "al", "el",
            "y", "und", "et", "e", "dos", "du", "editors", "team", "staff", "the",
        ].contains(word)
}

private let notNames: Set<String> = [
    "read more", "view profile", "about the author", "view all posts", "all posts", "guest author",
    "the editors",
]

extension String {
    /// Without punctuation at both ends.
    var trimmingSigns: String {
        var view = unicodeScalars[...]
        let (opening, closing) = (",;:.-–—|•·(\"'“".unicodeScalars, ",;:-–—|•·)\"'”".unicodeScalars)
        while let first = view.first, opening.contains(first) || first.properties.isWhitespace {
            view.removeFirst()
        }
        while let last = view.last, closing.contains(last) || last.properties.isWhitespace {
            view.removeLast()
        }
        return String(view)
    }
}
