package import Model
import Text

/// What a receiver kind needs to know of its settings.
package struct ReceiverAddress: Sendable {
    package var id: String
    package var url: String
    package var signingSecret: String?
    package var headers: [(name: String, value: String)]
    package var timeout: Duration

    package init(
        id: String, url: String, signingSecret: String?, headers: [(name: String, value: String)],
        timeout: Duration
    ) {
        (self.id, self.url, self.signingSecret) = (id, url, signingSecret)
        (self.headers, self.timeout) = (headers, timeout)
    }
}

/// One kind of receiver: how an alert becomes a body, a body a request, and a response a verdict. A new kind
/// is one file with a conformance, and one line in `receiverKinds`.
package protocol Receiver: Sendable {
    /// Its key in the configuration.
    static var kind: String { get }
    static var contentType: String { get }
    /// The body for one receiver, rendered once and stored; `id` is its webhook-id, `sequence` counts this
    /// receiver's messages.
    static func render(_ alert: Alert, for receiver: String, id: String, sequence: Int64, origin: String)
        -> [UInt8]
    /// The request of one attempt at `now`.
    static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    /// What the answer means.
    static func judge(_ response: HTTPResponse, now: Moment) -> Outcome
}

/// The roll of receiver kinds.
package let receiverKinds: [any Receiver.Type] = [WebhookReceiver.self, SlackReceiver.self]

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
