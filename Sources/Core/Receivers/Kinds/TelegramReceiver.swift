package import Model
import Text

/// A Telegram bot that writes to a chat.
package enum TelegramReceiver: Receiver {
    package static let kind = "telegram"
    package static let contentType = "application/json; charset=utf-8"

    /// Characters of a message, counted after mark-up is read; ours counts it too.
    private static let maximumText = 4000

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let text = Style.html.message(Outline(alert, for: order.receiver), limit: maximumText, unit: .utf16)
        return JSON.object([
            ("chat_id", .string("")), ("parse_mode", .string("HTML")), ("text", .string(text)),
            ("disable_notification", .bool(alert.priority == .low)),
            ("link_preview_options", .object([("is_disabled", .bool(true))])),
        ]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let delivery = filled(delivery, "chat_id", address.options["chat"])
        let base = address.url.isEmpty ? "https://api.telegram.org" : address.url
        return jsonRequest(
            delivery, to: address, url: "\(base)/bot\(address.options["token"] ?? "")/sendMessage")
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        guard response.status == 200 else { return judgeWithBody(response, now: now) }
        let isTaken = (try? JSON.parse(response.body))?["ok"] == .bool(true)
        return isTaken
            ? .delivered(status: 200)
            : .retry("answered 200 but not that it is well", status: 200, after: nil)
    }
}
