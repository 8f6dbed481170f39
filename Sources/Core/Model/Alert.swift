/// What should happen to a match.
package enum Verdict: String, Sendable, CaseIterable {
    case tell
    /// Told later, at a known time, in a digest.
    case hold
    /// Nothing new: counted in its story, and shown with the next alert of it.
    case count
    /// Never told, for the reason given.
    case drop
}

/// Why: stands verbatim in the log, in `tocsin why`, in the alert and in tests.
package enum Reason: String, Sendable, CaseIterable {
    /// The article's first version matches.
    case first = "first-of-article"
    /// A later version matches a watch that no earlier version did.
    case revision = "revision-now-matches"
    /// An earlier version already rang this watch.
    case alreadyTold = "already-told"
    /// Present before this source was first watched, and the source says `existing: baseline`, or a first
    /// poll's entry is older than the configured age or bears no date.
    case baseline = "baseline"
    /// Many old entries appeared in one poll: they go into one digest.
    case flood = "source-flood"
    /// The reader thinks this is no article (log-in page, error page, listing).
    case notAnArticle = "not-an-article"
    /// The agency killed the item or holds it back.
    case notUsable = "not-usable"
    /// The watch names no receiver.
    case noReceiver = "no-receiver"
    /// Another article about what was told: its text, or its news, are not new.
    case copy = "copy-of-story"
    /// An article of a told story that says something new on the topic.
    case development = "story-development"
    /// Asked for by `when: updates`: another article of a told story, new or not.
    case update = "story-update"
    /// An earlier version rang this watch, and the new one no longer matches.
    case ended = "no-longer-matches"
    /// The publisher corrected an article that rang this watch.
    case correction = "corrected"
    /// The publisher took back an article that rang this watch.
    case retraction = "retracted"
    /// Waits for the watch's next digest.
    case digest = "digest"
    /// Waits for the end of quiet hours.
    case quiet = "quiet-hours"
    /// The watch rang a short time ago.
    case cooldown = "cooldown"
    /// The receiver had as many messages as it may have in a while.
    case rate = "receiver-rate"
    /// The receiver was down for long.
    case outage = "receiver-outage"
    /// The first of its story waits a short while for a better copy.
    case bestCopy = "best-copy"
    /// A silence covers it.
    case silenced = "silenced"
    /// Told to those who stand in for the watch's owner, and to the owner at the end.
    case away = "owner-away"
    /// The archive held it when the watch was made.
    case lookBack = "look-back"
    /// Part of a spike of coverage.
    case spike = "coverage-spike"
    /// A message asked for by `tocsin send-test`, a heartbeat, or a word to the operator.
    case service = "service-message"
}

/// The kinds of message, as the `type` of the CloudEvent.
package enum AlertKind: String, Sendable {
    case first = "tocsin.alert.first"
    case revision = "tocsin.alert.revision"
    /// Something new in a story that was told.
    case development = "tocsin.alert.development"
    /// Another article of a story that was told.
    case update = "tocsin.story.updated"
    case correction = "tocsin.alert.correction"
    case retraction = "tocsin.alert.retraction"
    case ended = "tocsin.alert.ended"
    /// What was held back, together.
    case digest = "tocsin.alert.digest"
    /// Much more on a watch's topic than there usually is.
    case spike = "tocsin.watch.spike"
    /// What a watch checked and found, hits or none.
    case report = "tocsin.watch.report"
    case test = "tocsin.test"
    case heartbeat = "tocsin.heartbeat"
    case operatorNotice = "tocsin.operator"
}

/// Where a delivery stands.
package enum DeliveryState: String, Sendable, CaseIterable {
    /// Due now or later.
    case waiting
    /// The receiver answered that it has it.
    case delivered
    /// Given up after the horizon or refused for good; kept, and can be retried by hand.
    case dead
    /// Told in a digest of what waited while the receiver was down.
    case folded
}

/// One message for one receiver: rendered once, stored, sent until accepted.
package struct Delivery: Sendable, Equatable {
    /// `webhook-id`: the same on every attempt, after every crash and restore.
    package var id: String
    package var alert: String
    package var receiver: String
    package var contentType: String
    package var body: [UInt8]
    package var tries: Int
    package var created: Moment
    /// The story that it tells of: its messages keep their order.
    package var story: String?

    package init(
        id: String, alert: String, receiver: String, contentType: String, body: [UInt8], tries: Int = 0,
        created: Moment
    ) {
        (self.id, self.alert, self.receiver, self.contentType) = (id, alert, receiver, contentType)
        (self.body, self.tries, self.created) = (body, tries, created)
    }
}

/// How a receiver does, over all of its deliveries.
package struct EndpointState: Sendable, Equatable {
    package var receiver: String
    /// Attempts in a row that failed for a reason that lies with the receiver.
    package var failures = 0
    /// Since when it fails.
    package var since: Moment?
    /// It is down: when it is asked next.
    package var next: Moment?
    package var error: String?
    /// It said that it is no more.
    package var isGone = false

    package init(receiver: String) { self.receiver = receiver }
}

/// How one attempt ended.
package enum Outcome: Sendable, Equatable {
    /// The receiver has it.
    case delivered(status: Int)
    /// Try again, not before `after` when the receiver asked for a pause.
    case retry(String, status: Int?, after: Duration?)
    /// This message will never be accepted (400, 413, 415, 422).
    case refused(String, status: Int)
    /// The receiver's address or credentials are wrong (401, 403, 404, a redirect): keep, try slowly, tell.
    case misconfigured(String, status: Int)
    /// The receiver says that it is no more (410): keep, ask once a day, tell.
    case gone(String, status: Int)
}

