import Configuration
import Extraction
import Facts
import Formats
import Journal
import Model
import Network
import Ports
import Text

/// `tocsin extract`: the article in a file or page as JSON; with `--batch` one answer a line.
struct ExtractCommand {
    let arguments: Arguments
    private let gazetteer: Gazetteer

    init(arguments: Arguments) {
        self.arguments = arguments
        gazetteer = configuredGazetteer(arguments)
    }

    func run() async -> Int32 {
        if let path = arguments.values["--batch"] { return batch(path) }
        if arguments.flags.contains("--feed"), let place = arguments.rest.first { return feed(place) }
        guard let place = arguments.rest.first else {
            System.print(helpText("extract"), to: 2)
            return ExitCode.usage
        }
        let (published, isGood) = publishedOption(arguments)
        guard isGood else { return ExitCode.usage }
        if let format = arguments.values["--format"], !["json", "gkg", "view"].contains(format) {
            System.print("tocsin: '\(format)' is no format; write json, gkg or view\n", to: 2)
            return ExitCode.usage
        }
        if place.hasPrefix("http://") || place.hasPrefix("https://") { return await page(place, published) }
        let (articles, trouble) = readArticles(place, published: published)
        if let trouble {
            System.print("tocsin: \(trouble)\n", to: 2)
            return ExitCode.negative
        }
        for article in articles { show(article) }
        return ExitCode.success
    }

    /// An article with its facts: as JSON, as a row for GDELT's tools, or on a terminal to be read.
    private func show(_ article: Article) {
        let facts = findFacts(article, gazetteer)
        switch arguments.values["--format"] ?? (System.isTerminal ? "view" : "json") {
        case "gkg": System.print(gkgRow(article, facts) + "\n")
        case "view": System.print(ReaderView(article: article, facts: facts).text)
        default:
            let members = articleMembers(article) + factsMembers(facts, article, isAnchored: true)
            System.print(JSON.object(members).pretty + "\n")
        }
    }

    private func page(_ url: String, _ published: Published?) async -> Int32 {
        let transport = CurlTransport(userAgent: "Tocsin/\(tocsinVersion)", guardian: AddressGuard(allowed: []))
        defer { transport.stop() }
        do {
            let response = try await transport.send(HTTPRequest(
                url: url, timeout: .seconds(30), maximumBytes: 16 << 20, maximumRedirects: 5, isOperatorChosen: true))
            guard response.status == 200 else {
                System.print("tocsin: \(url) answered \(response.status)\n", to: 2)
                return ExitCode.negative
            }
            var hints = Hints()
            hints.url = response.url
            hints.contentType = response.header("content-type")?.split(separator: ";").first.map { $0.lowercased() }
            if let published { hints.published = published }
            let reading = readAnything(response.body, hints)
            guard !reading.items.isEmpty else {
                System.print("tocsin: \(url): \(reading.note ?? "it holds no article")\n", to: 2)
                return ExitCode.negative
            }
            for item in reading.items { show(extract(item)) }
            return ExitCode.success
        } catch {
            System.print("tocsin: \(url): \(error.what)\n", to: 2)
            return ExitCode.negative
        }
    }

    /// Lines {id, html|file|text, url}; a flawed line answers {id, error} and the rest go on.
    private func batch(_ path: String) -> Int32 {
        guard let bytes = path == "-" ? System.readStandardInput() : System.read(path, most: 1 << 30) else {
            System.print("tocsin: \(path) cannot be read\n", to: 2)
            return ExitCode.negative
        }
        let lines = filledLines(bytes)
        let names = NameVariants(lines.compactMap(nameAsked))
        var writer = JSONWriter()
        for line in lines {
            write(line, names, &writer)
            writer.endLine()
            guard writer.count > 1 << 16 else { continue }
            System.write(writer.bytes)
            writer.clear()
        }
        System.write(writer.bytes)
        return ExitCode.success
    }

