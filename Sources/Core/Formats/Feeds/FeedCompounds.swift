import Markup
import Text

extension RecordReader {
    /// Elements made of others, or of attributes alone.
    mutating func readCompound(_ name: FeedName, _ node: Int) -> Bool {
        switch name {
        case .source: source(node)
        case .generator, .adminGeneratorAgent: generator(node)
        case .image, .itunesImage: image(node)
        case .textInput: record.extras["textinput"] = parts(node)
        case .cloud: record.extras["cloud"] = attributes(node)
        case .itunesExplicit, .itunesBlock: flag(name, node)
        case .itunesDuration, .itunesOrder, .itunesEpisode, .itunesSeason, .itunesEpisodeType:
            note("itunes", String(name.rawValue.dropFirst(7)), .string(feed.line(node)))
        case .mediaGroup: for child in feed.elements(node) { element(child) }
        case .itunesLink: if feed.attribute(node, "rel") == "image" { image(node) }
        default: return media(name, node) || place(name, node)
        }
        return true
    }

    private mutating func source(_ node: Int) {
        var reader = RecordReader(feed, .source, isAtom: isAtom)
        reader.read(node)
        if let url = feed.attribute(node, "url") {
            reader.record.values["link"] = feed.address(url, at: node)
            reader.record.values["href"] = feed.address(url, at: node)
        }
        let text = feed.hasElements(node) ? "" : feed.line(node)
        if !text.isEmpty { reader.record.texts["title"] = FeedText(text) }
        record.sources = [reader.record]
    }

    private mutating func generator(_ node: Int) {
        let text = feed.line(node)
        let uri =
            feed.attribute(node, "uri") ?? feed.attribute(node, "url") ?? feed.attribute(node, "rdf:resource")
        record.extras["generator"] = .object([
            ("name", .text(text.isEmpty ? uri : text)),
            ("uri", .text(uri.map { feed.address($0, at: node) })),
            ("version", .text(feed.attribute(node, "version"))),
        ])
    }

    private mutating func image(_ node: Int) {
        if let href = feed.attribute(node, "href") ?? feed.attribute(node, "rdf:resource") {
            if record.extras["image"] == nil || feed.known(node) == .itunesImage {
                record.extras["image"] = .object([("url", .string(feed.address(href, at: node)))])
            }
            return
        }
        guard feed.hasElements(node) else {
            let text = feed.line(node)
            if !text.isEmpty {
                record.extras["image"] = .object([("url", .string(feed.address(text, at: node)))])
            }
            return
        }
        record.extras["image"] = parts(node)
    }

    /// The children of an element by name.
    private func parts(_ node: Int) -> JSON {
        .object(
            feed.elements(node).map { child in
                let name = feed.name(child)
                let text = feed.line(child)
                let isAddress = name == "url" || name == "link"
                return (name, .string(isAddress ? feed.address(text, at: child) : text))
            })
    }

    private func attributes(_ node: Int) -> JSON {
        .object(feed.tree.attributes(of: node).map { ($0.name, .string($0.value)) })
    }

    private mutating func note(_ group: String, _ key: String, _ value: JSON) {
        var members: [(key: String, value: JSON)] = []
        if case .object(let known) = record.extras[group] { members = known }
        members.removeAll { $0.key == key }
        record.extras[group] = .object(members + [(key, value)])
    }

    private mutating func flag(_ name: FeedName, _ node: Int) {
        // As it stands: a flag with white space around it is none.
        let text = feed.tree.text(node)
        let key = String(name.rawValue.dropFirst(7))
        let value: JSON =
            ["yes", "true", "explicit"].contains(text)
            ? .bool(true)
            : key == "explicit" && ["clean", "no", "false"].contains(text) ? .bool(false) : .null
        note("itunes", key, key == "block" ? .bool(text == "yes") : value)
    }

    // Media RSS.

    private mutating func media(_ name: FeedName, _ node: Int) -> Bool {
        switch name {
        case .mediaContent:
            append("content", attributes(node))
            for child in feed.elements(node) {
                if let name = feed.known(child) { _ = readCompound(name, child) }
            }
        case .mediaThumbnail:
            let url = feed.attribute(node, "url") ?? feed.line(node)
            append("thumbnail", .object([("url", .string(feed.address(url, at: node)))]))
        case .mediaCredit:
            append(
                "credit",
                .object([
                    ("role", .text(feed.attribute(node, "role"))), ("content", .string(feed.line(node))),
                ]))
        case .mediaLicense, .mediaRestriction, .mediaRating, .mediaPlayer:
            var members: [(key: String, value: JSON)] = []
            if case .object(let found) = attributes(node) { members = found }
            let words = feed.line(node).split(separator: " ").map { JSON.string(String($0)) }
            let isList = name == .mediaRestriction && words.count > 1
            members.append(("content", isList ? .array(words) : .string(feed.line(node))))
            note("media", String(name.rawValue.dropFirst(6)), .object(members))
        default: return false
        }
        return true
    }

    private mutating func append(_ key: String, _ value: JSON) {
        var list: [JSON] = []
        if case .object(let known) = record.extras["media"], let found = known.first(where: { $0.key == key })
        {
            list = found.value.array ?? []
        }
        if list.count < 100 { note("media", key, .array(list + [value])) }
    }

    // Places.

    private mutating func place(_ name: FeedName, _ node: Int) -> Bool {
        func numbers(_ text: String) -> [Double] {
            text.split(whereSeparator: { $0.isWhitespace || $0 == "," }).compactMap { Double($0) }
        }
        func pairs(_ list: [Double]) -> [JSON] {
            stride(from: 0, to: list.count - 1, by: 2).map {
                .array([.number(list[$0 + 1]), .number(list[$0])])
            }
        }
        switch name {
        case .georssPoint, .gmlPos:
            let list = numbers(feed.line(node))
            guard list.count >= 2 else { return true }
            geo("Point", .array([.number(list[1]), .number(list[0])]))
        case .georssLine: geo("LineString", .array(pairs(numbers(feed.line(node)))))
        case .georssPolygon:
            let list = numbers(feed.line(node))
            if list.count >= 8 { geo("Polygon", .array([.array(pairs(list))])) }
        case .gmlLineString, .gmlPolygon:
            let list = numbers(feed.line(node))
            geo(
                name == .gmlPolygon ? "Polygon" : "LineString",
                name == .gmlPolygon ? .array([.array(pairs(list))]) : .array(pairs(list)))
        case .georssBox: geo("Box", .array(pairs(numbers(feed.line(node)))))
        case .georssWhere, .gmlPoint, .where, .geoPoint:
            for child in feed.elements(node) { if let name = feed.known(child) { _ = place(name, child) } }
        case .geoLat: record.values["geo_lat"] = feed.line(node)
        case .geoLong: record.values["geo_long"] = feed.line(node)
        default: return false
        }
        if let lat = record.values["geo_lat"].flatMap(Double.init),
            let long = record.values["geo_long"].flatMap(Double.init)
        {
            geo("Point", .array([.number(long), .number(lat)]))
        }
        return true
    }

    private mutating func geo(_ type: String, _ coordinates: JSON) {
        record.extras["geo"] = .object([("type", .string(type)), ("coordinates", coordinates)])
    }
}
