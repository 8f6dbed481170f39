import Model
import Text

/// Reads configuration files into `Settings`. Pure: the files and the look-up of secrets are handed in. All
/// complaints come together; settings are nil when any of them is an error. `standalone`: a watchlist is
/// looked at by itself, and the receivers that it names are not asked for.
package func readSettings(
    _ files: [ConfigurationFile], secrets lookup: @escaping SecretLookup, standalone: Bool = false
) -> (settings: Settings?, complaints: [Complaint]) {
    var builder = SettingsBuilder(lookup: lookup)
    for file in files {
        do {
            guard let root = try YAMLReader.read(file) else { continue }
            builder.add(root, isWatchlist: file.isWatchlist)
        } catch {
            builder.checker.complaints.append(error)
        }
    }
    if !standalone { builder.crossCheck() }
    let complaints = builder.checker.complaints
    let isBroken = complaints.contains { $0.severity == .error }
    return (isBroken ? nil : builder.settings, complaints)
}

struct SettingsBuilder {
    var checker = Checker()
    var settings = Settings()
    let lookup: SecretLookup
    private var known: [String: Mark] = [:]
    private var watchMarks: [(id: String, to: [Node])] = []
    private var operatorNodes: [Node] = []
    var routeNodes: [Node] = []

    init(lookup: @escaping SecretLookup) { self.lookup = lookup }

    mutating func add(_ root: Node, isWatchlist: Bool) {
        guard let fields = checker.fields(root, isWatchlist ? SettingsTable.watchlist : SettingsTable.main)
        else { return }
        if !isWatchlist { addMain(fields) }
        let list = isWatchlist ? fields.text("watchlist") ?? "" : settings.name
        let defaults = fields.values["defaults"].flatMap { checker.fields($0, SettingsTable.defaults) }
        for member in fields.members("lists") {
            addList(member.key, member.value, of: isWatchlist ? list : nil)
        }
        for node in fields.list("watches") {
            guard let watch = checker.fields(node, SettingsTable.watch) else { continue }
            addWatch(watch, defaults, owner: isWatchlist ? fields.text("owner") : nil, list: list)
        }
        for node in fields.list("tests") {
            guard let test = checker.fields(node, SettingsTable.test) else { continue }
            addTest(test, list: list)
        }
    }

    private mutating func addTest(_ fields: Fields, list: String) {
        let known = settings.watches.filter { $0.list == list }.map(\.id)
        var expected: [String: Int] = [:]
        for (key, value) in fields.members("expect") {
            let id = key.text ?? ""
            guard known.contains(id) else {
                let fix = nearest(id, among: known).map { "did you mean '\($0)'?" }
                checker.complain(
                    key.mark, "there is no watch '\(id)' in this list", fix: fix ?? "use the id of a watch")
                continue
            }
            guard let count = value.text.flatMap({ Int($0) }), count >= 0 else {
                checker.complain(
                    value.mark, "'\(id)' should have a number of mentions", fix: "write \(id): 1")
                continue
            }
            expected[id] = count
        }
        settings.tests.append(
            WatchTest(
                name: fields.text("name") ?? "", list: list, title: fields.text("title") ?? "",
                text: fields.text("text") ?? "",
                zone: fields.text("zone").flatMap(Zone.init) ?? .body, language: fields.text("language"),
                source: fields.text("source"), expected: expected, mark: fields.mark))
    }

