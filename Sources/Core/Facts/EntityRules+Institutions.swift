import Model

/// Institutions of state, and whose they are: `МИД Армении` is the Ministry of Foreign Affairs of Armenia.
extension EntityRules {
    /// What the languages name in words of their own, with capitals or without.
    mutating func institutionsAbroad() {
        guard !isEnglish, let institutions = Institutions.of(language) else { return }
        for at in tokens.indices where owner[at] < 0 && tokens[at].kind == .word {
            guard let match = text.match(at, institutions), isFree(at, match.last) else { continue }
            // `Ministério da Educação e Desportos`.
            let next = match.last + 2
            let goesOn =
                SpeechAbroad.romance.contains(language) && ["e", "y", "et"].contains(lower(next - 1))
                && isTogether(at, next) && isNamePart(next) && hits[next] == nil
                && traits[next].isDisjoint(with: [.first, .last])
            add(at, goesOn ? next : match.last, .organisation, "organisation.institution", .sure)
            found[found.count - 1].institution = (match.name, match.country)
        }
    }

    /// Says of each institution whose it is: by what stands beside it, or as the article said before of the
    /// only one of its kind.
    mutating func institutionsOfCountries() {
        if isEnglish, let institutions = Institutions.of("en") {
            for index in found.indices
            where found[index].kind == .organisation && found[index].record == nil
                && !isTitleCase(tokens[found[index].first].sentence)
            {
                guard let match = text.match(found[index].first, institutions) else { continue }
                let last = found[index].last
                if match.last == last {
                    found[index].institution = (match.name, nil)
                } else if match.last < last, lower(match.last + 1) == "of",
                    let country = country(from: match.last + 2, to: last)
                {
                    found[index].institution = (match.name, country)
                }
            }
        }
        // A ministry that nothing is said of may be the paper's own country's, unless one was named before.
        var before: [String: Set<String>] = [:]
        for index in found.indices {
            guard let (name, stated) = found[index].institution else { continue }
            let beside = stated ?? country(before: found[index].first) ?? country(behind: found[index].last)
            if let beside { before[name, default: []].insert(beside) }
            found[index].institution?.country =
                beside ?? (before[name]?.count == 1 ? before[name]?.first : nil)
        }
    }

    /// What facts call the institution of state that some language calls so: `МИД Армении` the Ministry of
    /// Foreign Affairs of Armenia. Empty when nothing else is named besides.
    static func institutions(called name: String, _ gazetteer: Gazetteer) -> [String] {
        let plain = FactText(name: name)
        var out: [String] = []
        for institutions in Institutions.all {
            let language = institutions.language
            let text = FactText.hasElisions(language) ? FactText(name: name, language: language) : plain
            let matches = text.tokens.indices.compactMap { at in
                text.match(at, institutions).map { (at, $0) }
            }
            // Most names are none in most languages.
            guard !matches.isEmpty else { continue }
            var rules = EntityRules(text, gazetteer, language: language)
            rules.lookUp()
            let end = rules.tokens.count - 1
            for (at, match) in matches {
                let isOf = rules.isEnglish && rules.lower(match.last + 1) == "of"
                let country =
                    match.country ?? rules.country(before: at) ?? rules.country(behind: match.last)
                    ?? (isOf ? rules.country(from: match.last + 2, to: end) : nil)
                let isAll = rules.tokens.indices.allSatisfy { other in
                    at <= other && other <= match.last || country != nil && rules.isOfCountry(other)
                }
                if isAll { out.append(rules.name(of: (match.name, country))) }
            }
        }
        return Set(out).sorted()
    }

    /// Part of a country's name, its adjective, or a small word beside it.
    private func isOfCountry(_ at: Int) -> Bool {
        if isPreposition(at) || ["the", "of", "'s", "la", "-"].contains(lower(at))
            || DemonymsAbroad.country(lower(at), language) != nil
        {
            return true
        }
        return (max(0, at - 3)...at).contains { first in
            hits[first]?.contains { $0.last >= at && ($0.kind == .country || $0.kind == .demonym) } ?? false
        }
    }

