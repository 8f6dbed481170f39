import Model

/// Names that the gazetteer knows: countries, regions and organisations as they stand, towns where the
/// context agrees.
extension EntityRules {
    /// Names of our own lists, of two words or more: nothing is surer.
    mutating func listedNames() {
        for at in tokens.indices where owner[at] < 0 {
            if lower(at) == "washington", lower(at + 1) == ",", isTogether(at, at + 2),
                ["d.c.", "dc"].contains(lower(at + 2)), let hit = hits[at]?.first(where: { $0.kind == .city })
            {
                add(at, at + 2, .place, "place.city", .sure, record: hit.record)
                continue
            }
            guard
                let hit = hits[at]?.first(where: {
                    $0.last > at && [.region, .organisation, .country].contains($0.kind)
                }), isFree(at, hit.last)
            else { continue }
            // `Bank of Japan` is longer than what begins within it, `Johns Hopkins University` too.
            if isCapital(hit.last + 1), isTogether(at, hit.last + 1), isAmong(.heads, hit.last + 1),
                hit.kind != .organisation || EntityRules.schools.contains(lower(hit.last + 1))
            {
                continue
            }
            if isForeign(hit.record) || isOfIslanders(hit.last) || isOwned(at, hit.last) { continue }
            // `Rio Grande do Sul`.
            if hits[at]?.contains(where: { $0.last > hit.last && $0.kind == .admin }) == true { continue }
            add(
                at, hit.last, hit.kind == .organisation ? .organisation : .place,
                hit.kind == .organisation
                    ? "organisation.known" : hit.kind == .country ? "place.country" : "place.region", .sure,
                record: hit.record)
        }
    }

    private static let schools: WordSet = [
        "university", "college", "institute", "foundation", "hospital", "school", "museum", "association",
        "press",
    ]

    /// `Torres Strait Islanders` are people.
    func isOfIslanders(_ last: Int) -> Bool { lower(last + 1).hasPrefix("islander") }

    /// A country's name in another language than the article's.
    func isForeign(_ record: Int) -> Bool {
        gazetteer.weight(record).flags.contains(.foreign) && isEnglish
    }

    var isEnglish: Bool { language == "en" }

    mutating func knownNames(least: Int) {
        for at in tokens.indices where owner[at] < 0 {
            if least == 1, isAmong(.peoples, at), isCapital(at) { addPeople(at) }
            guard let readings = hits[at] else { continue }
            for hit in readings where hit.last - at + 1 >= least && isFree(at, hit.last) {
                if take(hit, at) { break }
            }
        }
    }

    /// `Arab`, `Latin American`, `Christians`: of no single country.
    private mutating func addPeople(_ at: Int) {
        let isPart = at > 0 && isTogether(at, at - 1) && isCapital(at - 1) && owner[at - 1] < 0
        let isWider = isPart && (EntityRules.quarters.contains(lower(at - 1)) || lower(at - 1) == "latin")
        add(isWider ? at - 1 : at, at, .demonym, "demonym", .sure)
    }

