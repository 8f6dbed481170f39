import Model
import Text

/// The first paragraph in which editors say what they changed or add: `Correction: …`,
/// `An earlier version of this article …`. Nil when there is none; a quotation of such words elsewhere in a
/// paragraph is none.
func editorialNote(in article: Article) -> String? {
    for paragraph in article.paragraphs where [.body, .caption].contains(paragraph.zone) {
        guard paragraph.span.count <= longestNote else { continue }
        var start = paragraph.span.start
        while start < paragraph.span.end, openers.contains(article.text[start]) { start += 1 }
        if notes.begin(article.text[start..<paragraph.span.end]) {
            return article.string(paragraph.span).oneLine
        }
    }
    return nil
}

/// What may stand before a note: a space, an asterisk, a bracket.
private let openers: Set<UInt8> = Set(" \t[(*_".utf8)

private let notes = Beginnings(noteBeginnings + noteVersions)

/// Bytes of a note; a longer paragraph is part of the article.
private let longestNote = 1500

/// Labels, each with what ends it.
private let noteBeginnings = [
    "correction", "corrections", "clarification", "editor's note", "editors' note", "editor\u{2019}s note",
    "editors\u{2019} note",
    "berichtigung", "korrektur", "rectificatif", "corrección", "fe de errores", "correzione", "rettifica",
    "исправление", "уточнение", "виправлення", "düzeltme", "düzəliş", "sprostowanie", "rättelse",
].flatMap { label in [":", " :", " (", " -", " –", " —", "."].map { label + $0 } }

/// Sentences that speak of the article itself.
private let noteVersions =
    [
        "this article was amended", "this article has been amended", "this article was corrected",
        "this article has been corrected", "this story was corrected", "this story has been corrected",
        "this report was corrected", "this report has been corrected", "this piece was amended",
        "this post has been corrected", "this post was corrected", "this headline has been corrected",
        "in einer früheren version dieses", "in einer vorherigen version dieses",
        "une version précédente de cet", "une première version de cet", "una versión anterior de est",
        "в предыдущей версии", "в ранней версии", "bu haberin önceki",
    ]
    + ["an earlier", "a previous", "a prior"].flatMap { version in
        ["article", "story", "page", "post", "report", "piece", "headline", "caption", "version"].map {
            "\(version) version of this \($0)"
        }
    }
