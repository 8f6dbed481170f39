import Facts
import Folders
import Matching
import Model
import Pipeline
import Testing
import Text

/// Nine stories, each written once in 25 languages: one watch finds who and what it is about in all of them.
struct SameNewsTests {
    private struct Story {
        var name: String
        var published: String
        var watches: [String]
        var dates: [String]
        var texts: [(language: String, text: String)]
    }

    private static let stories: [Story] = {
        let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
        guard let bytes = mapFile(root + "/scripts/lib/same-news.json"),
            case .array(let stories)? = try? JSON.parse((0..<bytes.count).map { bytes.byte($0) })
        else { return [] }
        func texts(_ value: JSON?) -> [String] {
            guard case .array(let all)? = value else { return [] }
            return all.compactMap(\.string)
        }
        return stories.map { story in
            guard case .object(let languages)? = story["texts"] else { return Story(name: "", published: "", watches: [], dates: [], texts: []) }
            return Story(
                name: story["story"]?.string ?? "", published: story["published"]?.string ?? "", watches: texts(story["watches"]),
                dates: texts(story["dates"]), texts: languages.map { ($0.key, $0.value.string ?? "") })
        }
    }()

    /// What of it is not found in a language.
    private func missed(_ story: Story, _ language: String, _ text: String) throws -> [String] {
        let article = FactsTests.article(text, story.published, language: language)
        let watches = try story.watches.map { try FactFieldTests.watch($0, id: $0) }
        let gazetteer = FactsTests.gazetteer.asking(watches.flatMap(\.query.peopleAsked))
        let found = Set(Percolator(watches).percolate(factReading(article, source: nil, gazetteer)).map(\.watch))
        let days = Set(findFacts(article, gazetteer).dates.compactMap(\.value))
        return story.watches.filter { !found.contains($0) } + story.dates.filter { !days.contains($0) }
    }

    @Test(arguments: [
        ("the Lachin corridor", 450, 0), ("ships from Odesa", 450, 5), ("a ceasefire in Gaza", 450, 1), ("central banks", 450, 2),
        ("a trial and an earthquake", 450, 0), ("Iran's uranium", 450, 8), ("elections", 450, 5), ("war in Congo", 450, 8), ("tariffs", 450, 12),
    ])
    func `one watch does for 25 languages`(name: String, asked: Int, most: Int) throws {
        let story = try #require(SameNewsTests.stories.first { $0.name == name })
        #expect(story.texts.count * (story.watches.count + story.dates.count) == asked)
        var missed: [String] = []
        for (language, text) in story.texts {
            let mine = try self.missed(story, language, text)
            #expect(mine.count <= 3, "\(language): \(mine)")
            missed += mine.map { "\(language) \($0)" }
        }
        #expect(missed.count <= most, "\(missed)")
    }
}
