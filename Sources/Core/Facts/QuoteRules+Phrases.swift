import Model

/// Noun phrases: who speaks.
extension QuoteRules {
    /// The first token of a date that ends here, with its preposition.
    func timeStart(_ at: Int) -> Int? {
        // `the 37-year-old` is somebody.
        guard lower(at) != "old", let date = datesByEnd[tokens[at].end].map({ dates[$0] }) else {
            return nil
        }
        var first = at
        while first > 0, tokens[first].start > date.span.start { first -= 1 }
        if ["on", "in", "at", "late", "early", "last"].contains(lower(first - 1)) { first -= 1 }
        return first
    }

    /// The noun phrase whose last token this is.
    func nounPhrase(endingAt end: Int, from lowest: Int) -> ClosedRange<Int>? {
        let word = lower(end)
        if tokens[end].kind == .sign || isAmong(.joints, end) { return nil }
        if isAmong(.stops, end) && word != "who" || QuoteRules.objects.contains(word) {
            return nil
        }
        // `the largest confirmed reserves`.
        if QuoteRules.superlatives.contains(word) { return nil }
        if ["he", "she", "they", "i", "we", "it", "you", "who", "one", "others", "some", "many"].contains(
            word)
        {
            // `Trump, who said`, `the man who told`.
            if word == "who", end - 1 >= lowest {
                let before = lower(end - 1) == "," ? end - 2 : end - 1
                return before >= lowest ? nounPhrase(endingAt: before, from: lowest) ?? end...end : end...end
            }
            return end...end
        }
        guard var first = phraseStart(end, lowest) else { return nil }
        // `a spokesman for the ministry`.
        var joints = 0
        while joints < 3, first - 2 >= lowest, isAmong(.joints, first - 1),
            tokens[first - 2].kind == .word, !isAmong(.stops, first - 2),
            quoted[first - 2] < 0, reportFrame(first - 2) == nil,
            let wider = phraseStart(first - 2, lowest)
        {
            first = wider
            joints += 1
        }
        return first...end
    }

    private static let superlatives: WordSet = [
        "largest", "biggest", "smallest", "highest", "lowest", "latest", "longest", "oldest", "youngest",
        "best", "worst", "greatest", "strongest", "newest", "earliest", "deadliest", "only",
    ]
    /// Pronouns that nothing is said by: `most of us know`.
    private static let objects: WordSet = ["us", "them", "him", "me", "her"]

    /// Where the simple noun phrase begins that ends here; nil for what is none.
    func phraseStart(_ end: Int, _ lowest: Int) -> Int? {
        if let owner = owner(end) {
            var first = owner.first
            while first - 1 >= lowest, let before = owner.title.map({ $0.first }), before < first,
                before >= lowest
            { first = before }
            while first - 1 >= lowest, quoted[first - 1] < 0, tokens[first - 1].kind == .word,
                !isAmong(.stops, first - 1), !isAmong(.joints, first - 1),
                EntityWords.roles.contains(lower(first - 1))
                    || EntityWords.roleModifiers.contains(lower(first - 1))
                    || isAmong(.determiners, first - 1) || self.owner(first - 1) != nil
                    || owner.kind == .place && tokens[first - 1].isCapital && !isAbroad
            { first -= 1 }
            return first
        }
        if tokens[end].kind == .number, end - 1 >= lowest, isAmong(.joints, end - 1) {
            return end
        }
        guard tokens[end].kind == .word else { return nil }
        var first = end
        while first - 1 >= lowest, end - first < 9, quoted[first - 1] < 0 {
            let word = lower(first - 1)
            if tokens[first - 1].kind == .sign, !["-", "'s", "&"].contains(word) { break }
            if isAmong([.stops, .joints, .speech], first - 1) {
                break
            }
            first -= 1
            if isAmong(.determiners, first) { break }
        }
        // A bare noun: plural, capitalised, behind `of`, or with something before it.
        let last = lower(end)
        let isPlural =
            last.hasSuffix("s")
            || ["police", "people", "media", "women", "men", "sources", "staff", "press"].contains(last)
        let isOf = end > lowest && lower(end - 1) == "of"
        return first < end || isPlural || isOf || tokens[end].isCapital ? first : nil
    }

    /// The noun phrase that begins here: `said State Department spokesperson Matthew Miller`.
    func nounPhrase(from first: Int, in range: Range<Int>) -> ClosedRange<Int>? {
        guard range.contains(first), quoted[first] < 0 else { return nil }
        let word = lower(first)
        if ["he", "she", "they", "i", "we", "it"].contains(word) { return first...first }
        guard tokens[first].kind != .sign, !isAmong(.stops, first),
            !["in", "at", "for", "of", "from", "with", "to", "him", "her", "them", "me", "us", "reporters"]
                .contains(word) || isAmong(.determiners, first)
        else { return nil }
        guard
            isAmong(.determiners, first) || tokens[first].isCapital || owner(first) != nil
                || EntityWords.roles.contains(word) || word.hasSuffix("s") || tokens[first].kind == .number
        else { return nil }
        var last = first
        var at = first
        while range.contains(at), at - first < 14, quoted[at] < 0 {
            if let owner = owner(at) {
                last = owner.last
                at = owner.last + 1
                if owner.kind == .person { break }
                continue
            }
            let here = lower(at)
            if tokens[at].kind == .sign, !["-", "'s", "&"].contains(here), here != "." || !tokens[at].isGlued
            {
                break
            }
            if here == "." { break }
            if at > first,
                isAmong(.stops, at)
                    || ["in", "at", "on", "during", "from", "with"].contains(here)
            {
                break
            }
            // `a 2024 federal survey`.
            let isYear =
                tokens[at].kind == .number && isAmong(.determiners, at - 1)
                && range.contains(at + 1) && tokens[at + 1].kind == .word
            if timeEnd(at), !isYear { break }
            last = at
            at += 1
        }
        // `said the head of the agency, Ann Roe.`
        if let apposed = apposedPerson(last + 1), range.contains(apposed.last), last > first,
            !range.contains(apposed.last + 1) || [",", "."].contains(lower(apposed.last + 1)),
            EntityWords.roles.contains(lower(last)) || apposed.title.map({ $0.last == last }) ?? false
        {
            return first...apposed.last
        }
        return first...last
    }

    func timeEnd(_ at: Int) -> Bool {
        guard let date = datesByStart[tokens[at].start].map({ dates[$0] }) else { return false }
        // `said the 36-year-old`.
        return !text.article.text[..<date.span.end].suffix(4).elementsEqual("-old".utf8)
    }
}
