import Markup
import Model
import Text

/// The blocks of text of the part of a page that was chosen.
extension PageBody {
    /// Takes the blocks of a stretch of nodes in order.
    mutating func collect(from first: Int, to stop: Int) {
        var current = Block(zone: .body, text: [])
        var holder = -1
        var node = first
        while node < stop {
            defer { node += 1 }
            if isDropped[node] { continue }
            if tree.isText(node) {
                let owner = blockOwner(node, first)
                if owner != holder {
                    flush(&current, holder)
                    holder = owner
                    current.zone = zone(of: owner)
                }
                tree.appendText(node, to: &current.text)
                if textCount[node] > 0 { current.extend(to: tree.nodes[node]) }
            } else if tree.isOne(of: .br, node) {
                current.text.append(32)
                if isDoubleBreak(node) { flush(&current, holder) }
            }
        }
        flush(&current, holder)
    }

    /// An item of a list, what stands in one, or a heading.
    private func isListed(_ node: Int) -> Bool {
        let parent = Int(tree.nodes[node].parent)
        return tree.isOne(of: [.li, .h2, .h3, .h4, .p], node)
            || parent >= 0 && tree.isOne(of: .li, parent)
    }

    /// Whether all links in an element lead to other sites: what an article lists, not what a site offers.
    private func leadsElsewhere(_ node: Int) -> Bool {
        guard let host else { return false }
        var count = 0
        for below in inside(node) where tree.isOne(of: .a, below) {
            guard let address = tree.attribute(below, "href"), let other = siteName(address), other != host,
                !PageWords.sharers.contains(other)
            else { return false }
            count += 1
        }
        return count > 0
    }

    private func isDoubleBreak(_ node: Int) -> Bool {
        var next = Int(tree.nodes[node].next)
        while next >= 0, tree.isText(next), textCount[next] == 0 { next = Int(tree.nodes[next].next) }
        return next >= 0 && tree.isOne(of: .br, next)
    }

    /// The nearest element around a text that stands alone on the page.
    private func blockOwner(_ node: Int, _ first: Int) -> Int {
        var owner = Int(tree.nodes[node].parent)
        while owner > first, concepts[owner].contains(.inline) {
            owner = Int(tree.nodes[owner].parent)
        }
        return max(owner, 0)
    }

    private func zone(of owner: Int) -> Zone { owner >= 0 && isCaption[owner] ? .caption : .body }

    /// Notes which elements are captions or stand in one; an article in a figure is none.
    mutating func markCaptions() {
        for node in tree.nodes.indices.dropFirst() where !tree.isText(node) {
            let mine = concepts[node]
            if mine.contains(.captionElement) {
                isCaption[node] = true
            } else if mine.contains(.quoted) {
                isCaption[node] = false
            } else if !mine.contains(.section) {
                isCaption[node] =
                    isCaption[Int(tree.nodes[node].parent)]
                    || mine.contains(.caption)
            }
        }
    }

    private mutating func flush(_ block: inout Block, _ owner: Int) {
        defer {
            block.text.removeAll(keepingCapacity: true)
            block.source = nil
        }
        let clean = collapsed(
            hasMisreadText(block.text)
                ? Array(repaired(String(decoding: block.text, as: UTF8.self)).utf8) : block.text)
        guard !clean.isEmpty, owner >= 0 else { return }
        let isLinks =
            linkCount[owner] * 10 > textCount[owner] * 7 && textCount[owner] < 300 && !isFragment
        if blocks.isEmpty || tree.isOne(of: .h1, owner), String(decoding: clean, as: UTF8.self) == headline {
            return
        }
        if blocks.last.map({ $0.text == clean }) ?? false { return }
        blocks.append(
            Block(
                zone: block.zone, text: clean, element: tree.tags(owner), isLinks: isLinks,
                leadsElsewhere: isLinks
                    && (isListed(owner) && leadsElsewhere(owner) || tree.isOne(of: [.td, .th], owner)),
                source: block.source))
    }
}
