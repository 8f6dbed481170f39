/// Cuts a paragraph into sentences by rules: end marks of every script, closing quotes, abbreviations,
/// initials, acronyms, spaced ellipses, numbered items. Offsets are bytes of `bytes`; the spans cover all
/// text but white space between, in order.
package func sentences(_ bytes: [UInt8], _ bounds: TextSpanBounds) -> [TextSpanBounds] {
    var cutter = SentenceCutter(start: bounds.start, end: bounds.end)
    cutter.items = ListItems.starts(bytes, bounds)
    return cutter.run(bytes.span)
}

private struct SentenceCutter {
    var start: Int
    let end: Int
    var found: [TextSpanBounds] = []
    /// Where the items of a list in this paragraph begin, and behind their numbers.
    var items: [(start: Int, behind: Int)] = []
    private var nextItem = 0

    init(start: Int, end: Int) { (self.start, self.end) = (start, end) }

    mutating func run(_ bytes: borrowing Span<UInt8>) -> [TextSpanBounds] {
        start = skipSpace(bytes, start)
        var index = start
        while index < end {
            if nextItem < items.count, index >= items[nextItem].start {
                let item = items[nextItem]
                nextItem += 1
                if item.start > start { cut(bytes, at: item.start) }
                start = item.start
                index = item.behind
                continue
            }
            if bytes[index] < 0x80, !isASCIIMark[Int(bytes[index])] {
                index += 1
                continue
            }
            let (value, width) = scalar(in: bytes, at: index)
            index += width
            if value == 0x3A, let credit = creditStart(bytes, index - width) {
                cut(bytes, at: credit)
                start = credit
                continue
            }
            guard isEndMark(bytes, value, index - width) else { continue }
            index = behindMark(bytes, value, mark: index - width, index: index)
        }
        if start < end, found.isEmpty { cutAtArabicCommas(bytes) }
        if start < end { cut(bytes, at: end) }
        return found
    }

    /// Arabic that runs on without any end mark has commas for them, when there are three or more; not before
    /// one word alone, which belongs to a list.
    private mutating func cutAtArabicCommas(_ bytes: borrowing Span<UInt8>) {
        var ends: [Int] = []
        for index in start..<end &- 1 where bytes[index] == 0xD8 && bytes[index &+ 1] == 0x8C {
            if index &+ 2 < end, bytes[index &+ 2] <= 0x20 { ends.append(index &+ 2) }
        }
        guard ends.count >= 3 else { return }
        for (number, place) in ends.enumerated() {
            let first = skipSpace(bytes, place)
            let last = (number + 1 < ends.count ? ends[number + 1] : end) - 1
            guard first < last, (first..<last).contains(where: { bytes[$0] <= 0x20 }) else { continue }
            cut(bytes, at: place)
            start = first
        }
    }

    /// Ends the sentence that is open, without white space at its end.
    private mutating func cut(_ bytes: borrowing Span<UInt8>, at place: Int) {
        var stop = place
        while stop > start, bytes[stop - 1] <= 0x20 { stop -= 1 }
        if stop > start { found.append(TextSpanBounds(start: start, end: stop)) }
    }

    /// Looks at an end mark; ends the sentence when it ends one. Answers where to go on.
    private mutating func behindMark(_ bytes: borrowing Span<UInt8>, _ value: UInt32, mark: Int, index: Int)
        -> Int
    {
        if value == 0x2E, let behind = spacedEllipsis(bytes, mark) { return behind }
        var index = index
        var isRun = false
        var isBracketed = false
        while index < end {
            let (next, width) = scalar(in: bytes, at: index)
            let isMark = isEndMark(bytes, next, index)
            guard isMark || isCloser(next) || isLateCloser(bytes, next, index + width) else { break }
            isRun = isRun || isMark
            isBracketed = isBracketed || next == 0x5D
            index += width
        }
        let next = skipSpace(bytes, index)
        // `to 2012 [...] However, it`: what is left out may end a sentence.
        if isRun, isBracketed, value == 0x2E {
            guard next > index, next < end, bytes[next] >= 0x41, bytes[next] <= 0x5A,
                SentenceWords.openers.contains(nextWord(bytes, next))
            else { return index }
        }
        let isWide = value >= 0x1000
        if next == index, next < end, !isWide {
            // No space: a full stop between a word and a capital letter all the same.
            guard value == 0x2E, !isRun, isForgottenSpace(bytes, mark, next) else { return index }
        } else if value == 0x2E, !isRun, next < end, !breaks(bytes, mark, next) {
            return index
        } else if next < end, !isWide, continues(bytes, next) {
            return index
        }
        found.append(TextSpanBounds(start: start, end: index))
        start = next
        return next
    }

