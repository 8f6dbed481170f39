import Executors
import Glibc
import Model
import Ports
import Storage
import Testing

let anyRules = Rules(
    isSameArticle: { $0.headline == $1.headline }, relate: { _, _ in StoryRelation(bond: nil, score: 0, resemblance: 0) },
    keys: { _ in [] }, window: .seconds(86_400)
) { candidate, standing in
    var ruling = Ruling()
    ruling.decisions = candidate.matches.map { Decision($0.watch, standing.told.contains($0.watch) ? .drop : .tell, .first) }
    guard ruling.decisions.contains(where: { $0.verdict == .tell }) else { return ruling }
    let alert = "al_\(standing.article)_\(standing.version)"
    ruling.alert = (alert, .first, "text")
    ruling.messages = [
        Ruling.Message(id: "m_" + alert, receiver: "r", contentType: "application/json") { Array("{\"n\":\($0)}".utf8) }
    ]
    return ruling
}

func keep(_ seconds: Int, bytes: Int) -> Keeping {
    Keeping(articles: .seconds(seconds), matched: .seconds(seconds), bytes: bytes, stories: .seconds(seconds))
}

func candidate(_ place: String, _ text: String, headline: UInt64 = 1, matches: Bool = true) -> Candidate {
    let bytes = Array(text.utf8)
    let digest = (0..<32).map { UInt8(truncatingIfNeeded: text.hashValue >> ($0 % 8 * 8)) }
    return Candidate(
        source: "s", kind: .folder, place: place, key: "sha:\(text)", aliases: [], digest: digest,
        firstSeen: Moment(seconds: 1000), circumstance: "ordinary", article: Article(text: bytes, headline: "H", paragraphs: []),
        refusal: nil, fingerprint: Fingerprint(url: nil, headline: headline, sketch: []),
        matches: matches ? [Match(watch: "w", evidence: [])] : [],
        mark: FileMark(device: 1, inode: 2, size: Int64(bytes.count), modifiedNanoseconds: 3, changedNanoseconds: 4))
}

/// Removed with all that is in it when the tests end.
private let storeFolder: String = {
    let path = "/tmp/tocsin-ledger-\(getpid())"
    mkdir(path, 0o700)
    atexit { system("rm -rf /tmp/tocsin-ledger-\(getpid())") }
    return path
}()

func temporaryStore() -> String { "\(storeFolder)/\(UInt64.random(in: 0 ..< .max)).db" }

func open(_ path: String) throws -> SQLiteLedger { try SQLiteLedger(path: path, executor: DedicatedThread(name: "test")) }

/// The contract of every ledger; one suite runs over each.
@Suite struct LedgerContractTests {
    private func commit(_ ledger: any Ledger, _ candidates: Candidate...) async throws -> [Committed] {
        var batch = Batch()
        batch.candidates = candidates
        return try await ledger.commit(batch, rules: anyRules)
    }

    @Test func `a copy that was seen before the first one stored is among those to wait for`() async throws {
        let ledger = try open(temporaryStore())
        let rules = Rules(
            isSameArticle: { _, _ in false }, relate: { _, _ in StoryRelation(bond: .copy, score: 1, resemblance: 0.9) },
            keys: { _ in [StoryKey(hash: 1, weight: 2)] }, window: .seconds(86_400)
        ) { _, standing in
            var ruling = Ruling()
            let waits = standing.waiting.isEmpty
            ruling.decisions = [Decision("w", waits ? .hold : .count, waits ? .bestCopy : .copy)]
            if waits { ruling.waits = [("w", Moment(seconds: 1120))] }
            return ruling
        }
        for (place, seen) in [("a", 1000), ("b", 999), ("c", 1001)] as [(String, Int64)] {
            var one = candidate(place, place)
            one.firstSeen = Moment(seconds: seen)
            one.traits = StoryTraits(sketch: [1], headline: [], names: [], vocabulary: [])
            var batch = Batch()
            batch.candidates = [one]
            _ = try await ledger.commit(batch, rules: rules)
        }
        #expect(try await ledger.dueWaits(now: Moment(seconds: 1119)).isEmpty)
        let wait = try #require(try await ledger.dueWaits(now: Moment(seconds: 1120)).first)
        #expect(wait.watches == ["w"] && wait.copies.count == 3)
        #expect(try await ledger.finishWait(wait, nil, nil, rules: rules).isEmpty)
        #expect(try await ledger.dueWaits(now: Moment(seconds: 1120)).isEmpty)
    }

