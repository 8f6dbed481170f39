/// One way in which a word of a name may sound. Names are compared by their sounds, since each press writes
/// foreign ones as it hears them: Pashinyan, Pashinian, Pachinian, Пашинян, Փաշինյան.
package struct NameSounds: Sendable, Equatable {
    /// ASCII: small letters, and `C` for ch, `S` for sh, `Z` for zh and j, `c` for ts.
    package var sounds: [UInt8]
    /// How much must be supposed for it, in hundredths; 0 for the plain reading.
    package var doubt: Int
    /// How it is written.
    package var script: NameScript

    /// At most so many readings of one word.
    package static let most = 32

    /// The readings of one word, the plainest first; none when it has no letters.
    package static func readings(_ word: String) -> [NameSounds] {
        // A word of more letters is no name.
        let letters = Array(word.lowercased().unicodeScalars.prefix(40))
        let script = letters.lazy.map { NameScript($0.value) }.first { $0 != .latin } ?? .latin
        return script.letters?.readings(letters, script) ?? latinReadings(letters)
    }

    /// The consonants, alike ones as one and without breaths: names that may be one share this of some
    /// reading.
    package var skeleton: [UInt8] {
        var out: [UInt8] = []
        for (at, sound) in sounds.enumerated() where !isVowel(sound) && sound != UInt8(ascii: "h") {
            var group = sound
            if "zscCSZ".utf8.contains(sound) { group = UInt8(ascii: "s") }
            if "vf".utf8.contains(sound) {
                let isGlide = at > 0 && "aeou".utf8.contains(sounds[at - 1])
                let isOpen = at + 1 < sounds.count && isVowel(sounds[at + 1])
                if isGlide, !isOpen { continue }
                group = UInt8(ascii: "v")
            }
            if out.last != group { out.append(group) }
        }
        return out
    }

    /// The skeletons that this reading may have. Where short vowels are not written one may go before a v or
    /// f, which then is silent as in other scripts: `לברוב`, `يوسف`.
    package var skeletons: [[UInt8]] {
        let plain = skeleton
        guard script.isAbjad else { return [plain] }
        let voiced = sounds.indices.reduce(into: [UInt8]()) { out, at in
            if "vf".utf8.contains(sounds[at]), at > 0 { out.append(UInt8(ascii: "a")) }
            out.append(sounds[at])
        }
        let other = NameSounds(sounds: voiced, doubt: doubt, script: script).skeleton
        return other == plain ? [plain] : [plain, other]
    }

    /// How many vowels or groups of vowels there are.
    package var syllables: Int {
        sounds.indices.count { isVowel(sounds[$0]) && ($0 == 0 || !isVowel(sounds[$0 - 1])) }
    }

    /// A stricter form of this reading, the same for Aliyev, Aliev and Алиев: i beside another vowel is
    /// silent. Names of one form are taken for one without asking further.
    package var plainForm: [UInt8] {
        let short = shortForm
        return short.indices.filter { at in
            let isBeside = at > 0 && isVowel(short[at - 1]) || at + 1 < short.count && isVowel(short[at + 1])
            return short[at] != UInt8(ascii: "i") || !isBeside
        }.map { short[$0] }
    }

    /// The sounds with no vowel twice in a row.
    package var shortForm: [UInt8] {
        var short: [UInt8] = []
        for sound in sounds where !isVowel(sound) || short.last != sound { short.append(sound) }
        return short
    }

    /// How differently two readings sound, in hundredths; 0 for the same. What may stand for each other, as
    /// o and u or s and z, is near; a consonant that only one has is 100 away.
    package func distance(to other: NameSounds) -> Int {
        let share = script.isAbjad != other.script.isAbjad ? 35 : 100
        func alone(_ sound: UInt8) -> Int {
            let cost = NameSounds.alone[Int(sound & 0x7F)]
            return isVowel(sound) ? cost * share / 100 : cost
        }
        var row = [0]
        for sound in other.sounds { row.append(row[row.count - 1] + alone(sound)) }
        for one in sounds {
            var next = [row[0] + alone(one)]
            for (at, two) in other.sounds.enumerated() {
                var change = NameSounds.changes[Int(one & 0x7F) << 7 | Int(two & 0x7F)]
                if isVowel(one), isVowel(two) { change = change * share / 100 }
                next.append(min(row[at + 1] + alone(one), next[at] + alone(two), row[at] + change))
            }
            row = next
        }
        return row[row.count - 1]
    }

    /// What a sound costs that only one name has.
    private static let alone: [Int] = {
        var out = [Int](repeating: 100, count: 128)
        for (letters, cost) in [("eih", 25), ("u", 30), ("ao", 35), ("v", 60)] {
            for letter in letters.utf8 { out[Int(letter)] = cost }
        }
        return out
    }()

    /// What one sound for another costs, by both.
    private static let changes: [Int] = {
        let table = """
            ei25 ou25 ae30 ao30 eo45 iu45 eu45 ai50 au40 sz15 sS30 sc25 cC25 CS20 CZ30 zZ25 cz30 SZ25 sC35
            fv15 gh40 hk40 bv40 bp60 uv20 fu30 iZ50 zC50 zS50 sZ50 cS50 cZ50
            """
        var out = [Int](repeating: 150, count: 128 * 128)
        for letter in 0..<128 { out[letter << 7 | letter] = 0 }
        for entry in table.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            let pair = entry.utf8.prefix(2).map { Int($0) }
            let cost = Int(entry.dropFirst(2)) ?? 150
            (out[pair[0] << 7 | pair[1]], out[pair[1] << 7 | pair[0]]) = (cost, cost)
        }
        return out
    }()
}

