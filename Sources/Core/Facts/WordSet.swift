import Text

/// Words in lower case, known by their bytes: to hash and compare characters would take the most time of all
/// in scripts other than Latin.
struct WordSet: Sendable, ExpressibleByArrayLiteral {
    private let table: WordTable

    init(_ words: some Sequence<String>) { table = WordTable(words.map { ($0, 1) }) }

    init(arrayLiteral elements: String...) { self.init(elements) }

    var words: [String] { table.words }

    func contains(_ word: String) -> Bool { table[word] != 0 }

    func union(_ other: WordSet) -> WordSet { WordSet(words + other.words) }
}

/// Numbers by words, as ``WordSet`` knows them.
struct WordTable: Sendable {
    /// A word's hash and number by the lower bits of the hash, or behind where another one is; 0 for none.
    private var slots: [(hash: UInt64, number: UInt32)]
    /// For words in which accents stand by themselves, which are the same in other bytes.
    private var numbers: [String: UInt32] = [:]

    /// The numbers of a word that stands there several times are joined by their bits.
    init(_ words: [(String, UInt32)]) {
        for (word, number) in words { numbers[word, default: 0] |= number }
        var size = 16
        while size < numbers.count * 2 { size *= 2 }
        slots = [(UInt64, UInt32)](repeating: (0, 0), count: size)
        for (word, number) in numbers {
            let hash = FNV1a.hash(word.utf8)
            var at = Int(truncatingIfNeeded: hash) & (size - 1)
            while slots[at].number != 0 { at = (at + 1) & (size - 1) }
            slots[at] = (hash, number)
        }
    }

    var words: [String] { numbers.keys.sorted() }

    /// Bytes of the longest word that is looked for: a text may be one word.
    private static let longest = 120

    /// 0 for a word that is none of these.
    subscript(word: String) -> UInt32 {
        guard word.utf8.count <= WordTable.longest else { return 0 }
        var (hash, hasMarks) = (FNV1a.start, false)
        for byte in word.utf8 {
            hash = FNV1a.step(hash, UInt64(byte))
            // Combining marks begin so.
            hasMarks = hasMarks || byte == 0xCC || byte == 0xCD
        }
        if hasMarks { return numbers[word] ?? 0 }
        var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[at].number != 0 {
            if slots[at].hash == hash { return slots[at].number }
            at = (at + 1) & (slots.count - 1)
        }
        return 0
    }
}

/// What is known of words of a text, by their bytes: Unicode's equality of characters is not asked for.
struct WordMap<Value> {
    private var values: [UInt64: Value] = [:]

    var isEmpty: Bool { values.isEmpty }

    subscript(word: String) -> Value? {
        get { values[FNV1a.hash(word.utf8)] }
        set { values[FNV1a.hash(word.utf8)] = newValue }
    }

    subscript(word: String, default value: Value) -> Value {
        get { values[FNV1a.hash(word.utf8)] ?? value }
        _modify { yield &values[FNV1a.hash(word.utf8), default: value] }
    }
}

/// Words that stand in a text, by their bytes.
struct SeenWords {
    private var hashes: Set<UInt64> = []

    var isEmpty: Bool { hashes.isEmpty }

    init() {}

    init(_ words: some Sequence<String>) { for word in words { insert(word) } }

    func contains(_ word: String) -> Bool { hashes.contains(FNV1a.hash(word.utf8)) }

    /// False where it was there.
    @discardableResult
    mutating func insert(_ word: String) -> Bool { hashes.insert(FNV1a.hash(word.utf8)).inserted }
}

/// The words of a list that is written in lines.
func wordSet(_ text: String) -> WordSet { WordSet(text.split { $0 == " " || $0 == "\n" }.map(String.init)) }
