import Model

/// Who a speaker is: the name in the words themselves, or the person for whom a pronoun, an office or a
/// document stands. Where two would do about as well, the answer is weak; where none would, there is none.
extension QuoteRules {
    mutating func nameSpeakers(_ people: People) {
        var chain: (name: String, sentence: Int)?
        for index in found.indices {
            guard let span = found[index].speaker, let words = tokenRange(span) else {
                found[index].referent = unspoken(found[index], people, chain)
                continue
            }
            let sentence = text.tokens[words.lowerBound].sentence
            found[index].referent =
                named(words) ?? office(words, people) ?? statement(words) ?? aged(words)
                ?? pronoun(isOfGreek(words) ? words.upperBound : words.lowerBound, people, chain)
            if let referent = found[index].referent, referent.confidence != .weak,
                entities.found[referent.mention].kind == .person
            {
                chain = (people.name(referent.mention), sentence)
            }
        }
    }

    /// The tokens of a stretch of the text.
    func tokenRange(_ span: TextSpan) -> ClosedRange<Int>? {
        var (low, high) = (0, text.tokens.count)
        while low < high {
            let middle = (low + high) / 2
            if text.tokens[middle].start < span.start { low = middle + 1 } else { high = middle }
        }
        guard low < text.tokens.count, text.tokens[low].start < span.end else { return nil }
        var last = low
        while last + 1 < text.tokens.count, text.tokens[last + 1].end <= span.end { last += 1 }
        return low...last
    }

    /// A name in the words: the last person, or else the last organisation.
    private func named(_ words: ClosedRange<Int>) -> Quotation.Referent? {
        let names = Set(words.compactMap { namesByToken[$0] }).sorted()
        let index =
            names.last { entities.found[$0].kind == .person }
            ?? names.last { entities.found[$0].kind == .organisation }
        return index.map { Quotation.Referent(mention: $0, rule: "speaker.name", confidence: .sure) }
    }

    /// `the minister`: the person of that office named last.
    private func office(_ words: ClosedRange<Int>, _ people: People) -> Quotation.Referent? {
        let head = lower(words.upperBound)
        guard EntityWords.roles.contains(head), words.count <= 4,
            ["the", "this", "that"].contains(lower(words.lowerBound))
        else { return nil }
        let wanted = words.dropFirst().map(lower)
        let holders = named(before: words.lowerBound).filter { index in
            let one = entities.found[index]
            guard one.kind == .person, one.last < words.lowerBound,
                let title = people.titles[people.name(index)]
            else { return false }
            return wanted.allSatisfy(title.contains)
        }
        guard let last = holders.first else { return nil }
        let isOne = Set(holders.map(people.name)).count == 1
        return Quotation.Referent(
            mention: last, rule: "speaker.office", confidence: isOne ? .likely : .weak)
    }

    /// `the 36-year-old`: whose age the article gives.
    private func aged(_ words: ClosedRange<Int>) -> Quotation.Referent? {
        guard lower(words.upperBound) == "old", lower(words.lowerBound) == "the",
            let years = words.first(where: { tokens[$0].kind == .number }).map(lower)
        else { return nil }
        let index = named(before: words.lowerBound).first { index in
            let one = entities.found[index]
            guard one.kind == .person, one.last < words.lowerBound else { return false }
            let first = one.title?.first ?? one.first
            return [",", "("].contains(lower(one.last + 1)) && lower(one.last + 2) == years
                || lower(first - 1) == "old" && lower(first - 5) == years
        }
        return index.map { Quotation.Referent(mention: $0, rule: "speaker.age", confidence: .likely) }
    }

    /// `the statement said`: whose statement it is.
    private func statement(_ words: ClosedRange<Int>) -> Quotation.Referent? {
        let author = person(behind: words)
        guard author != words, let name = named(author) else { return nil }
        return Quotation.Referent(mention: name.mention, rule: "speaker.statement", confidence: .likely)
    }

    /// Sentences that are looked back for whom a pronoun stands for.
    private static let lookBack = 8

