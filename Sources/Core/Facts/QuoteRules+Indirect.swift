import Model

/// Reports without quotation marks.
extension QuoteRules {
    mutating func indirectSpeech() {
        for sentence in text.sentences.indices {
            let zone = text.zone(ofSentence: sentence)
            guard zone != .credit, zone != .byline else { continue }
            let range = text.range(ofSentence: sentence)
            guard !range.isEmpty, range.count <= 400 else { continue }
            if isAbroad { accordingAbroad(range) } else { accordingTo(range) }
            headline(range)
            let before = found.count
            // `The findings suggest that …, Roe said`: what is suggested is said.
            if let last = lastReport(range) { report(last, range) }
            for verb in range where isReportingVerb(verb) && !usedVerbs.contains(verb) {
                // `She says she hopes to win`: what is hoped is said.
                let at = tokens[verb].start
                if found[before...].contains(where: { $0.span.start <= at && at < $0.span.end }) { continue }
                if mixedTokens.contains(verb) { continue }
                if isAbroad { reportAbroad(verb, range) } else { report(verb, range) }
            }
        }
    }

    /// The verb of a reporting clause that ends a sentence without marks, `…, Roe said on Monday.`; nil where
    /// it has none, or nothing else that reports.
    private func lastReport(_ range: Range<Int>) -> Int? {
        guard !isAbroad, range.count > 8 else { return nil }
        let tail = max(range.lowerBound + 5, range.upperBound - 8)..<range.upperBound
        guard let verb = tail.last(where: { isReportingVerb($0) && !usedVerbs.contains($0) }),
            reportFrame(verb) == .speech, !lower(verb).hasSuffix("ing"),
            !range.contains(where: { quoted[$0] >= 0 }),
            (range.lowerBound..<verb).contains(where: { isReportingVerb($0) })
        else { return nil }
        if inverted(verb, range) != nil { return verb }
        guard let speaker = subject(before: verb, from: range.lowerBound),
            lower(speaker.lowerBound - 1) == ",",
            !range.contains(verb + 1) || lower(verb + 1) == "." || datesByStart[tokens[verb + 1].start] != nil
        else { return nil }
        return clause(before: speaker, verb, range) == nil ? nil : verb
    }

    private mutating func report(_ verb: Int, _ range: Range<Int>) {
        let isParticiple =
            lower(verb).hasSuffix("ing")
            && !["is", "are", "was", "were", "'s", "been", "'re", "'m"].contains(lower(verb - 1))
        let frame = reportFrame(verb) ?? .clause
        if frame == .speech, let (content, speaker) = inverted(verb, range) {
            usedVerbs.insert(verb)
            return append(.indirect, content, verb...verb, speaker, "speech.inverted", .likely)
        }
        let own =
            isParticiple ? speakerOfParticiple(verb, range) : subject(before: verb, from: range.lowerBound)
        guard let speaker = own ?? sharedSubject(verb, range.lowerBound), lower(speaker.upperBound) != "you"
        else { return }
        // `But to prevent problems, he said, officials should be vigilant.`
        if own != nil, frame == .speech, lower(speaker.lowerBound - 1) == ",", lower(verb + 1) == ",",
            range.upperBound - verb > 4,
            !range.contains(where: { quoted[$0] >= 0 })
        {
            usedVerbs.insert(verb)
            let end = range.upperBound - (tokens[range.upperBound - 1].kind == .sign ? 2 : 1)
            append(.indirect, range.lowerBound...end, verb...verb, speaker, "speech.parenthesis", .likely)
            // The reporting clause itself is not said.
            if speaker.lowerBound - 2 >= range.lowerBound, verb + 2 <= end, let last = found.indices.last {
                found[last].parts = [
                    text.span(range.lowerBound, speaker.lowerBound - 2), text.span(verb + 2, end),
                ]
            }
            return
        }
        if let content = clause(behind: verb, range, frame) {
            usedVerbs.insert(verb)
            return append(
                .indirect, content, verb...verb, speaker, "speech.clause", frame == .speech ? .likely : .weak)
        }
        // `…, Miller said Saturday.`: the clause stands before.
        guard own != nil, frame == .speech, let content = clause(before: speaker, verb, range) else { return }
        usedVerbs.insert(verb)
        append(.indirect, content, verb...verb, speaker, "speech.trailing", .likely)
    }

