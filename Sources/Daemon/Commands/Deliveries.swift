import Configuration
import Text

/// `tocsin deliveries`: lists them, and sends what was given up, or what is missed, once more.
struct DeliveriesCommand {
    let arguments: Arguments

    func run() -> Int32 {
        switch arguments.rest.first {
        case "retry": return retry()
        case "replay": return replay()
        default: return list()
        }
    }

    private func option(_ name: String) -> String {
        arguments.values["--" + name].map { "&\(name)=\(percentEncoded($0))" } ?? ""
    }

    private func call(_ method: String, _ path: String, _ take: (JSON) -> Int32) -> Int32 {
        askService(arguments, method, path) { _, body in
            if let error = body["error"]?.string {
                System.print("tocsin: \(error)\n", to: 2)
                return ExitCode.usage
            }
            if arguments.isJSON { System.print(body.pretty + "\n") }
            return take(body)
        }
    }

    private func show(_ lines: [String]) {
        if !arguments.isJSON { System.print(lines.map { $0 + "\n" }.joined()) }
    }

    private func retry() -> Int32 {
        let id = arguments.rest.count > 1 ? "&id=\(percentEncoded(arguments.rest[1]))" : ""
        return call("POST", "/v1/deliveries/retry?\(id)\(option("receiver"))") { body in
            let count = body["retried"]?.integer ?? 0
            show(["\(count) deliveries are due now"])
            return count > 0 ? ExitCode.success : ExitCode.negative
        }
    }

    private func replay() -> Int32 {
        let names = ["receiver", "watch", "story", "alert"]
        var query = names.map(option).joined()
        for name in ["since", "until"] {
            guard let text = arguments.values["--" + name] else { continue }
            guard let age = parseDuration(text) else {
                System.print("tocsin: --\(name) is '\(text)'; write an age, as 36h or 7d\n", to: 2)
                return ExitCode.usage
            }
            query += "&\(name)=\(age.components.seconds)"
        }
        guard !query.isEmpty else {
            System.print(
                "tocsin: say what to replay: --receiver, --watch, --story, --alert or --since\n", to: 2)
            return ExitCode.usage
        }
        let isDry = arguments.flags.contains("--dry-run")
        if arguments.flags.contains("--all") { query += "&all=1" }
        if isDry { query += "&dry=1" }
        return call("POST", "/v1/deliveries/replay?" + query) { body in
            let counts = body["receivers"]?.array ?? []
            var lines = counts.map {
                "\($0["receiver"]?.string ?? "")  \($0["count"]?.integer ?? 0) deliveries "
                    + (isDry ? "would be sent once more" : "are due now")
            }
            if counts.isEmpty { lines.append("no such deliveries") }
            lines += (body["newest"]?.array ?? []).map { "    \(($0.string ?? "").oneLine)" }
            show(lines)
            return counts.isEmpty ? ExitCode.negative : ExitCode.success
        }
    }

    private func list() -> Int32 {
        let state = arguments.rest.first.map { "&state=\(percentEncoded($0))" } ?? ""
        let limit = arguments.number("--limit", 50)
        return call("GET", "/v1/deliveries?limit=\(limit)\(state)\(option("receiver"))") { body in
            show((body.array ?? []).flatMap(lines))
            return ExitCode.success
        }
    }

    private func lines(_ one: JSON) -> [String] {
        let error = one["last_error"]?.string.map { "  \($0)" } ?? ""
        let due = one["state"]?.string == "waiting" ? "  due \(one["due"]?.string ?? "")" : ""
        let first =
            "\(one["created"]?.string ?? "")  \(one["id"]?.string ?? "")  \(one["receiver"]?.string ?? "")  "
            + "\(one["state"]?.string ?? "")  \(one["tries"]?.integer ?? 0) tries\(due)\(error)"
        guard let cause = one["cause"]?.string else { return [first] }
        return [first, "    \(cause): \(one["mend"]?.string ?? "")"]
    }
}
