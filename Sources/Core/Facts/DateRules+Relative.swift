import Model

/// Words relative to the article's day, amounts of time, and what comes again and again.
extension DateRules {
    /// `today`, `last week`, `this morning`, `the weekend`, `the third quarter of 2020`.
    func relative(_ at: Int) -> Finding? {
        let word = lower(at)
        switch word {
        case "today": return day(at, 0)
        case "yesterday": return day(at, -1)
        case "tomorrow": return day(at, 1)
        case "tonight": return partOfToday(at, last: at, "NI")
        case "overnight": return partOfToday(at, last: at, "NI")
        case "last", "past", "previous", "next", "coming", "this", "current", "following", "same":
            return shifted(at)
        case "the", "a", "an", "that", "one": return determined(at)
        case "early", "late", "mid", "earlier", "later": return modified(at)
        case "every", "each": return repeated(at)
        default: break
        }
        if let ordinal = ordinal(word), let quarter = quarter(at, ordinal) { return quarter }
        let unitAt = behindHyphen(at + 1)
        if let ordinal = DateWords.ordinals[word], ordinal > 0, lower(unitAt) == "century" {
            return century(at, ordinal, last: unitAt)
        }
        if let season = DateWords.seasons[word] { return self.season(at, season, shift: nil, first: at) }
        return nil
    }

    private func day(_ at: Int, _ shift: Int) -> Finding? {
        let value = today.map { DatedValue.day($0 + shift) }
        let finding = Finding(
            first: at, last: at, kind: .date, value: value, rule: "date.today", confidence: .sure)
        guard let part = DateWords.partsOfDay[lower(at + 1)], isTogether(at, at + 1) else { return finding }
        return Finding(
            first: at, last: at + 1, kind: .time,
            value: value.map { DatedValue($0.value + "T" + part, $0.from, $0.to) },
            rule: "time.part", confidence: .sure)
    }

    private func partOfToday(_ at: Int, last: Int, _ part: String, shift: Int = 0) -> Finding {
        let value = today.map { DatedValue(($0 + shift).iso8601 + "T" + part, $0 + shift, $0 + shift + 1) }
        return Finding(first: at, last: last, kind: .time, value: value, rule: "time.part")
    }

    /// `last week`, `next month`, `this year`, `last two years`, `last summer`, `last night`.
    private func shifted(_ at: Int) -> Finding? {
        let shifts = [
            "last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0,
            "following": 1, "same": 0,
        ]
        guard let shift = shifts[lower(at)], isTogether(at, at + 1) else { return nil }
        let word = lower(at + 1)
        if lower(at) == "this", word == "past" || word == "coming" {
            guard var inner = shifted(at + 1) ?? named(at + 2) else { return nil }
            inner.first = at
            return inner
        }
        if word == "quarter" || word == "half", lower(at) == "last", let whole = quarter(at, -1) {
            return whole
        }
        let isAnaphoric = ["previous", "following", "same"].contains(lower(at))
        if let part = DateWords.partsOfDay[word], word != "noon" {
            guard ["this", "last"].contains(lower(at)) else { return nil }
            return partOfToday(at, last: at + 1, part, shift: lower(at) == "last" ? -1 : 0)
        }
        if let season = DateWords.seasons[word], !isAnaphoric {
            return self.season(at + 1, season, shift: shift, first: at)
        }
        if let unit = DateWords.units[word], !word.hasSuffix("s") || word == "s" {
            return unitShifted(at, unit, shift, isAnaphoric: isAnaphoric)
        }
        // `last two years`, `next few days`: an amount.
        if let amount = amount(at + 1), amount.kind == .duration, lower(at) != "this" {
            return Finding(
                first: at, last: amount.last, kind: .duration, value: amount.value, rule: "duration.shifted")
        }
        return nil
    }

    private func unitShifted(_ at: Int, _ unit: String, _ shift: Int, isAnaphoric: Bool) -> Finding? {
        guard let base = isAnaphoric ? anchor ?? today : today else {
            return Finding(first: at, last: at + 1, kind: .date, value: nil, rule: "date.shifted")
        }
        let value: DatedValue
        switch unit {
        case "D" where isAnaphoric: value = .day(base + shift)
        case "D" where shift == 0: value = .day(base)
        case "WE": value = .week(weekend(base, shift), isWeekend: true)
        case "Y" where lower(at) == "past":
            return Finding(
                first: at, last: at + 1, kind: .duration, value: DatedValue("P1Y"), rule: "duration.shifted")
        default:
            guard let found = span(unit, base, shift) else { return nil }
            value = found
        }
        return Finding(
            first: at, last: at + 1, kind: .date, value: value, rule: "date.shifted", confidence: .sure)
    }

