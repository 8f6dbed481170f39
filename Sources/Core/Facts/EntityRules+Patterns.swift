import Model

/// Persons of whom no list knows anything: by how their names are made, by what they do and have, by whom
/// they stand beside.
extension EntityRules {
    mutating func personsByPattern() {
        for at in tokens.indices where owner[at] < 0 && isCapital(at) && tokens[at].kind == .word {
            if let last = initialed(at) ?? syllabic(at), isFree(at, last),
                !isAmong([.heads, .placeNouns], last),
                hits[at]?.contains(where: { $0.last >= last }) != true
            {
                add(at, last, .person, "person.pattern", .likely, title: apposition(behind: last))
            }
        }
    }

    /// `Никол Пашинян`, `Նիկոլ Փաշինյանը`: of a first name that nobody knows, by how surnames end.
    mutating func personsByEnding() {
        guard let endings = CaseForms.surnames[language] else { return }
        let known = Set(
            found.filter { $0.kind == .person && $0.last > $0.first }.flatMap {
                [lower($0.last)] + cases($0.last)
            })
        for at in tokens.indices where owner[at] < 0 && isNamePart(at) && lower(at).unicodeScalars.count > 2 {
            guard
                at == 0 || !isTogether(at, at - 1) || !isCapital(at - 1) || isAtStart(at - 1)
                    || hits[at - 1] != nil,
                let last = personName(at, most: 3), last > at, isFree(at, last), last - at < 3,
                !isTitleCase(tokens[at].sentence), !tokens[last].isAllCapitals,
                endings.contains(where: { lower(last).hasSuffix($0) && lower(last).count > $0.count + 1 }),
                !(at...last).contains(where: isPlaceName), !isState(at, last)
            else { continue }
            // `Приезд Путина`: the first word has its capital of the sentence.
            if isAtStart(at), !traits[at].contains(.first),
                ([lower(last)] + cases(last)).contains(where: known.contains)
            {
                continue
            }
            add(at, last, .person, "person.ending", .likely, title: apposition(behind: last))
        }
    }

    /// `Эммануэль Макрон` within a sentence: two words with capitals where common words have none, and no
    /// place or organisation bears them.
    mutating func personsByCapitals() {
        guard ["ru", "uk", "bg", "el", "hy"].contains(language) else { return }
        for at in tokens.indices where isNamePart(at) && lower(at).unicodeScalars.count > 2 {
            guard !isAtStart(at), !isLatin(at), !tokens[at].isAllCapitals, hits[at] == nil,
                !isNamePart(at - 1) || !isTogether(at, at - 1), owner[at - 1] < 0 || !isCapital(at - 1),
                let last = personName(at, most: 3), last > at, isFree(at, last),
                !isTitleCase(tokens[at].sentence), !isAmong([.roles, .heads, .placeNouns], at),
                CaseForms.adjectives(lower(at), language).isEmpty,
                (at...last).allSatisfy({ !smallWords.contains(lower($0)) && !tokens[$0].isAllCapitals }),
                !(at...last).contains(where: isPlaceName), !["«", "\"", "“", "„"].contains(lower(at - 1))
            else { continue }
            add(at, last, .person, "person.capitals", .weak, title: apposition(behind: last))
        }
    }

    /// A country, a province, a region, a city of half a million.
    func isPlaceName(_ at: Int) -> Bool {
        hits[at]?.contains {
            $0.kind != .city || gazetteer.weight($0.record).size >= 7
                || gazetteer.weight($0.record).flags.contains(.capital)
        } ?? false
    }

    /// `K.C. Maurer`, `J. K. Rowling`: where the name ends that begins with initials.
    private func initialed(_ at: Int) -> Int? {
        // `M. Aliev` of French is a form of address.
        if language == "fr", lower(at) == "m" { return nil }
        guard at == 0 || !isTogether(at, at - 1) || !isCapital(at - 1) || isAtStart(at - 1) else {
            return nil
        }
        var next = at
        if tokens[at].isDotted, tokens[at].isAllCapitals, lower(at).utf8.count <= 6, hits[at] == nil {
            next = at + 1
        } else {
            while next - at < 6, isTogether(at, next + 1), lower(next).utf8.count == 1, isCapital(next),
                lower(next + 1) == ".", tokens[next + 1].isGlued
            {
                next += 2
            }
            guard next > at else { return nil }
        }
        guard isTogether(at, next), isNamePart(next), !tokens[next].isAllCapitals,
            lower(next).utf8.count >= 3,
            traits[next].contains(.last) || !traits[next].contains(.word)
        else { return nil }
        return personName(next)
    }

