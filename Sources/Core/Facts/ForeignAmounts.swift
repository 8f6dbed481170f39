/// How much time, in other languages than English: words for its units, the numbers before them, and what
/// says that it is so long ago.
struct ForeignAmounts: Sendable {
    /// Of a word for a unit, its place in `units` and 1; of one that means two of them, 16 more.
    private let unitTable: WordTable
    private let numbers: WordTable
    /// Before an amount, and behind it; of more words than one in a row, each.
    let ago: (before: [[String]], behind: [[String]])
    /// Words for a unit that are one of it by themselves: `неделю назад`.
    let alone: WordSet
    /// Before a year: `Ende 2019`.
    let placers: WordSet
    /// By the beginnings of words: `erst`, `zweit`; and of the word for a quarter.
    let ordinals: [[String]]
    let quarter: String?

    private static let units = ["TM", "TH", "D", "W", "M", "Y"]

    /// `units` are words for minutes, hours, days, weeks, months and years, parted by strokes; `numbers`
    /// those for one, two and so on; `twice` words for two of hours, days, weeks, months and years.
    private init(
        _ units: String, _ numbers: String, before: String = "", behind: String = "", placers: String = "",
        quarter: String? = nil, _ ordinals: String = "", twice: String = "", alone: String = ""
    ) {
        func lists(_ text: String) -> [[String]] {
            text.split(separator: "/", omittingEmptySubsequences: false).map {
                $0.split(separator: " ").map(String.init)
            }
        }
        func numbered(_ text: String, from first: UInt32) -> [(String, UInt32)] {
            lists(text).enumerated().flatMap { at, words in words.map { ($0, UInt32(at) + first) } }
        }
        unitTable = WordTable(numbered(units, from: 1) + (twice.isEmpty ? [] : numbered(twice, from: 18)))
        self.numbers = WordTable(numbered(numbers, from: 1))
        ago = (lists(before).filter { !$0.isEmpty }, lists(behind).filter { !$0.isEmpty })
        (self.placers, self.alone) = (wordSet(placers), wordSet(alone))
        self.quarter = quarter
        self.ordinals = ordinals.isEmpty ? [] : lists(ordinals)
    }

    func number(_ word: String) -> Int? {
        let number = Int(numbers[word])
        return number == 0 ? nil : number
    }

    /// The unit that a word is for, and how many of it the word means by itself.
    func unit(_ word: String) -> (unit: String, count: Int?)? {
        let number = Int(unitTable[word])
        guard number > 0 else { return nil }
        return (ForeignAmounts.units[(number & 15) - 1], number > 15 ? 2 : nil)
    }

    /// 1 to 4 for `ersten` and its like before a word for a quarter.
    func ordinal(_ word: String) -> Int? {
        ordinals.firstIndex { $0.contains { word.begins(with: $0) } }.map { $0 + 1 }
    }

