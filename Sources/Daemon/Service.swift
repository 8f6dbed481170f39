import Configuration
import Console
import Executors
import Journal
import Model
import Network
import Pipeline
import Ports
import Storage
import Text

/// The running service: configuration, flow, control socket, and the service manager, under one roof.
final class Service: Sendable {
    let assembly: Assembly
    let policy: PolicyBox
    let flow: Flow
    let manager: ServiceManager
    let configFolder: String
    let stateFolder: String
    let started: Moment
    let reloading = ReloadState()

    init(_ assembly: Assembly, _ policy: Policy, _ manager: ServiceManager, config: String, state: String) {
        (self.assembly, self.manager, configFolder, stateFolder) = (assembly, manager, config, state)
        self.policy = PolicyBox(policy)
        flow = Flow(world: assembly.world, policy: self.policy)
        started = System.now
    }

    /// Runs until a signal says stop; throws when the store fails for good.
    func run(console: AsyncStream<ConsoleCall>, signals descriptor: Int32) async throws {
        let signals = AsyncStream<Int32>.makeStream(bufferingPolicy: .bufferingNewest(16))
        startThread(name: "signals") {
            while let number = System.nextSignal(descriptor) { signals.continuation.yield(number) }
        }
        try await withThrowingTaskGroup { group in
            group.addTask { try await self.flow.run() }
            group.addTask { await self.watchSignals(signals.stream) }
            group.addTask { await self.serve(console) }
            group.addTask { await self.petWatchdog() }
            group.addTask { await self.tellStatus() }
            manager.ready(await statusLine())
            note("started", .notice, "Tocsin \(tocsinVersion) is ready: \(await statusLine())")
            // The first to end is the signal watch (a stop), or a part that failed.
            let first = await group.nextResult()
            manager.stopping()
            group.cancelAll()
            assembly.transport.stop()
            if case .failure(let error) = first { throw error }
            while await group.nextResult() != nil {}
        }
    }

    func note(_ name: String, _ level: Level, _ text: String) {
        assembly.telemetry.note(Event(name, level, text))
    }

    /// Ends on SIGTERM or SIGINT; SIGHUP reloads.
    private func watchSignals(_ signals: AsyncStream<Int32>) async {
        for await number in signals {
            guard number == 1 else { return note("stopping", .notice, "stopping") }
            _ = await reload()
        }
    }

    private func serve(_ calls: AsyncStream<ConsoleCall>) async {
        await withDiscardingTaskGroup { group in
            for await call in calls {
                group.addTask { call.answer(await self.answer(call.request)) }
            }
        }
    }

    /// Says that we are alive only after the store has answered.
    private func petWatchdog() async {
        let interval = manager.watchdog.map { $0 / 3 } ?? .seconds(10)
        while !Task.isCancelled {
            do {
                try await assembly.ledger.ping()
                manager.alive()
                assembly.telemetry.gauge(
                    "watchdog_last_pet_timestamp_seconds", Double(System.now.seconds), label: nil)
            } catch {
                note("watchdog_failed", .error, "the store does not answer: \(error.what)")
            }
            try? await Task.sleep(for: interval, clock: ContinuousClock())
        }
    }

