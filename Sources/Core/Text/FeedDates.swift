/// A date as feeds write it: what `webDate` reads, and the forms of old and foreign feeds. Nil for anything
/// else.
package func feedDate(_ text: String) -> WebDate? {
    let text = text.trimmed
    // Their words say more than the day: a time of Korea is one of its zone.
    if !text.utf8Span.isKnownASCII, let date = webDate(inEnglish(text)) { return date }
    return webDate(text) ?? shortDate(text)
}

/// ISO 8601's short forms: `2003`, `2003-12`, `20031231`, `2003-335`, `2003335`, `03-12-31`, `031231`,
/// `-03-12`, `-0312`, `03335`.
private func shortDate(_ text: String) -> WebDate? {
    let bytes = Array(text.utf8)
    guard bytes.count <= 10, bytes.allSatisfy({ $0 == 0x2D || $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    let isShort = bytes.first == 0x2D
    let digits = bytes.filter { $0 != 0x2D }.map { Int64($0 - 0x30) }
    func number(_ range: Range<Int>) -> Int64 { digits[range].reduce(0) { $0 * 10 + $1 } }
    let century: Int64 = 2000
    var (year, month, day): (Int64, Int64, Int64)
    switch (digits.count, isShort) {
    case (4, false) where bytes.count == 4: (year, month, day) = (number(0..<4), 1, 1)
    case (6, false) where bytes.count == 7: (year, month, day) = (number(0..<4), number(4..<6), 1)
    case (6, false): (year, month, day) = (century + number(0..<2), number(2..<4), number(4..<6))
    case (4, true): (year, month, day) = (century + number(0..<2), number(2..<4), 1)
    case (8, false): (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
    case (7, false), (5, false):
        let width = digits.count - 3
        year = width == 4 ? number(0..<4) : century + number(0..<2)
        (month, day) = (1, number(width..<digits.count))
        guard day >= 1, day <= 366 else { return nil }
        while case let length = CivilDay(year: year, month: month, day: 1).daysInMonth, day > length {
            (month, day) = (month + 1, day - length)
            if month > 12 { (year, month) = (year + 1, 1) }
        }
    default: return nil
    }
    return webDate(iso(year, month, day))
}

private func iso(_ year: Int64, _ month: Int64, _ day: Int64) -> String {
    func padded(_ value: Int64, _ width: Int) -> String {
        String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
}

/// A date whose words are Greek, Hungarian or Korean, in English; anything else as it is.
private func inEnglish(_ text: String) -> String {
    var out = text
    if out.unicodeScalars.contains(where: { $0.value >= 0xAC00 && $0.value <= 0xD7A3 }) {
        // 2004년 05월 28일 01:23:15, 2004-05-25 오후 11:23:17
        let isAfternoon = out.contains("오후")
        for (mark, sign) in [("년", "-"), ("월", "-"), ("일", " "), ("오전", ""), ("오후", "")] {
            out = out.replacing(mark, with: sign)
        }
        let parts = out.split(whereSeparator: { " -:".contains($0) }).compactMap { Int64($0) }
        guard parts.count >= 6 else { return out }
        let hour = isAfternoon && parts[3] < 12 ? parts[3] + 12 : parts[3]
        let clock = [hour, parts[4], parts[5]].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return iso(parts[0], parts[1], parts[2]) + "T" + clock + "+09:00"
    }
    for (month, number) in hungarianMonths where out.holds(month) {
        // 2004-július-13T9:15-05:00
        let parts = out.split(separator: month, maxSplits: 1).map(String.init)
        guard parts.count == 2 else { continue }
        var rest = parts[1].hasPrefix("-") ? String(parts[1].dropFirst()) : parts[1]
        if rest.prefix(2).last == "T" { rest = "0" + rest }
        if let t = rest.firstIndex(of: "T"), rest[t...].dropFirst(2).first == ":" {
            rest = rest[...t] + "0" + rest[rest.index(after: t)...]
        }
        return parts[0] + (number < 10 ? "0" : "") + String(number) + "-" + rest
    }
    for (word, english) in greekWords where out.holds(word) { out = out.replacing(word, with: english) }
    return out
}

private let hungarianMonths: [(String, Int)] = [
    ("január", 1), ("februári", 2), ("február", 2), ("március", 3), ("április", 4), ("május", 5),
    ("máujus", 5), ("június", 6),
    ("július", 7), ("augusztus", 8), ("szeptember", 9), ("október", 10), ("november", 11), ("december", 12),
]

private let greekWords: [(String, String)] = [
    ("Ιαν", "Jan"), ("Φεβ", "Feb"), ("Μάώ", "Mar"), ("Μαώ", "Mar"), ("Μάρ", "Mar"), ("Απρ", "Apr"),
    ("Μάι", "May"),
    ("Μαϊ", "May"), ("Μαι", "May"), ("Ιούν", "Jun"), ("Ιον", "Jun"), ("Ιούλ", "Jul"), ("Ιολ", "Jul"),
    ("Αύγ", "Aug"),
    ("Αυγ", "Aug"), ("Σεπ", "Sep"), ("Οκτ", "Oct"), ("Νοέ", "Nov"), ("Νοε", "Nov"), ("Δεκ", "Dec"),
    ("Κυρ", "Sun"),
    ("Δευ", "Mon"), ("Τρι", "Tue"), ("Τετ", "Wed"), ("Πεμ", "Thu"), ("Παρ", "Fri"), ("Σαβ", "Sat"),
]
