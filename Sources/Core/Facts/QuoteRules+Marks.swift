import Model

/// What stands in quotation marks.
extension QuoteRules {
    private static let openers: WordSet = ["\u{201C}", "\u{AB}", "\u{201E}", "\u{300C}"]
    private static let closers: WordSet = ["\u{201D}", "\u{BB}", "\u{300D}"]

    static func isMark(_ sign: String) -> Bool {
        sign == "\"" || openers.contains(sign) || closers.contains(sign)
    }

    /// Finds what stands in marks.
    mutating func pairMarks() {
        var open: Int?
        var at = 0
        while at < text.tokens.count {
            let end = endOfParagraph(at)
            open = nil
            for index in at..<end where text.tokens[index].kind == .sign {
                let mark = text.tokens[index].lower
                if let opens = guillemet(index) ?? lonely(index) {
                    if opens {
                        open = open ?? index
                    } else if let start = open {
                        close(start, index); open = nil
                    }
                } else if mark == "\"" {
                    open = straight(index, open, end)
                } else if QuoteRules.openers.contains(mark) || mark == "\u{201C}" {
                    // German closes with what English opens with.
                    if let start = open, lower(start) == "\u{201E}" {
                        close(start, index); open = nil
                    } else if open == nil {
                        open = index
                    }
                } else if QuoteRules.closers.contains(mark), let start = open {
                    close(start, index)
                    open = nil
                }
            }
            // Unclosed: it goes on in the next paragraph, if that begins with such a mark; else it is a flaw.
            if let start = open, lower(end) == lower(start) { close(start, end - 1) }
            at = end
        }
    }

    /// What is open behind a straight mark, which tells by the spaces around it whether it opens or closes;
    /// one between two words or two spaces does what is due.
    private mutating func straight(_ at: Int, _ open: Int?, _ end: Int) -> Int? {
        if nested.contains(at) { return open }
        guard let start = open else { return closesAlone(at) ? nil : at }
        guard opensAlone(at) else {
            close(start, at)
            return nil
        }
        // `"… the shift from "one" to two …"`: what opens within a quotation and closes within it.
        if let first = straightMark(behind: at, end), closesAlone(first),
            let second = straightMark(behind: first, end), closesAlone(second), !text.hasLineEnd(at - 1, at)
        {
            nested = [first]
            return start
        }
        // The mark before was never closed: in each line of a long quotation there is another.
        if text.hasLineEnd(at - 1, at) { close(start, at - 1) }
        return at
    }

    private func straightMark(behind at: Int, _ end: Int) -> Int? {
        (at + 1..<max(at + 1, end)).first { lower($0) == "\"" }
    }

    private func opensAlone(_ at: Int) -> Bool {
        let isBefore = at + 1 < tokens.count && tokens[at + 1].isGlued && tokens[at + 1].kind != .sign
        return isBefore && !tokens[at].isGlued
    }

    private func closesAlone(_ at: Int) -> Bool {
        tokens[at].isGlued
            && !(at + 1 < tokens.count && tokens[at + 1].isGlued && tokens[at + 1].kind != .sign)
    }

    /// Whether the mark opens of `»…«`, as German is printed: one that sticks to the word behind it alone;
    /// nil for other marks. A French one stands between spaces.
    private func guillemet(_ at: Int) -> Bool? {
        let mark = lower(at)
        guard mark == "\u{BB}" || mark == "\u{AB}", entities.hasCapitalNouns || entities.language == "da"
        else {
            return nil
        }
        let isBefore = at + 1 < tokens.count && tokens[at + 1].isGlued && tokens[at + 1].kind != .sign
        let isBehind = tokens[at].isGlued
        if isBefore != isBehind { return isBefore }
        return (mark == "\u{BB}") == isBefore
    }

    /// Whether the mark opens of `”…”`, as Finnish and Swedish are printed; nil for other marks.
    private func lonely(_ at: Int) -> Bool? {
        guard lower(at) == "\u{201D}", ["fi", "sv"].contains(entities.language) else { return nil }
        return at + 1 < tokens.count && tokens[at + 1].isGlued && tokens[at + 1].kind != .sign
            && !tokens[at].isGlued
    }

    func endOfParagraph(_ at: Int) -> Int {
        let number = paragraph(at)
        var low = at
        while low < text.tokens.count, paragraph(low) == number {
            low = text.range(ofSentence: text.tokens[low].sentence).upperBound
        }
        return low
    }

    /// The marks are an organisation's, as many languages write its name: `«Врачи без границ»`.
    private func isName(_ first: Int, _ last: Int) -> Bool {
        guard isAbroad, let name = owner(first + 1) else { return false }
        return name.kind == .organisation && name.first <= first + 1 && name.last >= last - 1
    }

    private mutating func close(_ first: Int, _ last: Int) {
        guard last > first + 1, !isName(first, last) else { return }
        for at in first...last { quoted[at] = stretches.count }
        stretches.append((first, last))
    }
}
