import Configuration
import Console
import Journal
import Model
import Pipeline
import Ports
import Receivers
import Storage
import Text

extension Service {
    /// Answers one request of the console. Health and metrics go to everybody; the rest only over the
    /// control socket.
    func answer(_ request: ConsoleRequest) async -> ConsoleAnswer {
        do throws(LedgerError) {
            switch (request.method, request.path) {
            case ("GET", "/healthz"): return plain(200, "alive\n")
            case ("GET", "/readyz"): return await readiness()
            case ("GET", "/metrics"): return await metrics()
            default: break
            }
            guard request.isControl else { return plain(404, "nothing here\n") }
            switch (request.method, request.path) {
            case ("GET", "/v1/status"): return json(try await status())
            case ("GET", "/v1/alerts"): return json(try await alerts(request))
            case ("GET", "/v1/alert"): return json(try await alertDetail(request.query["id"] ?? ""))
            case ("GET", "/v1/silences"): return json(try await silences())
            case ("POST", "/v1/silences"): return json(try await addSilence(request))
            case ("POST", "/v1/silences/end"): return json(try await endSilence(request))
            case ("GET", "/v1/deliveries"): return json(try await deliveries(request))
            case ("POST", "/v1/deliveries/retry"): return json(try await retry(request))
            case ("POST", "/v1/deliveries/replay"): return json(try await replay(request))
            case ("GET", "/v1/why"): return json(try await why(request.query["q"] ?? "", watch: request.query["watch"]))
            case ("GET", "/v1/verify"): return json(try await verify(request))
            case ("GET", "/v1/watches"): return json(try await watchList())
            case ("GET", "/v1/watch/report"), ("POST", "/v1/watch/report"): return json(try await watchReport(request))
            case ("POST", "/v1/feedback"): return json(try await takeFeedback(request))
            case ("GET", "/v1/test-case"): return json(try await testCase(request.query["id"] ?? ""))
            case ("POST", "/v1/reload"): return await reloadAnswer()
            case ("POST", "/v1/rescan"):
                flow.rescan()
                return json(.object([("asked", .bool(true))]))
            case ("POST", "/v1/send-test"): return await sendTest(request.query["receiver"] ?? "")
            case ("POST", "/v1/backtest"): return await backtest(request)
            case ("GET", "/v1/backup"): return try await backup()
            default: return plain(404, "nothing here\n")
            }
        } catch {
            return plain(503, error.what + "\n")
        }
    }

