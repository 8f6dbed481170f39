import Model

/// Organisations that nothing in their names tells: what stands beside them does.
extension EntityRules {
    /// What a thing is that bears such a name: `the reinsurer Royalty`, `Jumia, a retailer`.
    private static let kinds: WordSet = [
        "company", "firm", "startup", "start-up", "consultancy", "retailer", "insurer", "reinsurer",
        "airline",
        "carmaker", "automaker", "drugmaker", "chipmaker", "brewer", "manufacturer", "conglomerate",
        "subsidiary",
        "newspaper", "magazine", "broadcaster", "website", "tabloid", "publisher", "lender", "fintech",
        "nonprofit", "non-profit", "ngo", "charity", "militia", "developer", "supplier", "distributor",
        "multinational", "supermarket", "bookmaker", "brand", "provider", "giant", "platform", "studio",
        "outlet", "spinoff", "unicorn", "shipbuilder", "toymaker", "wholesaler", "app",
    ]
    /// Kinds of which none is a person too, as a developer and a publisher are.
    private static let firmsAlone: WordSet = [
        "company", "firm", "startup", "start-up", "consultancy", "retailer", "airline", "carmaker",
        "automaker", "drugmaker", "chipmaker", "conglomerate", "subsidiary", "newspaper", "magazine",
        "website", "tabloid", "brand", "charity", "nonprofit", "giant", "studio", "platform", "chain",
    ]
    /// Of what somebody buys or holds a part: `a stake in X`, `the takeover of X`.
    private static let holdings: WordSet = [
        "stake", "shares", "acquisition", "takeover", "subsidiary", "investor", "investors", "shareholder",
        "merger",
    ]
    /// People who are something of an organisation, and of little else.
    private static let officers: WordSet = [
        "ceo", "cfo", "coo", "cto", "founder", "founders", "co-founder", "co-founders", "cofounder",
        "chairman",
        "chairwoman", "spokesman", "spokeswoman", "spokesperson",
    ]
    /// People who are so at a firm or an institute.
    private static let employees: WordSet = [
        "officer", "analyst", "economist", "strategist", "executive", "engineer", "partner", "researcher",
        "consultant", "counsel", "vice-president", "trader", "broker",
    ]
    /// What may stand behind a kind that ends what is said of a name.
    private static let ends: WordSet = [
        ",", ".", "that", "which", "in", "of", "based", "for", "and", "with", "whose", "founded", "owned",
        "from",
        "headquartered", "specializing", "specialising", "dedicated", "operating", "run", "—", "–", ";", ")",
    ]

    mutating func organisationsByContext() {
        var people = SeenWords()
        for one in found where one.kind == .person {
            for at in one.first...one.last { people.insert(lower(at)) }
        }
        for at in tokens.indices where tokens[at].kind == .word && !isTitleCase(tokens[at].sentence) {
            if !tokens[at].isCapital {
                // Only what a capitalised word stands behind.
                guard isCapital(at + 1) || isCapital(at + 2) else { continue }
                let word = tokens[at].lower
                if isCapital(at + 1), isHolding(at), let last = unknownName(at + 1), !areWords(at + 1, last),
                    !isSurname(at + 1, last)
                {
                    add(at + 1, last, .organisation, "organisation.held", .likely)
                }
                if isCapital(at + 1), EntityRules.kinds.contains(word), let last = unknownName(at + 1) {
                    add(at + 1, last, .organisation, "organisation.kind", .likely)
                }
                addOfficed(at, word, people)
            } else if owner[at] < 0, isCamelCase(at) {
                add(at, at, .organisation, "organisation.camel-case", .weak)
            } else if owner[at] < 0, at == 0 || !isTogether(at, at - 1) || !isNamePart(at - 1),
                let last = unknownName(at), isExplained(last), !isSurname(at, last)
            {
                add(at, last, .organisation, "organisation.explained", .likely)
            } else {
                addOfficed(at, tokens[at].lower, people)
            }
        }
    }

    private func isHolding(_ at: Int) -> Bool {
        switch lower(at) {
        case "acquire", "acquires", "acquired", "acquiring": true
        case "in", "of", "with": isTogether(at, at - 1) && EntityRules.holdings.contains(lower(at - 1))
        default: false
        }
    }

