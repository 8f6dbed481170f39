package import Model
import Text

/// A Slack incoming webhook: text for notifications, blocks for the eye. Success is status 200 with the body
/// `ok`.
package enum SlackReceiver: Receiver {
    package static let kind = "slack"
    package static let contentType = "application/json; charset=utf-8"

    /// Characters of a header block, and of a section (slack_sdk: models/blocks/blocks.py).
    private static let maximumHeader = 150
    private static let maximumSection = 3000

    package static func render(_ alert: Alert, _ order: RenderOrder) -> [UInt8] {
        var blocks: [JSON] = []
        switch alert.content {
        case .article(let card, let watches, let mentions, let sentences):
            let mine = watches.filter { $0.receivers.contains(order.receiver) }
            blocks.append(header(card.headline))
            let titles = mine.map { "*\(escaped($0.title))*" }.joined(separator: ", ")
            blocks.append(section(titles + "\n" + escaped(alert.text)))
            let wanted = Set(mine.flatMap(\.mentions)).sorted().prefix(5)
            for number in Set(wanted.map { mentions[$0].sentence }).sorted() {
                let marks = wanted.map { mentions[$0] }.filter { $0.sentence == number }.map(\.highlight)
                blocks.append(section("> " + highlighted(sentences[number].text, marks)))
            }
            blocks.append(context(source(card) + " · `tocsin why \(card.id)`"))
        case .digest(let items, let summary):
            blocks.append(section(escaped(summary)))
            let lines = items.prefix(20).map { "• *\(escaped($0.title))* " + escaped(cut($0.text, 300)) }
            let more = items.count > 20 ? ["and \(items.count - 20) more: `tocsin alerts show \(alert.id)`"] : []
            for line in lines + more { blocks.append(section(line)) }
        case .notice(let notice):
            blocks.append(section(escaped(notice.what) + (notice.mend.map { "\n" + escaped($0) } ?? "")))
        }
        return JSON.object([("text", .string(escaped(cut(alert.text, 300)))), ("blocks", .array(blocks))]).bytes
    }

    package static func request(_ delivery: Delivery, to address: ReceiverAddress, now: Moment) -> HTTPRequest {
        HTTPRequest(
            method: "POST", url: address.url, headers: [(name: "content-type", value: delivery.contentType)],
            body: delivery.body, timeout: address.timeout, maximumBytes: 4096, isOperatorChosen: true)
    }

    package static func judge(_ response: HTTPResponse, now: Moment) -> Outcome {
        guard response.status == 200 else { return judgeStatus(response, now: now) }
        let said = String(decoding: response.body.prefix(200), as: UTF8.self).oneLine
        return said == "ok" ? .delivered(status: 200)
            : .retry("answered 200 but said '\(said)' where Slack says 'ok'", status: 200, after: nil)
    }

    /// Slack reads only these three as mark-up; bidi controls could turn a line around.
    static func escaped(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": continue
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    private static func highlighted(_ sentence: String, _ marks: [TextSpan]) -> String {
        let scalars = Array(sentence.unicodeScalars)
        var out = ""
        var at = 0
        for mark in marks.sorted() where mark.start >= at && mark.end <= scalars.count {
            out += escaped(string(scalars[at..<mark.start])) + "*" + escaped(string(scalars[mark.start..<mark.end])) + "*"
            at = mark.end
        }
        return (out + escaped(string(scalars[at...]))).oneLine
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }

    private static func source(_ card: ArticleCard) -> String {
        let place = card.url.map { $0.contains("|") || $0.contains(">") ? escaped($0) : "<\(escaped($0))|\(escaped(card.sourceID))>" }
        return place ?? escaped(card.file ?? card.sourceID)
    }

    private static func header(_ text: String) -> JSON {
        .object([("type", .string("header")), ("text", .object([
            ("type", .string("plain_text")), ("text", .string(cut(text.oneLine.isEmpty ? "Alert" : text.oneLine, maximumHeader))),
        ]))])
    }

    private static func section(_ text: String) -> JSON {
        .object([("type", .string("section")), ("text", markdown(cut(text, maximumSection)))])
    }

    private static func context(_ text: String) -> JSON {
        .object([("type", .string("context")), ("elements", .array([markdown(cut(text, maximumSection))]))])
    }

    private static func markdown(_ text: String) -> JSON {
        .object([("type", .string("mrkdwn")), ("text", .string(text))])
    }

    /// At most that many characters, with an ellipsis where it was cut.
    private static func cut(_ text: String, _ limit: Int) -> String {
        text.utf16.count <= limit ? text : String(text.prefix(limit / 2 - 1)) + "…"
    }
}
