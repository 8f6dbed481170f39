import Synchronization

/// A queue between tasks with a bound: who adds to a full one waits. Two lanes: of five takes, four go to the
/// live lane while it has something, so that what just came overtakes a backlog without starving it.
final class BoundedQueue<Element: Sendable>: Sendable {
    enum Lane: Sendable { case live, backlog }

    private struct State {
        var live: [Element] = []
        var backlog: [Element] = []
        var takes = 0
        var isClosed = false
        var takers: [CheckedContinuation<Void, Never>] = []
        var givers: [CheckedContinuation<Void, Never>] = []

        var count: Int { live.count + backlog.count }
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    /// How many wait in it.
    var count: Int { state.withLock { $0.count } }

    /// Adds an element, waiting for room; false when the queue was closed.
    func put(_ element: Element, _ lane: Lane) async -> Bool {
        while true {
            let (isDone, isClosed, taker) = state.withLock {
                state -> (Bool, Bool, CheckedContinuation<Void, Never>?) in
                if state.isClosed { return (true, true, nil) }
                if state.count >= capacity { return (false, false, nil) }
                if lane == .live { state.live.append(element) } else { state.backlog.append(element) }
                return (true, false, state.takers.popLast())
            }
            taker?.resume()
            if isDone { return !isClosed }
            await waitForRoom()
        }
    }

    private func waitForRoom() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state -> Bool in
                if state.isClosed || state.count < capacity { return true }
                state.givers.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    /// Takes up to `most` elements, waiting for the first; none when the queue is closed and empty.
    func take(upTo most: Int) async -> [Element] {
        while true {
            let (taken, isClosed, givers) = state.withLock {
                state -> ([Element], Bool, [CheckedContinuation<Void, Never>]) in
                var out: [Element] = []
                while out.count < most, state.count > 0 { out.append(BoundedQueue.next(&state)) }
                guard !out.isEmpty else { return ([], state.isClosed, []) }
                defer { state.givers = [] }
                return (out, false, state.givers)
            }
            for giver in givers { giver.resume() }
            if !taken.isEmpty || isClosed { return taken }
            await waitForElement()
        }
    }

    private static func next(_ state: inout State) -> Element {
        state.takes += 1
        let prefersBacklog = state.takes % 5 == 0
        if state.live.isEmpty || prefersBacklog && !state.backlog.isEmpty {
            return state.backlog.removeFirst()
        }
        return state.live.removeFirst()
    }

    private func waitForElement() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state -> Bool in
                if state.isClosed || state.count > 0 { return true }
                state.takers.append(continuation)
                return false
            }
            if isReady { continuation.resume() }
        }
    }

    /// Refuses further elements and wakes everybody; what is in the queue can still be taken.
    func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.takers = []; state.givers = [] }
            return state.takers + state.givers
        }
        for continuation in waiting { continuation.resume() }
    }
}
