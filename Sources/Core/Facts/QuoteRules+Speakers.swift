import Model

/// Reporting clauses and their subjects.
extension QuoteRules {
    func isReportingVerb(_ at: Int) -> Bool {
        guard at >= 0, at < tokens.count, tokens[at].kind == .word, quoted[at] < 0 else { return false }
        if isAbroad {
            let word = entities.language == "ar" ? spokenVerb(at) : lower(at)
            let isSpoken =
                SpeechAbroad.verbs.contains(word) || QuoteWords.foreign.contains(word)
                || SpeechAbroad.lightVerbs.contains(word) && SpeechAbroad.spokenNouns.contains(lower(at - 1))
                || SpeechAbroad.madeKnown.contains(word) && SpeechAbroad.made.contains(lower(at - 1))
            // `Añadió que …` begins a sentence.
            let isBeginning =
                SpeechAbroad.subjectless.contains(entities.language) && entities.isAtStart(at)
                && SpeechAbroad.that.contains(lower(at + 1))
            // `se declararon consternados` is no speech.
            let isOfItself = ["es", "pt"].contains(entities.language) && lower(at - 1) == "se"
            return isSpoken && !isOfItself && (!tokens[at].isCapital || isBeginning)
        }
        guard let frame = reportFrame(at) else { return false }
        if tokens[at].isCapital, lower(at) != "said" {
            // `Obama Says Museum Will Tell of Suffering`.
            guard at > 0, frame == .speech, entities.isTitleCase(tokens[at].sentence),
                let name = namesByToken[at - 1], entities.found[name].last == at - 1
            else { return false }
        }
        // `a report`, `the claims`: nouns; `the reported memo`.
        let before = lower(at - 1)
        if isAmong(.articles, at - 1) { return false }
        // `a question asked by many`.
        if lower(at + 1) == "by", lower(at).hasSuffix("ed") { return false }
        // `an officer who responded said`.
        if before == "who", reportFrame(at + 1) == .speech { return false }
        // `a Park Associates report found`.
        let behind = lower(at + 1)
        if frame == .clause, isAmong(.nounLike, at), !isAmong(.nounLike, at + 1),
            reportFrame(at + 1) != nil || ["is", "was", "has", "had", "will", "would"].contains(behind)
        {
            return false
        }
        if isAmong(.nounLike, at) {
            let isSubject =
                isAmong(.pronouns, at - 1) || namesByToken[max(0, at - 1)] != nil
                || isAmong(.adverbs, at - 1)
                || before == "," || before == "and"
                || ["who", "is", "was", "are", "were", "'s"].contains(before) && lower(at).hasSuffix("ing")
                || before.hasSuffix("s") && before != "'s" && !lower(at).hasSuffix("s")
            if !isSubject || at == 0 { return false }
        }
        if ["to", "been", "being"].contains(before), frame != .speech || before != "to" { return false }
        // `is called`, `are expected`.
        if ["is", "was", "were", "are", "be"].contains(before),
            lower(at).hasSuffix("ed")
                || ["thought", "known", "told", "found", "read", "felt", "heard"].contains(lower(at))
        {
            return false
        }
        return true
    }

    /// `, Miller said`, `said Ann Roe`, `, according to officials` behind a quotation.
    func attributionAfter(_ range: Range<Int>) -> Attribution? {
        var at = range.lowerBound
        let marks = [",", "-", "—", "–", "\u{2015}", ".", "'", "\u{2019}"]
        while range.contains(at), marks.contains(lower(at)) {
            at += 1
        }
        guard range.contains(at), quoted[at] < 0 else { return nil }
        // `“…” — Ann Roe`
        if ["\u{2015}", "\u{2014}", "\u{2013}", "-"].contains(lower(at - 1)), at - 1 >= range.lowerBound,
            tokens[at].isCapital,
            let name = nounPhrase(from: at, in: range),
            name.allSatisfy({ tokens[$0].isCapital || tokens[$0].kind == .sign }),
            isNameAlone(name, range)
        {
            return Attribution(cue: (at - 1)...(at - 1), speaker: name, rule: "quote.dash")
        }
        if lower(at) == "according", lower(at + 1) == "to", let speaker = nounPhrase(from: at + 2, in: range)
        {
            return Attribution(cue: at...(at + 1), speaker: speaker, rule: "quote.according")
        }
        if isReportingVerb(at) || isDeedOfSpeakers(at, behind: range.lowerBound - 1),
            let speaker = nounPhrase(from: at + 1, in: range)
        {
            return Attribution(cue: at...at, speaker: speaker, rule: "quote.inverted")
        }
        // The first verb of speech behind it, with a subject between.
        for verb in at..<min(range.upperBound, at + 26) {
            if quoted[verb] >= 0 { break }
            guard verb > at,
                isReportingVerb(verb) || isDeedOfSpeakers(verb, behind: range.lowerBound - 1),
                let speaker = subject(before: verb, from: at)
            else { continue }
            let isNear = speaker.lowerBound - at <= 1
            guard isNear else { continue }
            if reportFrame(verb) != .speech, speaker.lowerBound > at { continue }
            return Attribution(cue: verb...verb, speaker: speaker, rule: "quote.after")
        }
        return invertedAtEnd(range)
    }

