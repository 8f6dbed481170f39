package import Model

/// What is particular about how an article came in.
package enum Circumstance: Sendable, Equatable {
    case ordinary
    /// It was there before its source was first watched.
    case baseline
    /// One of many old entries that one poll brought.
    case flood
}

/// What happens to one watch.
package struct WatchDecision: Sendable, Equatable {
    package var watch: String
    package var verdict: Verdict
    package var reason: Reason
    /// When what is held is told.
    package var until: Moment?
    /// What is new in the story, in words; or whose silence it is.
    package var notes: [String] = []
    /// It is urgent whatever its watch's priority: the first mention after a long pause.
    package var isUrgent = false

    package init(watch: String, verdict: Verdict, reason: Reason, until: Moment? = nil, notes: [String] = [])
    {
        (self.watch, self.verdict, self.reason) = (watch, verdict, reason)
        (self.until, self.notes) = (until, notes)
    }
}

/// Everything that the gates look at beside the match.
package struct GateView: Sendable {
    package var article: Article
    package var source: String
    package var circumstance: Circumstance
    /// When the article came in.
    package var now: Moment
    /// The version stored last; 0 when the article is new.
    package var lastVersion: Int
    /// Watches that an earlier version rang.
    package var told: Set<String>
    /// What each watch was told of the story; nil for a watch that was told nothing of it.
    package var storyTold: [String: TopicNews] = [:]
    /// What the article says on the topic of each watch.
    package var findings: [String: TopicFinding] = [:]
    package var timings: [String: Timing] = [:]
    /// When each watch rang last.
    package var rang: [String: Moment] = [:]
    /// How long a pause makes a match urgent, by watch.
    package var firstMentions: [String: Duration] = [:]
    /// The match before this one, or since when a watch is known that had none.
    package var pauses: [String: (since: Moment, isFirst: Bool)] = [:]
    package var silences: [Silence] = []
    /// The kind of the newest alert of this article.
    package var lastKind: AlertKind?
    /// The version before was the feed's own text, and this is the page.
    package var followsTeaser = false
    /// The version before says what its editors say of this one.
    package var hadNote = false
    /// Watches whose first alert of this story waits for its best copy.
    package var waiting: Set<String> = []
    /// A first alert of the story may wait: there is a story, and it did not wait already.
    package var mayWait = false

    package init(
        article: Article, source: String, circumstance: Circumstance, now: Moment, lastVersion: Int,
        told: Set<String>
    ) {
        (self.article, self.source, self.circumstance) = (article, source, circumstance)
        (self.now, self.lastVersion, self.told) = (now, lastVersion, told)
    }
}

/// The gates between a match and a message, in order; the first that has a reason decides. Watches that an
/// earlier version rang and this one does not are heard too: they end.
package func decide(
    _ matches: [Match], watches: [String: Watch], receivers: (Watch) -> [String], _ view: GateView
) -> [WatchDecision] {
    var out = matches.map { match in
        decision(on: match.watch, watches[match.watch], receivers, view)
    }
    let matching = Set(matches.map(\.watch))
    for id in view.told.subtracting(matching).sorted() {
        guard let watch = watches[id], !receivers(watch).isEmpty, view.article.caveat == nil else { continue }
        let isKilled = view.article.status == .canceled
        out.append(
            WatchDecision(
                watch: id, verdict: view.waiting.contains(id) ? .drop : .tell,
                reason: isKilled ? .retraction : .ended))
    }
    return out
}

