import Model
import Text

/// A word, a number or a sign of an article, as the rules for facts see it.
struct FactToken {
    enum Kind { case word, number, sign }

    /// Byte offsets in the article's text.
    var start: Int
    var end: Int
    var kind: Kind
    /// In lower case, curly apostrophes as straight ones.
    var lower: String
    /// Begins with a capital letter.
    var isCapital: Bool
    /// Two letters or more, all capitals; dots of an acronym aside.
    var isAllCapitals: Bool
    /// Nothing stands between it and the token before.
    var isGlued: Bool
    /// Place in the list of sentences.
    var sentence: Int

    /// Ends an acronym with its dot: `U.S.`
    var isDotted: Bool { kind == .word && lower.utf8.last == UInt8(ascii: ".") }
}

/// An article's sentences and tokens, in order.
struct FactText {
    let article: Article
    /// Byte spans; each lies in one paragraph.
    private(set) var sentences: [(span: TextSpan, paragraph: Int)] = []
    private(set) var tokens: [FactToken] = []
    /// Of each sentence, where its tokens begin; one more at the end.
    private(set) var firstTokens: [Int] = []

    /// Tokens of one article that are looked at: more is no article.
    static let maximumTokens = 200_000

    private let hasElisions: Bool

    /// Languages that write articles and prepositions together with what follows: `l'ONU`, `dell'Italia`.
    static func hasElisions(_ language: String?) -> Bool { ["fr", "it", "ca"].contains(language) }

    /// `language` is the article's, a BCP 47 primary language.
    init(_ article: Article, language: String? = nil) {
        self.article = article
        hasElisions = FactText.hasElisions(language)
        for (index, paragraph) in article.paragraphs.enumerated() {
            let bounds = TextSpanBounds(start: paragraph.span.start, end: paragraph.span.end)
            for cut in Text.sentences(article.text, bounds) {
                sentences.append((TextSpan(cut.start, cut.end), index))
            }
        }
        sentences.sort { $0.span < $1.span }
        for index in sentences.indices {
            firstTokens.append(tokens.count)
            if tokens.count < FactText.maximumTokens { cut(sentences[index].span, sentence: index) }
        }
        firstTokens.append(tokens.count)
    }

    /// A name by itself, cut as in an article.
    init(name: String, language: String? = nil) {
        let bytes = Array(name.utf8)
        let paragraphs = [Paragraph(.body, TextSpan(0, bytes.count))]
        self.init(Article(text: bytes, headline: "", paragraphs: paragraphs), language: language)
    }

    /// The tokens of a sentence.
    func range(ofSentence index: Int) -> Range<Int> { firstTokens[index]..<firstTokens[index + 1] }

    func zone(ofSentence index: Int) -> Zone { article.paragraphs[sentences[index].paragraph].zone }

    /// The text from one token to another, both included.
    func span(_ first: Int, _ last: Int) -> TextSpan { TextSpan(tokens[first].start, tokens[last].end) }

    /// Whether a line ends between two tokens.
    func hasLineEnd(_ first: Int, _ last: Int) -> Bool {
        article.text[tokens[first].end..<tokens[last].start].contains(UInt8(ascii: "\n"))
    }

    /// How many capital letters a word begins with, at most two.
    func capitals(_ at: Int) -> Int {
        guard tokens[at].isCapital else { return 0 }
        let first = tokens[at].start
        let second = first + scalar(in: article.text.span, at: first).width
        guard second < tokens[at].end else { return 1 }
        return FoldTable.isUppercase(scalar(in: article.text.span, at: second).value) ? 2 : 1
    }

    /// Takes a word for one without a capital.
    mutating func lower(_ at: Int) { (tokens[at].isCapital, tokens[at].isAllCapitals) = (false, false) }

