import Model

/// Words behind an expression that make one with it.
extension DateRules {
    func joined(_ finding: Finding) -> Finding {
        withClock(finding) ?? withQuarter(finding) ?? ofWeek(finding) ?? withDayOfMonth(finding) ?? finding
    }

    /// `Friday at 3 p.m.`, `Saturday's 7 p.m. game`, `02/12/98 08:12`.
    private func withClock(_ finding: Finding) -> Finding? {
        guard finding.isDay else { return nil }
        var next = finding.last + 1
        if [",", "'s"].contains(lower(next)) { next += 1 }
        if ["at", "around", "about"].contains(lower(next)) { next += 1 }
        guard isTogether(finding.first, next), tokens[next].kind == .number, let clock = reading(next),
            dayBehind(clock.behind) == nil
        else { return nil }
        var found = time(
            clock.time, of: finding, from: finding.first, rule: "time.clock", finding.confidence)
        found?.last = clock.behind - 1
        return found
    }

    /// `1988's third quarter`, `last year's first half`.
    private func withQuarter(_ finding: Finding) -> Finding? {
        let next = finding.last + 1
        guard finding.kind == .date, let value = finding.value?.value, value.utf8.count == 4,
            let year = Int(value), lower(next) == "'s", isTogether(finding.first, next + 2),
            let part = ordinal(lower(next + 1))
        else { return nil }
        let unitAt = behindHyphen(next + 2)
        let isQuarter = lower(unitAt) == "quarter"
        guard isQuarter || lower(unitAt) == "half", (1...(isQuarter ? 4 : 2)).contains(part) else {
            return nil
        }
        return Finding(
            first: finding.first, last: unitAt, kind: .date,
            value: isQuarter ? .quarter(year, part) : .half(year, part), rule: "date.quarter")
    }

    /// `Friday last week`, `Tuesday of next week`.
    private func ofWeek(_ finding: Finding) -> Finding? {
        guard finding.rule == "date.weekday", finding.first == finding.last else { return nil }
        let next = lower(finding.last + 1) == "of" ? finding.last + 2 : finding.last + 1
        guard isTogether(finding.first, next + 1), lower(next + 1) == "week",
            let shift = ["last": -1, "this": 0, "next": 1][lower(next)]
        else { return nil }
        var found = finding
        found.last = next + 1
        if let today, let weekday = finding.value?.from?.weekday {
            found.value = .day(today.week.monday + (shift * 7 + weekday - 1))
        }
        return found
    }

    /// `Friday the 13th`, `Tuesday 18th`.
    private func withDayOfMonth(_ finding: Finding) -> Finding? {
        guard finding.rule == "date.weekday", finding.first == finding.last else { return nil }
        let next = lower(finding.last + 1) == "the" ? finding.last + 2 : finding.last + 1
        guard isTogether(finding.first, next), let day = dayNumber(next),
            ["st", "nd", "rd", "th"].contains(lower(next).suffix(2))
        else { return nil }
        var found = finding
        found.last = next
        if let today, let weekday = finding.value?.from?.weekday {
            let step = isFuture(finding.first) ? 1 : -1
            let distance = (0...800).first { distance in
                let one = today + distance * step
                return one.weekday == weekday && one.parts.day == day
            }
            found.value = distance.map { .day(today + $0 * step) }
        }
        return found
    }
}
