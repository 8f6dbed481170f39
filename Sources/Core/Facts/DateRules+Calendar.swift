import Model

/// Dates by the calendar: months, days, years, weekdays, forms of digits.
extension DateRules {
    /// Digits: `2020-01-02`, `1/2/2020`, `2 January 2020`, `1990s`, `19th century`, years, clock times.
    func numeric(_ at: Int) -> Finding? {
        if let finding = digits(at) { return finding }
        if words(at, ["9", "/", "11"]), tokens[at + 2].isGlued, lower(at + 3) != "/" {
            return Finding(
                first: at, last: at + 2, kind: .date, value: CalendarDay(2001, 9, 11).map(DatedValue.day),
                rule: "date.day")
        }
        if let finding = dayMonth(at) ?? dayOfMonth(at) { return finding }
        let word = lower(at)
        if word.hasSuffix("s"), let year = Int(word.dropLast()), (1000...2090).contains(year), year % 10 == 0
        {
            return Finding(
                first: at, last: at, kind: .date, value: .decade(year), rule: "date.decade", confidence: .sure
            )
        }
        let unitAt = behindHyphen(at + 1)
        if let ordinal = ordinal(word), lower(unitAt) == "century" || lower(unitAt) == "centuries" {
            return century(at, ordinal, last: unitAt)
        }
        if let time = clock(at) { return time }
        if let ordinal = ordinal(word), let quarter = quarter(at, ordinal) { return quarter }
        return bareYear(at)
    }

    /// `19th`, `first`.
    func ordinal(_ word: String) -> Int? {
        if let known = DateWords.ordinals[word] { return known }
        guard word.utf8.first.map({ (0x30...0x39).contains($0) }) == true, word.utf8.count >= 3,
            ["st", "nd", "rd", "th"].contains(word.suffix(2))
        else { return nil }
        return Int(word.dropLast(2))
    }

    func century(_ at: Int, _ ordinal: Int, last: Int) -> Finding? {
        guard (1...30).contains(ordinal) else { return nil }
        return Finding(
            first: at, last: last, kind: .date, value: .century(ordinal), rule: "date.century",
            confidence: .sure)
    }

    /// Three numbers parted by the same sign and nothing else.
    func digits(_ at: Int) -> Finding? {
        guard at + 4 < tokens.count, isTogether(at, at + 4) else { return dotted(at) }
        let mark = lower(at + 1)
        guard mark == "-" || mark == "/" || mark == ".", lower(at + 3) == mark,
            (at + 1...at + 4).allSatisfy({ tokens[$0].isGlued }), let a = number(at), let b = number(at + 2),
            let c = number(at + 4)
        else { return dotted(at) }
        let day: CalendarDay?
        // Americans alone write the month first.
        let isMonthFirst = language ?? "en" == "en" && mark == "/" && a <= 12
        if lower(at).utf8.count == 4 {
            day = CalendarDay(a, b, c)
        } else if lower(at + 4).utf8.count == 4 {
            // Day first where a month cannot be, else as Americans write it.
            day =
                isMonthFirst
                ? CalendarDay(c, a, b) ?? CalendarDay(c, b, a) : CalendarDay(c, b, a) ?? CalendarDay(c, a, b)
        } else if lower(at + 4).utf8.count == 2, mark != "-" {
            let year = c < 50 ? 2000 + c : 1900 + c
            day = isMonthFirst ? CalendarDay(year, a, b) : CalendarDay(year, b, a)
        } else {
            day = nil
        }
        // Iran counts its own years.
        guard let day, language != "fa" || day.year > 1500 else { return nil }
        return Finding(
            first: at, last: at + 4, kind: .date, value: .day(day), rule: "date.digits", confidence: .sure)
    }

    /// `26.06.2023` reads as a number of one token.
    private func dotted(_ at: Int) -> Finding? {
        let parts = lower(at).split(separator: ".")
        guard parts.count == 3, let a = Int(parts[0]), let b = Int(parts[1]), let c = Int(parts[2]) else {
            return nil
        }
        let day =
            parts[0].utf8.count == 4
            ? CalendarDay(a, b, c) : parts[2].utf8.count == 4 ? CalendarDay(c, b, a) : nil
        guard let day else { return nil }
        return Finding(
            first: at, last: at, kind: .date, value: .day(day), rule: "date.digits", confidence: .sure)
    }

