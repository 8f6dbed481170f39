package import Model
import Text

/// What an article says of a topic: `sentences` are those of the mentions, `speakers` the people and
/// organisations in whose words mentions stand, `places` those named in the sentences.
package func topicFinding(
    _ article: Article, sentences: [TextSpan], speakers: [String], places: [String]
) -> TopicFinding {
    var finding = TopicFinding()
    var words: Set<UInt64> = []
    for sentence in sentences {
        let bounds = TextSpanBounds(start: sentence.start, end: sentence.end)
        let own = meaningful(Tokenizer.words(article.text, [bounds]), atLeast: 3)
        finding.sentences.append(own)
        words.formUnion(own)
    }
    finding.news.words = words.sorted()
    for name in speakers { TopicName(speaker: name).add(to: &finding.speakers) }
    for name in places { TopicName(place: name).add(to: &finding.places) }
    finding.news.speakers = Set(finding.speakers.flatMap(\.hashes)).sorted()
    finding.news.places = Set(finding.places.flatMap(\.hashes)).sorted()
    return finding
}

extension TopicName {
    /// A person is known by the last word of the name (`President Aliyev`, then `Ilham Aliyev`), as it is
    /// written and, unless it is short, as it sounds: Aliev and Алиев are the same.
    fileprivate init(speaker name: String) {
        let words = Tokenizer.words(name).tokens
        let sound = name.split { $0.isWhitespace }.last.flatMap { NameSounds.readings(String($0)).first }
        let form = sound?.plainForm ?? []
        let heard = form.count < 4 ? [] : [spread(FNV1a.hash(form))]
        self.init(name: name, hashes: [hash(words.suffix(1))] + heard)
    }

    fileprivate init(place name: String) {
        self.init(name: name, hashes: [hash(Tokenizer.words(name).tokens[...])])
    }

    fileprivate func add(to names: inout [TopicName]) {
        if !names.contains(where: { $0.hashes == hashes }) { names.append(self) }
    }

    /// Whether it is none of those.
    fileprivate func isNew(beside told: Set<UInt64>) -> Bool { told.isDisjoint(with: hashes) }
}

private func hash(_ words: ArraySlice<Token>) -> UInt64 {
    spread(words.reduce(0) { FNV1a.step($0, $1.hash) })
}

/// What an article adds to what was told of its story, in words; empty when it adds nothing. A new speaker on
/// the topic, a new place beside it, or a sentence about it of whose words most are new.
package func developments(_ finding: TopicFinding, told: TopicNews) -> [String] {
    var out: [String] = []
    let speakers = Set(told.speakers)
    let places = Set(told.places)
    for one in finding.speakers where one.isNew(beside: speakers) { out.append("new speaker: \(one.name)") }
    for one in finding.places where one.isNew(beside: places) { out.append("new place: \(one.name)") }
    let known = Set(told.words)
    let fresh = finding.sentences.filter { words in
        words.count >= 5 && words.filter { known.contains($0) }.count * 2 < words.count
    }
    if !fresh.isEmpty { out.append(fresh.count == 1 ? "a new sentence" : "\(fresh.count) new sentences") }
    return out
}
