import Model
import Text

/// Where a phrase stands: the places of its first and last word.
struct Hit: Sendable, Hashable {
    var first: Int32
    var last: Int32
}

/// Looks whether phrases stand at given places of a reading. Everything that a hash says is checked against
/// the letters here.
struct Verification {
    let store: PhraseMemory
    let reading: Reading

    /// Where the phrase stands whose word `anchor` is the `place`-th of the text; nil when it does not.
    func stands(_ phrase: Phrase, anchoredAt place: Int) -> Hit? {
        let first = place - Int(phrase.anchor)
        if first >= 0, let hit = standsPlainly(phrase, first) { return hit }
        let number = Int(phrase.slot) + Int(phrase.anchor)
        guard !reading.words.joined.isEmpty, phrase.count > 1, matches(number, phrase, word: place) else {
            return nil
        }
        return spread(phrase, over: (place, place), slot: Int(phrase.anchor))
    }

    /// As above, with a hyphenated word read as one in the place of the anchor.
    func stands(_ phrase: Phrase, anchoredAt joined: JoinedWord) -> Hit? {
        let number = Int(phrase.slot) + Int(phrase.anchor)
        guard matches(number, phrase, joined) else { return nil }
        return spread(phrase, over: (Int(joined.first), Int(joined.last)), slot: Int(phrase.anchor))
    }

    /// Every word of the phrase on one word of the text, side by side.
    private func standsPlainly(_ phrase: Phrase, _ first: Int) -> Hit? {
        let count = Int(phrase.count)
        guard first + count <= reading.words.tokens.count else { return nil }
        for offset in 0..<count where !matches(Int(phrase.slot) + offset, phrase, word: first + offset) {
            return nil
        }
        return accepted(phrase, first, first + count - 1)
    }

    /// Goes on from the anchor to both sides; each next word may be one of the text or a hyphenated one read
    /// as one.
    private func spread(_ phrase: Phrase, over place: (Int, Int), slot: Int) -> Hit? {
        for last in ends(phrase, from: place.1, slot: slot + 1) {
            for first in starts(phrase, from: place.0, slot: slot - 1) {
                if let hit = accepted(phrase, first, last) { return hit }
            }
        }
        return nil
    }

    private func ends(_ phrase: Phrase, from last: Int, slot: Int) -> [Int] {
        guard slot < Int(phrase.count) else { return [last] }
        var out: [Int] = []
        let number = Int(phrase.slot) + slot
        if last + 1 < reading.words.tokens.count, matches(number, phrase, word: last + 1) {
            out += ends(phrase, from: last + 1, slot: slot + 1)
        }
        for joined in reading.words.joined
        where Int(joined.first) == last + 1 && matches(number, phrase, joined) {
            out += ends(phrase, from: Int(joined.last), slot: slot + 1)
        }
        return out
    }

    private func starts(_ phrase: Phrase, from first: Int, slot: Int) -> [Int] {
        guard slot >= 0 else { return [first] }
        var out: [Int] = []
        let number = Int(phrase.slot) + slot
        if first > 0, matches(number, phrase, word: first - 1) {
            out += starts(phrase, from: first - 1, slot: slot - 1)
        }
        for joined in reading.words.joined
        where Int(joined.last) == first - 1 && matches(number, phrase, joined) {
            out += starts(phrase, from: Int(joined.first), slot: slot - 1)
        }
        return out
    }

    // One word.

    /// Whether a word slot of a phrase is what stands at a place of the text.
    func matches(_ slotNumber: Int, _ phrase: Phrase, word place: Int) -> Bool {
        let slot = store.slot(slotNumber)
        let token = reading.words.tokens[place]
        if slot.kind == .word {
            guard token.hash == slot.hash else { return false }
            guard slot.traits & WordSlot.unmarked == 0 || !token.traits.contains(.marked) else {
                return false
            }
            guard sameLetters(slot, token) else { return false }
            return phrase.detail < 0
                || sameForm(store.details[Int(phrase.detail)], slotNumber - Int(phrase.slot), token)
        }
        return matchesLoosely(slot, slotNumber - Int(phrase.slot), phrase, token, place)
    }

