package import Model

/// An article as the archive holds it.
package struct ArchivedArticle: Sendable {
    package var id: String
    package var version: Int
    package var source: String
    package var kind: SourceKind
    package var place: String
    package var article: Article
    /// When this version came in.
    package var seen: Moment

    package init(
        id: String, version: Int, source: String, kind: SourceKind, place: String, article: Article,
        seen: Moment
    ) {
        (self.id, self.version, self.source, self.kind) = (id, version, source, kind)
        (self.place, self.article, self.seen) = (place, article, seen)
    }
}

/// Reads the stored articles beside the one writer.
package protocol ArchiveReader: Sendable {
    /// Calls `visit` with every article that came in at or after an instant, until it answers false.
    func each(
        since: Moment, _ visit: @escaping @Sendable (ArchivedArticle) -> Bool
    ) async throws(LedgerError)
}

/// A match that looking back over the archive found.
package struct LookBackHit: Sendable {
    package var article: String
    package var version: Int
    package var mentions: Int
    package var clause: String
    /// One for each receiver.
    package var held: [Held]

    package init(article: String, version: Int, mentions: Int, clause: String, held: [Held]) {
        (self.article, self.version, self.mentions) = (article, version, mentions)
        (self.clause, self.held) = (clause, held)
    }
}

/// How much there was on a watch's topic: articles that matched, whether told or not.
package struct Coverage: Sendable, Equatable {
    /// In the stretch of time that ends now.
    package var now: Int
    /// In all of the time before it.
    package var before: Int
    /// How long that was; since the watch was made, or the first store that knew it.
    package var length: Duration
    /// The last time that a spike of it was told.
    package var told: Moment?

    package init(now: Int, before: Int, length: Duration, told: Moment?) {
        (self.now, self.before, self.length, self.told) = (now, before, length, told)
    }
}

/// What one watch checked and found in a stretch of time.
package struct WatchActivity: Sendable, Equatable {
    /// Articles that were read, whether they matched or not.
    package var checked: Int64 = 0
    /// Articles that matched.
    package var hits: Int64 = 0
    /// Of those, told at once.
    package var told: Int64 = 0
    /// Its newest match ever.
    package var last: Moment?

    package init() {}
}

/// What the store knows of watches over time.
package protocol WatchLedger: Sendable {
    /// Notes which watches there are: a new one begins now, and the archive is looked through for it from the
    /// instant given with it; what is no longer named is forgotten.
    func register(_ watches: [String: Moment?], now: Moment) async throws(LedgerError)
    /// Watches for which the archive is still to be looked through, and since when.
    func pendingLookBacks() async throws(LedgerError) -> [(watch: String, since: Moment)]
    /// Holds what looking back found, and notes that it is done.
    func finishLookBack(_ watch: String, _ hits: [LookBackHit], now: Moment) async throws(LedgerError)
    /// How much there was on a watch's topic within a time that ends now, and in the `past` before.
    func coverage(
        _ watch: String, within: Duration, past: Duration, now: Moment
    ) async throws(LedgerError) -> Coverage
    /// Tells a spike: `compose` is given the articles in it, the newest last.
    func tellSpike(
        _ watch: String, title: String, since: Moment, now: Moment,
        compose: @escaping @Sendable (_ items: [DigestItem]) -> ServiceMessage?
    ) async throws(LedgerError)
    /// What a watch checked and found since an instant.
    func activity(_ watch: String, since: Moment) async throws(LedgerError) -> WatchActivity
    /// When a report of a watch was last told, or else since when it is known; nil when it is not.
    func reported(_ watch: String) async throws(LedgerError) -> Moment?
    /// Tells a report, and notes when.
    func tellReport(_ watch: String, _ message: ServiceMessage, now: Moment) async throws(LedgerError)
    /// The hours since an instant in which articles of a source came in, the newest first, at most 1,500.
    func arrivals(_ source: String, since: Moment) async throws(LedgerError) -> [Moment]
    /// Silences that ended and of whose end nothing was said, each with how many matches it held.
    func endedSilences(now: Moment) async throws(LedgerError) -> [(silence: Silence, held: Int)]
    /// Says that a silence ended.
    func tellSilenceEnd(_ silence: String, _ message: ServiceMessage) async throws(LedgerError)
}
