import Configuration
import Network
import Text

/// The commands that speak to the running service over its control socket.
struct ClientCommand {
    let arguments: Arguments

    func run() -> Int32 {
        switch arguments.command {
        case "status": return status()
        case "alerts": return alerts()
        case "send-test": return sendTest()
        case "why": return why()
        case "rescan":
            return call("POST", "/v1/rescan") { _ in
                System.print("comparing all folders, polling all feeds\n"); return 0
            }
        case "reload": return reload()
        case "verify": return verify()
        default: return backup()
        }
    }

    /// Asks the service; prints its answer when JSON is wanted.
    private func call(_ method: String, _ path: String, timeout: Int = 60, _ take: (JSON) -> Int32) -> Int32 {
        askService(arguments, method, path, timeout: timeout) { _, body in
            if arguments.isJSON, arguments.command != "reload" { System.print(body.pretty + "\n") }
            return take(body)
        }
    }

    private func show(_ lines: [String]) {
        if !arguments.isJSON { System.print(lines.map { $0 + "\n" }.joined()) }
    }

    private func status() -> Int32 {
        call("GET", "/v1/status") { body in
            let since = body["since"]?.string ?? "?"
            var lines = [
                body["line"]?.string ?? "",
                "running since \(since), version \(body["version"]?.string ?? "?")",
            ]
            for folder in body["folders"]?.array ?? [] {
                let (id, path) = (folder["id"]?.string ?? "", folder["folder"]?.string ?? "")
                lines.append("folder   \(id)  \(path)  " + (folder["trouble"]?.string ?? "ok"))
            }
            for feed in body["feeds"]?.array ?? [] {
                let state =
                    feed["last_error"]?.string ?? "ok, last polled \(feed["last_success"]?.string ?? "never")"
                let teaser = feed["teaser_only"] == .bool(true) ? "  teaser only" : ""
                let gaps = feed["gaps"]?.integer ?? 0
                lines.append(
                    "feed     \(feed["id"]?.string ?? "")  \(state)\(teaser)\(gaps > 0 ? "  \(gaps) gaps" : "")"
                )
            }
            for receiver in body["receivers"]?.array ?? [] {
                let state = receiver["trouble"]?.string ?? "ok"
                lines.append(
                    "receiver \(receiver["id"]?.string ?? "")  \(receiver["waiting"]?.integer ?? 0) waiting  \(state)"
                )
            }
            for one in body["held"]?.array ?? [] {
                lines.append(
                    "held     \(one["count"]?.integer ?? 0) matches (\(one["reason"]?.string ?? "")), "
                        + "the first told \(one["due"]?.string ?? "")"
                )
            }
            let store = body["store"]
            let days = store?["days_until_full"]?.integer.map { ", \($0) days until full" } ?? ""
            lines.append(
                "store    \(store?["bytes"]?.integer ?? 0) bytes, \(store?["bytes_per_article"]?.integer ?? 0) an article\(days)"
            )
            for file in body["refused"]?.array ?? [] {
                lines.append(
                    "not read \(file["source"]?.string ?? "")/\(file["file"]?.string ?? ""): \(file["reason"]?.string ?? "")"
                )
            }
            for trouble in body["troubles"]?.array ?? [] {
                lines.append(
                    "TROUBLE  \(trouble["what"]?.string ?? "")\n         mend: \(trouble["mend"]?.string ?? "")"
                )
            }
            show(lines)
            return ExitCode.success
        }
    }

    private func alertLines(_ alert: JSON) -> [String] {
        let states = (alert["deliveries"]?.array ?? []).map {
            "\($0["receiver"]?.string ?? "") \($0["state"]?.string ?? "")"
        }
        return [
            "\(alert["at"]?.string ?? "")  \(alert["text"]?.string ?? "")",
            "    \(alert["id"]?.string ?? "")  article \(alert["article"]?.string ?? "-")  \(states.joined(separator: ", "))",
        ]
    }

    private func alerts() -> Int32 {
        if arguments.rest.first == "show" { return showAlert() }
        var last: Int64 = -1
        let limit = arguments.number("--limit", 20)
        while true {
            let code = call("GET", "/v1/alerts?after=\(last)&limit=\(limit)") { body in
                for alert in body.array ?? [] {
                    show(alertLines(alert))
                    last = max(last, alert["number"]?.integer ?? last)
                }
                if last < 0 { last = 0 }
                return ExitCode.success
            }
            guard code == ExitCode.success, arguments.flags.contains("--follow") else { return code }
            System.pause(seconds: 1)
        }
    }

    private func showAlert() -> Int32 {
        guard arguments.rest.count == 2 else { return usage() }
        return call("GET", "/v1/alert?id=\(percentEncoded(arguments.rest[1]))") { body in
            guard body["found"] == .bool(true), let alert = body["alert"] else {
                show(["there is no alert \(arguments.rest[1])"])
                return ExitCode.negative
            }
            var lines = alertLines(alert)
            if let story = body["story"], case .object = story {
                lines.append("story \(story["id"]?.string ?? ""), told \(story["told"]?.integer ?? 0) times")
                for one in story["articles"]?.array ?? [] {
                    let bond = one["bond"]?.string ?? "first"
                    lines.append(
                        "    \(one["article"]?.string ?? "")  \(bond)  \((one["headline"]?.string ?? "").oneLine)  "
                            + "(\(one["source"]?.string ?? ""))"
                    )
                }
            }
            for item in body["items"]?.array ?? [] {
                lines.append(
                    "    \(item["held_since"]?.string ?? "")  \(item["watch"]?.string ?? "")  "
                        + "\(item["text"]?.string ?? "")  (\(item["reason"]?.string ?? ""))"
                )
            }
            show(lines)
            return ExitCode.success
        }
    }

