import Text

/// How common words are, roughly: what phrases are filed by. A wrong guess costs time and never an answer.
package struct WordCensus: Sendable {
    private var counts: [UInt32]
    private let small: Set<UInt64>
    private static let size = 1 << 16

    /// Begins with the commonest small words of the languages that news is written in.
    package init() {
        counts = [UInt32](repeating: 0, count: WordCensus.size)
        small = Set(Tokenizer.words(commonWords).tokens.map(\.hash))
        for hash in small { counts[WordCensus.place(hash)] = 4000 }
    }

    private static func place(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash >> 48) }

    /// Counts the words of an article.
    package mutating func add(_ reading: Reading) {
        for token in reading.words.tokens {
            let place = WordCensus.place(token.hash)
            if counts[place] < .max { counts[place] += 1 }
        }
    }

    /// Whether it is one of the commonest small words, which stand in nearly every article.
    func isSmall(_ hash: UInt64) -> Bool { small.contains(hash) }

    /// How often words like this one were counted; longer words nobody counted are taken to be rarer.
    func weight(_ hash: UInt64, length: Int) -> UInt64 {
        UInt64(counts[WordCensus.place(hash)]) * 16 + UInt64(max(1, 16 - length))
    }
}

private let commonWords = """
    the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you
    were all her she there would their we him been has when who will no more if out so up said what its about than into them
    can only other time new some could these two may first then do any my now over such our man me even most made after also
    did many off before must well back through years where your way down should because long each just those people mr how
    us good world very year still own see work men day get here old der die das und den von mit ist nicht ein eine auf le la
    les des et du une est dans que pour pas el los de en las del por con para il di che per un non sono nel do da em um com
    uma os na w nie się jest że do z ve bir bu için ile və üçün ilə olan
    в и на не что с по из его для это как к от за у о но
    і що та до ще և է որ մի في من على إلى أن
    """
