import Model

/// Amounts of time, and what lies so much before or behind.
extension DateRules {
    /// `three years`, `44-day`, `a decade`, `several months`, `a year ago`, `two weeks later`, `25-year-old`.
    func amount(_ at: Int) -> Finding? {
        if let modifier = DateWords.modifiers[lower(at)], lower(at) != "early", lower(at) != "late",
            lower(at) != "mid", isTogether(at, at + 1), at + 1 < tokens.count,
            var inner = amountProper(at + 1)
        {
            inner.first = at
            inner.modifier = modifier
            return inner
        }
        for words in [["more", "than"], ["less", "than"], ["at", "least"], ["up", "to"], ["as", "much"]]
        where lower(at) == words[0] && lower(at + 1) == words[1] {
            guard isTogether(at, at + 2), at + 2 < tokens.count, var inner = amountProper(at + 2) else {
                return nil
            }
            if words[0] == "more" || words[0] == "less" { inner.first = at }
            inner.modifier =
                ["more": "MORE_THAN", "less": "LESS_THAN", "at": "EQUAL_OR_MORE", "up": "EQUAL_OR_LESS"][
                    words[0]]
            return inner
        }
        return amountProper(at)
    }

    private func amountProper(_ at: Int) -> Finding? {
        if let part = halves(at) { return part }
        guard let (count, next) = count(at) else { return plural(at) }
        var unitAt = next
        while [
            "consecutive", "straight", "full", "long", "more", "whole", "calendar", "business", "working",
            "additional", "short", "good",
        ].contains(lower(unitAt)) { unitAt += 1 }
        unitAt = behindHyphen(unitAt)
        guard isTogether(at, unitAt), let unit = DateWords.units[lower(unitAt)] else { return nil }
        if unit == "TS", lower(unitAt) == "second", count != nil, lower(next) != "-" { return nil }
        if unit == "Q" || unit == "WE", lower(unitAt).hasSuffix("r"), lower(at) != "a" { return nil }
        if unit == "Q", !lower(unitAt).hasSuffix("s") { return nil }
        if unit == "N" { return nights(at, count, unitAt) }
        // `some day`.
        if lower(at) == "some", !lower(unitAt).hasSuffix("s") { return nil }
        var last = unitAt
        let value = duration(count, unit)
        // `25-year-old`: the age.
        if lower(last + 1) == "-", lower(last + 2) == "old" {
            return Finding(first: at, last: last + 2, kind: .duration, value: value, rule: "duration.age")
        }
        if lower(at) == "a" || lower(at) == "an" || lower(at) == "one" {
            // `$5 a day`, `twice a week`: again and again.
            if at > 0, isTogether(at, at - 1),
                tokens[at - 1].kind == .number
                    || ["once", "twice", "times", "percent", "hours", "million", "billion", "dollars"]
                        .contains(lower(at - 1)),
                lower(at) != "one"
            {
                return Finding(first: at, last: last, kind: .set, value: value, rule: "set.unit")
            }
        }
        if let count, let day = fromDay(at, last, count, unit) { return day }
        var direction = lower(last + 1)
        if isTogether(at, last + 1),
            ["ago", "earlier", "later", "before", "after", "previously"].contains(direction)
                || direction == "from" && lower(last + 2) == "now"
        {
            if direction == "from" { last += 1; direction = "now" }
            if direction == "before" || direction == "after", isClauseBehind(last + 2) {
                return Finding(first: at, last: last, kind: .duration, value: value, rule: "duration.amount")
            }
            return moved(at, last: last + 1, count, unit, direction)
        }
        return Finding(
            first: at, last: last, kind: .duration, value: value, rule: "duration.amount",
            confidence: count == nil ? .weak : .likely)
    }

    /// `a week from Monday`, `a week ago Tuesday`.
    private func fromDay(_ at: Int, _ last: Int, _ count: Int, _ unit: String) -> Finding? {
        guard isTogether(at, last + 2), let days = ["D": 1, "W": 7][unit], count < 1000 else { return nil }
        let isBack = lower(last + 1) == "ago"
        guard isBack || lower(last + 1) == "from", lower(last + 2) != "now",
            let day = named(last + 2) ?? relative(last + 2), day.isDay
        else { return nil }
        let start =
            isBack
            ? day.value?.from
            : day.value?.from.map { from in
                // Days to come are meant.
                today.map { from < $0 && day.rule == "date.weekday" ? from + 7 : from } ?? from
            }
        return Finding(
            first: at, last: day.last, kind: .date,
            value: start.map { .day($0 + count * days * (isBack ? -1 : 1)) }, rule: "date.moved")
    }

