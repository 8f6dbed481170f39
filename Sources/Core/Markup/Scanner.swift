import Text

/// Cuts markup into tags and text in one pass, linear in the bytes, on any bytes at all. Keeps no state but
/// its place.
struct MarkupScanner {
    enum Piece {
        case text(Int, Int, literal: Bool)
        /// Name bounds; the attributes are in `attributes`, from `firstOfTag` on.
        case start(Int, Int, isEmpty: Bool)
        case end(Int, Int)
        case done
    }

    let isXML: Bool
    var at = 0
    /// Of all tags so far.
    private(set) var attributes: [MarkupTree.Attribute] = []
    /// Where those of the last start tag begin, and their bits.
    private(set) var firstOfTag = 0
    private(set) var attributeBits: UInt16 = 0
    /// Attributes kept of one tag; more are passed over.
    static let maximumAttributes = 64

    init(isXML: Bool) { self.isXML = isXML }

    mutating func next(_ s: borrowing Span<UInt8>) -> Piece {
        while at < s.count {
            guard s[at] == 0x3C, at + 1 < s.count, opensTag(s[at + 1]) else { return text(s) }
            switch s[at + 1] {
            case 0x21:
                if let literal = declaration(s) { return literal }
            case 0x3F: skip(past: isXML ? "?>" : ">", s, from: at + 2)
            case 0x2F: if let piece = endTag(s) { return piece }
            default: return startTag(s)
            }
        }
        return .done
    }

    /// The raw content of an element like `script` up to its end tag `name`, which stays.
    mutating func raw(_ s: borrowing Span<UInt8>, until name: String) -> Piece {
        let start = at
        let wanted = Array(name.utf8)
        at = place(of: 0x3C, in: s, from: at)
        while at < s.count {
            if at + 1 + wanted.count < s.count, s[at + 1] == 0x2F,
                wanted.indices.allSatisfy({ asciiLower(s[at + 2 + $0]) == wanted[$0] })
            {
                break
            }
            at = place(of: 0x3C, in: s, from: at + 1)
        }
        return .text(start, at, literal: name != "title" && name != "textarea")
    }

    private func opensTag(_ byte: UInt8) -> Bool {
        byte == 0x21 || byte == 0x2F || byte == 0x3F || isNameStart(byte)
    }

    private func isNameStart(_ byte: UInt8) -> Bool {
        byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || isXML && (byte >= 0x80 || byte == 0x5F)
    }

    private mutating func text(_ s: borrowing Span<UInt8>) -> Piece {
        let start = at
        repeat {
            at = place(of: 0x3C, in: s, from: at + 1)
        } while at < s.count && (at + 1 >= s.count || !opensTag(s[at + 1]))
        return .text(start, at, literal: false)
    }

    /// A comment, a doctype (with its inner part, unread) or a CDATA section, which is text.
    private mutating func declaration(_ s: borrowing Span<UInt8>) -> Piece? {
        if starts(s, at + 2, with: "--") {
            if starts(s, at + 4, with: ">") { at += 5 } else { skip(past: "-->", s, from: at + 4) }
            return nil
        }
        if starts(s, at + 2, with: "[CDATA[") {
            let start = at + 9
            skip(past: "]]>", s, from: start)
            let isEnded = at >= start + 3 && starts(s, at - 3, with: "]]>")
            return .text(min(start, s.count), isEnded ? at - 3 : at, literal: true)
        }
        var index = at + 2
        var depth = 0
        while index < s.count, s[index] != 0x3E || depth > 0 {
            if s[index] == 0x5B { depth = 1 }
            if s[index] == 0x5D { depth = 0 }
            index += 1
        }
        at = min(index + 1, s.count)
        return nil
    }

    private func starts(_ s: borrowing Span<UInt8>, _ from: Int, with text: String) -> Bool {
        var index = from
        for byte in text.utf8 {
            guard index < s.count, s[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private mutating func skip(past mark: String, _ s: borrowing Span<UInt8>, from: Int) {
        let first = mark.utf8.first!
        at = place(of: first, in: s, from: from)
        while at < s.count {
            if starts(s, at, with: mark) { at += mark.utf8.count; return }
            at = place(of: first, in: s, from: at + 1)
        }
    }

    private mutating func endTag(_ s: borrowing Span<UInt8>) -> Piece? {
        let start = at + 2
        guard start < s.count, isNameStart(s[start]) else { skip(past: ">", s, from: start); return nil }
        var index = start
        while index < s.count, !endsName(s[index]) { index += 1 }
        let end = index
        while index < s.count, s[index] != 0x3E, s[index] != 0x3C { index += 1 }
        at = index < s.count && s[index] == 0x3E ? index + 1 : index
        return .end(start, end)
    }

    private func endsName(_ byte: UInt8) -> Bool {
        byte <= 0x3E && (byte <= 0x20 || byte == 0x3E || byte == 0x2F || byte == 0x3C)
    }

    private mutating func startTag(_ s: borrowing Span<UInt8>) -> Piece {
        let start = at + 1
        var index = start
        while index < s.count, !endsName(s[index]) { index += 1 }
        let end = index
        (firstOfTag, attributeBits) = (attributes.count, 0)
        var isEmpty = false
        while index < s.count, s[index] != 0x3E {
            if s[index] <= 0x20 { index += 1; continue }
            if s[index] == 0x3C, isXML { break }
            if s[index] == 0x2F {
                isEmpty = index + 1 < s.count && s[index + 1] == 0x3E; index += 1; continue
            }
            index = attribute(s, index)
        }
        at = index < s.count && s[index] == 0x3E ? index + 1 : index
        return .start(start, end, isEmpty: isEmpty)
    }

    private mutating func attribute(_ s: borrowing Span<UInt8>, _ from: Int) -> Int {
        var index = from
        while index < s.count, case let byte = s[index],
            byte > 0x3E || byte > 0x20 && byte != 0x3E && byte != 0x2F && (byte != 0x3D || index == from)
        {
            index += 1
        }
        let nameEnd = index
        while index < s.count, s[index] <= 0x20 { index += 1 }
        guard index < s.count, s[index] == 0x3D else {
            keep(s, from, nameEnd, nameEnd, nameEnd); return max(nameEnd, from + 1)
        }
        index += 1
        while index < s.count, s[index] <= 0x20 { index += 1 }
        guard index < s.count else { return index }
        var valueStart = index
        if s[index] == 0x22 || s[index] == 0x27 {
            let quote = s[index]
            valueStart += 1
            index += 1
            index = place(of: quote, in: s, from: index)
            keep(s, from, nameEnd, valueStart, index)
            return min(index + 1, s.count)
        }
        while index < s.count, s[index] > 0x20, s[index] != 0x3E { index += 1 }
        keep(s, from, nameEnd, valueStart, index)
        return index
    }

    private mutating func keep(
        _ s: borrowing Span<UInt8>, _ nameStart: Int, _ nameEnd: Int, _ valueStart: Int, _ valueEnd: Int
    ) {
        guard attributes.count - firstOfTag < MarkupScanner.maximumAttributes else { return }
        if nameEnd > nameStart {
            attributeBits |= AttributeName.bit(nameEnd - nameStart, s[nameStart], s[nameEnd - 1])
        }
        attributes.append(
            MarkupTree.Attribute(
                nameStart: Int32(nameStart), nameEnd: Int32(nameEnd), valueStart: Int32(valueStart),
                valueEnd: Int32(valueEnd)))
    }
}
