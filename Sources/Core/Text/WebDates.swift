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
    guard parts.readPlain(trimmed) || parts.readISO(trimmed) || parts.readWords(trimmed) else { return nil }
    return parts.date
}

/// `2023年6月26日` and `2023년 6월 26일` with hyphens; anything else as it is.
private func inNumbers(_ text: String) -> String {
    for (year, month, day) in [("年", "月", "日"), ("년", "월", "일")] where text.holds(year) {
        guard text.holds(month) else { return text }
        return [(year + " ", "-"), (year, "-"), (month + " ", "-"), (month, "-"), (day, " ")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }.oneLine
    }
    return text
}

/// A number as so many decimal digits at least.
private func append(_ value: Int64, _ width: Int, to out: inout [UInt8]) {
    var bound: Int64 = 10
    for _ in 1..<width {
        if value < bound { out.append(UInt8(ascii: "0")) }
        bound *= 10
    }
    out += String(value).utf8
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
        var text: [UInt8] = []
        text.reserveCapacity(25)
        for (sign, value, width) in [(0, year, 4), (0x2D, month, 2), (0x2D, day, 2)] as [(UInt8, Int64, Int)]
        {
            if sign > 0 { text.append(sign) }
            append(value, width, to: &text)
        }
        guard let hour else {
            return WebDate(
                milliseconds: civil.days * 86_400_000, iso8601: String(decoding: text, as: UTF8.self))
        }
        guard (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second) else {
            return nil
        }
        for (sign, value) in [(0x54, hour), (0x3A, minute), (0x3A, second)] as [(UInt8, Int64)] {
            text.append(sign)
            append(value, 2, to: &text)
        }
        let local = civil.days * 86_400 + hour * 3600 + minute * 60 + second
        let minutes = zone ?? 0
        guard abs(minutes) <= 900 else { return nil }
        if minutes != 0 {
            text.append(UInt8(ascii: minutes < 0 ? "-" : "+"))
            append(abs(minutes) / 60, 2, to: &text)
            text.append(UInt8(ascii: ":"))
            append(abs(minutes) % 60, 2, to: &text)
        } else if zone != nil {
            text.append(UInt8(ascii: "Z"))
        }
        return WebDate(
            milliseconds: (local - minutes * 60) * 1000, iso8601: String(decoding: text, as: UTF8.self))
    }

    /// The two forms that nearly all dates have, byte by byte: `Mon, 26 Jun 2023 07:12:41 GMT` and
    /// `2023-06-26T07:12:41Z`. False, with nothing changed, for all others, right or wrong.
    mutating func readPlain(_ text: String) -> Bool {
        var form = PlainDate(bytes: Array(text.utf8))
        guard let found = form.iso() ?? form.words() else { return false }
        self = found
        return true
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
        weekdays.contains { word.hasPrefix($0) }
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
}

/// Reads a date of a strict form off its bytes.
private struct PlainDate {
    let bytes: [UInt8]
    private var at = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// `2023-06-26T07:12:41Z`, `2023-06-26T07:12:41.123+04:00`.
    mutating func iso() -> DateParts? {
        at = 0
        var parts = DateParts()
        guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2),
            skip("T"),
            readClock(&parts), parts.hour != nil
        else { return nil }
        (parts.year, parts.month, parts.day) = (year, month, day)
        if skip(".") { while digits(1) != nil {} }
        return readZone(&parts) ? parts : nil
    }

    /// `Mon, 26 Jun 2023 07:12:41 GMT`, `26 Jun 2023 07:12 -0400`.
    mutating func words() -> DateParts? {
        at = 0
        var parts = DateParts()
        if bytes.count > 5, bytes[3] == UInt8(ascii: ","), bytes[4] == 0x20 {
            guard weekdayLetters.contains(letters) else { return nil }
            at = 5
        }
        guard let day = digits(2) ?? digits(1), skip(" "), let month = monthLetters.firstIndex(of: letters)
        else {
            return nil
        }
        at += 3
        guard skip(" "), let year = digits(4), year >= 100, skip(" "), readClock(&parts), skip(" "),
            readZone(&parts)
        else { return nil }
        (parts.year, parts.month, parts.day) = (year, Int64(month) + 1, day)
        return parts
    }

    /// The next three letters in lower case as one number; 0 when there are no three bytes.
    private var letters: UInt32 { at + 3 <= bytes.count ? letterCode(bytes[at..<(at + 3)]) : 0 }

    private mutating func digits(_ count: Int) -> Int64? {
        guard at + count <= bytes.count else { return nil }
        var value: Int64 = 0
        for index in at..<(at + count) {
            guard bytes[index] >= 0x30, bytes[index] <= 0x39 else { return nil }
            value = value * 10 + Int64(bytes[index] - 0x30)
        }
        at += count
        return value
    }

    private mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }

    /// `07:12:41`, `07:12`.
    private mutating func readClock(_ parts: inout DateParts) -> Bool {
        guard let hour = digits(2), skip(":"), let minute = digits(2) else { return false }
        (parts.hour, parts.minute) = (hour, minute)
        guard skip(":") else { return true }
        guard let second = digits(2) else { return false }
        parts.second = second
        return true
    }

    /// `GMT`, `Z`, `+0400`, `-04:00`, and nothing behind it.
    private mutating func readZone(_ parts: inout DateParts) -> Bool {
        if bytes.count - at == 3, universalLetters.contains(letters) {
            at += 3
        } else if !skip("Z") {
            let isWest = skip("-")
            guard isWest || skip("+"), let hours = digits(2) else { return false }
            _ = skip(":")
            guard let minutes = digits(2) else { return false }
            parts.zone = (hours * 60 + minutes) * (isWest ? -1 : 1)
        }
        parts.zone = parts.zone ?? 0
        return at == bytes.count
    }
}

private let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

private func letterCode(_ letters: some Sequence<UInt8>) -> UInt32 {
    letters.reduce(0) { $0 << 8 | UInt32($1 | 0x20) }
}

private let weekdayLetters = weekdays.map { letterCode($0.utf8) }
private let monthLetters = months.map { letterCode($0.utf8) }
private let universalLetters = ["gmt", "utc"].map { letterCode($0.utf8) }

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
