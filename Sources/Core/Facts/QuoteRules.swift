import Model
import Text

/// Finds what an article says that somebody said: quotation marks are paired by paragraph, the reporting
/// clause is looked for on either side, and its subject is the speaker; a clause behind a verb of speech
/// without marks is indirect speech. Where the text supports no speaker, there is none.
struct QuoteRules {
    let text: FactText
    let entities: EntityRules
    var found: [Quotation] = []
    /// Quoted stretches, by the tokens of their marks; the last token of an unclosed one is its paragraph's
    /// last.
    var stretches: [(first: Int, last: Int)] = []
    /// By token, the stretch that it is in; -1 outside.
    var quoted: [Int]
    /// Tokens of what is said partly in marks: what is reported in it is a part of it.
    private(set) var mixedTokens: Set<Int> = []
    /// Marks that close what was opened within a quotation.
    var nested: Set<Int> = []
    /// Verbs that report something already.
    var usedVerbs: Set<Int> = []
    /// The speaker of the quotation before, for what goes on with it.
    var lastSpeaker: (tokens: ClosedRange<Int>, paragraph: Int)?

    /// Tokens between a quotation and what reports it, at most.
    static let reach = 120

    struct Attribution {
        var cue: ClosedRange<Int>
        var speaker: ClosedRange<Int>?
        var rule: String
    }

    /// Speakers of quotations in marks and of reports, by the token that what they say begins at.
    private(set) var speakers: (marked: [SpokenAt], reported: [SpokenAt]) = ([], [])
    typealias SpokenAt = (at: Int, tokens: ClosedRange<Int>)

    /// The article's language names the speaker right beside the verb.
    let isAbroad: Bool
    let dates: [TimeExpression]
    /// By token, the name that it belongs to.
    let namesByToken: [Int?]
    /// By the token that a person's title begins at before the name, the name's last.
    let titled: [Int: Int]
    /// Persons by the last tokens of the titles behind their names.
    let titledBehind: [Int: Int]
    /// By byte, the word of time that begins or ends there.
    private(set) var datesByStart: [Int: Int] = [:]
    private(set) var datesByEnd: [Int: Int] = [:]

    init(_ text: FactText, _ entities: EntityRules, _ dates: [TimeExpression]) {
        (self.text, self.entities, self.dates) = (text, entities, dates)
        isAbroad = SpeechAbroad.languages.contains(entities.language)
        namesByToken = entities.owner.map { $0 < 0 ? nil : $0 }
        var titled: [Int: Int] = [:]
        for one in entities.found {
            if let title = one.title, title.last < one.first { titled[title.first] = one.last }
        }
        self.titled = titled
        titledBehind = Dictionary(
            entities.found.indices.compactMap { index in
                let one = entities.found[index]
                return one.title.flatMap { $0.first > one.last ? ($0.last, index) : nil }
            }, uniquingKeysWith: { first, _ in first })
        for (index, date) in dates.enumerated() {
            datesByStart[date.span.start] = index
            datesByEnd[date.span.end] = index
        }
        quoted = [Int](repeating: -1, count: text.tokens.count)
    }

    var tokens: [FactToken] { text.tokens }

    mutating func run() {
        pairMarks()
        let dialogues = isAbroad ? dialogues() : []
        for index in stretches.indices where !dialogues.contains(index) { attribute(index) }
        speakBack()
        indirectSpeech()
        found.sort { $0.span < $1.span }
        join()
        let people = People(entities)
        nameSpeakers(people)
        dateStatements()
        nest(people)
    }

    /// What goes on behind the reporting clause is the same quotation: in the same sentence, or as the next
    /// one of the paragraph. What is quoted of a document is an excerpt each time: what stands between is not
    /// known.
    private mutating func join() {
        var out: [Quotation] = []
        /// The last one in marks.
        var open: Int?
        for one in found {
            if let at = open, goesOn(one, from: out[at]) {
                out[at].parts.append(one.span)
                out[at].span = TextSpan(out[at].span.start, one.span.end)
                continue
            }
            out.append(one)
            // An indirect one may stand in between.
            if one.kind != .indirect { open = out.count - 1 }
        }
        found = out
    }