    private mutating func addMain(_ fields: Fields) {
        if let name = fields.values["name"]?.text { settings.name = name }
        for node in fields.list("sources") { addSource(node) }
        for node in fields.list("receivers") { addReceiver(node) }
        for node in fields.list("allow_private") {
            guard let range = node.text.flatMap({ AddressRange($0) }) else {
                checker.complain(
                    node.mark, "'\(node.text ?? "")' is no address range", fix: "write 10.20.0.0/16")
                continue
            }
            settings.allowPrivate.append(range)
        }
        if let node = fields.values["operator"], let one = checker.fields(node, SettingsTable.operators) {
            operatorNodes = one.list("to")
            settings.operatorReceivers = operatorNodes.compactMap(\.text)
        }
        if let node = fields.values["stories"], let stories = checker.fields(node, SettingsTable.stories) {
            settings.storyWindow = stories.duration("window") ?? settings.storyWindow
        }
        for node in fields.list("routes") { addRoute(node) }
        for node in fields.list("away") { addAway(node) }
        for node in fields.list("names") { addName(node) }
        if let node = fields.values["keep"], let keep = checker.fields(node, SettingsTable.keep) {
            settings.keepArticles = keep.duration("articles") ?? settings.keepArticles
            settings.keepMatched = keep.duration("matched") ?? settings.keepMatched
            settings.keepSize = keep.size("size") ?? settings.keepSize
        }
        if let node = fields.values["http"], let http = checker.fields(node, SettingsTable.http) {
            settings.listen = listenAddress(http)
        }
        if let node = fields.values["ping"], let ping = checker.fields(node, SettingsTable.ping),
            let url = secret(ping, "url")
        {
            settings.ping = (url, ping.duration("every") ?? .seconds(300))
        }
    }

    private mutating func listenAddress(_ http: Fields) -> String? {
        guard let text = http.text("listen") else { return nil }
        let isLoopback = text.hasPrefix("127.") || text.hasPrefix("localhost:") || text.hasPrefix("[::1]:")
        if !isLoopback || text.split(separator: ":").last.flatMap({ UInt16($0) }) == nil {
            checker.complain(
                http.mark("listen"), "'listen' is '\(text)', which is no loopback address with a port",
                fix: "write 127.0.0.1:9464, and put a proxy in front for others")
        }
        return text
    }

    /// Notes an id; says so when it is taken.
    mutating func claim(_ kind: String, _ fields: Fields) -> String? {
        guard let id = fields.text("id") else { return nil }
        if let first = known[kind + "/" + id] {
            checker.complain(
                fields.mark("id"), "a second \(kind) with the id '\(id)'",
                fix: "the first stands at \(first.text); ids must differ")
            return nil
        }
        known[kind + "/" + id] = fields.mark("id")
        return id
    }

    mutating func secret(_ fields: Fields, _ name: String) -> Secret? {
        if let node = fields.values[name] { noteReferences(node) }
        return checker.resolve(fields.values[name], name, lookup).map(Secret.init)
    }

    mutating func noteReferences(_ node: Node) {
        settings.references += secretParts(node.text ?? "").compactMap(\.reference)
    }

    private mutating func addSource(_ node: Node) {
        guard let fields = checker.fields(node, SettingsTable.source), let id = claim("source", fields) else {
            return
        }
        let isFolder = fields.values["folder"] != nil
        guard isFolder != (fields.values["feed"] != nil) else {
            return checker.complain(
                fields.mark, "source '\(id)' needs one of folder and feed",
                fix: "write \"folder: /path\" or \"feed: https://…\"")
        }
        let folderOnly = ["after", "existing", "watch", "settle", "rescan", "max_size"]
        let feedOnly = ["every", "fetch", "fetch_wait", "first_poll", "robots"]
        for name in isFolder ? feedOnly : folderOnly where fields.values[name] != nil {
            checker.complain(
                fields.mark(name), "'\(name)' has no meaning for a \(isFolder ? "folder" : "feed")",
                fix: "remove it")
        }
        if isFolder { addFolder(id, fields) } else { addFeed(id, fields) }
    }

    private mutating func addFolder(_ id: String, _ fields: Fields) {
        var path = fields.text("folder") ?? ""
        while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
        if let twin = settings.folders.first(where: {
            $0.path == path || path.hasPrefix($0.path + "/") || $0.path.hasPrefix(path + "/")
        }) {
            checker.complain(
                fields.mark("folder"), "the folder is, holds or lies in that of source '\(twin.id)'",
                fix: "a file would be read twice; keep one of them")
        }
        var folder =
            FolderSource(
                id: id, title: fields.text("title") ?? id, path: path,
                after: FolderSource.After(rawValue: fields.text("after") ?? "") ?? .leave,
                existingIsBaseline: fields.text("existing") == "baseline",
                noticing: FolderSource.Noticing(rawValue: fields.text("watch") ?? "") ?? .auto,
                settle: fields.duration("settle") ?? .seconds(2),
                rescan: fields.duration("rescan") ?? .seconds(300),
                maximumSize: fields.size("max_size") ?? 64 << 20, language: fields.text("language"),
                mark: fields.mark)
        folder.silenceAfter = silenceRule(fields)
        settings.folders.append(folder)
    }

