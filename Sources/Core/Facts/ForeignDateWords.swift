/// Words of time of other languages than English, in lower case; a form counts when it begins with one of
/// these and ends as its language lets words end.
struct ForeignDateWords: Sendable {
    var months: [(stem: String, number: Int)]
    var weekdays: [(stem: String, number: Int)]
    /// Days from the article's own.
    var days: [String: Int]
    /// Between day and month, or month and year: `de`, `г.`
    var joints: WordSet
    /// Right behind a year: `года`, `թվական`; a bare year needs one, or one of `before`.
    var years: WordSet
    var before: WordSet
    /// Before or behind a day, month, week or year: the one before this one and the one after it.
    var past: [String]
    var future: [String]
    /// `D`, `W`, `M`, `Y` by the beginnings of their words.
    var units: [(stem: String, unit: String)]
    /// What may stand behind a beginning; nil where any four letters may, in languages of many cases.
    var endings: WordSet?
    /// The two letters that words of time begin with: most words of a text are told by them.
    private let beginnings: Set<UInt64>

    private init(
        _ months: String, _ weekdays: String, _ days: [String: Int], _ joints: String, _ years: String,
        _ before: String, past: String, future: String, units: String, endings: String? = nil
    ) {
        func list(_ text: String) -> [Substring] { text.split(separator: " ") }
        // Several stems of one month stand together, parted by a stroke.
        self.months = list(months).enumerated().flatMap { index, stems in
            stems.split(separator: "/").map { (String($0), index + 1) }
        }
        self.weekdays = list(weekdays).enumerated().flatMap { index, stems in
            stems.split(separator: "/").map { (String($0), index + 1) }
        }
        self.days = days
        (self.joints, self.years) = (wordSet(joints), wordSet(years))
        self.before = wordSet(before)
        (self.past, self.future) = (list(past).map(String.init), list(future).map(String.init))
        self.units = zip(["W", "M", "Y"], list(units)).flatMap { unit, stems in
            stems.split(separator: "/").map { (String($0), unit) }
        }
        self.endings = endings.map {
            WordSet($0.split(separator: " ", omittingEmptySubsequences: false).map(String.init))
        }
        let stems = self.months.map(\.stem) + self.weekdays.map(\.stem) + self.units.map(\.stem) + days.keys
        beginnings = Set(stems.map(ForeignDateWords.letters))
    }

    private static func letters(_ word: String) -> UInt64 {
        word.unicodeScalars.prefix(2).reduce(0) { $0 << 21 | UInt64($1.value) }
    }

    /// Whether a day, a month, a weekday or a unit of time may begin as this word does.
    func mayBegin(_ word: String) -> Bool { beginnings.contains(ForeignDateWords.letters(word)) }

