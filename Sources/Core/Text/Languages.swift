import CTextTables

/// A text's language and how sure that is.
package struct LanguageGuess: Sendable, Equatable {
    /// ISO 639-1.
    package var language: String
    /// From 0 (a coin toss) to 1.
    package var confidence: Double

    package init(language: String, confidence: Double) {
        (self.language, self.confidence) = (language, confidence)
    }
}

/// Tells a text's language from its first 1,200 bytes: by its script where one language alone uses it, else
/// by n-grams and small words (scripts/generate-languages) and by letters that only some languages have. Nil
/// for a text without letters.
package func identifyLanguage(_ text: [UInt8]) -> LanguageGuess? {
    var end = min(text.count, 1200)
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    let words = LanguageWords(String(decoding: text[..<end], as: UTF8.self).lowercased())
    guard let script = words.mainScript else { return nil }
    switch script {
    case .alone(let language): return LanguageGuess(language: language, confidence: 1)
    case .ideographs:
        let isJapanese = words.counts[.kana, default: 0] * 20 > words.counts[.ideographs, default: 0]
        return LanguageGuess(language: isJapanese ? "ja" : "zh", confidence: 1)
    case .kana: return LanguageGuess(language: "ja", confidence: 1)
    case .latin, .cyrillic, .arabic: break
    }
    var scores = words.scores()
    weighLetters(words, script, &scores)
    let group = languages.indices.filter { groups[$0] == script }
    let best = group.max { scores[$0] < scores[$1] } ?? group[0]
    let second = group.filter { $0 != best }.map { scores[$0] }.max() ?? 0
    guard scores[best] > 0 else { return nil }
    return LanguageGuess(
        language: languages[best],
        confidence: min(1, max(0, (scores[best] - second) / (scores[best] * 0.4 + 8))))
}

/// The same, or nil in doubt: what an article without a word about its language is taken for.
package func guessLanguage(_ text: [UInt8]) -> String? {
    identifyLanguage(text).flatMap { $0.confidence >= 0.05 ? $0.language : nil }
}

/// In the order of scripts/generate-languages.
private let languages = [
    "az", "cs", "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "pl", "pt", "ro", "sv", "tr", "bg",
    "ru",
    "uk", "ar", "fa",
]
private let groups: [Script] = languages.map { language in
    switch language {
    case "bg", "ru", "uk": .cyrillic
    case "ar", "fa": .arabic
    default: .latin
    }
}

private enum Script: Hashable {
    case latin, cyrillic, arabic, ideographs, kana
    /// A language that alone uses it.
    case alone(String)
}

private func script(_ value: UInt32) -> Script? {
    switch value {
    case 0x41...0x24F, 0x259, 0x1E00...0x1EFF: .latin
    case 0x530...0x58F, 0xFB13...0xFB17: .alone("hy")
    case 0x10A0...0x10FF, 0x1C90...0x1CBF: .alone("ka")
    case 0x370...0x3FF, 0x1F00...0x1FFF: .alone("el")
    case 0x590...0x5FF: .alone("he")
    case 0x600...0x77F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: .arabic
    case 0xE00...0xE7F: .alone("th")
    case 0x3040...0x30FF: .kana
    case 0xAC00...0xD7AF: .alone("ko")
    case 0x4E00...0x9FFF: .ideographs
    case 0x900...0x97F: .alone("hi")
    case 0x400...0x52F: .cyrillic
    default: nil
    }
}

/// Letters that speak for a language, or against one.
private let letters: [(language: String, letters: Set<UInt32>, weight: Double)] = [
    ("az", "ə", 4), ("ru", "ыэё", 4), ("uk", "іїєґ", 4), ("ro", "ățșţş", 4), ("pl", "łżśćńźęą", 4),
    ("cs", "ěřůťďň", 4),
    ("hu", "őű", 4), ("da", "æø", 4), ("de", "ß", 4), ("es", "ñ¿¡", 4), ("pt", "ãõ", 4), ("fa", "پچژگکی", 4),
    ("ar", "يىةكإأ", 4), ("fr", "œ", 4), ("sv", "æø", -20), ("da", "äö", -15), ("bg", "ыэё", -25),
    ("uk", "ыэё", -25),
    ("ru", "іїєґ", -25), ("bg", "іїєґ", -25), ("bg", "ъ", 3),
].map { ($0, Set($1.unicodeScalars.map(\.value)), $2) }

