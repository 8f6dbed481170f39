import Configuration
import Folders
import Pipeline
import Ports
import Text

/// `tocsin check`: the whole configuration, with the folders and how much a first scan would read.
struct CheckCommand {
    let arguments: Arguments

    func run() async -> Int32 {
        let folder = configFolder(arguments)
        let files = configurationFiles(folder)
        let loaded = Loaded(files, generation: 0)
        var complaints = loaded.complaints
        if files.isEmpty {
            complaints.append(Complaint(.error, nil, "there is no configuration in \(folder)"))
        }
        var folders: [(path: String, count: Int)] = []
        if let settings = loaded.policy?.settings {
            for source in settings.folders {
                let isService = System.environment("CREDENTIALS_DIRECTORY") != nil
                if let problem = isService ? folderProblem(source) : foreseenProblem(source) {
                    complaints.append(Complaint(.warning, source.mark, problem))
                }
                if let count = await fileCount(source) { folders.append((source.path, count)) }
            }
            if settings.folders.isEmpty, settings.feeds.isEmpty {
                complaints.append(Complaint(.note, nil, "no sources: the service runs and watches nothing"))
            }
        }
        let isGood = !complaints.contains { $0.severity == .error }
        report(complaints, folders, loaded.policy, isGood)
        return isGood ? ExitCode.success : ExitCode.configuration
    }

    private func report(
        _ complaints: [Complaint], _ folders: [(path: String, count: Int)], _ policy: Policy?, _ isGood: Bool
    ) {
        if arguments.isJSON {
            let body = JSON.object([
                ("ok", .bool(isGood)), ("complaints", .array(complaints.map(complaintJSON))),
                (
                    "folders",
                    .array(
                        folders.map {
                            .object([("folder", .string($0.path)), ("files", .integer(Int64($0.count)))])
                        })
                ),
            ])
            return System.print(body.pretty + "\n")
        }
        for complaint in complaints { System.print(complaint.text + "\n", to: 2) }
        guard isGood, let policy else { return System.print("the configuration cannot be used\n", to: 2) }
        let settings = policy.settings
        for (path, count) in folders {
            System.print("\(path): a first scan would read \(counted(count, "file"))\n")
        }
        System.print(
            "ok: \(settings.folders.count) folders, \(settings.feeds.count) feeds, \(policy.watches.count) watches, "
                + "\(settings.receivers.count) receivers\n")
    }

    private func complaintJSON(_ complaint: Complaint) -> JSON {
        .object([
            ("file", .text(complaint.mark?.file)),
            ("line", complaint.mark.map { .integer(Int64($0.line)) } ?? .null),
            ("column", complaint.mark.map { .integer(Int64($0.column)) } ?? .null),
            ("severity", .string(complaint.severity.rawValue)), ("what", .string(complaint.what)),
            ("fix", .text(complaint.fix)),
        ])
    }

    private func fileCount(_ source: FolderSource) async -> Int? {
        let folders = LinuxFolders()
        _ = await folders.watch([
            WatchedFolder(
                source: source.id, path: source.path, usesEvents: false,
                maximumSize: source.maximumSize, movesDone: source.after == .move)
        ])
        var count = 0
        do {
            _ = try await folders.list(source.id) {
                count += $0.count; return count < 5_000_000
            }
        } catch { return nil }
        return count
    }
}
