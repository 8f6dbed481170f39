import Model

/// Persons: by title, by first name, by what stands beside the name, and by their surname when they were
/// named before.
extension EntityRules {
    mutating func personsByTitle() {
        for at in tokens.indices where tokens[at].kind == .word && owner[at] < 0 {
            let word = tokens[at].isDotted ? String(lower(at).dropLast()) : tokens[at].lower
            let mine = tokens[at].isDotted ? .of(word) : classes[at]
            // `M. Roux`, `Mme Roux` of French.
            let isMonsieur =
                language == "fr"
                && (["m", "mm"].contains(word) && lower(at + 1) == "." || ["mme", "mlle"].contains(word))
            let isHonorific = (mine.contains(.honorifics) || isMonsieur) && tokens[at].isCapital
            guard isHonorific || mine.contains(.roles) else { continue }
            if isTitleCase(tokens[at].sentence), !isHonorific,
                !["president", "minister", "senator", "pm"].contains(word)
            {
                continue
            }
            var next = at + 1
            if lower(next) == ".", isTogether(at, next), tokens[next].isGlued,
                !["frau", "herr"].contains(word)
            {
                next += 1
            }
            next = behindOffice(next)
            while next - at < 8, isTogether(at, next + 1), isCapital(next),
                isAmong([.honorifics, .roles], next),
                isCapital(next + 1) || lower(next + 1) == "."
            {
                next += lower(next + 1) == "." ? 2 : 1
            }
            // `Premier Armenii Nikol Paszynian`, but `Minister Israel Katz`.
            if !isUninflected, !isHonorific, isTogether(at, next),
                let country = hits[next]?.first(where: { $0.kind == .country }),
                isTogether(at, country.last + 1), isCapital(country.last + 1),
                gazetteer.number(lower(next), .country) == nil
            {
                next = country.last + 1
            }
            // `President-elect Joe Biden`, `Foreign Minister, Ararat Mirzoyan,`.
            if lower(next) == "-", ["elect", "designate"].contains(lower(next + 1)) { next += 2 }
            // `Minister van Buitenlandse Zaken Sergej Lavrov`.
            if !isEnglish, !isHonorific, isPreposition(next) { continue }
            guard isTogether(at, next), let last = personName(next), isFree(next, last) else { continue }
            guard isPerson(next, last, isHonorific: isHonorific, title: at) else { continue }
            add(
                next, last, .person, isHonorific ? "person.honorific" : "person.title", .sure,
                title: isMonsieur ? nil : (titleStart(at), next - 1))
        }
    }

    /// Steps over `of State`, `of Foreign Affairs`, `for Health and Education` behind a role.
    private func behindOffice(_ at: Int) -> Int {
        guard lower(at) == "of" || lower(at) == "for" else { return at }
        var index = at + 1
        if lower(index) == "the" { index += 1 }
        var isOffice = false
        while isTogether(at, index),
            EntityRules.offices.contains(lower(index)) || lower(index) == "and" || lower(index) == "&"
        {
            isOffice = isOffice || EntityRules.offices.contains(lower(index))
            index += 1
        }
        return isOffice ? index : at
    }

    private static let offices: WordSet = [
        "state", "defense", "defence", "health", "interior", "foreign", "affairs", "finance", "education",
        "energy", "homeland", "security", "commerce",
        "labor", "labour", "transportation", "transport", "agriculture", "justice", "home", "external",
        "treasury", "staff", "trade", "economy", "environment",
        "culture", "information", "veterans", "housing", "urban", "development", "war", "police", "court",
        "tourism", "sports", "science", "technology", "mines", "mining", "fisheries", "water", "works",
        "planning", "lands", "land", "immigration", "youth", "women", "children", "gender", "parliamentary",
        "power", "electricity", "petroleum", "oil", "gas", "railways", "aviation", "communications",
        "communication", "innovation", "investment", "industry", "industries", "regional", "local", "rural",
        "government", "budget", "employment", "social", "protection", "welfare", "climate", "action",
        "integration", "religious", "minerals", "infrastructure", "public", "natural", "resources",
    ]

