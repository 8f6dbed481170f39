import Markup
import Model
import Text

/// The first paragraph, where a page keeps it apart from the rest.
extension PageBody {
    /// The paragraph between the headline and the text, which many pages keep apart: under the headline, or
    /// known by what the page says it is about.
    mutating func collectLead(before first: Int) {
        let heading = tree.nodes.indices.prefix(first).last {
            tree.isOne(of: .h1, $0) && textCount[$0] > 0 && tree.endOfSubtree($0) <= first
        }
        let wanted = description.map { Array($0.utf8.prefix(40)) } ?? []
        for node in (heading ?? 0)..<first where !isDropped[node] && !tree.isText(node) {
            let length = Int(textCount[node])
            guard length >= 50, length <= 800, tree.endOfSubtree(node) <= first,
                linkCount[node] * 4 < textCount[node],
                tree.isOne(of: [.p, .h2, .h3, .div, .span], node), isLeafOfText(node)
            else { continue }
            let text = collapsed(Array(tree.text(node).utf8))
            let isDescribed = wanted.count >= 30 && text.starts(with: wanted)
            let isUnder =
                heading != nil && tree.isOne(of: .p, node) && Block(zone: .body, text: text).endsSentence
            guard isDescribed || isUnder else { continue }
            blocks.append(
                Block(
                    zone: .body, text: text, element: .p,
                    source: sourceOfText(node..<tree.endOfSubtree(node))))
            if isDescribed { return }
        }
    }

    /// From the first text of these nodes to the last.
    private func sourceOfText(_ nodes: Range<Int>) -> TextSpan? {
        guard let first = nodes.first(where: { tree.isText($0) }),
            let last = nodes.last(where: { tree.isText($0) })
        else { return nil }
        return TextSpan(Int(tree.nodes[first].start), Int(tree.nodes[last].end))
    }

    /// Takes the places of the blocks in the page away, where they are of another text.
    mutating func forgetPlaces() { for index in blocks.indices { blocks[index].source = nil } }

    /// Holds no other block.
    private func isLeafOfText(_ node: Int) -> Bool {
        let inner = inside(node)
        return inner.count <= 200
            && inner.allSatisfy { tree.isText($0) || concepts[$0].contains(.inline) }
    }
}
