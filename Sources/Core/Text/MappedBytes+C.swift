/// Bytes that never change and outlive the process's use of them: a file mapped into memory. Reads beyond the
/// end answer zero.
@safe package struct MappedBytes: Sendable {
    private nonisolated(unsafe) let base: UnsafeRawPointer
    package let count: Int

    /// The mapping must stay for as long as the process lives.
    package init(base: UnsafeRawPointer, count: Int) { unsafe (self.base, self.count) = (base, count) }

    /// A copy of an array that is never freed; for tests.
    package init(_ bytes: [UInt8]) {
        let memory = UnsafeMutableRawPointer.allocate(byteCount: max(1, bytes.count), alignment: 16)
        unsafe memory.copyMemory(from: bytes, byteCount: bytes.count)
        unsafe self.init(base: UnsafeRawPointer(memory), count: bytes.count)
    }

    @inline(__always)
    package func byte(_ at: Int) -> UInt8 {
        at >= 0 && at < count ? unsafe base.load(fromByteOffset: at, as: UInt8.self) : 0
    }

    @inline(__always)
    package func number32(_ at: Int) -> UInt32 {
        at >= 0 && at + 4 <= count
            ? UInt32(littleEndian: unsafe base.loadUnaligned(fromByteOffset: at, as: UInt32.self)) : 0
    }

    @inline(__always)
    package func number64(_ at: Int) -> UInt64 {
        at >= 0 && at + 8 <= count
            ? UInt64(littleEndian: unsafe base.loadUnaligned(fromByteOffset: at, as: UInt64.self)) : 0
    }
}
