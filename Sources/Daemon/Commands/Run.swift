import Configuration
import Console
import Journal
import Pipeline
import Ports
import Storage

/// `tocsin run`: the service. Takes up the configuration, or the last good one when it is invalid; exits 78
/// only when there is neither.
struct RunCommand {
    let arguments: Arguments

    func run() async -> Int32 {
        // First of all: a signal that came before its handler would end the process without a word.
        let signals = System.catchSignals()
        let manager = ServiceManager()
        let config = configFolder(arguments)
        let state = stateFolder(arguments)
        let journal = System.environment("JOURNAL_STREAM") == nil ? nil : "/run/systemd/journal/socket"
        let telemetry = JournalTelemetry(journalSocket: journal, level: level)
        guard let (loaded, broken) = configuration(config, state, telemetry), let policy = loaded.policy
        else {
            return ExitCode.configuration
        }
        System.makeFolder(state)
        guard System.lock(state + "/lock") != nil else {
            System.print("tocsin: another Tocsin runs on \(state)\n", to: 2)
            return ExitCode.software
        }
        manager.extendStart(by: 120)
        let calls = AsyncStream<ConsoleCall>.makeStream(bufferingPolicy: .bufferingNewest(64))
        do {
            let assembly = try Assembly(state: state, telemetry: telemetry, settings: policy.settings)
            let service = Service(assembly, policy, manager, config: config, state: state)
            service.reloading.bytesAtStart = try await assembly.ledger.status().bytes
            try await service.applyRetirements(policy.settings)
            let missing = orphaned(
                try await assembly.ledger.waitingByReceiver(withHeld: true), policy.settings)
            for complaint in missing { telemetry.note(Event("receiver_missing", .error, complaint.text)) }
            guard let consoles = openConsoles(policy.settings, calls.continuation, telemetry) else {
                return ExitCode.software
            }
            if broken == nil { keep(loaded, state, telemetry) }
            service.reloading.setBroken(broken)
            service.report(broken: broken)
            adviseFolders(policy.settings, telemetry)
            try await service.run(console: calls.stream, signals: signals)
            withExtendedLifetime(consoles) {}
            System.remove(controlPath(arguments))
            telemetry.note(Event("stopped", .notice, "stopped"))
            return ExitCode.success
        } catch let error as LedgerError {
            telemetry.note(Event("store_failed", .error, error.what))
        } catch {
            telemetry.note(Event("failed", .error, "\(error)"))
        }
        return ExitCode.software
    }

    private var level: Level {
        let names: [String: Level] = [
            "error": .error, "warning": .warning, "notice": .notice, "info": .info, "debug": .debug,
        ]
        return names[arguments.values["--log"] ?? ""] ?? .info
    }

    /// The configuration to run, and the first flaw of the one that lies in the folder when the last good one
    /// runs instead.
    private func configuration(
        _ config: String, _ state: String, _ telemetry: JournalTelemetry
    ) -> (loaded: Loaded, broken: String?)? {
        let loaded = Loaded(configurationFiles(config), generation: 1)
        for complaint in loaded.complaints {
            let level: Level =
                complaint.severity == .error ? .error : complaint.severity == .warning ? .warning : .info
            telemetry.note(Event("configuration_complaints", level, complaint.text))
        }
        if loaded.policy != nil { return (loaded, nil) }
        let flaw = loaded.errors.first?.text ?? "it cannot be read"
        guard let kept = LastGood.files(in: state) else {
            System.print(
                "tocsin: the configuration in \(config) is invalid, and there is no last good one: \(flaw)\n",
                to: 2)
            return nil
        }
        let last = Loaded(kept, generation: 1)
        guard last.policy != nil else {
            System.print(
                "tocsin: the configuration is invalid, and so is the last good one: \(flaw)\n", to: 2)
            return nil
        }
        return (last, flaw)
    }

    private func keep(_ loaded: Loaded, _ state: String, _ telemetry: JournalTelemetry) {
        do {
            try LastGood.keep(loaded.files, in: state)
        } catch {
            telemetry.note(Event("last_good_not_kept", .warning, error.what))
        }
    }

    private func openConsoles(
        _ settings: Settings, _ calls: AsyncStream<ConsoleCall>.Continuation, _ telemetry: JournalTelemetry
    ) -> [ConsoleServer]? {
        let handle: @Sendable (ConsoleRequest, @escaping @Sendable (ConsoleAnswer) -> Void) -> Void = {
            request, reply in
            calls.yield(ConsoleCall(request: request, answer: reply))
        }
        let path = controlPath(arguments)
        guard let socket = listenOnUnixSocket(path, mode: 0o660),
            let control = ConsoleServer(socket: socket, hosts: nil, handle: handle)
        else {
            telemetry.note(Event("failed", .error, "the control socket \(path) cannot be made"))
            return nil
        }
        guard let listen = settings.listen else { return [control] }
        let port = listen.split(separator: ":").last.flatMap { UInt16($0) } ?? 0
        let hosts = ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"]
        guard let tcp = listenOnLoopback(port: port),
            let server = ConsoleServer(socket: tcp, hosts: hosts, handle: handle)
        else {
            telemetry.note(Event("failed", .error, "nothing can listen on \(listen); is the port taken?"))
            return nil
        }
        return [control, server]
    }

    private func adviseFolders(_ settings: Settings, _ telemetry: JournalTelemetry) {
        for folder in settings.folders {
            guard let problem = folderProblem(folder) else { continue }
            telemetry.note(Event("folder_trouble", .warning, problem, fields: [("SOURCE", folder.id)]))
        }
    }
}

/// The configuration folder of a command line.
func configFolder(_ arguments: Arguments) -> String {
    arguments.values["--config"] ?? System.environment("TOCSIN_CONFIG") ?? "/etc/tocsin"
}

func stateFolder(_ arguments: Arguments) -> String {
    arguments.values["--state"] ?? System.environment("STATE_DIRECTORY") ?? "/var/lib/tocsin"
}

func controlPath(_ arguments: Arguments) -> String {
    if let path = arguments.values["--control"] ?? System.environment("TOCSIN_CONTROL") { return path }
    return (System.environment("RUNTIME_DIRECTORY") ?? "/run/tocsin") + "/control.sock"
}
