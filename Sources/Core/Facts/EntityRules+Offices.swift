import Model

/// What persons are, where it stands before their names and a comma: `the head of the World Health
/// Organization, Tedros Adhanom Ghebreyesus,`; in English and the languages that part them so as well.
extension EntityRules {
    /// Tokens of such an office, at most.
    private static let longestOffice = 14

    /// Gives persons who have no title the office that stands so.
    mutating func officesBefore() {
        guard EntityRules.holders[language] != nil else { return }
        for index in found.indices where found[index].kind == .person && found[index].title == nil {
            found[index].title = office(before: found[index].first, found[index].last)
        }
    }

    /// The office of which a name between commas, or one that ends the sentence, is the holder's; nil where
    /// it may be another's: `an aide to the president of Kenya, Ann Roe,`.
    func office(before first: Int, _ last: Int) -> (first: Int, last: Int)? {
        guard let holders = EntityRules.holders[language], first > 3, lower(first - 1) == ",",
            isTogether(first, first - 2)
        else { return nil }
        // `Az Egészségügyi Világszervezet vezetője, Tedrosz Adhanom Gebrejeszusz azt írta`.
        if language == "hu" {
            return isOffice(first - 2) && EntityRules.possessed.contains(where: lower(first - 2).ends)
                ? (nameStart(first - 3, nil) ?? first - 2, first - 2) : nil
        }
        guard
            !isTogether(first, last + 1) || [",", ".", ";", "(", "—", "–"].contains(lower(last + 1))
        else { return nil }
        var at = first - 2
        while at >= 0, first - at <= EntityRules.longestOffice, isTogether(first, at), mayBeOfOffice(at) {
            if isOffice(at), at < first - 3, holders.contains(lower(at + 1)) {
                let start = officeStart(at)
                let joint = ["the", "a", "an"].contains(lower(start - 1)) ? start - 2 : start - 1
                let isOfAnother = holders.contains(lower(joint)) && isOffice(joint - 1)
                return isOfAnother ? nil : (start, first - 2)
            }
            at -= 1
        }
        return nil
    }

    private func isOffice(_ at: Int) -> Bool {
        isEnglish ? isAmong(.roles, at) : roles.map { at >= 0 && isRole(at, $0) } ?? false
    }

    private func officeStart(_ at: Int) -> Int {
        guard let roles else { return titleStart(at) }
        var start = at
        while start > 0, isTogether(at, start - 1), roles.modifiers.contains(lower(start - 1)) { start -= 1 }
        return start
    }

    /// Between an office and what it is of, by language.
    private static let holders: [String: WordSet] = [
        "en": ["of", "for", "at", "to"], "de": ["der", "des", "von", "für", "im", "beim"],
        "nl": ["van", "voor", "bij"], "sv": ["för", "i", "av", "på"], "da": ["for", "i", "af"],
        "no": ["for", "i", "av"], "nb": ["for", "i", "av"], "hu": [],
    ]
    /// How Hungarian says that somebody is something's.
    private static let possessed = ["je", "ja", "e", "a"]

    private func mayBeOfOffice(_ at: Int) -> Bool {
        switch tokens[at].kind {
        case .word:
            !isAmong(.speechVerbs, at) && !SpeechAbroad.verbs.contains(lower(at))
                && !(isEnglish ? EntityRules.noOffice : EntityRules.noOfficeAbroad).contains(lower(at))
        case .sign: ["-", "'", "'s", "&", "."].contains(lower(at)) && tokens[at].isGlued
        case .number: true
        }
    }

    /// Words of sentences, which no office has in it.
    private static let noOffice: WordSet = [
        "is", "was", "are", "were", "be", "been", "has", "had", "have", "will", "would", "who", "that",
        "which", "when", "where", "as", "but", "or", "by", "with", "from", "he", "she", "it", "they", "his",
        "her", "after", "before", "during", "if", "because", "while", "than", "not", "including", "one",
    ]
    private static let noOfficeAbroad = wordSet(
        """
        ist war sind waren wird werden wurde wurden hat haben hatte hatten dass weil wenn als nicht sich er
        sie es wer mit aus nach vor is was zijn waren wordt werd heeft hebben had dat die niet zich hij zij
        met uit na voordat är var har hade blir blev ska att som inte sig han hon med efter er havde bliver
        skal at ikke ble
        """)
}
