import Model

/// What the gazetteer knows of the words of a text.
extension EntityRules {
    /// A name of the gazetteer in the text.
    struct Hit {
        var last: Int
        var kind: Gazetteer.Kind
        var record: Int
    }

    /// Readings by the token that they begin at.
    struct Hits {
        private var all: [[Hit]]

        init(count: Int) { all = [[Hit]](repeating: [], count: count) }

        /// Nil where none begins.
        subscript(at: Int) -> [Hit]? {
            guard at >= 0, at < all.count, !all[at].isEmpty else { return nil }
            return all[at]
        }

        mutating func forget(_ at: Int) { all[at] = [] }

        /// Adds readings that are longer than those before.
        mutating func add(_ readings: [Hit], _ at: Int) { all[at].insert(contentsOf: readings, at: 0) }
    }

    /// Tokens of the longest name that is looked up.
    private static let longestName = 6

    /// Words in small letters that names of seas, straits and the like begin with, and groups that some
    /// languages write so: `mer Rouge`, `franja de Gaza`, `los talibanes`.
    private static let smallBeginnings = wordSet(
        """
        mer détroit bande golfe canal corridor couloir mar estrecho franja golfo corredor mare stretto
        striscia corridoio estreito faixa cieśnina cieśniny cieśninie cieśninę cieśniną morze moře
        korytarz korytarza korytarzem korytarzu korytarzowi coridorul coridorului culoarul διάδρομος
        διάδρομο διαδρόμου lacsini lačinský lačinského lačinském lačinským talibanes talibán talibans
        taliban talebani talibowie talibów talibom talibami talibanii talibanilor талибы талибов талибам
        талибами талибах таліби талібів талібам талібами талибаните талибани talibanerna talibaner
        talibanerne tálibok tálibokat tálibokkal táliboknak tálibánci talibãs talibã hutíes houthis houthi
        houthistes хуситы хуситов хуситам хуситами хусити хуситів хусите хутите houthiții
        houthierna houthierne húszik húszikat húsziknak húszikkal hutis hútíové hútíů hútíům
        lago lac lacul lacului jezioro jeziora jeziorze jeziorem jezioru jezero jezera jezeru jezerem jezeře
        озеро озера озеру озером озере озері езеро езерото λίμνη λίμνης océan océano oceano canale kanał
        kanału διώρυγα διώρυγας strâmtoarea fleuve río rio fiume râul fluviul rzeka rzeki řeka řeky река реки
        реке річка річки ποταμός ποταμό plateau altos alture colinas střední východním jihovýchodní severní
        západní corne град zangezuri minszki pásmo pásma pásmu секторе сектора сектору секторі groupe gruppo
        gruparea al turvallisuusneuvosto turvallisuusneuvoston säkerhetsråd säkerhetsrådet sikkerhedsråd
        sikkerhedsrådet internasjonale europeiske europarlamentti
        """)

    mutating func lookUp() {
        for at in text.tokens.indices where text.tokens[at].kind == .word {
            let isSmall = !isName(at)
            guard !isSmall || !isEnglish && EntityRules.smallBeginnings.contains(lower(at)) else { continue }
            var hash = Gazetteer.Hash()
            var last = at
            while last < text.tokens.count, last - at < EntityRules.longestName, isTogether(at, last) {
                let token = text.tokens[last]
                if last > at {
                    guard token.kind != .sign || isInName(last) else { break }
                    if !token.isGlued { hash.add(" ") }
                }
                hash.add(token.lower)
                if token.kind != .sign || token.lower == "'s" {
                    note(hash, at, last, isSmall: isSmall && !token.isCapital)
                }
                last += 1
            }
            if !isEnglish, !isSmall, CaseForms.has(language) { lookUpCases(at) }
        }
    }

    /// A sign within names: `Johnson & Johnson`, `AT&T`, `Bilbao-Bizkaia`.
    private func isInName(_ at: Int) -> Bool {
        switch lower(at) {
        case "&": true
        case "-", "'", "'s", ".": tokens[at].isGlued
        default: false
        }
    }

