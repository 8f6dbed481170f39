// The text of every page goes through these loops, which look at eight bytes of raw memory at once, all of
// them within the bytes that they were given.

private let high: UInt64 = 0x8080_8080_8080_8080
private let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F

/// A high bit for each of eight bytes that is above a space.
@inline(__always)
private func shown(_ eight: UInt64) -> UInt64 { (((eight & low) &+ 0x5F5F_5F5F_5F5F_5F5F) | eight) & high }

/// How many of eight bytes have their high bit, of bytes that have no other.
@inline(__always)
private func count(_ bits: UInt64) -> Int {
    Int(truncatingIfNeeded: ((bits &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
}

/// How many bytes are left of some when each run of ASCII white space counts as one, and none at the ends.
package func shownBytes(_ bytes: borrowing Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes { raw in
        var (total, before, at) = (0, UInt64(0), 0)
        while at &+ 8 <= raw.count {
            let seen = shown(
                UInt64(littleEndian: unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
            // A space counts behind what is shown.
            total &+= count(seen | ((seen &<< 8 | before) & ~seen & high))
            before = seen &>> 56
            at &+= 8
        }
        while at < raw.count {
            let isShown = unsafe raw[at] > 0x20
            if isShown || before != 0 { total &+= 1 }
            before = isShown ? 0x80 : 0
            at &+= 1
        }
        return before == 0 && total > 0 ? total &- 1 : total
    }
}

/// Runs of ASCII white space as one space, none at the ends.
package func collapsed(_ text: [UInt8]) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: text.count) { out, made in
        unsafe text.withUnsafeBytes { raw in
            var (at, to, isBehindSpace) = (0, 0, true)
            while at < raw.count {
                if at &+ 8 <= raw.count {
                    let eight = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                    let spaces = ~shown(UInt64(littleEndian: eight)) & high
                    let isCalm = spaces & (spaces &<< 8) == 0 && !(isBehindSpace && spaces & 0x80 != 0)
                    if isCalm, spaces == 0 || areSpaces(UInt64(littleEndian: eight), spaces) {
                        unsafe UnsafeMutableRawPointer(out.baseAddress! + to).storeBytes(
                            of: eight, as: UInt64.self)
                        isBehindSpace = spaces &>> 63 != 0
                        at &+= 8
                        to &+= 8
                        continue
                    }
                }
                let byte = unsafe raw[at]
                if byte > 0x20 || !isBehindSpace {
                    unsafe out[to] = max(byte, 0x20)
                    to &+= 1
                }
                isBehindSpace = byte <= 0x20
                at &+= 1
            }
            made = isBehindSpace && to > 0 ? to &- 1 : to
        }
    }
}

/// Whether of eight bytes those that are marked are spaces, and no other white space.
@inline(__always)
private func areSpaces(_ eight: UInt64, _ marked: UInt64) -> Bool {
    let mask = (marked &>> 7) &* 0xFF
    return eight & mask == 0x2020_2020_2020_2020 & mask
}

/// How many bytes of UTF-8 go on with a scalar that began before them.
func continuingBytes(_ bytes: borrowing Span<UInt8>) -> Int {
    unsafe bytes.withUnsafeBytes { raw in
        var (total, at) = (0, 0)
        while at &+ 8 <= raw.count {
            let eight = unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            total &+= count(eight & ~(eight &<< 1) & high)
            at &+= 8
        }
        while at < raw.count {
            if unsafe raw[at] & 0xC0 == 0x80 { total &+= 1 }
            at &+= 1
        }
        return total
    }
}
