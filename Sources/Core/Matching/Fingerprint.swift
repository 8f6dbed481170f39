package import Model
import Text

extension Reading {
    /// What tells this text from others: its address, its folded headline, and the smallest hashes of its
    /// runs of four words, those of credits left out.
    package var fingerprint: Fingerprint {
        var runs: Set<UInt64> = []
        let hashes = toldWords.map(\.hash)
        for first in hashes.indices {
            let mixed = hashes[first..<min(first + 4, hashes.count)].reduce(FNV1a.start, FNV1a.step)
            runs.insert(mixed ^ mixed >> 29)
            if first + 4 >= hashes.count { break }
        }
        let headline = Tokenizer.words(article.headline).tokens.reduce(0) { FNV1a.step($0, $1.hash) }
        return Fingerprint(url: article.url, headline: headline, sketch: Array(runs.sorted().prefix(256)))
    }

    /// The words that no credit holds: an agency's notice of rights is the same under all of its texts.
    private var toldWords: [Token] {
        var credits = article.paragraphs.filter { $0.zone == .credit }[...]
        guard !credits.isEmpty else { return words.tokens }
        return words.tokens.filter { token in
            while let first = credits.first, first.span.end <= Int(token.start) { credits.removeFirst() }
            return credits.first.map { Int(token.start) < $0.span.start } ?? true
        }
    }
}
