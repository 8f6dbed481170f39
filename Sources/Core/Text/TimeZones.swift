/// The rules of a time zone, read from a TZif file (RFC 8536) that is handed in.
package struct TimeZoneRules: Sendable, Equatable {
    package var name: String
    /// Seconds since 1970 from which on an offset holds.
    private var starts: [Int64] = []
    /// Seconds east of Greenwich from each start on.
    private var offsets: [Int64] = []
    private var first: Int64 = 0
    /// What holds after the last start.
    private var tail: RecurringRule?

    /// Coordinated Universal Time.
    package static let utc = TimeZoneRules()

    private init() { name = "UTC" }

    /// Nil when the bytes are no TZif file.
    package init?(name: String, file: [UInt8]) {
        self.name = name
        var reader = TZifReader(bytes: file)
        guard var header = reader.header() else { return nil }
        var width = 4
        if header.version >= 0x32 {
            reader.at += header.length(timeBytes: 4)
            guard let second = reader.header() else { return nil }
            (header, width) = (second, 8)
        }
        guard reader.at + header.length(timeBytes: width) <= file.count, header.types > 0 else { return nil }
        let times = (0..<header.times).map { _ in reader.number(width) }
        let kinds = (0..<header.times).map { _ in Int(reader.number(1) & 0xFF) }
        var types: [(offset: Int64, isSummer: Bool)] = []
        for _ in 0..<header.types {
            types.append((reader.number(4), reader.number(1) != 0))
            reader.at += 1
        }
        guard kinds.allSatisfy({ $0 < types.count }) else { return nil }
        (starts, offsets) = (times, kinds.map { types[$0].offset })
        first = (types.first { !$0.isSummer } ?? types[0]).offset
        reader.at += header.rest(timeBytes: width)
        if width == 8, reader.at < file.count, file[reader.at] == 10 {
            let line = file[(reader.at + 1)...].prefix { $0 != 10 }
            tail = RecurringRule(String(decoding: line, as: UTF8.self))
        }
    }

    /// Seconds east of Greenwich at an instant (seconds since 1970).
    package func offset(at instant: Int64) -> Int64 {
        if let last = starts.last, instant >= last {
            return tail?.offset(at: instant) ?? offsets[offsets.count - 1]
        }
        guard let start = starts.first, instant >= start else {
            return starts.isEmpty ? tail?.offset(at: instant) ?? first : first
        }
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= instant { low = middle } else { high = middle }
        }
        return offsets[low]
    }

    /// The instant (seconds since 1970) at which clocks show a local time (seconds since 1970 as if it were
    /// UTC): the earlier of two, and for a time that clocks leap over the instant of the leap.
    package func instant(local: Int64) -> Int64 {
        let early = local - offset(at: local - 86_400)
        let late = local - offset(at: local + 86_400)
        if early + offset(at: early) == local {
            return min(early, late + offset(at: late) == local ? late : early)
        }
        if late + offset(at: late) == local { return late }
        // Clocks leap over it: the first instant that shows a later time.
        var (low, high) = (min(early, late) - 86_400, max(early, late) + 86_400)
        while low < high {
            let middle = low + (high - low) / 2
            if middle + offset(at: middle) >= local { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// The header of one block of a TZif file.
private struct TZifHeader {
    var version: UInt8
    var universal: Int
    var standard: Int
    var leaps: Int
    var times: Int
    var types: Int
    var characters: Int

    func length(timeBytes: Int) -> Int { times * timeBytes + times + types * 6 + rest(timeBytes: timeBytes) }

    /// Bytes behind the list of types.
    func rest(timeBytes: Int) -> Int { characters + leaps * (timeBytes + 4) + standard + universal }
}

private struct TZifReader {
    let bytes: [UInt8]
    var at = 0

    mutating func header() -> TZifHeader? {
        guard at + 44 <= bytes.count, Array(bytes[at..<(at + 4)]) == Array("TZif".utf8) else { return nil }
        let version = bytes[at + 4]
        at += 20
        let counts = (0..<6).map { _ in Int(number(4)) }
        guard counts.allSatisfy({ (0...100_000).contains($0) }) else { return nil }
        return TZifHeader(
            version: version, universal: counts[0], standard: counts[1], leaps: counts[2], times: counts[3],
            types: counts[4], characters: counts[5])
    }

    /// A signed big-endian number.
    mutating func number(_ width: Int) -> Int64 {
        var value: Int64 = bytes[at] & 0x80 != 0 ? -1 : 0
        for byte in bytes[at..<(at + width)] { value = value << 8 | Int64(byte) }
        at += width
        return value
    }
}

/// A rule that comes back every year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
private struct RecurringRule: Sendable, Equatable {
    var standard: Int64
    var summer: (offset: Int64, from: YearlyMoment, to: YearlyMoment)?

    static func == (a: RecurringRule, b: RecurringRule) -> Bool {
        a.standard == b.standard && a.summer?.offset == b.summer?.offset && a.summer?.from == b.summer?.from
            && a.summer?.to == b.summer?.to
    }

    init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        guard RecurringRule.takeName(&rest), let west = RecurringRule.takeTime(&rest) else { return nil }
        standard = -west
        guard !rest.isEmpty else { return }
        guard RecurringRule.takeName(&rest) else { return nil }
        var offset = standard + 3600
        if rest.first != 0x2C {
            guard let west = RecurringRule.takeTime(&rest) else { return nil }
            offset = -west
        }
        let parts = rest.dropFirst().split(separator: 0x2C)
        guard parts.count == 2, let from = YearlyMoment(parts[0]), let to = YearlyMoment(parts[1]) else {
            return nil
        }
        summer = (offset, from, to)
    }

    private static func takeName(_ rest: inout ArraySlice<UInt8>) -> Bool {
        if rest.first == 0x3C {
            guard let end = rest.firstIndex(of: 0x3E) else { return false }
            rest = rest[(end + 1)...]
            return true
        }
        let name = rest.prefix(while: isASCIILetter)
        rest = rest.dropFirst(name.count)
        return name.count >= 3
    }

    /// Seconds of `[+-]hh[:mm[:ss]]`.
    static func takeTime(_ rest: inout ArraySlice<UInt8>) -> Int64? {
        let text = rest.prefix { ($0 >= 0x30 && $0 <= 0x3A) || $0 == 0x2B || $0 == 0x2D }
        rest = rest.dropFirst(text.count)
        let isNegative = text.first == 0x2D
        let parts = String(decoding: text.drop { $0 == 0x2B || $0 == 0x2D }, as: UTF8.self).split(
            separator: ":")
        var seconds: Int64 = 0
        for (part, unit) in zip(parts, [3600, 60, 1] as [Int64]) {
            guard let value = Int64(part) else { return nil }
            seconds += value * unit
        }
        return parts.isEmpty ? nil : isNegative ? -seconds : seconds
    }

    func offset(at instant: Int64) -> Int64 {
        guard let summer else { return standard }
        let year = yearOf(instant + standard)
        let from = summer.from.seconds(in: year) - standard
        let to = summer.to.seconds(in: year) - summer.offset
        let isSummer = from < to ? instant >= from && instant < to : instant >= from || instant < to
        return isSummer ? summer.offset : standard
    }
}

/// A moment of every year: `M3.5.0/2`, `J60`, `59`.
private struct YearlyMoment: Sendable, Equatable {
    private enum Day: Sendable, Equatable {
        /// Month, week of the month (5: the last), weekday from Sunday.
        case weekday(Int64, Int64, Int64)
        /// Day of the year from 1, never counting February 29.
        case dayOfYear(Int64)
        /// Day of the year from 0.
        case plain(Int64)
    }

    private var day: Day
    private var time: Int64 = 7200

    init?(_ text: ArraySlice<UInt8>) {
        let halves = text.split(separator: 0x2F, maxSplits: 1)
        guard let head = halves.first else { return nil }
        if halves.count == 2 {
            var rest = halves[1]
            guard let time = RecurringRule.takeTime(&rest) else { return nil }
            self.time = time
        }
        let numbers = String(decoding: head.drop { $0 == 0x4D || $0 == 0x4A }, as: UTF8.self).split(
            separator: "."
        )
        .compactMap { Int64($0) }
        switch (head.first, numbers.count) {
        case (0x4D, 3): day = .weekday(numbers[0], numbers[1], numbers[2])
        case (0x4A, 1): day = .dayOfYear(numbers[0])
        case (_, 1): day = .plain(numbers[0])
        default: return nil
        }
    }

    /// Local seconds since 1970 in that year.
    func seconds(in year: Int64) -> Int64 {
        let start = CivilDay(year: year, month: 1, day: 1).days
        let isLeap =
            CivilDay(year: year, month: 3, day: 1).days - CivilDay(year: year, month: 2, day: 28).days == 2
        switch day {
        case .plain(let number): return (start + number) * 86_400 + time
        case .dayOfYear(let number):
            return (start + number - 1 + (isLeap && number >= 60 ? 1 : 0)) * 86_400 + time
        case .weekday(let month, let week, let weekday):
            let first = CivilDay(year: year, month: month, day: 1).days
            let next =
                month == 12
                ? CivilDay(year: year + 1, month: 1, day: 1).days
                : CivilDay(year: year, month: month + 1, day: 1).days
            // 1970-01-01 was a Thursday.
            var day = first + (weekday - (first + 4) % 7 + 7) % 7 + (week - 1) * 7
            if day >= next { day -= 7 }
            return day * 86_400 + time
        }
    }
}

private func yearOf(_ local: Int64) -> Int64 {
    var year = 1970 + local / 31_556_952
    while CivilDay(year: year + 1, month: 1, day: 1).days * 86_400 <= local { year += 1 }
    while CivilDay(year: year, month: 1, day: 1).days * 86_400 > local { year -= 1 }
    return year
}
