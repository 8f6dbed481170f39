package import Model
import Text

/// An ntfy server: a message to a topic.
package enum NtfyReceiver: Receiver {
    package static let kind = "ntfy"
    package static let contentType = "application/json; charset=utf-8"

    /// Bytes of a message; a longer one would become an attachment.
    private static let (maximumTitle, maximumMessage) = (250, 4000)

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        var members: [(key: String, value: JSON)] = [
            ("topic", .string("")),
            ("title", .string(LengthUnit.bytes.cut(Style.plain.text(outline.title), maximumTitle))),
            (
                "message",
                .string(Style.plain.message(outline, limit: maximumMessage, unit: .bytes, isTitled: false))
            ),
            ("priority", .integer(alert.priority == .urgent ? 5 : alert.priority == .low ? 2 : 3)),
            ("tags", .array([.string(alert.priority == .urgent ? "rotating_light" : "newspaper")])),
        ]
        if let url = outline.url, url.hasPrefix("http") { members.append(("click", .string(url))) }
        return JSON.object(members).bytes
    }

    /// The topic is the receiver's address, so it is put in when the message is sent.
    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let delivery = filled(delivery, "topic", address.options["topic"])
        let token = address.options["token"].map { [(name: "authorization", value: "Bearer \($0)")] } ?? []
        return jsonRequest(delivery, to: address, headers: token)
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        judgeWithBody(response, now: now)
    }
}
