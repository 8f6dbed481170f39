import Model

/// A day of the Gregorian calendar, by its number from 1970-01-01.
struct CalendarDay: Comparable, Hashable {
    var number: Int

    init(number: Int) { self.number = number }

    /// Nil when there is no such day.
    init?(_ year: Int, _ month: Int, _ day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDay.length(ofMonth: month, year)
        else { return nil }
        // Days from a March-based year, as Howard Hinnant's algorithms count them.
        let y = month <= 2 ? year - 1 : year
        let era = y / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// `2023-06-26`, the beginning of an ISO 8601 text; nil for any other.
    init?(iso8601 text: String) {
        let parts = text.prefix(10).split(separator: "-")
        guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else {
            return nil
        }
        self.init(year, month, day)
    }

    static func length(ofMonth month: Int, _ year: Int) -> Int {
        if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    var parts: (year: Int, month: Int, day: Int) {
        let date = CivilDate(daysSince1970: Int64(number))
        return (Int(date.year), Int(date.month), Int(date.day))
    }

    var year: Int { parts.year }
    var month: Int { parts.month }

    /// 1 for Monday to 7 for Sunday.
    var weekday: Int { ((number + 3) % 7 + 7) % 7 + 1 }

    /// The ISO week: its year, its number, and its Monday.
    var week: (year: Int, number: Int, monday: CalendarDay) {
        let monday = CalendarDay(number: number - weekday + 1)
        let year = CalendarDay(number: monday.number + 3).year
        let first = CalendarDay(year, 1, 4)?.number ?? 0
        let start = first - CalendarDay(number: first).weekday + 1
        return (year, (monday.number - start) / 7 + 1, monday)
    }

    /// The same day of the month so many months on, or the month's last.
    func adding(months: Int) -> CalendarDay {
        let (year, month, day) = parts
        let total = year * 12 + month - 1 + months
        let (y, m) = (total / 12, total % 12 + 1)
        return CalendarDay(y, m, min(day, CalendarDay.length(ofMonth: m, y))) ?? self
    }

    /// Days from another day to this one.
    func days(since other: CalendarDay) -> Int { number - other.number }

    static func + (day: CalendarDay, days: Int) -> CalendarDay { CalendarDay(number: day.number + days) }
    static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.number < b.number }

    /// `2023-06-26`.
    var iso8601: String { CivilDate(daysSince1970: Int64(number)).iso8601 }
}

/// A number with zeros before it.
func padded(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
}