    /// By language; English is not among them.
    static let all: [String: ForeignDateWords] = {
        let norse =
            "januar februar mars/marts april mai/maj juni juli august september oktober november desember/december"
        let norseDays = "mandag tirsdag onsdag torsdag fredag lørdag søndag"
        let (danish, norwegian) = (
            ForeignDateWords(
                norse, norseDays, ["i dag": 0], ".", "", "i siden", past: "sidste", future: "næste",
                units: "uge måned år", endings: " s en n"),
            ForeignDateWords(
                norse, norseDays, ["i dag": 0], ".", "", "i siden", past: "forrige", future: "neste kommende",
                units: "uke måned år", endings: " s en n")
        )
        return [
            "ru": ForeignDateWords(
                "январ феврал март апрел май/мая/мае июн июл август сентябр октябр ноябр декабр",
                "понедельник вторник сред/среду четверг пятниц суббот воскресень",
                ["сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2], "",
                "год года году г г.", "в с до около", past: "прошл минувш", future: "следующ будущ",
                units: "недел месяц год"),
            "uk": ForeignDateWords(
                "січ лют берез квіт трав черв лип серп верес жовт листопад груд",
                "понеділ вівтор серед четвер п'ятниц субот неділ",
                ["сьогодні": 0, "вчора": -1, "учора": -1, "завтра": 1], "", "рік року році р р.", "у в з до",
                past: "минул", future: "наступн", units: "тижд/тижн місяц рік/рок"),
            "fr": ForeignDateWords(
                "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre "
                    + "décembre/decembre",
                "lundi mardi mercredi jeudi vendredi samedi dimanche",
                ["aujourd'hui": 0, "hier": -1, "demain": 1], "de", "", "en depuis dès vers",
                past: "dernier dernièr passé", future: "prochain", units: "semaine mois an/année",
                endings: " s"),
            "de": ForeignDateWords(
                "januar/jänner februar märz april mai juni juli august september oktober november dezember",
                "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
                ["heute": 0, "gestern": -1, "morgen": 1, "vorgestern": -2], ".", "",
                "jahr jahre seit bis ab", past: "vergangen letzt vorig", future: "kommend nächst",
                units: "woche monat jahr", endings: " s es n en e"),
            "es": ForeignDateWords(
                "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre "
                    + "diciembre",
                "lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo",
                ["hoy": 0, "ayer": -1, "anteayer": -2], "de del", "", "en desde hasta año",
                past: "pasad", future: "próxim proxim", units: "semana mes año", endings: " s"),
            "it": ForeignDateWords(
                "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
                "lunedì martedì mercoledì giovedì venerdì sabato domenica",
                ["oggi": 0, "ieri": -1, "domani": 1], "del di", "", "nel dal anno", past: "scors passat",
                future: "prossim", units: "settimana mese anno", endings: ""),
            "pt": ForeignDateWords(
                "janeiro fevereiro março/marco abril maio junho julho agosto setembro outubro novembro dezembro",
                "segunda terça quarta quinta sexta sábado domingo", ["hoje": 0, "ontem": -1, "amanhã": 1],
                "de",
                "", "em desde ano", past: "passad últim", future: "próxim", units: "semana mês ano",
                endings: " s"),
            "nl": ForeignDateWords(
                "januari februari maart april mei juni juli augustus september oktober november december",
                "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
                ["vandaag": 0, "gisteren": -1, "eergisteren": -2, "morgen": 1], "", "", "in sinds tot",
                past: "vorig afgelopen", future: "volgend komend", units: "week maand jaar", endings: " en"),
            "pl": ForeignDateWords(
                "styczeń/stycznia/styczniu luty/lutego/lutym marzec/marca/marcu kwiecień/kwietnia/kwietniu "
                    + "maj/maja/maju czerwiec/czerwca/czerwcu lipiec/lipca/lipcu sierpień/sierpnia/sierpniu "
                    + "wrzesień/września/wrześniu październik/października/październiku "
                    + "listopad/listopada/listopadzie grudzień/grudnia/grudniu",
                "poniedziałek/poniedziałku wtorek/wtorku środa/środę/środy czwartek/czwartku piątek/piątku "
                    + "sobota/sobotę/soboty niedziela/niedzielę/niedzieli",
                ["dziś": 0, "dzisiaj": 0, "wczoraj": -1, "jutro": 1], "", "rok roku r r.", "w od do",
                past: "zeszł ubiegł minion", future: "przyszł następn",
                units: "tydzień/tygodniu/tygodnia miesiąc/miesiącu/miesiąca rok/roku", endings: ""),
            "cs": ForeignDateWords(
                "leden/ledna/lednu únor/února/únoru březen/března/březnu duben/dubna/dubnu květen/května/květnu "
                    + "červen/června/červnu červenec/července/červenci srpen/srpna/srpnu září říjen/října/říjnu "
                    + "listopad/listopadu prosinec/prosince/prosinci",
                "pondělí úterý středa/středu/středy čtvrtek/čtvrtka/čtvrtku pátek/pátku sobota/sobotu/soboty "
                    + "neděle/neděli",
                ["dnes": 0, "včera": -1, "zítra": 1], ".", "", "v od do roku", past: "minul",
                future: "příšt", units: "týden/týdnu/týdne měsíc/měsíci/měsíce rok/roce/roku", endings: ""),
            "sv": ForeignDateWords(
                "januari februari mars april maj juni juli augusti september oktober november december",
                "måndag tisdag onsdag torsdag fredag lördag söndag",
                ["idag": 0, "igår": -1, "imorgon": 1], "", "", "i sedan år", past: "förra", future: "nästa",
                units: "vecka månad år", endings: " n s en ns"),
            "da": danish, "no": norwegian, "nb": norwegian,
            "tr": ForeignDateWords(
                "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
                "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
                ["bugün": 0, "dün": -1, "yarın": 1], "", "yılında yılı yılının yılından", "",
                past: "geçen", future: "gelecek önümüzdeki", units: "hafta ay yıl"),
            "az": ForeignDateWords(
                "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
                "- - çərşənbə - cümə şənbə bazar",
                ["bu": 99, "dünən": -1, "sabah": 1, "bugün": 0], "",
                "il ildə ilin ilində ildən ci cü cı cu", "", past: "keçən ötən", future: "gələn növbəti",
                units: "həftə ay il"),
            "hy": ForeignDateWords(
                "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր",
                "երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի",
                ["այսօր": 0, "երեկ": -1, "վաղը": 1], "", "թվական թվականի թվականին թ", "",
                past: "անցած նախորդ",
                future: "հաջորդ առաջիկա գալիք", units: "շաբաթ ամիս/ամս տարի/տարվա"),
            "ar": ForeignDateWords(
                "يناير فبراير/شباط مارس/آذار أبريل/ابريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/آب "
                    + "سبتمبر/أيلول أكتوبر نوفمبر ديسمبر",
                "الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
                ["اليوم": 0, "أمس": -1, "غدا": 1], "من", "", "عام سنة العام منذ", past: "الماضي الماضية",
                future: "المقبل المقبلة القادم القادمة", units: "الأسبوع الشهر العام/السنة"),
            "fa": ForeignDateWords(
                "ژانویه فوریه مارس آوریل مه/می ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر",
                "دوشنبه سه\u{200C}شنبه/سهشنبه چهارشنبه پنجشنبه/پنج\u{200C}شنبه جمعه شنبه یکشنبه/یک\u{200C}شنبه",
                ["امروز": 0, "دیروز": -1, "فردا": 1], "", "میلادی", "سال", past: "گذشته", future: "آینده",
                units: "هفته ماه سال", endings: ""),
        ].merging(ForeignDateWords.further) { mine, _ in mine }
    }()

    private static let further: [String: ForeignDateWords] = [
        "bg": ForeignDateWords(
            "януари февруари март април май юни юли август септември октомври ноември декември",
            "понеделник вторник сряда/срядата четвъртък/четвъртъка петък/петъка събота неделя",
            ["днес": 0, "вчера": -1, "утре": 1, "завчера": -2], "", "година г г.", "през от до в",
            past: "минал изминал", future: "следващ идн",
            units: "седмица/седмицата месец/месеца година/годината", endings: " а та"),
        "el": ForeignDateWords(
            "ιανουαρ/ιανουάρ φεβρουαρ/φεβρουάρ μαρτ/μάρτ απριλ/απρίλ μαΐ/μάι ιουν/ιούν ιουλ/ιούλ "
                + "αυγούστ/αύγουστ σεπτεμβρ/σεπτέμβρ οκτωβρ/οκτώβρ νοεμβρ/νοέμβρ δεκεμβρ/δεκέμβρ",
            "δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατ/σαββάτ κυριακή",
            ["σήμερα": 0, "χθες": -1, "χτες": -1, "αύριο": 1, "προχθές": -2], "του", "",
            "το του από έως έτος",
            past: "περασμέν προηγούμεν", future: "επόμεν ερχόμεν προσεχ",
            units: "εβδομάδα μήνα/μήνας χρόνο/χρόνος/έτος", endings: " ίου ιο ιος ίων ου ο ος ς η"),
        "fi": ForeignDateWords(
            "tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu "
                + "marraskuu joulukuu",
            "maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai",
            ["tänään": 0, "eilen": -1, "huomenna": 1, "toissapäivänä": -2], ".", "",
            "vuonna vuoden vuodesta vuoteen v kaudella lukuvuodesta", past: "viime", future: "ensi",
            units: "viikolla/viikon kuussa/kuukauden vuonna/vuoden"),
        "he": ForeignDateWords(
            "ינואר/בינואר פברואר/בפברואר מרץ/במרץ/מרס/במרס אפריל/באפריל מאי/במאי יוני/ביוני "
                + "יולי/ביולי אוגוסט/באוגוסט ספטמבר/בספטמבר אוקטובר/באוקטובר נובמבר/בנובמבר "
                + "דצמבר/בדצמבר",
            "שני שלישי רביעי חמישי שישי שבת/השבת/בשבת ראשון",
            ["היום": 0, "אתמול": -1, "מחר": 1, "שלשום": -2], "", "", "שנת בשנת משנת מאז ב מ ל",
            past: "שעבר שעברה הקודם הקודמת", future: "הבא הבאה",
            units: "שבוע/בשבוע/השבוע חודש/בחודש/החודש שנה/בשנה/השנה", endings: ""),
        "hu": ForeignDateWords(
            "január február március április május június július augusztus szeptember október november "
                + "december",
            "hétfő kedd szerd csütörtök péntek szombat vasárnap",
            ["ma": 0, "tegnap": -1, "holnap": 1, "tegnapelőtt": -2], ".",
            "ben ban ből ból tól től ig as es os ös i re ra höz hoz hez", "", past: "múlt elmúlt",
            future: "jövő", units: "héte/heti hónap évben/évi"),
        "ro": ForeignDateWords(
            "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
                + "decembrie",
            "luni marți/marţi miercuri joi vineri sâmbătă duminică/duminica",
            ["azi": 0, "astăzi": 0, "ieri": -1, "mâine": 1, "alaltăieri": -2], "", "", "în din anul anii in",
            past: "trecut", future: "viitor", units: "săptămâna/săptămână luna/lună anul/an",
            endings: " a"),
        "ka": ForeignDateWords(
            "იანვარ/იანვრ თებერვალ/თებერვლ მარტ აპრილ მაის ივნის ივლის აგვისტო სექტემბერ/სექტემბრ "
                + "ოქტომბერ/ოქტომბრ ნოემბერ/ნოემბრ დეკემბერ/დეკემბრ",
            "ორშაბათ სამშაბათ ოთხშაბათ ხუთშაბათ პარასკევ შაბათ კვირას",
            ["დღეს": 0, "გუშინ": -1, "ხვალ": 1, "გუშინწინ": -2], "",
            "წელი წელს წლის წელ წლიდან წლამდე წლისათვის წლისთვის", "",
            past: "გასულ წინა", future: "მომავალ",
            units: "კვირა/კვირას/კვირის/კვირაში თვე/თვეს/თვის/თვეში წელს/წლის/წელი",
            endings: " ი ს ის ში იდან დან ამდე მდე ისთვის"),
    ]

    func month(_ word: String) -> Int? { number(word, months) }
    func weekday(_ word: String) -> Int? { number(word, weekdays) }

    /// The longest stem that a word begins with, when no more than an ending is left.
    private func number(_ word: String, _ stems: [(stem: String, number: Int)]) -> Int? {
        var best: (count: Int, number: Int)?
        for (stem, number) in stems where isForm(word, of: stem) {
            let count = stem.utf8.count
            if count > best?.count ?? 0 { best = (count, number) }
        }
        return best?.number
    }

    private func isForm(_ word: String, of stem: String) -> Bool {
        guard word.begins(with: stem) else { return false }
        let rest = String(decoding: word.utf8.dropFirst(stem.utf8.count), as: UTF8.self)
        return endings?.contains(rest) ?? (rest.unicodeScalars.count <= 4)
    }

    /// -1 and 1 for a word like `vergangene` and `kommende`; nil for others.
    func shift(_ word: String) -> Int? {
        func begins(_ stems: [String]) -> Bool {
            stems.contains { word.begins(with: $0) && word.count - $0.count <= 3 }
        }
        return begins(past) ? -1 : begins(future) ? 1 : nil
    }

    /// Of one week, month or year: `vergangenen Monaten` are nobody knows which.
    func unit(_ word: String) -> String? {
        units.first {
            endings == nil ? isForm(word, of: $0.stem) : isOneUnit(word, $0.stem)
        }?.unit
    }

    private func isOneUnit(_ word: String, _ stem: String) -> Bool {
        guard word.begins(with: stem) else { return false }
        let more = word.utf8.count - stem.utf8.count
        return more == 0 || more == 2 && word.ends(with: "es")
    }
}
