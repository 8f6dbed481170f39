import Model
import Text

/// What persons are, in languages other than English: before the name, `Ministre des Affaires étrangères`, or
/// behind it in apposition.
extension EntityRules {
    /// Tokens of a title, at most.
    private static let longestTitle = 12

    /// Names of whom nothing is known but what they are: `Avropa Şurasının prezidenti Şarl Mişel`.
    mutating func personsByTitleAbroad() {
        guard !hasNoCapitals, let words = roles else { return }
        var often = WordMap<Int>()
        if hasCapitalNouns {
            for token in tokens where token.isCapital { often[token.lower, default: 0] += 1 }
        }
        for at in tokens.indices where owner[at] < 0 && isRole(at, words) {
            var next = at + 1
            while next - at < EntityRules.longestTitle, isTogether(at, next),
                // `minister van Buitenlandse Zaken`.
                (!words.isRoleLast || language == "nl" && words.parts.contains(lower(next)))
                    && isWithinTitle(next, words)
                    && (words.parts.contains(lower(next)) || !traits[next].contains(.first))
                    || isJoint(next) || isRole(next, words)
            {
                next = max(next + 1, (hits[next]?.first?.last ?? next) + 1)
            }
            if let last = apposedPerson(next, words) {
                add(next + 1, last, .person, "person.title", .likely)
                continue
            }
            guard isTogether(at, next), isNamePart(next), !isRole(next, words), hits[next] == nil,
                !tokens[next].isAllCapitals, !isTitleCase(tokens[at].sentence),
                let last = personName(next, most: 3), isFree(next, last)
            else { continue }
            // `президентът на ФК Локомотив Пловдив Александър Тасев`: behind what he is of.
            if last > next + 1, !traits[next].contains(.first),
                (next + 1..<last).contains(where: { traits[$0].contains(.first) })
            {
                continue
            }
            let isSurname = next == last && next == at + 1 && isSurnameOfTitle(next, often)
            guard !isPreposition(next - 1), !text.hasLineEnd(at, last), !isState(next, last),
                next < last && !isPlaceAtEnd(next, last) || isSurname
            else { continue }
            add(next, last, .person, "person.title", next < last ? .likely : .weak)
        }
    }

    /// `el ministro de Exteriores ruso, Serguéi Lavrov,`: the last of two words and more between commas.
    private func apposedPerson(_ comma: Int, _ words: RolesAbroad) -> Int? {
        let first = comma + 1
        guard words.hasComma, lower(comma) == ",", isTogether(comma, first), isNamePart(first),
            hits[first] == nil, !tokens[first].isAllCapitals, !isRole(first, words),
            let last = personName(first, most: 3), last > first, isFree(first, last),
            !isPlaceAtEnd(first, last), lower(last + 1) == ",", isTogether(first, last + 1),
            !text.hasLineEnd(comma, last)
        else { return nil }
        return last
    }

    /// `Trainer Krickau`, but not `dem Präsidenten Blasphemie`, `Head Line`.
    private func isSurnameOfTitle(_ at: Int, _ often: WordMap<Int>) -> Bool {
        let word = lower(at)
        guard word.unicodeScalars.count > 3, !smallWords.contains(word),
            !isAmong(.roles, at - 1) || hasCapitalNouns
        else { return false }
        guard hasCapitalNouns, traits[at].isDisjoint(with: [.first, .last]) else { return true }
        return often[word, default: 0] > 1
    }

    /// `el alcalde de Bédar`.
    func isPreposition(_ at: Int) -> Bool {
        EntityRules.prepositions.contains(lower(at))
    }

    private static let prepositions: WordSet = [
        "de", "del", "della", "dell'", "di", "da", "do", "dos", "du", "des", "d'", "von", "van", "der", "w",
        "z", "à", "a", "en", "para", "по", "του", "της", "των", "στο", "στη", "al", "ale", "din", "של",
    ]

    /// `Демократичної Республіки`, of which somebody is president.
    func isState(_ first: Int, _ last: Int) -> Bool {
        (first...last).contains { at in EntityRules.states.contains { lower(at).begins(with: $0) } }
    }

    private static let states = [
        "республи", "республі", "republi", "républi", "repúbli", "repubbli", "δημοκρατ", "королевств",
        "հանրապետ", "რესპუბლ", "королівств", "królestw", "královstv", "федерац", "эмират", "емірат",
    ]

