import Executors
import Glibc
package import Ports
import Synchronization

/// Folders on this machine: a scan is the truth, inotify a hint. Every listing renews the watches on its way,
/// so that a folder moved away and made anew, or made faster than it could be watched, is found again.
package final class LinuxFolders: FolderWatcher {
    private let folders = Mutex<[String: WatchedFolder]>([:])
    private let polled = Mutex<Set<String>>([])
    private let box = HintBox()
    private let inotify: Inotify?

    /// Starts the thread that listens to the kernel.
    package init() {
        inotify = Inotify()
        guard let inotify else { return }
        let box = box
        startThread(name: "inotify") { [weak self] in
            inotify.run { place, change in
                guard let place else {
                    for source in self?.sources ?? [] { box.add(.rescan(source: source, cause: "overflow")) }
                    return
                }
                switch change {
                case .settled(let path): box.add(.settled(source: place.source, place: path))
                case .stirring(let path): box.add(.stirring(source: place.source, place: path))
                case .folder: box.add(.rescan(source: place.source, cause: "new-folder"))
                case .lost, .overflow: box.add(.rescan(source: place.source, cause: "folder-replaced"))
                }
            }
        }
    }

    private var sources: [String] { folders.withLock { Array($0.keys) } }

    package func watch(_ wanted: [WatchedFolder]) async -> [String: FolderReport] {
        let gone = folders.withLock { folders in
            let gone = folders.filter { old in
                !wanted.contains { $0.source == old.key && $0.path == old.value.path }
            }
            folders = Dictionary(uniqueKeysWithValues: wanted.map { ($0.source, $0) })
            return gone.keys
        }
        for source in gone { inotify?.remove(source: source) }
        var reports: [String: FolderReport] = [:]
        for folder in wanted {
            reports[folder.source] = start(folder)
            box.add(.rescan(source: folder.source, cause: "start"))
        }
        return reports
    }

    private func start(_ folder: WatchedFolder) -> FolderReport {
        var usesEvents = folder.usesEvents ?? true
        var problem: String?
        do {
            let directory = try Directory(folder.path)
            if folder.usesEvents == nil { usesEvents = tellsOfChanges(directory.fileSystemType) }
        } catch {
            problem = "\(folder.path): \(error.reason)"
        }
        if usesEvents {
            let parts = folder.path.split(separator: "/")
            let parent = "/" + parts.dropLast().joined(separator: "/")
            let name = parts.last.map(String.init) ?? ""
            _ = inotify?.add(parent, Inotify.WatchedPlace(source: folder.source, place: nil, name: name))
            if !addWatch(folder, "") { problem = outOfWatches }
        }
        let isPolled = !usesEvents || inotify == nil
        polled.withLock { if isPolled { $0.insert(folder.source) } else { $0.remove(folder.source) } }
        return FolderReport(problem: problem, isPolled: isPolled)
    }

    private var outOfWatches: String {
        "the kernel has no inotify watch left: raise the sysctl fs.inotify.max_user_watches; until then this is polled"
    }

    private func addWatch(_ folder: WatchedFolder, _ place: String) -> Bool {
        let path = place.isEmpty ? folder.path : folder.path + "/" + place
        return inotify?.add(path, Inotify.WatchedPlace(source: folder.source, place: place, name: "")) ?? true
    }

    package func hints() async -> [FolderHint] { await box.take() }

    private func folder(_ source: String) throws(FileRefusal) -> WatchedFolder {
        guard let folder = folders.withLock({ $0[source] }) else {
            throw FileRefusal(.gone, "the source is not watched")
        }
        return folder
    }

    package func list(
        _ source: String, _ visit: ([FileSighting]) async throws -> Bool
    ) async throws -> [FileSighting.Trouble] {
        let folder = try folder(source)
        let root = try Directory(folder.path)
        let hasEvents = !polled.withLock { $0.contains(source) }
        var troubles: [FileSighting.Trouble] = []
        var pending = [""]
        var batch: [FileSighting] = []
        while let place = pending.popLast() {
            if hasEvents, !addWatch(folder, place) {
                troubles.append(.init(place: place, reason: outOfWatches))
            }
            let (found, folders) = scan(root, place, folder, &troubles)
            if place.split(separator: "/").count < 64 { pending += folders }
            batch += found
            if batch.count >= 500 {
                guard try await visit(batch) else { return troubles }
                batch.removeAll()
            }
        }
        if !batch.isEmpty { _ = try await visit(batch) }
        return troubles
    }

    /// The files and folders directly in one folder.
    private func scan(
        _ root: borrowing Directory, _ place: String, _ folder: WatchedFolder,
        _ troubles: inout [FileSighting.Trouble]
    ) -> (files: [FileSighting], folders: [String]) {
        var files: [FileSighting] = []
        var folders: [String] = []
        let names: [String]
        do {
            names = try Directory(below: root, place).names()
        } catch {
            troubles.append(.init(place: place, reason: error.reason))
            return ([], [])
        }
        for name in names where !isIgnored(name) {
            let path = place.isEmpty ? name : place + "/" + name
            guard let (kind, mark) = try? root.look(path) else { continue }
            switch kind {
            case S_IFREG: files.append(FileSighting(place: path, mark: mark))
            case S_IFDIR: if !(folder.movesDone && path == "done") { folders.append(path) }
            default:
                troubles.append(.init(place: path, reason: "it is \(kindName(kind)), which is never opened"))
            }
        }
        return (files, folders)
    }

    package func look(_ source: String, _ place: String) -> FileMark? {
        guard let folder = try? folder(source),
            !place.split(separator: "/").contains(where: { isIgnored(String($0)) }),
            !(folder.movesDone && place.hasPrefix("done/")), let root = try? Directory(folder.path),
            let (kind, mark) = try? root.look(place), kind == S_IFREG
        else { return nil }
        return mark
    }

    package func read(_ source: String, _ place: String) throws(FileRefusal) -> (
        bytes: [UInt8], mark: FileMark
    ) {
        let folder = try folder(source)
        return try Directory(folder.path).read(place, most: folder.maximumSize)
    }

    package func sidecar(_ source: String, _ place: String) -> [UInt8]? {
        guard let folder = try? folder(source), let root = try? Directory(folder.path) else { return nil }
        return try? root.read(place + ".meta.yaml", most: 65_536).bytes
    }

    package func finish(_ source: String, _ place: String, delete: Bool) throws(FileRefusal) {
        let folder = try folder(source)
        let root = try Directory(folder.path)
        if delete { try root.delete(place) } else { try root.moveToDone(place) }
        let side = place + ".meta.yaml"
        guard (try? root.look(side)) != nil else { return }
        if delete { try root.delete(side) } else { try root.moveToDone(side) }
    }
}
