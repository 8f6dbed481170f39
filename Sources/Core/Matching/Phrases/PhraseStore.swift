import Model
package import Text

/// All phrases of a set of watches while it is compiled, each once, in flat lists.
struct PhraseStore: Sendable {
    var slots: [WordSlot] = []
    /// Folded letters of all words.
    var pool: [UInt8] = []
    /// By slot, the word as the author wrote it but for ASCII capitals, as places in the pool.
    var written: [Range<Int>] = []
    var phrases: [Phrase] = []
    var details: [PhraseDetail] = []
    let stemmers = Stemmers()
    let rules: MatchRules

    init(rules: MatchRules) { self.rules = rules }

    /// The folded letters of a word slot.
    func text(_ slot: WordSlot) -> ArraySlice<UInt8> {
        pool[Int(slot.textStart)..<Int(slot.textStart) + Int(slot.textCount)]
    }

    /// Whether a text that shows the words of a phrase as they were written, but for ASCII capitals,
    /// satisfies it, and any other that is plain ASCII does not.
    func isSettledByBytes(_ phrase: Phrase) -> Bool {
        let stranger = WordSlot.opaque | WordSlot.respelt
        guard slots(phrase).allSatisfy({ $0.traits & stranger == 0 }) else { return false }
        if phrase.detail < 0 { return slots(phrase).allSatisfy { $0.kind == .word } }
        let detail = details[Int(phrase.detail)]
        let isPlain = detail.letterCase == .any && detail.signs.isEmpty && detail.letters != .folded
        let isPrefix =
            phrase.count == 1
            && slots(phrase).allSatisfy {
                $0.kind == .prefix && $0.traits & WordSlot.plain != 0
            }
        return isPlain && (isPrefix || slots(phrase).allSatisfy { $0.kind == .word })
    }

    /// The word slots of a phrase.
    func slots(_ phrase: Phrase) -> ArraySlice<WordSlot> {
        slots[Int(phrase.slot)..<Int(phrase.slot) + Int(phrase.count)]
    }
}

/// Which rules a set of watches is matched by.
package struct MatchRules: Sendable, Equatable {
    package var tokens = TokenRules.standard
    /// A letter without a mark stands for all its marked forms.
    package var isLenient = true
    /// A phrase may run over the end of a sentence or paragraph.
    package var crossesSentences = false

    /// The rules of docs/matching.md.
    package static let standard = MatchRules()
    /// Words are runs of letters and digits, marks count, nothing bounds a phrase: for comparisons with other
    /// engines.
    package static let workload = MatchRules(tokens: .runs, isLenient: false, crossesSentences: true)
}

/// Makes phrases of terms; one that was made before is found again.
struct PhraseBuilder {
    private(set) var store: PhraseStore
    private var cutter: WordCutter
    private var known: [Term: [Int32]] = [:]

    init(rules: MatchRules) {
        store = PhraseStore(rules: rules)
        cutter = WordCutter(rules: rules.tokens)
    }

    /// The phrases that a term stands for: itself and its other spellings.
    mutating func phrases(of term: Term) -> [Int32] {
        var key = term
        key.language = nil
        if let numbers = known[key] { return numbers }
        var numbers: [Int32] = []
        let texts = term.variants.isEmpty ? [term.text] : term.variants
        for (index, text) in (texts + term.names).enumerated() {
            for shape in shapes(of: text, term) {
                numbers.append(Int32(store.phrases.count))
                add(shape, term, isWholeName: index >= texts.count)
            }
        }
        known[key] = numbers
        return numbers
    }

    /// A phrase before it is stored.
    private struct Shape {
        var bytes: [UInt8]
        var pieces: [Piece]
    }

    private struct Piece {
        var token: Token
        var kind = WordSlot.Kind.word
        var pattern: [UInt32] = []
    }

