package import Model
package import Ports
import Synchronization

/// Folders in memory that behave as a script says.
package final class ScriptedFolders: FolderWatcher {
    private struct State {
        var files: [String: (bytes: [UInt8], mark: FileMark)] = [:]
        var hints: [FolderHint] = []
        var waiter: CheckedContinuation<[FolderHint], Never>?
        var inode: UInt64 = 1
        var dead: [CheckedContinuation<[FolderHint], Never>] = []
    }

    private let state = Mutex(State())

    package init() {}

    /// Puts a file there, at rest since `touched`; tells by an event when `isTold`.
    package func put(_ source: String, _ place: String, _ bytes: [UInt8], touched: Moment, isTold: Bool) {
        state.withLock { state in
            state.inode += 1
            let mark = FileMark(device: 1, inode: state.inode, size: Int64(bytes.count),
                modifiedNanoseconds: touched.milliseconds * 1_000_000, changedNanoseconds: touched.milliseconds * 1_000_000)
            state.files[place] = (bytes, mark)
        }
        if isTold { tell(.settled(source: source, place: place)) }
    }

    /// The daemon died: who waited for hints waits for ever.
    package func reboot() {
        state.withLock { state in
            if let waiter = state.waiter { state.dead.append(waiter) }
            (state.waiter, state.hints) = (nil, [])
        }
    }

    /// Gives a hint.
    package func tell(_ hint: FolderHint) {
        let ready = state.withLock { state -> (CheckedContinuation<[FolderHint], Never>, [FolderHint])? in
            state.hints.append(hint)
            guard let waiter = state.waiter else { return nil }
            defer { (state.waiter, state.hints) = (nil, []) }
            return (waiter, state.hints)
        }
        if let (waiter, hints) = ready { waiter.resume(returning: hints) }
    }

    package func watch(_ folders: [WatchedFolder]) async -> [String: FolderReport] {
        for folder in folders { tell(.rescan(source: folder.source, cause: "start")) }
        return Dictionary(uniqueKeysWithValues: folders.map { ($0.source, FolderReport(problem: nil, isPolled: false)) })
    }

    package func hints() async -> [FolderHint] {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let ready = state.withLock { state -> [FolderHint]? in
                    if Task.isCancelled { return [] }
                    if !state.hints.isEmpty { defer { state.hints = [] }; return state.hints }
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

    package func list(
        _ source: String, _ visit: ([FileSighting]) async throws -> Bool
    ) async throws -> [FileSighting.Trouble] {
        let all = state.withLock { $0.files.map { FileSighting(place: $0.key, mark: $0.value.mark) }.sorted { $0.place < $1.place } }
        _ = try await visit(all)
        return []
    }

    package func look(_ source: String, _ place: String) -> FileMark? { state.withLock { $0.files[place]?.mark } }

    package func read(_ source: String, _ place: String) throws(FileRefusal) -> (bytes: [UInt8], mark: FileMark) {
        guard let file = state.withLock({ $0.files[place] }) else { throw FileRefusal(.gone, "it is not there") }
        return file
    }

    package func sidecar(_ source: String, _ place: String) -> [UInt8]? { state.withLock { $0.files[place + ".meta.yaml"]?.bytes } }

    package func finish(_ source: String, _ place: String, delete: Bool) throws(FileRefusal) {
        state.withLock { $0.files[place] = nil }
    }

    /// Places that are still there.
    package var places: [String] { state.withLock { $0.files.keys.sorted() } }
}

/// An invented internet: a function from request to answer, asked after a virtual delay.
package final class ScriptedTransport: HTTPTransport {
    /// What a script answers; `.lost`: the other side has it, but the answer never comes back.
    package enum Reply: Sendable {
        case answer(HTTPResponse)
        case failure(HTTPFailure)
    }

    private let clock: any Clock<Duration>
    private let delay: @Sendable () -> Duration
    private let reply: @Sendable (HTTPRequest) -> Reply
    private let log = Mutex<[HTTPRequest]>([])

    package init(
        clock: any Clock<Duration>, delay: @escaping @Sendable () -> Duration,
        reply: @escaping @Sendable (HTTPRequest) -> Reply
    ) {
        (self.clock, self.delay, self.reply) = (clock, delay, reply)
    }

    package func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        log.withLock { $0.append(request) }
        do { try await clock.sleep(for: delay()) } catch { throw HTTPFailure(.stopped, "stopped") }
        switch reply(request) {
        case .answer(let response): return response
        case .failure(let failure): throw failure
        }
    }

    /// Every request so far.
    package var requests: [HTTPRequest] { log.withLock { $0 } }
}

/// A ledger that fails when its script says so; everything else goes to the one behind it.
package struct FailingLedger: Ledger {
    private let inner: any Ledger
    private let fails: @Sendable (_ call: String) -> LedgerError?
    private let disk: @Sendable () -> DiskRoom

    package init(
        _ inner: any Ledger, disk: @escaping @Sendable () -> DiskRoom = { DiskRoom(free: 1 << 40, total: 1 << 41) },
        fails: @escaping @Sendable (_ call: String) -> LedgerError?
    ) {
        (self.inner, self.disk, self.fails) = (inner, disk, fails)
    }

    private func check(_ call: String) throws(LedgerError) { if let error = fails(call) { throw error } }

    package func commit(_ batch: Batch, rules: Rules) async throws(LedgerError) -> [Committed] {
        try check(batch.isNoticesOnly ? "notices" : "commit")
        return try await inner.commit(batch, rules: rules)
    }
    package func marks(_ source: String, places: [String]) async throws(LedgerError) -> [String: KnownFile] {
        try await inner.marks(source, places: places)
    }
    package func isKnownSource(_ source: String) async throws(LedgerError) -> Bool { try await inner.isKnownSource(source) }
    package func settleSource(_ source: String, kind: SourceKind, now: Moment) async throws(LedgerError) {
        try await inner.settleSource(source, kind: kind, now: now)
    }
    package func feedState(_ source: String) async throws(LedgerError) -> FeedState? { try await inner.feedState(source) }
    package func seen(_ keys: [String]) async throws(LedgerError) -> Set<String> { try await inner.seen(keys) }
    package func dueFetches(now: Moment, limit: Int) async throws(LedgerError) -> [DueFetch] {
        try await inner.dueFetches(now: now, limit: limit)
    }
    package func dueDeliveries(_ receiver: String, now: Moment, limit: Int) async throws(LedgerError) -> [Delivery] {
        try await inner.dueDeliveries(receiver, now: now, limit: limit)
    }
    package func nextDue(_ receiver: String, after now: Moment) async throws(LedgerError) -> Moment? {
        try await inner.nextDue(receiver, after: now)
    }
    package var watches: any WatchLedger { inner.watches }
    package func endpoint(_ receiver: String) async throws(LedgerError) -> EndpointState { try await inner.endpoint(receiver) }
    package func settle(_ attempts: [Attempt], _ endpoint: EndpointState, isRecovered: Bool) async throws(LedgerError) {
        try check("settle")
        try await inner.settle(attempts, endpoint, isRecovered: isRecovered)
    }
    package func fold(
        _ receiver: String, keep: Int, now: Moment, compose: @escaping @Sendable (_ items: [DigestItem]) -> ServiceMessage?
    ) async throws(LedgerError) -> Int {
        try await inner.fold(receiver, keep: keep, now: now, compose: compose)
    }
    package func status() async throws(LedgerError) -> LedgerStatus { try await inner.status() }
    package func summary(since: Moment, now: Moment, sources: [String]) async throws(LedgerError) -> LedgerSummary {
        try await inner.summary(since: since, now: now, sources: sources)
    }
    package func room() async -> DiskRoom { disk() }
    package func maintain(now: Moment, keep: Keeping) async throws(LedgerError) { try await inner.maintain(now: now, keep: keep) }
    package func dueWaits(now: Moment) async throws(LedgerError) -> [StoryWait] { try await inner.dueWaits(now: now) }
    package func article(_ id: String) async throws(LedgerError) -> ArchivedArticle? { try await inner.article(id) }
    package func finishWait(
        _ wait: StoryWait, _ article: (id: String, version: Int)?, _ candidate: Candidate?, rules: Rules
    ) async throws(LedgerError) -> [String] {
        try check("release")
        return try await inner.finishWait(wait, article, candidate, rules: rules)
    }
    package func nextRelease() async throws(LedgerError) -> Moment? { try await inner.nextRelease() }
    package func release(
        now: Moment, compose: @escaping @Sendable (_ receiver: String, _ items: [DigestItem]) -> ServiceMessage?
    ) async throws(LedgerError) -> [String] {
        try check("release")
        return try await inner.release(now: now, compose: compose)
    }
}
