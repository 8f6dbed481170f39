// Pages are asked for a dozen attributes of each element: this loop reads a name as raw bytes where the
// program keeps it, all of them within its count, and makes no text of it.

/// The name of an attribute that is asked for, in whatever case. Public, as ``Tags`` are.
public struct AttributeName: ExpressibleByStringLiteral, Sendable {
    @usableFromInline let text: StaticString
    @usableFromInline let bit: UInt16

    @inlinable
    public init(stringLiteral text: StaticString) {
        self.text = text
        bit = unsafe AttributeName.bit(
            text.utf8CodeUnitCount, text.utf8Start[0], text.utf8Start[text.utf8CodeUnitCount - 1])
    }

    /// One of sixteen bits for a name, of its length and its first and last byte: most questions for an
    /// attribute that an element does not have end with it.
    @inlinable
    static func bit(_ length: Int, _ first: UInt8, _ last: UInt8) -> UInt16 {
        1 << UInt16((length &* 2 &+ (Int(first | 0x20) &+ Int(last | 0x20)) &* 5) & 15)
    }

    /// Whether it stands in a source there, and is as long.
    func stands(at start: Int, _ end: Int, in source: borrowing Span<UInt8>) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end &- start == count else { return false }
        for index in 0..<count
        where unsafe asciiLower(source[start &+ index]) != asciiLower(text.utf8Start[index]) { return false }
        return true
    }
}
