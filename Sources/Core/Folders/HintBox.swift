import Ports
import Synchronization

/// Hints on their way from the inotify thread to the flow: coalesced, bounded (beyond 20,000 names a folder
/// is simply rescanned), taken all at once.
final class HintBox: Sendable {
    private struct State {
        var hints: Set<FolderHint> = []
        var waiter: CheckedContinuation<[FolderHint], Never>?
        var isClosed = false
    }

    private let state = Mutex(State())
    private static let most = 20_000

    func add(_ hint: FolderHint) {
        let ready = state.withLock { state -> (CheckedContinuation<[FolderHint], Never>, [FolderHint])? in
            if state.hints.count >= HintBox.most { state.hints = HintBox.collapsed(state.hints) }
            state.hints.insert(hint)
            guard let waiter = state.waiter else { return nil }
            state.waiter = nil
            defer { state.hints = [] }
            return (waiter, Array(state.hints))
        }
        if let (waiter, hints) = ready { waiter.resume(returning: hints) }
    }

    /// Every name as a rescan of its folder.
    private static func collapsed(_ hints: Set<FolderHint>) -> Set<FolderHint> {
        Set(
            hints.map { hint in
                switch hint {
                case .settled(let source, _), .stirring(let source, _):
                    .rescan(source: source, cause: "burst")
                case .rescan: hint
                }
            })
    }

    /// Waits for hints; an empty list when closed or cancelled.
    func take() async -> [FolderHint] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state -> [FolderHint]? in
                    if !state.hints.isEmpty { defer { state.hints = [] }; return Array(state.hints) }
                    if state.isClosed || Task.isCancelled { return [] }
                    state.waiter = continuation
                    return nil
                }
                if let ready { continuation.resume(returning: ready) }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume(returning: [])
        }
    }
}