    @Test func `new, known, revision and new again`() async throws {
        let ledger = try open(temporaryStore())
        let first = try await commit(ledger, candidate("a", "one"))[0]
        #expect(first.result == .new && first.alert != nil && first.receivers == ["r"])
        #expect(try await commit(ledger, candidate("b", "one"))[0].result == .known)
        let second = try await commit(ledger, candidate("a", "two"))[0]
        #expect(second.result == .revision && second.article == first.article && second.version == 2 && second.alert == nil)
        let third = try await commit(ledger, candidate("a", "three", headline: 9))[0]
        #expect(third.result == .new && third.article != first.article && third.alert != nil)
    }

    @Test func `two copies in one batch: the second sees the first`() async throws {
        let ledger = try open(temporaryStore())
        let results = try await commit(ledger, candidate("a", "one"), candidate("b", "one"))
        #expect(results.map(\.result) == [.new, .known])
    }

    @Test func `an alert is delivered once it is settled, and its body is the one stored`() async throws {
        let path = temporaryStore()
        var ledger = try open(path)
        _ = try await commit(ledger, candidate("a", "one"), candidate("b", "other", headline: 2))
        ledger = try open(path)
        let due = try await ledger.dueDeliveries("r", now: Moment(seconds: 2000), limit: 10)
        #expect(due.map { String(decoding: $0.body, as: UTF8.self) } == ["{\"n\":1}", "{\"n\":2}"])
        let state = EndpointState(receiver: "r")
        try await ledger.settle([
            Attempt(delivery: due[0].id, at: Moment(seconds: 2000), status: 200, error: nil, state: .delivered, due: nil),
            Attempt(delivery: due[1].id, at: Moment(seconds: 2000), status: 500, error: "x", state: .waiting, due: Moment(seconds: 3000)),
        ], state, isRecovered: false)
        #expect(try await ledger.dueDeliveries("r", now: Moment(seconds: 2500), limit: 10).isEmpty)
        #expect(try await ledger.nextDue("r", after: Moment(seconds: 2000)) == Moment(seconds: 3000))
        #expect(try await ledger.dueDeliveries("r", now: Moment(seconds: 3000), limit: 10).map(\.tries) == [1])
    }

    /// Rules under which everything is one story and each article rings.
    private var oneStory: Rules {
        Rules(
            isSameArticle: { _, _ in false }, relate: { _, _ in StoryRelation(bond: .copy, score: 1, resemblance: 1) },
            keys: { _ in [StoryKey(hash: 7, weight: 2)] }, window: .seconds(86_400), rule: anyRules.rule)
    }

    @Test func `messages of a story go out in order, but none waits for long`() async throws {
        let ledger = try open(temporaryStore())
        for (number, place) in ["a", "b"].enumerated() {
            var one = candidate(place, place, headline: UInt64(number))
            one.traits = StoryTraits(sketch: [1], headline: [], names: [], vocabulary: [])
            var batch = Batch()
            batch.candidates = [one]
            _ = try await ledger.commit(batch, rules: oneStory)
        }
        func due(_ second: Int64) async throws -> [Delivery] { try await ledger.dueDeliveries("r", now: Moment(seconds: second), limit: 9) }
        let first = try await due(2000)
        #expect(first.map { String(decoding: $0.body, as: UTF8.self) } == ["{\"n\":1}", "{\"n\":2}"])
        #expect(first[0].story != nil && first[0].story == first[1].story)
        for attempt in 1..<4 as Range<Int64> {
            let at = Moment(seconds: 2000 * attempt)
            let failed = Attempt(delivery: first[0].id, at: at, status: 500, error: "x", state: .waiting, due: Moment(seconds: 2000 * attempt + 1000))
            try await ledger.settle([failed], EndpointState(receiver: "r"), isRecovered: false)
            #expect(try await due(2000 * attempt + 10).isEmpty, "after \(attempt) tries")
        }
        let fourth = Attempt(delivery: first[0].id, at: Moment(seconds: 8000), status: 500, error: "x", state: .waiting, due: Moment(seconds: 9000))
        try await ledger.settle([fourth], EndpointState(receiver: "r"), isRecovered: false)
        #expect(try await due(8010).map { String(decoding: $0.body, as: UTF8.self) } == ["{\"n\":2}"])
    }

