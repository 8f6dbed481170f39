package import Model
package import Text

/// A folder to watch.
package struct FolderSource: Sendable, Equatable {
    /// What happens to a file once its article is stored.
    package enum After: String, Sendable { case leave, move, delete }
    /// How changes are noticed.
    package enum Noticing: String, Sendable { case auto, inotify, poll }

    package var id: String
    package var title: String
    package var path: String
    package var after: After
    /// Files of the first scan are only remembered.
    package var existingIsBaseline: Bool
    package var noticing: Noticing
    package var settle: Duration
    package var rescan: Duration
    /// Bytes.
    package var maximumSize: Int
    package var language: String?
    package var mark: Mark
    package var silenceAfter = SilenceRule.auto
}

/// How long a source may bring nothing before the operator is told.
package enum SilenceRule: Sendable, Equatable {
    /// By its own rhythm.
    case auto
    case never
    case after(Duration)
}

/// A feed to poll.
package struct FeedSource: Sendable, Equatable {
    /// Whether an entry's page is read.
    package enum Fetch: String, Sendable { case auto, always, never }

    package var id: String
    package var title: String
    package var url: Secret
    package var every: Duration
    package var fetch: Fetch
    package var fetchWait: Duration
    package var firstPollAge: Duration
    package var obeysRobots: Bool
    package var language: String?
    package var mark: Mark
    package var silenceAfter = SilenceRule.auto
}

/// Where alerts go.
package struct ReceiverSettings: Sendable, Equatable {
    package var id: String
    /// The receiver kind in the roll: `webhook`, `slack`.
    package var kind: String
    /// Empty for a service that has one address of its own; nil when it cannot be seen from here (`check`
    /// outside the service).
    package var url: Secret?
    package var signingSecret: Secret?
    package var headers: [(name: String, value: Secret)]
    package var timeout: Duration
    /// What else its kind asks for, by the setting's name.
    package var options: [String: Secret] = [:]
    package var oldSecrets: [Secret] = []
    /// A body of the operator's own.
    package var template: TemplateDraft?
    /// Minutes after midnight UTC of a daily heartbeat.
    package var heartbeat: Int?
    package var retired: Retirement?
    /// Messages, and the time in which it may have so many.
    package var rate: (messages: Int, per: Duration)?
    package var mark: Mark

    /// On the way out.
    package enum Retirement: Sendable, Equatable { case drain, moveTo(String) }

    package static func == (a: ReceiverSettings, b: ReceiverSettings) -> Bool {
        a.id == b.id && a.kind == b.kind && a.url == b.url && a.signingSecret == b.signingSecret
            && a.headers.elementsEqual(b.headers) { $0 == $1 } && a.timeout == b.timeout
            && a.options == b.options && a.oldSecrets == b.oldSecrets
            && a.template?.json == b.template?.json
            && a.heartbeat == b.heartbeat && a.rate?.messages == b.rate?.messages
            && a.rate?.per == b.rate?.per && a.retired == b.retired
    }
}

/// A body as written, with the place of each of its texts.
package struct TemplateDraft: Sendable {
    package var json: JSON
    package var marks: [String: Mark]
    package var mark: Mark
}

/// A phrase of a list, or a reference to a list, as written.
package struct PhraseDraft: Sendable, Equatable {
    package var text: String
    package var mark: Mark
    /// The language it was tagged with: `{ az: Laçın }`.
    package var language: String?
    /// Languages whose inflected forms count: `{ ru: коридор, inflect: true }`.
    package var inflections: [String] = []
}

/// When a watch's alerts may be told, as written.
package struct TimingDraft: Sendable, Equatable {
    /// A stretch of the day: minutes after midnight, and the days (1 for Monday) on which it begins.
    package struct Quiet: Sendable, Equatable {
        package var from: Int
        package var to: Int
        package var days: Set<Int>
        /// Only on these dates, the first and the last of each stretch; empty: on all.
        package var dates: [ClosedRange<CivilDate>] = []
        /// Only on the days of this calendar file.
        package var holidays: String?
        package var mark: Mark

        package static func == (a: Quiet, b: Quiet) -> Bool {
            a.from == b.from && a.to == b.to && a.days == b.days && a.dates == b.dates
                && a.holidays == b.holidays
        }
    }

    package var every: Duration?
    /// Minutes after midnight.
    package var at: [Int]
    package var days: Set<Int>
    package var quiet: [Quiet]
    package var cooldown: Duration?
    /// How long the first alert of a story waits for the best copy.
    package var wait: Duration?
    package var zone: String
    package var zoneMark: Mark
    package var urgentBreaches: Bool

    package static func == (a: TimingDraft, b: TimingDraft) -> Bool {
        a.every == b.every && a.at == b.at && a.days == b.days && a.quiet == b.quiet
            && a.cooldown == b.cooldown && a.wait == b.wait
            && a.zone == b.zone && a.urgentBreaches == b.urgentBreaches
    }
}

