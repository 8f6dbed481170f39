/// A stretch of an article's text: byte offsets into its UTF-8, end exclusive. (The API speaks of Unicode
/// scalars; `ScalarMap` in Text turns one into the other at the edge.)
package struct TextSpan: Sendable, Hashable, Comparable {
    package var start: Int
    package var end: Int

    package init(_ start: Int, _ end: Int) { (self.start, self.end) = (start, end) }

    /// Bytes covered.
    package var count: Int { end - start }

    package static func < (a: TextSpan, b: TextSpan) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// What part of a page a paragraph is. A watch searches headline, dateline and body unless it says otherwise.
package enum Zone: String, Sendable, CaseIterable {
    case headline, byline, dateline, body, caption, credit
}

/// A run of text of one zone. Paragraphs are in the order of the text and never overlap.
package struct Paragraph: Sendable, Equatable {
    package var zone: Zone
    package var span: TextSpan
    /// Where it stands in what was read: bytes of the page, feed entry or file as UTF-8. Nil for what a
    /// format unpacks (PDF, mail, office documents), for what a page says of itself elsewhere, and for stored
    /// articles.
    package var source: TextSpan?

    package init(_ zone: Zone, _ span: TextSpan, source: TextSpan? = nil) {
        (self.zone, self.span, self.source) = (zone, span, source)
    }
}

/// When an article says it was published, and who said so. File times and our own clock never stand in.
package struct Published: Sendable, Equatable {
    /// Who gave the date.
    package enum Source: String, Sendable { case page, feed, mail, sidecar, option = "--published", none }

    /// ISO 8601 with exactly the precision that was given: `2023-06-26` or `2023-06-26T07:12:41+04:00`.
    package var value: String?
    /// The same as an instant; a bare day counts as its first moment in UTC. Nil when `value` is.
    package var moment: Moment?
    package var from: Source

    package init(value: String?, moment: Moment?, from: Source) {
        (self.value, self.moment, self.from) = (value, moment, from)
    }

    /// Nobody gave a date.
    package static let unknown = Published(value: nil, moment: nil, from: .none)
}

/// How much of the article was read.
package enum Completeness: String, Sendable { case full, teaser }

/// Whether an agency lets an item be used.
package enum ItemStatus: String, Sendable {
    case usable
    /// Held back for now.
    case withheld
    /// Killed: it is not to be used any more.
    case canceled
}

/// A fact that the publisher marked in the text itself (NITF's person, location, org, chron and q), taken as
/// given.
package struct GivenFact: Sendable, Equatable {
    /// The kinds of mark.
    package enum Kind: String, Sendable { case person, place, organisation, time, quote, event }

    package var kind: Kind
    package var span: TextSpan
    /// What the mark says beside the text: a normalised date, a code.
    package var value: String?

    package init(_ kind: Kind, _ span: TextSpan, value: String?) {
        (self.kind, self.span, self.value) = (kind, span, value)
    }
}

/// Where a field of an article was found, and what else was said of it.
package struct FieldOrigin: Sendable, Equatable {
    /// The fields whose origin is told.
    package enum Field: String, Sendable { case headline, byline, published }

    /// What independent kinds of sources (data for machines, elements of the head, the address, what readers
    /// see, the feed's own entry) say.
    package enum Agreement: String, Sendable {
        /// Two kinds or more say the same.
        case agreed
        /// Only one kind says anything.
        case alone
        /// Another kind says otherwise, and none the same.
        case disputed
        /// What is said does not hold, so that the field stays empty: all of it is among the alternates.
        case withheld
    }

    /// What another source says.
    package struct Alternate: Sendable, Equatable {
        package var from: String
        package var value: String

        package init(from: String, value: String) { (self.from, self.value) = (from, value) }
    }

    package var field: Field
    /// The source: `json-ld`, `meta:og:title`, `h1`, `title`, `address`, `shown`, `time`, `feed`.
    package var from: String
    package var agreement: Agreement
    /// How often such a field was right on pages of known answers, 0 to 1.
    package var confidence: Double
    package var alternates: [Alternate]

    package init(
        _ field: Field, from: String, agreement: Agreement, confidence: Double, alternates: [Alternate]
    ) {
        (self.field, self.from, self.agreement) = (field, from, agreement)
        (self.confidence, self.alternates) = (confidence, alternates)
    }
}

/// One entry of a live blog.
package struct LiveEntry: Sendable, Equatable {
    package var headline: String?
    /// ISO 8601, as the page says.
    package var published: String?
    /// Its place in the article's text; nil when the page's text does not hold it.
    package var span: TextSpan?

    package init(headline: String?, published: String?, span: TextSpan?) {
        (self.headline, self.published, self.span) = (headline, published, span)
    }
}

/// One news article as read: its text and what is known about it.
package struct Article: Sendable {
    /// All text in reading order as UTF-8; every span refers to it.
    package var text: [UInt8]
    /// The headline, as text; also a paragraph of zone `headline` when it stands in `text`.
    package var headline: String
    package var byline: String?
    package var published: Published
    /// BCP 47 primary language, lower case.
    package var language: String?
    /// The address that the publisher calls canonical, else the one it was read from.
    package var url: String?
    package var siteName: String?
    /// Subjects and sections that the publisher filed it under.
    package var tags: [String] = []
    package var paragraphs: [Paragraph]
    /// Facts that the publisher marked, in the order of the text.
    package var given: [GivenFact] = []
    /// When it was last changed, as the publisher says.
    package var modified = Published.unknown
    /// The address of the picture that stands for it.
    package var image: String?
    /// The publisher says that only those who pay may read all of it.
    package var isPaywalled = false
    /// Where its headline, byline and date come from, as far as it is a page's.
    package var origins: [FieldOrigin] = []
    package var status = ItemStatus.usable
    /// Not to be told before this instant.
    package var embargo: Moment?
    /// A word of the agency's editors: `CORRECTION: ...`.
    package var editorialNote: String?
    package var body: Completeness
    /// How often a body found so was right on pages of known answers, 0 to 1; nil where the format says what
    /// the body is.
    package var confidence: Double?
    /// Of a live blog, its entries with their times, the newest first.
    package var entries: [LiveEntry] = []
    /// Why this is not the whole article or not an article at all, in words; nil when all is well.
    package var caveat: String?

    package init(
        text: [UInt8], headline: String, paragraphs: [Paragraph], byline: String? = nil,
        published: Published = .unknown, language: String? = nil, url: String? = nil, siteName: String? = nil,
        body: Completeness = .full, caveat: String? = nil
    ) {
        (self.text, self.headline, self.paragraphs) = (text, headline, paragraphs)
        (self.byline, self.published, self.language) = (byline, published, language)
        (self.url, self.siteName, self.body, self.caveat) = (url, siteName, body, caveat)
    }

    /// The text of a span.
    package func string(_ span: TextSpan) -> String {
        String(decoding: text[span.start..<span.end], as: UTF8.self)
    }
}
