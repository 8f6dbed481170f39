import Model
import Text

/// An article from plain text, unchanged, so that every offset is one of the file. Its first line is the
/// headline when it looks like one; `By …` lines are bylines; `(AP Photo)`-like ends are credits and what
/// stands before them captions; `CITY, June 3 (Agency) -` before the first paragraph is a dateline.
func plainArticle(_ bytes: [UInt8], _ hints: Hints) -> Article {
    var reader = PlainReader(bytes: bytes)
    reader.run()
    var article = Article(text: bytes, headline: reader.headline, paragraphs: reader.paragraphs)
    for index in article.paragraphs.indices {
        article.paragraphs[index].source = article.paragraphs[index].span
    }
    article.byline = reader.byline
    apply(hints, to: &article)
    if article.headline.isEmpty, let first = reader.paragraphs.first(where: { $0.zone == .body }) {
        article.headline = firstScalars(article.string(first.span).oneLine, 120)
    }
    if reader.paragraphs.isEmpty { article.caveat = "there is no text" }
    return article
}

private struct PlainReader {
    let bytes: [UInt8]
    var headline = ""
    var byline: String?
    var paragraphs: [Paragraph] = []
    /// Lines are paragraphs, however long: nothing was broken for its length.
    private var hasLongLines = false

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() {
        var lines = nonEmptyLines()
        guard let first = lines.first else { return }
        let long = lines.reduce(0) { $0 + (isLong($1) ? 1 : 0) }
        hasLongLines = long > 1 && long * 4 >= lines.count
        if isHeadline(first, before: lines.dropFirst().first) {
            headline = text(first).oneLine
            paragraphs.append(Paragraph(.headline, first))
            lines.removeFirst()
        }
        var block: TextSpan?
        for (index, line) in lines.enumerated() {
            if let open = block, isWrapped(open, line) {
                block = TextSpan(open.start, line.end)
            } else {
                if let block { add(block) }
                block = line
            }
            if index == lines.count - 1, let last = block { add(last) }
        }
        findDateline()
    }

    /// Lines with anything but white space, without it at their ends.
    private func nonEmptyLines() -> [TextSpan] {
        var out: [TextSpan] = []
        var start = 0
        for end in (0...bytes.count) where end == bytes.count || bytes[end] == 10 {
            var (from, to) = (start, end)
            while from < to, bytes[from] <= 32 { from += 1 }
            while to > from, bytes[to - 1] <= 32 { to -= 1 }
            if to > from { out.append(TextSpan(from, to)) }
            start = end + 1
        }
        return out
    }

    /// Longer than lines of mail and of terminals are.
    private func isLong(_ line: TextSpan) -> Bool {
        line.count > 120 && bytes[line.start..<line.end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } > 120
            && bytes[line.start..<line.end].contains(0x20)
    }

    private func text(_ span: TextSpan) -> String {
        String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    }

    /// Short, no full stop at its end, and the next line does not go on with it.
    private func isHeadline(_ line: TextSpan, before next: TextSpan?) -> Bool {
        guard line.count <= 250, let next else { return false }
        let last = bytes[line.end - 1]
        guard !".,;:".utf8.contains(last) else { return false }
        if hasGap(line, next) { return true }
        if endsInParticle(line) { return false }
        let (value, _) = scalar(in: bytes.span, at: next.start)
        return FoldTable.isUppercase(value) || FoldTable.scalarClass(value) != .letter
    }

    /// Whether a blank line stands between two lines.
    private func hasGap(_ a: TextSpan, _ b: TextSpan) -> Bool {
        bytes[a.end..<b.start].reduce(0) { $0 + ($1 == 10 ? 1 : 0) } > 1
    }

    /// Whether a line goes on with the block: no blank line between, and the line before was broken for its
    /// length or ends in the middle of a sentence.
    private func isWrapped(_ block: TextSpan, _ line: TextSpan) -> Bool {
        guard !hasGap(TextSpan(block.start, block.end), line) else { return false }
        if goesOn(block, line) { return true }
        if hasLongLines { return false }
        let lastLineStart = (block.start..<block.end).last { bytes[$0] == 10 }.map { $0 + 1 } ?? block.start
        let width = block.end - lastLineStart
        let endsSentence = ".!?\")]".utf8.contains(bytes[block.end - 1]) || bytes[block.end - 1] == 0x9D
        return (width >= 50 && width <= 100 || width >= 40 && !endsSentence) && creditStart(block) == nil
    }

