import Markup

/// What leads to other articles, and other articles themselves.
extension PageBody {
    /// Drops rows of teasers: three or more elements side by side that look alike, each short, with a link
    /// that is a headline.
    mutating func dropTeasers() {
        for parent in tree.nodes.indices where !isDropped[parent] && !tree.isText(parent) {
            let children = tree.children(parent)
            // Most elements have fewer than three elements.
            guard children.count(where: { isShownElement($0) }) >= 3 else { continue }
            var (shown, teasers) = (0, 0)
            for node in children where isShownElement(node) {
                shown += 1
                if isTeaser(node) { teasers += 1 }
            }
            guard teasers >= 3, teasers * 4 >= shown * 3 else { continue }
            signs.teasers += teasers
            for node in children where isShownElement(node) && isTeaser(node) { drop(node) }
        }
    }

    private func isShownElement(_ node: Int) -> Bool {
        !isDropped[node] && textCount[node] > 0 && !tree.isText(node)
    }

    private func isTeaser(_ node: Int) -> Bool {
        let (text, links) = (textCount[node], linkCount[node])
        guard text >= 20, text < 500, links >= 15 else { return false }
        if tree.isOne(of: [.li, .div, .article], node), links * 8 >= text {
            if inside(node).prefix(64).contains(where: { concepts[$0].contains(.cardMark) }) {
                return true
            }
        }
        return text < 400 && links * 4 >= text
            && !tree.isOne(of: [.p, .tr, .td, .th, .h1, .h2, .h3, .a, .span, .li], node)
    }

    /// Pages that go on with the next article below: an `article` with a first heading of its own, on a page
    /// whose headline is the first heading of another.
    mutating func findOtherArticles() {
        let headings = tree.elements("h1")
        let wanted = lettersAndDigits(headline)
        guard headings.count > 1, headings.count <= 50, wanted.utf8.count >= 8,
            let own = headings.first(where: { lettersAndDigits(tree.text($0)).hasPrefix(wanted) })
        else { return }
        let articles = tree.elements("article")
        // An article whose heading stands outside may well have first headings of its own within, and so may
        // the entries of a live blog.
        guard let mine = articles.first(where: { inside($0).contains(own) }) else { return }
        for node in articles where node != mine && !inside(mine).contains(node) {
            if otherArticles.last.map({ node < tree.endOfSubtree($0) }) ?? false { continue }
            if headings.contains(where: inside(node).contains) { otherArticles.append(node) }
        }
    }
}