    /// `The plan is to open ten more, said Ann Roe, the firm's head.`: a clause, a comma, the verb and who.
    private func inverted(_ verb: Int, _ range: Range<Int>) -> (ClosedRange<Int>, ClosedRange<Int>)? {
        guard verb - range.lowerBound >= 5, lower(verb - 1) == ",", !lower(verb).hasSuffix("ing"),
            let speaker = nounPhrase(from: verb + 1, in: range), owner(speaker.upperBound)?.kind == .person,
            !range.contains(speaker.upperBound + 1)
                || [",", ".", ";", "who", "in", "on", "at", "("].contains(lower(speaker.upperBound + 1))
                || datesByStart[tokens[speaker.upperBound + 1].start] != nil
        else { return nil }
        let content = range.lowerBound...(verb - 2)
        let isClause = content.contains {
            QuoteRules.finite.contains(lower($0)) || lower($0).hasSuffix("ed") && lower($0).utf8.count > 4
        }
        return isClause && !content.contains(where: { quoted[$0] >= 0 }) ? (content, speaker) : nil
    }

    /// `with some people saying`: who stands between `with` and the participle.
    private func speakerOfParticiple(_ verb: Int, _ range: Range<Int>) -> ClosedRange<Int>? {
        guard let phrase = nounPhrase(endingAt: verb - 1, from: range.lowerBound),
            lower(phrase.lowerBound - 1) == "with", phrase.lowerBound > range.lowerBound
        else { return nil }
        return phrase
    }

    /// What is said, behind its verb: `that …`, a clause of its own, or `to …` where it is meant.
    private func clause(behind verb: Int, _ range: Range<Int>, _ frame: QuoteWords.Frame) -> ClosedRange<Int>?
    {
        var at = verb + 1
        guard range.contains(at) else { return nil }
        // `called for talks`, `warned against a plan that …`.
        if ["for", "on"].contains(lower(at)) && lower(verb).hasPrefix("call")
            || ["against", "about", "of"].contains(lower(at)) && QuoteRules.warnings.contains(lower(verb))
        {
            return content(from: at, range)
        }
        // Whom it is said to, where and when: `told reporters on Monday that`, `says in Toledo, Ohio, that`.
        let isPlaced = frame == .speech && ["at", "in", "on", "during"].contains(lower(at))
        if let that = (at..<min(range.upperBound, at + 12)).first(where: {
            lower($0) == "that" && quoted[$0] < 0
        }),
            !(at..<that).contains(where: {
                [",", ";"].contains(lower($0)) && that - $0 > 1 && !isPlaced || isReportingVerb($0)
            })
        {
            let isBare = that == at || that == at + 1 && lower(at) == "out"
            guard isBare || frame == .speech else { return nil }
            // `tells me that's not the case`.
            return content(from: lower(that + 1) == "'s" ? that : that + 1, range)
        }
        if lower(at) == "to", QuoteWords.intents.contains(lower(verb)) { return content(from: at, range) }
        if ["whether", "if", "how", "why", "what"].contains(lower(at)) { return content(from: at, range) }
        let isLoose = frame != .speech && QuoteWords.clauseVerbs.contains(lower(verb))
        guard
            frame == .speech || isLoose || QuoteWords.requests.contains(lower(verb))
                || [
                    "pledged", "pledges", "promised", "proposed", "demanded", "noted", "cited", "agreed",
                    "believes", "believe", "believed", "thinks", "think", "thought", "hopes", "hope",
                    "expects", "expected", "feels", "knows",
                ].contains(lower(verb))
        else {
            return nil
        }
        if QuoteWords.requests.contains(lower(verb)) {
            // Whom: a noun phrase or pronoun, then the clause.
            if let whom = nounPhrase(from: at, in: range) {
                at = whom.upperBound + 1
            } else if ["him", "her", "them", "me", "us", "reporters"].contains(lower(at)) {
                at += 1
            }
            if lower(at) == "to", lower(verb) != "told" || range.contains(at) {
                return content(from: at, range)
            }
            if lower(at) == "," { return nil }
        }
        while range.contains(at), let end = timeAt(at) { at = end + 1 }
        guard range.contains(at), tokens[at].kind != .sign || lower(at) == "\"" else { return nil }
        guard
            ![
                "in", "at", "on", "by", "with", "of", "from", "during", "after", "before", "as", "and", "or",
                "but", "while",
            ].contains(lower(at))
        else {
            // `said in a statement the talks …`: too loose without a comma.
            return nil
        }
        guard let content = content(from: at, range) else { return nil }
        // A clause has a verb; an object has none.
        let reach = isLoose ? content.prefix(12) : content[...]
        let isClause = reach.contains { index in
            QuoteRules.finite.contains(lower(index))
                || lower(index).hasSuffix("ed") && lower(index).utf8.count > 4
        }
        let takesObject = [
            "announced", "announces", "noted", "cited", "cites", "promised", "proposed", "demanded",
            "pledged", "pledges", "confirmed", "denied", "reported", "predicted", "acknowledged",
            "admitted", "claimed", "suggested", "urged", "reiterated", "stressed",
        ]
        return isClause || takesObject.contains(lower(verb)) ? content : nil
    }

