package import Model
import Text

/// A name that an article mentions, and how much it says about which event it is.
package struct StoryName: Sendable, Equatable {
    /// A whole country says little, a person much.
    package enum Weight: UInt64, Sendable { case country = 0, place = 1, organisation = 2, person = 3 }

    package var name: String
    package var weight: Weight

    package init(_ name: String, _ weight: Weight) { (self.name, self.weight) = (name, weight) }
}

/// The traits of an article: `sketch` of its fingerprint, `names` in the order in which they weigh, the most
/// mentioned first.
package func storyTraits(_ article: Article, sketch: [UInt64], names: [StoryName]) -> StoryTraits {
    var hashed: [UInt64] = []
    for one in names where hashed.count < StoryTraits.maximumNames {
        let mixed = Tokenizer.words(one.name).tokens.reduce(FNV1a.start) { FNV1a.step($0, $1.hash) }
        hashed.append(spread(mixed) & ~3 | one.weight.rawValue)
    }
    let spans = article.paragraphs.filter { $0.zone == .body }.map {
        TextSpanBounds(start: $0.span.start, end: $0.span.end)
    }
    return StoryTraits(
        sketch: sketch, headline: meaningful(Tokenizer.words(article.headline), atLeast: 3),
        names: Set(hashed).sorted(),
        vocabulary: Array(
            meaningful(Tokenizer.words(article.text, spans), atLeast: 5).prefix(StoryTraits.maximumVocabulary)
        ))
}

/// Hashes of the distinct words of at least so many bytes (of any length in scripts without spaces) that are
/// not among the commonest, ascending.
func meaningful(_ words: TokenList, atLeast length: Int) -> [UInt64] {
    var out: Set<UInt64> = []
    for token in words.tokens where !commonWords.contains(token.hash) {
        guard Int(token.end - token.start) >= length || token.traits.contains(.single) else { continue }
        out.insert(spread(token.hash))
    }
    return out.sorted()
}

/// Words of news that say nothing of the event.
private let commonWords: Set<UInt64> = Set(
    Tokenizer.words(
        """
        the and for with from that this have has had was were are been will would could should can may might must not but
        they their them there these those then than what when where which while who whom whose why how into onto over under
        about after before between during against without within through said says say told tells according also more most
        other others some such only very just even still both each being because out off one two three four five six seven
        eight nine ten first second last new news people year years month months week weeks day days time times today
        monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
        october november december report reports reported statement added including since until made make makes take taken
        took its his her our your you she him all any many much amid over live update updates video photos watch read
        der die das und von mit dem den des ein eine einer nicht ist für les des une dans pour par sur qui que est los las
        del una por con para que это как что для при его она они года после было были
        """
    ).tokens.map(\.hash))

/// Spreads a hash evenly, so that the smallest ones are a fair sample.
func spread(_ hash: UInt64) -> UInt64 {
    var mixed = hash &+ 0x9E37_79B9_7F4A_7C15
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
}
