/// Persons' names without their cases, in lower case: `ильхам алиев` of `ильхамом алиевым`. First name and
/// surname stand in the same case, so that each tells the other's.
enum NameCases {
    /// Nil where the name has no case, or where it may be another's.
    static func nominative(
        _ first: String, _ surname: String, _ language: String, isFirstName: (String) -> Bool
    ) -> (first: String, surname: String)? {
        switch language {
        case "ru", "uk", "bg", "pl":
            // `Никола Пашиняна`, `Вагаршаком Арутюняном`: such a surname has its cases of men alone.
            if let bare = armenianMan(surname) {
                let forms = CaseForms.endings(language).filter { first.ends(with: $0.ending) }
                    .flatMap { form in form.names.map { first.without(form.ending) + $0 } }
                if let name = forms.first(where: isFirstName) { return (name, bare) }
                let ending = ["ом", "у", "а", "е"].first(where: first.ends)
                return ending.map { (first.without($0), bare) }
            }
            guard !isFirstName(first) else { return nil }
            for (ending, names) in CaseForms.endings(language) where first.ends(with: ending) {
                let stem = first.without(ending)
                for name in names.map({ stem + $0 }) where isFirstName(name) {
                    let isWoman = name.ends(with: "а") || name.ends(with: "я") || name.ends(with: "a")
                    if let bare = slavic(surname, isWoman ? women : men, ending) { return (name, bare) }
                }
            }
            return nil
        case "hy": return armenian(surname).map { (first, $0) }
        case "ka": return georgian(surname).map { (first, $0) }
        case "tr":
            let bare = surname.prefix { $0 != "'" }
            return bare.count < surname.count ? (first, String(bare)) : nil
        case "ar":
            guard !isFirstName(first),
                let bare = CaseForms.prefixed(first, language).first(where: isFirstName)
            else { return nil }
            return (bare, surname)
        default: return nil
        }
    }

    /// Endings of a surname that go with one of the first name, and what the surname ends in without a case.
    private typealias Agreement = (first: [String], surname: String, behind: [String], bare: String)

    private static let men: [Agreement] = [
        (["а", "я", "у", "ю", "ом", "ем", "е", "ові", "еві", "єві", "єм"], "ского", [], "ский"),
        (["у", "ю", "ові", "еві", "єві"], "скому", [], "ский"), (["ом", "ем", "єм"], "ским", [], "ский"),
        (["е"], "ском", [], "ский"),
        (["а", "я"], "ського", [], "ський"), (["у", "ю", "ові", "еві", "єві"], "ському", [], "ський"),
        (["ом", "ем", "єм"], "ським", [], "ський"),
        (["ом", "ем"], "ым", ["ов", "ев", "ёв", "ин", "ын"], ""),
        (["ом", "ем", "єм"], "им", ["ов", "ев", "єв", "ін"], ""),
        (["ом", "ем", "єм"], "ом", [], ""), (["а", "я"], "а", [], ""),
        (["у", "ю", "ові", "еві", "єві"], "у", [], ""),
        (["е"], "е", ["ов", "ев", "ёв", "ин", "ын", "ян"], ""),
        (["a"], "skiego", [], "ski"), (["a"], "ckiego", [], "cki"), (["em", "iem"], "skim", [], "ski"),
        (["em", "iem"], "ckim", [], "cki"),
        (["owi"], "skiemu", [], "ski"), (["em", "iem"], "iem", ["k", "g"], ""),
        (["em", "iem"], "em", [], ""), (["owi"], "owi", [], ""), (["a"], "a", [], ""),
    ]
    private static let women: [Agreement] = [
        (["и", "ы", "е", "ой", "ей", "ии", "ией"], "ой", ["ов", "ев", "ёв", "ин", "ын"], "а"),
        (["и", "ы", "е", "ой", "ей", "ии", "ией"], "ской", [], "ская"),
        (["у", "ю", "ию"], "у", ["ов", "ев", "ёв", "ин", "ын"], "а"), (["у", "ю", "ию"], "скую", [], "ская"),
        (["y", "i", "ii"], "skiej", [], "ska"), (["ą", "ę", "ię"], "ską", [], "ska"),
    ]

    private static func slavic(_ surname: String, _ agreements: [Agreement], _ ending: String) -> String? {
        for one in agreements where one.first.contains(ending) && surname.ends(with: one.surname) {
            let stem = surname.without(one.surname)
            guard stem.unicodeScalars.count > 2, one.behind.isEmpty || one.behind.contains(where: stem.ends)
            else { continue }
            return stem + one.bare
        }
        return nil
    }

    private static func armenianMan(_ surname: String) -> String? {
        for ending in ["а", "у", "ом", "е"] where surname.ends(with: "ян" + ending) {
            return surname.without(ending)
        }
        return nil
    }

    /// `ը` is an article always, `ի` and the like behind the endings of surnames.
    private static func armenian(_ surname: String) -> String? {
        // `Զախարովան` of Զախարովա.
        if ["ովան", "ևան", "եւան", "ինան"].contains(where: surname.ends) { return surname.without("ն") }
        for ending in ["ը", "ին", "ից", "ով", "ի", "ն"] where surname.ends(with: ending) {
            let stem = surname.without(ending)
            guard stem.unicodeScalars.count > 3 else { continue }
            let isSure = ["յան", "ով", "և", "եւ", "ին", "եան", "ան", "են"].contains(where: stem.ends)
            if ending == "ը" || isSure { return stem }
        }
        return nil
    }

    private static func georgian(_ surname: String) -> String? {
        let vowels = "აეიოუ"
        for ending in ["სთან", "თან", "მა", "მ", "ის", "ს", "ით"] where surname.ends(with: ending) {
            let stem = surname.without(ending)
            guard stem.unicodeScalars.count > 2, let last = stem.last else { continue }
            if ["მ", "სთან"].contains(ending), vowels.contains(last) { return stem }
            if ending == "ს", vowels.contains(last) { return last == "ი" ? nil : stem }
            if ["მა", "ის", "ს", "თან", "ით"].contains(ending), !vowels.contains(last) { return stem + "ი" }
        }
        return nil
    }
}
