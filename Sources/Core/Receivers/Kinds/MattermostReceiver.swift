package import Model
import Text

/// A Mattermost (or Rocket.Chat) incoming webhook: one Markdown text. Success is the body `ok`, or
/// Rocket.Chat's `{"success": true}`.
package enum MattermostReceiver: Receiver {
    package static let kind = "mattermost"
    package static let contentType = "application/json; charset=utf-8"

    /// Characters of a post; Mattermost would split a longer one.
    private static let maximumText = 16_000

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let text = Style.mattermost.message(
            Outline(alert, for: order.receiver), limit: maximumText, unit: .scalars)
        return JSON.object([("text", .string(text))]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        jsonRequest(delivery, to: address)
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        guard response.status == 200 else { return judgeStatus(response, now: now) }
        let said = String(decoding: response.body.prefix(200), as: UTF8.self).oneLine
        let isTaken = said == "ok" || (try? JSON.parse(response.body))?["success"] == .bool(true)
        return isTaken
            ? .delivered(status: 200)
            : .retry("answered 200 but said '\(said)' where 'ok' is the word", status: 200, after: nil)
    }
}
