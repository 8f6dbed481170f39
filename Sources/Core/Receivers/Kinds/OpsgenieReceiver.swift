package import Model
import Text

/// Opsgenie's alert API: an alert a story, which it knows again by its alias.
package enum OpsgenieReceiver: Receiver {
    package static let kind = "opsgenie"
    package static let contentType = "application/json; charset=utf-8"

    /// Characters of a message and of a description.
    private static let (maximumMessage, maximumDescription) = (130, 14_000)

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        let priority = alert.priority == .urgent ? "P1" : alert.priority == .low ? "P5" : "P3"
        return JSON.object([
            ("message", .string(LengthUnit.utf16.cut(Style.plain.text(outline.title), maximumMessage))),
            ("alias", .string(alert.story?.id ?? order.id)),
            ("description", .string(Style.plain.message(outline, limit: maximumDescription, unit: .utf16))),
            ("priority", .string(priority)), ("source", .string("tocsin/\(order.origin)")),
            ("tags", .array(outline.watches.prefix(20).map { .string(LengthUnit.utf16.cut($0, 50)) })),
            ("details", .object([("alert", .string(alert.id)), ("url", .string(outline.url ?? ""))])),
        ]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        jsonRequest(
            delivery, to: address,
            url: address.url.isEmpty ? "https://api.opsgenie.com/v2/alerts" : address.url,
            headers: [(name: "authorization", value: "GenieKey \(address.options["key"] ?? "")")])
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        judgeStatus(response, now: now)
    }
}
