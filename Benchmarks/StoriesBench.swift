import Alerting
import Facts
import Folders
import Matching
import Model
import Pipeline
import Text

/// `bench stories GAZETTEER FILE pairs`: reads JSON Lines of {id, headline, text} and prints what speaks for one event in each pair.
struct StoriesBench {
    let gazetteer: Gazetteer

    init?(_ path: String) {
        guard let bytes = mapFile(path), let gazetteer = Gazetteer(bytes) else { return nil }
        self.gazetteer = gazetteer
    }

    struct Item { var id: String; var traits: StoryTraits }

    func read(_ path: String) -> [Item] {
        MatchingBench.read(path).split(separator: 10).compactMap { line in
            guard let json = try? JSON.parse(Array(line)), let id = json["id"]?.string else { return nil }
            return Item(id: id, traits: traits(json["headline"]?.string ?? "", json["text"]?.string ?? ""))
        }
    }

    func traits(_ headline: String, _ text: String) -> StoryTraits {
        var bytes = Array(headline.utf8)
        var paragraphs = [Paragraph(.headline, TextSpan(0, bytes.count))]
        for part in text.split(separator: "\n") {
            bytes += [10, 10]
            paragraphs.append(Paragraph(.body, TextSpan(bytes.count, bytes.count + part.utf8.count)))
            bytes += Array(part.utf8)
        }
        let article = Article(text: bytes, headline: headline, paragraphs: paragraphs)
        return storyTraits(
            article, sketch: Reading(article).fingerprint.sketch, names: storyNames(findFacts(article, gazetteer)))
    }

    func pairs(_ items: [Item]) {
        for (index, one) in items.enumerated() {
            for other in items[..<index] {
                let f = StoryFeatures(one.traits, other.traits)
                if f.score > 0.25 {
                    let numbers = [f.score, f.runs, f.headline, f.names, Double(f.persons), f.vocabulary].map { String(($0 * 1000).rounded() / 1000) }
                    print((numbers + [one.id, other.id]).joined(separator: "\t"))
                }
            }
        }
    }

    func run(_ words: [String]) {
        let items = read(words[0])
        if words.contains("pairs") { pairs(items) }
    }
}
