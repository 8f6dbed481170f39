import Model

/// Reporting clauses in languages that name the speaker right beside the verb: by names, pronouns and nouns
/// with an article, where English would look for noun phrases.
extension QuoteRules {
    /// Whether the article is in such a language.
    var isAbroad: Bool { SpeechAbroad.languages.contains(entities.language) }

    /// Behind a quotation: `, sagte Anna Roth`, `, so die Ministerin`, `, dit-il`, `Pfeiffer sagte`.
    func attributionAbroad(after range: Range<Int>) -> Attribution? {
        var at = range.lowerBound
        let marks = [",", "-", "—", "–", "\u{2015}", "."]
        while range.contains(at), marks.contains(lower(at)) { at += 1 }
        guard range.contains(at), quoted[at] < 0 else { return nil }
        for words in SpeechAbroad.sources where zip(words.indices, words).allSatisfy({ lower(at + $0) == $1 })
        {
            let end = at + words.count - 1
            if let speaker = speakerAbroad(from: end + 1, in: range) {
                return Attribution(cue: at...end, speaker: speaker, rule: "quote.according")
            }
        }
        // A verb, or what goes with it, and the speaker.
        var verb = at
        while range.contains(verb), verb - at < 3, SpeechAbroad.adverbs.contains(lower(verb)) { verb += 1 }
        if isReportingVerb(verb) {
            let speaker = speakerAbroad(from: verb + 1, in: range)
            if speaker != nil || SpeechAbroad.subjectless.contains(entities.language) {
                return Attribution(cue: verb...verb, speaker: speaker, rule: "quote.inverted")
            }
        }
        // The speaker, and a verb.
        guard let speaker = speakerAbroad(from: at, in: range) else { return nil }
        verb = speaker.upperBound + 1
        while range.contains(verb), verb - speaker.upperBound < 4, SpeechAbroad.adverbs.contains(lower(verb))
        {
            verb += 1
        }
        guard range.contains(verb), isReportingVerb(verb) else { return nil }
        return Attribution(cue: verb...verb, speaker: speaker, rule: "quote.after")
    }

    /// Languages that end with the verb name the speaker before the quotation: `Hakan Fidan, "…" dedi`.
    func attributionAtEnd(_ before: Range<Int>, _ after: Range<Int>, first: Int) -> Attribution? {
        guard SpeechAbroad.verbFinal.contains(entities.language) else { return nil }
        var at = after.lowerBound
        while after.contains(at), tokens[at].kind == .sign || SpeechAbroad.quotatives.contains(lower(at)) {
            at += 1
        }
        guard after.contains(at), isReportingVerb(at), let speaker = mainSubject(before, before: first) else {
            return nil
        }
        return Attribution(cue: at...at, speaker: speaker, rule: "quote.after")
    }

    /// Before a quotation: `Anna Roth sagte:`, `Auf die Frage, ob das stimme, sagte Roth:`.
    func attributionAbroad(before range: Range<Int>, first: Int, words: Int) -> Attribution? {
        for verb in range.reversed() where isReportingVerb(verb) && (!usedVerbs.contains(verb) || words >= 3)
        {
            let between = (verb + 1..<first).filter { tokens[$0].kind != .sign && quoted[$0] < 0 }.count
            guard between <= 14 else { return nil }
            let behind = speakerAbroad(from: verb + 1, in: verb..<first)
            guard let speaker = behind ?? speakerAbroad(before: verb, from: range.lowerBound) else {
                continue
            }
            return Attribution(cue: verb...verb, speaker: speaker, rule: "quote.before")
        }
        return nil
    }

    /// A sentence before it that ends in a colon: `Caddell continued:`.
    func introduction(_ index: Int, _ before: Range<Int>) -> Attribution? {
        let first = stretches[index].first
        let sentence = text.tokens[first].sentence
        guard sentence > 0, before.allSatisfy({ text.tokens[$0].kind == .sign }) else { return nil }
        let range = text.range(ofSentence: sentence - 1)
        // Armenian has a full stop there.
        let isOpen = entities.language == "hy" && [".", ","].contains(lower(range.upperBound - 1))
        guard lower(range.upperBound - 1) == ":" || isOpen else { return nil }
        if isAbroad, let verb = range.last(where: { isReportingVerb($0) }),
            !isOpen || range.upperBound - verb <= 3,
            let speaker = speakerAbroad(before: verb, from: range.lowerBound)
                ?? speakerAbroad(from: verb + 1, in: verb..<range.upperBound)
        {
            return Attribution(cue: verb...verb, speaker: speaker, rule: "quote.introduced")
        }
        guard let verb = range.last(where: { isReportingVerb($0) }),
            let subject = subject(before: verb, from: range.lowerBound)
        else { return nil }
        return Attribution(cue: verb...verb, speaker: subject, rule: "quote.introduced")
    }

