import CZstd

extension ZstdFormat {
    /// Bytes of one zstd frame or several, by libzstd. At most `most` bytes are made, and no more than a
    /// hundredfold; a frame that wants a window of more than 128 MB is refused by the library.
    static func decompressed(_ bytes: [UInt8], most: Int, stopAfter enough: Int = .max) throws(InflateFlaw)
        -> [UInt8]
    {
        let most = min(bytes.count * 100 + 1 << 20, most)
        var out: [UInt8] = []
        guard let stream = unsafe ZSTD_createDStream() else { throw .damaged([]) }
        defer { unsafe ZSTD_freeDStream(stream) }
        var buffer = [UInt8](repeating: 0, count: 131_072)
        var taken = 0
        while true {
            let (left, used, made) = unsafe bytes.withUnsafeBufferPointer { source in
                unsafe buffer.withUnsafeMutableBufferPointer { target in
                    var input = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: taken)
                    var output = unsafe ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
                    let left = unsafe ZSTD_decompressStream(stream, &output, &input)
                    return unsafe (left, input.pos - taken, output.pos)
                }
            }
            guard ZSTD_isError(left) == 0 else { throw .damaged(out) }
            taken += used
            guard out.count + made <= most else { throw .tooLarge }
            out += buffer[..<made]
            if out.count >= enough || left == 0 && taken == bytes.count { return out }
            guard used > 0 || made > 0 else { throw .damaged(out) }
        }
    }

    /// The first 4 KB of what is compressed; empty when it is none.
    static func beginning(_ bytes: [UInt8]) -> [UInt8] {
        do throws(InflateFlaw) {
            return Array(
                try decompressed(Array(bytes.prefix(65_536)), most: 1 << 20, stopAfter: 4096).prefix(4096))
        } catch {
            if case .damaged(let part) = error { return Array(part.prefix(4096)) }
            return []
        }
    }
}