    /// Where `Image: Agency` begins behind a caption without a full stop; nil when no such word stands before
    /// a colon.
    private func creditStart(_ bytes: borrowing Span<UInt8>, _ colon: Int) -> Int? {
        var first = colon
        while first > start, isWordPart(bytes[first - 1]) { first -= 1 }
        guard first > start + 1, colon > first, bytes[first] >= 0x41, bytes[first] <= 0x5A,
            bytes[first - 1] == 0x20, isWordPart(bytes[first - 2]) || bytes[first - 2] == 0x29,
            colon + 2 < end, bytes[colon + 1] == 0x20, bytes[colon + 2] >= 0x41, bytes[colon + 2] <= 0x5A,
            SentenceWords.credits.contains(lowered(bytes, first, colon))
        else { return nil }
        return first
    }

    /// `. . .` from a full stop on. Three in the middle of a sentence go on with it; one that a word ends
    /// with ends the sentence before an ellipsis that a capital follows; four end it.
    private mutating func spacedEllipsis(_ bytes: borrowing Span<UInt8>, _ mark: Int) -> Int? {
        var dots = 1
        var index = mark + 1
        while index + 1 < end, bytes[index] == 0x20, bytes[index + 1] == 0x2E {
            dots += 1
            index += 2
        }
        guard dots >= 3 else { return nil }
        let isGlued = mark > start && bytes[mark - 1] > 0x20
        var behind = index
        while behind < end, case let (value, width) = scalar(in: bytes, at: behind),
            isCloser(value) || value == 0x201C
        { behind += width }
        let next = skipSpace(bytes, behind)
        guard next < end else { return end }
        guard next > behind, !continues(bytes, next) else { return behind }
        if isGlued, dots >= 4 {
            found.append(TextSpanBounds(start: start, end: mark + 1))
            start = mark + 2
            return behind
        }
        guard dots >= 4 else { return behind }
        found.append(TextSpanBounds(start: start, end: behind))
        start = next
        return next
    }

    /// Whether a single full stop at `mark` ends a sentence whose next text begins at `next`.
    private func breaks(_ bytes: borrowing Span<UInt8>, _ mark: Int, _ next: Int) -> Bool {
        var first = mark
        while first > start, isWordPart(bytes[first - 1]) || bytes[first - 1] == 0x2E { first -= 1 }
        let word = lowered(bytes, first, mark)
        let following = nextWord(bytes, next)
        let isDigit = bytes[next] >= 0x30 && bytes[next] <= 0x39
        if isDigit, SentenceWords.beforeNumbers.contains(word) { return false }
        if word.utf8.contains(0x2E), isAcronym(word) {
            return breaksBehindAcronym(bytes, word, first, following)
        }
        if let last = word.utf8.last, last >= 0x30, last <= 0x39 {
            return !SentenceWords.behindDays.contains(following)
        }
        if SentenceWords.titles.contains(word) { return false }
        if word.unicodeScalars.count == 1 {
            let letter = scalar(in: bytes, at: first).value
            guard FoldTable.isUppercase(letter) else {
                return FoldTable.scalarClass(letter) != .letter || !isDigit && !isSpacedPart(bytes, next)
            }
            // `you and I. Did`: no initial stands behind a small word.
            return letter == 0x49 && SentenceWords.openers.contains(following)
                && isSmallWordBefore(bytes, first)
        }
        if SentenceWords.either.contains(word) { return SentenceWords.openers.contains(following) }
        return true
    }

    private func breaksBehindAcronym(
        _ bytes: borrowing Span<UInt8>, _ word: String, _ first: Int, _ following: String
    ) -> Bool {
        if word == "e.g" || word == "i.e" || word == "z.b" || word == "d.h" || word == "т.е" || word == "т.к"
        {
            return false
        }
        if SentenceWords.openers.contains(following) { return true }
        // `at 6 p.m. Mr. Smith went`, but not `At 5 a.m. Mr. Smith went`.
        let isHour = word == "a.m" || word == "p.m"
        return isHour && SentenceWords.openingTitles.contains(following) && first - start > 14
    }

