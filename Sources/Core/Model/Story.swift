/// What articles are compared by to find out whether they tell of one event: numbers only, two kilobytes in
/// the store, which keeps the upper halves of the hashes, and names whole.
package struct StoryTraits: Sendable, Equatable {
    /// The smallest hashes of all runs of four words, ascending, at most `maximumSketch`.
    package var sketch: [UInt64]
    /// Hashes of the headline's words that carry meaning, ascending.
    package var headline: [UInt64]
    /// Hashes of the names in it, ascending; the low two bits are the kind's `StoryName.Weight`.
    package var names: [UInt64]
    /// The smallest hashes of its longer words, ascending, at most `maximumVocabulary`.
    package var vocabulary: [UInt64]

    /// How many hashes are kept of each kind.
    package static let (maximumSketch, maximumNames, maximumVocabulary) = (256, 40, 128)

    package init(sketch: [UInt64], headline: [UInt64], names: [UInt64], vocabulary: [UInt64]) {
        (self.sketch, self.headline, self.names, self.vocabulary) = (sketch, headline, names, vocabulary)
    }

    /// Whether both relate to any third alike, as far as the store keeps them.
    package func isLike(_ other: StoryTraits) -> Bool {
        func isSame(_ one: [UInt64], _ two: [UInt64]) -> Bool {
            one.count == two.count && zip(one, two).allSatisfy { $0 >> 32 == $1 >> 32 }
        }
        return names == other.names && isSame(sketch, other.sketch) && isSame(headline, other.headline)
            && isSame(vocabulary, other.vocabulary)
    }
}

/// What an article is looked up by.
package struct StoryKey: Sendable, Hashable {
    package var hash: UInt64
    /// How much it says when two articles share it.
    package var weight: Int

    package init(hash: UInt64, weight: Int) { (self.hash, self.weight) = (hash, weight) }
}

/// How an article belongs to one that came before.
package enum StoryBond: String, Sendable {
    /// The same text, whole or in part: a syndicated copy, a cut or reordered one, an update of it.
    case copy
    /// Another text about the same event.
    case event = "same-event"
    /// One is a small part of the other, which has another headline: a briefing of the morning holds five
    /// stories whole. They stay stories of their own, but what was told of one counts as told of the other.
    case part

    /// Whether both are of one story.
    package var isOneStory: Bool { self != .part }
}

/// Two articles compared.
package struct StoryRelation: Sendable, Equatable {
    /// Nil when they do not belong together.
    package var bond: StoryBond?
    /// From 0 to 1: the share of the shorter text that stands in the other for a copy or a part; else how
    /// well words, headline and names agree; 0 when not one run of words is common to both.
    package var score: Double
    /// The estimated share of all runs of words that both have.
    package var resemblance: Double

    package init(bond: StoryBond?, score: Double, resemblance: Double) {
        (self.bond, self.score, self.resemblance) = (bond, score, resemblance)
    }
}

/// What an article, or all that was told of a story, says about a watch's topic: what a development is
/// measured by. Hashes, ascending.
package struct TopicNews: Sendable, Equatable {
    /// Who speaks of it.
    package var speakers: [UInt64] = []
    /// Where, in the sentences of the mentions.
    package var places: [UInt64] = []
    /// The words of the sentences of the mentions.
    package var words: [UInt64] = []

    package init() {}
}

/// A name beside what it is known by.
package struct TopicName: Sendable, Equatable {
    package var name: String
    package var hashes: [UInt64]

    package init(name: String, hashes: [UInt64]) { (self.name, self.hashes) = (name, hashes) }
}

/// What one article says about a watch's topic, with what people are told of it.
package struct TopicFinding: Sendable, Equatable {
    package var news = TopicNews()
    /// Each speaker of `news.speakers` once, with the hashes that mean the same one.
    package var speakers: [TopicName] = []
    /// Each place of `news.places` once.
    package var places: [TopicName] = []
    /// The words of each sentence that holds a mention.
    package var sentences: [[UInt64]] = []

    package init() {}
}

/// An article of a story, as alerts name it.
package struct StoryArticle: Sendable, Equatable {
    package var article: String
    package var headline: String
    package var source: String
    package var url: String?
    package var bond: StoryBond?
    /// From 0 to 1.
    package var score: Double

    package init(
        article: String, headline: String, source: String, url: String?, bond: StoryBond?, score: Double
    ) {
        (self.article, self.headline, self.source) = (article, headline, source)
        (self.url, self.bond, self.score) = (url, bond, score)
    }
}

/// First alerts of a story that waited for its best copy, and the copies that they may be of.
package struct StoryWait: Sendable, Equatable {
    /// An article of the story that rang some of the watches.
    package struct Copy: Sendable, Equatable {
        package var article: String
        package var version: Int
        package var body: Completeness
        package var isDated: Bool
        /// Length of its text in bytes.
        package var length: Int
        package var watches: Set<String>

        package init(
            article: String, version: Int, body: Completeness, isDated: Bool, length: Int,
            watches: Set<String>
        ) {
            (self.article, self.version, self.body) = (article, version, body)
            (self.isDated, self.length, self.watches) = (isDated, length, watches)
        }
    }

    package var story: String
    package var watches: Set<String>
    /// In the order in which they came.
    package var copies: [Copy]

    package init(story: String, watches: Set<String>, copies: [Copy]) {
        (self.story, self.watches, self.copies) = (story, watches, copies)
    }
}

/// The story of an article as its alert shows it.
package struct StoryCard: Sendable, Equatable {
    package var id: String
    /// 1 for its first alert, then one more with each development.
    package var step: Int
    /// Articles in it so far, this one included.
    package var articles: Int
    /// What ties this article to it; nil for its first.
    package var nearest: StoryArticle?
    /// Those that came since the last alert and were only counted, at most 20.
    package var copies: [StoryArticle]
    package var copiesTotal: Int
    /// What is new, in words: `new speaker: Ann Roe`.
    package var news: [String] = []

    package init(
        id: String, step: Int, articles: Int, nearest: StoryArticle?, copies: [StoryArticle], copiesTotal: Int
    ) {
        (self.id, self.step, self.articles) = (id, step, articles)
        (self.nearest, self.copies, self.copiesTotal) = (nearest, copies, copiesTotal)
    }
}

extension TopicNews {
    /// Kept of each kind for one story and watch.
    private static let most = 600

    /// Both together.
    package func union(_ other: TopicNews) -> TopicNews {
        var out = TopicNews()
        out.speakers = TopicNews.merged(speakers, other.speakers)
        out.places = TopicNews.merged(places, other.places)
        out.words = TopicNews.merged(words, other.words)
        return out
    }

    private static func merged(_ a: [UInt64], _ b: [UInt64]) -> [UInt64] {
        Array(Set(a).union(b).sorted().prefix(most))
    }
}
