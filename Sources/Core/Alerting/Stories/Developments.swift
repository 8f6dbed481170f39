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
    // A person is known by the last word of the name: `President Aliyev`, then `Ilham Aliyev`.
    for name in speakers { finding.news.speakers.append(finding.note(name, lastWord: true)) }
    for name in places { finding.news.places.append(finding.note(name, lastWord: false)) }
    finding.news.speakers = Set(finding.news.speakers).sorted()
    finding.news.places = Set(finding.news.places).sorted()
    return finding
}

extension TopicFinding {
    fileprivate mutating func note(_ name: String, lastWord: Bool) -> UInt64 {
        let tokens = Tokenizer.words(name).tokens
        let hash = spread((lastWord ? tokens.suffix(1) : tokens[...]).reduce(0) { combined($0, $1.hash) })
        if names[hash] == nil { names[hash] = name }
        return hash
    }
}

/// What an article adds to what was told of its story, in words; empty when it adds nothing. A new speaker on
/// the topic, a new place beside it, or a sentence about it of whose words most are new.
package func developments(_ finding: TopicFinding, told: TopicNews) -> [String] {
    var out: [String] = []
    for speaker in finding.news.speakers where !told.speakers.contains(speaker) {
        out.append("new speaker: \(finding.names[speaker] ?? "")")
    }
    for place in finding.news.places where !told.places.contains(place) {
        out.append("new place: \(finding.names[place] ?? "")")
    }
    let known = Set(told.words)
    let fresh = finding.sentences.filter { words in
        words.count >= 5 && words.filter { known.contains($0) }.count * 2 < words.count
    }
    if !fresh.isEmpty { out.append(fresh.count == 1 ? "a new sentence" : "\(fresh.count) new sentences") }
    return out
}
