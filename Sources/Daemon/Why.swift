import Configuration
import Matching
import Model
import Pipeline
import Ports
import Storage
import Text

extension Service {
    /// Everything that is known of what a question names, in words and as data.
    func why(_ question: String, watch: String?) async throws(LedgerError) -> JSON {
        let found = try await assembly.ledger.why(question)
        if found.isEmpty { return try await neverSeen(question) }
        return .object([
            ("found", .bool(true)), ("articles", .array(found.map(articleStory))),
            ("explained", watch.map { explained(found[0], $0) } ?? .null),
        ])
    }

    /// A watch as it is now, evaluated over a stored article: what was found, and what was missing by how much.
    private func explained(_ record: ArticleRecord, _ id: String) -> JSON {
        let policy = policy.current
        guard let watch = policy.watches[id] else {
            let near = nearest(id, among: policy.watches.keys.sorted()).map { "; did you mean '\($0)'?" } ?? ""
            return .object([("watch", .string(id)), ("lines", .array([.string("there is no watch '\(id)'\(near)")]))])
        }
        let reading = factReading(record.article, source: record.source, policy.gazetteer)
        guard let part = Percolator([watch]).explain(watch, reading) else { return .null }
        var lines = part.lines(indented: 0, holds: { $0 ? "✓ " : "✗ " }, aside: { $0 })
        let zones = watch.zones.map(\.rawValue).sorted().joined(separator: ", ")
        lines.append(part.holds ? "it matches, in \(zones)" : "it does not match; searched are \(zones)")
        for span in part.spans.prefix(3) {
            lines.append("  \"" + record.article.string(context(span, record.article.text)).oneLine + "\"")
        }
        return .object([
            ("watch", .string(id)), ("holds", .bool(part.holds)), ("lines", .array(lines.map(JSON.string))),
        ])
    }

    /// A mention with up to 80 bytes on both sides, cut between characters.
    private func context(_ span: TextSpan, _ text: [UInt8]) -> TextSpan {
        var (start, end) = (max(0, span.start - 80), min(text.count, span.end + 80))
        while start > 0, start < text.count, text[start] & 0xC0 == 0x80 { start -= 1 }
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return TextSpan(start, end)
    }

    private func articleStory(_ article: ArticleRecord) -> JSON {
        var lines = ["first seen \(article.firstSeen.iso8601) in source \(article.source) as \(article.place)"]
        if article.body == "teaser" { lines.append("only the feed's own text was read (teaser only)") }
        if let caveat = article.caveat { lines.append("it does not look like an article: \(caveat)") }
        let now = policy.current
        for decision in article.decisions { lines.append(words(decision)) }
        for one in article.held {
            let state = one.alert.map { "came in digest \($0)" } ?? "waits until \(one.due.iso8601)"
            lines.append("held for \(one.receiver), watch \(one.watch) (\(one.reason)): \(state)")
        }
        for one in article.changes {
            lines.append(
                "version \(one.version) came in at \(one.at.iso8601): \(one.changes.addedTotal) sentences new, "
                    + "\(one.changes.removedTotal) gone")
            lines += one.changes.added.prefix(5).map { "  + \($0)" } + one.changes.removed.prefix(5).map { "  - \($0)" }
        }
        if let story = article.story, story.articles.count > 1 {
            lines.append("story \(story.id): \(story.articles.count) articles, \(story.steps) told")
            for one in story.articles.prefix(20) {
                let bond = one.bond.map { "\($0.rawValue) \(one.score)" } ?? "its first"
                lines.append("  \(one.article) \(bond): \(one.headline.oneLine) (\(one.source))")
            }
        }
        if let near = article.story?.nearest, let bond = near.bond {
            lines.append("nearest by \(bond.rawValue) \(near.score): \(near.article), \(near.headline.oneLine) (\(near.source))"
                + (bond == .part ? ", of another story, what was told of which counts as told" : ""))
        }
        if article.decisions.isEmpty { lines.append("no watch matched it then (\(now.watches.count) watches now)") }
        for alert in article.alerts {
            for delivery in alert.deliveries {
                lines.append("alert \(alert.id) to \(delivery.receiver): \(delivery.state)" + (delivery.error.map { ", \($0)" } ?? ""))
            }
        }
        return .object([
            ("id", .string(article.id)), ("version", .integer(Int64(article.version))), ("headline", .string(article.headline)),
            ("source", .string(article.source)), ("place", .string(article.place)), ("url", .text(article.url)),
            ("body", .string(article.body)), ("first_seen", .string(article.firstSeen.iso8601)),
            ("story", .array(lines.map(JSON.string))),
            ("decisions", .array(article.decisions.map { one in
                .object([("watch", .string(one.watch)), ("version", .integer(Int64(one.version))), ("verdict", .string(one.verdict)),
                    ("reason", .string(one.reason)), ("mentions", .integer(Int64(one.mentions))), ("clause", .string(one.clause)),
                    ("until", .text(one.until?.iso8601)), ("note", .text(one.note))])
            })),
            ("held", .array(article.held.map { one in
                .object([("receiver", .string(one.receiver)), ("watch", .string(one.watch)), ("reason", .string(one.reason)),
                    ("due", .string(one.due.iso8601)), ("alert", .text(one.alert))])
            })),
            ("changes", .array(article.changes.map { one in
                .object([("version", .integer(Int64(one.version))), ("at", .string(one.at.iso8601)),
                    ("added", .array(one.changes.added.map(JSON.string))), ("removed", .array(one.changes.removed.map(JSON.string))),
                    ("added_total", .integer(Int64(one.changes.addedTotal))), ("removed_total", .integer(Int64(one.changes.removedTotal)))])
            })),
            ("same_story", article.story.map(storyJSON) ?? .null),
            ("alerts", .array(article.alerts.map { alert in
                .object([("id", .string(alert.id)), ("at", .string(alert.at.iso8601)), ("text", .string(alert.text))])
            })),
        ])
    }

