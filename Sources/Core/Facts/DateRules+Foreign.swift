import Model

/// Dates in other languages: a day and its month, a month and its year, weekdays, today and yesterday, years
/// behind a word that says so.
extension DateRules {
    func foreign(_ at: Int, _ words: ForeignDateWords) -> Finding? {
        if tokens[at].kind == .number { return foreignNumber(at, words) }
        guard tokens[at].kind == .word else { return nil }
        let word = lower(at)
        if let shift = words.days[word], shift < 99 {
            let value = today.map { DatedValue.day($0 + shift) }
            return Finding(
                first: at, last: at, kind: .date, value: value, rule: "date.today", confidence: .sure)
        }
        if let month = words.month(word) { return foreignMonth(at, month, words) }
        if let weekday = words.weekday(word), word.unicodeScalars.count > 3 {
            let day = self.weekday(weekday, 0, future: false)
            return Finding(
                first: at, last: at, kind: .date, value: day.map(DatedValue.day), rule: "date.weekday",
                confidence: .likely)
        }
        return nil
    }

    /// Steps over what may stand between the parts of a date.
    private func behindJoint(_ at: Int, _ words: ForeignDateWords) -> Int {
        words.joints.contains(lower(at)) || lower(at) == "," ? at + 1 : at
    }

    private func foreignMonth(_ at: Int, _ month: Int, _ words: ForeignDateWords) -> Finding? {
        let next = behindJoint(at + 1, words)
        if isTogether(at, next), let year = year(next) {
            return Finding(
                first: at, last: yearEnd(next, words), kind: .date, value: .month(year, month),
                rule: "date.month-year", confidence: .sure)
        }
        // A short stem alone is any word's beginning.
        guard lower(at).unicodeScalars.count >= 5 else { return nil }
        return Finding(
            first: at, last: at, kind: .date, value: self.month(month, future: false), rule: "date.month")
    }

    private func foreignNumber(_ at: Int, _ words: ForeignDateWords) -> Finding? {
        // `26 июня 2023 года`, `le 26 juin 2023`, `26. Juni 2023`, `26 de junio de 2023`.
        if let day = dayNumber(at) {
            let monthAt = behindJoint(at + 1, words)
            if isTogether(at, monthAt), let month = words.month(lower(monthAt)) {
                let yearAt = behindJoint(monthAt + 1, words)
                if isTogether(at, yearAt), let year = year(yearAt), let found = CalendarDay(year, month, day)
                {
                    return Finding(
                        first: at, last: yearEnd(yearAt, words), kind: .date, value: .day(found),
                        rule: "date.full",
                        confidence: .sure)
                }
                return Finding(
                    first: at, last: monthAt, kind: .date, value: self.day(month, day, future: false),
                    rule: "date.day")
            }
        }
        guard let year = year(at), (1000...2100).contains(year) else { return nil }
        // `2023-cü il`: hyphen and ending.
        let behind = behindHyphen(at + 1)
        if isTogether(at, behind), words.years.contains(lower(behind)) {
            return Finding(
                first: at, last: yearEnd(at, words), kind: .date, value: .year(year), rule: "date.year",
                confidence: .sure)
        }
        guard words.before.contains(lower(at - 1)), (1800...2050).contains(year) else { return nil }
        return Finding(first: at, last: at, kind: .date, value: .year(year), rule: "date.year")
    }

    /// The word behind a year that goes with it.
    private func yearEnd(_ at: Int, _ words: ForeignDateWords) -> Int {
        var last = at
        while last - at < 4, isTogether(at, last + 1),
            words.years.contains(lower(last + 1))
                || lower(last + 1) == "-" && words.years.contains(lower(last + 2))
        {
            last += lower(last + 1) == "-" ? 2 : 1
        }
        return last
    }
}
