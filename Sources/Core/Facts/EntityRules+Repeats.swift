import Model

/// What is named again, and what is left.
extension EntityRules {
    /// Surnames of persons, acronyms of organisations, and names that were found elsewhere, wherever they
    /// stand again.
    mutating func repeats() {
        let names = namesFound()
        for at in tokens.indices where owner[at] < 0 && isName(at) && !isAmong(.notNames, at) {
            if !names.begins(tokens[at].lower) {
                // `Макрону` of Макрон.
                for form in cases(at) {
                    guard let known = names.byWords[form], known.kind == .person, mayRepeat(at, known)
                    else { continue }
                    add(at, at, .person, "person.again", .likely)
                    break
                }
                continue
            }
            for last in (at..<min(at + 5, tokens.count)).reversed()
            where isTogether(at, last) && isFree(at, last) {
                guard let known = names.byWords[words(at, last)], at < last || mayRepeat(at, known) else {
                    continue
                }
                if known.kind == .person, at == last {
                    let (first, end) = widened(at)
                    add(first, end, .person, "person.again", .likely)
                    break
                }
                add(
                    at, last, known.kind, "\(known.kind.rawValue).again", .likely,
                    record: found[known.found].record)
                break
            }
        }
    }

    /// Whether a word that is a name elsewhere may be one here.
    private func mayRepeat(_ at: Int, _ known: KnownName) -> Bool {
        if known.kind == .person, isAmong(.things, at) || lower(at) == "st" { return false }
        if known.kind != .person || tokens[at].lower.utf8.count < 3, traits[at].contains(.word),
            !tokens[at].isAllCapitals
        {
            return false
        }
        // `AU` is no word of `Au Bon Coin`.
        if known.kind == .organisation, !tokens[at].isAllCapitals,
            tokens[found[known.found].first].isAllCapitals, tokens[at].lower.utf8.count <= 4
        {
            return false
        }
        guard known.kind == .person, traits[at].contains(.word) else { return true }
        // A word that the article uses as such is nobody's surname that nobody knows: `Tips`, `Product`.
        if !traits[at].contains(.last), !traits[at].contains(.first), smallWords.contains(lower(at)) {
            return false
        }
        return !isTitleCase(tokens[at].sentence) && !(isAtStart(at) && smallWords.contains(lower(at)))
    }

    /// A name that was found.
    private struct KnownName {
        var kind: EntityMention.Kind
        /// Place in the list of findings.
        var found: Int
    }

    /// What was found so far, by its words in lower case.
    private struct KnownNames {
        var byWords = WordMap<KnownName>()
        private var firstWords = SeenWords()

        /// Whether a name begins with this word.
        func begins(_ word: String) -> Bool { firstWords.contains(word) }

        mutating func add(_ words: String, beginning first: String, _ name: KnownName) {
            guard byWords[words] == nil else { return }
            byWords[words] = name
            firstWords.insert(first)
        }
    }

    private func namesFound() -> KnownNames {
        var names = KnownNames()
        var guessed = SeenWords()
        for (index, one) in found.enumerated() {
            let whole = words(one.first, one.last)
            // A place that only a preposition speaks for, once, is not looked for elsewhere.
            if one.rule == "place.context", one.record == nil, guessed.insert(whole) { continue }
            names.add(whole, beginning: lower(one.first), KnownName(kind: one.kind, found: index))
            guard one.last > one.first else { continue }
            if one.kind == .person { note(surnamesOf: one, index, &names) }
            if one.kind == .organisation {
                let letters = acronym(one.first, one.last)
                if letters.utf8.count >= 2 {
                    names.add(letters, beginning: letters, KnownName(kind: .organisation, found: index))
                }
            }
        }
        return names
    }

    private func note(surnamesOf one: Found, _ index: Int, _ names: inout KnownNames) {
        var last = one.last
        while last > one.first, lower(last) == "." || lower(last) == "jr" || lower(last) == "sr" { last -= 1 }
        note(surname: surnameStart(one.first, last), last, index, &names)
        // `Omer Bar Lev` is called Bar Lev.
        if last - one.first >= 2, isCapital(last - 1),
            EntityRules.surnameBeginnings.contains(lower(last - 1))
        {
            note(surname: last - 1, last, index, &names)
        }
        if let surname = paternalName(one) {
            note(surname: surname, surname, index, &names)
            // `González Amador` of Alberto González Amador.
            if isCapital(last), last > surname { note(surname: surname, last, index, &names) }
        }
        if isUninflected || hasCapitalNouns || traits[one.first].contains(.first),
            !traits[one.first].contains(.word),
            !traits[one.first].contains(.first) || lower(one.first).utf8.count <= 4
        {
            note(surname: one.first, one.first, index, &names)
        }
    }

