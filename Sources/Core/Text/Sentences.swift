/// Cuts a paragraph into sentences by rules: end marks, closing quotes, abbreviations, initials, acronyms.
/// Offsets are bytes of `bytes`; the spans cover all text but white space between, in order.
package func sentences(_ bytes: [UInt8], _ bounds: TextSpanBounds) -> [TextSpanBounds] {
    var cutter = SentenceCutter(start: bounds.start, end: bounds.end)
    return cutter.run(bytes.span)
}

private let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "gen", "col", "lt", "maj", "capt", "cmdr", "adm",
    "sgt", "cpl",
    "pvt", "rev", "hon", "pres", "st", "ste", "jr", "sr", "no", "nos", "vs", "v", "etc", "inc", "ltd", "co",
    "corp", "bros",
    "dept", "est", "fig", "al", "ed", "eds", "vol", "pp", "p", "art", "sec", "jan", "feb", "mar", "apr",
    "jun", "jul",
    "aug", "sep", "sept", "oct", "nov", "dec", "mt", "ft", "av", "ave", "blvd", "rd", "approx", "ca", "cf",
    "dist", "min",
    "mme", "mlle", "nr", "bzw", "ca", "sra", "srta", "ing", "им", "г", "гг", "ул", "д", "стр", "тыс", "млн",
    "млрд", "руб",
]

/// Words that begin a sentence often and follow an acronym within one hardly ever.
private let openers: Set<String> = [
    "the", "a", "an", "in", "on", "at", "he", "she", "it", "they", "we", "but", "and", "this", "that",
    "these", "those",
    "however", "meanwhile", "after", "before", "when", "while", "as", "for", "since", "under", "his", "her",
    "its", "their",
]

private struct SentenceCutter {
    var start: Int
    let end: Int
    var found: [TextSpanBounds] = []

    init(start: Int, end: Int) { (self.start, self.end) = (start, end) }

    mutating func run(_ bytes: borrowing Span<UInt8>) -> [TextSpanBounds] {
        start = skipSpace(bytes, start)
        var index = start
        while index < end {
            let (value, width) = scalar(in: bytes, at: index)
            index += width
            guard isEndMark(value) else { continue }
            let mark = index - width
            var isRun = false
            while index < end, case let (next, w) = scalar(in: bytes, at: index),
                isEndMark(next) || isCloser(next)
            {
                isRun = isRun || isEndMark(next)
                index += w
            }
            let next = skipSpace(bytes, index)
            let wide = value >= 0x3000
            guard wide || next > index || next >= end else { continue }
            if value == 0x2E, !isRun, next < end, !breaks(bytes, mark, next) { continue }
            if next < end, !wide, continues(bytes, next) { continue }
            found.append(TextSpanBounds(start: start, end: index))
            start = next
            index = next
        }
        if start < end {
            var stop = end
            while stop > start, bytes[stop - 1] <= 0x20 { stop -= 1 }
            if stop > start { found.append(TextSpanBounds(start: start, end: stop)) }
        }
        return found
    }

    /// Whether a single full stop at `mark` ends a sentence whose next text begins at `next`.
    private func breaks(_ bytes: borrowing Span<UInt8>, _ mark: Int, _ next: Int) -> Bool {
        var first = mark
        while first > start, isLetterByte(bytes[first - 1]) || bytes[first - 1] == UInt8(ascii: ".") {
            first -= 1
        }
        let word = lowered(bytes, first, mark)
        if word.utf8.contains(UInt8(ascii: ".")) {
            var stop = next
            while stop < end, isLetterByte(bytes[stop]) { stop += 1 }
            return openers.contains(lowered(bytes, next, stop))
        }
        if word.unicodeScalars.count == 1, let letter = word.unicodeScalars.first {
            return
                !(letter.properties.isAlphabetic && FoldTable.isUppercase(scalar(in: bytes, at: first).value))
        }
        return !abbreviations.contains(word)
    }

    private func lowered(_ bytes: borrowing Span<UInt8>, _ from: Int, _ to: Int) -> String {
        var out: [UInt8] = []
        for index in from..<to { out.append(bytes[index]) }
        return String(decoding: out, as: UTF8.self).lowercased()
    }

    /// A lower-case letter goes on with the sentence.
    private func continues(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
        let (value, _) = scalar(in: bytes, at: at)
        guard FoldTable.scalarClass(value) == .letter, let letter = Unicode.Scalar(value) else {
            return false
        }
        return letter.properties.isLowercase
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
}

private func isLetterByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A)
}

private func isEndMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x21, 0x2E, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0xFF0E, 0x61F, 0x6D4, 0x964, 0x965, 0x589, 0x1362:
        true
    default: false
    }
}

private func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0xBB, 0x2019, 0x201D, 0x203A, 0x300D, 0x300F, 0xFF09, 0xFF02: true
    default: false
    }
}
