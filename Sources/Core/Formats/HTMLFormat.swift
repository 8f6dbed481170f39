import Markup
package import Model
import Text

/// A page of HTML or XHTML.
package enum HTMLFormat: Format {
    package static let name = "HTML"

    private static let elements: Set<String> = [
        "html", "head", "body", "title", "meta", "div", "p", "article", "script", "table", "h1", "h2", "main",
        "section",
        "span", "a", "link", "style", "header", "center", "font", "img", "ul", "b", "i", "em", "strong", "br",
    ]

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, head.text.hasPrefix("<") || head.contentType == "text/html" else { return false }
        if head.text.hasPrefix("<!doctype html") { return true }
        guard let root = head.rootElement else {
            return head.contentType == "text/html" && !head.text.isEmpty
        }
        return elements.contains(root)
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let decoded = decodeText(bytes, claimed: hints.charset, declared: declaredEncoding(bytes))
        let note =
            decoded.flaws > 0 ? "\(decoded.flaws) bytes were no \(decoded.encoding) and were replaced" : nil
        return FormatReading(
            items: [RawItem(id: nil, content: .page(decoded.bytes), hints: hints)], note: note)
    }
}

/// `charset=` of a meta element, or `encoding=` of an XML declaration, in the first 1,024 bytes.
package func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let span = bytes.span
    let end = min(bytes.count, 1024)
    func stands(_ word: [UInt8], _ at: Int) -> Bool {
        at >= 0 && at + word.count <= end
            && word.indices.allSatisfy { asciiLower(bytes[at + $0]) == word[$0] }
    }
    let word = stands(xmlMark, 0) ? encodingWord : charsetWord
    var at = place(of: UInt8(ascii: "="), in: span, from: 0)
    while at < end {
        defer { at = place(of: UInt8(ascii: "="), in: span, from: at + 1) }
        guard stands(word, at - word.count) else { continue }
        let name = bytes[(at + 1)..<end].drop { "\"' ".utf8.contains($0) }.prefix { byte in
            isASCIILetterOrDigit(byte) || "-_:".utf8.contains(byte)
        }
        if !name.isEmpty { return String(decoding: name.map(asciiLower), as: UTF8.self) }
    }
    return nil
}

private let (xmlMark, encodingWord, charsetWord) = (
    Array("<?xml".utf8), Array("encoding".utf8), Array("charset".utf8)
)
