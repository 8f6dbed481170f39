import Model

/// Organisations by the words that they are named with.
extension EntityRules {
    /// Bodies that a capital letter alone names within a sentence.
    private static let houses: WordSet = [
        "parliament", "cabinet", "congress", "senate", "treasury", "coalition", "secretariat", "ministry",
        "police", "army", "navy", "assembly", "tribunal", "crown",
    ]

    mutating func organisationsByPattern() {
        for at in tokens.indices where owner[at] < 0 && tokens[at].kind == .word && tokens[at].isCapital {
            guard
                isAmong([.heads, .headsWithOf], at) || EntityRules.houses.contains(lower(at))
            else { continue }
            guard !isTitleCase(tokens[at].sentence) else { continue }
            if isAmong(.headsWithOf, at), let last = ofPhrase(at) {
                let first = leftEnd(at)
                take(first, last, "organisation.of", .sure)
                continue
            }
            if isHouse(at) {
                add(at, at, .organisation, "organisation.house", .likely)
                continue
            }
            guard isAmong(.heads, at) else { continue }
            var last = at
            while isTogether(at, last + 1), isCapital(last + 1), isAmong(.heads, last + 1),
                owner[last + 1] < 0
            { last += 1 }
            let first = leftEnd(at)
            guard first < at, isNamed(first, at, last) else { continue }
            // `Harvard University Center for Wellness`.
            if last > at, isAmong(.headsWithOf, last), let end = ofPhrase(last) { last = end }
            // `Chief Cyber Solutions Officer`.
            if lower(first - 1) == "chief", lower(last + 1) == "officer" { continue }
            take(
                first, last, "organisation.head",
                isAmong(.weakHeads, last) ? .likely : .sure)
        }
    }

    /// Stands alone, its capital not the sentence's.
    private func isHouse(_ at: Int) -> Bool {
        EntityRules.houses.contains(lower(at)) && !isAtStart(at) && !isNamePart(at - 1)
            && !(isTogether(at, at + 1) && isCapital(at + 1))
    }

    private mutating func take(_ first: Int, _ last: Int, _ rule: String, _ confidence: FactConfidence) {
        add(first, last, .organisation, rule, confidence)
        // `World Food Programme (WFP)`: the acronym is its name too.
        if lower(last + 1) == "(", isTogether(first, last + 3), lower(last + 3) == ")",
            tokens[last + 2].isAllCapitals || isAcronymOfItsOwn(last + 2), owner[last + 2] < 0
        {
            add(last + 2, last + 2, .organisation, "organisation.acronym", .sure)
        }
    }

    /// `(Seprelad)`: a word made of letters of the name in its own language.
    private func isAcronymOfItsOwn(_ at: Int) -> Bool {
        tokens[at].isCapital && traits[at].isEmpty && hits[at] == nil && isNamePart(at)
    }

    /// The end of `of the Russian Federation`, `of Health and Family Welfare` behind a head; nil without one.
    private func ofPhrase(_ at: Int) -> Int? {
        guard ["of", "for", "on"].contains(lower(at + 1)), isTogether(at, at + 2) else { return nil }
        if lower(at + 1) != "of",
            ![
                "ministry", "center", "centre", "institute", "committee", "department", "campaign", "council",
                "commission", "organization", "organisation", "association", "society", "agency",
                "foundation", "board", "movement", "alliance", "party", "office", "academy", "fund",
                "coalition", "conference", "authority",
            ].contains(lower(at))
        {
            return nil
        }
        var next = at + 2
        if lower(next) == "the" { next += 1 }
        guard isTogether(at, next), isOrganisationPart(next) else { return nil }
        var last = next
        var index = next
        while index - at < 12, isTogether(at, index + 1) {
            index += 1
            // `University of Havana Julio Estrada`, `Chamber of Commerce President Liton`.
            if index > next,
                isFullName(index) || isAmong(.roles, index) && isCapital(index + 1)
            {
                break
            }
            if isOrganisationPart(index) {
                last = index
                continue
            }
            let word = lower(index)
            if word == ",", index == last + 1, listGoesOn(index) { continue }
            if ["of", "and", "the", "for", "&", "-", "'s"].contains(word), index - last <= 2 {
                // `and` joins two organisations as often as two words of one name.
                let isDuty =
                    isAmong(.heads, index + 1) && traits[index + 1].contains(.word)
                    && ["ministry", "department"].contains(lower(at)) && lower(index + 1) == "energy"
                if word == "and", isTogether(at, index + 1), !isDuty,
                    tokens[index + 1].isAllCapitals && lower(index + 1).utf8.count > 2
                        || isAmong(.heads, index + 1) || hits[index + 1] != nil
                        || isFullName(index + 1)
                {
                    break
                }
                continue
            }
            break
        }
        return last
    }

