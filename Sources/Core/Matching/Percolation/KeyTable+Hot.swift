import Text

// Every word of every article is looked up here, twice. The tables are raw memory because an array's checks
// and counts in a loop of two nanoseconds a word cost a tenth; every index is masked to the size that the
// memory was made with, or was made by the compiler of watches.

/// Which phrase a key belongs to: where its record lies, and which of its words the key is.
struct KeyEntry: Sendable {
    var record: UInt32
    var anchor: UInt32
}

/// An immutable table from a 64-bit key to phrases: open addressing, at most half full, behind a bitmap that
/// turns away most keys that are filed nowhere. A key of one phrase holds it right in its slot.
@safe final class KeyTable: Sendable {
    private struct Slot {
        var key: UInt64
        /// The entry's record, or the place of the first of several.
        var first: UInt32
        /// 0: empty; else how many in the low 24 bits, and of a single one the anchor above.
        var count: UInt32
    }

    nonisolated(unsafe) private let filter: UnsafeMutablePointer<UInt64>
    nonisolated(unsafe) private let slots: UnsafeMutablePointer<Slot>
    private let filterMask: UInt64
    private let mask: Int
    nonisolated(unsafe) private let entries: UnsafeMutablePointer<KeyEntry>
    private let count: Int

    /// Whether nothing is filed.
    var isEmpty: Bool { count == 0 }

    /// Bytes of memory.
    var size: Int {
        (Int(filterMask) + 1) / 8 + (mask + 1) * MemoryLayout<Slot>.stride + count
            * MemoryLayout<KeyEntry>.stride
    }

    init(_ filed: [(key: UInt64, entry: KeyEntry)]) {
        let sorted = filed.sorted { ($0.key, $0.entry.record) < ($1.key, $1.entry.record) }
        var keys = 0
        for index in sorted.indices where index == 0 || sorted[index].key != sorted[index - 1].key {
            keys += 1
        }
        var capacity = 16
        while capacity < keys * 2 { capacity *= 2 }
        var bits = 4096
        while bits < keys * 16 { bits *= 2 }
        (mask, filterMask) = (capacity - 1, UInt64(bits - 1))
        unsafe slots = .allocate(capacity: capacity)
        unsafe slots.initialize(repeating: Slot(key: 0, first: 0, count: 0), count: capacity)
        unsafe filter = .allocate(capacity: bits / 64)
        unsafe filter.initialize(repeating: 0, count: bits / 64)
        var several: [KeyEntry] = []
        var at = 0
        while at < sorted.count {
            let key = sorted[at].key
            let start = at
            while at < sorted.count, sorted[at].key == key { at += 1 }
            var slot = Int(truncatingIfNeeded: key) & mask
            while unsafe slots[slot].count > 0 { slot = (slot + 1) & mask }
            if at - start == 1 {
                unsafe slots[slot] = Slot(
                    key: key, first: sorted[start].entry.record, count: 1 | sorted[start].entry.anchor << 24)
            } else {
                unsafe slots[slot] = Slot(
                    key: key, first: UInt32(several.count), count: UInt32(min(at - start, 0xFF_FFFF)))
                several += sorted[start..<at].map(\.entry)
            }
            let bit = key >> 32 & filterMask
            unsafe filter[Int(bit >> 6)] |= 1 << (bit & 63)
        }
        count = sorted.count
        unsafe entries = .allocate(capacity: max(1, several.count))
        for (index, one) in several.enumerated() { unsafe (entries + index).initialize(to: one) }
    }

    deinit {
        unsafe filter.deallocate()
        unsafe slots.deallocate()
        unsafe entries.deallocate()
    }

    /// 1 when the key may be filed, 0 when it is not.
    @inline(__always)
    func may(_ key: UInt64) -> Int {
        let bit = key &>> 32 & filterMask
        return unsafe Int(truncatingIfNeeded: filter[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1)
    }

    /// Calls `take` with every phrase filed under a key.
    @inline(__always)
    func each(_ key: UInt64, _ take: (KeyEntry) -> Void) {
        var slot = Int(truncatingIfNeeded: key) & mask
        while true {
            let found = unsafe slots[slot]
            if found.count == 0 { return }
            if found.key == key {
                let several = found.count & 0xFF_FFFF
                if several == 1 { return take(KeyEntry(record: found.first, anchor: found.count &>> 24)) }
                for index in Int(found.first)..<Int(found.first) &+ Int(several) {
                    unsafe take(entries[index])
                }
                return
            }
            slot = (slot &+ 1) & mask
        }
    }
}

/// The key of two neighbouring words.
@inline(__always)
func pairKey(_ a: UInt64, _ b: UInt64) -> UInt64 {
    ((a ^ (b &>> 32 | b &<< 32)) &* 0x9E37_79B9_7F4A_7C15) ^ b
}
