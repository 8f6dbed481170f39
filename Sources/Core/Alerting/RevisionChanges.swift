package import Model
import Text

/// What a new version of an article says that the one before did not, and the other way round, by sentences;
/// white space and the place of a sentence do not count.
package func revisionChanges(from old: Article, to new: Article) -> RevisionChanges {
    let (before, after) = (shownSentences(old), shownSentences(new))
    let (known, kept) = (Set(before), Set(after))
    let added = after.filter { !known.contains($0) }
    let removed = before.filter { !kept.contains($0) }
    var out = RevisionChanges()
    (out.addedTotal, out.removedTotal) = (added.count, removed.count)
    out.added = added.prefix(RevisionChanges.most).map(shortened)
    out.removed = removed.prefix(RevisionChanges.most).map(shortened)
    return out
}

private func shortened(_ sentence: String) -> String {
    sentence.unicodeScalars.count <= 500
        ? sentence : String(String.UnicodeScalarView(sentence.unicodeScalars.prefix(499))) + "…"
}

/// The sentences of headline, dateline and body.
private func shownSentences(_ article: Article) -> [String] {
    article.paragraphs.filter { [.headline, .dateline, .body].contains($0.zone) }.flatMap { paragraph in
        let bounds = TextSpanBounds(start: paragraph.span.start, end: paragraph.span.end)
        let cuts = paragraph.zone == .headline ? [bounds] : Text.sentences(article.text, bounds)
        return cuts.map { article.string(TextSpan($0.start, $0.end)).oneLine }.filter { !$0.isEmpty }
    }
}
