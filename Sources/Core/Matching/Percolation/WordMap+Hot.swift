import Text

// A map of all words of an article is made whenever one watch asks whether a word stands anywhere in it, so
// making it is a loop over raw memory; every index is masked to the size that the memory was made with.

/// Where each word of one article stands, by its hash: filled only for articles in which something is to be
/// looked up. Its memory serves one article after the other.
@safe struct WordMap: ~Copyable, Sendable {
    /// By a part of the hash, the first place of a word with it plus one; 0: none.
    nonisolated(unsafe) private var firsts: UnsafeMutablePointer<UInt32>
    /// By place, the next place whose word has the same part of its hash plus one; 0: none.
    nonisolated(unsafe) private var after: UnsafeMutablePointer<UInt32>
    private var room = 2048
    private var mask = 0

    init() {
        unsafe firsts = .allocate(capacity: 2048)
        unsafe after = .allocate(capacity: 2048)
    }

    deinit {
        unsafe firsts.deallocate()
        unsafe after.deallocate()
    }

    /// Takes the words of an article; those of the one before are forgotten.
    mutating func fill(_ tokens: [Token]) {
        var size = 64
        while size < tokens.count * 2 { size *= 2 }
        if size > room {
            unsafe firsts.deallocate()
            unsafe after.deallocate()
            unsafe firsts = .allocate(capacity: size)
            unsafe after = .allocate(capacity: size)
            room = size
        }
        mask = size - 1
        unsafe firsts.initialize(repeating: 0, count: size)
        unsafe tokens.withUnsafeBufferPointer { tokens in
            guard let base = tokens.baseAddress else { return }
            var place = tokens.count
            while place > 0 {
                let slot = unsafe slot(of: base[place &- 1].hash)
                unsafe after[place &- 1] = firsts[slot]
                unsafe firsts[slot] = UInt32(truncatingIfNeeded: place)
                place &-= 1
            }
        }
    }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash &>> 32) & mask }

    /// The first place of a word; -1: none.
    func first(_ hash: UInt64, _ tokens: [Token]) -> Int {
        unsafe found(hash, tokens, Int(firsts[slot(of: hash)]) - 1)
    }

    /// The next place of a word behind a place of it; -1: none.
    func next(_ hash: UInt64, _ tokens: [Token], after place: Int) -> Int {
        unsafe found(hash, tokens, Int(after[place]) - 1)
    }

    private func found(_ hash: UInt64, _ tokens: [Token], _ from: Int) -> Int {
        var place = from
        while place >= 0, tokens[place].hash != hash { place = unsafe Int(after[place]) - 1 }
        return place
    }
}
