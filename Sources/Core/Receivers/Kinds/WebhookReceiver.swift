import Digest
package import Model
import Text

/// The generic receiver: a CloudEvents 1.0 structured JSON body under Standard Webhooks headers (v1, and
/// v1a with a private key); on request also signed as GitHub and Stripe do.
package enum WebhookReceiver: Receiver {
    package static let kind = "webhook"
    package static let contentType = "application/cloudevents+json; charset=utf-8"

    /// A body is at most this many bytes (the Standard Webhooks advice).
    static let maximumBody = 20_000
    /// At most this many mentions are shown; `mentions_total` is always true.
    static let maximumMentions = 20

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        var shown = maximumMentions
        while true {
            let body = AlertBody(alert: alert, order: order, shown: shown)
            let json = order.variant == "thin" ? body.thin : body.json
            let bytes = (order.template?.filled(json) ?? json).bytes
            if bytes.count <= maximumBody || shown == 0 { return bytes }
            shown /= 2
        }
    }

    /// A batch of CloudEvents: its id is made of theirs, and each keeps its own.
    package static func batched(_ deliveries: [Delivery], to address: ReceiverAddress) -> Delivery? {
        guard address.options["body"] == "batch", deliveries.count > 1 else { return nil }
        var out = deliveries[0]
        out.id = hex(Array(sha256(Array(deliveries.map(\.id).joined(separator: " ").utf8)).prefix(10)))
        let isOwn = !out.contentType.contains("cloudevents")
        out.contentType = isOwn ? out.contentType : "application/cloudevents-batch+json; charset=utf-8"
        out.body =
            Array("[".utf8) + Array(deliveries.map(\.body).joined(separator: Array(",".utf8)))
            + Array("]".utf8)
        return out
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let timestamp = String(now.seconds)
        var headers = [
            ("content-type", delivery.contentType), ("webhook-id", delivery.id),
            ("webhook-timestamp", timestamp),
            ("webhook-signature", signatures(delivery, timestamp, address).joined(separator: " ")),
        ]
        // Other conventions sign with the secret as it is written.
        let secret = Array((address.signingSecret ?? "").utf8)
        let styles = address.options["also_sign"]?.split(separator: ",").map(String.init) ?? []
        if styles.contains("github") {
            headers.append(("x-hub-signature-256", "sha256=" + hex(hmacSHA256(key: secret, delivery.body))))
        }
        if styles.contains("stripe") {
            let signed = Array("\(timestamp).".utf8) + delivery.body
            headers.append(("tocsin-signature", "t=\(timestamp),v1=" + hex(hmacSHA256(key: secret, signed))))
        }
        return HTTPRequest(
            method: "POST", url: address.url,
            headers: headers.map { (name: $0.0, value: $0.1) } + address.headers,
            body: delivery.body, timeout: address.timeout, maximumBytes: 4096, isOperatorChosen: true)
    }

    /// One signature for each secret that counts, the newest first, and one by the private key.
    static func signatures(_ delivery: Delivery, _ timestamp: String, _ address: ReceiverAddress) -> [String]
    {
        var out = ([address.signingSecret ?? ""] + address.oldSecrets).map {
            signature(delivery, timestamp, $0)
        }
        if let key = address.options["private_key"], let seed = signingSeed(key),
            let made = ed25519Signature(
                seed: seed, Array("\(delivery.id).\(timestamp).".utf8) + delivery.body)
        {
            out.append("v1a," + base64(made))
        }
        return out
    }

    /// The seed of a Standard Webhooks private key: `whsk_` and base64 of seed and public key.
    package static func signingSeed(_ key: String) -> [UInt8]? {
        let bytes = base64Decoded(key.hasPrefix("whsk_") ? String(key.dropFirst(5)) : key) ?? []
        return bytes.count == 64 || bytes.count == 32 ? Array(bytes.prefix(32)) : nil
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
