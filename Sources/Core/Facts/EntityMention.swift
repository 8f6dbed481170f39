package import Model

/// A person, organisation or place that a text names.
package struct EntityMention: Sendable, Equatable {
    /// The kinds of thing.
    package enum Kind: String, Sendable { case person, organisation, place, demonym }

    /// Where a place is, as the gazetteer knows it.
    package struct Location: Sendable, Equatable {
        /// ISO 3166-1, or empty for what lies in several.
        package var country: String
        package var latitude: Double?
        package var longitude: Double?
        /// 1 for a village to 9 for a city of millions; nil for what is no town.
        package var populationClass: Int?
        /// `city`, `country`, `region`, `admin`.
        package var type: String
    }

    package var kind: Kind
    /// Bytes of the article's text: the name alone, without title.
    package var span: TextSpan
    /// One name for the thing in this article: its fullest, or the gazetteer's.
    package var canonical: String
    package var zone: Zone
    /// The words before or behind the name that say what the person is: `Armenian Foreign Minister`.
    package var title: TextSpan?
    /// The country that a person's title names, or whose institution of state this is.
    package var statedCountry: String?
    /// What an institution of state is called in every country: `Ministry of Foreign Affairs`.
    package var institution: String?
    package var location: Location?
    package var rule: String
    package var confidence: FactConfidence

    package init(
        _ kind: Kind, _ span: TextSpan, canonical: String, zone: Zone, rule: String,
        confidence: FactConfidence
    ) {
        (self.kind, self.span, self.canonical, self.zone) = (kind, span, canonical, zone)
        (self.rule, self.confidence) = (rule, confidence)
    }
}
