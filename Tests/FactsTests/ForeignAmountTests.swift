import Facts
import Model
import Testing

/// How long, how long ago and which quarter, in other languages than English.
struct ForeignAmountTests {
    @Test(arguments: [
        ("de", "Die Wirtschaft wuchs im ersten Quartal 2023. Vor zwei Wochen war es anders. Vor einem Jahr kam er. Es dauerte drei Jahre. Ende 2019 fiel es. Das war 2021. Es kostet 2000 Euro und 2023 Menschen kamen. Vor 10 Tagen.",
         ["ersten Quartal 2023 2023-Q1", "Vor zwei Wochen 2026-W46", "Vor einem Jahr 2025", "drei Jahre P3Y", "2019 2019", "2021 2021", "Vor 10 Tagen 2026-11-15"]),
        ("fr", "Il est venu il y a trois jours. Il y a un an, tout allait. Cela a duré deux mois. Fin 2019, au premier trimestre 2023. C'était en 2021. Il y a deux heures.",
         ["il y a trois jours 2026-11-22", "Il y a un an 2025", "deux mois P2M", "2019 2019", "premier trimestre 2023 2023-Q1", "2021 2021", "Il y a deux heures 2026-11-25"]),
        ("es", "Llegó hace tres días. Hace un año todo iba bien. Duró dos meses. A finales de 2019, en el primer trimestre de 2023. Hace 5 años.",
         ["hace tres días 2026-11-22", "Hace un año 2025", "dos meses P2M", "2019 2019", "primer trimestre de 2023 2023-Q1", "Hace 5 años 2021"]),
        ("it", "È arrivato tre giorni fa. Un anno fa andava bene. Durò due mesi. A fine 2019, nel primo trimestre 2023.",
         ["tre giorni fa 2026-11-22", "Un anno fa 2025", "due mesi P2M", "2019 2019", "primo trimestre 2023 2023-Q1"]),
        ("pt", "Chegou há três dias. Há um ano tudo ia bem. Durou dois meses. Cinco anos atrás, no primeiro trimestre de 2023.",
         ["há três dias 2026-11-22", "Há um ano 2025", "dois meses P2M", "Cinco anos atrás 2021", "primeiro trimestre de 2023 2023-Q1"]),
        ("nl", "Hij kwam drie dagen geleden. Een jaar geleden ging het goed. Het duurde twee maanden. Eind 2019, in het eerste kwartaal van 2023.",
         ["drie dagen geleden 2026-11-22", "Een jaar geleden 2025", "twee maanden P2M", "2019 2019", "eerste kwartaal van 2023 2023-Q1"]),
        ("ru", "Он приехал три дня назад. Год назад всё было хорошо. Это длилось два месяца. 5 лет назад, в первом квартале 2023 года. Неделю назад.",
         ["три дня назад 2026-11-22", "Год назад 2025", "два месяца P2M", "5 лет назад 2021", "первом квартале 2023 2023-Q1", "Неделю назад 2026-W47"]),
        ("uk", "Він приїхав три дні тому. Рік тому все було добре. Це тривало два місяці. 5 років тому.",
         ["три дні тому 2026-11-22", "Рік тому 2025", "два місяці P2M", "5 років тому 2021"]),
        ("pl", "Przyjechał trzy dni temu. Rok temu było dobrze. Trwało to dwa miesiące. 5 lat temu, w pierwszym kwartale 2023 roku.",
         ["trzy dni temu 2026-11-22", "Rok temu 2025", "dwa miesiące P2M", "5 lat temu 2021", "pierwszym kwartale 2023 2023-Q1"]),
        ("cs", "Přijel před třemi dny. Před rokem bylo dobře. Trvalo to dva měsíce. Před 5 lety.",
         ["před třemi dny 2026-11-22", "Před rokem 2025", "dva měsíce P2M", "Před 5 lety 2021"]),
        ("sv", "Han kom för tre dagar sedan. För ett år sedan var det bra. Det tog två månader. I slutet av 2019, första kvartalet 2023.",
         ["tre dagar sedan 2026-11-22", "ett år sedan 2025", "två månader P2M", "2019 2019", "första kvartalet 2023 2023-Q1"]),
        ("da", "Han kom for tre dage siden. For et år siden var det godt. Det tog to måneder.",
         ["tre dage siden 2026-11-22", "et år siden 2025", "to måneder P2M"]),
        ("no", "Han kom for tre dager siden. For ett år siden var det bra. Det tok to måneder.",
         ["tre dager siden 2026-11-22", "ett år siden 2025", "to måneder P2M"]),
        ("tr", "Üç gün önce geldi. Bir yıl önce her şey iyiydi. İki ay sürdü. 5 yıl önce.",
         ["Üç gün önce 2026-11-22", "Bir yıl önce 2025", "İki ay P2M", "5 yıl önce 2021"]),
        ("az", "Üç gün əvvəl gəldi. Bir il əvvəl hər şey yaxşı idi. İki ay davam etdi.",
         ["Üç gün əvvəl 2026-11-22", "Bir il əvvəl 2025", "İki ay P2M"]),
        ("hy", "Նա եկավ երեք օր առաջ։ Մեկ տարի առաջ ամեն ինչ լավ էր։ Տևեց երկու ամիս։",
         ["երեք օր առաջ 2026-11-22", "Մեկ տարի առաջ 2025", "երկու ամիս P2M"]),
        ("ka", "ის სამი დღის წინ ჩამოვიდა. ერთი წლის წინ ყველაფერი კარგად იყო. ორი თვე გრძელდებოდა.",
         ["სამი დღის წინ 2026-11-22", "ერთი წლის წინ 2025", "ორი თვე P2M"]),
        ("ar", "وصل قبل ثلاثة أيام. قبل عام كان كل شيء جيدا. استمر شهرين. قبل أسبوعين. قبل 5 سنوات.",
         ["قبل ثلاثة أيام 2026-11-22", "قبل عام 2025", "شهرين P2M", "قبل أسبوعين 2026-W46", "قبل 5 سنوات 2021"]),
        ("fa", "او سه روز پیش آمد. یک سال پیش همه چیز خوب بود. دو ماه طول کشید.",
         ["سه روز پیش 2026-11-22", "یک سال پیش 2025", "دو ماه P2M"]),
        ("he", "הוא הגיע לפני שלושה ימים. לפני שנה הכל היה טוב. זה נמשך חודשיים. לפני שבועיים.",
         ["לפני שלושה ימים 2026-11-22", "לפני שנה 2025", "חודשיים P2M", "לפני שבועיים 2026-W46"]),
        ("bg", "Той дойде преди три дни. Преди една година беше добре. Продължи два месеца.",
         ["преди три дни 2026-11-22", "Преди една година 2025", "два месеца P2M"]),
        ("el", "Ήρθε πριν από τρεις ημέρες. Πριν από έναν χρόνο όλα ήταν καλά. Κράτησε δύο μήνες.",
         ["πριν από τρεις ημέρες 2026-11-22", "Πριν από έναν χρόνο 2025", "δύο μήνες P2M"]),
        ("fi", "Hän tuli kolme päivää sitten. Vuosi sitten kaikki oli hyvin. Se kesti kaksi kuukautta.",
         ["kolme päivää sitten 2026-11-22", "Vuosi sitten 2025", "kaksi kuukautta P2M"]),
        ("hu", "Három nappal ezelőtt jött. Egy évvel ezelőtt minden jó volt. Két hónap telt el.",
         ["Három nappal ezelőtt 2026-11-22", "Egy évvel ezelőtt 2025", "Két hónap P2M"]),
        ("ro", "A venit acum trei zile. Acum un an totul era bine. A durat două luni.",
         ["acum trei zile 2026-11-22", "Acum un an 2025", "două luni P2M"]),
        ("de", "Vor Tagen kam er. Es kostet 2000 Euro und 2023 Menschen kamen.", []), ("it", "Una decina di anni fa era qui.", []), ("es", "Era a las 21:59 horas.", []),
        ("fa", "او روز پیش از نشست آمد.", []), ("sv", "Se LVFS 1994:15 där.", []), ("fr", "Il y a des jours.", []),
    ])
    func `time is counted in every language`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.dates.map { "\(article.string($0.span)) \($0.value ?? "-")" } == expected)
    }
}
