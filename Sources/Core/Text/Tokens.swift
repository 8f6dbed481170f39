import CTextTables

/// A word of a text: where it stands, and what an index needs to know of it.
package struct Token: Sendable, Equatable {
    /// Hash of the folded letters without their marks.
    package var hash: UInt64
    /// Byte offsets in the text.
    package var start: UInt32
    package var end: UInt32
    /// The first four bytes of the folded letters as UTF-8, the first one lowest; what prefixes are found by.
    package var head: UInt32
    package var traits: Traits

    /// What sets a word apart.
    package struct Traits: OptionSet, Sendable {
        package let rawValue: UInt32
        package init(rawValue: UInt32) { self.rawValue = rawValue }

        /// A letter of it bears a mark (ç, й).
        package static let marked = Traits(rawValue: 1)
        /// A handle, hashtag, host, address of mail or of a page: a class of its own that plain words never
        /// match.
        package static let opaque = Traits(rawValue: 2)
        /// One character of a script without spaces.
        package static let single = Traits(rawValue: 4)
        /// A hyphen stands right behind it.
        package static let hyphenated = Traits(rawValue: UInt32(TOCSIN_HYPHENATED))
        /// Not a plain run of ASCII letters and digits: its letters must be read by the tables.
        package static let intricate = Traits(rawValue: 16)
    }

    package init(hash: UInt64, start: Int, end: Int, head: UInt32, traits: Traits) {
        (self.hash, self.head, self.traits) = (hash, head, traits)
        (self.start, self.end) = (UInt32(truncatingIfNeeded: start), UInt32(truncatingIfNeeded: end))
    }

    @inline(__always)
    init(hash: UInt64, start: Int, end: Int, head: UInt32) {
        self.init(hash: hash, start: start, end: end, head: head, traits: [])
    }
}

/// Words parted by hyphens alone, read as one: `e-mail` is also *email*.
package struct JoinedWord: Sendable, Equatable {
    /// Places of its first and last part in the list of words.
    package var first: Int32
    package var last: Int32
    package var hash: UInt64
}

/// Which of the text rules hold. All but `standard` are for comparisons with other engines.
package struct TokenRules: Sendable, Equatable {
    /// `'s` at the end of a word is dropped, dotted acronyms are one word, addresses and handles are words of
    /// their own, hyphenated words are also read as one.
    package var isStandard: Bool

    /// The rules of docs/matching.md.
    package static let standard = TokenRules(isStandard: true)
    /// A word is a run of letters and digits, and nothing else is known.
    package static let runs = TokenRules(isStandard: false)
}

/// The words of a text, by the text rules of docs/matching.md: letters and digits with their marks;
/// apostrophes part, and a final `'s` is dropped; dotted acronyms are one word (U.S. = us); scripts without
/// spaces give one word a character; soft hyphens, zero-width and bidirectional characters, Arabic vowel
/// marks and tatweel do not exist.
package struct TokenList: Sendable {
    /// In order of the text.
    package internal(set) var tokens: [Token] = []
    /// For each span that was asked for, the place of its first word; one more at the end.
    package internal(set) var bounds: [Int32] = [0]
    package internal(set) var joined: [JoinedWord] = []
    /// The text with at least 64 zero bytes behind it, which the loops may read.
    package let padded: [UInt8]

    init(padded: [UInt8]) { self.padded = padded }

    /// The folded letters of a word: a letter in the low 21 bits, a number for its marks above (0: none).
    package func letters(_ index: Int) -> [UInt32] { foldedLetters(padded, tokens[index]) }

    /// The letters of a word, without marks, as text.
    package func plain(_ index: Int) -> String {
        String(String.UnicodeScalarView(letters(index).compactMap { Unicode.Scalar($0 & 0x1F_FFFF) }))
    }

    /// The first folded letter of a word, without its marks.
    package func firstLetter(_ index: Int) -> UInt32 {
        let head = tokens[index].head
        if head & 0x80 == 0 { return head & 0x7F }
        return (letters(index).first ?? 0) & 0x1F_FFFF
    }
}

/// The folded letters of a word of `text`, each with a number for its marks in the bits from 21 on.
package func foldedLetters(_ text: [UInt8], _ token: Token) -> [UInt32] {
    let isOpaque = token.traits.contains(.opaque)
    var letters: [UInt32] = []
    let span = text.span
    var index = Int(token.start)
    while index < Int(token.end) {
        let (value, width) = scalar(in: span, at: index)
        index += width
        switch FoldTable.scalarClass(value) {
        case .letter, .digit, .single, .extender: appendFolded(value, &letters)
        case .accent: mark(value, &letters)
        default: if isOpaque { appendFolded(value, &letters) }
        }
    }
    return letters
}

private func appendFolded(_ value: UInt32, _ letters: inout [UInt32]) {
    FoldTable.fold(value) { part in
        if FoldTable.scalarClass(part) == .accent { mark(part, &letters) } else { letters.append(part) }
    }
}

private func mark(_ accent: UInt32, _ letters: inout [UInt32]) {
    if let last = letters.popLast() { letters.append(markedLetter(last, with: accent)) }
}

/// A folded letter with one more mark. A dot over i is no mark: i, ı, I and İ are one class.
package func markedLetter(_ letter: UInt32, with accent: UInt32) -> UInt32 {
    guard accent != 0x307 || letter & 0x1F_FFFF != 0x69 else { return letter }
    let number = accent >= 0x600 ? accent - 0x653 + 113 : accent - 0x2FF
    let marks = ((letter >> 21) &* 31 &+ number) & 2047
    return letter & 0x1F_FFFF | max(marks, 1) << 21
}
