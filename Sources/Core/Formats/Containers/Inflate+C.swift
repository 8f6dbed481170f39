import CZlib

/// Why compressed bytes could not be read.
package enum InflateFlaw: Error {
    /// More would come out than the bound allows.
    case tooLarge
    /// The bytes are cut off or damaged; what came out before that is kept.
    case damaged([UInt8])
}

/// Bytes of gzip or zlib, of one member or several one after the other, by zlib. At most `most` bytes are
/// made, and no more than a hundredfold: that is no text.
func inflated(_ bytes: [UInt8], most: Int) throws(InflateFlaw) -> [UInt8] {
    let most = min(bytes.count * 100 + 1 << 20, most)
    var out: [UInt8] = []
    var done = 0
    while done < bytes.count {
        let (taken, isWhole) = try member(bytes, done, &out, most)
        done += taken
        guard isWhole, taken > 0 else { throw .damaged(out) }
        // Zeros behind the last member are padding.
        if bytes[done...].allSatisfy({ $0 == 0 }) { break }
    }
    return out
}

/// Bytes without a header, as a ZIP container holds them; bounded like `inflated`.
package func inflatedRaw(_ bytes: [UInt8], most: Int) throws(InflateFlaw) -> [UInt8] {
    var out: [UInt8] = []
    let (_, isWhole) = try member(bytes, 0, &out, min(bytes.count * 100 + 1 << 20, most), isRaw: true)
    guard isWhole else { throw .damaged(out) }
    return out
}

/// The first 4 KB of what gzip compressed; empty when it is none.
func inflatedBeginning(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = []
    // Running into the bound is the ordinary end here.
    do { _ = try member(Array(bytes.prefix(65_536)), 0, &out, 1 << 17) } catch {}
    return Array(out.prefix(4096))
}

/// One member; answers how many bytes it took, and whether it is whole.
private func member(
    _ bytes: [UInt8], _ start: Int, _ out: inout [UInt8], _ most: Int, isRaw: Bool = false
) throws(InflateFlaw) -> (taken: Int, isWhole: Bool) {
    var stream = unsafe z_stream()
    let isReady = unsafe isRaw ? tocsin_inflate_init_raw(&stream) : tocsin_inflate_init(&stream)
    guard isReady == Z_OK else { return (0, false) }
    defer { unsafe inflateEnd(&stream) }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var taken = 0
    while true {
        let (code, used, made) = unsafe bytes.withUnsafeBufferPointer { source in
            unsafe buffer.withUnsafeMutableBufferPointer { target in
                // zlib does not write there; its header only does not say so.
                unsafe stream.next_in = source.baseAddress.map {
                    unsafe UnsafeMutablePointer(mutating: $0 + start + taken)
                }
                unsafe stream.avail_in = UInt32(clamping: source.count - start - taken)
                let offered = unsafe stream.avail_in
                unsafe stream.next_out = target.baseAddress
                unsafe stream.avail_out = UInt32(target.count)
                let code = unsafe inflate(&stream, Z_NO_FLUSH)
                return unsafe (code, Int(offered - stream.avail_in), target.count - Int(stream.avail_out))
            }
        }
        taken += used
        guard out.count + made <= most else { throw .tooLarge }
        out += buffer[..<made]
        if code == Z_STREAM_END { return (taken, true) }
        guard code == Z_OK, used > 0 || made > 0 else { return (taken, false) }
    }
}
