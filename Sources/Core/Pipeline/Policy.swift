package import Configuration
package import Facts
package import Matching
package import Model
import Alerting
import Synchronization
import Text

/// Everything that a configuration means, compiled: an immutable value, made anew on reload and swapped in
/// whole.
package struct Policy: Sendable {
    package var settings: Settings
    package var watches: [String: Watch]
    package var watchSet: WatchSet
    /// Counts reloads.
    package var generation: Int
    /// The names that facts are found by.
    package var gazetteer = Gazetteer.empty
    /// When the alerts of a watch may be told, by watch; at once when it says nothing.
    var timings: [String: Timing] = [:]
    /// How many messages a receiver may have, by receiver.
    var paces: [String: Pace] = [:]

    /// Compiles a configuration; all complaints come together, and the policy is nil when one of them is an
    /// error. What did not change since `before` is not compiled again. `zones` hands in the TZif file of a
    /// time zone.
    package static func compile(
        _ settings: Settings, generation: Int, before: Policy? = nil,
        zones: (String) -> [UInt8]? = { _ in nil }
    ) -> (policy: Policy?, complaints: [Complaint]) {
        let (watches, first) = compileWatches(settings)
        let (timings, second) = compileTimings(settings, zones)
        let complaints = first + second
        guard !complaints.contains(where: { $0.severity == .error }) else { return (nil, complaints) }
        var policy = Policy(
            settings: settings, watches: Dictionary(uniqueKeysWithValues: watches.map { ($0.id, $0) }),
            watchSet: before?.watchSet.changed(to: watches) ?? WatchSet(watches), generation: generation)
        policy.timings = timings
        for receiver in settings.receivers {
            policy.paces[receiver.id] = receiver.rate.map { Pace(messages: $0.messages, window: $0.per) }
        }
        return (policy, complaints)
    }
}

/// The timing of every watch that has one; a zone that is not known is an error.
private func compileTimings(
    _ settings: Settings, _ zones: (String) -> [UInt8]?
) -> (timings: [String: Timing], complaints: [Complaint]) {
    var known: [String: TimeZoneRules] = ["UTC": .utc]
    var timings: [String: Timing] = [:]
    var complaints: [Complaint] = []
    for draft in settings.watches {
        guard let written = draft.timing else { continue }
        var timing = Timing()
        if known[written.zone] == nil {
            known[written.zone] = zones(written.zone).flatMap { TimeZoneRules(name: written.zone, file: $0) }
        }
        guard let zone = known[written.zone] else {
            let what = "'\(written.zone)' is no time zone of this machine"
            complaints.append(
                Complaint(
                    .error, written.zoneMark, what, fix: "write a name of /usr/share/zoneinfo, as Asia/Baku"))
            known[written.zone] = .utc
            continue
        }
        timing.zone = zone
        timing.digest = written.every.map(Timing.Digest.every) ?? (written.at.isEmpty ? nil : .at(written.at))
        timing.digestDays = written.days
        timing.quiet = written.quiet.map { Timing.Quiet(from: $0.from, to: $0.to, days: $0.days) }
        timing.cooldown = written.cooldown
        timing.urgentBreaches = written.urgentBreaches
        timings[draft.id] = timing
    }
    return (timings, complaints)
}

/// The policy in force. Readers take it once per article and keep it for that long.
package final class PolicyBox: Sendable {
    private let state: Mutex<Policy>

    package init(_ policy: Policy) { state = Mutex(policy) }

    /// The policy now.
    package var current: Policy { state.withLock { $0 } }

    /// Puts another in force.
    package func replace(_ policy: Policy) { state.withLock { $0 = policy } }
}