    /// `Ministry of Law, Justice and Parliamentary Affairs`: behind a comma names of duties, of which nobody
    /// knows anything else, to an `and` and the last.
    private func listGoesOn(_ comma: Int) -> Bool {
        var at = comma + 1
        var words = 0
        while at - comma < 10, isTogether(comma, at) {
            if isOrganisationPart(at), !isKnown(at), traits[at].contains(.word) {
                words += 1
            } else if lower(at) == "and" {
                return words > 0 && isTogether(comma, at + 1) && isOrganisationPart(at + 1)
                    && hits[at + 1] == nil
                    && !isFullName(at + 1) && !isAmong(.heads, at + 1)
            } else if lower(at) != "," || words == 0 {
                return false
            }
            at += 1
        }
        return false
    }

    /// Begins a name of more than a town, which may be called Justice.
    private func isKnown(_ at: Int) -> Bool { hits[at]?.contains { $0.kind != .city } == true }

    /// Begins with a person's first name and goes on.
    private func isFullName(_ at: Int) -> Bool {
        at < tokens.count && traits[at].contains(.first) && isCapital(at + 1)
    }

    private func isOrganisationPart(_ at: Int) -> Bool {
        guard at < tokens.count, tokens[at].kind == .word, tokens[at].isCapital, owner[at] < 0 else {
            return false
        }
        let word = tokens[at].lower
        return !EntityWords.notNames.contains(word) || ["new", "first", "east", "west"].contains(word)
    }

    /// Organisations named in Romance languages, the head first: `Universidad de Chile`, `Frente Amplio`; and
    /// `Okanese First Nation`.
    mutating func organisationsAbroad() {
        for at in tokens.indices where owner[at] < 0 && isCapital(at) && !isTitleCase(tokens[at].sentence) {
            if let first = firstNation(at) {
                add(first, at, .organisation, "organisation.head", .likely)
                continue
            }
            guard EntityRules.headsAbroad.contains(lower(at)) else { continue }
            var (last, next) = (at, at + 1)
            while last - at < 7 {
                while next - last <= 2, EntityRules.smallAbroad.contains(lower(next)), !isCapital(next) {
                    next += 1
                }
                guard isTogether(at, next), isNamePart(next) else { break }
                (last, next) = (next, next + 1)
            }
            guard last > at else { continue }
            take(at, last, "organisation.abroad", .likely)
        }
    }

    /// Where `Okanese First Nation` begins that ends here; nil for anything else.
    private func firstNation(_ at: Int) -> Int? {
        guard lower(at) == "nation", lower(at - 1) == "first", isTogether(at, at - 2), isNamePart(at - 2),
            isFree(at - 2, at)
        else { return nil }
        var first = at - 2
        while first > 0, isTogether(at, first - 1), isNamePart(first - 1), at - first < 4 { first -= 1 }
        return first
    }

    private static let headsAbroad: WordSet = [
        "universidad", "banco", "instituto", "ministerio", "ministério", "partido", "asociación",
        "associação",
        "federación", "federação", "université", "banque", "ministère", "parti", "fundación", "fundação",
        "consejo", "conselho", "cámara", "câmara", "unión", "união", "centro", "frente", "movimiento",
        "movimento", "comisión", "comissão", "universidade", "università", "fédération", "fondation",
        "fondazione", "institut", "société", "sociedad", "sociedade", "compagnie", "compañía", "companhia",
        "sindicato", "syndicat", "confederación", "confederação", "confédération", "cooperativa", "empresa",
        "grupo", "groupe", "colegio", "colégio", "académie", "agencia", "agência",
        "policía", "polícia", "fuerzas", "forças", "secretaría", "dirección", "alianza", "aliança",
        "coordinadora", "observatorio", "observatoire", "autoridad", "autoridade", "teatro", "museo", "museu",
        "musée", "théâtre",
    ]
    private static let smallAbroad: WordSet = [
        "de", "del", "la", "las", "los", "el", "do", "da", "dos", "das", "du", "des", "d'", "y", "e", "et",
        "para",
    ]

    /// Whose an organisation is, and its name does not end there: `Rundu Magistrate's Court`.
    private static let publics: WordSet = [
        "magistrate", "prosecutor", "people", "women", "men", "children", "farmers", "workers", "teachers",
        "writers", "lawyers", "veterans", "journalists", "master",
    ]

    /// Where `Attorney General` and `Prime Minister` begin, whose offices bear their names.
    private func officeStart(_ at: Int) -> Int? {
        guard at > 0, isCapital(at), isCapital(at - 1), owner[at] < 0, owner[at - 1] < 0 else { return nil }
        let isOffice =
            switch lower(at) {
            case "general":
                ["attorney", "prosecutor", "auditor", "solicitor", "inspector", "advocate", "accountant"]
                    .contains(lower(at - 1))
            case "minister": ["prime", "chief", "first"].contains(lower(at - 1))
            default: false
            }
        return isOffice ? at - 1 : nil
    }