    /// Whether a name behind a title is a person's.
    private func isPerson(_ first: Int, _ last: Int, isHonorific: Bool, title: Int) -> Bool {
        let isOne = first == last
        if demonym(first) != nil || isAmong(.roleModifiers, first), !isHonorific || isOne {
            return false
        }
        // `at major North American resorts`, `Chief Product Officer`.
        if !isOne, !isHonorific, demonym(last) != nil { return false }
        if lower(title) == "chief", isAmong(.roles, last + 1), isCapital(last + 1) { return false }
        if let hit = hits[first]?.first(where: {
            $0.last >= last && [.country, .region, .demonym, .organisation, .admin].contains($0.kind)
        }), !isHonorific || hit.kind == .country {
            // `President Washington` is one, `minister Israel` is none.
            if hit.last >= last { return false }
        }
        // `Miss Teen Namibia`.
        if lower(title) == "miss", hit(last, last, [.country]) != nil { return false }
        // `Vaal Environmental Justice Alliance`.
        let isWithin = title > 0 && isTogether(title, title - 1) && isCapital(title - 1)
        if isAmong(.heads, last), !isHonorific || !isOne || isWithin { return false }
        // `Gen Z`, `Tesla Model Y`, `Mother Earth`, `Expert Tips`.
        let isLetter = lower(first).utf8.count == 1 && !["mr", "mrs", "ms"].contains(lower(title))
        if isGeneration(title) || isOne && (isLetter || isAmong(.things, first)) { return false }
        // A surname may be a word, `President Trump`, where an office goes right before it.
        let isOfficial = isOne && title == first - 1 && EntityRules.publicOffices.contains(lower(title))
        if !isHonorific, !isOfficial, areWords(first, last), !traits[last].contains(.last) { return false }
        if lower(title) == "model", tokens[title].isCapital { return false }
        if isOne, !isHonorific, !tokens[title].isCapital {
            // One word behind a small title: a surname that is no other word.
            if traits[first].contains(.word) || hits[first] != nil { return false }
        }
        return !isOne || !isAmong([.roles, .roleModifiers], first)
    }

    private static let publicOffices: WordSet = [
        "president", "senator", "governor", "judge", "chancellor", "premier", "minister", "secretary",
        "mayor",
        "congressman", "congresswoman", "representative", "ambassador", "sheriff", "commissioner", "colonel",
        "captain", "lieutenant", "sergeant", "admiral", "brigadier", "councillor", "pm", "mp",
    ]

    /// Where the words begin that tell what a person is: `Armenian Foreign` before `Minister`.
    func titleStart(_ at: Int) -> Int {
        var first = at
        while first > 0, isTogether(at, first - 1), at - first < 7 {
            let before = first - 1
            let word = lower(before)
            if let start = nameStart(before, [.country, .organisation]) { first = start; continue }
            // `to host Armenian Foreign Minister`: nobody's office goes before a country.
            let isRole = isAmong(.roles, before) && demonym(first) == nil
            if isAmong(.roleModifiers, before) || isRole || demonym(before) != nil {
                first = before; continue
            }
            if word == "'s", let start = nameStart(before - 1, nil) { first = start; continue }
            if word == "-", before > 0, tokens[before].isGlued,
                isAmong([.roleModifiers, .roles], before - 1) || lower(before - 1) == "under"
            {
                first = before - 1; continue
            }
            if word == "of" || word == "and", before > 0, isAmong(.roles, before - 1) {
                first = before - 1; continue
            }
            // `Editor-in-Chief`.
            if word == "-", lower(before - 1) == "in", before > 2, isAmong(.roles, before - 3) {
                first = before - 3; continue
            }
            break
        }
        return first
    }

