import Alerting
import Configuration
import Digest
import Extraction
import Formats
import Model
import Ports
import Text

/// Turns the document of a poll into what is new in it: candidates to store now, and pages to fetch first.
struct FeedReader {
    let world: World
    let policy: Policy
    let feed: FeedSource

    /// More unseen entries than this in one poll, mostly older than the last good poll, are a publisher that
    /// changed its ids.
    static let flood = 20

    struct Refusal: Error { var what: String }

    func read(_ response: HTTPResponse, _ state: FeedState) async throws -> Result<FeedReading, Refusal> {
        var hints = Hints()
        hints.url = response.url
        hints.language = feed.language
        (hints.contentType, hints.charset) = mediaType(response.header("content-type"))
        guard let format = format(of: response.body, hints), format != HTMLFormat.self,
            format != PlainTextFormat.self
        else {
            return .failure(Refusal(what: "it is no feed but \(looksLike(response, hints))"))
        }
        let children = sitemaps(inIndex: response.body, hints)
        let document =
            children.isEmpty ? format.read(response.body, hints) : await readChildren(children, hints)
        if document.items.isEmpty, let note = document.note { return .failure(Refusal(what: note)) }
        let keys = document.items.map { key($0) }
        let known = try await world.ledger.seen(keys)
        let links = document.items.compactMap(\.hints.url)
        let shared = Set(Dictionary(grouping: links) { $0 }.filter { $0.value.count > 1 }.keys)
        let new = zip(document.items, keys).filter { !known.contains($0.1) }
        let isGap = state.isBaselineDone && !document.items.isEmpty && known.isEmpty && new.count > 1
        let isFlood =
            state.isBaselineDone && new.count > FeedReader.flood && areMostlyOld(new.map(\.0), state)
        var reading = FeedReading(
            candidates: [], fetches: [], gap: isGap && !isFlood, count: document.items.count)
        var made: Set<String> = []
        for (item, key) in new where made.insert(key).inserted {
            let circumstance: Circumstance =
                isFlood ? .flood : isBaseline(item, state) ? .baseline : .ordinary
            add(item, key, circumstance, isShared: shared.contains(item.hints.url ?? ""), to: &reading)
        }
        if isFlood { reading.notice = floodNotice(reading) }
        return .success(reading)
    }

    /// The sitemaps of an index that are read at each poll: those likeliest to hold news.
    static let childrenRead = 4

    /// The entries of an index's first sitemaps. One that cannot be read is named; none fails the poll.
    private func readChildren(_ children: [ListedSitemap], _ hints: Hints) async -> FormatReading {
        var reading = FormatReading()
        for child in children.prefix(FeedReader.childrenRead) {
            let request = HTTPRequest(
                url: child.url, timeout: .seconds(30), maximumBytes: 64 << 20, maximumRedirects: 5,
                isOperatorChosen: false)
            var trouble: String
            do throws(HTTPFailure) {
                let response = try await world.transport.send(request)
                var own = hints
                own.url = response.url
                if response.status == 200, let format = format(of: response.body, own) {
                    let inner = format.read(response.body, own)
                    reading.items += inner.items
                    guard inner.items.isEmpty else { continue }
                    trouble = inner.note ?? "it holds nothing"
                } else {
                    trouble = "it answered \(response.status)"
                }
            } catch {
                trouble = error.what
            }
            world.telemetry.note(
                Event(
                    "sitemaps_passed_by", .debug, "\(child.url): \(trouble)", fields: [("SOURCE", feed.id)]))
            reading.note = reading.note ?? "no news in the sitemaps of this index: \(child.url): \(trouble)"
        }
        if !reading.items.isEmpty { reading.note = nil }
        return reading
    }

    private func looksLike(_ response: HTTPResponse, _ hints: Hints) -> String {
        guard let format = format(of: response.body, hints) else { return describeUnknown(response.body) }
        return format == HTMLFormat.self
            ? "an HTML page (a log-in, an error, or the site itself)" : "plain text"
    }

    private func key(_ item: RawItem) -> String {
        let id = item.id ?? hex(sha256(text(of: item)))
        return "entry:\(feed.id):\(id)"
    }

    private func text(of item: RawItem) -> [UInt8] {
        switch item.content {
        case .page(let bytes), .fragment(let bytes), .plain(let bytes): bytes
        case .blocks(let blocks): Array(blocks.map(\.text).joined(separator: "\n").utf8)
        }
    }

    /// Entries of a first poll are the baseline unless they are dated and young enough.
    private func isBaseline(_ item: RawItem, _ state: FeedState) -> Bool {
        guard !state.isBaselineDone else { return false }
        guard let published = item.hints.published.moment else { return true }
        return world.wall.now.milliseconds - published.milliseconds > feed.firstPollAge.milliseconds
    }

