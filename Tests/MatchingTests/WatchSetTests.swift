import Matching
import Model
import Support
import Testing

struct WatchSetTests {
    private static let words = ["corridor", "ridge", "talks", "border", "convoy", "minister", "river", "bridge", "port", "treaty"]

    private func watch(_ id: Int, _ random: inout SplitMix) -> Watch {
        let (a, b) = (Self.words[Int(random.next() % 10)], Self.words[Int(random.next() % 10)])
        let query: Query = random.next() % 2 == 0 ? .term(Term(a)) : .all([.term(Term(a)), .not(.term(Term(b)))])
        return Watch(
            id: "w\(id)", title: "", owner: nil, note: nil, query: query, clause: "", zones: [.body], priority: .normal, receivers: [],
            list: "")
    }

    private func article(_ random: inout SplitMix) -> Article {
        let text = (0..<6).map { _ in Self.words[Int(random.next() % 10)] }.joined(separator: " ")
        return Article(text: Array(text.utf8), headline: "", paragraphs: [Paragraph(.body, TextSpan(0, text.utf8.count))])
    }

    /// With and without what only some processors can; so many phrases that the former looks at both bitmaps at once.
    @Test func `eight words at a time find what one at a time do`() {
        var random = SplitMix(seed: 11)
        func word() -> String { "w\(random.next() % 400)" }
        let watches = (0..<3000).map { number in
            let query = Query.term(Term(number % 97 == 0 ? "w\(number / 10)*" : number % 3 == 0 ? "w\(number)" : "\(word()) w\(number)"))
            return Watch(
                id: "\(number)", title: "", owner: nil, note: nil, query: query, clause: "", zones: [.body], priority: .normal, receivers: [],
                list: "")
        }
        let (wide, narrow) = (Percolator(watches), Percolator(watches, isWide: false))
        var hits = 0
        for length in [1, 2, 7, 8, 9, 15, 16, 17, 63, 64, 65, 66, 128, 129, 1030, 2100] {
            let text = (0..<length).map { _ in random.next() % 2 == 0 ? word() : "w\(random.next() % 3000)" }.joined(separator: " ")
            let reading = Reading(Article(text: Array(text.utf8), headline: "", paragraphs: [Paragraph(.body, TextSpan(0, text.utf8.count))]))
            let found = wide.percolate(reading)
            #expect(found.map(\.watch) == narrow.percolate(reading).map(\.watch), "\(length) words")
            hits += found.count
        }
        #expect(hits > 500, "\(hits)")
    }

    /// Keys that meet in the table, some with equal upper halves, which is all that a slot keeps of them.
    @Test func `what is filed under keys that look alike is found`() {
        var random = SplitMix(seed: 12)
        for round in 0..<200 {
            let alike: UInt64 = round % 2 == 0 ? 0xABCD_EF01_0000_0000 : 0
            let keys = (0..<40).map { _ in
                (alike == 0 ? random.next() << 32 : alike) | random.next() % 8 << 16 | random.next() % 4
            }
            let table = KeyTable(keys.enumerated().map { ($1, UInt32($0 + 1)) })
            for (number, key) in keys.enumerated() {
                var found: [UInt32] = []
                table.each(key) { found.append($0) }
                #expect(found.contains(UInt32(number + 1)), "round \(round)")
            }
        }
    }

    /// A set that was changed many times over matches what one made of the same list at once does.
    @Test func `a changed set matches as a new one`() {
        var random = SplitMix(seed: 7)
        var list = (0..<200).map { watch($0, &random) }
        var set = WatchSet(list)
        var next = 200
        var mostOverlaid = 0
        for _ in 0..<300 {
            switch random.next() % 5 {
            case 0: list.remove(at: Int(random.next() % UInt64(list.count)))
            case 1:
                list.insert(watch(next, &random), at: Int(random.next() % UInt64(list.count + 1)))
                next += 1
            case 2:
                let place = Int(random.next() % UInt64(list.count))
                list[place].query = watch(0, &random).query
            case 3: list.swapAt(Int(random.next() % UInt64(list.count)), Int(random.next() % UInt64(list.count)))
            default:
                let place = Int(random.next() % UInt64(list.count))
                list[place].title += "!"
            }
            set = set.changed(to: list)
            mostOverlaid = max(mostOverlaid, set.overlaid)
            let fresh = WatchSet(list)
            for _ in 0..<3 {
                let reading = Reading(article(&random))
                let isSame = set.percolate(reading) == fresh.percolate(reading)
                #expect(isSame)
            }
        }
        #expect(mostOverlaid > 3, "the small set was never used")
    }

    @Test func `what only concerns the alert is not compiled again`() {
        var random = SplitMix(seed: 8)
        var list = (0..<100).map { watch($0, &random) }
        let set = WatchSet(list)
        list[50].receivers = ["other"]
        let changed = set.changed(to: list)
        #expect(changed.overlaid == 0 && changed.watches[50].receivers == ["other"])
    }
}
