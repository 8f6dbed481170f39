package import Model
import Text

/// A Discord webhook: one embed; nobody is ever called. Success is a message in the answer (`wait=true`).
package enum DiscordReceiver: Receiver {
    package static let kind = "discord"
    package static let contentType = "application/json; charset=utf-8"

    /// UTF-16 units of a title and a description (discord-api-docs: resources/message).
    private static let (maximumTitle, maximumDescription) = (256, 4000)

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        let style = Style.discord
        var embed: [(key: String, value: JSON)] = [
            ("title", .string(LengthUnit.utf16.cut(style.text(outline.title), maximumTitle))),
            (
                "description",
                .string(style.message(outline, limit: maximumDescription, unit: .utf16, isTitled: false))
            ),
            ("timestamp", .string(alert.created.iso8601)),
            (
                "color",
                .integer(alert.priority == .urgent ? 0xD32F2F : alert.priority == .low ? 0x757575 : 0x1565C0)
            ),
        ]
        if let url = outline.url, url.hasPrefix("http"), url.utf8.count <= 2048 {
            embed.append(("url", .string(url)))
        }
        return JSON.object([
            ("allowed_mentions", .object([("parse", .array([]))])), ("embeds", .array([.object(embed)])),
        ]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let wait = address.url.contains("?") ? "&wait=true" : "?wait=true"
        return jsonRequest(delivery, to: address, url: address.url + wait)
    }

    /// A 404 means that the webhook was deleted: Discord bans who goes on calling it.
    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        if response.status == 404 { return .gone("answered 404: the webhook was deleted", status: 404) }
        return judgeWithBody(response, now: now)
    }
}
