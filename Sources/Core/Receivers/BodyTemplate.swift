package import Text

/// A body of an operator's own: JSON in which texts have holes that are filled from the alert's own body,
/// `{{ data.article.headline }}`. What is filled in is always a value, so no text of an article can become
/// structure.
///
/// A text that is one hole becomes the value with its type; else values are put in as text. `data.watches.0`
/// counts a list from 0; `*` stands for each of its elements; `| cut 200` shortens to so many characters. A
/// map of `$each: data.mentions` and `$item: …` becomes a list, with `item.text` for what it has; `$most: 5`
/// bounds it.
package struct BodyTemplate: Sendable {
    fileprivate indirect enum Part: Sendable {
        case fixed(JSON)
        case hole(Hole)
        case text([Piece])
        case list([Part])
        case map([(key: String, part: Part)])
        case each(Hole, most: Int, Part)
    }

    fileprivate enum Piece: Sendable {
        case fixed(String)
        case hole(Hole)
    }

    fileprivate struct Hole: Sendable {
        var path: [String]
        var cut: Int?
    }

    /// What is wrong with a text of it.
    package struct Flaw: Error, Sendable, Equatable {
        /// The text as written.
        package var text: String
        package var what: String
        package var fix: String
    }

    private let root: Part

    /// Reads a template and holds every hole against samples of what there will be; throws all flaws.
    package init(_ json: JSON, samples: [JSON]) throws(Flaws) {
        var reader = TemplateReader(samples: samples)
        root = reader.part(json)
        guard reader.flaws.isEmpty else { throw Flaws(all: reader.flaws) }
    }

    /// All that is wrong with a template.
    package struct Flaws: Error, Sendable {
        package var all: [Flaw]
    }

    /// The body of one alert.
    package func filled(_ alert: JSON) -> JSON { BodyTemplate.fill(root, alert, item: nil) }

    private static func fill(_ part: Part, _ alert: JSON, item: JSON?) -> JSON {
        switch part {
        case .fixed(let json): return json
        case .hole(let hole): return hole.value(alert, item)
        case .text(let pieces):
            return .string(
                pieces.map { piece in
                    switch piece {
                    case .fixed(let text): text
                    case .hole(let hole): words(hole.value(alert, item))
                    }
                }.joined())
        case .list(let parts): return .array(parts.map { fill($0, alert, item: item) })
        case .map(let members):
            return .object(members.map { ($0.key, fill($0.part, alert, item: item)) })
        case .each(let hole, let most, let inner):
            let items = hole.value(alert, item).array ?? []
            return .array(items.prefix(most).map { fill(inner, alert, item: $0) })
        }
    }

    /// A value within a text.
    private static func words(_ value: JSON) -> String {
        switch value {
        case .null: ""
        case .string(let text): text
        case .array(let values): values.map(words).joined(separator: ", ")
        default: value.text
        }
    }
}

extension BodyTemplate.Hole {
    func value(_ alert: JSON, _ item: JSON?) -> JSON {
        let found =
            path.first == "item"
            ? item.flatMap { resolve(path.dropFirst(), $0) } : resolve(path[...], alert)
        guard let cut, case .string(let text)? = found else { return found ?? .null }
        return .string(LengthUnit.scalars.cut(text, cut))
    }
}

/// The value at a path; nil when there is nothing.
private func resolve(_ path: ArraySlice<String>, _ json: JSON) -> JSON? {
    guard let step = path.first else { return json }
    let rest = path.dropFirst()
    if let values = json.array {
        if step == "*" { return .array(values.compactMap { resolve(rest, $0) }) }
        guard let index = Int(step), values.indices.contains(index) else { return nil }
        return resolve(rest, values[index])
    }
    return json[step].flatMap { resolve(rest, $0) }
}

/// Reads a template and notes what is wrong with it.
private struct TemplateReader {
    let samples: [JSON]
    var flaws: [BodyTemplate.Flaw] = []
    /// What `item` may be, within `$each`.
    private var items: [JSON]?

    init(samples: [JSON]) { self.samples = samples }

    mutating func part(_ json: JSON) -> BodyTemplate.Part {
        switch json {
        case .string(let text): return self.text(text)
        case .array(let values): return .list(values.map { part($0) })
        case .object(let members):
            if json["$each"] != nil { return each(json) }
            return .map(members.map { ($0.key, part($0.value)) })
        default: return .fixed(json)
        }
    }