    /// Who speaks, beginning here.
    func speakerAbroad(from start: Int, in range: Range<Int>) -> ClosedRange<Int>? {
        var first = start
        if lower(first) == "-", first + 1 < tokens.count { first += 1 }
        while range.contains(first), first - start < 3, SpeechAbroad.adverbs.contains(lower(first)) {
            first += 1
        }
        guard range.contains(first), quoted[first] < 0, tokens[first].kind == .word else { return nil }
        if let name = namedAbroad(first) { return name }
        for start in [first, first + 1] {
            if let end = titled[start], range.contains(end) { return first...end }
        }
        let word = lower(first)
        let isNoun =
            SpeechAbroad.determiners.contains(word) || tokens[first].isCapital
            || SpeechAbroad.articleless.contains(entities.language)
                && !IdleWords.small(entities.language).contains(word)
        if SpeechAbroad.pronouns.contains(word),
            !(isNoun && range.contains(first + 1) && namedAbroad(first + 1) != nil)
        {
            return first...first
        }
        guard isNoun else { return nil }
        // `die Ministerin`, `Innenministerin Nancy Faeser`, `le maire sortant Claude Nicolas`.
        var last = first
        var at = first + 1
        while range.contains(at), at - first < 6, quoted[at] < 0, tokens[at].kind == .word || lower(at) == "-"
        {
            if let name = namedAbroad(at) { return first...name.upperBound }
            if isReportingVerb(at) || SpeechAbroad.that.contains(lower(at))
                || datesByStart[tokens[at].start] != nil
            {
                break
            }
            if at - first < 2 { last = at }
            at += 1
        }
        // `وقال المتحدث باسم الوزارة إن`: what is said begins behind whom it is said by.
        if entities.language == "ar", at > first, range.contains(at),
            tokens[at].kind == .word || lower(at) == ":"
        {
            return first...(at - 1)
        }
        // `sagte Roth:`, a name that nobody knows.
        let isAlone = !range.contains(first + 1) || tokens[first + 1].kind == .sign
        if tokens[first].isCapital, isAlone { return first...first }
        return SpeechAbroad.determiners.contains(word) && last > first ? first...last : nil
    }

    /// Who speaks, right before a verb: a name, a pronoun, a noun with its article; behind an apposition too.
    func speakerAbroad(before verb: Int, from lowest: Int) -> ClosedRange<Int>? {
        var end = verb - 1
        while end > lowest, SpeechAbroad.adverbs.contains(lower(end)) { end -= 1 }
        if end > lowest, lower(end) == ",",
            let comma = (max(lowest, end - 14)..<end).last(where: { lower($0) == "," })
        {
            end = comma - 1
        }
        guard end >= lowest, quoted[end] < 0, tokens[end].kind == .word,
            !SpeechAbroad.conjunctions.contains(lower(end))
        else { return nil }
        if let index = namesByToken[end] {
            let name = entities.found[index]
            guard name.kind != .demonym else { return nil }
            var first = name.first
            // `Le Premier ministre d'Arménie`.
            if name.kind == .place, let article = articleAbroad(before: first, from: lowest, most: 6) {
                return article...name.last
            }
            while first > lowest, name.first - first < 4, tokens[first - 1].kind == .word,
                quoted[first - 1] < 0,
                tokens[first - 1].isCapital || SpeechAbroad.determiners.contains(lower(first - 1)),
                !isReportingVerb(first - 1)
            {
                first -= 1
                if SpeechAbroad.determiners.contains(lower(first)) { break }
            }
            return first...name.last
        }
        if SpeechAbroad.pronouns.contains(lower(end)) { return end...end }
        return articleAbroad(before: end, from: lowest, most: 3).map { $0...end }
    }

