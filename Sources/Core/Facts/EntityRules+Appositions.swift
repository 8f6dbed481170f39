import Model

/// Persons by what stands around their names, and what they are by what stands behind.
extension EntityRules {
    /// `, a spokesperson for Armenia's Foreign Ministry`: what a person is, behind the name.
    func apposition(behind last: Int) -> (first: Int, last: Int)? {
        guard lower(last + 1) == ",", isTogether(last, last + 2),
            ["a", "an", "the", "who", "head", "director", "president", "chief"].contains(lower(last + 2))
                || isAmong(.roles, last + 2) || isCalling(last + 2)
                || isOfficeWithModifier(last + 2) || isOfSomebody(last + 2),
            // `who replaced him as chancellor` is no office of his.
            lower(last + 2) != "who" || EntityRules.holdsOffice.contains(lower(last + 3))
        else { return nil }
        var index = last + 2
        var role: Int?
        while isTogether(last, index), index - last < 16 {
            if [",", ".", ";", ":", "who", "said", "told", "says", ")", "\""].contains(lower(index)),
                index > last + 2
            {
                break
            }
            // `one of the report's authors` is another thing.
            if lower(index) == "and", lower(index + 1) == "one" { break }
            if isAmong(.roles, index) || isCalling(index) { role = role ?? index }
            index += 1
        }
        // `At Zettler Digital, founder Ben Zettler`: what another is.
        guard let role, !(isCapital(role + 1) && traits[role + 1].contains(.first) && role + 1 < index) else {
            return nil
        }
        return (last + 2, index - 1)
    }

    /// `said Rioland`, of whom the article says `Daizha Rioland` too, a name that nobody knows.
    private func isNamedInFull(_ at: Int) -> Bool {
        isEnglish && hits[at] == nil && surnames.contains(lower(at)) && !isCapital(at + 1)
    }

    /// What people do and are; as names they would be surnames.
    private func isCalling(_ at: Int) -> Bool {
        !isCapital(at) && EntityRules.callings.contains(lower(at))
    }

    private static let callings: WordSet = [
        "member", "driver", "trader", "carpenter", "painter", "dancer", "plumber", "boxer", "ranger",
        "baker", "butcher", "miner", "fisher", "shepherd", "gardener", "porter", "sailor", "soldier",
        "officer", "partner", "banker", "broker", "producer", "publisher", "developer", "programmer",
        "technician", "mechanic", "electrician", "trainer", "librarian", "translator", "interpreter",
        "swimmer", "wrestler", "golfer", "referee", "umpire", "protester", "demonstrator", "commuter",
        "passenger", "bystander", "neighbor", "neighbour", "villager", "shopkeeper", "homeowner", "tenant",
        "landlord", "plaintiff", "defendant", "juror", "retiree", "pensioner", "migrant", "freelancer",
        "official", "assemblyman", "councilwoman", "comptroller", "regulator", "barber", "waiter",
        "waitress", "bartender", "mother-of-two", "father-of-two", "pollster", "academic", "legend",
    ]

    /// `vice president of Roe & Sons`, `research director at …`: a word or two before what somebody is.
    private func isOfficeWithModifier(_ at: Int) -> Bool {
        guard isEnglish, isTogether(at, at + 1), tokens[at].kind == .word else { return false }
        let role = isAmong(.roles, at + 1) ? at + 1 : at + 2
        guard isTogether(at, role + 1), isAmong(.roles, role), isAmong(.roleModifiers, at) || !isCapital(at),
            !isAmong(.notNames, at), !isCapital(at) || traits[at].contains(.word),
            role == at + 1 || tokens[at + 1].kind == .word && !isAmong(.notNames, at + 1)
        else { return false }
        return ["of", "at", "for", "in", "with", ",", "."].contains(lower(role + 1))
    }

