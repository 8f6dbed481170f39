package import Model
import Text

/// Everything that the rules find in an article. Linear in its text.
package func findFacts(_ article: Article, _ gazetteer: Gazetteer) -> Facts {
    var facts = Facts()
    facts.language =
        article.language.map { LanguageGuess(language: $0, confidence: 1) } ?? identifyLanguage(article.text)
    let text = FactText(article, language: facts.language?.language)
    facts.sentences = text.sentences.map(\.span)
    let today = article.published.value.flatMap(CalendarDay.init(iso8601:))
    var dates = DateRules(text, today: today, language: facts.language?.language)
    dates.run()
    facts.dates = dates.found
    var entities = EntityRules(text, gazetteer, language: facts.language?.language ?? "en")
    entities.run()
    facts.mentions = entities.mentions()
    var quotes = QuoteRules(text, entities, dates.found)
    quotes.run()
    facts.quotes = quotes.found
    return facts
}

extension EntityRules {
    /// The findings as mentions, each with its fullest name in this article.
    func mentions() -> [EntityMention] {
        return zip(found, canonical).map { one, name in
            let span = text.span(one.first, one.last)
            let record = one.record.flatMap(gazetteer.record)
            var mention = EntityMention(
                one.kind, span, canonical: name, zone: text.zone(ofSentence: tokens[one.first].sentence),
                rule: one.rule, confidence: one.confidence)
            if one.kind == .person {
                let title = one.title ?? namesOf(one).lazy.compactMap { fullest[$0]?.title }.first
                if let title, title.last >= title.first {
                    mention.title = text.span(title.first, title.last)
                    mention.statedCountry = country(title)
                }
            }
            (mention.institution, mention.statedCountry) = one.institution ?? (nil, mention.statedCountry)
            if one.kind == .place, let record {
                let isTown = record.kind == .city
                mention.location = EntityMention.Location(
                    country: record.country, latitude: isTown ? record.latitude : nil,
                    longitude: isTown ? record.longitude : nil, populationClass: isTown ? record.size : nil,
                    type: [.region, .known].contains(record.kind) ? record.within : "\(record.kind)")
            }
            return mention
        }
    }

    /// What a finding may be called elsewhere: by its words, a surname alone also without its case.
    private func namesOf(_ one: Found) -> [String] {
        [words(one.first, one.last)] + (one.kind == .person && one.first == one.last ? cases(one.first) : [])
    }

    /// Of each finding, its fullest name.
    func canonicalNames() -> [String] {
        let bodies = bodiesInFull()
        return found.map { one in
            if one.kind == .organisation, !bodies.isEmpty, let name = bodies[words(one.first, one.last)] {
                return name
            }
            if one.kind == .organisation, one.first == one.last, let name = redefined[lower(one.first)] {
                return name
            }
            let known = configuredName(one) ?? one.record.flatMap(gazetteer.record)?.canonical ?? ""
            if !known.isEmpty { return known }
            if let institution = one.institution { return name(of: institution) }
            return namesOf(one).lazy.compactMap { fullest[$0]?.name }.first
                ?? text.article.string(text.span(one.first, one.last)).oneLine
        }
    }

    /// Organisations by their words, where an article says more of them than lists do: with the country's
    /// adjective before them, `Namibian Broadcasting Corporation`, and by the letters in brackets behind.
    private func bodiesInFull() -> WordMap<String> {
        var out = WordMap<String>()
        for one in found where one.kind == .organisation && one.last > one.first && one.institution == nil {
            let known = one.record.flatMap(gazetteer.record)?.canonical ?? ""
            let people = one.first > 0 && isTogether(one.first, one.first - 1) ? owner[one.first - 1] : -1
            let isOfPeople = isEnglish && known.isEmpty && people >= 0 && found[people].kind == .demonym
            let first = isOfPeople ? found[people].first : one.first
            let name = known.isEmpty ? text.article.string(text.span(first, one.last)).oneLine : known
            let key = words(one.first, one.last)
            if isOfPeople, out[key] == nil { out[key] = name }
            if let short = lettersBehind(one, first), out[short] == nil { out[short] = name }
        }
        return out
    }