    /// Writes the answer to a line.
    private func write(_ line: ArraySlice<UInt8>, _ names: NameVariants, _ writer: inout JSONWriter) {
        guard let order = try? JSON.parse(Array(line)) else {
            return writer.object {
                $0.member("id", nil)
                $0.member("error", "the line is no JSON")
            }
        }
        if let name = order["case"] { return writeFeed(order, name, &writer) }
        var answer = answer(order)
        if let name = order["text"]?.string.flatMap(asName), case .object(let members) = answer {
            answer = .object(members + [("key", .string(names.key(name)))])
        }
        writer.value(answer)
    }

    private static let text = Array("\"text\"".utf8)

    /// The name that a line of an order asks for. Lines that cannot have one are not read for it.
    private func nameAsked(_ line: ArraySlice<UInt8>) -> String? {
        guard line.count < 500, place(of: ExtractCommand.text.span, in: line.span, from: 0) < line.count
        else { return nil }
        return (try? JSON.parse(Array(line)))?["text"]?.string.flatMap(asName)
    }

    /// A text that can be a name: one line of at most six words.
    private func asName(_ text: String) -> String? {
        let isShort = text.utf8.count <= 200 && text.split(separator: " ").count <= 6
        return isShort && !text.contains { $0.isNewline } ? text : nil
    }

    /// The neutral document of a feed in a file or on standard input.
    private func feed(_ place: String) -> Int32 {
        guard let bytes = place == "-" ? System.readStandardInput() : System.read(place) else {
            System.print("tocsin: \(place) cannot be read\n", to: 2)
            return ExitCode.negative
        }
        guard let document = readFeed(bytes, Hints()) else {
            System.print("tocsin: \(place): it is no feed\n", to: 2)
            return ExitCode.negative
        }
        var writer = JSONWriter(isPretty: true)
        writer.value(document)
        writer.endLine()
        System.write(writer.bytes)
        return ExitCode.success
    }

    /// Answers a line {case, file, url, content_type, headers}: the feed in the file as a neutral document.
    private func writeFeed(_ order: JSON, _ name: JSON, _ writer: inout JSONWriter) {
        let document = document(order)
        writer.object {
            $0.key("case")
            $0.value(name)
            switch document {
            case .success(let document):
                $0.key("doc")
                $0.value(document)
            case .failure(let trouble): $0.member("error", trouble.what)
            }
        }
    }

    private struct FeedTrouble: Error { var what: String }

    private func document(_ order: JSON) -> Result<FeedDocument, FeedTrouble> {
        guard let path = order["file"]?.string, let bytes = System.read(path) else {
            return .failure(FeedTrouble(what: "the file cannot be read"))
        }
        var hints = Hints()
        hints.url = order["url"]?.string
        var headers: [String: String] = [:]
        if case .object(let members) = order["headers"] ?? .null {
            for (key, value) in members { headers[key.lowercased()] = value.string }
        }
        (hints.contentType, hints.charset) = mediaType(order["content_type"]?.string ?? headers["content-type"])
        if let location = headers["content-location"] { hints.url = resolveURL(location, base: hints.url) }
        hints.language = headers["content-language"]
        return readFeed(bytes, hints).map { .success($0) } ?? .failure(FeedTrouble(what: "it is no feed"))
    }

    private func answer(_ order: JSON) -> JSON {
        let id = order["id"] ?? .null
        var hints = Hints()
        hints.url = order["url"]?.string
        let item: RawItem
        if let text = order["text"]?.string {
            item = plainItem(text, order)
        } else if let path = order["html"]?.string ?? order["file"]?.string {
            guard let bytes = System.read(path) else { return .object([("id", id), ("error", .string("\(path) cannot be read"))]) }
            let reading = order["html"] != nil ? HTMLFormat.read(bytes, hints) : readAnything(bytes, hints)
            guard let first = reading.items.first else {
                return .object([("id", id), ("error", .string(reading.note ?? "it holds no article"))])
            }
            item = first
        } else {
            return .object([("id", id), ("error", .string("the line has none of html, file, text"))])
        }
        let article = extract(item)
        guard order["text"] != nil else {
            // A page's answer holds its main text alone; offsets are for texts that the asker has.
            return .object([("id", id)] + articleMembers(article, isMainTextAlone: true))
        }
        let facts = findFacts(article, gazetteer)
        return .object([("id", id)] + articleMembers(article) + factsMembers(facts, article))
    }
}

