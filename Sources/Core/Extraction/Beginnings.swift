import Markup
import Text

/// Texts that something may begin with, by their first byte; ASCII letters of either case are the same, and
/// so is a first letter of another script.
struct Beginnings: Sendable {
    private var byFirst = [[[UInt8]]](repeating: [], count: 256)
    /// Whether any begins with a byte.
    private var begins = [Bool](repeating: false, count: 256)

    init(_ texts: [String]) {
        for text in texts {
            let capital = text.prefix(1).uppercased() + text.dropFirst()
            for spelling in Set([text, capital]) {
                let bytes = spelling.utf8.map(asciiLower)
                guard let first = bytes.first, !byFirst[Int(first)].contains(bytes) else { continue }
                byFirst[Int(first)].append(bytes)
                begins[Int(first)] = true
            }
        }
    }

    func begin(_ text: ArraySlice<UInt8>) -> Bool { length(text) != nil }

    /// Bytes of the one that a text begins with.
    func length(_ text: ArraySlice<UInt8>) -> Int? {
        guard let first = text.first.map(asciiLower), begins[Int(first)] else { return nil }
        let span = text.span
        return byFirst[Int(first)].first { wanted in
            guard wanted.count <= span.count else { return false }
            var at = 1
            while at < wanted.count, asciiLower(span[at]) == wanted[at] { at += 1 }
            return at == wanted.count
        }?.count
    }

    /// Where the first of them ends that begins with a word; nil when none stands there.
    func end(in text: ArraySlice<UInt8>) -> Int? {
        for at in text.indices where begins[Int(asciiLower(text[at]))] {
            // What is no letter of ASCII may begin one within a word.
            let isWord = at == text.startIndex || !isASCIILetterOrDigit(text[at - 1])
            if isWord, let length = length(text[at...]) { return at + length }
        }
        return nil
    }
}
