package import Model
package import Text

/// Where facts of an article stand, for queries about them.
package struct FactSpans {
    /// By the field that names them.
    package var fields: [Field: [TextSpan]] = [:]
    /// Quotations, each with all names of whoever speaks in it.
    package var sayings: [(quotation: TextSpan, speakers: [TextSpan])] = []
    /// Names with what they are called: `Armenia` where `Армении` stands, `Matthew Miller` where `Miller`
    /// does. `isWritten`: the words are the name.
    package var names: [(span: TextSpan, name: String, isWritten: Bool)] = []

    package init() {}
}

/// An article made ready for matching: its words in order, cut once; the sentences of a paragraph are found
/// when somebody asks.
/// Belongs to one thread.
package final class Reading {
    package let article: Article
    /// Names of the source: its id, and the outlet's name.
    let sources: [String]
    let words: TokenList
    /// Bits of the zones, by paragraph.
    let zoneOf: [UInt8]
    /// Of each body paragraph only the first.
    let leadParagraph: Int?
    /// By paragraph; empty before anybody asked.
    private var cutSentences: [[TextSpan]] = []
    /// Finds the spans of facts by the field that names them, when a watch asks for them; none without it.
    package var findFacts: (() -> FactSpans)?
    /// Fields in which facts may bear a name no word of which stands in the article.
    package var renamedFields: Set<Field> = []
    private var foundFacts: FactIndex?
    private var foundNames: FactNames?
    /// All zones that there are.
    private let zonesPresent: UInt8
    /// The text, for the loop that compares letters.
    var bytes: [UInt8] { words.padded }

    package init(_ article: Article, source: String? = nil, rules: TokenRules = .standard) {
        self.article = article
        sources = [source, article.siteName].compactMap { $0 }
        zoneOf = article.paragraphs.map { $0.zone.bit }
        zonesPresent = zoneOf.reduce(0, |)
        leadParagraph = article.paragraphs.firstIndex { $0.zone == .body }
        words = Tokenizer.words(
            article.text,
            article.paragraphs.map {
                TextSpanBounds(start: $0.span.start, end: $0.span.end)
            }, rules: rules)
    }

    /// Whether a scope takes in all of the text, so that no mention needs to be asked where it stands.
    func isWithin(_ scope: SearchScope) -> Bool {
        zonesPresent & ~scope.zones.bits == 0 && !scope.isLead && scope.fact == nil
    }

    /// Whether words stand within one fact of a kind. (Not inlined: its look at what is found once would be
    /// made for every mention.)
    @inline(never)
    func isInFact(_ field: Field, _ first: Int, _ last: Int) -> Bool {
        isInFact(field, span(first, last))
    }

    func isInFact(_ field: Field, _ span: TextSpan) -> Bool {
        !(facts.fields[field]?.around(span).isEmpty ?? true)
    }

    /// Numbers of the quotations that words are part of.
    func quotations(around first: Int, _ last: Int) -> [Int] { facts.quotations.around(span(first, last)) }

    /// Numbers of the quotations in which somebody speaks whom words name.
    func quotations(saidBy first: Int, _ last: Int) -> [Int] { facts.speakers.around(span(first, last)) }

    private var facts: FactIndex {
        if let foundFacts { return foundFacts }
        let spans = findFacts?() ?? FactSpans()
        let found = FactIndex(spans)
        (foundFacts, foundNames) = (found, FactNames(spans.names, words))
        return found
    }

    /// What facts are called besides the words that stand there.
    var names: FactNames {
        _ = facts
        return foundNames ?? FactNames([], words)
    }

    /// How many words there are.
    package var wordCount: Int { words.tokens.count }

    /// The number of the paragraph that holds a word.
    func paragraph(of word: Int) -> Int {
        let bounds = words.bounds
        var (low, high) = (0, bounds.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(bounds[middle]) <= word { low = middle } else { high = middle }
        }
        return low
    }

    /// The number of the sentence that holds a word: that of its paragraph in the upper half, and its own
    /// among that paragraph's.
    func sentence(of word: Int) -> Int {
        let (start, paragraph) = (Int(words.tokens[word].start), paragraph(of: word))
        let place = sentences(of: paragraph).partitioningIndex { $0.start > start }
        return paragraph << 32 | max(0, place - 1)
    }

    /// The bytes of the sentence that holds a word.
    func sentenceSpan(of word: Int) -> TextSpan {
        let number = sentence(of: word)
        return sentences(of: number >> 32)[number & 0xFFFF_FFFF]
    }

    /// The sentences of a paragraph, in order. A headline is one.
    private func sentences(of number: Int) -> [TextSpan] {
        if cutSentences.isEmpty { cutSentences = Array(repeating: [], count: article.paragraphs.count) }
        if !cutSentences[number].isEmpty { return cutSentences[number] }
        let paragraph = article.paragraphs[number]
        var cuts = [paragraph.span]
        if paragraph.zone != .headline {
            let bounds = TextSpanBounds(start: paragraph.span.start, end: paragraph.span.end)
            cuts = Text.sentences(article.text, bounds).map { TextSpan($0.start, $0.end) }
        }
        cutSentences[number] = cuts
        return cuts
    }

    /// The words of a paragraph, as places in the list.
    func range(ofParagraph number: Int) -> Range<Int> {
        Int(words.bounds[number])..<Int(words.bounds[number + 1])
    }

    /// The bytes that two words and everything between them take.
    func span(_ first: Int, _ last: Int) -> TextSpan {
        TextSpan(Int(words.tokens[first].start), Int(words.tokens[last].end))
    }
}

