/// The institutions of state that a language names in words of its own, whatever their capitals: ministries,
/// courts, staffs and services. All of them are called by one English name.
struct Institutions: Sendable {
    /// One of the names in the text.
    struct Match {
        /// The last word, by its place.
        var last: Int
        /// `Ministry of Foreign Affairs`.
        var name: String
        /// ISO 3166-1 of the country whose adjective stands within, or that alone has such a one.
        var country: String?
    }

    private struct Word: Sendable {
        var stem: String
        /// Nil for any ending.
        var endings: [String]?
        /// An adjective of a country may stand here.
        var isAdjective = false

        func fits(_ word: String) -> Bool {
            guard word.begins(with: stem) else { return false }
            let end = word.utf8.dropFirst(stem.utf8.count)
            guard let endings else { return String(end)?.unicodeScalars.count ?? 0 <= 5 }
            return end.isEmpty || endings.contains { end.elementsEqual($0.utf8) }
        }
    }

    private struct Name: Sendable {
        var words: [Word]
        var name: String
        var country: String?
        /// Begins with a capital, or with two, where it is one word.
        var isCapital: Bool
    }

    let language: String
    /// By the first letter, longer ones first.
    private let names: [Unicode.Scalar: [Name]]

    static func of(_ language: String) -> Institutions? { byLanguage[language] }

    /// Those of every language.
    static var all: some Sequence<Institutions> { byLanguage.values }

    private static let byLanguage = Dictionary(
        uniqueKeysWithValues: lists.merging(further) { one, _ in one }.map {
            ($0, Institutions(language: $0, $1))
        })

    private init(language: String, _ list: String) {
        self.language = language
        var names: [Unicode.Scalar: [Name]] = [:]
        for line in list.replacing("\n ", with: " ").split(separator: "\n") {
            let sides = line.split(separator: ": ", maxSplits: 1)
            let head = sides[0].split(separator: " @")
            for form in sides[1].split(separator: "|") {
                let words = form.split(separator: " ")
                let name = Name(
                    words: words.map(Institutions.word), name: String(head[0]),
                    country: head.count > 1 ? String(head[1]) : nil, isCapital: words[0].hasPrefix("^"))
                if let first = name.words[0].stem.unicodeScalars.first {
                    names[first, default: []].append(name)
                }
            }
        }
        self.names = names.mapValues { all in all.sorted { $0.words.count > $1.words.count } }
    }

    private static func word(_ text: Substring) -> Word {
        if text == "~" { return Word(stem: "", endings: nil, isAdjective: true) }
        let text = undotted(text.drop { $0 == "^" }.lowercased())
        if text.hasSuffix("*") { return Word(stem: String(text.dropLast()), endings: nil) }
        let parts = text.split { "(,)".contains($0) }.map(String.init)
        return Word(stem: parts[0], endings: Array(parts.dropFirst()))
    }

    /// `xin` of `XİN`, whose letter has a dot of its own in lower case.
    static func undotted(_ word: String) -> String {
        guard word.utf8.contains(0xCC) else { return word }
        return String(String.UnicodeScalarView(word.unicodeScalars.filter { $0 != "\u{307}" }))
    }

    /// The longest name that begins with the word at a place. `word` answers words in lower case, and nothing
    /// for what stands in another sentence; `capitals` how many letters a word begins with that are capitals.
    func match(_ at: Int, word: (Int) -> String, capitals: (Int) -> Int) -> Match? {
        let isDotted = language == "az" || language == "tr"
        let word = isDotted ? { Institutions.undotted(word($0)) } : word
        let whole = word(at)
        for first in [whole] + CaseForms.prefixed(whole, language) {
            guard let letter = first.unicodeScalars.first, let names = names[letter] else { continue }
            for name in names where name.words[0].fits(first) {
                if name.isCapital, capitals(at) < (name.words.count == 1 ? 2 : 1) { continue }
                if let match = match(name, at, word) { return match }
            }
        }
        return nil
    }

    private func match(_ name: Name, _ at: Int, _ word: (Int) -> String) -> Match? {
        var match = Match(last: at, name: name.name, country: name.country)
        for one in name.words.dropFirst() {
            let next = word(match.last + 1)
            if one.isAdjective {
                guard let country = DemonymsAbroad.country(next, language) else { continue }
                match.country = country
            } else if !one.fits(next) {
                return nil
            }
            match.last += 1
        }
        return match
    }
}
