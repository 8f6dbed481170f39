package import Model

/// An article that passed everything that runs in parallel and waits for the writer.
package struct Candidate: Sendable {
    package var source: String
    package var kind: SourceKind
    package var place: String
    /// What makes it the same thing as before: `sha:…` of a file's bytes, or `entry:source:id`.
    package var key: String
    /// Other names of the same thing within its source (canonical address).
    package var aliases: [String]
    /// SHA-256 of the content.
    package var digest: [UInt8]
    package var firstSeen: Moment
    package var circumstance: String
    package var article: Article?
    /// Why there is no article; the file is quarantined with this reason.
    package var refusal: String?
    package var fingerprint: Fingerprint
    package var matches: [Match]
    /// State of the file, to know it again unread; nil for feeds.
    package var mark: FileMark?
    /// A text that stands in for this one until it comes: a later page replaces a teaser as a revision.
    package var isProvisional = false
    /// The facts around its matches.
    package var facts: AlertFacts?
    /// What tells its story; nil when it matches nothing.
    package var traits: StoryTraits?
    /// What it says on the topic of each watch that it matches.
    package var findings: [String: TopicFinding] = [:]
    /// When its wait for a better copy of its story was over; nil when it did not wait.
    package var waited: Moment?
    /// It is all that its file holds, so that another text at the file's place may be a version of it.
    package var isWholeFile = true

    package init(
        source: String, kind: SourceKind, place: String, key: String, aliases: [String], digest: [UInt8],
        firstSeen: Moment, circumstance: String, article: Article?, refusal: String?,
        fingerprint: Fingerprint,
        matches: [Match], mark: FileMark?
    ) {
        (self.source, self.kind, self.place, self.key) = (source, kind, place, key)
        (self.aliases, self.digest, self.firstSeen) = (aliases, digest, firstSeen)
        (self.circumstance, self.article, self.refusal) = (circumstance, article, refusal)
        (self.fingerprint, self.matches, self.mark) = (fingerprint, matches, mark)
    }

    /// The instant for which the gates decide.
    package var decided: Moment { waited ?? firstSeen }
}

/// A feed's state between polls; stored in the same transaction as the entries it covers.
package struct FeedState: Sendable, Equatable {
    package var etag: String?
    package var lastModified: String?
    package var lastSuccess: Moment?
    package var failures = 0
    package var lastError: String?
    package var nextPoll: Moment
    /// Digest of the last body, so that an unchanged one is not read again.
    package var bodyDigest: [UInt8] = []
    package var isBaselineDone = false
    /// Polls between which entries may have been missed.
    package var gaps = 0

    package init(nextPoll: Moment) { self.nextPoll = nextPoll }
}

/// A page that is to be read for a feed entry; durable, with the feed's own text to fall back on.
package struct DueFetch: Sendable {
    package var source: String
    package var entry: String
    package var url: String
    /// The feed's own HTML and hints.
    package var item: RawItem
    package var digest: [UInt8]
    package var firstSeen: Moment
    package var circumstance: String
    package var tries: Int
    package var due: Moment
    /// When the feed's own text is matched instead.
    package var deadline: Moment
    /// The feed's own text was matched already; the page comes as a revision.
    package var isLate: Bool

    package init(
        source: String, entry: String, url: String, item: RawItem, digest: [UInt8], firstSeen: Moment,
        circumstance: String, tries: Int, due: Moment, deadline: Moment, isLate: Bool
    ) {
        (self.source, self.entry, self.url, self.item) = (source, entry, url, item)
        (self.digest, self.firstSeen, self.circumstance) = (digest, firstSeen, circumstance)
        (self.tries, self.due, self.deadline, self.isLate) = (tries, due, deadline, isLate)
    }
}

/// Everything of one transaction.
package struct Batch: Sendable {
    package var candidates: [Candidate] = []
    package var feedStates: [(source: String, state: FeedState)] = []
    package var fetches: [DueFetch] = []
    package var finishedFetches: [(source: String, entry: String)] = []
    /// Messages about the service, enqueued like any alert.
    package var notices: [ServiceMessage] = []

    package init() {}

    /// It stores nothing that came in from outside.
    package var isNoticesOnly: Bool {
        candidates.isEmpty && feedStates.isEmpty && fetches.isEmpty && finishedFetches.isEmpty
    }
}

