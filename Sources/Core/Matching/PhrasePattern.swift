import Text

/// One phrase made ready: its words, the signs that must stand around them (C++, AT&T), and other spellings that mean the
/// same (a-b = ab, covid19 = covid-19).
package struct PhrasePattern: Sendable {
    let words: TokenList
    /// Signs that must follow each word in the text, in order; "" where anything may stand.
    private let signs: [[UInt8]]

    /// Whether the phrase has no word to look for.
    package var isEmpty: Bool { words.tokens.isEmpty }

    var count: Int { words.tokens.count }

    package init(_ text: String) {
        let words = Tokenizer.tokenize(text)
        let bytes = Array(text.utf8)
        self.words = words
        signs = words.tokens.indices.map { index in
            let start = words.tokens[index].end
            let end = index + 1 < words.tokens.count ? words.tokens[index + 1].start : bytes.count
            guard start < end else { return [] }
            let gap = bytes[start..<end].filter { $0 > 32 }
            return gap.contains(where: isSign) ? gap.filter(isSign) : []
        }
    }

    /// The phrase and its other spellings.
    static func spellings(_ text: String) -> [PhrasePattern] {
        let main = PhrasePattern(text)
        var out = [main]
        let bytes = Array(text.utf8)
        for index in main.words.tokens.indices.dropFirst() {
            let (a, b) = (main.words.tokens[index - 1], main.words.tokens[index])
            let gap = String(decoding: bytes[a.end..<b.start], as: UTF8.self)
            let joinsHyphen = ["-", "\u{2010}", "\u{2011}"].contains(gap)
            let joinsNumber = gap == " " && !main.words.holdsDigitsOnly(index - 1) && main.words.holdsDigitsOnly(index)
            if joinsHyphen || joinsNumber {
                out.append(PhrasePattern(String(decoding: bytes[..<a.end] + bytes[b.start...], as: UTF8.self)))
            }
        }
        if let parted = partedAtNumber(text) { out.append(PhrasePattern(parted)) }
        return out.filter { !$0.isEmpty }
    }

    /// `covid19` as `covid 19`.
    private static func partedAtNumber(_ text: String) -> String? {
        var out = ""
        var wasLetter = false
        for character in text {
            if wasLetter, character.isASCII, character.isNumber { out.append(" ") }
            out.append(character)
            wasLetter = character.isLetter
        }
        return out == text ? nil : out
    }

    /// Whether the signs that the phrase needs stand behind the words from `first` on.
    func signsMatch(_ list: TokenList, first: Int, in text: [UInt8]) -> Bool {
        for (offset, wanted) in signs.enumerated() where !wanted.isEmpty {
            var at = list.tokens[first + offset].end
            for sign in wanted {
                guard at < text.count, text[at] == sign else { return false }
                at += 1
            }
            if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "#") { return false }
        }
        return true
    }
}

/// Signs that are part of names: C++, C#, AT&T, TCP/IP.
private func isSign(_ byte: UInt8) -> Bool { "+#&/".utf8.contains(byte) }
