package import Model
import Text

/// A Google Chat incoming webhook: one text; alerts of one story go into one thread.
package enum GoogleChatReceiver: Receiver {
    package static let kind = "google_chat"
    package static let contentType = "application/json; charset=utf-8"

    /// Characters of a message.
    private static let maximumText = 4000

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let text = Style.googleChat.message(
            Outline(alert, for: order.receiver), limit: maximumText, unit: .utf16)
        var members: [(key: String, value: JSON)] = [("text", .string(text))]
        if let story = alert.story { members.append(("thread", .object([("threadKey", .string(story.id))]))) }
        return JSON.object(members).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let reply = "messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD"
        return jsonRequest(
            delivery, to: address, url: address.url + (address.url.contains("?") ? "&" : "?") + reply)
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        judgeWithBody(response, now: now)
    }
}
