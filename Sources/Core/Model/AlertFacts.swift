/// What an alert says of who, where, when, and who said what, around the words that were watched for. All
/// spans are Unicode scalars of the article's text.
package struct AlertFacts: Sendable, Equatable {
    /// A quotation that a mention stands in.
    package struct Quote: Sendable, Equatable {
        /// `q2`: the second of the article.
        package var id: String
        /// `direct`, `mixed`, `indirect`, `fragment`.
        package var type: String
        package var span: TextSpan
        /// Of one that its reporting clause parts, what is before the clause and behind it.
        package var parts: [TextSpan]
        package var speaker: Named?
        package var cue: (span: TextSpan, text: String)?
        /// When it was said, as its reporting clause says.
        package var when: When?
        /// Who is said in it to have said something.
        package var nested: [Nested] = []

        package init(
            id: String, type: String, span: TextSpan, speaker: Named?, cue: (span: TextSpan, text: String)?
        ) {
            (self.id, self.type, self.span, self.speaker, self.cue) = (id, type, span, speaker, cue)
            parts = [span]
        }

        package static func == (a: Quote, b: Quote) -> Bool {
            a.id == b.id && a.type == b.type && a.span == b.span && a.parts == b.parts
                && a.speaker == b.speaker && a.when == b.when && a.nested == b.nested
                && a.cue?.span == b.cue?.span
        }
    }

    /// What somebody is said to have said, within a quotation.
    package struct Nested: Sendable, Equatable {
        package var speaker: Named
        package var span: TextSpan
        package var text: String

        package init(speaker: Named, span: TextSpan, text: String) {
            (self.speaker, self.span, self.text) = (speaker, span, text)
        }
    }

    /// A person, organisation or place that is named.
    package struct Named: Sendable, Equatable {
        /// Its fullest name in the article, or the gazetteer's.
        package var name: String
        package var span: TextSpan
        package var text: String
        /// What a person is, in the article's words.
        package var role: String?
        /// What else the article calls a person, where that cannot be true with `role` at one time.
        package var conflictingRoles: [String] = []
        /// How a speaker is known whom `text` does not name: `speaker.pronoun`, `speaker.office`,
        /// `speaker.statement`.
        package var rule: String?
        /// How sure such a rule is.
        package var confidence: String?
        /// ISO 3166-1.
        package var country: String?
        /// `corridor`, `city`, `country`.
        package var type: String?
        package var latitude: Double?
        package var longitude: Double?

        package init(name: String, span: TextSpan, text: String) {
            (self.name, self.span, self.text) = (name, span, text)
        }
    }

    /// A word of time.
    package struct When: Sendable, Equatable {
        package var span: TextSpan
        package var text: String
        /// TIMEX3.
        package var value: String?
        package var from: String?
        package var to: String?
        package var relation: String?

        package init(
            span: TextSpan, text: String, value: String?, from: String?, to: String?, relation: String?
        ) {
            (self.span, self.text, self.value) = (span, text, value)
            (self.from, self.to, self.relation) = (from, to, relation)
        }
    }

    package var quotes: [Quote] = []
    package var people: [Named] = []
    package var organisations: [Named] = []
    package var places: [Named] = []
    package var dates: [When] = []

    package init() {}

    /// The quotation that a mention stands in.
    package func quote(around span: TextSpan) -> Quote? {
        quotes.first { quote in quote.parts.contains { $0.start <= span.start && span.end <= $0.end } }
    }
}