    /// `Lau Siu-lai`, `Park Geun-hye`: a short name and two syllables with a hyphen.
    private func syllabic(_ at: Int) -> Int? {
        guard lower(at).utf8.count <= 6, isNamePart(at), isCapital(at + 1), lower(at + 2) == "-",
            isTogether(at, at + 3), tokens[at + 2].isGlued, tokens[at + 3].isGlued, isSyllable(at + 1),
            isSyllable(at + 3), !isAmong([.roles, .honorifics], at), demonym(at) == nil,
            !isAtStart(at) || !traits[at].contains(.word) || traits[at].contains(.last)
        else { return nil }
        return at + 3
    }

    /// One syllable of Chinese or Korean in Latin letters.
    func isSyllable(_ at: Int) -> Bool {
        let word = Array(lower(at).utf8)
        guard (1...6).contains(word.count), !EntityRules.englishSyllables.contains(lower(at)) else {
            return false
        }
        func isVowel(_ byte: UInt8) -> Bool { "aeiouy".utf8.contains(byte) }
        var index = 0
        while index < word.count, !isVowel(word[index]) { index += 1 }
        let first = index
        while index < word.count, isVowel(word[index]) { index += 1 }
        let vowels = index - first
        guard first <= 2, (1...4).contains(vowels), word.allSatisfy({ (0x61...0x7A).contains($0) }) else {
            return false
        }
        return ["", "n", "ng", "k", "t", "p", "m", "h", "l", "r", "w"].contains(
            String(decoding: word[index...], as: UTF8.self))
    }

    /// What stands behind a hyphen in English: `Xi-led`, `state-run`.
    private static let englishSyllables: WordSet = [
        "run", "like", "made", "ban", "pan", "to", "in", "on", "up", "be", "by", "go", "do", "so", "no", "my",
        "we", "he", "it", "at", "top", "hit", "set", "bit", "fit", "cut", "put", "big", "pro", "non", "the",
        "era", "day", "way", "pay", "man", "men", "war", "car", "air", "sea", "one", "two", "own", "key",
        "law",
        "oil", "tax", "tier", "year", "week", "hour", "win", "win-win", "how", "who", "out", "off",
    ]

    /// Names of two words and more with what only a person does or has.
    mutating func personsByDeeds() {
        for at in tokens.indices where owner[at] < 0 && isNamePart(at) && !isTitleCase(tokens[at].sentence) {
            guard let last = unknownPerson(at) else { continue }
            let after = lower(last + 1)
            let hasDeed =
                isTogether(at, last + 1)
                && (EntityRules.deeds.contains(after)
                    || after == "was" && EntityRules.fates.contains(lower(last + 2))
                    || after == "'s" && EntityRules.belongings.contains(lower(last + 2)))
            let office = office(before: at, last)
            guard hasDeed || office != nil || isNamedRole(at, last) || isListed(at, last) else { continue }
            add(at, last, .person, "person.deed", .weak, title: apposition(behind: last) ?? office)
        }
    }

    /// The last token of a name of two words and more that begins here and may be a person's; nil for others.
    private func unknownPerson(_ at: Int) -> Int? {
        if at > 0, isTogether(at, at - 1), isNamePart(at - 1) || lower(at - 1) == "-" && tokens[at].isGlued {
            return nil
        }
        guard let last = personName(at), last > at, last - at <= 4, isFree(at, last),
            !isAmong([.heads, .placeNouns, .buildings], last), !areWords(at, last), demonym(at) == nil,
            !(isAtStart(at) && traits[at].contains(.word) && !traits[at].contains(.first))
        else { return nil }
        let isKnown = (at...last).contains { index in
            hits[index]?.contains { $0.last > index || $0.kind != .city } == true
        }
        return isKnown ? nil : last
    }

    /// `the team's coach, Alireza Mehraban, in`.
    private func isNamedRole(_ first: Int, _ last: Int) -> Bool {
        guard first > 1, lower(first - 1) == ",", isTogether(first, first - 2),
            isAmong(.roles, first - 2), !isCapital(first - 2)
        else { return false }
        return !isTogether(first, last + 1)
            || [",", ".", ";", "(", "—", "–", "said", "told"].contains(lower(last + 1))
    }

    /// One of a list of persons who are named in full: `X and Ana Roe`, `Ana Roe, X and Bo Li`, `X, Ana Roe,
    /// Bo Li`.
    private func isListed(_ first: Int, _ last: Int) -> Bool {
        guard !isTogether(first, last + 1) || !isCapital(last + 1) else { return false }
        let (before, behind) = (before(first), behind(last))
        if before.isPerson, behind.isPerson || before.hasAnd { return true }
        guard behind.isPerson else { return false }
        return behind.hasAnd || self.behind(found[owner[behind.at]].last).isPerson
    }

