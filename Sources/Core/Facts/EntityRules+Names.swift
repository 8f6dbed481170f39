import Model

/// How far a person's name goes.
extension EntityRules {
    /// Where the first capitalised word of a person's name stands that begins here; nil when none does.
    private func startOfName(_ at: Int) -> Int? {
        guard at < text.tokens.count else { return nil }
        // `al-Assad`, `bin Salman`.
        if isAmong(.particles, at), !isCapital(at) {
            let next = lower(at + 1) == "-" ? at + 2 : at + 1
            return isTogether(at, next) && isNamePart(next) ? next : nil
        }
        // `Paris'te Abdülfettah es-Sisi`: where he is.
        if !isEnglish, SpeechAbroad.isLocative(lower(at), language), isPlaceName(at) { return nil }
        if isOfficeBeforeName(at) { return nil }
        // `CAM Hector Llaitul`: an acronym is no name.
        let isAcronym =
            text.tokens[at].isAllCapitals && lower(at).utf8.count >= 3 && isCapital(at + 1)
            && !text.tokens[at + 1].isAllCapitals && isTogether(at, at + 1)
        return isNamePart(at) && !isAcronym ? at : nil
    }

    /// The last token of a person's name that begins here; nil when none does.
    func personName(_ at: Int, most: Int = 5) -> Int? {
        guard !isGeneration(at), let index = startOfName(at) else { return nil }
        let isShouted = text.tokens[index].isAllCapitals
        var last = index
        var words = 1
        while words < most || lower(last + 1) == "-" && isCapital(last + 2) {
            var next = last + 1
            if lower(next) == ".", isTogether(at, next), text.tokens[next].isGlued,
                lower(last).unicodeScalars.count <= 2
            {
                next += 1
            }
            var isJoined = false
            if lower(next) == "-", isTogether(at, next), text.tokens[next].isGlued {
                next += 1
                isJoined = true
            }
            if let behind = behindNickname(next), isTogether(at, behind), isNamePart(behind) {
                last = behind
                words += 1
                continue
            }
            guard let behind = behindParticles(next, in: at) else { break }
            next = behind
            // `Kim Jong-un`.
            if isJoined, isTogether(at, next), !isCapital(next), tokens[next].isGlued, isSyllable(last),
                isSyllable(next), owner[next] < 0
            {
                last = next
                continue
            }
            guard isTogether(at, next), isNamePart(next), !isSameInNextLine(last, next) else { break }
            // `Նիկոլ Փաշինյանը Բրյուսելում`: what stands in a case behind a name is a place.
            if EntityRules.caseLanguages.contains(language), isPlaceName(next) { break }
            if words > 1, !isJoined, isTownHere(next) { break }
            if !isShouted, text.tokens[next].isAllCapitals, lower(next).utf8.count > 2 { break }
            if hasDigit(next) {
                if isEnglish, last == at || !traits[last].contains(.last) { return nil }
                break
            }
            if isNextPerson(next, behind: last, words) || isOfficeBeforeName(next) { break }
            // `anklagade Irakli Kobachidze Europaparlamentet`.
            if !isEnglish, words > 1, !traits[next].contains(.last),
                hits[next]?.contains(where: { $0.kind == .organisation }) ?? false
            {
                break
            }
            if isOffice(next), last > at || !isSurnameOfOffice(next) { break }
            last = next
            if !isJoined { words += 1 }
        }
        if lower(last + 1) == ".", isTogether(at, last + 1), text.tokens[last + 1].isGlued,
            lower(last) == "jr" || lower(last) == "sr"
        {
            last += 1
        }
        return last
    }

    /// `Antonio Guterres M23 isyancılarını`, but `Segway Ninebot G2` is a product.
    private func hasDigit(_ at: Int) -> Bool { lower(at).utf8.contains { (0x30...0x39).contains($0) } }

    private func isOffice(_ at: Int) -> Bool {
        isAmong([.roles, .honorifics], at) && !["king", "prince"].contains(lower(at))
    }

    /// `Tessa Bishop`: an office that is as often a surname, behind a first name, and the last of its words.
    private func isSurnameOfOffice(_ at: Int) -> Bool {
        EntityRules.officeSurnames.contains(lower(at)) && isCapital(at) && traits[at - 1].contains(.first)
            && !(isTogether(at, at + 1) && isCapital(at + 1))
    }