    private static let warnings: WordSet = ["warned", "warns", "warning", "cautioned", "cautions"]
    private static let finite: WordSet = [
        "is", "are", "was", "were", "be", "has", "have", "had", "will", "would", "can", "could", "should",
        "may", "might", "must", "do", "does", "did", "'s", "'re", "'ll", "'d", "'ve",
        "wo", "won't", "didn't", "doesn't", "don't", "isn't", "wasn't", "wouldn't", "couldn't", "can't",
        "shouldn't", "aren't", "weren't", "hasn't", "haven't", "it's", "he's", "she's", "they're", "we're",
        "i'm", "he'd", "she'd", "they'd", "i'd", "that's", "there's", "came", "went", "took", "made", "got",
        "gave", "saw", "knew", "left", "met", "held", "kept", "lost", "won", "became", "began",
        "needs", "need", "wants", "want", "plans", "makes", "take", "takes", "comes", "goes", "remains",
        "means", "shows", "looks", "seems", "expects", "believes", "hopes", "supports",
    ]

    /// From here to the end of the sentence, without its mark; at most up to another report.
    private func content(from start: Int, _ range: Range<Int>) -> ClosedRange<Int>? {
        let first = lower(start) == "," ? start + 1 : start
        guard range.contains(first) else { return nil }
        var last = range.upperBound - 1
        for at in first..<range.upperBound where at > first + 3 {
            if lower(at) == ",", lower(at + 1) == "according" { last = at - 1; break }
            if lower(at) == ";" { last = at - 1; break }
        }
        while last > first, tokens[last].kind == .sign, lower(last) != "\"", lower(last) != "\u{201D}",
            lower(last) != ")"
        { last -= 1 }
        return last - first >= 1 ? first...last : nil
    }

    private func timeAt(_ at: Int) -> Int? {
        guard let date = datesByStart[tokens[at].start].map({ dates[$0] }) else { return nil }
        var last = at
        while last + 1 < tokens.count, tokens[last].end < date.span.end { last += 1 }
        return last
    }

    /// A clause before the subject, parted by a comma: from the sentence's beginning.
    private func clause(before speaker: ClosedRange<Int>, _ verb: Int, _ range: Range<Int>) -> ClosedRange<
        Int
    >? {
        var end = speaker.lowerBound - 1
        guard end > range.lowerBound, lower(end) == "," else { return nil }
        // Behind the verb nothing may come but a time, a place, or the end.
        let rest = range.upperBound - verb
        guard rest <= 16 else { return nil }
        end -= 1
        let first = range.lowerBound
        guard end - first >= 3, !(first...end).contains(where: { quoted[$0] >= 0 }) else { return nil }
        let isClause = (first...end).contains {
            QuoteRules.finite.contains(lower($0)) || lower($0).hasSuffix("ed")
        }
        return isClause ? first...end : nil
    }

