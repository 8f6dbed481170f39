import Model
import Text

/// What is said without marks in languages that name the speaker right beside the verb.
extension QuoteRules {
    /// Without marks: `sagte, dass …`, `Roth sagte, die Straße sei offen`, `…, sagte Roth`, `Selon Roux, …`.
    mutating func reportAbroad(_ verb: Int, _ range: Range<Int>) {
        if reportAtEnd(verb, range) { return }
        let behind = speakerAbroad(from: verb + 1, in: verb..<range.upperBound)
        let far = SpeechAbroad.farSubject.contains(entities.language) ? mainSubject(range, before: verb) : nil
        let named = speakerAbroad(before: verb, from: range.lowerBound) ?? behind ?? far
        guard let speaker = named else { return reportOnwards(verb, range) }
        var next = max(verb, speaker.upperBound) + 1
        if entities.hasCapitalNouns, let verbs = SpeechAbroad.partedPrefixes[lower(next)],
            lower(verb).begins(with: verbs)
        {
            next += 1
        }
        let comma = (next..<min(range.upperBound, next + 6)).first { lower($0) == "," }
        let that = (next..<min(range.upperBound, next + 8)).first {
            SpeechAbroad.that.contains(lower($0)) && quoted[$0] < 0
        }
        if let that, that - next <= 1 || comma == that - 1 || isAside(next, that),
            let said = contentAbroad(from: that + 1, range, least: 2)
        {
            usedVerbs.insert(verb)
            return append(.indirect, said, verb...verb, speaker, "speech.clause", .likely)
        }
        // German leaves `dass` out: a comma is enough, but what goes on about the speaker.
        let isRelative =
            speaker.lowerBound > verb
            && comma.map {
                // `die Vorsitzende der Unternehmer, Colette Boos-John, …`
                SpeechAbroad.relatives.contains(lower($0 + 1)) || isApposed($0 + 1)
            } ?? false
        if entities.hasCapitalNouns, let comma, comma == next || isAside(next, comma), !isRelative,
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
        append(
            .indirect, behindDateline(range)...(verb - 2), verb...verb, speaker, "speech.trailing", .likely)
    }

    /// `Añadió que …`, `وأضاف أن …`: whoever spoke before in the paragraph goes on.
    private mutating func reportOnwards(_ verb: Int, _ range: Range<Int>) {
        guard SpeechAbroad.subjectless.contains(entities.language) || entities.language == "ar",
            verb - range.lowerBound <= 2, SpeechAbroad.that.contains(lower(verb + 1)),
            let speaker = speakerBefore(verb), let said = contentAbroad(from: verb + 2, range)
        else { return }
        usedVerbs.insert(verb)
        append(.indirect, said, verb...verb, speaker, "speech.onwards", .weak)
    }

    /// Who spoke last before a token in its paragraph.
    func speakerBefore(_ at: Int) -> ClosedRange<Int>? {
        func last(_ all: [SpokenAt]) -> SpokenAt? {
            let low = all.partitioningIndex { $0.at >= at }
            return low > 0 && paragraph(all[low - 1].at) == paragraph(at) ? all[low - 1] : nil
        }
        let both = [last(speakers.marked), last(speakers.reported)].compactMap { $0 }
        return both.max { $0.at < $1.at }?.tokens
    }

    /// A day, or what else may stand before `that`: `aseguró el martes que`, `أمام البرلمان أمس إن`.
    private func isAside(_ first: Int, _ that: Int) -> Bool {
        // `na terça-feira`.
        func isBetween(_ at: Int) -> Bool { tokens[at].kind == .sign && lower(at) != "-" }
        guard that > first, that - first <= 6, !(first..<that).contains(where: isBetween) else {
            return false
        }
        // `a dit à Ottawa que`.
        let isPlaced =
            (first..<that).contains(where: isPlace)
            && (first..<that).allSatisfy { isPlace($0) || lower($0).unicodeScalars.count <= 4 }
        return isPlaced || entities.language == "ar" || datesByStart[tokens[first].start] != nil
            || datesByStart[tokens[min(first + 1, that)].start] != nil
    }

    private func isPlace(_ at: Int) -> Bool { owner(at)?.kind == .place }

