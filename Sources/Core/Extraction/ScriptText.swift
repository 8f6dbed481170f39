import Markup
import Text

/// The HTML that a page keeps in the data of its scripts, for pages that scripts fill (`__NEXT_DATA__` and
/// its like): of all texts in quotation marks the one with the most paragraphs, its escapes undone. Nil when
/// none has two. Linear in the page.
func markupInScripts(_ tree: MarkupTree) -> [UInt8]? {
    var best: (count: Int, text: Range<Int>)?
    for node in tree.elements("script") {
        let script = Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)
        guard script.count >= 1000, script.count <= longestScript else { continue }
        var open: Int?
        var at = script.lowerBound
        while at < script.upperBound {
            if tree.source[at] == UInt8(ascii: "\"") {
                if let start = open, at - start > 500 {
                    let count = paragraphs(in: tree.source[start..<at])
                    if count >= 2, count > best?.count ?? 0 { best = (count, start..<at) }
                }
                open = open == nil ? at + 1 : nil
            } else if tree.source[at] == UInt8(ascii: "\\") {
                at += 1
            }
            at += 1
        }
    }
    return best.map { unescaped(tree.source[$0.text]) }
}

private let longestScript = 4 << 20

/// Paragraphs that begin in a text, written `<p` or with an escape.
private func paragraphs(in text: ArraySlice<UInt8>) -> Int {
    var count = 0
    var at = text.startIndex
    while at + 2 < text.endIndex {
        if text[at] == UInt8(ascii: "<"), text[at + 1] | 0x20 == UInt8(ascii: "p"),
            text[at + 2] == UInt8(ascii: ">") || text[at + 2] == 0x20
        {
            count += 1
        } else if text[at] == UInt8(ascii: "\\"), text[at...].starts(with: escapedParagraph) {
            count += 1
        }
        at += 1
    }
    return count
}

private let escapedParagraph = Array("\\u003cp".utf8)

/// A text of a script with its escapes undone.
private func unescaped(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(text.count)
    var at = text.startIndex
    while at < text.endIndex {
        guard text[at] == UInt8(ascii: "\\"), at + 1 < text.endIndex else {
            out.append(text[at])
            at += 1
            continue
        }
        switch text[at + 1] {
        case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"): out.append(10)
        case UInt8(ascii: "u"):
            if let (scalar, length) = escapedScalar(text[at...]) {
                out += UTF8.encode(scalar).map(Array.init) ?? []
                at += length
                continue
            }
        default: out.append(text[at + 1])
        }
        at += 2
    }
    return out
}

/// `\u003c`, or two of them that are one character.
private func escapedScalar(_ text: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, length: Int)? {
    func unit(_ at: Int) -> UInt32? {
        guard at + 6 <= text.endIndex, text[at] == UInt8(ascii: "\\"), text[at + 1] == UInt8(ascii: "u")
        else {
            return nil
        }
        return UInt32(String(decoding: text[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16)
    }
    guard let first = unit(text.startIndex) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard (0xD800...0xDBFF).contains(first), let second = unit(text.startIndex + 6),
        (0xDC00...0xDFFF).contains(second),
        let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { return nil }
    return (scalar, 12)
}
