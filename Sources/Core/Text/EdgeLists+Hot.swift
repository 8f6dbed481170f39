import CTextTables

// Where words begin and end, 64 bytes at a time: raw memory, for the loop that every byte of every article
// goes through.

/// What the processor can.
package enum Processor {
    /// It has the loops of CTextTables for 64 bytes, or eight words, at a time.
    package static let isWide = tocsin_is_wide() != 0
}

/// Where the runs of one window start and end: small enough for the nearest cache. Used by one thread at a
/// time.
@safe final class EdgeLists: Sendable {
    /// Bytes looked at in one go.
    static let window = 8192
    nonisolated(unsafe) let starts: UnsafeMutablePointer<UInt32>
    nonisolated(unsafe) let ends: UnsafeMutablePointer<UInt32>
    /// Memory for the words of a text; they are copied into a list of their own in the end.
    nonisolated(unsafe) private(set) var tokens: UnsafeMutablePointer<Token>
    nonisolated(unsafe) private var tokenRoom = EdgeLists.window / 2
    let letters = LetterRoom()

    init() {
        unsafe starts = .allocate(capacity: EdgeLists.window / 2 + 80)
        unsafe ends = .allocate(capacity: EdgeLists.window / 2 + 80)
        unsafe tokens = .allocate(capacity: EdgeLists.window / 2)
    }

    deinit {
        unsafe starts.deallocate()
        unsafe ends.deallocate()
        unsafe tokens.deallocate()
    }

    /// Whether it is worth keeping for the next text: the words of a huge one are given back.
    var isSmall: Bool { unsafe tokenRoom <= 1 << 16 }

    /// Makes room for so many words in all, of which the first `count` are there.
    @inline(__always)
    func makeRoom(forTokens needed: Int, of count: Int) {
        if unsafe needed > tokenRoom { grow(to: needed, count) }
    }

    @inline(never)
    private func grow(to needed: Int, _ count: Int) {
        unsafe tokenRoom = max(needed, tokenRoom * 2)
        let more: UnsafeMutablePointer<Token> = unsafe .allocate(capacity: tokenRoom)
        unsafe more.update(from: tokens, count: count)
        unsafe tokens.deallocate()
        unsafe tokens = more
    }

    /// Finds the edges of `from..<to`, behind the `open` starts that are there already; `carry` is whether
    /// the byte before was part of a run, `kill` what of the next block belongs to a sign.
    func find(
        _ base: UnsafePointer<UInt8>, _ from: Int, _ to: Int, _ open: Int, _ carry: inout UInt64,
        _ kill: inout UInt64, isWide: Bool
    ) -> (starts: Int, ends: Int) {
        if isWide {
            let found = unsafe tocsin_find_edges_wide(
                base, Int64(from), Int64(to), starts + open, ends, carry, kill, partingSigns.latin,
                partingSigns.general)
            (carry, kill) = (found.carry, found.kill)
            return (open &+ Int(found.starts), Int(found.ends))
        }
        var (s, e, at) = unsafe (starts + open, ends, from)
        while at < to {
            let masks = unsafe tocsin_masks64(base + at)
            var high = masks.high
            if high != 0 { high = unsafe withoutSigns(base + at, high, &kill) } else { kill = 0 }
            let left = UInt64(truncatingIfNeeded: to &- at)
            let inside: UInt64 = left < 64 ? (1 &<< left) &- 1 : ~0
            let runs = (masks.word | high) & inside
            let (shifted, before) = (runs &<< 1 | carry, Int(truncatingIfNeeded: carry))
            carry = left < 64 ? runs &>> (left &- 1) & 1 : runs &>> 63
            let started = (runs & ~shifted).nonzeroBitCount
            // As many runs end as begin, but for the one that runs into the block and the one that runs out.
            let ended = started &+ before &- Int(truncatingIfNeeded: carry)
            unsafe s = flatten(s, runs & ~shifted, started, at)
            unsafe e = flatten(e, ~runs & shifted & inside, ended, at)
            at &+= 64
        }
        return unsafe (s - starts, e - ends)
    }
}

/// Writes the places of a mask's bits, `base` added, four at a time and never fewer than twelve, as many as
/// the words that 64 bytes of news mostly hold: how many there are is no branch to guess. The lists have room
/// behind them.
@inline(__always)
private func flatten(_ out: UnsafeMutablePointer<UInt32>, _ bits: UInt64, _ count: Int, _ base: Int)
    -> UnsafeMutablePointer<UInt32>
{
    var left = bits
    let first = UInt32(truncatingIfNeeded: base)
    var index = 0
    repeat {
        for place in index..<index &+ 4 {
            unsafe out[place] = first &+ UInt32(truncatingIfNeeded: (left | 1 << 63).trailingZeroBitCount)
            left &= left &- 1
        }
        index &+= 4
    } while index < 12 || index < count
    return unsafe out + count
}

/// Takes out of a mask of bytes above ASCII those of the commonest signs that part words (curly quotation
/// marks, dashes, no-break spaces), so that runs beside them need no decoding. `kill` are bytes of such a
/// sign in the next block.
@inline(never)
private func withoutSigns(_ block: UnsafePointer<UInt8>, _ high: UInt64, _ kill: inout UInt64) -> UInt64 {
    var (out, left) = (high & ~kill, high)
    kill = 0
    while left != 0 {
        let at = left.trailingZeroBitCount
        left &= left &- 1
        let first = unsafe block[at]
        guard first == 0xE2 || first == 0xC2 else { continue }
        let second = unsafe block[at &+ 1]
        var length = 0
        if first == 0xC2 {
            if second & 0xC0 == 0x80, partsWords(0x80 | UInt32(second & 0x3F)) { length = 2 }
        } else if second == 0x80 {
            let third = unsafe block[at &+ 2]
            if third & 0xC0 == 0x80, partsWords(0x2000 | UInt32(third & 0x3F)) { length = 3 }
        }
        guard length > 0 else { continue }
        let bits: UInt64 = length == 3 ? 7 : 3
        out &= ~(bits &<< UInt64(truncatingIfNeeded: at))
        if at &+ length > 64 { kill |= bits &>> UInt64(truncatingIfNeeded: 64 &- at) }
    }
    return out
}

/// Which of U+0080 to U+00BF and of U+2000 to U+203F part words, a bit each.
private let partingSigns: (latin: UInt64, general: UInt64) = {
    var (latin, general): (UInt64, UInt64) = (0, 0)
    for place in 0..<64 as Range<UInt32> {
        if partsWords(0x80 | place) { latin |= 1 << UInt64(place) }
        if partsWords(0x2000 | place) { general |= 1 << UInt64(place) }
    }
    return (latin, general)
}()

@inline(__always)
private func partsWords(_ value: UInt32) -> Bool {
    let kind = FoldTable.scalarClass(value)
    return kind == .separator || kind == .apostrophe
}
