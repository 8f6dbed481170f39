import Facts
import Model
import Testing

/// Institutions of state in the words of many languages, whose they are, and who asks for them.
struct InstitutionTests {
    private func institutions(_ text: String, _ language: String) -> [String] {
        let (facts, article) = FactsTests.facts(text, language: language)
        return facts.mentions.filter { $0.institution != nil }.map {
            "\(article.string($0.span)) | \($0.canonical) | \($0.statedCountry ?? "-")"
        }
    }

    @Test(arguments: [
        ("en", "Azerbaijan's Defense Ministry denied it. The Armenian Foreign Ministry was silent.", ["Defense Ministry | Ministry of Defence of Azerbaijan | AZ", "Foreign Ministry | Ministry of Foreign Affairs of Armenia | AM"]),
        ("en", "She left the Ministry of Foreign Affairs of Armenia.", ["Ministry of Foreign Affairs of Armenia | Ministry of Foreign Affairs of Armenia | AM"]),
        ("en", "The Supreme Court of the United States ruled. The Ministry of Defence and Supply was closed.", []),
        ("ru", "Об этом сообщили в МИДе Армении и в российском Минобороны.", ["МИДе | Ministry of Foreign Affairs of Armenia | AM", "Минобороны | Ministry of Defence of Russia | RU"]),
        ("ru", "Он был в министерстве по чрезвычайным ситуациям. Мидии дорожают, а мид закрыт.", ["министерстве по чрезвычайным ситуациям | Ministry of Emergency Situations | -"]),
        ("uk", "Міноборони України і Генштаб ЗСУ мовчать.", ["Міноборони | Ministry of Defence of Ukraine | UA", "Генштаб | General Staff | -", "ЗСУ | Armed Forces of Ukraine | UA"]),
        ("pl", "MSZ Rosji i polskie Ministerstwo Obrony Narodowej milczą.", ["MSZ | Ministry of Foreign Affairs of Russia | RU", "Ministerstwo Obrony Narodowej | Ministry of Defence of Poland | PL"]),
        ("de", "Das Auswärtige Amt und das US-Außenministerium schwiegen, so auch das armenische Innenministerium.", ["Auswärtige Amt | Ministry of Foreign Affairs of Germany | DE", "Außenministerium | State Department | US", "Innenministerium | Ministry of Internal Affairs of Armenia | AM"]),
        ("de", "Nach Angaben des palästinensischen Gesundheitsministeriums israelische Siedler.", ["Gesundheitsministeriums | Ministry of Health of Palestine | PS"]),
        ("fr", "Le ministère arménien des Affaires étrangères et le ministère de la Défense d'Azerbaïdjan.", ["ministère arménien des Affaires étrangères | Ministry of Foreign Affairs of Armenia | AM", "ministère de la Défense | Ministry of Defence of Azerbaijan | AZ"]),
        ("es", "El Ministerio de Exteriores de Armenia y el ministerio azerbaiyano de Defensa.", ["Ministerio de Exteriores | Ministry of Foreign Affairs of Armenia | AM", "ministerio azerbaiyano de Defensa | Ministry of Defence of Azerbaijan | AZ"]),
        ("pt", "O Ministério da Educação e Desportos e o Ministério da Defesa e João Silva.", ["Ministério da Educação e Desportos | Ministry of Education | -", "Ministério da Defesa | Ministry of Defence | -"]),
        ("it", "Il ministero degli Esteri armeno e la Farnesina tacciono.", ["ministero degli Esteri | Ministry of Foreign Affairs of Armenia | AM", "Farnesina | Ministry of Foreign Affairs of Italy | IT"]),
        ("tr", "Ermenistan Dışişleri Bakanlığı'ndan açıklama geldi, İçişleri Bakanlığı sustu.", ["Dışişleri Bakanlığı'ndan | Ministry of Foreign Affairs of Armenia | AM", "İçişleri Bakanlığı | Ministry of Internal Affairs | -"]),
        ("az", "Xarici İşlər Nazirliyi bildirib. Rusiya XİN cavab verib. Xarici İşlər Nazirliyinə müraciət olunub.", ["Xarici İşlər Nazirliyi | Ministry of Foreign Affairs | -", "XİN | Ministry of Foreign Affairs of Russia | RU", "Xarici İşlər Nazirliyinə | Ministry of Foreign Affairs of Russia | RU"]),
        ("hy", "ՀՀ ԱԳՆ-ն և պաշտպանության նախարարությունը լռում են։", ["ԱԳՆ | Ministry of Foreign Affairs of Armenia | AM", "պաշտպանության նախարարությունը | Ministry of Defence | -"]),
        ("ka", "სომხეთის საგარეო საქმეთა სამინისტრომ უარყო.", ["საგარეო საქმეთა სამინისტრომ | Ministry of Foreign Affairs of Armenia | AM"]),
        ("sv", "FN:s säkerhetsråd teg.", ["säkerhetsråd | Security Council | -"]),
        ("fi", "Venäjän ulkoministeriön mukaan.", ["ulkoministeriön | Ministry of Foreign Affairs of Russia | RU"]),
        ("sv", "Ukrainas försvarsdepartement och det ryska utrikesministeriet teg.", ["försvarsdepartement | Ministry of Defence of Ukraine | UA", "utrikesministeriet | Ministry of Foreign Affairs of Russia | RU"]),
        ("el", "Το ουκρανικό υπουργείο Άμυνας και το υπουργείο Εξωτερικών της Ρωσίας.", ["υπουργείο Άμυνας | Ministry of Defence of Ukraine | UA", "υπουργείο Εξωτερικών | Ministry of Foreign Affairs of Russia | RU"]),
        ("he", "כך נמסר ממשרד החוץ הרוסי, ומשרד ההגנה של אוקראינה שתק.", ["ממשרד החוץ | Ministry of Foreign Affairs of Russia | RU", "ומשרד ההגנה | Ministry of Defence of Ukraine | UA"]),
        ("ro", "Ministerul rus de Externe și Ministerul Apărării din Ucraina au tăcut.", ["Ministerul rus de Externe | Ministry of Foreign Affairs of Russia | RU", "Ministerul Apărării | Ministry of Defence of Ukraine | UA"]),
        ("hu", "Az orosz külügyminisztérium hallgatott.", ["külügyminisztérium | Ministry of Foreign Affairs of Russia | RU"]),
        ("cs", "Ruské ministerstvo zahraničí mlčelo.", ["ministerstvo zahraničí | Ministry of Foreign Affairs of Russia | RU"]),
        ("bg", "Руското външно министерство мълчи.", ["външно министерство | Ministry of Foreign Affairs of Russia | RU"]),
        ("fa", "وزارت خارجه ارمنستان و وزارت دفاع روسیه سکوت کردند.", ["وزارت خارجه | Ministry of Foreign Affairs of Armenia | AM", "وزارت دفاع | Ministry of Defence of Russia | RU"]),
        ("ar", "أعلنت وزارة الخارجية الأرمينية ووزارة الدفاع الروسية ذلك.", ["وزارة الخارجية | Ministry of Foreign Affairs of Armenia | AM", "ووزارة الدفاع | Ministry of Defence of Russia | RU"]),
    ] as [(String, String, [String])])
    func `an institution has one name in all languages, and the country that stands beside it`(language: String, text: String, expected: [String]) {
        #expect(institutions(text, language) == expected)
    }