    private func isPlaceAtEnd(_ first: Int, _ last: Int) -> Bool {
        (first...last).contains { at in
            hits[at]?.contains { $0.kind == .country || $0.kind == .organisation } ?? false
        }
    }

    /// Gives persons the titles that stand beside their names.
    mutating func titlesAbroad() {
        guard let words = roles else { return }
        for index in found.indices where found[index].kind == .person {
            let (first, last) = (found[index].first, found[index].last)
            let title = titleAbroad(before: first, last, words)
            if let old = found[index].title {
                // `Armeniens premierminister`, of which English knows the office alone.
                if let title, title.last == old.last, title.first < old.first { found[index].title = title }
            } else {
                found[index].title = title ?? titleBehind(last, words) ?? appositionAbroad(last, words)
            }
        }
    }

    private func titleAbroad(before first: Int, _ last: Int, _ words: RolesAbroad) -> (first: Int, last: Int)?
    {
        var end = first - 1
        if words.hasComma, lower(end) == ",", !isTogether(first, last + 1) || tokens[last + 1].kind == .sign {
            end -= 1
        }
        let isApposed = end < first - 1
        var role: Int?
        var at = end
        while at >= 0, end - at < EntityRules.longestTitle, isTogether(first, at) {
            if isRole(at, words) {
                // `conseiller du président Ilham Aliev`: the nearest of two is his.
                if role != nil, !isApposed, !words.isRoleLast, isPreposition(at + 1) { break }
                role = at
            } else if !isJoint(at), !isModifier(at, words),
                !isWithinTitle(at, words) || words.isRoleLast && role == nil
            {
                break
            }
            at -= 1
        }
        // `abogado de González`: he is somebody's.
        guard var start = role, !isPreposition(end) else { return nil }
        // What belongs to it before the first role.
        while start > 0, end - start < EntityRules.longestTitle, isTogether(first, start - 1) {
            let before = start - 1
            let isJoined =
                isJoint(before) && before > 0
                && (isModifier(before - 1, words) || words.isRoleLast && isWithinTitle(before - 1, words))
            let isTown = hits[before]?.allSatisfy { $0.kind == .city } ?? false
            guard
                isModifier(before, words) || isJoined
                    || words.isRoleLast && !isTown && isWithinTitle(before, words)
            else { break }
            // `Nord-Koreas leder`.
            start = owner[before] >= 0 ? min(before, found[owner[before]].first) : before
            // `Brüsseldə Ermənistanın baş naziri`: nothing goes before the country.
            if hits[before]?.contains(where: { $0.kind == .country }) == true { break }
        }
        while start < end, [",", "-"].contains(lower(start)) || isIdle(start) { start += 1 }
        return (start, end)
    }

    /// `Nikol Pasinján örmény miniszterelnök`: in Hungarian the title comes right behind.
    private func titleBehind(_ last: Int, _ words: RolesAbroad) -> (first: Int, last: Int)? {
        guard language == "hu" else { return nil }
        var at = last + 1
        while isTogether(last, at), at - last < 6, !isRole(at, words) {
            guard isWithinTitle(at, words) || isJoint(at) else { return nil }
            at += 1
        }
        return isTogether(last, at) && at - last < 6 ? (last + 1, at) : nil
    }

    /// A word of the article's language that tells what somebody is.
    func isRoleHere(_ at: Int) -> Bool { roles.map { isRole(at, $0) } ?? false }

    /// What may belong to a noun of office in the language of the article.
    func isPartOfTitle(_ at: Int) -> Bool {
        roles.map { isWithinTitle(at, $0) || isRole(at, $0) } ?? false
    }

