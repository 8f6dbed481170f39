import Markup
import Model
import Text

extension PageBody {
    /// A block of text of the article.
    struct Block {
        var zone: Zone
        var text: [UInt8]
        /// The element that holds it.
        var element: Tags = []
        /// Nearly all of it is links.
        var isLinks = false
        /// All of these lead to other sites: within the text such a list is part of it, behind it is not.
        var leadsElsewhere = false
        /// Bytes of the page that it is made of, from the first of its text to the last.
        var source: TextSpan?

        mutating func extend(to node: MarkupTree.Node) {
            source = TextSpan(source?.start ?? Int(node.start), Int(node.end))
        }
    }
}

/// The blocks of an article without what stands around and between its text: rows of links with the heading
/// over them, lines of date and name before it, headings and labels behind it. By form alone, so that it
/// holds in every language.
func cleaned(_ blocks: [PageBody.Block]) -> [PageBody.Block] {
    var out: [PageBody.Block] = []
    let whole = once(blocks)
    let end = whole.lastIndex { blocks[$0].zone == .body && blocks[$0].isProse && !blocks[$0].isLinks } ?? 0
    for (order, index) in whole.enumerated() {
        if blocks[index].isLinks, !blocks[index].leadsElsewhere || order > end {
            while let last = out.last, last.isLabel { out.removeLast() }
        } else {
            out.append(blocks[index])
        }
    }
    for index in out.indices where out[index].zone == .body && out[index].isCaption {
        out[index].zone = .caption
    }
    let prose = out.indices.filter { out[$0].zone == .body && out[$0].isProse }
    guard let first = prose.first, let last = prose.last, prose.count > 1 else { return out }
    while let end = out.indices.last, end > last, out[end].zone == .body,
        out[end].isHeading || out[end].isShortLine
    { out.removeLast() }
    let head = out[..<first].filter { $0.zone != .body || $0.isHeading || !$0.isShortLine }
    out.replaceSubrange(..<first, with: head)
    return out
}

/// The places of the blocks but those that stand a second time: pages that are made for several screens hold
/// their article once for each, and some show the same voices of customers twice. Only long runs in the same
/// order go, so that what a text says again stays.
private func once(_ blocks: [PageBody.Block]) -> [Int] {
    var out: [Int] = []
    var places: [UInt64: [Int]] = [:]
    var at = 0
    while at < blocks.count {
        let key = beginning(blocks[at].text)
        let known = places[key] ?? []
        let run = known.map { lengthOfRun(blocks, $0, at) }.max() ?? 0
        if run >= leastRepeat.blocks,
            blocks[at..<(at + run)].reduce(0, { $0 + $1.text.count }) >= leastRepeat.bytes
        {
            at += run
            continue
        }
        out.append(at)
        // The first few are enough, and many would be looked through again and again.
        if known.count < 4 { places[key, default: []].append(at) }
        at += 1
    }
    return out
}

/// What stands at the end about those who wrote the article, `Ann Roe is a reporter in …`, is credit and no
/// text of it: it begins with a name of theirs and says what they are. Whoever else is taken for the author
/// keeps their words: `Ann Roe said …` is text.
func creditAuthors(_ names: [String], in blocks: inout [PageBody.Block]) {
    let names = names.filter { $0.utf8.contains(0x20) }.map { Array($0.utf8) }
    guard !names.isEmpty, blocks.count > 4 else { return }
    var (first, size) = (blocks.count, 0)
    for index in blocks.indices.dropFirst().suffix(5).reversed() {
        size += blocks[index].text.count
        if size > 1500 { break }
        let text = blocks[index].text
        let isTheirs = names.contains { name in
            guard text.starts(with: name) else { return false }
            let rest = text[name.count...]
            return rest.isEmpty || beginningsOfLives.contains { rest.starts(with: $0.utf8) }
        }
        if isTheirs { first = index }
    }
    for index in first..<blocks.count where blocks[index].zone == .body { blocks[index].zone = .credit }
}

/// What stands behind an author's name in a line about them.
private let beginningsOfLives = [
    " is a ", " is an ", " is the ", " is our ", " is adjunct", " is senior ", " is chief ", " is editor",
    " is based ", " is co-", " was a ", ", a ", ", an ", ", the ", " writes ", " covers ", " contributed ",
    " reported from ", " reports ", " works ", " lives ", " has covered ", " has been ", " has worked ",
    " has written ", " has no position ", " holds ", " serves ", " joined ", " ist ", " arbeitet ",
    " schreibt ", " est ", " es ", " è ", " é ", " är ", " er ",
]

private func beginning(_ text: [UInt8]) -> UInt64 {
    quickHash(text.span.extracting(0..<min(24, text.count))) ^ UInt64(text.count)
}

private let leastRepeat = (blocks: 5, bytes: 500)

/// How many blocks from `second` on are the same as those from `first` on.
private func lengthOfRun(_ blocks: [PageBody.Block], _ first: Int, _ second: Int) -> Int {
    var length = 0
    while second + length < blocks.count, first + length < second, length < 2000,
        blocks[first + length].text == blocks[second + length].text
    { length += 1 }
    return length
}

extension PageBody.Block {
    fileprivate var isHeading: Bool { !element.isDisjoint(with: .headings) }

    /// Short, with a credit in parentheses at its end, or a credit and nothing else.
    fileprivate var isCaption: Bool {
        guard text.count < 320, element != .li else { return false }
        if text.last == UInt8(ascii: ")"), let open = text.lastIndex(of: UInt8(ascii: "(")) {
            return isCredit(String(decoding: text[(open + 1)..<(text.count - 1)], as: UTF8.self))
        }
        return text.count < 90 && credits.begin(text[...]) && !endsSentence
    }

    /// A few words that end no sentence.
    fileprivate var isShortLine: Bool {
        text.count < 100 && element.isDisjoint(with: [.li, .td, .th, .dt, .dd, .pre, .code]) && !endsSentence
    }

    /// What stands over a list: a heading, or a few words.
    fileprivate var isLabel: Bool { zone == .body && (isHeading || text.count < 40 && !endsSentence) }

    /// A paragraph, as opposed to labels and lines.
    fileprivate var isProse: Bool { text.count >= 100 || text.count >= 40 && endsSentence && !isHeading }

    var endsSentence: Bool {
        // Most sentences end with a full stop.
        if text.last == UInt8(ascii: ".") { return true }
        let tail = String(decoding: text.suffix(12), as: UTF8.self).unicodeScalars
        guard let last = tail.last(where: { !"\"'”’»)]".unicodeScalars.contains($0) }) else { return false }
        return ".!?…:;。！？։؟।".unicodeScalars.contains(last)
    }
}

private let credits = Beginnings([
    "image:", "photo:", "picture:", "foto:", "фото:", "ФОТО:", "bild:", "credit:", "image credit",
    "photo credit",
    "photo by",
])
