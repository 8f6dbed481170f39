import Model

/// Times of day.
extension DateRules {
    /// `3pm`, `7:30pm`, `1500 GMT`.
    private func shortClock(_ at: Int) -> Finding? {
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
        return time(at, behind: last + 1, hour, minute)
    }

    /// A time that ends before a token; its day may follow: `3 p.m. on Friday`.
    private func time(_ at: Int, behind: Int, _ hour: Int, _ minute: Int) -> Finding {
        let time = "T\(padded(hour, 2)):\(padded(minute, 2))"
        let dayAt = lower(behind) == "on" ? behind + 1 : behindComma(behind)
        if isTogether(at, dayAt),
            let found = self.time(
                time, of: named(dayAt) ?? relative(dayAt), from: at, rule: "time.clock", .sure)
        {
            return found
        }
        let value = today.map { DatedValue($0.iso8601 + time, $0, $0 + 1) }
        return Finding(first: at, last: behind - 1, kind: .time, value: value, rule: "time.clock")
    }

    /// `3 p.m.`, `15:30`, `7:30 a.m. Monday`.
    func clock(_ at: Int) -> Finding? {
        if let short = shortClock(at) { return short }
        guard let hour = number(at), (0...24).contains(hour) else { return nil }
        var next = at + 1
        var minute: Int?
        if [":", "."].contains(lower(next)), let value = number(next + 1), value < 60,
            lower(next + 1).utf8.count == 2, tokens[next + 1].isGlued
        {
            minute = value
            next += 2
        }
        let half = lower(next).replacing(".", with: "")
        let isHalf =
            (half == "am" || half == "pm") && (lower(next) != "am" || next > at + 1 || tokens[next].isGlued)
        var behind = isHalf ? next + 1 : next
        if isHalf, lower(behind) == ".", tokens[behind].isGlued, lower(next).contains(".") { behind += 1 }
        guard isHalf || minute != nil && lower(at + 1) == ":" || lower(next) == "o'clock" else { return nil }
        if lower(next) == "o'clock" { behind = next + 1 }
        let full = half == "pm" && hour < 12 ? hour + 12 : half == "am" && hour == 12 ? 0 : hour
        return time(at, behind: behind, full, minute ?? 0)
    }
}
