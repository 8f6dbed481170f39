import Model
import Text

/// Finds words of time and the days that they name, relative to the article's day: a weekday is the last one
/// up to it, a month the last one, unless the sentence speaks of what is to come.
struct DateRules {
    let text: FactText
    /// The day that the article is of; nil when it bears none.
    let today: CalendarDay?
    var found: [TimeExpression] = []
    /// The day that was spoken of last, for "a day later".
    private var last: CalendarDay?
    private var lastIsDay = false

    let language: String?
    /// Of another language than English.
    private let words: ForeignDateWords?
    let amounts: ForeignAmounts?

    init(_ text: FactText, today: CalendarDay?, language: String?) {
        (self.text, self.today, self.language) = (text, today, language)
        words = language.flatMap { ForeignDateWords.all[$0] }
        amounts = language.flatMap { ForeignAmounts.all[$0] }
    }

    var tokens: [FactToken] { text.tokens }

    /// What a rule found: its last token and what it says.
    struct Finding {
        var first: Int
        var last: Int
        var kind: TimeExpression.Kind
        var value: DatedValue?
        var modifier: String?
        var rule: String
        var confidence = FactConfidence.likely

        /// It names one day that is known: a time of it can be added.
        var isDay: Bool { kind == .date && value?.from != nil && value?.value.utf8.count == 10 }
    }

    mutating func run() {
        var index = 0
        while index < text.tokens.count {
            guard var finding = find(index) else {
                index += 1
                continue
            }
            if words == nil { finding = joined(finding) }
            take(finding)
            index = finding.last + 1
        }
    }

    private mutating func take(_ finding: Finding) {
        if let value = finding.value, let from = value.from {
            last = from
            lastIsDay = value.value.utf8.count >= 10 && !value.value.utf8.contains(UInt8(ascii: "W"))
        }
        found.append(
            TimeExpression(
                span: text.span(finding.first, finding.last), kind: finding.kind, value: finding.value?.value,
                from: finding.value?.from?.iso8601, to: finding.value?.to?.iso8601,
                relation: relation(finding.first),
                modifier: finding.modifier, rule: finding.rule, confidence: finding.confidence))
    }

    private func relation(_ first: Int) -> TimeExpression.Relation? {
        guard first > 0, text.tokens[first - 1].sentence == text.tokens[first].sentence else { return nil }
        switch text.tokens[first - 1].lower {
        case "since": return .since
        case "until", "till", "til": return .until
        case "before": return .before
        case "after": return .after
        case "during", "throughout": return .during
        default: return nil
        }
    }

    /// The first rule that knows what stands at a token.
    private func find(_ at: Int) -> Finding? {
        let token = text.tokens[at]
        if let words {
            if let found = foreign(at, words) { return found }
            if let found = amounts.flatMap({ foreignAmount(at, $0) }) { return found }
            return token.kind == .number ? digits(at) : nil
        }
        switch token.kind {
        case .number: return numeric(at) ?? amount(at)
        case .sign: return token.lower == "'" ? shortDecade(at) : nil
        case .word: break
        }
        // One look for most words: what begins no expression is none.
        guard DateWords.beginnings.contains(token.lower) else {
            return ordinal(token.lower).flatMap { quarter(at, $0) }
        }
        return part(at) ?? named(at) ?? amount(at) ?? relative(at) ?? simple(at)
    }

    // MARK: words

    func lower(_ at: Int) -> String { at >= 0 && at < text.tokens.count ? text.tokens[at].lower : "" }

    /// Whether a token is in the same sentence as another.
    func isTogether(_ a: Int, _ b: Int) -> Bool {
        b >= 0 && b < text.tokens.count && text.tokens[a].sentence == text.tokens[b].sentence
    }

    func number(_ at: Int) -> Int? {
        guard at < text.tokens.count, text.tokens[at].kind == .number else { return nil }
        return Int(text.tokens[at].lower)
    }

    /// A day of a month: `5`, `5th`, and where it ends.
    func dayNumber(_ at: Int) -> Int? {
        guard at < text.tokens.count else { return nil }
        let word = text.tokens[at].lower
        let digits = word.prefix { $0.isASCII && $0.isNumber }
        guard let value = Int(digits), (1...31).contains(value), digits.utf8.count <= 2 else { return nil }
        let rest = word.dropFirst(digits.utf8.count)
        return rest.isEmpty || ["st", "nd", "rd", "th"].contains(String(rest)) ? value : nil
    }

    func year(_ at: Int) -> Int? {
        guard at < text.tokens.count, text.tokens[at].kind == .number, text.tokens[at].lower.utf8.count == 4,
            let value = Int(text.tokens[at].lower), (1000...2100).contains(value)
        else { return nil }
        return value
    }

