/// What stands after letters for them to sound so.
private enum After {
    case anything, end, vowel, closed, closedButY, i, front, back, high, liquid
    /// `ao`, `an` or `ang` to the end, as in Chinese syllables.
    case syllable

    func holds(_ letters: ArraySlice<UInt8>) -> Bool {
        func begins(_ any: String) -> Bool { letters.first.map { any.utf8.contains($0) } ?? false }
        return switch self {
        case .anything: true
        case .end: letters.isEmpty
        case .vowel: begins("aeiou")
        case .closed: !begins("aeiou")
        case .closedButY: !begins("aeiouy")
        case .i: begins("i")
        case .front: begins("eiy")
        case .back: begins("aou")
        case .high: begins("iu")
        case .liquid: begins("rln")
        case .syllable:
            begins("ao") && ["", "n", "ng"].contains { letters.dropFirst().elementsEqual($0.utf8) }
        }
    }
}

/// Letters in Latin names, and how they may sound in the languages of Europe and in the romanisations of
/// others, the commonest way first. Of those that fit at a place the first counts.
private let latinHabits: [(letters: [UInt8], after: After, sounds: [[UInt8]])] = {
    let table: [(String, After, String)] = [
        ("eaux", .anything, "o eau"), ("eau", .anything, "o eau"), ("ou", .anything, "u ou au"),
        ("au", .anything, "au o"), ("oo", .anything, "u o"), ("ee", .anything, "i e"),
        ("ea", .anything, "i ea e"), ("ai", .anything, "ai e"), ("ay", .anything, "ai e"),
        ("ei", .anything, "ei ai i"), ("ey", .anything, "ei ai i"), ("eu", .anything, "eu oi e"),
        ("ie", .closed, "ie i"), ("igh", .anything, "ai ig"), ("eve", .end, "eve iv ev"), ("oi", .anything, "oi ua"),
        ("ui", .anything, "ui oi i"), ("uy", .closed, "ui oi i"), ("ij", .anything, "ii ei"),
        ("ae", .anything, "ae e"), ("oe", .anything, "oe e u"), ("ue", .closed, "ue iu"),
        ("mc", .anything, "mak mk"),
        ("rz", .anything, "rz Z S"), ("zs", .anything, "Z zs"),
        ("oy", .anything, "oi ua"), ("ow", .closed, "of ou au"), ("aw", .closed, "af o"),
        ("ew", .closed, "ef iu"), ("e", .end, "e -"), ("igl", .vowel, "il ii"), ("ill", .vowel, "il ii"),
        ("ng", .closedButY, "ng n"), ("tio", .anything, "tio cio"), ("ti", .vowel, "ti ci"),
        ("cki", .end, "ki cki"), ("cky", .end, "ki cki"), ("ick", .anything, "ik ick"),
        ("shch", .anything, "C S"), ("tsch", .anything, "C S"), ("sch", .front, "S sk sh"),
        ("sch", .anything, "S sh"), ("cch", .front, "k C"),
        ("sk", .front, "sk S"),
        ("tch", .anything, "C"), ("tsh", .anything, "C"), ("dzh", .anything, "Z"), ("dj", .anything, "Z di"),
        ("ssh", .anything, "S"), ("cz", .anything, "C"), ("sz", .anything, "S s"), ("zh", .anything, "Z C"),
        ("sh", .anything, "S sh"), ("ch", .liquid, "k h S"), ("ch", .back, "C S h k t"),
        ("chi", .anything, "Ci ti Si ki hi"), ("ch", .anything, "C S h k"), ("dz", .anything, "z"),
        ("ts", .anything, "c s"), ("tz", .anything, "c"), ("ph", .anything, "f ph"),
        ("kh", .anything, "h kh"),
        ("gh", .anything, "g - h gh"), ("th", .anything, "t f s"), ("dh", .anything, "d"),
        ("bh", .anything, "b"),
        ("gn", .anything, "gn n"), ("gl", .i, "gl l"), ("c", .syllable, "k c"), ("sc", .front, "S s sk sc"),
        ("cc", .front, "C ks"), ("c", .front, "s C c k Z"), ("ck", .anything, "k ck"),
        ("cs", .anything, "C ks"), ("cv", .anything, "cv kv"),
        ("c", .end, "k C c"), ("cq", .anything, "k"),
        ("xu", .vowel, "Siu ksu"), ("x", .high, "S ks h"), ("x", .anything, "ks s h -"),
        ("qu", .anything, "k kv"),
        ("q", .high, "C k h"),
        ("q", .anything, "k h"), ("c", .anything, "k c"), ("zz", .anything, "z c"), ("nd", .end, "nd n"),
        ("dy", .vowel, "Z di"), ("dg", .front, "Z dg"), ("ju", .vowel, "iu ziu Zu hu"),
        ("j", .anything, "i Z h z"), ("gg", .front, "g Z h"),
        ("gu", .front, "g gu"), ("gy", .anything, "gi di d"), ("g", .front, "g Z h"), ("wh", .anything, "v"),
        ("w", .anything, "v"), ("h", .anything, "h g -"),
        ("ll", .anything, "l i"), ("y", .anything, "i"), ("T", .anything, "c"), ("O", .anything, "o e"),
    ]
    return table.map { letters, after, sounds in
        let ways = sounds.split(separator: " ").map { $0 == "-" ? [] : Array($0.utf8) }
        return (Array(letters.utf8), after, ways)
    }
}()

