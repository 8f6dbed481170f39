import Support
import Testing
import Text

@Suite struct TokenTests {
    private func words(_ text: String) -> [String] {
        let list = Tokenizer.tokenize(text)
        return list.tokens.indices.map { list.plain($0) }
    }

    @Test(arguments: [
        ("the Lachin corridor", ["the", "lachin", "corridor"]),
        ("Lachin's mayor", ["lachin", "mayor"]),
        ("Lachin’s mayor", ["lachin", "mayor"]),
        ("O’Brien said", ["o", "brien", "said"]),
        ("the U.S. Senate", ["the", "us", "senate"]),
        ("U.S.-led talks", ["us", "led", "talks"]),
        ("pre-Lachin era", ["pre", "lachin", "era"]),
        ("cor\u{AD}ridor La\u{200B}chin", ["corridor", "lachin"]),
        ("\u{FEFF}Lachin \u{2066}corridor\u{2069}", ["lachin", "corridor"]),
        ("Ｌａｃｈｉｎ　ｃｏｒｒｉｄｏｒ", ["lachin", "corridor"]),
        ("STRASSE straße", ["strasse", "strasse"]),
        ("ﬁnland Łódź", ["finland", "lodz"]),
        ("LAÇIN'DA", ["lacin", "da"]),
        ("İstanbul ISPARTA ılık", ["istanbul", "isparta", "ilik"]),
        ("محمــد تُركيا", ["محمد", "تركيا"]),
        ("東京都", ["東", "京", "都"]),
        ("rock 'n' roll", ["rock", "n", "roll"]),
        ("", []), ("\u{300}\u{301}\u{302}", []),
    ])
    func `text becomes the words that a reader sees`(text: String, expected: [String]) {
        #expect(words(text) == expected)
    }

    @Test(arguments: ["at @lachin_news", "see lachin.example/news", "#lachin", "ana@lachin.org", "https://lachin.example/a?b=c"])
    func `handles, tags and addresses are not the word in them`(text: String) {
        let list = Tokenizer.tokenize(text)
        let query = Tokenizer.tokenize("lachin")
        #expect(!list.tokens.indices.contains { list.word($0, matches: 0, of: query) })
    }

    @Test func `a sentence without a space behind its full stop is no address`() {
        #expect(words("They met in the corridor.The talks went on.") == ["they", "met", "in", "the", "corridor", "the", "talks", "went", "on"])
    }

    @Test(arguments: [("lacin", "laçın", true), ("laçın", "lacin", false), ("laçın", "lac\u{301}in", false),
        ("laçın", "lac\u{327}in", true), ("naïve", "naive", false), ("naive", "naïve", true), ("Łódź", "lodz", false)])
    func `a letter without a mark stands for both, one with a mark for itself`(query: String, text: String, matches: Bool) {
        let (list, asked) = (Tokenizer.tokenize(text), Tokenizer.tokenize(query))
        #expect(list.word(0, matches: 0, of: asked) == matches)
    }

    @Test func `offsets are those of the original bytes`() {
        let text = "в Лачине — «Lachin corridor’s» cor\u{AD}ridor"
        let bytes = Array(text.utf8)
        let list = Tokenizer.tokenize(text)
        let quoted = list.tokens.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        #expect(quoted == ["в", "Лачине", "Lachin", "corridor", "cor\u{AD}ridor"])
    }

    @Test func `any bytes at all make words within bounds`() {
        var random = SplitMix(seed: 7)
        for _ in 0..<300 {
            let bytes = (0..<Int(random.next() % 200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            var list = TokenList()
            Tokenizer.tokenize(bytes, TextSpanBounds(start: 0, end: bytes.count), into: &list)
            var last = 0
            for token in list.tokens {
                #expect(token.start >= last && token.end > token.start && token.end <= bytes.count)
                last = token.end
            }
        }
    }
}