    private func goesOn(_ one: Quotation, from last: Quotation) -> Bool {
        guard one.kind == .direct, last.kind == .direct, last.span.end <= one.span.start,
            !isDocument(last.speaker)
        else { return false }
        let between = text.article.string(TextSpan(last.span.end, one.span.start))
        guard !between.contains("\n"), !between.contains("adding"), !between.contains(" that ") else {
            return false
        }
        if one.rule == "quote.continued" { return true }
        // In the middle of a sentence: the same clause reports both, and the second begins with a small
        // letter or stands between commas.
        let bytes = text.article.text
        let letter = bytes[one.span.start..<one.span.end].first(where: isASCIILetter)
        let comma = UInt8(ascii: ",")
        let isWithin =
            letter.map { $0 >= 0x61 } ?? false
            || between.last { $0 != " " } == ","
                && bytes[last.span.start..<last.span.end].suffix(4).contains(comma)
        return one.cue != nil && one.cue == last.cue && one.speaker == last.speaker && isWithin
    }

    func lower(_ at: Int) -> String { at >= 0 && at < text.tokens.count ? text.tokens[at].lower : "" }

    /// Whether a word stands in one of these lists.
    func isAmong(_ lists: WordClasses, _ at: Int) -> Bool { entities.isAmong(lists, at) }

    /// What a verb needs to be a report; nil for what reports nothing.
    func reportFrame(_ at: Int) -> QuoteWords.Frame? {
        if isAmong(.speech, at) { return .speech }
        if isAmong(.clause, at) { return .clause }
        return isAmong(.intent, at) ? .intent : nil
    }

    func paragraph(_ at: Int) -> Int { text.sentences[text.tokens[at].sentence].paragraph }

    /// Words between the marks.
    private func wordCount(_ index: Int) -> Int {
        let (first, last) = stretches[index]
        return (first...last).reduce(0) { $0 + (text.tokens[$1].kind == .sign ? 0 : 1) }
    }

    // MARK: attribution

    private mutating func attribute(_ index: Int) {
        let (first, last) = stretches[index]
        let words = wordCount(index)
        // A reporting clause is near, in however long a sentence.
        let begin = text.range(ofSentence: text.tokens[first].sentence).lowerBound
        let before = max(begin, first - QuoteRules.reach)..<first
        let after = (last + 1)..<max(last + 1, min(endOfClause(behind: last), last + QuoteRules.reach))
        if words >= 2, let attribution = isAbroad ? attributionAbroad(after: after) : attributionAfter(after)
        {
            return add(index, attribution, start: before, words: words)
        }
        if words >= 2, let attribution = attributionAtEnd(before, after, first: first) {
            return add(index, attribution, start: first..<first, words: words)
        }
        if isTitle(index), words == 1 || lower(first - 1) != ",", lower(first - 1) != ":" { return }
        let reported =
            isAbroad
            ? attributionAbroad(before: before, first: first, words: words)
            : attributionBefore(before, first: first, words: words)
        if let attribution = reported {
            return add(index, attribution, start: before, words: words)
        }
        if let attribution = transcript(index) ?? introduction(index, before) ?? colon(before, first, words) {
            return add(index, attribution, start: first..<first, words: words)
        }
        let isAlone =
            before.allSatisfy { text.tokens[$0].kind == .sign }
            && after.allSatisfy { text.tokens[$0].kind == .sign }
        if isAlone, words >= 3 { return continued(index) }
        if words >= 4, !isAbroad, let attribution = attributionFar(after) {
            return add(index, attribution, start: before, words: words)
        }
        guard words >= 3, !isTitle(index) else { return }
        append(.fragment, first...last, nil, nil, "quote.fragment", .weak)
    }

    /// `"WALLACE: If I may, sir` of a transcript.
    private func transcript(_ index: Int) -> Attribution? {
        let first = stretches[index].first + 1
        var last = first
        while text.tokens.indices.contains(last), last - first < 4, text.tokens[last].isAllCapitals {
            last += 1
        }
        guard last > first, lower(last) == ":" else { return nil }
        return Attribution(cue: last...last, speaker: first...(last - 1), rule: "quote.transcript")
    }

    /// The end of the sentence that a closing mark stands in; or of the next one, where that goes on with
    /// it: behind a question or a cry, or with a dash.
    private func endOfClause(behind last: Int) -> Int {
        let end = text.range(ofSentence: text.tokens[last].sentence).upperBound
        guard last + 1 == end, end < text.tokens.count, paragraph(end) == paragraph(last) else { return end }
        let isOpen = ["?", "!", "\u{2026}"].contains(lower(last - 1))
        let isDash = ["\u{2015}", "\u{2014}", "\u{2013}", "-"].contains(lower(end))
        return isOpen || isDash ? text.range(ofSentence: text.tokens[end].sentence).upperBound : end
    }

