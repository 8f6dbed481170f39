/// How urgent a watch's alerts are.
package enum Priority: String, Sendable, CaseIterable { case low, normal, urgent }

/// What of a story rings a watch.
package enum StoryInterest: String, Sendable, CaseIterable {
    /// Its first article alone.
    case first
    /// The first, and whatever brings something new on the topic.
    case developments
    /// The same, and a word of every further article.
    case updates
    /// Every article, as if there were no stories.
    case every
}

/// One standing query with its policy. The id is what alerts are made of; all else may change.
package struct Watch: Sendable, Equatable {
    package var id: String
    package var title: String
    package var owner: String?
    package var note: String?
    package var query: Query
    /// The query as written, for explanations: `any: @lachin-names`.
    package var clause: String
    package var zones: Set<Zone>
    package var priority: Priority
    /// Ids of receivers.
    package var receivers: [String]
    /// The watchlist file's name, for the route shown in alerts.
    package var list: String
    package var interest = StoryInterest.developments
    /// Words that routes go by.
    package var tags: [String] = []

    package init(
        id: String, title: String, owner: String?, note: String?, query: Query, clause: String,
        zones: Set<Zone>,
        priority: Priority, receivers: [String], list: String
    ) {
        (self.id, self.title, self.owner, self.note) = (id, title, owner, note)
        (self.query, self.clause, self.zones, self.priority) = (query, clause, zones, priority)
        (self.receivers, self.list) = (receivers, list)
    }
}

/// One place where a watch's words stand in an article, and what around it a person needs to believe it.
package struct Evidence: Sendable, Hashable {
    package var span: TextSpan
    package var zone: Zone
    /// The whole sentence around the mention.
    package var sentence: TextSpan
    /// The phrase of the watch that stands here, as written.
    package var phrase: String
    /// The clause of the watch it belongs to, as `any: @lachin-names / "Lachin corridor"`.
    package var clause: String

    package init(span: TextSpan, zone: Zone, sentence: TextSpan, phrase: String, clause: String) {
        (self.span, self.zone, self.sentence) = (span, zone, sentence)
        (self.phrase, self.clause) = (phrase, clause)
    }
}

/// A watch that an article satisfies, with every mention.
package struct Match: Sendable, Equatable {
    package var watch: String
    /// In order of the text.
    package var evidence: [Evidence]

    package init(watch: String, evidence: [Evidence]) { (self.watch, self.evidence) = (watch, evidence) }
}
