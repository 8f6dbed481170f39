import Markup
import Model
import Text

/// Finds the main text of a page. Furniture is dropped by element, role and the words of class and id, and so
/// are rows of teasers; every block of text then gives points to the elements around it (Readability's way),
/// and the blocks below the best element, and below its brothers that look alike, are the article, with the
/// paragraph under the headline before them. A few passes over the nodes, each with bounded looks around:
/// linear.
struct PageBody {
    let tree: MarkupTree
    let headline: String
    let isFragment: Bool
    /// The last two names of the page's host, `example.org`.
    let host: String?
    /// What the page says it is about, which is often its first paragraph.
    let description: String?
    /// What the class and id of each element say.
    let concepts: [NodeConcepts]
    var blocks: [Block] = []
    private(set) var isDropped: [Bool]
    var isCaption: [Bool]
    private(set) var textCount: [Int32]
    private(set) var linkCount: [Int32]
    private var score: [Float]
    /// What speaks for and against the body that was found.
    var signs = BodySigns()
    /// Elements that hold other articles than the page's own.
    var otherArticles: [Int] = []
    /// What a block of text is worth by itself.
    private var points: [Float]

    init(
        _ tree: MarkupTree, _ concepts: [NodeConcepts], headline: String, description: String? = nil,
        host: String? = nil, isFragment: Bool
    ) {
        self.host = host
        (self.tree, self.headline, self.isFragment) = (tree, headline, isFragment)
        (self.concepts, self.description) = (concepts, description)
        isCaption = [Bool](repeating: false, count: tree.nodes.count)
        (isDropped, textCount, linkCount, score, points) = ([], [], [], [], [])
    }

    /// How much the names of elements are believed. A page whose names leave next to nothing is read again
    /// with less belief in them.
    private enum Trust { case names, elements, nothing }

    mutating func run() {
        guard !tree.nodes.isEmpty else { return }
        let all = textBelow()
        markCaptions()
        findOtherArticles()
        if isFragment {
            prepare(all, .names)
            return collect(from: 0, to: tree.nodes.count)
        }
        var best: (size: Int, blocks: [Block]) = (0, [])
        for trust in [Trust.names, .elements, .nothing] {
            prepare(all, trust)
            read()
            let size = bodySize
            if size > best.size * 3 {
                best = (size, cleaned(blocks))
                signs.isByNames = trust == .names
                note(size: size, of: Int(all[0]))
            }
            // Enough is an article of some sentences, or a fair share of a small page.
            if size >= 1200 || size * 3 >= Int(all[0]) { break }
        }
        blocks = best.blocks
    }

    /// Bytes of the blocks that are body.
    var bodySize: Int {
        blocks.indices.reduce(0) { $0 + (blocks[$1].zone == .body ? blocks[$1].text.count : 0) }
    }

