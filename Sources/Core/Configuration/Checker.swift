import Text

/// A map that passed the table's checks: its values can be read without further doubt.
struct Fields {
    let record: Record
    let mark: Mark
    let values: [String: Node]

    /// The text of a setting, or its default.
    func text(_ name: String) -> String? { values[name]?.text ?? record.setting(name)?.fallback }

    /// The place of a setting, or of the map.
    func mark(_ name: String) -> Mark { values[name]?.mark ?? mark }

    func duration(_ name: String) -> Duration? { text(name).flatMap(parseDuration) }

    func size(_ name: String) -> Int? { text(name).flatMap(parseSize) }

    func flag(_ name: String) -> Bool { text(name) == "true" }

    /// The elements of a list, or one value as a list of one.
    func list(_ name: String) -> [Node] {
        guard let node = values[name] else { return [] }
        if case .list(let items) = node.content { return items }
        return node.isEmpty ? [] : [node]
    }

    func members(_ name: String) -> [(key: Node, value: Node)] {
        if case .map(let members) = values[name]?.content { return members }
        return []
    }
}

/// Holds a tree against the table and collects complaints; goes on after each so that one run shows all.
struct Checker {
    var complaints: [Complaint] = []

    mutating func complain(
        _ mark: Mark?, _ what: String, fix: String? = nil, _ severity: Complaint.Severity = .error
    ) {
        complaints.append(Complaint(severity, mark, what, fix: fix))
    }

    /// The fields of a map, checked; nil when it is no map.
    mutating func fields(_ node: Node, _ record: Record) -> Fields? {
        guard case .map(let members) = node.content else {
            if !node.isEmpty {
                complain(
                    node.mark, "expected a map (\(record.name)), found \(node.kindName)",
                    fix: "write its settings as \"name: value\"")
            }
            return node.isEmpty ? Fields(record: record, mark: node.mark, values: [:]) : nil
        }
        var values: [String: Node] = [:]
        for (key, value) in members {
            guard let name = key.text, let setting = record.setting(name) else {
                unknown(key, record)
                continue
            }
            if value.isEmpty { continue }
            check(value, setting.kind, "'\(name)'")
            values[name] = value
        }
        for setting in record.settings where setting.isRequired && values[setting.name] == nil {
            complain(node.mark, "\(record.named) needs '\(setting.name)'", fix: setting.meaning)
        }
        return Fields(record: record, mark: node.mark, values: values)
    }

    private mutating func unknown(_ key: Node, _ record: Record) {
        let name = key.text ?? ""
        let names = record.settings.map(\.name)
        let fix =
            nearest(name, among: names).map { "did you mean '\($0)'?" }
            ?? "\(record.named) knows: " + names.joined(separator: ", ")
        complain(key.mark, "unknown setting '\(name)'", fix: fix)
    }

    private mutating func check(_ node: Node, _ kind: ValueKind, _ name: String) {
        switch kind {
        case .listOf(let inner):
            guard case .list(let items) = node.content else {
                return complain(
                    node.mark, "\(name) must be a list, found \(node.kindName)",
                    fix: "begin each item with \"- \"")
            }
            for item in items { check(item, inner, "an item of \(name)") }
        case .oneOrMore(let inner):
            if case .list(let items) = node.content {
                for item in items { check(item, inner, "an item of \(name)") }
            } else {
                check(node, inner, name)
            }
        case .mapOf(let inner):
            guard case .map(let members) = node.content else {
                return complain(
                    node.mark, "\(name) must be a map, found \(node.kindName)", fix: "write \"name: value\"")
            }
            for member in members { check(member.value, inner, "'\(member.key.text ?? "")'") }
        case .record, .tree: break
        case .phrase: checkPhrase(node, name)
        default:
            guard let text = node.text else {
                return complain(node.mark, "\(name) must be one value, found \(node.kindName)")
            }
            checkScalar(text, node.mark, kind, name)
        }
    }

    private mutating func checkPhrase(_ node: Node, _ name: String) {
        switch node.content {
        case .scalar:
            guard node.text != nil else {
                return complain(node.mark, "\(name) is empty", fix: "write a phrase or remove it")
            }
        case .map(let members) where members.count == 1 && members[0].value.text != nil:
            guard let tag = members[0].key.text, (2...8).contains(tag.utf8.count) else {
                return complain(
                    node.mark, "\(name) should be a phrase or { language: phrase }", fix: "as { az: Laçın }")
            }
        case .map(let members)
        where members.count == 2 && members[1].key.text == "inflect" && members[0].value.text != nil:
            if !["true", "false"].contains(members[1].value.text ?? "") {
                complain(members[1].value.mark, "'inflect' should be true or false")
            }
        case .map:
            complain(
                node.mark, "\(name) should be one phrase or { language: phrase }",
                fix: "a phrase with a colon needs quotes")
        case .list:
            complain(
                node.mark, "\(name) is a list inside a list", fix: "write each phrase as an item of its own")
        }
    }

    private mutating func checkScalar(_ text: String, _ mark: Mark, _ kind: ValueKind, _ name: String) {
        switch kind {
        case .identifier where !isIdentifier(text):
            complain(
                mark, "\(name) is '\(text)', which is no id",
                fix: "use 1 to 64 letters, digits, '-', '_' and '.'")
        case .duration where parseDuration(text) == nil:
            complain(mark, "\(name) is '\(text)', which is no duration", fix: "write 30s, 5m, 36h, 90d or 2y")
        case .size where parseSize(text) == nil:
            complain(mark, "\(name) is '\(text)', which is no size", fix: "write 64k, 20M or 2G")
        case .flag where text != "true" && text != "false":
            complain(mark, "\(name) is '\(text)'", fix: "write true or false")
        case .timeOfDay where parseTimeOfDay(text) == nil:
            complain(mark, "\(name) is '\(text)', which is no time of day", fix: "write \"08:30\", in quotes")
        case .date where webDate(text)?.iso8601.utf8.count != 10:
            complain(mark, "\(name) is '\(text)', which is no date", fix: "write 2027-05-01")
        case .path where !text.hasPrefix("/"):
            complain(mark, "\(name) is '\(text)', which is no absolute path", fix: "begin it with /")
        case .choice(let known) where !known.contains(text):
            let fix = nearest(text, among: known).map { "did you mean '\($0)'?" }
            complain(mark, "\(name) is '\(text)'", fix: fix ?? "one of " + known.joined(separator: ", "))
        default: break
        }
    }
}