    /// Places and organisations of which a word is a case, or two are: `Нагорном Карабахе`, `Нью-Йорке`.
    private mutating func lookUpCases(_ at: Int) {
        if CaseForms.endAtLast.contains(language), lookUpLongCases(at) { return }
        let bare = CaseForms.adjectives(lower(at), language)
        if CaseForms.hasPrefixes(language), lookUpPrefixed(at, bare) { return }
        for (next, joint) in [(at + 1, " "), (at + 2, "-")] where isTogether(at, next) {
            let isJoined =
                joint == " " || lower(at + 1) == "-" && tokens[at + 1].isGlued && tokens[next].isGlued
            guard isJoined, tokens[next].kind == .word, hits[at]?.contains(where: { $0.last > at }) != true
            else { continue }
            let start = Gazetteer.Hash().adding(lower(at)).adding(joint)
            let ends = forms(next) + CaseForms.nouns(lower(next), language)
            var names = ends.map(start.adding)
            for first in bare {
                let start = Gazetteer.Hash().adding(first).adding(joint)
                names.append(start.adding(lower(next)))
                names += ends.map(start.adding)
            }
            // `Unii Europejskiej`: the adjective comes last.
            if joint == " " {
                let lasts = CaseForms.adjectives(lower(next), language)
                for first in lasts.isEmpty ? [] : forms(at) {
                    names += lasts.map(Gazetteer.Hash().adding(first).adding(joint).adding)
                }
            }
            if noteCase(names, at, next) { return }
        }
        // `Bakuba` of Hungarian is into Baku, though a town of Iraq bears the name.
        let isPlace =
            hits[at]?.contains {
                $0.kind != .organisation && $0.kind != .demonym && !(language == "hu" && $0.kind == .city)
            } ?? false
        guard !isPlace, lower(at).unicodeScalars.count > 3 else { return }
        _ = noteCase(forms(at).map(Gazetteer.Hash().adding), at, at)
    }

    /// Names of three words and more whose first has a small word written to it: `لمنظمة الصحة العالمية`.
    private mutating func lookUpPrefixed(_ at: Int, _ bare: [String]) -> Bool {
        guard isTogether(at, at + 2), hits[at]?.contains(where: { $0.last > at + 1 }) != true else {
            return false
        }
        for first in bare {
            var hash = Gazetteer.Hash().adding(first)
            var last = at
            while last - at < EntityRules.longestName - 1, isTogether(at, last + 1),
                tokens[last + 1].kind == .word
            {
                last += 1
                hash = hash.adding(" ").adding(lower(last))
                if last > at + 1, noteCase([hash], at, last) { return true }
            }
        }
        return false
    }

    /// The same of three words and four, `Avropa Mərkəzi Bankının`; false when there is none.
    private mutating func lookUpLongCases(_ at: Int) -> Bool {
        for last in [at + 3, at + 2] where isTogether(at, last) {
            let isOfWords = (at...last).allSatisfy { tokens[$0].kind == .word }
            guard isOfWords, hits[at]?.contains(where: { $0.last >= last }) != true else { continue }
            let ends = forms(last) + CaseForms.nouns(lower(last), language)
            let start = (at..<last).reduce(Gazetteer.Hash()) { $0.adding(lower($1)).adding(" ") }
            if noteCase(ends.map(start.adding), at, last) { return true }
        }
        return false
    }

    /// What a word may be a case of; each word is taken apart once.
    private mutating func forms(_ at: Int) -> [String] {
        if let known = caseForms[at] { return known }
        let forms = CaseForms.names(lower(at), language)
        caseForms[at] = forms
        return forms
    }