    /// `she said`: of the persons named before, the one that speaks already, or is spoken of, and may be a
    /// she.
    private func pronoun(
        _ at: Int, _ people: People, _ chain: (name: String, sentence: Int)?
    ) -> Quotation.Referent? {
        let gender = isAbroad ? Gender(pronoun: lower(at), of: entities.language) : Gender(pronoun: lower(at))
        guard gender != nil || isAbroad && Gender.neither.contains(lower(at)) else { return nil }
        let here = text.tokens[at].sentence
        let candidates = named(before: at).prefix { here - sentence($0) <= QuoteRules.lookBack }.filter {
            entities.found[$0].kind == .person && quoted[entities.found[$0].first] < 0
                && text.zone(ofSentence: sentence($0)) == .body
                && (gender == nil || people.genders[people.name($0)] ?? gender == gender)
        }
        // Nobody else was spoken of since the speaker of before.
        let topic = candidates.first { isTopic($0) }
        var scores: [String: (score: Double, mention: Int)] = [:]
        for index in candidates {
            let (name, distance) = (people.name(index), here - sentence(index))
            var score = -Double(distance) + (people.genders[name] == nil ? 0 : 1)
            // The first of the same sentence more than another's.
            if isTopic(index) { score += distance == 0 ? 2 : 1 }
            if isPossessive(index) { score -= 1 }
            let before = (entities.found[index].title?.first ?? entities.found[index].first) - 1
            if QuoteRules.prepositions.contains(lower(before)) { score -= 0.7 }
            if let chain, chain.name == name, here - chain.sentence <= 4 {
                let isSilent = topic.map { people.name($0) == name || sentence($0) <= chain.sentence } ?? true
                score += isSilent ? 2.5 : 0.5
            }
            if score > scores[name]?.score ?? -.infinity { scores[name] = (score, index) }
        }
        let ranked = scores.values.sorted { ($1.score, $0.mention) < ($0.score, $1.mention) }
        guard let best = ranked.first else { return nil }
        // Abroad few first names are known to be men's or women's: nobody else may be spoken of.
        let isAlone = isAbroad && ranked.count == 1 && here - sentence(best.mention) <= 3
        let isKnown =
            isAlone || people.genders[people.name(best.mention)] != nil
            || chain?.name == people.name(best.mention)
        let isClear = isKnown && (ranked.count == 1 || ranked[1].score <= best.score - 1)
        return Quotation.Referent(
            mention: best.mention, rule: "speaker.pronoun", confidence: isClear ? .likely : .weak)
    }

    /// `η ίδια`, she herself.
    private func isOfGreek(_ words: ClosedRange<Int>) -> Bool {
        entities.language == "el" && words.count == 2
            && ["ίδια", "ίδιος"].contains(lower(words.upperBound))
    }

    /// `, dijo.` of languages whose verbs need no subject: who spoke before, when nobody else was spoken of
    /// since.
    private func unspoken(
        _ one: Quotation, _ people: People, _ chain: (name: String, sentence: Int)?
    ) -> Quotation.Referent? {
        guard isAbroad, one.kind != .fragment, let cue = one.cue.flatMap(tokenRange)?.lowerBound,
            SpeechAbroad.silent.contains(entities.language)
        else { return nil }
        let here = text.tokens[cue].sentence
        let near = named(before: cue).prefix { here - sentence($0) <= 3 }.filter {
            entities.found[$0].kind == .person && quoted[entities.found[$0].first] < 0
        }
        guard let last = near.first, Set(near.map(people.name)).count == 1 else { return nil }
        let isSpeaker = chain.map { $0.name == people.name(last) } ?? true
        return Quotation.Referent(
            mention: last, rule: "speaker.unspoken", confidence: isSpeaker ? .likely : .weak)
    }

    /// Findings that are looked back at, and tokens of a sentence: a longer one is no sentence.
    private static let (reachOfNames, reachOfSentence) = (200, 120)

    /// What is named before a token, the last first.
    private func named(before at: Int) -> ReversedCollection<Range<Int>> {
        var (low, high) = (0, entities.found.count)
        while low < high {
            let middle = (low + high) / 2
            if entities.found[middle].first < at { low = middle + 1 } else { high = middle }
        }
        return (max(0, low - QuoteRules.reachOfNames)..<low).reversed()
    }

    private func sentence(_ index: Int) -> Int { text.tokens[entities.found[index].first].sentence }