    private func tellStatus() async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .seconds(10), clock: ContinuousClock())
            manager.status(await statusLine())
        }
    }

    /// One line for `systemctl status`.
    func statusLine() async -> String {
        let settings = policy.current.settings
        let sources = settings.folders.count + settings.feeds.count
        let counts = (try? await assembly.ledger.status()) ?? LedgerStatus()
        assembly.telemetry.gauge("outbox_pending", Double(counts.waiting), label: nil)
        assembly.telemetry.gauge("store_bytes", Double(counts.bytes), label: nil)
        assembly.telemetry.gauge("intake_backlog", Double(flow.backlog), label: nil)
        var line = sources == 0 ? "no sources configured; " : "\(sources) sources, "
        line +=
            "\(policy.current.watches.count) watches; \(counts.articles) articles, \(counts.alerts) alerts, "
            + "\(counts.waiting) deliveries waiting"
        if flow.backlog > 0 { line += ", \(flow.backlog) files to read" }
        if let trouble = reloading.brokenConfiguration {
            line += "; RUNNING THE LAST GOOD CONFIGURATION: \(trouble)"
        }
        let troubles = assembly.world.conditions.current.filter {
            $0.trouble.isDue && $0.name != "configuration"
        }
        if !troubles.isEmpty { line += "; \(troubles.count) troubles, see tocsin status" }
        return line
    }

    /// Takes up the configuration as it lies in its folder: all of it, or nothing.
    func reload() async -> (complaints: [Complaint], changes: [String], isDone: Bool) {
        manager.reloading()
        let result = await takeUp()
        let errors = result.complaints.filter { $0.severity == .error }
        reloading.setBroken(result.isDone ? nil : errors.first?.text ?? "unknown")
        report(broken: result.isDone ? nil : errors.first?.text)
        manager.ready(await statusLine())
        return result
    }

    /// Lets operator and metrics know which configuration runs.
    func report(broken: String?) {
        assembly.telemetry.gauge("config_last_reload_successful", broken == nil ? 1 : 0, label: nil)
        assembly.world.conditions.report(
            "configuration",
            trouble: broken.map {
                Trouble(
                    "the configuration is invalid, the last good one runs: \($0)",
                    mend: "`tocsin check` shows every flaw; then `systemctl reload tocsin`", isDue: true)
            })
        if let broken {
            note(
                "configuration_refused", .error,
                "the configuration is invalid and was not taken up: \(broken)")
        }
    }

    private func takeUp() async -> (complaints: [Complaint], changes: [String], isDone: Bool) {
        let old = policy.current
        let loaded = Loaded(
            configurationFiles(configFolder), generation: old.generation + 1, before: old)
        guard let new = loaded.policy else { return (loaded.complaints, [], false) }
        do {
            try await applyRetirements(new.settings)
            let missing = orphaned(try await assembly.ledger.waitingByReceiver(withHeld: true), new.settings)
            guard missing.isEmpty else { return (loaded.complaints + missing, [], false) }
        } catch {
            return ([Complaint(.error, nil, error.what)], [], false)
        }
        var changes = difference(old.settings, new.settings)
        policy.replace(new)
        assembly.transport.use(Assembly.guardian(new.settings))
        flow.policyChanged()
        do {
            try LastGood.keep(loaded.files, in: stateFolder)
        } catch {
            note(
                "last_good_not_kept", .warning,
                "the configuration could not be kept as the last good one: \(error.what)")
        }
        if let old = old.settings.listen, new.settings.listen != old {
            changes.append("waiting for a restart: http listen")
        }
        if old.settings.listen == nil, new.settings.listen != nil {
            changes.append("waiting for a restart: http listen")
        }
        note(
            "configuration_reloaded", .notice,
            "configuration taken up: "
                + (changes.isEmpty ? "nothing changed" : changes.prefix(20).joined(separator: ", ")))
        return (loaded.complaints, changes, true)
    }

    /// Receivers that are to move hand their waiting deliveries over.
    func applyRetirements(_ settings: Settings) async throws(LedgerError) {
        for receiver in settings.receivers {
            guard case .moveTo(let target) = receiver.retired else { continue }
            let moved = try await assembly.ledger.moveDeliveries(from: receiver.id, to: target)
            if moved > 0 {
                note(
                    "deliveries_moved", .notice, "\(moved) deliveries moved from \(receiver.id) to \(target)")
            }
        }
    }
}

/// A request to the console and the way back.
struct ConsoleCall: Sendable {
    var request: ConsoleRequest
    var answer: @Sendable (ConsoleAnswer) -> Void
}
