/// What a setting's value may be. One table of these produces the checks and their messages, the JSON Schema
/// for editors, and the reference page.
package indirect enum ValueKind: Sendable {
    case text
    /// Letters, digits, `-`, `_` and `.`, at most 64: what alert ids are made of.
    case identifier
    /// May hold `${credential:…}`, `${file:…}` or `${env:…}` and is never shown.
    case secret
    case path
    /// `2s`, `5m`, `36h`, `90d`, `2y`.
    case duration
    /// `64k`, `20M`, `2G`.
    case size
    case flag
    /// `08:00`.
    case timeOfDay
    case date
    case choice([String])
    case listOf(ValueKind)
    /// One value may stand for a list of one.
    case oneOrMore(ValueKind)
    /// Free names, each with a value of one kind.
    case mapOf(ValueKind)
    case record(Record)
    /// Any tree of maps, lists and values: JSON, written as YAML.
    case tree
    /// A phrase: a text, or a map of one language tag to a text.
    case phrase
}

/// One setting, declared once.
package struct Setting: Sendable {
    package var name: String
    package var kind: ValueKind
    package var meaning: String
    package var fallback: String?
    package var isRequired: Bool

    init(
        _ name: String, _ kind: ValueKind, _ meaning: String, fallback: String? = nil, required: Bool = false
    ) {
        (self.name, self.kind, self.meaning) = (name, kind, meaning)
        (self.fallback, isRequired) = (fallback, required)
    }
}

/// A map with known keys.
package struct Record: Sendable {
    package var name: String
    package var meaning: String
    package var settings: [Setting]

    /// `a watch`, `an operator`.
    var named: String { ("aeio".contains(name.prefix(1)) ? "an " : "a ") + name }

    /// The setting of that name.
    package func setting(_ name: String) -> Setting? { settings.first { $0.name == name } }
}

/// How many single-letter edits (also of neighbours swapped) lie between two names.
func editDistance(_ a: String, _ b: String) -> Int {
    let (x, y) = (Array(a.utf8), Array(b.utf8))
    var rows = [Array(0...y.count)]
    for i in 1..<(x.count + 1) {
        var row = [i]
        for j in 1..<(y.count + 1) {
            var best = min(
                row[j - 1] + 1, rows[i - 1][j] + 1, rows[i - 1][j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1))
            if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] {
                best = min(best, rows[i - 2][j - 2] + 1)
            }
            row.append(best)
        }
        rows.append(row)
    }
    return rows[x.count][y.count]
}

/// The known name that was probably meant, if one is near enough.
package func nearest(_ name: String, among known: [String]) -> String? {
    guard !name.isEmpty, name.utf8.count < 64 else { return nil }
    let best = known.filter { !$0.isEmpty }.map { ($0, editDistance(name.lowercased(), $0)) }.min {
        $0.1 < $1.1
    }
    guard let best, best.1 <= max(1, min(3, name.utf8.count / 3)) else { return nil }
    return best.0
}
