import Model

/// Days and spans that are told by their place in a longer one.
extension DateRules {
    /// `the first of March`, `the last Friday in October`, `the week of June 5`, `the end of the year`,
    /// `year-end`, `the year-earlier period`.
    func part(_ at: Int) -> Finding? {
        switch lower(at) {
        case "week": return weekOf(at)
        case "end", "beginning", "start", "middle", "close", "rest", "remainder": return edge(at)
        case "year": return ofYear(at)
        case "q1", "q2", "q3", "q4": return shortQuarter(at)
        case "at": return present(at)
        case "these": return words(at, ["these", "days"]) ? vague(at, at + 1, "PRESENT_REF") : nil
        case "a" where words(at, ["a", "long", "time", "ago"]): return vague(at, at + 3, "PAST_REF")
        case "some" where words(at, ["some", "time", "ago"]): return vague(at, at + 2, "PAST_REF")
        case "the": return relatedDay(at)
        case "long": return words(at, ["long", "ago"]) ? vague(at, at + 1, "PAST_REF") : nil
        case "every" where lower(at + 1) == "other": return everyOther(at)
        case "morning", "afternoon", "evening", "night", "dawn", "dusk", "midday": return partOfDay(at)
        default: break
        }
        if let unit = DateWords.longUnits[lower(at)] {
            return Finding(
                first: at, last: at, kind: .duration, value: duration(1, unit), rule: "duration.long")
        }
        if let decade = DateWords.decades[lower(at)], lower(at - 1) == "the" || lower(at - 2) == "the" {
            return Finding(
                first: at, last: at, kind: .date, value: .decade(decade), rule: "date.decade")
        }
        return ordinalDay(at) ?? ordinalWeekday(at) ?? ordinalUnit(at)
    }

    /// `the day before yesterday`, `the year before`, `the near future`.
    private func relatedDay(_ at: Int) -> Finding? {
        for (words, shift) in [(["day", "before", "yesterday"], -2), (["day", "after", "tomorrow"], 2)]
        where self.words(at + 1, words) {
            return Finding(
                first: at, last: at + 3, kind: .date, value: today.map { .day($0 + shift) },
                rule: "date.today", confidence: .sure)
        }
        if ["near", "foreseeable", "distant", "immediate"].contains(lower(at + 1)), lower(at + 2) == "future"
        {
            return vague(at, at + 2, "FUTURE_REF")
        }
        if ["recent", "distant"].contains(lower(at + 1)), lower(at + 2) == "past" {
            return vague(at, at + 2, "PAST_REF")
        }
        if words(at + 1, ["time", "being"]) { return vague(at, at + 2, "PRESENT_REF") }
        if let period = period(at) { return period }
        // `the year before`, and nothing that it is before.
        guard lower(at + 2) == "before", let unit = DateWords.units[lower(at + 1)],
            ["W", "M", "Y"].contains(unit), !lower(at + 1).hasSuffix("s"),
            !isTogether(at, at + 3) || tokens[at + 3].kind == .sign
        else { return nil }
        return Finding(
            first: at, last: at + 2, kind: .date, value: (anchor ?? today).flatMap { span(unit, $0, -1) },
            rule: "date.anaphor", confidence: .weak)
    }

    /// `every other week`.
    private func everyOther(_ at: Int) -> Finding? {
        guard let unit = DateWords.units[lower(at + 2)], isTogether(at, at + 2), unit.utf8.count == 1 else {
            return nil
        }
        return Finding(
            first: at, last: at + 2, kind: .set, value: duration(2, unit), rule: "set.unit")
    }

    /// `the morning of June 4`.
    private func partOfDay(_ at: Int) -> Finding? {
        guard let part = DateWords.partsOfDay[lower(at)] else { return nil }
        let dayAt = ["of", "on"].contains(lower(at + 1)) ? at + 2 : at + 1
        guard isTogether(at, dayAt), dayAt > at + 1 || ["dawn", "dusk", "midday"].contains(lower(at)) else {
            return nil
        }
        return time("T" + part, of: named(dayAt) ?? numeric(dayAt), from: at, rule: "time.part", .sure)
    }