func isVowel(_ sound: UInt8) -> Bool { "aeiou".utf8.contains(sound) }

/// Readings of a word while it is read from left to right.
struct GrowingReadings {
    private var all: [(sounds: [UInt8], doubt: Int)] = [([], 0)]
    private let most: Int

    init(most: Int) { self.most = most }

    /// What may follow, the commonest first.
    mutating func append(_ ways: [[UInt8]]) {
        if ways.count == 1 {
            for at in all.indices { all[at].sounds += ways[0] }
            return
        }
        var out: [(sounds: [UInt8], doubt: Int)] = []
        for (rank, way) in ways.enumerated() {
            for one in all { out.append((one.sounds + way, one.doubt + (rank == 0 ? 0 : 12))) }
        }
        all = Array(out.sorted { $0.doubt < $1.doubt }.prefix(most))
    }

    /// The readings with their ends `changed` (each with its further doubt), as they are compared.
    func finished(_ script: NameScript, _ changed: ([UInt8]) -> [(sounds: [UInt8], doubt: Int)])
        -> [NameSounds]
    {
        var least: [[UInt8]: Int] = [:]
        var order: [[UInt8]] = []
        for one in all {
            for end in changed(one.sounds) {
                let sounds = settled(end.sounds)
                let doubt = one.doubt + end.doubt
                if let known = least[sounds] {
                    least[sounds] = min(known, doubt)
                } else {
                    least[sounds] = doubt
                    order.append(sounds)
                }
            }
        }
        let found = order.filter { !$0.isEmpty }.map {
            NameSounds(sounds: $0, doubt: least[$0] ?? 0, script: script)
        }
        return Array(found.sorted { $0.doubt < $1.doubt }.prefix(NameSounds.most))
    }

    /// Sounds as both sides have them: u before a vowel is v, n before p is m, doubled consonants are one,
    /// v at the end is f, t and s are ts.
    private func settled(_ sounds: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for (at, sound) in sounds.enumerated() {
            let next = at + 1 < sounds.count ? sounds[at + 1] : 0
            switch sound {
            case UInt8(ascii: "u"):
                let isAfterI = at > 0 && sounds[at - 1] == UInt8(ascii: "i")
                out.append("aeio".utf8.contains(next) && !isAfterI ? UInt8(ascii: "v") : sound)
            case UInt8(ascii: "t") where "cCS".utf8.contains(next),
                UInt8(ascii: "d") where next == UInt8(ascii: "Z"):
                continue
            case UInt8(ascii: "s") where out.last == UInt8(ascii: "t"),
                UInt8(ascii: "z") where out.last == UInt8(ascii: "t"):
                out[out.count - 1] = UInt8(ascii: "c")
            case UInt8(ascii: "s") where "SC".utf8.contains(next),
                UInt8(ascii: "z") where "SC".utf8.contains(next):
                continue
            case UInt8(ascii: "n") where "pb".utf8.contains(next): out.append(UInt8(ascii: "m"))
            default: out.append(sound)
            }
        }
        var single: [UInt8] = []
        for sound in out where isVowel(sound) || single.last != sound { single.append(sound) }
        let end = single.count - 1
        if end > 0, single[end] == UInt8(ascii: "v"), isVowel(single[end - 1]) {
            single[end] = UInt8(ascii: "f")
        }
        return single
    }
}
