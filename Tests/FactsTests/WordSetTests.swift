import Testing

@testable import Facts

struct WordSetTests {
    /// Every word of a list is found, in composed letters and with its accents apart, and no word beside it.
    @Test func `a list knows its words however they are composed`() {
        let list = wordSet("заявил заявила մոլորակ élève eleve ministère قال й ё ä a")
        for word in list.words {
            let apart = decomposed(word)
            #expect(list.contains(word) && list.contains(apart), "\(word)")
            #expect(!list.contains(word + "x") && !list.contains("x" + word) && !list.contains(String(word.dropLast()) + "ж"))
        }
        #expect(decomposed("й").unicodeScalars.count == 2 && !list.contains("") && !list.contains("élèves"))
        #expect(list.union(["dit"]).contains("dit") && !list.contains("dit"))
    }

    private func decomposed(_ word: String) -> String {
        let apart: [Character: String] = ["й": "и\u{306}", "ё": "е\u{308}", "ä": "a\u{308}", "é": "e\u{301}", "è": "e\u{300}"]
        return word.map { apart[$0] ?? String($0) }.joined()
    }

    @Test func `a table joins the numbers of a word`() {
        let table = WordTable([("bank", 1), ("bank", 4), ("банк", 2)])
        #expect(table["bank"] == 5 && table["банк"] == 2 && table["b"] == 0)
    }
}