/// Where alerts go whose watch does not say; an empty condition always fits.
package struct Route: Sendable, Equatable {
    package var to: [String]
    package var lists: [String]
    package var tags: [String]
    package var priorities: [Priority]
    package var languages: [String]
    package var sources: [String]
    package var goesOn: Bool
}

/// An owner who is away.
package struct Away: Sendable, Equatable {
    package var owner: String
    package var from: CivilDate
    /// The last day of it.
    package var until: CivilDate
    package var to: [String]
    package var zone: String
    package var mark: Mark

    package static func == (a: Away, b: Away) -> Bool {
        a.owner == b.owner && a.from == b.from && a.until == b.until && a.to == b.to && a.zone == b.zone
    }
}

/// When coverage is a spike.
package struct SpikeRule: Sendable, Equatable {
    package var within: Duration
    /// How many times the usual number of articles.
    package var factor: Double
    /// And at least so many.
    package var least: Int
}

/// A watch as written; Pipeline's `compileWatches` turns it into a `Watch` and reports with the marks kept
/// here.
package struct WatchDraft: Sendable, Equatable {
    package var id: String
    package var title: String
    package var owner: String?
    package var note: String?
    package var any: [PhraseDraft]
    package var all: [PhraseDraft]
    package var none: [PhraseDraft]
    package var near: (scope: Proximity, any: [PhraseDraft])?
    package var match: PhraseDraft?
    package var zones: Set<Zone>
    package var priority: Priority
    package var receivers: [String]
    package var interest = StoryInterest.developments
    package var timing: TimingDraft?
    package var tags: [String] = []
    /// The day on which its owner wants to look at it again.
    package var review: String?
    /// How far back the archive is looked through when the watch is made.
    package var lookBack: Duration?
    package var spike: SpikeRule?
    /// A match after a pause this long is urgent.
    package var firstMention: Duration?
    /// How often its receivers are told what was checked and found.
    package var report: Duration?
    /// Name of the watchlist, or the installation's.
    package var list: String
    package var mark: Mark

    package static func == (a: WatchDraft, b: WatchDraft) -> Bool {
        a.id == b.id && a.title == b.title && a.owner == b.owner && a.note == b.note && a.any == b.any
            && a.all == b.all
            && a.none == b.none && a.near?.scope == b.near?.scope
            && (a.near?.any ?? []) == (b.near?.any ?? [])
            && a.match == b.match && a.zones == b.zones && a.priority == b.priority
            && a.receivers == b.receivers && a.interest == b.interest && a.timing == b.timing
            && a.tags == b.tags && a.review == b.review && a.lookBack == b.lookBack && a.spike == b.spike
            && a.firstMention == b.firstMention && a.report == b.report
    }
}

/// A text and what must match it, as a watchlist writes it.
package struct WatchTest: Sendable {
    package var name: String
    package var list: String
    package var title: String
    package var text: String
    package var zone: Zone
    package var language: String?
    package var source: String?
    /// Watches with their number of mentions; all others of the list must not match.
    package var expected: [String: Int]
    package var mark: Mark
}

/// A named list of phrases and where it may be used: everywhere, or in its own watchlist file.
package struct ListDraft: Sendable, Equatable {
    package var name: String
    package var items: [PhraseDraft]
    package var mark: Mark
}

/// The whole configuration as typed values: immutable, made anew on reload.
package struct Settings: Sendable {
    package var name = "tocsin"
    package var folders: [FolderSource] = []
    package var feeds: [FeedSource] = []
    package var receivers: [ReceiverSettings] = []
    /// By list name; a watchlist's own lists are known as `file/name` and shadow these.
    package var lists: [String: ListDraft] = [:]
    package var watches: [WatchDraft] = []
    package var tests: [WatchTest] = []
    package var operatorReceivers: [String] = []
    package var routes: [Route] = []
    package var away: [Away] = []
    package var names: [KnownName] = []
    package var storyWindow = Duration.seconds(3 * 86_400)
    package var keepArticles = Duration.seconds(90 * 86_400)
    package var keepMatched = Duration.seconds(2 * 31_536_000)
    /// Bytes.
    package var keepSize = 20 << 30
    package var allowPrivate: [AddressRange] = []
    package var listen: String?
    package var ping: (url: Secret, every: Duration)?
    /// Every secret looked up, so that a change can be seen without keeping more than needed.
    package var references: [SecretReference] = []

    package init() {}
}