    private typealias Neighbour = (at: Int, isPerson: Bool, hasAnd: Bool)

    /// What stands before a name in a list.
    private func before(_ first: Int) -> Neighbour {
        var at = first - 1
        let hasAnd = ["and", "&"].contains(lower(at))
        if hasAnd { at -= 1 }
        let isParted = hasAnd || lower(at) == ","
        if lower(at) == "," { at -= 1 }
        return (at, isParted && isFullPerson(at, besides: first), hasAnd)
    }

    private func behind(_ last: Int) -> Neighbour {
        var at = last + 1
        let isComma = lower(at) == ","
        if isComma { at += 1 }
        let hasAnd = ["and", "&"].contains(lower(at))
        if hasAnd { at += 1 }
        return (at, (isComma || hasAnd) && isFullPerson(at, besides: last), hasAnd)
    }

    private func isFullPerson(_ at: Int, besides other: Int) -> Bool {
        guard at >= 0, isTogether(other, at), owner[at] >= 0 else { return false }
        let one = found[owner[at]]
        return one.kind == .person && one.last > one.first
    }

    /// What persons do, and teams, firms and states do not.
    private static let deeds: WordSet = [
        "resigned", "died", "retired", "testified", "graduated", "married", "starred", "sang", "wept",
        "smiled",
        "laughed", "grinned", "nodded", "shrugged", "grew", "lives", "teaches", "wore", "tweeted", "quipped",
        "cried", "recounted", "confessed", "pleaded", "assists", "assisted", "headed", "equalised",
        "equalized", "netted", "dribbled", "doubled", "scored", "slotted", "curled", "volleyed",
    ]
    /// What happens to persons, behind `was`.
    private static let fates: WordSet = [
        "born", "arrested", "jailed", "sentenced", "elected", "appointed", "named", "killed", "shot",
        "stabbed",
        "buried", "hospitalised", "hospitalized", "convicted", "acquitted", "extradited", "sworn", "married",
        "booked", "substituted", "detained", "inaugurated", "assassinated", "beheaded", "raised", "educated",
    ]
    /// What persons have.
    private static let belongings: WordSet = [
        "wife", "husband", "father", "mother", "son", "daughter", "brother", "sister", "family", "lawyer",
        "lawyers", "widow", "career", "death", "resignation", "birthday", "funeral", "assist", "goal",
        "header", "penalty", "body", "face", "hand", "head", "childhood", "biography", "speech", "arrest",
        "trial", "appointment", "successor", "predecessor", "attorney", "memoir", "testimony", "remarks",
    ]

    /// First names alone, of people whom an article calls by them: named twice and more, not only where a
    /// sentence begins, and never with an article.
    mutating func personsByFirstNameAlone() {
        var places: [String: [Int]] = [:]
        var others: Set<String> = []
        for at in tokens.indices
        where owner[at] < 0 && isNamePart(at) && !traits[at].isDisjoint(with: [.male, .female])
            && !traits[at].contains(.word) && isAtMostTown(at) && !tokens[at].isAllCapitals
            && !isTitleCase(tokens[at].sentence) && lower(at).utf8.count >= 3
        {
            if isAlone(at) { places[lower(at), default: []].append(at) }
            let before = lower(at - 1)
            if ["the", "a", "an", "in", "at", "by"].contains(before)
                || hits[at] != nil && EntityWords.placePrepositions.contains(before) && before != "for"
            {
                others.insert(lower(at))
            }
        }
        for (name, all) in places.sorted(by: { $0.value[0] < $1.value[0] })
        where all.count >= (hits[all[0]] == nil ? 2 : 4) && all.contains(where: { !isAtStart($0) })
            && !others.contains(name)
            && !EntityWords.faiths.contains(name) && !EntityWords.honorifics.contains(name)
            && !["mac", "alexa", "siri", "cortana"].contains(name)
        {
            for at in all { add(at, at, .person, "person.first-name-alone", .weak) }
        }
    }

    /// No place but a town, which many names of persons are.
    private func isAtMostTown(_ at: Int) -> Bool { hits[at]?.allSatisfy { $0.kind == .city } ?? true }

    /// No capitalised word or hyphen stands beside it.
    private func isAlone(_ at: Int) -> Bool {
        let isBehind =
            at > 0 && isTogether(at, at - 1)
            && (isCapital(at - 1) && !isAtStart(at - 1) || lower(at - 1) == "-")
        let isBefore = isTogether(at, at + 1) && (isCapital(at + 1) || lower(at + 1) == "-")
        return !isBehind && !isBefore
    }
}
