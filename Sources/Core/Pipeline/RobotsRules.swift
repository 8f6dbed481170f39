import Formats
import Model
import Ports
import Synchronization
import Text

/// What robots.txt of a host allows us (RFC 9309): read once an hour a host, at most 1,000 hosts kept, 500 kB
/// read.
final class RobotsRules: Sendable {
    private struct Entry {
        var rules: [(allow: Bool, path: String)]
        var until: Moment
    }

    private let world: World
    private let known = Mutex<[String: Entry]>([:])

    init(world: World) { self.world = world }

    /// Whether a page may be read. A robots.txt that is not there (4xx) allows all; one that cannot be
    /// reached allows too, since a reader's single visit is no crawl.
    func allow(_ url: String) async -> Bool {
        guard let (origin, path) = split(url) else { return true }
        let now = world.wall.now
        if let entry = known.withLock({ $0[origin] }), entry.until > now { return decide(entry.rules, path) }
        let request = HTTPRequest(
            url: origin + "/robots.txt", timeout: .seconds(10), maximumBytes: 500_000, maximumRedirects: 5,
            isOperatorChosen: false)
        let response = try? await world.transport.send(request)
        let rules = response.map { $0.status == 200 ? parseRobots($0.body) : [] } ?? []
        known.withLock { known in
            if known.count >= 1000 { known.removeAll() }
            known[origin] = Entry(rules: rules, until: now.advanced(by: .seconds(3600)))
        }
        return decide(rules, path)
    }

    private func split(_ url: String) -> (origin: String, path: String)? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        let rest = url[scheme.upperBound...]
        let host = rest.prefix { $0 != "/" && $0 != "?" }
        let path = rest.dropFirst(host.count).prefix { $0 != "#" }
        return (String(url[..<scheme.upperBound]) + String(host), path.isEmpty ? "/" : String(path))
    }

    /// The longest rule that fits decides; an allowing one wins a tie.
    private func decide(_ rules: [(allow: Bool, path: String)], _ path: String) -> Bool {
        let fitting = rules.filter { fits($0.path, path) }
        let best = fitting.max {
            ($0.path.utf8.count, $0.allow ? 1 : 0) < ($1.path.utf8.count, $1.allow ? 1 : 0)
        }
        return best?.allow ?? true
    }
}

/// The rules of a robots.txt that hold for us: those of the group `tocsin`, else of `*`.
func parseRobots(_ bytes: [UInt8]) -> [(allow: Bool, path: String)] {
    var groups: [String: [(allow: Bool, path: String)]] = [:]
    var agents: [String] = []
    var isInRules = false
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).prefix(20_000) {
        let parts = line.prefix { $0 != "#" }.split(separator: ":", maxSplits: 1).map { $0.trimmed }
        guard parts.count == 2 else { continue }
        switch parts[0].lowercased() {
        case "user-agent":
            if isInRules { agents = [] }
            isInRules = false
            agents.append(parts[1].lowercased())
            groups[parts[1].lowercased(), default: []] += []
        case "allow", "disallow":
            isInRules = true
            guard !parts[1].isEmpty else { continue }
            for agent in agents {
                groups[agent, default: []].append((parts[0].lowercased() == "allow", parts[1]))
            }
        default: break
        }
    }
    return groups["tocsin"] ?? groups["*"] ?? []
}

/// Whether a rule's path, with `*` and a final `$`, fits the beginning of a path. Linear: greedy over the
/// pieces.
func fits(_ rule: String, _ path: String) -> Bool {
    let isAnchored = rule.hasSuffix("$")
    let pieces = (isAnchored ? String(rule.dropLast()) : rule).split(
        separator: "*", omittingEmptySubsequences: false)
    var rest = path[...]
    for (index, piece) in pieces.enumerated() {
        if index == 0 {
            guard rest.hasPrefix(piece) else { return false }
            rest = rest.dropFirst(piece.count)
        } else if isAnchored, index == pieces.count - 1 {
            return piece.isEmpty || rest.hasSuffix(piece)
        } else if !piece.isEmpty {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
        }
    }
    return !isAnchored || rest.isEmpty
}
