package import Model
import Text

/// A Matrix room. The transaction id is the webhook-id, so the server itself drops a message sent twice.
package enum MatrixReceiver: Receiver {
    package static let kind = "matrix"
    package static let contentType = "application/json; charset=utf-8"

    /// Bytes of each form of the text; an event has at most 65,536.
    private static let maximumText = 16_000

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        let html = Style.html.message(outline, limit: maximumText, unit: .bytes)
        return JSON.object([
            ("msgtype", .string(alert.priority == .low ? "m.notice" : "m.text")),
            ("body", .string(Style.plain.message(outline, limit: maximumText, unit: .bytes))),
            ("format", .string("org.matrix.custom.html")),
            ("formatted_body", .string(html.split(separator: "\n").joined(separator: "<br/>"))),
            ("m.mentions", .object([])),
        ]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let base = bare(address.url)
        let room = percentEncoded(address.options["room"] ?? "")
        let path = "/_matrix/client/v3/rooms/\(room)/send/m.room.message/\(percentEncoded(delivery.id))"
        return jsonRequest(
            delivery, to: address, url: base + path, method: "PUT",
            headers: [(name: "authorization", value: "Bearer \(address.options["token"] ?? "")")])
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        guard response.status == 200 else { return judgeWithBody(response, now: now) }
        let event = (try? JSON.parse(response.body))?["event_id"]?.string
        return event != nil
            ? .delivered(status: 200) : .retry("answered 200 without an event_id", status: 200, after: nil)
    }
}
