package import Text

/// The JSON Schema (2020-12) of a kind of file, for editors that speak the YAML language server's tongue.
package func jsonSchema(of record: Record, title: String) -> JSON {
    var members: [(key: String, value: JSON)] = [
        ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
    ]
    if case .object(let body) = schema(of: .record(record)) { members += body }
    return .object(members)
}

private func schema(of kind: ValueKind) -> JSON {
    switch kind {
    case .text, .secret: .object([("type", .string("string"))])
    case .identifier: pattern("^[A-Za-z0-9_.-]{1,64}$")
    case .path: pattern("^/")
    case .duration: pattern("^([0-9]+[smhdwy])+$")
    case .size: .object([("type", .array([.string("string"), .string("integer")]))])
    case .timeOfDay: pattern("^[0-2][0-9]:[0-5][0-9]$")
    case .date: .object([("type", .string("string")), ("format", .string("date"))])
    case .flag: .object([("type", .string("boolean"))])
    case .choice(let known): .object([("enum", .array(known.map(JSON.string)))])
    case .listOf(let inner): .object([("type", .string("array")), ("items", schema(of: inner))])
    case .oneOrMore(let inner): .object([("anyOf", .array([schema(of: inner), schema(of: .listOf(inner))]))])
    case .mapOf(let inner): .object([("type", .string("object")), ("additionalProperties", schema(of: inner))])
    case .phrase:
        .object([("anyOf", .array([.object([("type", .string("string"))]), .object([
            ("type", .string("object")), ("maxProperties", .integer(2)),
            ("properties", .object([("inflect", .object([("type", .string("boolean"))]))])),
            ("additionalProperties", .object([("type", .string("string"))]))])]))])
    case .record(let record): recordSchema(record)
    case .tree: .object([("type", .array([.string("object"), .string("array")]))])
    }
}

private func recordSchema(_ record: Record) -> JSON {
    let properties = record.settings.map { setting -> (key: String, value: JSON) in
        guard case .object(var members) = schema(of: setting.kind) else { return (setting.name, .null) }
        members.append(("description", .string(setting.meaning)))
        if let fallback = setting.fallback { members.append(("default", .string(fallback))) }
        return (setting.name, .object(members))
    }
    return .object([
        ("type", .string("object")), ("description", .string(record.meaning)),
        ("properties", .object(properties)), ("additionalProperties", .bool(false)),
        ("required", .array(record.settings.filter(\.isRequired).map { .string($0.name) })),
    ])
}

private func pattern(_ text: String) -> JSON { .object([("type", .string("string")), ("pattern", .string(text))]) }

/// The reference page of all settings, in Markdown, from the same table.
package func settingsReference() -> String {
    var out = "# Settings\n\nGenerated from the settings table by `tocsin reference`; `tocsin check` says the same.\n"
    var seen: Set<String> = []
    var queue = [SettingsTable.main, SettingsTable.watchlist]
    while !queue.isEmpty {
        let record = queue.removeFirst()
        guard seen.insert(record.name).inserted else { continue }
        out += "\n## \(record.name)\n\n\(record.meaning)\n\n| setting | value | default | meaning |\n|---|---|---|---|\n"
        for setting in record.settings {
            let need = setting.isRequired ? " (required)" : ""
            out += "| `\(setting.name)`\(need) | \(words(setting.kind)) | \(setting.fallback.map { "`\($0)`" } ?? "") | "
                + setting.meaning + " |\n"
            if let inner = innerRecord(setting.kind) { queue.append(inner) }
        }
    }
    return out
}

private func innerRecord(_ kind: ValueKind) -> Record? {
    switch kind {
    case .record(let record): record
    case .listOf(let inner), .oneOrMore(let inner), .mapOf(let inner): innerRecord(inner)
    default: nil
    }
}

private func words(_ kind: ValueKind) -> String {
    switch kind {
    case .text: "text"
    case .identifier: "id"
    case .secret: "text, may hold `${credential:…}`, `${file:…}`, `${env:…}`"
    case .path: "absolute path"
    case .duration: "duration (`30s`, `5m`, `36h`, `90d`, `2y`)"
    case .size: "size (`64k`, `20M`, `2G`)"
    case .flag: "true or false"
    case .timeOfDay: "time of day (`\"08:30\"`)"
    case .date: "date (`2027-05-01`)"
    case .choice(let known): known.map { "`\($0)`" }.joined(separator: ", ")
    case .listOf(let inner): "list of: " + words(inner)
    case .oneOrMore(let inner): words(inner) + ", or a list of them"
    case .mapOf(let inner): "names, each with: " + words(inner)
    case .record(let record): "[\(record.name)](#\(record.name))"
    case .tree: "any JSON, with holes"
    case .phrase: "phrase, `{ language: phrase }`, or `{ language: phrase, inflect: true }`"
    }
}
