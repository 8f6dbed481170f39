import Digest
package import Model
import Text

/// The generic receiver: a CloudEvents 1.0 structured JSON body under Standard Webhooks headers (v1).
package enum WebhookReceiver: Receiver {
    package static let kind = "webhook"
    package static let contentType = "application/cloudevents+json; charset=utf-8"

    /// A body is at most this many bytes (the Standard Webhooks advice).
    static let maximumBody = 20_000
    /// At most this many mentions are shown; `mentions_total` is always true.
    static let maximumMentions = 20

    package static func render(
        _ alert: Alert, for receiver: String, id: String, sequence: Int64, origin: String
    ) -> [UInt8] {
        var shown = maximumMentions
        while true {
            let body = AlertBody(
                alert: alert, receiver: receiver, id: id, sequence: sequence, origin: origin, shown: shown)
            let bytes = body.json.bytes
            if bytes.count <= maximumBody || shown == 0 { return bytes }
            shown /= 2
        }
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let timestamp = String(now.seconds)
        let headers = [
            ("content-type", delivery.contentType), ("webhook-id", delivery.id),
            ("webhook-timestamp", timestamp),
            ("webhook-signature", signature(delivery, timestamp, address.signingSecret ?? "")),
        ]
        return HTTPRequest(
            method: "POST", url: address.url,
            headers: headers.map { (name: $0.0, value: $0.1) } + address.headers,
            body: delivery.body, timeout: address.timeout, maximumBytes: 4096, isOperatorChosen: true)
    }

    /// `v1,` and base64 of HMAC-SHA256 over `id.timestamp.body` (Standard Webhooks).
    static func signature(_ delivery: Delivery, _ timestamp: String, _ secret: String) -> String {
        let key = base64Decoded(secret.hasPrefix("whsec_") ? String(secret.dropFirst(6)) : secret) ?? []
        return "v1,"
            + base64(hmacSHA256(key: key, Array("\(delivery.id).\(timestamp).".utf8) + delivery.body))
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        judgeStatus(response, now: now)
    }
}
