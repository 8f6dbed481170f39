import Glibc

// Every byte of every source is looked at here a few times before it is read: by the C library, or in a loop
// over eight bytes of raw memory at once, all of them within the array.

/// Whether no byte is above ASCII.
package func isASCII(_ bytes: [UInt8]) -> Bool { endOfASCII(bytes, from: 0) == bytes.count }

/// Where the first byte above ASCII stands, from a place on; the end when none does.
package func endOfASCII(_ bytes: [UInt8], from start: Int) -> Int { endOfASCII(bytes.span, from: start) }

/// The same of any bytes that lie side by side.
package func endOfASCII(_ bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { raw in
        var at = start
        while at &+ 32 <= raw.count {
            let (a, b) = unsafe (
                raw.loadUnaligned(fromByteOffset: at, as: SIMD2<UInt64>.self),
                raw.loadUnaligned(fromByteOffset: at &+ 16, as: SIMD2<UInt64>.self)
            )
            let both = a | b
            if (both[0] | both[1]) & 0x8080_8080_8080_8080 != 0 { break }
            at &+= 32
        }
        while at < raw.count, unsafe raw[at] < 0x80 { at &+= 1 }
        return at
    }
}

/// A hash of bytes by which what was seen is known again within one run; not one to be stored.
package func quickHash(_ bytes: borrowing Span<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { raw in
        var (hash, at) = (UInt64(truncatingIfNeeded: raw.count), 0)
        while at &+ 8 <= raw.count {
            hash = mix(hash, unsafe raw.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at &+= 8
        }
        var rest: UInt64 = 0
        while at < raw.count {
            rest = rest &<< 8 | UInt64(unsafe raw[at])
            at &+= 1
        }
        return mix(hash, rest)
    }
}

/// The lines that hold more than white space and controls.
package func filledLines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var (out, at): ([ArraySlice<UInt8>], Int) = ([], 0)
    while at < bytes.count {
        let end = place(of: 10, in: bytes.span, from: at)
        let line = bytes[at..<end]
        if line.contains(where: { $0 > 32 }) { out.append(line) }
        at = end + 1
    }
    return out
}

/// Where some bytes, one at least, stand next, from a place on; the end when they do not.
package func place(
    of wanted: borrowing Span<UInt8>, in bytes: borrowing Span<UInt8>, from start: Int
) -> Int {
    var at = start
    while at + wanted.count <= bytes.count {
        at = place(of: wanted[0], in: bytes, from: at)
        guard at + wanted.count <= bytes.count else { break }
        var index = 1
        while index < wanted.count, bytes[at + index] == wanted[index] { index += 1 }
        if index == wanted.count { return at }
        at += 1
    }
    return bytes.count
}

/// Where a byte stands next, from a place on; the end when it does not.
package func place(of wanted: UInt8, in bytes: borrowing Span<UInt8>, from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { raw in
        guard let base = raw.baseAddress, start < raw.count,
            let found = unsafe memchr(base + start, Int32(wanted), raw.count - start)
        else { return raw.count }
        return unsafe UnsafeRawPointer(found) - base
    }
}
