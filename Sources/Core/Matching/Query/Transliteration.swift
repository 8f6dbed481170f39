/// The spellings of a name by the habits of the press: other romanisations, Cyrillic, Armenian. Rules of the
/// first edition; an edition never changes once shipped, so a watch means tomorrow what its author was shown.
/// At most 40, the name itself first.
func transliterations(of name: String) -> [String] {
    let plain = name.lowercased()
    let latin =
        plain.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) } ? romanised(plain) : plain
    var out = [name]
    for (rules, most) in [(latinHabits, 16), (cyrillicHabits, 8), (armenianHabits, 15)] {
        for spelling in spellings(latin, rules, most: most) where !out.contains(spelling) && spelling != plain
        { out.append(spelling) }
    }
    return Array(out.prefix(40))
}

/// Each sound with the ways to write it; longer sounds first, and the commonest way first.
private typealias Habits = [(sound: String, ways: [String])]

private let latinHabits: Habits = [
    ("shch", ["shch", "sch"]), ("sh", ["sh", "s", "sch"]), ("kh", ["kh", "x", "h"]),
    ("ch", ["ch", "c", "tch"]), ("zh", ["zh", "j"]),
    ("gh", ["gh", "g"]), ("ts", ["ts", "c"]), ("yan", ["yan", "ian"]), ("ian", ["ian", "yan"]),
    ("iy", ["iy", "y"]), ("yev", ["yev", "ev"]),
    ("ya", ["ya", "ia"]), ("yu", ["yu", "iu"]), ("oo", ["oo", "u"]), ("ou", ["ou", "u"]), ("w", ["w", "v"]),
    ("q", ["q", "g", "k"]),
]

private let cyrillicHabits: Habits = [
    ("shch", ["щ"]), ("sh", ["ш"]), ("kh", ["х"]), ("ch", ["ч"]), ("zh", ["ж"]), ("gh", ["г"]), ("ts", ["ц"]),
    ("yan", ["ян"]), ("ian", ["ян"]),
    ("yev", ["ев"]), ("ya", ["я"]), ("yu", ["ю"]), ("yo", ["ё"]), ("ye", ["е"]), ("iy", ["ий"]), ("a", ["а"]),
    ("b", ["б"]), ("c", ["к", "дж"]),
    ("d", ["д"]), ("e", ["е", "э"]), ("f", ["ф"]), ("g", ["г"]), ("h", ["х", "г"]), ("i", ["и"]),
    ("j", ["дж", "ж"]), ("k", ["к"]),
    ("l", ["л"]), ("m", ["м"]), ("n", ["н"]), ("o", ["о"]), ("p", ["п"]), ("q", ["к", "г"]), ("r", ["р"]),
    ("s", ["с"]), ("t", ["т"]),
    ("u", ["у"]), ("v", ["в"]), ("w", ["в", "у"]), ("x", ["х", "кс"]), ("y", ["й", "ы"]), ("z", ["з"]),
    ("ç", ["ч"]), ("ş", ["ш"]),
    ("ğ", ["г"]), ("ə", ["а", "е"]), ("ı", ["ы"]), ("ö", ["ё", "о"]), ("ü", ["ю", "у"]),
]

private let armenianHabits: Habits = [
    ("sh", ["շ"]), ("kh", ["խ"]), ("ch", ["չ", "ճ"]), ("zh", ["ժ"]), ("gh", ["ղ"]), ("ts", ["ց", "ծ"]),
    ("dz", ["ձ"]), ("yan", ["յան"]),
    ("ian", ["յան"]), ("ev", ["և"]), ("a", ["ա"]), ("b", ["բ"]), ("c", ["կ"]), ("d", ["դ"]),
    ("e", ["ե", "է"]), ("f", ["ֆ"]), ("g", ["գ"]),
    ("h", ["հ"]), ("i", ["ի"]), ("j", ["ջ"]), ("k", ["կ", "ք"]), ("l", ["լ"]), ("m", ["մ"]), ("n", ["ն"]),
    ("o", ["ո", "օ"]), ("p", ["փ", "պ"]),
    ("q", ["ք"]), ("r", ["ր", "ռ"]), ("s", ["ս"]), ("t", ["տ", "թ"]), ("u", ["ու"]), ("v", ["վ"]),
    ("w", ["վ"]), ("x", ["խ"]), ("y", ["յ"]),
    ("z", ["զ"]),
]

/// The spellings that habits make of a name: first with the commonest way of each sound, then with others.
private func spellings(_ name: String, _ habits: Habits, most: Int) -> [String] {
    var out = [""]
    var rest = Substring(name)
    while let first = rest.first {
        let rule = habits.first { rest.hasPrefix($0.sound) }
        let ways = rule?.ways ?? [String(first)]
        rest = rest.dropFirst(rule?.sound.count ?? 1)
        let common = out.map { $0 + ways[0] }
        let others = ways.dropFirst().flatMap { way in out.map { $0 + way } }
        out = Array((common + others).prefix(most))
    }
    return out
}

/// A Cyrillic name in Latin letters.
private func romanised(_ name: String) -> String {
    let sounds: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z", "и": "i",
        "й": "y", "к": "k", "л": "l",
        "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
        "ц": "ts", "ч": "ch",
        "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    ]
    return name.map { sounds[$0] ?? String($0) }.joined()
}