/// A set of zones, small enough to be asked for every mention.
struct ZoneSet: Sendable, Equatable {
    var bits: UInt8 = 0

    init(_ zones: some Sequence<Zone>) {
        for zone in zones { bits |= zone.bit }
    }
}

extension Zone {
    /// Its bit in a set of zones.
    fileprivate var bit: UInt8 {
        switch self {
        case .headline: 1
        case .byline: 2
        case .dateline: 4
        case .body: 8
        case .caption: 16
        case .credit: 32
        }
    }
}

/// Where in an article a part of a query looks.
struct SearchScope: Sendable, Equatable {
    var zones: ZoneSet
    /// 1: of the body only the first paragraph; from the second bit on, 1 more than the place of a fact's
    /// field. (In one byte: a scope lies in the record of every phrase, whose size the loop knows.)
    private var flags: UInt8 = 0

    /// Of the body only the first paragraph.
    var isLead: Bool { flags & 1 != 0 }

    /// Only within facts of this kind.
    var fact: Field? {
        get { flags < 2 ? nil : SearchScope.factFields[Int(flags >> 1) - 1] }
        set {
            let place =
                newValue.flatMap { SearchScope.factFields.firstIndex(of: $0) }.map { UInt8($0) + 1 } ?? 0
            flags = flags & 1 | place << 1
        }
    }

    private static let factFields: [Field] = [.quote, .speaker, .person, .place, .org]

    /// Whether it holds words to names, so that they may be other words for the same.
    var isOfNames: Bool { fact.map { $0 != .quote } ?? false }

    /// The same, of names of whoever speaks.
    var ofSpeakers: SearchScope {
        var out = self
        if fact == nil { out.fact = .speaker }
        return out
    }

    init(_ zones: some Sequence<Zone>, isLead: Bool = false) {
        (self.zones, flags) = (ZoneSet(zones), isLead ? 1 : 0)
    }

    /// The scope that a field names.
    init(_ field: Field) {
        switch field {
        case .title: self.init([.headline])
        case .body: self.init([.dateline, .body])
        case .lead: self.init([.dateline, .body], isLead: true)
        case .head: self.init([.headline, .dateline, .body], isLead: true)
        case .caption: self.init([.caption])
        case .byline: self.init([.byline])
        case .quote, .speaker, .person, .place, .org:
            self.init(Zone.allCases)
            fact = field
        }
    }

    /// Whether a hit belongs to it.
    func holds(_ hit: Hit, of reading: Reading) -> Bool {
        guard holds(reading.paragraph(of: Int(hit.first)), of: reading) else { return false }
        return fact.map { reading.isInFact($0, Int(hit.first), Int(hit.last)) } ?? true
    }

    /// Whether a name of a fact belongs to it.
    func holds(_ mention: FactNames.Mention, of reading: Reading) -> Bool {
        holds(reading.paragraph(of: Int(mention.hit.first)), of: reading)
            && (fact.map { reading.isInFact($0, mention.span) } ?? false)
    }

    /// Whether a paragraph of a reading belongs to it.
    func holds(_ paragraph: Int, of reading: Reading) -> Bool {
        let zone = reading.zoneOf[paragraph]
        guard zones.bits & zone != 0 else { return false }
        let isBody = zone == Zone.body.bit
        return !isLead || !isBody || paragraph == reading.leadParagraph
    }
}
