import Model

/// What persons are, where English says it before their names and a comma: `the head of the World Health
/// Organization, Tedros Adhanom Ghebreyesus,`.
extension EntityRules {
    /// Tokens of such an office, at most.
    private static let longestOffice = 14

    /// Gives persons who have no title the office that stands so.
    mutating func officesBefore() {
        guard isEnglish else { return }
        for index in found.indices where found[index].kind == .person && found[index].title == nil {
            found[index].title = office(before: found[index].first, found[index].last)
        }
    }

    /// The office of which a name between commas, or one that ends the sentence, is the holder's; nil where
    /// it may be another's: `an aide to the president of Kenya, Ann Roe,`.
    func office(before first: Int, _ last: Int) -> (first: Int, last: Int)? {
        guard isEnglish, first > 3, lower(first - 1) == ",", isTogether(first, first - 2),
            !isTogether(first, last + 1) || [",", ".", ";", "(", "—", "–"].contains(lower(last + 1))
        else { return nil }
        var at = first - 2
        while at >= 0, first - at <= EntityRules.longestOffice, isTogether(first, at), mayBeOfOffice(at) {
            if isAmong(.roles, at), at < first - 3, EntityRules.holders.contains(lower(at + 1)) {
                let start = titleStart(at)
                let joint = ["the", "a", "an"].contains(lower(start - 1)) ? start - 2 : start - 1
                let isOfAnother = EntityRules.holders.contains(lower(joint)) && isAmong(.roles, joint - 1)
                return isOfAnother ? nil : (start, first - 2)
            }
            at -= 1
        }
        return nil
    }

    /// Between an office and what it is of.
    private static let holders: WordSet = ["of", "for", "at", "to"]

    private func mayBeOfOffice(_ at: Int) -> Bool {
        switch tokens[at].kind {
        case .word: !isAmong(.speechVerbs, at) && !EntityRules.noOffice.contains(lower(at))
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
}
