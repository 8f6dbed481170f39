import Executors
import Glibc
import Model
import Ports
import Storage
import Testing

/// How members of stories are found again: in memory, after a restart, after a failure, and in older stores.
@Suite struct StoryStoreTests {
    /// Two articles with one sketch are copies; nothing rings.
    private let rules = Rules(
        isSameArticle: { _, _ in false },
        relate: { one, other in
            let isSame = one.sketch.map { $0 >> 32 } == other.sketch.map { $0 >> 32 } && one.names == other.names
            return StoryRelation(bond: isSame ? .copy : nil, score: isSame ? 1 : 0, resemblance: 0.5)
        },
        keys: { traits in traits.sketch.map { StoryKey(hash: $0, weight: 2) } }, window: .seconds(86_400)
    ) { candidate, _ in
        var ruling = Ruling()
        ruling.decisions = candidate.matches.map { Decision($0.watch, .count, .copy) }
        return ruling
    }

    private func story(_ ledger: SQLiteLedger, _ place: String, _ sketch: [UInt64]) async throws -> String? {
        var one = candidate(place, place)
        one.traits = StoryTraits(sketch: sketch, headline: [], names: [5, 6, 7], vocabulary: [1 << 40, 1 << 50])
        var batch = Batch()
        batch.candidates = [one]
        let article = try #require(try await ledger.commit(batch, rules: rules).first?.article)
        return try await ledger.why(article).first?.story?.id
    }

    @Test func `a copy finds its story after a restart`() async throws {
        let path = temporaryStore()
        var ledger = try open(path)
        let first = try await story(ledger, "a", [1 << 33, 1 << 60, 3 << 61])
        let other = try await story(ledger, "b", [1 << 34])
        #expect(first != nil && other != nil && first != other)
        ledger = try open(path)
        #expect(try await story(ledger, "c", [1 << 34]) == other)
        #expect(try await story(ledger, "d", [1 << 33, 1 << 60, 3 << 61]) == first)
    }

    @Test func `a transaction that failed leaves no member to be found`() async throws {
        let path = temporaryStore()
        let ledger = try open(path)
        let first = try await story(ledger, "a", [1 << 33])
        #expect(system("sqlite3 '\(path)' 'alter table decision rename to away'") == 0)
        await #expect(throws: LedgerError.self) { try await story(ledger, "b", [1 << 34]) }
        #expect(system("sqlite3 '\(path)' 'alter table away rename to decision'") == 0)
        // It takes the number that the failed one had.
        let third = try await story(ledger, "c", [1 << 35])
        let fourth = try await story(ledger, "d", [1 << 34])
        #expect(third != fourth && third != first && fourth != first)
        #expect(try await story(ledger, "e", [1 << 33]) == first)
    }

    @Test func `what is older than the window is forgotten, in the store and in memory`() async throws {
        let path = temporaryStore()
        let ledger = try open(path)
        let first = try await story(ledger, "a", [1 << 33])
        try await ledger.maintain(now: Moment(seconds: 1000 + 86_300), keep: keep(86_400, bytes: 1 << 40))
        #expect(try await story(ledger, "b", [1 << 33]) == first)
        try await ledger.maintain(
            now: Moment(seconds: 1000 + 86_500),
            keep: Keeping(articles: .seconds(1 << 40), matched: .seconds(1 << 40), bytes: 1 << 40, stories: .seconds(86_400)))
        #expect(try await story(ledger, "c", [1 << 33]) != first)
        #expect(system("test $(sqlite3 '\(path)' 'select count(*) from story_keys') = 1") == 0)
    }

    @Test func `a store of before keeps its stories`() async throws {
        let path = temporaryStore()
        do { _ = try SQLiteLedger(path: path, executor: DedicatedThread(name: "test"), schema: 6) }
        // Little-endian: form 1; a sketch of one, 2³³; no headline; the names 5, 6 and 7; two words.
        let numbers: [UInt64] = [1, 1, 1 << 33, 0, 3, 5, 6, 7, 2, 1 << 40, 1 << 50]
        func hex(_ numbers: [UInt64]) -> String {
            numbers.flatMap { number in (0..<8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } }
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        }
        let insert = "insert into story values ('st_old', 0, 2, 0); "
            + "insert into story_member values (7, 'ar_1', 'st_old', 999000, null, 1000, null, 0, x'\(hex(numbers))', x'\(hex([1 << 33]))'); "
            + "insert into story_member values (8, 'ar_2', 'st_old', 999000, 'copy', 1000, 'ar_1', 1, null, null); "
            + "insert into story_key values (\(1 << 33), 7);"
        #expect(system("sqlite3 '\(path)' \"\(insert)\"") == 0)
        let ledger = try open(path)
        #expect(system("test $(sqlite3 '\(path)' 'select waiting from story') = 1") == 0)
        #expect(try await story(ledger, "a", [1 << 33]) == "st_old")
    }

