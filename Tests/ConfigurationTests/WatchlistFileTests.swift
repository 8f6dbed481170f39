import Configuration
import Model
import Testing

@Suite struct WatchlistFileTests {
    private func read(_ text: String) -> (Settings?, [Complaint]) {
        readSettings([ConfigurationFile(path: "t.yaml", bytes: Array(text.utf8), isWatchlist: true)], secrets: { _ in .value("") }, standalone: true)
    }

    @Test func `tests of a watchlist are read, and their watches must be there`() {
        let list = "watchlist: l\nwatches:\n  - id: lachin\n    any: [Lachin]\ntests:\n  - name: one\n    title: H\n    text: T\n    zone: caption\n    expect: "
        let (settings, complaints) = read(list + "{ lachin: 2 }")
        #expect(settings?.tests.first?.expected == ["lachin": 2] && settings?.tests.first?.zone == .caption, "\(complaints)")
        #expect(read(list + "{}").0?.tests.first?.expected == [:])
        #expect(read(list + "{ lachn: 2 }").1.contains { $0.text.hasPrefix("t.yaml:10:15") && $0.text.contains("'lachin'") })
        #expect(read(list + "{ lachin: many }").1.contains { $0.what.contains("number of mentions") })
    }

    @Test func `an item may be tagged, inflected, exact`() {
        let (settings, complaints) = read("watchlist: l\nwatches:\n  - id: w\n    any: [{ ru: Лачин, inflect: true }, =US, { az: Laçın }]\n")
        let any = settings?.watches.first?.any ?? []
        #expect(any.map(\.language) == ["ru", nil, "az"] && any.map(\.inflections) == [["ru"], [], []], "\(complaints)")
    }
}
