/// The hash FNV-1a of 64 bits, a step at a time, over bytes or over the hashes of words. Some of what it
/// makes is stored, so it never changes. Public, since only then other rooms have a step within their loops.
public enum FNV1a {
    @inlinable
    public static var start: UInt64 { 0xCBF2_9CE4_8422_2325 }

    @inlinable
    public static func step(_ hash: UInt64, _ next: UInt64) -> UInt64 {
        (hash ^ next) &* 0x0000_0100_0000_01B3
    }

    /// Of bytes.
    @inlinable
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(start) { step($0, UInt64($1)) }
    }
}