    /// Parts of one letter, or of two at the end: `u.s`, `ph.d`.
    private func isAcronym(_ word: String) -> Bool {
        let parts = word.split(separator: ".")
        return parts.allSatisfy { $0.unicodeScalars.count <= 2 }
            && parts.contains { $0.unicodeScalars.count == 1 }
    }

    /// `z. B.`: a single letter and its dot follow.
    private func isSpacedPart(_ bytes: borrowing Span<UInt8>, _ next: Int) -> Bool {
        next + 1 < end && bytes[next] >= 0x41 && bytes[next] <= 0x5A && bytes[next + 1] == 0x2E
    }

    private func isSmallWordBefore(_ bytes: borrowing Span<UInt8>, _ first: Int) -> Bool {
        var at = first
        while at > start, bytes[at - 1] <= 0x20 { at -= 1 }
        guard at < first, at > start, bytes[at - 1] >= 0x61, bytes[at - 1] <= 0x7A else { return false }
        while at > start, isWordPart(bytes[at - 1]) { at -= 1 }
        return bytes[at] >= 0x61 && bytes[at] <= 0x7A
    }

    /// `Tuesday.Mr. Smith`, `1,000.That`: a word of three small letters or a number before, a capitalised
    /// word and a space behind.
    private func isForgottenSpace(_ bytes: borrowing Span<UInt8>, _ mark: Int, _ next: Int) -> Bool {
        guard bytes[next] >= 0x41, bytes[next] <= 0x5A, next + 1 < end, bytes[next + 1] >= 0x61,
            bytes[next + 1] <= 0x7A
        else { return false }
        var first = mark
        while first > start, bytes[first - 1] > 0x20, mark - first < 40 { first -= 1 }
        var letters = 0
        var isNumber = true
        for at in first..<mark {
            if bytes[at] >= 0x61, bytes[at] <= 0x7A { letters += 1 }
            if bytes[at] == 0x40 || bytes[at] == 0x2F || bytes[at] == 0x2E || bytes[at] == 0x5F {
                return false
            }
            isNumber = isNumber && (bytes[at] >= 0x30 && bytes[at] <= 0x39 || bytes[at] == 0x2C)
        }
        guard letters >= 3 || isNumber else { return false }
        var stop = next
        while stop < end, isWordPart(bytes[stop]) { stop += 1 }
        return stop < end
            && (bytes[stop] == 0x20 || bytes[stop] == 0x2E && stop + 1 < end && bytes[stop + 1] == 0x20)
    }

    private func nextWord(_ bytes: borrowing Span<UInt8>, _ next: Int) -> String {
        var from = next
        while from < end, case let (value, width) = scalar(in: bytes, at: from), isOpener(value) {
            from += width
        }
        var stop = from
        while stop < end, isWordPart(bytes[stop]) { stop += 1 }
        return lowered(bytes, from, stop)
    }

    private func lowered(_ bytes: borrowing Span<UInt8>, _ from: Int, _ to: Int) -> String {
        var out: [UInt8] = []
        for index in from..<to { out.append(bytes[index]) }
        return String(decoding: out, as: UTF8.self).lowercased()
    }

    /// A lower-case letter goes on with the sentence; Georgian has no others, whatever Unicode calls them.
    private func continues(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
        let (value, _) = scalar(in: bytes, at: at)
        guard FoldTable.scalarClass(value) == .letter, let letter = Unicode.Scalar(value) else {
            return false
        }
        return letter.properties.isLowercase && !(0x370...0x3FF).contains(value)
            && !(0x10D0...0x10FF).contains(value)
    }

    private func skipSpace(_ bytes: borrowing Span<UInt8>, _ from: Int) -> Int {
        var index = from
        while index < end {
            let (value, width) = scalar(in: bytes, at: index)
            guard FoldTable.isWhiteSpace(value) else { break }
            index += width
        }
        return index
    }

