/// Words of time of other languages than English, in lower case; a form counts when it begins with one of
/// these and has at most four letters more.
struct ForeignDateWords: Sendable {
    var months: [(stem: String, month: Int)]
    var weekdays: [(stem: String, weekday: Int)]
    /// Days from the article's own.
    var days: [String: Int]
    /// Between day and month, or month and year: `de`, `г.`
    var joints: Set<String>
    /// Right behind a year: `года`, `թվական`; a bare year needs one, or one of `before`.
    var years: Set<String>
    var before: Set<String>

    private init(
        _ months: String, _ weekdays: String, _ days: [String: Int], _ joints: String, _ years: String,
        _ before: String
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
        (self.joints, self.years) = (Set(list(joints).map(String.init)), Set(list(years).map(String.init)))
        self.before = Set(list(before).map(String.init))
    }

    /// By language; English is not among them.
    static let all: [String: ForeignDateWords] = [
        "ru": ForeignDateWords(
            "январ феврал март апрел май/мая/мае июн июл август сентябр октябр ноябр декабр",
            "понедельник вторник сред/среду четверг пятниц суббот воскресень",
            ["сегодня": 0, "вчера": -1, "завтра": 1, "позавчера": -2], "",
            "год года году г г.", "в с до около"),
        "uk": ForeignDateWords(
            "січ лют берез квіт трав черв лип серп верес жовт листопад груд",
            "понеділ вівтор серед четвер п'ятниц субот неділ",
            ["сьогодні": 0, "вчора": -1, "учора": -1, "завтра": 1], "", "рік року році р р.", "у в з до"),
        "fr": ForeignDateWords(
            "janvier février/fevrier mars avril mai juin juillet août/aout septembre octobre novembre décembre/decembre",
            "lundi mardi mercredi jeudi vendredi samedi dimanche",
            ["aujourd'hui": 0, "hier": -1, "demain": 1], "de", "", "en depuis dès vers"),
        "de": ForeignDateWords(
            "januar/jänner februar märz april mai juni juli august september oktober november dezember",
            "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
            ["heute": 0, "gestern": -1, "morgen": 1, "vorgestern": -2], ".", "",
            "jahr jahre seit bis ab"),
        "es": ForeignDateWords(
            "enero febrero marzo abril mayo junio julio agosto septiembre/setiembre octubre noviembre diciembre",
            "lunes martes miércoles/miercoles jueves viernes sábado/sabado domingo",
            ["hoy": 0, "ayer": -1, "anteayer": -2], "de del", "", "en desde hasta año"),
        "tr": ForeignDateWords(
            "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
            "pazartesi salı çarşamba perşembe cuma cumartesi pazar",
            ["bugün": 0, "dün": -1, "yarın": 1], "", "yılında yılı yılının yılından", ""),
        "az": ForeignDateWords(
            "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr", "bazar çərşənbə",
            ["bu": 99, "dünən": -1, "sabah": 1, "bugün": 0], "", "il ildə ilin ilində ildən ci cü cı cu", ""),
        "hy": ForeignDateWords(
            "հունվար փետրվար մարտ ապրիլ մայիս հունիս հուլիս օգոստոս սեպտեմբեր հոկտեմբեր նոյեմբեր դեկտեմբեր",
            "երկուշաբթի երեքշաբթի չորեքշաբթի հինգշաբթի ուրբաթ շաբաթ կիրակի",
            ["այսօր": 0, "երեկ": -1, "վաղը": 1], "", "թվական թվականի թվականին թ", ""),
        "ar": ForeignDateWords(
            "يناير فبراير/شباط مارس/آذار أبريل/ابريل/نيسان مايو/أيار يونيو/حزيران يوليو/تموز أغسطس/آب سبتمبر/أيلول أكتوبر نوفمبر ديسمبر",
            "الاثنين/الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد", ["اليوم": 0, "أمس": -1, "غدا": 1],
            "من", "", "عام سنة العام منذ"),
    ]

    func month(_ word: String) -> Int? { ForeignDateWords.number(word, months) }
    func weekday(_ word: String) -> Int? { ForeignDateWords.number(word, weekdays) }

    /// The longest stem that a word begins with.
    private static func number(_ word: String, _ stems: [(stem: String, Int)]) -> Int? {
        var best: (count: Int, number: Int)?
        for (stem, number) in stems where word.hasPrefix(stem) {
            let count = stem.unicodeScalars.count
            let rest = word.unicodeScalars.count - count
            if rest <= 4, count > best?.count ?? 0 { best = (count, number) }
        }
        return best?.number
    }
}