    /// `, президент Азербайджана,`: up to the sign behind it.
    private func appositionAbroad(_ last: Int, _ words: RolesAbroad) -> (first: Int, last: Int)? {
        guard lower(last + 1) == ",", isTogether(last, last + 2) else { return nil }
        var first = last + 2
        if IdleWords.small(language).contains(lower(first)), isTogether(last, first + 1) { first += 1 }
        var (at, role, lastRole): (Int, Int?, Int) = (first, nil, 0)
        while isTogether(last, at), at - first < EntityRules.longestTitle,
            tokens[at].kind != .sign || isJoint(at)
        {
            if isRole(at, words) { (role, lastRole) = (role ?? at, at) }
            // `, conseiller du président Ilham Aliev`.
            if let role, lastRole > role, owner[at] >= 0, found[owner[at]].kind == .person {
                return (first, at - 1)
            }
            // `, a Kreml szóvivője azt mondta`.
            if language == "hu", role != nil, lastRole < at { return (first, lastRole) }
            // `, schade die Politikerin ihrem Amt`, `, il deputato della Florida Mike Waltz`.
            guard
                role != nil || isModifier(at, words) || isJoint(at)
                    || words.isRoleLast && isBeforeRole(at, words),
                owner[at] < 0 || found[owner[at]].kind != .person, !text.hasLineEnd(at - 1, at)
            else { return nil }
            at += 1
        }
        guard role != nil, !isTogether(last, at) || tokens[at].kind == .sign else { return nil }
        return (first, at - 1)
    }

    /// A country or an office that a name begins with where a title goes before it.
    func isOfTitle(_ at: Int) -> Bool {
        guard let words = roles else { return false }
        if words.parts.contains(lower(at)) || isRole(at, words) { return true }
        let isBehindRole = at > 0 && (isRole(at - 1, words) || words.parts.contains(lower(at - 1)))
        return isBehindRole && hits[at]?.contains { [.country, .admin, .region].contains($0.kind) } ?? false
    }

    /// What goes before a role that comes last: an adjective, a country, a ministry.
    private func isBeforeRole(_ at: Int, _ words: RolesAbroad) -> Bool {
        isWithinTitle(at, words) || isJoint(at + 1)
            || hasCapitalNouns && !isNoun(at) && !IdleWords.small(language).contains(lower(at))
                && ["e", "er", "en"].contains { lower(at).hasSuffix($0) }
    }

    /// Of German, whose capital letter may be forgotten here.
    private func isNoun(_ at: Int) -> Bool {
        FoldTable.isUppercase(scalar(in: text.article.text.span, at: tokens[at].start).value)
    }

    private func isJoint(_ at: Int) -> Bool {
        at < tokens.count && lower(at) == "-" && tokens[at].isGlued && at + 1 < tokens.count
            && tokens[at + 1].isGlued
    }

    /// Small words that no title begins with.
    private func isIdle(_ at: Int) -> Bool {
        let word = lower(at)
        return SpeechAbroad.determiners.contains(word)
            || ["и", "і", "та", "և", "და", "ve", "və", "et", "y", "e", "i", "w", "de", "du", "des", "von"]
                .contains(word)
    }

    func isRole(_ at: Int, _ words: RolesAbroad) -> Bool {
        guard at >= 0, at < tokens.count, tokens[at].kind == .word else { return false }
        let word = lower(at)
        if isAmong(.roles, at) && !hasCapitalNouns { return true }
        if words.endsAsRole(word) { return !hasCapitalNouns || isNoun(at) }
        if language == "ar" {
            return words.roles.contains(word)
                || CaseForms.prefixed(word, language).contains(where: words.roles.contains)
        }
        guard words.mayBegin(word) else { return false }
        if words.roles.contains(word) { return true }
        if language == "ka", words.roles.contains(word + "ი") { return true }
        return cases(at).contains(where: words.roles.contains)
    }

    private func isModifier(_ at: Int, _ words: RolesAbroad) -> Bool {
        guard tokens[at].kind == .word else { return false }
        let word = lower(at)
        return words.adjectiveEndings.contains(where: word.ends)
            || DemonymsAbroad.country(word, language) != nil
            || words.mayBegin(word)
                && (words.modifiers.contains(word) || cases(at).contains(where: words.modifiers.contains))
    }

    /// What a role is of: an office, a country, a ministry by its letters.
    private func isWithinTitle(_ at: Int, _ words: RolesAbroad) -> Bool {
        guard tokens[at].kind == .word else { return false }
        let word = lower(at)
        if words.parts.contains(word) || tokens[at].isAllCapitals || isModifier(at, words) { return true }
        // `XİN-in sözçüsü`.
        if isJoint(at - 1), at > 1, tokens[at - 2].isAllCapitals { return true }
        if owner[at] >= 0 { return found[owner[at]].kind != .person }
        return hits[at]?.contains { $0.kind != .city || gazetteer.weight($0.record).size >= 6 } ?? false
    }
}