    /// `NBC` of `Namibian Broadcasting Corporation (NBC)`; nil where what stands in brackets is another
    /// organisation.
    private func lettersBehind(_ one: Found, _ first: Int) -> String? {
        let at = one.last + 2
        guard lower(at - 1) == "(", lower(at + 1) == ")", isTogether(one.first, at), owner[at] >= 0 else {
            return nil
        }
        let short = found[owner[at]]
        guard short.kind == .organisation, short.first == short.last else { return nil }
        let isKnown = short.record.flatMap(gazetteer.record)?.canonical.isEmpty == false
        return isKnown && acronym(first, one.last) != lower(at) ? nil : lower(at)
    }

    /// By surname and by name, a person's fullest name and first title.
    func fullNames() -> WordMap<FullName> {
        var out = WordMap<FullName>()
        let full = found.filter { $0.kind == .person && $0.last > $0.first }
        let surnames = SeenWords(full.map { lower($0.last) })
        // `Николом Пашиняном` is Никол Пашинян where the article has him so.
        let capitals =
            isUninflected ? SeenWords() : SeenWords(text.tokens.lazy.filter(\.isCapital).map(\.lower))
        let isForm = full.map { cases($0.last).contains(where: surnames.contains) }
        for index in full.indices.filter({ !isForm[$0] }) + full.indices.filter({ isForm[$0] }) {
            let one = full[index]
            let own = configuredName(one) ?? text.article.string(text.span(one.first, one.last)).oneLine
            let forms = cases(one.last)
            let firsts = [lower(one.first)] + cases(one.first)
            let plain = forms.lazy.compactMap { out[$0]?.name }.first { name in
                firsts.contains { name.lowercased().hasPrefix($0 + " ") }
            }
            let both = paternalName(one).map { [words($0, one.last)] } ?? []
            for key in [words(one.first, one.last), words(one.last, one.last)] + both + forms {
                if let old = out[key] {
                    if old.title == nil { out[key]?.title = one.title }
                } else {
                    out[key] = (plain ?? nominative(one, capitals) ?? own, one.title)
                }
            }
        }
        return out
    }

    /// `Эммануэль Макрон` of `Эммануэля Макрона`.
    private func nominative(_ one: Found, _ capitals: SeenWords) -> String? {
        guard !isUninflected, one.last == one.first + 1, configuredName(one) == nil else { return nil }
        let (first, surname) = (lower(one.first), lower(one.last))
        if let bare = NameCases.nominative(first, surname, language, isFirstName: isFirstName) {
            guard isCapital(one.first) else { return "\(bare.first) \(bare.surname)" }
            return "\(bare.first.capitalized) \(bare.surname.capitalized)"
        }
        // The surname stands elsewhere without its case. `Александра Петрова` may be her own name.
        guard !isFirstName(first), let surname = cases(one.last).first(where: capitals.contains),
            let first = cases(one.first).first(where: isFirstName)
        else { return nil }
        return "\(first.capitalized) \(surname.capitalized)"
    }

    private func isFirstName(_ name: String) -> Bool { gazetteer.number(name, .first) != nil }

    /// The country that a title names: `Armenian` President, a spokesperson for `Armenia's` ministry.
    private func country(_ title: (first: Int, last: Int)) -> String? {
        for at in title.first...title.last {
            let hit = hits[at]?.first { $0.kind == .demonym || $0.kind == .country }
            if let hit, let record = gazetteer.record(hit.record), !record.country.isEmpty {
                return record.country
            }
            if !isEnglish, let country = DemonymsAbroad.country(lower(at), language) { return country }
        }
        return nil
    }
}

extension String {
    fileprivate var capitalized: String { prefix(1).uppercased() + dropFirst() }
}
