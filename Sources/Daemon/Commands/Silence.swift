import Configuration
import Text

/// `tocsin silence`: holds matches back for a while; what it hid comes in one digest at its end.
struct SilenceCommand {
    let arguments: Arguments

    func run() -> Int32 {
        switch arguments.rest.first {
        case "add": return add()
        case "end" where arguments.rest.count == 2: return end(arguments.rest[1])
        case nil, "list": return list()
        default:
            System.print(helpText("silence"), to: 2)
            return ExitCode.usage
        }
    }

    private func add() -> Int32 {
        let isDry = arguments.flags.contains("--dry-run")
        guard let length = arguments.values["--for"].flatMap(parseDuration),
            isDry || arguments.values["--reason"] != nil
        else {
            System.print("tocsin: a silence needs --for 2h and --reason TEXT\n", to: 2)
            return ExitCode.usage
        }
        var query = "seconds=\(length.components.seconds)" + (isDry ? "&dry=1" : "")
        for name in ["watch", "source", "reason"] {
            if let value = arguments.values["--" + name] { query += "&\(name)=\(percentEncoded(value))" }
        }
        let user = System.environment("SUDO_USER") ?? System.environment("USER") ?? "unknown"
        query += "&author=\(percentEncoded(arguments.values["--author"] ?? user))"
        return askService(arguments, "POST", "/v1/silences?" + query) { _, body in
            if let error = body["error"]?.string {
                System.print("tocsin: \(error)\n", to: 2)
                return ExitCode.usage
            }
            if arguments.isJSON {
                System.print(body.pretty + "\n")
                return ExitCode.success
            }
            var lines =
                isDry ? [] : ["silenced until \(body["until"]?.string ?? ""): \(body["id"]?.string ?? "")"]
            lines.append(
                "in the last week it would have held \(body["would_have_held"]?.integer ?? 0) matches that were told"
            )
            lines += (body["headlines"]?.array ?? []).map { "  \(($0.string ?? "").oneLine)" }
            System.print(lines.map { $0 + "\n" }.joined())
            return ExitCode.success
        }
    }

    private func end(_ id: String) -> Int32 {
        askService(arguments, "POST", "/v1/silences/end?id=\(percentEncoded(id))") { _, body in
            let isEnded = body["ended"] == .bool(true)
            System.print(isEnded ? "ended; what it held comes in a moment\n" : "there is no such silence\n")
            return isEnded ? ExitCode.success : ExitCode.negative
        }
    }

    private func list() -> Int32 {
        askService(arguments, "GET", "/v1/silences") { _, body in
            if arguments.isJSON {
                System.print(body.pretty + "\n")
                return ExitCode.success
            }
            for one in body.array ?? [] {
                let what = [
                    one["watch"]?.string.map { "watch \($0)" }, one["source"]?.string.map { "source \($0)" },
                ].compactMap { $0 }.joined(separator: ", ")
                System.print(
                    "\(one["id"]?.string ?? "")  until \(one["until"]?.string ?? "")  \(what.isEmpty ? "everything" : what)  "
                        + "\(one["held"]?.integer ?? 0) held  \(one["author"]?.string ?? ""): \(one["reason"]?.string ?? "")\n"
                )
            }
            return ExitCode.success
        }
    }
}
