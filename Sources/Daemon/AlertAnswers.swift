import Configuration
import Console
import Digest
import Model
import Pipeline
import Ports
import Storage
import Text

extension Service {
    /// One alert with its story, its deliveries and, of a digest, everything it held.
    func alertDetail(_ id: String) async throws(LedgerError) -> JSON {
        guard let detail = try await assembly.ledger.alertDetail(id) else {
            return .object([("found", .bool(false))])
        }
        return .object([
            ("found", .bool(true)), ("alert", alertJSON(detail.alert)),
            ("story", detail.story.map(storyJSON) ?? .null),
            (
                "items",
                .array(
                    detail.items.map { item in
                        .object([
                            ("watch", .string(item.watch)), ("article", .string(item.card.id)),
                            ("headline", .string(item.card.headline)), ("url", .text(item.card.url)),
                            ("file", .text(item.card.file)), ("reason", .string(item.reason.rawValue)),
                            ("held_since", .string(item.held.iso8601)), ("text", .string(item.text)),
                            ("sentence", .text(item.sentence)),
                        ])
                    })
            ),
        ])
    }

    /// Silences that have not ended.
    func silences() async throws(LedgerError) -> JSON {
        .array(
            try await assembly.ledger.silences(now: System.now).map { silence, held in
                silenceJSON(silence, [("held", .integer(Int64(held)))])
            })
    }

    /// Adds a silence, or with `dry` only tells what it would have held in the week before.
    func addSilence(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let now = System.now
        let watch = request.query["watch"]
        let seconds = request.query["seconds"].flatMap { Int64($0) } ?? 0
        guard seconds > 0, seconds <= 366 * 86_400 else {
            return .object([("error", .string("a silence lasts from a second to a year"))])
        }
        if let watch, policy.current.watches[watch] == nil {
            return .object([("error", .string("there is no watch '\(watch)'"))])
        }
        let settings = policy.current.settings
        if let source = request.query["source"],
            !(settings.folders.map(\.id) + settings.feeds.map(\.id)).contains(source)
        {
            return .object([("error", .string("there is no source '\(source)'"))])
        }
        let until = now.advanced(by: .seconds(seconds))
        let silence = Silence(
            id: stableID(
                "si_", ["silence/1", watch ?? "", request.query["source"] ?? "", String(now.milliseconds)]),
            watch: watch, source: request.query["source"], from: now, until: until,
            author: request.query["author"] ?? "", reason: request.query["reason"] ?? "")
        let (count, headlines) = try await assembly.ledger.preview(
            silence, since: now.advanced(by: .seconds(-7 * 86_400)))
        if request.query["dry"] == nil { try await assembly.ledger.add(silence) }
        return silenceJSON(
            silence,
            [
                ("would_have_held", .integer(Int64(count))),
                ("headlines", .array(headlines.map(JSON.string))),
            ])
    }

    /// Ends a silence: what it held is told at once.
    func endSilence(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let id = request.query["id"] ?? ""
        let hasEnded = try await assembly.ledger.endSilence(id, now: System.now)
        flow.heldChanged()
        return .object([("ended", .bool(hasEnded))])
    }

    private func silenceJSON(_ silence: Silence, _ more: [(key: String, value: JSON)]) -> JSON {
        .object(
            [
                ("id", .string(silence.id)), ("watch", .text(silence.watch)),
                ("source", .text(silence.source)),
                ("from", .string(silence.from.iso8601)), ("until", .string(silence.until.iso8601)),
                ("author", .string(silence.author)), ("reason", .string(silence.reason)),
            ] + more)
    }
}
