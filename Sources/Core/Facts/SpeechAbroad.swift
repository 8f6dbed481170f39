/// Words around what somebody says in other languages than English, in lower case.
enum SpeechAbroad {
    /// Languages that put the speaker right before or behind the verb.
    static let languages = wordSet(
        "de lb fr es ca pt it nl ro ru uk bg sv da no nb nn pl cs tr az hy ka ar fa el fi hu he")

    /// Verbs of speech, beside those of ``QuoteWords``.
    static let verbs = pasts.union(
        wordSet(
            """
            schätzt schätzte prognostiziert prophezeit kommentiert ergänzt ergänzte gesteht gestand
            räumt räumte erzählt erzählte fragt fragte kritisiert
            kritisierte protestiert protestierte fordert forderte mahnt mahnte rät riet berichtet berichtete
            bestätigt bestätigte behauptet behauptete verkündet verkündete meint findet fand urteilt
            urteilte lobt lobte klagt klagte antwortet antwortete entgegnet entgegnete bekräftigt
            bekräftigte versichert versicherte befürchtet beteuert beteuerte äußerte äußert erläutert
            erläuterte resümiert bilanziert konstatiert twitterte spottet ruft rief sagten sagen warnt
            kündigt schreibt teilt fügt lance lâche raconte confie précise rappelle répond poursuit conclut
            insiste regrette dénonce prévient résume témoigne réagit rétorque rétorqué glisse renchérit
            tonne martelé juge jugé observé martèle reconnaît plaide observe note disait racontait
            expliquait confié précisé rappelé répondu conclu insisté regretté dénoncé reconnu dicho
            explicado asegurado añadido insistido advertido señalado afirmado declarado indicado apuntado
            dice dicen declara declaró afirma señala añade agrega asegura explica advierte anuncia indica
            sostiene subraya subrayó recuerda recordó reconoce reconoció insistió comenta comentó cuenta
            contó manifestó manifiesta expresó expresa detalló detalla precisó precisa resume resumió
            lamenta lamentó destacó destaca apuntó apunta respondió responde escribió escribe relató relata
            denunció denuncia disse detto dichiara dichiarato afferma affermato aggiunge aggiunto spiega
            spiegato racconta raccontato sottolinea sottolineato commenta commentato avverte scrive scritto
            risponde ribadisce diz dizem afirmou declarou explicou acrescentou acrescenta contou conta
            lembrou destacou ressaltou escreveu respondeu zegt zei zeiden verklaart verklaarde vertelt
            vertelde stelt stelde meldt meldde benadrukt schrijft schreef säger sade sa berättar uppger
            skriver menar förklarar sier sagde siger forteller fortæller mener mówi říká spus declarat
            afirmat adăugat spune explică transmis считает заявляют сообщают утверждают mitteilt mitteilte
            söyleyen konuştu dile getirdi aktardı duyurdu uyardı savundu bildirən söyləyib söyləyir
            açıqlayıb bildirir ասում ասած հայտարարում հայտնեց հայտնել շեշտեց շեշտել պատասխանեց գրեց պատմեց
            պարզաբանեց տեղեկացրեց განაცხადა თქვა ამბობს აცხადებს აღნიშნა დაწერა განმარტა უპასუხა დასძინა
            განაცხადებს يقول تقول قالوا ذكر ذكرت وذكر وقالت وأكدت وأعلن وأعلنت وصرح وأوضح وأضافت أشار وأشار
            شدد وشدد حذر وحذر لفت كتب وكتب اعتبر واعتبر گفت گفته افزود نوشت پرسید گفتند می\u{200C}گوید میگوید
            """)
    ).union(further)

