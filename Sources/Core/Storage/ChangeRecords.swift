package import Model
import Ports

/// What a version of an article changed.
package struct ChangeRecord: Sendable {
    package var version: Int
    package var at: Moment
    package var changes: RevisionChanges
}

extension Connection {
    /// An article as it is stored.
    mutating func storedArticle(_ id: String) throws(LedgerError) -> Article? {
        let sql = """
            SELECT headline, url, byline, language, published, published_from, body, text, zones, tags FROM article WHERE id = ?
            """
        return try row(sql, .text(id)) { row in
            article(row, headline: 0, url: 1, byline: 2, language: 3, published: 4, body: 6, text: 7)
        }
    }

    mutating func storeChanges(
        _ changes: RevisionChanges, _ article: String, _ version: Int, at: Moment
    ) throws(LedgerError) {
        try run(
            "INSERT OR REPLACE INTO change VALUES (?,?,?,?,?,?,?)", .text(article), .integer(Int64(version)),
            .integer(at.milliseconds), .text(tagsText(changes.added)), .text(tagsText(changes.removed)),
            .integer(Int64(changes.addedTotal)), .integer(Int64(changes.removedTotal)))
    }

    /// What the versions of an article changed, the first change first.
    mutating func changes(of article: String) throws(LedgerError) -> [ChangeRecord] {
        let sql = "SELECT version, at, added, removed, added_total, removed_total FROM change WHERE article = ? ORDER BY version"
        return try rows(sql, .text(article)) { row in
            var changes = RevisionChanges()
            (changes.added, changes.removed) = (tags(row.text(2)), tags(row.text(3)))
            (changes.addedTotal, changes.removedTotal) = (Int(row.integer(4)), Int(row.integer(5)))
            return ChangeRecord(version: Int(row.integer(0)), at: Moment(milliseconds: row.integer(1)), changes: changes)
        }
    }
}
