/// The same of further languages.
extension RolesAbroad {
    static let further: [String: RolesAbroad] = [
        "bg": RolesAbroad(
            roles: wordSet(
                """
                президент президентът президента премиер премиерът премиера министър министърът министъра
                канцлер канцлерът крал кралят лидер лидерът лидера говорител говорителят говорителя
                говорителка секретар секретарят секретаря председател председателят посланик посланикът
                кмет кметът депутат депутатът сенатор генерал полковник адмирал прокурор прокурорът
                директор директорът експерт анализатор политолог журналист актьор актриса певец писател
                режисьор треньор треньорът адвокат икономист историк професор патриарх папа съветник
                комисар еврокомисар ръководител ръководителят ръководителя комисарят съветникът губернаторът
                шеф шефът шефа кандидат вицепрезидент вицепремиер
                представител представителят заместник губернатор
                президентка президентката премиерка премиерката министърка министърката председателка
                председателката говорителката канцлерка канцлерката управителка управителят
                """),
            modifiers: wordSet(
                """
                бивш бившият бивша бившия нов новият новия първи главен главният генерален генералният
                генералния върховен върховният вице държавен
                """),
            parts: wordSet(
                """
                външен външния външният външните вътрешен вътрешния вътрешният вътрешните военен военния
                военният финансов финансовият работи на отбраната финансите икономиката правосъдието
                здравеопазването образованието енергетиката съвета съюза партия партията кремъл град
                """),
            adjectiveEndings: ["ски", "ският", "ския", "ска", "ската", "ско", "цки", "шки"]),
        "cs": RolesAbroad(
            roles: wordSet(
                """
                prezident prezidentka premiér premiérka předseda předsedkyně ministr ministryně kancléř
                král královna šéf šéfka lídr tajemník tajemnice mluvčí velvyslanec velvyslankyně guvernér
                primátor starosta poslanec poslankyně senátor senátorka generál plukovník prokurátor
                ředitel ředitelka expert analytik politolog novinář novinářka herec herečka spisovatel
                režisér trenér advokát ekonom historik profesor papež biskup kardinál poradce komisař
                kandidát kandidátka představitel zástupce místopředseda viceprezident
                kancléřka komisařka guvernérka žalobce žalobkyně
                """),
            modifiers: wordSet("bývalý bývalá nový nová generální první hlavní někdejší vysoký vrchní"),
            parts: wordSet(
                """
                zahraničí zahraničních věcí obrany vnitra financí spravedlnosti zdravotnictví školství
                kultury diplomacie vlády strany senátu sněmovny unie pro evropské
                """),
            adjectiveEndings: [
                "ský", "ského", "skému", "ským", "ská", "ské", "cký", "ckého", "ckému", "ckým", "cká",
            ]),
        "el": RolesAbroad(
            roles: wordSet(
                """
                πρόεδρος προέδρου πρόεδρο πρωθυπουργός πρωθυπουργού πρωθυπουργό υπουργός υπουργού υπουργό
                καγκελάριος καγκελάριο βασιλιάς βασίλισσα ηγέτης ηγέτη αρχηγός αρχηγό επικεφαλής εκπρόσωπος
                εκπροσώπου εκπρόσωπο γραμματέας γραμματέα πρέσβης πρεσβευτής κυβερνήτης δήμαρχος δημάρχου
                βουλευτής γερουσιαστής στρατηγός εισαγγελέας διευθυντής διευθύντρια αναλυτής δημοσιογράφος
                συγγραφέας ηθοποιός σκηνοθέτης προπονητής δικηγόρος οικονομολόγος ιστορικός καθηγητής
                καθηγήτρια πάπας πατριάρχης σύμβουλος επίτροπος υποψήφιος αντιπρόεδρος αντιπρόεδρο
                διοικητής μητροπολίτης
                """),
            modifiers: wordSet("πρώην νέος νέα γενικός γενικού γενικό αναπληρωτής τέως ύπατη ύπατος"),
            parts: wordSet(
                """
                εξωτερικών εσωτερικών άμυνας εθνικής οικονομικών δικαιοσύνης υγείας παιδείας του της των
                κυβέρνησης κόμματος βουλής διπλωματίας ευρωπαϊκής ένωσης κρεμλίνου
                """), hasComma: true),
        "fi": RolesAbroad(
            roles: wordSet("kuningas kuninkaan kuningatar paavi paavin prinssi prinsessa"),
            modifiers: wordSet("entinen entisen uusi uuden virkaatekevä ulkopoliittinen"),
            parts: wordSet(""),
            roleEndings: [
                "ministeri", "ministerin", "presidentti", "presidentin", "kansleri", "kanslerin", "johtaja",
                "johtajan", "päällikkö", "päällikön", "tiedottaja", "tiedottajan", "edustaja", "edustajan",
                "sihteeri", "sihteerin", "puhemies", "puhemiehen", "lähettiläs", "lähettilään", "mestari",
                "kuvernööri", "kuvernöörin", "ehdokas", "ehdokkaan", "valmentaja", "asiantuntija", "tutkija",
                "toimittaja", "kirjailija", "näyttelijä", "ohjaaja", "kenraali", "kenraalin", "syyttäjä",
                "professori", "senaattori", "komentaja", "neuvonantaja", "komissaari", "asianajaja",
            ], isRoleLast: true),
        "hu": RolesAbroad(
            roles: wordSet("király királynő pápa herceg hercegnő szenátor tábornok ezredes professzor"),
            modifiers: wordSet("volt korábbi új megválasztott"),
            parts: wordSet("a az kreml fehér ház európai unió külügyi ukrán"),
            roleEndings: [
                "elnök", "elnöke", "elnököt", "elnökkel", "elnöknek", "miniszter", "minisztere", "minisztert",
                "miniszterrel", "miniszternek", "szóvivő", "szóvivője", "titkár", "titkára", "titkárt",
                "titkárral", "vezető", "vezetője", "kancellár", "kancellárt", "polgármester", "képviselő",
                "képviselője", "nagykövet", "nagykövete", "igazgató", "igazgatója", "parancsnok", "biztos",
                "jelölt", "jelöltje", "szakértő", "elemző", "újságíró", "ügyész", "ügyvéd", "edző",
                "kormányzó",
            ], isRoleLast: true),
        "he": RolesAbroad(
            roles: wordSet(
                """
                ראש נשיא נשיאת הנשיא שר שרת השר השרה מזכ"ל מזכיר מזכירת דובר דוברת הדובר הדוברת מנהיג
                מנהיגת יו"ר מפקד אלוף סגן שגריר שגרירת קנצלר קנצלרית הקנצלר מלך המלך נסיך הנסיך אפיפיור
                האפיפיור ח"כ סנאטור הסנאטור מושל פרופ' פרופסור ד"ר עו"ד מנכ"ל מנכ"לית רמטכ"ל הרמטכ"ל
                תא"ל אל"מ סא"ל ניצב שופט השופט השופטת עיתונאי העיתונאי פרשן חבר חברת ממלא נציב נציבת
                נציג נציגת שליח יועץ יועצת מאמן
                """),
            modifiers: wordSet("לשעבר"),
            parts: wordSet(
                """
                ממשלת ממשלה הממשלה חוץ החוץ הגנה ההגנה ביטחון הביטחון פנים הפנים אוצר האוצר משפטים
                המשפטים בריאות הבריאות חינוך החינוך אנרגיה האנרגיה תחבורה התחבורה עיר העיר הכנסת כנסת של
                האיחוד האירופי הקרמלין הכללי מפלגת האופוזיציה אופוזיציה לשעבר מקום ארגון הבית הלבן המיוחד
                המדינה מדינת
                """)),
        "ro": RolesAbroad(
            roles: wordSet(
                """
                președinte președintele președintelui președinta premier premierul premierului ministru
                ministrul ministrului ministra cancelar cancelarul rege regele regina lider liderul șef
                șeful șefului secretar secretarul secretarului purtător purtătorul purtătoarea ambasador
                ambasadorul guvernator guvernatorul primar primarul deputat deputatul senator senatorul
                general generalul colonel colonelul procuror procurorul director directorul expert analist
                analistul jurnalist jurnalistul scriitor actor actorul actriță regizor antrenor antrenorul
                avocat avocatul economist istoric profesor papa patriarhul cardinalul consilier consilierul
                comisar comisarul candidat candidatul vicepreședinte vicepreședintele reprezentant
                reprezentantul omologul
                """),
            modifiers: wordSet("fost fostul fosta nou noul prim înalt înaltul"),
            parts: wordSet(
                """
                de al a ai ale la cu din externe interne apărării finanțelor justiției sănătății educației
                energiei general generală cuvânt statului guvernului partidului senatului camerei
                diplomației uniunii europene externă internă
                """), hasComma: true),
    ]
}
