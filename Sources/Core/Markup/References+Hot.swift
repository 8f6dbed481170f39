import Text

// Feeds hold their articles as HTML whose every tag begins and ends with a reference: this loop finds them
// with the C library's search, compares eight bytes of raw memory at once and never reads beyond the run.

/// Adds a run of markup from a place on up to the next reference that is not one of XML's five, which are
/// read; answers the place of that reference, or the end of the run.
func appendPlain(_ run: ArraySlice<UInt8>, from start: Int, to out: inout [UInt8]) -> Int {
    unsafe run.withUnsafeBufferPointer { bytes in
        guard let base = bytes.baseAddress else { return run.endIndex }
        var at = start &- run.startIndex
        while true {
            let found = unsafe place(of: UInt8(ascii: "&"), in: bytes.span, from: at)
            unsafe out.append(contentsOf: UnsafeBufferPointer(start: base + at, count: found &- at))
            at = found
            guard at &+ 8 <= bytes.count else { return run.startIndex &+ at }
            let eight = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
            guard let (sign, length) = reference(UInt64(littleEndian: eight)) else {
                return run.startIndex &+ at
            }
            out.append(sign)
            at &+= length
        }
    }
}

/// The sign that eight bytes begin with the reference of, and its length; nil when it is none of XML's five.
@inline(__always)
private func reference(_ eight: UInt64) -> (sign: UInt8, length: Int)? {
    switch eight & 0xFFFF_FFFF {
    case 0x3B74_6C26: return (0x3C, 4)  // &lt;
    case 0x3B74_6726: return (0x3E, 4)  // &gt;
    default: break
    }
    if eight & 0xFF_FFFF_FFFF == 0x3B_706D_6126 { return (0x26, 5) }  // &amp;
    switch eight & 0xFFFF_FFFF_FFFF {
    case 0x3B74_6F75_7126: return (0x22, 6)  // &quot;
    case 0x3B73_6F70_6126: return (0x27, 6)  // &apos;
    default: return nil
    }
}