    /// `Paris Baguette` of which somebody is the CEO, or that was founded: no person.
    mutating func firmsLikePersons() {
        var firms = SeenWords()
        for one in found where one.kind == .person && EntityRules.guessedNames.contains(one.rule) {
            let isOfficed =
                ["of", "at"].contains(lower(one.first - 1)) && isTogether(one.first, one.first - 2)
                && EntityRules.headsOfFirms.contains(lower(one.first - 2))
                || EntityRules.firmsAlone.contains(lower(one.first - 1))
            let isFounded = lower(one.last + 1) == "was" && lower(one.last + 2) == "founded"
            if isOfficed || isFounded { firms.insert(words(one.first, one.last)) }
        }
        guard !firms.isEmpty else { return }
        for index in found.indices where found[index].kind == .person {
            let one = found[index]
            guard firms.contains(words(one.first, one.last)) else { continue }
            (found[index].kind, found[index].rule) = (.organisation, "organisation.officer")
            found[index].title = nil
        }
    }

    private static let guessedNames: WordSet = ["person.first-name", "person.pattern"]
    private static let headsOfFirms: WordSet = ["ceo", "cfo", "coo", "cto", "founder", "co-founder"]

    /// Acronyms that persons belong to, words of English too: `Ann Chiang of DAB`, `DAB's Horace Cheung`.
    mutating func organisationsOfPersons() {
        for person in found where person.kind == .person && person.last > person.first {
            for at in [
                lower(person.last + 1) == "of" ? person.last + 2 : -1,
                lower(person.first - 1) == "'s" ? person.first - 2 : -1,
            ] where isTogether(person.first, at) && owner[at] < 0 && isAcronym(at) {
                add(at, at, .organisation, "organisation.of-person", .likely)
            }
        }
    }

    private func isAcronym(_ at: Int) -> Bool {
        tokens[at].isAllCapitals && (2...6).contains(lower(at).utf8.count) && hits[at] == nil
            && isNamePart(at) && !isAmong(.things, at) && !(isTogether(at, at + 1) && isCapital(at + 1))
            && !(isTogether(at, at - 1) && isCapital(at - 1)) && !isTitleCase(tokens[at].sentence)
    }

    /// `co-founder of Quorvane`, but not `spokesman for Lula` in an article that names him in full.
    private mutating func addOfficed(_ at: Int, _ word: String, _ people: SeenWords) {
        guard isCapital(at + 2), isOfficer(at, word), let last = unknownName(at + 2),
            !isSurname(at + 2, last),
            !people.contains(lower(last))
        else { return }
        add(at + 2, last, .organisation, "organisation.officer", .likely)
    }

    private func isOfficer(_ at: Int, _ word: String) -> Bool {
        switch lower(at + 1) {
        case "at": EntityRules.officers.contains(word) || EntityRules.employees.contains(word)
        case "of", "for": EntityRules.officers.contains(word)
        default: false
        }
    }

    /// The last token of up to four capitalised words of which nobody knows anything; nil when none begins
    /// here.
    private func unknownName(_ at: Int) -> Int? {
        guard at > 0, isUnknown(at) else { return nil }
        var last = at
        while last - at < 3, isTogether(at, last + 1), isUnknown(last + 1) { last += 1 }
        // A name that goes on is another rule's.
        if isTogether(at, last + 1), isCapital(last + 1), owner[last + 1] < 0, hits[last + 1] != nil {
            return nil
        }
        return last
    }

    /// `BankDhofar`, `EconViews`: a capital behind a small letter, as companies write themselves and persons
    /// (`McLean`, `LeBeau`) only behind a few beginnings.
    private func isCamelCase(_ at: Int) -> Bool {
        let letters = text.article.text[tokens[at].start..<tokens[at].end]
        guard letters.count >= 5, isUnknown(at), traits[at].isDisjoint(with: [.last, .word]),
            let hump = zip(letters.indices, zip(letters, letters.dropFirst())).first(where: { _, pair in
                (0x61...0x7A).contains(pair.0) && (0x41...0x5A).contains(pair.1)
            })?.0
        else { return false }
        let beginning = String(decoding: letters[...hump], as: UTF8.self).lowercased()
        return !EntityRules.personalBeginnings.contains(beginning)
    }

