import Testing
import Text

/// Names are one by how they sound.
@Suite struct NameSoundsTests {
    @Test(arguments: [
        ["Pashinyan", "Pashinian", "Pašinjan", "PASHINYAN", "Пашинян", "Փաշինյան", "ფაშინიან"],
        ["Aliyev", "Aliev", "Əliyev", "Алиев"], ["Zelensky", "Zelenskyy", "Zelenskiy", "Зеленский", "Зеленський"],
        ["Erdoğan", "Erdogan", "Эрдоган"], ["Mirzoyan", "Mirzoian", "Мирзоян"], ["Milošević", "Milos\u{30C}evic\u{301}", "Милошевич"],
        ["Šešelj", "S\u{30C}es\u{30C}elj"], ["Βαρουφάκης", "Varoufakis"],
    ])
    func `spellings of one form`(names: [String]) {
        let forms = Set(names.compactMap { NameSounds.readings($0).first?.plainForm })
        #expect(forms.count == 1, "\(forms.map { String(decoding: $0, as: UTF8.self) })")
    }

    @Test func `different names have different forms`() {
        let names = ["Aliyev", "Alimov", "Petersen", "Peterson", "Macron", "Marcon", "Sarkisian", "Sarkozy"]
        #expect(Set(names.compactMap { NameSounds.readings($0).first?.plainForm }).count == names.count)
    }

    @Test func `distance is symmetric and nothing to itself`() {
        let all = ["Gaddafi", "Qaddafi", "Каддафи", "قذافي", "Eltsine", "Ельцин", "Xi", "o", "Schwarzenegger"]
            .flatMap { NameSounds.readings($0) }
        for one in all {
            #expect(one.distance(to: one) == 0)
            for other in all { #expect(one.distance(to: other) == other.distance(to: one)) }
        }
    }

    @Test(arguments: ["", "…", "123", "中文", "\u{301}\u{301}", String(repeating: "ch", count: 5000)])
    func `what is no name has few readings or none`(text: String) {
        #expect(NameSounds.readings(text).count <= NameSounds.most)
    }
}
