package import Model
import Text

/// An Apprise API gateway, which reaches some 170 further services. It answers 424 when one of several
/// failed, so a receiver should name one tag that leads to one service.
package enum AppriseReceiver: Receiver {
    package static let kind = "apprise"
    package static let contentType = "application/json; charset=utf-8"

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        return JSON.object([
            ("title", .string(LengthUnit.scalars.cut(Style.plain.text(outline.title), 250))),
            ("body", .string(Style.plain.message(outline, limit: 8000, unit: .bytes, isTitled: false))),
            ("type", .string(alert.priority == .urgent ? "warning" : "info")), ("format", .string("text")),
            ("tag", .string("")),
        ]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        return jsonRequest(filled(delivery, "tag", address.options["tag"]), to: address)
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        if response.status == 424 {
            return .retry(
                "answered 424: a service behind the gateway failed, or the tag leads nowhere", status: 424,
                after: nil)
        }
        return judgeStatus(response, now: now)
    }
}
