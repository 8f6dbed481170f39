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
                "\(one.canonical) | \(one.title.map(article.string) ?? "-") | \(one.titleCountry ?? "-")"
            } == expected)
    }

    @Test(arguments: [
        ("tr", "Hakan Fidan, koridorun yeniden açık olduğunu söyledi.", "indirect", "Hakan Fidan", "koridorun yeniden açık olduğunu"),
        ("tr", "Paşinyan'ı arayan Hakan Fidan, \"Yol artık açık olmalı\" ifadesini kullandı.", "direct", "Hakan Fidan", "\"Yol artık açık olmalı"),
        ("az", "Ceyhun Bayramov bildirib ki, Laçın yolu artıq açıqdır.", "indirect", "Ceyhun Bayramov", "Laçın yolu artıq açıqdır"),
        ("az", "Ceyhun Bayramov jurnalistlərə qeyd edib ki, yol artıq açıqdır.", "indirect", "Ceyhun Bayramov", "yol artıq açıqdır"),
        ("hy", "Արարատ Միրզոյանն ասաց, որ միջանցքը պետք է բաց լինի։", "indirect", "Արարատ Միրզոյանն", "միջանցքը պետք է բաց լինի"),
        ("hy", "Վլադիմիր Պուտինը հայտարարեց. «Խաղաղապահները այնտեղ կմնան»։", "direct", "Վլադիմիր Պուտինը", "Խաղաղապահները այնտեղ կմնան"),
        ("hy", "«Խաղաղապահները այնտեղ կմնան», - հայտարարել է Վլադիմիր Պուտինը։", "direct", "Վլադիմիր Պուտինը", "Խաղաղապահները այնտեղ կմնան"),
        ("ka", "მაკა ბოჭორიშვილმა განაცხადა, რომ გზა უკვე ღიაა. დღეს წვიმს.", "indirect", "მაკა ბოჭორიშვილმა", "გზა უკვე ღიაა"),
        ("ar", "وقال وزير الخارجية التركي هاكان فيدان إن ممر لاتشين يجب أن يفتح.", "indirect", "وزير الخارجية التركي هاكان فيدان", "ممر لاتشين يجب أن يفتح"),
        ("ar", "وأكد المتحدث باسم الوزارة أن القوات ستبقى هناك.", "indirect", "المتحدث باسم الوزارة", "القوات ستبقى هناك"),
        ("ar", "وقال نيكول باشينيان أمام البرلمان أمس إن بلاده لن تقبل بذلك.", "indirect", "نيكول باشينيان", "بلاده لن تقبل بذلك"),
        ("tr", "BM'den Antonio Guterres'in sözcüsü Stephane Dujarric, gelişmeleri takip ettiklerini söyledi.", "indirect", "Stephane Dujarric", "gelişmeleri takip ettiklerini"),
        ("az", "“Sülh müqaviləsi imzalanmalıdır”, - deyə İlham Əliyev vurğulayıb.", "direct", "İlham Əliyev", "Sülh müqaviləsi imzalanmalıdır"),
        ("fr", "Selon le premier ministre Nikol Pachinian, 120 000 personnes sont menacées.", "indirect", "le premier ministre Nikol Pachinian", "120 000 personnes sont menacées"),
        ("fr", "« C'est inacceptable », a dénoncé le ministère arménien des Affaires étrangères.", "direct", "le ministère arménien des Affaires étrangères", "C'est inacceptable"),
        ("de", "Nach Angaben von Außenminister Ararat Mirsojan gibt es kaum noch Lebensmittel.", "indirect", "Außenminister Ararat Mirsojan", "gibt es kaum noch Lebensmittel"),
        ("de", "Hikmet Hadschijew wies die Vorwürfe zurück: „Wir handeln auf eigenem Gebiet.“", "direct", "Hikmet Hadschijew", "Wir handeln auf eigenem Gebiet."),
        ("de", "Die Rechte behauptet, Maduro sei ein brutaler Diktator gewesen.", "indirect", "Die Rechte", "Maduro sei ein brutaler Diktator gewesen"),
        ("es", "Bakú, 23 abr (EFE).- El país instaló un puesto de control, anunció el Servicio Estatal de Fronteras.", "indirect", "el Servicio Estatal de Fronteras", "El país instaló un puesto de control"),
        ("es", "El primer ministro de Armenia, Nikol Pashinián, aseguró el martes pasado que siguen bloqueadas allí.", "indirect", "El primer ministro de Armenia, Nikol Pashinián", "siguen bloqueadas allí"),
        ("ru", "По словам премьер-министра Никола Пашиняна, Ереван обратится в суд.", "indirect", "премьер-министра Никола Пашиняна", "Ереван обратится в суд"),
        ("ru", "«Это грубое нарушение заявления», — говорится в заявлении МИД Армении.", "direct", "заявлении МИД Армении", "Это грубое нарушение заявления"),
        ("ru", "«Мы ждём ответа», — сказала официальный представитель МИД России Мария Захарова.", "direct", "официальный представитель МИД России Мария Захарова", "Мы ждём ответа"),
    ])
    func `speech is found with who spoke`(language: String, text: String, kind: String, speaker: String, said: String) throws {
        let (facts, article) = FactsTests.facts(text, language: language)
        let quote = try #require(facts.quotes.first)
        #expect(facts.quotes.count == 1 && quote.kind.rawValue == kind)
        #expect((quote.speaker.map(article.string) ?? "-") == speaker)
        let found = article.string(quote.span).trimmingPrefix { "„»«“ ".contains($0) }
        #expect(found.hasPrefix(said) && (kind == "direct" || found == said))
    }

    /// What goes on without naming who speaks is said by who spoke before; a headline's case is nobody's word.
    @Test(arguments: [
        ("ar", "وقال نيكول باشينيان إن بلاده لن تقبل بذلك. وأضاف أن الممر يجب أن يفتح.", ["نيكول باشينيان", "نيكول باشينيان"]),
        ("es", "Ararat Mirzoyan dijo que la medida es ilegal. Añadió que el corredor debe abrirse.", ["Ararat Mirzoyan", "Ararat Mirzoyan"]),
        ("it", "Il caso Cecilia Sala: «La premier ha premuto per lei»", ["-"]),
        ("cs", "Podle obžaloby podané v kauze Dozimetr mu hrozí, že bude platit.", []),
    ] as [(String, String, [String])])
    func `speech goes on`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.quotes.map { $0.speaker.map(article.string) ?? "-" } == expected)
    }

    @Test(arguments: [
        ("az", "Bazar ertəsi və cümə axşamı, bazar günü; bazar bağlıdır.", ["Bazar ertəsi 2026-11-23", "cümə axşamı 2026-11-19", "bazar 2026-11-22"]),
        ("hy", "Ապրիլի 23-ին և նոյեմբերի 9-ի առավոտյան։", ["Ապրիլի 23-ին 2026-04-23", "նոյեմբերի 9-ի 2026-11-09"]),
    ] as [(String, String, [String])])
    func `days are told in Armenian and Azerbaijani`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.dates.map { "\(article.string($0.span)) \($0.value ?? "-")" } == expected)
    }
}
