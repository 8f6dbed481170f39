/// The names that a word may be a case of, in languages whose endings change names: `Армении` of `Армения`,
/// `Երևանում` of `Երևան`, `Ankara'da` of `Ankara`. Some are no names at all: the gazetteer says which are.
enum CaseForms {
    /// The endings of a language's cases; none where it has none that are read here.
    static func endings(_ language: String) -> [(ending: String, names: [String])] { endings[language] ?? [] }

    /// Those of them that end in a byte: the most of a language's are not looked at.
    private static func endings(_ language: String, last: UInt8) -> [(ending: String, names: [String])] {
        endingsByByte[language]?[Int(last)] ?? []
    }

    private static let endingsByByte = endings.mapValues { all in
        (0...255).map { byte in all.filter { Int($0.ending.utf8.last ?? 0) == byte } }
    }

    /// What an ending stands for, by language: the endings of the name in its place.
    private static let endings: [String: [(ending: String, names: [String])]] = [
        "ru": russian, "bg": russian,
        "uk": [
            ("ією", ["ія"]), ("ії", ["ія"]), ("ію", ["ія"]), ("ою", ["а"]), ("ею", ["я"]), ("ом", [""]),
            ("ем", ["ь"]), ("зі", ["г", "га"]), ("ці", ["к", "ка"]), ("сі", ["х", "ха"]), ("ня", ["ень"]),
            ("ні", ["ень"]), ("нем", ["ень"]),
            ("ові", [""]), ("і", ["а", "", "я", "ь", "е", "о"]), ("и", ["а"]), ("у", ["", "а"]), ("а", [""]),
            ("ю", ["я", "ь", "й"]), ("ї", ["й"]), ("єм", ["й"]),
            ("я", ["ь", "й"]),
        ],
        "hy": suffixes("ում ից ով ին ի ը ն յում յից յի յին յով ում՝ ի՝"),
        "ka": [
            ("ში", ["ი", ""]), ("დან", ["ი", ""]), ("ზე", ["ი", ""]), ("თან", ["ი", ""]),
            ("ის", ["ი", "", "ა", "ე"]),
            ("მა", ["ი", ""]), ("მ", [""]),
            ("ით", ["ი"]), ("ს", ["", "ი"]),
        ],
        "az": suffixes(
            "la lə nda ndə ndan ndən na nə dakı dəki dan dən nın nin nun nün da də ya yə ın in un ün nı ni ı i a ə"
        ),
        "tr": suffixes(
            "'da 'de 'dan 'den 'ta 'te 'tan 'ten 'nın 'nin 'nun 'nün 'ın 'in 'un 'ün 'ya 'ye 'a 'e 'yı 'yi 'yu 'yü 'ı 'i 'daki 'deki "
                + "'la 'le 'yla 'yle 'nda 'nde 'ndan 'nden 'ndaki 'ndeki 'na 'ne 'nı 'ni 'nu 'nü"
        ),
        "pl": [
            ("'em", [""]), ("'a", [""]), ("'owi", [""]), ("'ego", [""]), ("'emu", [""]), ("'u", [""]),
            ("iego", ["i"]), ("iemu", ["i"]), ("im", ["i"]), ("owi", ["", "ów"]), ("le", ["ł"]),
            ("rze", ["r", "ra"]), ("dze", ["ga"]), ("ce", ["ka"]), ("sze", ["cha"]), ("iem", ["", "ek"]),
            ("cie", ["t", "ta"]), ("dzie", ["d", "da"]), ("owie", ["ów"]), ("owa", ["ów"]), ("owem", ["ów"]),
            ("nia", ["ń"]), ("niu", ["ń"]), ("niem", ["ń"]), ("niowi", ["ń"]), ("sku", ["sk"]),
            ("ku", ["ek"]),
            ("ka", ["ek"]), ("iu", [""]), ("ji", ["ja"]), ("ję", ["ja"]), ("ją", ["ja"]),
            ("ie", ["a", "", "o"]),
            ("ii", ["ia"]), ("ię", ["ia"]),
            ("y", ["a"]),
            ("i", ["a"]), ("ę", ["a"]), ("ą", ["a"]), ("em", [""]), ("u", [""]), ("a", [""]),
        ],
        "cs": [
            ("ího", ["í"]), ("ímu", ["í"]), ("ím", ["í"]),
            ("ovi", [""]), ("ou", ["a"]), ("ii", ["ie"]), ("ií", ["ie"]), ("em", ["", "o", "e"]),
            ("u", ["", "a", "o"]),
            ("y", ["a"]), ("ře", ["ra"]), ("ze", ["ha", "ga"]), ("ce", ["ka"]), ("še", ["cha"]),
            ("ě", ["a", ""]), ("i", [""]), ("ni", ["eň"]),
            ("ně", ["eň"]),
            ("a", ["", "o"]), ("e", ["", "a"]),
        ],
        "de": suffixes("s"), "nl": suffixes("s"), "sv": suffixes("s"), "da": suffixes("s"),
        "no": suffixes("s"), "nb": suffixes("s"), "nn": suffixes("s"),
        "ar": [], "he": [],
        "el": [
            ("ου", ["ο", "ος"]), ("ού", ["ό", "ός"]), ("ον", ["ος"]), ("ους", ["οι"]),
            ("ων", ["α", "ες", "οι"]),
            ("ών", ["ές", "ά"]), ("ης", ["η"]), ("ής", ["ή"]), ("ας", ["α"]), ("άς", ["ά"]), ("η", ["ης"]),
            ("ο", ["ος"]), ("ό", ["ός"]), ("α", ["ας"]),
        ],
        "ro": [
            ("ului", ["", "ul"]), ("lui", ["", "l"]), ("iei", ["ia"]), ("ei", ["a", "ea"]), ("ul", [""]),
            ("ii", ["ia"]),
        ],
        "hu": hungarian, "fi": finnish,
    ]

