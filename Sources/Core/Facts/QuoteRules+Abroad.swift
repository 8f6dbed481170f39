import Model

/// Reporting clauses in languages that name the speaker right beside the verb: by names, pronouns and nouns
/// with an article, where English would look for noun phrases.
extension QuoteRules {
    /// Behind a quotation: `, sagte Anna Roth`, `, so die Ministerin`, `, dit-il`, `Pfeiffer sagte`.
    func attributionAbroad(after range: Range<Int>) -> Attribution? {
        var at = range.lowerBound
        let marks = [",", "-", "—", "–", "\u{2015}", "."]
        while range.contains(at), marks.contains(lower(at)) { at += 1 }
        guard range.contains(at), quoted[at] < 0 else { return nil }
        if let end = SpeechAbroad.endOfSource(at, lower),
            let speaker = speakerAbroad(from: end + 1, in: range)
        {
            return Attribution(cue: at...end, speaker: speaker, rule: "quote.according")
        }
        while range.contains(at), SpeechAbroad.quotatives.contains(lower(at)) { at += 1 }
        if entities.language == "fr", let asked = invertedInFrench(at, range) { return asked }
        // A verb, or what goes with it, and the speaker.
        var verb = at
        while range.contains(verb), verb - at < 3, SpeechAbroad.adverbs.contains(lower(verb)) { verb += 1 }
        // `լրագրողներին ասաց Զելենսկին`: whom it was said to goes before the verb.
        if !isReportingVerb(verb), isReportingVerb(verb + 1), range.contains(verb + 1),
            namesByToken[verb] == nil,
            !tokens[verb].isCapital, let name = namedAbroad(verb + 2), range.contains(verb + 2)
        {
            return Attribution(cue: (verb + 1)...(verb + 1), speaker: name, rule: "quote.inverted")
        }
        if isReportingVerb(verb) {
            let speaker = speakerAbroad(from: verb + 1, in: range)
            let isSilent =
                SpeechAbroad.silent.contains(entities.language)
                && !SpeechAbroad.verbFinal.contains(entities.language)
            if speaker != nil || isSilent {
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

    /// `déclare-t-il`, `a-t-elle ajouté`: a pronoun behind a hyphen.
    private func invertedInFrench(_ at: Int, _ range: Range<Int>) -> Attribution? {
        guard lower(at + 1) == "-", tokens[at + 1].isGlued, range.contains(at + 2) else { return nil }
        let pronoun = lower(at + 2) == "t" && lower(at + 3) == "-" ? at + 4 : at + 2
        guard range.contains(pronoun), SpeechAbroad.pronouns.contains(lower(pronoun)) else { return nil }
        if isReportingVerb(at) {
            return Attribution(cue: at...at, speaker: pronoun...pronoun, rule: "quote.inverted")
        }
        var verb = pronoun + 1
        while range.contains(verb), verb - pronoun < 3, SpeechAbroad.adverbs.contains(lower(verb)) {
            verb += 1
        }
        guard range.contains(verb), isReportingVerb(verb) else { return nil }
        return Attribution(cue: verb...verb, speaker: pronoun...pronoun, rule: "quote.inverted")
    }

    /// Languages that end with the verb name the speaker before the quotation: `Hakan Fidan, "…" dedi`.
    func attributionAtEnd(_ before: Range<Int>, _ after: Range<Int>, first: Int) -> Attribution? {
        guard SpeechAbroad.verbFinal.contains(entities.language) else { return nil }
        var at = after.lowerBound
        while after.contains(at), tokens[at].kind == .sign || SpeechAbroad.quotatives.contains(lower(at)) {
            at += 1
        }
        guard after.contains(at), isReportingVerb(at) else { return nil }
        let speaker = mainSubject(before, before: first)
        // `"…" dedi.`: who spoke before.
        guard speaker != nil || before.allSatisfy({ tokens[$0].kind == .sign }) else { return nil }
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
        // `Hadschijew wies das zurück: „…“`: whom the sentence is about.
        guard words >= 3, lower(first - 1) == ":", let speaker = subjectAbroad(range, before: first - 1),
            !(speaker.upperBound..<first).contains(where: isReportingVerb)
                || isReportingVerb(first - 2)
        else { return nil }
        let cue = isReportingVerb(first - 2) ? first - 2 : first - 1
        return Attribution(cue: cue...cue, speaker: speaker, rule: "quote.colon")
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

    /// Whom a sentence is about: a person or an organisation, but not whose case it is, as in `Il caso Sala`.
    private func subjectAbroad(_ range: Range<Int>, before end: Int) -> ClosedRange<Int>? {
        for at in range where at < end {
            guard let index = namesByToken[at] else { continue }
            let name = entities.found[index]
            guard name.kind == .person || name.kind == .organisation else { continue }
            let isRomance = SpeechAbroad.romance.contains(entities.language)
            let isOfNoun =
                isRomance && name.title == nil && name.first > range.lowerBound
                && tokens[name.first - 1].kind == .word
                && !SpeechAbroad.determiners.contains(lower(name.first - 1))
            return isOfNoun ? nil : name.first...name.last
        }
        return nil
    }

    /// Who speaks, beginning here.
    func speakerAbroad(from start: Int, in range: Range<Int>) -> ClosedRange<Int>? {
        var first = start
        if lower(first) == "-", first + 1 < tokens.count { first += 1 }
        while range.contains(first), first - start < 3, SpeechAbroad.adverbs.contains(lower(first)) {
            first += 1
        }
        if range.contains(first + 1), isNameMark(first, beside: first + 1) { first += 1 }
        guard range.contains(first), quoted[first] < 0, tokens[first].kind == .word,
            !SpeechAbroad.that.contains(lower(first))
        else { return nil }
        // `говорится в заявлении МИД Армении`: the paper says it.
        if ["в", "у"].contains(lower(first)), range.contains(first + 1),
            SpeechAbroad.papers.contains(lower(first + 1))
        {
            var last = first + 1
            while range.contains(last + 1), entities.isPartOfTitle(last + 1) { last += 1 }
            return (first + 1)...last
        }
        for start in [first, first + 1] {
            if let end = titled[start], range.contains(end) { return first...end }
        }
        // `a dit M. Pachinian`.
        if lower(first + 1) == ".", SpeechAbroad.honorifics.contains(lower(first)), range.contains(first + 2),
            let name = namedAbroad(first + 2)
        {
            return first...name.upperBound
        }
        if let name = namedAbroad(first) { return name }
        let word = lower(first)
        // `uttalte aktor Caroline Carberry`, `sa forsvarsadvokaten` of Scandinavian.
        let isSmall = tokens[first].isCapital || IdleWords.small(entities.language).contains(word)
        if !isSmall, range.contains(first + 1), let name = namedAbroad(first + 1),
            owner(first + 1)?.kind == .person
        {
            return first...name.upperBound
        }
        if !isSmall, isDefinite(word) { return first...first }
        let isNoun =
            SpeechAbroad.determiners.contains(word) || tokens[first].isCapital
            || SpeechAbroad.articleless.contains(entities.language)
                && !IdleWords.small(entities.language).contains(word)
                && !EntityRules.smallWithoutCapitals.contains(word)
        let isRomanian = entities.language == "ro" && word == "el"
        if SpeechAbroad.pronouns.contains(word) || isRomanian,
            !(isNoun && range.contains(first + 1) && namedAbroad(first + 1) != nil)
        {
            return first...first
        }
        return isNoun ? nounAbroad(from: first, in: range) : nil
    }

    /// A noun with the article of Scandinavian at its end: `polisen`, `forsvarsadvokaten`, `politiet`.
    private func isDefinite(_ word: String) -> Bool {
        ["sv", "da", "no", "nb"].contains(entities.language) && word.utf8.count >= 6
            && ["en", "et", "erna", "arna", "orna", "erne", "ene"].contains(where: word.ends)
    }

    /// A quotation mark of an organisation's name: `«Газпром» сообщил, что`.
    private func isNameMark(_ at: Int, beside name: Int) -> Bool {
        tokens[at].kind == .sign && quoted[at] < 0 && QuoteRules.isMark(lower(at))
            && owner(name)?.kind == .organisation
    }

    /// `die Ministerin`, `Innenministerin Nancy Faeser`, `le maire sortant Claude Nicolas`.
    private func nounAbroad(from first: Int, in range: Range<Int>) -> ClosedRange<Int>? {
        var last = first
        var at = first + 1
        let reach = entities.language == "ar" ? 10 : 6
        while range.contains(at), at - first < reach, quoted[at] < 0,
            tokens[at].kind == .word || lower(at) == "-"
        {
            if let name = namedAbroad(at) { return first...name.upperBound }
            if isReportingVerb(at) || SpeechAbroad.that.contains(lower(at))
                || datesByStart[tokens[at].start] != nil
                || entities.language == "ar" && EntityRules.smallWithoutCapitals.contains(lower(at))
            {
                break
            }
            let isOther =
                SpeechAbroad.articleless.contains(entities.language) && !entities.isPartOfTitle(at)
                && IdleWords.small(entities.language).contains(lower(at))
            if isOther || text.hasLineEnd(at - 1, at) { break }
            let isPart = last == at - 1 && (tokens[at].isCapital || entities.isPartOfTitle(at))
            if at - first < 2 || isPart { last = at }
            at += 1
        }
        while last > first + 1, entities.isPreposition(last) { last -= 1 }
        // `وقال المتحدث باسم الوزارة إن`: what is said begins behind whom it is said by.
        if entities.language == "ar", at > first, range.contains(at),
            tokens[at].kind == .word || lower(at) == ":"
        {
            return first...(at - 1)
        }
        // `sagte Roth:`, a name that nobody knows.
        let isAlone = !range.contains(first + 1) || tokens[first + 1].kind == .sign
        if tokens[first].isCapital, isAlone { return first...first }
        return SpeechAbroad.determiners.contains(lower(first)) && last > first ? first...last : nil
    }

    /// Who speaks, right before a verb: a name, a pronoun, a noun with its article; behind an apposition too.
    func speakerAbroad(before verb: Int, from lowest: Int) -> ClosedRange<Int>? {
        var end = verb - 1
        if end > lowest, SpeechAbroad.made.contains(lower(end)) { end -= 1 }
        while end > lowest, SpeechAbroad.adverbs.contains(lower(end)) { end -= 1 }
        end = beforeEnding(beforeAsides(end, lowest), lowest)
        if end > lowest, isNameMark(end, beside: end - 1) { end -= 1 }
        // `Kovács Péter, a Kreml szóvivője azt mondta`.
        if let index = titledBehind[end], entities.found[index].first >= lowest {
            return entities.found[index].first...entities.found[index].last
        }
        // `El primer ministro de Armenia, Nikol Pashinián, aseguró`.
        let apposed =
            end > lowest && lower(end) == "," ? namesByToken[end - 1].map { entities.found[$0] } : nil
        if let apposed, let title = apposed.title, title.last < apposed.first, title.first >= lowest {
            end -= 1
        } else if end > lowest, lower(end) == ",",
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
            if let title = name.title, title.last < first, title.first >= lowest {
                first = title.first
                let isArticle =
                    first > lowest && SpeechAbroad.determiners.contains(lower(first - 1))
                    && (lower(first - 1) != "de" || entities.language == "nl")
                return (isArticle ? first - 1 : first)...name.last
            }
            if name.kind == .place, let start = institution(before: first, from: lowest) {
                return start...name.last
            }
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
        // `Il ministero degli Esteri armeno`.
        if DemonymsAbroad.country(lower(end), entities.language) != nil,
            let start = institution(before: end, from: lowest)
        {
            return start...end
        }
        return articleAbroad(before: end, from: lowest, most: 3).map { $0...end }
    }

    /// Before an ending behind its hyphen: `ՅՈՒՆԻՍԵՖ-ը`, `«Գազպրոմ»-ը`.
    private func beforeEnding(_ end: Int, _ lowest: Int) -> Int {
        let isEnding =
            end - 2 >= lowest && namesByToken[end] == nil && lower(end - 1) == "-" && tokens[end].isGlued
            && tokens[end - 1].isGlued
            && (namesByToken[end - 2] != nil || end - 3 >= lowest && isNameMark(end - 2, beside: end - 3))
        return isEnding ? end - 2 : end
    }

    /// Before when and where it was said: `Nikol Pašinjan ve čtvrtek v Jerevanu prohlásil`. Where nothing
    /// else stands before, a place speaks for its government: `В Ереване заявили`.
    private func beforeAsides(_ last: Int, _ lowest: Int) -> Int {
        var end = last
        // Not `No editorial, a Coreia do Norte diz`: an article looks like what places.
        var mayEndAtComma = SpeechAbroad.farSubject.contains(entities.language)
        while end > lowest {
            var first = end
            if let index = namesByToken[end], entities.found[index].kind == .place {
                first = entities.found[index].first
                let isPlaced = first > lowest && SpeechAbroad.placers.contains(lower(first - 1))
                guard isPlaced || SpeechAbroad.isLocative(lower(end), entities.language) else { break }
            } else if let date = datesByEnd[tokens[end].end] {
                while first > lowest, tokens[first].start > dates[date].span.start { first -= 1 }
                mayEndAtComma = true
            } else {
                break
            }
            first -= 1
            if first > lowest, SpeechAbroad.placers.contains(lower(first)) { first -= 1 }
            while first > lowest, SpeechAbroad.adverbs.contains(lower(first)) { first -= 1 }
            let isComma = mayEndAtComma && first > lowest && lower(first) == ","
            guard first >= lowest, tokens[first].kind == .word || isComma,
                !SpeechAbroad.placers.contains(lower(first))
            else { return last }
            end = first
        }
        return end
    }

    /// Where the institution begins, its article with it, whose country stands here: `le ministère de la
    /// Défense d'Arménie`.
    private func institution(before country: Int, from lowest: Int) -> Int? {
        var end = country - 1
        while end > lowest, country - end <= 2,
            entities.isPreposition(end) || SpeechAbroad.determiners.contains(lower(end))
        { end -= 1 }
        guard end >= lowest, let index = namesByToken[end] else { return nil }
        let one = entities.found[index]
        guard one.institution != nil, one.last == end else { return nil }
        let isArticle = one.first > lowest && SpeechAbroad.determiners.contains(lower(one.first - 1))
        return isArticle ? one.first - 1 : one.first
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
}
