import Model

/// The days of a calendar's events, as a country's public holidays (iCalendar, RFC 5545).
///
/// Read are events' DTSTART and DTEND (or no end: one day) and yearly repetition on the same day. Other
/// repetition is not followed; what was left out is answered, with its line. Our own reader rather than
/// libical's, which would bring ICU into the service for a list of days.
package func holidays(in file: [UInt8]) -> (days: Set<Int64>, flaws: [(line: Int, what: String)]) {
    var reader = CalendarReader()
    for (number, line) in unfolded(String(decoding: file, as: UTF8.self)) { reader.take(line, number) }
    if reader.days.isEmpty, reader.flaws.isEmpty { reader.flaws.append((1, "it holds no event with a date")) }
    return (reader.days, reader.flaws)
}

/// Content lines with their numbers: one that begins with a space goes on with the one before.
private func unfolded(_ text: String) -> [(Int, String)] {
    var out: [(Int, String)] = []
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
    {
        if let first = raw.first, first == " " || first == "\t", !out.isEmpty {
            out[out.count - 1].1 += raw.dropFirst()
        } else {
            out.append((index + 1, String(raw)))
        }
    }
    return out
}

private struct CalendarReader {
    var days: Set<Int64> = []
    var flaws: [(line: Int, what: String)] = []
    private var isEvent = false
    private var start: CivilDate?
    private var end: CivilDate?
    private var rule: (text: String, line: Int)?

    /// A repetition without an end is followed for this many years.
    private static let years: Int64 = 60
    private static let longest: Int64 = 400

    mutating func take(_ line: String, _ number: Int) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let name = line[..<colon].prefix { $0 != ";" }.uppercased()
        let value = String(line[line.index(after: colon)...])
        switch (name, value.uppercased()) {
        case ("BEGIN", "VEVENT"): (isEvent, start, end, rule) = (true, nil, nil, nil)
        case ("END", "VEVENT"):
            if isEvent { close(number) }
            isEvent = false
        case ("DTSTART", _) where isEvent: start = day(value)
        case ("DTEND", _) where isEvent: end = day(value)
        case ("RRULE", _) where isEvent: rule = (value.uppercased(), number)
        default: break
        }
    }

    /// `20261225`, or the day of `20261225T080000Z`.
    private func day(_ value: String) -> CivilDate? {
        let digits = Array(value.utf8.prefix(8))
        guard digits.count == 8, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        func number(_ range: Range<Int>) -> Int64 { digits[range].reduce(0) { $0 * 10 + Int64($1 - 0x30) } }
        let date = CivilDate(year: number(0..<4), month: number(4..<6), day: number(6..<8))
        return CivilDate(daysSince1970: date.daysSince1970) == date ? date : nil
    }

    private mutating func close(_ number: Int) {
        guard let start else { return flaws.append((number, "an event has no DTSTART that is a date")) }
        let length = max(1, min((end?.daysSince1970 ?? 0) - start.daysSince1970, CalendarReader.longest))
        add(start.daysSince1970, length)
        guard let rule else { return }
        var parts: [String: String] = [:]
        for part in rule.text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            if pair.count == 2 { parts[pair[0]] = pair[1] }
        }
        let known: Set<String> = ["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYMONTHDAY", "WKST"]
        guard parts["FREQ"] == "YEARLY", known.isSuperset(of: parts.keys),
            (parts["BYMONTH"] ?? String(start.month)) == String(start.month),
            (parts["BYMONTHDAY"] ?? String(start.day)) == String(start.day)
        else {
            return flaws.append(
                (rule.line, "the repetition '\(rule.text)' is not followed; name its days one by one"))
        }
        let step = max(1, parts["INTERVAL"].flatMap { Int64($0) } ?? 1)
        let last = parts["UNTIL"].flatMap(day)?.daysSince1970 ?? .max
        let count = min(parts["COUNT"].flatMap { Int64($0) } ?? .max, CalendarReader.years)
        for index in 1..<max(count, 2) where count > 1 {
            let date = CivilDate(year: start.year + index * step, month: start.month, day: start.day)
            // The 29th of February is only in leap years.
            guard CivilDate(daysSince1970: date.daysSince1970) == date, date.daysSince1970 <= last else {
                continue
            }
            add(date.daysSince1970, length)
        }
    }

    private mutating func add(_ day: Int64, _ length: Int64) { days.formUnion(day..<(day + length)) }
}
