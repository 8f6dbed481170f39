import Configuration
import Model
import Pipeline

/// `tocsin routes test`: where the alerts of a watch would go.
struct RoutesCommand {
    let arguments: Arguments

    func run() -> Int32 {
        guard arguments.rest.first == "test", arguments.rest.count == 2 else {
            System.print(helpText("routes"), to: 2)
            return ExitCode.usage
        }
        let (settings, complaints) = readSettings(
            configurationFiles(configFolder(arguments)), secrets: lookUpSecret)
        for complaint in complaints where complaint.severity == .error {
            System.print(complaint.text + "\n", to: 2)
        }
        guard let settings else { return ExitCode.configuration }
        let watches = compileWatches(settings, sharedGazetteer).watches
        guard let watch = watches.first(where: { $0.id == arguments.rest[1] }) else {
            let near =
                nearest(arguments.rest[1], among: watches.map(\.id)).map { "; did you mean '\($0)'?" } ?? ""
            System.print("tocsin: there is no watch '\(arguments.rest[1])'\(near)\n", to: 2)
            return ExitCode.negative
        }
        let (receivers, steps) = way(of: watch, settings)
        for step in steps { System.print(step + "\n") }
        System.print(receivers.isEmpty ? "no receiver\n" : "to \(receivers.joined(separator: ", "))\n")
        return receivers.isEmpty ? ExitCode.negative : ExitCode.success
    }

    private func way(of watch: Watch, _ settings: Settings) -> (receivers: [String], steps: [String]) {
        guard watch.receivers.isEmpty else {
            return (watch.receivers, ["watch \(watch.id) names its receivers; routes are not asked"])
        }
        var (receivers, steps): ([String], [String]) = ([], [])
        for (number, route) in settings.routes.enumerated() {
            let fits = route.fits(
                watch, language: arguments.values["--language"], source: arguments.values["--source"] ?? "")
            steps.append(
                "route \(number + 1) \(fits ? "fits" : "does not fit")\(fits && route.goesOn ? ", and goes on" : "")"
            )
            guard fits else { continue }
            receivers += route.to.filter { !receivers.contains($0) }
            if !route.goesOn { break }
        }
        return (receivers, steps)
    }
}
