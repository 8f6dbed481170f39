package import Model

/// The date and time that people's clocks show. It may jump; it is for stamps, never for waiting.
package protocol WallClock: Sendable {
    var now: Moment { get }
}

/// Sends requests. One conformance does all network I/O of the daemon in one thread.
package protocol HTTPTransport: Sendable {
    /// Sends one request and waits for its answer, bounded by the request's own limits.
    func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse
}

/// How loud an event is.
package enum Level: Int, Sendable { case error = 3, warning = 4, notice = 5, info = 6, debug = 7 }

/// Something that happened: one line in the log with fields, and a count.
package struct Event: Sendable {
    /// A stable name: the metric counts it and the log line carries it.
    package var name: String
    package var level: Level
    package var message: String
    /// Upper-case names as the journal wants them; never a secret, never article text.
    package var fields: [(name: String, value: String)]
    /// A small bounded label for the metric (a result, a reason), if any.
    package var label: (name: String, value: String)?

    package init(
        _ name: String, _ level: Level, _ message: String, fields: [(name: String, value: String)] = [],
        label: (name: String, value: String)? = nil
    ) {
        (self.name, self.level, self.message) = (name, level, message)
        (self.fields, self.label) = (fields, label)
    }
}

/// Hears of everything that happens.
package protocol Telemetry: Sendable {
    /// Notes an event; never blocks for long, never fails.
    func note(_ event: Event)
    /// Sets a figure that goes up and down; labels must be few.
    func gauge(_ name: String, _ value: Double, label: (name: String, value: String)?)
    /// Adds a duration to a histogram.
    func observe(_ name: String, seconds: Double)
}