    @Test func `the copies that no alert showed are counted and listed, without the article itself`() async throws {
        let path = temporaryStore()
        let ledger = try open(path)
        for number in 0..<30 { _ = try await story(ledger, "\(number)", [1 << 33]) }
        var one = candidate("x", "x")
        one.traits = StoryTraits(sketch: [1 << 33], headline: [], names: [5, 6, 7], vocabulary: [])
        var batch = Batch()
        batch.candidates = [one]
        let seen = Seen()
        let telling = Rules(isSameArticle: { _, _ in false }, relate: rules.relate, keys: rules.keys, window: rules.window) { candidate, standing in
            let card = standing.story?.card
            seen.add((card?.copies.count ?? -1, card?.copiesTotal ?? -1, card?.articles ?? -1))
            return anyRules.rule(candidate, standing)
        }
        _ = try await ledger.commit(batch, rules: telling)
        batch.candidates[0].key = "sha:y"
        batch.candidates[0].digest[0] ^= 1
        _ = try await ledger.commit(batch, rules: telling)
        #expect(seen.all.map(\.listed) == [20, 0] && seen.all.map(\.total) == [30, 0] && seen.all.map(\.articles) == [31, 32])
    }

    @Test func `in whatever order articles come, those become one story between which bonds lead`() async throws {
        let graph = Rules(
            isSameArticle: { _, _ in false },
            relate: { StoryRelation(bond: madeBond($0.names[0], $1.names[0]), score: 0.5, resemblance: 0.5) },
            keys: { traits in
                let own = traits.names[0]
                return (0..<40).filter { madeBond(own, $0) != nil }.map { StoryKey(hash: (min(own, $0) * 64 + max(own, $0) + 1) << 20, weight: 2) }
            }, window: .seconds(86_400), rule: rules.rule)
        var expected = (0..<40).map { Set([UInt64($0)]) }
        for one in 0..<40 as Range<UInt64> {
            for other in 0..<one where madeBond(one, other)?.isOneStory == true {
                let joined = expected.filter { $0.contains(one) || $0.contains(other) }
                expected.removeAll { joined.contains($0) }
                expected.append(joined.reduce([]) { $0.union($1) })
            }
        }
        #expect(expected.count > 8 && expected.contains { $0.count > 4 })
        #expect(try await groups(Array(0..<40), graph) == Set(expected))
        for multiplier in [3, 7, 23] as [UInt64] { #expect(try await groups((0..<40).map { $0 * multiplier % 40 }, graph) == Set(expected)) }
    }

    /// Stories of numbered articles that come in an order.
    private func groups(_ order: [UInt64], _ graph: Rules) async throws -> Set<Set<UInt64>> {
        let ledger = try open(temporaryStore())
        var articles: [(UInt64, String)] = []
        for number in order {
            var one = candidate("\(number)", "\(number)")
            one.traits = StoryTraits(sketch: [], headline: [], names: [number], vocabulary: [])
            var batch = Batch()
            batch.candidates = [one]
            articles.append((number, try #require(try await ledger.commit(batch, rules: graph).first?.article)))
        }
        var stories: [String: Set<UInt64>] = [:]
        for (number, article) in articles {
            let story = try #require(try await ledger.why(article).first?.story?.id)
            stories[story, default: []].insert(number)
        }
        return Set(stories.values)
    }

    @Test func `the index finds what a dictionary finds`() {
        var state: UInt64 = 11
        func hash(_ number: UInt64) -> UInt64 {
            let mixed = (number ^ number >> 29) &* 0xBF58_476D_1CE4_E5B9
            return mixed ^ mixed >> 32
        }
        func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            return hash(state)
        }
        var index = StoryIndex()
        var all: [UInt64: [Int64]] = [:]
        for number in 1...20_000 as ClosedRange<Int64> {
            // Some keys are of many, most of one; numbers have gaps.
            let keys = (0..<8).map { _ in next() } + [hash(next() % 40), hash(100 + next() % 3000)]
            index.insert(keys, number * 3)
            for key in keys { all[key, default: []].append(number * 3) }
        }
        index.forget(before: 9000)
        var (missing, wrong, most) = (0, 0, 0)
        for (key, members) in all {
            var found: [Int64] = []
            index.find(key, into: &found)
            let own = Set(members)
            missing += Set(members.filter { $0 >= 9000 }.suffix(StoryIndex.postings)).subtracting(found).count
            wrong += found.filter { !own.contains($0) }.count
            most = max(most, found.count)
        }
        #expect(missing == 0)
        #expect(wrong < 100 && most < 3 * StoryIndex.postings)
        #expect(index.bytes < 20_000 * 27 * 4 * 2)
    }

    @Test func `of more members than it holds the index keeps the newest`() {
        var index = StoryIndex()
        let most = StoryIndex.maximumMembers
        for number in 1...(most + 300_000) { index.insert([UInt64(number) &* 0x9E37_79B9_7F4A_7C15], number) }
        func isFound(_ number: Int64) -> Bool {
            var found: [Int64] = []
            index.find(UInt64(number) &* 0x9E37_79B9_7F4A_7C15, into: &found)
            return found.contains(number)
        }
        #expect(isFound(most + 300_000) && isFound(300_001) && !isFound(1))
        #expect(index.bytes < 200 << 20)
    }
}

/// Whether two of forty articles belong together, by a hash of both: about one and a half bonds each, a third of them parts.
private func madeBond(_ one: UInt64, _ other: UInt64) -> StoryBond? {
    var mixed = (min(one, other) * 64 + max(one, other) + 3) &* 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 31) &* 0xBF58_476D_1CE4_E5B9
    switch (mixed ^ mixed >> 29) % 60 {
    case 0: return .copy
    case 1: return .event
    case 2: return .part
    default: return nil
    }
}

private final class Seen: @unchecked Sendable {
    var all: [(listed: Int, total: Int, articles: Int)] = []

    func add(_ one: (Int, Int, Int)) { all.append(one) }
}