    /// `"…" with the best known brands, said Ann Roe, a professor.`
    private func invertedAtEnd(_ range: Range<Int>) -> Attribution? {
        let reach =
            range.lowerBound + 1..<max(range.lowerBound + 1, min(range.upperBound, range.lowerBound + 20))
        for verb in reach where lower(verb - 1) == "," && quoted[verb] < 0 {
            guard isReportingVerb(verb), reportFrame(verb) == .speech,
                !lower(verb).hasSuffix("ing"), let speaker = nounPhrase(from: verb + 1, in: range),
                owner(speaker.upperBound)?.kind == .person,
                (range.lowerBound..<verb).allSatisfy({ quoted[$0] < 0 })
            else { continue }
            return Attribution(cue: verb...verb, speaker: speaker, rule: "quote.inverted")
        }
        return nil
    }

    /// `…,” comments Ann Roe`, `…,” Ann Roe began`: behind marks that a comma, a question or a cry ends,
    /// verbs that elsewhere say nothing of speech. `mark` is the closing one.
    private func isDeedOfSpeakers(_ at: Int, behind mark: Int) -> Bool {
        guard !isAbroad, QuoteWords.deedsOfSpeakers.contains(lower(at)), !tokens[at].isCapital,
            [",", "?", "!"].contains(lower(mark - 1)) || lower(mark + 1) == ","
        else { return false }
        let (before, behind) = (lower(at - 1), owner(at + 1))
        return behind?.kind == .person && behind?.first == at + 1 || owner(at - 1)?.kind == .person
            || ["he", "she", "they", "i", "we"].contains(before)
    }

    /// Behind a name nothing of its sentence comes but a stop, or the next quotation.
    private func isNameAlone(_ name: ClosedRange<Int>, _ range: Range<Int>) -> Bool {
        let next = name.upperBound + 1
        return range.upperBound - name.upperBound <= 3 || next < tokens.count && quoted[next] >= 0
    }

    /// `Miller said: `, `Trump told reporters that ` before a quotation: the nearest verb, but one of speech
    /// before one of thought.
    func attributionBefore(_ range: Range<Int>, first: Int, words: Int) -> Attribution? {
        var best: Attribution?
        var verb = first - 1
        while verb >= range.lowerBound {
            if isReportingVerb(verb), !usedVerbs.contains(verb) || words >= 3 {
                let frame = reportFrame(verb) ?? .clause
                if best == nil || frame == .speech, let found = attribution(verb, range, first: first, frame)
                {
                    best = found
                    if frame == .speech { break }
                }
            } else if best == nil, lower(verb) == "to", lower(verb - 1) == "according",
                let speaker = nounPhrase(from: verb + 1, in: range.lowerBound..<first)
            {
                return Attribution(cue: (verb - 1)...verb, speaker: speaker, rule: "quote.according")
            } else if best == nil, let found = nounCue(verb, range, first: first) {
                best = found
            }
            verb -= 1
        }
        return best
    }

    private func attribution(_ verb: Int, _ range: Range<Int>, first: Int, _ frame: QuoteWords.Frame)
        -> Attribution?
    {
        let between = (verb + 1..<first).filter { tokens[$0].kind != .sign && quoted[$0] < 0 }.count
        let isDirect =
            lower(first - 1) == "," || lower(first - 1) == ":" || first - 1 == verb
            || lower(first - 1) == "that"
        guard isDirect && between <= 14 || between <= (frame == .speech ? 30 : 14) else { return nil }
        let isParticiple =
            lower(verb).hasSuffix("ing")
            && !["is", "are", "was", "were", "'s", "been", "'re", "'m"].contains(lower(verb - 1))
        let own = isParticiple ? nil : subject(before: verb, from: range.lowerBound)
        // `Said Ellis:`
        let inverted = verb == range.lowerBound ? nounPhrase(from: verb + 1, in: range) : nil
        guard let speaker = own ?? inverted ?? sharedSubject(verb, range.lowerBound) else { return nil }
        // `what she calls “…”`: said by whom the sentence is about.
        if ["what", "which"].contains(lower(speaker.lowerBound - 1)),
            let main = mainSubject(range, before: speaker.lowerBound - 1)
        {
            return Attribution(cue: verb...verb, speaker: main, rule: "quote.within")
        }
        return Attribution(
            cue: verb...verb, speaker: speaker, rule: isDirect ? "quote.before" : "quote.within")
    }