    @Test func `without a country it is the only one that was named before`() {
        let text = "The Russian Foreign Ministry spoke. The Foreign Ministry said more. The Chinese Foreign Ministry met it. The Foreign Ministry left."
        #expect(institutions(text, "en").map { $0.suffix(2) } == ["RU", "RU", "CN", " -"])
    }

    @Test(arguments: [
        ("ru", "«Дорога закрыта», сообщили в МИД Армении. МИД России ждёт.", "org:\"Foreign Ministry\"", ["МИД", "МИД"]),
        ("ru", "«Дорога закрыта», сообщили в МИД Армении. МИД России ждёт.", "org:\"Armenian Foreign Ministry\"", ["МИД"]),
        ("tr", "Ermenistan Dışişleri Bakanlığı sustu.", "org:\"МИД Армении\"", ["Dışişleri Bakanlığı"]),
        ("tr", "Ermenistan Dışişleri Bakanlığı sustu.", "org:\"МИД России\"", []),
        ("fr", "Le ministère russe de la Défense a menti.", "org:\"Ministry of Defense of Russia\"", ["ministère russe de la Défense"]),
        ("en", "The Armenian Foreign Ministry was silent.", "org:\"Ministry of Foreign Affairs\"", ["Foreign Ministry"]),
        ("en", "The Armenian Foreign Ministry was silent.", "org:\"وزارة الخارجية\"", ["Foreign Ministry"]),
        ("ru", "Министерство иностранных дел Армении заявило, что Лачинский коридор закрыт.", "speaker:\"Foreign Ministry\" AND Лачинский", ["Министерство иностранных дел", "Лачинский"]),
        ("tr", "Ermenistan Dışişleri Bakanlığı sustu.", "org:\"Armenian Foreign Ministry spokesperson\"", []),
        ("de", "Das US-Außenministerium schwieg.", "org:\"Ministry of Foreign Affairs of the United States\"", ["Außenministerium"]),
        ("ru", "В Белом доме молчат.", "org:\"White House\"", ["Белом доме"]),
    ] as [(String, String, String, [String])])
    func `who asks for one in one language finds it in another`(language: String, text: String, query: String, expected: [String]) throws {
        #expect(try FactFieldTests().matches(query, text, language) == expected)
    }

    @Test(arguments: [
        ("fr", "Il a longé la mer Rouge, puis le détroit d'Ormuz.", ["Red Sea", "Strait of Hormuz"]),
        ("fr", "Des camions attendent dans le corridor de Latchine.", ["Lachin corridor"]), ("fr", "La mer et le corridor du train sont vides.", []),
        ("es", "Viajó a la franja de Gaza por el corredor de Lachín.", ["Gaza", "Lachin corridor"]), ("it", "Il corridoio di Lachin è chiuso.", ["Lachin corridor"]),
    ] as [(String, String, [String])])
    func `names of seas and corridors begin with small letters`(language: String, text: String, expected: [String]) {
        #expect(FactsTests.facts(text, language: language).0.mentions.filter { $0.kind == .place }.map(\.canonical) == expected)
    }
}
