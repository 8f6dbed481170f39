import Model
import Text

/// Reads JSON Feed 1 and 1.1; nil, with the reason, when the bytes are no JSON.
func readJSONFeed(_ bytes: [UInt8], _ hints: Hints) -> (document: FeedDocument?, reason: String?) {
    let decoded = decodeText(bytes, claimed: nil, declared: nil)
    let (document, reason) = parseDocument(decoded)
    guard let root = document else { return (nil, reason) }
    var out = FeedDocument()
    out.encoding = decoded.encoding
    let version = root["version"]?.string ?? ""
    out.format = version.hasSuffix("1.1") ? "json11" : version.hasSuffix("1") ? "json1" : "json"
    out.feed = record(root, hints, isEntry: false)
    out.feed.values["language"] = root["language"]?.string
    out.entries = (root["items"]?.array ?? []).map { record($0, hints, isEntry: true) }
    return (out, nil)
}

private func record(_ value: JSON, _ hints: Hints, isEntry: Bool) -> FeedRecord {
    var out = FeedRecord()
    func text(_ name: String) -> String? { value.text(of: name) }
    func address(_ name: String) -> String? { text(name).map { resolveURL($0, base: hints.url) } }
    out.texts["title"] = text("title").map { FeedText($0) }
    if !isEntry { out.texts["subtitle"] = text("description").map { FeedText($0) } }
    out.texts["summary"] = text("summary").map { FeedText($0) }
    out.values["id"] = text("id") ?? value["id"]?.integer.map(String.init)
    if let page = address(isEntry ? "url" : "home_page_url") {
        out.values["link"] = page
        out.links.append(FeedLink(href: page, type: "text/html"))
    }
    if let own = address("feed_url") {
        out.links.append(FeedLink(relation: "self", href: own, type: "application/json"))
    }
    if let other = address("external_url") {
        out.links.append(FeedLink(relation: "via", href: other, type: "text/html"))
    }
    out.values["language"] = text("language")
    for (name, key) in [("date_published", "published"), ("date_modified", "updated")] {
        out.dates[key] = text(name).map { FeedDate($0) }
    }
    let people = value["authors"]?.array ?? value["author"].map { [$0] } ?? []
    out.authors = people.map {
        FeedPerson(name: $0["name"]?.string, email: nil, uri: $0["url"]?.string)
    }.filter { !$0.isEmpty }
    out.categories = (value["tags"]?.array ?? []).compactMap(\.string).map {
        FeedCategory(term: $0, scheme: nil, label: nil)
    }
    if let html = text("content_html") { out.contents.append(FeedText(html, type: "text/html")) }
    if let plain = text("content_text") { out.contents.append(FeedText(plain)) }
    for one in value["attachments"]?.array ?? [] {
        guard let url = one["url"]?.string else { continue }
        out.links.append(
            FeedLink(
                relation: "enclosure", href: resolveURL(url, base: hints.url), type: one["mime_type"]?.string,
                title: one["title"]?.string, language: nil,
                length: one["size_in_bytes"]?.integer.map(String.init)))
    }
    for (name, key) in [("icon", "icon"), ("favicon", "logo")] { out.values[key] = address(name) }
    if let image = address("image") { out.extras["image"] = .object([("url", .string(image))]) }
    return out
}