    /// A verb of Arabic without `and` before it.
    private func spokenVerb(_ at: Int) -> String {
        let word = lower(at)
        return word.begins(with: "و") && word.unicodeScalars.count > 3 ? String(word.dropFirst()) : word
    }

    /// The first name or pronoun of a sentence.
    func mainSubject(_ range: Range<Int>, before end: Int) -> ClosedRange<Int>? {
        if let many = manyAtStart(range) { return many }
        for at in range where at < end {
            if ["he", "she", "they", "it", "i", "we"].contains(lower(at)) { return at...at }
            // `BM Genel Sekreteri Antonio Guterres`: not the United Nations.
            if isAbroad, let last = titled[at], last < end, let name = owner(last) {
                return name.first...name.last
            }
            if let name = owner(at), name.kind == .person || name.kind == .organisation {
                return name.first...name.last
            }
        }
        return nil
    }

    /// `Yet, experts are skeptical about Trump's plans, saying`: whom nobody names, in the plural.
    private func manyAtStart(_ range: Range<Int>) -> ClosedRange<Int>? {
        guard !isAbroad else { return nil }
        return range.prefix(4).first { at in
            QuoteWords.sources.contains(lower(at)) && lower(at).hasSuffix("s")
                && ["are", "were", "have", "had"].contains(lower(at + 1))
        }.map { $0...$0 }
    }

    /// `Trump's claim that`, `his description of`.
    private func nounCue(_ at: Int, _ range: Range<Int>, first: Int) -> Attribution? {
        guard QuoteWords.nouns.contains(lower(at)), quoted[at] < 0, first - at <= 14,
            at - 1 >= range.lowerBound
        else { return nil }
        if ["his", "her", "their"].contains(lower(at - 1)) {
            return Attribution(cue: at...at, speaker: (at - 1)...(at - 1), rule: "quote.noun")
        }
        guard lower(at - 1) == "'s", at - 2 >= range.lowerBound, let name = owner(at - 2) else { return nil }
        return Attribution(cue: at...at, speaker: name.first...name.last, rule: "quote.noun")
    }

    /// A reporting clause at the end of the sentence: "…" during his call with Aliyev, Miller said.
    func attributionFar(_ after: Range<Int>) -> Attribution? {
        guard let verb = after.last(where: { isReportingVerb($0) && reportFrame($0) == .speech })
        else { return nil }
        guard let speaker = subject(before: verb, from: after.lowerBound) else { return nil }
        return Attribution(cue: verb...verb, speaker: speaker, rule: "quote.far")
    }

    /// `He stood up and said`, `…, saying`: whom the sentence is about.
    func sharedSubject(_ verb: Int, _ from: Int) -> ClosedRange<Int>? {
        guard
            lower(verb - 1) == "and" || lower(verb - 1) == "," || lower(verb - 1) == "but"
                || lower(verb).hasSuffix("ing")
        else { return nil }
        return mainSubject(from..<verb, before: verb)
    }

    /// The finding of a name that a token belongs to.
    func owner(_ at: Int) -> EntityRules.Found? {
        guard at >= 0, at < tokens.count else { return nil }
        return namesByToken[at].map { entities.found[$0] }
    }

