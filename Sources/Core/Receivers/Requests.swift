import Model
import Text

/// The pause that a service names in the body of its answer: Discord's and Matrix' own members, and
/// Telegram's.
func pauseInBody(_ response: HTTPResponse) -> Duration? {
    guard let json = try? JSON.parse(response.body) else { return nil }
    if let milliseconds = json["retry_after_ms"]?.integer { return bounded(.milliseconds(milliseconds)) }
    let value = json["retry_after"] ?? json["parameters"]?["retry_after"]
    if let seconds = value?.integer { return bounded(.seconds(seconds)) }
    if case .number(let seconds)? = value, seconds.isFinite, seconds >= 0, seconds < 1e9 {
        return bounded(.milliseconds(Int64((seconds * 1000).rounded(.up))))
    }
    return nil
}

private func bounded(_ pause: Duration) -> Duration? {
    pause > .zero ? min(pause, .seconds(604_800)) : nil
}

/// What an answer means, with the pause that its body may name.
func judgeWithBody(_ response: HTTPResponse, now: Moment) -> Outcome {
    let outcome = judgeStatus(response, now: now)
    guard case .retry(let what, let status, nil) = outcome, let pause = pauseInBody(response) else {
        return outcome
    }
    return .retry(what, status: status, after: pause)
}

/// A POST of a delivery's body as JSON, with further headers.
func jsonRequest(
    _ delivery: Delivery, to address: ReceiverAddress, url: String? = nil, method: String = "POST",
    headers: [(name: String, value: String)] = []
) -> HTTPRequest {
    HTTPRequest(
        method: method, url: url ?? address.url,
        headers: [(name: "content-type", value: delivery.contentType)] + headers + address.headers,
        body: delivery.body, timeout: address.timeout, maximumBytes: 4096, isOperatorChosen: true)
}

/// A delivery with one member of its JSON body filled in: what belongs to the receiver's address is not
/// stored with the message. Without a value the member is left out.
func filled(_ delivery: Delivery, _ name: String, _ value: String?) -> Delivery {
    guard case .object(let members)? = try? JSON.parse(delivery.body) else { return delivery }
    var filled = delivery
    filled.body =
        JSON.object(
            members.compactMap { member in
                member.key == name ? value.map { (name, .string($0)) } : member
            }
        ).bytes
    return filled
}

/// An address without a slash at its end.
func bare(_ url: String) -> String { url.hasSuffix("/") ? String(url.dropLast()) : url }
