/// Offices of state of which one person holds one at a time, in other languages than English.
struct OfficesAbroad: Sendable {
    /// The names of an office in order of the list, longer ones first.
    private let offices: [(words: [String], office: String)]
    /// By how a word begins, which office a minister's is.
    private let kinds: [(stem: String, kind: String)]
    private let pastOrFuture: [String]
    /// The office is the title's last word.
    private let isLast: Bool
    private let modifiers: WordSet
    private let language: String

    static func of(_ language: String) -> OfficesAbroad? { byLanguage[language] }

    private init(_ language: String, _ offices: String, kinds: String = "", past: String) {
        /// What stands before each colon, beside each name behind it.
        func pairs(_ text: String) -> [(String, String)] {
            text.replacing("\n", with: " ").split(separator: "|").flatMap { line in
                let sides = line.split(separator: ":")
                return sides[1].split(separator: ",").map {
                    ($0.split(separator: " ").joined(separator: " "), String(sides[0]))
                }
            }
        }
        self.offices = pairs(offices).map { ($0.split(separator: " ").map(String.init), $1) }
            .sorted { $0.words.count > $1.words.count }
        self.kinds = pairs(kinds)
        pastOrFuture = past.split(separator: " ").map(String.init)
        self.language = language
        isLast = RolesAbroad.of(language)?.isRoleLast ?? false
        modifiers = RolesAbroad.of(language)?.modifiers ?? []
    }

    /// `prime minister` of `премьер-министр Армении`; nil for what is none, was one, or may become one.
    /// `country` is the one that the title names.
    func office(_ title: String, _ country: String?) -> String? {
        // Persian joins words with a sign that is no letter.
        let joined = String.UnicodeScalarView(
            title.lowercased().unicodeScalars.map { $0 == "\u{200C}" ? " " : $0 })
        let words = String(joined).split { !$0.isLetter && $0 != "'" }.map(String.init)
        guard !words.contains(where: isPastOrFuture) else { return nil }
        for at in words.indices {
            for (name, office) in offices where fits(name, words[at...]) {
                if isLast, at + name.count < words.count { continue }
                let rest = isLast ? words[..<at] : words[(at + name.count)...]
                if office == "minister" {
                    let kind = kinds.first { one in rest.contains { $0.begins(with: one.stem) } }
                    return kind.map { "\($0.kind) minister" }
                }
                // `président du Sénat`, `Avropa Şurasının prezidenti`.
                return office != "president" || country != nil || rest.allSatisfy(isAdjective) ? office : nil
            }
            // `советник президента`: nothing but adjectives goes before an office.
            guard isLast || isAdjective(words[at]) else { return nil }
        }
        return nil
    }

    /// Begins with such a word; short ones are the whole of it: not `exteriores` of `ex`.
    private func isPastOrFuture(_ word: String) -> Bool {
        pastOrFuture.contains { $0.unicodeScalars.count > 3 ? word.begins(with: $0) : word == $0 }
    }

    private func fits(_ name: [String], _ words: ArraySlice<String>) -> Bool {
        guard words.count >= name.count else { return false }
        return zip(name, words).allSatisfy { stem, word in
            guard word.begins(with: stem) else { return false }
            let letters = String(decoding: word.utf8.dropFirst(stem.utf8.count), as: UTF8.self).unicodeScalars
            // Not `reitor` of `rei`.
            return letters.count <= (stem.utf8.count <= 3 ? 1 : 3)
        }
    }

    private func isAdjective(_ word: String) -> Bool {
        modifiers.contains(word) || SpeechAbroad.determiners.contains(word)
            || DemonymsAbroad.country(word, language) != nil
    }