    /// `the latest quarter`: the last that is over; `in the quarter`: the one spoken of before, or that one.
    private func period(_ at: Int) -> Finding? {
        let isLatest = lower(at + 1) == "latest"
        let unitAt = isLatest ? at + 2 : at + 1
        guard isTogether(at, unitAt), let unit = DateWords.units[lower(unitAt)],
            !lower(unitAt).hasSuffix("s"),
            isLatest ? ["W", "M", "Q", "Y"].contains(unit) : unit == "Q",
            isLatest || ["in", "for", "during"].contains(lower(at - 1)) && lower(unitAt + 1) != "of"
        else { return nil }
        let said = isLatest ? nil : found.last { $0.value?.dropLast().hasSuffix("-Q") ?? false }?.value
        var value = today.flatMap { span(unit, $0, -1) }
        if let said, let year = Int(said.prefix(4)), let number = Int(said.suffix(1)) {
            value = .quarter(year, number)
        }
        return Finding(
            first: at, last: unitAt, kind: .date, value: value, rule: "date.anaphor", confidence: .weak)
    }

    /// `Q3`, `Q3 2020`, `Q3 of 2020`.
    private func shortQuarter(_ at: Int) -> Finding? {
        guard tokens[at].isCapital, let ordinal = Int(lower(at).dropFirst()) else { return nil }
        let yearAt = lower(at + 1) == "of" ? at + 2 : behindComma(at + 1)
        if isTogether(at, yearAt), let year = year(yearAt) {
            return Finding(
                first: at, last: yearAt, kind: .date, value: .quarter(year, ordinal), rule: "date.quarter",
                confidence: .sure)
        }
        let value = today.map { today in
            let isOver = ordinal * 3 <= today.month + 2 || isFuture(at)
            return DatedValue.quarter(isOver ? today.year : today.year - 1, ordinal)
        }
        return Finding(first: at, last: at, kind: .date, value: value, rule: "date.quarter")
    }

    /// `the last day of March`, `the first week of May 2020`.
    private func ordinalUnit(_ at: Int) -> Finding? {
        guard let count = ordinal(lower(at)), (1...31).contains(count) || lower(at) == "last",
            ["day", "week"].contains(lower(at + 1)), let month = monthOfUnit(at)
        else { return nil }
        var value: DatedValue?
        if let start = month.start {
            let isDay = lower(at + 1) == "day"
            let length = CalendarDay.length(ofMonth: start.month, start.year)
            let shift = count < 0 ? length - 1 : (isDay ? count - 1 : (count - 1) * 7)
            guard shift < length else { return nil }
            value = isDay ? .day(start + shift) : .week(start + shift)
        }
        return Finding(
            first: withArticle(at), last: month.last, kind: .date, value: value, rule: "date.ordinal-unit")
    }

    /// The month that an ordinal with its unit counts in, `first week of March`, `last Friday in May 2020`:
    /// its first day, where it is known, and its last word.
    private func monthOfUnit(_ at: Int) -> (start: CalendarDay?, last: Int)? {
        guard ["of", "in"].contains(lower(at + 2)), isTogether(at, at + 3),
            let (number, behind) = month(at + 3)
        else { return nil }
        let yearAt = behindComma(behind)
        let stated = isTogether(at, yearAt) ? year(yearAt) : nil
        let whole = stated.map { DatedValue.month($0, number) } ?? month(number, future: isFuture(at))
        return (whole?.from, stated == nil ? behind - 1 : yearAt)
    }

    private func withArticle(_ at: Int) -> Int { ["the", "a"].contains(lower(at - 1)) ? at - 1 : at }

    private func ordinalDay(_ at: Int) -> Finding? {
        guard let day = ordinal(lower(at)), (1...31).contains(day), lower(at + 1) == "of",
            isTogether(at, at + 2), let (number, behind) = month(at + 2)
        else { return nil }
        return dated(first: at, number, day, behind: behind)
    }

    /// One of the weekdays of a month, counted from its first or its last.
    private func ordinalWeekday(_ at: Int) -> Finding? {
        guard let count = ordinal(lower(at)), (1...5).contains(count) || lower(at) == "last",
            let weekday = DateWords.weekdays[lower(at + 1)], let month = monthOfUnit(at)
        else { return nil }
        let value = month.start.flatMap { day(weekday, count, ofMonth: $0) }
        return Finding(
            first: withArticle(at), last: month.last, kind: .date, value: value.map(DatedValue.day),
            rule: "date.ordinal-weekday")
    }