private func weighLetters(_ words: LanguageWords, _ script: Script, _ scores: inout [Double]) {
    func add(_ language: String, _ weight: Double) {
        if let index = languages.firstIndex(of: language) { scores[index] += weight }
    }
    for (language, wanted, weight) in letters {
        let count = wanted.reduce(0) { $0 + words.letters[$1, default: 0] }
        if count > 0 { add(language, weight > 0 ? weight * Double(min(count, 6)) : weight) }
    }
    func has(_ text: String) -> Bool { text.unicodeScalars.contains { words.letters[$0.value] != nil } }
    let count = Double(words.counts[script, default: 0])
    if script == .latin {
        if !has("ə"), count > 25 { add("az", -count * 0.6) }
        if has("ğış") {
            for index in languages.indices where !["tr", "az"].contains(languages[index]) {
                scores[index] -= 20
            }
        }
    } else if script == .cyrillic {
        if count > 30, !has("ыэё") { add("ru", -count / 8) }
        if count > 15, !has("іїєґ") { add("uk", -count / 6) }
        // Bulgarian writes the soft sign before o alone.
        add("bg", -3 - 12 * Double(words.softSigns))
    }
}

/// A text's words, and what its letters are.
private struct LanguageWords {
    var words: [[Unicode.Scalar]] = []
    var counts: [Script: Int] = [:]
    var letters: [UInt32: Int] = [:]
    /// Soft signs that no o follows.
    var softSigns = 0

    init(_ text: String) {
        var word: [Unicode.Scalar] = []
        for letter in text.unicodeScalars {
            guard FoldTable.scalarClass(letter.value) != .separator, let script = script(letter.value),
                FoldTable.scalarClass(letter.value) != .apostrophe, letter.value != 0xD7, letter.value != 0xF7
            else {
                if letter == "¿" || letter == "¡" { letters[letter.value, default: 0] += 1 }
                if !word.isEmpty { words.append(word) }
                word = []
                continue
            }
            if word.last == "ь", letter != "о" { softSigns += 1 }
            counts[script, default: 0] += 1
            letters[letter.value, default: 0] += 1
            word.append(letter)
        }
        if !word.isEmpty { words.append(word) }
        softSigns += words.reduce(0) { $0 + ($1.last == "ь" ? 1 : 0) }
    }

    var mainScript: Script? { counts.max { ($0.value, "\($0.key)") < ($1.value, "\($1.key)") }?.key }

    /// The weight of every n-gram of one to five letters, and of every small word, by language.
    func scores() -> [Double] {
        var out = [Double](repeating: 0, count: languages.count)
        for word in words where word.count <= 60 {
            let edged: [Unicode.Scalar] = ["_"] + word + ["_"]
            for start in edged.indices {
                var hash: UInt32 = 0x811C_9DC5
                for end in start..<min(start + 5, edged.count) {
                    LanguageTable.mix(edged[end], into: &hash)
                    LanguageTable.shared.add(hash, to: &out)
                }
            }
            var hash: UInt32 = 0x811C_9DC5
            LanguageTable.mix("=", into: &hash)
            for letter in word { LanguageTable.mix(letter, into: &hash) }
            LanguageTable.shared.add(hash, to: &out)
        }
        return out
    }
}

/// The generated table behind an index by hash.
private struct LanguageTable: Sendable {
    static let shared = LanguageTable()
    /// Where entries of a hash's upper 12 bits begin.
    private let starts: [UInt32]

    private init() {
        var starts = [UInt32](repeating: 0, count: 4097)
        for entry in 0..<tocsin_language_count() { starts[Int(tocsin_language_hash(entry) >> 20) + 1] += 1 }
        for index in 1...4096 { starts[index] += starts[index - 1] }
        self.starts = starts
    }

    static func mix(_ scalar: Unicode.Scalar, into hash: inout UInt32) {
        for byte in UTF8.encode(scalar)! { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    }

    func add(_ hash: UInt32, to scores: inout [Double]) {
        let bucket = Int(hash >> 20)
        for entry in starts[bucket]..<starts[bucket + 1] where tocsin_language_hash(entry) == hash {
            scores[Int(tocsin_language_number(entry))] += Double(tocsin_language_weight(entry)) / 16
        }
    }
}