/// A message about the service: enqueued like any alert.
package struct ServiceMessage: Sendable {
    package var alert: (id: String, kind: AlertKind, text: String)
    package var created: Moment
    package var messages: [Ruling.Message]

    package init(
        alert: (id: String, kind: AlertKind, text: String), created: Moment, messages: [Ruling.Message]
    ) {
        (self.alert, self.created, self.messages) = (alert, created, messages)
    }
}

/// A file as the store knows it: its mark when it was last looked into, and whether it was refused.
package struct KnownFile: Sendable, Equatable {
    package var mark: FileMark
    package var isRefused: Bool

    package init(mark: FileMark, isRefused: Bool) { (self.mark, self.isRefused) = (mark, isRefused) }
}

/// What became of a candidate.
package struct Committed: Sendable, Equatable {
    /// The cases a log line and a metric tell apart.
    package enum Result: String, Sendable { case new, revision, known, refused }

    package var result: Result
    package var article: String?
    package var version: Int
    package var alert: String?
    /// Receivers that have something to send.
    package var receivers: [String]

    package init(result: Result, article: String?, version: Int, alert: String?, receivers: [String]) {
        (self.result, self.article, self.version) = (result, article, version)
        (self.alert, self.receivers) = (alert, receivers)
    }
}

/// What the store holds, for `status`.
package struct LedgerStatus: Sendable, Equatable {
    package var articles: Int64 = 0
    package var alerts: Int64 = 0
    package var waiting: Int64 = 0
    package var dead: Int64 = 0
    package var oldestWaiting: Moment?
    package var refusedFiles: Int64 = 0
    /// Bytes of the store's file.
    package var bytes: Int64 = 0

    package init() {}
}

/// How much room the store's file system has, in bytes.
package struct DiskRoom: Sendable, Equatable {
    package var free: Int64
    package var total: Int64

    package init(free: Int64, total: Int64) { (self.free, self.total) = (free, total) }

    /// Less than a twentieth is free, and less than 5 GB; or less than 512 MB of a larger file system.
    package var isLow: Bool {
        total > 0 && free < max(min(total / 20, 5_000_000_000), min(total / 2, 512_000_000))
    }
}

/// What happened since an instant, for a heartbeat.
package struct LedgerSummary: Sendable, Equatable {
    /// Articles and new versions of articles stored.
    package var articles: Int64 = 0
    package var alerts: Int64 = 0
    /// Matches that are held back and not yet told.
    package var held: Int64 = 0
    /// Sources that brought nothing in a week.
    package var silent: [String] = []
    /// Polls, ever, between which entries may have been missed.
    package var gaps: Int64 = 0

    package init() {}
}

/// How long things are kept.
package struct Keeping: Sendable {
    package var articles: Duration
    package var matched: Duration
    package var bytes: Int
    /// How long articles are compared with newer ones.
    package var stories: Duration

    package init(articles: Duration, matched: Duration, bytes: Int, stories: Duration) {
        (self.articles, self.matched, self.bytes, self.stories) = (articles, matched, bytes, stories)
    }
}

/// The store failed. `isFatal`: close, exit and be restarted; `isFull`: the disk is full.
package struct LedgerError: Error, Sendable {
    package var what: String
    package var isFatal: Bool
    package var isFull: Bool

    package init(_ what: String, isFatal: Bool, isFull: Bool = false) {
        (self.what, self.isFatal, self.isFull) = (what, isFatal, isFull)
    }
}