/// Letters whose marks say how they sound; capitals are sounds already, `T` is ts.
private let markedLetters: [Unicode.Scalar: String] = [
    "č": "C", "ć": "C", "ç": "C", "š": "S", "ś": "S", "ş": "S", "ș": "S", "ž": "Z", "ź": "z", "ż": "Z",
    "ț": "T", "ö": "O", "ő": "O",
    "ţ": "T", "đ": "Z", "ł": "l", "ø": "O", "ð": "d", "þ": "t", "ß": "s", "æ": "e", "œ": "e", "ř": "rZ",
    "ı": "i",
    "ħ": "h", "ə": "a", "ğ": "g", "ą": "on", "ę": "en",
]

/// Letters whose marks are no marks to Unicode, and what is written where they are missing.
private let strokedLetters: [Unicode.Scalar: Unicode.Scalar] = [
    "ł": "l", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ə": "a",
]

/// What a mark makes of the letter before it, where the two are written apart.
private let marks: [Unicode.Scalar: [UInt8: UInt8]] = {
    func sounds(_ pairs: String) -> [UInt8: UInt8] {
        Dictionary(
            uniqueKeysWithValues: pairs.split(separator: " ").map { ($0.utf8.first ?? 0, $0.utf8.last ?? 0) })
    }
    return [
        "\u{30C}": sounds("cC sS zZ"), "\u{301}": sounds("cC sS"), "\u{327}": sounds("cC sS tT"),
        "\u{326}": sounds("sS tT"), "\u{307}": sounds("zZ"), "\u{308}": sounds("oO"), "\u{30B}": sounds("oO"),
    ]
}()

/// The letters of a Latin word, without marks that do not matter.
private func plainLetters(_ word: [Unicode.Scalar]) -> [UInt8] {
    var out: [UInt8] = []
    for scalar in word {
        if let marked = markedLetters[scalar] {
            out += marked.utf8
        } else if let change = marks[scalar] {
            if let last = out.last, let sound = change[last] { out[out.count - 1] = sound }
        } else {
            FoldTable.fold(scalar.value) { folded in
                if (0x61...0x7A).contains(folded) { out.append(UInt8(truncatingIfNeeded: folded)) }
            }
        }
    }
    return out
}

extension NameSounds {
    /// How a word in Latin letters may sound.
    static func latinReadings(_ word: [Unicode.Scalar]) -> [NameSounds] {
        let letters = plainLetters(word)
        var growing = GrowingReadings(most: 24)
        var at = 0
        while at < letters.count {
            let rest = letters[at...]
            let habit = latinHabits.first {
                rest.starts(with: $0.letters) && $0.after.holds(rest.dropFirst($0.letters.count))
            }
            growing.append(habit?.sounds ?? [[letters[at]]])
            at += habit?.letters.count ?? 1
        }
        return growing.finished(.latin, silentEnds)
    }

    /// The letters of a Latin word as who has no others writes them: `simsek` of `Şimşek`. Nil for words
    /// of other scripts.
    package static func withoutMarks(_ word: String) -> [UInt32]? {
        var out: [UInt32] = []
        for scalar in word.unicodeScalars {
            guard NameScript(scalar.value) == .latin else { return nil }
            if let plain = strokedLetters[scalar] { out.append(plain.value); continue }
            FoldTable.fold(scalar.value) { if FoldTable.scalarClass($0) != .accent { out.append($0) } }
        }
        return out
    }

