import Text

/// The commonest small words of some languages; scripts decide the rest.
private let smallWords: [(language: String, words: Set<String>)] = [
    ("en", ["the", "of", "and", "to", "in", "that", "is", "was", "for", "with", "has", "said"]),
    ("de", ["der", "die", "und", "das", "den", "von", "mit", "ist", "nicht", "ein", "eine", "auf"]),
    ("fr", ["le", "la", "les", "des", "et", "du", "une", "est", "dans", "que", "pour", "pas"]),
    ("es", ["el", "la", "los", "de", "que", "en", "las", "del", "por", "con", "una", "para"]),
    ("it", ["il", "di", "che", "la", "per", "un", "con", "del", "della", "non", "sono", "nel"]),
    ("pt", ["de", "que", "do", "da", "em", "um", "para", "com", "uma", "os", "não", "na"]),
    ("nl", ["de", "het", "een", "van", "en", "dat", "niet", "zijn", "voor", "met", "op", "aan"]),
    ("pl", ["w", "na", "nie", "się", "jest", "że", "do", "z", "przez", "oraz", "dla", "od"]),
    ("tr", ["ve", "bir", "bu", "için", "ile", "olarak", "da", "de", "olan", "çok", "daha", "gibi"]),
    ("az", ["və", "bir", "bu", "üçün", "ilə", "olan", "da", "də", "ki", "edib", "olub", "məlumat"]),
    ("ru", ["в", "и", "на", "не", "что", "с", "по", "из", "его", "для", "это", "как"]),
    ("uk", ["в", "і", "на", "не", "що", "з", "та", "до", "для", "це", "як", "його"]),
]

/// Which languages a small word belongs to, one bit each, by the word's hash.
private let languagesOfWord: [UInt64: UInt32] = {
    var out: [UInt64: UInt32] = [:]
    for (number, entry) in smallWords.enumerated() {
        for word in entry.words {
            guard let hash = Tokenizer.words(word).tokens.first?.hash else { continue }
            out[hash, default: 0] |= 1 << UInt32(number)
        }
    }
    return out
}()

/// A first guess at a text's language from its first 2,000 bytes: by its script where that is enough, else by
/// its small words. Nil in doubt.
func guessLanguage(_ text: [UInt8]) -> String? {
    let list = Tokenizer.words(
        Array(text.prefix(2000)), [TextSpanBounds(start: 0, end: min(text.count, 2000))])
    var scripts: [String: Int] = [:]
    var counts = [Int](repeating: 0, count: smallWords.count)
    for index in list.tokens.indices where !list.tokens[index].traits.contains(.opaque) {
        scripts[script(list.firstLetter(index)), default: 0] += 1
        guard let languages = languagesOfWord[list.tokens[index].hash] else { continue }
        for number in counts.indices where languages >> UInt32(number) & 1 == 1 { counts[number] += 1 }
    }
    guard let main = scripts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else { return nil }
    if main.key.utf8.count == 2 {
        return main.key == "zh" && scripts["ja", default: 0] * 20 > main.value ? "ja" : main.key
    }
    let best = counts.indices.max { counts[$0] < counts[$1] } ?? 0
    let second = counts.indices.filter { $0 != best }.map { counts[$0] }.max() ?? 0
    guard counts[best] >= 3 || list.tokens.count < 12 && counts[best] > 0, counts[best] > second else {
        return nil
    }
    return smallWords[best].language
}

/// A language that alone uses a script, else the script's name.
private func script(_ value: UInt32) -> String {
    switch value {
    case 0x530...0x58F: "hy"
    case 0x10A0...0x10FF: "ka"
    case 0x370...0x3FF: "el"
    case 0x590...0x5FF: "he"
    case 0x600...0x6FF: "ar"
    case 0xE00...0xE7F: "th"
    case 0x3040...0x30FF: "ja"
    case 0xAC00...0xD7AF: "ko"
    case 0x4E00...0x9FFF: "zh"
    case 0x900...0x97F: "hi"
    case 0x400...0x52F: "cyrillic"
    default: "latin"
    }
}