    private func sendTest() -> Int32 {
        guard let receiver = arguments.rest.first else { return usage() }
        return call("POST", "/v1/send-test?receiver=\(percentEncoded(receiver))") { body in
            if let error = body["error"]?.string {
                System.print("tocsin: \(error)\n", to: 2)
                return ExitCode.negative
            }
            var lines = ["POST \(body["request"]?["host"]?.string ?? "")"]
            if case .object(let headers) = body["request"]?["headers"] {
                lines += headers.map { "> \($0.key): \($0.value.string ?? "")" }
            }
            lines += [
                "> " + (body["request"]?["body"]?.string ?? ""), "",
                "< status \(body["status"]?.integer.map(String.init) ?? "none") after \(body["milliseconds"]?.integer ?? 0) ms",
                "< " + (body["answer"]?.string ?? ""), "", body["verdict"]?.string ?? "",
            ]
            show(lines)
            return body["accepted"] == .bool(true) ? ExitCode.success : ExitCode.negative
        }
    }

    private func why() -> Int32 {
        guard !arguments.rest.isEmpty else { return usage() }
        let watch = arguments.values["--watch"].map { "&watch=\(percentEncoded($0))" } ?? ""
        return call("GET", "/v1/why?q=\(percentEncoded(arguments.rest.joined(separator: " ")))\(watch)") {
            body in
            if arguments.flags.contains("--share"), let found = body["articles"]?.array, !found.isEmpty {
                show([found.map(sharedText).joined(separator: "\n")])
                return ExitCode.success
            }
            var lines: [String] = []
            for article in body["articles"]?.array ?? [] {
                lines.append(
                    "\(article["id"]?.string ?? "") v\(article["version"]?.integer ?? 1)  \(article["headline"]?.string ?? "")"
                )
                lines += (article["story"]?.array ?? []).map { "    " + ($0.string ?? "") }
            }
            lines += (body["story"]?.array ?? []).map { $0.string ?? "" }
            if let explained = body["explained"], let name = explained["watch"]?.string {
                lines += ["", "watch \(name), as it is now:"]
                lines += (explained["lines"]?.array ?? []).map { "    " + ($0.string ?? "") }
            }
            show(lines)
            return body["found"] == .bool(true) ? ExitCode.success : ExitCode.negative
        }
    }

    private func verify() -> Int32 {
        let age =
            arguments.values["--since"].flatMap(parseDuration).map { "?seconds=\($0.components.seconds)" }
            ?? ""
        return call("GET", "/v1/verify" + age, timeout: 600) { body in
            let flaws = body["flaws_total"]?.integer ?? 0
            show(
                [
                    "\(body["bodies"]?.integer ?? 0) bodies, \(body["spans"]?.integer ?? 0) spans held against their texts; "
                        + "\(body["of_older_versions"]?.integer ?? 0) bodies are of an older version"
                ] + (body["flaws"]?.array ?? []).compactMap(\.string)
                    + [flaws == 0 ? "all hold" : "\(flaws) do not hold"])
            return flaws == 0 ? ExitCode.success : ExitCode.negative
        }
    }

    private func reload() -> Int32 {
        call("POST", "/v1/reload", timeout: 120) { body in
            if arguments.isJSON { System.print(body.pretty + "\n") }
            let isDone = body["done"] == .bool(true)
            for complaint in body["complaints"]?.array ?? [] {
                System.print((complaint.string ?? "") + "\n", to: 2)
            }
            if !arguments.isJSON {
                let changes = body["changes"]?.array ?? []
                show(isDone ? changes.isEmpty ? ["nothing changed"] : changes.map { $0.string ?? "" } : [])
                let folder = configFolder(arguments) + "/credentials"
                for one in body["credentials"].map({ Credentials.stale($0, folder: folder) }) ?? [] {
                    show([
                        one
                            + ": restart needed (systemctl restart tocsin); systemd hands credentials over at start"
                    ])
                }
                if !isDone {
                    System.print(
                        "tocsin: the configuration was not taken up; the one before goes on running\n", to: 2)
                }
            }
            return isDone ? ExitCode.success : ExitCode.configuration
        }
    }

    private func backup() -> Int32 {
        guard let file = arguments.rest.first else { return usage() }
        let socket = controlPath(arguments)
        guard
            let answer = ControlClient.send(socket: socket, method: "GET", path: "/v1/backup", timeout: 3600)
        else {
            System.print("tocsin: no service answers on \(socket)\n", to: 2)
            return ExitCode.unavailable
        }
        guard answer.status == 200 else {
            System.print("tocsin: \(String(decoding: answer.body, as: UTF8.self).oneLine)\n", to: 2)
            return ExitCode.software
        }
        do {
            try System.write(answer.body, to: file)
            System.print("wrote \(answer.body.count) bytes to \(file)\n")
            return ExitCode.success
        } catch {
            System.print("tocsin: \(error.what)\n", to: 2)
            return ExitCode.negative
        }
    }

    private func usage() -> Int32 {
        System.print(helpText(arguments.command), to: 2)
        return ExitCode.usage
    }
}
