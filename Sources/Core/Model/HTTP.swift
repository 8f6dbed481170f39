/// A request to be sent as it stands; with an envelope, a message for a mail server.
package struct HTTPRequest: Sendable {
    package var method: String
    package var url: String
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// The whole exchange must end within this.
    package var timeout: Duration
    /// Bytes of the answer that are kept; more is cut off and said.
    package var maximumBytes: Int
    /// Followed at most that often; 0: a redirect is an answer like any other.
    package var maximumRedirects: Int
    /// The first host was named by the operator, so it may be private; redirects never inherit that.
    package var isOperatorChosen: Bool
    /// Whom to trust, and who we are; nil: the system's certificates, and nobody in particular.
    package var trust: Trust?
    /// The body is a message (RFC 5322), and the address a mail server's: `smtp:` or `smtps:`.
    package var envelope: Envelope?

    /// From whom to whom a mail server carries a message (RFC 5321). The answer's status is the server's
    /// last reply code.
    package struct Envelope: Sendable, Equatable {
        package var from: String
        package var to: [String]
        package var user: String?
        package var password: String?
        /// Nothing is said in the clear: the server must offer STARTTLS.
        package var needsTLS: Bool

        package init(from: String, to: [String], user: String?, password: String?, needsTLS: Bool) {
            (self.from, self.to, self.user) = (from, to, user)
            (self.password, self.needsTLS) = (password, needsTLS)
        }
    }

    /// Files of certificates in PEM, and a proxy.
    package struct Trust: Sendable, Equatable {
        /// Authorities that count instead of the system's.
        package var authorities: String?
        /// Our own certificate and its key.
        package var certificate: String?
        package var key: String?
        /// `http://proxy:3128`.
        package var proxy: String?

        package init(authorities: String?, certificate: String?, key: String?, proxy: String?) {
            (self.authorities, self.certificate, self.key, self.proxy) = (
                authorities, certificate, key, proxy
            )
        }
    }

    package init(
        method: String = "GET", url: String, headers: [(name: String, value: String)] = [],
        body: [UInt8] = [],
        timeout: Duration, maximumBytes: Int, maximumRedirects: Int = 0, isOperatorChosen: Bool
    ) {
        (self.method, self.url, self.headers, self.body) = (method, url, headers, body)
        (self.timeout, self.maximumBytes) = (timeout, maximumBytes)
        (self.maximumRedirects, self.isOperatorChosen) = (maximumRedirects, isOperatorChosen)
    }
}

/// An answer.
package struct HTTPResponse: Sendable {
    package var status: Int
    /// Names in lower case, in order; of the last answer when redirects were followed.
    package var headers: [(name: String, value: String)]
    package var body: [UInt8]
    /// The body was longer than was kept.
    package var isCut: Bool
    /// The address that answered last.
    package var url: String
    /// How long it took.
    package var duration: Duration
    /// From when to when the server's certificate holds; nil without TLS, or on a connection used before.
    package var certificate: (from: Moment, until: Moment)?

    package init(
        status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = [], isCut: Bool = false,
        url: String = "", duration: Duration = .zero, certificate: (from: Moment, until: Moment)? = nil
    ) {
        (self.status, self.headers, self.body) = (status, headers, body)
        (self.isCut, self.url, self.duration, self.certificate) = (isCut, url, duration, certificate)
    }

    /// The first header of that name (lower case).
    package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    /// What Retry-After asks for: whole seconds or a date, the date counted from the server's own; at most 7
    /// days.
    package func retryAfter(now: Moment, readDate: (String) -> Moment?) -> Duration? {
        guard let text = header("retry-after") else { return nil }
        let seconds: Int64
        if let whole = Int64(text) {
            seconds = whole
        } else if let then = readDate(text) {
            let base = header("date").flatMap(readDate) ?? now
            seconds = (then.milliseconds - base.milliseconds) / 1000
        } else {
            return nil
        }
        return seconds > 0 ? .seconds(min(seconds, 604_800)) : nil
    }
}

/// No answer came.
package struct HTTPFailure: Error, Sendable {
    /// What kind of trouble.
    package enum Kind: String, Sendable {
        case name, connection, tls, timeout, guarded, protocolError, stopped
    }

    package var kind: Kind
    package var what: String

    package init(_ kind: Kind, _ what: String) { (self.kind, self.what) = (kind, what) }
}