    private func areMostlyOld(_ items: [RawItem], _ state: FeedState) -> Bool {
        guard let last = state.lastSuccess else { return false }
        let old = items.filter { $0.hints.published.moment.map { $0 < last } ?? false }
        return old.count * 2 > items.count
    }

    private func add(
        _ item: RawItem, _ key: String, _ circumstance: Circumstance, isShared: Bool,
        to reading: inout FeedReading
    ) {
        let digest = sha256(Array((item.hints.headline ?? "").utf8) + text(of: item))
        let now = world.wall.now
        let needsPage = feed.fetch == .always || feed.fetch == .auto && !isWhole(item)
        // What is only remembered, or told in a digest now, is not worth a visit to its page.
        if needsPage, circumstance == .ordinary, let url = item.hints.url {
            reading.fetches.append(
                DueFetch(
                    source: feed.id, entry: key, url: url, item: item, digest: digest, firstSeen: now,
                    circumstance: name(of: circumstance), tries: 0, due: now,
                    deadline: now.advanced(by: feed.fetchWait), isLate: false))
            return
        }
        var candidate = FeedEntry(policy: policy, source: feed.id).candidate(
            item, key: key, digest: digest, firstSeen: now, circumstance: name(of: circumstance),
            isTeaser: needsPage)
        if isShared { candidate.aliases = [] }
        reading.candidates.append(candidate)
    }

    /// Whether the feed carries the article itself: long enough, and not ending in an invitation to read on.
    private func isWhole(_ item: RawItem) -> Bool {
        let article = extract(item)
        let body = article.paragraphs.filter { $0.zone == .body }
        let length = body.reduce(0) { $0 + $1.span.count }
        let end = body.last.map { article.string($0.span).lowercased().suffix(60) } ?? ""
        let invitations = [
            "read more", "continue reading", "[…]", "[...]", "…", "...", "weiterlesen", "lire la suite",
        ]
        return length >= 1200
            && !invitations.contains { end.hasSuffix($0) || end.contains($0 + " ") && $0.utf8.count > 5 }
    }

    /// Tells the operator; what matches comes to its receivers in one digest.
    private func floodNotice(_ reading: FeedReading) -> ServiceMessage? {
        let told = policy.settings.operatorReceivers
        guard !told.isEmpty else { return nil }
        let matching = reading.candidates.count { !$0.matches.isEmpty }
        let count = reading.candidates.count + reading.fetches.count
        let what =
            "\(feed.title) brought \(count) unseen entries at once, mostly older than the last poll; "
            + "\(matching) of them match and come in one digest"
        return policy.serviceMessage(
            .operatorNotice,
            Notice(
                condition: "source/\(feed.id)/flood", state: "report", what: what,
                mend: "the publisher probably changed its entry ids; `tocsin why` knows each of them"),
            at: world.wall.now, to: told)
    }
}

/// A moment from a date of the web.
func webDateMoment(_ text: String) -> Moment? { webDate(text).map { Moment(milliseconds: $0.milliseconds) } }

/// Makes a candidate of a feed entry, from the feed's own text or from its page.
struct FeedEntry {
    let policy: Policy
    let source: String

    func candidate(
        _ item: RawItem, key: String, digest: [UInt8], firstSeen: Moment, circumstance: String, isTeaser: Bool
    ) -> Candidate {
        var article = extract(item)
        if isTeaser { article.body = .teaser }
        return candidate(
            article, entry: item, key: key, digest: digest, firstSeen: firstSeen, circumstance: circumstance,
            isProvisional: isTeaser)
    }

    func candidate(
        _ article: Article, entry: RawItem, key: String, digest: [UInt8], firstSeen: Moment,
        circumstance: String,
        isProvisional: Bool
    ) -> Candidate {
        let passage = Passage(policy)
        let facts = ArticleFacts(article, passage.gazetteer)
        let (matches, fingerprint) = passage.match(facts, source: source)
        let url = article.url ?? entry.hints.url
        var candidate = Candidate(
            source: source, kind: .feed, place: entry.hints.url ?? entry.id ?? key, key: key,
            aliases: url.map { ["url:\(source):\($0)"] } ?? [], digest: digest, firstSeen: firstSeen,
            circumstance: circumstance, article: article, refusal: nil, fingerprint: fingerprint,
            matches: matches, mark: nil)
        candidate.isProvisional = isProvisional
        passage.enrich(&candidate, facts)
        return candidate
    }
}
