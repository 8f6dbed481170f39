import Model

/// Dates in other languages: a day and its month, a month and its year, weekdays, today and yesterday, years
/// behind a word that says so.
extension DateRules {
    func foreign(_ at: Int, _ words: ForeignDateWords) -> Finding? {
        if tokens[at].kind == .number { return foreignNumber(at, words) }
        guard tokens[at].kind == .word else { return nil }
        let word = lower(at)
        if let amounts, let quarter = foreignQuarter(at, amounts, joints: words.joints) { return quarter }
        guard words.mayBegin(word) else { return nil }
        // `am Morgen`, `montags` of German.
        let isGerman = language == "de"
        if isGerman, word == "morgen", tokens[at].isCapital, at > 0, isTogether(at, at - 1) { return nil }
        if isGerman, word.hasSuffix("tags"), !tokens[at].isCapital { return nil }
        if let shift = words.days[word], shift < 99 {
            let value = today.map { DatedValue.day($0 + shift) }
            return Finding(
                first: at, last: at, kind: .date, value: value, rule: "date.today", confidence: .sure)
        }
        if let found = foreignUnit(at, words) { return found }
        if let month = words.month(word) { return foreignMonth(at, month, words) }
        if let weekday = words.weekday(word), isWeekday(at, word) {
            if language == "az" { return azerbaijani(at, weekday) }
            let (shift, around) = direction(at, words)
            let day = self.weekday(weekday, shift ?? 0, future: false)
            let isHebrew = language == "he" && lower(at - 1).hasSuffix("יום")
            return Finding(
                first: isHebrew ? at - 1 : around.lowerBound, last: around.upperBound, kind: .date,
                value: day.map(DatedValue.day), rule: "date.weekday", confidence: .likely)
        }
        return nil
    }

    /// Short words are others than days; Greek and Hebrew days are ordinals: `Τρίτη`, `יום שלישי`.
    private func isWeekday(_ at: Int, _ word: String) -> Bool {
        switch language {
        case "el": tokens[at].isCapital
        case "he": word.hasSuffix("שבת") || lower(at - 1).hasSuffix("יום") && isTogether(at, at - 1)
        case "ro": true
        default: word.unicodeScalars.count > 3
        }
    }

    /// Monday is the day behind Sunday (`bazar ertəsi`), Tuesday and Thursday are eves (`cümə axşamı`);
    /// Sunday alone is a market.
    private func azerbaijani(_ at: Int, _ weekday: Int) -> Finding? {
        let next = lower(at + 1)
        let named = next == "ertəsi" ? 1 : next == "axşamı" ? weekday - 1 : weekday
        guard named != 7 || next == "günü" else { return nil }
        return Finding(
            first: at, last: named == weekday ? at : at + 1, kind: .date,
            value: self.weekday(named, 0, future: false).map(DatedValue.day), rule: "date.weekday",
            confidence: .likely)
    }

    /// Whether `kommende` or `dernier` stands before or behind a word of time, and both words.
    private func direction(_ at: Int, _ words: ForeignDateWords) -> (shift: Int?, around: ClosedRange<Int>) {
        // `un convoi est passé mardi`.
        let isBefore = !["ar", "fa", "he"].contains(language) && lower(at - 1) != "passé"
        if isBefore, at > 0, isTogether(at, at - 1), let shift = words.shift(lower(at - 1)) {
            return (shift, (at - 1)...at)
        }
        if isTogether(at, at + 1), let shift = words.shift(lower(at + 1)) { return (shift, at...(at + 1)) }
        return (nil, at...at)
    }

    /// `im vergangenen Jahr`, `la semaine dernière`, `в прошлом месяце`.
    private func foreignUnit(_ at: Int, _ words: ForeignDateWords) -> Finding? {
        guard let unit = words.unit(lower(at)), case let (shift?, around) = direction(at, words) else {
            return nil
        }
        let value: DatedValue? = today.flatMap { today in
            switch unit {
            case "W": return .week(today + shift * 7)
            case "M":
                let first = CalendarDay(today.year, today.month, 1)?.adding(months: shift)
                return first.map { .month($0.year, $0.month) }
            default: return .year(today.year + shift)
            }
        }
        return Finding(
            first: around.lowerBound, last: around.upperBound, kind: .date, value: value,
            rule: "date.relative",
            confidence: .likely)
    }

    /// What stands before a month that has a short name: `im Mai`, `en juin`, `в мае`.
    private static let placers: WordSet = [
        "im", "in", "ende", "anfang", "mitte", "en", "fin", "début", "mi", "fines", "principios", "i", "w",
        "em",
        "a", "в", "во", "к", "с", "до", "у", "в", "dal", "begin", "eind", "sinds", "τον", "στις", "din",
        "през",
    ]

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
        // `ապրիլի 23-ին`, `martın 20-də`, `2024. március 20-án`.
        if ["hy", "az", "hu"].contains(language), isTogether(at, at + 1), let day = dayNumber(at + 1) {
            let isEnding =
                lower(at + 2) == "-" && isTogether(at + 1, at + 3)
                && tokens[at + 3].isGlued && tokens[at + 3].kind == .word
                && lower(at + 3).unicodeScalars.count <= 3
            let before = lower(at - 1) == "." ? at - 2 : at - 1
            let year = language == "hu" && isTogether(at, before) ? year(before) : nil
            let full = year.flatMap { CalendarDay($0, month, day) }
            return Finding(
                first: full == nil ? at : before, last: isEnding ? at + 3 : at + 1, kind: .date,
                value: full.map(DatedValue.day) ?? nearestDay(month, day),
                rule: full == nil ? "date.day" : "date.full")
        }
        // A short stem alone is any word's beginning.
        let (shift, around) = direction(at, words)
        let isPlaced = words.before.contains(lower(at - 1)) || DateRules.placers.contains(lower(at - 1))
        if language == "ro", lower(at) == "mai" { return nil }
        guard lower(at).unicodeScalars.count >= 5 || shift != nil || isPlaced else { return nil }
        return Finding(
            first: around.lowerBound, last: around.upperBound, kind: .date,
            value: self.month(month, future: shift == 1), rule: "date.month")
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
                    first: at, last: monthAt, kind: .date, value: nearestDay(month, day),
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
        // `ב-1988`.
        let before = language == "he" && lower(at - 1) == "-" ? at - 2 : at - 1
        let isPlaced = words.before.contains(lower(before)) && (1800...2050).contains(year)
        guard isPlaced || isForeignYear(at, year, amounts) else { return nil }
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
