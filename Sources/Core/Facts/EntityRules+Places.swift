import Model

/// Names that the gazetteer knows: countries, regions and organisations as they stand, towns where the
/// context agrees.
extension EntityRules {
    /// Names of our own lists, of two words or more: nothing is surer.
    mutating func listedNames() {
        for at in tokens.indices where owner[at] < 0 {
            if lower(at) == "washington", lower(at + 1) == ",", isTogether(at, at + 2),
                lower(at + 2) == "d.c.", let hit = hits[at]?.first(where: { $0.kind == .city })
            {
                add(at, at + 2, .place, "place.city", .sure, record: hit.record)
                continue
            }
            guard
                let hit = hits[at]?.first(where: {
                    $0.last > at && [.region, .organisation, .country].contains($0.kind)
                }), isFree(at, hit.last)
            else { continue }
            // `Bank of Japan` is longer than what begins within it.
            if hit.kind != .organisation, isCapital(hit.last + 1), isTogether(at, hit.last + 1),
                EntityWords.heads.contains(lower(hit.last + 1))
            {
                continue
            }
            if isForeign(hit.record) || isOfIslanders(hit.last) { continue }
            add(
                at, hit.last, hit.kind == .organisation ? .organisation : .place,
                hit.kind == .organisation
                    ? "organisation.known" : hit.kind == .country ? "place.country" : "place.region", .sure,
                record: hit.record)
        }
    }

    /// `Torres Strait Islanders` are people.
    private func isOfIslanders(_ last: Int) -> Bool { lower(last + 1).hasPrefix("islander") }

    /// A country's name in another language than the article's.
    func isForeign(_ record: Int) -> Bool {
        gazetteer.weight(record).flags.contains(.foreign) && (text.article.language ?? "en") == "en"
    }

    /// `Tempisque River`, `Lake Tana`, `Gulf of Nicoya`: names with a word for land or water.
    mutating func landscapes() {
        for at in tokens.indices
        where owner[at] < 0 && tokens[at].isCapital && !isTitleCase(tokens[at].sentence) {
            let word = lower(at)
            if let last = landscape(at) {
                add(at, last, .place, "place.landscape", .likely)
            } else if EntityRules.landWords.contains(word), at > 0, isTogether(at, at - 1),
                isNamePart(at - 1),
                !isOfIslanders(at)
            {
                var first = at - 1
                while first > 0, isTogether(at, first - 1), isNamePart(first - 1), at - first < 3,
                    !(isAtStart(first - 1) && traits[first - 1].contains(.word))
                { first -= 1 }
                if traits[first].contains(.word), first == at - 1, demonym(first) == nil, isAtStart(first) {
                    continue
                }
                add(first, at, .place, "place.landscape", .likely)
            }
        }
    }

    /// The end of `Lake Tana`, `Gulf of Nicoya`; nil for what begins with no word for land or water.
    private func landscape(_ at: Int) -> Int? {
        let isDirection = EntityRules.directions.contains(lower(at)) && isPlaceContext(at, at)
        guard EntityRules.landBefore.contains(lower(at)) || isDirection else { return nil }
        let hasOf = lower(at + 1) == "of"
        if !hasOf, EntityRules.landWords.contains(lower(at)), lower(at) != "lake",
            lower(at) != "river" || at > 0 && isNamePart(at - 1)
        {
            return nil
        }
        let next = hasOf ? at + 2 : at + 1
        guard isTogether(at, next), isNamePart(next), !EntityWords.heads.contains(lower(next)) else {
            return nil
        }
        var last = next
        while isTogether(at, last + 1), isNamePart(last + 1), last - next < 2 { last += 1 }
        return last
    }

    private static let landBefore: Set<String> = [
        "lake", "mount", "cape", "port", "fort", "isle", "gulf", "bay", "strait", "straits", "sea", "river",
        "punta", "cerro", "loma", "isla", "islas", "río", "rio", "playa", "puerto", "sierra", "lago",
        "laguna",
        "cabo", "ras", "debre", "debra",
    ]

    private static let directions: Set<String> = ["north", "south", "east", "west", "alta", "bajo", "baja"]