/// A message before it is rendered for its receiver. All offsets are Unicode scalars.
package struct Alert: Sendable {
    package var id: String
    package var kind: AlertKind
    package var created: Moment
    package var priority: Priority
    /// One line, usable as it is.
    package var text: String
    package var content: Content
    package var decision: Decision
    /// Who, where, when, and who said what, around the mentions.
    package var facts: AlertFacts?
    /// The story that its article belongs to.
    package var story: StoryCard?
    /// The id of the alert that this one stands in for or takes back.
    package var supersedes: String?
    /// What its article says anew since the version before.
    package var changes: RevisionChanges?

    /// What it is about.
    package enum Content: Sendable {
        case article(ArticleCard, watches: [WatchCard], mentions: [Mention], sentences: [SentenceCard])
        case digest([DigestItem], summary: String)
        case notice(Notice)
    }

    /// Why it is sent.
    package struct Decision: Sendable {
        package var verdict: Verdict
        package var reason: Reason
        package var route: String

        package init(_ verdict: Verdict, _ reason: Reason, route: String) {
            (self.verdict, self.reason, self.route) = (verdict, reason, route)
        }
    }

    package init(
        id: String, kind: AlertKind, created: Moment, priority: Priority, text: String, content: Content,
        decision: Decision
    ) {
        (self.id, self.kind, self.created, self.priority) = (id, kind, created, priority)
        (self.text, self.content, self.decision) = (text, content, decision)
    }
}

/// What two versions of an article have not in common, in sentences.
package struct RevisionChanges: Sendable, Equatable {
    /// How many sentences are kept of each.
    package static let most = 20

    package var added: [String] = []
    package var removed: [String] = []
    /// All of them, shown or not.
    package var addedTotal = 0
    package var removedTotal = 0

    package init() {}
}

/// An article as an alert shows it.
package struct ArticleCard: Sendable {
    package var id: String
    package var version: Int
    package var headline: String
    package var sourceID: String
    package var sourceKind: SourceKind
    package var url: String?
    package var file: String?
    package var byline: String?
    package var language: String?
    package var published: Published
    package var firstSeen: Moment
    package var body: Completeness
    package var caveat: String?
    /// How sure it is that the page's text was found well, 0 to 1; nil where the format says what it is.
    package var confidence: Double?
    /// Of a live blog, the newest entry with a mention.
    package var entry: LiveEntry?

    package init(
        id: String, version: Int, headline: String, sourceID: String, sourceKind: SourceKind, url: String?,
        file: String?, byline: String?, language: String?, published: Published, firstSeen: Moment,
        body: Completeness, caveat: String?
    ) {
        (self.id, self.version, self.headline, self.sourceID) = (id, version, headline, sourceID)
        (self.sourceKind, self.url, self.file, self.byline) = (sourceKind, url, file, byline)
        (self.language, self.published, self.firstSeen) = (language, published, firstSeen)
        (self.body, self.caveat) = (body, caveat)
    }
}

/// A watch as an alert shows it. `mentions` are places in the alert's list of mentions.
package struct WatchCard: Sendable {
    package var id: String
    package var title: String
    package var owner: String?
    package var clause: String
    package var receivers: [String]
    package var mentions: [Int]
    /// Why this watch rings.
    package var reason: Reason

    package init(
        id: String, title: String, owner: String?, clause: String, receivers: [String], mentions: [Int],
        reason: Reason
    ) {
        (self.id, self.title, self.owner) = (id, title, owner)
        (self.clause, self.receivers, self.mentions) = (clause, receivers, mentions)
        self.reason = reason
    }
}

/// One mention: its place in the article, and in its sentence.
package struct Mention: Sendable, Equatable {
    package var span: TextSpan
    package var text: String
    package var zone: Zone
    /// Place in the alert's list of sentences.
    package var sentence: Int
    /// Relative to the sentence's text.
    package var highlight: TextSpan

    package init(span: TextSpan, text: String, zone: Zone, sentence: Int, highlight: TextSpan) {
        (self.span, self.text, self.zone) = (span, text, zone)
        (self.sentence, self.highlight) = (sentence, highlight)
    }
}

/// A sentence that holds a mention, in full or, of a very long one, the part around it.
package struct SentenceCard: Sendable, Equatable {
    package var span: TextSpan
    package var text: String

    package init(span: TextSpan, text: String) { (self.span, self.text) = (span, text) }
}

/// A match that was held back, as a digest shows it.
package struct DigestItem: Sendable {
    package var card: ArticleCard
    package var watch: String
    package var title: String
    /// Why it was held back, and since when.
    package var reason: Reason
    package var held: Moment
    /// The one line of the alert that it would have been.
    package var text: String
    /// A sentence that holds a mention.
    package var sentence: String?

    package init(
        card: ArticleCard, watch: String, title: String, reason: Reason, held: Moment, text: String,
        sentence: String?
    ) {
        (self.card, self.watch, self.title, self.reason) = (card, watch, title, reason)
        (self.held, self.text, self.sentence) = (held, text, sentence)
    }
}

/// A word about the service itself.
package struct Notice: Sendable, Equatable {
    /// What it is about, stable over its whole time: `source/wire-drop`.
    package var condition: String
    /// `started`, `ended`, or `report`.
    package var state: String
    package var what: String
    package var mend: String?
    /// Figures of a heartbeat, by name.
    package var figures: [(name: String, value: Int64)]

    package init(
        condition: String, state: String, what: String, mend: String? = nil,
        figures: [(name: String, value: Int64)] = []
    ) {
        (self.condition, self.state, self.what, self.mend, self.figures) = (
            condition, state, what, mend, figures
        )
    }

    package static func == (a: Notice, b: Notice) -> Bool {
        a.condition == b.condition && a.state == b.state && a.what == b.what && a.mend == b.mend
            && a.figures.elementsEqual(b.figures) { $0 == $1 }
    }
}
