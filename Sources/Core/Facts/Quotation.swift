package import Model

/// What an article says that somebody said.
package struct Quotation: Sendable, Equatable {
    /// How much of it stands in quotation marks.
    package enum Kind: String, Sendable {
        /// In quotation marks, as said.
        case direct
        /// Partly in quotation marks.
        case mixed
        /// In the article's words.
        case indirect
        /// Quoted words that nobody is said to have said.
        case fragment
    }

    /// Whom the words for a speaker stand for.
    package struct Referent: Sendable, Equatable {
        /// Place in the list of the article's mentions.
        package var mention: Int
        package var rule: String
        package var confidence: FactConfidence
    }

    package var kind: Kind
    /// Bytes of the article's text: the whole content, quotation marks included.
    package var span: TextSpan
    /// Of one that its reporting clause parts ("A," she said. "B."), what is before the clause and behind it.
    package var parts: [TextSpan]
    /// The verb or phrase that says that it was said.
    package var cue: TextSpan?
    /// Who said it, as the text names them; nil where it supports nobody.
    package var speaker: TextSpan?
    /// Who that is, when an article names the speaker somewhere.
    package var referent: Referent?
    /// The word of time in its reporting clause: when it was said.
    package var when: TextSpan?
    /// What somebody is said to have said, in the words of the quotation.
    package var nested: [Nested] = []
    package var rule: String
    package var confidence: FactConfidence

    /// Reported speech within somebody's words.
    package struct Nested: Sendable, Equatable {
        package var speaker: TextSpan
        package var referent: Referent?
        package var cue: TextSpan
        package var content: TextSpan
    }

    package init(
        kind: Kind, span: TextSpan, cue: TextSpan?, speaker: TextSpan?, rule: String,
        confidence: FactConfidence
    ) {
        (self.kind, self.span, parts) = (kind, span, [span])
        (self.cue, self.speaker, self.rule, self.confidence) = (cue, speaker, rule, confidence)
    }

    /// Whether words are part of what is said.
    package func holds(_ words: TextSpan) -> Bool {
        parts.contains { $0.start <= words.start && words.end <= $0.end }
    }
}
