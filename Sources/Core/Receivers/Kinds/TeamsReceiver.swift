package import Model
import Text

/// A Microsoft Teams workflow ("post to a channel when a webhook request is received"): an Adaptive Card 1.4.
package enum TeamsReceiver: Receiver {
    package static let kind = "teams"
    package static let contentType = "application/json; charset=utf-8"

    /// Bytes of the whole message.
    private static let maximumMessage = 24_000

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        var lines = outline.excerpts.map { Style.plain.excerpt($0) }
        lines += outline.items.map { ($0.watch.isEmpty ? "" : $0.watch + ": ") + $0.text }
        var shown = lines.count
        while true {
            let bytes = card(alert, outline, Array(lines.prefix(shown)), omitted: lines.count - shown)
            if bytes.count <= maximumMessage || shown == 0 { return bytes }
            shown /= 2
        }
    }

    private static func card(_ alert: Alert, _ outline: Outline, _ lines: [String], omitted: Int) -> [UInt8] {
        var body = [
            block(outline.title, [("weight", .string("Bolder")), ("size", .string("Medium"))]),
            block(
                (outline.watches.isEmpty ? "" : outline.watches.joined(separator: ", ") + ": ")
                    + outline.line, []),
        ]
        body += lines.map { block($0, [("isSubtle", .bool(true)), ("spacing", .string("Small"))]) }
        if omitted > 0 { body.append(block("… and \(omitted) more", [])) }
        let end = [outline.source, outline.ask].compactMap { $0 }.joined(separator: " · ")
        body.append(block(end, [("size", .string("Small")), ("isSubtle", .bool(true))]))
        var members: [(key: String, value: JSON)] = [
            ("$schema", .string("http://adaptivecards.io/schemas/adaptive-card.json")),
            ("type", .string("AdaptiveCard")), ("version", .string("1.4")), ("body", .array(body)),
            ("msteams", .object([("width", .string("full"))])),
        ]
        if let url = outline.url, url.hasPrefix("http") {
            let open = JSON.object([
                ("type", .string("Action.OpenUrl")), ("title", .string("Read")), ("url", .string(url)),
            ])
            members.append(("actions", .array([open])))
        }
        let attachment = JSON.object([
            ("contentType", .string("application/vnd.microsoft.card.adaptive")),
            ("content", .object(members)),
        ])
        return JSON.object([("type", .string("message")), ("attachments", .array([attachment]))]).bytes
    }

    /// Text blocks read a subset of Markdown: links and emphasis of an article's text are taken out.
    private static func block(_ text: String, _ more: [(key: String, value: JSON)]) -> JSON {
        let shown = Style.mattermost.text(LengthUnit.scalars.cut(text.oneLine, 1500))
        return .object(
            [("type", .string("TextBlock")), ("text", .string(shown)), ("wrap", .bool(true))] + more)
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        jsonRequest(delivery, to: address)
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        judgeStatus(response, now: now)
    }
}
