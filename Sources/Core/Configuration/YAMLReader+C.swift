import CYAML
import Text

/// Reads YAML through libyaml's events. Bounds: 32 levels, 16 MB, 4 million events; anchors, aliases, tags
/// and merge keys are refused; a key that stands twice in a map is an error that names both places.
@safe struct YAMLReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let file: String
    private let bytes: [UInt8]
    private var events = 0

    static let maximumDepth = 32
    static let maximumBytes = 16 << 20
    static let maximumEvents = 4_000_000

    /// The tree of a file; nil for an empty one. Throws the first complaint.
    static func read(_ file: ConfigurationFile) throws(Complaint) -> Node? {
        let start = Mark(file: file.path, line: 1, column: 1)
        guard file.bytes.count <= maximumBytes else {
            throw Complaint(.error, start, "the file is larger than 16 MB", fix: "split it")
        }
        if let flaw = String(decoding: file.bytes, as: UTF8.self).unicodeScalars.firstIndex(of: "\u{FFFD}"),
            !isValidUTF8(file.bytes)
        {
            let before = String(decoding: file.bytes, as: UTF8.self).unicodeScalars[..<flaw]
            let line = before.reduce(1) { $0 + ($1 == "\n" ? 1 : 0) }
            throw Complaint(
                .error, Mark(file: file.path, line: line, column: 1), "the line is not UTF-8",
                fix: "save the file as UTF-8")
        }
        var reader = YAMLReader(file: file.path, bytes: file.bytes)
        return try reader.document()
    }

    private init(file: String, bytes: [UInt8]) {
        (self.file, self.bytes) = (file, bytes)
        unsafe parser = .allocate(capacity: 1)
        precondition(unsafe yaml_parser_initialize(parser) == 1, "libyaml could not start")
    }

    deinit {
        unsafe yaml_parser_delete(parser)
        unsafe parser.deallocate()
    }

    private mutating func document() throws(Complaint) -> Node? {
        var root: Node?
        var failure: Complaint?
        let input = bytes
        unsafe input.withUnsafeBufferPointer { buffer in
            unsafe yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            do { root = try roots() } catch let complaint as Complaint { failure = complaint } catch {}
        }
        if let failure { throw failure }
        return root
    }

    private mutating func roots() throws(Complaint) -> Node? {
        while true {
            let event = try next()
            switch event.kind {
            case .streamEnd: return nil
            case .other: continue
            default:
                let root = try node(event, depth: 0)
                while true {
                    let after = try next()
                    if after.kind == .streamEnd { return root }
                    guard after.kind == .other else {
                        throw Complaint(
                            .error, after.mark, "a second document in one file",
                            fix: "put it into a file of its own")
                    }
                }
            }
        }
    }

    private enum Kind { case scalar, listStart, listEnd, mapStart, mapEnd, alias, streamEnd, other }

    private struct Event {
        var kind: Kind
        var mark: Mark
        var text = ""
        var plain = false
        var isAnchored = false
    }

    private mutating func node(_ event: Event, depth: Int) throws(Complaint) -> Node {
        guard depth < YAMLReader.maximumDepth else {
            throw Complaint(.error, event.mark, "nested deeper than 32 levels", fix: "flatten it")
        }
        guard !event.isAnchored, event.kind != .alias else {
            throw Complaint(
                .error, event.mark, "YAML anchors, aliases and tags are not read here",
                fix: "if this is a text that begins with * or & or !, put it in quotes: \"*\u{2026}\"")
        }
        switch event.kind {
        case .listStart: return Node(content: .list(try list(depth)), mark: event.mark)
        case .mapStart: return Node(content: .map(try map(depth)), mark: event.mark)
        default: return Node(content: .scalar(event.text, plain: event.plain), mark: event.mark)
        }
    }

    private mutating func list(_ depth: Int) throws(Complaint) -> [Node] {
        var items: [Node] = []
        while true {
            let event = try next()
            if event.kind == .listEnd { return items }
            items.append(try node(event, depth: depth + 1))
        }
    }

    private mutating func map(_ depth: Int) throws(Complaint) -> [(key: Node, value: Node)] {
        var members: [(key: Node, value: Node)] = []
        var places: [String: Mark] = [:]
        while true {
            let event = try next()
            if event.kind == .mapEnd { return members }
            let key = try node(event, depth: depth + 1)
            guard case .scalar(let name, _) = key.content else {
                throw Complaint(.error, key.mark, "a key must be a text")
            }
            if let first = places.updateValue(key.mark, forKey: name) {
                throw Complaint(
                    .error, key.mark, "'\(name)' stands here a second time",
                    fix: "it stands at line \(first.line) already; keep one")
            }
            members.append((key, try node(next(), depth: depth + 1)))
        }
    }

    private mutating func next() throws(Complaint) -> Event {
        events += 1
        var event = unsafe yaml_event_t()
        guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw syntaxComplaint() }
        defer { unsafe yaml_event_delete(&event) }
        let mark = unsafe mark(of: event.start_mark)
        guard events <= YAMLReader.maximumEvents else {
            throw Complaint(.error, mark, "the file has more than four million parts", fix: "split it")
        }
        switch unsafe event.type {
        case YAML_STREAM_END_EVENT: return Event(kind: .streamEnd, mark: mark)
        case YAML_ALIAS_EVENT: return Event(kind: .alias, mark: mark)
        case YAML_SEQUENCE_START_EVENT:
            let isAnchored =
                unsafe event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
            return Event(kind: .listStart, mark: mark, isAnchored: isAnchored)
        case YAML_SEQUENCE_END_EVENT: return Event(kind: .listEnd, mark: mark)
        case YAML_MAPPING_START_EVENT:
            let isAnchored =
                unsafe event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
            return Event(kind: .mapStart, mark: mark, isAnchored: isAnchored)
        case YAML_MAPPING_END_EVENT: return Event(kind: .mapEnd, mark: mark)
        case YAML_SCALAR_EVENT:
            let scalar = unsafe event.data.scalar
            let text = unsafe String(
                decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            let plain = unsafe scalar.style == YAML_PLAIN_SCALAR_STYLE
            return Event(
                kind: .scalar, mark: mark, text: text, plain: plain,
                isAnchored: unsafe scalar.anchor != nil || scalar.tag != nil)
        default: return Event(kind: .other, mark: mark)
        }
    }

    private func mark(of place: yaml_mark_t) -> Mark {
        Mark(file: file, line: Int(place.line) + 1, column: Int(place.column) + 1)
    }

    /// libyaml's message, at the place where the mistake began, with advice for the mistakes that people
    /// make.
    private func syntaxComplaint() -> Complaint {
        let problem = unsafe parser.pointee.problem.map { unsafe String(cString: $0) } ?? "not YAML"
        let context = unsafe parser.pointee.context.map { unsafe String(cString: $0) + ": " } ?? ""
        let place = unsafe mark(of: parser.pointee.problem_mark)
        let begun = unsafe mark(of: parser.pointee.context_mark)
        for candidate in [place, begun, Mark(file: file, line: place.line - 1, column: 1)] {
            if let advice = advice(forLine: candidate.line) {
                return Complaint(
                    .error, Mark(file: file, line: candidate.line, column: advice.column),
                    "YAML cannot read this (\(problem))", fix: advice.text)
            }
        }
        let where_ = context.isEmpty || begun.line == place.line ? "" : " (begun at line \(begun.line))"
        return Complaint(
            .error, place, "YAML cannot read this: \(context)\(problem)\(where_)",
            fix: "look for a missing quotation mark, colon or indentation at or just before this place")
    }

    private func advice(forLine number: Int) -> (text: String, column: Int)? {
        let lines = bytes.split(separator: 10, maxSplits: number, omittingEmptySubsequences: false)
        guard number >= 1, number <= lines.count else { return nil }
        let line = String(decoding: lines[number - 1], as: UTF8.self)
        var rest = Substring(line).drop { $0 == " " }
        var isMatch = false
        if rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
        if let colon = rest.firstIndex(of: ":"), !rest[..<colon].contains("\"") {
            isMatch = rest[..<colon] == "match"
            let value = rest[rest.index(after: colon)...].drop { $0 == " " }
            if !value.isEmpty { rest = value }
        }
        let column = line.unicodeScalars.count - rest.unicodeScalars.count + 1
        if isMatch {
            return (
                "write the query as a block: \"match: |\" and the query on the next line, indented", column
            )
        }
        switch rest.first {
        case "@": return ("a text that begins with @ needs quotes: \"@name\"", column)
        case "*", "&", "!", "%", "`": return ("a text that begins with \(rest.first!) needs quotes", column)
        case "\"":
            return (
                "an item is one phrase and needs no quotation marks; for a query with phrases use \"match: |\" "
                    + "and write it on the next line, indented", column
            )
        default: return nil
        }
    }
}
