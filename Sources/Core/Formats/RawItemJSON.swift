package import Model
package import Text

/// What a reading is on its way between the reader worker and the service: one object, `note` and `items`.
extension FormatReading {
    /// The reading as JSON.
    package var json: JSON {
        .object([("note", .text(note)), ("items", .array(items.map(\.json)))])
    }

    /// A reading out of its JSON; what is not one of ours is left out.
    package init(_ json: JSON) {
        self.init(
            items: (json["items"]?.array ?? []).compactMap(RawItem.init(json:)), note: json["note"]?.string)
    }
}

extension RawItem {
    /// The item as JSON: the shape of its content, the content, and the hints that are known.
    var json: JSON {
        let (shape, value): (String, JSON)
        switch content {
        case .page(let bytes): (shape, value) = ("page", .string(String(decoding: bytes, as: UTF8.self)))
        case .fragment(let bytes):
            (shape, value) = ("fragment", .string(String(decoding: bytes, as: UTF8.self)))
        case .plain(let bytes): (shape, value) = ("plain", .string(String(decoding: bytes, as: UTF8.self)))
        case .blocks(let blocks):
            (shape, value) = (
                "blocks",
                .array(
                    blocks.map { block in
                        .object([
                            ("zone", .string(block.zone.rawValue)), ("text", .string(block.text)),
                            ("given", .array(block.given.map(\.json))),
                        ])
                    })
            )
        }
        return .object([
            ("id", .text(id)), ("versioned", .bool(isVersioned)), ("shape", .string(shape)),
            ("content", value),
            ("hints", hints.json),
        ])
    }

    init?(json: JSON) {
        guard let shape = json["shape"]?.string, let value = json["content"] else { return nil }
        let text = Array((value.string ?? "").utf8)
        let content: Content
        switch shape {
        case "page": content = .page(text)
        case "fragment": content = .fragment(text)
        case "plain": content = .plain(text)
        case "blocks":
            content = .blocks(
                (value.array ?? []).map { block in
                    let given = (block["given"]?.array ?? []).compactMap(GivenFact.init(json:))
                    return TextBlock(
                        Zone(rawValue: block["zone"]?.string ?? "") ?? .body, block["text"]?.string ?? "",
                        given: given)
                })
        default: return nil
        }
        self.init(id: json["id"]?.string, content: content, hints: Hints(json: json["hints"] ?? .null))
        isVersioned = json["versioned"] == .bool(true)
    }
}

extension GivenFact {
    var json: JSON {
        .object([
            ("kind", .string(kind.rawValue)), ("start", .integer(Int64(span.start))),
            ("end", .integer(Int64(span.end))), ("value", .text(value)),
        ])
    }

    init?(json: JSON) {
        guard let kind = Kind(rawValue: json["kind"]?.string ?? ""), let start = json["start"]?.integer,
            let end = json["end"]?.integer, start >= 0, end >= start
        else { return nil }
        self.init(kind, TextSpan(Int(start), Int(end)), value: json["value"]?.string)
    }
}

extension Published {
    var json: JSON {
        .object([
            ("value", .text(value)), ("at", moment.map { .integer($0.milliseconds) } ?? .null),
            ("from", .string(from.rawValue)),
        ])
    }

    init(json: JSON?) {
        self.init(
            value: json?["value"]?.string, moment: json?["at"]?.integer.map { Moment(milliseconds: $0) },
            from: Source(rawValue: json?["from"]?.string ?? "") ?? .none)
    }
}

extension Hints {
    var json: JSON {
        .object([
            ("headline", .text(headline)), ("byline", .text(byline)), ("published", published.json),
            ("modified", modified.json), ("url", .text(url)), ("language", .text(language)),
            ("source", .text(source)), ("tags", .array(tags.map(JSON.string))),
            ("status", .string(status.rawValue)), ("note", .text(editorialNote)),
            ("embargo", embargo.map { .integer($0.milliseconds) } ?? .null),
        ])
    }

    init(json: JSON) {
        self.init()
        (headline, byline) = (json["headline"]?.string, json["byline"]?.string)
        (published, modified) = (Published(json: json["published"]), Published(json: json["modified"]))
        (url, language, source) = (json["url"]?.string, json["language"]?.string, json["source"]?.string)
        tags = (json["tags"]?.array ?? []).compactMap(\.string)
        status = ItemStatus(rawValue: json["status"]?.string ?? "") ?? .usable
        (editorialNote, embargo) = (
            json["note"]?.string, json["embargo"]?.integer.map { Moment(milliseconds: $0) }
        )
    }

    /// These hints, and where they say nothing those of an item's own format.
    package func over(_ own: Hints) -> Hints {
        var out = own
        out.headline = headline ?? own.headline
        out.byline = byline ?? own.byline
        if published.value != nil { out.published = published }
        out.url = own.url ?? url
        out.language = language ?? own.language
        out.source = source ?? own.source
        for tag in tags where !out.tags.contains(tag) { out.tags.append(tag) }
        return out
    }
}
