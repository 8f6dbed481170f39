import Model

/// Places whose names are longer than what the gazetteer knows of them.
extension EntityRules {
    /// `Tempisque River`, `Lake Tana`, `Gulf of Nicoya`: names with a word for land or water.
    mutating func landscapes() {
        for at in tokens.indices
        where owner[at] < 0 && tokens[at].isCapital && !isTitleCase(tokens[at].sentence) {
            let word = lower(at)
            if let last = landscape(at) {
                add(at, last, .place, "place.landscape", .likely, record: resolved(at, last, nil))
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
                add(first, at, .place, "place.landscape", .likely, record: resolved(first, at, nil))
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
        // `from South African-based groups`.
        guard isTogether(at, next), isNamePart(next), !isAmong(.heads, next), demonym(at) == nil else {
            return nil
        }
        var last = next
        while isTogether(at, last + 1), isNamePart(last + 1), last - next < 2 { last += 1 }
        return last
    }

    private static let landBefore: WordSet = [
        "lake", "mount", "cape", "port", "fort", "isle", "gulf", "bay", "strait", "straits", "sea", "river",
        "punta", "cerro", "loma", "isla", "islas", "río", "rio", "playa", "puerto", "sierra", "lago",
        "laguna",
        "cabo", "ras", "debre",
    ]

    private static let directions: WordSet = ["north", "south", "east", "west", "alta", "bajo", "baja"]

    private static let landWords: WordSet = [
        "river", "island", "islands", "lake", "mountain", "mountains", "valley", "peninsula", "bay",
        "province", "district", "county", "desert", "strait",
        "canal", "governorate", "region", "creek", "plateau", "basin", "hills", "heights", "beach", "falls",
        "forest", "reef", "volcano", "gulf", "sea", "corridor",
        "prefecture", "oblast", "territory", "delta", "coast", "glacier", "ridge", "street", "road", "avenue",
        "boulevard", "cove", "inlet", "archipelago", "lagoon",
    ]

    /// The parts of a country or continent with capitals, `Northern Africa`, `Central Chile`, `North East
    /// Arnhem Land`, and the rest of a Spanish or Portuguese name, `Foz de Yguazú`, `Playas del Coco`.
    /// Answers the places that became parts of others.
    mutating func wholeNames() -> Set<Int> {
        var taken: Set<Int> = []
        for index in found.indices where found[index].kind == .place && !taken.contains(index) {
            let first = leftEnd(found[index].first, over: EntityRules.quarters)
            widen(index, to: first...found[index].last)
            guard EntityRules.openRules.contains(found[index].rule) else { continue }
            var next = found[index].last + 1
            guard isTogether(first, next), EntityRules.particles.contains(lower(next)) else { continue }
            next += 1
            if ["la", "los", "las"].contains(lower(next)) { next += 1 }
            guard isTogether(first, next), isCapital(next), !tokens[next].isAllCapitals else { continue }
            if let other = placeAgain(next) { taken.insert(other) } else if !isNamePart(next) { continue }
            widen(index, to: first...next)
            found[index].record = nil
        }
        return taken
    }

    /// What stands between the words of Spanish and Portuguese names.
    static let particles: WordSet = ["de", "del", "do", "da", "dos", "das"]

    /// The place of one word that was only found because it stood elsewhere before.
    private func placeAgain(_ at: Int) -> Int? {
        let one = owner[at]
        guard one >= 0, found[one].rule == "place.again", found[one].first == at, found[one].last == at else {
            return nil
        }
        return one
    }

    /// Where a name begins when capitalised words of a set that nothing owns go before it.
    private func leftEnd(_ at: Int, over words: WordSet) -> Int {
        var first = at
        while first > 0, isTogether(first, first - 1), owner[first - 1] < 0, isCapital(first - 1),
            words.contains(lower(first - 1))
        { first -= 1 }
        return first
    }

    private mutating func widen(_ index: Int, to words: ClosedRange<Int>) {
        for at in words { owner[at] = index }
        (found[index].first, found[index].last) = (words.lowerBound, words.upperBound)
    }

    static let quarters: WordSet = [
        "north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
    ]

    /// Rules whose names may be the beginning of a longer one.
    private static let openRules: WordSet = [
        "place.city", "place.city.context", "place.city.known", "place.context", "place.again",
        "place.landscape",
    ]

    /// Names that belong together: `State of Qatar`, and a town with the state or province behind a comma
    /// that it lies in, `León, Guanajuato`. A country behind a comma is a place of its own.
    mutating func wholePlaces(besides parts: Set<Int>) {
        var taken = parts
        for index in found.indices where found[index].kind == .place && !taken.contains(index) {
            let first = found[index].first
            guard first >= 2, isTogether(first, first - 2), lower(first - 1) == "of", isCapital(first - 2),
                EntityRules.realms.contains(lower(first - 2)), isFree(first - 2, first - 1)
            else { continue }
            widen(index, to: leftEnd(first - 2, over: EntityRules.realmAdjectives)...found[index].last)
        }
        for index in found.indices where found[index].kind == .place && !taken.contains(index) {
            let next = found[index].last + 2
            guard lower(next - 1) == ",", isTogether(found[index].last, next), owner[next] >= 0,
                owner[next] != index, found[owner[next]].first == next, found[owner[next]].kind == .place,
                isWithin(found[index], found[owner[next]])
            else { continue }
            let other = owner[next]
            taken.insert(other)
            // `Cambridge, Massachusetts` is not in England, whichever Cambridge is known.
            if let town = found[index].record, let state = found[other].record,
                gazetteer.country(town) != gazetteer.country(state)
            {
                found[index].record = nil
            }
            widen(index, to: found[index].first...found[other].last)
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
        guard !states.isEmpty, other.rule != "place.country" else { return false }
        // `Kaduna, Kwara and Niger states`.
        let behind = other.last + 2
        let isList =
            lower(behind - 1) == "and" && isTogether(other.last, behind)
            && hits[behind]?.contains { $0.kind == .admin } ?? false
        if isList, !countries(one, .admin).isDisjoint(with: states) { return false }
        // `Algiers, Constantine`: two towns, though a province is named after the second.
        let towns = countries(other, .city).intersection(states)
        if !towns.allSatisfy(EntityRules.federations.contains) { return false }
        // Of many towns of the United States only the namesake elsewhere is known.
        let isEnclosed =
            !isTogether(other.last, other.last + 1) || [",", ".", ")"].contains(lower(other.last + 1))
        if states == ["US"], isEnclosed, one.rule.hasPrefix("place.city") { return true }
        return one.rule == "place.context" || !countries(one, .city).isDisjoint(with: states)
    }

    /// Countries whose towns are named with their states: `Albany, New York`, `León, Guanajuato`.
    private static let federations: WordSet = ["US", "MX", "CA", "AU", "IN", "BR", "AR"]

    private static let realms: WordSet = [
        "state", "republic", "kingdom", "sultanate", "emirate", "commonwealth", "federation",
    ]
    /// `United Republic of Tanzania`, `Hashemite Kingdom of Jordan`.
    private static let realmAdjectives: WordSet = [
        "united", "hashemite", "federal", "federative", "democratic", "socialist", "bolivarian",
        "plurinational",
        "cooperative", "co-operative", "independent",
    ]
}
