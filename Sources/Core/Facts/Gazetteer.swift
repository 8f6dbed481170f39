package import Text

/// The names that are known before an article is read: towns, countries, regions, demonyms, organisations,
/// first and last names, and common English words. One read-only file, made by scripts/generate-gazetteer,
/// whose head says how it is laid out.
package struct Gazetteer: Sendable {
    /// What a name can be.
    enum Kind: UInt8 {
        case city = 1, country, region, admin, demonym, organisation, first, last, word, known
    }

    /// One reading of a name.
    struct Record {
        var kind: Kind
        var flags: Flags
        /// ISO 3166-1, or empty.
        var country: String
        /// 1 for a village to 9 for a city of millions.
        var size: Int
        var latitude: Double
        var longitude: Double
        var canonical: String
        /// What it lies in, or what kind of region it is.
        var within: String
        /// Of a limited name, the languages it is one in.
        var languages: [Substring] = []
    }

    /// What is said of a reading besides its kind.
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let capital = Flags(rawValue: 2)
        /// Only a name in capital letters.
        static let acronym = Flags(rawValue: 4)
        /// A country's name in another language than English.
        static let foreign = Flags(rawValue: 8)
        /// A first name of men, or of women, alone.
        static let male = Flags(rawValue: 16)
        static let female = Flags(rawValue: 32)
        /// A name in some languages alone: `AB`, which is the European Union in Turkish.
        static let limited = Flags(rawValue: 64)
        /// A town that our own lists name, known whatever its size.
        static let notable = Flags(rawValue: 128)
    }

    /// Names of the configuration, and their numbers by the hashes of their spellings.
    var known: [Record] = []
    var spellings: [UInt64: [Int]] = [:]
    /// People whom watches ask for.
    var asked = AskedNames([])
    /// The number of the first of them.
    static let firstKnown = 1 << 40

    private let bytes: MappedBytes
    private let (buckets, hashes, numbers, records, strings): (Int, Int, Int, Int, Int)

    /// Nil when the bytes are none of this version.
    package init?(_ bytes: MappedBytes) {
        let mark = Array("TOCSINGZ".utf8)
        guard bytes.count > 64, mark.indices.allSatisfy({ bytes.byte($0) == mark[$0] }),
            bytes.number32(8) == 1
        else {
            return nil
        }
        self.bytes = bytes
        func offset(_ index: Int) -> Int { Int(bytes.number32(20 + index * 4)) }
        (buckets, hashes, numbers, records, strings) = (offset(0), offset(1), offset(2), offset(3), offset(4))
        guard Int(bytes.number32(40)) <= bytes.count else { return nil }
    }

    /// An empty one: every name is unknown.
    package static let empty = Gazetteer()

    /// No file is behind it.
    var isEmpty: Bool { hashes == 0 }

    private init() {
        bytes = MappedBytes([UInt8](repeating: 0, count: 1))
        (buckets, hashes, numbers, records, strings) = (0, 0, 0, 0, 0)
    }

    /// FNV-1a, fed piece by piece.
    struct Hash {
        private(set) var value = FNV1a.start

        mutating func add(_ text: String) {
            for byte in text.utf8 { value = FNV1a.step(value, UInt64(byte)) }
        }

        func adding(_ text: String) -> Hash {
            var longer = self
            longer.add(text)
            return longer
        }
    }

    /// Calls `take` with the kind and the number of each record that a hash names.
    func forEach(_ hash: Hash, _ take: (Kind, Int) -> Void) {
        if !spellings.isEmpty {
            for number in spellings[hash.value] ?? [] { take(.known, number) }
        }
        guard hashes > 0 else { return }
        let bucket = buckets + Int(hash.value >> 48) * 4
        var index = Int(bytes.number32(bucket))
        let end = Int(bytes.number32(bucket + 4))
        while index < end {
            let value = bytes.number64(hashes + index * 8)
            if value == hash.value {
                let number = Int(bytes.number32(numbers + index * 4))
                if let kind = Kind(rawValue: bytes.byte(records + number * 24)) { take(kind, number) }
            } else if value > hash.value {
                return
            }
            index += 1
        }
    }

    /// The record of a kind that a name in lower case, all of it, has; nil for none.
    func number(_ name: String, _ kind: Kind) -> Int? {
        var hash = Hash()
        hash.add(name)
        var found: Int?
        forEach(hash) { one, number in if one == kind { found = number } }
        return found
    }

    func record(_ number: Int) -> Record? {
        if number >= Gazetteer.firstKnown { return known[number - Gazetteer.firstKnown] }
        let at = records + number * 24
        guard let kind = Kind(rawValue: bytes.byte(at)) else { return nil }
        let letters = [bytes.byte(at + 2), bytes.byte(at + 3)].filter { $0 != 0 }
        func degrees(_ offset: Int) -> Double {
            Double(Int32(bitPattern: bytes.number32(at + offset))) / 10_000
        }
        var record = Record(
            kind: kind, flags: Flags(rawValue: bytes.byte(at + 1)),
            country: String(decoding: letters, as: UTF8.self),
            size: Int(bytes.byte(at + 4)), latitude: degrees(8), longitude: degrees(12),
            canonical: string(Int(bytes.number32(at + 16))), within: string(Int(bytes.number32(at + 20))))
        if record.flags.contains(.limited) {
            // Behind the kind of a region, `river@hu`, and alone in other names.
            let parts = record.within.split(separator: "@")
            record.languages = parts.last?.split(separator: ",") ?? []
            record.within = parts.first.map(String.init) ?? ""
        }
        return record
    }

    /// A record's size and flags alone.
    func weight(_ number: Int) -> (size: Int, flags: Flags) {
        if number >= Gazetteer.firstKnown { return (0, []) }
        let at = records + number * 24
        return (Int(bytes.byte(at + 4)), Flags(rawValue: bytes.byte(at + 1)))
    }

    /// The two letters of a record's country as one number; 0 for none.
    func country(_ number: Int) -> UInt16 {
        if number >= Gazetteer.firstKnown { return 0 }
        let at = records + number * 24
        return UInt16(bytes.byte(at + 2)) << 8 | UInt16(bytes.byte(at + 3))
    }

    private func string(_ offset: Int) -> String {
        let count = Int(bytes.byte(strings + offset))
        return String(decoding: (0..<count).map { bytes.byte(strings + offset + 1 + $0) }, as: UTF8.self)
    }
}
