import Alerting
import Configuration
import Digest
import Extraction
import Formats
import Model
import Ports
import Synchronization

/// Polls feeds: conditional requests, back-off with jitter, Retry-After; newness is "not seen in our store".
/// Each feed has a loop of its own; entries and the feed's validators are stored in one transaction, so a
/// poll that crashes polls again.
final class Poller: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let committer: Committer
    private let pages: PageFetcher
    private let loops = NamedLoops()
    private let isAsked = Mutex<Set<String>>([])

    init(world: World, policy: PolicyBox, committer: Committer) {
        (self.world, self.policy, self.committer) = (world, policy, committer)
        pages = PageFetcher(world: world, policy: policy, committer: committer)
    }

    /// The configuration changed: new feeds get their loop.
    func policyChanged() {
        loops.namesChanged()
    }

    /// Polls every feed now.
    func pollNow() {
        isAsked.withLock { $0 = Set(policy.current.settings.feeds.map(\.id)) }
        loops.ringAll()
    }

    /// Runs until cancelled; throws when the store fails.
    func run() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask { try await self.pages.run() }
            group.addTask {
                try await self.loops.run(
                    names: { self.policy.current.settings.feeds.map(\.id) }, loop: self.serve)
            }
            for try await _ in group {}
        }
    }

    private func serve(_ id: String, _ bell: Doorbell) async throws {
        // Drawn once: drawn anew at every look it would never come due.
        var first: FeedState?
        while !Task.isCancelled {
            guard let feed = policy.current.settings.feeds.first(where: { $0.id == id }) else { return }
            let now = world.wall.now
            var state: FeedState
            if let known = try await world.ledger.feedState(id) {
                state = known
            } else {
                state = first ?? firstState(now)
                first = state
            }
            let isNow = isAsked.withLock { $0.remove(id) != nil }
            let wait = Duration.milliseconds(state.nextPoll.milliseconds - now.milliseconds)
            if wait > .zero, !isNow {
                await bell.wait(atMost: min(wait, feed.every * 2, .seconds(3600)), world.clock)
                continue
            }
            try await poll(feed, &state)
        }
    }

    /// A feed never polled is polled within its first ten seconds, spread so that not all start at once.
    private func firstState(_ now: Moment) -> FeedState {
        FeedState(
            nextPoll: now.advanced(
                by: .seconds(policy.current.settings.feeds.count > 20 ? 10 : 0) * world.jitter()))
    }

    private func poll(_ feed: FeedSource, _ state: inout FeedState) async throws {
        var headers = [
            (
                name: "accept",
                value: "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
            )
        ]
        if let etag = state.etag { headers.append((name: "if-none-match", value: etag)) }
        if let date = state.lastModified { headers.append((name: "if-modified-since", value: date)) }
        let request = HTTPRequest(
            url: feed.url.exposed, headers: headers, timeout: .seconds(30), maximumBytes: 16 << 20,
            maximumRedirects: 5,
            isOperatorChosen: true)
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await world.transport.send(request)
        } catch {
            if error.kind == .stopped { return }
            return await fail(feed, state, error.what, retryAfter: nil, isTLS: error.kind == .tls)
        }
        let pause = response.retryAfter(now: world.wall.now) { webDateMoment($0) }
        switch response.status {
        case 304:
            await succeed(
                feed, state, FeedReading(candidates: [], fetches: [], gap: false, count: 0), response)
        case 200 where response.isCut:
            await fail(feed, state, "the feed is larger than 16 MB", retryAfter: nil)
        case 200: try await read(feed, state, response)
        default: await fail(feed, state, "the feed answered \(response.status)", retryAfter: pause)
        }
    }

    private func read(_ feed: FeedSource, _ state: FeedState, _ response: HTTPResponse) async throws {
        let digest = sha256(response.body)
        if digest == state.bodyDigest {
            return await succeed(
                feed, state, FeedReading(candidates: [], fetches: [], gap: false, count: 0), response)
        }
        let reader = FeedReader(world: world, policy: policy.current, feed: feed)
        switch try await reader.read(response, state) {
        case .failure(let trouble): await fail(feed, state, trouble.what, retryAfter: nil)
        case .success(let reading):
            var state = state
            state.bodyDigest = digest
            await succeed(feed, state, reading, response)
        }
    }

    private func succeed(
        _ feed: FeedSource, _ old: FeedState, _ reading: FeedReading, _ response: HTTPResponse
    ) async {
        var state = old
        let now = world.wall.now
        if response.status == 200 {
            state.etag = response.header("etag")
            state.lastModified = response.header("last-modified")
            state.isBaselineDone = true
        }
        state.lastSuccess = now
        state.failures = 0
        state.lastError = nil
        state.gaps += reading.gap ? 1 : 0
        state.nextPoll = now.advanced(by: feed.every + feed.every / 10 * world.jitter())
        await store(feed, state, reading)
        world.conditions.report("source/\(feed.id)", trouble: nil)
        if reading.gap {
            world.telemetry.note(
                Event(
                    "feed_gaps", .warning, "entries of \(feed.title) may have been missed between two polls",
                    fields: [("SOURCE", feed.id)]))
        }
        let new = reading.candidates.count + reading.fetches.count
        world.telemetry.note(
            Event(
                "feed_polls", new > 0 ? .info : .debug,
                "polled \(feed.title): \(new) new of \(reading.count)",
                fields: [("SOURCE", feed.id)], label: ("result", response.status == 304 ? "unchanged" : "ok"))
        )
        if !reading.fetches.isEmpty { pages.wake() }
    }

    private func fail(
        _ feed: FeedSource, _ old: FeedState, _ what: String, retryAfter: Duration?, isTLS: Bool = false
    ) async {
        var state = old
        let now = world.wall.now
        state.failures += 1
        state.lastError = what
        let wait = pollBackoff(
            interval: feed.every, failures: state.failures, retryAfter: retryAfter, jitter: world.jitter())
        state.nextPoll = now.advanced(by: wait)
        await store(feed, state, FeedReading(candidates: [], fetches: [], gap: false, count: 0))
        let since = state.lastSuccess.map { now.milliseconds - $0.milliseconds } ?? 0
        let isGone = ["404", "410", "HTML"].contains { what.contains($0) }
        world.telemetry.note(
            Event(
                "feed_polls", .warning, "\(feed.title): \(what)", fields: [("SOURCE", feed.id)],
                label: ("result", "failed")))
        world.conditions.report(
            "source/\(feed.id)",
            trouble: Trouble(
                "feed source \(feed.id) fails: \(what)",
                mend: "open its address in a browser; correct or remove the source",
                isDue: isGone || isTLS || since > 86_400_000
                    || state.lastSuccess == nil && state.failures >= 3))
    }

    private func store(_ feed: FeedSource, _ state: FeedState, _ reading: FeedReading) async {
        let stored = Doorbell()
        var prepared = Prepared(candidates: reading.candidates, policy: policy.current) { _ in stored.ring() }
        prepared.fetches = reading.fetches
        prepared.feedState = (feed.id, state)
        if let notice = reading.notice { prepared.notices.append(notice) }
        if await committer.put(prepared) { await stored.wait() }
    }
}

/// What a poll brought.
struct FeedReading: Sendable {
    var candidates: [Candidate]
    var fetches: [DueFetch]
    /// Its oldest entry is newer than the newest that was known.
    var gap: Bool
    /// Entries in the document.
    var count: Int
    /// A digest of entries that are held.
    var notice: ServiceMessage?
}
