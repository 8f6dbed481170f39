/// An instant: milliseconds since 1970-01-01T00:00:00Z, as people's clocks tell it (it may jump; never wait
/// on it).
package struct Moment: Sendable, Hashable, Comparable {
    package var milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    /// The instant that many whole seconds after 1970-01-01T00:00:00Z.
    package init(seconds: Int64) { milliseconds = seconds &* 1000 }

    /// Whole seconds since 1970, rounded down.
    package var seconds: Int64 { Int64((Double(milliseconds) / 1000).rounded(.down)) }

    /// The instant `delay` after this one.
    package func advanced(by delay: Duration) -> Moment {
        Moment(milliseconds: milliseconds &+ delay.milliseconds)
    }

    package static func < (a: Moment, b: Moment) -> Bool { a.milliseconds < b.milliseconds }

    /// ISO 8601 in UTC, whole seconds: `2023-06-26T07:12:41Z`.
    package var iso8601: String {
        let (days, rest) = seconds.quotientAndRemainderFloored(86_400)
        var text = CivilDate(daysSince1970: days).iso8601
        for (sign, value) in [("T", rest / 3600), (":", rest / 60 % 60), (":", rest % 60)] {
            text += sign
            text += twoDigits(value)
        }
        return text + "Z"
    }
}

extension Duration {
    /// The whole milliseconds in this duration, saturated to 100 years.
    package var milliseconds: Int64 {
        let (seconds, attoseconds) = components
        let bounded = min(max(seconds, -3_155_760_000), 3_155_760_000)
        return bounded * 1000 + attoseconds / 1_000_000_000_000_000
    }
}

/// A day of the (proleptic) Gregorian calendar.
package struct CivilDate: Sendable, Hashable, Comparable {
    package var year: Int64
    package var month: Int64
    package var day: Int64

    package init(year: Int64, month: Int64, day: Int64) {
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// The day that many days after 1970-01-01 (Howard Hinnant's `civil_from_days`).
    package init(daysSince1970 days: Int64) {
        let shifted = days + 719_468
        let era = shifted.quotientAndRemainderFloored(146_097).0
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days after 1970-01-01 (Howard Hinnant's `days_from_civil`); a day that no month has counts into the
    /// next.
    package var daysSince1970: Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = shiftedYear.quotientAndRemainderFloored(400).0
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package static func < (a: CivilDate, b: CivilDate) -> Bool {
        (a.year, a.month, a.day) < (b.year, b.month, b.day)
    }

    /// `2023-06-26`.
    package var iso8601: String {
        let digits = String(year)
        return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
            + "-" + twoDigits(month) + "-" + twoDigits(day)
    }
}

/// A number as at least two decimal digits.
private func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }

extension Int64 {
    /// Quotient rounded towards minus infinity, and the remainder that is never negative.
    package func quotientAndRemainderFloored(_ divisor: Int64) -> (Int64, Int64) {
        let (q, r) = quotientAndRemainder(dividingBy: divisor)
        return r < 0 ? (q - 1, r + divisor) : (q, r)
    }
}