    private mutating func prepare(_ all: [Int32], _ trust: Trust) {
        blocks = []
        let count = tree.nodes.count
        isDropped = [Bool](repeating: false, count: count)
        (textCount, linkCount) = ([Int32](repeating: 0, count: count), [Int32](repeating: 0, count: count))
        (score, points) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count))
        markFurniture(all, trust)
        if !isFragment { for node in otherArticles { drop(node) } }
        countText(all)
        if trust == .names { dropTeasers() }
        scoreBlocks()
    }

    private mutating func read() {
        var best = 0
        for node in tree.nodes.indices where score[node] > score[best] { best = node }
        let chosen = climbed(from: best)
        let parts = relatives(of: chosen)
        signs.links = Double(linkCount[chosen]) / Double(max(1, textCount[chosen]))
        weigh(parts, best: best)
        if let first = parts.first { collectLead(before: first) }
        for node in parts { collect(from: node, to: tree.endOfSubtree(node)) }
    }

    /// Notes how the chosen part stands against the rest of the page.
    private mutating func weigh(_ parts: [Int], best: Int) {
        var (mine, all, rival): (Float, Float, Float) = (0, 0, 0)
        var part = 0
        for node in tree.nodes.indices where points[node] > 0 || score[node] > 0 {
            while part < parts.count, tree.endOfSubtree(parts[part]) <= node { part += 1 }
            let isInside = part < parts.count && parts[part] <= node
            all += points[node]
            if isInside { mine += points[node] }
            let isAround = part < parts.count && tree.endOfSubtree(node) > parts[part]
            if !isInside, !isAround { rival = max(rival, score[node]) }
        }
        signs.prose = Double(mine / max(1, all))
        signs.rival = Double(rival / max(1, score[best]))
    }

    private mutating func note(size: Int, of all: Int) {
        signs.size = size
        signs.share = Double(size) / Double(max(1, all))
        let body = blocks.indices.count { blocks[$0].zone == .body }
        let paragraphs = blocks.indices.count { blocks[$0].zone == .body && blocks[$0].text.count >= 80 }
        signs.paragraphs = Double(paragraphs) / Double(max(1, body))
    }

    /// Drops an element with all that is below it; what is above it loses its text.
    mutating func drop(_ node: Int) {
        var above = Int(tree.nodes[node].parent)
        while above >= 0 {
            textCount[above] -= textCount[node]
            linkCount[above] -= linkCount[node]
            above = Int(tree.nodes[above].parent)
        }
        for below in node..<tree.endOfSubtree(node) { isDropped[below] = true }
    }

    /// All nodes below one.
    func inside(_ node: Int) -> Range<Int> { node + 1..<max(node + 1, tree.endOfSubtree(node)) }

    /// Furniture goes with all that is below it, unless it holds a third of the page's text: no name makes
    /// the article itself furniture (pages that wrap everything in a form, or in a `modal` or `widget`).
    private mutating func markFurniture(_ all: [Int32], _ trust: Trust) {
        let prose = tree.elements("p").filter { all[$0] >= 120 }
        for node in tree.nodes.indices {
            let parent = Int(tree.nodes[node].parent)
            if parent >= 0, isDropped[parent] {
                isDropped[node] = true
            } else if !tree.isText(node) {
                let around = parent >= 0 ? concepts[node].union(concepts[parent]) : concepts[node]
                let isFolded = around.contains(.folded)
                var mine = concepts[node]
                if mine.contains(.contents), !holds(prose, node) { mine.insert(.furniture) }
                switch furniture(tree, node, mine, isFolded: isFolded, isFragment: isFragment) {
                case .never: break
                case .always: isDropped[node] = true
                case .byElement:
                    isDropped[node] = trust != .nothing && (isFragment || Int(all[node]) * 3 < Int(all[0]))
                case .byComment: isDropped[node] = trust == .names && Int(all[node]) * 5 < Int(all[0]) * 4
                case .byName:
                    isDropped[node] =
                        trust == .names && (isFragment || Int(all[node]) * 3 < Int(all[0]))
                        && !isWithinText(node, all)
                }
            }
        }
    }

    /// Words of a running text, whatever they are called: `a <a class="popup">word</a> of it`.
    private func isWithinText(_ node: Int, _ all: [Int32]) -> Bool {
        let (before, behind) = (node - 1, Int(tree.nodes[node].next))
        guard concepts[node].contains(.inline), all[node] < 100, before > 0, behind > 0, tree.isText(before),
            tree.isText(behind), tree.nodes[before].parent == tree.nodes[node].parent
        else { return false }
        let around = all[Int(tree.nodes[node].parent)] - all[node]
        return all[before] > 0 && all[behind] > 0 && around >= 40
    }

    /// Whether one of these paragraphs stands in an element: no table of contents has one, whatever it is
    /// called.
    private func holds(_ prose: [Int], _ node: Int) -> Bool {
        var (low, high) = (0, prose.count)
        while low < high {
            let middle = (low + high) / 2
            if prose[middle] > node { high = middle } else { low = middle + 1 }
        }
        return low < prose.count && prose[low] < tree.endOfSubtree(node)
    }

    /// Bytes of text below each node, scripts and styles left out.
    private func textBelow() -> [Int32] {
        var out = [Int32](repeating: 0, count: tree.nodes.count)
        var counts = out.mutableSpan
        let source = tree.source.span
        for node in tree.nodes.indices.reversed() {
            let parent = Int(tree.nodes[node].parent)
            guard parent >= 0, !concepts[parent].contains(.silent) else { continue }
            if tree.isText(node) {
                let text = Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)
                counts[node] = Int32(shownBytes(source.extracting(text)))
            }
            counts[parent] += counts[node]
        }
        return out
    }

    /// Text and link text below each node, folded upwards from the last node to the first.
    private mutating func countText(_ all: [Int32]) {
        var (textBelow, linksBelow) = (textCount, linkCount)
        var texts = textBelow.mutableSpan
        var links = linksBelow.mutableSpan
        for node in tree.nodes.indices.reversed() {
            if isDropped[node] { continue }
            if tree.isText(node) {
                texts[node] = all[node]
            } else if tree.isOne(of: .a, node) {
                links[node] = texts[node]
            }
            let parent = Int(tree.nodes[node].parent)
            guard parent >= 0 else { continue }
            texts[parent] += texts[node]
            links[parent] += links[node]
        }
        (textCount, linkCount) = (textBelow, linksBelow)
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
        if tree.isOne(of: .article, node) { return 1.4 }
        if tree.isOne(of: [.body, .html, .form], node) { return 0.7 }
        return concepts[node].contains(.body) ? 1.25 : 1
    }

    /// A paragraph, or an element that holds text directly and no block.
    private func isBlockOfText(_ node: Int) -> Bool {
        if concepts[node].contains(.paragraph) { return true }
        guard concepts[node].contains(.container) || isText(inSpan: node) else { return false }
        return tree.children(node).contains { tree.isText($0) && textCount[$0] >= 25 } || isWrapped(node)
    }

    /// A `<div>` whose text all stands in `<span>` and the like, as editors paste it.
    private func isWrapped(_ node: Int) -> Bool {
        guard textCount[node] >= 25 else { return false }
        let inner = inside(node)
        return inner.count <= 60 && inner.allSatisfy { tree.isText($0) || concepts[$0].contains(.inline) }
    }

    /// A `<span>` that parts its text by breaks and headings, as some makers of pages wrap an article.
    private func isText(inSpan node: Int) -> Bool {
        guard tree.isOne(of: .span, node), textCount[node] >= 200 else { return false }
        return tree.children(node).prefix(50).count { !tree.isText($0) && !isInlineText($0) } >= 2
    }

    private func isInlineText(_ node: Int) -> Bool {
        concepts[node].contains(.inline) && !tree.isOne(of: .br, node)
    }

    private func commas(_ node: Int) -> Int {
        let span = tree.source.span.extracting(Int(tree.nodes[node].start)..<Int(tree.nodes[node].end))
        let comma = UInt8(ascii: ",")
        var (count, at) = (0, place(of: comma, in: span, from: 0))
        while at < span.count, count < 20 {
            count += 1
            at = place(of: comma, in: span, from: at + 1)
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
            func isWhole(_ node: Int) -> Bool {
                concepts[node].contains(.articleText) && prose[node] >= prose[current] * 1.1
            }
            while wider > 0, prose[wider] < prose[current] * 1.2, !isWhole(wider) {
                wider = Int(tree.nodes[wider].parent)
            }
            guard wider > 0, linkCount[wider] * 3 < textCount[wider] else { break }
            if isWhole(wider), !concepts[current].contains(.articleText) {
                current = wider
                continue
            }
            let mine = child(of: wider, around: current)
            let theirs = tree.children(wider).reduce(Float(0)) {
                $1 != mine && looksLike($1, mine) ? $0 + prose[$1] : $0
            }
            // Sections of one article look alike; what does not may be another article, and must be much more
            // than is here.
            if theirs < prose[current] * 0.2, prose[wider] < prose[current] * 1.75 { break }
            current = wider
        }
        return current
    }

    /// The child of `wider` that holds a node.
    private func child(of wider: Int, around node: Int) -> Int {
        var at = node
        while at > 0, Int(tree.nodes[at].parent) != wider { at = Int(tree.nodes[at].parent) }
        return at
    }

    private func looksLike(_ a: Int, _ b: Int) -> Bool {
        guard tree.nodes[a].name == tree.nodes[b].name else { return false }
        let (one, other) = (tree.attribute(a, "class"), tree.attribute(b, "class"))
        if one == other { return true }
        let common = commonNames(one)
        return common.count >= 2 && common == commonNames(other)
    }

    /// The names of a class but those with numbers, which makers of pages give each element of its own.
    private func commonNames(_ classes: String?) -> [Substring] {
        (classes ?? "").utf8.split(separator: 0x20).filter { !$0.contains { $0 >= 0x30 && $0 <= 0x39 } }
            .map { Substring($0) }
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
            return tree.isOne(of: .p, node) && textCount[node] > 80 && linkCount[node] * 4 < textCount[node]
        }
    }
}