    private func matches(_ slotNumber: Int, _ phrase: Phrase, _ joined: JoinedWord) -> Bool {
        let slot = store.slot(slotNumber)
        guard slot.kind == .word, slot.hash == joined.hash, slot.traits & WordSlot.unmarked == 0 else {
            return false
        }
        var bytes: [UInt8] = []
        var letters: [UInt32] = []
        for place in Int(joined.first)...Int(joined.last) { letters += reading.words.letters(place) }
        for letter in letters { appendUTF8(letter & 0x1F_FFFF, to: &bytes) }
        guard store.isText(bytes, of: slot) else { return false }
        guard phrase.detail >= 0 else { return true }
        let detail = store.details[Int(phrase.detail)]
        guard detail.letterCase == .any, detail.letters == .lenient, !detail.forms.isEmpty else {
            return detail.letterCase == .any
        }
        return lenient(detail.forms[slotNumber - Int(phrase.slot)], letters)
    }

    private func sameLetters(_ slot: WordSlot, _ token: Token) -> Bool {
        if !token.traits.contains(.intricate) {
            return Int(token.end) - Int(token.start) == Int(slot.textCount)
                && store.begins(reading.words.padded, at: Int(token.start), with: slot)
        }
        return store.isText(foldedBytes(token), of: slot)
    }

    private func foldedBytes(_ token: Token) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Int(token.end - token.start) + 8)
        for letter in foldedLetters(reading.words.padded, token) {
            appendUTF8(letter & 0x1F_FFFF, to: &bytes)
        }
        return bytes
    }

    /// Marks and case, as far as the phrase asks for them.
    private func sameForm(_ detail: PhraseDetail, _ index: Int, _ token: Token) -> Bool {
        let text = reading.words.padded
        if detail.letterCase == .capitals {
            let forms = LetterForm.forms(text, token)
            guard forms.allSatisfy({ $0.isCapital || FoldTable.scalarClass($0.letter & 0x1F_FFFF) == .digit })
            else { return false }
        }
        guard !detail.forms.isEmpty, detail.letters != .folded else { return true }
        let wanted = detail.forms[index]
        switch detail.letters {
        case .lenient: return lenient(wanted, foldedLetters(text, token))
        case .exact:
            let forms = LetterForm.forms(text, token)
            return forms.count == wanted.count
                && zip(forms, wanted).allSatisfy { form, wish in
                    form.letter == wish.letter && form.variant == wish.variant
                        && (detail.letterCase != .asWritten || form.isCapital == wish.isCapital)
                }
        case .folded: return true
        }
    }

    /// A letter without a mark stands for all its marked forms, one with a mark for itself.
    private func lenient(_ wanted: [LetterForm], _ letters: [UInt32]) -> Bool {
        letters.count == wanted.count
            && zip(letters, wanted).allSatisfy { letter, wish in
                letter == wish.letter || wish.letter >> 21 == 0 && letter & 0x1F_FFFF == wish.letter
            }
    }

    /// Whether a letter of the text is what one of a pattern asks for.
    private func fits(_ letter: UInt32, _ wanted: UInt32, _ rule: Term.Letters) -> Bool {
        letter == wanted || rule != .exact && wanted >> 21 == 0 && letter & 0x1F_FFFF == wanted
            || rule == .folded && letter & 0x1F_FFFF == wanted & 0x1F_FFFF
    }

    private func matchesLoosely(
        _ slot: WordSlot, _ index: Int, _ phrase: Phrase, _ token: Token, _ place: Int
    ) -> Bool {
        if slot.kind == .any { return true }
        guard phrase.detail >= 0, !token.traits.contains(.opaque) else { return false }
        let detail = store.details[Int(phrase.detail)]
        switch slot.kind {
        case .prefix:
            guard token.head & slot.head.mask == slot.head.bytes else { return false }
            if slot.traits & WordSlot.plain != 0, !token.traits.contains(.intricate) {
                return Int(token.end - token.start) >= Int(slot.textCount)
                    && store.begins(reading.words.padded, at: Int(token.start), with: slot)
            }
            let (letters, wanted) = (reading.words.letters(place), detail.patterns[index])
            return letters.count >= wanted.count
                && zip(letters, wanted).allSatisfy { fits($0, $1, detail.letters) }
        case .pattern:
            return wildcardMatches(detail.patterns[index][...], reading.words.letters(place)[...]) {
                fits($0, $1, detail.letters)
            }
        case .similar:
            return isSimilar(
                store.scalars(of: slot), reading.words.letters(place).map { $0 & 0x1F_FFFF }, detail.edits)
        case .inflected:
            if store.isText(foldedBytes(token), of: slot) { return true }
            let word = String(
                decoding: reading.words.padded[Int(token.start)..<Int(token.end)], as: UTF8.self
            ).lowercased()
            return detail.stems[index].contains { store.stemmers.stem(word, $0.language) == $0.bytes }
        default: return false
        }
    }

    // The whole phrase.

    /// What holds for a phrase as a whole: it does not run over the end of a sentence, and its signs are
    /// there.
    private func accepted(_ phrase: Phrase, _ first: Int, _ last: Int) -> Hit? {
        if last > first, !phrase.traits.contains(.crosses), crosses(first, last) { return nil }
        if phrase.detail >= 0, !store.details[Int(phrase.detail)].signs.isEmpty,
            !signsStand(phrase, first, last)
        {
            return nil
        }
        return Hit(first: Int32(first), last: Int32(last))
    }

    /// Whether a sentence or paragraph ends between two words. Most gaps are a space and settle it at once.
    func crosses(_ first: Int, _ last: Int) -> Bool {
        for place in first..<last {
            let (from, to) = (
                Int(reading.words.tokens[place].end), Int(reading.words.tokens[place + 1].start)
            )
            guard to - from > 1, mayEnd(from, to) else { continue }
            if reading.paragraph(of: place) != reading.paragraph(of: place + 1) { return true }
            if reading.sentence(of: place) != reading.sentence(of: place + 1) { return true }
        }
        return false
    }

    private func mayEnd(_ from: Int, _ to: Int) -> Bool {
        let text = reading.words.padded
        for index in from..<to {
            switch text[index] {
            case 0x21, 0x2E, 0x3F, 0x0A, 0xE2, 0xE3, 0xEF, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1: return true
            default: continue
            }
        }
        return false
    }

    private func signsStand(_ phrase: Phrase, _ first: Int, _ last: Int) -> Bool {
        let signs = store.details[Int(phrase.detail)].signs
        let text = reading.words.padded
        guard last - first + 1 == Int(phrase.count) else { return false }
        for (index, wanted) in signs.enumerated() {
            guard let wanted else { continue }
            let place = first + index
            if index == 0 {
                let end = Int(reading.words.tokens[first].start)
                guard end >= wanted.count, text[(end - wanted.count)..<end].elementsEqual(wanted) else {
                    return false
                }
            } else if index == signs.count - 1 {
                let start = Int(reading.words.tokens[last].end)
                guard text[start..<min(start + wanted.count, text.count)].elementsEqual(wanted) else {
                    return false
                }
                if let next = text[safe: start + wanted.count], !wanted.isEmpty, next == 0x2B || next == 0x23
                {
                    return false
                }
            } else {
                let gap = text[
                    Int(reading.words.tokens[place - 1].end)..<Int(reading.words.tokens[place].start)]
                guard gap.filter({ $0 > 0x20 }).starts(with: wanted) else { return false }
            }
        }
        return true
    }
}