    mutating func personsByFirstName() {
        for at in tokens.indices where owner[at] < 0 && isCapital(at) && traits[at].contains(.first) {
            guard
                !isAmong(.notNames, at)
                    || ["may", "april", "june", "august"].contains(lower(at)) && !isAtStart(at)
            else { continue }
            guard let whole = personName(at), whole > at else { continue }
            // `premierem Armenii Nikolem Paszynianem`, `ministro degli Esteri Antonio Tajani`.
            if !isEnglish, traits[at + 1].contains(.first), isOfTitle(at) { continue }
            // `Salami-Taktik`, `Roma-Lazio`.
            if !isEnglish, (at...whole).dropFirst().allSatisfy({ tokens[$0].isGlued }),
                hasCapitalNouns || hits[at] != nil
            {
                continue
            }
            if !isEnglish, EntityRules.buildingsAbroad.contains(lower(at)) { continue }
            let isTitle = isTitleCase(tokens[at].sentence)
            let last = isTitle && whole - at > 1 ? knownSurname(at) ?? whole : whole
            guard isFree(at, last) else { continue }
            guard !isAmong([.heads, .placeNouns, .buildings], last), lower(last).utf8.count > 1 else {
                continue
            }
            if isTitle, last - at > 2 || traits[at].contains(.word) || traits[last].contains(.word) {
                continue
            }
            // A first name that is a word, before a word: `Grant Program`.
            if traits[at].contains(.word), traits[last].contains(.word),
                isAtStart(at) || !traits[last].contains(.last)
            {
                continue
            }
            // `Tiny House` of what the article calls tiny houses.
            if smallWords.contains(lower(at)), smallWords.contains(lower(last)) { continue }
            // `Paris Summit`, `Arizona Republic`: names of women and of none are often those of places.
            if traits[last].contains(.word), traits[last].isDisjoint(with: [.first, .last]),
                !traits[at].contains(.male)
            {
                continue
            }
            if isOfSettlement(at) { continue }
            if isNamedLikeState(at, last) { continue }
            // `Playas Del Coco`.
            if ["del", "dos", "des"].contains(lower(at)), at > 0, isTogether(at - 1, at), isCapital(at - 1) {
                continue
            }
            if hits[at]?.contains(where: { $0.last >= last }) == true { continue }
            if demonym(last) != nil || hit(last, last, [.country]) != nil, !isNamedLikeCountry(at, last) {
                continue
            }
            // `Christian Bible`.
            if demonym(at) != nil, !traits[last].contains(.last) { continue }
            add(
                at, last, .person, "person.first-name", .likely,
                title: apposition(behind: last))
        }
    }

    /// `the Texas Capitol`: a state, and a word that is nobody's name; `the North Atlantic area`.
    private func isNamedLikeState(_ at: Int, _ last: Int) -> Bool {
        if EntityRules.quarters.contains(lower(at)), hits[last] != nil { return true }
        return traits[last].isDisjoint(with: [.first, .last])
            && (traits[last].contains(.word) || EntityRules.statesAlone.contains(lower(at)))
            && hits[at]?.contains { $0.last == at && $0.kind == .admin } ?? false
    }

    /// States of America that nobody is named like.
    static let statesAlone: WordSet = [
        "texas", "ohio", "utah", "kansas", "arizona", "oregon", "michigan", "illinois", "wisconsin",
        "minnesota", "missouri", "nebraska", "oklahoma", "arkansas", "alabama", "mississippi", "kentucky",
        "california", "colorado", "idaho", "wyoming", "vermont", "maryland", "hawaii", "alaska", "iowa",
        "florida",
    ]

    /// What is built, a square or a street, and is named behind the word for it.
    static let buildingsAbroad: WordSet = [
        "casa", "villa", "palazzo", "piazza", "via", "corso", "calle", "plaza", "avenida", "rua", "praça",
        "place", "rue", "avenue", "boulevard", "hospital", "estadio", "stadio", "estádio", "stade", "iglesia",
        "chiesa", "igreja", "catedral", "puente", "ponte", "playa", "monte", "sierra", "virgen", "porta",
    ]

    /// `the village of Alma al-Chaab`.
    private func isOfSettlement(_ at: Int) -> Bool {
        lower(at - 1) == "of" && isTogether(at, at - 2)
            && ["village", "hamlet", "settlement", "township", "suburb"].contains(lower(at - 2))
    }

    /// `Michael Jordan`: the first name of men or of women alone, which is no place's but a small town's
    /// abroad, and the name of a country. Within a headline, `Storm Daniel Libya` is no person.
    private func isNamedLikeCountry(_ at: Int, _ last: Int) -> Bool {
        // `Tate Britain`.
        guard last == at + 1, !["britain", "america"].contains(lower(last)), isEnglish || !isAtStart(at),
            let country = hit(last, last, [.country]),
            !traits[at].isDisjoint(with: [.male, .female]), !traits[at].contains(.word),
            !isTitleCase(tokens[at].sentence), !tokens[last].isAllCapitals,
            at == 0 || !isTogether(at, at - 1) || !isCapital(at - 1) || isAtStart(at - 1)
        else { return false }
        let home = gazetteer.record(country.record)?.country
        return hits[at]?.allSatisfy {
            $0.kind == .city && gazetteer.weight($0.record).size < 6
                && gazetteer.record($0.record)?.country != home
        } ?? true
    }