    /// A mark that ends sentences: everywhere, or behind letters of the script that uses it so.
    private func isEndMark(_ bytes: borrowing Span<UInt8>, _ value: UInt32, _ at: Int) -> Bool {
        switch value {
        case 0x21, 0x2E, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4, 0x964, 0x965, 0x589, 0x1362,
            0x1367, 0x104B:
            return true
        case 0xFF0E: return !isDigit(bytes, at + 3)
        case 0x3B:
            return (0x370...0x3FF).contains(scalarBefore(bytes, at))
                || (0x1F00...0x1FFF).contains(scalarBefore(bytes, at))
        case 0x3A:
            let before = scalarBefore(bytes, at)
            if (0x530...0x58F).contains(before) { return true }
            guard (0x620...0x64A).contains(before) else { return false }
            let next = skipSpace(bytes, at + 1)
            return next > at + 1 && next < end && (0x620...0x64A).contains(scalar(in: bytes, at: next).value)
        default: return false
        }
    }

    private func isDigit(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
        at < end && FoldTable.scalarClass(scalar(in: bytes, at: at).value) == .digit
    }

    private func scalarBefore(_ bytes: borrowing Span<UInt8>, _ at: Int) -> UInt32 {
        var from = at
        repeat { from -= 1 } while from > start && bytes[from] & 0xC0 == 0x80
        return from >= start ? scalar(in: bytes, at: from).value : 0
    }

    /// German closes with the mark that English opens with: a closer where white space follows.
    private func isLateCloser(_ bytes: borrowing Span<UInt8>, _ value: UInt32, _ behind: Int) -> Bool {
        guard value == 0x201C || value == 0xAB || value == 0x2018 else { return false }
        return behind >= end || bytes[behind] <= 0x20
    }
}

/// Numbered or lettered items that stand in one paragraph, two or more in a row: `1. One 2. Two`, `a. x b.
/// y`.
private enum ListItems {
    static func starts(_ bytes: [UInt8], _ bounds: TextSpanBounds) -> [(start: Int, behind: Int)] {
        var at = bounds.start
        while at < bounds.end, bytes[at] <= 0x20 { at += 1 }
        guard let first = marker(bytes, at, bounds.end) else { return [] }
        var out = [(start: at, behind: first.behind)]
        var expected = first.number + 1
        at = first.behind
        while at < bounds.end {
            // An item begins behind white space.
            if bytes[at - 1] <= 0x20, let next = marker(bytes, at, bounds.end), next.number == expected,
                next.style == first.style
            {
                out.append((at, next.behind))
                expected += 1
                at = next.behind
            } else {
                at += 1
            }
        }
        return out.count > 1 ? out : []
    }

    private static func marker(_ bytes: [UInt8], _ at: Int, _ end: Int) -> (
        number: Int, style: Int, behind: Int
    )? {
        var at = at
        var style = 0
        // A bullet may stand before the number.
        if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80 || bytes[at + 1] == 0x81 {
            at += 3
            style = 100
            while at < end, bytes[at] == 0x20 { at += 1 }
        }
        var number = 0
        if at < end, bytes[at] >= 0x61, bytes[at] <= 0x7A {
            number = Int(bytes[at]) - 0x60
            style += 10
            at += 1
        } else {
            let first = at
            while at < end, bytes[at] >= 0x30, bytes[at] <= 0x39, at - first < 3 {
                number = number * 10 + Int(bytes[at]) - 0x30
                at += 1
            }
            guard at > first else { return nil }
        }
        let mark = at
        while at < end, bytes[at] == 0x2E || bytes[at] == 0x29, at - mark < 2 { at += 1 }
        guard at > mark, at < end, bytes[at] == 0x20 else { return nil }
        return (number, style + (at - mark) * 2 + (bytes[mark] == 0x2E ? 1 : 0), at)
    }
}

/// ASCII bytes that the loop stops at.
private let isASCIIMark: [Bool] = (0..<128).map { [0x21, 0x2E, 0x3F, 0x3A, 0x3B].contains($0) }

/// A letter, a digit, a sign of more than one byte, or what stands within words.
private func isWordPart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || isASCIILetterOrDigit(byte)
}

private func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x203A, 0x300D, 0x300F, 0xFF09, 0xFF02: true
    default: false
    }
}

private func isOpener(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x5B, 0xAB, 0x2018, 0x201C, 0x201E, 0x2039, 0x300C: true
    default: false
    }
}