    /// A foreign name as English would write what a language's press writes for it: `pashinian` of
    /// `pachinian` in French. Nil where the language has no such habits, or the word none of them.
    package static func respelled(_ word: String, _ language: String) -> String? {
        guard let habits = spellings[language] else { return nil }
        var (out, at) = ("", word.startIndex)
        while at < word.endIndex {
            let rest = word[at...]
            let habit = habits.first {
                rest.hasPrefix($0.from)
                    || at == word.startIndex && $0.from.first == "^" && rest.hasPrefix($0.from.dropFirst())
            }
            if let habit {
                out += habit.to
                at = word.index(at, offsetBy: habit.from.count { $0 != "^" })
            } else {
                out.append(word[at])
                at = word.index(after: at)
            }
        }
        return out == word ? nil : out
    }

    /// By language, longer ones first; `^` is the beginning of the word.
    private static let spellings: [String: [(from: String, to: String)]] = {
        let norse = "sj:sh tj:ch"
        return [
            "fr": "tch:ch ch:sh dj:j ou:u gue:ge gui:gi gué:ge guë:ge",
            "nl": "tsj:ch sj:sh dzj:j zj:zh oe:u ch:kh", "sv": norse + " ch:kh", "da": norse, "no": norse, "nb": norse,
            "hu": "dzs:j sz:s zs:zh s:sh cs:ch gy:gi ly:li ny:ni c:ts j:y",
            "pl": "iej:ey ie:e szcz:shch sz:sh cz:ch rz:zh ch:kh w:v j:y c:ts ó:u", "es": "j:kh",
            "ro": "j:zh", "bg": "ъ:а",
            "el": "γουί:βί γουι:βι γουέ:βέ γουε:βε γουά:βά γουα:βα γουό:βό γουο:βο",
            "az": "c:j x:kh q:g ə:a", "tr": "c:j",
            "de": "tsch:ch dse:dze sch:sh ^s:z w:v j:y ch:kh", "fi": "j:y", "cs": "j:y ch:kh", "it": "c:ch j:y",
        ].mapValues { text in
            text.split(separator: " ").map { pair in
                let sides = pair.split(separator: ":")
                return (String(sides[0]), String(sides[1]))
            }
        }
    }()

    /// Ends may be silent: a French consonant, an s of Latin, Greek or Latvian.
    private static func silentEnds(_ sounds: [UInt8]) -> [(sounds: [UInt8], doubt: Int)] {
        var out = [(sounds, 0)]
        guard let last = sounds.last else { return out }
        func isEnd(_ sounds: ArraySlice<UInt8>) -> Bool {
            guard let last = sounds.last, let before = sounds.dropLast().last else { return false }
            return "tdspkgfz".utf8.contains(last) && "aeiourn".utf8.contains(before)
        }
        if isEnd(sounds[...]) { out.append((sounds.dropLast(), 20)) }
        if last == UInt8(ascii: "s") {
            out.append((sounds.dropLast(), 20))
            if isEnd(sounds.dropLast()) { out.append((sounds.dropLast(2), 20)) }
        }
        // Julius is Юлий.
        if sounds.suffix(3).elementsEqual("ius".utf8) {
            out.append((sounds.dropLast(2) + [UInt8(ascii: "i")], 12))
        } else if sounds.suffix(2).elementsEqual("us".utf8) {
            out.append((sounds.dropLast(2), 12))
        }
        if !isVowel(last), sounds.dropLast().suffix(2).filter(isVowel).count == 2 {
            out.append((sounds.dropLast(), 20))
        }
        return out
    }
}

extension NameLetters {
    /// What a letter sounds like whose mark does not matter, as an accent in Greek.
    private func withoutMark(_ letter: Unicode.Scalar) -> [String]? {
        var out: [String]?
        FoldTable.fold(letter.value) { folded in
            if out == nil { out = Unicode.Scalar(folded).flatMap { sounds[String($0)] } }
        }
        return out
    }

    /// How a word in these letters may sound.
    func readings(_ word: [Unicode.Scalar], _ script: NameScript) -> [NameSounds] {
        var growing = GrowingReadings(most: script.isAbjad ? 16 : 4)
        var at = 0
        while at < word.count {
            var width = min(2, word.count - at)
            var ways = sounds[String(String.UnicodeScalarView(word[at..<at + width]))]
            if ways == nil || width == 1 {
                width = 1
                ways = sounds[String(word[at])] ?? withoutMark(word[at])
            }
            growing.append((ways ?? [""]).map { Array($0.utf8) })
            at += width
        }
        return growing.finished(script) { [($0, 0)] }
    }
}
