import Configuration
import Text

/// `tocsin backtest`: what a watchlist would have found in the archive.
struct BacktestCommand {
    let arguments: Arguments

    func run() -> Int32 {
        guard let path = arguments.rest.first,
            let bytes = path == "-" ? System.readStandardInput() : System.read(path)
        else {
            System.print(
                arguments.rest.isEmpty
                    ? helpText("backtest") : "tocsin: \(arguments.rest[0]) cannot be read\n", to: 2)
            return ExitCode.usage
        }
        guard let since = parseDuration(arguments.values["--since"] ?? "30d") else {
            System.print("tocsin: --since is no duration; write 30d\n", to: 2)
            return ExitCode.usage
        }
        let seconds = since.components.seconds
        let watch = arguments.values["--watch"].map { "&watch=\(percentEncoded($0))" } ?? ""
        let target = "/v1/backtest?seconds=\(seconds)&name=\(percentEncoded(path))\(watch)"
        return askService(arguments, "POST", target, body: bytes, timeout: 3600) { status, body in
            guard status == 200 else {
                for line in body["complaints"]?.array ?? [] { System.print((line.string ?? "") + "\n", to: 2) }
                return status == 422 ? ExitCode.configuration : ExitCode.software
            }
            if arguments.isJSON { System.print(body.pretty + "\n") } else { show(body) }
            return ExitCode.success
        }
    }

    private func show(_ body: JSON) {
        let (articles, milliseconds) = (body["articles"]?.integer ?? 0, body["milliseconds"]?.integer ?? 0)
        System.print(
            "\(articles) articles since \(body["since"]?.string ?? ""), read in \(milliseconds) ms\n")
        for watch in body["watches"]?.array ?? [] {
            System.print("\n\(watch["id"]?.string ?? ""): \(watch["hits"]?.integer ?? 0) hits\n")
            if case .object(let days) = watch["per_day"] ?? .null { showDays(days) }
            showTerms(watch["terms"]?.array ?? [], hits: watch["hits"]?.integer ?? 0)
            for sample in watch["samples"]?.array ?? [] { showSample(sample, mark: " ") }
            guard let live = watch["live"], live["hits"] != nil else { continue }
            System.print(
                "  the live version: \(live["hits"]?.integer ?? 0) hits; this one finds \(live["added"]?.integer ?? 0) more "
                    + "and \(live["removed"]?.integer ?? 0) fewer\n")
            for sample in live["added_samples"]?.array ?? [] { showSample(sample, mark: "+") }
            for sample in live["removed_samples"]?.array ?? [] { showSample(sample, mark: "-") }
        }
    }

    /// What brings the hits; a term that brings most of them by itself is pointed out.
    private func showTerms(_ terms: [JSON], hits: Int64) {
        guard terms.count > 1, hits > 0 else { return }
        let shares = terms.prefix(5).map { term in
            "\(term["term"]?.string ?? "") \((term["articles"]?.integer ?? 0) * 100 / hits) %"
        }
        System.print("  terms: \(shares.joined(separator: ", "))\n")
        for term in terms where hits >= 10 && (term["alone"]?.integer ?? 0) * 10 >= hits * 6 {
            System.print(
                "  note: \(term["term"]?.string ?? "") alone gives \((term["alone"]?.integer ?? 0) * 100 / hits) % of the hits; "
                    + "if most of them are not wanted, ask for company with near: or AND\n")
        }
    }

    private func showDays(_ days: [(key: String, value: JSON)]) {
        let most = days.compactMap(\.value.integer).max() ?? 1
        for (day, count) in days {
            let hits = count.integer ?? 0
            System.print("  \(day) \(String(repeating: "▇", count: Int(max(1, hits * 30 / most)))) \(hits)\n")
        }
    }

    private func showSample(_ sample: JSON, mark: String) {
        let (red, dim, off) = System.isTerminal ? ("\u{1B}[1;31m", "\u{1B}[2m", "\u{1B}[0m") : ("", "", "")
        let scalars = Array((sample["sentence"]?.string ?? "").unicodeScalars)
        let ends = (sample["highlight"]?.array ?? []).compactMap(\.integer).map {
            min(Int($0), scalars.count)
        }
        func part(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])).oneLine }
        let (headline, at) = ((sample["headline"]?.string ?? "").oneLine, sample["at"]?.string ?? "")
        System.print("  \(mark) \(headline)  \(dim)\(at) \(sample["article"]?.string ?? "")\(off)\n")
        guard ends.count == 2, ends[0] <= ends[1] else { return }
        System.print(
            "      \(part(0..<ends[0])) \(red)\(part(ends[0]..<ends[1]))\(off) \(part(ends[1]..<scalars.count))\n"
        )
    }
}