    /// The surnames of persons who are named in full or by title, and words that stand behind a name that
    /// nobody knows, as `Farruco Sesto`. `Ville de Paris` may be no person.
    func lastNames() -> SeenWords {
        var out = SeenWords()
        for one in found where one.kind == .person {
            if one.first == one.last || !isAmong(.particles, one.last - 1) {
                out.insert(lower(one.last))
            }
            if let surname = paternalName(one) { out.insert(lower(surname)) }
        }
        for at in tokens.indices.dropFirst()
        where owner[at] < 0 && owner[at - 1] < 0 && isTogether(at, at - 1) && isNamePart(at)
            && isNamePart(at - 1) && !isTownHere(at)
        {
            let isUnknown = traits[at - 1].contains(.first) || hits[at - 1] == nil
            guard isUnknown, !traits[at - 1].contains(.word), !isTitleCase(tokens[at].sentence) else {
                continue
            }
            if at > 1, isTogether(at, at - 2), isNamePart(at - 2) || isNamePart(at + 1) { continue }
            out.insert(lower(at))
        }
        return out
    }

    /// `Cenevre'de`: a town with an ending that says where.
    func isTownHere(_ at: Int) -> Bool {
        !isEnglish && hits[at] != nil && SpeechAbroad.isLocative(lower(at), language)
    }

    /// The first of a Spanish name's two surnames, by which people are called: `Byron David Castillo Segura`.
    func paternalName(_ person: Found) -> Int? {
        let at = person.last - 1
        guard person.last - person.first >= 2, tokens[at].isCapital, tokens[at].lower.utf8.count >= 4,
            traits[at].contains(.last)
                || traits[person.last].contains(.last) && hits[at]?.first?.kind != .country,
            !traits[at].contains(.first), !traits[at].contains(.word)
        else { return nil }
        return at
    }

    /// A surname with the other names beside it that nobody knows.
    private func widened(_ at: Int) -> (first: Int, last: Int) {
        func isName(_ index: Int) -> Bool {
            guard index >= 0, isTogether(at, index), owner[index] < 0, isNamePart(index),
                !traits[index].contains(.word), hits[index] == nil,
                isUninflected || !traits[index].isDisjoint(with: [.first, .last])
            else { return false }
            return !tokens[index].isAllCapitals && !isAmong([.roles, .heads], index)
        }
        var (first, last) = (at, at)
        while at - first < 3, isName(first - 1) { first -= 1 }
        while last - at < 2, isName(last + 1) { last += 1 }
        return (first, last)
    }

    private static let surnameBeginnings: WordSet = [
        "bar", "ben", "bin", "ibn", "al", "el", "abu", "van", "von", "de", "da", "di", "du", "la", "le",
        "del", "mac",
    ]

    /// `van der Bellen` is a surname, particles and all.
    private func surnameStart(_ first: Int, _ last: Int) -> Int {
        var start = last
        while start - 1 > first,
            lower(start - 1) == "-"
                || isAmong(.particles, start - 1) && !isCapital(start - 1)
        {
            start -= lower(start - 1) == "-" && start - 2 > first ? 2 : 1
        }
        return start
    }

    private func note(surname first: Int, _ last: Int, _ index: Int, _ names: inout KnownNames) {
        let surname = words(first, last)
        guard surname.utf8.count >= 2 else { return }
        names.add(surname, beginning: lower(first), KnownName(kind: .person, found: index))
        guard first == last else { return }
        for form in cases(first) {
            names.add(form, beginning: form, KnownName(kind: .person, found: index))
        }
    }

    /// The names of which a word may be a form.
    func cases(_ at: Int) -> [String] {
        guard !isUninflected, lower(at).unicodeScalars.count > 3 else { return [] }
        return caseForms[at] ?? CaseForms.names(lower(at), language)
    }

    /// The language has no cases that names stand in, as far as is read here.
    var isUninflected: Bool { isEnglish || !CaseForms.has(language) }

