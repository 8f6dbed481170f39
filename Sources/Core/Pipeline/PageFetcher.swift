import Alerting
import Configuration
import Digest
import Extraction
import Formats
import Model
import Ports
import Synchronization

/// Reads the pages of feed entries. What is due lies in the store with the feed's own text; when a page
/// fails, is no article or takes too long, that text is matched and says so, and the page that comes later is
/// a revision.
final class PageFetcher: Sendable {
    private let world: World
    private let policy: PolicyBox
    private let committer: Committer
    private let robots: RobotsRules
    private let bell = Doorbell()
    private static let mostAtOnce = 8
    private static let mostTries = 6

    init(world: World, policy: PolicyBox, committer: Committer) {
        (self.world, self.policy, self.committer) = (world, policy, committer)
        robots = RobotsRules(world: world)
    }

    /// Says that pages are due.
    func wake() { bell.ring() }

    /// Runs until cancelled.
    func run() async throws {
        while !Task.isCancelled {
            let due = try await world.ledger.dueFetches(now: world.wall.now, limit: PageFetcher.mostAtOnce)
            await withTaskGroup { group in
                for fetch in due { group.addTask { await self.fetch(fetch) } }
            }
            if due.isEmpty { await bell.wait(atMost: .seconds(5), world.clock) }
        }
    }

    private enum Finding {
        case article(Article)
        case trouble(String, retry: Bool)
    }

    private func fetch(_ fetch: DueFetch) async {
        let policy = policy.current
        guard let feed = policy.settings.feeds.first(where: { $0.id == fetch.source }) else {
            return await store(fetch, policy, nil, note: "its feed is gone", again: false)
        }
        let left = Duration.milliseconds(fetch.deadline.milliseconds - world.wall.now.milliseconds)
        let limit = fetch.isLate ? Duration.seconds(30) : max(min(left, .seconds(30)), .seconds(2))
        switch await page(fetch, feed, limit) {
        case .article(let article): await store(fetch, policy, article, note: nil, again: false)
        case .trouble(let what, let retry):
            await store(
                fetch, policy, nil, note: what, again: retry && fetch.tries + 1 < PageFetcher.mostTries)
        }
    }

    private func page(_ fetch: DueFetch, _ feed: FeedSource, _ limit: Duration) async -> Finding {
        if feed.obeysRobots, await !robots.allow(fetch.url) {
            return .trouble("robots.txt forbids reading its page", retry: false)
        }
        let request = HTTPRequest(
            url: fetch.url,
            headers: [(name: "accept", value: "text/html, application/xhtml+xml;q=0.9, */*;q=0.1")],
            timeout: limit, maximumBytes: 8 << 20, maximumRedirects: 5, isOperatorChosen: false)
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await world.transport.send(request)
        } catch {
            return .trouble("its page: \(error.what)", retry: error.kind != .guarded)
        }
        guard response.status == 200 else {
            return .trouble("its page answered \(response.status)", retry: response.status >= 429)
        }
        var hints = fetch.item.hints
        hints.url = response.url
        hints.contentType = response.header("content-type")?.lowercased().split(separator: ";").first.map(
            String.init)
        guard format(of: response.body, hints) == HTMLFormat.self else {
            return .trouble("its page is no HTML", retry: false)
        }
        guard let item = HTMLFormat.read(response.body, hints).items.first else {
            return .trouble("its page is empty", retry: false)
        }
        let article = extract(item)
        if let caveat = article.caveat { return .trouble("its page is \(caveat)", retry: false) }
        return .article(article)
    }

    /// Stores what is known: the page's article; or the feed's own text, once, with a further try later.
    private func store(_ fetch: DueFetch, _ policy: Policy, _ article: Article?, note: String?, again: Bool)
        async
    {
        let entry = FeedEntry(policy: policy, source: fetch.source)
        var prepared = Prepared(candidates: [], policy: policy) { _ in }
        if let article {
            prepared.candidates = [
                entry.candidate(
                    article, entry: fetch.item, key: fetch.entry, digest: sha256(article.text),
                    firstSeen: fetch.firstSeen,
                    circumstance: fetch.circumstance, isProvisional: false)
            ]
        } else if !fetch.isLate, !again || world.wall.now.advanced(by: .seconds(5)) >= fetch.deadline {
            prepared.candidates = [
                entry.candidate(
                    fetch.item, key: fetch.entry, digest: fetch.digest, firstSeen: fetch.firstSeen,
                    circumstance: fetch.circumstance, isTeaser: true)
            ]
        }
        if again {
            var next = fetch
            next.tries += 1
            next.isLate = fetch.isLate || !prepared.candidates.isEmpty
            let wait: Duration = next.isLate ? .seconds(300 * (1 << next.tries)) : .seconds(5)
            next.due = world.wall.now.advanced(by: wait)
            prepared.fetches = [next]
        } else {
            prepared.finishedFetch = (fetch.source, fetch.entry)
        }
        if let note {
            world.telemetry.note(
                Event(
                    "pages", .info, "\(fetch.url): \(note)", fields: [("SOURCE", fetch.source)],
                    label: ("result", again ? "retry" : "teaser")))
        }
        let stored = Doorbell()
        prepared.whenStored = { _ in stored.ring() }
        if await committer.put(prepared) { await stored.wait() }
    }
}