    /// `But neighbour Ann Roe picks up the story: “…”`: before a colon, the one person that a sentence names
    /// in its first words.
    func colon(_ before: Range<Int>, _ first: Int, _ words: Int) -> Attribution? {
        guard !isAbroad, words >= 4, lower(first - 1) == ":", before.count <= 25 else { return nil }
        let names = Set(before.compactMap { namesByToken[$0] }).filter { entities.found[$0].kind == .person }
        guard names.count == 1, let name = names.first.map({ entities.found[$0] }),
            lower(name.last + 1) != "'s", before.allSatisfy({ quoted[$0] < 0 }),
            (name.title?.first ?? name.first) - before.lowerBound <= 3, name.last < first - 2
        else { return nil }
        return Attribution(
            cue: (first - 1)...(first - 1), speaker: name.first...name.last, rule: "quote.colon")
    }

    /// `Poll: …`, `Pashinyan: …` over an article: who says it stands before the colon.
    private mutating func headline(_ range: Range<Int>) {
        guard let colon = range.prefix(6).first(where: { lower($0) == ":" }), colon > range.lowerBound,
            range.upperBound - colon > 4,
            range.lowerBound == 0 || text.zone(ofSentence: tokens[colon].sentence) == .headline,
            quoted[colon + 1] < 0, tokens[colon + 1].kind == .word
        else { return }
        let before = range.lowerBound..<colon
        let isNamed =
            before.allSatisfy { namesByToken[$0] != nil }
            && namesByToken[range.lowerBound].map { entities.found[$0].kind != .place } == true
        guard isNamed || before.count <= 2 && QuoteWords.sources.contains(lower(colon - 1)),
            let content = content(from: colon + 1, range)
        else { return }
        append(
            .indirect, content, colon...colon, range.lowerBound...(colon - 1), "speech.headline", .likely)
    }

    /// `officials`, `data from the European Central Bank` behind `according to`.
    private func source(_ at: Int, _ range: Range<Int>) -> ClosedRange<Int>? {
        let isData = ["data", "research", "figures", "estimates", "analysis", "polling"].contains(lower(at))
        guard isData else { return nounPhrase(from: at, in: range) }
        guard ["from", "by", "of"].contains(lower(at + 1)), let whose = nounPhrase(from: at + 2, in: range)
        else { return at...at }
        return at...whose.upperBound
    }

    /// `According to officials, …`, `…, according to officials.`
    private mutating func accordingTo(_ range: Range<Int>) {
        for at in range
        where lower(at) == "according" && lower(at + 1) == "to" && quoted[at] < 0 && !usedVerbs.contains(at) {
            guard let speaker = source(at + 2, range) else { continue }
            if at - range.lowerBound <= 1 {
                // `According to Ann Roe the plan is good.`
                let isNamed = owner(speaker.upperBound) != nil
                let isBare = isNamed && isAmong(.determiners, speaker.upperBound + 1)
                let comma = (speaker.upperBound..<range.upperBound).first { lower($0) == "," }
                guard let start = isBare ? speaker.upperBound : comma,
                    let content = content(from: start + 1, range)
                else { continue }
                usedVerbs.formUnion([at, at + 1])
                append(.indirect, content, at...(at + 1), speaker, "speech.according", .likely)
            } else {
                let end = lower(at - 1) == "," ? at - 2 : at - 1
                guard end - range.lowerBound >= 3,
                    !(range.lowerBound...end).contains(where: { quoted[$0] >= 0 })
                else { continue }
                usedVerbs.formUnion([at, at + 1])
                append(.indirect, range.lowerBound...end, at...(at + 1), speaker, "speech.according", .likely)
            }
        }
    }
}
