import Alerting
import Configuration
import Digest
import Model
import Ports
import Synchronization

/// Watches folders: a scan is the truth and an event a hint. Decides when a file is at rest, hands it to the
/// workers, and after it is stored does with it what the source says. One loop, which pulls hints at its own
/// pace.
final class FolderIntake: Sendable {
    typealias Name = Settling.Name

    private let world: World
    private let policy: PolicyBox
    private let reader: FileReader
    private let bell = Doorbell()
    private let inbox = Mutex<[FolderHint]>([])
    /// Files handed to the workers; true when a hint came meanwhile.
    private let busy = Mutex<[Name: Bool]>([:])
    /// Files that came back from the workers.
    private let returns = Mutex<[(name: Name, result: FileReader.Result)]>([])
    private let changed = Mutex(false)
    private let reports = Mutex<[String: FolderReport]>([:])
    private let oldArrivals = Mutex(OldArrivals())
    /// When each folder was last compared with the store.
    private let compared = Mutex<[String: Moment]>([:])

    init(world: World, policy: PolicyBox, reader: FileReader) {
        (self.world, self.policy, self.reader) = (world, policy, reader)
    }

    /// Compares every folder with the store again, soon.
    func rescan() {
        for folder in policy.current.settings.folders { add(.rescan(source: folder.id, cause: "asked")) }
    }

    /// The configuration changed.
    func policyChanged() {
        changed.withLock { $0 = true }
        bell.ring()
    }

    private func add(_ hint: FolderHint) {
        inbox.withLock { $0.append(hint) }
        bell.ring()
    }

    /// Runs until cancelled; throws when the store fails.
    func run() async throws {
        try await withThrowingTaskGroup { group in
            group.addTask {
                while !Task.isCancelled {
                    for hint in await self.world.folders.hints() { self.add(hint) }
                }
            }
            group.addTask { try await self.loop() }
            try await group.next()
            group.cancelAll()
        }
    }

    private func loop() async throws {
        let elapsed = stopwatch(world.clock)
        var settling = Settling()
        var nextRescan: [String: Duration] = [:]
        await watchFolders()
        while !Task.isCancelled {
            if changed.withLock({ value in
                defer { value = false }; return value
            }) {
                await watchFolders()
            }
            let folders = Dictionary(
                uniqueKeysWithValues: policy.current.settings.folders.map { ($0.id, $0) })
            for (name, result) in takeReturns() {
                if case .later(_, let bound) = result {
                    settling.delay(name, now: elapsed(), atMost: bound)
                } else {
                    settling.forget(name)
                }
            }
            let hints = inbox.withLock { hints in
                defer { hints = [] }; return hints
            }
            for hint in hints { try await take(hint, folders, &settling, &nextRescan, elapsed) }
            for name in settling.due(elapsed()) { await look(name, folders, &settling, elapsed()) }
            for name in oldArrivals.withLock({ $0.due(elapsed()) }) { await hand(name, .backlog, .ordinary) }
            for (id, folder) in folders where nextRescan[id].map({ $0 <= elapsed() }) ?? false {
                nextRescan[id] = elapsed() + folder.rescan
                try await scan(folder, cause: "periodic", &settling, elapsed())
            }
            let next =
                [settling.nextDue, nextRescan.values.min(), oldArrivals.withLock { $0.nextDue }].compactMap {
                    $0
                }.min() ?? elapsed()
                + .seconds(3600)
            world.telemetry.gauge("files_settling", Double(settling.count), label: nil)
            await bell.wait(atMost: min(max(next - elapsed(), .milliseconds(1)), .seconds(2)), world.clock)
        }
    }

    private func takeReturns() -> [(name: Name, result: FileReader.Result)] {
        returns.withLock { all in
            let taken = all
            all = []
            return taken
        }
    }

    private func watchFolders() async {
        let wanted = policy.current.settings.folders.map { folder in
            WatchedFolder(
                source: folder.id, path: folder.path,
                usesEvents: folder.noticing == .auto ? nil : folder.noticing == .inotify,
                maximumSize: folder.maximumSize, movesDone: folder.after == .move)
        }
        let found = await world.folders.watch(wanted)
        reports.withLock { $0 = found }
        for (source, report) in found { tell(source, report.problem) }
    }

    private func tell(_ source: String, _ problem: String?) {
        if let problem {
            world.telemetry.note(Event("folder_trouble", .warning, problem, fields: [("SOURCE", source)]))
        }
        world.conditions.report(
            "source/\(source)",
            trouble: problem.map {
                Trouble(
                    "folder source \(source): \($0)",
                    mend: "see `tocsin check`, which prints what the unit needs", isDue: true)
            })
    }

    private func settle(_ folder: FolderSource) -> Duration {
        let isPolled = reports.withLock { $0[folder.id]?.isPolled ?? false }
        return isPolled && folder.noticing == .auto ? max(folder.settle, .seconds(15)) : folder.settle
    }

    private func take(
        _ hint: FolderHint, _ folders: [String: FolderSource], _ settling: inout Settling,
        _ nextRescan: inout [String: Duration], _ elapsed: () -> Duration
    ) async throws {
        switch hint {
        case .settled(let source, let place):
            guard folders[source] != nil, let mark = world.folders.look(source, place) else { return }
            settling.forget(Name(source: source, place: place))
            await take(Name(source: source, place: place), mark, .live, .ordinary, elapsed())
        case .stirring(let source, let place):
            guard let folder = folders[source], let mark = world.folders.look(source, place) else { return }
            settling.stir(
                Name(source: source, place: place), mark: mark, settle: settle(folder), now: elapsed())
        case .rescan(let source, let cause):
            guard let folder = folders[source] else { return }
            nextRescan[source] = elapsed() + folder.rescan
            try await scan(folder, cause: cause, &settling, elapsed())
        }
    }

