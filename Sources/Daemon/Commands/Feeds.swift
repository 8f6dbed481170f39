import Configuration
import Formats
import Model
import Network
import Pipeline
import Ports
import Text

/// `tocsin feeds`: finds the feeds of a site, takes over lists of feeds, hands out its own.
struct FeedsCommand {
    let arguments: Arguments

    /// A feed that was looked into.
    private struct Found {
        var url: String
        var title: String
        var format: String
        var reason: String
        var entries: Int
        var newest: [(headline: String, date: String?)]
        /// Bytes of text that an entry holds, the middle one.
        var length: Int
    }

    func run() async -> Int32 {
        switch (arguments.rest.first, arguments.rest.dropFirst().first) {
        case ("add", let url?): return await add(url)
        case ("import", let path?): return take(path)
        case ("export", nil): return export()
        default:
            System.print(helpText("feeds"), to: 2)
            return ExitCode.usage
        }
    }

    private func add(_ place: String) async -> Int32 {
        let url = place.contains("://") ? place : "https://" + place
        let transport = CurlTransport(userAgent: "Tocsin/\(tocsinVersion)", guardian: AddressGuard(allowed: []))
        defer { transport.stop() }
        let found: [Found]
        do { found = try await discover(url, transport) } catch {
            System.print("tocsin: \(url): \(error.what)\n", to: 2)
            return ExitCode.negative
        }
        if arguments.flags.contains("--json") {
            System.print(JSON.array(found.map(json)).pretty + "\n")
        } else {
            for one in found { show(one) }
        }
        guard !found.isEmpty else {
            System.print("tocsin: no feed and no news sitemap was found at \(url)\n", to: 2)
            return ExitCode.negative
        }
        return offer(found.map { ListedFeed(url: $0.url, title: $0.title, site: url, folders: []) })
    }

    /// What lies at an address itself; else what its page declares; else the usual places.
    private func discover(_ url: String, _ transport: CurlTransport) async throws(HTTPFailure) -> [Found] {
        let page = try await fetch(url, transport)
        if let feed = look(page, FeedCandidate(url: page.url, reason: "this address")) { return [feed] }
        var candidates = feedCandidates(page: page.body, at: page.url)
        if let robots = try? await fetch(resolveURL("/robots.txt", base: page.url), transport), robots.status == 200 {
            candidates.insert(contentsOf: sitemapCandidates(robots: robots.body), at: candidates.firstIndex {
                $0.reason == "a usual place"
            } ?? candidates.count)
        }
        var out: [Found] = []
        for candidate in candidates.prefix(20) {
            // A site that says where its feeds are is not searched for more.
            if candidate.reason == "a usual place", !out.isEmpty { break }
            guard let answer = try? await fetch(candidate.url, transport), answer.status == 200 else { continue }
            if let feed = look(answer, candidate), !out.contains(where: { $0.url == feed.url }) { out.append(feed) }
        }
        return out
    }

    private func fetch(_ url: String, _ transport: CurlTransport) async throws(HTTPFailure) -> HTTPResponse {
        try await transport.send(HTTPRequest(
            url: url, timeout: .seconds(20), maximumBytes: 16 << 20, maximumRedirects: 5, isOperatorChosen: true))
    }

    private func look(_ answer: HTTPResponse, _ candidate: FeedCandidate) -> Found? {
        var hints = Hints()
        hints.url = answer.url
        (hints.contentType, hints.charset) = mediaType(answer.header("content-type"))
        guard let kind = format(of: answer.body, hints), feedFormats.contains(kind.name) else { return nil }
        let reading = kind.read(answer.body, hints)
        let isIndex = !sitemaps(inIndex: answer.body, hints).isEmpty
        guard isIndex || !reading.items.isEmpty else { return nil }
        let lengths = reading.items.map { item in
            switch item.content {
            case .fragment(let bytes), .page(let bytes), .plain(let bytes): bytes.count
            case .blocks(let blocks): blocks.reduce(0) { $0 + $1.text.utf8.count }
            }
        }.sorted()
        return Found(
            url: answer.url, title: readFeed(answer.body, hints)?.feed.texts["title"]?.value.oneLine ?? host(answer.url),
            format: isIndex ? "index of sitemaps" : kind.name, reason: candidate.reason, entries: reading.items.count,
            newest: reading.items.prefix(3).map { ($0.hints.headline?.oneLine ?? "(no title)", $0.hints.published.value) },
            length: lengths.isEmpty ? 0 : lengths[lengths.count / 2])
    }

    private func host(_ url: String) -> String {
        String(url.split(separator: "/", omittingEmptySubsequences: true).dropFirst().first ?? "feed")
    }

    private func show(_ one: Found) {
        System.print("\(one.title)\n  \(one.url)\n  \(one.format), \(one.reason), \(one.entries) entries")
        System.print(one.length >= 1200 ? " with their full text\n" : ", whose pages will be read\n")
        for (headline, date) in one.newest { System.print("    \(date ?? "undated"): \(headline)\n") }
    }

    private func json(_ one: Found) -> JSON {
        .object([
            ("url", .string(one.url)), ("title", .string(one.title)), ("format", .string(one.format)), ("reason", .string(one.reason)),
            ("entries", .integer(Int64(one.entries))), ("newest", .array(one.newest.map { .string($0.headline) })),
        ])
    }

