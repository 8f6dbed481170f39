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
        if !isAtom, let href = feed.attribute(node, "href"), feed.known(node) == .channel || level == .entry {
            addLink(href, at: node)
        }
        feed.eachElement(node) { element($0) }
        finish()
    }

    /// Reads one element; answers nothing, since all that is read lies in the record.
    mutating func element(_ node: Int) {
        if let name = feed.known(node), read(name, node) { return }
        readOther(feed.name(node), node)
    }

    private mutating func read(_ name: FeedName, _ node: Int) -> Bool {
        readText(name, node) || readPerson(name, node) || readDate(name, node) || readLink(name, node)
            || readSubject(name, node) || readCompound(name, node) || readLine(name, node)
    }

    // Texts.

    private mutating func readText(_ name: FeedName, _ node: Int) -> Bool {
        switch name {
        case .title, .dcTitle, .itunesTitle: put("title", node, "text/plain", isWeak: name != .title)
        case .mediaTitle: put("title", node, "text/plain", isWeak: true)
        case .tagline, .subtitle, .itunesSubtitle:
            put("subtitle", node, "text/plain", isWeak: name == .itunesSubtitle)
        case .description, .dcDescription, .abstract, .dctermsAbstract: description(node)
        case .mediaDescription: if level == .entry { put("summary", node, "text/plain", isWeak: true) }
        case .summary, .itunesSummary:
            if level != .entry {
                put("summary", node, "text/plain", isWeak: name != .summary)
            } else if name == .summary, record.texts["summary"] != nil {
                content(node, "text/plain")
            } else {
                put("summary", node, "text/plain", isWeak: name != .summary)
            }
        case .info, .feedburnerBrowserFriendly: put("info", node, "text/plain")
        case .rights, .copyright, .dcRights, .dctermsRights:
            put("rights", node, "text/plain")
        case .content: content(node, "text/plain")
        case .contentEncoded, .fullItem: content(node, "text/html")
        case .xhtmlBody, .body: content(node, "application/xhtml+xml")
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

    private mutating func readPerson(_ name: FeedName, _ node: Int) -> Bool {
        switch name {
        case .author, .managingEditor, .dcAuthor, .dcCreator, .itunesAuthor:
            let person = feed.person(node)
            if name == .itunesAuthor, !record.authors.isEmpty { return true }
            if !person.isEmpty { record.authors.append(person) }
        case .contributor, .dcContributor:
            let person = feed.person(node)
            if !person.isEmpty { record.contributors.append(person) }
        case .webMaster, .dcPublisher, .itunesOwner: record.publisher = feed.person(node)
        default: return false
        }
        return true
    }

    // Dates.

    private mutating func readDate(_ name: FeedName, _ node: Int) -> Bool {
        let key: String
        switch name {
        case .published, .issued, .pubDate, .dctermsIssued, .dcIssued: key = "published"
        case .updated, .modified, .lastBuildDate, .dcDate, .dctermsModified, .dcModified: key = "updated"
        case .created, .dctermsCreated, .dcCreated: key = "created"
        case .expirationDate: key = "expired"
        case .dctermsValid:
            validity(feed.line(node))
            return true
        default: return false
        }
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

    private mutating func readLink(_ name: FeedName, _ node: Int) -> Bool {
        switch name {
        case .link: link(node)
        case .guid, .id, .dcIdentifier: identify(name, node)
        case .enclosure:
            guard let url = feed.attribute(node, "url") ?? feed.attribute(node, "href") else { return true }
            record.links.append(
                FeedLink(
                    relation: "enclosure", href: feed.address(url, at: node),
                    type: feed.attribute(node, "type"),
                    title: nil, language: nil, length: feed.attribute(node, "length")))
        case .comments: record.values["comments"] = feed.address(feed.line(node), at: node)
        case .license, .creativeCommonsLicense, .ccLicense:
            let target = feed.attribute(node, "rdf:resource") ?? feed.line(node)
            guard !target.isEmpty else { return true }
            let address = feed.address(target, at: node)
            record.values["license"] = address
            record.links.append(FeedLink(relation: "license", href: address))
        case .lLink:
            guard let target = feed.attribute(node, "rdf:resource") else { return true }
            record.links.append(
                FeedLink(
                    relation: feed.attribute(node, "l:rel") ?? "alternate",
                    href: feed.address(target, at: node),
                    type: feed.attribute(node, "l:type"), title: feed.attribute(node, "l:title")))
        case .wfwComment, .wfwCommentRSS:
            record.values[name.rawValue.replacing(":", with: "_")] = feed.address(feed.line(node), at: node)
        case .newLocation, .itunesNewFeedUrl:
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

    private mutating func identify(_ name: FeedName, _ node: Int) {
        let text = feed.line(node)
        guard !text.isEmpty else { return }
        if name == .dcIdentifier, record.values["id"] != nil { return }
        if name == .guid {
            record.idIsPermalink = (feed.attribute(node, "isPermaLink") ?? "true").lowercased() == "true"
        }
        record.values["id"] = feed.address(text, at: node)
        if name == .guid, record.idIsPermalink != true { record.values["id"] = text }
    }

    // Subjects.

    private mutating func readSubject(_ name: FeedName, _ node: Int) -> Bool {
        switch name {
        case .category, .dcSubject, .mediaCategory:
            let text = feed.line(node)
            let term = feed.attribute(node, "term") ?? (text.isEmpty ? nil : text)
            let scheme = feed.attribute(node, "scheme") ?? feed.attribute(node, "domain")
            file(FeedCategory(term: term, scheme: scheme, label: feed.attribute(node, "label")))
        case .keywords, .tags:
            for word in feed.line(node).split(separator: ",") {
                file(FeedCategory(term: String(word).trimmed, scheme: nil, label: nil))
            }
        case .itunesKeywords, .mediaKeywords:
            let text = feed.line(node)
            let scheme = name == .itunesKeywords ? "http://www.itunes.com/" : nil
            for word in text.split(whereSeparator: { text.contains(",") ? $0 == "," : $0.isWhitespace }) {
                file(FeedCategory(term: String(word).trimmed, scheme: scheme, label: nil))
            }
        case .itunesCategory:
            file(
                FeedCategory(term: feed.attribute(node, "text"), scheme: "http://www.itunes.com/", label: nil)
            )
            for inner in feed.elements(node) {
                if let name = feed.known(inner) { _ = readSubject(name, inner) }
            }
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

    private mutating func readLine(_ name: FeedName, _ node: Int) -> Bool {
        switch name {
        case .language, .dcLanguage: record.values["language"] = feed.line(node)
        case .icon, .logo, .docs: record.values[name.rawValue] = feed.address(feed.line(node), at: node)
        case .ttl: record.values["ttl"] = feed.line(node)
        case .errorReportsTo, .adminErrorReportsTo:
            record.values["errorreportsto"] = feed.attribute(node, "rdf:resource") ?? feed.line(node)
        default: return false
        }
        return true
    }

    /// Keeps what nothing here knows, so that nothing is left out.
    private mutating func readOther(_ name: String, _ node: Int) {
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
