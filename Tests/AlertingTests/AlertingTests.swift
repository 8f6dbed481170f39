import Alerting
import Digest
import Model
import Receivers
import Testing
import Text

@Suite struct SigningTests {
    /// The vector of the Standard Webhooks libraries.
    @Test func `a signature is the one that every Standard Webhooks library makes`() {
        let delivery = Delivery(id: "msg_p5jXN8AQM9LWM0D4loKWxJek", alert: "a", receiver: "r", contentType: "application/json",
            body: Array(#"{"test": 2432232314}"#.utf8), created: Moment(milliseconds: 0))
        let address = ReceiverAddress(id: "r", url: "https://x/", signingSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            headers: [(name: "x-own", value: "1")], timeout: .seconds(5))
        let request = WebhookReceiver.request(delivery, to: address, now: Moment(seconds: 1_614_265_330))
        let headers = Dictionary(uniqueKeysWithValues: request.headers.map { ($0.name, $0.value) })
        #expect(headers["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
        #expect(headers["webhook-timestamp"] == "1614265330" && headers["x-own"] == "1" && request.maximumRedirects == 0)
    }

    /// FIPS 180-2 and RFC 4231.
    @Test func `digests are the standard's`() {
        #expect(hex(sha256(Array("abc".utf8))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(hex(hmacSHA256(key: Array("Jefe".utf8), Array("what do ya want for nothing?".utf8)))
            == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
        #expect(base64(Array("any carnal pleas".utf8)) == "YW55IGNhcm5hbCBwbGVhcw==")
        #expect(base64Decoded("YW55IGNhcm5hbCBwbGVhcw") == Array("any carnal pleas".utf8))
        #expect(base64Decoded("a b") == nil)
    }
}

@Suite struct BackoffTests {
    private let start = Moment(seconds: 1_000_000)

    @Test func `an outage of thirteen days loses nothing, of fifteen ends in a dead letter`() {
        var now = start
        var tries = 0
        while now < start.advanced(by: .seconds(13 * 86_400)) {
            tries += 1
            guard case .again(let at) = nextStep(after: .retry("down", status: nil, after: nil), tries: tries, created: start,
                now: now, jitter: 0.5) else { Issue.record("given up after \(tries)"); return }
            #expect(at > now)
            now = at
        }
        #expect(tries < 200)
        let late = start.advanced(by: .seconds(15 * 86_400))
        guard case .dead = nextStep(after: .retry("down", status: 500, after: nil), tries: 9, created: start, now: late, jitter: 0)
        else { Issue.record("never ends"); return }
    }

    @Test func `a Retry-After is never undercut`() {
        #expect(nextStep(after: .retry("x", status: 429, after: .seconds(900)), tries: 1, created: start, now: start, jitter: 0)
            == .again(at: start.advanced(by: .seconds(900))))
        #expect(pollBackoff(interval: .seconds(600), failures: 1, retryAfter: .seconds(7200), jitter: 0) == .seconds(7200))
        #expect(pollBackoff(interval: .seconds(600), failures: 30, retryAfter: nil, jitter: 1) > .seconds(86_000))
    }

    @Test(arguments: [(200, "delivered"), (204, "delivered"), (302, "misconfigured"), (400, "refused"), (401, "misconfigured"),
        (404, "misconfigured"), (410, "gone"), (413, "refused"), (429, "retry"), (500, "retry"), (503, "retry"), (100, "retry")])
    func `only 2xx is success`(status: Int, expected: String) {
        let outcome = WebhookReceiver.judge(HTTPResponse(status: status, body: Array("no".utf8)), now: start)
        #expect("\(outcome)".hasPrefix(expected))
    }

    @Test func `Slack has it only when it says ok`() {
        #expect(SlackReceiver.judge(HTTPResponse(status: 200, body: Array("ok".utf8)), now: start) == .delivered(status: 200))
        guard case .retry = SlackReceiver.judge(HTTPResponse(status: 200, body: Array("<html>".utf8)), now: start)
        else { Issue.record("took a page for an ok"); return }
    }

    @Test func `Retry-After is seconds or a date counted from the server's own clock`() {
        func pause(_ headers: [(String, String)]) -> Duration? {
            HTTPResponse(status: 429, headers: headers.map { (name: $0.0, value: $0.1) }).retryAfter(now: start) {
                webDate($0).map { Moment(milliseconds: $0.milliseconds) }
            }
        }
        #expect(pause([("retry-after", "120")]) == .seconds(120))
        #expect(pause([("retry-after", "Mon, 26 Jun 2023 07:13:00 GMT"), ("date", "Mon, 26 Jun 2023 07:12:00 GMT")]) == .seconds(60))
        #expect(pause([("retry-after", "soon")]) == nil && pause([("retry-after", "-5")]) == nil)
        #expect(pause([("retry-after", "99999999")]) == .seconds(604_800))
    }
}

@Suite struct GateTests {
    private func decisions(version: Int = 0, told: Set<String> = [], _ circumstance: Circumstance = .ordinary, caveat: String? = nil,
        receivers: [String] = ["r"]) -> [Reason] {
        let watch = Watch(id: "w", title: "w", owner: nil, note: nil, query: .term(Term("x")), clause: "", zones: [.body],
            priority: .normal, receivers: receivers, list: "l")
        var article = Article(text: [], headline: "h", paragraphs: [])
        article.caveat = caveat
        let view = GateView(article: article, source: "s", circumstance: circumstance, now: Moment(seconds: 0), lastVersion: version, told: told)
        return decide([Match(watch: "w", evidence: [])], watches: ["w": watch], receivers: \.receivers, view).map(\.reason)
    }

