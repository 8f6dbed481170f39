import Model

/// Times of day.
extension DateRules {
    /// A time of day that is written there, `T15:00`, and the token behind it.
    typealias Clock = (time: String, behind: Int)

    /// `3pm`, `7:30pm`, `1500 GMT`.
    private func shortClock(_ at: Int) -> Clock? {
        let isLong = lower(at + 1) == ":" && at + 2 < tokens.count && tokens[at + 2].isGlued
        let last = isLong ? at + 2 : at
        let (word, end) = (lower(last), lower(last).suffix(2))
        var hour: Int?
        var minute = 0
        if end == "am" || end == "pm", let digits = Int(word.dropLast(2)) {
            let written = isLong ? number(at) : digits
            minute = isLong ? digits : 0
            hour = written.flatMap { (1...12).contains($0) ? $0 % 12 + (end == "pm" ? 12 : 0) : nil }
        } else if !isLong, word.utf8.count == 4, let digits = Int(word),
            ["gmt", "utc"].contains(lower(at + 1))
        {
            (hour, minute) = (digits / 100, digits % 100)
        }
        guard let hour, hour < 24, minute < 60 else { return nil }
        return (clockTime(hour, minute), last + 1)
    }

    private func clockTime(_ hour: Int, _ minute: Int) -> String {
        "T\(padded(hour, 2)):\(padded(minute, 2))"
    }

    /// The day of a time that ends before a token: `3 p.m. on Friday`, `1:30 p.m. EST Thursday`.
    func dayBehind(_ behind: Int) -> Finding? {
        var dayAt = behind
        if DateWords.zones.contains(lower(dayAt)) { dayAt += 1 }
        if lower(dayAt) == "time" { dayAt += 1 }
        dayAt = lower(dayAt) == "on" ? dayAt + 1 : behindComma(dayAt)
        guard isTogether(behind - 1, dayAt), let day = named(dayAt) ?? relative(dayAt), day.isDay else {
            return nil
        }
        return day
    }

    /// A time, with its day where that follows.
    func clock(_ at: Int) -> Finding? {
        guard let (time, behind) = reading(at) else { return nil }
        if let found = self.time(time, of: dayBehind(behind), from: at, rule: "time.clock", .sure) {
            return found
        }
        let value = today.map { DatedValue($0.iso8601 + time, $0, $0 + 1) }
        return Finding(first: at, last: behind - 1, kind: .time, value: value, rule: "time.clock")
    }

    /// `3 p.m.`, `15:30`, `22:19:00`.
    func reading(_ at: Int) -> Clock? {
        if let short = shortClock(at) { return short }
        guard let hour = number(at), (0...24).contains(hour) else { return nil }
        var next = at + 1
        var minute: Int?
        if [":", "."].contains(lower(next)), let value = number(next + 1), value < 60,
            lower(next + 1).utf8.count == 2, tokens[next + 1].isGlued
        {
            minute = value
            next += 2
            // Seconds.
            if lower(next) == ":", let seconds = number(next + 1), seconds < 60, tokens[next + 1].isGlued {
                next += 2
            }
        }
        let half = lower(next).replacing(".", with: "")
        let isHalf =
            (half == "am" || half == "pm") && (lower(next) != "am" || next > at + 1 || tokens[next].isGlued)
        var behind = isHalf ? next + 1 : next
        if isHalf, lower(behind) == ".", tokens[behind].isGlued, lower(next).contains(".") { behind += 1 }
        guard isHalf || minute != nil && lower(at + 1) == ":" || lower(next) == "o'clock" else { return nil }
        if lower(next) == "o'clock" { behind = next + 1 }
        let full = half == "pm" && hour < 12 ? hour + 12 : half == "am" && hour == 12 ? 0 : hour
        return (clockTime(full, minute ?? 0), behind)
    }
}