    private mutating func cut(_ span: TextSpan, sentence: Int) {
        let text = article.text
        var at = span.start
        while at < span.end {
            let (value, width) = scalar(in: text.span, at: at)
            if FoldTable.isWhiteSpace(value) || FoldTable.scalarClass(value) == .ignored {
                at += width
                continue
            }
            let start = at
            if value | 0x20 == 0x68, let end = endOfAddress(start, span.end) {
                at = end
                add(start, at, .sign, sentence)
                continue
            }
            let kind = FactText.kind(value)
            at += width
            // Two apostrophes or back quotes are a quotation mark of the typewriter.
            if kind == .sign, value == 0x27 || value == 0x60, at < span.end, text[at] == text[start] {
                at += 1
            }
            // `'s` behind a word is one token.
            if kind == .sign, FoldTable.scalarClass(value) == .apostrophe, at < span.end,
                tokens.last?.end == start,
                isPossessive(at, span.end)
            {
                at += 1
            }
            if kind != .sign {
                at = endOfWord(from: at, of: start, in: span, isNumber: kind == .number)
            }
            add(start, at, kind, sentence)
        }
    }

    /// Where an address of the web ends that begins here, whose words name nothing.
    private func endOfAddress(_ start: Int, _ limit: Int) -> Int? {
        let text = article.text
        func stands(_ mark: String) -> Bool { text[start..<limit].starts(with: mark.utf8) }
        guard stands("http://") || stands("https://") else { return nil }
        var at = start
        while at < limit, text[at] > 0x20, !"\"<>".utf8.contains(text[at]) { at += 1 }
        return at
    }

    private static func kind(_ value: UInt32) -> FactToken.Kind {
        switch FoldTable.scalarClass(value) {
        case .letter, .single, .accent: .word
        case .digit: .number
        case .extender: .word
        default: .sign
        }
    }

    /// Letters, digits and marks; within a word an apostrophe before a letter (but `'s` at its end), within a
    /// number a comma or dot before a digit; the dots of an acronym.
    private func endOfWord(from first: Int, of start: Int, in span: TextSpan, isNumber: Bool) -> Int {
        let text = article.text
        var at = first
        var isAcronym = isNumber ? false : letters(before: first, span.start) == 1
        while at < span.end {
            let (value, width) = scalar(in: text.span, at: at)
            switch FoldTable.scalarClass(value) {
            case .letter, .digit, .accent, .extender, .ignored:
                at += width
                continue
            case .apostrophe:
                guard !isNumber, at + width < span.end, !isPossessive(at + width, span.end) else { return at }
                guard FactText.kind(scalar(in: text.span, at: at + width).value) == .word else { return at }
                at += width
                if hasElisions, isElision(TextSpan(start, at - width)) { return at }
                continue
            default: break
            }
            if let end = endOfHebrew(at, width, start, span.end) {
                at = end
                continue
            }
            guard value == 0x2E || value == 0x2C else { return at }
            let next = at + 1 < span.end ? scalar(in: text.span, at: at + 1).value : 0
            if isNumber, FoldTable.scalarClass(next) == .digit {
                at += 1
                continue
            }
            // `U.S.`: single letters, each with its dot.
            guard value == 0x2E, isAcronym, letters(before: at, span.start) == 1 else { return at }
            if FoldTable.scalarClass(next) == .letter {
                at += 1
                continue
            }
            let isLong = at - first >= 2
            isAcronym = false
            return isLong ? at + 1 : at
        }
        return at
    }

    /// Behind the marks of an abbreviation of Hebrew, `נאט"ו`, and the letters behind them; nil where marks are
    /// of quotation: a prefix goes before those, `ה"ניו יורק טיימס"`.
    private func endOfHebrew(_ at: Int, _ width: Int, _ start: Int, _ limit: Int) -> Int? {
        let text = article.text
        // Two letters at least go before it; all of Hebrew are of two bytes, the first of which is this.
        guard text[at] == UInt8(ascii: "\"") || text[at] == 0xD7, at - start >= 4, text[at - 2] == 0xD7 else {
            return nil
        }
        let mark = scalar(in: text.span, at: at).value
        guard mark == 0x22 || mark == 0x5F4 else { return nil }
        var end = at + width
        while end + 1 < limit, text[end] == 0xD7, text[end + 1] >= 0x90, text[end + 1] <= 0xAA { end += 2 }
        let letters = (end - at - width) / 2
        return letters == 1 || at - start >= 6 && 2...4 ~= letters ? end : nil
    }