    @Test func `each gate has its reason`() {
        #expect(decisions() == [.first])
        #expect(decisions(version: 1) == [.revision])
        #expect(decisions(version: 1, told: ["w"]) == [.alreadyTold])
        #expect(decisions(.baseline) == [.baseline])
        #expect(decisions(.flood) == [.flood])
        #expect(decisions(caveat: "a log-in page") == [.notAnArticle])
        #expect(decisions(receivers: []) == [.noReceiver])
    }

    @Test func `what is the same article`() {
        func print(_ url: String?, _ headline: UInt64, _ runs: ClosedRange<UInt64>) -> Fingerprint {
            Fingerprint(url: url, headline: headline, sketch: Array(runs))
        }
        #expect(isSameArticle(print("u", 1, 1...9), print("u", 2, 20...29)))
        #expect(isSameArticle(print(nil, 7, 1...9), print(nil, 7, 20...29)))
        #expect(isSameArticle(print(nil, 1, 1...10), print(nil, 2, 6...20)))
        #expect(!isSameArticle(print(nil, 1, 1...10), print(nil, 2, 7...20)))
        #expect(!isSameArticle(print(nil, 0, 1...3), print(nil, 0, 1...3)))
    }
}

@Suite struct BodyTests {
    /// An alert about a text with as many mentions as asked.
    static func alert(mentions: Int, filler: String = "word ") -> Alert {
        var text: [UInt8] = Array("Ləçin başlığı".utf8)
        var paragraphs = [Paragraph(.headline, TextSpan(0, text.count))]
        var evidence: [Evidence] = []
        for _ in 0..<mentions {
            text += [10, 10]
            let start = text.count
            text += Array((String(repeating: filler, count: 3) + "the Ridge road — açıq.").utf8)
            let span = TextSpan(start, text.count)
            paragraphs.append(Paragraph(.body, span))
            let at = start + filler.utf8.count * 3 + 4
            evidence.append(Evidence(span: TextSpan(at, at + 10), zone: .body, sentence: span, phrase: "Ridge road",
                clause: "any: \"Ridge road\""))
        }
        let article = Article(text: text, headline: "Ləçin başlığı", paragraphs: paragraphs)
        let watch = Watch(id: "w", title: "W", owner: "ana", note: nil, query: .term(Term("Ridge road")), clause: "", zones: [.body],
            priority: .urgent, receivers: ["r"], list: "l")
        let card = ArticleCard(id: "ar_1", version: 1, headline: article.headline, sourceID: "s", sourceKind: .folder, url: nil,
            file: "a.txt", byline: nil, language: "az", published: .unknown, firstSeen: Moment(seconds: 1_687_763_561), body: .full,
            caveat: nil)
        return composeAlert(card, created: card.firstSeen, article: article, matches: [Match(watch: "w", evidence: evidence)],
            decisions: [WatchDecision(watch: "w", verdict: .tell, reason: .first)], watches: ["w": watch], receivers: \.receivers)!
    }

    static func body(_ alert: Alert) throws -> JSON {
        try JSON.parse(WebhookReceiver.render(alert, RenderOrder(receiver: "r", id: "abc", sequence: 3, origin: "desk")))
    }

    @Test func `every span and highlight quotes its text, in Unicode scalars`() throws {
        let body = try BodyTests.body(BodyTests.alert(mentions: 3))
        let data = try #require(body["data"])
        for mention in data["mentions"]?.array ?? [] {
            let sentence = try #require(data["sentences"]?.array?[Int(mention["sentence"]!.integer!)]["text"]?.string)
            let scalars = Array(sentence.unicodeScalars)
            let (from, to) = (Int(mention["highlight"]!.array![0].integer!), Int(mention["highlight"]!.array![1].integer!))
            #expect(String(String.UnicodeScalarView(scalars[from..<to])) == mention["text"]?.string)
        }
        #expect(data["text"]?.string == "Ridge road: 3 mentions in 3 sentences - Ləçin başlığı")
        #expect(body["id"]?.string == "abc" && body["specversion"]?.string == "1.0" && body["time"] == body["timestamp"])
        #expect(data["article"]?["url"] == .null && data["article"]?["published"]?["value"] == .null)
        #expect(data["sequence"]?.integer == 3 && data["priority"]?.string == "urgent")
    }

    @Test(arguments: [("word ", 200), ("ə long filler that makes sentences long ", 60)])
    func `a body stays within twenty mentions and twenty kilobytes, and says how many there are`(filler: String, count: Int) throws {
        let alert = BodyTests.alert(mentions: count, filler: filler)
        let bytes = WebhookReceiver.render(alert, RenderOrder(receiver: "r", id: "abc", sequence: 1, origin: "desk"))
        let data = try #require(try JSON.parse(bytes)["data"])
        #expect(bytes.count <= 20_000)
        #expect(data["mentions_total"]?.integer == Int64(count) && (data["mentions"]?.array?.count ?? 99) <= 20)
        #expect(data["mentions_shown"]?.integer == Int64(data["mentions"]!.array!.count))
    }

    @Test func `ids are made of what they are about and never of time`() {
        #expect(BodyTests.alert(mentions: 1).id == BodyTests.alert(mentions: 1).id)
        #expect(stableID("", ["a", "bc"]) != stableID("", ["ab", "c"]))
        #expect(!BodyTests.alert(mentions: 1).id.contains("."))
    }

    @Test func `Slack text cannot ping, link or turn around`() throws {
        var alert = BodyTests.alert(mentions: 1)
        alert.text = "<!channel> <https://evil|ok> & \u{202E}txt"
        let body = try JSON.parse(SlackReceiver.render(alert, RenderOrder(receiver: "r", id: "x", sequence: 1, origin: "d")))
        #expect(body["text"]?.string == "&lt;!channel&gt; &lt;https://evil|ok&gt; &amp; txt")
        #expect(body.text.contains("*Ridge road*"))
    }
}
