package import Model
import Text

/// PagerDuty's Events API v2: an incident a story, which PagerDuty knows again by its dedup_key.
package enum PagerDutyReceiver: Receiver {
    package static let kind = "pagerduty"
    package static let contentType = "application/json; charset=utf-8"

    /// Characters of a summary, and bytes of the details.
    private static let (maximumSummary, maximumDetails) = (1024, 100_000)

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        let severity = alert.priority == .urgent ? "critical" : alert.priority == .low ? "info" : "warning"
        let details = Style.plain.message(outline, limit: maximumDetails, unit: .bytes, isTitled: false)
        var members: [(key: String, value: JSON)] = [
            ("routing_key", .string("")), ("event_action", .string("trigger")),
            ("dedup_key", .string(alert.story?.id ?? order.id)), ("client", .string("Tocsin")),
            (
                "payload",
                .object([
                    (
                        "summary",
                        .string(LengthUnit.scalars.cut(Style.plain.text(outline.line), maximumSummary))
                    ),
                    ("source", .string(order.origin)), ("severity", .string(severity)),
                    ("timestamp", .string(alert.created.iso8601)), ("class", .string(alert.kind.rawValue)),
                    ("group", .string(outline.watches.joined(separator: ", "))),
                    (
                        "custom_details",
                        .object([("headline", .string(outline.title)), ("text", .string(details))])
                    ),
                ])
            ),
        ]
        if let url = outline.url, url.hasPrefix("http") {
            let link = JSON.object([("href", .string(url)), ("text", .string(outline.title))])
            members.append(("links", .array([link])))
        }
        return JSON.object(members).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let delivery = filled(delivery, "routing_key", address.options["key"])
        let url = address.url.isEmpty ? "https://events.pagerduty.com/v2/enqueue" : address.url
        return jsonRequest(delivery, to: address, url: url)
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        judgeStatus(response, now: now)
    }
}
