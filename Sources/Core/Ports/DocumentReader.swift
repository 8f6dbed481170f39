/// Reads what is not read in the service itself (PDF, mail, ZIP containers): in production a process of its
/// own, which a hostile file may crash.
package protocol DocumentReader: Sendable {
    /// What a document holds, as JSON of a reading. `type` and `language` are what its sender claims.
    func read(_ bytes: [UInt8], type: String?, language: String?) async throws(DocumentFailure) -> [UInt8]
}

/// Why a document could not be read.
package struct DocumentFailure: Error, Sendable, Equatable {
    /// What follows from it.
    package enum Kind: Sendable {
        /// The document ended the reader, or kept it busy for too long: trying again is worth little.
        case fatal
        /// The reader could not be started: the document is to be looked at again.
        case unavailable
    }

    package var kind: Kind
    package var what: String

    package init(_ kind: Kind, _ what: String) { (self.kind, self.what) = (kind, what) }
}
