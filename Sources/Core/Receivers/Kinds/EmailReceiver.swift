import Digest
package import Model
import Text

/// E-mail by a mail server (SMTP, RFC 5321). One message goes to all of a receiver's addresses; when the
/// server refuses one of them, none is sent and the operator hears of it. The Message-ID is the webhook-id,
/// so that a message which came twice is one in most mail programs, and those of a story are one thread.
package enum EmailReceiver: Receiver {
    package static let kind = "email"
    package static let contentType = "message/rfc822"

    /// Bytes of each form of the text.
    private static let maximumText = 100_000
    /// Scalars of a subject.
    private static let maximumSubject = 200

    /// The message but for what belongs to the receiver's address: From, To, Message-ID and further headers.
    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        let outline = Outline(alert, for: order.receiver)
        var headers = [
            "Subject: " + encodedWords(subject(alert, outline)),
            "Date: \(mailDate(alert.created))",
        ]
        if let story = alert.story { headers.append("References: <\(story.id)@\(order.origin)>") }
        headers += [
            "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All",
            "X-Tocsin-Alert: \(alert.id)", "X-Tocsin-Type: \(alert.kind.rawValue)",
        ]
        if alert.priority == .urgent { headers += ["Importance: high", "X-Priority: 1"] }
        let mark = "=_tocsin_\(order.id)"
        headers += [
            "MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=\"\(mark)\"",
        ]
        let plain = Style.plain.message(outline, limit: maximumText, unit: .bytes)
        let html = Style.html.message(outline, limit: maximumText, unit: .bytes)
        let page =
            "<!doctype html><html><body><p>"
            + html.split(separator: "\n").joined(separator: "<br>\r\n") + "</p></body></html>"
        var text = headers.map { $0 + "\r\n" }.joined() + "\r\n"
        for (type, body) in [("text/plain", plain), ("text/html", page)] {
            text += "--\(mark)\r\nContent-Type: \(type); charset=utf-8\r\n"
            text += "Content-Transfer-Encoding: base64\r\n\r\n" + lines(of: base64(Array(body.utf8)))
        }
        return Array((text + "--\(mark)--\r\n").utf8)
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest
    {
        let to = (address.options["to"] ?? "").split(separator: ",").map(String.init)
        let from = address.options["from"] ?? ""
        let own =
            ["From: Tocsin <\(from)>", "To: " + to.map { "<\($0)>" }.joined(separator: ",\r\n ")]
            + ["Message-ID: <\(delivery.id)@\(from.split(separator: "@").last ?? "tocsin")>"]
            + address.headers.map { "\($0.name): \($0.value)" }
        var request = HTTPRequest(
            method: "MAIL", url: address.url, headers: [],
            body: Array(own.map { $0 + "\r\n" }.joined().utf8) + delivery.body, timeout: address.timeout,
            maximumBytes: 4096, isOperatorChosen: true)
        request.envelope = HTTPRequest.Envelope(
            from: from, to: to, user: address.options["user"], password: address.options["password"],
            needsTLS: address.options["starttls"] != "off")
        return request
    }

    /// RFC 5321, section 4.2: 4yz is asked again. Of 5yz, 552 and 554 are about the message; the others about
    /// who sends, to whom, or how.
    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        let said = String(decoding: response.body.prefix(200), as: UTF8.self).oneLine
        let what = "the mail server answered " + (said.isEmpty ? String(response.status) : said)
        return switch response.status {
        case 200..<300: .delivered(status: response.status)
        case 552, 554: .refused("\(what): the message itself is refused", status: response.status)
        case 500..<600:
            .misconfigured("\(what): an address or the log-in is wrong", status: response.status)
        default: .retry(what, status: response.status, after: nil)
        }
    }

    private static func subject(_ alert: Alert, _ outline: Outline) -> String {
        var parts: [String] = []
        if alert.priority == .urgent { parts.append("URGENT") }
        if !outline.watches.isEmpty { parts.append(outline.watches.joined(separator: ", ") + ":") }
        let words = Style.plain.text((parts + [outline.title]).joined(separator: " ").oneLine)
        return LengthUnit.scalars.cut(words, maximumSubject)
    }

    /// `Tue, 01 Dec 2026 10:00:00 +0000` (RFC 5322, section 3.3).
    private static func mailDate(_ moment: Moment) -> String {
        let days = moment.seconds.quotientAndRemainderFloored(86_400).0
        let date = CivilDate(daysSince1970: days)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let name = names[Int(days.quotientAndRemainderFloored(7).1)]
        let (day, clock) = (date.iso8601.suffix(2), moment.iso8601.dropFirst(11).prefix(8))
        return "\(name), \(day) \(months[Int(date.month) - 1]) \(date.year) \(clock) +0000"
    }

    /// A header's text as encoded words (RFC 2047), each of at most 75 characters; plain where it may be.
    static func encodedWords(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !text.contains("=?")
        if isPlain, text.utf8.count <= 66 { return text }
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            // The first shares its line with the header's name.
            let room = words.count == 1 ? 36 : 45
            if words[words.count - 1].count + bytes.count > room { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(base64($0))?=" }.joined(separator: "\r\n ")
    }

    /// Lines of 76 characters.
    private static func lines(of text: String) -> String {
        var out = ""
        var rest = text[...]
        while !rest.isEmpty {
            out += rest.prefix(76) + "\r\n"
            rest = rest.dropFirst(76)
        }
        return out
    }
}
