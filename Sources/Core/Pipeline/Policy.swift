package import Configuration
package import Facts
package import Matching
package import Model
import Synchronization

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

    /// Compiles a configuration; all complaints come together, and the policy is nil when one of them is an
    /// error. What did not change since `before` is not compiled again.
    package static func compile(_ settings: Settings, generation: Int, before: Policy? = nil) -> (
        policy: Policy?, complaints: [Complaint]
    ) {
        let (watches, complaints) = compileWatches(settings)
        guard !complaints.contains(where: { $0.severity == .error }) else { return (nil, complaints) }
        let policy = Policy(
            settings: settings, watches: Dictionary(uniqueKeysWithValues: watches.map { ($0.id, $0) }),
            watchSet: before?.watchSet.changed(to: watches) ?? WatchSet(watches), generation: generation)
        return (policy, complaints)
    }
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
