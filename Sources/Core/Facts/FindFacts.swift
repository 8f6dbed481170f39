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
                let title = one.title ?? fullest[words(one.first, one.last)]?.title
                if let title, title.last >= title.first {
                    mention.title = text.span(title.first, title.last)
                    mention.titleCountry = country(title)
                }
            }
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

    /// Of each finding, its fullest name.
    func canonicalNames() -> [String] {
        found.map { one in
            let known = configuredName(one) ?? one.record.flatMap(gazetteer.record)?.canonical ?? ""
            return !known.isEmpty
                ? known
                : fullest[words(one.first, one.last)]?.name
                    ?? text.article.string(text.span(one.first, one.last)).oneLine
        }
    }

    /// By surname and by name, a person's fullest name and first title.
    func fullNames() -> [String: FullName] {
        var out: [String: FullName] = [:]
        for one in found where one.kind == .person && one.last > one.first {
            let name = configuredName(one) ?? text.article.string(text.span(one.first, one.last)).oneLine
            for key in [words(one.first, one.last), words(one.last, one.last)] {
                if let old = out[key] {
                    if old.title == nil { out[key]?.title = one.title }
                } else {
                    out[key] = (name, one.title)
                }
            }
        }
        return out
    }

    /// The country that a title names: `Armenian` President, a spokesperson for `Armenia's` ministry.
    private func country(_ title: (first: Int, last: Int)) -> String? {
        for at in title.first...title.last {
            let hit = hits[at]?.first { $0.kind == .demonym || $0.kind == .country }
            if let hit, let record = gazetteer.record(hit.record), !record.country.isEmpty {
                return record.country
            }
        }
        return nil
    }
}