    /// The noun phrase that a verb's subject is: right before it, adverbs, appositions and times aside.
    func subject(before verb: Int, from lowest: Int) -> ClosedRange<Int>? {
        var at = verb - 1
        var steps = 0
        while at >= lowest, steps < 40 {
            steps += 1
            let word = lower(at)
            if quoted[at] >= 0 { return nil }
            if isAmong(.adverbs, at),
                !isAmong(.pronouns, at) || word == "who" || word == "both"
            {
                at -= 1; continue
            }
            if word.hasSuffix("ly"), word.utf8.count > 4, !tokens[at].isCapital { at -= 1; continue }
            // `an officer who responded said`.
            if lower(at - 1) == "who", reportFrame(at) != nil, at - 2 >= lowest, !isAbroad {
                at -= 2
                continue
            }
            // `Ann Roe, 60, from Paris, said`.
            if tokens[at].kind == .number, lower(at - 1) == ",", owner(at - 2) != nil, at - 2 >= lowest {
                at -= 2
                continue
            }
            if word == ")" {
                while at >= lowest, lower(at) != "(" { at -= 1 }
                at -= 1
                continue
            }
            if word == "," {
                // An apposition: what it explains stands before its other comma.
                guard
                    let open = (max(lowest, at - 30)..<at).last(where: {
                        lower($0) == "," && quoted[$0] < 0 && isApposition($0 + 1, at - 1)
                    })
                else {
                    return nil
                }
                if let apposed = apposedPerson(open), apposed.last == at - 1 {
                    let holder = nounPhrase(endingAt: open - 1, from: lowest)
                    return (holder?.lowerBound ?? apposed.first)...apposed.last
                }
                at = open - 1
                continue
            }
            // `Trump on Monday said`.
            if let start = timeStart(at), start > lowest { at = start - 1; continue }
            break
        }
        guard at >= lowest, let phrase = nounPhrase(endingAt: at, from: lowest) else { return nil }
        // `Ann Roe, from Paris, who has written ten books, said`.
        let comma = phrase.lowerBound - 2
        if !isAbroad, lower(comma) == ",", ["from", "of", "in"].contains(lower(comma + 1)), comma > lowest,
            owner(phrase.lowerBound)?.kind == .place,
            let whole = subject(before: comma, from: lowest)
        {
            return whole
        }
        return apposed(phrase, from: lowest) ?? listed(phrase, from: lowest) ?? agentOfClause(
            phrase, from: lowest) ?? phrase
    }

    /// `Ann Roe, vice president of Roe & Sons told us`: the person before an apposition that no comma ends.
    private func apposed(_ phrase: ClosedRange<Int>, from lowest: Int) -> ClosedRange<Int>? {
        let comma = phrase.lowerBound - 1
        guard !isAbroad, comma > lowest, lower(comma) == ",", let person = owner(comma - 1),
            person.kind == .person, person.title?.first == comma + 1,
            owner(phrase.upperBound)?.kind != .person,
            phrase.contains(where: { EntityWords.roles.contains(lower($0)) })
        else { return nil }
        return nounPhrase(endingAt: comma - 1, from: lowest)
    }

    /// `Ann Roe, the finance, health and tourism member of the council, said`: an apposition with commas.
    private func listed(_ phrase: ClosedRange<Int>, from lowest: Int) -> ClosedRange<Int>? {
        guard !isAbroad, lower(phrase.lowerBound - 1) == ",", lower(phrase.upperBound + 1) == ",",
            owner(phrase.upperBound) == nil
        else { return nil }
        var at = phrase.lowerBound - 1
        while at > lowest, phrase.lowerBound - at < 12, tokens[at].kind == .word || lower(at) == "," {
            if let person = owner(at), person.kind == .person {
                let isApposed = lower(at + 1) == "," && isAmong(.articles, at + 2)
                return isApposed ? nounPhrase(endingAt: at, from: lowest) : nil
            }
            if isAmong(.stops, at) { return nil }
            at -= 1
        }
        return nil
    }

    /// `A woman who was hurt by Ann Roe has revealed`: she, not Roe.
    private func agentOfClause(_ phrase: ClosedRange<Int>, from lowest: Int) -> ClosedRange<Int>? {
        guard !isAbroad, lower(phrase.lowerBound - 1) == "by",
            let who = (max(lowest, phrase.lowerBound - 25)..<phrase.lowerBound).last(where: {
                lower($0) == "who" || lower($0) == ","
            }), lower(who) == "who", who > lowest
        else { return nil }
        return nounPhrase(endingAt: who - 1, from: lowest)
    }

    /// The person named behind an office and its comma: `the head of the agency, Ann Roe`.
    func apposedPerson(_ comma: Int) -> EntityRules.Found? {
        guard lower(comma) == ",", let person = owner(comma + 1), person.kind == .person,
            (person.title.map { $0.last < comma ? person.first : $0.first } ?? person.first) == comma + 1,
            owner(comma - 1)?.kind != .person, lower(comma - 1) != "'s"
        else { return nil }
        return person
    }

    /// Whether what stands between two commas explains a name: no clause with a verb of its own.
    private func isApposition(_ first: Int, _ last: Int) -> Bool {
        guard last >= first else { return false }
        let word = lower(first)
        if word == "who" || word == "which" || word == "whose" { return true }
        if tokens[first].kind == .number { return last - first < 2 }
        return !(first...last).contains {
            ["said", "says", "is", "was", "are", "were", "will", "has", "had"].contains(lower($0))
        }
    }
}