    /// `2 January 2020`, `2nd of January`, `2-4 January`.
    private func dayMonth(_ at: Int) -> Finding? {
        guard let day = dayNumber(at) else { return nil }
        var next = at + 1
        var until: Int?
        if ["-", "–", "to", "and"].contains(lower(next)), let second = dayNumber(next + 1), second > day,
            month(next + 2) != nil || lower(next + 2) == "of"
        {
            until = second
            next += 2
        }
        if lower(next) == "of" { next += 1 }
        guard isTogether(at, next), let (number, behind) = month(next) else { return nil }
        return dated(first: at, number, day, until: until, behind: behind)
    }

    /// `on the 15th`, and nothing that it is the so-manieth of.
    private func dayOfMonth(_ at: Int) -> Finding? {
        guard let day = dayNumber(at), lower(at).utf8.count > 2, lower(at - 1) == "the",
            lower(at - 2) == "on",
            !isTogether(at, at + 1) || tokens[at + 1].kind == .sign && lower(at + 1) != "-"
        else { return nil }
        var value: DatedValue?
        if let today {
            let isFuture = isFuture(at)
            let months = [0, -1, 1].map { today.adding(months: $0) }
            let days = months.compactMap { CalendarDay($0.year, $0.month, day) }
            value = (days.first { isFuture ? $0 >= today : $0 <= today } ?? days.first).map(DatedValue.day)
        }
        return Finding(first: at - 1, last: at, kind: .date, value: value, rule: "date.day")
    }

    /// A month and a day are known; a year may follow.
    func dated(first: Int, _ month: Int, _ day: Int, until: Int? = nil, behind: Int) -> Finding? {
        let afterComma = behindComma(behind)
        let isYear = afterComma < tokens.count && isTogether(first, afterComma)
        if isYear, let year = year(afterComma), let found = CalendarDay(year, month, day) {
            var value = DatedValue.day(found)
            if let until, let end = CalendarDay(year, month, until) { value.to = end + 1 }
            return Finding(
                first: first, last: afterComma, kind: .date, value: value, rule: "date.full",
                confidence: .sure)
        }
        guard CalendarDay(2000, month, day) != nil else { return nil }
        var value = self.day(month, day, future: isFuture(first))
        if let until, let from = value?.from, let end = CalendarDay(from.year, month, until) {
            value?.to = end + 1
        }
        return Finding(
            first: first, last: behind - 1, kind: .date, value: value, rule: "date.day", confidence: .likely)
    }

    /// Words: months, weekdays, holidays.
    func named(_ at: Int) -> Finding? {
        if let finding = monthFirst(at) { return finding }
        if let finding = weekdayName(at) { return finding }
        return holiday(at)
    }

    private func monthFirst(_ at: Int) -> Finding? {
        guard let (number, behind) = month(at) else { return nil }
        // `January 2`, `Jan. 2-4`, `January the 2nd`.
        let dayAt = lower(behind) == "the" ? behind + 1 : behind
        if isTogether(at, dayAt), let day = dayNumber(dayAt), !isPlainNumber(dayAt) {
            var next = dayAt + 1
            var until: Int?
            if ["-", "–", "to", "and"].contains(lower(next)), let second = dayNumber(next + 1),
                second > day
            {
                until = second
                next += 2
            }
            return dated(first: at, number, day, until: until, behind: next)
        }
        let isHyphened = lower(behind) == "-" && tokens[behind].isGlued
        let yearAt = lower(behind) == "of" || isHyphened ? behind + 1 : behindComma(behind)
        if isTogether(at, yearAt), let year = year(yearAt) {
            return Finding(
                first: at, last: yearAt, kind: .date, value: .month(year, number), rule: "date.month-year",
                confidence: .sure)
        }
        guard !DateWords.doubtfulMonths.contains(lower(at)) || hasMonthNeighbour(at) else { return nil }
        guard lower(at).utf8.count > 3 || behind > at + 1 || lower(at) == "may" else { return nil }
        let shift = ["last": -1, "next": 1, "this": 0][lower(at - 1)]
        guard let today else {
            return Finding(
                first: at, last: behind - 1, kind: .date, value: nil, rule: "date.month", confidence: .likely)
        }
        var value = month(number, future: shift == 1 || shift == nil && isFuture(at))
        if shift == -1, number == today.month { value = .month(today.year - 1, number) }
        if shift == 0 { value = .month(today.year, number) }
        let first = shift != nil ? at - 1 : at
        return Finding(
            first: first, last: behind - 1, kind: .date, value: value, rule: "date.month", confidence: .likely
        )
    }

