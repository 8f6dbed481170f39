import Text

/// Finds the spellings of one name among many, in any scripts and whatever their order: a skeleton of
/// consonants brings the names that may be one, and how far apart they sound decides, the nearest first.
/// Names of one script are one only when they sound the same by rule (Pashinyan, Pashinian); another script
/// may stand further off, as it writes by ear (Трюдо).
package struct NameVariants {
    /// A skeleton that more readings have tells nothing, and is not looked through.
    private static let most = 1500
    /// Words that bear one name, with its plain form in each script.
    private struct Name {
        var first: Int
        var forms: [NameScript: NameSounds]
    }
    private struct Pair {
        var distance: Int
        var one: Int
        var other: Int
    }

    /// Distinct words, as they come.
    private var words: [String] = []
    private var numbers: [String: Int] = [:]
    /// Of each word, the word that stands for its name so far.
    private var leaders: [Int] = []
    private var names: [Int: Name] = [:]

    /// Names of one word or of several.
    package init(_ names: some Sequence<String>) {
        for name in names {
            for word in NameVariants.words(of: name) where numbers[word] == nil {
                numbers[word] = words.count
                words.append(word)
            }
        }
        let readings = words.map { NameSounds.readings($0) }
        leaders = Array(words.indices)
        var byForm: [[UInt8]: [NameScript: Int]] = [:]
        for (word, all) in readings.enumerated() {
            guard let plain = all.first else { continue }
            let form = plain.plainForm
            if let leader = byForm[form]?[plain.script] {
                leaders[word] = leader
            } else {
                byForm[form, default: [:]][plain.script] = word
                self.names[word] = Name(first: word, forms: [plain.script: plain])
            }
        }
        let pairs = pairs(readings)
        for pair in pairs { join(leader(pair.one), leader(pair.other)) }
        for pair in pairs { join(leader(pair.one), leader(pair.other), alike: NameVariants.alike) }
    }

    /// The same for all spellings of a name: the first of them, in small letters.
    package func key(_ name: String) -> String {
        NameVariants.words(of: name).map { word in
            guard let number = numbers[word] else { return word }
            return words[names[leader(number)]?.first ?? number]
        }.joined(separator: " ")
    }

    /// How far apart they may sound: longer ones more.
    private static func limit(_ one: NameSounds, _ other: NameSounds) -> Int {
        8 * (4 + min(one.sounds.count, other.sounds.count))
    }

    /// Whether two readings of different scripts are near enough to be one name.
    static func isNear(_ one: NameSounds, _ other: NameSounds) -> Bool {
        let doubt = one.doubt + other.doubt
        let limit = limit(one, other)
        return doubt <= limit && one.distance(to: other) + doubt <= limit
    }

    private static func words(of name: String) -> [String] {
        name.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "‑" }.map(String.init)
    }

    /// Words of different scripts that may be one name, the nearest first.
    private func pairs(_ readings: [[NameSounds]]) -> [Pair] {
        var bySkeleton: [[UInt8]: [(word: Int, reading: NameSounds)]] = [:]
        for (word, all) in readings.enumerated() {
            for reading in all {
                for skeleton in reading.skeletons {
                    bySkeleton[skeleton, default: []].append((word, reading))
                }
            }
        }
        var nearest: [Int: Int] = [:]
        for entries in bySkeleton.values where entries.count <= NameVariants.most {
            for (at, one) in entries.enumerated() {
                for other in entries[(at + 1)...] where other.reading.script != one.reading.script {
                    let doubt = one.reading.doubt + other.reading.doubt
                    let limit = NameVariants.limit(one.reading, other.reading)
                    let pair = min(one.word, other.word) * words.count + max(one.word, other.word)
                    guard doubt <= limit, doubt < nearest[pair] ?? .max else { continue }
                    let distance = one.reading.distance(to: other.reading) + doubt
                    if distance <= limit { nearest[pair] = min(nearest[pair] ?? .max, distance) }
                }
            }
        }
        let found = nearest.map { Pair(distance: $1, one: $0 / words.count, other: $0 % words.count) }
        return found.sorted {
            ($0.distance, words[$0.one], words[$0.other]) < ($1.distance, words[$1.one], words[$1.other])
        }
    }

    private func leader(_ word: Int) -> Int {
        var at = word
        while leaders[at] != at { at = leaders[at] }
        return at
    }

    /// How far apart forms of one script may sound that another script writes as one, when nothing else is
    /// known of one of them: Kouroch beside Kurosh and Курош.
    private static let alike = 60

    /// Makes two names one, unless one script has both in different forms; those that sound alike are one
    /// where either stands alone.
    private mutating func join(_ one: Int, _ other: Int, alike: Int = 0) {
        guard one != other, let a = names[one], let b = names[other] else { return }
        for (script, form) in a.forms {
            guard let mine = b.forms[script], mine.plainForm != form.plainForm else { continue }
            guard min(a.forms.count, b.forms.count) == 1, form.syllables == mine.syllables,
                form.distance(to: mine) <= alike
            else { return }
        }
        leaders[other] = one
        names[one] = Name(first: min(a.first, b.first), forms: a.forms.merging(b.forms) { mine, _ in mine })
        names[other] = nil
    }
}
