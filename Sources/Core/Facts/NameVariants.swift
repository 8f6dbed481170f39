import Text

/// Finds the spellings of one name among many, in any scripts: a skeleton of consonants brings the names that
/// may be one, and how far apart they sound decides. Names of one script are one only when they sound the
/// same by rule (Pashinyan, Pashinian); another script may stand further off, as it writes by ear (Трюдо).
package struct NameVariants {
    private struct Entry {
        var reading: NameSounds
        var name: Int
    }

    /// A name, of one word, with all spellings of it so far.
    private struct Name {
        var key: String
        /// The plain reading of each spelling, by its script.
        var spellings: [NameSounds]
    }

    private var names: [Name] = []
    private var known: [String: Int] = [:]
    private var bySkeleton: [[UInt8]: [Entry]] = [:]

    package init() {}

    /// The same for all spellings of a name that were asked for so far: the first of them, in small letters.
    package mutating func key(_ name: String) -> String {
        name.lowercased().split(whereSeparator: { $0.isWhitespace || $0 == "-" || $0 == "‑" })
            .map { names[number(of: String($0))].key }.joined(separator: " ")
    }

    private mutating func number(of word: String) -> Int {
        if let number = known[word] { return number }
        let readings = NameSounds.readings(word)
        let number = nearest(readings) ?? names.count
        if number == names.count { names.append(Name(key: word, spellings: [])) }
        for reading in readings {
            bySkeleton[reading.skeleton, default: []].append(Entry(reading: reading, name: number))
        }
        if let plain = readings.first { names[number].spellings.append(plain) }
        known[word] = number
        return number
    }

    /// The name that sounds nearest, if near enough.
    private func nearest(_ readings: [NameSounds]) -> Int? {
        var distances: [Int: Int] = [:]
        for reading in readings {
            for entry in bySkeleton[reading.skeleton] ?? [] {
                let doubt = reading.doubt + entry.reading.doubt
                let limit = NameVariants.limit(reading)
                guard doubt <= limit, doubt < distances[entry.name] ?? .max else { continue }
                let distance = reading.distance(to: entry.reading) + doubt
                if distance <= limit { distances[entry.name] = min(distances[entry.name] ?? .max, distance) }
            }
        }
        guard let plain = readings.first else { return nil }
        return distances.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.first { number, _ in
            names[number].spellings.allSatisfy { other in
                other.script != plain.script || other.plainForm == plain.plainForm
            }
        }?.key
    }

    /// How far apart two spellings of one name may sound: longer ones more.
    private static func limit(_ reading: NameSounds) -> Int { 8 * (4 + reading.sounds.count) }
}
