package import Model
import Text

/// Markdown with a title line or YAML front matter, as static site generators and note keepers write it:
/// read as paragraphs, its signs taken away.
package enum MarkdownFormat: Format {
    package static let name = "Markdown"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText else { return false }
        if head.contentType == "text/markdown" { return !head.text.isEmpty }
        if head.text.hasPrefix("---\n") || head.text.hasPrefix("---\r\n") {
            return ["\ntitle:", "\nlayout:", "\nheadline:"].contains(where: head.text.contains)
        }
        return head.text.hasPrefix("# ") && (head.text.contains("\n\n") || head.text.contains("\r\n\r\n"))
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let decoded = decodeText(bytes, claimed: hints.charset, declared: nil)
        var lines = String(decoding: decoded.bytes, as: UTF8.self).replacing("\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
        var hints = hints
        while let first = lines.first, first.trimmed.isEmpty { lines.removeFirst() }
        if lines.first?.trimmed == "---",
            let end = lines.dropFirst().firstIndex(where: { $0.trimmed == "---" })
        {
            readFrontMatter(lines[1..<end], into: &hints)
            lines.removeFirst(end + 1)
        }
        var blocks: [RawItem.TextBlock] = []
        var reader = BlockReader()
        for line in lines { reader.take(line, &hints, &blocks) }
        reader.flush(&blocks)
        guard !blocks.isEmpty else { return FormatReading(note: "it holds no text") }
        return FormatReading(items: [RawItem(id: nil, content: .blocks(blocks), hints: hints)])
    }

    /// `title: …`, `date: …`, `author: …`, `tags: [a, b]`: the members that every generator knows.
    private static func readFrontMatter(_ lines: ArraySlice<Substring>, into hints: inout Hints) {
        var list = ""
        for line in lines {
            if line.hasPrefix("  - ") || line.hasPrefix("- "),
                ["tags", "categories", "keywords"].contains(list)
            {
                hints.tags.append(unquoted(line.trimmed.dropFirst(2)))
                continue
            }
            guard let colon = line.firstIndex(of: ":"), line.first?.isLetter == true else { continue }
            let value = unquoted(line[line.index(after: colon)...])
            list = line[..<colon].lowercased()
            guard !value.isEmpty else { continue }
            switch list {
            case "title", "headline": hints.headline = hints.headline ?? value
            case "author", "byline": hints.byline = hints.byline ?? value
            case "lang", "language": hints.language = hints.language ?? value
            case "url", "canonical", "canonical_url": hints.url = hints.url ?? value
            case "date", "published":
                if hints.published.value == nil { hints.published = pagePublished(value) }
            case "tags", "categories", "keywords":
                let inner =
                    value.hasPrefix("[")
                    ? value.dropFirst().dropLast(value.hasSuffix("]") ? 1 : 0) : value[...]
                hints.tags += inner.split(separator: ",").map { unquoted($0) }
            default: break
            }
        }
    }

    private static func pagePublished(_ text: String) -> Published {
        var found = published(feedDate(text))
        if found.value != nil { found.from = .page }
        return found
    }

    private static func unquoted(_ text: some StringProtocol) -> String {
        var text = String(text).trimmed
        for quote in ["\"", "'"] where text.utf8.count >= 2 && text.hasPrefix(quote) && text.hasSuffix(quote)
        {
            text = String(text.dropFirst().dropLast())
        }
        return text
    }
}

/// Puts lines of Markdown together to paragraphs.
private struct BlockReader {
    private var lines: [String] = []
    private var isCode = false

    mutating func flush(_ blocks: inout [RawItem.TextBlock]) {
        let text = plain(lines.joined(separator: " ")).oneLine
        if !text.isEmpty { blocks.append(RawItem.TextBlock(.body, text)) }
        lines = []
    }