    private mutating func take(_ hit: Hit, _ at: Int) -> Bool {
        let isOne = hit.last == at
        guard !isForeign(hit.record), !isOfIslanders(hit.last) else { return false }
        // `the Gulf` is no gulf.
        let isTheRegion = hit.kind == .region && lower(at - 1) == "the" && !isTitleCase(tokens[at].sentence)
        guard isTheRegion || !isHidden(at, hit.last, isOne) else { return false }
        let isAbbreviation = gazetteer.weight(hit.record).flags.contains(.acronym)
        if [.region, .admin, .city].contains(hit.kind), !isAbbreviation, isOtherName(at, hit.last) {
            return false
        }
        switch hit.kind {
        case .country:
            // Its money.
            if lower(hit.last + 1) == "$", isOne { return false }
            if isOne, isSurname(at) || language == "hu" && isBeforeFirstName(at) { return false }
            add(at, hit.last, .place, "place.country", .sure, record: hit.record)
        case .region:
            guard
                !isOne || !traits[at].contains(.word)
                    || !isEnglish && gazetteer.weight(hit.record).flags.contains(.foreign)
                    || tokens[at].isAllCapitals || lower(at - 1) == "the"
                    || isAmong(.placePrepositions, at - 1)
            else { return false }
            if isOne, isThing(at) { return false }
            if isOne, lower(at) == "amazon", !isForest(at) {
                add(at, at, .organisation, "organisation.known", .sure)
            } else {
                add(at, hit.last, .place, "place.region", .sure, record: hit.record)
            }
        case .demonym:
            add(at, hit.last, .demonym, "demonym", .sure, record: hit.record)
        case .organisation:
            return takeOrganisation(hit, at)
        case .admin:
            if isOne, isThing(at) { return false }
            if isOne, traits[at].contains(.first) || traits[at].contains(.last) || traits[at].contains(.word),
                !isPlaceContext(at, hit.last)
            {
                return false
            }
            add(at, hit.last, .place, "place.admin", .likely, record: hit.record)
        case .city:
            guard !isOne else { return false }
            guard !areWords(at, hit.last) || isPlaceContext(at, hit.last) else { return false }
            if traits[at].contains(.first), !isPlaceContext(at, hit.last) { return false }
            add(at, hit.last, .place, "place.city", .likely, record: hit.record)
        default: return false
        }
        return true
    }

    /// `Jordan`, where it is somebody's who speaks, or who is named in full and no word makes it a place.
    private func isSurname(_ at: Int) -> Bool {
        guard surnames.contains(lower(at)) else { return false }
        let isSpeaker =
            isAmong(.speechVerbs, at + 1)
            || isAmong(.speechVerbs, at - 1) && (!isTogether(at, at + 1) || tokens[at + 1].kind == .sign)
        return isSpeaker
            || countryNames.contains(lower(at)) && !isPlaceContext(at, at)
                && !EntityWords.placePrepositions.contains(lower(at - 1))
    }

    /// What is named like a place but is none: the last part of `Al-Jaber Al-Sabah`, an acronym as `PISA`,
    /// the surname of somebody who is named in full, `The city`.
    private func isOtherName(_ first: Int, _ last: Int) -> Bool {
        if lower(first - 1) == "-", EntityRules.articles.contains(lower(first - 2)) { return true }
        if last > first { return !isName(last) }
        if tokens[first].isAllCapitals, tokens[first].lower.utf8.count <= 5, !isAtStart(first),
            !isTitleCase(tokens[first].sentence)
        {
            return true
        }
        let isWithin = EntityRules.within.contains(lower(first - 1))
        return surnames.contains(lower(first)) && (!isWithin || lower(first + 1) == "'s")
    }

    private static let within: WordSet = ["in", "near", "outside", "around", "downtown", "throughout"]
    /// The Arabic article as English writes it.
    static let articles: WordSet = ["al", "el", "ad", "an", "ar", "as", "ash", "at", "az"]

    /// A short name that is a word (`us`, `who`) unless it stands in capitals; or a part of a longer name.
    private func isHidden(_ at: Int, _ last: Int, _ isOne: Bool) -> Bool {
        guard isOne else { return false }
        let word = lower(at)
        // `the Fed raised rates`.
        if word == "fed", isCapital(at), lower(at - 1) == "the" { return false }
        if EntityWords.notNames.contains(word) || word.utf8.count <= 4 && traits[at].contains(.word),
            !tokens[at].isAllCapitals, !tokens[at].isDotted, word != "mali", word != "chad", word != "oman",
            word != "togo", word != "cuba", word != "iran", word != "iraq"
        {
            return true
        }
        // All of the sentence is in capitals: short ones are words.
        if word.utf8.count <= 3, tokens[at].isAllCapitals, isTitleCase(tokens[at].sentence),
            traits[at].contains(.word)
        {
            let range = text.range(ofSentence: tokens[at].sentence)
            return range.filter { tokens[$0].isAllCapitals }.count > 3
        }
        return false
    }

