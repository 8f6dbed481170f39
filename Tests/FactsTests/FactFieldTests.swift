import Extraction
import Facts
import Matching
import Model
import Pipeline
import Testing

/// Queries over facts: who speaks, what is quoted, who and what is named.
struct FactFieldTests {
    private func matches(_ query: String, _ text: String) throws -> [String] {
        let article = FactsTests.article("Road news\n\n" + text)
        let watch = Watch(
            id: "w", title: "", owner: nil, note: nil, query: try parseQuery(query), clause: "", zones: [.headline, .dateline, .body], priority: .normal,
            receivers: [], list: "")
        return Percolator([watch]).percolate(factReading(article, source: nil, FactsTests.gazetteer)).flatMap { $0.evidence.map { article.string($0.span) } }
    }

    private static let text = """
        "The Lachin corridor must open now," State Department spokesperson Matthew Miller said in Washington on Monday. "It must open to all," Miller added.

        Maria Santos came too. "The bridge will open on Tuesday," she said. Ben Okoro listened.

        Trucks wait at the bridge. The World Food Programme counts them. A miller at the Lachin corridor baked bread.
        """

    @Test(arguments: [
        ("quote:\"Lachin corridor\"", 1), ("\"Lachin corridor\"", 2), ("quote:bread", 0), ("speaker:\"Matthew Miller\"", 1), ("speaker:bridge", 0),
        ("person:Miller", 2), ("Miller", 3), ("place:Washington", 1), ("org:\"World Food Programme\"", 1), ("org:trucks", 0), ("place:Miller", 0),
        ("speaker:Miller AND quote:\"Lachin corridor\"", 3), ("Miller SAID \"Lachin corridor\"", 3),
        ("Miller SAID open", 4), ("Miller SAID bread", 0), ("Programme SAID trucks", 0), ("(Miller OR Baku) SAID (corridor OR bread)", 3),
        ("speaker:Santos AND quote:bridge", 2), ("Santos SAID bridge", 2), ("Okoro SAID bridge", 0),
        ("Lachin NOT SAID open", 2), ("\"Lachin corridor\" AND NOT place:Baku", 2), ("place:(Washington OR Baku)", 1),
    ])
    func `fields of facts hold a word to them`(query: String, count: Int) throws {
        let found = try matches(query, FactFieldTests.text)
        #expect(found.count == count, "\(found)")
    }
}