    /// `Selon Anne Roux, …`, `…, по словам Ивана Петрова.`
    mutating func accordingAbroad(_ range: Range<Int>) {
        for at in range where quoted[at] < 0 && !usedVerbs.contains(at) {
            guard SpeechAbroad.beginsSource(lower(at)), let end = SpeechAbroad.endOfSource(at, lower),
                let speaker = speakerAbroad(from: end + 1, in: range),
                isSpeaker(speaker)
            else { continue }
            let next = speaker.upperBound + 1
            var said: ClosedRange<Int>?
            if at <= behindDateline(range) + 1 {
                let comma = (next..<min(range.upperBound, next + 10)).first { lower($0) == "," }
                let isVerbSecond = SpeechAbroad.verbSecond.contains(entities.language)
                let first = isVerbSecond && lower(next) != "," ? next : comma.map { $0 + 1 }
                said = first.flatMap { contentAbroad(from: $0, range) }
            } else if range.upperBound - next <= (lower(at - 1) == "," ? 3 : 1), at - range.lowerBound > 4 {
                let last = lower(at - 1) == "," ? at - 2 : at - 1
                let first = behindDateline(range)
                if last - first >= 3, !(first...last).contains(where: { quoted[$0] >= 0 }) {
                    said = first...last
                }
            }
            guard let said else { continue }
            usedVerbs.formUnion(at...end)
            return append(.indirect, said, at...end, speaker, "speech.according", .likely)
        }
    }

    /// A person or an organisation with what goes before it, or a word that tells what somebody is.
    private func isSpeaker(_ range: ClosedRange<Int>) -> Bool {
        for at in range {
            if let index = namesByToken[at] {
                return [.person, .organisation].contains(entities.found[index].kind)
                    || range.contains(where: entities.isRoleHere)
            }
            if entities.isRoleHere(at) { return true }
            guard SpeechAbroad.determiners.contains(lower(at)) || entities.isPartOfTitle(at) else {
                return false
            }
        }
        return false
    }

    /// Where a sentence begins behind `Bakú, 23 abr (EFE).-`, `ANKARA (AA) -`.
    private func behindDateline(_ range: Range<Int>) -> Int {
        for at in range.prefix(14) where ["-", "–", "—"].contains(lower(at)) && at > range.lowerBound {
            let isDateline = (range.lowerBound..<at).allSatisfy {
                tokens[$0].isCapital || tokens[$0].kind != .word || lower($0).unicodeScalars.count <= 3
            }
            if isDateline, lower(at - 1) == ")" || lower(at - 2) == ")", at + 1 < range.upperBound {
                return at + 1
            }
        }
        return range.lowerBound
    }

    /// A person who is named between two commas.
    private func isApposed(_ at: Int) -> Bool {
        guard at < tokens.count, let index = namesByToken[at] else { return false }
        let name = entities.found[index]
        return name.kind == .person && name.first == at && lower(name.last + 1) == ","
    }

    /// `Hakan Fidan, koridorun açık olduğunu söyledi`: the verb is the last word, behind what is said.
    private mutating func reportAtEnd(_ verb: Int, _ range: Range<Int>) -> Bool {
        guard SpeechAbroad.verbFinal.contains(entities.language), range.upperBound - verb <= 3 else {
            return false
        }
        var end = verb - 1
        while end > range.lowerBound, SpeechAbroad.spokenNouns.contains(lower(end)) { end -= 1 }
        let endings =
            end < verb - 1
            ? SpeechAbroad.saidEndings + SpeechAbroad.saidNounEndings : SpeechAbroad.saidEndings
        guard endings.contains(where: lower(end).hasSuffix),
            let speaker = nominativeSubject(range, before: verb)
        else { return false }
        var first = speaker.upperBound + 1
        // `, salı günü yaptığı açıklamada, …`: where it was said.
        if let place = (first..<end).last(where: { SpeechAbroad.occasions.contains(lower($0)) }) {
            first = place + 1
        }
        while first < end, tokens[first].kind == .sign || ["da", "de", "ise"].contains(lower(first)) {
            first += 1
        }
        guard end - first >= 1, !(first...end).contains(where: { quoted[$0] >= 0 }) else { return false }
        usedVerbs.insert(verb)
        append(.indirect, first...end, verb...verb, speaker, "speech.clause", .likely)
        return true
    }

    /// The first who is named without a case: not `Guterres'in` of `Guterres'in sözcüsü Dujarric`.
    private func nominativeSubject(_ range: Range<Int>, before verb: Int) -> ClosedRange<Int>? {
        var from = range.lowerBound
        while let subject = mainSubject(from..<range.upperBound, before: verb) {
            if !lower(subject.upperBound).contains("'") { return subject }
            from = subject.upperBound + 1
        }
        return nil
    }

    /// From here to the end of the sentence, without its mark and without quotations.
    private func contentAbroad(from first: Int, _ range: Range<Int>, least: Int = 3) -> ClosedRange<Int>? {
        var (first, last) = (first, range.upperBound - 1)
        while last > first, tokens[last].kind == .sign { last -= 1 }
        while first < last, tokens[first].kind == .sign, quoted[first] < 0 { first += 1 }
        guard last - first + 1 >= least, !(first...last).contains(where: { quoted[$0] >= 0 }) else {
            return nil
        }
        return first...last
    }
}