    private static let landWords: Set<String> = [
        "river", "island", "islands", "lake", "mountain", "mountains", "valley", "peninsula", "bay",
        "province", "district", "county", "desert", "strait",
        "canal", "governorate", "region", "creek", "plateau", "basin", "hills", "heights", "beach", "falls",
        "forest", "reef", "volcano", "gulf", "sea", "corridor",
        "prefecture", "oblast", "territory", "delta", "coast", "glacier", "ridge",
    ]

    mutating func knownNames(least: Int) {
        for at in tokens.indices where owner[at] < 0 {
            guard let readings = hits[at] else { continue }
            for hit in readings where hit.last - at + 1 >= least && isFree(at, hit.last) {
                if take(hit, at) { break }
            }
        }
    }

    private mutating func take(_ hit: Hit, _ at: Int) -> Bool {
        let isOne = hit.last == at
        guard !isForeign(hit.record), !isOfIslanders(hit.last) else { return false }
        guard !isHidden(at, hit.last, isOne) else { return false }
        switch hit.kind {
        case .country:
            add(at, hit.last, .place, "place.country", .sure, record: hit.record)
        case .region:
            guard
                !isOne || !traits[at].contains(.word) || tokens[at].isAllCapitals || lower(at - 1) == "the"
                    || EntityWords.placePrepositions.contains(lower(at - 1))
            else { return false }
            add(at, hit.last, .place, "place.region", .sure, record: hit.record)
        case .demonym:
            add(at, hit.last, .demonym, "demonym", .sure, record: hit.record)
        case .organisation:
            if isOne, traits[at].contains(.word), !tokens[at].isAllCapitals,
                isAtStart(at) || isTitleCase(tokens[at].sentence)
            {
                return false
            }
            add(at, hit.last, .organisation, "organisation.known", .sure, record: hit.record)
        case .admin:
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

    /// A short name that is a word (`us`, `who`) unless it stands in capitals; or a part of a longer name.
    private func isHidden(_ at: Int, _ last: Int, _ isOne: Bool) -> Bool {
        guard isOne else { return false }
        let word = lower(at)
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
        if isTogether(first, last + 1), EntityWords.placeNouns.contains(lower(last + 1)) { return true }
        return isBeforePlace(last) || isListed(first)
    }

    /// `London, Montréal and Sydney`: behind a place that was found.
    private func isListed(_ first: Int) -> Bool {
        let before = lower(first - 1) == "and" && lower(first - 2) == "," ? first - 3 : first - 2
        guard before >= 0, isTogether(first, before), [",", "and"].contains(lower(first - 1)) else {
            return false
        }
        return owner[before] >= 0 && found[owner[before]].kind == .place
    }

    /// `Durban, South Africa`: a country or state stands behind a comma.
    private func isBeforePlace(_ last: Int) -> Bool {
        guard lower(last + 1) == ",", isTogether(last, last + 2) else { return false }
        return hits[last + 2]?.contains { [.country, .admin, .region].contains($0.kind) } ?? false
    }

    /// Names that nothing is known of, behind a word that a place follows: `in Agalega`.
    mutating func placesByContext() {
        let before: Set<String> = ["in", "near", "outside", "around", "throughout", "downtown", "across"]
        for at in tokens.indices
        where at > 0 && owner[at] < 0 && isNamePart(at) && before.contains(lower(at - 1))
            && isTogether(at, at - 1)
        {
            guard !isTitleCase(tokens[at].sentence), !isCapital(at - 1) || isAtStart(at - 1) else { continue }
            var last = at
            while last - at < 1, isTogether(at, last + 1), isNamePart(last + 1) { last += 1 }
            guard
                !isTogether(at, last + 1)
                    || !isNamePart(last + 1) && lower(last + 1) != "'s" && lower(last + 1) != "&"
            else { continue }
            guard !areWords(at, last), !traits[at].contains(.first),
                at < last || !traits[at].contains(.last) || hits[at] != nil, !tokens[at].isAllCapitals
            else { continue }
            guard !EntityWords.heads.contains(lower(last)), !EntityWords.roles.contains(lower(at)) else {
                continue
            }
            add(at, last, .place, "place.context", .weak, record: hits[at]?.first { $0.last == last }?.record)
        }
    }

    /// Names that belong together: `State of Qatar`, and a town with the state or province behind a comma
    /// that it lies in, `León, Guanajuato`. A country behind a comma is a place of its own.
    mutating func wholePlaces() {
        for index in found.indices where found[index].kind == .place {
            let first = found[index].first
            guard first >= 2, isTogether(first, first - 2), lower(first - 1) == "of", isCapital(first - 2),
                EntityRules.realms.contains(lower(first - 2)), isFree(first - 2, first - 1)
            else { continue }
            found[index].first = first - 2
            for at in first - 2..<first { owner[at] = index }
        }
        var taken: Set<Int> = []
        for index in found.indices where found[index].kind == .place && !taken.contains(index) {
            let next = found[index].last + 2
            guard lower(next - 1) == ",", isTogether(found[index].last, next), owner[next] >= 0,
                owner[next] != index, found[owner[next]].first == next, found[owner[next]].kind == .place,
                isWithin(found[index], found[owner[next]])
            else { continue }
            let other = owner[next]
            taken.insert(other)
            for at in found[index].last...found[other].last { owner[at] = index }
            found[index].last = found[other].last
        }
        guard !taken.isEmpty else { return }
        // Who owns which words is not asked for behind this.
        found = found.indices.filter { !taken.contains($0) }.map { found[$0] }
    }

    /// Whether the second place is a state or province that the first, a town, lies in.
    private func isWithin(_ one: Found, _ other: Found) -> Bool {
        func countries(_ found: Found, _ kind: Gazetteer.Kind) -> Set<String> {
            let readings = hits[found.first]?.filter { $0.last == found.last && $0.kind == kind } ?? []
            return Set(readings.compactMap { gazetteer.record($0.record)?.country })
        }
        let states = countries(other, .admin)
        guard !states.isEmpty, hits[other.first]?.contains(where: { $0.kind == .country }) != true else {
            return false
        }
        // `Algiers, Constantine`: two towns, though a province is named after the second.
        let towns = countries(other, .city).intersection(states)
        if !towns.isSubset(of: EntityRules.federations) { return false }
        return one.rule == "place.context" || !countries(one, .city).isDisjoint(with: states)
    }

    /// Countries whose towns are named with their states: `Albany, New York`, `León, Guanajuato`.
    private static let federations: Set<String> = ["US", "MX", "CA", "AU", "IN", "BR", "AR"]

    private static let realms: Set<String> = [
        "state", "republic", "kingdom", "sultanate", "emirate", "commonwealth", "federation",
    ]

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
                            record: hit.record))
                    at = hit.last
                }
                at += 1
            }
        }
    }

    mutating func towns() {
        let countries = Set(
            found.compactMap { one -> String? in
                guard one.kind == .place || one.kind == .demonym, let record = one.record else { return nil }
                return gazetteer.record(record)?.country
            })
        for at in tokens.indices where owner[at] < 0 && isName(at) {
            guard let hit = hits[at]?.first(where: { $0.kind == .city && $0.last == at }) else { continue }
            guard !EntityWords.notNames.contains(lower(at)),
                !isCapital(at + 1) || !isNamePart(at + 1) || isBeforePlace(at)
            else { continue }
            if at > 0, isTogether(at, at - 1),
                isNamePart(at - 1) || lower(at - 1) == "-"
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
            let isLarge = size >= 6 || flags.contains(.capital)
            let isTitle = isTitleCase(tokens[at].sentence)
            let isGood: Bool
            if isWord {
                isGood = isCued && (isLarge || isBeforePlace(at)) && !isTitle
            } else if isPersonal {
                isGood =
                    isCued && (isLarge || isHome || isBeforePlace(at)) || flags.contains(.capital)
                    || size >= 8 && !traits[at].contains(.first)
            } else {
                isGood =
                    isLarge || isCued && (isHome || size >= 2 || isBeforePlace(at)) || isHome && size >= 3
            }
            if isGood {
                // `South Florida`, `Old Havana`.
                if at > 0, isTogether(at, at - 1), isCapital(at - 1),
                    [
                        "south", "north", "east", "west", "central", "old", "southern", "northern", "eastern",
                        "western", "greater", "downtown",
                    ].contains(lower(at - 1)), owner[at - 1] < 0, !isAtStart(at - 1)
                {
                    add(at - 1, at, .place, "place.city.part", .likely, record: hit.record)
                    continue
                }
                add(
                    at, at, .place, isCued ? "place.city.context" : "place.city.known",
                    isCued ? .likely : .weak, record: hit.record)
            }
        }
    }
}
