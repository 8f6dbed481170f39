import Model
package import Text

/// A feed as its publisher wrote it, in one form for all formats: nothing is left out, cleaned or guessed.
/// Hints for articles are made from it.
package struct FeedDocument: Sendable {
    /// `rss20`, `atom10`, `rss10`, `json11`, …; empty when no rule knows it.
    package var format = ""
    /// The encoding that the bytes were read as.
    package var encoding = "utf-8"
    /// The bytes broke the rules of their format; everything complete was read all the same.
    package var isMalformed = false
    package var feed = FeedRecord()
    package var entries: [FeedRecord] = []
    /// The last entry is cut off and left out.
    package var isCutOff = false

    package init() {}
}

/// Text of a feed with what its markup says about it.
package struct FeedText: Sendable, Equatable {
    /// Plain text or HTML, by `type`.
    package var value: String
    /// A media type: `text/plain`, `text/html`, `application/xhtml+xml`.
    package var type: String
    package var language: String?
    /// The address that relative ones in it are relative to.
    package var base: String?
    /// Where it lies when it is not here.
    package var source: String?

    package init(_ value: String, type: String = "text/plain", language: String? = nil, base: String? = nil) {
        (self.value, self.type, self.language, self.base) = (value, type, language, base)
    }
}

/// Somebody named in a feed.
package struct FeedPerson: Sendable, Equatable {
    package var name: String?
    package var email: String?
    package var uri: String?

    var isEmpty: Bool { name == nil && email == nil && uri == nil }
}

/// A link of a feed or entry; enclosures are links too.
package struct FeedLink: Sendable, Equatable {
    package var relation = "alternate"
    package var href: String
    package var type: String?
    package var title: String?
    package var language: String?
    package var length: String?
}

/// A subject that an entry is filed under.
package struct FeedCategory: Sendable, Equatable {
    package var term: String?
    package var scheme: String?
    package var label: String?
}

/// A date: the text as it stands in the feed, and the instant if the text is one.
package struct FeedDate: Sendable, Equatable {
    package var text: String
    package var date: WebDate?

    init(_ text: String) { (self.text, date) = (text, feedDate(text)) }
}

/// What can be said of a feed, an entry, or the feed that an entry was taken from.
package struct FeedRecord: Sendable {
    /// `title`, `subtitle`, `summary`, `info`, `rights`.
    package var texts: [String: FeedText] = [:]
    /// One-line values: `id`, `link`, `language`, `comments`, `icon`, `logo`, `docs`, `ttl`, …
    package var values: [String: String] = [:]
    /// `published`, `updated`, `created`, `expired`, `validity_start`, `validity_end`.
    package var dates: [String: FeedDate] = [:]
    package var authors: [FeedPerson] = []
    package var contributors: [FeedPerson] = []
    package var publisher: FeedPerson?
    package var categories: [FeedCategory] = []
    package var links: [FeedLink] = []
    package var contents: [FeedText] = []
    package var idIsPermalink: Bool?
    /// `generator`, `image`, `textinput`, `cloud`, `itunes`, `media`, …, as JSON.
    package var extras: [String: JSON] = [:]
    /// The feed that an entry says it was taken from.
    package var sources: [FeedRecord] = []

    package init() {}

    /// Links to files that come with an entry.
    package var enclosures: [FeedLink] { links.filter { $0.relation == "enclosure" } }
}

extension FeedDocument {
    /// The neutral feed document, as `tocsin extract --feed` prints it.
    package var json: JSON {
        .object([
            ("format", .string(format)), ("encoding", .string(encoding)), ("malformed", .bool(isMalformed)),
            ("feed", feed.json), ("entries", .array(entries.map(\.json))),
        ])
    }
}

extension FeedRecord {
    var json: JSON {
        var out: [(key: String, value: JSON)] = []
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
            out.append((name, .string(text.value)))
            out.append((name + "_type", .string(text.type)))
            out.append((name + "_lang", .text(text.language)))
            out.append((name + "_base", .text(text.base)))
        }
        out += values.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }
        for (name, date) in dates.sorted(by: { $0.key < $1.key }) {
            out.append((name, .text(date.date.map { Moment(milliseconds: $0.milliseconds).iso8601 })))
            out.append((name + "_raw", .string(date.text)))
        }
        out.append(("authors", .array(authors.map(\.json))))
        out.append(("contributors", .array(contributors.map(\.json))))
        if let publisher { out.append(("publisher", publisher.json)) }
        out.append(("categories", .array(categories.map(\.json))))
        out.append(("links", .array(links.map(\.json))))
        out.append(("enclosures", .array(enclosures.map(\.enclosureJSON))))
        out.append(("content", .array(contents.map(\.json))))
        if let idIsPermalink { out.append(("id_is_permalink", .bool(idIsPermalink))) }
        out += extras.sorted { $0.key < $1.key }
        if let source = sources.first { out.append(("source", source.json)) }
        return .object(out)
    }
}

extension FeedText {
    var json: JSON {
        .object([
            ("value", .string(value)), ("type", .string(type)), ("lang", .text(language)),
            ("base", .text(base)),
            ("src", .text(source)),
        ])
    }
}

extension FeedPerson {
    var json: JSON { .object([("name", .text(name)), ("email", .text(email)), ("uri", .text(uri))]) }
}

extension FeedLink {
    var json: JSON {
        .object([
            ("rel", .string(relation)), ("href", .string(href)), ("type", .text(type)),
            ("title", .text(title)),
            ("hreflang", .text(language)), ("length", .text(length)),
        ])
    }

    var enclosureJSON: JSON {
        .object([("url", .string(href)), ("type", .text(type)), ("length", .text(length))])
    }
}

extension FeedCategory {
    var json: JSON {
        .object([("term", .text(term)), ("scheme", .text(scheme)), ("label", .text(label))])
    }
}