extension Array {
    /// The element there; nil beyond the end.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// Whether letters fit a folded pattern with stars and question marks. Linear steps back only to the last
/// star.
func wildcardMatches(
    _ pattern: ArraySlice<UInt32>, _ letters: ArraySlice<UInt32>,
    fits: (_ letter: UInt32, _ wanted: UInt32) -> Bool
) -> Bool {
    var (p, l) = (pattern.startIndex, letters.startIndex)
    var star: (pattern: Int, letter: Int)?
    while l < letters.endIndex {
        if p < pattern.endIndex,
            pattern[p] == wildMark || pattern[p] != wildStar && fits(letters[l], pattern[p])
        {
            (p, l) = (p + 1, l + 1)
        } else if p < pattern.endIndex, pattern[p] == wildStar {
            star = (p, l)
            p += 1
        } else if let last = star {
            star = (last.pattern, last.letter + 1)
            (p, l) = (last.pattern + 1, last.letter + 1)
        } else {
            return false
        }
    }
    return pattern[p...].allSatisfy { $0 == wildStar }
}

/// Whether two words differ by at most so many letters missing, added, changed or swapped with their
/// neighbour (optimal string alignment).
func isSimilar(_ a: [UInt32], _ b: [UInt32], _ most: Int) -> Bool {
    guard abs(a.count - b.count) <= most else { return false }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
        var row = [i + 1] + [Int](repeating: 0, count: b.count)
        for j in b.indices {
            let cost = a[i] == b[j] ? 0 : 1
            row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                row[j + 1] = min(row[j + 1], before[j - 1] + 1)
            }
        }
        if (row.min() ?? 0) > most { return false }
        (before, last) = (last, row)
    }
    return last[b.count] <= most
}
