package import Model

/// Whether coverage is a spike: at least `least` articles, and `factor` times as many as the same stretch of
/// time held on average before. Nothing is a spike until there are seven such stretches to compare with.
/// Answers how many are usual; nil when it is none.
package func usualCoverage(
    now count: Int, before: Int, length: Duration, within: Duration, factor: Double, least: Int
) -> Double? {
    let stretches = Double(length.milliseconds) / Double(max(within.milliseconds, 1))
    guard stretches >= 7, count >= least else { return nil }
    let usual = Double(before) / stretches
    return Double(count) >= factor * usual ? usual : nil
}

/// A source's silence: since when, and its usual and longest pause between articles.
package struct SourceSilence: Sendable, Equatable {
    package var since: Moment
    package var usual: Duration
    package var longest: Duration
}

/// Whether a source is silent by its own rhythm: for three times its longest pause of late, and six hours at
/// least. `arrivals` are hours in which articles came, the newest first; with
/// fewer than ten, or less than a week of them, it has no rhythm yet. While the service was down nothing
/// could come: time counts from `upSince`.
package func silence(of arrivals: [Moment], now: Moment, upSince: Moment) -> SourceSilence? {
    guard arrivals.count >= 10, arrivals[0].seconds - arrivals[arrivals.count - 1].seconds >= 7 * 86_400
    else {
        return nil
    }
    let pauses = zip(arrivals, arrivals.dropFirst()).map { $0.milliseconds - $1.milliseconds }
    let sorted = pauses.sorted()
    let usual = sorted[sorted.count / 2]
    // The longest but for one: a single outage is no rhythm.
    let longest = sorted[sorted.count - 2]
    let since = max(arrivals[0], upSince)
    let least = max(3 * longest, 6 * 3_600_000)
    guard now.milliseconds - since.milliseconds >= least else { return nil }
    return SourceSilence(since: arrivals[0], usual: .milliseconds(usual), longest: .milliseconds(longest))
}

/// A stretch of time for people: `40 minutes`, `7 hours`, `3 days`.
package func inWords(_ duration: Duration) -> String {
    let minutes = duration.milliseconds / 60_000
    switch minutes {
    case ..<2: return "a minute"
    case ..<120: return "\(minutes) minutes"
    case ..<2880: return "\(minutes / 60) hours"
    default: return "\(minutes / 1440) days"
    }
}
