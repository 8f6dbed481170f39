import Markup
import Model
import Text

extension FeedDocument {
    /// Its entries as things to be read.
    func items(_ base: Hints) -> [RawItem] { entries.map { $0.item(base, self) } }
}

extension FeedRecord {
    /// An entry as a thing to be read: the longer of summary and content is its text.
    fileprivate func item(_ base: Hints, _ document: FeedDocument) -> RawItem {
        var hints = Hints()
        hints.headline = texts["title"].map(line).flatMap { $0.isEmpty ? nil : $0 }
        hints.byline = authors.compactMap { $0.name?.oneLine ?? $0.email }.first
        for key in ["published", "created", "updated"] where hints.published.value == nil {
            hints.published = published(dates[key]?.date)
        }
        hints.language =
            base.language ?? values["language"] ?? texts["title"]?.language
            ?? document.feed.values["language"]
        hints.url = values["link"].flatMap { absoluteURL($0, base: base.url) }
        hints.tags = categories.compactMap { $0.label ?? $0.term }
        let bodies = contents + [texts["summary"]].compactMap(\.self)
        let body = bodies.map(\.html).max { $0.count < $1.count } ?? []
        return RawItem(
            id: values["id"] ?? hints.url ?? hints.headline, content: .fragment(body), hints: hints)
    }

    private func line(_ text: FeedText) -> String {
        guard text.type != "text/plain" else { return text.value.oneLine }
        return parseFragment(text.value).text(0).oneLine
    }
}

extension FeedText {
    /// As HTML.
    fileprivate var html: [UInt8] {
        guard type == "text/plain" else { return Array(value.utf8) }
        var out: [UInt8] = []
        appendEscaped(Array(value.utf8), to: &out)
        return out
    }
}

/// An address that a feed gives, made absolute against the feed's own; nil for anything but http and https.
func absoluteURL(_ text: String, base: String?) -> String? {
    let address = resolveURL(text.trimmed, base: base)
    let lower = address.lowercased()
    return lower.hasPrefix("http://") || lower.hasPrefix("https://") ? address : nil
}
