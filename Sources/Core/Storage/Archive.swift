package import Model
package import Ports
import Text

/// An article as the archive holds it.
package struct ArchivedArticle: Sendable {
    package var id: String
    package var source: String
    package var article: Article
    /// When this version came in.
    package var seen: Moment
}

/// Reads stored articles through a connection of its own that cannot write; for one thread.
package struct Archive: ~Copyable {
    private var database: Connection

    /// Opens the store beside the one writer.
    package init(path: String) throws(LedgerError) { database = try Connection(path: path, readOnly: true) }

    /// Calls `visit` with every article that came in at or after an instant, oldest first, until it answers
    /// false. Reads in slices, so that the writer's log does not grow behind one long reading.
    package mutating func each(since: Moment, _ visit: (ArchivedArticle) -> Bool) throws(LedgerError) {
        let columns =
            "rowid, updated, id, source, headline, url, byline, language, published, published_from, body, text, zones, tags"
        for matched in 0...1 {
            var (updated, row) = (since.milliseconds, Int64(-1))
            while true {
                let sql = """
                    SELECT \(columns) FROM article WHERE matched = \(matched) AND (updated > ?1 OR updated = ?1 AND rowid > ?2)
                    ORDER BY updated, rowid LIMIT 2000
                    """
                var count = 0
                var goesOn = true
                try database.visit(sql, [.integer(updated), .integer(row)]) { found in
                    count += 1
                    (row, updated) = (found.integer(0), found.integer(1))
                    if goesOn { goesOn = visit(archived(found)) }
                }
                if !goesOn { return }
                if count < 2000 { break }
            }
        }
    }
}

private func archived(_ row: Row) -> ArchivedArticle {
    let date = row.optionalText(8)
    let moment = date.flatMap { webDate($0) }.map { Moment(milliseconds: $0.milliseconds) }
    let published = Published(
        value: date, moment: moment, from: Published.Source(rawValue: row.text(9)) ?? .none)
    var article = Article(
        text: row.blob(11), headline: row.text(4), paragraphs: paragraphs(row.blob(12)),
        byline: row.optionalText(6),
        published: published, language: row.optionalText(7), url: row.optionalText(5),
        body: Completeness(rawValue: row.text(10)) ?? .full)
    article.tags = tags(row.text(13))
    return ArchivedArticle(
        id: row.text(2), source: row.text(3), article: article, seen: Moment(milliseconds: row.integer(1)))
}

/// Zones as they are stored, `[["headline",0,20],…]`, read without a parser's trees: there are a million of
/// them.
func paragraphs(_ json: [UInt8]) -> [Paragraph] {
    var out: [Paragraph] = []
    var name: [UInt8] = []
    var numbers: [Int] = []
    var (isName, isNumber) = (false, false)
    for byte in json {
        if byte == UInt8(ascii: "\"") {
            if !isName { name.removeAll(keepingCapacity: true) }
            isName.toggle()
        } else if isName {
            name.append(byte)
        } else if byte >= 0x30, byte <= 0x39 {
            if !isNumber { numbers.append(0) }
            numbers[numbers.count - 1] = numbers[numbers.count - 1] &* 10 &+ Int(byte - 0x30)
            isNumber = true
            continue
        } else if byte == UInt8(ascii: "]"), numbers.count == 2,
            let zone = Zone(rawValue: String(decoding: name, as: UTF8.self))
        {
            out.append(Paragraph(zone, TextSpan(numbers[0], numbers[1])))
            numbers.removeAll(keepingCapacity: true)
        }
        isNumber = false
    }
    return out
}