    private func words(_ decision: ArticleDecision) -> String {
        let mentions = counted(decision.mentions, "mention")
        let version = decision.version > 1 ? " of version \(decision.version)" : ""
        let note = decision.note.map { "; \($0)" } ?? ""
        let until = decision.until.map { " until \($0.iso8601)" } ?? ""
        return "watch \(decision.watch)\(version): \(decision.verdict)\(until) (\(decision.reason)\(note)), \(mentions), \(decision.clause)"
    }

    /// A story with its articles.
    func storyJSON(_ story: StoryRecord) -> JSON {
        .object([
            ("id", .string(story.id)), ("told", .integer(Int64(story.steps))),
            ("articles", .array(story.articles.map(relative))),
            ("nearest", story.nearest.map(relative) ?? .null),
        ])
    }

    private func relative(_ one: StoryArticle) -> JSON {
        .object([("article", .string(one.article)), ("headline", .string(one.headline)), ("source", .string(one.source)),
            ("url", .text(one.url)), ("bond", .text(one.bond?.rawValue)), ("score", .number(one.score))])
    }

    /// Never stored: refused with a reason, or not seen at all, and which source should have carried it.
    private func neverSeen(_ question: String) async throws(LedgerError) -> JSON {
        let name = question.split(separator: "/").last.map(String.init) ?? question
        let refused = try await assembly.ledger.refusedFiles(limit: 1000).filter {
            question.hasSuffix($0.place) || $0.place.hasSuffix(name)
        }
        var lines = refused.map { "the file \($0.place) of source \($0.source) was not read at \($0.at.iso8601): \($0.reason)" }
        if lines.isEmpty {
            lines.append("never seen")
            let settings = policy.current.settings
            if question.hasPrefix("/") {
                let folder = settings.folders.first { question.hasPrefix($0.path + "/") }
                lines.append(folder.map { "source \($0.id) watches this folder; is the name ignored, or the file unreadable?" }
                    ?? "no source watches this folder")
            } else if question.holds("://") {
                let host = hostName(question)
                let feeds = settings.feeds.filter { sameSite(hostName($0.url.exposed), host) }
                lines.append(feeds.isEmpty ? "no feed of \(host) is configured"
                    : "should have come by \(feeds.map(\.id).joined(separator: ", ")); see `tocsin status`")
            }
        }
        return .object([("found", .bool(false)), ("story", .array(lines.map(JSON.string)))])
    }

    private func sameSite(_ a: String, _ b: String) -> Bool {
        a == b || a.split(separator: ".").suffix(2) == b.split(separator: ".").suffix(2)
    }
}
