import Executors
package import Model
package import Ports
import Text

/// Reads stored articles through a connection of its own that cannot write; for one thread.
package struct Archive: ~Copyable {
    private var database: Connection

    /// Opens the store beside the one writer.
    package init(path: String) throws(LedgerError) { database = try Connection(path: path, readOnly: true) }

    /// Calls `visit` with every article that came in at or after an instant, oldest first, until it answers
    /// false. Reads in slices, so that the writer's log does not grow behind one long reading.
    package mutating func each(since: Moment, _ visit: (ArchivedArticle) -> Bool) throws(LedgerError) {
        for matched in 0...1 {
            var (updated, row) = (since.milliseconds, Int64(-1))
            while true {
                let sql = """
                    SELECT \(archiveColumns) FROM article WHERE matched = \(matched) AND (updated > ?1 OR updated = ?1 AND rowid > ?2)
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

/// The archive behind a path: read on a thread of its own, so that nothing waits for it.
package struct ArchiveFile: ArchiveReader {
    let path: String

    package init(path: String) { self.path = path }

    /// Calls `visit` with every article that came in at or after an instant.
    package func each(
        since: Moment, _ visit: @escaping @Sendable (ArchivedArticle) -> Bool
    ) async throws(LedgerError) {
        let result: Result<Void, LedgerError> = await withCheckedContinuation { continuation in
            startThread(name: "archive") {
                do throws(LedgerError) {
                    var archive = try Archive(path: path)
                    try archive.each(since: since, visit)
                    continuation.resume(returning: .success(()))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        try result.get()
    }
}

/// What an archived article is made of.
let archiveColumns =
    "rowid, updated, id, source, headline, url, byline, language, published, published_from, body, text, zones, "
    + "tags, version, kind, place"

/// An archived article out of `archiveColumns`.
func archived(_ row: Row) -> ArchivedArticle {
    ArchivedArticle(
        id: row.text(2), version: Int(row.integer(14)), source: row.text(3),
        kind: SourceKind(rawValue: row.text(15)) ?? .folder, place: row.text(16),
        article: article(row, headline: 4, url: 5, byline: 6, language: 7, published: 8, body: 10, text: 11),
        seen: Moment(milliseconds: row.integer(1)))
}

/// The stored article of a row. Behind `published` stands who gave the date, behind `text` the zones and the
/// tags.
func article(
    _ row: Row, headline: Int32, url: Int32, byline: Int32, language: Int32, published: Int32, body: Int32,
    text: Int32
) -> Article {
    let date = row.optionalText(published)
    let moment = date.flatMap { webDate($0) }.map { Moment(milliseconds: $0.milliseconds) }
    let from = Published.Source(rawValue: row.text(published + 1)) ?? .none
    var article = Article(
        text: row.blob(text), headline: row.text(headline), paragraphs: paragraphs(row.blob(text + 1)),
        byline: row.optionalText(byline), published: Published(value: date, moment: moment, from: from),
        language: row.optionalText(language), url: row.optionalText(url),
        body: Completeness(rawValue: row.text(body)) ?? .full)
    article.tags = tags(row.text(text + 2))
    return article
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
