package import Model

/// A word of time in a text, with the days that it names.
package struct TimeExpression: Sendable, Equatable {
    /// TIMEX3's kinds.
    package enum Kind: String, Sendable {
        case date = "DATE", time = "TIME", duration = "DURATION", set = "SET"
    }
    /// How the days stand to what is said of them.
    package enum Relation: String, Sendable { case since, until, before, after, during }

    /// Bytes of the article's text.
    package var span: TextSpan
    package var kind: Kind
    /// A TIMEX3 value: `2023-06-25`, `2023-W25-WE`, `P44D`, `PAST_REF`. Nil when it is relative and the
    /// article bears no date.
    package var value: String?
    /// The first day, and the day behind the last, as ISO 8601. Nil for durations and what is vague.
    package var from: String?
    package var to: String?
    package var relation: Relation?
    /// TIMEX3's modifier: `APPROX`, `START`, `LESS_THAN`.
    package var modifier: String?
    /// The rule that found it.
    package var rule: String
    package var confidence: FactConfidence
}

/// How sure a rule is, by how often rules of its kind are right.
package enum FactConfidence: String, Sendable {
    /// A fixed form: title and name, a full date, a quotation with its speaker beside it.
    case sure
    /// A rule that context supports.
    case likely
    /// The best guess; shown, never counted on.
    case weak
}

/// The days that a date covers, and the TIMEX3 value that says so.
struct DatedValue {
    var value: String
    var from: CalendarDay?
    var to: CalendarDay?

    init(_ value: String, _ from: CalendarDay? = nil, _ to: CalendarDay? = nil) {
        (self.value, self.from, self.to) = (value, from, to)
    }

    static func day(_ day: CalendarDay) -> DatedValue { DatedValue(day.iso8601, day, day + 1) }

    static func month(_ year: Int, _ month: Int) -> DatedValue {
        let first = CalendarDay(year, month, 1)
        return DatedValue("\(padded(year, 4))-\(padded(month, 2))", first, first?.adding(months: 1))
    }

    static func year(_ year: Int) -> DatedValue {
        DatedValue(padded(year, 4), CalendarDay(year, 1, 1), CalendarDay(year + 1, 1, 1))
    }

    static func week(_ day: CalendarDay, isWeekend: Bool = false) -> DatedValue {
        let week = day.week
        let value = "\(padded(week.year, 4))-W\(padded(week.number, 2))"
        return isWeekend
            ? DatedValue(value + "-WE", week.monday + 5, week.monday + 7)
            : DatedValue(value, week.monday, week.monday + 7)
    }

    static func quarter(_ year: Int, _ quarter: Int) -> DatedValue {
        let first = CalendarDay(year, quarter * 3 - 2, 1)
        return DatedValue("\(padded(year, 4))-Q\(quarter)", first, first?.adding(months: 3))
    }

    static func half(_ year: Int, _ half: Int) -> DatedValue {
        let first = CalendarDay(year, half * 6 - 5, 1)
        return DatedValue("\(padded(year, 4))-H\(half)", first, first?.adding(months: 6))
    }

    /// Seasons of the northern half: winter is the one that begins in that year's December.
    static func season(_ year: Int, _ season: String) -> DatedValue {
        let month = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 3
        let first = CalendarDay(year, month, 1)
        return DatedValue("\(padded(year, 4))-\(season)", first, first?.adding(months: 3))
    }

    static func decade(_ year: Int) -> DatedValue {
        DatedValue(
            padded(year / 10, 3), CalendarDay(year / 10 * 10, 1, 1), CalendarDay(year / 10 * 10 + 10, 1, 1))
    }

    static func century(_ number: Int) -> DatedValue {
        let year = (number - 1) * 100
        return DatedValue(
            padded(number - 1, 2), CalendarDay(max(1, year), 1, 1), CalendarDay(year + 100, 1, 1))
    }
}
