import Model
import Text

/// Finds names and what they name, in sieves from the surest rule to the weakest: a word that one has taken
/// is never taken again. What is found once is found again by its surname or acronym.
struct EntityRules {
    var text: FactText
    let language: String
    let gazetteer: Gazetteer
    var found: [Found] = []
    /// Of each finding, its fullest name in this article, the gazetteer's or the configuration's.
    private(set) var canonical: [String] = []
    /// By surname and by name, a person's fullest name and first title.
    private(set) var fullest = WordMap<FullName>()
    /// The finding that a token belongs to; -1 for none.
    var owner: [Int]
    var traits: [NameTraits]
    /// Words of office of the language; none for English, which has its own rules.
    let roles: RolesAbroad?
    /// The lists that each token stands in.
    let classes: [WordClasses]
    private let titleCase: [Bool]
    /// Words that stand somewhere without a capital.
    var smallWords: SeenWords
    /// Gazetteer's readings that begin at a token, longest first.
    var hits: Hits
    /// What a token may be a case of, where it was asked for.
    var caseForms: [[String]?]
    /// The last names of persons who are named in full, and what else may be one.
    private(set) var surnames = SeenWords()
    /// Those alone of persons who are found with another name before them.
    private(set) var fullSurnames = SeenWords()
    /// Those of them that are countries: `Jordan` of `Michael Jordan`.
    private(set) var countryNames = SeenWords()

    /// How often the article speaks of a country: of it, its people and places of one reading.
    var countries: [UInt16: Int] = [:]
    /// By the record of a province that a country is called like, whether the article means it.
    var provinces: [Int: Bool] = [:]
    /// Names that are no places here: `java`.
    var things = SeenWords()
    /// Letters that the article gives to something else than lists do: `Customer Data Platform (CDP)`.
    var redefined = WordMap<String>()

    struct Found {
        var first: Int
        var last: Int
        var kind: EntityMention.Kind
        var rule: String
        var confidence: FactConfidence
        var record: Int?
        var title: (first: Int, last: Int)?
        /// Of an institution of state its name in every country, and the country's code.
        var institution: (name: String, country: String?)?
    }

    typealias FullName = (name: String, title: (first: Int, last: Int)?)

    /// What the gazetteer says of a word alone.
    struct NameTraits: OptionSet {
        let rawValue: UInt8
        static let first = NameTraits(rawValue: 1)
        static let last = NameTraits(rawValue: 2)
        static let word = NameTraits(rawValue: 4)
        /// A first name of men, or of women, alone.
        static let male = NameTraits(rawValue: 8)
        static let female = NameTraits(rawValue: 16)
    }

    /// `language` is the article's, a BCP 47 primary language.
    init(_ text: FactText, _ gazetteer: Gazetteer, language: String) {
        (self.text, self.gazetteer, self.language) = (text, gazetteer, language)
        roles = RolesAbroad.of(language)
        hits = Hits(count: text.tokens.count)
        caseForms = [[String]?](repeating: nil, count: text.tokens.count)
        classes = text.tokens.map { $0.kind == .word ? .of($0.lower) : [] }
        owner = [Int](repeating: -1, count: text.tokens.count)
        traits = [NameTraits](repeating: [], count: text.tokens.count)
        smallWords = SeenWords(text.tokens.lazy.filter { $0.kind == .word && !$0.isCapital }.map(\.lower))
        titleCase = text.sentences.indices.map {
            EntityRules.isTitleCase(text, $0, isEnglish: language == "en")
        }
    }

    var tokens: [FactToken] { text.tokens }

    mutating func run() {
        lookUp()
        lowerIdleCapitals()
        findThings()
        findRedefined()
        knownToUser(isLong: true)
        listedNames()
        organisationsByPattern()
        institutionsAbroad()
        organisationsAbroad()
        landscapes()
        clubs()
        knownNames(least: 2)
        personsByTitle()
        personsWithoutCapitals()
        personsByTitleAbroad()
        personsByFirstName()
        personsByParticle()
        personsByEnding()
        personsByPattern()
        firmsLikePersons()
        surnames = lastNames()
        for one in found where one.kind == .person && one.last > one.first {
            fullSurnames.insert(lower(one.last))
        }
        countryNames = isEnglish ? surnamesOfCountries() : SeenWords()
        knownToUser(isLong: false)
        knownNames(least: 1)
        towns()
        organisationsByContext()
        personsByCapitals()
        personsByContext()
        personsByDeeds()
        organisationsOfPersons()
        repeats()
        personsByFirstNameAlone()
        placesByNoun()
        placesByContext()
        leftovers()
        repeats()
        titlesAbroad()
        officesBefore()
        let parts = wholeNames()
        resolvePlaces()
        wholePlaces(besides: parts)
        nestedPlaces()
        found.sort { ($0.first, -$0.last) < ($1.first, -$1.last) }
        owner = [Int](repeating: -1, count: tokens.count)
        for (index, one) in found.enumerated().reversed() {
            for at in one.first...one.last { owner[at] = index }
        }
        institutionsOfCountries()
        fullest = fullNames()
        canonical = canonicalNames()
    }

    /// A capital letter, or a letter of a script without capitals.
    func isName(_ at: Int) -> Bool {
        let token = text.tokens[at]
        guard token.kind == .word else { return false }
        if token.isCapital { return true }
        let first = token.lower.unicodeScalars.first?.value ?? 0
        return first >= 0x590 && (first < 0x1E00 || first >= 0x2E80)
    }

    // MARK: words