    /// `half an hour`, `half-century`, `two and a half years`, `a year and a half`, `a quarter of a century`.
    private func halves(_ at: Int) -> Finding? {
        func finding(_ last: Int, _ value: String) -> Finding? {
            isTogether(at, last)
                ? Finding(
                    first: at, last: last, kind: .duration, value: DatedValue(value), rule: "duration.half")
                : nil
        }
        func unit(_ at: Int) -> String? { DateWords.units[lower(at)] }
        if lower(at) == "half" || lower(at) == "quarter" {
            let next = ["a", "an", "-"].contains(lower(at + 1)) ? at + 2 : at + 1
            let behind = lower(at + 1) == "of" && lower(at + 2) == "a" ? at + 3 : next
            let parts =
                lower(at) == "half"
                ? ["TH": "PT30M", "D": "PT12H", "Y": "P6M", "E": "P5Y", "C": "P50Y"] : ["C": "P25Y"]
            guard let value = unit(behind).flatMap({ parts[$0] }), var half = finding(behind, value) else {
                return nil
            }
            if lower(at - 1) == "a" { half.first = at - 1 }
            return half
        }
        // `3.5 years`.
        if tokens[at].kind == .number, lower(at).utf8.contains(0x2E), Double(lower(at)) != nil {
            let unitAt = behindHyphen(at + 1)
            guard let unit = unit(unitAt), ["TH", "TM", "D", "W", "M", "Y"].contains(unit) else { return nil }
            return finding(unitAt, (unit.hasPrefix("T") ? "PT" : "P") + lower(at) + unit.suffix(1))
        }
        guard let (count, next) = count(at), let count else { return nil }
        // `2 1/2 years`, `2½ years`.
        if words(next, ["1", "/", "2"]) || lower(next) == "½" {
            let unitAt = behindHyphen(lower(next) == "½" ? next + 1 : next + 3)
            return unit(unitAt).flatMap { withHalf(count, $0) }.flatMap { finding(unitAt, $0) }
        }
        // `a year and a half`.
        if words(next + 1, ["and", "a", "half"]), let value = unit(next).flatMap({ withHalf(count, $0) }) {
            return finding(next + 3, value)
        }
        // `two and a half years`, `two-and-a-half-year`.
        let unitAt: Int
        if words(next, ["and", "a", "half"]) {
            unitAt = next + 3
        } else if words(next, ["-", "and", "-", "a", "-", "half"]) {
            unitAt = behindHyphen(next + 6)
        } else {
            return nil
        }
        return unit(unitAt).flatMap { withHalf(count, $0) }.flatMap { finding(unitAt, $0) }
    }

    /// So many and a half; nil for what is not halved.
    private func withHalf(_ count: Int, _ unit: String) -> String? {
        switch unit {
        case "TS", "TM", "TH": "PT\(count).5\(unit.dropFirst())"
        case "D", "W", "M", "Y": "P\(count).5\(unit)"
        case "E": "P\(count * 10 + 5)Y"
        case "C": "P\(count * 100 + 50)Y"
        default: nil
        }
    }

    /// `two weeks after the talks`: the amount does not stand alone.
    private func isClauseBehind(_ at: Int) -> Bool {
        at < tokens.count && tokens[at].kind == .word
    }

    private func nights(_ at: Int, _ count: Int?, _ last: Int) -> Finding? {
        guard let count, lower(last).hasSuffix("s") else { return nil }
        return Finding(
            first: at, last: last, kind: .duration, value: DatedValue("P\(count)N"), rule: "duration.amount")
    }

