package import Model
package import Text

/// When a watch's alerts may be told.
package struct Timing: Sendable, Equatable {
    /// When a digest goes out.
    package enum Digest: Sendable, Equatable {
        /// At every whole multiple of this, counted from midnight.
        case every(Duration)
        /// At these minutes of the day.
        case at([Int])
    }

    /// A stretch of the day in which nothing is told that can wait.
    package struct Quiet: Sendable, Equatable {
        /// Minutes after midnight; when `to` is not later than `from`, it lies on the next day.
        package var from: Int
        package var to: Int
        /// The days on which it begins: 1 for Monday to 7 for Sunday.
        package var days: Set<Int>
        /// The dates on which it begins, as days after 1970-01-01; nil: on any.
        package var dates: Set<Int64>?

        package init(from: Int, to: Int, days: Set<Int> = Set(1...7), dates: Set<Int64>? = nil) {
            (self.from, self.to, self.days, self.dates) = (from, to, days, dates)
        }

        func begins(on day: Int64) -> Bool {
            days.contains(weekday(day)) && dates.map { $0.contains(day) } ?? true
        }
    }

    /// Nil: as it happens.
    package var digest: Digest?
    /// The days on which a digest goes out.
    package var digestDays = Set(1...7)
    package var quiet: [Quiet] = []
    /// How long after an alert of a watch the next one waits.
    package var cooldown: Duration?
    /// How long the first alert of a story waits for the best copy.
    package var wait: Duration?
    package var zone = TimeZoneRules.utc
    /// Urgent alerts do not wait.
    package var urgentBreaches = true

    package init() {}
}

/// How long a match must wait: until when, and why; nil when it may be told now. `mayWait`: it is the first
/// of its story, and a better copy may come. `rang`: when its watch rang last.
package func hold(
    _ timing: Timing, isUrgent: Bool, mayWait: Bool = false, rang: Moment?, now: Moment
) -> (until: Moment, reason: Reason)? {
    if isUrgent, timing.urgentBreaches { return nil }
    if let digest = timing.digest {
        let at = nextDigest(digest, timing.digestDays, timing.zone, after: now)
        return (quietEnd(timing, at: at) ?? at, .digest)
    }
    if let end = quietEnd(timing, at: now) { return (end, .quiet) }
    if let cooldown = timing.cooldown, let rang, now < rang.advanced(by: cooldown), now >= rang {
        let end = rang.advanced(by: cooldown)
        return (quietEnd(timing, at: end) ?? end, .cooldown)
    }
    if mayWait, let wait = timing.wait { return (now.advanced(by: wait), .bestCopy) }
    return nil
}

/// The end of the quiet hours that an instant lies in, over those that follow without a gap; nil outside.
package func quietEnd(_ timing: Timing, at now: Moment) -> Moment? {
    var end: Moment?
    for _ in 0..<400 {
        guard let next = oneQuietEnd(timing, at: end ?? now), next > end ?? now else { break }
        end = next
    }
    return end
}

private func oneQuietEnd(_ timing: Timing, at now: Moment) -> Moment? {
    let today = localDay(now, timing.zone)
    var latest: Moment?
    for day in [today - 1, today] {
        for quiet in timing.quiet where quiet.begins(on: day) {
            let from = moment(day, quiet.from, timing.zone)
            let to = moment(quiet.to > quiet.from ? day : day + 1, quiet.to, timing.zone)
            if from <= now, now < to { latest = max(latest ?? to, to) }
        }
    }
    return latest
}

/// When the first digest after an instant goes out.
package func nextDigest(
    _ digest: Timing.Digest, _ days: Set<Int>, _ zone: TimeZoneRules, after now: Moment
) -> Moment {
    let today = localDay(now, zone)
    let minutes: [Int]
    switch digest {
    case .at(let list): minutes = list.sorted()
    case .every(let every):
        let step = Int(max(1, min(1440, every.milliseconds / 60_000)))
        minutes = Array(stride(from: 0, to: 1440, by: step))
    }
    for day in today...(today + 7) where days.contains(weekday(day)) {
        for minute in minutes {
            let at = moment(day, minute, zone)
            if at > now { return at }
        }
    }
    return now.advanced(by: .seconds(86_400))
}

/// The day (from 1970-01-01) that calendars in a zone show at an instant.
private func localDay(_ now: Moment, _ zone: TimeZoneRules) -> Int64 {
    (now.seconds + zone.offset(at: now.seconds)).quotientAndRemainderFloored(86_400).0
}

/// 1 for Monday to 7 for Sunday.
private func weekday(_ day: Int64) -> Int { Int((day + 3).quotientAndRemainderFloored(7).1) + 1 }

/// The instant of a minute of a day in a zone.
func moment(_ day: Int64, _ minute: Int, _ zone: TimeZoneRules) -> Moment {
    Moment(seconds: zone.instant(local: day * 86_400 + Int64(minute) * 60))
}

/// How many messages a receiver may have in a window of time.
package struct Pace: Sendable, Equatable {
    package var messages: Int
    package var window: Duration

    package init(messages: Int, window: Duration) { (self.messages, self.window) = (messages, window) }

    /// The window that an instant lies in, and whether one more message fits; when not, it waits for the
    /// next.
    package func take(
        _ given: (window: Moment, count: Int)?, now: Moment
    ) -> (given: (window: Moment, count: Int), waits: Moment?) {
        let length = max(window.milliseconds, 1000)
        let start = Moment(milliseconds: now.milliseconds.quotientAndRemainderFloored(length).0 * length)
        let count = given.map { $0.window == start ? $0.count : 0 } ?? 0
        if count < messages { return ((start, count + 1), nil) }
        return ((start, count), Moment(milliseconds: start.milliseconds + length))
    }
}