    /// Every word capitalised: the title of a book or film.
    private func isTitle(_ index: Int) -> Bool {
        let (first, last) = stretches[index]
        let long = (first...last).filter {
            text.tokens[$0].kind == .word && text.tokens[$0].lower.utf8.count > 2
                && !["and", "the", "for"].contains(lower($0))
        }
        return !long.isEmpty && long.allSatisfy { text.tokens[$0].isCapital }
    }

    /// A quotation that fills its sentence goes on with the one before, or with the speaker of the sentence
    /// before it.
    private mutating func continued(_ index: Int) {
        let (first, last) = stretches[index]
        let number = paragraph(first)
        // `"Follow Ann Roe on Twitter`: an author who forgot to close her marks.
        if lower(first + 1) == "follow",
            (first...last).contains(where: { lower($0) == "twitter" || lower($0) == "@" })
        {
            return
        }
        if let known = lastSpeaker, number - known.paragraph <= 1 {
            lastSpeaker = (known.tokens, number)
            return append(.direct, first...last, nil, known.tokens, "quote.continued", .likely)
        }
        let sentence = text.tokens[first].sentence
        if sentence > 0, number - text.sentences[sentence - 1].paragraph <= 1 {
            let range = text.range(ofSentence: sentence - 1)
            let isHere = text.sentences[sentence - 1].paragraph == number
            if let verb = range.last(where: { isReportingVerb($0) }),
                isHere || reportFrame(verb) == .speech && !isAbroad,
                let subject = subject(before: verb, from: range.lowerBound),
                isHere || isNamedOrPronoun(subject)
            {
                lastSpeaker = (subject, number)
                return append(.direct, first...last, verb...verb, subject, "quote.introduced", .weak)
            }
        }
        append(.direct, first...last, nil, nil, "quote.alone", .weak)
    }

    private func isNamedOrPronoun(_ words: ClosedRange<Int>) -> Bool {
        ["he", "she"].contains(lower(words.upperBound)) || owner(words.upperBound)?.kind == .person
    }

    private mutating func add(_ index: Int, _ attribution: Attribution, start: Range<Int>, words: Int) {
        let (first, last) = stretches[index]
        for at in attribution.cue { usedVerbs.insert(at) }
        if let speaker = attribution.speaker { lastSpeaker = (person(behind: speaker), paragraph(first)) }
        // Words of the same clause before the marks: said that the checkpoint "shall be …".
        var from = first
        if attribution.cue.upperBound < first {
            // `According to reports, they “kept” them`: behind whom it is said by.
            let isSource = attribution.rule == "quote.according"
            let cue = isSource ? attribution.speaker?.upperBound : nil
            let content = contentStart(max(cue ?? 0, attribution.cue.upperBound), first)
            if (content..<first).contains(where: { text.tokens[$0].kind != .sign }) { from = content }
        } else if !(isAbroad && lower(first - 1) == ":"),
            let begun = start.first(where: { text.tokens[$0].kind != .sign })
        {
            from = begun
        }
        // And behind them: "… was possible" during his call, Miller said.
        var to = last
        if attribution.cue.lowerBound > last, !isAbroad {
            let bound = min(attribution.cue.lowerBound, attribution.speaker?.lowerBound ?? .max)
            var end = bound - 1
            while end > last, text.tokens[end].kind == .sign { end -= 1 }
            if end > last, end - last > 1 { to = end }
        } else if attribution.cue.upperBound < first,
            from < first || text.tokens[last].sentence == text.tokens[first].sentence
        {
            let stop = text.range(ofSentence: text.tokens[last].sentence).upperBound
            var end = last + 1
            while end < stop, quoted[end] < 0, ![",", ";", ".", "-", "–", "—"].contains(lower(end)),
                !isReportingVerb(end), !["but", "while", "and", "as", "after"].contains(lower(end))
            { end += 1 }
            // Said that “race still determines too much” in America: part of a clause that goes on.
            let mark = lower(first - 1)
            let isEmbedded = mark != ":" && (mark != "," || lower(first - 2) == "that")
            if end - 1 > last, from < first || isEmbedded { to = end - 1 }
        }
        let isMixed = from < first || to > last
        if from < first, widenLast(to: tokens[to].end, from: tokens[from].start, attribution.cue) { return }
        append(
            isMixed ? .mixed : .direct, from...to, attribution.cue, attribution.speaker, attribution.rule,
            words >= 4 ? .sure : .likely)
    }

