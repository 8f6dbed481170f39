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
        ("fa", "سخنگوی وزارت خارجه ایران، اسماعیل بقائی، با نیکول پاشینیان، نخست‌وزیر ارمنستان، دیدار کرد.", ["اسماعیل بقائی | سخنگوی وزارت خارجه ایران | IR", "نیکول پاشینیان | نخست‌وزیر ارمنستان | AM"]),
        ("fa", "علی رفت. وزیر امور خارجه در تهران بود.", []),
        ("fr", "La ministre des Affaires étrangères Catherine Colonna a reçu le premier ministre arménien Nikol Pachinian.", ["Catherine Colonna | ministre des Affaires étrangères | -", "Nikol Pachinian | premier ministre arménien | AM"]),
        ("fr", "Ilham Aliyev, président de l'Azerbaïdjan, a refusé.", ["Ilham Aliyev | président de l'Azerbaïdjan | AZ"]),
        ("es", "El primer ministro armenio, Nikol Pashinián, calló.", ["Nikol Pashinián | primer ministro armenio | AM"]),
        ("es", "Habló el alcalde de Bédar. Calló el abogado de Alberto González.", ["Alberto González | - | -"]),
        ("it", "Il ministro degli Esteri Antonio Tajani è a Baku.", ["Antonio Tajani | ministro degli Esteri | -"]),
        ("de", "Der aserbaidschanische Präsident Ilham Alijew traf EU-Ratspräsident Charles Michel.", ["Ilham Alijew | aserbaidschanische Präsident | AZ", "Charles Michel | EU-Ratspräsident | -"]),
        ("de", "Anna Roth, würdigte die neue Direktorin ihr Werk, kam.", ["Anna Roth | - | -"]), ("de", "Sie warfen dem Präsidenten Blasphemie vor.", []),
        ("sv", "Statsminister Mette Frederiksen kom.", ["Mette Frederiksen | Statsminister | -"]),
        ("de", "Der Chef der Weltgesundheitsorganisation, Tedros Adhanom Ghebreyesus, kam.", ["Tedros Adhanom Ghebreyesus | Chef der Weltgesundheitsorganisation | -"]),
        ("da", "Lederen af Verdenssundhedsorganisationen, Tedros Adhanom Ghebreyesus, kom.", ["Tedros Adhanom Ghebreyesus | Lederen af Verdenssundhedsorganisationen | -"]),
        ("hu", "Az Egészségügyi Világszervezet vezetője, Tedrosz Adhanom Gebrejeszusz azt írta.", ["Tedrosz Adhanom Gebrejeszusz | Egészségügyi Világszervezet vezetője | -"]),
        ("uk", "Президент Демократичної Республіки мовчав.", []),
    ] as [(String, String, [String])])
    func `a person has the title that stands beside the name`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        let persons = facts.mentions.filter { $0.kind == .person }
        #expect(
            persons.map { one in
                "\(one.canonical) | \(one.title.map(article.string) ?? "-") | \(one.statedCountry ?? "-")"
            } == expected)
    }

    @Test(arguments: [
        ("ru", "Премьер-министр Армении Никол Пашинян прибыл. Президент Армении Никол Пашинян уехал.", true),
        ("ru", "Премьер-министр Армении Никол Пашинян прибыл. Премьер Никол Пашинян уехал. Бывший президент Армении Никол Пашинян ждёт.", false),
        ("ru", "Советник президента Азербайджана Хикмет Гаджиев прибыл. Посол Хикмет Гаджиев уехал.", false),
        ("ru", "Министр Сергей Лавров прибыл. Министр иностранных дел России Сергей Лавров уехал.", false),
        ("ru", "Министр обороны России Сергей Лавров прибыл. Министр иностранных дел России Сергей Лавров уехал.", true),
        ("uk", "Прем'єр-міністр Вірменії Нікол Пашинян прибув. Президент Вірменії Нікол Пашинян поїхав.", true),
        ("pl", "Premier Armenii Nikol Paszynian przybył. Prezydent Armenii Nikol Paszynian wyjechał.", true),
        ("de", "Der armenische Ministerpräsident Nikol Paschinjan kam. Der armenische Präsident Nikol Paschinjan ging.", true),
        ("de", "Außenminister Ararat Mirsojan kam. Der armenische Außenminister Ararat Mirsojan ging.", false),
        ("fr", "Le premier ministre arménien Nikol Pachinian est venu. Le président arménien Nikol Pachinian est parti.", true),
        ("fr", "Le sénateur Gérard Larcher est venu. Le président du Sénat Gérard Larcher est parti.", false),
        ("es", "El primer ministro de Armenia, Nikol Pashinián, llegó. El presidente de Armenia, Nikol Pashinián, salió.", true),
        ("es", "El ministro de Exteriores de Armenia, Ararat Mirzoyan, llegó. El primer ministro de Armenia, Ararat Mirzoyan, salió.", true),
        ("es", "El ex primer ministro de Armenia, Ararat Mirzoyan, llegó. El embajador de Armenia, Ararat Mirzoyan, salió.", false),
        ("it", "Il primo ministro armeno Nikol Pashinyan è qui. Il ministro degli Esteri Nikol Pashinyan va via.", true),
        ("tr", "Ermenistan Başbakanı Nikol Paşinyan geldi. Ermenistan Cumhurbaşkanı Nikol Paşinyan gitti.", true),
        ("az", "Ermənistanın baş naziri Nikol Paşinyan gəlib. Ermənistan prezidenti Nikol Paşinyan gedib.", true),
        ("ru", "Король Иордании Абдалла Хусейн прибыл. Премьер-министр Иордании Абдалла Хусейн уехал.", true),
        ("de", "Bundeskanzler Friedrich Merz kam. Bundespräsident Friedrich Merz ging.", true),
        ("pt", "O presidente do Brasil, João Silva, chegou. O primeiro-ministro do Brasil, João Silva, saiu.", true),
        ("nl", "Premier Dick Schoof kwam. De Nederlandse koning Dick Schoof ging.", true),
        ("az", "Prezidentin köməkçisi Hikmət Hacıyev gəlib. Səfir Hikmət Hacıyev gedib.", false),
        ("hy", "ՀՀ վարչապետ Նիկոլ Փաշինյանը եկավ։ ՀՀ նախագահ Նիկոլ Փաշինյանը գնաց։", true),
        ("ka", "სომხეთის პრემიერ-მინისტრმა ნიკოლ ფაშინიანმა განაცხადა. სომხეთის პრეზიდენტმა ნიკოლ ფაშინიანმა უარყო.", true),
        ("ar", "وقال رئيس الوزراء الأرميني نيكول باشينيان ذلك. وغادر الرئيس الأرميني نيكول باشينيان.", true),
        ("fa", "نیکول پاشینیان، نخست‌وزیر ارمنستان، آمد. نیکول پاشینیان، رئیس‌جمهور ارمنستان، رفت.", true),
        ("en", "Foreign Minister Ararat Mirzoyan came. Minister Ararat Mirzoyan left.", false),
    ] as [(String, String, Bool)])
    func `offices that cannot both be true are flagged in every language that has titles`(language: String, text: String, expected: Bool) throws {
        let (facts, article) = FactsTests.facts(text, language: language)
        let people = personRoles(facts, in: article)
        #expect(people.count == 1 && people.first?.roles.count ?? 0 > 1, "\(people.map { "\($0.name) \($0.roles.map { article.string($0.span) })" })")
        #expect(people.contains(where: \.isConflicting) == expected)
    }
}