    private func plain(_ status: Int, _ text: String) -> ConsoleAnswer {
        ConsoleAnswer(status: status, contentType: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    private func json(_ value: JSON, status: Int = 200) -> ConsoleAnswer {
        ConsoleAnswer(status: status, contentType: "application/json", body: value.bytes)
    }

    private func readiness() async -> ConsoleAnswer {
        var reasons = assembly.world.conditions.current.filter { $0.name == "disk" }.map(\.trouble.what)
        do { try await assembly.ledger.ping() } catch { reasons.append(error.what) }
        let body = JSON.object([("ready", .bool(reasons.isEmpty)), ("reasons", .array(reasons.map(JSON.string)))])
        return json(body, status: reasons.isEmpty ? 200 : 503)
    }

    private func metrics() async -> ConsoleAnswer {
        _ = await statusLine()
        assembly.telemetry.gauge("build_info", 1, label: ("version", tocsinVersion))
        return ConsoleAnswer(status: 200, contentType: "text/plain; version=0.0.4",
            body: Array(assembly.telemetry.metrics.exposition.utf8))
    }

    private func status() async throws(LedgerError) -> JSON {
        let counts = try await assembly.ledger.status()
        let settings = policy.current.settings
        let waiting = try await assembly.ledger.waitingByReceiver(withHeld: false)
        var feeds: [JSON] = []
        let week = System.now.advanced(by: .seconds(-7 * 86_400))
        for feed in settings.feeds {
            let hasTeasers = try await assembly.ledger.hasTeasers(feed.id, since: week)
            feeds.append(feedStatus(feed, try await assembly.ledger.feedState(feed.id), hasTeasers: hasTeasers))
        }
        let refused = try await assembly.ledger.refusedFiles(limit: 20)
        let perArticle = counts.articles > 0 ? counts.bytes / counts.articles : 0
        return .object([
            ("version", .string(tocsinVersion)), ("since", .string(started.iso8601)), ("line", .string(await statusLine())),
            ("articles", .integer(counts.articles)), ("alerts", .integer(counts.alerts)),
            ("deliveries_waiting", .integer(counts.waiting)), ("deliveries_dead", .integer(counts.dead)),
            ("oldest_waiting", .text(counts.oldestWaiting?.iso8601)), ("watches", .integer(Int64(policy.current.watches.count))),
            ("files_to_read", .integer(Int64(flow.backlog))), ("files_refused", .integer(counts.refusedFiles)),
            ("store", .object([("bytes", .integer(counts.bytes)), ("bytes_per_article", .integer(perArticle)),
                ("days_until_full", daysUntilFull(counts, settings.keepSize))])),
            ("folders", .array(settings.folders.map { folder in
                .object([("id", .string(folder.id)), ("folder", .string(folder.path)), ("trouble", .text(trouble("source/" + folder.id)))])
            })),
            ("feeds", .array(feeds)), ("held", .array(try await assembly.ledger.waitingMatches().map { one in
                .object([("reason", .string(one.reason)), ("count", .integer(Int64(one.count))), ("due", .string(one.due.iso8601))])
            })),
            ("receivers", .array(settings.receivers.map { receiver in
                .object([("id", .string(receiver.id)), ("kind", .string(receiver.kind)),
                    ("waiting", .integer(Int64(waiting[receiver.id] ?? 0))), ("trouble", .text(trouble("receiver/" + receiver.id)))])
            })),
            ("refused", .array(refused.map { file in
                .object([("source", .string(file.source)), ("file", .string(file.place)), ("reason", .string(file.reason)),
                    ("at", .string(file.at.iso8601))])
            })),
            ("troubles", .array(assembly.world.conditions.current.map { one in
                .object([("name", .string(one.name)), ("what", .string(one.trouble.what)), ("mend", .string(one.trouble.mend))])
            })),
        ])
    }

    /// By the growth since the start; null until an hour has passed.
    private func daysUntilFull(_ counts: LedgerStatus, _ bound: Int) -> JSON {
        let hours = Double(System.now.milliseconds - started.milliseconds) / 3_600_000
        let grown = Double(counts.bytes - reloading.bytesAtStart)
        guard hours >= 1, grown > 0 else { return .null }
        return .integer(Int64(min(max(0, Double(bound) - Double(counts.bytes)) / (grown / hours) / 24, 36_500)))
    }

    private func trouble(_ name: String) -> String? {
        assembly.world.conditions.current.first { $0.name == name }?.trouble.what
    }

    private func feedStatus(_ feed: FeedSource, _ state: FeedState?, hasTeasers: Bool) -> JSON {
        .object([
            ("id", .string(feed.id)), ("title", .string(feed.title)),
            ("last_success", .text(state?.lastSuccess?.iso8601)), ("next_poll", .text(state?.nextPoll.iso8601)),
            ("failures", .integer(Int64(state?.failures ?? 0))), ("last_error", .text(state?.lastError)),
            ("teaser_only", .bool(hasTeasers)), ("gaps", .integer(Int64(state?.gaps ?? 0))),
        ])
    }

    private func alerts(_ request: ConsoleRequest) async throws(LedgerError) -> JSON {
        let limit = min(request.query["limit"].flatMap { Int($0) } ?? 20, 1000)
        let after = request.query["after"].flatMap { Int64($0) } ?? -1
        return .array(try await assembly.ledger.alerts(after: after, limit: limit).map(alertJSON))
    }

    func alertJSON(_ alert: AlertRecord) -> JSON {
        .object([
            ("number", .integer(alert.number)), ("id", .string(alert.id)), ("kind", .string(alert.kind)),
            ("article", .text(alert.article)), ("at", .string(alert.at.iso8601)), ("text", .string(alert.text)),
            ("deliveries", .array(alert.deliveries.map { one in
                .object([("receiver", .string(one.receiver)), ("state", .string(one.state)), ("error", .text(one.error))])
            })),
        ])
    }

    private func reloadAnswer() async -> ConsoleAnswer {
        let (complaints, changes, isDone) = await reload()
        let salt = String(UInt64.random(in: 0 ... .max), radix: 16)
        let body = JSON.object([
            ("done", .bool(isDone)), ("changes", .array(changes.map(JSON.string))),
            ("complaints", .array(complaints.map { .string($0.text) })),
            ("credentials", .object([("salt", .string(salt)), ("held", .object(Credentials.held(salt: Array(salt.utf8))))])),
        ])
        return json(body, status: isDone ? 200 : 422)
    }

    private func backup() async throws(LedgerError) -> ConsoleAnswer {
        let path = stateFolder + "/backup-\(System.monotonicMicroseconds).db"
        try await assembly.ledger.backup(to: path)
        return ConsoleAnswer(status: 200, contentType: "application/vnd.sqlite3", body: [], file: path)
    }

    /// Sends a test message past the outbox and tells the whole exchange.
    private func sendTest(_ id: String) async -> ConsoleAnswer {
        let policy = policy.current
        guard let receiver = policy.settings.receivers.first(where: { $0.id == id }), let kind = receiverKind(receiver.kind),
            let address = ReceiverAddress(receiver) else {
            let known = policy.settings.receivers.map(\.id).joined(separator: ", ")
            return json(.object([("error", .string("there is no receiver '\(id)'; known: \(known)"))]), status: 404)
        }
        let now = System.now
        let notice = Notice(condition: "receiver/\(id)", state: "report", what: "A test message from Tocsin (\(policy.settings.name)).")
        let message = policy.serviceMessage(.test, notice, at: now, to: [id])
        guard let made = message.messages.first else { return plain(500, "no message\n") }
        let delivery = Delivery(
            id: made.id, alert: message.alert.id, receiver: id, contentType: made.contentType, body: made.render(0), created: now)
        let request = kind.outgoing(delivery, to: address, now: now)
        return json(await exchange(request, kind, receiver, shown: delivery.body))
    }

    private func exchange(_ request: HTTPRequest, _ kind: any Receiver.Type, _ receiver: ReceiverSettings, shown: [UInt8]) async -> JSON {
        // What belongs to the address (keys, rooms) is put into the body only when it is sent, and is not
        // shown.
        let own = Set(receiver.headers.map { $0.name.lowercased() } + ["authorization", "x-gotify-key"])
        let headers = request.headers.map { header -> (key: String, value: JSON) in
            (header.name, .string(own.contains(header.name.lowercased()) ? "(secret)" : header.value))
        }
        var members: [(key: String, value: JSON)] = [
            ("receiver", .string(receiver.id)), ("request", .object([
                ("method", .string(request.method)), ("host", .string(hostOnly(request.url))), ("headers", .object(headers)),
                ("body", .string(String(decoding: shown, as: UTF8.self))),
            ])),
        ]
        do throws(HTTPFailure) {
            let response = try await assembly.world.transport.send(request)
            let outcome = kind.judge(response, now: System.now)
            var isAccepted = false
            if case .delivered = outcome { isAccepted = true }
            members += [
                ("status", .integer(Int64(response.status))),
                ("milliseconds", .integer(response.duration.milliseconds)),
                ("answer", .string(String(decoding: response.body.prefix(2000), as: UTF8.self))),
                ("accepted", .bool(isAccepted)), ("verdict", .string(words(outcome))),
            ]
        } catch {
            members += [("status", .null), ("accepted", .bool(false)), ("verdict", .string(error.what))]
        }
        return .object(members)
    }

    private func words(_ outcome: Outcome) -> String {
        switch outcome {
        case .delivered: "accepted"
        case .retry(let why, _, _): "would be tried again: \(why)"
        case .refused(let why, _), .misconfigured(let why, _), .gone(let why, _): why
        }
    }

    /// Scheme and host of an address whose path may be a secret.
    private func hostOnly(_ url: String) -> String {
        let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        return parts.prefix(2).joined(separator: "//") + "/…"
    }
}