    /// A number with a unit behind it is no day.
    private func isPlainNumber(_ at: Int) -> Bool {
        lower(at + 1) == "%" || ["percent", "million", "billion", "people"].contains(lower(at + 1))
            || lower(at + 1) == ":" && number(at + 2) != nil
    }

    private static let beforeMonths: WordSet = [
        "in", "of", "since", "until", "till", "by", "from", "last", "next", "this", "early", "late",
        "mid", "during",
        "before", "after", "between", "for", "through", "to", "and", "or", "late-", "mid-", "on", "every",
        "each", "-",
    ]

    /// Before "May", "March" and the like: a word that a month stands behind.
    private func hasMonthNeighbour(_ at: Int) -> Bool {
        guard at > 0, isTogether(at, at - 1) else { return false }
        guard DateRules.beforeMonths.contains(lower(at - 1)) else { return false }
        let after = lower(at + 1)
        // `for May to say`, `and May said`: a person.
        if ["said", "says", "told", "has", "had", "was", "is", "will", "'s", "would"].contains(after),
            lower(at) == "may" || lower(at) == "april" || lower(at) == "june" || lower(at) == "august"
        {
            return ["in", "of", "since", "until", "by", "last", "next", "early", "late", "during"].contains(
                lower(at - 1))
        }
        if lower(at) == "march", ["to", "for", "and"].contains(lower(at - 1)) { return false }
        return true
    }

    private func weekdayName(_ at: Int) -> Finding? {
        var number = DateWords.weekdays[lower(at)]
        var behind = at + 1
        if number == nil, let short = DateWords.shortWeekdays[lower(at)], tokens[at].isCapital {
            let hasDot = lower(behind) == "." && behind < tokens.count && tokens[behind].isGlued
            if hasDot { behind += 1 }
            let next = behindComma(behind)
            guard
                hasDot && lower(at) != "sun" || month(next) != nil
                    || dayNumber(next) != nil && month(next + 1) != nil
            else {
                return nil
            }
            number = short
        }
        guard let number, tokens[at].isCapital else { return nil }
        // `Monday, June 26`: the date says more than its weekday.
        let next = behindComma(behind)
        if isTogether(at, next), let date = monthFirst(next) ?? dayMonth(next), date.rule != "date.month" {
            var whole = date
            whole.first = at
            return withPartOfDay(whole)
        }
        if lower(at).hasSuffix("s"), lower(at) != "tues", number > 0,
            DateWords.weekdays[String(lower(at).dropLast())] != nil
        {
            return Finding(
                first: at, last: behind - 1, kind: .set, value: DatedValue("XXXX-WXX-\(number)"),
                rule: "set.weekday")
        }
        if ["every", "each"].contains(lower(at - 1)) {
            return Finding(
                first: at - 1, last: behind - 1, kind: .set, value: DatedValue("XXXX-WXX-\(number)"),
                rule: "set.weekday")
        }
        let shift = ["last": -1, "next": 1, "this": 0, "past": -1, "coming": 1][lower(at - 1)]
        var first = shift == nil ? at : at - 1
        if shift != nil, lower(first - 1) == "this" || lower(first - 1) == "the" { first -= 1 }
        let day = weekday(number, shift ?? 0, future: shift == nil && isFuture(at))
        return withPartOfDay(
            Finding(
                first: first, last: behind - 1, kind: .date, value: day.map(DatedValue.day),
                rule: "date.weekday"))
    }

    /// `Monday morning`, `Monday at 3 p.m.`: a time of that day.
    private func withPartOfDay(_ finding: Finding) -> Finding {
        var finding = finding
        var next = finding.last + 1
        if ["early", "late"].contains(lower(next)) { next += 1 }
        if isTogether(finding.first, next), let part = DateWords.partsOfDay[lower(next)] {
            finding.last = next
            finding.kind = .time
            finding.value?.value += "T" + part
            finding.rule = "time.part"
            // `Sunday evenings`.
            if lower(next).hasSuffix("s"), let weekday = finding.value?.from?.weekday {
                finding.kind = .set
                finding.value = DatedValue("XXXX-WXX-\(weekday)T\(part)")
            }
        }
        return finding
    }