    @Test func `what was given up or taken is sent once more, as asked and no more`() async throws {
        let ledger = try open(temporaryStore())
        _ = try await commit(ledger, candidate("a", "one"), candidate("b", "two", headline: 2), candidate("c", "three", headline: 3))
        let due = try await ledger.dueDeliveries("r", now: Moment(seconds: 2000), limit: 9)
        let states: [DeliveryState] = [.dead, .delivered, .waiting]
        let attempts = zip(due, states).map { one, state in
            Attempt(delivery: one.id, at: Moment(seconds: 2000), status: 400, error: "x", state: state, due: state == .waiting ? Moment(seconds: 9000) : nil)
        }
        try await ledger.settle(attempts, EndpointState(receiver: "r"), isRecovered: false)
        var order = ReplayOrder()
        order.watch = "w"
        #expect(try await ledger.replay(order, isDryRun: true, now: Moment(seconds: 3000)).counts.map(\.count) == [1])
        order.isAll = true
        #expect(try await ledger.replay(order, isDryRun: true, now: Moment(seconds: 3000)).counts.map(\.count) == [2])
        (order.watch, order.receiver) = ("other", "r")
        #expect(try await ledger.replay(order, isDryRun: false, now: Moment(seconds: 3000)).counts.isEmpty)
        order.watch = nil
        order.since = Moment(seconds: 1001)
        #expect(try await ledger.replay(order, isDryRun: false, now: Moment(seconds: 3000)).counts.isEmpty)
        (order.since, order.until) = (Moment(seconds: 1000), Moment(seconds: 1001))
        #expect(try await ledger.dueDeliveries("r", now: Moment(seconds: 3000), limit: 9).isEmpty, "a dry run sends nothing")
        #expect(try await ledger.replay(order, isDryRun: false, now: Moment(seconds: 3000)).counts.map(\.count) == [2])
        #expect(try await ledger.dueDeliveries("r", now: Moment(seconds: 3000), limit: 9).map(\.id) == [due[0].id, due[1].id])
    }

    @Test func `a receiver that goes hands over what is held for it too`() async throws {
        let ledger = try open(temporaryStore())
        let hold = Rules(
            isSameArticle: { _, _ in false }, relate: anyRules.relate, keys: anyRules.keys, window: .seconds(1)
        ) { _, _ in
            var ruling = Ruling()
            ruling.decisions = [Decision("w", .hold, .quiet)]
            ruling.held = ["old", "new"].map {
                Held(receiver: $0, watch: "w", title: "W", reason: .quiet, due: Moment(seconds: 9000), text: "t", sentence: nil)
            }
            return ruling
        }
        var batch = Batch()
        batch.candidates = [candidate("a", "one")]
        _ = try await ledger.commit(batch, rules: hold)
        #expect(try await ledger.waitingByReceiver(withHeld: true) == ["old": 1, "new": 1])
        #expect(try await ledger.waitingByReceiver(withHeld: false) == [:])
        _ = try await ledger.moveDeliveries(from: "old", to: "new")
        #expect(try await ledger.waitingByReceiver(withHeld: true) == ["new": 1])
    }

    @Test func `what is pruned never rings again`() async throws {
        let ledger = try open(temporaryStore())
        _ = try await commit(ledger, candidate("a", "one", matches: false))
        try await ledger.maintain(now: Moment(seconds: 1_000_000), keep: keep(60, bytes: 1 << 30))
        #expect(try await ledger.status().articles == 0)
        #expect(try await commit(ledger, candidate("c", "one"))[0].result == .known)
    }

    @Test func `waiting deliveries keep their article`() async throws {
        let ledger = try open(temporaryStore())
        _ = try await commit(ledger, candidate("a", "one"))
        try await ledger.maintain(now: Moment(seconds: 1_000_000_000), keep: keep(1, bytes: 0))
        #expect(try await ledger.status().articles == 1)
    }

