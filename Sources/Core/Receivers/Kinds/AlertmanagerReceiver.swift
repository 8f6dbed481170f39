package import Model
import Text

/// Prometheus' Alertmanager (API v2). It keeps alerts in memory only, so one is posted again every minute
/// until it ends, an hour after it began.
package enum AlertmanagerReceiver: Receiver {
    package static let kind = "alertmanager"
    package static let contentType = "application/json; charset=utf-8"
    package static let repeats: (every: Duration, lasts: Duration)? = (.seconds(60), .seconds(3600))

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        var labels: [(key: String, value: JSON)] = [
            ("alertname", .string("Tocsin")), ("alert_id", .string(alert.id)),
            ("instance", .string(order.origin)),
            (
                "severity",
                .string(alert.priority == .urgent ? "critical" : alert.priority == .low ? "info" : "warning")
            ),
            ("type", .string(alert.kind.rawValue)),
        ]
        if case .article(let card, let watches, _, _) = alert.content {
            let mine = watches.filter { $0.receivers.contains(order.receiver) }.map(\.id).sorted()
            labels += [("watch", .string(mine.joined(separator: ","))), ("source", .string(card.sourceID))]
        }
        if let story = alert.story { labels.append(("story", .string(story.id))) }
        var members: [(key: String, value: JSON)] = [
            ("labels", .object(labels)),
            (
                "annotations",
                .object([
                    ("summary", .string(Style.plain.text(outline.line))),
                    ("headline", .string(Style.plain.text(outline.title))),
                    (
                        "description",
                        .string(Style.plain.message(outline, limit: 8000, unit: .bytes, isTitled: false))
                    ),
                ])
            ),
            ("startsAt", .string(alert.created.iso8601)),
            ("endsAt", .string(alert.created.advanced(by: .seconds(3600)).iso8601)),
        ]
        if let url = outline.url, url.hasPrefix("http") { members.append(("generatorURL", .string(url))) }
        return JSON.array([.object(members)]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let base = bare(address.url)
        return jsonRequest(
            delivery, to: address, url: base.hasSuffix("/api/v2/alerts") ? base : base + "/api/v2/alerts")
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        judgeStatus(response, now: now)
    }
}
