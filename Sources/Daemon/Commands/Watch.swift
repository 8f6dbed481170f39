import Configuration
import Text

/// `tocsin watch`: how watches do, and what one checked and found.
struct WatchCommand {
    let arguments: Arguments

    func run() -> Int32 {
        switch arguments.rest.first {
        case nil, "list": return list()
        case "report" where arguments.rest.count == 2: return report(arguments.rest[1])
        default:
            System.print(helpText("watch"), to: 2)
            return ExitCode.usage
        }
    }

    private func list() -> Int32 {
        askService(arguments, "GET", "/v1/watches", timeout: 120) { _, body in
            if arguments.isJSON {
                System.print(body.pretty + "\n")
                return ExitCode.success
            }
            var rows = [["WATCH", "OWNER", "HITS/WEEK", "TOLD/WEEK", "WRONG", "DAYS WITHOUT", "REVIEW"]]
            for one in body.array ?? [] {
                let isDue = one["review_due"] == .bool(true)
                rows.append([
                    one["id"]?.string ?? "", one["owner"]?.string ?? "-", number(one["hits_per_week"]),
                    number(one["told_per_week"]), share(one), number(one["days_without_hit"]),
                    (one["review"]?.string ?? "-") + (isDue ? " DUE" : ""),
                ])
            }
            System.print(table(rows))
            return ExitCode.success
        }
    }

    private func share(_ one: JSON) -> String {
        let (wrong, useful) = (one["wrong"]?.integer ?? 0, one["useful"]?.integer ?? 0)
        return wrong + useful == 0 ? "-" : "\(wrong) of \(wrong + useful)"
    }

    private func number(_ value: JSON?) -> String {
        switch value {
        case .integer(let whole): String(whole)
        case .number(let number): String(number)
        default: "-"
        }
    }

    /// Columns as wide as their widest cell.
    private func table(_ rows: [[String]]) -> String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].unicodeScalars.count }.max() ?? 0 }
        return rows.map { row in
            let cells = zip(row, widths).map {
                $0 + String(repeating: " ", count: $1 - $0.unicodeScalars.count)
            }
            return cells.joined(separator: "  ").trimmedEnd + "\n"
        }.joined()
    }

    private func report(_ id: String) -> Int32 {
        var query = "watch=\(percentEncoded(id))"
        if let text = arguments.values["--since"] {
            guard let age = parseDuration(text), age > .zero else {
                System.print("tocsin: --since is '\(text)'; write an age, as 36h or 7d\n", to: 2)
                return ExitCode.usage
            }
            query += "&seconds=\(age.components.seconds)"
        }
        if arguments.flags.contains("--send") { query += "&send=1" }
        return askService(
            arguments, arguments.flags.contains("--send") ? "POST" : "GET", "/v1/watch/report?" + query
        ) { _, body in
            if let error = body["error"]?.string {
                System.print("tocsin: \(error)\n", to: 2)
                return ExitCode.usage
            }
            let last =
                body["last_hit"]?.string.map { "the last hit came in at \($0)" } ?? "it never had a hit"
            System.print(arguments.isJSON ? body.pretty + "\n" : "\(body["text"]?.string ?? "")\n\(last)\n")
            return ExitCode.success
        }
    }
}

/// `tocsin feedback`: notes that an alert was wrong or useful.
struct FeedbackCommand {
    let arguments: Arguments

    func run() -> Int32 {
        guard arguments.rest.count == 2, ["wrong", "useful"].contains(arguments.rest[1]) else {
            System.print(helpText("feedback"), to: 2)
            return ExitCode.usage
        }
        var query = "alert=\(percentEncoded(arguments.rest[0]))&verdict=\(arguments.rest[1])"
        for name in ["watch", "note"] {
            if let value = arguments.values["--" + name] { query += "&\(name)=\(percentEncoded(value))" }
        }
        let user = System.environment("SUDO_USER") ?? System.environment("USER") ?? "unknown"
        query += "&author=\(percentEncoded(arguments.values["--author"] ?? user))"
        return askService(arguments, "POST", "/v1/feedback?" + query) { _, body in
            let watches = (body["watches"]?.array ?? []).compactMap(\.string)
            if arguments.isJSON { System.print(body.pretty + "\n") }
            guard !watches.isEmpty else {
                System.print("tocsin: there is no such alert, or it did not tell of that watch\n", to: 2)
                return ExitCode.negative
            }
            if !arguments.isJSON {
                System.print("noted for \(watches.joined(separator: ", "))\n")
                if arguments.rest[1] == "wrong" {
                    System.print(
                        "`tocsin test add --from \(arguments.rest[0]) --expect none` makes a test of it\n")
                }
            }
            return ExitCode.success
        }
    }
}
