import Digest
package import Model
import Text

/// One alert of what was held back for a receiver, in the order in which it came. Its id is made of what it
/// holds, so that a crash makes the same one.
package func composeDigest(_ items: [DigestItem], for receiver: String, at now: Moment) -> Alert {
    let parts = items.map { "\($0.card.id)/\($0.card.version)/\($0.watch)/\($0.held.milliseconds)" }
    let articles = Set(items.map(\.card.id)).count
    let watches = Set(items.map(\.watch)).count
    var reasons: [Reason: Int] = [:]
    for item in items { reasons[item.reason, default: 0] += 1 }
    let why = reasons.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        .map { "\($0.value) \($0.key.inWords)" }.joined(separator: ", ")
    let summary =
        "\(counted(articles, "article")) for \(counted(watches, "watch", "watches")): \(why)"
    let top = items.prefix(3).map(\.card.headline.oneLine).joined(separator: "; ")
    let more = items.count > 3 ? "; and \(items.count - 3) more" : ""
    return Alert(
        id: stableID("al_", ["digest/1", receiver] + parts), kind: .digest, created: now, priority: .normal,
        text: "digest: \(summary) - \(top)\(more)", content: .digest(items, summary: summary),
        decision: Alert.Decision(.tell, items.count == 1 ? items[0].reason : .digest, route: "digest"))
}

/// One alert of much more coverage than usual. Its id is made of the watch and the instant.
package func composeSpike(_ watch: Watch, _ line: String, _ items: [DigestItem], at now: Moment) -> Alert {
    let top = items.suffix(3).reversed().map(\.card.headline.oneLine).joined(separator: "; ")
    return Alert(
        id: stableID("al_", ["spike/1", watch.id, String(now.milliseconds)]), kind: .spike, created: now,
        priority: watch.priority, text: "spike: \(line) - \(top)", content: .digest(items, summary: line),
        decision: Alert.Decision(.tell, .spike, route: watch.list + "/spike"))
}

extension Reason {
    /// Why a match was held, for people.
    var inWords: String {
        switch self {
        case .flood: "old entries of one poll"
        case .quiet: "in quiet hours"
        case .cooldown: "in cooldown"
        case .rate: "over the receiver's rate"
        case .silenced: "silenced"
        case .outage: "while the receiver was down"
        case .away: "while you were away"
        case .lookBack: "in the archive"
        case .spike: "in the spike"
        default: "since the last digest"
        }
    }
}