private func decision(
    on id: String, _ watch: Watch?, _ receivers: (Watch) -> [String], _ view: GateView
) -> WatchDecision {
    func drop(_ reason: Reason) -> WatchDecision { WatchDecision(watch: id, verdict: .drop, reason: reason) }
    if view.article.caveat != nil { return drop(.notAnArticle) }
    let wasTold = view.told.contains(id)
    let isWaiting = view.waiting.contains(id)
    if view.article.status == .canceled, wasTold {
        return WatchDecision(watch: id, verdict: isWaiting ? .drop : .tell, reason: .retraction)
    }
    if view.article.status != .usable { return drop(.notUsable) }
    if view.circumstance == .baseline, !wasTold { return drop(.baseline) }
    guard let watch, !receivers(watch).isEmpty else { return drop(.noReceiver) }
    // What comes while the first alert waits may become that alert, and is told by it.
    if isWaiting {
        return wasTold ? drop(.alreadyTold) : WatchDecision(watch: id, verdict: .count, reason: .copy)
    }
    var (reason, notes) = occasion(watch, wasTold, view)
    switch reason {
    case .copy: return WatchDecision(watch: id, verdict: .count, reason: .copy)
    case .alreadyTold: return drop(.alreadyTold)
    default: break
    }
    let pause = wasTold ? nil : firstMention(of: id, view)
    notes += pause.map { [$0] } ?? []
    if view.circumstance == .flood {
        return WatchDecision(
            watch: id, verdict: .hold, reason: .flood, until: view.now.advanced(by: .seconds(30)),
            notes: notes)
    }
    if let silence = view.silences.first(where: { $0.covers(watch: id, source: view.source, at: view.now) }) {
        return WatchDecision(
            watch: id, verdict: .hold, reason: .silenced, until: silence.until,
            notes: ["silence \(silence.id) by \(silence.author): \(silence.reason)"])
    }
    let isUrgent = watch.priority == .urgent || pause != nil
    if let timing = view.timings[id] {
        let isFirst = reason == .first || reason == .revision
        let mayWait = view.mayWait && isFirst && watch.interest != .every
        if let wait = hold(timing, isUrgent: isUrgent, mayWait: mayWait, rang: view.rang[id], now: view.now) {
            return WatchDecision(
                watch: id, verdict: .hold, reason: wait.reason, until: wait.until, notes: notes)
        }
    }
    var decision = WatchDecision(watch: id, verdict: .tell, reason: reason, notes: notes)
    decision.isUrgent = pause != nil
    return decision
}

/// In words, that a watch had no match for as long as it asks to be told of; nil when it had.
private func firstMention(of id: String, _ view: GateView) -> String? {
    guard let least = view.firstMentions[id], let (since, isFirst) = view.pauses[id] else { return nil }
    let pause = view.now.milliseconds - since.milliseconds
    guard pause >= least.milliseconds else { return nil }
    let days = pause / 86_400_000
    let length = days >= 2 ? "\(days) days" : "\(pause / 3_600_000) hours"
    return isFirst ? "first mention since the watch was made, \(length) ago" : "first mention in \(length)"
}

/// What a match is to its watch: the first of its story, something new in it, or only one more.
private func occasion(_ watch: Watch, _ wasTold: Bool, _ view: GateView) -> (Reason, [String]) {
    let plain: Reason = view.lastVersion == 0 ? .first : .revision
    if wasTold, view.lastKind != .correction, !view.hadNote, isCorrection(view.article) {
        return (.correction, [view.article.editorialNote ?? ""])
    }
    if wasTold, view.followsTeaser { return (.alreadyTold, []) }
    guard watch.interest != .every, let told = view.storyTold[watch.id] else {
        return (wasTold ? .alreadyTold : plain, [])
    }
    let news = view.findings[watch.id].map { developments($0, told: told) } ?? []
    if !news.isEmpty, watch.interest != .first { return (.development, news) }
    if wasTold { return (.alreadyTold, []) }
    return (watch.interest == .updates ? .update : .copy, [])
}

private func isCorrection(_ article: Article) -> Bool {
    guard let note = article.editorialNote?.lowercased() else { return false }
    return correctionWords.contains { note.contains($0) }
}

private let correctionWords = [
    "correct", "corrige", "berichtig", "korrektur", "corrección", "errores", "rectific", "correzione",
    "rettifica", "исправ", "уточн", "виправ", "düzelt", "düzəliş", "sprostowan", "rättelse", "clarif",
    "amended",
    "version of this", "version dieses", "version précédente", "version de cet", "versión anterior", "версии",
]
