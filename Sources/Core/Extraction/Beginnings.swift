import Markup
import Text

/// Texts that something may begin with, by their first byte; ASCII letters of either case are the same, and
/// so is a first letter of another script.
struct Beginnings: Sendable {
    /// All of them, one behind the other; by first byte where its own begin in `ends`, and each one's end.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var places = [Range<Int>](repeating: 0..<0, count: 256)

    init(_ texts: [String]) {
        var byFirst: [UInt8: [[UInt8]]] = [:]
        for text in texts {
            let capital = text.prefix(1).uppercased() + text.dropFirst()
            for spelling in [text, capital] {
                let bytes = spelling.utf8.map(asciiLower)
                guard let first = bytes.first, !byFirst[first, default: []].contains(bytes) else { continue }
                byFirst[first, default: []].append(bytes)
            }
        }
        for (first, all) in byFirst {
            places[Int(first)] = ends.count..<(ends.count + all.count)
            for one in all {
                bytes += one
                ends.append(bytes.count)
            }
        }
    }

    func begin(_ text: ArraySlice<UInt8>) -> Bool { length(text) != nil }

    /// Bytes of the one that a text begins with.
    func length(_ text: ArraySlice<UInt8>) -> Int? { length(text.span, at: 0) }

    /// Where the first of them ends that begins with a word; nil when none stands there.
    func end(in text: ArraySlice<UInt8>) -> Int? {
        let span = text.span
        for at in 0..<span.count where !places[Int(asciiLower(span[at]))].isEmpty {
            // What is no letter of ASCII may begin one within a word.
            let isWord = at == 0 || !isASCIILetterOrDigit(span[at - 1])
            if isWord, let length = length(span, at: at) { return text.startIndex + at + length }
        }
        return nil
    }

    private func length(_ text: borrowing Span<UInt8>, at start: Int) -> Int? {
        guard start < text.count else { return nil }
        for one in places[Int(asciiLower(text[start]))] {
            let first = one == 0 ? 0 : ends[one - 1]
            let count = ends[one] - first
            guard start + count <= text.count else { continue }
            var at = 1
            while at < count, asciiLower(text[start + at]) == bytes[first + at] { at += 1 }
            if at == count { return count }
        }
        return nil
    }
}
