package import Configuration
package import Facts
package import Matching
package import Model
import Alerting
import Receivers
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
    package var gazetteer: Gazetteer
    /// When the alerts of a watch may be told, by watch; at once when it says nothing.
    var timings: [String: Timing] = [:]
    /// How many messages a receiver may have, by receiver.
    var paces: [String: Pace] = [:]
    /// How long a pause makes a match urgent, by watch.
    var firstMentions: [String: Duration] = [:]
    /// Bodies of the operator's own, by receiver.
    var templates: [String: BodyTemplate] = [:]
    /// Who is away when.
    var absences: [Absence] = []

    /// Compiles a configuration; all complaints come together, and the policy is nil when one of them is an
    /// error. What did not change since `before` is not compiled again. `gazetteer` are the names to know
    /// beside those of the configuration; `zones` hands in the TZif file of a time zone, `calendars` the file
    /// at a path.
    package static func compile(
        _ settings: Settings, generation: Int, before: Policy? = nil, gazetteer: Gazetteer = .empty,
        zones: @escaping (String) -> [UInt8]? = { _ in nil },
        calendars: @escaping (String) -> [UInt8]? = { _ in nil }
    ) -> (policy: Policy?, complaints: [Complaint]) {
        let (watches, first, gazetteer) = compileWatches(settings, gazetteer)
        var compiler = TimingCompiler(zones: zones, calendars: calendars)
        let timings = compiler.timings(settings)
        let absences = compiler.absences(settings)
        let (templates, flaws) = compileTemplates(settings)
        let complaints = first + compiler.complaints + flaws
        guard !complaints.contains(where: { $0.severity == .error }) else { return (nil, complaints) }
        var policy = Policy(
            settings: settings, watches: Dictionary(uniqueKeysWithValues: watches.map { ($0.id, $0) }),
            watchSet: before?.watchSet.changed(to: watches) ?? WatchSet(watches), generation: generation,
            gazetteer: gazetteer)
        (policy.timings, policy.absences, policy.templates) = (timings, absences, templates)
        for draft in settings.watches { policy.firstMentions[draft.id] = draft.firstMention }
        for receiver in settings.receivers {
            policy.paces[receiver.id] = receiver.rate.map { Pace(messages: $0.messages, window: $0.per) }
        }
        return (policy, complaints)
    }
}

/// The bodies that receivers' templates make; a hole that no alert fills is an error at its place.
private func compileTemplates(_ settings: Settings) -> (
    templates: [String: BodyTemplate], complaints: [Complaint]
) {
    var templates: [String: BodyTemplate] = [:]
    var complaints: [Complaint] = []
    for receiver in settings.receivers {
        guard let draft = receiver.template else { continue }
        do throws(BodyTemplate.Flaws) {
            templates[receiver.id] = try BodyTemplate(
                draft.json, samples: Examples.bodies(for: receiver.id, origin: settings.name))
        } catch {
            complaints += error.all.map {
                Complaint(.error, draft.marks[$0.text] ?? draft.mark, $0.what, fix: $0.fix)
            }
        }
    }
    return (templates, complaints)
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