    /// `Al Jazeera's manager of communications`: a name, and what its bearer has.
    private func isOfSomebody(_ at: Int) -> Bool {
        guard isEnglish, isCapital(at), let end = (at + 1..<at + 5).first(where: { lower($0) == "'s" }) else {
            return false
        }
        return (at..<end).allSatisfy { isCapital($0) || lower($0) == "of" } && isTogether(at, end + 1)
            && (end + 1...end + 3).contains { isAmong(.roles, $0) || lower($0) == "member" }
    }

    private static let holdsOffice: WordSet = [
        "is", "was", "'s", "heads", "headed", "leads", "led", "chairs", "chaired", "serves", "served",
        "represents", "represented", "works", "worked", "runs", "ran", "founded", "directs", "oversees",
        "coaches", "edits", "teaches", "manages",
    ]

    /// `Writing by Shilpa Jamkhandikar;`, `Photo by Ann Roe`.
    private func isCredited(_ first: Int, _ last: Int) -> Bool {
        guard lower(first - 1) == "by", isTogether(first, first - 2),
            EntityRules.credits.contains(lower(first - 2))
        else { return false }
        return !isTogether(first, last + 1)
            || [",", ".", ";", ")", "/", "|", "and", "in", "for"].contains(lower(last + 1))
    }

    private static let credits: WordSet = [
        "reporting", "writing", "editing", "photo", "photos", "photograph", "photographs", "photography",
        "picture", "pictures", "image", "graphic", "graphics", "illustration", "reported", "edited",
        "compiled", "translated", "words", "story", "interview", "video",
    ]

    /// Names that nothing is known of, with a person's surroundings: `X Y said`, `X Y, 45,`, `X Y, a
    /// teacher`.
    mutating func personsByContext() {
        for at in tokens.indices where owner[at] < 0 && isNamePart(at) && !isTitleCase(tokens[at].sentence) {
            if at > 0, isTogether(at, at - 1),
                isNamePart(at - 1) || lower(at - 1) == "-" && tokens[at].isGlued
            {
                continue
            }
            guard let last = personName(at), isFree(at, last), last - at <= 4 else { continue }
            guard !isAmong(.heads, last),
                hits[at]?.contains(where: { $0.last >= last && $0.kind != .city }) != true
            else { continue }
            let (after, second) = (lower(last + 1), lower(last + 2))
            let isSpeaker =
                isAmong(.speechVerbs, last + 1)
                || isAmong(.speechVerbs, at - 1) && isTogether(at, at - 1)
            let isAged =
                after == "," && tokens.indices.contains(last + 2) && isTogether(at, last + 2)
                && tokens[last + 2].kind == .number && Int(second).map { $0 > 4 && $0 < 120 } == true
                && [",", ".", ")"].contains(lower(last + 3))
            let isBracketed =
                after == "(" && tokens.indices.contains(last + 2) && tokens[last + 2].kind == .number
                && Int(second).map { $0 > 4 && $0 < 120 } == true
            let isApposed = after == "," && apposition(behind: last) != nil
            let isRelative = after == "," && second == "who"
            let isLong = last > at
            let isCredited = isLong && isCredited(at, last)
            // `20-year-old Xana Kernodle`.
            let isYoung =
                isLong && lower(at - 1) == "old" && lower(at - 2) == "-" && lower(at - 3) == "year"
                && isTogether(at, at - 3)
            guard
                isAged || isBracketed || isYoung || isCredited
                    || isLong && (isSpeaker || isApposed || isRelative)
                    || isSpeaker && !traits[at].contains(.word)
                        && !isAtStart(at) && (traits[at].contains(.last) || isNamedInFull(at))
            else { continue }
            if areWords(at, last), !isAged { continue }
            if isAtStart(at), traits[at].contains(.word), !traits[at].contains(.first) { continue }
            add(
                at, last, .person, isSpeaker ? "person.speaker" : "person.apposition", .likely,
                title: apposition(behind: last))
        }
    }
}