    private mutating func each(_ json: JSON) -> BodyTemplate.Part {
        let written = json["$each"]?.string ?? ""
        guard let inner = json["$item"], let hole = hole(written, in: written) else {
            flaws.append(
                BodyTemplate.Flaw(
                    text: written, what: "$each needs a path and $item",
                    fix: "write { $each: data.mentions, $item: { text: \"{{ item.text }}\" } }"))
            return .fixed(.null)
        }
        let lists = found(hole).compactMap(\.array)
        if lists.isEmpty {
            flaws.append(
                BodyTemplate.Flaw(
                    text: written, what: "'\(written)' is no list of an alert",
                    fix: "as data.watches, data.mentions or data.sentences"))
        }
        let outer = items
        items = lists.flatMap { $0 }
        defer { items = outer }
        let most = json["$most"]?.integer ?? json["$most"]?.string.flatMap { Int64($0) } ?? 100
        return .each(hole, most: Int(max(0, min(most, 1000))), part(inner))
    }

    private mutating func text(_ text: String) -> BodyTemplate.Part {
        var pieces: [BodyTemplate.Piece] = []
        var rest = text[...]
        while let open = rest.firstRange(of: "{{") {
            if open.lowerBound > rest.startIndex { pieces.append(.fixed(String(rest[..<open.lowerBound]))) }
            guard let close = rest[open.upperBound...].firstRange(of: "}}") else {
                flaws.append(BodyTemplate.Flaw(text: text, what: "a {{ has no }}", fix: "close it"))
                return .fixed(.null)
            }
            if let hole = hole(String(rest[open.upperBound..<close.lowerBound]), in: text) {
                pieces.append(.hole(hole))
            }
            rest = rest[close.upperBound...]
        }
        if !rest.isEmpty { pieces.append(.fixed(String(rest))) }
        if pieces.count == 1, case .hole(let hole) = pieces[0] { return .hole(hole) }
        for case .hole(let hole) in pieces {
            let isShown = found(hole).contains { value in
                if case .object = value { return false }
                return !(value.array?.contains { if case .object = $0 { true } else { false } } ?? false)
            }
            guard !isShown, !found(hole).isEmpty else { continue }
            let path = hole.path.joined(separator: ".")
            flaws.append(
                BodyTemplate.Flaw(
                    text: text, what: "'\(path)' is no single value and cannot stand within a text",
                    fix: "name a member of it, or let it be the whole text"))
        }
        return pieces.isEmpty ? .fixed(.string(text)) : .text(pieces)
    }

    private mutating func hole(_ written: String, in text: String) -> BodyTemplate.Hole? {
        let parts = written.split(separator: "|").map { $0.split(separator: " ").map(String.init) }
        guard let path = parts.first?.first, parts[0].count == 1, parts.count <= 2 else {
            flaws.append(
                BodyTemplate.Flaw(
                    text: text, what: "'\(written)' is no path", fix: "write {{ data.article.headline }}"))
            return nil
        }
        var hole = BodyTemplate.Hole(path: path.split(separator: ".").map(String.init))
        if parts.count == 2 {
            guard parts[1].count == 2, parts[1][0] == "cut", let cut = Int(parts[1][1]), cut > 0 else {
                flaws.append(
                    BodyTemplate.Flaw(
                        text: text, what: "'\(written)' asks for what there is not", fix: "write | cut 200"))
                return nil
            }
            hole.cut = cut
        }
        if found(hole).isEmpty {
            flaws.append(
                BodyTemplate.Flaw(
                    text: text, what: "no alert has '\(path)'",
                    fix: "`tocsin preview RECEIVER --plain` shows what there is"))
        }
        return hole
    }

    /// What samples have at a hole's path.
    private func found(_ hole: BodyTemplate.Hole) -> [JSON] {
        if hole.path.first == "item" {
            return (items ?? []).compactMap { resolve(hole.path.dropFirst(), $0) }
        }
        return samples.compactMap { resolve(hole.path[...], $0) }.filter {
            if let values = $0.array, hole.path.contains("*") { return !values.isEmpty }
            return true
        }
    }
}
