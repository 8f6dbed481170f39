/// A date as the web writes it, read: with exactly the precision it had.
package struct WebDate: Sendable, Equatable {
    /// Milliseconds since 1970 in UTC; a bare day counts as its first moment in UTC.
    package var milliseconds: Int64
    /// ISO 8601 with the precision and zone that were written: `2023-06-26`, `2023-06-26T07:12:41+04:00`.
    package var iso8601: String
}

/// Reads RFC 822/2822 (`Mon, 26 Jun 2023 07:12:41 GMT`), ISO 8601/W3CDTF/RFC 3339, and `26 June 2023` or
/// `June 26, 2023`. Nil for anything else: a wrong guess shown as fact is worse than no date.
package func webDate(_ text: String) -> WebDate? {
    let trimmed = (text.utf8Span.isKnownASCII ? text : inNumbers(text)).trimmed
    guard trimmed.utf8.count >= 4, trimmed.utf8.count <= 80 else { return nil }
    var parts = DateParts()
    guard parts.readISO(trimmed) || parts.readWords(trimmed) else { return nil }
    return parts.date
}

/// `2023年6月26日` with hyphens; anything else as it is.
private func inNumbers(_ text: String) -> String {
    guard text.holds("年"), text.holds("月") else { return text }
    return [("年", "-"), ("月", "-"), ("日", " ")].reduce(text) { $0.replacing($1.0, with: $1.1) }
        .oneLine
}

private let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
private let zones: [String: Int64] = [
    "gmt": 0, "ut": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360,
    "pst": -480, "pdt": -420, "cet": 60, "cest": 120, "bst": 60, "msk": 180, "eet": 120, "eest": 180,
    "mest": 120, "met": 60, "et": -300, "ct": -360, "mt": -420, "pt": -480, "jst": 540, "kst": 540,
    "ist": 330,
    "aest": 600, "aedt": 660, "wet": 0, "west": 60, "etc/gmt": 0, "etc/utc": 0,
]

private struct DateParts {
    var year: Int64 = 0, month: Int64 = 0, day: Int64 = 0
    var hour: Int64?, minute: Int64 = 0, second: Int64 = 0
    var zone: Int64?