/// The text of a line of a batch with what the line says of it: its address, language and publication date.
func plainItem(_ text: String, _ order: JSON) -> RawItem {
    var hints = Hints()
    (hints.url, hints.language) = (order["url"]?.string, order["lang"]?.string)
    if let date = order["published"]?.string.flatMap(webDate) {
        let moment = Moment(milliseconds: date.milliseconds)
        hints.published = Published(value: date.iso8601, moment: moment, from: .option)
    }
    return RawItem(id: nil, content: .plain(Array(text.utf8)), hints: hints)
}

/// An article as members of JSON; offsets are Unicode scalars of `text`.
func articleMembers(_ article: Article, isMainTextAlone: Bool = false) -> [(key: String, value: JSON)] {
    lazy var map = ScalarMap(article.text)
    func scalars(_ span: TextSpan) -> JSON {
        .array([span.start, span.end].map { .integer(Int64(map.scalars(before: $0))) })
    }
    var members: [(key: String, value: JSON)] = [
        ("title", .string(article.headline)), ("byline", .text(article.byline)),
        ("authors", .array(people(article.byline).map(JSON.string))),
        ("published", .object([("value", .text(article.published.value)), ("from", .string(article.published.from.rawValue))])),
        ("date", .text(article.published.value)), ("lang", .text(article.language)), ("canonical", .text(article.url)),
        ("sitename", .text(article.siteName)), ("tags", .array(article.tags.map(JSON.string))),
        ("modified", .text(article.modified.value)), ("image", .text(article.image)),
        ("paywalled", .bool(article.isPaywalled)), ("origins", .object(article.origins.map(originMember))),
        ("entries", .array(article.entries.map { one in
            .object([
                ("headline", .text(one.headline)), ("published", .text(one.published)),
                ("span", one.span.map(scalars) ?? .null),
            ])
        })),
        ("body", .string(article.body.rawValue)), ("body_confidence", article.confidence.map(JSON.number) ?? .null),
        ("note", .text(article.caveat)),
        ("editorial_note", .text(article.editorialNote)),
    ]
    if !isMainTextAlone {
        members.append(("paragraphs", .array(article.paragraphs.map { one in
            .object([
                ("zone", .string(one.zone.rawValue)), ("span", scalars(one.span)),
                ("source", one.source.map { .array([.integer(Int64($0.start)), .integer(Int64($0.end))]) } ?? .null),
            ])
        })))
    }
    members.append(("articleBody", .string(mainText(article))))
    if !isMainTextAlone { members.append(("text", .string(String(decoding: article.text, as: UTF8.self)))) }
    return members
}

/// The paragraphs of an article's body, a line each.
private func mainText(_ article: Article) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(article.text.count)
    for one in article.paragraphs where one.zone == .body {
        if !out.isEmpty { out.append(10) }
        out += article.text[one.span.start..<one.span.end]
    }
    return String(decoding: out, as: UTF8.self)
}

/// Where a field comes from, how sure it is, and what else was said.
private func originMember(_ origin: FieldOrigin) -> (key: String, value: JSON) {
    (origin.field.rawValue, .object([
        ("from", .string(origin.from)), ("agreement", .string(origin.agreement.rawValue)),
        ("confidence", .number(origin.confidence)),
        ("alternates", .array(origin.alternates.map { .object([("from", .string($0.from)), ("value", .string($0.value))]) })),
    ]))
}