    private static let further = wordSet(
        """
        უთხრა უთხრეს განმარტავს დაადასტურა уведоми каза казаха заяви заявиха съобщи съобщиха обяви обявиха
        посочи добави отбеляза подчерта увери коментира обясни предупреди призна написа отговори твърди
        твърдят казва уточни потвърди припомни είπε είπαν δήλωσε δήλωσαν ανακοίνωσε ανακοίνωσαν ανέφερε
        ανέφεραν τόνισε υποστήριξε πρόσθεσε σημείωσε επεσήμανε εξήγησε προειδοποίησε έγραψε υπογράμμισε
        διαβεβαίωσε απάντησε ισχυρίστηκε επιβεβαίωσε λέει δηλώνει τονίζει αναφέρει υποστηρίζει προσθέτει
        sanoi sanoivat sanoo sanovat kertoi kertoivat kertoo totesi toteaa ilmoitti ilmoittivat vakuutti
        korosti lisäsi väitti kommentoi arvioi kirjoitti varoitti vastasi muistutti selitti vahvisti
        tiedotti mondta mondták közölte közölték kijelentette kijelentették hangsúlyozta hozzátette
        elmondta nyilatkozta állította figyelmeztetett írta válaszolta kiemelte megerősítette bejelentette
        mondja אמר אמרה אמרו מסר מסרה מסרו הודיע הודיעה הודיעו טען טענה טענו הוסיף הוסיפה ציין ציינה הדגיש
        הדגישה הבהיר הבהירה הצהיר הצהירה כתב כתבה השיב השיבה הזהיר הזהירה אישר אישרה anunțat precizat
        subliniat comunicat informat menționat avertizat scris răspuns susținut asigurat oplyste meddelte
        tilføjede understregede advarede bekræftede meddelade tillade underströk varnade hävdade
        bekräftade uppgav opplyste uttalte understreket bekreftet informó informa informaron comunicó
        comunicaron reiteró confirmó confirma admitió advirtieron anunciaron dijeron afirmaron aseguraron
        declararon informou informam informaram comunicou anunciou reiterou confirmou admitiu avisou
        alertou garantiu assegurou frisou sublinhou disse disseram afirmaram riferito riferisce
        riferiscono comunicato annunciato confermato precisato ribadito assicurato avvertito ammesso
        sostenuto sostiene gezegd verklaard gemeld bevestigd benadrukt waarschuwde waarschuwt gewaarschuwd
        waarschuwden averti prévenu signalé advarte advarer varnar advarer warnten զգուշացրեց նախազգուշացրեց
        զգուշացրել გააფრთხილა აფრთხილებს
        """)

    /// What was said by him, by her, by it and by them in Slavic languages.
    private static let pasts: WordSet = {
        let men = wordSet(
            """
            сказал заявил сообщил отметил подчеркнул добавил рассказал написал пояснил ответил уточнил
            признал предупредил объявил подтвердил указал напомнил объяснил утверждал говорил powiedział
            mówił oświadczył poinformował podkreślił dodał stwierdził napisał zaznaczył przyznał przekazał
            ogłosił zapewnił wyjaśnił podał ocenił zauważył odpowiedział potwierdził řekl uvedl dodal
            prohlásil vysvětlil sdělil napsal oznámil potvrdil upozornil zdůraznil varoval ostrzegł
            """)
        let ukrainian = wordSet(
            """
            повідоми зазначи дода наголоси підкресли заяви сказа розпові поясни уточни підтверди оголоси
            нагада відпові написа попереди визна
            """)
        return WordSet(
            men.words.flatMap { man in ["", "a", "o", "y", "а", "о", "и", "i"].map { man + $0 } }
                + ukrainian.words.flatMap { stem in ["в", "ла", "ло", "ли"].map { stem + $0 } })
    }()

    /// `a fait savoir que`, `ha fatto sapere che`: two words that are a verb of speech together.
    static let madeKnown = wordSet("savoir valoir remarquer sapere saber notar presente hozzá")
    static let made = wordSet("fait fatto hizo hicieron fez fanno hace hacen tette tették teszi")
    /// What German parts from its verb: `teilte mit, dass …`, `kündigte an, …`, by the beginnings of verbs.
    static let partedPrefixes = [
        "mit": "teil", "hinzu": "füg", "an": "kündig", "ein": "räum", "fort": "f", "klar": "stell",
    ]
    /// Small words that go with a verb: `räumt auch Pfeiffer ein`, `ha detto`.
    static let adverbs = wordSet(
        """
        է են եմ էր նաև օրը də da
        azt arra heeft hebben auch indes dagegen dazu weiter zudem
        noch etwa dann aussi alors encore también además pure anche
        invece também ainda ook ha han a ont avait habe hat haben hatte har også również też také též и
        также же
        """)
    static let pronouns = wordSet(
        """
        er sie il elle ils elles on él ella ellos ellas lui lei loro ele ela eles hij zij ze han hon hun
        hen αυτός αυτή εκείνος hän he ő ők הוא היא הם նա նրանք o ის هو هي он она они вона вони ona ono oni
        my ich wir وی او той тя ea მან
        """)
    /// Forms of address that end in a dot.
    static let honorifics = wordSet("m mm mr mrs ms mme mlle sr sra dr dra prof sig d dott hr fr г р")
    static let determiners = wordSet(
        """
        der die das den dem des ein eine einer le la les un une l' el los las una lo il gli i uno o os as
        um uma de het een en ett det ο η τα τον την των
        """)
    /// `“…”, so Anna Roth`, `selon Anne Roux`, `по словам Ивана Петрова`: a few words before the speaker.
    static let sources: [[String]] = phrases(
        """
        so|aldus|laut|nach angaben von|nach angaben der|nach angaben des|nach worten von
        selon|d' après|según|de acuerdo con
        secondo|segundo|de acordo com|conform|potrivit|volgens
        enligt|ifølge|σύμφωνα με|לדברי|לפי|според|по думите на|według|zdaniem|podle|по словам|по данным
        по мнению|за словами|за даними|ըստ|بحسب|حسب|وفقا
        """)