    @Test func `a feed's validators and its fetches come back`() async throws {
        let ledger = try open(temporaryStore())
        var batch = Batch()
        var state = FeedState(nextPoll: Moment(seconds: 5))
        state.etag = "\"e\""
        state.failures = 3
        batch.feedStates = [("f", state)]
        var hints = Hints()
        hints.headline = "H"
        hints.url = "https://x/"
        batch.fetches = [DueFetch(source: "f", entry: "e", url: "https://x/", item: RawItem(id: "e", content: .fragment([60]), hints: hints),
            digest: [1], firstSeen: Moment(seconds: 1), circumstance: "ordinary", tries: 1, due: Moment(seconds: 9),
            deadline: Moment(seconds: 60), isLate: false)]
        _ = try await ledger.commit(batch, rules: anyRules)
        #expect(try await ledger.feedState("f") == state)
        #expect(try await ledger.dueFetches(now: Moment(seconds: 8), limit: 9).isEmpty)
        #expect(try await ledger.dueFetches(now: Moment(seconds: 9), limit: 9).first?.item.hints.headline == "H")
    }
}

@Suite struct StoreFileTests {
    @Test func `a backup is whole, and restores to the same`() async throws {
        let ledger = try open(temporaryStore())
        var batch = Batch()
        batch.candidates = [candidate("a", "one")]
        _ = try await ledger.commit(batch, rules: anyRules)
        let copy = temporaryStore()
        try await ledger.backup(to: copy)
        #expect(flaw(inStore: copy) == nil)
        #expect(try await open(copy).commit(batch, rules: anyRules).map(\.result) == [.known])
    }

    @Test func `a newer schema is refused, a torn file is no store`() throws {
        let path = temporaryStore()
        _ = try open(path)
        #expect(system("sqlite3 \(path) 'pragma user_version = 99' 2>/dev/null || python3 -c \"import sqlite3;"
            + "c=sqlite3.connect('\(path)');c.execute('pragma user_version=99')\"") == 0)
        let error = #expect(throws: LedgerError.self) { try open(path) }
        #expect(error?.what.contains("schema 99") == true)
        let torn = temporaryStore()
        #expect(system("head -c 3000 /dev/urandom > \(torn)") == 0)
        #expect(flaw(inStore: torn) != nil)
    }

    @Test func `an older schema is brought up to date on a copy, and the copy can be gone back to`() async throws {
        let path = temporaryStore()
        var batch = Batch()
        batch.candidates = [candidate("a", "one")]
        do {
            let made = try open(path)
            _ = try await made.commit(batch, rules: anyRules)
        }
        // What the later steps made is taken away again: a store as the first schema left it.
        let undo = "drop table story_keys; drop table story_traits; drop index alert_by_age; drop index article_by_source; drop index alert_by_article; drop index delivery_fresh; drop index delivery_retry; drop index delivery_story; drop index decision_by_watch; alter table delivery drop column story; alter table decision drop column until;"
            + "alter table decision drop column note; " + ["story", "story_member", "story_told", "rang", "given", "held", "silence", "endpoint", "watch", "feedback", "change", "story_wait"]
                .map { "drop table \($0); " }.joined()
            + "alter table article drop column tags; alter table due_fetch drop column tags; pragma user_version=1;"
        #expect(system("sqlite3 '\(path)' \"\(undo)\"") == 0)
        let new = try open(path)
        #expect(try await new.commit(batch, rules: anyRules).map(\.result) == [.known], "nothing alerts again")
        #expect(try await new.dueDeliveries("r", now: Moment(seconds: 2000), limit: 9).count == 1, "what waited waits")
        #expect(throws: LedgerError.self) {
            try SQLiteLedger(path: path, executor: DedicatedThread(name: "test"), schema: 1)
        }
        let copy = "\(path).before-\(newestSchema)"
        #expect(flaw(inStore: copy) == nil)
        #expect(system("test \"$(sqlite3 '\(copy)' 'pragma user_version; select count(*) from article')\" = \"$(printf '1\\n1')\"") == 0)
    }

    @Test func `a summary counts the last day and names who was silent for a week`() async throws {
        let ledger = try open(temporaryStore())
        var batch = Batch()
        batch.candidates = [candidate("a", "one"), candidate("b", "two", headline: 2, matches: false)]
        _ = try await ledger.commit(batch, rules: anyRules)
        let soon = try await ledger.summary(since: Moment(seconds: 500), now: Moment(seconds: 2000), sources: ["s", "t"])
        #expect(soon.articles == 2 && soon.alerts == 1 && soon.silent == ["t"])
        let later = try await ledger.summary(since: Moment(seconds: 900_000), now: Moment(seconds: 999_000), sources: ["s"])
        #expect(later.articles == 0 && later.alerts == 0 && later.silent == ["s"])
    }
}
