import Markup
import Model
import Text

/// Finds the main text of a page. Furniture is dropped by element, role and the words of class and id; every
/// block of text then gives points to the elements around it (Readability's way), and the blocks below the
/// best element, and below its brothers that look alike, are the article. One pass up and one down: linear.
struct PageBody {
    /// A block of text of the article.
    struct Block {
        var zone: Zone
        var text: [UInt8]
    }

    private let tree: MarkupTree
    private let headline: String
    private let isFragment: Bool
    private(set) var blocks: [Block] = []
    private var isDropped: [Bool]
    private var textCount: [Int32]
    private var linkCount: [Int32]
    private var score: [Float]
    /// What a block of text is worth by itself.
    private var points: [Float]

    init(_ tree: MarkupTree, headline: String, isFragment: Bool) {
        (self.tree, self.headline, self.isFragment) = (tree, headline, isFragment)
        isDropped = [Bool](repeating: false, count: tree.nodes.count)
        textCount = [Int32](repeating: 0, count: tree.nodes.count)
        linkCount = textCount
        score = [Float](repeating: 0, count: tree.nodes.count)
        points = score
    }

    mutating func run() {
        guard !tree.nodes.isEmpty else { return }
        markFurniture()
        countText()
        scoreBlocks()
        if isFragment { return collect(from: 0, to: tree.nodes.count) }
        var best = 0
        for node in tree.nodes.indices where score[node] > score[best] { best = node }
        for node in relatives(of: climbed(from: best)) { collect(from: node, to: tree.endOfSubtree(node)) }
    }

    /// Furniture goes with all that is below it, unless it holds a third of the page's text: no name makes
    /// the article itself furniture (pages that wrap everything in a form, or in a `modal` or `widget`).
    private mutating func markFurniture() {
        let all = textBelow()
        for node in tree.nodes.indices {
            let parent = Int(tree.nodes[node].parent)
            if parent >= 0, isDropped[parent] {
                isDropped[node] = true
            } else if !tree.isText(node) {
                switch furniture(tree, node, isFragment: isFragment) {
                case .never: break
                case .always: isDropped[node] = true
                case .byName: isDropped[node] = isFragment || Int(all[node]) * 3 < Int(all[0])
                }
            }
        }
    }

    /// Bytes of text below each node, scripts and styles left out.
    private func textBelow() -> [Int32] {
        var counts = [Int32](repeating: 0, count: tree.nodes.count)
        for node in tree.nodes.indices.reversed() {
            if tree.isText(node) {
                counts[node] = visibleBytes(node)
            } else if PageWords.silent.contains(tree.name(node)) {
                counts[node] = 0
            }
            let parent = Int(tree.nodes[node].parent)
            if parent >= 0 { counts[parent] += counts[node] }
        }
        return counts
    }

    /// Text and link text below each node, folded upwards from the last node to the first.
    private mutating func countText() {
        for node in tree.nodes.indices.reversed() {
            if isDropped[node] { continue }
            if tree.isText(node) {
                textCount[node] = visibleBytes(node)
            } else if tree.name(node) == "a" {
                linkCount[node] = textCount[node]
            }
            let parent = Int(tree.nodes[node].parent)
            guard parent >= 0 else { continue }
            textCount[parent] += textCount[node]
            linkCount[parent] += linkCount[node]
        }
    }

    private func visibleBytes(_ node: Int) -> Int32 {
        var count: Int32 = 0
        var isSpace = true
        for index in Int(tree.nodes[node].start)..<Int(tree.nodes[node].end) {
            let space = tree.source[index] <= 32
            if !(space && isSpace) { count += 1 }
            isSpace = space
        }
        return isSpace ? max(0, count - 1) : count
    }

    private mutating func scoreBlocks() {
        for node in tree.nodes.indices where !isDropped[node] && !tree.isText(node) && isBlockOfText(node) {
            let length = textCount[node]
            guard length >= 25, linkCount[node] * 2 < length else { continue }
            let worth = 1 + Float(commas(node)) + min(Float(length) / 100, 3)
            points[node] = worth
            var ancestor = Int(tree.nodes[node].parent)
            var share: Float = 1
            for level in 0..<3 where ancestor > 0 {
                score[ancestor] += worth * share
                share = level == 0 ? 0.5 : share / 3
                ancestor = Int(tree.nodes[ancestor].parent)
            }
        }
        for node in tree.nodes.indices where score[node] > 0 {
            let density = textCount[node] == 0 ? 0 : Float(linkCount[node]) / Float(textCount[node])
            score[node] *= (1 - density) * weight(node)
        }
    }

