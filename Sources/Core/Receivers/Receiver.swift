package import Model
import Text

/// What a receiver kind needs to know of its settings.
package struct ReceiverAddress: Sendable {
    package var id: String
    package var url: String
    package var signingSecret: String?
    package var headers: [(name: String, value: String)]
    package var timeout: Duration
    /// What else its kind asks for, by the setting's name: `token`, `room`.
    package var options: [String: String] = [:]
    package var trust: HTTPRequest.Trust?
    /// Signing secrets that still count while receivers change to the new one.
    package var oldSecrets: [String] = []

    package init(
        id: String, url: String, signingSecret: String?, headers: [(name: String, value: String)],
        timeout: Duration
    ) {
        (self.id, self.url, self.signingSecret) = (id, url, signingSecret)
        (self.headers, self.timeout) = (headers, timeout)
    }
}

/// For whom an alert is made into a body, and as what.
package struct RenderOrder: Sendable {
    package var receiver: String
    /// Its webhook-id.
    package var id: String
    /// Counts this receiver's messages.
    package var sequence: Int64
    /// Name of the installation.
    package var origin: String
    /// What its kind calls the shape of the body: `full`, `thin`.
    package var variant: String?
    /// A body of the operator's own.
    package var template: BodyTemplate?

    package init(receiver: String, id: String, sequence: Int64, origin: String, variant: String? = nil) {
        (self.receiver, self.id, self.sequence) = (receiver, id, sequence)
        (self.origin, self.variant) = (origin, variant)
    }
}

/// One kind of receiver: how an alert becomes a body, a body a request, and a response a verdict. A new kind
/// is one file with a conformance, and one line in `receiverKinds`.
package protocol Receiver: Sendable {
    /// Its key in the configuration.
    static var kind: String { get }
    static var contentType: String { get }
    /// Several deliveries as one, for a receiver that takes them so; nil when it does not.
    static func batched(_ deliveries: [Delivery], to address: ReceiverAddress) -> Delivery?
    /// The receiver forgets, so a message it took is sent again that often for that long.
    static var repeats: (every: Duration, lasts: Duration)? { get }
    /// The body for one receiver, rendered once and stored.
    static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8]
    /// The request of one attempt at `now`.
    static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    /// What the answer means.
    static func judge(_ response: HTTPResponse, now: Moment) -> Outcome
}

extension Receiver {
    /// The request of one attempt, over the way that its receiver asks for.
    package static func outgoing(_ delivery: Delivery, to address: ReceiverAddress, now: Moment)
        -> HTTPRequest
    {
        var request = request(delivery, to: address, now: now)
        request.trust = address.trust
        return request
    }

    /// Most take one at a time.
    package static func batched(_ deliveries: [Delivery], to address: ReceiverAddress) -> Delivery? { nil }

    /// Most remember what they took.
    package static var repeats: (every: Duration, lasts: Duration)? { nil }
}

/// The roll of receiver kinds.
package let receiverKinds: [any Receiver.Type] = [
    WebhookReceiver.self, SlackReceiver.self, DiscordReceiver.self, TeamsReceiver.self,
    MattermostReceiver.self, GoogleChatReceiver.self, NtfyReceiver.self, GotifyReceiver.self,
    TelegramReceiver.self, MatrixReceiver.self, PagerDutyReceiver.self, OpsgenieReceiver.self,
    AlertmanagerReceiver.self, AppriseReceiver.self, EmailReceiver.self,
]

/// The receiver kind of that name.
package func receiverKind(_ name: String) -> (any Receiver.Type)? { receiverKinds.first { $0.kind == name } }

/// What a status means that no receiver kind reads differently: 2xx is success and nothing else is.
func judgeStatus(_ response: HTTPResponse, now: Moment) -> Outcome {
    let status = response.status
    let said = String(decoding: response.body.prefix(200), as: UTF8.self).oneLine
    let what = "answered \(status)" + (said.isEmpty ? "" : " (\(said))")
    switch status {
    case 200..<300: return .delivered(status: status)
    case 300..<400:
        return .misconfigured(
            "\(what): a redirect, which is not followed; set the new address", status: status)
    case 400 where said.contains("SSL certificate"):
        // nginx answers so to who shows no certificate, or a wrong one.
        return .misconfigured("\(what): it asks for a certificate of ours", status: status)
    case 400, 413, 415, 422: return .refused("\(what): the message itself is refused", status: status)
    case 410: return .gone("\(what): the address is no more", status: status)
    case 401, 403, 404, 405:
        return .misconfigured("\(what): the address or its secret is wrong", status: status)
    default:
        let pause = response.retryAfter(now: now) {
            webDate($0).map { Moment(milliseconds: $0.milliseconds) }
        }
        return .retry(what, status: status, after: pause)
    }
}
