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
    package mutating func each(
        since: Moment, _ visit: (borrowing ArchivedRow) -> Bool
    ) throws(LedgerError) {
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
                    if goesOn { goesOn = visit(ArchivedRow(row: found)) }
                }
                if !goesOn { return }
                if count < 2000 { break }
            }
        }
    }
}

/// A stored article as a reading of the archive comes by it: only what is asked for is taken out of the
/// store, since most articles are passed over by their text.
package struct ArchivedRow: ~Copyable {
    fileprivate let row: Row

    /// The article with nothing but its text and zones.
    package var text: Article {
        Article(text: row.blob(11), headline: "", paragraphs: paragraphs(row.blob(12)))
    }

    /// All of it.
    package var whole: ArchivedArticle { archived(row) }
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
                    try archive.each(since: since) { visit($0.whole) }
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
    out.reserveCapacity(json.count / 16)
    var (start, zone): (Int?, Zone?) = (nil, nil)
    var (first, number, isNumber) = (0, 0, false)
    for place in json.indices {
        let byte = json[place]
        switch byte {
        case UInt8(ascii: "\""):
            if let start { zone = zones.first { $0.name.elementsEqual(json[start..<place]) }?.zone }
            start = start == nil ? place + 1 : nil
        case 0x30...0x39 where start == nil:
            if !isNumber { (first, number) = (number, 0) }
            number = number &* 10 &+ Int(byte - 0x30)
            isNumber = true
            continue
        case UInt8(ascii: "]"):
            if let zone { out.append(Paragraph(zone, TextSpan(first, number))) }
            zone = nil
        default: break
        }
        isNumber = false
    }
    return out
}

/// The names of zones, the commonest first.
private let zones: [(name: [UInt8], zone: Zone)] = Zone.allCases.sorted { $1 != .body && $0 == .body }.map {
    (Array($0.rawValue.utf8), $0)
}
