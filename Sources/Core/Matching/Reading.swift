package import Model
import Text

/// An article made ready for matching: its words in order, and for each the sentence and paragraph it stands in.
package struct Reading: Sendable {
    let article: Article
    var words = TokenList()
    /// Parallel to the words.
    var sentenceOf: [Int32] = []
    var paragraphOf: [Int32] = []
    /// Byte spans, in order.
    package private(set) var sentences: [TextSpan] = []

    package init(_ article: Article) {
        self.article = article
        for (number, paragraph) in article.paragraphs.enumerated() {
            let bounds = TextSpanBounds(start: paragraph.span.start, end: paragraph.span.end)
            let cuts = paragraph.zone == .headline ? [bounds] : Text.sentences(article.text, bounds)
            for cut in cuts {
                Tokenizer.tokenize(article.text, cut, into: &words)
                let added = words.tokens.count - sentenceOf.count
                sentenceOf += [Int32](repeating: Int32(sentences.count), count: added)
                paragraphOf += [Int32](repeating: Int32(number), count: added)
                sentences.append(TextSpan(cut.start, cut.end))
            }
        }
    }
}