    private mutating func shapes(of text: String, _ term: Term) -> [Shape] {
        let bytes = Array(text.utf8)
        let hasWildcards =
            !term.isLiteral && !term.hasNoWildcards && bytes.contains { $0 == 0x2A || $0 == 0x3F }
        if hasWildcards {
            let pieces = wildcardPieces(bytes)
            return pieces.isEmpty ? [] : [Shape(bytes: bytes, pieces: pieces)]
        }
        let tokens = cutter.cut(bytes)
        guard !tokens.isEmpty else { return [] }
        var out = [shape(bytes, tokens, term)]
        guard rulesAreStandard, !term.isLiteral, term.letterCase != .capitals else { return out }
        for other in otherSpellings(bytes, tokens) {
            let words = cutter.cut(other)
            if !words.isEmpty { out.append(shape(other, words, term)) }
        }
        return out
    }

    private var rulesAreStandard: Bool { store.rules.tokens.isStandard }

    private func shape(_ bytes: [UInt8], _ tokens: [Token], _ term: Term) -> Shape {
        let kind: WordSlot.Kind = !term.inflections.isEmpty ? .inflected : term.edits > 0 ? .similar : .word
        return Shape(bytes: bytes, pieces: tokens.map { Piece(token: $0, kind: kind) })
    }

    /// `e-mail` as `email`, `covid 19` and `covid-19` as `covid19`, and that as `covid 19`.
    private func otherSpellings(_ bytes: [UInt8], _ tokens: [Token]) -> [[UInt8]] {
        var out: [[UInt8]] = []
        for index in tokens.indices {
            if index > 0 {
                let (a, b) = (tokens[index - 1], tokens[index])
                let gap = bytes[Int(a.end)..<Int(b.start)]
                let isHyphen = a.traits.contains(.hyphenated) && gap.count == (gap.first == 0x2D ? 1 : 3)
                let isNumber = gap.elementsEqual([0x20]) && !isNumber(bytes, a) && isNumber(bytes, b)
                if isHyphen || isNumber { out.append(Array(bytes[..<Int(a.end)] + bytes[Int(b.start)...])) }
            }
            if let cut = digitCut(bytes, tokens[index]) {
                out.append(Array(bytes[..<cut] + [0x20] + bytes[cut...]))
            }
        }
        return out
    }