    /// A last a or e is long before an ending: `Moszkvában`.
    private static let hungarian: [(ending: String, names: [String])] = {
        let ends = [
            "ban", "ben", "ba", "be", "ból", "ből", "nak", "nek", "hoz", "hez", "höz", "tól", "től", "val",
            "vel", "ra", "re", "ról", "ről", "ig", "t", "n", "i",
        ]
        let long = ends.flatMap { [("á" + $0, ["a"]), ("é" + $0, ["e"])] }
        let consonant = ["on", "en", "ön", "ot", "et", "öt", "at"].map { ($0, [""]) }
        return long + consonant + ends.map { ($0, [""]) }
    }()

    /// Behind a consonant an i goes before an ending, and a vowel is long: `Jerevanissa`, `Bakuun`.
    private static let finnish: [(ending: String, names: [String])] = {
        let ends = [
            "ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "n", "ta", "tä", "na", "nä",
            "a", "ä",
        ]
        let illatives = ["a", "e", "i", "o", "u", "y", "ä", "ö"].map { ($0 + $0 + "n", [$0, ""]) }
        return illatives + ends.flatMap { [("i" + $0, [""]), ($0, [""])] } + [
            ("hin", [""]), ("aa", ["a"]), ("ää", ["ä"]),
        ]
    }()
    private static let russian: [(ending: String, names: [String])] = [
        ("ией", ["ия"]), ("ии", ["ия"]), ("ию", ["ия"]), ("ью", ["ь"]), ("ой", ["а"]), ("ей", ["я", "а"]),
        ("ов", ["ы"]), ("ом", ["", "о"]),
        ("ем", ["ь", "е", "й"]), ("ах", ["ы"]), ("ам", ["ы"]), ("ами", ["ы"]), ("ы", ["а"]),
        ("и", ["а", "ь", "я"]), ("ым", [""]),
        ("е", ["", "а", "о", "й", "ь"]), ("у", ["", "а"]), ("а", ["", "о"]), ("ю", ["я", "ь", "й"]),
        ("я", ["ь", "е", "й"]),
    ]
    /// Small words that are written together with the next one.
    private static let prefixes = [
        "ar": ["وال", "بال", "فال", "لل", "و", "ب", "ل", "ف"],
        "he": ["ו", "ה", "ב", "ל", "מ", "כ", "ש", "וב", "ול", "ומ", "וה", "שב", "של", "שה", "מה", "וש"],
    ]
    /// The article that is written together with its noun.
    static let articles = ["ar": "ال", "he": "ה"]

    private static func suffixes(_ text: String) -> [(ending: String, names: [String])] {
        text.split(separator: " ").map { (String($0), [""]) }
    }

    /// A word without the small word that is written together with it; none in languages that write none so.
    static func prefixed(_ word: String, _ language: String) -> [String] {
        (prefixes[language] ?? []).compactMap {
            word.begins(with: $0) ? word.after(beginning: $0) : nil
        }
    }

    /// The same, each with the article too that a prefix may have taken in.
    private static func prefixedAndDefinite(_ word: String, _ language: String) -> [String] {
        prefixed(word, language).flatMap { [$0, (articles[language] ?? "") + $0] }
    }

    /// Whether a language writes small words together with the next one.
    static func hasPrefixes(_ language: String) -> Bool { prefixes[language] != nil }

    /// Whether names of a language have cases that are read here.
    static func has(_ language: String) -> Bool { endings[language] != nil }

    /// The names that a word in lower case may be a form of, besides itself; at least three letters long.
    static func names(_ word: String, _ language: String) -> [String] {
        if language == "ar" {
            return prefixedAndDefinite(word, language).filter { $0.unicodeScalars.count > 3 }
        }
        if language == "he" { return prefixed(word, language).filter { $0.unicodeScalars.count > 2 } }
        var out: [String] = []
        guard let last = word.utf8.last else { return out }
        for (ending, names) in endings(language, last: last) where word.ends(with: ending) {
            let stem = word.without(ending)
            guard stem.unicodeScalars.count > 2 else { continue }
            out += names.map { stem + $0 }
            // `Харкові` of `Харків`, `Києва` of `Київ`.
            if language == "uk", let form = closed(stem) { out.append(form) }
        }
        // `Erdogannal`, with Erdogan: the ending begins as the name ends.
        let letters = word.unicodeScalars
        if language == "hu", letters.count > 5, word.ends(with: "al") || word.ends(with: "el"),
            letters.dropLast(2).last == letters.dropLast(3).last
        {
            out.append(String(letters.dropLast(3)))
        }
        return out
    }