    /// The so-manieth weekday of the month that begins with a day, the last for a count below 0; nil when
    /// there are not so many.
    private func day(_ weekday: Int, _ count: Int, ofMonth start: CalendarDay) -> CalendarDay? {
        let length = CalendarDay.length(ofMonth: start.month, start.year)
        let first = start + (weekday - start.weekday + 7) % 7
        let end = start + (length - 1)
        let weeks = count < 0 ? end.days(since: first) / 7 : count - 1
        let found = first + weeks * 7
        return found.month == start.month ? found : nil
    }

    private func weekOf(_ at: Int) -> Finding? {
        guard lower(at + 1) == "of", isTogether(at, at + 2), let day = named(at + 2) ?? numeric(at + 2),
            day.isDay || day.kind == .date && day.value == nil && today == nil
        else { return nil }
        return Finding(
            first: withArticle(at), last: day.last, kind: .date,
            value: day.value?.from.map { DatedValue.week($0) }, rule: "date.week-of")
    }

    /// An end of the running week, month, quarter, year, decade or century.
    private func edge(_ at: Int) -> Finding? {
        guard lower(at + 1) == "of", lower(at + 2) == "the", isTogether(at, at + 3),
            let unit = DateWords.units[lower(at + 3)], !lower(at + 3).hasSuffix("s"), unit.utf8.count == 1,
            !["D", "N", "F"].contains(unit),
            !["of", "in", "ended", "-"].contains(lower(at + 4))
        else { return nil }
        let modifiers = [
            "beginning": "START", "start": "START", "middle": "MID", "end": "END", "close": "END",
        ]
        return Finding(
            first: withArticle(at), last: at + 3, kind: .date, value: today.flatMap { span(unit, $0, 0) },
            modifier: modifiers[lower(at)], rule: "date.edge")
    }

    /// `year's end`, `year-end`, `by year end`; `the year-earlier period`, `a year-ago loss`.
    private func ofYear(_ at: Int) -> Finding? {
        let isOwner = lower(at + 1) == "'s"
        let next = isOwner ? at + 2 : behindHyphen(at + 1)
        guard isTogether(at, next) else { return nil }
        if lower(next) == "end", next > at + 1 || ["by", "at", "before", "until"].contains(lower(at - 1)) {
            return Finding(
                first: at, last: next, kind: .date, value: today.map { .year($0.year) }, modifier: "END",
                rule: "date.edge")
        }
        guard !isOwner, next > at + 1, ["earlier", "ago"].contains(lower(next)) else { return nil }
        return Finding(
            first: at, last: next, kind: .date, value: today.map { .year($0.year - 1) },
            rule: "date.year-earlier")
    }

    /// `at the moment`, `at present`, `at this time`.
    private func present(_ at: Int) -> Finding? {
        for words in [
            ["the", "moment"], ["present"], ["this", "time"], ["this", "moment"], ["that", "time"],
            ["the", "time"],
        ]
        where self.words(at + 1, words) && isTogether(at, at + words.count) {
            guard !["of", "last", "next", "in", "when", "that"].contains(lower(at + words.count + 1)) else {
                return nil
            }
            let isPast = words[0] == "that" || words == ["the", "time"]
            return vague(
                words.count > 1 ? at + 1 : at, at + words.count, isPast ? "PAST_REF" : "PRESENT_REF")
        }
        return nil
    }

    /// Days that move with the year: by Easter, or by a weekday of a month.
    func movableDay(_ name: String, _ year: Int) -> CalendarDay? {
        if let shift = DateWords.daysByEaster[name] { return easter(year).map { $0 + shift } }
        guard let rule = DateWords.daysByWeekday[name], let start = CalendarDay(year, rule.month, 1) else {
            return nil
        }
        return day(rule.weekday, rule.count, ofMonth: start)
    }

    /// Easter Sunday of the Gregorian calendar (the anonymous computus of 1876).
    private func easter(_ year: Int) -> CalendarDay? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return CalendarDay(year, n / 31, n % 31 + 1)
    }
}
