import Model
import Synchronization

/// Something that is wrong with the service and what mends it.
package struct Trouble: Sendable, Equatable {
    package var what: String
    package var mend: String
    /// It has lasted long enough for the operator to be told.
    package var isDue: Bool

    package init(_ what: String, mend: String, isDue: Bool) {
        (self.what, self.mend, self.isDue) = (what, mend, isDue)
    }
}

/// What is wrong at the moment, by name (`source/wire-drop`, `receiver/desk-hook`, `configuration`). The
/// operator is told once at the start and once at the end of each.
package final class Conditions: Sendable {
    private struct Entry {
        var trouble: Trouble
        var isTold = false
    }

    private struct State {
        var entries: [String: Entry] = [:]
        var notices: [Notice] = []
    }

    private let state = Mutex(State())
    private let bell = Doorbell()

    package init() {}

    /// Notes that something is wrong, or with nil that it is right again.
    package func report(_ name: String, trouble: Trouble?) {
        let hasNews = state.withLock { state -> Bool in
            guard let trouble else {
                guard let old = state.entries.removeValue(forKey: name), old.isTold else { return false }
                state.notices.append(
                    Notice(condition: name, state: "ended", what: "over: " + old.trouble.what))
                return true
            }
            var entry = state.entries[name] ?? Entry(trouble: trouble)
            entry.trouble = trouble
            let isNew = trouble.isDue && !entry.isTold
            if isNew {
                entry.isTold = true
                state.notices.append(
                    Notice(condition: name, state: "started", what: trouble.what, mend: trouble.mend))
            }
            state.entries[name] = entry
            return isNew
        }
        if hasNews { bell.ring() }
    }

    /// What is wrong now.
    package var current: [(name: String, trouble: Trouble)] {
        state.withLock { $0.entries.map { ($0.key, $0.value.trouble) }.sorted { $0.0 < $1.0 } }
    }

    /// Waits until there is something to tell the operator, at most for `limit`, and takes it.
    func takeNotices(atMost limit: Duration, _ clock: any Clock<Duration>) async -> [Notice] {
        let ready = take()
        if !ready.isEmpty { return ready }
        await bell.wait(atMost: limit, clock)
        return take()
    }

    private func take() -> [Notice] {
        state.withLock { state in
            defer { state.notices = [] }
            return state.notices
        }
    }
}
