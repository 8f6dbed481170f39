import Text

/// Names of people that somebody asks for, known in other spellings and scripts by how they sound: Pashinyan
/// is Pashinian, Пашинян and Փաշինյան, in their cases too.
struct AskedNames: Sendable {
    /// A word of a name, with the skeletons of its readings.
    private struct Word {
        var text: String
        /// How it may sound, the plainest first, with the skeletons of each.
        var readings: [(sounds: NameSounds, skeletons: [[UInt8]])]
        /// How it sounds by the habits of the text's language, also the last of the readings.
        var respelled: NameSounds?
        /// Its letters without marks, where they are Latin.
        var bare: [UInt32]?
        /// Of a language that writes foreign names as it hears them.
        var isByEar: Bool

        var skeletons: Set<[UInt8]> { Set(readings.flatMap(\.skeletons)) }

        init(_ text: String, _ language: String? = nil) {
            self.text = text
            let other = NameSounds.respelled(text, language ?? "tr").map(NameSounds.readings) ?? []
            respelled = language == nil ? nil : other.first
            bare = NameSounds.withoutMarks(text)
            isByEar = language == "az"
            // `Recep` of Turkish, whom somebody asks for, others write as they hear him: Раджеп.
            let further = language == nil ? other : Array(other.prefix(1))
            readings = (NameSounds.readings(text) + further).map { ($0, $0.skeletons) }
        }
    }

    private struct Name {
        var text: String
        var words: [Word]
    }

    private var names: [Name] = []
    /// Places among the names, by the skeletons of their first words.
    private var bySkeleton: [[UInt8]: [Int]] = [:]
    /// Fewer sounds than these are many names.
    private static let least = 4
    /// How far apart those may sound that are parts of longer names, in hundredths of a sound.
    private static let nearly = 35

    init(_ texts: some Sequence<String>) {
        for text in Set(texts).sorted() {
            let words = AskedNames.words(text).map { Word($0) }
            guard let first = words.first, words.allSatisfy({ !$0.readings.isEmpty }) else { continue }
            for skeleton in first.skeletons { bySkeleton[skeleton, default: []].append(names.count) }
            names.append(Name(text: text, words: words))
        }
    }

    var isEmpty: Bool { names.isEmpty }

    var texts: [String] { names.map(\.text) }

    /// Those that stand in a name otherwise than they are written; `language` is that of the text.
    func otherwise(in name: String, _ language: String) -> [String] {
        let words = AskedNames.words(name).map { word in
            ([word] + AskedNames.forms(word, language)).map { Word($0, language) }
        }
        var found: [Int] = []
        for at in words.indices {
            let skeletons = words[at].reduce(into: Set<[UInt8]>()) { $0.formUnion($1.skeletons) }
            for candidate in skeletons.flatMap({ bySkeleton[$0] ?? [] }) where !found.contains(candidate) {
                let asked = names[candidate].words
                guard at + asked.count <= words.count else { continue }
                let pairs = zip(asked, words[at...])
                let isLong = asked.count > 1
                let isSame = pairs.allSatisfy { one, forms in forms[0].text == one.text }
                let isOther = pairs.allSatisfy { one, forms in forms.contains { isAlike(one, $0, isLong) } }
                if isOther, !isSame { found.append(candidate) }
            }
        }
        return found.sorted().map { names[$0].text }
    }

    /// Whether two words are one name: of one script when they sound the same by rule or by how the text's
    /// language spells, of two when nearly so, as the other writes by ear. One of few sounds is many names,
    /// unless it is a part of a longer one, as Khan of `Karim Khan`.
    private func isAlike(_ one: Word, _ other: Word, _ isLong: Bool) -> Bool {
        if one.text == other.text || isBare(one, other) { return true }
        guard let plain = one.readings.first?.sounds, let mine = other.readings.first?.sounds else {
            return false
        }
        if isSame(plain, mine) || other.respelled.map({ isSame(plain, $0) }) ?? false { return true }
        guard plain.script != mine.script || other.isByEar else { return false }
        return one.readings.contains { a in
            other.readings.contains { b in
                // Vowels are not written: `رجب`.
                let least = AskedNames.least - (b.sounds.script.isAbjad ? 1 : 0)
                let isShort = min(a.sounds.sounds.count, b.sounds.sounds.count) < least
                guard a.skeletons.contains(where: b.skeletons.contains), !isShort || isLong else {
                    return false
                }
                return isShort
                    ? a.sounds.distance(to: b.sounds) <= AskedNames.nearly
                    : NameVariants.isNear(a.sounds, b.sounds)
            }
        }
    }

    /// `Simsek` is Şimşek, whose letters a press does not have.
    private func isBare(_ one: Word, _ other: Word) -> Bool {
        guard let bare = one.bare, bare == other.bare else { return false }
        return [one, other].contains { $0.text.utf8.allSatisfy { $0 < 0x80 } }
    }

    private func isSame(_ one: NameSounds, _ other: NameSounds) -> Bool {
        let form = one.plainForm
        guard form == other.plainForm else { return false }
        // Rana is not Rania, though Aliyev is Aliev.
        return one.script != other.script || form.count > 5
            || form.count >= AskedNames.least && one.shortForm == other.shortForm
    }

    /// What a word may be a case of.
    private static func forms(_ word: String, _ language: String) -> [String] {
        guard CaseForms.has(language) || language == "fa" else { return [] }
        // `ლავროვი`: without a case Georgian names end so.
        let bare = language == "ka" && word.ends(with: "ი") ? [word.without("ი")] : []
        // `السيسي` is Sisi.
        let article = language == "ar" || language == "fa" ? CaseForms.articles["ar"] : nil
        let plain = article.flatMap { word.begins(with: $0) ? word.after(beginning: $0) : nil }
        return CaseForms.names(word, language) + bare + [plain].compactMap(\.self)
            + withoutFeminineEnding(word, language)
    }

    /// What Czech makes a woman's surname of: `Lagardeová` of Lagarde, `Nabiullinová` of Nabiullina.
    private static func withoutFeminineEnding(_ word: String, _ language: String) -> [String] {
        guard language == "cs" else { return [] }
        let end = ["ová", "ové", "ovou"].first { word.ends(with: $0) }
        guard let stem = end.map(word.without), stem.unicodeScalars.count > 2 else { return [] }
        return [stem, stem + "a", stem + "e"]
    }

    private static func words(_ name: String) -> [String] {
        name.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "‑" }.map(String.init)
    }
}

extension Gazetteer {
    /// The same, with these names of people too known in every spelling.
    package func asking(_ names: [String]) -> Gazetteer {
        var out = self
        out.asked = AskedNames(asked.texts + names)
        return out
    }

    /// What somebody who asks for a person calls one whom an article calls otherwise.
    package func askedNames(of name: String, _ language: String?) -> [String] {
        asked.isEmpty ? [] : asked.otherwise(in: name, language ?? "en")
    }
}