    /// What is cut off before the apostrophe; with a capital, as in `D'Alema`, it is a name's.
    private func isElision(_ span: TextSpan) -> Bool {
        let word = article.string(span)
        let lower = word.lowercased()
        return FactText.elisions.contains(lower) && (word == lower || lower == "l" || lower == "qu")
    }

    private static let elisions: WordSet = [
        "l", "d", "qu", "s", "n", "c", "j", "m", "t", "jusqu", "lorsqu", "puisqu", "dell", "all", "nell",
        "sull",
        "dall", "un", "quest", "quell",
    ]

    /// Letters in a row right before a place, at most two.
    private func letters(before at: Int, _ lowest: Int) -> Int {
        var count = 0
        var index = at
        while index > lowest, count < 2 {
            index -= 1
            while index > lowest, article.text[index] & 0xC0 == 0x80 { index -= 1 }
            guard FoldTable.scalarClass(scalar(in: article.text.span, at: index).value) == .letter else {
                break
            }
            count += 1
        }
        return count
    }

    /// Commas and the like of other scripts, and what they are here.
    private static let foreignSigns = [
        "\u{60C}": ",", "\u{61B}": ";", "\u{61F}": "?", "\u{55D}": ",", "\u{589}": ".",
    ]

    /// A number of another script, `۲۰۲۳`, in the digits of Latin.
    private static func inDigits(_ number: String) -> String {
        var out = String.UnicodeScalarView()
        for scalar in number.unicodeScalars {
            let value = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil
            out.append(value.flatMap { Unicode.Scalar(0x30 + UInt32($0)) } ?? scalar)
        }
        return String(out)
    }

    /// `s` behind an apostrophe, and no letter behind that.
    private func isPossessive(_ at: Int, _ end: Int) -> Bool {
        let text = article.text
        guard text[at] | 0x20 == 0x73 else { return false }
        return at + 1 >= end || FactText.kind(scalar(in: text.span, at: at + 1).value) == .sign
            || FoldTable.isWhiteSpace(scalar(in: text.span, at: at + 1).value)
    }

    private mutating func add(_ start: Int, _ end: Int, _ kind: FactToken.Kind, _ sentence: Int) {
        let text = article.text
        let word = String(decoding: text[start..<end], as: UTF8.self)
        let first = scalar(in: text.span, at: start).value
        let isCapital = kind == .word && FoldTable.isUppercase(first)
        var isAll = isCapital
        if isAll {
            var count = 0
            for letter in word.unicodeScalars where FoldTable.scalarClass(letter.value) == .letter {
                count += 1
                if !FoldTable.isUppercase(letter.value) {
                    isAll = false
                    break
                }
            }
            isAll = isAll && count >= 2
        }
        var lower =
            word == "''" || word == "``" ? "\"" : isCapital || kind == .word ? word.lowercased() : word
        if lower.utf8.contains(0xE2) { lower = lower.replacing("\u{2019}", with: "'") }
        // Marks of Hebrew, and what stands for them.
        if kind == .word, text[start] == 0xD7, lower.holds("\u{5F4}") || lower.holds("\u{5F3}") {
            lower = lower.replacing("\u{5F4}", with: "\"").replacing("\u{5F3}", with: "'")
        }
        if kind == .number, text[start] >= 0x80 { lower = FactText.inDigits(lower) }
        if kind == .sign, text[start] >= 0xD5, let sign = FactText.foreignSigns[lower] { lower = sign }
        let isGlued = tokens.last.map { $0.end == start } ?? false
        tokens.append(
            FactToken(
                start: start, end: end, kind: kind, lower: lower, isCapital: isCapital, isAllCapitals: isAll,
                isGlued: isGlued, sentence: sentence))
    }
}
