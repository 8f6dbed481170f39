import Text

/// Where each word of one article stands, by its hash: filled only for articles in which something is to be
/// looked up. Its memory serves one article after the other.
struct WordMap: Sendable {
    private var slots: [Int32] = []
    /// By place, the next place with the same hash; -1: none.
    private var after: [Int32] = []
    private var mask = 0

    /// Takes the words of an article; those of the one before are forgotten.
    mutating func fill(_ tokens: [Token]) {
        var size = 64
        while size < tokens.count * 2 { size *= 2 }
        if slots.count < size { slots = [Int32](repeating: -1, count: size) }
        if after.count < tokens.count { after = [Int32](repeating: -1, count: size) }
        mask = size - 1
        for slot in 0..<size { slots[slot] = -1 }
        for place in tokens.indices.reversed() {
            let slot = find(tokens[place].hash, tokens)
            after[place] = slots[slot]
            slots[slot] = Int32(truncatingIfNeeded: place)
        }
    }

    @inline(__always)
    private func find(_ hash: UInt64, _ tokens: [Token]) -> Int {
        var slot = Int(truncatingIfNeeded: hash &>> 20) & mask
        while slots[slot] >= 0, tokens[Int(slots[slot])].hash != hash { slot = (slot &+ 1) & mask }
        return slot
    }

    /// The first place of a word; -1: none.
    func first(_ hash: UInt64, _ tokens: [Token]) -> Int32 { slots[find(hash, tokens)] }

    /// The next place of the word at a place; -1: none.
    func next(_ place: Int32) -> Int32 { after[Int(place)] }
}