    private mutating func addFeed(_ id: String, _ fields: Fields) {
        guard let url = secret(fields, "feed") else { return }
        guard isWebAddress(url.exposed) else {
            return checker.complain(fields.mark("feed"), "the feed's address is no http or https address")
        }
        var feed =
            FeedSource(
                id: id, title: fields.text("title") ?? id, url: url,
                every: max(fields.duration("every") ?? .seconds(600), .seconds(1)),
                fetch: FeedSource.Fetch(rawValue: fields.text("fetch") ?? "") ?? .auto,
                fetchWait: fields.duration("fetch_wait") ?? .seconds(60),
                firstPollAge: fields.duration("first_poll") ?? .seconds(86_400),
                obeysRobots: fields.flag("robots"),
                language: fields.text("language"), mark: fields.mark)
        feed.silenceAfter = silenceRule(fields)
        settings.feeds.append(feed)
    }

    mutating func retirement(_ fields: Fields) -> ReceiverSettings.Retirement? {
        guard let text = fields.text("retired") else { return nil }
        if text == "drain" { return .drain }
        let words = text.split { $0 == " " || $0 == ":" }.map(String.init)
        if words.count == 2, words[0] == "move-to" { return .moveTo(words[1]) }
        checker.complain(
            fields.mark("retired"), "'retired' is '\(text)'", fix: "write drain, or \"move-to ID\"")
        return nil
    }

    private mutating func addList(_ key: Node, _ value: Node, of watchlist: String?) {
        let name = key.text ?? ""
        if !isIdentifier(name) { checker.complain(key.mark, "'\(name)' is no name for a list") }
        let full = watchlist.map { "\($0)/\(name)" } ?? name
        if let first = settings.lists[full] {
            checker.complain(
                key.mark, "a second list '\(name)'", fix: "the first stands at \(first.mark.text)")
        }
        guard case .list(let items) = value.content else { return }
        settings.lists[full] = ListDraft(name: name, items: items.compactMap(phrase), mark: key.mark)
    }

    private func phrase(_ node: Node) -> PhraseDraft? {
        if case .map(let members) = node.content, let first = members.first, let text = first.value.text {
            let language = first.key.text
            let isInflected = members.contains { $0.key.text == "inflect" && $0.value.text == "true" }
            return PhraseDraft(
                text: text, mark: first.value.mark, language: language,
                inflections: isInflected ? [language].compactMap { $0 } : [])
        }
        return node.text.map { PhraseDraft(text: $0, mark: node.mark) }
    }

    private mutating func addWatch(_ fields: Fields, _ defaults: Fields?, owner: String?, list: String) {
        guard let id = claim("watch", fields) else { return }
        let lists = fields.values.keys.filter { ["any", "all", "none", "near"].contains($0) }
        if fields.values["match"] != nil, !lists.isEmpty {
            checker.complain(
                fields.mark("match"),
                "watch '\(id)' has both match and \(lists.sorted().joined(separator: ", "))",
                fix: "keep one: the lists, or put everything into the query")
        }
        if fields.values["match"] == nil, fields.list("any").isEmpty, fields.list("all").isEmpty {
            checker.complain(fields.mark, "watch '\(id)' looks for nothing", fix: "give it any, all or match")
        }
        var near: (scope: Proximity, any: [PhraseDraft])?
        if let node = fields.values["near"], let inner = checker.fields(node, SettingsTable.near) {
            near = (scope(inner), inner.list("any").compactMap(phrase))
        }
        let zones = (fields.list("zones").isEmpty ? defaults?.list("zones") ?? [] : fields.list("zones"))
            .compactMap { $0.text.flatMap(Zone.init) }
        let to = fields.list("to").isEmpty ? defaults?.list("to") ?? [] : fields.list("to")
        watchMarks.append((id, to))
        let priority = fields.values["priority"]?.text ?? defaults?.values["priority"]?.text ?? "normal"
        var draft =
            WatchDraft(
                id: id, title: fields.text("title") ?? id, owner: fields.text("owner") ?? owner,
                note: fields.text("note"),
                any: fields.list("any").compactMap(phrase), all: fields.list("all").compactMap(phrase),
                none: fields.list("none").compactMap(phrase), near: near,
                match: fields.values["match"].flatMap { node in
                    node.text.map { PhraseDraft(text: $0, mark: node.mark) }
                },
                zones: zones.isEmpty ? [.headline, .dateline, .body] : Set(zones),
                priority: Priority(rawValue: priority) ?? .normal, receivers: to.compactMap(\.text),
                interest: StoryInterest(
                    rawValue: (fields.values["when"] ?? defaults?.values["when"])?.text ?? "")
                    ?? .developments,
                timing: timing(fields.values["timing"] ?? defaults?.values["timing"]),
                tags: (fields.values["tags"] == nil ? defaults : fields)?.list("tags").compactMap(\.text)
                    ?? [],
                list: list,
                mark: fields.mark)
        setRules(&draft, fields)
        settings.watches.append(draft)
    }

