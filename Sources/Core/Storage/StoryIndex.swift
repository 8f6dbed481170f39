/// Which members of stories have which keys, in memory: an article is looked up by its twenty keys in a few
/// microseconds, however many there are. What it is made from lies in `story_keys`; it is read back when it
/// is first asked.
///
/// A row of generations, each a hash table of four bytes a posting that never grows: when the newest is full,
/// a further one begins, and the eldest goes as a whole when nobody asks for its members any more. So nothing
/// is moved while articles come. A million members take about 110 MB, ten thousand 2.
package struct StoryIndex {
    /// Members kept; those before are not compared any more.
    package static let maximumMembers: Int64 = 1_000_000
    /// Members kept of one key in one generation, and about as many are visited over all.
    package static let postings = 24

    /// Whether it holds what the store holds.
    private(set) var isLoaded = false
    /// Whether something was added since `begin`.
    private var isTouched = false
    /// The eldest first.
    private var generations: [StoryGeneration] = []

    package init() {}

    /// Bytes that it takes.
    package var bytes: Int { generations.reduce(0) { $0 + $1.bytes } }

    // Transactions.

    mutating func begin() { isTouched = false }

    /// After a transaction that failed: what it added is not in the store, so all is read anew.
    mutating func rollBack() {
        if isTouched { self = StoryIndex() }
    }

    /// What was inserted so far, in the order of the numbers, is what the store holds.
    mutating func finishLoading() { (isLoaded, isTouched) = (true, false) }

    // Members.

    /// Members with smaller numbers are no longer asked for.
    package mutating func forget(before number: Int64) {
        isTouched = true
        generations.removeAll { $0.last < number }
    }

    /// Adds a member, whose number is greater than those before.
    package mutating func insert(_ keys: [UInt64], _ member: Int64) {
        isTouched = true
        if generations.last?.hasRoom(for: member, keys.count) != true {
            forget(before: member - StoryIndex.maximumMembers)
            let members = generations.reduce(0) { $0 + $1.members }
            generations.append(StoryGeneration(first: member, members: members))
        }
        generations[generations.count - 1].insert(keys, member)
    }

    /// Appends the newest members that have a key, in no order; rarely one that has another.
    package func find(_ key: UInt64, into out: inout [Int64]) {
        let enough = out.count + StoryIndex.postings
        for generation in generations.reversed() where out.count < enough { generation.find(key, into: &out) }
    }
}

/// One table of an index, with linear probing. A place holds sixteen bits of a key, never 0, and the member's
/// number counted from the first.
private struct StoryGeneration {
    private(set) var last: Int64
    private(set) var members = 0
    private let first: Int64
    private var places: [UInt32]
    private var used = 0

    var bytes: Int { places.count * 4 }

    /// As much room as there are members before, within bounds.
    init(first: Int64, members: Int) {
        (self.first, last) = (first, first)
        let room = min(max(members, 1 << 10), 1 << 16)
        places = Array(repeating: 0, count: room * 27)
    }

    func hasRoom(for member: Int64, _ keys: Int) -> Bool {
        member - first < 1 << 16 && (used + keys) * 4 <= places.count * 3
    }

    mutating func insert(_ keys: [UInt64], _ member: Int64) {
        (last, members) = (member, members + 1)
        for key in keys { insert(key, UInt32(truncatingIfNeeded: member - first)) }
    }

    private mutating func insert(_ key: UInt64, _ member: UInt32) {
        var (at, tag) = start(key)
        var (same, eldest) = (0, at)
        while places[at] != 0 {
            if places[at] & 0xFFFF_0000 == tag {
                if same == 0 || places[at] < places[eldest] { eldest = at }
                same += 1
            }
            at = at + 1 == places.count ? 0 : at + 1
        }
        if same < StoryIndex.postings { used += 1 } else { at = eldest }
        tag |= member
        places[at] = tag
    }

    func find(_ key: UInt64, into out: inout [Int64]) {
        var (at, tag) = start(key)
        while case let place = places[at], place != 0 {
            if place & 0xFFFF_0000 == tag { out.append(first + Int64(place & 0xFFFF)) }
            at = at + 1 == places.count ? 0 : at + 1
        }
    }

    /// Where the look for a key begins, and what its places have in their upper half. Keys are hashes, but
    /// some the least of many, whose first bits are alike.
    private func start(_ key: UInt64) -> (at: Int, tag: UInt32) {
        let mixed = key &* 0x9E37_79B9_7F4A_7C15
        let at = mixed.multipliedFullWidth(by: UInt64(places.count)).high
        return (Int(at), max(UInt32(truncatingIfNeeded: mixed >> 4) & 0xFFFF_0000, 1 << 16))
    }
}