    /// Another part in marks of the clause that the quotation before is a part of: they are one.
    private mutating func widenLast(to end: Int, from start: Int, _ cue: ClosedRange<Int>) -> Bool {
        guard let last = found.indices.last, found[last].kind == .mixed,
            found[last].cue == text.span(cue.lowerBound, cue.upperBound), start < found[last].span.end
        else { return false }
        found[last].span = TextSpan(found[last].span.start, max(end, found[last].span.end))
        found[last].parts = [found[last].span]
        return true
    }

    /// A quotation that is not closed goes on in the next paragraph: who is said there to have spoken did so
    /// here.
    private mutating func speakBack() {
        var byStart: [Int: Int] = [:]
        for (index, one) in found.enumerated() where one.kind == .direct { byStart[one.span.start] = index }
        for index in stretches.indices.dropLast().reversed() {
            let (here, next) = (stretches[index], stretches[index + 1])
            guard next.first == here.last + 1, !QuoteRules.isMark(lower(here.last)),
                let mine = byStart[tokens[here.first].start], let his = byStart[tokens[next.first].start],
                found[mine].cue == nil || found[mine].rule == "quote.introduced", found[his].speaker != nil,
                found[his].rule != "quote.introduced"
            else { continue }
            (found[mine].speaker, found[mine].cue) = (found[his].speaker, nil)
            (found[mine].rule, found[mine].confidence) = ("quote.continued", .likely)
        }
    }

    private static let documents: WordSet = [
        "statement", "letter", "post", "tweet", "message", "release", "report", "memo", "document", "email",
    ]

    private func isDocument(_ speaker: TextSpan?) -> Bool {
        let last = speaker.map { text.article.string($0) }?.split(separator: " ").last
        return last.map { QuoteRules.documents.contains($0.lowercased()) } ?? false
    }

    /// Whose statement it is, when `the statement said` goes on with `Miller said in a statement`; else the
    /// speaker as named.
    func person(behind speaker: ClosedRange<Int>) -> ClosedRange<Int> {
        guard QuoteRules.documents.contains(lower(speaker.upperBound)) else { return speaker }
        let number = paragraph(speaker.lowerBound)
        var at = speaker.lowerBound - 1
        while at >= 0, paragraph(at) == number {
            if quoted[at] < 0, isReportingVerb(at),
                let subject = subject(
                    before: at, from: text.range(ofSentence: text.tokens[at].sentence).lowerBound),
                namesByToken[subject.upperBound] != nil || namesByToken[subject.lowerBound] != nil
            {
                return subject
            }
            at -= 1
        }
        return speaker
    }

    /// Where what is said begins behind a verb: after `that`, or after whom it is said to.
    private func contentStart(_ verb: Int, _ first: Int) -> Int {
        if let that = (verb + 1..<first).first(where: { lower($0) == "that" }), that - verb <= 8 {
            return lower(that + 1) == "," ? that + 2 : that + 1
        }
        var at = verb + 1
        // `told reporters`, `in a statement`, `on Monday`, a comma or colon.
        if let mark = (at..<first).last(where: { [":", ","].contains(lower($0)) }), mark == first - 1 {
            return first
        }
        while at < first, text.tokens[at].kind == .sign { at += 1 }
        return at
    }

    mutating func append(
        _ kind: Quotation.Kind, _ span: ClosedRange<Int>, _ cue: ClosedRange<Int>?,
        _ speaker: ClosedRange<Int>?, _ rule: String,
        _ confidence: FactConfidence
    ) {
        if kind == .mixed, !isAbroad {
            for at in span where quoted[at] < 0 && reportFrame(at) != nil {
                mixedTokens.insert(at)
            }
        }
        if let speaker {
            if kind == .indirect {
                speakers.reported.append((span.lowerBound, speaker))
            } else {
                speakers.marked.append((span.lowerBound, speaker))
            }
        }
        found.append(
            Quotation(
                kind: kind, span: text.span(span.lowerBound, span.upperBound),
                cue: cue.map { text.span($0.lowerBound, $0.upperBound) },
                speaker: speaker.map { text.span($0.lowerBound, $0.upperBound) }, rule: rule,
                confidence: confidence))
    }
}
