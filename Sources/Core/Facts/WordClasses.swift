/// What lists of words say of a word, so that each word is looked up once.
struct WordClasses: OptionSet, Sendable {
    let rawValue: UInt32

    static let honorifics = WordClasses(rawValue: 1)
    static let roles = WordClasses(rawValue: 1 << 1)
    static let roleModifiers = WordClasses(rawValue: 1 << 2)
    static let heads = WordClasses(rawValue: 1 << 3)
    static let headsWithOf = WordClasses(rawValue: 1 << 4)
    static let weakHeads = WordClasses(rawValue: 1 << 5)
    static let peoples = WordClasses(rawValue: 1 << 6)
    static let particles = WordClasses(rawValue: 1 << 7)
    static let notNames = WordClasses(rawValue: 1 << 8)
    static let speechVerbs = WordClasses(rawValue: 1 << 9)
    static let placePrepositions = WordClasses(rawValue: 1 << 10)
    static let placeNouns = WordClasses(rawValue: 1 << 11)
    static let buildings = WordClasses(rawValue: 1 << 12)
    static let faiths = WordClasses(rawValue: 1 << 13)
    static let things = WordClasses(rawValue: 1 << 14)
    /// Of reporting clauses.
    static let speech = WordClasses(rawValue: 1 << 15)
    static let clause = WordClasses(rawValue: 1 << 16)
    static let intent = WordClasses(rawValue: 1 << 17)
    static let nounLike = WordClasses(rawValue: 1 << 18)
    static let adverbs = WordClasses(rawValue: 1 << 19)
    static let stops = WordClasses(rawValue: 1 << 20)
    static let joints = WordClasses(rawValue: 1 << 21)
    static let determiners = WordClasses(rawValue: 1 << 22)
    static let pronouns = WordClasses(rawValue: 1 << 23)
    static let articles = WordClasses(rawValue: 1 << 24)

    /// Of a word in lower case.
    static func of(_ word: String) -> WordClasses { WordClasses(rawValue: table[word]) }

    private static let table: WordTable = {
        let lists: [(WordSet, WordClasses)] = [
            (EntityWords.honorifics, .honorifics), (EntityWords.roles, .roles),
            (EntityWords.roleModifiers, .roleModifiers), (EntityWords.heads, .heads),
            (EntityWords.headsWithOf, .headsWithOf), (EntityWords.weakHeads, .weakHeads),
            (EntityWords.peoples, .peoples), (EntityWords.particles, .particles),
            (EntityWords.notNames, .notNames), (EntityWords.speechVerbs, .speechVerbs),
            (EntityWords.placePrepositions, .placePrepositions), (EntityWords.placeNouns, .placeNouns),
            (EntityWords.buildings, .buildings), (EntityWords.faiths, .faiths), (EntityWords.things, .things),
            (QuoteWords.nounLike, .nounLike), (QuoteWords.adverbs, .adverbs), (QuoteWords.stops, .stops),
            (QuoteWords.joints, .joints), (QuoteWords.determiners, .determiners),
            (QuoteWords.pronouns, .pronouns), (QuoteWords.articles, .articles),
        ]
        let verbs = QuoteWords.verbs.map { word, frame in
            let concept: WordClasses = frame == .speech ? .speech : frame == .clause ? .clause : .intent
            return (word, concept.rawValue)
        }
        return WordTable(
            lists.flatMap { words, concept in words.words.map { ($0, concept.rawValue) } } + verbs)
    }()
}
