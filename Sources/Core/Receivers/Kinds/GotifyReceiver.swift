package import Model
import Text

/// A Gotify server.
package enum GotifyReceiver: Receiver {
    package static let kind = "gotify"
    package static let contentType = "application/json; charset=utf-8"

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        var notification: [(key: String, value: JSON)] = []
        if let url = outline.url, url.hasPrefix("http") {
            notification.append(
                ("client::notification", .object([("click", .object([("url", .string(url))]))])))
        }
        return JSON.object([
            ("title", .string(LengthUnit.scalars.cut(Style.plain.text(outline.title), 250))),
            (
                "message",
                .string(Style.plain.message(outline, limit: 10_000, unit: .scalars, isTitled: false))
            ),
            ("priority", .integer(alert.priority == .urgent ? 8 : alert.priority == .low ? 2 : 5)),
            ("extras", .object(notification)),
        ]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let base = bare(address.url)
        return jsonRequest(
            delivery, to: address, url: base.hasSuffix("/message") ? base : base + "/message",
            headers: [(name: "x-gotify-key", value: address.options["token"] ?? "")])
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        judgeStatus(response, now: now)
    }
}