    /// Whether what stands around a name says that it is a place.
    func isPlaceContext(_ first: Int, _ last: Int) -> Bool {
        if text.zone(ofSentence: tokens[first].sentence) == .dateline { return true }
        if !isEnglish, isTogether(first, first - 1), IdleWords.placers.contains(lower(first - 1)) {
            return true
        }
        if first > 0, isTogether(first, first - 1),
            [
                "in", "at", "near", "from", "outside", "across", "around", "towards", "toward", "throughout",
                "downtown", "visiting", "northern", "southern", "eastern", "western", "central", "to",
            ].contains(lower(first - 1))
        {
            return true
        }
        if lower(first - 1) == "of",
            [
                "city", "town", "village", "capital", "port", "province", "region", "state", "district",
                "outskirts", "east", "west", "north", "south", "northeast", "northwest", "southeast",
                "southwest", "island", "suburb", "streets", "people", "mayor", "governor", "bishop",
                "archbishop", "university", "battle", "siege",
            ].contains(lower(first - 2))
        {
            return true
        }
        if isTogether(first, last + 1), isAmong(.placeNouns, last + 1) { return true }
        return isBeforePlace(last) || isListed(first)
    }

    /// `London, Montréal and Sydney`: behind a place that was found.
    private func isListed(_ first: Int) -> Bool {
        let isJoined = isEnglish ? lower(first - 1) == "and" : IdleWords.joiners.contains(lower(first - 1))
        let signs: WordSet = [",", ";"]
        let before = isJoined && signs.contains(lower(first - 2)) ? first - 3 : first - 2
        guard before >= 0, isTogether(first, before), isJoined || signs.contains(lower(first - 1)) else {
            return false
        }
        return owner[before] >= 0 && found[owner[before]].kind == .place
    }

    /// `Durban, South Africa`: a country or state stands behind a comma.
    private func isBeforePlace(_ last: Int) -> Bool {
        guard lower(last + 1) == ",", isTogether(last, last + 2) else { return false }
        return hits[last + 2]?.contains { [.country, .admin, .region].contains($0.kind) } ?? false
    }

    /// Places within the names of organisations: `Bank of Japan`, `Dhaka University`.
    mutating func nestedPlaces() {
        for one in found
        where one.kind == .organisation && one.rule != "organisation.known" && one.last > one.first {
            var at = one.first
            while at <= one.last {
                let hit = hits[at]?.first { hit in
                    guard hit.last <= one.last, hit.last < one.last || at > one.first else { return false }
                    switch hit.kind {
                    case .country, .region: return !traits[at].contains(.word) || hit.last > at
                    case .demonym: return true
                    case .admin, .city:
                        return gazetteer.weight(hit.record).size >= 5
                            && (hit.last > at || traits[at].isDisjoint(with: [.word, .first, .last]))
                    default: return false
                    }
                }
                if let hit, !isForeign(hit.record) {
                    let isDemonym = hit.kind == .demonym
                    found.append(
                        Found(
                            first: at, last: hit.last, kind: isDemonym ? .demonym : .place,
                            rule: isDemonym ? "demonym" : "place.nested", confidence: .likely,
                            record: isDemonym ? hit.record : resolved(at, hit.last, hit.record)))
                    at = hit.last
                }
                at += 1
            }
        }
    }

    /// Capitalised words that a verb of speech stands behind.
    private func speakers() -> Set<String> {
        var out: Set<String> = []
        for at in tokens.indices.dropFirst()
        where isAmong(.speechVerbs, at) && tokens[at - 1].isCapital {
            out.insert(tokens[at - 1].lower)
        }
        return out
    }

    /// Whether another language's article says of something that it is of the town's country: `président
    /// ukrainien` beside Odessa. Those countries are found once.
    private func isOfAdjective(_ record: Int, _ countries: inout Set<String>?) -> Bool {
        guard !isEnglish else { return false }
        let words = tokens.lazy.filter { $0.kind == .word }
        let found = countries ?? Set(words.compactMap { DemonymsAbroad.country($0.lower, language) })
        countries = found
        return gazetteer.record(record).map { found.contains($0.country) } ?? false
    }

    /// `Moldován Mária`: Hungarian surnames go first.
    private func isBeforeFirstName(_ at: Int) -> Bool {
        isTogether(at, at + 1) && isCapital(at + 1) && traits[at + 1].contains(.first)
    }