    private func holiday(_ at: Int) -> Finding? {
        guard tokens[at].isCapital else { return nil }
        var words = ""
        var best: (last: Int, name: String)?
        for index in at..<min(at + 5, tokens.count) where isTogether(at, index) {
            words += (index > at && !tokens[index].isGlued ? " " : "") + tokens[index].lower
            let isKnown =
                DateWords.holidays[words] != nil || DateWords.daysByEaster[words] != nil
                || DateWords.daysByWeekday[words] != nil
            if isKnown { best = (index, words) }
        }
        guard let (last, name) = best else { return nil }
        // `Easter Island`.
        let isName = isTogether(at, last + 1) && tokens[last + 1].isCapital && tokens[last + 1].kind == .word
        if isName, DateWords.daysByEaster[name] != nil { return nil }
        let stated = year(last + 1)
        guard let known = DateWords.holidays[name] else {
            return movable(at, last: last, name, stated: stated)
        }
        if let stated, let day = CalendarDay(stated, known.month, known.day) {
            return Finding(
                first: at, last: last + 1, kind: .date, value: .day(day), rule: "date.holiday",
                confidence: .sure)
        }
        return Finding(
            first: at, last: last, kind: .date, value: day(known.month, known.day, future: isFuture(at)),
            rule: "date.holiday")
    }

    /// A holiday whose day moves: of the stated year, or the last one unless a few days or the tense say that
    /// it is to come.
    private func movable(_ at: Int, last: Int, _ name: String, stated: Int?) -> Finding? {
        let year = stated ?? today?.year
        var day = year.flatMap { movableDay(name, $0) }
        if stated == nil, let today, let found = day {
            if found > today + 10, !isFuture(at) { day = movableDay(name, today.year - 1) }
            if found < today + -45, isFuture(at) { day = movableDay(name, today.year + 1) }
        }
        return Finding(
            first: at, last: stated == nil ? last : last + 1, kind: .date, value: day.map(DatedValue.day),
            rule: "date.holiday", confidence: stated == nil ? .likely : .sure)
    }

    private func bareYear(_ at: Int) -> Finding? {
        guard let year = year(at) else { return nil }
        let (before, after) = (lower(at - 1), lower(at + 1))
        if ["$", "£", "€", "#", "no", "number", "¥"].contains(before)
            || before == "." && ["no", "nos"].contains(lower(at - 2))
        {
            return nil
        }
        if DateWords.counted.contains(after) || after == "%" || after == "°" { return nil }
        if at + 1 < tokens.count, tokens[at + 1].isGlued, tokens[at + 1].kind == .word { return nil }
        if before == "-" || before == "–" || before == "/", at > 1, tokens[at].isGlued, !isYearRange(at) {
            return nil
        }
        let isCertain = (1700...2050).contains(year)
        let isBehind = DateWords.beforeYear.contains(before) || DateWords.months[before] != nil
        let isBracketed = before == "(" || after == ")" || before == ","
        guard isBehind || isCertain && (1900...2040).contains(year) || isCertain && isBracketed else {
            return nil
        }
        if !isBehind, !(1940...2040).contains(year), !isBracketed, at > 0, isTogether(at, at - 1) {
            return nil
        }
        var finding = Finding(
            first: at, last: at, kind: .date, value: .year(year), rule: "date.year",
            confidence: isBehind ? .sure : .likely)
        if let modifier = ["early": "START", "late": "END", "mid": "MID"][before]
            ?? (before == "-" && lower(at - 2) == "mid" ? "MID" : nil)
        {
            finding.modifier = modifier
            finding.first = before == "-" ? at - 2 : at - 1
        } else if before == "fiscal" {
            finding.first = at - 1
        }
        return finding
    }

    /// `2010-2015`, `2010–15`.
    private func isYearRange(_ at: Int) -> Bool {
        year(at - 2) != nil || lower(at - 2) == "mid" || lower(at - 2) == "pre" || lower(at - 2) == "post"
    }

    /// `'90s`, `in '97`.
    func shortDecade(_ at: Int) -> Finding? {
        let word = lower(at + 1)
        if at + 1 < tokens.count, tokens[at + 1].isGlued, word.utf8.count == 2, let number = number(at + 1),
            ["in", "of", "since", "from", "by", "until", "during", "spring", "summer"].contains(lower(at - 1))
        {
            return Finding(
                first: at, last: at + 1, kind: .date, value: .year((number < 40 ? 2000 : 1900) + number),
                rule: "date.year")
        }
        guard at + 1 < tokens.count, tokens[at + 1].isGlued, word.utf8.count == 3, word.hasSuffix("s"),
            let number = Int(word.dropLast()), number % 10 == 0
        else { return nil }
        return Finding(
            first: at, last: at + 1, kind: .date, value: .decade((number < 30 ? 2000 : 1900) + number),
            rule: "date.decade")
    }
}
