import Glibc

// Every byte of every source is looked at here a few times before it is read: by the C library, or in a loop
// over eight bytes of raw memory at once, all of them within the array.

/// Whether no byte is above ASCII.
package func isASCII(_ bytes: [UInt8]) -> Bool {
    unsafe bytes.withUnsafeBytes { raw in
        var (bits, at): (UInt64, Int) = (0, 0)
        while at &+ 8 <= raw.count {
            unsafe bits |= raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
            at &+= 8
        }
        while at < raw.count {
            unsafe bits |= UInt64(raw[at])
            at &+= 1
        }
        return bits & 0x8080_8080_8080_8080 == 0
    }
}

/// Whether a byte stands anywhere.
package func holds(_ bytes: [UInt8], _ wanted: UInt8) -> Bool {
    unsafe bytes.withUnsafeBytes { raw in
        unsafe raw.baseAddress.map { unsafe memchr($0, Int32(wanted), raw.count) != nil } ?? false
    }
}
