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
    let head = String(decoding: bytes.prefix(1024), as: UTF8.self).lowercased()
    let marks = head.hasPrefix("<?xml") ? ["encoding="] : ["charset="]
    for mark in marks {
        guard let found = head.firstPlace(of: mark) else { continue }
        let value = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        let name = value.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == ":" }
        if !name.isEmpty { return String(name) }
    }
    return nil
}