    /// The week, month, quarter, year, decade or century of a day, or one so many before or behind it.
    func span(_ unit: String, _ day: CalendarDay, _ shift: Int) -> DatedValue? {
        switch unit {
        case "W": return .week(day + shift * 7)
        case "M":
            let moved = day.adding(months: shift)
            return .month(moved.year, moved.month)
        case "Q":
            let moved = day.adding(months: shift * 3)
            return .quarter(moved.year, (moved.month + 2) / 3)
        case "Y": return .year(day.year + shift)
        case "E": return .decade(day.year + shift * 10)
        case "C": return .century((day.year - 1) / 100 + 1 + shift)
        default: return nil
        }
    }

    /// A Saturday: of the last weekend that has begun, or of one before or behind it.
    private func weekend(_ base: CalendarDay, _ shift: Int) -> CalendarDay {
        let saturday = base + -((base.weekday + 1) % 7)
        if shift > 0 { return base.weekday >= 6 ? saturday + 7 : base + (6 - base.weekday) }
        return shift < 0 || base.weekday <= 3 || base.weekday >= 6 ? saturday : base + (6 - base.weekday)
    }

    func season(_ at: Int, _ season: String, shift: Int?, first: Int) -> Finding? {
        let yearAt = lower(at + 1) == "of" ? at + 2 : at + 1
        if isTogether(at, yearAt), let year = year(yearAt) {
            return Finding(
                first: first, last: yearAt, kind: .date, value: .season(year, season), rule: "date.season",
                confidence: .sure)
        }
        let isTime =
            shift != nil
            || lower(at - 1) == "the"
                && ["in", "during", "of", "until", "by", "since"].contains(lower(at - 2))
            || ["this", "early", "late"].contains(lower(at - 1))
        guard isTime else { return nil }
        guard let today else {
            return Finding(first: first, last: at, kind: .date, value: nil, rule: "date.season")
        }
        let start = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 3
        var year = today.year
        switch shift {
        case -1:
            if start + 2 >= today.month, !(season == "WI" && today.month > 2 && today.month < 12) {
                year -= 1
            } else if season == "WI" {
                year -= 1
            }
        case 1: if start <= today.month { year += 1 }
        case 0: break
        default: if start > today.month, !isFuture(at) { year -= 1 }
        }
        return Finding(first: first, last: at, kind: .date, value: .season(year, season), rule: "date.season")
    }

    /// `first quarter`, `third quarter of 2020`, `second half of the year`.
    func quarter(_ at: Int, _ ordinal: Int) -> Finding? {
        let unitAt = behindHyphen(at + 1)
        guard isTogether(at, unitAt), ["quarter", "half"].contains(lower(unitAt)) else { return nil }
        let isQuarter = lower(unitAt) == "quarter"
        let isLast = ordinal < 0
        let ordinal = isLast ? isQuarter ? 4 : 2 : ordinal
        guard (1...(isQuarter ? 4 : 2)).contains(ordinal) else { return nil }
        var last = unitAt
        var year: Int?
        let yearAt = lower(unitAt + 1) == "of" || lower(unitAt + 1) == "in" ? unitAt + 2 : unitAt + 1
        if isTogether(at, yearAt), let stated = self.year(yearAt) {
            (year, last) = (stated, yearAt)
        } else if lower(unitAt + 1) == "of", let shifted = relativeYear(unitAt + 2) {
            (year, last) = (shifted.year, shifted.last)
        }
        if !isQuarter || isLast, year == nil { return nil }
        guard year == nil, let today else {
            let value = year.map { isQuarter ? DatedValue.quarter($0, ordinal) : .half($0, ordinal) }
            return Finding(first: at, last: last, kind: .date, value: value, rule: "date.quarter")
        }
        let current = (today.month + 2) / 3
        let guess = ordinal <= current || isFuture(at) ? today.year : today.year - 1
        return Finding(
            first: at, last: last, kind: .date, value: .quarter(guess, ordinal), rule: "date.quarter")
    }

    /// `this year`, `last year`, `the year`, `next year`.
    private func relativeYear(_ at: Int) -> (year: Int, last: Int)? {
        guard let today, lower(at + 1) == "year" else { return nil }
        switch lower(at) {
        case "this", "the": return (today.year, at + 1)
        case "last": return (today.year - 1, at + 1)
        case "next": return (today.year + 1, at + 1)
        default: return nil
        }
    }

