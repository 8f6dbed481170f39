package import Model

/// Waits between probes of a receiver that is down; the last one repeats.
private let probes: [Duration] = [
    .seconds(5), .seconds(30), .seconds(120), .seconds(600), .seconds(1800), .seconds(3600),
]

/// The schedule of one receiver. An outage belongs to the receiver: while it is down one message at a time
/// asks whether it is back, and those that wait burn no attempts. Pure: clock and chance are handed in.
package struct Breaker: Sendable, Equatable {
    package private(set) var state: EndpointState
    /// How many may be sent at once after an outage: doubles with each success, up to all.
    package private(set) var ramp: Int
    private static let all = 64

    package init(_ state: EndpointState) {
        self.state = state
        ramp = state.failures > 0 ? 1 : Breaker.all
    }

    /// How many messages may be sent now: none while it is down, one to probe, ever more after that.
    package func allowance(now: Moment) -> Int {
        guard let next = state.next else { return ramp }
        return now >= next ? 1 : 0
    }

    /// Whether it is down.
    package var isOpen: Bool { state.next != nil }

    /// A message was taken. Answers whether that ended an outage.
    package mutating func succeeded() -> Bool {
        let wasOpen = isOpen
        if ramp < Breaker.all { ramp = wasOpen ? 1 : min(Breaker.all, ramp * 2) }
        state = EndpointState(receiver: state.receiver)
        return wasOpen
    }

    /// A message was not taken for a reason that lies with the receiver. A single failure may be the
    /// message's; the second in a row is an outage, and so is one that names its pause or a wrong address.
    /// `jitter` is from 0 up to 1 and only lengthens.
    package mutating func failed(_ outcome: Outcome, now: Moment, jitter: Double) {
        var pause = Duration.zero
        var isCertain = false
        switch outcome {
        case .delivered, .refused: return
        case .retry(let why, _, let after):
            state.error = why
            if let after { (pause, isCertain) = (after, true) }
        case .misconfigured(let why, _):
            (state.error, isCertain) = (why, true)
            pause = .seconds(600)
        case .gone(let why, _):
            (state.error, isCertain, state.isGone) = (why, true, true)
            pause = .seconds(86_400)
        }
        state.failures += 1
        if state.since == nil { state.since = now }
        ramp = 1
        guard isCertain || state.failures >= 2 else { return }
        let wait = max(probes[min(max(0, state.failures - 2), probes.count - 1)], pause)
        state.next = now.advanced(by: wait + wait / 5 * max(0, min(jitter, 1)))
    }

    /// Somebody changed the configuration or asks for another try: the next message goes out at once.
    package mutating func askAgain(now: Moment) {
        if isOpen { state.next = now }
        state.isGone = false
    }
}
