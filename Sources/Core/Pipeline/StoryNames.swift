package import Alerting
package import Facts
import Model

/// The names of an article that tell its event from others, the most mentioned first.
package func storyNames(_ facts: Facts) -> [StoryName] {
    var counts: [String: (count: Int, first: Int, weight: StoryName.Weight)] = [:]
    for (index, mention) in facts.mentions.enumerated() {
        let weight: StoryName.Weight
        switch mention.kind {
        case .person: weight = .person
        case .organisation: weight = .organisation
        case .place: weight = mention.location?.type == "country" ? .country : .place
        case .demonym: continue
        }
        counts[mention.canonical, default: (0, index, weight)].count += 1
    }
    return counts.sorted { ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first) }
        .map { StoryName($0.key, $0.value.weight) }
}

/// What an article says of a watch's topic: who speaks of it, and where.
func finding(_ article: Article, _ facts: Facts, of match: Match) -> TopicFinding {
    let sentences = Set(match.evidence.map(\.sentence)).sorted()
    var speakers: [String] = []
    for quote in facts.quotes {
        guard let referent = quote.referent, referent.confidence != .weak,
            match.evidence.contains(where: { quote.holds($0.span) })
        else { continue }
        speakers.append(facts.mentions[referent.mention].canonical)
    }
    let places = facts.mentions.filter { mention in
        mention.kind == .place && mention.location?.type != "country"
            && sentences.contains { $0.start <= mention.span.start && mention.span.end <= $0.end }
    }
    return topicFinding(article, sentences: sentences, speakers: speakers, places: places.map(\.canonical))
}