    /// Takes down the places that the largest bearer of some names bears; false when there is none.
    private mutating func noteCase(_ names: [Gazetteer.Hash], _ first: Int, _ last: Int) -> Bool {
        var (best, readings): (Int, [Hit]) = (0, [])
        // Hebrew names have no article.
        let mayBeFirstName =
            first == last && !hasCapitalNouns && (language != "he" || !lower(first).hasPrefix("ה"))
        for hash in names {
            var (size, mine): (Int, [Hit]) = (0, [])
            gazetteer.forEach(hash) { kind, record in
                // `Николом Пашиняном`.
                if kind == .first, mayBeFirstName, !isAtStart(first) { traits[first].insert(.first) }
                guard [.city, .country, .region, .admin, .organisation, .known].contains(kind) else { return }
                let (people, flags) = gazetteer.weight(record)
                // `Laufs` is hardly of Lauf.
                let isNoted = !flags.isDisjoint(with: [.capital, .notable])
                if kind == .city, people < 4, isLatin(first), !isNoted { return }
                // `NATOn`, but `Pris` of Danish is no PRI.
                let isWritten = !flags.contains(.acronym) || text.capitals(first) == 2
                guard isOfLanguage(record, flags), isWritten else { return }
                size = max(size, kind == .city ? people : 10)
                mine.append(Hit(last: last, kind: kind, record: record))
            }
            if size > best { (best, readings) = (size, mine) }
        }
        if !readings.isEmpty { hits.add(readings, first) }
        return !readings.isEmpty
    }

    /// `AB` is the European Union in Turkish alone.
    private func isOfLanguage(_ record: Int, _ flags: Gazetteer.Flags) -> Bool {
        guard flags.contains(.limited), let record = gazetteer.record(record) else { return true }
        return record.languages.contains { $0.utf8.elementsEqual(language.utf8) }
    }

    /// Whether names of a kind are written in small letters: corridors and groups, no acronyms.
    private func mayBeSmall(_ kind: Gazetteer.Kind, _ record: Int) -> Bool {
        kind == .organisation && !gazetteer.weight(record).flags.contains(.acronym)
            || kind == .region && gazetteer.record(record)?.within == "corridor"
    }

    /// What is known of `İrakli` as Irakli: the dot of a capital is no letter.
    private func dotted(_ at: Int) -> NameTraits {
        guard !isEnglish, lower(at).utf8.starts(with: "i\u{307}".utf8) else { return [] }
        let hash = Gazetteer.Hash().adding(Institutions.undotted(lower(at)))
        var out: NameTraits = []
        gazetteer.forEach(hash) { kind, _ in
            if kind == .first { out.insert(.first) }
            if kind == .last { out.insert(.last) }
        }
        return out
    }

    /// Written as abbreviations are: `AU`, `M23`, `H&M`.
    private func isShort(_ first: Int, _ last: Int) -> Bool {
        tokens[first].isAllCapitals
            || isCapital(first)
                && (lower(first).utf8.contains { (0x30...0x39).contains($0) }
                    || last > first && lower(first).utf8.count == 1 && lower(first + 1) == "&")
    }

    /// Takes down what a name may be; of one in small letters alone only a corridor, `korytarz laczyński`,
    /// or a group, `los talibanes`.
    private mutating func note(_ hash: Gazetteer.Hash, _ at: Int, _ last: Int, isSmall: Bool) {
        var readings: [Hit] = []
        var own: NameTraits = []
        gazetteer.forEach(hash) { kind, record in
            guard !isSmall || mayBeSmall(kind, record) else { return }
            switch kind {
            case .first:
                own.insert(.first)
                let flags = gazetteer.weight(record).flags
                if flags.contains(.male) { own.insert(.male) }
                if flags.contains(.female) { own.insert(.female) }
            case .last: own.insert(.last)
            case .word: own.insert(.word)
            default:
                // `AU` is no word of `Au Bon Coin`, `L.A.` none of `la`.
                let (_, flags) = gazetteer.weight(record)
                let isAbbreviation = [.organisation, .region].contains(kind) && flags.contains(.acronym)
                if !isAbbreviation || isShort(at, last), isOfLanguage(record, flags) {
                    readings.append(Hit(last: last, kind: kind, record: record))
                }
            }
        }
        if last == at { traits[at].formUnion(own.union(dotted(at))) }
        if !readings.isEmpty { hits.add(readings, at) }
    }
}
