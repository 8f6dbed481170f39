/// One scalar of UTF-8: its value and how many bytes it takes. Bytes that are not UTF-8 count as U+FFFD, one
/// each.
@inline(__always)
package func scalar(in bytes: borrowing Span<UInt8>, at index: Int) -> (value: UInt32, width: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let need = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0
    guard need > 0, first < 0xF5, index + need < bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x3F >> UInt32(need))
    for offset in 1...need {
        let next = bytes[index + offset]
        guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
        value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, need + 1)
}

/// Appends a scalar as UTF-8; what is not a scalar becomes U+FFFD.
package func appendUTF8(_ value: UInt32, to out: inout [UInt8]) {
    let valid = Unicode.Scalar(value) ?? "\u{FFFD}"
    out.append(contentsOf: UTF8.encode(valid)!)
}

/// Turns byte offsets of a UTF-8 text into Unicode scalar offsets, for the edge of the house. Pure ASCII
/// costs nothing; else a count is kept every 64 bytes.
package struct ScalarMap {
    private let bytes: [UInt8]
    private let counts: [Int]?

    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        guard !isASCII(bytes) else { counts = nil; return }
        var counts: [Int] = []
        counts.reserveCapacity(bytes.count / 64 + 1)
        let span = bytes.span
        var count = 0
        for start in stride(from: 0, to: span.count, by: 64) {
            counts.append(count)
            let block = span.extracting(start..<min(start + 64, span.count))
            count += block.count - continuingBytes(block)
        }
        self.counts = counts
    }

    /// How many scalars stand before this byte offset.
    package func scalars(before offset: Int) -> Int {
        guard let counts, offset > 0 else { return offset }
        let block = min(offset >> 6, counts.count - 1)
        let rest = bytes.span.extracting((block << 6)..<offset)
        return counts[block] + rest.count - continuingBytes(rest)
    }
}

/// Whether the bytes are UTF-8 without a single flaw.
package func isValidUTF8(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var index = endOfASCII(bytes, from: 0)
    while index < span.count {
        let (value, width) = scalar(in: span, at: index)
        if value == 0xFFFD, width == 1 { return false }
        if width == 3, value < 0x800 || (0xD800...0xDFFF).contains(value) { return false }
        if width == 4, value < 0x10000 || value > 0x10FFFF { return false }
        index += width
        if width == 1 { index = endOfASCII(bytes, from: index) }
    }
    return true
}

extension String {
    /// `lowercased()`, which costs nothing where there is nothing to change.
    package var inLowerCase: String {
        let isLower = utf8.allSatisfy { $0 < 0x80 && !($0 >= 0x41 && $0 <= 0x5A) }
        return isLower ? self : lowercased()
    }

    /// Whether the bytes of another text stand in this one: for signs and words of ASCII, where nothing of
    /// Unicode matters.
    package func holds(_ part: String) -> Bool { place(of: part, from: 0) != nil }

    /// Where the bytes of another text stand first.
    package func firstPlace(of part: String) -> Range<Index>? {
        guard let at = place(of: part, from: 0) else { return nil }
        let start = utf8.index(utf8.startIndex, offsetBy: at)
        return start..<utf8.index(start, offsetBy: part.utf8.count)
    }

    /// The parts between the places where `mark`, which is not empty, stands.
    package func parts(between mark: String) -> [String] {
        var parts: [String] = []
        var (start, offset) = (utf8.startIndex, 0)
        while let at = place(of: mark, from: offset) {
            let end = utf8.index(start, offsetBy: at - offset)
            parts.append(String(self[start..<end]))
            (start, offset) = (utf8.index(end, offsetBy: mark.utf8.count), at + mark.utf8.count)
        }
        return parts + [String(self[start...])]
    }

    /// The offset of the first byte of `part` at or behind an offset.
    private func place(of part: String, from offset: Int) -> Int? {
        guard !part.isEmpty else { return offset }
        let found = Text.place(of: part.utf8.span, in: utf8.span, from: offset)
        return found < utf8.count ? found : nil
    }
}

extension Substring {
    /// Without white space at both ends.
    package var trimmed: String { String(self).trimmed }

    /// Runs of white space and control characters as one space, none at the ends.
    package var oneLine: String { String(self).oneLine }
}

extension String {
    /// Without white space at both ends.
    package var trimmed: String {
        guard let first = utf8.first, let last = utf8.last else { return self }
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return self }
        let view = unicodeScalars
        var (start, end) = (view.startIndex, view.endIndex)
        while start < end, isWhiteSpace(view[start]) { start = view.index(after: start) }
        while start < end, case let last = view.index(before: end), isWhiteSpace(view[last]) { end = last }
        return String(self[start..<end])
    }

    private func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x80
            ? scalar.value == 0x20 || scalar.value >= 9 && scalar.value <= 13 : scalar.properties.isWhitespace
    }

    /// Runs of white space and control characters as one space, none at the ends: one line, fit for a log or
    /// a headline.
    package var oneLine: String {
        if isOneLine { return self }
        var out: [UInt8] = []
        out.reserveCapacity(utf8.count)
        var gap = false
        for s in unicodeScalars {
            let isGap =
                s.value < 0x80
                ? s.value <= 0x20 || s.value == 0x7F : s.value <= 0x9F || s.properties.isWhitespace
            if isGap {
                gap = true
                continue
            }
            if gap, !out.isEmpty { out.append(0x20) }
            gap = false
            if s.value < 0x80 { out.append(UInt8(s.value)) } else { out += UTF8.encode(s)! }
        }
        return String(decoding: out, as: UTF8.self)
    }
}

extension String {
    /// Of printed ASCII, with single spaces within.
    fileprivate var isOneLine: Bool {
        var last: UInt8 = 0x20
        for byte in utf8 {
            guard byte > 0x20 || last > 0x20, byte >= 0x20, byte < 0x7F else { return false }
            last = byte
        }
        return last > 0x20
    }
}

/// A number with its noun: `1 hit`, `3 hits`; `many` where the plural is not made with an s.
package func counted(_ count: some BinaryInteger, _ one: String, _ many: String? = nil) -> String {
    "\(count) \(count == 1 ? one : many ?? one + "s")"
}