    private func isNumber(_ bytes: [UInt8], _ token: Token) -> Bool {
        bytes[Int(token.start)..<Int(token.end)].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// Where the number at the end of a word such as `covid19` begins.
    private func digitCut(_ bytes: [UInt8], _ token: Token) -> Int? {
        guard !token.traits.contains(.opaque) else { return nil }
        var cut = Int(token.end)
        while cut > Int(token.start), bytes[cut - 1] >= 0x30, bytes[cut - 1] <= 0x39 { cut -= 1 }
        let isLetterBefore =
            cut > Int(token.start) && (bytes[cut - 1] >= 0x80 || bytes[cut - 1] | 0x20 >= 0x61)
        return cut < Int(token.end) && isLetterBefore ? cut : nil
    }

    // Wildcards.

    /// The words of a text in which `*` and `?` stand: a lone star is any word.
    private mutating func wildcardPieces(_ bytes: [UInt8]) -> [Piece] {
        var out: [Piece] = []
        let chunks = bytes.split(whereSeparator: { $0 <= 0x20 || $0 == 0x2D })
        for chunk in chunks {
            guard chunk.contains(where: { $0 == 0x2A || $0 == 0x3F }) else {
                for token in cutter.cut(Array(chunk)) {
                    out.append(Piece(token: shifted(token, by: chunk.startIndex)))
                }
                continue
            }
            let isLoneMark =
                chunks.count > 1 && chunk.last == 0x3F
                && !chunk.dropLast().contains { $0 == 0x2A || $0 == 0x3F }
            if isLoneMark {
                for token in cutter.cut(Array(chunk.dropLast())) {
                    out.append(Piece(token: shifted(token, by: chunk.startIndex)))
                }
                continue
            }
            out.append(wildcardPiece(chunk))
        }
        return out
    }

    private func shifted(_ token: Token, by offset: Int) -> Token {
        var token = token
        token.start += UInt32(offset)
        token.end += UInt32(offset)
        return token
    }

    private func wildcardPiece(_ chunk: ArraySlice<UInt8>) -> Piece {
        var pattern: [UInt32] = []
        let text = String(decoding: chunk, as: UTF8.self)
        for value in text.unicodeScalars.map(\.value) {
            if value == 0x2A {
                if pattern.last != wildStar { pattern.append(wildStar) }
            } else if value == 0x3F {
                pattern.append(wildMark)
            } else if FoldTable.scalarClass(value) == .accent, let last = pattern.popLast() {
                pattern.append(last == wildStar || last == wildMark ? last : markedLetter(last, with: value))
            } else {
                let one = Array(String(Unicode.Scalar(value).map(Character.init) ?? " ").utf8)
                let whole = Token(hash: 0, start: 0, end: one.count, head: 0, traits: [])
                pattern += foldedLetters(one, whole)
            }
        }
        let (start, end) = (chunk.startIndex, chunk.endIndex)
        if pattern == [wildStar] {
            return Piece(token: Token(hash: 0, start: start, end: end, head: 0, traits: []), kind: .any)
        }
        let letters = pattern.filter { $0 != wildStar && $0 != wildMark }
        let isPrefix = pattern.last == wildStar && pattern.dropLast().elementsEqual(letters)
        var head: [UInt8] = []
        for letter in pattern.prefix(while: { $0 != wildStar && $0 != wildMark }) {
            appendUTF8(letter & 0x1F_FFFF, to: &head)
        }
        let first = head.prefix(4).enumerated().reduce(UInt32(0)) {
            $0 | UInt32($1.element) << UInt32(8 * $1.offset)
        }
        // A prefix keeps its first four bytes, and a mask of how many there are, where a word keeps its hash.
        let mask: UInt64 = head.count >= 4 ? 0xFFFF_FFFF : (1 << UInt64(8 * head.count)) - 1
        return Piece(
            token: Token(hash: mask << 32 | UInt64(first), start: start, end: end, head: first, traits: []),
            kind: isPrefix ? .prefix : .pattern, pattern: isPrefix ? letters : pattern)
    }

    // Storing.

    private mutating func add(_ shape: Shape, _ term: Term, isWholeName: Bool) {
        var phrase = Phrase(slot: UInt32(store.slots.count), count: UInt16(min(shape.pieces.count, 4096)))
        if term.crossesSentences || store.rules.crossesSentences { phrase.traits.insert(.crosses) }
        if isWholeName { phrase.traits.insert(.wholeName) }
        let isExact =
            term.letters == .exact || !store.rules.isLenient && term.letters != .folded
            || term.letterCase == .asWritten
        var isMarked = false
        for piece in shape.pieces.prefix(4096) {
            let letters =
                piece.kind == .prefix || piece.kind == .pattern
                ? piece.pattern : foldedLetters(shape.bytes, piece.token)
            var text: [UInt8] = []
            for letter in letters where letter != wildStar && letter != wildMark {
                appendUTF8(letter & 0x1F_FFFF, to: &text)
            }
            isMarked = isMarked || piece.kind == .word && letters.contains { $0 >> 21 != 0 }
            let isPlain = !letters.contains { $0 >> 21 != 0 }
            var traits =
                piece.kind == .word
                ? (isExact && isPlain ? WordSlot.unmarked : 0) : isPlain ? WordSlot.plain : 0
            if piece.token.traits.contains(.opaque) { traits |= WordSlot.opaque }
            let written =
                piece.kind == .word || piece.kind == .prefix ? asWritten(shape.bytes, piece) : text
            let isAlike = isPlain || term.letters == .folded
            if isAlike, written != text, text.allSatisfy({ $0 < 0x80 }) { traits |= WordSlot.respelt }
            let start = store.pool.count + (written == text ? 0 : text.count)
            store.written.append(start..<(start + written.count))
            store.slots.append(
                WordSlot(
                    hash: piece.token.hash, textStart: UInt32(store.pool.count),
                    textCount: UInt16(min(text.count, 65_535)),
                    kind: piece.kind, traits: traits))
            store.pool += text
            if written != text { store.pool += written }
        }
        let signs = signs(shape, term)
        let asksMarks = isMarked && term.letters != .folded || term.letters == .exact
        let isDetailed =
            asksMarks || term.letterCase != .any || !signs.isEmpty
            || shape.pieces.contains { $0.kind != .word && $0.kind != .any }
        if isDetailed {
            phrase.detail = Int32(store.details.count)
            phrase.traits.insert(.detailed)
            store.details.append(detail(shape, term, signs, asksMarks))
        }
        store.phrases.append(phrase)
    }

    /// The bytes of a word, ASCII letters made small; of one with a star at its end those before it.
    private func asWritten(_ bytes: [UInt8], _ piece: Piece) -> [UInt8] {
        bytes[Int(piece.token.start)..<Int(piece.token.end)].filter { piece.kind == .word || $0 != 0x2A }.map
        {
            $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
        }
    }

    private func detail(_ shape: Shape, _ term: Term, _ signs: [[UInt8]?], _ asksMarks: Bool) -> PhraseDetail
    {
        let asksForms = asksMarks || term.letterCase == .asWritten
        var detail = PhraseDetail(
            forms: asksForms
                ? shape.pieces.map { piece in
                    piece.kind == .word ? LetterForm.forms(shape.bytes, piece.token) : []
                } : [])
        (detail.letters, detail.letterCase) = (term.letters, term.letterCase)
        if term.letterCase == .asWritten { detail.letters = .exact }
        if !store.rules.isLenient, term.letters == .lenient { detail.letters = .exact }
        detail.signs = signs
        detail.edits = term.edits
        if shape.pieces.contains(where: { $0.kind == .pattern || $0.kind == .prefix }) {
            detail.patterns = shape.pieces.map(\.pattern)
        }
        if !term.inflections.isEmpty {
            detail.stems = shape.pieces.map { stems($0, shape.bytes, term.inflections) }
        }
        return detail
    }

    private func stems(_ piece: Piece, _ bytes: [UInt8], _ languages: [String]) -> [PhraseDetail.Stem] {
        let word = String(decoding: bytes[Int(piece.token.start)..<Int(piece.token.end)], as: UTF8.self)
            .lowercased()
        return languages.compactMap { language in
            store.stemmers.stem(word, language).map { PhraseDetail.Stem(language: language, bytes: $0) }
        }
    }

    /// The signs that must stand before, between and behind the words; empty when any may.
    private func signs(_ shape: Shape, _ term: Term) -> [[UInt8]?] {
        guard rulesAreStandard else { return [] }
        let words = shape.pieces.map(\.token)
        var out: [[UInt8]?] = []
        for index in 0...words.count {
            let start = index == 0 ? 0 : Int(words[index - 1].end)
            let end = index == words.count ? shape.bytes.count : Int(words[index].start)
            let gap = start < end ? shape.bytes[start..<end].filter { $0 > 0x20 } : []
            if term.isLiteral { out.append(gap); continue }
            let isDot = index == 0 && gap.last == UInt8(ascii: ".")
            let kept =
                gap.contains(where: isNameSign) || isDot
                ? gap.filter { isNameSign($0) || isDot && $0 == 0x2E } : []
            out.append(kept.isEmpty ? nil : kept)
        }
        return term.isLiteral || out.contains { $0 != nil } ? out : []
    }
}

/// Stand for `*` and `?` in a folded pattern: values that no letter with its marks has.
let wildStar: UInt32 = 0x1F_FFFE
let wildMark: UInt32 = 0x1F_FFFF

/// Signs that are part of names: C++, C#, AT&T, TCP/IP.
func isNameSign(_ byte: UInt8) -> Bool { "+#&/".utf8.contains(byte) }

extension WordSlot {
    /// A trait: the word of the text must bear no mark.
    static let unmarked: UInt8 = 1
    /// A trait: its letters bear no mark.
    static let plain: UInt8 = 2
    /// A trait: an address, a handle or a hashtag.
    static let opaque: UInt8 = 4
    /// A trait: it was written otherwise than plain text shows it (`U.S.`, full-width letters).
    static let respelt: UInt8 = 8
}