/// The one store: what was seen, articles, decisions, and the outbox. Every function is one transaction on
/// the one writer.
package protocol Ledger: Sendable {
    /// What it knows of watches over time.
    var watches: any WatchLedger { get }

    /// Stores a batch in one durable transaction, deciding each candidate in order on the state that those
    /// before left. On a full disk it throws an error that `isFull`, until there is room again; a batch of
    /// nothing but notices, like `settle`, lives on a reserve meanwhile.
    func commit(_ batch: Batch, rules: Rules) async throws(LedgerError) -> [Committed]

    /// What is known of these places of a source.
    func marks(_ source: String, places: [String]) async throws(LedgerError) -> [String: KnownFile]
    /// Whether the source's first scan or poll is over.
    func isKnownSource(_ source: String) async throws(LedgerError) -> Bool
    /// Notes that it is.
    func settleSource(_ source: String, kind: SourceKind, now: Moment) async throws(LedgerError)

    /// The feed's state; nil when it was never polled.
    func feedState(_ source: String) async throws(LedgerError) -> FeedState?
    /// Which of these keys were seen before.
    func seen(_ keys: [String]) async throws(LedgerError) -> Set<String>
    /// Pages that are due, oldest first.
    func dueFetches(now: Moment, limit: Int) async throws(LedgerError) -> [DueFetch]

    /// How a receiver did when the service last looked.
    func endpoint(_ receiver: String) async throws(LedgerError) -> EndpointState
    /// Deliveries of a receiver that are due: those never tried first, then by age; of a story in its order.
    func dueDeliveries(_ receiver: String, now: Moment, limit: Int) async throws(LedgerError) -> [Delivery]
    /// When the receiver's next delivery after an instant is due.
    func nextDue(_ receiver: String, after now: Moment) async throws(LedgerError) -> Moment?
    /// Stores how attempts ended, and how their receiver does. After an outage everything that waits for it
    /// is due at once.
    func settle(
        _ attempts: [Attempt], _ endpoint: EndpointState, isRecovered: Bool
    ) async throws(LedgerError)
    /// Folds what waits for a receiver into one message, but for the newest `keep`; `compose` is given what
    /// it folds, the oldest first. Answers how many were folded.
    func fold(
        _ receiver: String, keep: Int, now: Moment,
        compose: @escaping @Sendable (_ items: [DigestItem]) -> ServiceMessage?
    ) async throws(LedgerError) -> Int

    /// Counts for `status`.
    func status() async throws(LedgerError) -> LedgerStatus
    /// What happened since then, and which of these sources brought nothing in the week before `now`.
    func summary(since: Moment, now: Moment, sources: [String]) async throws(LedgerError) -> LedgerSummary
    /// How much room is left where the store lies.
    func room() async -> DiskRoom
    /// Moves what can be moved from the log into the store's file, and prunes what is past its time; some
    /// slices a call.
    func maintain(now: Moment, keep: Keeping) async throws(LedgerError)

    /// When the next match that is held is due; nil when none is held.
    func nextRelease() async throws(LedgerError) -> Moment?
    /// Stories with first alerts that waited long enough for a better copy.
    func dueWaits(now: Moment) async throws(LedgerError) -> [StoryWait]
    /// An article as it is stored.
    func article(_ id: String) async throws(LedgerError) -> ArchivedArticle?
    /// Ends a wait: decides the candidate made of a stored article on the state of now, for the watches that
    /// it rang; without a candidate nothing is told. Does nothing when the story or the article changed since
    /// it was asked for. Answers the receivers that have something to send.
    func finishWait(
        _ wait: StoryWait, _ article: (id: String, version: Int)?, _ candidate: Candidate?, rules: Rules
    ) async throws(LedgerError) -> [String]
    /// Turns what is held and due into one message for each receiver; `compose` is given the items in order.
    /// Answers the receivers.
    func release(
        now: Moment,
        compose: @escaping @Sendable (_ receiver: String, _ items: [DigestItem]) -> ServiceMessage?
    ) async throws(LedgerError) -> [String]
}

/// How one attempt at a delivery ended and what follows.
package struct Attempt: Sendable {
    package var delivery: String
    package var at: Moment
    package var status: Int?
    /// Nil when delivered.
    package var error: String?
    package var state: DeliveryState
    /// When it is due again.
    package var due: Moment?

    package init(
        delivery: String, at: Moment, status: Int?, error: String?, state: DeliveryState, due: Moment?
    ) {
        (self.delivery, self.at, self.status) = (delivery, at, status)
        (self.error, self.state, self.due) = (error, state, due)
    }
}