    private static func phrases(_ text: String) -> [[String]] {
        text.split { $0 == "|" || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }
    }
    private static let beginnings = WordSet(sources.map { $0[0] })

    /// Whether `according to` may begin with this word.
    static func beginsSource(_ word: String) -> Bool { beginnings.contains(word) }

    /// The last token of `according to` that begins here.
    static func endOfSource(_ at: Int, _ word: (Int) -> String) -> Int? {
        for words in sources where zip(words.indices, words).allSatisfy({ word(at + $0) == $1 }) {
            return at + words.count - 1
        }
        return nil
    }

    /// Languages whose verb comes second, with no comma before it: `Laut Mirsojan gibt es …`
    static let verbSecond = wordSet("de lb nl sv da no nb nn")
    /// What begins a clause that is said.
    static let that = wordSet(
        "dass daß ob que qu' che что что бы що dat att at że że že că hogy че որ թե ki რომ "
            + "إن أن بأن إنه أنه بأنه إنها أنها بأنها که ότι πως että ettei ettei כי")
    /// Languages whose verbs need no subject: `, ha insistido`.
    static let subjectless = wordSet("es it pt ca ro pl cs bg el fi hu")
    /// The same behind a quotation: `"…" dedi.`
    static let silent = subjectless.union(wordSet("tr az he ka fa ar"))
    static let romance = wordSet("it es fr pt ca ro")
    /// Languages whose subject may stand far before the verb: `… امروز در تهران گفت که`.
    static let farSubject = wordSet("tr az ka fa")
    /// Languages whose verb is the last word.
    static let verbFinal = wordSet("tr az ka")
    /// How verbs end in the clause that is said, where the verb of speech is the last word: `koridorun açık
    /// olduğunu söyledi`.
    static let saidEndings = [
        "ğını", "ğini", "ğunu", "ğünü", "sını", "sini", "larını", "lerini", "yini",
    ]
    /// The same before a noun: `zarar vereceği uyarısında bulundu`.
    static let saidNounEndings = ["ğı", "ği", "ğu", "ğü"]
    /// Where somebody says what follows: `yaptığı açıklamada`.
    static let occasions = wordSet(
        "açıklamada açıklamasında konuşmada konuşmasında açıqlamasında çıxışında müsahibəsində")
    /// Words that make a verb of speech with the one before: `qeyd edib`, `ifadelerini kullandı`.
    static let lightVerbs = wordSet(
        "edib edir etdi etti ediyor kullandı bulundu yaptı کرد کردند داشت داد می\u{200C}کند میکند")
    static let spokenNouns = wordSet(
        """
        اعلام تاکید تأکید تصریح خاطرنشان بیان اظهار اضافه خبر ادامه ابراز هشدار qeyd bəyan əlavə ifadə
        xəbərdarlıq ifade beyan ifadesini ifadelerini sözlerini değerlendirmesinde açıklamasını
        açıklamasında uyarısında
        """)
    /// What stands between a quotation and the verb behind it.
    static let quotatives = wordSet("deyə diye şeklinde").union(spokenNouns)

    /// Languages without articles: `řekl advokát Pavel Lízal`.
    static let articleless = wordSet("ru uk bg pl cs hy ka ar fa az tr fi he")
    /// What goes before a place or a day that something was said at.
    static let placers = wordSet(
        """
        in im am an aus à a au aux en el le la al nel nella il em no na nos nas w we v ve na в във во у op
        te på i om den pe la от из aus från fra uit στο στη στην στις την τον σε ב در روز
        """)
    /// Whether a place's name ends in the case of where something was, in languages that have one.
    static func isLocative(_ word: String, _ language: String) -> Bool {
        (locatives[language] ?? []).contains(where: word.ends)
    }
    private static let locatives = [
        "fi": ["ssa", "ssä", "lla", "llä"], "hu": ["ban", "ben", "on", "en", "ön"], "ka": ["ში"],
        "hy": ["ում"], "az": ["da", "də"], "tr": ["'da", "'de", "'ta", "'te"],
    ]
    static let conjunctions = wordSet("y e und et i и а o ou oder a en och og ja si")
    /// What says things for those who wrote it: `говорится в заявлении`.
    static let papers = wordSet(
        "заявлении сообщении документе тексте пресс-релизе комментарии заяві повідомленні")
    /// What goes on about the speaker behind a comma, and is not said.
    static let relatives = wordSet(
        "der die das dem den deren dessen welcher welche qui dont que quien cui który který")
}
