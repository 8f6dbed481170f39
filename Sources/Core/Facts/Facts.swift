package import Model
package import Text

/// What an article says of who, where, when, and who said what. Every fact has a span of the text; offsets
/// are bytes of the article's text.
package struct Facts: Sendable {
    package var mentions: [EntityMention] = []
    package var quotes: [Quotation] = []
    package var dates: [TimeExpression] = []
    /// Spans of sentences, in order.
    package var sentences: [TextSpan] = []
    package var language: LanguageGuess?

    package init() {}
}