    private func take(_ path: String) -> Int32 {
        guard let bytes = path == "-" ? System.readStandardInput() : System.read(path) else {
            System.print("tocsin: \(path): cannot be read\n", to: 2)
            return ExitCode.negative
        }
        guard let kind = format(of: bytes, Hints()), kind.name == "OPML" else {
            System.print("tocsin: \(path): it is no OPML list\n", to: 2)
            return ExitCode.negative
        }
        let listed = feeds(inOPML: bytes)
        guard !listed.isEmpty else {
            System.print("tocsin: \(path): it lists no feed\n", to: 2)
            return ExitCode.negative
        }
        return offer(listed)
    }

    /// Prints the sources to add, or adds them.
    private func offer(_ listed: [ListedFeed]) -> Int32 {
        let folder = configFolder(arguments)
        let loaded = Loaded(configurationFiles(folder), generation: 0)
        var known = Set(loaded.policy?.settings.feeds.map(\.url.exposed) ?? [])
        var ids = Set((loaded.policy?.settings.feeds.map(\.id) ?? []) + (loaded.policy?.settings.folders.map(\.id) ?? []))
        var lines = ""
        var count = 0
        for feed in listed where known.insert(feed.url).inserted {
            lines += source(feed, &ids)
            count += 1
        }
        let left = listed.count - count
        let rest = left > 0 ? "\(left) of \(listed.count) feeds are configured already\n" : ""
        guard count > 0 else {
            System.print(rest)
            return ExitCode.success
        }
        guard arguments.flags.contains("--write") else {
            if !arguments.flags.contains("--json") {
                System.print("\n# add to \(folder)/conf.d/feeds.yaml, or say --write:\nsources:\n\(lines)")
                if !rest.isEmpty { System.print("# " + rest) }
            }
            return ExitCode.success
        }
        return write(lines, count, rest, folder, before: loaded)
    }

    private func write(_ lines: String, _ count: Int, _ rest: String, _ folder: String, before: Loaded) -> Int32 {
        let path = folder + "/conf.d/feeds.yaml"
        let old = System.read(path).map { String(decoding: $0, as: UTF8.self) }
        var text = old ?? "# Feeds that `tocsin feeds` added.\nsources:\n"
        if !text.hasSuffix("\n") { text += "\n" }
        text += lines
        System.makeFolder(folder + "/conf.d", mode: 0o755)
        do { try System.write(Array(text.utf8), to: path, mode: 0o644) } catch {
            System.print("tocsin: \(error.what)\n", to: 2)
            return ExitCode.negative
        }
        let after = Loaded(configurationFiles(folder), generation: 0)
        if after.errors.count > before.errors.count, let first = after.errors.first {
            // What was there stays as it was.
            if let old { try? System.write(Array(old.utf8), to: path, mode: 0o644) } else { System.remove(path) }
            System.print("tocsin: nothing was written, it would not be valid: \(first.text)\n", to: 2)
            return ExitCode.configuration
        }
        System.print("wrote \(count) feeds to \(path); \(rest)take them up with: sudo systemctl reload tocsin\n")
        return ExitCode.success
    }

    /// A source in YAML, with an id of its own.
    private func source(_ feed: ListedFeed, _ ids: inout Set<String>) -> String {
        let name = feed.title ?? host(feed.url)
        var id = ""
        for character in name.lowercased() where id.utf8.count < 40 {
            let isPlain = character.isASCII && (character.isLetter || character.isNumber)
            if isPlain { id.append(character) } else if id.last != "-" { id.append("-") }
        }
        while id.first == "-" { id.removeFirst() }
        while id.last == "-" { id.removeLast() }
        if id.isEmpty { id = host(feed.url).replacing(".", with: "-") }
        let base = id
        var number = 2
        while !ids.insert(id).inserted {
            id = "\(base)-\(number)"
            number += 1
        }
        return "  - id: \(id)\n    title: \(JSON.string(name).text)\n    feed: \(JSON.string(feed.url).text)\n"
    }

    private func export() -> Int32 {
        let loaded = Loaded(configurationFiles(configFolder(arguments)), generation: 0)
        guard let settings = loaded.policy?.settings else {
            System.print("tocsin: the configuration is invalid; see tocsin check\n", to: 2)
            return ExitCode.configuration
        }
        // An address with a secret in it is not handed out: only what the files say in so many words.
        let written = loaded.files.map { String(decoding: $0.bytes, as: UTF8.self) }
        let shown = settings.feeds.filter { feed in written.contains { $0.contains(feed.url.exposed) } }
        if shown.count < settings.feeds.count {
            System.print("tocsin: \(settings.feeds.count - shown.count) feeds have secrets in their addresses and are left out\n", to: 2)
        }
        let feeds = shown.map { ListedFeed(url: $0.url.exposed, title: $0.title, site: nil, folders: []) }
        System.print(opml(feeds, title: "Feeds of Tocsin"))
        return ExitCode.success
    }
}

/// Formats that a source of feeds can have.
private let feedFormats: Set<String> = ["RSS", "Atom", "JSON Feed", "news sitemap", "gzip"]
