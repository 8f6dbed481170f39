import Model
import Text

/// What facts of an article are called besides the words that stand there, as a text of its own with a
/// paragraph for each name: phrases are found in it as they are in the article.
struct FactNames {
    /// Where a name is meant: the words that stand there, and the bytes that facts know it by.
    struct Mention {
        var hit: Hit
        var span: TextSpan
        /// The words are the name, so that a part of it is found there.
        var isWritten: Bool
    }

    let reading: Reading
    /// By paragraph.
    let mentions: [[Mention]]

    init(_ names: [(span: TextSpan, name: String, isWritten: Bool)], _ words: TokenList) {
        var (text, paragraphs, mentions): ([UInt8], [Paragraph], [[Mention]]) = ([], [], [])
        var places: [String: Int] = [:]
        for one in names {
            let first = words.tokens.partitioningIndex { Int($0.end) > one.span.start }
            let last = words.tokens.partitioningIndex { Int($0.start) >= one.span.end } - 1
            guard first <= last else { continue }
            let mention = Mention(
                hit: Hit(first: Int32(first), last: Int32(last)), span: one.span, isWritten: one.isWritten)
            if let place = places[one.name] {
                mentions[place].append(mention)
                continue
            }
            places[one.name] = mentions.count
            let start = text.count
            text += Array(one.name.utf8)
            paragraphs.append(Paragraph(.body, TextSpan(start, text.count)))
            mentions.append([mention])
            text += [10, 10]
        }
        reading = Reading(Article(text: text, headline: "", paragraphs: paragraphs))
        self.mentions = mentions
    }
}

/// The phrases of watches in what facts of an article are called.
struct NameSearch: ~Copyable {
    private let names: FactNames
    private let finder: PhraseFinder
    private var scratch: Scratch

    init(_ percolator: Percolator, _ names: FactNames, _ scratch: consuming Scratch) {
        self.names = names
        finder = PhraseFinder(percolator, names.reading)
        self.scratch = scratch
        self.scratch.beginArticle()
        finder.run(&self.scratch)
    }

    /// Watches that need something that stands there.
    var candidates: [Int32] { scratch.candidates }

    /// Calls `take` with the mentions that are called by a phrase; false when it answered so.
    mutating func eachMention(_ phrase: Int32, _ take: (FactNames.Mention) -> Bool) -> Bool {
        let isWhole = finder.percolator.memory.phrase(phrase).traits.contains(.wholeName)
        var at = finder.lastHit(of: phrase, &scratch)
        while at > 0 {
            let hit = scratch.hits[Int(at) - 1]
            at = scratch.hitBefore[Int(at) - 1]
            let name = names.reading.paragraph(of: Int(hit.first))
            let words = Int(hit.first)..<Int(hit.last) + 1
            if isWhole, names.reading.range(ofParagraph: name) != words { continue }
            for mention in names.mentions[name] where isWhole || !mention.isWritten {
                if !take(mention) { return false }
            }
        }
        return true
    }

    /// Gives the memory back.
    consuming func takeScratch() -> Scratch { scratch }
}
