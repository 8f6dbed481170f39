package import Model
import Text

/// The agencies' text formats of the telegraph line: IPTC 7901 and ANPA 1312. A header between SOH and STX
/// says priority, category and word count; the text between STX and ETX begins with its headline; the line
/// behind ETX bears day and time. A file may hold several messages.
package enum AgencyTextFormat: Format {
    package static let name = "IPTC 7901 or ANPA"

    private static let (startOfHeader, startOfText, endOfText): (UInt8, UInt8, UInt8) = (1, 2, 3)

    package static func claims(_ head: FormatHead) -> Bool {
        guard let start = head.first.prefix(64).firstIndex(of: startOfHeader) else { return false }
        // Lines of synchronisation signs (SYN, NUL, line ends) may stand before it.
        return head.first[..<start].allSatisfy { [0, 10, 13, 22, 32].contains($0) }
            && head.first[start...].contains(startOfText)
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        var reading = FormatReading()
        var at = 0
        while let start = bytes[at...].firstIndex(of: startOfHeader),
            let text = bytes[start...].firstIndex(of: startOfText)
        {
            guard let end = bytes[text...].firstIndex(of: endOfText) else {
                reading.note = "the file is cut off; its last message is not complete"
                break
            }
            let next = bytes[end...].firstIndex(of: startOfHeader) ?? bytes.count
            if let item = item(
                header: line(bytes[(start + 1)..<text]), text: line(bytes[(text + 1)..<end]),
                trailer: line(bytes[(end + 1)..<next]), hints)
            {
                reading.items.append(item)
            }
            at = next
        }
        if reading.items.isEmpty, reading.note == nil { reading.note = "its messages hold no text" }
        return reading
    }

    /// Latin-1 (or UTF-8, which some agencies send) without the line's own signs.
    private static func line(_ bytes: ArraySlice<UInt8>) -> String {
        let kept = bytes.filter { $0 >= 32 || $0 == 10 || $0 == 13 || $0 == 9 }
        let decoded = decodeText(Array(kept), claimed: nil, declared: nil).bytes
        return String(decoding: decoded, as: UTF8.self).replacing("\r\n", with: "\n").replacing(
            "\r", with: "\n")
    }

    private static func item(header: String, text: String, trailer: String, _ outer: Hints) -> RawItem? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            // ANPA ends a paragraph with `<` and begins one with an indent.
            String(line.last == "<" ? line.dropLast() : line)
        }
        while let first = lines.first, first.trimmed.isEmpty { lines.removeFirst() }
        guard let first = lines.first else { return nil }
        var hints = outer
        var blocks: [RawItem.TextBlock] = []
        let isKill = ["KILL", "MANDATORY KILL", "BULLETIN KILL"].contains { first.uppercased().hasPrefix($0) }
        if isKill { hints.status = .canceled }
        if first.utf8.count <= 140 {
            hints.headline = first.trimmed.oneLine
            lines.removeFirst()
        }
        if let words = lines.first(where: { !$0.trimmed.isEmpty }), words.lowercased().hasPrefix("by "),
            words.utf8.count <= 80
        {
            hints.byline = withoutBy(words.trimmed)
            lines.removeFirst(lines.firstIndex(of: words).map { $0 + 1 } ?? 0)
        }
        blocks += indentedParagraphs(lines)
        hints.tags += category(header)
        hints.published = published(feedDate(trailer.oneLine))
        guard !blocks.isEmpty || isKill else { return nil }
        return RawItem(id: nil, content: .blocks(blocks), hints: hints)
    }

    /// The category of a header: the single letter behind service and priority, as the standards name it.
    private static func category(_ header: String) -> [String] {
        let names: [Substring: String] = [
            "pol": "politics", "spo": "sport", "fin": "finance", "eco": "economy", "int": "international",
        ]
        return header.lowercased().split { !$0.isLetter }.compactMap { names[$0] }
    }

    /// Paragraphs parted by blank lines, or by the indent that agencies begin one with.
    private static func indentedParagraphs(_ lines: [String]) -> [RawItem.TextBlock] {
        var out: [RawItem.TextBlock] = []
        var current: [String] = []
        func flush() {
            let text = current.joined(separator: " ").oneLine
            if !text.isEmpty { out.append(RawItem.TextBlock(.body, text)) }
            current = []
        }
        for line in lines {
            if line.trimmed.isEmpty {
                flush()
                continue
            }
            if line.hasPrefix("  ") || line.hasPrefix("\t") { flush() }
            current.append(line)
        }
        flush()
        if let first = out.first, let length = datelineBytes(first.text) {
            let bytes = Array(first.text.utf8)
            out[0] = RawItem.TextBlock(.dateline, String(decoding: bytes[..<length], as: UTF8.self))
            out.insert(
                RawItem.TextBlock(.body, String(decoding: bytes[length...], as: UTF8.self).trimmed), at: 1)
        }
        return out
    }

    /// The length of `GORIS, Armenia, Nov 2 (Agency) - ` at the start of a paragraph.
    private static func datelineBytes(_ text: String) -> Int? {
        let head = text.prefix(90)
        for dash in [" - ", " -- ", " – ", " — "] {
            guard let found = head.firstRange(of: dash) else { continue }
            let place = head[..<found.lowerBound]
            let city = place.prefix { $0 != "," && $0 != "(" }
            guard city.contains(where: \.isLetter), city == city.uppercased() else { continue }
            return text[..<found.upperBound].utf8.count
        }
        return nil
    }
}
