package import Configuration
package import Facts
import Matching
package import Model
import Text

/// Turns watches as written into queries: lists resolved, match blocks parsed, names known as the gazetteer
/// and the configuration know them; complaints carry the author's places. The gazetteer that comes back knows
/// the names of the configuration, and the people whom the watches ask for.
package func compileWatches(_ settings: Settings, _ gazetteer: Gazetteer) -> (
    watches: [Watch], complaints: [Complaint], gazetteer: Gazetteer
) {
    let gazetteer = gazetteer.knowing(settings.names)
    var compiler = WatchCompiler(settings: settings, gazetteer: gazetteer)
    for list in settings.lists.values { compiler.checkList(list) }
    let watches = settings.watches.compactMap { compiler.compile($0) }
    return (
        watches,
        compiler.complaints.sorted {
            ($0.mark?.file ?? "", $0.mark?.line ?? 0) < ($1.mark?.file ?? "", $1.mark?.line ?? 0)
        }, gazetteer.asking(compiler.people)
    )
}

private struct WatchCompiler {
    let settings: Settings
    private let gazetteer: Gazetteer
    var complaints: [Complaint] = []
    /// Whom the fields of facts ask for.
    private(set) var people: [String] = []
    private let drafts: [String: WatchDraft]

    init(settings: Settings, gazetteer: Gazetteer) {
        (self.settings, self.gazetteer) = (settings, gazetteer)
        drafts = Dictionary(settings.watches.map { ($0.id, $0) }) { first, _ in first }
    }

    mutating func complain(
        _ mark: Mark, _ what: String, _ fix: String?, _ severity: Complaint.Severity = .error
    ) {
        complaints.append(Complaint(severity, mark, what, fix: fix))
    }

    mutating func checkList(_ list: ListDraft) {
        if list.items.isEmpty { complain(list.mark, "list '\(list.name)' is empty", "add a phrase") }
        for item in list.items {
            if item.text.hasPrefix("@") {
                complain(
                    item.mark, "a list cannot hold another list", "write the phrases of \(item.text) here")
            } else {
                _ = checkPhrase(item)
            }
        }
    }

    private mutating func checkPhrase(_ draft: PhraseDraft) -> Bool {
        if Tokenizer.words(draft.text).tokens.isEmpty {
            complain(draft.mark, "'\(draft.text)' holds no letter or digit", "write words")
            return false
        }
        if let flaw = wildcardFlaw(draft.text) {
            complain(draft.mark, flaw, "write at least two letters beside the star, or list the forms")
            return false
        }
        for language in draft.inflections where !inflectedLanguages.contains(language) {
            let known = inflectedLanguages.joined(separator: " ")
            complain(draft.mark, "'inflect' knows no \(language)", "use one of \(known), or list the forms")
            return false
        }
        if draft.text.contains("\"") {
            complain(
                draft.mark, "an item is one phrase; the quotation marks in it mean nothing", "remove them",
                .warning)
        }
        for word in [" AND ", " OR ", " NOT "] where draft.text.contains(word) {
            complain(
                draft.mark, "'\(draft.text)' is read as one phrase, with the word\(word)in it",
                "for a query use match: |", .warning)
        }
        return true
    }

    /// The list of a name as a watch of `file` sees it.
    private func list(_ name: String, _ file: String) -> ListDraft? {
        settings.lists["\(file)/\(name)"] ?? settings.lists[name]
    }

    mutating func compile(_ draft: WatchDraft) -> Watch? {
        let before = complaints.count
        let query = query(draft, [draft.id])
        guard let query, !complaints[before...].contains(where: { $0.severity == .error }) else { return nil }
        if draft.receivers.isEmpty, settings.routes.isEmpty {
            complain(
                draft.mark, "watch '\(draft.id)' names no receiver",
                "add to: [ID], or defaults: { to: [ID] }", .warning)
        }
        var watch = Watch(
            id: draft.id, title: draft.title, owner: draft.owner, note: draft.note, query: query,
            clause: clause(draft),
            zones: draft.zones, priority: draft.priority, receivers: draft.receivers, list: draft.list)
        (watch.interest, watch.tags) = (draft.interest, draft.tags)
        return watch
    }

