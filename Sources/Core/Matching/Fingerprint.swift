package import Model
import Text

extension Reading {
    /// What tells this text from others: its address, its folded headline, and the smallest hashes of its
    /// runs of four words.
    package var fingerprint: Fingerprint {
        var runs: Set<UInt64> = []
        let hashes = words.tokens.map(\.hash)
        for first in hashes.indices {
            var mixed: UInt64 = 0xCBF2_9CE4_8422_2325
            for hash in hashes[first..<min(first + 4, hashes.count)] {
                mixed = (mixed ^ hash) &* 0x0000_0100_0000_01B3
            }
            runs.insert(mixed ^ mixed >> 29)
            if first + 4 >= hashes.count { break }
        }
        var headline: UInt64 = 0
        for token in Tokenizer.words(article.headline).tokens {
            headline = (headline ^ token.hash) &* 0x0000_0100_0000_01B3
        }
        return Fingerprint(url: article.url, headline: headline, sketch: Array(runs.sorted().prefix(256)))
    }
}