    private func look(
        _ name: Name, _ folders: [String: FolderSource], _ settling: inout Settling, _ now: Duration
    ) async {
        guard let folder = folders[name.source] else { return settling.forget(name) }
        let mark = world.folders.look(name.source, name.place)
        if settling.look(name, mark: mark, settle: settle(folder), now: now), let mark {
            await take(name, mark, .live, .ordinary, now)
        }
    }

    /// Compares a folder with what the store knows, batch by batch, so that memory stays flat.
    private func scan(
        _ folder: FolderSource, cause: String, _ settling: inout Settling, _ now: Duration
    ) async throws {
        let isFirst = try await !world.ledger.isKnownSource(folder.id)
        let circumstance: Circumstance = isFirst && folder.existingIsBaseline ? .baseline : .ordinary
        let wall = world.wall.now
        var stirring: [(Name, FileMark)] = []
        var found = 0
        let wait = settle(folder)
        do {
            let troubles = try await world.folders.list(folder.id) { batch in
                let known = try await world.ledger.marks(folder.id, places: batch.map(\.place))
                for sighting in batch where needsLook(sighting, known[sighting.place], folder) {
                    let name = Name(source: folder.id, place: sighting.place)
                    let touched =
                        max(sighting.mark.modifiedNanoseconds, sighting.mark.changedNanoseconds) / 1_000_000
                    found += 1
                    if sighting.mark.size > 0, wall.milliseconds - touched >= wait.milliseconds {
                        await take(name, sighting.mark, .backlog, circumstance, now)
                    } else {
                        stirring.append((name, sighting.mark))
                    }
                }
                return !Task.isCancelled
            }
            for trouble in troubles { note(trouble, folder) }
            tell(folder.id, nil)
        } catch let refusal as FileRefusal {
            tell(folder.id, "\(folder.path): \(refusal.reason)")
            return
        }
        compared.withLock { $0[folder.id] = wall }
        for (name, mark) in stirring { settling.stir(name, mark: mark, settle: wait, now: now) }
        if isFirst { try await world.ledger.settleSource(folder.id, kind: .folder, now: wall) }
        world.telemetry.note(
            Event(
                "folder_scans", found > 0 ? .info : .debug, "compared \(folder.path): \(found) to look at",
                fields: [("SOURCE", folder.id), ("FOUND", String(found))], label: ("cause", cause)))
    }

    /// New, changed, or stored before a crash that came before it was moved away.
    private func needsLook(_ sighting: FileSighting, _ known: KnownFile?, _ folder: FolderSource) -> Bool {
        guard let known, known.mark == sighting.mark else { return true }
        return folder.after != .leave && !known.isRefused
    }

    private func note(_ trouble: FileSighting.Trouble, _ folder: FolderSource) {
        world.telemetry.note(
            Event(
                "files_passed_by", .debug, "\(trouble.place): \(trouble.reason)",
                fields: [("SOURCE", folder.id), ("PLACE", trouble.place)]))
    }

    /// Hands a file that is at rest to the workers; an old one waits until it is known whether it came with
    /// many.
    private func take(
        _ name: Name, _ mark: FileMark, _ lane: BoundedQueue<FileReader.Job>.Lane,
        _ circumstance: Circumstance, _ now: Duration
    ) async {
        guard circumstance == .ordinary, isOld(mark, name.source) else {
            return await hand(name, lane, circumstance)
        }
        for one in oldArrivals.withLock({ $0.add(name, now: now) }) {
            await hand(one.name, .backlog, one.circumstance)
        }
    }

    /// Changed before the folder was last compared, and more than an hour ago; or, before it was ever
    /// compared, more than a day ago.
    private func isOld(_ mark: FileMark, _ source: String) -> Bool {
        let now = world.wall.now
        let before =
            compared.withLock { $0[source] }.map { min($0, now.advanced(by: .seconds(-3600))) }
            ?? now.advanced(by: .seconds(-86_400))
        return mark.modifiedNanoseconds / 1_000_000 < before.milliseconds
    }

    /// Hands a file to the workers unless it is with them already.
    private func hand(_ name: Name, _ lane: BoundedQueue<FileReader.Job>.Lane, _ circumstance: Circumstance)
        async
    {
        let isNew = busy.withLock { busy -> Bool in
            if busy[name] != nil { busy[name] = true; return false }
            busy[name] = false
            return true
        }
        guard isNew else { return }
        let seen = world.wall.now
        await reader.put(
            FileReader.Job(name: name, circumstance: circumstance, seen: seen) { result in
                self.done(name, result)
            }, lane)
    }

    /// A file left the workers: stored, refused for good, or to be looked at again.
    private func done(_ name: Name, _ result: FileReader.Result) {
        let stirred = busy.withLock { $0.removeValue(forKey: name) ?? false }
        returns.withLock { $0.append((name, result)) }
        switch result {
        case .later(let reason, _):
            world.telemetry.note(
                Event(
                    "files_later", .info, "\(name.place): \(reason); it is looked at again",
                    fields: [("SOURCE", name.source), ("PLACE", name.place)]))
            bell.ring()
        case .stored where stirred: add(.stirring(source: name.source, place: name.place))
        case .stored, .gone: break
        }
    }
}
