import Model
import Text

/// One word of a phrase: how it is compared with a word of a text.
struct WordSlot: Sendable {
    enum Kind: UInt8, Sendable {
        /// The same letters.
        case word
        /// Begins with these letters: `lach*`.
        case prefix
        /// `*` and `?` within: `*stan`, `wom?n`.
        case pattern
        /// Some letters may differ: `Pashinyan~1`.
        case similar
        /// Another form of the same word: `infl(коридор, ru)`.
        case inflected
        /// Any word: the star of `"a * b"`.
        case any
    }

    var hash: UInt64
    /// The folded letters without marks as UTF-8, in the store's pool.
    var textStart: UInt32
    var textCount: UInt16
    var kind: Kind
    /// What is known of its letters: `unmarked`, `plain`.
    var traits: UInt8

    /// What the first four bytes of a word must be, as far as the mask says: only a prefix asks for any.
    var head: (mask: UInt32, bytes: UInt32) {
        kind == .prefix ? (UInt32(truncatingIfNeeded: hash >> 32), UInt32(truncatingIfNeeded: hash)) : (0, 0)
    }
}

/// A phrase made ready: its words in the store's list, and what is asked beyond their letters.
struct Phrase: Sendable {
    struct Traits: OptionSet, Sendable {
        let rawValue: UInt8
        /// It may run over the end of a sentence.
        static let crosses = Traits(rawValue: 1)
        /// It has details: case, marks, signs, similar or inflected words.
        static let detailed = Traits(rawValue: 2)
        /// It is filed in the tables and found with every article, whether or not anybody asks.
        static let filed = Traits(rawValue: 4)
        /// It is the whole name of a fact, whatever words of the article it is.
        static let wholeName = Traits(rawValue: 8)
    }

    var slot: UInt32
    /// Place in the store's list of details; -1: none.
    var detail: Int32 = -1
    var count: UInt16
    /// Which of its words it is filed or looked up by.
    var anchor: UInt8 = 0
    var traits: Traits = []
}

/// What a phrase asks beyond the letters of its words.
struct PhraseDetail: Sendable {
    /// Letters of each word with marks and case, where they count.
    var forms: [[LetterForm]]
    var letters = Term.Letters.lenient
    var letterCase = Term.Case.any
    /// Signs that must stand before the first word, between the words, and behind the last; nil: anything
    /// may.
    var signs: [[UInt8]?] = []
    /// For words with `*` and `?`: the folded letters with their marks, `wildStar` and `wildMark` for the
    /// signs.
    var patterns: [[UInt32]] = []
    var edits = 0
    /// For inflected words, the stems of each in the languages asked for.
    var stems: [[Stem]] = []

    struct Stem: Sendable {
        var language: String
        var bytes: [UInt8]
    }
}

/// A letter as it was written: folded, with its marks, whether it was a capital, and which of the i's it was.
struct LetterForm: Sendable, Equatable {
    /// Letter in the low 21 bits, a number for its marks above.
    var letter: UInt32
    var isCapital: Bool
    /// 1: ı, 2: İ; 0: any other letter.
    var variant: UInt8

    /// The letters of a word of a text as they were written.
    static func forms(_ text: [UInt8], _ token: Token) -> [LetterForm] {
        var out: [LetterForm] = []
        let span = text.span
        var index = Int(token.start)
        while index < Int(token.end) {
            let (value, width) = scalar(in: span, at: index)
            var one = token
            (one.start, one.end) = (UInt32(index), UInt32(index + width))
            index += width
            if FoldTable.scalarClass(value) == .accent {
                if let last = out.popLast() { out.append(last.marked(with: value)) }
                continue
            }
            let isCapital = FoldTable.isUppercase(value)
            let variant: UInt8 = value == 0x131 ? 1 : value == 0x130 ? 2 : 0
            for letter in foldedLetters(text, one) {
                out.append(LetterForm(letter: letter, isCapital: isCapital, variant: variant))
            }
        }
        return out
    }

    /// With one more mark on it.
    private func marked(with accent: UInt32) -> LetterForm {
        var copy = self
        copy.letter = markedLetter(letter, with: accent)
        return copy
    }
}
