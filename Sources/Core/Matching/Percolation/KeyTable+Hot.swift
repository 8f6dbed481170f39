import CTextTables
import Text

// Every word of every article is looked up here, twice. The tables are raw memory because an array's checks
// and counts in a loop of two nanoseconds a word cost a tenth; every index is masked to the size that the
// memory was made with, or was made by the compiler of watches.

/// Memory of a table, zeroed.
func tableMemory(_ bytes: Int) -> UnsafeMutableRawPointer {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    return unsafe memory
}

/// A bitmap that turns away most keys that were not put into it: two bits a key, both in one word of memory.
/// Immutable.
@safe final class KeyFilter: Sendable {
    nonisolated(unsafe) let bits: UnsafeMutablePointer<UInt64>
    let mask: UInt64

    /// Bytes of memory.
    var size: Int { (Int(mask) + 1) * 8 }

    /// Takes keys, of which about `expecting` are different.
    init(_ keys: some Sequence<UInt64>, expecting: Int) {
        var count = 4096
        while count < expecting * 16 { count *= 2 }
        mask = UInt64(count / 64 - 1)
        unsafe bits = tableMemory(count / 8).bindMemory(to: UInt64.self, capacity: count / 64)
        for key in keys {
            unsafe bits[Int(key >> 32 & mask)] |= KeyFilter.bits(key)
        }
    }

    deinit { unsafe bits.deallocate() }

    /// 1 when the key may be among them, 0 when it is not.
    @inline(__always)
    func may(_ key: UInt64) -> UInt64 {
        let word = unsafe bits[Int(truncatingIfNeeded: key &>> 32 & mask)]
        return word &>> (key &>> 52) & word &>> (key &>> 58) & 1
    }

    @inline(__always)
    private static func bits(_ key: UInt64) -> UInt64 { 1 &<< (key &>> 52) | 1 &<< (key &>> 58) }
}

/// An immutable table from a 64-bit key to records of phrases: open addressing, at most half full, behind a
/// bitmap that turns away most keys that are filed nowhere. A slot keeps half of its key, so that eight fit
/// into one line of memory: what is found is a candidate, which its letters must confirm.
@safe package final class KeyTable: Sendable {
    private struct Slot {
        var tag: UInt32
        /// 0: empty; the place of a record, or `several` plus a place in the list of places.
        var value: UInt32
    }

    private static let several: UInt32 = 1 << 31

    let filter: KeyFilter
    nonisolated(unsafe) private let slots: UnsafeMutablePointer<Slot>
    private let mask: Int
    /// Of keys of several records: how many, then their places.
    nonisolated(unsafe) private let lists: UnsafeMutablePointer<UInt32>
    /// Two keys that meet have the same tag: then a look goes on behind the first that it finds.
    private let hasTwins: Bool

    /// Whether nothing is filed.
    let isEmpty: Bool
    /// Bytes of memory.
    let size: Int

    package init(_ filed: [(key: UInt64, record: UInt32)]) {
        let sorted = filed.sorted { ($0.key, $0.record) < ($1.key, $1.record) }
        var keys = 0
        for index in sorted.indices where index == 0 || sorted[index].key != sorted[index - 1].key {
            keys += 1
        }
        var capacity = 16
        while capacity < keys * 2 { capacity *= 2 }
        (mask, isEmpty) = (capacity - 1, filed.isEmpty)
        filter = KeyFilter(filed.lazy.map(\.key), expecting: keys)
        unsafe slots = tableMemory(capacity * MemoryLayout<Slot>.stride)
            .bindMemory(to: Slot.self, capacity: capacity)
        var several: [UInt32] = []
        var (at, twins) = (0, false)
        while at < sorted.count {
            let key = sorted[at].key
            let start = at
            while at < sorted.count, sorted[at].key == key { at += 1 }
            var slot = Int(truncatingIfNeeded: key) & mask
            let tag = UInt32(truncatingIfNeeded: key >> 32)
            while unsafe slots[slot].value > 0 {
                twins = unsafe twins || slots[slot].tag == tag
                slot = (slot + 1) & mask
            }
            if at - start == 1 {
                unsafe slots[slot] = Slot(tag: tag, value: sorted[start].record)
            } else {
                unsafe slots[slot] = Slot(tag: tag, value: KeyTable.several | UInt32(several.count))
                several.append(UInt32(at - start))
                several += sorted[start..<at].map(\.record)
            }
        }
        hasTwins = twins
        unsafe lists = .allocate(capacity: max(1, several.count))
        for (index, one) in several.enumerated() { unsafe (lists + index).initialize(to: one) }
        size = filter.size + capacity * MemoryLayout<Slot>.stride + several.count * 4
    }

    deinit {
        unsafe slots.deallocate()
        unsafe lists.deallocate()
    }

    /// 1 when the key may be filed, 0 when it is not.
    @inline(__always)
    func may(_ key: UInt64) -> UInt64 { filter.may(key) }

    /// Asks for the memory that `each` will read.
    @inline(__always)
    func prefetch(_ key: UInt64) { unsafe tocsin_prefetch(slots + (Int(truncatingIfNeeded: key) & mask)) }

    /// Calls `take` with the place of every record that may be filed under a key.
    @inline(__always)
    package func each(_ key: UInt64, _ take: (UInt32) -> Void) {
        var slot = Int(truncatingIfNeeded: key) & mask
        let tag = UInt32(truncatingIfNeeded: key &>> 32)
        while true {
            let found = unsafe slots[slot]
            if found.value == 0 { return }
            if found.tag == tag {
                if found.value & KeyTable.several == 0 {
                    take(found.value)
                } else {
                    let start = Int(found.value & ~KeyTable.several)
                    for index in unsafe start &+ 1...start &+ Int(lists[start]) { unsafe take(lists[index]) }
                }
                if !hasTwins { return }
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
