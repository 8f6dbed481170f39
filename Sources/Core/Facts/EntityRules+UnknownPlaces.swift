import Model

/// Places that the gazetteer does not know, by the words around them.
extension EntityRules {
    private static let beforePlaces: WordSet = [
        "in", "near", "outside", "around", "throughout", "downtown", "across",
    ]

    /// Names that nothing is known of, behind a word that a place follows: `in Agalega`.
    mutating func placesByContext() {
        // `in Bezug`.
        guard !hasCapitalNouns else { return }
        for at in tokens.indices
        where at > 0 && owner[at] < 0 && isNamePart(at) && EntityRules.beforePlaces.contains(lower(at - 1))
            && isTogether(at, at - 1)
        {
            guard !isTitleCase(tokens[at].sentence), !isCapital(at - 1) || isAtStart(at - 1),
                isNamedLikePlace(at)
            else { continue }
            var last = at
            while last - at < 1, isTogether(at, last + 1), isNamePart(last + 1) { last += 1 }
            guard
                !isTogether(at, last + 1)
                    || !isNamePart(last + 1) && lower(last + 1) != "'s" && lower(last + 1) != "&"
            else { continue }
            guard !traits[at].contains(.first), at < last || !traits[at].contains(.last) || hits[at] != nil,
                isNoOtherName(at, last)
            else { continue }
            add(at, last, .place, "place.context", .weak, record: hits[at]?.first { $0.last == last }?.record)
        }
    }

    /// Not `in Q4`, `in C`, `in SaaS`.
    private func isNamedLikePlace(_ at: Int) -> Bool {
        let letters = text.article.text[tokens[at].start..<tokens[at].end]
        guard letters.count > 2 || isNamePart(at + 1),
            !letters.contains(where: { (0x30...0x39).contains($0) })
        else {
            return false
        }
        return tokens[at].isAllCapitals
            || !zip(letters, letters.dropFirst()).contains {
                (0x61...0x7A).contains($0) && (0x41...0x5A).contains($1)
            }
    }

    /// `in Group C`, `in Islam`, `in Correismo`: no places.
    private static let noPlaces: WordSet = [
        "group", "phase", "round", "stage", "category", "division", "class", "grade", "level", "league",
        "section", "chapter", "article", "act", "season", "episode", "part", "volume", "islam", "buddhist",
        "medicare",
        "medicaid", "parliament", "congress",
    ]
    private static let noPlaceEndings = ["ism", "ismo", "isme", "ity", "ology", "ics", "ean", "ish", "ese"]

    /// Names that nothing is known of, with a word for a place behind them or `of` and one before:
    /// `Dairang village`, `the town of Mughayir`. What is named like a person, a word or an acronym is none.
    mutating func placesByNoun() {
        for at in tokens.indices
        where owner[at] < 0 && isNamePart(at) && !isTitleCase(tokens[at].sentence) {
            guard at == 0 || !isTogether(at, at - 1) || !isCapital(at - 1) || isAtStart(at - 1) else {
                continue
            }
            var last = at
            while last - at < 2, isTogether(at, last + 1), isNamePart(last + 1),
                !EntityRules.settlements.contains(lower(last + 1)), lower(last + 1) != "state"
            { last += 1 }
            let isBehind =
                lower(at - 1) == "of" && isTogether(at, at - 2) && !isCapital(at - 2)
                && EntityRules.settlements.contains(lower(at - 2))
                && !(isTogether(at, last + 1) && isCapital(last + 1))
            // `the village of Alma al-Chaab`.
            if isBehind, isAmong(.particles, last + 1), let end = personName(at), isFree(at, end) {
                last = end
            }
            let isStation = lower(last + 1) == "police" && lower(last + 2) == "station"
            let isBefore =
                isTogether(at, last + 1)
                && (isStation || !isCapital(last + 1) && EntityRules.settlements.contains(lower(last + 1)))
            // `the island of St. Vincent`.
            let isShortened = lower(last + 1) == "." && lower(last).utf8.count <= 2
            guard isBehind || isBefore, !isShortened, !isAtStart(at) || !traits[at].contains(.word),
                at < last || traits[at].isDisjoint(with: [.first, .last]) || hits[at] != nil,
                isNoOtherName(at, last)
            else { continue }
            if isBefore, lower(last + 1).hasPrefix("island") { last += 1 }
            add(at, last, .place, "place.noun", .likely, record: hits[at]?.first { $0.last == last }?.record)
        }
    }

    /// Whether a stretch of capitalised words is no common word, acronym, organisation, office or doctrine.
    private func isNoOtherName(_ first: Int, _ last: Int) -> Bool {
        !areWords(first, last) && !(first == last && isThing(first)) && !tokens[first].isAllCapitals
            && !isAmong(.heads, last) && !isPluralOfLetters(last)
            && !isAmong(.roles, first) && !EntityRules.noPlaces.contains(lower(first))
            && !EntityRules.noPlaceEndings.contains(where: lower(first).hasSuffix)
    }

    /// `LLMs`, `SERPs`.
    private func isPluralOfLetters(_ at: Int) -> Bool {
        let letters = text.article.text[tokens[at].start..<tokens[at].end]
        return letters.count > 2 && letters.last == UInt8(ascii: "s")
            && letters.dropLast().allSatisfy { (0x41...0x5A).contains($0) }
    }

    static let settlements: WordSet = [
        "village", "town", "city", "district", "region", "province", "municipality", "suburb", "settlement",
        "governorate",
        "electorate", "constituency", "upazila", "prison", "jail", "island", "neighborhood", "neighbourhood",
        "township", "hamlet", "county",
    ]
}
