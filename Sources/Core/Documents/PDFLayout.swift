import Text

/// A line of a page and the box around it, in points from the upper left corner.
struct PDFLine {
    var text = ""
    var left = Double.infinity
    var top = Double.infinity
    var right = -Double.infinity
    var bottom = -Double.infinity

    var height: Double { bottom > top ? bottom - top : 0 }

    mutating func add(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top) = (min(self.left, left), min(self.top, top))
        (self.right, self.bottom) = (max(self.right, right), max(self.bottom, bottom))
    }
}

/// A page's lines in reading order.
struct PDFPage {
    var width: Double
    var height: Double
    var lines: [PDFLine]
}

/// Lines of pages put together to paragraphs: a new one where the space between lines widens, the type
/// changes its size, a line is indented or a sentence ended with the column; a word cut at the end of a line
/// is whole again.
struct PDFLayout {
    private(set) var paragraphs: [String] = []
    /// The lines of the first page that are set largest, when they are larger than the rest.
    private var largest: String?
    private let firstPage: String

    init(pages: [PDFPage]) {
        let edges = PDFLayout.repeatedEdges(pages)
        let kept = pages.map { page in
            PDFColumns.ordered(page.lines.filter { !PDFLayout.isEdge($0, page, edges) })
        }
        let lines = kept.flatMap { $0 }
        let common = PDFLayout.median(lines.map(\.height).filter { $0 > 0 })
        firstPage = (kept.first ?? []).map(\.text).joined(separator: " ").oneLine
        largest = PDFLayout.headline(kept.first ?? [], common: common)
        var current = ""
        var last: PDFLine?
        for line in lines {
            let text = line.text.trimmed
            if let last, !PDFLayout.goesOn(from: last, to: line, common: common) {
                if !current.isEmpty { paragraphs.append(current) }
                current = text
            } else {
                current = PDFLayout.joined(current, text)
            }
            last = line
        }
        if !current.isEmpty { paragraphs.append(current) }
    }

    /// The headline: what the document says, when its first page shows it too; else what is set largest.
    func headline(stated: String?) -> String? {
        if let stated = stated?.oneLine, stated.utf8.count >= 8,
            firstPage.lowercased().contains(stated.lowercased())
        {
            return stated
        }
        return largest
    }

    private static func headline(_ lines: [PDFLine], common: Double) -> String? {
        let upper = lines.prefix(40)
        guard let most = upper.map(\.height).max(), most > common * 1.2,
            let start = upper.firstIndex(where: { $0.height >= most * 0.97 })
        else { return nil }
        let run = upper[start...].prefix { $0.height >= most * 0.93 }.prefix(5)
        let text = run.reduce("") { joined($0, $1.text.trimmed) }.oneLine
        return text.utf8.count >= 8 && text.utf8.count <= 400 ? text : nil
    }

    private static func goesOn(from last: PDFLine, to line: PDFLine, common: Double) -> Bool {
        guard line.height > 0, last.height > 0 else { return false }
        guard abs(line.height - last.height) <= max(line.height, last.height) * 0.18 else { return false }
        // The other end of one line.
        if abs(line.top - last.top) < line.height * 0.4, line.left >= last.right { return true }
        let ends = ".!?:\u{201D}\"".contains(last.text.trimmed.last ?? " ")
        // Upwards or far sideways: the next column or page.
        if line.top < last.top - last.height || line.left > last.right { return !ends }
        let gap = line.top - last.bottom
        if gap > max(last.height, common) * 0.75 { return false }
        let isIndented = line.left > last.left + line.height * 0.8 && ends
        let isShort = ends && last.right < line.right - line.height * 3
        return !isIndented && !isShort
    }

    /// Two lines as one: a hyphen at the end of the first goes when a small letter follows.
    private static func joined(_ first: String, _ second: String) -> String {
        if first.isEmpty { return second }
        if first.hasSuffix("\u{00AD}") { return first.dropLast() + second }
        let before = first.dropLast().last
        if first.hasSuffix("-"), before?.isLetter == true, second.first?.isLowercase == true {
            return first.dropLast() + second
        }
        return first + " " + second
    }

    private static func median(_ values: [Double]) -> Double {
        values.isEmpty ? 0 : values.sorted()[values.count / 2]
    }

    /// What lines at the edges of pages say, digits aside, by on how many pages.
    private static func repeatedEdges(_ pages: [PDFPage]) -> [String: Int] {
        var counts: [String: Int] = [:]
        for page in pages {
            let texts = Set(page.lines.filter { isAtEdge($0, page) }.map { withoutDigits($0.text) })
            for text in texts { counts[text, default: 0] += 1 }
        }
        // A left and a right page may differ.
        return counts.filter { $0.value >= max(2, pages.count * 2 / 5) }
    }

    private static func isAtEdge(_ line: PDFLine, _ page: PDFPage) -> Bool {
        line.bottom < page.height * 0.12 || line.top > page.height * 0.88
    }

    private static func isEdge(_ line: PDFLine, _ page: PDFPage, _ repeated: [String: Int])
        -> Bool
    {
        guard isAtEdge(line, page) else { return false }
        let text = withoutDigits(line.text)
        if repeated[text] != nil { return true }
        // The number of a page alone: `3`, `Page 3 of 7`, `- 3 -`, `3/7`.
        let words = text.split(separator: " ")
        return text.contains("#") && words.count <= 4
            && words.allSatisfy {
                ["#", "-", "–", "page", "of", "seite", "von", "#/#", "/", "|", "стр."].contains($0)
            }
    }

    /// In lower case on one line, runs of digits as one sign.
    private static func withoutDigits(_ text: String) -> String {
        var out = ""
        for character in text.oneLine.lowercased() {
            if !character.isNumber { out.append(character) } else if out.last != "#" { out.append("#") }
        }
        return out
    }
}