    /// Whether a word stands in one of these lists.
    func isAmong(_ lists: WordClasses, _ at: Int) -> Bool {
        at >= 0 && at < classes.count && !classes[at].isDisjoint(with: lists)
    }

    func lower(_ at: Int) -> String { at >= 0 && at < text.tokens.count ? text.tokens[at].lower : "" }

    func isTogether(_ a: Int, _ b: Int) -> Bool {
        b >= 0 && b < text.tokens.count && text.tokens[a].sentence == text.tokens[b].sentence
    }

    func isCapital(_ at: Int) -> Bool { at >= 0 && at < text.tokens.count && text.tokens[at].isCapital }

    func isFree(_ first: Int, _ last: Int) -> Bool { (first...last).allSatisfy { owner[$0] < 0 } }

    /// The first word of its sentence, quotation marks aside.
    func isAtStart(_ at: Int) -> Bool {
        let start = text.range(ofSentence: text.tokens[at].sentence).lowerBound
        return (start..<at).allSatisfy { text.tokens[$0].kind == .sign }
    }

    /// Most words of the sentence are capitalised: a headline, where capitals say nothing.
    func isTitleCase(_ sentence: Int) -> Bool { titleCase[sentence] }

    private static func isTitleCase(_ text: FactText, _ sentence: Int, isEnglish: Bool) -> Bool {
        let range = text.range(ofSentence: sentence)
        var (capitals, small) = (0, 0)
        for at in range where text.tokens[at].kind == .word && text.tokens[at].lower.utf8.count > 3 {
            if text.tokens[at].isCapital {
                capitals += 1
            } else if !smallInTitles.contains(text.tokens[at].lower) {
                small += 1
            }
        }
        guard capitals + small >= 4, capitals >= small * 8 else { return false }
        // `… Abdülfettah es-Sisi ile görüşecek.`: a sentence of many names.
        guard text.tokens[range.upperBound - 1].lower == "." else { return true }
        // `The Roads Authority met the Health Ministry.`: short words are verbs of sentences too.
        let hasVerb = range.contains {
            !text.tokens[$0].isCapital && shortVerbs.contains(text.tokens[$0].lower)
        }
        return small == 0 && !hasVerb
    }

    private static let shortVerbs: WordSet = [
        "is", "are", "was", "has", "had", "did", "met", "won", "ran", "led", "saw", "cut", "hit", "set",
        "put",
        "got", "let", "may", "can", "say", "ask", "beat", "who", "he", "she", "it", "they",
    ]
    /// Longer words that headlines leave small.
    private static let smallInTitles: WordSet = [
        "with", "from", "over", "into", "after", "amid", "that", "than", "this", "when", "upon", "onto",
        "says", "about", "against",
        "between", "among", "without", "before", "during", "under", "through",
    ]

    mutating func add(
        _ first: Int, _ last: Int, _ kind: EntityMention.Kind, _ rule: String, _ confidence: FactConfidence,
        record: Int? = nil, title: (first: Int, last: Int)? = nil
    ) {
        guard isFree(first, last) else { return }
        for at in first...last { owner[at] = found.count }
        found.append(
            Found(
                first: first, last: last, kind: kind, rule: rule, confidence: confidence, record: record,
                title: title))
    }

    /// A name may go on with this token: a capitalised word that no other finding owns.
    func isNamePart(_ at: Int) -> Bool {
        guard at < text.tokens.count, text.tokens[at].kind == .word, text.tokens[at].isCapital, owner[at] < 0
        else { return false }
        return classes[at].isDisjoint(with: .notNames) || isNameThough(at)
    }

    /// Part of a name, though it is a word that begins sentences.
    private func isNameThough(_ at: Int) -> Bool {
        text.tokens[at].isDotted && !text.tokens[at].isAllCapitals || isInitial(at) || isJan(at)
            || isNamedEnglish(at)
    }

    /// `Rebecca English of the paper`: a first name of women or men alone, and nothing behind it.
    private func isNamedEnglish(_ at: Int) -> Bool {
        lower(at) == "english" && isTogether(at, at - 1) && isCapital(at - 1)
            && !traits[at - 1].isDisjoint(with: [.male, .female]) && !traits[at - 1].contains(.word)
            && (!isTogether(at, at + 1) || !isCapital(at + 1))
    }

    /// `Elizabeth A. Hoge`: a letter with its dot between capitalised words.
    private func isInitial(_ at: Int) -> Bool {
        at > 0 && lower(at).utf8.count == 1 && lower(at + 1) == "." && tokens[at + 1].isGlued
            && isTogether(at, at - 1) && isTogether(at, at + 2) && isCapital(at - 1) && isCapital(at + 2)
    }

    /// `Jan Liphardt`: the month's name goes before a number.
    private func isJan(_ at: Int) -> Bool {
        lower(at) == "jan" && isTogether(at, at + 1) && isCapital(at + 1)
            && !isAmong(.notNames, at + 1)
    }

    /// The reading of these kinds that covers exactly this stretch.
    func hit(_ first: Int, _ last: Int, _ kinds: Set<Gazetteer.Kind>) -> Hit? {
        hits[first]?.first { $0.last == last && kinds.contains($0.kind) }
    }

    /// Whether a demonym or a country's adjective stands here.
    func demonym(_ at: Int) -> Hit? { hits[at]?.first { $0.kind == .demonym } }

    /// Whether every word of a stretch is a common English word.
    func areWords(_ first: Int, _ last: Int) -> Bool {
        (first...last).allSatisfy { text.tokens[$0].kind != .word || traits[$0].contains(.word) }
    }
}
