import Glibc

/// A converter from UTF-8 by glibc's iconv, good for one text; nil when it knows no such name.
func iconvOpen(_ name: String) -> (([UInt8]) -> [UInt8])? {
    let machine = iconv_open(name, "UTF-8")
    guard machine != iconv_t(bitPattern: -1) else { return nil }
    return { bytes in
        var (input, out) = (bytes.map { CChar(bitPattern: $0) }, [CChar](repeating: 0, count: bytes.count * 4 + 8))
        let (from, room) = (input.count, out.count)
        var (left, free) = (from, room)
        input.withUnsafeMutableBufferPointer { source in
            out.withUnsafeMutableBufferPointer { target in
                var (a, b) = (source.baseAddress, target.baseAddress)
                _ = iconv(machine, &a, &left, &b, &free)
            }
        }
        iconv_close(machine)
        return out.prefix(room - free).map { UInt8(bitPattern: $0) }
    }
}
