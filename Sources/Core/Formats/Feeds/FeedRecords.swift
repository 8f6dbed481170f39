import Markup
import Text

/// Reads what stands in a feed, an entry or a source, one element after the other. What a format forbids but
/// its meaning is plain is read all the same.
struct RecordReader {
    let feed: FeedElements
    var record = FeedRecord()
    let level: Level
    /// The format is Atom, whose texts say what they are.
    let isAtom: Bool

    enum Level { case feed, entry, source }

    init(_ feed: FeedElements, _ level: Level, isAtom: Bool) {
        (self.feed, self.level, self.isAtom) = (feed, level, isAtom)
    }

    mutating func read(_ node: Int) {
        if level != .source, let about = feed.attribute(node, "rdf:about"), record.values["id"] == nil,
            level == .entry
        {
            record.values["id"] = about
        }
        let language = feed.language(node)
        if level == .feed, let language { record.values["language"] = language }
        if !isAtom, let href = feed.attribute(node, "href"), feed.name(node) == "channel" || level == .entry {
            addLink(href, at: node)
        }
        for child in feed.elements(node) { element(child) }
        finish()
    }

    /// Reads one element; answers nothing, since all that is read lies in the record.
    mutating func element(_ node: Int) {
        let name = feed.name(node)
        if readText(name, node) || readPerson(name, node) || readDate(name, node) || readLink(name, node)
            || readSubject(name, node) || readCompound(name, node)
        {
            return
        }
        readValue(name, node)
    }

    // Texts.

    private mutating func readText(_ name: String, _ node: Int) -> Bool {
        switch name {
        case "title", "dc:title", "itunes:title": put("title", node, "text/plain", isWeak: name != "title")
        case "media:title": put("title", node, "text/plain", isWeak: true)
        case "tagline", "subtitle", "itunes:subtitle":
            put("subtitle", node, "text/plain", isWeak: name == "itunes:subtitle")
        case "description", "dc:description", "abstract", "dcterms:abstract": description(node)
        case "media:description": if level == .entry { put("summary", node, "text/plain", isWeak: true) }
        case "summary", "itunes:summary":
            if level != .entry {
                put("summary", node, "text/plain", isWeak: name != "summary")
            } else if name == "summary", record.texts["summary"] != nil {
                content(node, "text/plain")
            } else {
                put("summary", node, "text/plain", isWeak: name != "summary")
            }
        case "info", "feedburner:browserfriendly": put("info", node, "text/plain")
        case "rights", "copyright", "dc:rights", "dcterms:rights":
            put("rights", node, "text/plain")
        case "content": content(node, "text/plain")
        case "content:encoded", "fullitem": content(node, "text/html")
        case "xhtml:body", "body": content(node, "application/xhtml+xml")
        default: return false
        }
        return true
    }

    private mutating func put(_ key: String, _ node: Int, _ usual: String, isWeak: Bool = false) {
        if isWeak, record.texts[key] != nil { return }
        let text = feed.text(node, usual, guesses: !isAtom)
        if text.value.isEmpty, record.texts[key] != nil { return }
        record.texts[key] = text
    }

    private mutating func description(_ node: Int) {
        guard level == .entry else { return put("subtitle", node, "text/html") }
        if record.texts["summary"] == nil {
            put("summary", node, "text/html")
        } else {
            content(node, "text/html")
        }
    }

    private mutating func content(_ node: Int, _ usual: String) {
        record.contents.append(feed.text(node, usual, guesses: !isAtom))
    }

    // People.

    private mutating func readPerson(_ name: String, _ node: Int) -> Bool {
        switch name {
        case "author", "managingeditor", "dc:author", "dc:creator", "itunes:author":
            let person = feed.person(node)
            if name == "itunes:author", !record.authors.isEmpty { return true }
            if !person.isEmpty { record.authors.append(person) }
        case "contributor", "dc:contributor":
            let person = feed.person(node)
            if !person.isEmpty { record.contributors.append(person) }
        case "webmaster", "dc:publisher", "itunes:owner": record.publisher = feed.person(node)
        default: return false
        }
        return true
    }

    // Dates.

