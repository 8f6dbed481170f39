import Configuration
import Model
import Pipeline
import Ports
import Receivers
import Text

/// `tocsin preview`: what a receiver would be sent, of examples, by the configuration as it lies there.
struct PreviewCommand {
    let arguments: Arguments

    func run() -> Int32 {
        guard arguments.rest.count == 1 else {
            System.print(helpText("preview"), to: 2)
            return ExitCode.usage
        }
        let id = arguments.rest[0]
        let loaded = Loaded(configurationFiles(configFolder(arguments)), generation: 0)
        guard let policy = loaded.policy else {
            for complaint in loaded.errors { System.print(complaint.text + "\n", to: 2) }
            return ExitCode.configuration
        }
        guard policy.settings.receivers.contains(where: { $0.id == id }) else {
            let known = policy.settings.receivers.map(\.id)
            let fix = nearest(id, among: known).map { "; did you mean '\($0)'?" } ?? ""
            System.print("tocsin: there is no receiver '\(id)'\(fix)\n", to: 2)
            return ExitCode.negative
        }
        if arguments.flags.contains("--plain") {
            for body in Examples.bodies(for: id, origin: policy.settings.name) {
                System.print(body.pretty + "\n")
            }
            return ExitCode.success
        }
        let names = ["article", "digest", "notice"]
        let wanted = arguments.values["--type"] ?? "article"
        guard let index = names.firstIndex(of: wanted) else {
            System.print("tocsin: --type is '\(wanted)'; write \(names.joined(separator: ", "))\n", to: 2)
            return ExitCode.usage
        }
        for message in policy.messages(Examples.alerts(for: id)[index], to: [id]) {
            let body = message.render(42)
            System.print("content-type: \(message.contentType)\n\(body.count) bytes\n\n")
            let shown = (try? JSON.parse(body))?.pretty ?? String(decoding: body, as: UTF8.self)
            System.print(shown + "\n")
        }
        return ExitCode.success
    }
}