    /// The instant and its text; nil when a part is out of range.
    var date: WebDate? {
        let civil = CivilDay(year: year, month: month, day: day)
        guard (1...9999).contains(year), (1...12).contains(month), (1...civil.daysInMonth).contains(day)
        else {
            return nil
        }
        let dayText = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        guard let hour else { return WebDate(milliseconds: civil.days * 86_400_000, iso8601: dayText) }
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
            return nil
        }
        let clock = "T\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
        let local = civil.days * 86_400 + hour * 3600 + minute * 60 + second
        let minutes = zone ?? 0
        guard abs(minutes) <= 900 else { return nil }
        let sign = minutes < 0 ? "-" : "+"
        let offset =
            minutes == 0 ? "Z" : "\(sign)\(padded(abs(minutes) / 60, 2)):\(padded(abs(minutes) % 60, 2))"
        return WebDate(
            milliseconds: (local - minutes * 60) * 1000,
            iso8601: dayText + clock + (zone == nil ? "" : offset))
    }

    /// `2023-06-26`, `2023-06-26T07:12:41.5+04:00`, `20230626T071241Z`, `2023/6/26 7:12:41`: with the year
    /// first, the month comes second everywhere.
    mutating func readISO(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var at = 0
        func digits(_ count: Int) -> Int64? {
            guard at + count <= bytes.count else { return nil }
            let slice = bytes[at..<(at + count)]
            guard slice.allSatisfy({ $0 >= 48 && $0 <= 57 }) else { return nil }
            at += count
            return Int64(String(decoding: slice, as: UTF8.self))
        }
        @discardableResult func skip(_ characters: String) -> Bool {
            guard at < bytes.count, characters.utf8.contains(bytes[at]) else { return false }
            at += 1
            return true
        }
        func oneOrTwo() -> Int64? {
            let isOne = at + 1 >= bytes.count || bytes[at + 1] < 48 || bytes[at + 1] > 57
            return digits(isOne ? 1 : 2)
        }
        guard let y = digits(4) else { return false }
        let isParted = skip("-/.")
        guard let m = isParted ? oneOrTwo() : digits(2) else { return false }
        let isPartedAgain = skip("-/.")
        guard let d = isParted && isPartedAgain ? oneOrTwo() : digits(2) else { return false }
        (year, month, day) = (y, m, d)
        if at == bytes.count { return true }
        guard "Tt ".utf8.contains(bytes[at]) else { return false }
        skip("Tt ")
        guard let h = oneOrTwo() else { return false }
        skip(":")
        hour = h
        minute = digits(2) ?? 0
        if at < bytes.count, bytes[at] == 58 || (bytes[at] >= 48 && bytes[at] <= 57) {
            skip(":")
            second = digits(2) ?? 0
        }
        if at < bytes.count, bytes[at] == 46 || bytes[at] == 44 {
            at += 1
            while at < bytes.count, bytes[at] >= 48, bytes[at] <= 57 { at += 1 }
        }
        return readZone(String(decoding: bytes[at...], as: UTF8.self).trimmed)
    }

    /// `Mon, 26 Jun 2023 07:12:41 GMT`, `26 June 2023`, `June 26, 2023`, `Mon Jun 26 07:12:41 2023`.
    mutating func readWords(_ text: String) -> Bool {
        let words = text.split { $0 == " " || $0 == "," || $0 == "\u{A0}" }.map { $0.lowercased() }
        var numbers: [Int64] = []
        for (place, word) in words.enumerated() {
            if let found = months.firstIndex(where: { word.hasPrefix($0) }), month == 0, isMonth(word) {
                month = Int64(found) + 1
            } else if word.contains(":"), hour == nil {
                guard readClock(word) else { return false }
            } else if let number = Int64(word.filter { $0 != "." }), word.first != "+", word.first != "-" {
                numbers.append(number)
            } else if hour != nil {
                if readZone(word) { continue }
                guard place == words.count - 1, word.hasPrefix("(") else { return false }
            } else if place > 0 || !isWeekday(word) {
                return false
            }
        }
        guard month > 0, numbers.count == 2 else { return false }
        (day, year) = numbers[0] > 31 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1])
        if year < 100 { year += year < 70 ? 2000 : 1900 }
        return true
    }

    private func isMonth(_ word: String) -> Bool {
        let full = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
        return bare == "sept" || months.contains(bare) || full.contains(bare)
    }

    private func isWeekday(_ word: String) -> Bool {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].contains { word.hasPrefix($0) }
    }

    private mutating func readClock(_ word: String) -> Bool {
        let parts = word.split(separator: ":").map { Int64($0) }
        guard parts.count >= 2, parts.count <= 3, !parts.contains(nil) else { return false }
        hour = parts[0]
        minute = parts[1] ?? 0
        second = parts.count > 2 ? parts[2] ?? 0 : 0
        return true
    }

    private mutating func readZone(_ text: String) -> Bool {
        if text.isEmpty { return true }
        let lower = text.lowercased()
        if let known = zones[lower] { zone = known; return true }
        // `GMT-01:00`, `UTC+3`.
        for name in ["gmt", "utc"] where lower.hasPrefix(name) && lower.utf8.count > 4 {
            return readZone(String(text.dropFirst(3)))
        }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard text.hasPrefix("+") || text.hasPrefix("-"), [1, 2, 4].contains(digits.utf8.count),
            let number = Int64(digits)
        else { return false }
        let minutes = digits.utf8.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
        zone = text.hasPrefix("-") ? -minutes : minutes
        return true
    }

    private func padded(_ value: Int64, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}

/// Days since 1970 of a Gregorian date (Howard Hinnant's `days_from_civil`).
struct CivilDay {
    var year: Int64, month: Int64, day: Int64

    var daysInMonth: Int64 {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    var days: Int64 {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