    private static let dateNames: [String: String] = [
        "published": "published", "issued": "published", "pubdate": "published",
        "dcterms:issued": "published",
        "dc:issued": "published", "updated": "updated", "modified": "updated", "lastbuilddate": "updated",
        "dc:date": "updated", "dcterms:modified": "updated", "dc:modified": "updated", "created": "created",
        "dcterms:created": "created", "dc:created": "created", "expirationdate": "expired",
    ]

    private mutating func readDate(_ name: String, _ node: Int) -> Bool {
        if name == "dcterms:valid" {
            validity(feed.line(node))
            return true
        }
        guard let key = RecordReader.dateNames[name] else { return false }
        let text = feed.line(node)
        if !text.isEmpty { record.dates[key] = FeedDate(text) }
        return true
    }

    /// `start=2024-01-01; end=2024-12-31; scheme=W3C-DTF`.
    private mutating func validity(_ text: String) {
        for part in text.split(separator: ";") {
            let pair = part.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard pair.count == 2, ["start", "end"].contains(pair[0]) else { continue }
            record.dates["validity_" + pair[0]] = FeedDate(pair[1])
        }
    }

    // Links.

    private mutating func readLink(_ name: String, _ node: Int) -> Bool {
        switch name {
        case "link": link(node)
        case "guid", "id", "dc:identifier": identify(name, node)
        case "enclosure":
            guard let url = feed.attribute(node, "url") ?? feed.attribute(node, "href") else { return true }
            record.links.append(
                FeedLink(
                    relation: "enclosure", href: feed.address(url, at: node),
                    type: feed.attribute(node, "type"),
                    title: nil, language: nil, length: feed.attribute(node, "length")))
        case "comments": record.values["comments"] = feed.address(feed.line(node), at: node)
        case "license", "creativecommons:license", "cc:license":
            let target = feed.attribute(node, "rdf:resource") ?? feed.line(node)
            guard !target.isEmpty else { return true }
            let address = feed.address(target, at: node)
            record.values["license"] = address
            record.links.append(FeedLink(relation: "license", href: address))
        case "l:link":
            guard let target = feed.attribute(node, "rdf:resource") else { return true }
            record.links.append(
                FeedLink(
                    relation: feed.attribute(node, "l:rel") ?? "alternate",
                    href: feed.address(target, at: node),
                    type: feed.attribute(node, "l:type"), title: feed.attribute(node, "l:title")))
        case "wfw:comment", "wfw:commentrss":
            record.values[name.replacing(":", with: "_")] = feed.address(feed.line(node), at: node)
        case "newlocation", "itunes:new-feed-url":
            record.values["newlocation"] = feed.address(feed.line(node), at: node)
        default: return false
        }
        return true
    }

    private mutating func link(_ node: Int) {
        if let href = feed.attribute(node, "href") {
            let relation = feed.attribute(node, "rel") ?? "alternate"
            let type =
                feed.attribute(node, "type") ?? (relation == "self" ? "application/atom+xml" : "text/html")
            let address = feed.address(href, at: node)
            record.links.append(
                FeedLink(
                    relation: relation, href: address, type: type, title: feed.attribute(node, "title"),
                    language: feed.attribute(node, "hreflang"), length: feed.attribute(node, "length")))
            let isPage = ["text/html", "application/xhtml+xml", "text/plain"].contains(type.lowercased())
            if relation == "alternate", isPage || record.values["link"] == nil {
                record.values["link"] = address
            }
            return
        }
        let text = feed.line(node)
        let relation = feed.attribute(node, "rel") ?? "alternate"
        guard !text.isEmpty, relation == "alternate" else {
            guard feed.tree.hasAttributes(node) else { return }
            record.links.append(
                FeedLink(
                    relation: relation, href: text.isEmpty ? "" : feed.address(text, at: node),
                    type: feed.attribute(node, "type"), title: feed.attribute(node, "title"),
                    language: feed.attribute(node, "hreflang"), length: feed.attribute(node, "length")))
            return
        }
        addLink(text, at: node)
    }

    private mutating func addLink(_ written: String, at node: Int) {
        let address = feed.address(written, at: node)
        record.values["link"] = address
        record.links.append(FeedLink(href: address, type: "text/html"))
    }

