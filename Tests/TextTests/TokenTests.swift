import Glibc
import Support
import Testing
import Text

@Suite struct TokenTests {
    private func words(_ text: String) -> [String] {
        let list = Tokenizer.words(text)
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
    func `handles, tags and addresses are words of a class of their own`(text: String) {
        #expect(Tokenizer.words(text).tokens.filter { $0.traits.contains(.opaque) }.count == 1)
    }

    @Test func `a sentence without a space behind its full stop is no address`() {
        #expect(words("They met in the corridor.The talks went on.") == ["they", "met", "in", "the", "corridor", "the", "talks", "went", "on"])
    }

    @Test(arguments: [("e-mail", ["email"]), ("mother-in-law", ["motherin", "motherinlaw", "inlaw"]), ("co\u{2010}op", ["coop"]),
        ("a - b", []), ("U.S.-led", ["usled"]), ("-x", [])])
    func `hyphenated words are also one`(text: String, expected: [String]) {
        let list = Tokenizer.words(text)
        #expect(list.joined.map(\.hash) == expected.map { Tokenizer.words($0).tokens[0].hash })
    }

    @Test func `offsets are those of the original bytes`() {
        let text = "в Лачине — «Lachin corridor’s» cor\u{AD}ridor"
        let bytes = Array(text.utf8)
        let quoted = Tokenizer.words(text).tokens.map { String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self) }
        #expect(quoted == ["в", "Лачине", "Lachin", "corridor", "cor\u{AD}ridor"])
    }

    @Test func `any bytes at all make words within bounds`() {
        var random = SplitMix(seed: 7)
        for _ in 0..<300 {
            let bytes = (0..<Int(random.next() % 200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            var last: UInt32 = 0
            for token in Tokenizer.words(bytes, [TextSpanBounds(start: 0, end: bytes.count)]).tokens {
                #expect(token.start >= last && token.end > token.start && token.end <= bytes.count)
                last = token.end
            }
        }
    }

    /// The fast loop against the plain one: pieces that meet each other's edges, at every distance from a block's end.
    @Test(arguments: [TokenRules.standard, .runs])
    func `the fast loop cuts as the plain one does`(rules: TokenRules) {
        let pieces = ["Lachin", "a", "s", "U", "S", "O", "’", "'", "`", "-", "\u{2010}", "\u{2011}", ".", "@", "#", ":", "//", "/", "http", "www", "com",
            " ", " ", " ", "\n", "\u{A0}", "“", "”", "—", "\u{AD}", "\u{200B}", "\u{301}", "ç", "Лачин", "т", "東", "京都", "が", "ไทย", "ß", "ﬁ", "İ", "ı",
            "2023", "1", "٣", "_", "&", "+", ",", "…", "´", "ʼ", "Ｌ", "تُ", "ـ", "\u{FEFF}", "\u{2066}", "é", "𝒜", "\u{20000}", "。", "averyverylongwordindeed"]
        let rounds = getenv("TOCSIN_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 5000
        var random = SplitMix(seed: 20_261_125)
        for round in 0..<rounds {
            var text: [UInt8] = []
            for _ in 0..<Int(random.next() % 40 + 1) { text += Array(pieces[Int(random.next() % UInt64(pieces.count))].utf8) }
            if round % 4 == 0 { text = (0..<Int(random.next() % 90)).map { _ in UInt8(truncatingIfNeeded: random.next() >> 7) } + text }
            if round % 50 == 0 { text = Array(String(repeating: "word ", count: 1630).utf8) + text }
            let middle = text.indices.filter { text[$0] == 0x20 || text[$0] == 10 }.randomElement(using: &random) ?? text.count
            let spans = [TextSpanBounds(start: 0, end: middle), TextSpanBounds(start: middle, end: text.count)]
            // In turn with and without what only some processors can.
            let fast = Tokenizer.words(text, spans, rules: rules, isWide: round % 2 == 0 && Processor.isWide).tokens
            let plain = Tokenizer.plainWords(text, spans, rules: rules)
            // The fast loop says plain ASCII where the plain one does not care to.
            let same = fast.count == plain.count && zip(fast, plain).allSatisfy { a, b in
                a.hash == b.hash && a.start == b.start && a.end == b.end && a.head == b.head
                    && a.traits.subtracting(.intricate) == b.traits.subtracting(.intricate)
            }
            guard same else {
                let at = zip(fast, plain).enumerated().first { $1.0.hash != $1.1.hash || $1.0.start != $1.1.start || $1.0.traits.subtracting(.intricate) != $1.1.traits.subtracting(.intricate) }
                Issue.record("round \(round): \(text.prefix(24)) \(String(decoding: text.suffix(300), as: UTF8.self).debugDescription) at \(String(describing: at))")
                return
            }
        }
    }
}
