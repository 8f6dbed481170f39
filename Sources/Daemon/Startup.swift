import Configuration
import Facts
import Model
import Pipeline
import Text

/// A configuration read and compiled, or why it could not be.
struct Loaded {
    var files: [ConfigurationFile]
    var policy: Policy?
    var complaints: [Complaint]

    /// Reads and compiles a set of files without any effect; what did not change since `before` is taken
    /// over.
    init(_ files: [ConfigurationFile], generation: Int, before: Policy? = nil) {
        self.files = files
        let (settings, first) = readSettings(files, secrets: lookUpSecret)
        complaints = first
        guard let settings else { return }
        let (compiled, second) = Policy.compile(
            settings, generation: generation, before: before, gazetteer: sharedGazetteer, zones: timeZoneFile,
            calendars: { System.read($0, most: 4 << 20) })
        complaints += second
        policy = compiled
    }

    /// The errors, one a line.
    var errors: [Complaint] { complaints.filter { $0.severity == .error } }
}

/// The file of a time zone, by its name; nil when there is none of that name.
func timeZoneFile(_ name: String) -> [UInt8]? {
    let isName = name.utf8.allSatisfy {
        isASCIILetterOrDigit($0) || "/_+-".utf8.contains($0)
    }
    guard isName, !name.hasPrefix("/"), !name.isEmpty else { return nil }
    return System.read("/usr/share/zoneinfo/" + name, most: 1 << 20)
}

/// What changed between two configurations, for people.
func difference(_ old: Settings, _ new: Settings) -> [String] {
    var lines: [String] = []
    func compare<T: Equatable>(_ what: String, _ a: [(String, T)], _ b: [(String, T)]) {
        let (x, y) = (Dictionary(a) { $1 }, Dictionary(b) { $1 })
        for (id, value) in y.sorted(by: { $0.key < $1.key }) {
            if let before = x[id] {
                if before != value { lines.append("changed \(what) \(id)") }
            } else {
                lines.append("added \(what) \(id)")
            }
        }
        for id in x.keys.sorted() where y[id] == nil { lines.append("removed \(what) \(id)") }
    }
    func folderText(_ f: FolderSource) -> String {
        "\(f.title)|\(f.path)|\(f.after)|\(f.existingIsBaseline)|\(f.noticing)|\(f.settle)|"
            + "\(f.rescan)|\(f.maximumSize)|\(f.language ?? "")|\(f.silenceAfter)"
    }
    func feedText(_ f: FeedSource) -> String {
        "\(f.title)|\(f.url.exposed)|\(f.every)|\(f.fetch)|\(f.fetchWait)|\(f.firstPollAge)|"
            + "\(f.obeysRobots)|\(f.language ?? "")|\(f.silenceAfter)"
    }
    compare(
        "source", old.folders.map { ($0.id, folderText($0)) } + old.feeds.map { ($0.id, feedText($0)) },
        new.folders.map { ($0.id, folderText($0)) } + new.feeds.map { ($0.id, feedText($0)) })
    compare("receiver", old.receivers.map { ($0.id, $0) }, new.receivers.map { ($0.id, $0) })
    func absence(_ a: Away) -> (String, Away) { ("\(a.owner) from \(a.from.iso8601)", a) }
    compare("away", old.away.map(absence), new.away.map(absence))
    compare("name", old.names.map { ($0.name, $0) }, new.names.map { ($0.name, $0) })
    compare("watch", old.watches.map { ($0.id, $0) }, new.watches.map { ($0.id, $0) })
    compare(
        "list", old.lists.map { ($0.key, $0.value.items.map(\.text)) },
        new.lists.map { ($0.key, $0.value.items.map(\.text)) })
    return lines
}

/// Receivers that are gone from a configuration although deliveries wait for them.
func orphaned(_ waiting: [String: Int], _ settings: Settings) -> [Complaint] {
    waiting.sorted { $0.key < $1.key }.compactMap { id, count in
        guard !settings.receivers.contains(where: { $0.id == id }) else { return nil }
        return Complaint(
            .error, nil, "receiver '\(id)' was removed while \(count) deliveries wait for it",
            fix: "keep it with \"retired: drain\" until they are sent, or with \"retired: move-to OTHER\"")
    }
}