    private mutating func identify(_ name: String, _ node: Int) {
        let text = feed.line(node)
        guard !text.isEmpty else { return }
        if name == "dc:identifier", record.values["id"] != nil { return }
        if name == "guid" {
            record.idIsPermalink = (feed.attribute(node, "isPermaLink") ?? "true").lowercased() == "true"
        }
        record.values["id"] = feed.address(text, at: node)
        if name == "guid", record.idIsPermalink != true { record.values["id"] = text }
    }

    // Subjects.

    private mutating func readSubject(_ name: String, _ node: Int) -> Bool {
        switch name {
        case "category", "dc:subject", "media:category":
            let text = feed.line(node)
            let term = feed.attribute(node, "term") ?? (text.isEmpty ? nil : text)
            let scheme = feed.attribute(node, "scheme") ?? feed.attribute(node, "domain")
            file(FeedCategory(term: term, scheme: scheme, label: feed.attribute(node, "label")))
        case "keywords", "tags":
            for word in feed.line(node).split(separator: ",") {
                file(FeedCategory(term: String(word).trimmed, scheme: nil, label: nil))
            }
        case "itunes:keywords", "media:keywords":
            let text = feed.line(node)
            let scheme = name == "itunes:keywords" ? "http://www.itunes.com/" : nil
            for word in text.split(whereSeparator: { text.contains(",") ? $0 == "," : $0.isWhitespace }) {
                file(FeedCategory(term: String(word).trimmed, scheme: scheme, label: nil))
            }
        case "itunes:category":
            file(
                FeedCategory(term: feed.attribute(node, "text"), scheme: "http://www.itunes.com/", label: nil)
            )
            for inner in feed.elements(node) { _ = readSubject(feed.name(inner), inner) }
        default: return false
        }
        return true
    }

    private mutating func file(_ category: FeedCategory) {
        let isSomething = category.term?.isEmpty == false || category.label != nil || category.scheme != nil
        guard isSomething, !record.categories.contains(category)
        else { return }
        record.categories.append(category)
    }

    // Everything of one line.

    private mutating func readValue(_ name: String, _ node: Int) {
        switch name {
        case "language", "dc:language": record.values["language"] = feed.line(node)
        case "icon", "logo", "docs": record.values[name] = feed.address(feed.line(node), at: node)
        case "ttl": record.values["ttl"] = feed.line(node)
        case "errorreportsto", "admin:errorreportsto":
            record.values["errorreportsto"] = feed.attribute(node, "rdf:resource") ?? feed.line(node)
        default:
            guard level != .feed || name.contains(":"), !feed.hasElements(node) else { return }
            let text = feed.line(node)
            let key = name.replacing(":", with: "_")
            guard record.values.count < 200, record.extras[key] == nil, record.values[key] == nil else {
                return
            }
            let attributes = feed.tree.attributes(of: node).filter { !$0.name.hasPrefix("xmlns") }
            if attributes.isEmpty {
                if !text.isEmpty { record.values[key] = text }
            } else {
                record.extras[key] = .object(attributes.map { ($0.name, .string($0.value)) })
            }
        }
    }

    // What follows from the rest.

    private mutating func finish() {
        if let link = record.values["link"], link != record.values["id"] { record.idIsPermalink = nil }
        if level == .feed, record.authors.isEmpty, let publisher = record.publisher {
            record.authors = [publisher]
        }
        if level == .entry, record.dates["published"] == nil, feed.isOldAtom {
            record.dates["published"] = record.dates["updated"]
        }
        if level == .entry, isAtom, record.texts["summary"] == nil, let first = record.contents.first,
            first.source == nil, first.type.hasPrefix("text/") || first.type == "application/xhtml+xml"
        {
            record.texts["summary"] = first
        }
        if level == .entry, record.values["link"] == nil, record.idIsPermalink == true,
            let id = record.values["id"]
        {
            record.values["link"] = id
        }
        if level == .entry, record.values["id"] == nil, record.values["link"] == nil,
            let first = record.links.first(where: { $0.relation == "alternate" })
        {
            record.values["link"] = first.href
        }
    }
}
