import Alerting
import Digest
import Model
import Receivers
import Testing
import Text

/// What hostile articles try to make of a chat message.
private let attacks = [
    "@everyone", "@here", "@channel", "<!channel>", "<!here|x>", "<@U123>", "<users/all>", "[click](https://evil.example)", "<https://evil.example|bank>",
    "<b>x</b><script>alert(1)</script>", "**bold** _it_ ~~s~~ `code` ```block```", "> quote", "# head", "\u{202E}txet\u{202C}", "\u{2066}x\u{2069}", "@room",
    "&amp; &lt;", "\\*", "|table|", "a\u{0}b\u{7}c", "\"}], \"x\": [{\"",
]

/// An alert whose every text is hostile, with as many mentions as asked.
private func hostile(mentions count: Int) -> Alert {
    let all = attacks.joined(separator: " ")
    let card = ArticleCard(
        id: "ar_1", version: 1, headline: all, sourceID: "s", sourceKind: .feed, url: "https://paper.example/a?b=c(d)|\"<x>", file: nil, byline: all,
        language: "en", published: .unknown, firstSeen: Moment(seconds: 1_687_763_561), body: .full, caveat: nil)
    let sentence = all + " the Ridge road is shut " + String(repeating: "ğ\u{1F600}", count: 100)
    let at = all.unicodeScalars.count + 5
    let mentions = (0..<count).map {
        Mention(span: TextSpan($0, $0 + 10), text: "Ridge road", zone: .body, sentence: $0, highlight: TextSpan(at, at + 10))
    }
    let watch = WatchCard(id: "w", title: all, owner: nil, clause: "any", receivers: ["r"], mentions: Array(0..<count), reason: .first)
    var alert = Alert(
        id: "al_1", kind: .first, created: Moment(seconds: 1_687_763_561), priority: .urgent, text: all,
        content: .article(card, watches: [watch], mentions: mentions, sentences: mentions.map { SentenceCard(span: $0.span, text: sentence) }),
        decision: Alert.Decision(.tell, .first, route: "l/defaults"))
    alert.story = StoryCard(id: "st_1", step: 1, articles: 1, nearest: nil, copies: [], copiesTotal: 0)
    return alert
}

private func digest(items count: Int) -> Alert {
    let card = ArticleCard(
        id: "ar_1", version: 1, headline: "H", sourceID: "s", sourceKind: .feed, url: "https://paper.example/a", file: nil, byline: nil, language: nil,
        published: .unknown, firstSeen: Moment(seconds: 0), body: .full, caveat: nil)
    let items = (0..<count).map {
        DigestItem(card: card, watch: "w", title: "W", reason: .quiet, held: Moment(seconds: Int64($0)),
            text: "Ridge road: 1 mention \($0) " + attacks.joined(separator: " "), sentence: nil)
    }
    return composeDigest(items, for: "r", at: Moment(seconds: 1000))
}

private let kindNames = receiverKinds.map { $0.kind }

private func texts(_ json: JSON) -> [String] {
    switch json {
    case .string(let text): [text]
    case .array(let values): values.flatMap(texts)
    case .object(let members): members.flatMap { texts($0.value) }
    default: []
    }
}

@Suite struct ReceiverContractTests {
    private func render(_ kind: any Receiver.Type, _ alert: Alert) throws -> JSON {
        try JSON.parse(kind.render(alert, RenderOrder(receiver: "r", id: "id1", sequence: 1, origin: "desk")))
    }

    /// The largest body of each kind, in bytes.
    private let largest = [
        "webhook": 20_000, "slack": 40_000, "discord": 20_000, "teams": 28_000, "mattermost": 65_000, "google_chat": 30_000, "ntfy": 20_000,
        "gotify": 60_000, "telegram": 30_000, "matrix": 60_000, "pagerduty": 500_000, "opsgenie": 60_000, "alertmanager": 30_000, "apprise": 20_000,
        "email": 400_000,
    ]

