import Text

// What is left of an article after the bitmaps. The lists are raw memory for the same reason as the tables:
// they are written in the innermost loop, and every write stays within the room made for a stretch of words.

/// A word or pair of words of an article that may be filed.
struct Survivor {
    var key: UInt64
    /// Its (first) word.
    var place: UInt32

    @inline(__always)
    init(key: UInt64, place: Int) { (self.key, self.place) = (key, UInt32(truncatingIfNeeded: place)) }
}

/// The lists that a search fills, stretch by stretch of an article: small enough for the nearest cache. Used
/// by one thread at a time.
@safe final class SurvivorLists: Sendable {
    /// Words looked at in one go.
    static let stretch = 1024
    /// Phrases to be compared that there is room for.
    static let mostEntries = 4096
    nonisolated(unsafe) let words: UnsafeMutablePointer<Survivor>
    nonisolated(unsafe) let pairs: UnsafeMutablePointer<Survivor>
    nonisolated(unsafe) let entries: UnsafeMutablePointer<Scratch.Entry>

    init() {
        unsafe words = .allocate(capacity: SurvivorLists.stretch)
        unsafe pairs = .allocate(capacity: SurvivorLists.stretch)
        unsafe entries = .allocate(capacity: SurvivorLists.mostEntries)
    }

    deinit {
        unsafe words.deallocate()
        unsafe pairs.deallocate()
        unsafe entries.deallocate()
    }
}
