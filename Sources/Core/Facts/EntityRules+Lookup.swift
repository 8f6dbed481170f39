import Model

/// What the gazetteer knows of the words of a text.
extension EntityRules {
    /// Tokens of the longest name that is looked up.
    private static let longestName = 6

    mutating func lookUp() {
        for at in text.tokens.indices where text.tokens[at].kind == .word && isName(at) {
            var hash = Gazetteer.Hash()
            var last = at
            while last < text.tokens.count, last - at < EntityRules.longestName, isTogether(at, last) {
                let token = text.tokens[last]
                if last > at {
                    guard token.kind != .sign || token.isGlued && ["-", "'", "'s", "."].contains(token.lower)
                    else {
                        break
                    }
                    if !token.isGlued { hash.add(" ") }
                }
                hash.add(token.lower)
                if token.kind != .sign || token.lower == "'s" { note(hash, at, last) }
                last += 1
            }
            if !isEnglish, CaseForms.has(language) { lookUpCases(at) }
        }
    }

    /// Places and organisations of which a word, or two, are a case: `Нагорном Карабахе`. Towns must be
    /// large, as many a word ends so.
    private mutating func lookUpCases(_ at: Int) {
        let next = at + 1
        if isTogether(at, next), tokens[next].kind == .word,
            hits[at]?.contains(where: { $0.last > at }) != true
        {
            let ends = CaseForms.names(lower(next), language)
            for first in [lower(at)] + CaseForms.adjectives(lower(at), language) {
                for second in (first == lower(at) ? [] : [lower(next)]) + ends
                where noteCase(first + " " + second, at, next) {
                    return
                }
            }
        }
        let isPlace = hits[at]?.contains { $0.kind != .organisation && $0.kind != .demonym } ?? false
        guard !isPlace, lower(at).unicodeScalars.count > 3 else { return }
        for name in CaseForms.names(lower(at), language) where noteCase(name, at, at) { return }
    }

    /// Takes down the places that a name bears; false when there is none.
    private mutating func noteCase(_ name: String, _ first: Int, _ last: Int) -> Bool {
        var hash = Gazetteer.Hash()
        hash.add(name)
        var readings: [Hit] = []
        gazetteer.forEach(hash) { kind, record in
            let (size, flags) = gazetteer.weight(record)
            let isTown = kind == .city && (size >= 6 || flags.contains(.capital))
            if isTown || [.country, .region, .admin, .organisation].contains(kind) {
                readings.append(Hit(last: last, kind: kind, record: record))
            }
        }
        if !readings.isEmpty { hits.add(readings, first) }
        return !readings.isEmpty
    }

    private mutating func note(_ hash: Gazetteer.Hash, _ at: Int, _ last: Int) {
        var readings: [Hit] = []
        var own: NameTraits = []
        gazetteer.forEach(hash) { kind, record in
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
                let isAbbreviation =
                    [.organisation, .region].contains(kind)
                    && gazetteer.weight(record).flags.contains(.acronym)
                if !isAbbreviation || text.tokens[at].isAllCapitals {
                    readings.append(Hit(last: last, kind: kind, record: record))
                }
            }
        }
        if last == at { traits[at].formUnion(own) }
        if !readings.isEmpty { hits.add(readings, at) }
    }
}
