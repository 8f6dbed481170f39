package import Model

/// What the gates decided about one matching watch.
package struct Decision: Sendable, Equatable {
    package var watch: String
    package var verdict: Verdict
    package var reason: Reason
    /// When what is held is told.
    package var until: Moment?
    /// What is new in the story, or which silence covers it, in words.
    package var note: String?

    package init(
        _ watch: String, _ verdict: Verdict, _ reason: Reason, until: Moment? = nil, note: String? = nil
    ) {
        (self.watch, self.verdict, self.reason, self.until, self.note) = (watch, verdict, reason, until, note)
    }
}

/// A match that waits for its digest at one receiver.
package struct Held: Sendable, Equatable {
    package var receiver: String
    package var watch: String
    package var title: String
    package var reason: Reason
    package var due: Moment
    /// The one line of the alert that it would have been.
    package var text: String
    package var sentence: String?

    package init(
        receiver: String, watch: String, title: String, reason: Reason, due: Moment, text: String,
        sentence: String?
    ) {
        (self.receiver, self.watch, self.title, self.reason) = (receiver, watch, title, reason)
        (self.due, self.text, self.sentence) = (due, text, sentence)
    }
}

/// What the gates decided about a candidate, with every message it earned.
package struct Ruling: Sendable {
    /// One message: rendered when its sequence number is known.
    package struct Message: Sendable {
        package var id: String
        package var receiver: String
        package var contentType: String
        package var render: @Sendable (_ sequence: Int64) -> [UInt8]

        package init(
            id: String, receiver: String, contentType: String,
            render: @escaping @Sendable (_ sequence: Int64) -> [UInt8]
        ) {
            (self.id, self.receiver, self.contentType, self.render) = (id, receiver, contentType, render)
        }
    }

    package var decisions: [Decision] = []
    package var alert: (id: String, kind: AlertKind, text: String)?
    package var messages: [Message] = []
    package var held: [Held] = []
    /// Watches whose first alert of the story waits for its best copy, and until when.
    package var waits: [(watch: String, due: Moment)] = []
    /// What each watch will have been told of the story, added to what it was told before.
    package var news: [String: TopicNews] = [:]
    /// Messages of receivers that have a limit, in the window that began then.
    package var given: [String: (window: Moment, count: Int)] = [:]
    /// What the article says anew since the version before.
    package var changes: RevisionChanges?

    package init() {}
}

/// What the store knows of the place of an article that it is about to store, read in the same transaction.
package struct Standing: Sendable {
    /// A story that a candidate belongs to.
    package struct Story: Sendable {
        /// Its `step` is the one of the alert that the candidate may earn.
        package var card: StoryCard
        /// What each watch was told of it.
        package var told: [String: TopicNews]

        package init(card: StoryCard, told: [String: TopicNews]) { (self.card, self.told) = (card, told) }
    }

    package var article: String
    /// The version about to be stored, from 1.
    package var version: Int
    /// Watches that an earlier version rang.
    package var told: Set<String>
    /// The newest alert of this article; nil when there was none.
    package var lastAlert: (id: String, kind: AlertKind?)?
    /// The version before, as it is stored; nil when there was none.
    package var previous: Article?
    /// The version before was the feed's own text, and this is the page.
    package var followsTeaser = false
    /// Nil when the candidate matches nothing.
    package var story: Story?
    /// Watches whose first alert of its story waits for the best copy.
    package var waiting: Set<String> = []
    /// When each matching watch rang last, over all articles.
    package var rang: [String: Moment] = [:]
    /// Of each matching watch that asks for its pauses: its match before this one, or since when it is known.
    package var pauses: [String: (since: Moment, isFirst: Bool)] = [:]
    package var silences: [Silence] = []
    /// Messages that each receiver was given in a window of time, by its start.
    package var given: [String: (window: Moment, count: Int)] = [:]

    package init(article: String, version: Int, told: Set<String>) {
        (self.article, self.version, self.told) = (article, version, told)
    }
}

/// The decisions that must see the store's state, handed to the writer and run there, one candidate after the
/// other.
package struct Rules: Sendable {
    /// Whether two texts at one place are versions of one article.
    package var isSameArticle: @Sendable (_ old: Fingerprint, _ new: Fingerprint) -> Bool
    /// How two articles belong together.
    package var relate: @Sendable (StoryTraits, StoryTraits) -> StoryRelation
    /// What an article is looked up by among those of other stories; two that share a weight of two are
    /// compared.
    package var keys: @Sendable (StoryTraits) -> [StoryKey]
    /// How far apart in time two articles of one story may come in.
    package var window: Duration
    /// Watches to which it matters how long they had no match.
    package var watchesWithPauses: Set<String> = []
    /// The gates: what becomes of each match.
    package var rule: @Sendable (_ candidate: Candidate, _ standing: Standing) -> Ruling

    package init(
        isSameArticle: @escaping @Sendable (Fingerprint, Fingerprint) -> Bool,
        relate: @escaping @Sendable (StoryTraits, StoryTraits) -> StoryRelation,
        keys: @escaping @Sendable (StoryTraits) -> [StoryKey], window: Duration,
        rule: @escaping @Sendable (Candidate, Standing) -> Ruling
    ) {
        (self.isSameArticle, self.relate, self.keys) = (isSameArticle, relate, keys)
        (self.window, self.rule) = (window, rule)
    }
}
