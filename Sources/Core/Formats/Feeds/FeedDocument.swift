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

/// A handful of values by their names, which a feed has in hundreds: a list in the order of the names.
package struct FeedFields<Value: Sendable>: Sendable {
    /// A value with its name.
    package struct Member: Sendable {
        package var name: String
        package var value: Value
    }

    package private(set) var members: [Member] = []

    package var count: Int { members.count }

    package subscript(name: String) -> Value? {
        get { members.first { $0.name == name }?.value }
        set {
            let place = members.firstIndex { $0.name >= name } ?? members.count
            let isThere = place < members.count && members[place].name == name
            switch newValue {
            case let value? where isThere: members[place].value = value
            case let value?: members.insert(Member(name: name, value: value), at: place)
            case nil: if isThere { members.remove(at: place) }
            }
        }
    }
}

/// What can be said of a feed, an entry, or the feed that an entry was taken from.
package struct FeedRecord: Sendable {
    /// `title`, `subtitle`, `summary`, `info`, `rights`.
    package var texts = FeedFields<FeedText>()
    /// One-line values: `id`, `link`, `language`, `comments`, `icon`, `logo`, `docs`, `ttl`, …
    package var values = FeedFields<String>()
    /// `published`, `updated`, `created`, `expired`, `validity_start`, `validity_end`.
    package var dates = FeedFields<FeedDate>()
    package var authors: [FeedPerson] = []
    package var contributors: [FeedPerson] = []
    package var publisher: FeedPerson?
    package var categories: [FeedCategory] = []
    package var links: [FeedLink] = []
    package var contents: [FeedText] = []
    package var idIsPermalink: Bool?
    /// `generator`, `image`, `textinput`, `cloud`, `itunes`, `media`, …, as JSON.
    package var extras = FeedFields<JSON>()
    /// The feed that an entry says it was taken from.
    package var sources: [FeedRecord] = []

    package init() {}

    /// Links to files that come with an entry.
    package var enclosures: [FeedLink] { links.filter { $0.relation == "enclosure" } }
}

extension JSONWriter {
    /// The neutral feed document, as `tocsin extract --feed` prints it.
    package mutating func value(_ document: FeedDocument) {
        object {
            $0.member("format", document.format)
            $0.member("encoding", document.encoding)
            $0.key("malformed")
            $0.value(document.isMalformed)
            $0.key("feed")
            $0.value(document.feed)
            $0.key("entries")
            $0.array { for entry in document.entries { $0.value(entry) } }
        }
    }

    private mutating func value(_ record: FeedRecord) {
        object { writer in
            for one in record.texts.members {
                writer.member(one.name, one.value.value)
                writer.member(one.name, "_type", one.value.type)
                writer.member(one.name, "_lang", one.value.language)
                writer.member(one.name, "_base", one.value.base)
            }
            for one in record.values.members { writer.member(one.name, one.value) }
            for one in record.dates.members {
                let moment = one.value.date.map { Moment(milliseconds: $0.milliseconds) }
                writer.member(one.name, moment?.iso8601)
                writer.member(one.name, "_raw", one.value.text)
            }
            writer.list("authors", record.authors) { $0.value($1) }
            writer.list("contributors", record.contributors) { $0.value($1) }
            if let publisher = record.publisher {
                writer.key("publisher")
                writer.value(publisher)
            }
            writer.list("categories", record.categories) { $0.value($1) }
            writer.list("links", record.links) { $0.value($1) }
            writer.list("enclosures", record.enclosures) { $0.value(enclosure: $1) }
            writer.list("content", record.contents) { $0.value($1) }
            if let isPermalink = record.idIsPermalink {
                writer.key("id_is_permalink")
                writer.value(isPermalink)
            }
            for one in record.extras.members {
                writer.key(one.name)
                writer.value(one.value)
            }
            if let source = record.sources.first {
                writer.key("source")
                writer.value(source)
            }
        }
    }

    private mutating func member(_ name: String, _ ending: String, _ text: String?) {
        key(name, ending)
        value(text)
    }

    private mutating func list<Part>(
        _ name: String, _ parts: [Part], _ write: (inout JSONWriter, Part) -> Void
    ) {
        key(name)
        array { writer in for part in parts { write(&writer, part) } }
    }

    private mutating func value(_ text: FeedText) {
        object {
            $0.member("value", text.value)
            $0.member("type", text.type)
            $0.member("lang", text.language)
            $0.member("base", text.base)
            $0.member("src", text.source)
        }
    }

    private mutating func value(_ person: FeedPerson) {
        object {
            $0.member("name", person.name)
            $0.member("email", person.email)
            $0.member("uri", person.uri)
        }
    }

    private mutating func value(_ link: FeedLink) {
        object {
            $0.member("rel", link.relation)
            $0.member("href", link.href)
            $0.member("type", link.type)
            $0.member("title", link.title)
            $0.member("hreflang", link.language)
            $0.member("length", link.length)
        }
    }

    private mutating func value(enclosure link: FeedLink) {
        object {
            $0.member("url", link.href)
            $0.member("type", link.type)
            $0.member("length", link.length)
        }
    }

    private mutating func value(_ category: FeedCategory) {
        object {
            $0.member("term", category.term)
            $0.member("scheme", category.scheme)
            $0.member("label", category.label)
        }
    }
}
