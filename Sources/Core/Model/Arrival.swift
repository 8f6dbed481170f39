/// The kinds of source.
package enum SourceKind: String, Sendable { case folder, feed }

/// What an arrival's sender tells about it beside its bytes (a sidecar file, a feed entry, an option).
package struct Hints: Sendable, Equatable {
    package var headline: String?
    package var byline: String?
    package var published = Published.unknown
    package var url: String?
    package var language: String?
    /// The media type that a server or a sidecar claims, in lower case and without parameters.
    package var contentType: String?
    /// The character encoding that a server claims.
    package var charset: String?
    /// The name of the outlet.
    package var source: String?
    /// Subjects and sections that the sender filed it under.
    package var tags: [String] = []
    /// When it was last changed, as the sender says.
    package var modified = Published.unknown
    /// Whether the agency lets it be used.
    package var status = ItemStatus.usable
    /// Not to be told before this instant.
    package var embargo: Moment?
    /// A word of the agency's editors to ours: `CORRECTION: ...`.
    package var editorialNote: String?

    package init() {}
}

/// The type and the character encoding of a Content-Type header, in lower case: `text/html; charset=utf-8` in
/// two parts.
package func mediaType(_ header: String?) -> (type: String?, charset: String?) {
    guard let header else { return (nil, nil) }
    let parts = header.split(separator: ";").map { part in
        String(part.drop { $0 == " " || $0 == "\t" }).lowercased()
    }
    let charset = parts.dropFirst().first { $0.hasPrefix("charset=") }
    let name = charset.map { String($0.dropFirst(8).filter { !"\"' \t".contains($0) }) }
    let type = parts.first.map { String($0.prefix { $0 != " " && $0 != "\t" }) }
    return (type.flatMap { $0.isEmpty ? nil : $0 }, name.flatMap { $0.isEmpty ? nil : $0 })
}

/// Something that came in and may be an article: bytes, from where, and what was said about them.
package struct Arrival: Sendable {
    /// The source's stable id.
    package var source: String
    package var kind: SourceKind
    /// Where it lies in its source: a path relative to the folder, or a feed entry's id.
    package var place: String
    package var bytes: [UInt8]
    package var hints: Hints
    /// SHA-256 of `bytes`, 32 bytes.
    package var digest: [UInt8]
    package var firstSeen: Moment

    package init(
        source: String, kind: SourceKind, place: String, bytes: [UInt8], hints: Hints, digest: [UInt8],
        firstSeen: Moment
    ) {
        (self.source, self.kind, self.place, self.bytes) = (source, kind, place, bytes)
        (self.hints, self.digest, self.firstSeen) = (hints, digest, firstSeen)
    }
}