    /// Whether a sentence is about a person: the first that it names, and not `Roe's`.
    private func isTopic(_ index: Int) -> Bool {
        let one = entities.found[index]
        guard !isPossessive(index) else { return false }
        var at = one.first - 1
        let start = text.range(ofSentence: text.tokens[one.first].sentence).lowerBound
        guard one.first - start <= QuoteRules.reachOfSentence else { return false }
        while at >= start {
            if let other = namesByToken[at], entities.found[other].kind == .person,
                !isPossessive(other)
            {
                return false
            }
            at -= 1
        }
        return true
    }

    private func isPossessive(_ index: Int) -> Bool { lower(entities.found[index].last + 1) == "'s" }

    private static let prepositions: WordSet = [
        "to", "with", "of", "by", "against", "for", "about", "than", "from", "on", "after", "like", "between",
    ]
}

/// What a pronoun says of a person.
enum Gender {
    case male, female

    init?(pronoun: String) {
        switch pronoun {
        case "he", "his": self = .male
        case "she", "her": self = .female
        default: return nil
        }
    }
}

extension Gender {
    /// What a pronoun of another language than English says; nil for one of both, and of nobody.
    init?(pronoun: String, of language: String) {
        let (men, women) = Gender.abroad[language] ?? (WordSet([]), WordSet([]))
        if men.contains(pronoun) {
            self = .male
        } else if women.contains(pronoun) {
            self = .female
        } else {
            return nil
        }
    }

    private static let abroad: [String: (WordSet, WordSet)] = [
        "de": (["er"], ["sie"]), "fr": (["il", "lui"], ["elle"]), "es": (["él"], ["ella"]),
        "it": (["lui", "egli"], ["lei", "ella"]), "pt": (["ele"], ["ela"]), "nl": (["hij"], ["zij", "ze"]),
        "ru": (["он"], ["она"]), "uk": (["він"], ["вона"]), "bg": (["той"], ["тя"]), "pl": (["on"], ["ona"]),
        "cs": (["on"], ["ona"]), "sv": (["han"], ["hon"]), "da": (["han"], ["hun"]), "no": (["han"], ["hun"]),
        "nb": (["han"], ["hun"]), "el": (["αυτός", "ίδιος"], ["αυτή", "ίδια"]), "ro": (["el"], ["ea"]),
        "he": (["הוא"], ["היא"]),
        "ar": (["هو"], ["هي"]),
    ]
    /// Of women and men alike.
    static let neither: WordSet = ["o", "նա", "او", "وی", "hän", "ő", "ის", "მან"]
}

/// What an article tells of each person, by the fullest name.
struct People {
    private var names: [String] = []
    private(set) var genders: [String: Gender] = [:]
    /// The words of all titles.
    private(set) var titles: [String: Set<String>] = [:]

    init(_ entities: EntityRules) {
        names = entities.canonical
        for (index, one) in entities.found.enumerated() where one.kind == .person {
            let name = names[index]
            if let title = one.title, title.last >= title.first {
                for at in title.first...title.last {
                    let word =
                        entities.lower(at).hasSuffix(".")
                        ? String(entities.lower(at).dropLast()) : entities.lower(at)
                    titles[name, default: []].insert(word)
                    if let gender = People.words[word] { genders[name] = gender }
                }
            }
            let traits = entities.traits[one.first]
            // A name alone is a first name when it is no surname.
            guard genders[name] == nil, one.last > one.first || !traits.contains(.last) else { continue }
            if traits.contains(.male) { genders[name] = .male }
            if traits.contains(.female) { genders[name] = .female }
        }
    }

    func name(_ index: Int) -> String { names[index] }

    private static let words: [String: Gender] = {
        let men = """
            mr sir lord king prince duke spokesman chairman congressman businessman policeman fireman father
            brother husband son uncle grandfather actor pope imam sheikh herr monsieur señor
            """
        let women = """
            mrs ms miss lady queen princess duchess dame spokeswoman chairwoman congresswoman businesswoman
            policewoman mother sister wife daughter aunt grandmother actress nun frau madame señora
            """
        var out: [String: Gender] = [:]
        for word in men.split(whereSeparator: \.isWhitespace) { out[String(word)] = .male }
        for word in women.split(whereSeparator: \.isWhitespace) { out[String(word)] = .female }
        return out
    }()
}
