/// What tells whether two texts are the same article: address, headline, and a sketch of the text.
package struct Fingerprint: Sendable, Equatable {
    /// The algorithm that made it; fingerprints of different algorithms are never compared.
    package static let algorithm = 2

    package var url: String?
    /// Hash of the folded headline; 0 when there is none.
    package var headline: UInt64
    /// The smallest distinct hashes of all runs of four words, ascending, at most 256.
    package var sketch: [UInt64]

    package init(url: String?, headline: UInt64, sketch: [UInt64]) {
        (self.url, self.headline, self.sketch) = (url, headline, sketch)
    }
}
