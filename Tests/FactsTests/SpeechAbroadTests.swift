import Facts
import Model
import Testing

/// Words of time and speech in other languages.
struct SpeechAbroadTests {
    @Test(arguments: [
        ("de", "Julia Roth kam am kommenden Freitag.", ["kommenden Freitag 2026-11-27"]), ("de", "Im vergangenen Jahr, Ende Mai, am Morgen.", ["vergangenen Jahr 2025", "Mai 2026-05"]),
        ("de", "In den vergangenen Monaten geschah es montags.", []), ("fr", "La semaine dernière et le mois prochain.", ["semaine dernière 2026-W47", "mois prochain 2026-12"]),
        ("es", "El año pasado y el próximo viernes.", ["año pasado 2025", "próximo viernes 2026-11-27"]), ("it", "Il 26 giugno 2023 e la settimana scorsa.", ["26 giugno 2023 2023-06-26", "settimana scorsa 2026-W47"]),
        ("ru", "В прошлом году и в мае.", ["прошлом году 2025", "мае 2026-05"]), ("pl", "Było to 26 czerwca 2023.", ["26 czerwca 2023 2023-06-26"]),
        ("nl", "Het was vorige week.", ["vorige week 2026-W47"]), ("hy", "Անցած շաբաթ։", ["Անցած շաբաթ 2026-W47"]), ("tr", "Geçen yıl oldu.", ["Geçen yıl 2025"]),
        ("cs", "Stalo se to 26. června 2023 a minulý týden.", ["26. června 2023 2023-06-26", "minulý týden 2026-W47"]),
        ("el", "Την Τρίτη, 26 Ιουνίου 2023, η τρίτη φορά.", ["Τρίτη 2026-11-24", "26 Ιουνίου 2023 2023-06-26"]), ("fi", "Se oli torstaina ja viime vuonna, ei viime vuosina.", ["torstaina 2026-11-19", "viime vuonna 2025"]),
        ("he", "זה קרה ביום שלישי ב-26 ביוני 2023, בפעם השלישית.", ["ביום שלישי 2026-11-24", "26 ביוני 2023 2023-06-26"]), ("hu", "2023. június 26-án és múlt héten, 2014-ben.", ["2023. június 26-án 2023-06-26", "múlt héten 2026-W47", "2014-ben 2014"]),
        ("ro", "Joi, 26 iunie 2023, mai mult ca anul trecut.", ["Joi 2026-11-19", "26 iunie 2023 2023-06-26", "anul trecut 2025"]), ("ka", "ეს 26 ივნისს მოხდა, მარტო 1999 წელს.", ["26 ივნისს 2026-06-26", "1999 წელს 1999"]),
        ("bg", "В четвъртък, 26 юни, и миналата година.", ["четвъртък 2026-11-19", "26 юни 2026-06-26", "миналата година 2025"]), ("az", "Bu, iyunun 26-da oldu.", ["iyunun 26-da 2026-06-26"]), ("hy", "Նոյեմբերի 5-7։", ["Նոյեմբերի 5 2026-11-05"]),
        // The nearest day of that name, up to four months ahead.
        ("de", "Sie treffen sich am 7. Januar und am 20. Dezember, nicht wie am 30. Juni.", ["7. Januar 2027-01-07", "20. Dezember 2026-12-20", "30. Juni 2026-06-30"]), ("fr", "Un convoi est passé mardi.", ["mardi 2026-11-24"]),
    ] as [(String, String, [String])])
    func `days are counted by the words of a language`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.dates.map { "\(article.string($0.span)) \($0.value ?? "-")" } == expected)
    }

    @Test(arguments: [
        ("de", "„Das ist klar und gut“, so die Ministerin Anna Roth.", "direct", "die Ministerin Anna Roth", "Das ist klar und gut"),
        ("de", "Auf die Frage, ob das stimme, sagte Roth: „Das ist klar und gut.“", "direct", "Roth", "Das ist klar und gut."),
        ("de", "»Das ist klar und gut«, räumt auch Anna Roth ein.", "direct", "Anna Roth", "Das ist klar und gut"),
        ("de", "Er sagte, die Straße sei seit Wochen offen.", "indirect", "Er", "die Straße sei seit Wochen offen"),
        ("de", "Anna Roth erklärte am Montag, dass die Straße offen sei.", "indirect", "Anna Roth", "die Straße offen sei"),
        ("tr", "Hakan Fidan, \"Yol açık olmalı\" dedi.", "direct", "Hakan Fidan", "\"Yol açık olmalı"),
        ("ru", "«Газпром» сообщил, что поставки прекращены.", "indirect", "Газпром", "поставки прекращены"),
        ("hy", "«Գազպրոմ»-ը հայտնել է, որ մատակարարումները դադարեցվել են։", "indirect", "Գազպրոմ", "մատակարարումները դադարեցվել են"),
        ("pl", "Amnesty International poinformowała, że zastrzelono cywilów.", "indirect", "Amnesty International", "zastrzelono cywilów"),
        ("fr", "Mark Carney a dit à Ottawa que son pays répondrait.", "indirect", "Mark Carney", "son pays répondrait"),
        ("de", "Die Sprecherin des Hauses, Karoline Leavitt, teilte mit, die Lage sei gut.", "indirect", "Die Sprecherin des Hauses, Karoline Leavitt", "die Lage sei gut"),
        ("fr", "Anne Roux affirme que la route est fermée.", "indirect", "Anne Roux", "la route est fermée"),
        ("fr", "Le ministre d'Arménie a dit qu'il viendra bientôt.", "indirect", "Le ministre d'Arménie", "il viendra bientôt"),
        ("es", "«La carretera está cerrada», ha insistido.", "direct", "-", "La carretera está cerrada"),
        ("fi", "”Tie on nyt auki kaikille”, Anna Virtanen sanoi.", "direct", "Anna Virtanen", "”Tie on nyt auki kaikille"),
        ("cs", "Petr Novák ve čtvrtek v Jerevanu prohlásil, že silnice je otevřená.", "indirect", "Petr Novák", "silnice je otevřená"),
        ("nl", "Premier Mark Jansen heeft donderdag in Jerevan gezegd dat de weg open is.", "indirect", "Premier Mark Jansen", "de weg open is"),
        ("ru", "В Ереване заявили, что дорога открыта для всех.", "indirect", "В Ереване", "дорога открыта для всех"),
        ("hu", "Kovács Péter, a Kreml szóvivője azt mondta, hogy az út nyitva van.", "indirect", "Kovács Péter", "az út nyitva van"),
        ("he", "דוד כהן אמר כי הכביש יהיה פתוח לכולם.", "indirect", "דוד כהן", "הכביש יהיה פתוח לכולם"),
        ("fr", "« La route est fermée pour tous », a dit M. Roux.", "direct", "M. Roux", "La route est fermée pour tous"),
        ("it", "«La strada è chiusa per tutti», ha detto Anna Rossi.", "direct", "Anna Rossi", "La strada è chiusa per tutti"),
        ("cs", "„Silnice je zavřená pro všechny,“ řekl advokát Pavel Novák.", "direct", "advokát Pavel Novák", "Silnice je zavřená pro všechny,"),
        ("ru", "Иван Петров заявил, что дорога закрыта для всех.", "indirect", "Иван Петров", "дорога закрыта для всех"),
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
        ("tr", "Ermenistan Dışişleri Bakanlığı ise cuma günü yaptığı açıklamada, koridorun kapalı olduğunu savundu.", "indirect", "Dışişleri Bakanlığı", "koridorun kapalı olduğunu"),
        ("tr", "BM Genel Sekreteri Antonio Guterres'in sözcüsü Stephane Dujarric, yolun kapalı olduğunu söyledi.", "indirect", "Stephane Dujarric", "yolun kapalı olduğunu"),
        ("az", "Xarici İşlər Nazirliyi bildirib ki, Laçın yolu açıqdır.", "indirect", "Xarici İşlər Nazirliyi", "Laçın yolu açıqdır"),
        ("ru", "Министерство иностранных дел Армении заявило, что коридор давно закрыт.", "indirect", "Министерство иностранных дел Армении", "коридор давно закрыт"),
        ("pl", "MSZ Rosji poinformowało, że korytarz jest zamknięty.", "indirect", "MSZ Rosji", "korytarz jest zamknięty"),
        ("es", "El Ministerio de Exteriores de Armenia afirmó que el corredor sigue cerrado.", "indirect", "El Ministerio de Exteriores de Armenia", "el corredor sigue cerrado"),
        ("it", "Il ministero degli Esteri armeno ha fatto sapere che il corridoio è chiuso.", "indirect", "Il ministero degli Esteri armeno", "il corridoio è chiuso"),
        ("fa", "عباس عراقچی، وزیر امور خارجه، امروز در باکو اعلام کرد که کریدور لاچین باید باز شود.", "indirect", "عباس عراقچی", "کریدور لاچین باید باز شود"),
        ("fa", "دونالد ترامپ، رئیس‌جمهور آمریکا، افزود: «ما آماده مذاکره هستیم».", "direct", "دونالد ترامپ", "ما آماده مذاکره هستیم"),
        ("de", "Das Auswärtige Amt teilte mit, man beobachte die Lage.", "indirect", "Das Auswärtige Amt", "man beobachte die Lage"),
        ("de", "Wie das armenische Außenministerium mitteilte, sei der Korridor geschlossen.", "indirect", "Außenministerium", "sei der Korridor geschlossen"),
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
        ("fa", "او روز دوشنبه ۲۳ نوامبر ۲۰۲۶ رفت و دیروز آمد؛ هفته گذشته، ۱۳۸۱/۱۰/۱۰.", ["دوشنبه 2026-11-23", "۲۳ نوامبر ۲۰۲۶ 2026-11-23", "دیروز 2026-11-24", "هفته گذشته 2026-W47"]),
        ("ar", "وصل يوم ٢٣ نوفمبر ٢٠٢٦ إلى باكو.", ["٢٣ نوفمبر ٢٠٢٦ 2026-11-23"]),
        ("fr", "Il est venu le 05/11/2026.", ["05/11/2026 2026-11-05"]), ("en", "He came on 05/11/2026.", ["05/11/2026 2026-05-11"]),
        ("hy", "Ապրիլի 23-ին և նոյեմբերի 9-ի առավոտյան։", ["Ապրիլի 23-ին 2026-04-23", "նոյեմբերի 9-ի 2026-11-09"]),
    ] as [(String, String, [String])])
    func `days are told in other languages and other digits`(language: String, text: String, expected: [String]) {
        let (facts, article) = FactsTests.facts(text, language: language)
        #expect(facts.dates.map { "\(article.string($0.span)) \($0.value ?? "-")" } == expected)
    }
}