    /// The article of a noun, with a few words between.
    private func articleAbroad(before end: Int, from lowest: Int, most: Int) -> Int? {
        for first in (max(lowest, end - most)..<max(lowest, end)).reversed() {
            guard tokens[first].kind == .word, quoted[first] < 0, !isReportingVerb(first) else { return nil }
            if SpeechAbroad.determiners.contains(lower(first)) { return first }
        }
        return nil
    }

    /// A person, an organisation or a place that speaks for its government, beginning here.
    private func namedAbroad(_ at: Int) -> ClosedRange<Int>? {
        guard at < tokens.count, let index = namesByToken[at] else { return nil }
        let name = entities.found[index]
        // `NBC-Kommentator`.
        let next = name.last + 1
        let isPart = next < tokens.count && lower(next) == "-" && tokens[next].isGlued
        return name.kind != .demonym && name.first == at && !isPart ? at...name.last : nil
    }

    /// Without marks: `sagte, dass …`, `Roth sagte, die Straße sei offen`, `…, sagte Roth`, `Selon Roux, …`.
    mutating func reportAbroad(_ verb: Int, _ range: Range<Int>) {
        let behind = speakerAbroad(from: verb + 1, in: verb..<range.upperBound)
        if reportAtEnd(verb, range) { return }
        let far = SpeechAbroad.verbFinal.contains(entities.language) ? mainSubject(range, before: verb) : nil
        guard let speaker = speakerAbroad(before: verb, from: range.lowerBound) ?? behind ?? far else {
            return
        }
        let next = max(verb, speaker.upperBound) + 1
        let comma = (next..<min(range.upperBound, next + 6)).first { lower($0) == "," }
        let that = (next..<min(range.upperBound, next + 8)).first {
            SpeechAbroad.that.contains(lower($0)) && quoted[$0] < 0
        }
        if let that, that - next <= 1 || comma == that - 1, let said = contentAbroad(from: that + 1, range) {
            usedVerbs.insert(verb)
            return append(.indirect, said, verb...verb, speaker, "speech.clause", .likely)
        }
        // German leaves `dass` out: a comma is enough, but what goes on about the speaker.
        let isRelative =
            speaker.lowerBound > verb && comma.map { SpeechAbroad.relatives.contains(lower($0 + 1)) } ?? false
        if entities.hasCapitalNouns, let comma, comma == next, !isRelative,
            let said = contentAbroad(from: comma + 1, range), said.count >= 3
        {
            usedVerbs.insert(verb)
            return append(.indirect, said, verb...verb, speaker, "speech.clause", .likely)
        }
        // The clause stands before.
        guard lower(verb - 1) == ",", behind != nil, range.upperBound - verb <= 16,
            verb - range.lowerBound > 4,
            !(range.lowerBound..<verb).contains(where: { quoted[$0] >= 0 })
        else { return }
        usedVerbs.insert(verb)
        append(.indirect, range.lowerBound...(verb - 2), verb...verb, speaker, "speech.trailing", .likely)
    }

    /// `Hakan Fidan, koridorun açık olduğunu söyledi`: the verb is the last word, behind what is said.
    private mutating func reportAtEnd(_ verb: Int, _ range: Range<Int>) -> Bool {
        guard SpeechAbroad.verbFinal.contains(entities.language), range.upperBound - verb <= 3 else {
            return false
        }
        var end = verb - 1
        while end > range.lowerBound, SpeechAbroad.spokenNouns.contains(lower(end)) { end -= 1 }
        guard SpeechAbroad.saidEndings.contains(where: lower(end).hasSuffix),
            let speaker = mainSubject(range, before: verb)
        else { return false }
        var first = speaker.upperBound + 1
        while first < end, tokens[first].kind == .sign { first += 1 }
        guard end - first >= 2, !(first...end).contains(where: { quoted[$0] >= 0 }) else { return false }
        usedVerbs.insert(verb)
        append(.indirect, first...end, verb...verb, speaker, "speech.clause", .likely)
        return true
    }

    /// From here to the end of the sentence, without its mark and without quotations.
    private func contentAbroad(from first: Int, _ range: Range<Int>) -> ClosedRange<Int>? {
        var (first, last) = (first, range.upperBound - 1)
        while last > first, tokens[last].kind == .sign { last -= 1 }
        while first < last, tokens[first].kind == .sign, quoted[first] < 0 { first += 1 }
        guard last - first >= 2, !(first...last).contains(where: { quoted[$0] >= 0 }) else { return nil }
        return first...last
    }
}
