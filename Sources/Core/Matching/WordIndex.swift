/// A fixed table from word hash to the phrases filed under it: open addressing, at most half full, behind a bitmap that
/// turns away most words that are filed nowhere.
struct WordIndex: Sendable {
    struct Entry: Sendable {
        var pattern: Int32
        /// Which word of the phrase it is filed under.
        var offset: Int32
    }

    private var filter: [UInt64] = [0]
    private var keys: [UInt64] = [0]
    /// Bounds in `list`; parallel to the keys.
    private var bounds: [(start: Int32, end: Int32)] = [(0, 0)]
    private var list: [Entry] = []
    private var mask = 0
    private var filterMask: UInt64 = 63

    init() {}

    init(_ filed: [(hash: UInt64, entry: Entry)]) {
        var size = 16
        while size < filed.count * 2 { size *= 2 }
        mask = size - 1
        keys = [UInt64](repeating: 0, count: size)
        bounds = [(start: Int32, end: Int32)](repeating: (0, 0), count: size)
        filter = [UInt64](repeating: 0, count: max(1, size * 8 / 64))
        filterMask = UInt64(filter.count * 64 - 1)
        let sorted = filed.sorted { $0.hash < $1.hash }
        var at = 0
        while at < sorted.count {
            let hash = sorted[at].hash
            let start = list.count
            while at < sorted.count, sorted[at].hash == hash { list.append(sorted[at].entry); at += 1 }
            insert(hash, (Int32(start), Int32(list.count)))
        }
    }

    private mutating func insert(_ hash: UInt64, _ place: (start: Int32, end: Int32)) {
        let bit = hash >> 7 & filterMask
        filter[Int(bit >> 6)] |= 1 << (bit & 63)
        var slot = Int(truncatingIfNeeded: hash) & mask
        while bounds[slot].end > 0 { slot = (slot + 1) & mask }
        keys[slot] = hash
        bounds[slot] = place
    }

    /// The phrases filed under a word.
    @inline(__always)
    func entries(_ hash: UInt64) -> ArraySlice<Entry> {
        let bit = hash >> 7 & filterMask
        guard filter[Int(bit >> 6)] >> (bit & 63) & 1 == 1 else { return [] }
        var slot = Int(truncatingIfNeeded: hash) & mask
        while bounds[slot].end > 0 {
            if keys[slot] == hash { return list[Int(bounds[slot].start)..<Int(bounds[slot].end)] }
            slot = (slot + 1) & mask
        }
        return []
    }
}