    private static let officeSurnames: WordSet = [
        "bishop", "dean", "judge", "pope", "duke", "baron", "major", "marshal", "cardinal", "farmer",
        "pastor", "priest", "monk", "justice", "constable", "chancellor", "rector", "provost", "lord",
        "senator", "principal", "sultan", "captain", "abbot",
    ]

    /// `Fed Başkanı Jerome Powell`: what somebody is, with a capital.
    private func isOfficeBeforeName(_ at: Int) -> Bool {
        !isEnglish && !hasCapitalNouns && isCapital(at) && isTogether(at, at + 1) && isCapital(at + 1)
            && traits[at + 1].contains(.first) && !traits[at].contains(.first) && isRoleHere(at)
    }

    /// `zięć Donalda Trumpa Jared Kushner`: whose he is, and he.
    private func isNextPerson(_ at: Int, behind last: Int, _ words: Int) -> Bool {
        words > 1 && at == last + 1
            && (language == "pl" || language == "cs" || EntityRules.caseLanguages.contains(language))
            && traits[at].contains(.first) && !traits[last].contains(.first) && isTogether(at, at + 1)
            && isNamePart(at + 1)
    }

    private static let caseLanguages: WordSet = ["ru", "uk", "bg", "hy", "ka", "az", "tr", "fi", "hu", "el"]

    /// `dice Moreno`, and in the next line `Moreno defendió`.
    private func isSameInNextLine(_ last: Int, _ next: Int) -> Bool {
        lower(next) == lower(last) && text.hasLineEnd(last, next)
    }

    /// Steps over `van der` and the like within a name. Nil where they end it in languages that join and
    /// place with the same words: `Carlos Gómez y Tomás Pescio`, `Rocío de Sevilla`, `Annika Poestges der
    /// Zeitung`.
    private func behindParticles(_ start: Int, in name: Int) -> Int? {
        var next = start
        while next - start < 6, isTogether(name, next), !isCapital(next),
            isAmong(.particles, next) || isArticle(next)
        {
            if !isEnglish, ["y", "e"].contains(lower(next)) { return nil }
            if hasCapitalNouns, next == start, ["der", "den", "la"].contains(lower(next)),
                !["von", "van"].contains(lower(start - 1))
            {
                return nil
            }
            next += lower(next + 1) == "-" ? 2 : 1
        }
        let isPlace =
            next > start
            && hits[next]?.contains { hit in
                hit.kind != .city || gazetteer.weight(hit.record).size >= 6
            } ?? false
        return !isEnglish && isPlace ? nil : next
    }

    /// `ас-Сиси`, `es-Sisi`, `αλ Σίσι`: the Arabic article as it sounds before some letters.
    private func isArticle(_ at: Int) -> Bool {
        if language == "el", isTogether(at, at + 1), isCapital(at + 1) {
            return EntityRules.articlesAbroad.contains(lower(at))
        }
        return lower(at + 1) == "-" && isTogether(at, at + 2) && tokens[at + 2].isGlued && isCapital(at + 2)
            && EntityRules.articlesAbroad.contains(lower(at))
    }

    private static let articlesAbroad = articles.union([
        "es", "en", "ed", "er", "ess", "esz", "əs", "əl", "ən", "əd", "ər", "əz", "əş", "ас", "аль", "эль",
        "ал", "ан", "ад", "ар", "аз", "аш", "ат", "эс", "ель", "ел", "ес", "աս", "ալ", "αλ", "ελ", "ασ",
    ])

    /// What follows `“El Mayo”` within `Ismael “El Mayo” Zambada`; nil when no nickname stands here.
    private func behindNickname(_ at: Int) -> Int? {
        guard at < tokens.count, tokens[at].kind == .sign,
            ["\"", "“", "'", "‘", "«"].contains(tokens[at].lower), isCapital(at + 1)
        else { return nil }
        var end = at + 2
        while end - at < 4, isTogether(at, end), tokens[end].kind == .word { end += 1 }
        guard isTogether(at, end), ["\"", "”", "'", "’", "»"].contains(lower(end)), tokens[end].isGlued else {
            return nil
        }
        return end + 1
    }
}
