/// The order in which the lines of a page are read: what spans the page first, then its columns from left to
/// right. (Recursive cuts along white space, as Nagy and Seth's X-Y cut; a column has to be as wide as text
/// is, so that a table stays a table.)
enum PDFColumns {
    /// White space that parts columns, and the least width of one, in heights of a line.
    private static let (gutter, columnWidth) = (0.6, 9.0)
    /// Cuts within cuts, and gaps tried for one cut.
    private static let (maximumDepth, maximumGaps) = (12, 80)

    static func ordered(_ lines: [PDFLine]) -> [PDFLine] { ordered(lines, depth: 0) }

    private static func ordered(_ lines: [PDFLine], depth: Int) -> [PDFLine] {
        let boxed = lines.filter { $0.height > 0 }
        // What poppler gives no place for stays in its order.
        guard boxed.count == lines.count, lines.count > 3, depth < maximumDepth else {
            return boxed.count == lines.count ? fromAbove(lines) : lines
        }
        if let (left, right) = columns(lines) {
            return ordered(left, depth: depth + 1) + ordered(right, depth: depth + 1)
        }
        let gaps = rows(lines).prefix(maximumGaps)
        for at in gaps {
            let (top, rest) = (lines.filter { $0.top < at }, lines.filter { $0.top >= at })
            if columns(rest) != nil {
                return ordered(top, depth: depth + 1) + ordered(rest, depth: depth + 1)
            }
        }
        for at in gaps.reversed() {
            let (top, rest) = (lines.filter { $0.top < at }, lines.filter { $0.top >= at })
            if columns(top) != nil { return ordered(top, depth: depth + 1) + ordered(rest, depth: depth + 1) }
        }
        return fromAbove(lines)
    }

    /// Lines from above, those of one height from the left.
    private static func fromAbove(_ lines: [PDFLine]) -> [PDFLine] {
        var out: [PDFLine] = []
        var row: [PDFLine] = []
        for line in lines.sorted(by: { $0.top < $1.top }) {
            if let first = row.first, line.top - first.top > min(first.height, line.height) * 0.5 {
                out += row.sorted { $0.left < $1.left }
                row = []
            }
            row.append(line)
        }
        return out + row.sorted { $0.left < $1.left }
    }

    /// The widest white space from top to bottom between two columns of text.
    private static func columns(_ lines: [PDFLine]) -> (left: [PDFLine], right: [PDFLine])? {
        let height = lines.map(\.height).sorted()[lines.count / 2]
        var best: (at: Double, width: Double)?
        var right = -Double.infinity
        for line in lines.sorted(by: { $0.left < $1.left }) {
            if right > -Double.infinity, line.left - right > max(height * gutter, best?.width ?? 0) {
                best = (line.left, line.left - right)
            }
            right = max(right, line.right)
        }
        guard let best else { return nil }
        let (left, rest) = (lines.filter { $0.left < best.at }, lines.filter { $0.left >= best.at })
        let isText = [left, rest].allSatisfy { side in
            let widths = side.map { $0.right - $0.left }.sorted()
            return side.count >= 3 && widths[widths.count / 2] >= height * columnWidth
        }
        return isText ? (left, rest) : nil
    }

    /// Heights at which nothing stands, from above.
    private static func rows(_ lines: [PDFLine]) -> [Double] {
        var out: [Double] = []
        var bottom = -Double.infinity
        for line in lines.sorted(by: { $0.top < $1.top }) {
            if line.top >= bottom - line.height * 0.2, bottom > -Double.infinity { out.append(line.top) }
            bottom = max(bottom, line.bottom)
        }
        return out
    }
}