    /// Whether a line can only be the rest of the one before: a small letter behind a sentence that has begun
    /// and not ended; in Japanese, behind a line that ends in a particle.
    private func goesOn(_ block: TextSpan, _ line: TextSpan) -> Bool {
        let (first, _) = scalar(in: bytes.span, at: line.start)
        if first >= 0x2E80 { return endsInParticle(block) }
        guard first >= 0x61, first <= 0x7A, line.count > 2, ![0x2E, 0x29].contains(bytes[line.start + 1]),
            !".!?:".utf8.contains(bytes[block.end - 1])
        else { return false }
        return FoldTable.isUppercase(scalar(in: bytes.span, at: block.start).value)
    }

    /// Ends in a sign of hiragana, as no headline does.
    private func endsInParticle(_ span: TextSpan) -> Bool {
        guard span.count >= 6 else { return false }
        return (0x3041...0x3096).contains(scalar(in: bytes.span, at: span.end - 3).value)
    }

    private mutating func add(_ block: TextSpan) {
        let hasBody = paragraphs.contains { $0.zone == .body }
        if !hasBody, byline == nil, block.count < 120, let name = bylineName(text(block)) {
            byline = name
            paragraphs.append(Paragraph(.byline, block))
        } else if let credit = creditStart(block) {
            var end = credit
            while end > block.start, bytes[end - 1] <= 32 { end -= 1 }
            if end > block.start { paragraphs.append(Paragraph(.caption, TextSpan(block.start, end))) }
            paragraphs.append(Paragraph(.credit, TextSpan(credit, block.end)))
        } else {
            paragraphs.append(Paragraph(.body, block))
        }
    }

    private func bylineName(_ line: String) -> String? {
        for start in ["By ", "BY ", "Von ", "Par "] where line.hasPrefix(start) {
            let name = line.dropFirst(start.count)
            guard name.split(separator: " ").count <= 12, !name.hasSuffix(".") else { return nil }
            return name.trimmed.oneLine
        }
        return nil
    }

    /// Where a photograph's credit begins that ends this block: the last parenthesis, when it names a picture
    /// or an agency.
    private func creditStart(_ block: TextSpan) -> Int? {
        guard bytes[block.end - 1] == UInt8(ascii: ")"),
            let open = (block.start..<block.end).last(where: { bytes[$0] == UInt8(ascii: "(") })
        else { return nil }
        return isCredit(text(TextSpan(open + 1, block.end - 1))) ? open : nil
    }

    private mutating func findDateline() {
        guard let index = paragraphs.firstIndex(where: { $0.zone == .body }) else { return }
        let span = paragraphs[index].span
        guard let length = datelineLength(bytes[span.start..<span.end]) else { return }
        var rest = span.start + length
        while rest < span.end, bytes[rest] <= 32 { rest += 1 }
        paragraphs[index].span = TextSpan(rest, span.end)
        paragraphs.insert(Paragraph(.dateline, TextSpan(span.start, span.start + length)), at: index)
    }
}

/// Whether a text in parentheses credits a picture: `AP Photo`, `Photo: N. N./Reuters`, `Getty Images`.
func isCredit(_ text: String) -> Bool {
    guard text.utf8.count <= 120 else { return false }
    let lower = text.lowercased()
    let marks = [
        "photo", "getty", "picture", "image", "courtesy", "handout", "file pic", "screengrab", "illustration",
        "via ap", "фото", "foto",
    ]
    if marks.contains(where: lower.holds) { return true }
    return ["/ap", "/reuters", "/afp", "/epa", "/tass", "/anadolu"].contains { lower.hasSuffix($0) }
}

/// The length of a dateline and its dash at the start of a paragraph: `MOSCOW, June 3 (Reuters) -`.
func datelineLength(_ text: ArraySlice<UInt8>) -> Int? {
    let head = String(decoding: text.prefix(90), as: UTF8.self)
    for dash in [" - ", " – ", " — ", " -- ", "— ", "– "] {
        guard let found = head.firstPlace(of: dash) else { continue }
        let place = head[..<found.lowerBound]
        let city = place.prefix { $0 != "," && $0 != "(" }.trimmed
        let letters = city.unicodeScalars.filter { $0.properties.isAlphabetic }
        guard letters.count >= 3,
            letters.allSatisfy({ !$0.properties.isLowercase }) || place.contains("(") && place.hasSuffix(")"),
            place.split(separator: " ").count <= 9
        else { continue }
        return head[..<found.upperBound].trimmed.utf8.count
    }
    return nil
}