    /// By language; English is not among them.
    static let all: [String: ForeignAmounts] = [
        "de": ForeignAmounts(
            "minute minuten/stunde stunden/tag tage tagen/woche wochen/monat monate monaten/jahr jahre jahren",
            "ein eine einer einem einen/zwei/drei/vier/fünf/sechs/sieben/acht/neun/zehn/elf/zwölf",
            before: "vor", placers: "ende anfang mitte jahr jahre", quarter: "quartal",
            "erst/zweit/dritt/viert"),
        "fr": ForeignAmounts(
            "minute minutes/heure heures/jour jours/semaine semaines/mois/an ans année années",
            "un une/deux/trois/quatre/cinq/six/sept/huit/neuf/dix/onze/douze", before: "il y a/voici",
            placers: "fin début mi", quarter: "trimestre",
            "premier/deuxième second/troisième/quatrième dernier"),
        "es": ForeignAmounts(
            "minuto minutos/hora horas/día días dia dias/semana semanas/mes meses/año años",
            "un una/dos/tres/cuatro/cinco/seis/siete/ocho/nueve/diez/once/doce", before: "hace",
            placers: "finales principios mediados fines", quarter: "trimestre",
            "primer/segundo/tercer/cuarto"),
        "it": ForeignAmounts(
            "minuto minuti/ora ore/giorno giorni/settimana settimane/mese mesi/anno anni",
            "un una uno/due/tre/quattro/cinque/sei/sette/otto/nove/dieci/undici/dodici", behind: "fa",
            placers: "fine inizio metà", quarter: "trimestre", "prim/second/terz/quart"),
        "pt": ForeignAmounts(
            "minuto minutos/hora horas/dia dias/semana semanas/mês meses/ano anos",
            "um uma/dois duas/três/quatro/cinco/seis/sete/oito/nove/dez/onze/doze", before: "há",
            behind: "atrás", placers: "final início meados", quarter: "trimestre",
            "primeir/segund/terceir/quart"),
        "nl": ForeignAmounts(
            "minuut minuten/uur uren/dag dagen/week weken/maand maanden/jaar jaren",
            "een één/twee/drie/vier/vijf/zes/zeven/acht/negen/tien/elf/twaalf", behind: "geleden",
            placers: "eind begin medio", quarter: "kwartaal", "eerst/tweed/derd/vierd"),
        "ru": ForeignAmounts(
            "минута минуту минуты минут/час часа часов/день дня дней/неделя неделю недели недель/"
                + "месяц месяца месяцев/год года лет",
            "один одна одну/два две двух/три трех трёх/четыре/пять/шесть/семь/восемь/девять/десять",
            behind: "назад/тому назад", quarter: "квартал", "перв/втор/треть/четверт",
            alone: "минуту час день неделю месяц год"),
        "uk": ForeignAmounts(
            "хвилина хвилину хвилини хвилин/година годину години годин/день дні днів/"
                + "тиждень тижні тижнів/місяць місяці місяців/рік роки років",
            "один одна одну/два дві двох/три трьох/чотири/п'ять/шість/сім/вісім/дев'ять/десять",
            behind: "тому", quarter: "квартал", "перш/друг/трет/четверт",
            alone: "хвилину годину день тиждень місяць рік"),
        "pl": ForeignAmounts(
            "minuta minutę minuty minut/godzina godzinę godziny godzin/dzień dni/tydzień tygodnie tygodni/"
                + "miesiąc miesiące miesięcy/rok lata lat",
            "jeden jedna jedną/dwa dwie dwóch/trzy trzech/cztery/pięć/sześć/siedem/osiem/dziewięć/dziesięć",
            behind: "temu", quarter: "kwarta", "pierwsz/drug/trzec/czwart",
            alone: "minutę godzinę dzień tydzień miesiąc rok"),
        "cs": ForeignAmounts(
            "minuta minuty minut minutami/hodina hodiny hodin hodinou hodinami/den dny dnů dní dnem/"
                + "týden týdny týdnů týdnem/měsíc měsíce měsíců měsícem měsíci/rok roky let lety rokem",
            "jeden jedna jedním jednou/dva dvě dvěma/tři třemi/čtyři čtyřmi/pět pěti/šest šesti/sedm sedmi/"
                + "osm osmi/devět devíti/deset deseti",
            before: "před", quarter: "čtvrtletí", "prvn/druh/třet/čtvrt",
            alone: "minutou hodinou dnem týdnem měsícem rokem"),
        "sv": ForeignAmounts(
            "minut minuter/timme timmar/dag dagar/vecka veckor/månad månader/år",
            "en ett/två/tre/fyra/fem/sex/sju/åtta/nio/tio/elva/tolv", behind: "sedan",
            placers: "slutet början mitten", quarter: "kvartalet", "första/andra/tredje/fjärde"),
        "da": danish, "no": danish, "nb": danish,
        "tr": ForeignAmounts(
            "dakika dakikadır/saat saattir/gün gündür/hafta haftadır/ay aydır/yıl yıldır sene",
            "bir/iki/üç/dört/beş/altı/yedi/sekiz/dokuz/on", behind: "önce", quarter: "çeyre",
            "ilk birinci/ikinci/üçüncü/dördüncü son"),
        "az": ForeignAmounts(
            "dəqiqə/saat/gün gündür/həftə həftədir/ay aydır/il ildir",
            "bir/iki/üç/dörd/beş/altı/yeddi/səkkiz/doqquz/on", behind: "əvvəl"),
        "hy": ForeignAmounts(
            "րոպե/ժամ/օր/շաբաթ/ամիս/տարի", "մեկ/երկու/երեք/չորս/հինգ/վեց/յոթ/ութ/ինը/տասը", behind: "առաջ"),
        "ka": ForeignAmounts(
            "წუთის წუთი/საათის საათი/დღის დღე/კვირის კვირა/თვის თვე/წლის წელი",
            "ერთი ერთ/ორი ორ/სამი სამ/ოთხი ოთხ/ხუთი ხუთ/ექვსი ექვს/შვიდი შვიდ/რვა/ცხრა/ათი ათ",
            behind: "წინ"),
        "ar": ForeignAmounts(
            "دقيقة دقائق/ساعة ساعات/يوم أيام يوما/أسبوع أسابيع أسبوعا/شهر أشهر شهور شهرا/"
                + "عام أعوام عاما سنة سنوات",
            "واحد واحدة/-/ثلاثة ثلاث/أربعة أربع/خمسة خمس/ستة ست/سبعة سبع/ثمانية ثماني/تسعة تسع/عشرة عشر",
            before: "قبل", twice: "ساعتين/يومين/أسبوعين/شهرين/عامين سنتين",
            alone: "ساعة يوم أسبوع شهر عام سنة"),
        "fa": ForeignAmounts(
            "دقیقه/ساعت/روز/هفته/ماه/سال", "یک/دو/سه/چهار/پنج/شش/هفت/هشت/نه/ده/یازده/دوازده",
            behind: "پیش/قبل"),
        "he": ForeignAmounts(
            "דקה דקות/שעה שעות/יום ימים/שבוע שבועות/חודש חודשים/שנה שנים",
            "אחד אחת/שני שתי/שלושה שלוש/ארבעה ארבע/חמישה חמש/שישה שש/שבעה שבע/שמונה/תשעה תשע/עשרה עשר",
            before: "לפני", twice: "שעתיים/יומיים/שבועיים/חודשיים/שנתיים", alone: "שעה יום שבוע חודש שנה"),
        "bg": ForeignAmounts(
            "минута минути/час часа часове/ден дни дена/седмица седмици/месец месеца месеци/година години",
            "един една едно/два две/три/четири/пет/шест/седем/осем/девет/десет", before: "преди",
            alone: "минута час ден седмица месец година"),
        "el": ForeignAmounts(
            "λεπτό λεπτά/ώρα ώρες/ημέρα ημέρες μέρα μέρες/εβδομάδα εβδομάδες/μήνα μήνας μήνες/"
                + "χρόνο χρόνος χρόνια έτος έτη",
            "ένα μία μια έναν/δύο/τρεις τρία/τέσσερις τέσσερα/πέντε/έξι/επτά εφτά/οκτώ οχτώ/εννέα/δέκα",
            before: "πριν από/πριν"),
        "fi": ForeignAmounts(
            "minuutti minuuttia/tunti tuntia/päivä päivää/viikko viikkoa/kuukausi kuukautta/vuosi vuotta",
            "yksi/kaksi/kolme/neljä/viisi/kuusi/seitsemän/kahdeksan/yhdeksän/kymmenen", behind: "sitten",
            alone: "tunti päivä viikko kuukausi vuosi"),
        "hu": ForeignAmounts(
            "perc perccel/óra órával/nap nappal/hét héttel/hónap hónappal/év évvel",
            "egy/két kettő/három/négy/öt/hat/hét/nyolc/kilenc/tíz", behind: "ezelőtt"),
        "ro": ForeignAmounts(
            "minut minute/oră ore/zi zile/săptămână săptămâni/lună luni/an ani",
            "un o/doi două/trei/patru/cinci/șase/șapte/opt/nouă/zece", before: "acum/în urmă cu",
            behind: "în urmă"),
    ]

    private static let danish = ForeignAmounts(
        "minut minutt minutter/time timer/dag dage dager/uge uger uke uker/måned måneder/år",
        "en et én ét ett/to/tre/fire/fem/seks/syv sju/otte åtte/ni/ti/elleve/tolv", behind: "siden",
        placers: "slutningen slutten starten begyndelsen", quarter: "kvartal",
        "første/andre anden andet/tredje/fjerde")
}
