/// A time during which matches are held back by somebody's wish; what it hid comes in one digest at its end.
package struct Silence: Sendable, Equatable {
    package var id: String
    /// Nil: any watch.
    package var watch: String?
    /// Nil: any source.
    package var source: String?
    package var from: Moment
    package var until: Moment
    package var author: String
    package var reason: String

    package init(
        id: String, watch: String?, source: String?, from: Moment, until: Moment, author: String,
        reason: String
    ) {
        (self.id, self.watch, self.source) = (id, watch, source)
        (self.from, self.until, self.author, self.reason) = (from, until, author, reason)
    }

    /// Whether it covers a match of a watch in an article of a source at an instant.
    package func covers(watch: String, source: String, at now: Moment) -> Bool {
        now >= from && now < until && (self.watch ?? watch) == watch && (self.source ?? source) == source
    }
}