    private mutating func query(_ draft: WatchDraft, _ path: [String]) -> Query? {
        draft.match.map { matchQuery($0, draft, path) } ?? listQuery(draft)
    }

    private func clause(_ draft: WatchDraft) -> String {
        if let match = draft.match {
            return "match: " + match.text.split(separator: "\n").joined(separator: " ")
        }
        let parts = [("any", draft.any), ("all", draft.all), ("none", draft.none)].filter { !$0.1.isEmpty }
        return parts.map { "\($0.0): " + $0.1.map(\.text).joined(separator: ", ") }.joined(separator: "; ")
    }

    private mutating func listQuery(_ draft: WatchDraft) -> Query? {
        var parts: [Query] = []
        if !draft.any.isEmpty { parts.append(.labelled("any", .any(items(draft.any, draft.list)))) }
        if !draft.all.isEmpty { parts.append(.labelled("all", .all(items(draft.all, draft.list)))) }
        var positive: Query = parts.count == 1 ? parts[0] : .all(parts)
        if let near = draft.near {
            positive = .near(positive, .labelled("near", .any(items(near.any, draft.list))), near.scope)
        }
        guard !draft.none.isEmpty else { return positive }
        return .all([positive, .labelled("none", .not(.any(items(draft.none, draft.list))))])
    }

    private mutating func items(_ drafts: [PhraseDraft], _ file: String) -> [Query] {
        var out: [Query] = []
        for draft in drafts {
            if draft.text.hasPrefix("@") {
                let name = String(draft.text.dropFirst())
                switch lookUp(name, file, []) {
                case .list(let items): out.append(.list(name: name, items: items))
                case .watch(let query): out.append(.labelled("@" + name, query))
                case .cycle:
                    complain(draft.mark, "'@\(name)' refers to itself", "write the words of one of them")
                case nil: noList(name, draft.mark, file)
                }
            } else if checkPhrase(draft) {
                out.append(.term(term(draft)))
            }
        }
        return out
    }

    /// One phrase of a list; a leading `=` asks for upper and lower case as written.
    private func term(_ draft: PhraseDraft) -> Term {
        let isExact = draft.text.hasPrefix("=") && draft.text.utf8.count > 1
        let text = isExact ? String(draft.text.dropFirst()) : draft.text
        var term = Term(text.split(separator: "\"").joined(separator: " "))
        if isExact { term.letterCase = .asWritten }
        (term.language, term.inflections) = (draft.language, draft.inflections)
        return term
    }

    /// What a name after `@` stands for in a watch of `file`: a list, or another watch. `path` are the
    /// watches that asked.
    private func lookUp(_ name: String, _ file: String, _ path: [String]) -> QueryReference? {
        if let list = list(name, file) { return .list(list.items.map { .term(term($0)) }) }
        guard let draft = drafts[name] else { return nil }
        guard !path.contains(name), path.count < 32 else { return .cycle(path) }
        var inner = self
        inner.complaints = []
        guard let query = inner.query(draft, path + [name]) else { return nil }
        return .watch(query)
    }

    private mutating func noList(_ name: String, _ mark: Mark, _ file: String) {
        let known = settings.lists.values.map(\.name) + settings.watches.map(\.id)
        complain(
            mark, "there is no list or watch '@\(name)'",
            nearest(name, among: known).map { "did you mean '@\($0)'?" }
                ?? "add it under lists:")
    }

    private mutating func matchQuery(_ match: PhraseDraft, _ draft: WatchDraft, _ path: [String]) -> Query? {
        do {
            let compiler = self
            let query = try parseQuery(match.text) { compiler.lookUp($0, draft.list, path) }
            people += query.peopleAsked
            return .labelled("match", query.knowing(gazetteer))
        } catch {
            // A block begins on the line below its key, at an indentation that YAML has taken away.
            let isBlock = match.text.contains("\n")
            let line = match.mark.line + (isBlock ? error.line : 0)
            let mark = Mark(
                file: match.mark.file, line: line,
                column: isBlock ? error.column : match.mark.column + error.column - 1)
            complain(mark, "in the query of '\(draft.id)', column \(error.column): \(error.what)", error.fix)
            return nil
        }
    }
}