    @Test(arguments: kindNames)
    func `every kind renders every alert within its bounds, the same each time`(name: String) throws {
        let kind = try #require(receiverKind(name))
        let notice = Alert(
            id: "al_2", kind: .operatorNotice, created: Moment(seconds: 1), priority: .normal, text: "x",
            content: .notice(Notice(condition: "c", state: "started", what: attacks.joined(separator: " "), mend: "m")),
            decision: Alert.Decision(.tell, .service, route: "service"))
        for alert in [hostile(mentions: 1), hostile(mentions: 300), digest(items: 1), digest(items: 500), notice] {
            let order = RenderOrder(receiver: "r", id: "id1", sequence: 1, origin: "desk")
            let bytes = kind.render(alert, order)
            #expect(bytes == kind.render(alert, order))
            #expect(bytes.count <= (largest[name] ?? 0), "\(name): \(bytes.count)")
            if name == "email" {
                let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false)
                #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } })
            } else {
                _ = try JSON.parse(bytes)
            }
        }
        let delivery = Delivery(id: "id1", alert: "al_1", receiver: "r", contentType: kind.contentType,
            body: kind.render(hostile(mentions: 1), RenderOrder(receiver: "r", id: "id1", sequence: 1, origin: "d")), created: Moment(seconds: 0))
        var address = ReceiverAddress(id: "r", url: "https://x.example/hook", signingSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", headers: [],
            timeout: .seconds(5))
        address.options = ["topic": "t", "token": "k", "chat": "1", "room": "!a:b", "key": "k"]
        let request = kind.request(delivery, to: address, now: Moment(seconds: 5))
        if name != "email" { _ = try JSON.parse(request.body) }
        #expect(request.maximumRedirects == 0 && request.isOperatorChosen && request.url.hasPrefix("https://x.example/"))
        #expect((request.envelope != nil) == (name == "email"))
        if case .delivered = kind.judge(HTTPResponse(status: 500), now: Moment(seconds: 5)) { Issue.record("500 is a success") }
        if case .delivered = kind.judge(HTTPResponse(status: 302), now: Moment(seconds: 5)) { Issue.record("302 is a success") }
    }

    @Test(arguments: ["slack", "discord", "teams", "mattermost", "google_chat", "telegram", "matrix", "ntfy", "gotify"])
    func `no text of an article calls people, links or turns a line around`(name: String) throws {
        let kind = try #require(receiverKind(name))
        let json = try render(kind, hostile(mentions: 3))
        // Slack reads no mark-up in plain_text.
        let shown = name == "slack" ? JSON.array((json["blocks"]?.array ?? []).filter { $0["type"]?.string != "header" }) : json
        for text in texts(shown) {
            #expect(!text.contains("\u{202E}") && !text.contains("\u{2066}"), "\(name): \(text)")
            switch name {
            case "slack": #expect(!text.contains("<!") && !text.contains("<@") && !text.contains("<https://evil"))
            case "mattermost", "teams": #expect(!text.contains("@channel") && !text.contains("@here") && !text.contains("[click]("))
            case "discord": #expect(!text.contains("[click](") && !text.contains("<@"))
            case "google_chat": #expect(!text.contains("<users/all>") && !text.contains("<https://evil"))
            case "telegram": #expect(!text.contains("<script") && !text.contains("<b>x</b>"))
            default: break
            }
        }
        if name == "discord" { #expect(json["allowed_mentions"]?["parse"]?.array?.isEmpty == true) }
        if name == "matrix" {
            #expect(json["formatted_body"]?.string?.contains("<script") == false)
            if case .object? = json["m.mentions"] {} else { Issue.record("mentions are not named") }
        }
    }

    @Test func `each service's own limits`() throws {
        let alert = hostile(mentions: 300)
        let embed = try render(DiscordReceiver.self, alert)["embeds"]?.array?.first
        #expect((embed?["title"]?.string?.utf16.count ?? 999) <= 256 && (embed?["description"]?.string?.utf16.count ?? 9999) <= 4096)
        #expect((try render(TelegramReceiver.self, alert)["text"]?.string?.utf16.count ?? 9999) <= 4096)
        #expect((try render(NtfyReceiver.self, alert)["message"]?.string?.utf8.count ?? 9999) <= 4096)
        #expect((try render(PagerDutyReceiver.self, alert)["payload"]?["summary"]?.string?.unicodeScalars.count ?? 9999) <= 1024)
        #expect((try render(OpsgenieReceiver.self, alert)["message"]?.string?.utf16.count ?? 999) <= 130)
        #expect((try render(MattermostReceiver.self, digest(items: 500))["text"]?.string?.unicodeScalars.count ?? 99_999) <= 16_383)
        #expect(try render(TelegramReceiver.self, digest(items: 500))["text"]?.string?.contains("more") == true)
        for block in try render(SlackReceiver.self, digest(items: 500))["blocks"]?.array ?? [] {
            #expect((block["text"]?["text"]?.string?.utf16.count ?? 0) <= 3000)
        }
    }

    @Test func `what makes a delivery of each answer`() {
        let now = Moment(seconds: 5)
        func answer(_ status: Int, _ body: String) -> HTTPResponse { HTTPResponse(status: status, body: Array(body.utf8)) }
        #expect(MatrixReceiver.judge(answer(200, #"{"event_id":"$1"}"#), now: now) == .delivered(status: 200))
        #expect(TelegramReceiver.judge(answer(200, #"{"ok":true}"#), now: now) == .delivered(status: 200))
        #expect(MattermostReceiver.judge(answer(200, "ok"), now: now) == .delivered(status: 200))
        for outcome in [
            MatrixReceiver.judge(answer(200, "<html>"), now: now), TelegramReceiver.judge(answer(200, "<html>"), now: now),
            MattermostReceiver.judge(answer(200, "<html>"), now: now), AppriseReceiver.judge(answer(424, ""), now: now),
        ] { #expect(pause(outcome) != nil, "took a page for an answer") }
        #expect(pause(MatrixReceiver.judge(answer(429, #"{"retry_after_ms":1500}"#), now: now)) == .milliseconds(1500))
        #expect(pause(TelegramReceiver.judge(answer(429, #"{"parameters":{"retry_after":9}}"#), now: now)) == .seconds(9))
        #expect(pause(DiscordReceiver.judge(answer(429, #"{"retry_after":0.65}"#), now: now)) == .milliseconds(650))
        #expect("\(DiscordReceiver.judge(answer(404, "{}"), now: now))".hasPrefix("gone"))
    }

    /// The pause of a retry, zero when it names none; nil for any other outcome.
    private func pause(_ outcome: Outcome) -> Duration? {
        if case .retry(_, _, let after) = outcome { return after ?? .zero }
        return nil
    }

    @Test func `Matrix gets the same transaction at every try, in its room`() {
        var address = ReceiverAddress(id: "r", url: "https://m.example/", signingSecret: nil, headers: [], timeout: .seconds(5))
        address.options = ["room": "!a/b:s", "token": "k"]
        let delivery = Delivery(id: "id1", alert: "a", receiver: "r", contentType: "x", body: [], tries: 3, created: Moment(seconds: 0))
        let request = MatrixReceiver.request(delivery, to: address, now: Moment(seconds: 9))
        #expect(request.method == "PUT" && request.url == "https://m.example/_matrix/client/v3/rooms/%21a%2Fb%3As/send/m.room.message/id1")
    }
}

@Suite struct RotationTests {
    /// The vector of the Svix server (worker.rs).
    @Test func `v1a is the one that others make`() {
        var address = ReceiverAddress(id: "r", url: "https://x/", signingSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", headers: [], timeout: .seconds(5))
        address.options["private_key"] = "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg=="
        address.oldSecrets = ["whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"]
        address.options["also_sign"] = "github,stripe"
        let delivery = Delivery(id: "msg_p5jXN8AQM9LWM0D4loKWxJek", alert: "a", receiver: "r", contentType: "application/json",
            body: Array(#"{"test": 2432232314}"#.utf8), created: Moment(milliseconds: 0))
        let request = WebhookReceiver.request(delivery, to: address, now: Moment(seconds: 1_614_265_330))
        let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
        let parts = headers["webhook-signature"]?.split(separator: " ") ?? []
        #expect(parts.count == 3 && parts.first == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        #expect(parts.last == "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg==")
        #expect(headers["x-hub-signature-256"]?.hasPrefix("sha256=") == true && headers["tocsin-signature"]?.hasPrefix("t=1614265330,v1=") == true)
    }

    @Test func `a thin body names the article and quotes nothing`() throws {
        let bytes = WebhookReceiver.render(hostile(mentions: 3), RenderOrder(receiver: "r", id: "i", sequence: 1, origin: "d", variant: "thin"))
        let data = try #require(try JSON.parse(bytes)["data"])
        #expect(data["article"]?["id"]?.string == "ar_1" && data["sentences"] == nil && data["mentions"] == nil && data["alert"]?.string == "al_1")
    }

    @Test func `a batch is an array of events under one signature`() throws {
        var address = ReceiverAddress(id: "r", url: "https://x.example/", signingSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", headers: [], timeout: .seconds(5))
        let deliveries = (0..<3).map { number in
            Delivery(id: "id\(number)", alert: "al_1", receiver: "r", contentType: WebhookReceiver.contentType, body: Array("{\"id\":\"id\(number)\"}".utf8), created: Moment(seconds: 0))
        }
        #expect(WebhookReceiver.batched(deliveries, to: address) == nil, "only where it is asked for")
        address.options["body"] = "batch"
        let all = try #require(WebhookReceiver.batched(deliveries, to: address))
        #expect(try JSON.parse(all.body).array?.compactMap { $0["id"]?.string } == ["id0", "id1", "id2"])
        #expect(all.contentType.hasPrefix("application/cloudevents-batch+json") && all.id.utf8.count == 20)
        #expect(WebhookReceiver.batched(deliveries, to: address)?.id == all.id && WebhookReceiver.batched([deliveries[0]], to: address) == nil)
    }

    @Test func `a mail server's replies mean what RFC 5321 says`() {
        func judged(_ status: Int, _ text: String) -> Outcome {
            EmailReceiver.judge(HTTPResponse(status: status, body: Array(text.utf8)), now: Moment(seconds: 0))
        }
        #expect(judged(250, "250 taken") == .delivered(status: 250))
        if case .retry = judged(451, "451 4.7.1 greylisted") {} else { Issue.record("451 is not tried again") }
        for status in [530, 535, 550, 553] {
            if case .misconfigured = judged(status, "no") {} else { Issue.record("\(status) is no fault of an address") }
        }
        for status in [552, 554] {
            if case .refused = judged(status, "no") {} else { Issue.record("\(status) is not about the message") }
        }
    }
}