    /// `Ministry of Foreign Affairs of Armenia`; without the country where nothing says whose it is.
    func name(of institution: (name: String, country: String?)) -> String {
        guard let code = institution.country else { return institution.name }
        if let name = EntityRules.ownNames["\(code) \(institution.name)"] { return name }
        let number = gazetteer.number("iso 3166 \(code.lowercased())", .country)
        guard let country = number.flatMap(gazetteer.record)?.canonical else { return institution.name }
        let hasArticle = EntityRules.withArticle.contains(code) && !country.hasPrefix("The ")
        return "\(institution.name) of \(hasArticle ? "the " : "")\(country)"
    }

    /// Institutions that English calls otherwise.
    private static let ownNames = [
        "US Ministry of Foreign Affairs": "State Department",
        "US Ministry of Defence": "Defense Department",
        "US Ministry of Justice": "Justice Department",
        "US Ministry of Finance": "Treasury Department",
        "GB Ministry of Foreign Affairs": "Foreign Office",
        "GB Ministry of Internal Affairs": "Home Office",
    ]

    /// Countries whose English names have an article.
    private static let withArticle: WordSet = [
        "US", "GB", "AE", "NL", "PH", "CZ", "DO", "CF", "CG", "CD", "BS", "GM", "MV", "KM", "SC", "SB", "MH",
    ]

    /// `российский МИД`, `Ermenistan Dışişleri Bakanlığı`, `Armenia's Foreign Ministry`,
    /// `US-Außenministerium`.
    private func country(before first: Int) -> String? {
        guard first > 0, isTogether(first, first - 1) else { return nil }
        if !hasAdjectivesLast, let country = DemonymsAbroad.country(lower(first - 1), language) {
            return country
        }
        let isJoined = lower(first - 1) == "'s" || lower(first - 1) == "-" && tokens[first].isGlued
        guard isJoined || EntityRules.countryFirst.contains(language) || hasCapitalNouns else { return nil }
        let last = isJoined ? first - 2 : first - 1
        for at in stride(from: last, through: max(0, last - 3), by: -1) where isTogether(first, at) {
            if let country = country(from: at, to: last) { return country }
        }
        return nil
    }

    /// Languages in which the country goes before what is its.
    private static let countryFirst: WordSet = [
        "en", "tr", "az", "hy", "ka", "fi", "sv", "da", "no", "nb", "nn",
    ]

    private var hasAdjectivesLast: Bool {
        ["ar", "he"].contains(language) || SpeechAbroad.romance.contains(language)
    }

    /// `МИД Армении`, `ministère de la Défense d'Arménie`, `وزارة الخارجية الأرمينية`.
    private func country(behind last: Int) -> String? {
        guard !EntityRules.countryFirst.contains(language), isTogether(last, last + 1) else { return nil }
        if hasAdjectivesLast, let country = DemonymsAbroad.country(lower(last + 1), language) {
            return country
        }
        var next = last + 1
        while next - last <= 2, isPreposition(next) || lower(next) == "la" { next += 1 }
        guard isTogether(last, next), let readings = hits[next] else { return nil }
        return readings.lazy.compactMap { self.country(from: next, to: $0.last) }.first
    }

    /// ISO 3166-1 of the country that these words name, or in English of its adjective.
    private func country(from first: Int, to last: Int) -> String? {
        let first = lower(first) == "the" && first < last ? first + 1 : first
        guard
            let hit = hits[first]?.first(where: {
                $0.last == last && ($0.kind == .country || $0.kind == .demonym)
            }), let country = gazetteer.record(hit.record)?.country
        else { return nil }
        return country.isEmpty ? nil : country
    }
}

extension FactText {
    /// The institution of state that a language's words name, beginning with a token.
    fileprivate func match(_ at: Int, _ institutions: Institutions) -> Institutions.Match? {
        let sentence = tokens[at].sentence
        return institutions.match(
            at,
            word: { $0 < tokens.count && tokens[$0].sentence == sentence ? tokens[$0].lower : "" },
            capitals: capitals)
    }
}