    /// Where the name begins to whose head this token belongs: capitalised words before it, no titles.
    private func leftEnd(_ at: Int) -> Int {
        var first = at
        while first > 0, isTogether(at, first - 1), at - first < 6 {
            var before = first - 1
            let isPeoples =
                ["'s", "'"].contains(lower(before)) && EntityRules.publics.contains(lower(before - 1))
            if lower(before) == "'s", let office = officeStart(before - 1), isTogether(at, office) {
                first = office
                break
            }
            if isPeoples || ["&", "-"].contains(lower(before)), before > 0, isTogether(at, before - 1) {
                before -= 1
            }
            guard isOrganisationPart(before) else { break }
            let word = lower(before)
            if isPeoples {
                first = before
                continue
            }
            if EntityWords.honorifics.contains(word)
                || EntityWords.roles.contains(word)
                    && ![
                        "general", "secretary", "chief", "head", "state", "senior", "executive", "defender",
                        "anchor", "justice", "king", "prince", "queen", "president", "student", "farmer",
                        "engineer", "minister", "writer", "teacher", "observer", "general", "major",
                        "forward", "model", "investor",
                    ].contains(word)
            {
                break
            }
            if ["president", "minister", "secretary", "chief", "general"].contains(word), before > 0 {
                break
            }
            first = before
        }
        first = behindAnd(first, at) ?? first
        // `Algerian Foreign Ministry`, `South African Weather Service`: the adjective is a fact of its own.
        if at - first >= 2, let people = demonym(first), at > people.last + 1,
            tokens[people.last + 1].kind == .word
        {
            first = people.last + 1
        }
        // A common word at the beginning of a sentence is no part of the name.
        if first < at, isAtStart(first), traits[first].contains(.word),
            !isAmong(.heads, first), demonym(first) == nil,
            first + 1 < at || isAmong(.weakHeads, at)
        {
            if hits[first] == nil { first += 1 }
        }
        return first
    }

    /// Where `Competition and Markets Authority` begins: common words with `and` between them, behind an
    /// article or a country's adjective; nil for two bodies of which the first is named by a word for one.
    private func behindAnd(_ first: Int, _ head: Int) -> Int? {
        func isCommon(_ at: Int) -> Bool {
            at >= 0 && isTogether(head, at) && isOrganisationPart(at) && traits[at].contains(.word)
                && traits[at].isDisjoint(with: [.first, .last]) && hits[at] == nil
                && !isAmong([.heads, .headsWithOf, .roles, .honorifics, .peoples], at)
                && !EntityRules.houses.contains(lower(at))
        }
        guard ["and", "&"].contains(lower(first - 1)), (first..<head).allSatisfy(isCommon), first < head,
            isCommon(first - 2)
        else { return nil }
        var start = first - 2
        while first - start < 5, isCommon(start - 1) { start -= 1 }
        let before = lower(start - 1)
        return before == "the" || demonym(start - 1) != nil ? start : nil
    }

    /// The clubs of towns, by who plays for them: `the Liverpool midfielder`, `ex-Barcelona striker`.
    mutating func clubs() {
        for at in tokens.indices where owner[at] < 0 {
            guard let hit = hits[at]?.first(where: { $0.kind == .city || $0.kind == .admin }),
                isFree(at, hit.last), isTogether(at, hit.last + 1), !isCapital(hit.last + 1),
                EntityRules.players.contains(lower(hit.last + 1)),
                hits[at]?.contains(where: { $0.kind == .country }) != true,
                !["in", "from", "of"].contains(lower(at - 1)), !isCapital(at - 1) || isAtStart(at - 1)
            else { continue }
            add(at, hit.last, .organisation, "organisation.club", .likely)
        }
    }

    private static let players: WordSet = [
        "striker", "midfielder", "defender", "goalkeeper", "winger", "fullback", "full-back", "playmaker",
        "coach", "manager", "captain", "skipper", "quarterback",
    ]

    /// Whether words before a head make a name of it.
    private func isNamed(_ first: Int, _ head: Int, _ last: Int) -> Bool {
        let isWeak = isAmong(.weakHeads, last)
        // `John Church`: a person.
        if head == last, traits[first].contains(.first), first + 1 == head, !traits[first].contains(.word),
            isWeak, hits[first] == nil
        {
            return false
        }
        if isWeak, head - first == 1, traits[first].contains(.word), demonym(first) == nil, hits[first] == nil
        {
            return !isAtStart(first) && lower(last) != "house"
        }
        return true
    }
}