    /// A month's name, and the token behind it (its dot goes with it).
    func month(_ at: Int) -> (month: Int, next: Int)? {
        guard at < text.tokens.count, text.tokens[at].isCapital,
            let month = DateWords.months[text.tokens[at].lower]
        else { return nil }
        let isShort = text.tokens[at].lower.utf8.count <= 4 && month != 5 && month != 6 && month != 7
        let hasDot = isShort && lower(at + 1) == "." && text.tokens[at + 1].isGlued
        return (month, at + (hasDot ? 2 : 1))
    }

    /// Steps over a comma.
    func behindComma(_ at: Int) -> Int { lower(at) == "," ? at + 1 : at }

    /// Steps over a hyphen.
    func behindHyphen(_ at: Int) -> Int { lower(at) == "-" ? at + 1 : at }

    /// Whether these words stand one behind the other.
    func words(_ at: Int, _ wanted: [String]) -> Bool {
        wanted.indices.allSatisfy { lower(at + $0) == wanted[$0] }
    }

    // MARK: findings

    /// A time, `T15:00` or `TMO`, of the day that another finding names; nil when that names none.
    func time(
        _ time: String, of day: Finding?, from first: Int, rule: String, _ confidence: FactConfidence
    ) -> Finding? {
        guard var found = day, found.isDay else { return nil }
        found.value?.value += time
        return Finding(
            first: first, last: found.last, kind: .time, value: found.value, rule: rule,
            confidence: confidence)
    }

    /// Words that say when without a day: `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`.
    func vague(_ first: Int, _ last: Int, _ value: String) -> Finding {
        Finding(
            first: first, last: last, kind: .date, value: DatedValue(value), rule: "date.vague",
            confidence: .weak)
    }

    // MARK: tense

    /// Whether the sentence speaks of what is to come where this stands: the nearest verb before it says so.
    func isFuture(_ at: Int) -> Bool {
        let range = text.range(ofSentence: text.tokens[at].sentence)
        var index = at - 1
        while index >= range.lowerBound, at - index < 20 {
            let word = text.tokens[index].lower
            if DateWords.future.contains(word) || word.hasSuffix("'ll") { return true }
            if ["scheduled", "due", "expected", "set", "slated", "planned"].contains(word) {
                let verb = (1...3).map { lower(index - $0) }
                return verb.contains { ["is", "are", "'s", "be", "been"].contains($0) }
            }
            if word == "to",
                ["plans", "plan", "hopes", "intends", "wants", "vowed", "promised", "is", "are"].contains(
                    lower(index - 1))
            {
                return true
            }
            if DateWords.reportingCues.contains(word) { return false }
            index -= 1
        }
        // At the beginning of its sentence: what follows decides.
        guard at - range.lowerBound <= 3 else { return false }
        return (at..<min(at + 9, range.upperBound)).contains {
            text.tokens[$0].lower == "will" || text.tokens[$0].lower.hasSuffix("'ll")
        }
    }

    // MARK: values

    /// The day of a month that fits best without a year.
    func day(_ month: Int, _ day: Int, future: Bool) -> DatedValue? {
        guard let today else { return nil }
        let year = today.year
        guard let same = CalendarDay(year, month, day) ?? CalendarDay(year - 1, month, day) else {
            return nil
        }
        if future { return .day(same >= today + -45 ? same : CalendarDay(year + 1, month, day) ?? same) }
        // A few days ahead is what is about to come, told without a verb.
        if same <= today + 10 { return .day(same) }
        return .day(CalendarDay(year - 1, month, day) ?? same)
    }

    /// The day of that name that is next to today where no tense is read: up to four months ahead.
    func nearestDay(_ month: Int, _ day: Int) -> DatedValue? {
        guard let today else { return nil }
        let days = (-1...1).compactMap { CalendarDay(today.year + $0, month, day) }
        return days.last { $0 <= today + 120 }.map(DatedValue.day)
    }

    func month(_ month: Int, future: Bool) -> DatedValue? {
        guard let today else { return nil }
        if future { return .month(month >= today.month ? today.year : today.year + 1, month) }
        return .month(month <= today.month ? today.year : today.year - 1, month)
    }

    func weekday(_ weekday: Int, _ shift: Int, future: Bool) -> CalendarDay? {
        guard let today else { return nil }
        let back = (today.weekday - weekday + 7) % 7
        switch shift {
        case -1: return today + -(back == 0 ? 7 : back)
        case 1: return today + (back == 0 ? 7 : 7 - back)
        default: return future ? today + (back == 0 ? 0 : 7 - back) : today + -back
        }
    }

    /// Where the anaphoric "a year later" counts from.
    var anchor: CalendarDay? { last }

    /// Where "a day later" counts from; nil behind a month or a year, in which the day is not known.
    var dayAnchor: CalendarDay? { lastIsDay ? last : nil }
}
