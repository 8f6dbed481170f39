import Facts
import Model
import Testing

/// What persons are, in other languages than English.
struct TitlesAbroadTests {
    @Test(arguments: [
        ("ru", "Премьер-министр Армении Никол Пашинян прибыл.", ["Никол Пашинян | Премьер-министр Армении | AM"]),
        ("ru", "Он встретился с президентом Азербайджана Ильхамом Алиевым.", ["Ильхам Алиев | президентом Азербайджана | AZ"]),
        ("ru", "Об этом сказал Шарль Мишель, глава Европейского совета.", ["Шарль Мишель | глава Европейского совета | -"]),
        ("ru", "Турецкий министр обороны Яшар Гюлер молчал.", ["Яшар Гюлер | Турецкий министр обороны | TR"]),
        ("uk", "Він зустрівся з прем'єр-міністром Вірменії Ніколом Пашиняном.", ["Нікол Пашинян | прем'єр-міністром Вірменії | AM"]),
        ("ru", "По словам премьер-министра Никола Пашиняна, он встретился с послом Вагаршаком Арутюняном.", ["Никол Пашинян | премьер-министра | -", "Вагаршак Арутюнян | послом | -"]),
        ("fr", "Hikmet Hajiyev, conseiller du président azerbaïdjanais Ilham Aliev, a rappelé M. Aliev.", ["Hikmet Hajiyev | conseiller du président azerbaïdjanais | AZ", "Ilham Aliev | président azerbaïdjanais | AZ", "Ilham Aliev | président azerbaïdjanais | AZ"]),
        ("pl", "Spotkał się z premierem Armenii Nikolem Paszynianem.", ["Nikol Paszynian | premierem Armenii | AM"]),
        ("tr", "Ermenistan Başbakanı Nikol Paşinyan'la görüştü.", ["Nikol Paşinyan | Ermenistan Başbakanı | AM"]),
        ("tr", "ABD Dışişleri Bakanı Antony Blinken gelecek.", ["Antony Blinken | ABD Dışişleri Bakanı | US"]),
        ("az", "Prezident İlham Əliyev Brüsseldə Avropa İttifaqı Şurasının prezidenti Şarl Mişel ilə görüşüb.", ["İlham Əliyev | Prezident | -", "Şarl Mişel | Avropa İttifaqı Şurasının prezidenti | -"]),
        ("hy", "ՀՀ վարչապետ Նիկոլ Փաշինյանը Բրյուսելում է։", ["Նիկոլ Փաշինյան | ՀՀ վարչապետ | AM"]),
        ("ka", "სომხეთის პრემიერ-მინისტრ ნიკოლ ფაშინიანს შეხვდა.", ["ნიკოლ ფაშინიანი | სომხეთის პრემიერ-მინისტრ | AM"]),
        ("ka", "საგარეო საქმეთა მინისტრმა მაკა ბოჭორიშვილმა განაცხადა.", ["მაკა ბოჭორიშვილი | საგარეო საქმეთა მინისტრმა | -"]),
        ("ar", "التقى رئيس الوزراء الأرميني نيكول باشينيان الرئيس عبد الفتاح السيسي في بروكسل.", ["نيكول باشينيان | رئيس الوزراء الأرميني | AM", "عبد الفتاح السيسي | الرئيس | -"]),
        ("ar", "وأكد وزير الخارجية ضرورة فتح الممر.", []),
        ("fr", "La ministre des Affaires étrangères Catherine Colonna a reçu le premier ministre arménien Nikol Pachinian.", ["Catherine Colonna | ministre des Affaires étrangères | -", "Nikol Pachinian | premier ministre arménien | AM"]),
        ("fr", "Ilham Aliyev, président de l'Azerbaïdjan, a refusé.", ["Ilham Aliyev | président de l'Azerbaïdjan | AZ"]),
        ("es", "El primer ministro armenio, Nikol Pashinián, calló.", ["Nikol Pashinián | primer ministro armenio | AM"]),
        ("es", "Habló el alcalde de Bédar. Calló el abogado de Alberto González.", ["Alberto González | - | -"]),
        ("it", "Il ministro degli Esteri Antonio Tajani è a Baku.", ["Antonio Tajani | ministro degli Esteri | -"]),
        ("de", "Der aserbaidschanische Präsident Ilham Alijew traf EU-Ratspräsident Charles Michel.", ["Ilham Alijew | aserbaidschanische Präsident | AZ", "Charles Michel | EU-Ratspräsident | -"]),
        ("de", "Anna Roth, würdigte die neue Direktorin ihr Werk, kam.", ["Anna Roth | - | -"]), ("de", "Sie warfen dem Präsidenten Blasphemie vor.", []),
        ("sv", "Statsminister Mette Frederiksen kom.", ["Mette Frederiksen | Statsminister | -"]),
    ] as [(String, String, [String])])
    func `a person has the title that stands beside the name`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        let persons = facts.mentions.filter { $0.kind == .person }
        #expect(
            persons.map { one in
                "\(one.canonical) | \(one.title.map(article.string) ?? "-") | \(one.statedCountry ?? "-")"
            } == expected)
    }
}
