import Facts
import Testing

/// Which spellings are taken for one name, across scripts.
@Suite struct NameVariantTests {
    @Test(arguments: [
        ["Pashinyan", "Pashinian", "Пашинян", "Փաշինյան"], ["Chapman", "Чепмен"], ["Macron", "Макрон", "Μακρόν"],
        ["Schröder", "Шрёдер"], ["Trudeau", "Трюдо"], ["Netanyahu", "Нетаньяху", "נתניהו", "نتنياهو"], ["Mubarak", "مبارك"],
        ["Tsipras", "Ципрас"], ["Gorbatschow", "Горбачёв"], ["Saakashvili", "სააკაშვილი", "Саакашвили"],
        ["Qaddafi", "Каддафи", "قذافي"], ["Ilham Aliyev", "Ильхам Алиев"], ["Bouchard", "Бушар"],
        ["Djokovic", "Джокович"], ["McGuire", "Макгуайр"], ["Guedes", "Гедес"], ["Nagy", "Надь"], ["Rzewuski", "Жевуский"],
        ["Julius", "Юлий"], ["Kourosh", "Kouroch", "Курош"],
    ])
    func `one name`(names: [String]) {
        // Others stand between them, some like them.
        let crowd = ["Ivanov", "Иваненко", "Petersen", "Peterson", "Macaron", "Трубецкой", "Алимов", "Чехов", "Bush"]
        for all in [names + crowd, crowd + names, names.reversed() + crowd] {
            let variants = NameVariants(all)
            let keys = names.map { variants.key($0) }
            #expect(Set(keys).count == 1, "\(keys)")
            #expect(keys.first == all.first { names.contains($0) }?.lowercased())
        }
    }

    @Test func `different names stay apart, and one is found again`() {
        let names = ["Petersen", "Peterson", "Ivanov", "Иваненко", "Aliyev", "Алимов", "Sarkisian", "Sarkozy", "Ли", "Лю"]
        let variants = NameVariants(names)
        let keys = names.map { variants.key($0) }
        #expect(Set(keys).count == names.count)
        #expect(variants.key("") == "" && variants.key("…") == "…" && variants.key("Nobody") == "nobody")
        #expect(NameVariants(names.reversed()).key("Aliyev") == "aliyev")
    }
}
