package import Model

/// What happens to a delivery after an attempt. Pure: the clock and chance are handed in.
package enum NextStep: Sendable, Equatable {
    case delivered
    case again(at: Moment)
    case dead(String)
}

/// Waits between attempts; the last one repeats until the horizon.
private let waits: [Duration] = [
    .seconds(5), .seconds(30), .seconds(120), .seconds(600), .seconds(1800), .seconds(3600), .seconds(7200),
    .seconds(14_400),
]

/// No delivery is given up for its receiver's outage before this.
package let deliveryHorizon = Duration.seconds(14 * 86_400)

/// Decides after an attempt what becomes of its message; what becomes of its receiver is `Breaker`'s to say.
/// `tries` counts the attempts made, this one included; `jitter` is from 0 up to 1 and only ever lengthens a
/// wait, by at most a fifth. A Retry-After is never undercut. After 14 days a
/// delivery is dead: kept, shown, and told to the operator. A message that the receiver refuses as such is
/// dead at once.
package func nextStep(
    after outcome: Outcome, tries: Int, created: Moment, now: Moment, jitter: Double
) -> NextStep {
    switch outcome {
    case .delivered: return .delivered
    case .refused(let why, _): return .dead(why)
    case .retry(let why, _, let pause):
        return later(why, atLeast: pause ?? .zero, tries, created, now, jitter)
    case .misconfigured(let why, _), .gone(let why, _):
        return later(why, atLeast: .seconds(600), tries, created, now, jitter)
    }
}

private func later(
    _ why: String, atLeast pause: Duration, _ tries: Int, _ created: Moment, _ now: Moment, _ jitter: Double
) -> NextStep {
    let end = created.advanced(by: deliveryHorizon)
    guard now < end else { return .dead("given up after 14 days: \(why)") }
    let wait = max(waits[min(max(tries, 1), waits.count) - 1], pause)
    let stretched = wait + wait / 5 * max(0, min(jitter, 1))
    return .again(at: now.advanced(by: stretched))
}

/// How long a source that failed is left alone: doubling from its own interval to a day, with full jitter
/// above the interval, and never shorter than it asked.
package func pollBackoff(interval: Duration, failures: Int, retryAfter: Duration?, jitter: Double) -> Duration
{
    let doubled = interval * (1 << min(failures, 10))
    let bounded = min(max(doubled, interval), .seconds(86_400))
    let wait = interval + (bounded - interval) * max(0, min(jitter, 1))
    return max(wait, retryAfter ?? .zero)
}