    /// Small towns bear names of people and things, but hardly in other scripts.
    func isLatin(_ at: Int) -> Bool { (lower(at).unicodeScalars.first?.value ?? 0) < 0x370 }

    /// A country whose surnames are its towns' names, and an English article's people.
    private func isEnglishSpeaking(_ record: Int) -> Bool {
        ["US", "GB", "IE", "CA", "AU", "NZ"].contains(gazetteer.record(record)?.country ?? "")
    }

    mutating func towns() {
        let countries = Set(
            found.compactMap { one -> String? in
                guard one.kind == .place || one.kind == .demonym, let record = one.record else { return nil }
                return gazetteer.record(record)?.country
            })
        let speakers = speakers()
        var adjectives: Set<String>?
        for at in tokens.indices where owner[at] < 0 && isName(at) {
            if addLongTown(at) { continue }
            guard let hit = hits[at]?.first(where: { $0.kind == .city && $0.last == at }) else { continue }
            // Towns have longer names than `Te`, and do not speak.
            guard lower(at).utf8.count > 2, !isAmong(.notNames, at), !isOtherName(at, at), !isThing(at),
                !isCapital(at + 1) || !isNamePart(at + 1) || isBeforePlace(at)
                    || isTownHere(at)
                    || EntityRules.particles.contains(lower(at + 1))
            else { continue }
            // `Başkan Cenevre'de konuştu`: no name of two words, though both have capitals.
            if at > 0, isTogether(at, at - 1),
                isNamePart(at - 1) && !isTownHere(at) || lower(at - 1) == "-"
                    || lower(at - 1) == "." && lower(at - 2).utf8.count == 1
            {
                continue
            }
            let (size, flags) = gazetteer.weight(hit.record)
            let (isWord, isPersonal) = (
                traits[at].contains(.word), traits[at].contains(.first) || traits[at].contains(.last)
            )
            let isCued = isPlaceContext(at, at)
            let isHome = gazetteer.record(hit.record).map { countries.contains($0.country) } ?? false
            let isLarge = size >= 6 || !flags.isDisjoint(with: [.capital, .notable])
            let isTitle = isTitleCase(tokens[at].sentence)
            if speakers.contains(lower(at)), !flags.contains(.capital), size < 8, !isCued { continue }
            let isGood: Bool
            if isWord {
                isGood = isCued && (isLarge || isBeforePlace(at)) && !isTitle
            } else if isPersonal {
                isGood =
                    isCued && (isLarge || isHome || isBeforePlace(at)) || flags.contains(.capital)
                    || !isEnglish && flags.contains(.notable)
                    || isHome && size >= 6 && traits[at].isDisjoint(with: [.male, .female])
                        && !isEnglishSpeaking(hit.record)
                    || size >= 8
                        && (!traits[at].contains(.first) || isHome || isOfAdjective(hit.record, &adjectives))
            } else {
                isGood =
                    isLarge || isCued || isHome && (size >= 3 || !isLatin(at))
            }
            guard isGood else { continue }
            let isPart = isPartOfTown(at)
            let rule = isPart ? "place.city.part" : isCued ? "place.city.context" : "place.city.known"
            add(
                isPart ? at - 1 : at, at, .place, rule, isPart || isCued ? .likely : .weak, record: hit.record
            )
        }
    }

    /// `Atlanta; Winston-Salem`, which begins with a first name.
    private mutating func addLongTown(_ at: Int) -> Bool {
        guard let long = hits[at]?.first(where: { $0.kind == .city && $0.last > at }), isFree(at, long.last),
            isPlaceContext(at, long.last)
        else { return false }
        add(at, long.last, .place, "place.city", .likely, record: long.record)
        return true
    }

    /// `South Florida`, `Old Havana`.
    private func isPartOfTown(_ at: Int) -> Bool {
        guard at > 0, isTogether(at, at - 1), isCapital(at - 1), owner[at - 1] < 0, !isAtStart(at - 1) else {
            return false
        }
        return EntityRules.quarters.contains(lower(at - 1))
            || ["old", "greater", "downtown"].contains(lower(at - 1))
    }
}