    /// `Gen Z`, `Gen Xers`.
    func isGeneration(_ at: Int) -> Bool {
        lower(at) == "gen" && EntityRules.generations.contains(lower(at + 1))
    }

    private static let generations: WordSet = ["z", "x", "alpha", "zers", "xers", "zer", "xer"]

    /// Surnames of persons who are named in full that are countries, as is no rare thing: `Jordan`.
    func surnamesOfCountries() -> SeenWords {
        var out = SeenWords()
        for one in found where one.rule == "person.first-name" && one.last > one.first {
            if traits[one.last].contains(.last), hit(one.last, one.last, [.country]) != nil {
                out.insert(lower(one.last))
            }
        }
        return out
    }

    /// `Hillary Clinton Goes After Them`: where a name ends in a headline, by what is known of its end.
    private func knownSurname(_ at: Int) -> Int? {
        let next = traits[at + 1]
        guard at == 0 || !isTogether(at, at - 1) || !isCapital(at - 1), traits[at].isDisjoint(with: .word),
            next.contains(.last), !next.contains(.word),
            isTogether(at, at + 2),
            traits[at + 2].isDisjoint(with: [.last, .first]) || traits[at + 2].contains(.word),
            hits[at + 2] == nil
        else { return nil }
        return at + 1
    }

    /// Names of which nothing is known but what joins them: `Tamim bin Hamad Al Thani`, `Fahad Al-Nasser`.
    mutating func personsByParticle() {
        for at in tokens.indices
        where owner[at] < 0 && tokens[at].kind == .word && EntityRules.filiations.contains(lower(at))
            && at > 0
        {
            let first = at - 1
            guard isTogether(at, first), isNamePart(first), !isOfSettlement(first),
                hits[first] == nil || traits[first].contains(.first),
                traits[first].isDisjoint(with: .word), !isTitleCase(tokens[at].sentence),
                !tokens[first].isAllCapitals, !EntityRules.noPersons.contains(lower(first)),
                !isAmong([.roles, .honorifics], first), isFirstOfName(first),
                let last = personName(first, most: 7), last > at, isFree(first, last),
                !isAmong([.heads, .placeNouns], last),
                hits[first]?.contains(where: { $0.last >= last }) != true
            else { continue }
            add(first, last, .person, "person.particle", .likely, title: apposition(behind: last))
        }
    }

    /// No capitalised word, hyphen or quotation mark stands right before.
    private func isFirstOfName(_ at: Int) -> Bool {
        guard at > 0, isTogether(at, at - 1) else { return true }
        return (!isCapital(at - 1) || isAtStart(at - 1))
            && !["-", "“", "\"", "«", "‘"].contains(lower(at - 1))
    }

    private static let filiations: WordSet = ["bin", "bint", "ibn", "ben", "ould", "al", "ul", "el"]

    /// What stands before `al-` in the names of places and groups: `Deir al-Zor`, `Ahrar al-Sham`.
    private static let noPersons: WordSet = [
        "deir", "ain", "ayn", "shatt", "tal", "tell", "tel", "umm", "bab", "jabal", "jebel", "wadi", "beit",
        "bayt",
        "khan", "dar", "nahr", "ras", "harakat", "jabhat", "ahrar", "ahl", "tahrir", "jaish", "jaysh",
        "kataib",
        "kata'ib", "liwa", "saraya", "hayat", "qasr", "souq", "souk", "sidi", "dhu", "eid", "laylat", "bayan",
        "majd",
        "burj", "kafr", "kfar", "marj", "hayy", "masjid", "jami", "daesh", "ansar", "fajr", "asaib", "fatah",
        "bank",
    ]

    /// Where a name of the gazetteer begins that ends at a token, `New Zealand`; of these kinds, or of any.
    func nameStart(_ last: Int, _ kinds: [Gazetteer.Kind]?) -> Int? {
        (max(0, last - 3)...max(0, last)).first { start in
            isTogether(start, last)
                && hits[start]?.contains {
                    $0.last == last && kinds?.contains($0.kind) != false
                } == true
        }
    }
}
