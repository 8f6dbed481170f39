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
        var (capitals, small) = (0, 0)
        for token in text.tokens[text.range(ofSentence: sentence)]
        where token.kind == .word && token.lower.utf8.count > 3 {
            if token.isCapital { capitals += 1 } else if !smallInTitles.contains(token.lower) { small += 1 }
        }
        let last = text.range(ofSentence: sentence).upperBound - 1
        // `… Abdülfettah es-Sisi ile görüşecek.`: a sentence of many names.
        let isSentence = small > 0 && text.tokens[last].lower == "."
        return capitals + small >= 4 && capitals >= small * 8 && !isSentence
    }

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
        return !isAmong(.notNames, at)
            || text.tokens[at].isDotted && !text.tokens[at].isAllCapitals || isInitial(at) || isJan(at)
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

    /// Where the first capitalised word of a person's name stands that begins here; nil when none does.
    private func startOfName(_ at: Int) -> Int? {
        guard at < text.tokens.count else { return nil }
        // `al-Assad`, `bin Salman`.
        if isAmong(.particles, at), !isCapital(at) {
            let next = lower(at + 1) == "-" ? at + 2 : at + 1
            return isTogether(at, next) && isNamePart(next) ? next : nil
        }
        // `Paris'te Abdülfettah es-Sisi`: where he is.
        if !isEnglish, SpeechAbroad.isLocative(lower(at), language), isPlaceName(at) { return nil }
        if isOfficeBeforeName(at) { return nil }
        // `CAM Hector Llaitul`: an acronym is no name.
        let isAcronym =
            text.tokens[at].isAllCapitals && lower(at).utf8.count >= 3 && isCapital(at + 1)
            && !text.tokens[at + 1].isAllCapitals && isTogether(at, at + 1)
        return isNamePart(at) && !isAcronym ? at : nil
    }

    /// The last token of a person's name that begins here; nil when none does.
    func personName(_ at: Int, most: Int = 5) -> Int? {
        guard !isGeneration(at), let index = startOfName(at) else { return nil }
        let isShouted = text.tokens[index].isAllCapitals
        var last = index
        var words = 1
        while words < most || lower(last + 1) == "-" && isCapital(last + 2) {
            var next = last + 1
            if lower(next) == ".", isTogether(at, next), text.tokens[next].isGlued,
                lower(last).unicodeScalars.count <= 2
            {
                next += 1
            }
            var isJoined = false
            if lower(next) == "-", isTogether(at, next), text.tokens[next].isGlued {
                next += 1
                isJoined = true
            }
            if let behind = behindNickname(next), isTogether(at, behind), isNamePart(behind) {
                last = behind
                words += 1
                continue
            }
            guard let behind = behindParticles(next, in: at) else { break }
            next = behind
            // `Kim Jong-un`.
            if isJoined, isTogether(at, next), !isCapital(next), tokens[next].isGlued, isSyllable(last),
                isSyllable(next), owner[next] < 0
            {
                last = next
                continue
            }
            guard isTogether(at, next), isNamePart(next), !isSameInNextLine(last, next) else { break }
            // `Նիկոլ Փաշինյանը Բրյուսելում`: what stands in a case behind a name is a place.
            if EntityRules.caseLanguages.contains(language), isPlaceName(next) { break }
            if words > 1, !isJoined, isTownHere(next) { break }
            if !isShouted, text.tokens[next].isAllCapitals, lower(next).utf8.count > 2 { break }
            // `Antonio Guterres M23 isyancılarını`, but `Segway Ninebot G2` is a product.
            if lower(next).utf8.contains(where: { (0x30...0x39).contains($0) }) {
                if isEnglish, last == at || !traits[last].contains(.last) { return nil }
                break
            }
            if isNextPerson(next, behind: last, words) || isOfficeBeforeName(next) { break }
            // `anklagade Irakli Kobachidze Europaparlamentet`.
            if !isEnglish, words > 1, !traits[next].contains(.last),
                hits[next]?.contains(where: { $0.kind == .organisation }) ?? false
            {
                break
            }
            if isAmong([.roles, .honorifics], next), lower(next) != "king", lower(next) != "prince",
                last > at || !isSurnameOfOffice(next)
            {
                break
            }
            last = next
            if !isJoined { words += 1 }
        }
        if lower(last + 1) == ".", isTogether(at, last + 1), text.tokens[last + 1].isGlued,
            lower(last) == "jr" || lower(last) == "sr"
        {
            last += 1
        }
        return last
    }

    /// `Tessa Bishop`: an office that is as often a surname, behind a first name, and the last of its words.
    private func isSurnameOfOffice(_ at: Int) -> Bool {
        EntityRules.officeSurnames.contains(lower(at)) && isCapital(at) && traits[at - 1].contains(.first)
            && !(isTogether(at, at + 1) && isCapital(at + 1))
    }

    private static let officeSurnames: WordSet = [
        "bishop", "dean", "judge", "pope", "duke", "baron", "major", "marshal", "cardinal", "farmer",
        "pastor", "priest", "monk", "justice", "constable", "chancellor", "rector", "provost", "lord",
        "senator", "principal", "sultan", "captain", "abbot",
    ]

    /// `Fed Başkanı Jerome Powell`: what somebody is, with a capital.
    private func isOfficeBeforeName(_ at: Int) -> Bool {
        !isEnglish && !hasCapitalNouns && isCapital(at) && isTogether(at, at + 1) && isCapital(at + 1)
            && traits[at + 1].contains(.first) && !traits[at].contains(.first) && isRoleHere(at)
    }

    /// `zięć Donalda Trumpa Jared Kushner`: whose he is, and he.
    private func isNextPerson(_ at: Int, behind last: Int, _ words: Int) -> Bool {
        words > 1 && at == last + 1
            && (language == "pl" || language == "cs" || EntityRules.caseLanguages.contains(language))
            && traits[at].contains(.first) && !traits[last].contains(.first) && isTogether(at, at + 1)
            && isNamePart(at + 1)
    }

    private static let caseLanguages: WordSet = ["ru", "uk", "bg", "hy", "ka", "az", "tr", "fi", "hu", "el"]

    /// `dice Moreno`, and in the next line `Moreno defendió`.
    private func isSameInNextLine(_ last: Int, _ next: Int) -> Bool {
        lower(next) == lower(last) && text.hasLineEnd(last, next)
    }

    /// Steps over `van der` and the like within a name. Nil where they end it in languages that join and
    /// place with the same words: `Carlos Gómez y Tomás Pescio`, `Rocío de Sevilla`, `Annika Poestges der
    /// Zeitung`.
    private func behindParticles(_ start: Int, in name: Int) -> Int? {
        var next = start
        while next - start < 6, isTogether(name, next), !isCapital(next),
            isAmong(.particles, next) || isArticle(next)
        {
            if !isEnglish, ["y", "e"].contains(lower(next)) { return nil }
            if hasCapitalNouns, next == start, ["der", "den", "la"].contains(lower(next)),
                !["von", "van"].contains(lower(start - 1))
            {
                return nil
            }
            next += lower(next + 1) == "-" ? 2 : 1
        }
        let isPlace =
            next > start
            && hits[next]?.contains { hit in
                hit.kind != .city || gazetteer.weight(hit.record).size >= 6
            } ?? false
        return !isEnglish && isPlace ? nil : next
    }

    /// `ас-Сиси`, `es-Sisi`, `αλ Σίσι`: the Arabic article as it sounds before some letters.
    private func isArticle(_ at: Int) -> Bool {
        if language == "el", isTogether(at, at + 1), isCapital(at + 1) {
            return EntityRules.articlesAbroad.contains(lower(at))
        }
        return lower(at + 1) == "-" && isTogether(at, at + 2) && tokens[at + 2].isGlued && isCapital(at + 2)
            && EntityRules.articlesAbroad.contains(lower(at))
    }

    private static let articlesAbroad = articles.union([
        "es", "en", "ed", "er", "ess", "esz", "əs", "əl", "ən", "əd", "ər", "əz", "əş", "ас", "аль", "эль",
        "ал", "ан", "ад", "ар", "аз", "аш", "ат", "эс", "ель", "ел", "ес", "աս", "ալ", "αλ", "ελ", "ασ",
    ])

    /// What follows `“El Mayo”` within `Ismael “El Mayo” Zambada`; nil when no nickname stands here.
    private func behindNickname(_ at: Int) -> Int? {
        guard at < tokens.count, tokens[at].kind == .sign,
            ["\"", "“", "'", "‘", "«"].contains(tokens[at].lower), isCapital(at + 1)
        else { return nil }
        var end = at + 2
        while end - at < 4, isTogether(at, end), tokens[end].kind == .word { end += 1 }
        guard isTogether(at, end), ["\"", "”", "'", "’", "»"].contains(lower(end)), tokens[end].isGlued else {
            return nil
        }
        return end + 1
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