    /// Units without a number that say how long: `for years`, `in recent decades`.
    private func plural(_ at: Int) -> Finding? {
        let word = lower(at)
        guard let unit = DateWords.units[word], word.hasSuffix("s"),
            !["nights", "quarters", "seconds", "weekends"].contains(word)
        else { return nil }
        let before = lower(at - 1)
        if ["ago", "later", "earlier"].contains(lower(at + 1)), isTogether(at, at + 1) {
            return vague(at, at + 1, lower(at + 1) == "later" ? "FUTURE_REF" : "PAST_REF")
        }
        if before == "recent" { return vague(at - 1, at, "PAST_REF") }
        guard
            [
                "for", "of", "in", "after", "within", "over", "coming", "few", "many", "those", "past",
                "early", "later", "took",
            ].contains(before)
        else { return nil }
        if before == "of" || before == "in",
            lower(at + 1) != "," && lower(at + 1) != "." && lower(at + 1) != "to" && lower(at + 1) != "of"
        {
            return nil
        }
        return Finding(
            first: at, last: at, kind: .duration, value: duration(nil, unit), rule: "duration.plural",
            confidence: .weak)
    }

    /// A number in digits or words, and the token behind it; nil for one that is not known (`several`).
    private func count(_ at: Int) -> (count: Int?, next: Int)? {
        let word = lower(at)
        if tokens[at].kind == .number {
            return Int(word.utf8.contains(0x2C) ? word.replacing(",", with: "") : word).map { ($0, at + 1) }
        }
        if word == "a" || word == "an" {
            if lower(at + 1) == "few" || lower(at + 1) == "couple" {
                let next = lower(at + 2) == "of" ? at + 3 : at + 2
                return (lower(at + 1) == "couple" ? 2 : nil, next)
            }
            return (1, at + 1)
        }
        if ["several", "many", "few", "some"].contains(word) { return (nil, at + 1) }
        guard let first = DateWords.numbers[word] else { return nil }
        var (value, next) = (first, at + 1)
        if first >= 20, first < 100 {
            let unitAt = behindHyphen(next)
            if let small = DateWords.numbers[lower(unitAt)], small > 0, small < 10 {
                (value, next) = (first + small, unitAt + 1)
            }
        }
        if lower(next) == "hundred" { (value, next) = (value * 100, next + 1) }
        if lower(next) == "dozen" { (value, next) = (value * 12, next + 1) }
        return (value, next)
    }

    /// A TIMEX3 duration.
    func duration(_ count: Int?, _ unit: String) -> DatedValue {
        let number = count.map(String.init) ?? "X"
        switch unit {
        case "E": return DatedValue("P\(count.map { String($0 * 10) } ?? "X")\(count == nil ? "DE" : "Y")")
        case "C": return DatedValue(count.map { "P\($0 * 100)Y" } ?? "PXCE")
        case "F": return DatedValue(count.map { "P\($0 * 2)W" } ?? "PXW")
        case "Q": return DatedValue("P\(number)Q")
        case "WE": return DatedValue("P\(number)WE")
        case "TS", "TM", "TH": return DatedValue("PT\(number)\(unit.dropFirst())")
        default: return DatedValue("P\(number)\(unit)")
        }
    }

    /// So much before or behind the article's day, or the day spoken of last.
    func moved(_ at: Int, last: Int, _ count: Int?, _ unit: String, _ direction: String) -> Finding? {
        let isBack = ["ago", "earlier", "before", "previously"].contains(direction)
        let base = direction == "ago" || direction == "now" ? today : anchor ?? today
        guard let count else {
            return Finding(
                first: at, last: last, kind: .date, value: DatedValue(isBack ? "PAST_REF" : "FUTURE_REF"),
                rule: "date.moved", confidence: .weak)
        }
        // `30 seconds later`, behind a month alone.
        let isOfDays = ["D", "TH", "TM", "TS"].contains(unit) && direction != "ago" && direction != "now"
        guard let base, !isOfDays || anchor == nil || dayAnchor != nil else {
            return Finding(first: at, last: last, kind: .date, value: nil, rule: "date.moved")
        }
        let steps = isBack ? -count : count
        guard abs(steps) < 5000 else { return nil }
        let value: DatedValue
        switch unit {
        case "D": value = .day(base + steps)
        case "W": value = .week(base + steps * 7)
        case "F": value = .week(base + steps * 14)
        case "M":
            let moved = base.adding(months: steps)
            value = .month(moved.year, moved.month)
        case "Y": value = .year(base.year + steps)
        case "E": value = .year(base.year + steps * 10)
        case "TH", "TM", "TS": value = .day(base)
        default: return nil
        }
        let isDay = direction == "ago" || direction == "now"
        return Finding(
            first: at, last: last, kind: .date, value: value, rule: "date.moved",
            confidence: isDay ? .likely : .weak)
    }
}