    private mutating func scope(_ near: Fields) -> Proximity {
        switch near.text("within") ?? "" {
        case "sentence": return .sentence
        case "paragraph": return .paragraph
        case let text:
            if let words = Int(text), (0...1000).contains(words) { return .words(words, ordered: false) }
            checker.complain(
                near.mark("within"), "'within' is '\(text)'",
                fix: "write sentence, paragraph or a number of words")
            return .sentence
        }
    }

    /// References between settings: receivers that watches and the operator name.
    mutating func crossCheck() {
        let receivers = settings.receivers.map(\.id)
        let named = watchMarks.flatMap(\.to) + operatorNodes + routeNodes
        for node in named {
            guard let id = node.text, !receivers.contains(id) else { continue }
            let fix = nearest(id, among: receivers).map { "did you mean '\($0)'?" }
            checker.complain(node.mark, "there is no receiver '\(id)'", fix: fix ?? "add it under receivers:")
        }
        for receiver in settings.receivers {
            if case .moveTo(let id) = receiver.retired, !receivers.contains(id) || id == receiver.id {
                checker.complain(
                    receiver.mark,
                    "receiver '\(receiver.id)' is to move to '\(id)', which is no other receiver")
            }
        }
        adviseOperator()
    }

    private mutating func adviseOperator() {
        guard !settings.receivers.isEmpty else { return }
        if settings.operatorReceivers.isEmpty {
            checker.complain(
                nil, "no 'operator' is set: nobody hears when a source or a receiver fails",
                fix: "add operator: { to: [ID] }", .warning)
        } else if settings.receivers.count == 1 {
            checker.complain(
                nil, "the operator is reached over the only receiver: when it fails nobody hears",
                fix: "add a second receiver on another host", .warning)
        }
    }
}

/// An http or https address with a host.
func isWebAddress(_ text: String) -> Bool {
    for scheme in ["https://", "http://"] where text.lowercased().hasPrefix(scheme) {
        let host = text.dropFirst(scheme.utf8.count).prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return !host.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
    return false
}

func isSigningSecret(_ text: String) -> Bool {
    let bare = text.hasPrefix("whsec_") ? String(text.dropFirst(6)) : ""
    let length = bare.utf8.filter { $0 != 0x3D }.count * 6 / 8
    return (24...64).contains(length)
        && bare.utf8.allSatisfy {
            isASCIILetterOrDigit($0) || "+/-_=".utf8.contains($0)
        }
}

/// A header name that is a token and not one that we or HTTP set, with a value of one line.
func isHeader(_ name: String, _ value: String) -> Bool {
    let taken = [
        "webhook-id", "webhook-timestamp", "webhook-signature", "content-type", "content-length", "host",
        "transfer-encoding", "connection", "from", "to", "subject", "date", "message-id", "references",
        "mime-version",
    ]
    return !taken.contains(name.lowercased()) && !name.isEmpty
        && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>@,;:\\\"/[]?={}".utf8.contains($0) }
        && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
}
