package import Model

/// What the store knows of an article's place when it is about to be stored, read in the same transaction.
package struct History: Sendable {
    /// The version stored last; 0 when the article is new.
    package var version: Int
    /// Watches that an earlier version rang.
    package var told: Set<String>

    package init(version: Int, told: Set<String>) { (self.version, self.told) = (version, told) }
}

/// What is particular about how an article came in.
package enum Circumstance: Sendable, Equatable {
    case ordinary
    /// It was there before its source was first watched.
    case baseline
    /// One of many old entries that one poll brought.
    case flood
}

/// What happens to one matching watch.
package struct WatchDecision: Sendable, Equatable {
    package var watch: String
    package var verdict: Verdict
    package var reason: Reason

    package init(watch: String, verdict: Verdict, reason: Reason) {
        (self.watch, self.verdict, self.reason) = (watch, verdict, reason)
    }
}

/// The gates between a match and a message, in order; the first that has a reason decides.
package func decide(
    _ matches: [Match], watches: [String: Watch], article: Article, history: History,
    circumstance: Circumstance
) -> [WatchDecision] {
    matches.map { match in
        let (verdict, reason) = verdict(on: match, watches[match.watch], article, history, circumstance)
        return WatchDecision(watch: match.watch, verdict: verdict, reason: reason)
    }
}

private func verdict(
    on match: Match, _ watch: Watch?, _ article: Article, _ history: History, _ circumstance: Circumstance
) -> (Verdict, Reason) {
    if article.caveat != nil { return (.drop, .notAnArticle) }
    if article.status != .usable { return (.drop, .notUsable) }
    if history.told.contains(match.watch) { return (.drop, .alreadyTold) }
    if circumstance == .baseline { return (.drop, .baseline) }
    if watch?.receivers.isEmpty ?? true { return (.drop, .noReceiver) }
    if circumstance == .flood { return (.hold, .flood) }
    return (.tell, history.version == 0 ? .first : .revision)
}
