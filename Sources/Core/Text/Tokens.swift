/// A word of a text. Its folded letters lie in the list's `letters`.
package struct Token: Sendable, Equatable {
    /// Byte offsets in the text.
    package var start: Int
    package var end: Int
    /// Hash of the folded letters without their marks: what an index is keyed by.
    package var hash: UInt64
    var lettersStart: Int32
    var lettersCount: Int32
    /// A handle, hashtag, host, address of mail or of a page: a class of its own that plain words never match.
    package var isOpaque: Bool
}

/// The words of some text, by the text rules of docs/matching.md: letters and digits with their marks; apostrophes part,
/// and a final `'s` is dropped; dotted acronyms are one word (U.S. = us); scripts without spaces give one word a
/// character; soft hyphens, zero-width and bidi characters, Arabic vowel marks and tatweel do not exist.
package struct TokenList: Sendable {
    package internal(set) var tokens: [Token] = []
    /// A folded letter in the low 21 bits, a hash of its marks above (0: none).
    var letters: [UInt32] = []

    package init() {}

    /// Whether the word at `index` is what `word` of `query` asks for: the same letters; a letter of the query without a
    /// mark stands for all its marked forms, one with a mark only for itself.
    package func word(_ index: Int, matches word: Int, of query: TokenList) -> Bool {
        let mine = tokens[index]
        let asked = query.tokens[word]
        guard mine.hash == asked.hash, mine.lettersCount == asked.lettersCount,
            mine.isOpaque == asked.isOpaque else { return false }
        for offset in 0..<Int(mine.lettersCount) {
            let letter = letters[Int(mine.lettersStart) + offset]
            let wanted = query.letters[Int(asked.lettersStart) + offset]
            if letter == wanted { continue }
            guard wanted >> 21 == 0, letter & 0x1F_FFFF == wanted else { return false }
        }
        return true
    }

    /// The letters of a word, without marks, as text.
    package func plain(_ index: Int) -> String {
        let token = tokens[index]
        let values = letters[Int(token.lettersStart)..<Int(token.lettersStart + token.lettersCount)]
        return String(String.UnicodeScalarView(values.compactMap { Unicode.Scalar($0 & 0x1F_FFFF) }))
    }

    /// The first folded letter of a word, without its marks.
    package func firstLetter(_ index: Int) -> UInt32 { letters[Int(tokens[index].lettersStart)] & 0x1F_FFFF }

    /// Whether the word is a number.
    package func holdsDigitsOnly(_ index: Int) -> Bool {
        let token = tokens[index]
        return letters[Int(token.lettersStart)..<Int(token.lettersStart + token.lettersCount)].allSatisfy {
            FoldTable.scalarClass($0 & 0x1F_FFFF) == .digit
        }
    }

    // Building.

    mutating func open(at start: Int, opaque: Bool = false) {
        tokens.append(Token(start: start, end: start, hash: 0, lettersStart: Int32(letters.count), lettersCount: 0,
            isOpaque: opaque))
    }

    /// Adds a scalar's folded letters to the open word; marks go on the letter before them.
    @inline(__always)
    mutating func append(_ scalar: UInt32, end: Int) {
        FoldTable.fold(scalar) { part in
            if FoldTable.scalarClass(part) == .accent {
                mark(part)
            } else {
                letters.append(part)
            }
        }
        tokens[tokens.count - 1].end = end
    }

    /// Puts a mark on the last letter of the open word. A dot over i is no mark: i, ı, I and İ are one class.
    @inline(__always)
    mutating func mark(_ accent: UInt32) {
        guard letters.count > Int(tokens[tokens.count - 1].lettersStart) else { return }
        let last = letters[letters.count - 1]
        if accent == 0x307, last & 0x1F_FFFF == 0x69 { return }
        let number = accent >= 0x600 ? accent - 0x653 + 113 : accent - 0x2FF
        let marks = ((last >> 21) &* 31 &+ number) & 2047
        letters[letters.count - 1] = last & 0x1F_FFFF | max(marks, 1) << 21
    }

    /// Ends the open word: counts its letters and hashes them (FNV-1a over letters, then a mixing step).
    mutating func close() {
        let last = tokens.count - 1
        let start = Int(tokens[last].lettersStart)
        guard letters.count > start else { tokens.removeLast(); return }
        var hash: UInt64 = tokens[last].isOpaque ? 0x9E37_79B9_7F4A_7C15 : 0xCBF2_9CE4_8422_2325
        for letter in letters[start...] { hash = (hash ^ UInt64(letter & 0x1F_FFFF)) &* 0x0000_0100_0000_01B3 }
        hash ^= hash >> 32
        tokens[last].hash = hash &* 0xD6E8_FEB8_6659_FD93
        tokens[last].lettersCount = Int32(letters.count - start)
    }
}