    private func weight(_ node: Int) -> Float {
        switch tree.name(node) {
        case "article": return 1.4
        case "body", "html", "form": return 0.7
        default:
            let words = classWords(tree, node)
            return words.contains { PageWords.body.contains($0) } ? 1.25 : 1
        }
    }

    /// A paragraph, or an element that holds text directly and no block.
    private func isBlockOfText(_ node: Int) -> Bool {
        let name = tree.name(node)
        if ["p", "pre", "blockquote", "td"].contains(name) { return true }
        guard ["div", "section", "article", "main"].contains(name) else { return false }
        return tree.children(node).contains { tree.isText($0) && textCount[$0] >= 25 }
    }

    private func commas(_ node: Int) -> Int {
        var count = 0
        for index in Int(tree.nodes[node].start)..<Int(tree.nodes[node].end) {
            if tree.source[index] == UInt8(ascii: ",") { count += 1 }
            if count >= 20 { break }
        }
        return count
    }

    /// An article cut into sections has its best element in one of them: as long as the element around has
    /// clearly more prose, and little of it in links, it is the article.
    private func climbed(from best: Int) -> Int {
        var prose = [Float](repeating: 0, count: tree.nodes.count)
        for node in tree.nodes.indices.reversed() {
            prose[node] += points[node]
            let parent = Int(tree.nodes[node].parent)
            if parent >= 0 { prose[parent] += prose[node] }
        }
        var current = best
        while current > 0 {
            var wider = Int(tree.nodes[current].parent)
            // Wrappers that add nothing are stepped over.
            while wider > 0, prose[wider] < prose[current] * 1.2 { wider = Int(tree.nodes[wider].parent) }
            guard wider > 0, linkCount[wider] * 3 < textCount[wider] else { break }
            current = wider
        }
        return current
    }

    /// The best element and those of its brothers that belong to the same text.
    private func relatives(of best: Int) -> [Int] {
        let parent = Int(tree.nodes[best].parent)
        guard best > 0, parent >= 0 else { return [best] }
        let enough = max(10, score[best] * 0.2)
        return tree.children(parent).filter { node in
            if node == best { return true }
            guard !tree.isText(node), !isDropped[node] else { return false }
            if score[node] >= enough { return true }
            return tree.name(node) == "p" && textCount[node] > 80 && linkCount[node] * 4 < textCount[node]
        }
    }

    /// Takes the blocks of a stretch of nodes in order.
    private mutating func collect(from first: Int, to stop: Int) {
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
            } else if tree.name(node) == "br" {
                current.text.append(32)
                if isDoubleBreak(node) { flush(&current, holder) }
            }
        }
        flush(&current, holder)
    }

    private func isDoubleBreak(_ node: Int) -> Bool {
        var next = Int(tree.nodes[node].next)
        while next >= 0, tree.isText(next), textCount[next] == 0 { next = Int(tree.nodes[next].next) }
        return next >= 0 && tree.name(next) == "br"
    }

    /// The nearest element around a text that stands alone on the page.
    private func blockOwner(_ node: Int, _ first: Int) -> Int {
        var owner = Int(tree.nodes[node].parent)
        while owner > first, PageWords.inline.contains(tree.name(owner)) {
            owner = Int(tree.nodes[owner].parent)
        }
        return max(owner, 0)
    }

    private func zone(of owner: Int) -> Zone {
        var node = owner
        while node > 0 {
            if ["figcaption", "caption"].contains(tree.name(node)) { return .caption }
            if tree.name(node) == "figure" { return .caption }
            if classWords(tree, node).contains(where: { PageWords.caption.contains($0) }) { return .caption }
            node = Int(tree.nodes[node].parent)
            if node > 0, ["article", "main", "section"].contains(tree.name(node)) { break }
        }
        return .body
    }

    private mutating func flush(_ block: inout Block, _ owner: Int) {
        defer { block.text.removeAll(keepingCapacity: true) }
        let clean = collapsed(block.text)
        guard !clean.isEmpty, owner >= 0 else { return }
        let isLinks = linkCount[owner] * 10 > textCount[owner] * 7 && textCount[owner] < 300
        if isLinks, !isFragment { return }
        if blocks.isEmpty || tree.name(owner) == "h1", String(decoding: clean, as: UTF8.self) == headline {
            return
        }
        if blocks.last.map({ $0.text == clean }) ?? false { return }
        blocks.append(Block(zone: block.zone, text: clean))
    }
}