    /// `the weekend`, `the day before`, `the same day`, `the 1990s`, `a year ago`, `that day`.
    private func determined(_ at: Int) -> Finding? {
        guard isTogether(at, at + 1) else { return nil }
        let (word, next) = (lower(at + 1), lower(at + 2))
        if lower(at) == "the" {
            if word == "weekend" {
                guard let today else {
                    return Finding(first: at, last: at + 1, kind: .date, value: nil, rule: "date.weekend")
                }
                return Finding(
                    first: at, last: at + 1, kind: .date, value: .week(weekend(today, -1), isWeekend: true),
                    rule: "date.weekend")
            }
            if ["last", "past", "next", "coming", "following", "previous", "same", "current"].contains(word) {
                guard var inner = shifted(at + 1) else { return vaguePast(at) }
                inner.first = at
                return inner
            }
            if let day = DateWords.units[word], day == "D", ["before", "after"].contains(next), let dayAnchor
            {
                let moved = dayAnchor + (next == "before" ? -1 : 1)
                return Finding(
                    first: at, last: at + 2, kind: .date, value: .day(moved), rule: "date.anaphor",
                    confidence: .weak)
            }
            if word == "future" || word == "past", !DateWords.units.keys.contains(next) {
                return vaguePast(at)
            }
            if word == "early" || word == "late" || word == "mid" {
                guard var inner = modified(at + 1) else { return nil }
                inner.first = at + 1
                return inner
            }
        }
        if lower(at) == "that", ["day", "year", "month", "week", "night"].contains(word), let anchor {
            let value: DatedValue =
                word == "year"
                ? .year(anchor.year)
                : word == "month"
                    ? .month(anchor.year, anchor.month) : word == "week" ? .week(anchor) : .day(anchor)
            return Finding(
                first: at, last: at + 1, kind: .date, value: value, rule: "date.anaphor", confidence: .weak)
        }
        return nil
    }

    private func vaguePast(_ at: Int) -> Finding? {
        switch lower(at + 1) {
        case "past": return vague(at, at + 1, "PAST_REF")
        case "future": return vague(at, at + 1, "FUTURE_REF")
        default: return nil
        }
    }

    /// `early June`, `late last year`, `earlier this month`, `later today`, `mid-2019`.
    private func modified(_ at: Int) -> Finding? {
        // `earlier in the day`.
        if words(at + 1, ["in", "the"]), isTogether(at, at + 3), let unit = DateWords.units[lower(at + 3)],
            ["D", "W", "M", "Y"].contains(unit), !lower(at + 3).hasSuffix("s")
        {
            let value =
                unit == "D" ? (anchor ?? today).map(DatedValue.day) : today.flatMap { span(unit, $0, 0) }
            return Finding(
                first: at, last: at + 3, kind: .date, value: value,
                modifier: ["early", "earlier"].contains(lower(at)) ? "START" : "END", rule: "date.shifted")
        }
        var next = at + 1
        if lower(next) == "-" || lower(next) == "in" && lower(at) != "mid" { next += 1 }
        if lower(next) == "on", lower(at) == "earlier" || lower(at) == "later" { next += 1 }
        guard isTogether(at, next), next < tokens.count else { return nil }
        guard
            var inner = named(next) ?? relative(next) ?? (tokens[next].kind == .number ? numeric(next) : nil),
            inner.kind != .duration, inner.first == next
        else { return nil }
        inner.first = at
        inner.modifier = ["early": "START", "late": "END", "mid": "MID"][lower(at)]
        return inner
    }

    /// `every day`, `each year`, `every two weeks`.
    private func repeated(_ at: Int) -> Finding? {
        guard isTogether(at, at + 1) else { return nil }
        if let unit = DateWords.units[lower(at + 1)] {
            return Finding(first: at, last: at + 1, kind: .set, value: duration(1, unit), rule: "set.unit")
        }
        if let part = DateWords.partsOfDay[lower(at + 1)] {
            return Finding(
                first: at, last: at + 1, kind: .set, value: DatedValue("XXXX-XX-XXT" + part), rule: "set.unit"
            )
        }
        guard let amount = amount(at + 1), amount.kind == .duration else { return nil }
        return Finding(first: at, last: amount.last, kind: .set, value: amount.value, rule: "set.unit")
    }

    /// Words that say when without saying it.
    func simple(_ at: Int) -> Finding? {
        let word = lower(at)
        if let value = DateWords.vague[word] {
            if word == "soon" || word == "shortly",
                lower(at - 1) == "as" || lower(at + 1) == "as" || lower(at + 1) == "after"
                    || lower(at + 1) == "before"
            {
                return nil
            }
            if word == "now", ["that", "known"].contains(lower(at + 1)) && lower(at - 1) == "," {
                return nil
            }
            return vague(at, at, value)
        }
        if let value = DateWords.sets[word] {
            return Finding(first: at, last: at, kind: .set, value: DatedValue(value), rule: "set.word")
        }
        if word == "midnight" || word == "noon" {
            let time = word == "noon" ? "T12:00" : "T00:00"
            // `noon Friday`.
            let dayAt = lower(at + 1) == "on" ? at + 2 : at + 1
            if isTogether(at, dayAt),
                let found = self.time(time, of: named(dayAt), from: at, rule: "time.word", .likely)
            {
                return found
            }
            return Finding(
                first: at, last: at, kind: .time,
                value: today.map { DatedValue($0.iso8601 + time, $0, $0 + 1) }, rule: "time.word")
        }
        return nil
    }
}
