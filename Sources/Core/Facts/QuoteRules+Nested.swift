import Model

/// What stands around and in a quotation: when it was said, and who is said in it to have said something.
extension QuoteRules {
    /// Tokens between a reporting verb and the day of its statement.
    private static let dayReach = 16

    /// Gives each quotation the day that its reporting clause names, and a later one of the same statement
    /// the same.
    mutating func dateStatements() {
        var last: (when: TextSpan, mention: Int, paragraph: Int)?
        let names = entities.canonical
        let days = daysBySentence()
        for index in found.indices where found[index].kind != .fragment {
            let one = found[index]
            let number = tokenRange(one.span).map { paragraph($0.lowerBound) }
            found[index].when = one.cue.flatMap { day(beside: $0, outside: one.parts, days) }
            guard let who = one.referent?.mention, let number else { continue }
            if let when = found[index].when {
                last = (when, who, number)
            } else if let last, names[last.mention] == names[who], last.paragraph == number {
                found[index].when = last.when
            }
        }
    }

    /// The day nearest to a verb in its sentence, not in what is said.
    private func day(
        beside cue: TextSpan, outside parts: [TextSpan],
        _ days: [Int: [(words: ClosedRange<Int>, span: TextSpan)]]
    ) -> TextSpan? {
        guard let verb = tokenRange(cue)?.lowerBound else { return nil }
        var best: (distance: Int, span: TextSpan)?
        for (place, span) in days[text.tokens[verb].sentence] ?? [] {
            guard !parts.contains(where: { $0.start <= span.start && span.end <= $0.end }) else { continue }
            let between =
                place.lowerBound > verb ? verb..<place.lowerBound : min(place.upperBound, verb)..<verb
            guard between.count <= QuoteRules.dayReach, between.allSatisfy({ quoted[$0] < 0 }) else {
                continue
            }
            if between.count < best?.distance ?? .max { best = (between.count, span) }
        }
        return best?.span
    }

    /// Days and times by sentence, the first few of each.
    private func daysBySentence() -> [Int: [(words: ClosedRange<Int>, span: TextSpan)]] {
        var out: [Int: [(words: ClosedRange<Int>, span: TextSpan)]] = [:]
        for date in dates where date.relation == nil && (date.kind == .date || date.kind == .time) {
            guard let words = tokenRange(date.span) else { continue }
            let sentence = text.tokens[words.lowerBound].sentence
            if out[sentence]?.count ?? 0 < 20 { out[sentence, default: []].append((words, date.span)) }
        }
        return out
    }

    /// Finds who is said, in somebody's words, to have said something: `"Blinken stressed that …," Miller
    /// said`.
    mutating func nest(_ people: People) {
        var last: Int?
        for index in found.indices where found[index].kind == .direct || found[index].kind == .mixed {
            for part in found[index].parts {
                guard let words = tokenRange(part) else { continue }
                for at in words where quoted[at] >= 0 {
                    guard let (subject, referent) = nestedSubject(at, last, people),
                        let (cue, content) = nestedSpeech(behind: subject.upperBound, words)
                    else { continue }
                    found[index].nested.append(
                        Quotation.Nested(
                            speaker: text.span(subject.lowerBound, subject.upperBound), referent: referent,
                            cue: text.span(cue.lowerBound, cue.upperBound),
                            content: text.span(content.lowerBound, content.upperBound)))
                    if let referent { last = referent.mention }
                }
            }
        }
    }

    /// A name or a pronoun that begins here.
    private func nestedSubject(
        _ at: Int, _ last: Int?, _ people: People
    ) -> (words: ClosedRange<Int>, referent: Quotation.Referent?)? {
        if let index = namesByToken[at], entities.found[index].first == at,
            entities.found[index].kind == .person
        {
            let one = entities.found[index]
            return (
                one.first...one.last,
                Quotation.Referent(mention: index, rule: "speaker.name", confidence: .sure)
            )
        }
        guard let gender = Gender(pronoun: lower(at)), ["he", "she"].contains(lower(at)) else { return nil }
        guard let last, people.genders[people.name(last)] ?? gender == gender else { return (at...at, nil) }
        return (
            at...at, Quotation.Referent(mention: last, rule: "speaker.nested", confidence: .likely)
        )
    }

    /// The verb of speech behind a subject, and what it reports up to the end of its clause.
    private func nestedSpeech(
        behind subject: Int, _ words: ClosedRange<Int>
    ) -> (cue: ClosedRange<Int>, content: ClosedRange<Int>)? {
        var verb = subject + 1
        while words.contains(verb), verb - subject <= 3, QuoteRules.beforeSpeech.contains(lower(verb)) {
            verb += 1
        }
        guard words.contains(verb), quoted[verb] >= 0, QuoteWords.nestedVerbs.contains(lower(verb)) else {
            return nil
        }
        var cue = verb
        var first = verb + 1
        if let that = (first..<min(first + 4, words.upperBound)).first(where: { lower($0) == "that" }) {
            (cue, first) = (that - 1, that + 1)
        }
        let sentence = text.tokens[verb].sentence
        var last = first
        while last < words.upperBound, last - first < QuoteRules.reach,
            text.tokens[last + 1].sentence == sentence
        {
            let next = lower(last + 1)
            if quoted[last + 1] != quoted[verb] || last + 1 == stretches[quoted[verb]].last { break }
            if next == "and", QuoteWords.nestedVerbs.contains(lower(last + 2)) { break }
            last += 1
        }
        while last > first, text.tokens[last].kind == .sign { last -= 1 }
        guard last - first >= 1, words.contains(first) else { return nil }
        return (verb...cue, first...last)
    }

    private static let beforeSpeech: WordSet = [
        "also", "then", "has", "had", "have", "again", "clearly", "just", "even", "later", "never", "once",
    ]
}
