package import Model
import Text

/// Everything that the rules find in an article. Linear in its text.
package func findFacts(_ article: Article, _ gazetteer: Gazetteer) -> Facts {
    var facts = Facts()
    let text = FactText(article)
    facts.sentences = text.sentences.map(\.span)
    facts.language =
        article.language.map { LanguageGuess(language: $0, confidence: 1) } ?? identifyLanguage(article.text)
    let today = article.published.value.flatMap(CalendarDay.init(iso8601:))
    var dates = DateRules(text, today: today)
    dates.run()
    facts.dates = dates.found
    var entities = EntityRules(text, gazetteer)
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
        found.map { one in
            let span = text.span(one.first, one.last)
            let record = one.record.flatMap(gazetteer.record)
            let name =
                record.flatMap { $0.canonical.isEmpty ? nil : $0.canonical } ?? text.article.string(span)
            var mention = EntityMention(
                one.kind, span, canonical: name, zone: text.zone(ofSentence: tokens[one.first].sentence),
                rule: one.rule,
                confidence: one.confidence)
            if let title = one.title, title.last >= title.first {
                mention.title = text.span(title.first, title.last)
            }
            if one.kind == .place, let record {
                let isTown = record.kind == .city
                mention.location = EntityMention.Location(
                    country: record.country, latitude: isTown ? record.latitude : nil,
                    longitude: isTown ? record.longitude : nil,
                    populationClass: isTown ? record.size : nil,
                    type: record.kind == .region ? record.within : "\(record.kind)")
            }
            return mention
        }
    }
}
