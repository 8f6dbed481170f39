import Model

/// Capital letters that say nothing: of small words at the beginning of a sentence in languages other than
/// English, and of the nouns of German. The rules for names read such words as small ones.
extension EntityRules {
    /// Lowers them, behind the lookup: what the gazetteer knows of two words and more (`Los Angeles`, `Die
    /// Welt`) keeps its capitals.
    mutating func lowerIdleCapitals() {
        guard !isEnglish else { return }
        let small = IdleWords.small(language)
        let nouns = hasCapitalNouns ? nounsOfTheText() : SeenWords()
        var inLongName = -1
        for at in tokens.indices where tokens[at].kind == .word {
            if let longest = hits[at]?.first(where: { $0.last > at && isSureName($0, at, small) }) {
                inLongName = max(inLongName, longest.last)
            }
            let isConfigured = hits[at]?.contains { $0.kind == .known } ?? false
            guard at > inLongName, isName(at), !isConfigured else { continue }
            let word = lower(at)
            let isSmall = small.contains(word) && !tokens[at].isAllCapitals && !isBehindFirstName(at)
            guard isSmall || hasCapitalNouns && isNoun(at, nouns) || isWordOfTime(at) else { continue }
            text.lower(at)
            hits.forget(at)
            smallWords.insert(word)
        }
    }

    /// `Nicusor Dan`, though `dan` is a small word of Dutch.
    private func isBehindFirstName(_ at: Int) -> Bool {
        at > 0 && isTogether(at, at - 1) && isCapital(at - 1) && traits[at - 1].contains(.first)
            && !traits[at].isDisjoint(with: [.first, .last]) && !text.hasLineEnd(at - 1, at)
    }

    /// `20 Mart'ta Bakü'ye`, `την Πέμπτη`.
    private func isWordOfTime(_ at: Int) -> Bool {
        let isBehindNumber = at > 0 && tokens[at - 1].kind == .number
        guard at > 0, isBehindNumber || language == "el", let words = ForeignDateWords.all[language],
            words.mayBegin(lower(at))
        else { return false }
        return isBehindNumber ? words.month(lower(at)) != nil : words.weekday(lower(at)) != nil
    }

    /// Not `Los Reyes`, the kings, a town of that name: one that begins with a small word is large, or stands
    /// behind a word that places it.
    private func isSureName(_ hit: Hit, _ at: Int, _ small: WordSet) -> Bool {
        let (size, flags) = gazetteer.weight(hit.record)
        return hit.kind != .city || !small.contains(lower(at)) || size >= 6 || flags.contains(.capital)
            || ["en", "de", "a", "à", "in", "di", "em", "do", "da", "aus", "nach"].contains(lower(at - 1))
    }

    /// Nouns are written with capitals in German alone.
    var hasCapitalNouns: Bool { language == "de" || language == "lb" }

    /// What stands behind an article, or behind one and adjectives: `der Grund`, `ein riesiges Krokodil`.
    private func nounsOfTheText() -> SeenWords {
        var out = SeenWords()
        for at in tokens.indices where at > 0 && tokens[at].isCapital && isTogether(at, at - 1) {
            var before = at - 1
            while at - before < 4, isAdjective(before), isTogether(at, before - 1) { before -= 1 }
            guard IdleWords.determiners.contains(lower(before)), !isKnownName(at), !isOfName(before) else {
                continue
            }
            out.insert(lower(at))
        }
        return out
    }

    /// The article of `Ursula von der Leyen`, `Kommissionschefin von der Leyen`.
    private func isOfName(_ article: Int) -> Bool {
        guard article > 1, isTogether(article, article - 2), ["von", "van"].contains(lower(article - 1))
        else {
            return false
        }
        return traits[article - 2].contains(.first) || isAmong([.honorifics, .roles], article - 2)
            || isRoleHere(article - 2)
    }

    /// A small word with an ending of adjectives.
    private func isAdjective(_ at: Int) -> Bool {
        guard at >= 0, tokens[at].kind == .word, !tokens[at].isCapital, lower(at).utf8.count > 3 else {
            return false
        }
        return ["e", "en", "er", "es", "em"].contains { lower(at).hasSuffix($0) }
    }

    /// A country, a region, an organisation or a large town, an acronym, a first name.
    private func isKnownName(_ at: Int) -> Bool {
        if tokens[at].isAllCapitals || traits[at].contains(.first) { return true }
        return hits[at]?.contains { hit in
            let (size, flags) = gazetteer.weight(hit.record)
            return hit.last == at && (hit.kind != .city || size >= 7 || flags.contains(.capital))
        } ?? false
    }

    /// Whether a capitalised word of German is a noun: one of the most usual ones, one that the article
    /// treats as such, or one by its ending. Behind a first name or a form of address it is a surname.
    private func isNoun(_ at: Int, _ nouns: SeenWords) -> Bool {
        let word = lower(at)
        if isAmong([.honorifics, .roles], at) { return false }
        let isUsual = IdleWords.isUsual(word)
        if at > 0, isTogether(at, at - 1), isCapital(at - 1), !isUsual || traits[at].contains(.last),
            traits[at - 1].contains(.first) || isAmong([.honorifics, .roles], at - 1)
        {
            return false
        }
        if isUsual {
            let isPlace = hits[at]?.contains { [.city, .admin].contains($0.kind) } ?? false
            return !(isPlace && ["in", "aus", "nach", "bei"].contains(lower(at - 1)))
        }
        guard !isKnownName(at) else { return false }
        if nouns.contains(word) { return true }
        guard !traits[at].contains(.last), word.utf8.count > 6 else { return false }
        return IdleWords.nounEndings.contains(where: word.hasSuffix)
    }
}
