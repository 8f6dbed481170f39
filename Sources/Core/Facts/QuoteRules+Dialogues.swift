import Model

/// What is said behind a dash, as many languages print it: `– Det är över, säger Svensson.`
extension QuoteRules {
    private static let dashes: WordSet = ["-", "–", "—", "\u{2015}"]

    /// Finds paragraphs that begin with a dash and say who speaks; the places of what they say among the
    /// stretches.
    mutating func dialogues() -> Set<Int> {
        var out: Set<Int> = []
        var at = 0
        while at < tokens.count {
            let end = endOfParagraph(at)
            if QuoteRules.dashes.contains(lower(at)), at + 4 < end, !isGluedToNext(at), quoted[at] < 0,
                let index = dialogue(at, end) ?? introduced(at, end)
            {
                out.insert(index)
            }
            at = end
        }
        return out
    }

    private func isGluedToNext(_ at: Int) -> Bool { at + 1 < tokens.count && tokens[at + 1].isGlued }

    private mutating func dialogue(_ dash: Int, _ end: Int) -> Int? {
        for at in dash + 3..<end where quoted[at] < 0 && (lower(at) == "," || isDash(at)) {
            let stop = text.range(ofSentence: tokens[at].sentence).upperBound
            guard let found = attributionAbroad(after: at..<stop), found.cue.lowerBound - at <= 4,
                found.speaker.map({ $0.lowerBound - at <= 6 }) ?? isDash(at)
            else { continue }
            var last = at - 1
            while last > dash + 1, lower(last) == "," { last -= 1 }
            let index = take(dash...last)
            for verb in found.cue { usedVerbs.insert(verb) }
            if let speaker = found.speaker { lastSpeaker = (speaker, paragraph(dash)) }
            append(.direct, (dash + 1)...last, found.cue, found.speaker, "quote.dialogue", .likely)
            // `- To koniec - dodała Kowalska. - Jedziemy.`
            let clause = max(found.cue.upperBound, found.speaker?.upperBound ?? 0)
            if let again = (clause + 1..<end).first(where: isDash), again + 2 < end, again - clause < 12 {
                for said in again..<end { quoted[said] = index }
                append(.direct, (again + 1)...(end - 1), nil, found.speaker, "quote.continued", .likely)
            }
            return index
        }
        return nil
    }

    /// A new stretch of what is said, but for what stands in marks within it; its place among the stretches.
    private mutating func take(_ said: ClosedRange<Int>) -> Int {
        let index = stretches.count
        for at in said where quoted[at] < 0 { quoted[at] = index }
        stretches.append((said.lowerBound, said.upperBound))
        return index
    }

    /// A dash behind a paragraph that ends in a colon: `, sa advokaten, og fortsatte:`.
    private mutating func introduced(_ dash: Int, _ end: Int) -> Int? {
        guard dash > 0, lower(dash - 1) == ":", paragraph(dash) - paragraph(dash - 1) == 1 else { return nil }
        let before = text.range(ofSentence: tokens[dash - 1].sentence)
        guard let verb = before.last(where: { isReportingVerb($0) || usedVerbs.contains($0) }),
            let speaker = speakerAbroad(from: verb + 1, in: verb..<before.upperBound)
                ?? speakerAbroad(before: verb, from: before.lowerBound)
        else { return nil }
        let last = lower(end - 1) == ":" ? end - 2 : end - 1
        let index = take(dash...last)
        lastSpeaker = (speaker, paragraph(dash))
        append(.direct, (dash + 1)...last, verb...verb, speaker, "quote.dialogue", .likely)
        return index
    }

    /// Between spaces, or behind one.
    private func isDash(_ at: Int) -> Bool {
        QuoteRules.dashes.contains(lower(at)) && !(tokens[at].isGlued && isGluedToNext(at))
    }
}