    mutating func take(_ line: Substring, _ hints: inout Hints, _ blocks: inout [RawItem.TextBlock]) {
        let text = line.trimmed
        if text.hasPrefix("```") || text.hasPrefix("~~~") {
            flush(&blocks)
            isCode.toggle()
            return
        }
        if isCode {
            flush(&blocks)
            lines = [text]
            return
        }
        if text.isEmpty || text.allSatisfy({ "-*_ ".contains($0) }) && text.count >= 3 {
            // A rule under text is a headline of the old kind.
            if !text.isEmpty, text.allSatisfy({ $0 == "-" }), !lines.isEmpty { return flush(&blocks) }
            return flush(&blocks)
        }
        if text.allSatisfy({ $0 == "=" }), !lines.isEmpty {
            return heading(lines.joined(separator: " "), level: 1, &hints, &blocks)
        }
        let signs = text.prefix { $0 == "#" }.count
        if signs > 0, signs <= 6, text.dropFirst(signs).first == " " {
            flush(&blocks)
            let inner = text.dropFirst(signs).trimmed
            let end = inner.lastIndex { $0 != "#" }.map { inner.index(after: $0) } ?? inner.endIndex
            return heading(String(inner[..<end]), level: signs, &hints, &blocks)
        }
        if isListItem(text) { flush(&blocks) }
        lines.append(withoutMarker(text))
    }

    private mutating func heading(
        _ text: String, level: Int, _ hints: inout Hints, _ blocks: inout [RawItem.TextBlock]
    ) {
        lines = []
        let text = plain(text).oneLine
        guard !text.isEmpty else { return }
        if level == 1, hints.headline == nil || hints.headline == text {
            hints.headline = text
        } else {
            blocks.append(RawItem.TextBlock(.body, text))
        }
    }

    private func isListItem(_ text: String) -> Bool { withoutMarker(text).utf8.count < text.utf8.count }

    /// A line without `> `, `- `, `* `, `+ ` or `1. ` before it.
    private func withoutMarker(_ text: String) -> String {
        for marker in ["> ", "- ", "* ", "+ "] where text.hasPrefix(marker) {
            return String(text.dropFirst(2))
        }
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        let rest = text.dropFirst(digits.count)
        return !digits.isEmpty && digits.count <= 3 && rest.hasPrefix(". ") ? String(rest.dropFirst(2)) : text
    }

    /// Text without signs: `[words](address)` and `![words](address)` are their words, `**` and back quotes
    /// go.
    private func plain(_ text: String) -> String {
        let source = Array(text.utf8)
        var out: [UInt8] = []
        var at = 0
        while at < source.count {
            let byte = source[at]
            if byte == UInt8(ascii: "\\"), at + 1 < source.count, source[at + 1] < 128 {
                out.append(source[at + 1])
                at += 2
            } else if let link = link(source, at) {
                out += Array(plain(String(decoding: source[link.words], as: UTF8.self)).utf8)
                at = link.end
            } else if byte == UInt8(ascii: "*") || byte == UInt8(ascii: "`") {
                at += 1
            } else if byte == UInt8(ascii: "<"),
                let end = source[at...].prefix(300).firstIndex(of: UInt8(ascii: ">")),
                source[(at + 1)..<end].first.map({ $0 == 47 || $0 | 0x20 >= 97 && $0 | 0x20 <= 122 }) == true
            {
                at = end + 1
            } else {
                out.append(byte)
                at += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// A link or picture at a place: where its words stand, and where it ends. Looks at 2,000 bytes at most.
    private func link(_ source: [UInt8], _ at: Int) -> (words: Range<Int>, end: Int)? {
        let open = source[at] == UInt8(ascii: "!") ? at + 1 : at
        guard open < source.count, source[open] == UInt8(ascii: "[") else { return nil }
        let near = source[open...].prefix(2000)
        guard let close = near.firstIndex(of: UInt8(ascii: "]")), close + 1 < source.count,
            source[close + 1] == UInt8(ascii: "("),
            let end = source[close...].prefix(2000).firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        return ((open + 1)..<close, end + 1)
    }
}