    private static let personalBeginnings = [
        "mc", "mac", "le", "de", "di", "du", "da", "la", "van", "von", "fitz", "al", "el", "abd", "abu", "o'",
        "st",
        "ben", "san", "kwa", "mhac", "bo", "ab", "ibn", "bin",
    ]

    private func isUnknown(_ at: Int) -> Bool {
        isNamePart(at) && hits[at] == nil && !traits[at].contains(.first)
            && !isAmong([.roles, .honorifics], at)
    }

    private func isSurname(_ first: Int, _ last: Int) -> Bool {
        first == last && traits[first].contains(.last)
    }

    /// `, the leading maker of shoes`: an apposition behind a name whose noun is a kind of organisation.
    private func isExplained(_ last: Int) -> Bool {
        guard lower(last + 1) == ",", isTogether(last, last + 2),
            ["a", "an", "the", "one"].contains(lower(last + 2))
        else { return false }
        var at = last + 3
        while at - last < 9, isTogether(last, at), tokens[at].kind == .word || lower(at) == "-" {
            if EntityRules.kinds.contains(lower(at)) {
                return !isTogether(last, at + 1) || EntityRules.ends.contains(lower(at + 1))
            }
            if ["who", "of", "that", "which", "in", "and"].contains(lower(at)) { return false }
            at += 1
        }
        return false
    }

    /// An organisation of the lists, unless it is somebody's or a part of something else.
    mutating func takeOrganisation(_ hit: Hit, _ at: Int) -> Bool {
        let isOne = hit.last == at
        // `Boston Marathon` is no oil company.
        let isPart =
            at > 0 && isTogether(at, at - 1) && hits[at - 1]?.contains { $0.kind == .city } ?? false
        if isOne, traits[at].contains(.word), !tokens[at].isAllCapitals,
            isPart || isAtStart(at) && !isFirm(at) || isTitleCase(tokens[at].sentence)
        {
            return false
        }
        // `per RSS-Feed`: no society of India.
        let behind = lower(at + 1) == "-" ? at + 2 : at + 1
        if lower(at) == "rss", lower(behind).begins(with: "feed") { return false }
        if isOne && isOfPerson(at) || isOwned(at, hit.last) { return false }
        let isOther = isOne && redefined[lower(at)] != nil
        add(
            at, hit.last, .organisation, isOther ? "organisation.acronym" : "organisation.known", .sure,
            record: isOther ? nil : hit.record)
        return true
    }

    /// Who is named in full by the same word, `Ferrari` of `Maria Ferrari`.
    private func isOfPerson(_ at: Int) -> Bool {
        !tokens[at].isAllCapitals && traits[at].contains(.last) && fullSurnames.contains(lower(at))
    }

    /// `Christie's exit from the race`, where somebody named in full is called so: not the auctioneer.
    func isOwned(_ at: Int, _ last: Int) -> Bool {
        last == at + 1 && lower(last) == "'s" && traits[at].contains(.last)
            && tokens.indices.dropFirst().contains {
                lower($0) == lower(at) && isCapital($0) && traits[$0 - 1].contains(.first)
                    && isCapital($0 - 1) && isTogether($0, $0 - 1)
            }
    }

    /// What only a firm does or has, behind a word that begins a sentence: `Apple said`, `Meta's shares`.
    private func isFirm(_ at: Int) -> Bool {
        isTogether(at, at + 1)
            && (isAmong(.speechVerbs, at + 1) || SpeechAbroad.verbs.contains(lower(at + 1))
                || EntityRules.deedsOfFirms.contains(lower(at + 1))
                || lower(at + 1) == "'s" && EntityRules.havingsOfFirms.contains(lower(at + 2)))
    }

    private static let deedsOfFirms: WordSet = [
        "has", "had", "ceo", "cfo", "chief", "chairman", "executives", "shares", "stock", "shareholders",
        "investors",
        "employees", "unveiled", "launched", "acquired", "reported", "posted", "sued", "hired", "fired",
        "declined", "denied", "plans", "appealed", "invested", "agreed", "sells", "sold", "cut",
    ]
    private static let havingsOfFirms: WordSet = [
        "ceo", "shares", "stock", "revenue", "revenues", "profit", "profits", "sales", "chief", "board",
        "app", "earnings", "shareholders", "employees", "lawyers", "market", "products", "customers",
    ]
}