    /// The words of a stretch in lower case.
    func words(_ first: Int, _ last: Int) -> String {
        var out = tokens[first].lower
        guard last > first else { return out }
        for at in (first + 1)...last { out += (tokens[at].isGlued ? "" : " ") + tokens[at].lower }
        return out
    }

    /// The first letters of the capitalised words.
    func acronym(_ first: Int, _ last: Int) -> String {
        var out = ""
        for at in first...last where tokens[at].isCapital { out += tokens[at].lower.prefix(1) }
        return out
    }

    /// Runs of capitals that no rule knew: acronyms are organisations, two or three words that are no English
    /// ones persons.
    mutating func leftovers() {
        var shouts = WordMap<Int>()
        for token in tokens where token.isAllCapitals { shouts[token.lower, default: 0] += 1 }
        for at in tokens.indices where owner[at] < 0 && isNamePart(at) && !isTitleCase(tokens[at].sentence) {
            if at > 0, isTogether(at, at - 1), isNamePart(at - 1) { continue }
            guard let last = personName(at), isFree(at, last), last == at || !isAmong(.buildings, last)
            else { continue }
            if last == at, isLoneSurname(at) {
                add(at, at, .person, "person.surname", .weak)
                continue
            }
            if last == at {
                let word = lower(at)
                guard tokens[at].isAllCapitals, word.utf8.count >= 3, word.utf8.count <= 6,
                    !traits[at].contains(.word) || shouts[word, default: 0] > 2 && !smallWords.contains(word),
                    !isRoman(word), hits[at] == nil, !EntityRules.notOrganisations.contains(word),
                    !isAmong(.things, at), !isCredential(at),
                    !word.utf8.contains(where: { (0x30...0x39).contains($0) })
                else { continue }
                add(at, at, .organisation, "organisation.capitals", .weak)
                continue
            }
            let words = (at...last).filter { tokens[$0].kind == .word && tokens[$0].isCapital }
            guard words.count <= 4, !isAtStart(at) || !traits[at].contains(.word),
                hits[at]?.contains(where: { $0.last >= last }) != true,
                !EntityRules.particles.contains(lower(last)), !EntityRules.statesAlone.contains(lower(at))
            else { continue }
            let common = words.filter { traits[$0].contains(.word) }.count
            let isKnown = words.contains { traits[$0].contains(.last) || traits[$0].contains(.first) }
            if !isEnglish, EntityRules.buildingsAbroad.contains(lower(at)) { continue }
            // `Dış Politika Şefi`.
            if common == 0, isKnown, !words.contains(where: isRoleHere),
                !words.contains(where: { tokens[$0].isAllCapitals && lower($0).utf8.count > 2 })
            {
                add(at, last, .person, "person.unknown", .weak)
            }
        }
    }

    /// `Sylvia Klinger, DBA, MS, RDN, CPT, and founder`: what somebody has learned.
    private func isCredential(_ at: Int) -> Bool {
        var before = at
        while at - before < 10, lower(before - 1) == ",", isTogether(at, before - 2), isCapital(before - 2) {
            before -= 2
            if owner[before] >= 0 { return found[owner[before]].kind == .person }
            guard tokens[before].isAllCapitals else { return false }
        }
        return false
    }

    /// Abbreviations of things: `КПП` is a checkpoint.
    private static let notOrganisations = wordSet(
        """
        кпп дтп ввп ндс сми чп чс вов ии жкх аэс гэс тэс тэц бпла пво рсзо впк егэ мрот вич спид днк пдв змі
        іі аес
        """)

    /// A surname alone with a verb of persons behind it: `Boric has`, `Sisi told`.
    private func isLoneSurname(_ at: Int) -> Bool {
        guard traits[at].contains(.last) || traits[at].contains(.first), !traits[at].contains(.word),
            hits[at] == nil, !isAmong(.faiths, at),
            !tokens[at].isAllCapitals, lower(at).utf8.count >= 4, !isCapital(at + 1),
            at == 0 || !isCapital(at - 1) || isAtStart(at)
        else { return false }
        return EntityRules.personVerbs.contains(lower(at + 1)) && isTogether(at, at + 1)
    }

    private static let personVerbs: WordSet = [
        "said", "says", "told", "was", "is", "has", "had", "will", "who", "also", "did", "would", "came",
        "went", "took", "made", "added",
        "asked", "wrote", "became", "won", "lost", "scored", "played", "and", "'s",
    ]

    private func isRoman(_ word: String) -> Bool { word.allSatisfy { "ivxlcm".contains($0) } }
}