    private static let byLanguage: [String: OfficesAbroad] = {
        let all = [
            OfficesAbroad(
                "ru",
                """
                president: президент|prime minister: премьер министр, премьер|chancellor: канцлер|king: корол
                |governor: губернатор|mayor: мэр|ambassador: посол, посл|senator: сенатор|minister: министр
                """,
                kinds: """
                    foreign: иностранн|defence: оборон|interior: внутренн|finance: финанс|justice: юстици
                    |economy: экономик|health: здравоохран|education: образован, просвещ|energy: энергети
                    """, past: "бывш экс избранн перв вице исполн врио"),
            OfficesAbroad(
                "uk",
                """
                president: президент|prime minister: прем'єр міністр, прем'єр|chancellor: канцлер|king: корол
                |governor: губернатор|mayor: мер|ambassador: посол, посл|senator: сенатор|minister: міністр
                """,
                kinds: """
                    foreign: закордонн|defence: оборон|interior: внутрішн|finance: фінанс|justice: юстиці
                    |economy: економік|health: охорон|education: освіт|energy: енергет
                    """, past: "колишн екс обран перш віце"),
            OfficesAbroad(
                "pl",
                """
                president: prezydent|prime minister: premier|chancellor: kanclerz|king: król
                |governor: gubernator|mayor: burmistrz|ambassador: ambasador|senator: senator|minister: minist
                """,
                kinds: """
                    foreign: zagraniczn|defence: obron|interior: wewnętrzn|finance: finans
                    |justice: sprawiedliw|economy: gospodark|health: zdrowi|education: eduk
                    """, past: "były była byłe byłą eks wice pierwsz"),
            OfficesAbroad(
                "de",
                """
                president: präsident, staatspräsident, bundespräsident
                |prime minister: ministerpräsident, premierminister, premier, regierungschef
                |chancellor: bundeskanzler, kanzler|king: könig|governor: gouverneur|mayor: bürgermeister
                |foreign minister: außenminister|defence minister: verteidigungsminister
                |interior minister: innenminister|finance minister: finanzminister
                |justice minister: justizminister|economy minister: wirtschaftsminister
                |health minister: gesundheitsminister|ambassador: botschafter|senator: senator
                """, past: "ehemalig früher ex alt designiert gewählt vize geschäftsführend interim"),
            OfficesAbroad(
                "nl",
                """
                president: president|prime minister: premier, minister president|king: koning
                |mayor: burgemeester|ambassador: ambassadeur|governor: gouverneur|minister: minister
                """,
                kinds: """
                    foreign: buitenlands|defence: defensie|interior: binnenlands|finance: financi
                    |justice: justiti|health: volksgez
                    """, past: "voormalig oud ex vice"),
            OfficesAbroad(
                "fr",
                """
                president: président|prime minister: premier ministre, première ministre
                |chancellor: chancelier, chancelièr|king: roi|queen: reine|governor: gouverneur|mayor: maire
                |ambassador: ambassadeur, ambassadrice|senator: sénateur, sénatrice|minister: ministre
                """,
                kinds: """
                    foreign: étrang|defence: défense, armées|interior: intérieur|finance: financ
                    |justice: justice|economy: économi|health: santé|education: éducation|energy: énergi
                    """, past: "ancien ex feu vice intérim"),
            OfficesAbroad(
                "es",
                """
                president: president
                |prime minister: presidente del gobierno, primer ministro, primera ministra
                |chancellor: canciller|king: rey|queen: reina|governor: gobernador|mayor: alcalde, alcaldesa
                |ambassador: embajador|senator: senador|minister: ministr
                """,
                kinds: """
                    foreign: exterior|defence: defensa|interior: interior|finance: hacienda, finanzas
                    |justice: justicia|economy: economía|health: sanidad, salud|education: educación
                    """, past: "ex antigu entonces elect vice interin funciones"),
            OfficesAbroad(
                "it",
                """
                president: presidente della repubblica
                |prime minister: presidente del consiglio, primo ministro, prima ministra, premier
                |chancellor: cancelli|king: re|governor: governator|mayor: sindac
                |ambassador: ambasciat|senator: senator|minister: ministr
                """,
                kinds: """
                    foreign: ester|defence: difesa|interior: intern|finance: finanz|justice: giustizia
                    |economy: economia|health: salute|education: istruzione
                    """, past: "ex già vice"),
            OfficesAbroad(
                "pt",
                """
                president: presidente|prime minister: primeiro ministro, primeira ministra
                |chancellor: chanceler|king: rei|governor: governador|mayor: prefeito
                |ambassador: embaixador|senator: senador|minister: ministr
                """,
                kinds: """
                    foreign: exterior, estrangeir|defence: defesa|interior: interior
                    |finance: finanças, fazenda|justice: justiça|economy: economia
                    |health: saúde|education: educação
                    """, past: "ex antig eleit vice interin"),
            OfficesAbroad(
                "tr",
                """
                president: cumhurbaşkan, devlet başkan|prime minister: başbakan|chancellor: şansölye
                |king: kral|governor: vali|mayor: belediye başkan|ambassador: büyükelçi|senator: senatör
                |minister: bakan
                """,
                kinds: """
                    foreign: dışişleri|defence: savunma|interior: içişleri|finance: maliye|justice: adalet
                    |economy: ekonomi|health: sağlık|education: eğitim|energy: enerji
                    """, past: "eski"),
            OfficesAbroad(
                "az",
                """
                president: prezident|prime minister: baş nazir|chancellor: kansler|king: kral
                |governor: qubernator|mayor: mer|ambassador: səfir|senator: senator|minister: nazir
                """,
                kinds: """
                    foreign: xarici|defence: müdafiə|interior: daxili|finance: maliyyə|justice: ədliyyə
                    |economy: iqtisad|health: səhiyyə|education: təhsil|energy: energetika
                    """, past: "keçmiş sabiq eks vitse birinci"),
            OfficesAbroad(
                "hy",
                """
                president: նախագահ|prime minister: վարչապետ|chancellor: կանցլեր|king: թագավոր
                |governor: նահանգապետ, մարզպետ|mayor: քաղաքապետ|ambassador: դեսպան|senator: սենատոր
                |minister: նախարար
                """,
                kinds: """
                    foreign: արտաքին|defence: պաշտպան|interior: ներքին|finance: ֆինանս|justice: արդարադատ
                    |economy: էկոնոմիկ|health: առողջապահ|education: կրթ
                    """, past: "նախկին առաջին"),
            OfficesAbroad(
                "ka",
                """
                president: პრეზიდენტ|prime minister: პრემიერ მინისტრ, პრემიერ|chancellor: კანცლერ|king: მეფ
                |governor: გუბერნატორ|mayor: მერ|ambassador: ელჩ|minister: მინისტრ
                """,
                kinds: """
                    foreign: საგარეო|defence: თავდაცვ|interior: შინაგან|finance: ფინანს|justice: იუსტიცი
                    |economy: ეკონომიკ|health: ჯანდაცვ|education: განათლებ
                    """, past: "ყოფილ ექს ვიცე"),
            OfficesAbroad(
                "ar",
                """
                prime minister: رئيس الوزراء, رئيسة الوزراء, رئيس الحكومة|president: الرئيس, رئيس الجمهورية
                |chancellor: المستشار الألماني, المستشارة الألمانية|king: الملك, ملك|emir: أمير
                |governor: محافظ|ambassador: سفير, السفير|minister: وزير, وزيرة, الوزير
                """,
                kinds: """
                    foreign: الخارجية|defence: الدفاع|interior: الداخلية|finance: المالية|justice: العدل
                    |economy: الاقتصاد|health: الصحة|education: التربية|energy: الطاقة
                    """, past: "السابق سابق المنتخب"),
            OfficesAbroad(
                "fa",
                """
                president: رئیس جمهور, رئیسجمهور|prime minister: نخست وزیر, نخستوزیر
                |chancellor: صدراعظم|king: پادشاه, شاه|emir: امیر|governor: استاندار|mayor: شهردار
                |ambassador: سفیر|senator: سناتور|minister: وزیر
                """,
                kinds: """
                    foreign: خارجه|defence: دفاع|interior: کشور|finance: دارایی|justice: دادگستری
                    |economy: اقتصاد|health: بهداشت|education: آموزش|energy: نیرو
                    """, past: "سابق پیشین اسبق معاون منتخب"),
        ]
        return Dictionary(uniqueKeysWithValues: all.map { ($0.language, $0) })
    }()
}