    /// What the noun of a name of two words may be a form of, where it has other endings than names: `Laçın
    /// koridorunda`.
    static func nouns(_ word: String, _ language: String) -> [String] {
        guard language == "tr" else { return [] }
        return turkishNouns.filter(word.ends).map(word.without)
    }

    private static let turkishNouns = [
        "nun", "nün", "nın", "nin", "nda", "nde", "ndan", "nden", "ndaki", "ndeki", "na", "ne", "nu", "nü",
        "nı", "ni",
    ]

    /// Languages whose names have an ending in their last word alone, however long they are.
    static let endAtLast: WordSet = ["tr", "az", "hy", "ka", "fi", "hu"]

    /// What the first of two words may be a form of: `Нагорного` of `Нагорный`; in Arabic and Hebrew without
    /// its prefix.
    static func adjectives(_ word: String, _ language: String) -> [String] {
        if hasPrefixes(language) { return prefixedAndDefinite(word, language) }
        for (ending, names) in adjectiveEndings[language] ?? [] where word.ends(with: ending) {
            let stem = word.without(ending)
            if stem.unicodeScalars.count > 2 { return names.map { stem + $0 } }
        }
        return []
    }

    private static let adjectiveEndings: [String: [(ending: String, names: [String])]] = [
        "ru": [
            ("ого", ["ый", "ий", "ой", "ое"]), ("его", ["ий", "ее"]), ("ому", ["ый", "ий", "ое"]),
            ("ему", ["ий"]), ("ым", ["ый", "ое"]), ("им", ["ий"]), ("ом", ["ый", "ий", "ое"]), ("ем", ["ий"]),
            ("ой", ["ая"]), ("ей", ["яя"]), ("ую", ["ая"]), ("ых", ["ые"]), ("ыми", ["ые"]),
        ],
        "uk": [
            ("ого", ["ий", "е"]), ("ому", ["ий", "е"]), ("им", ["ий"]), ("ої", ["а"]), ("ій", ["а"]),
            ("ою", ["а"]), ("у", ["а"]),
        ],
        "pl": [
            ("iego", ["i", "ie"]), ("ego", ["y", "e"]), ("im", ["i", "ie"]), ("ym", ["y", "e"]),
            ("iej", ["ia"]), ("ej", ["a"]), ("ą", ["a"]),
        ],
        "cs": [
            ("ého", ["ý", "é"]), ("ému", ["ý", "é"]), ("ém", ["ý", "é"]), ("ým", ["ý", "é"]), ("ou", ["á"]),
            ("é", ["á"]), ("ího", ["í"]), ("ímu", ["í"]), ("ím", ["í"]),
        ],
        "el": [
            ("ου", ["ο", "ος"]), ("ού", ["ό", "ός"]), ("ης", ["η"]), ("ής", ["ή"]), ("ας", ["α"]),
            ("άς", ["ά"]), ("ο", ["ος"]), ("ό", ["ός"]), ("ών", ["ές", "ά"]), ("ων", ["α", "ες"]),
        ],
    ]

    /// With the vowel that Ukrainian has in a closed syllable: `Львів` of `Львов`.
    private static func closed(_ stem: String) -> String? {
        var letters = Array(stem.unicodeScalars)
        guard letters.count > 2 else { return nil }
        switch letters[letters.count - 2] {
        case "о", "е": letters[letters.count - 2] = "і"
        case "є": letters[letters.count - 2] = "ї"
        default: return nil
        }
        return String(String.UnicodeScalarView(letters))
    }

    /// Endings of surnames, in any case: in these languages two capitalised words of which the second ends so
    /// are a person.
    static let surnames: [String: [String]] = [
        "ru": cyrillic, "uk": cyrillic + ["енко", "енка", "енку", "ук", "юк"], "bg": cyrillic,
        "hy": ["յան", "յանը", "յանի", "յանին", "յանից", "յանն", "յանի ն", "եան", "ունց", "ունցը", "ունցի"],
        "ka": [
            "შვილი", "შვილმა", "შვილს", "შვილის", "შვილთან", "ძე", "ძემ", "ძეს", "ძის", "ძესთან",
        ],
        "az": ["ov", "ova", "yev", "yeva", "əv", "əva", "zadə", "ski", "ovun", "yevin", "əvin"],
    ]
    private static let cyrillic = [
        "ян", "яна", "яну", "яном", "яне", "ов", "ова", "ову", "овым", "ове", "ев", "ева", "еву", "евым",
        "еве", "ин", "ина", "ину", "иным", "ине", "енко", "швили", "дзе", "ич", "ича", "ичу", "ко", "чук",
        "иев", "иева",
    ]
}
