import Model

/// Persons in scripts without capitals, where a name must be known by what stands in it.
extension EntityRules {
    /// Nothing tells names from words in these scripts but what is known of them.
    var hasNoCapitals: Bool { ["ar", "fa", "ka", "he"].contains(language) }

    mutating func personsWithoutCapitals() {
        guard hasNoCapitals, let words = roles else { return }
        let endings = CaseForms.surnames[language] ?? []
        for at in tokens.indices where owner[at] < 0 && tokens[at].kind == .word {
            guard hits[at]?.contains(where: { $0.last > at }) != true, !tokens[at].isCapital else { continue }
            if isFirstName(at) || EntityRules.beginnings.contains(lower(at)), !isPartOfRole(at, words),
                let last = endOfName(at, words)
            {
                add(at, last, .person, "person.first-name", .likely)
            } else if endings.contains(where: lower(at).hasSuffix),
                lower(at).unicodeScalars.count > 5, at > 0, isTogether(at, at - 1)
            {
                // `მინისტრმა მაკა ბოჭორიშვილმა`, `პრემიერი კობახიძე`.
                if isRole(at - 1, words) {
                    add(at, at, .person, "person.title", .likely)
                } else if at > 1, isTogether(at, at - 2), isRole(at - 2, words), isFree(at - 1, at),
                    tokens[at - 1].kind == .word, hits[at - 1] == nil, !words.parts.contains(lower(at - 1))
                {
                    add(at - 1, at, .person, "person.title", .likely)
                }
            }
        }
    }

    /// Not `بندر` of Persian, a port.
    private func isFirstName(_ at: Int) -> Bool {
        traits[at].contains(.first) && !IdleWords.small(language).contains(lower(at))
    }

    private func isPartOfRole(_ at: Int, _ words: RolesAbroad) -> Bool {
        isRole(at, words) || words.parts.contains(lower(at))
    }

    /// The last token of a name that begins with a known first name here.
    private func endOfName(_ at: Int, _ words: RolesAbroad) -> Int? {
        var last = EntityRules.beginnings.contains(lower(at)) ? behindArticle(at + 1) ?? at + 1 : at
        guard isTogether(at, last), tokens[last].kind == .word, isFree(at, last) else { return nil }
        while last - at < 4 {
            let next = last + 1
            guard isTogether(at, next), tokens[next].kind == .word, owner[next] < 0 else { break }
            if EntityRules.joints.contains(lower(next)), isTogether(at, next + 1),
                tokens[next + 1].kind == .word
            {
                last = next + 1
            } else if EntityRules.particlesWithoutCapitals.contains(lower(next))
                || lower(next) == "در" && lower(last) == "فون"
            {
                last = next
            } else if let name = behindArticle(next) {
                if behindArticle(name + 1) == nil { return name }
                last = name
            } else if isFirstName(next), !tokens[next].isGlued, !isSmall(next) {
                last = next
            } else {
                break
            }
        }
        let next = last + 1
        let isSurname =
            isTogether(at, next) && tokens[next].kind == .word && owner[next] < 0 && !isSmall(next)
            && lower(next).unicodeScalars.count > 2 && !isPartOfRole(next, words)
            && hits[next]?.contains { $0.kind != .city } != true
            && !SpeechAbroad.verbs.contains(lower(next)) && !QuoteWords.foreign.contains(lower(next))
        if isSurname { return behindArticle(next + 1) ?? next }
        return last > at ? last : nil
    }

    /// The name behind an Arabic article as it sounds: `ას-სისის`, `א-סיסי`.
    private func behindArticle(_ at: Int) -> Int? {
        guard EntityRules.soundedArticles.contains(lower(at)), lower(at + 1) == "-", isTogether(at, at + 2),
            tokens[at + 1].isGlued, tokens[at + 2].isGlued, tokens[at + 2].kind == .word
        else { return nil }
        return at + 2
    }

    private static let soundedArticles: WordSet = [
        "אל", "א", "אס", "אש", "ალ", "ელ", "ას", "აშ", "ად", "ან", "არ", "აზ", "ეს",
    ]

    private func isSmall(_ at: Int) -> Bool {
        EntityRules.smallWithoutCapitals.contains(lower(at)) || EntityRules.weekdays.contains(lower(at))
    }

    /// `عبد الفتاح السيسي`.
    private static let beginnings: WordSet = ["عبد", "أبو", "עבד", "אבו"]
    /// `اورسولا فون در لاین`.
    private static let particlesWithoutCapitals: WordSet = [
        "فون", "دير", "فان", "دي", "דר", "פון", "ואן", "דה", "ფონ", "დერ", "ვან",
    ]
    private static let joints: WordSet = ["بن", "ابن", "آل", "أبو", "عبد", "بنت"]
    private static let weekdays: WordSet = [
        "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
    ]
    static let smallWithoutCapitals = wordSet(
        """
        של את על אל עם כי אם לא גם רק אך או אבל היה היתה הייתה היו יהיה הוא היא הם הן זה זו זאת אלה אשר
        לפי בין אחרי לפני נגד בעקבות כדי לאחר מאז עד כמו כל יותר פחות כאשר אמר אמרה אמרו מסר מסרה הודיע
        הודיעה טען טענה הוסיף הוסיפה ציין ציינה הדגיש הדגישה קרא קראה דחה דחתה נפגש נפגשה הגיע יגיע תגיע
        צפוי צפויה ביום היום אתמול מחר בירך בירכה הזהיר הזהירה אינו אינה יש אין שם כאן הוא ביקר ביקרה
        في من إلى على عن مع أن إن بأن أنه إنه بأنه كان كانت هو هي الذي التي قد لم لن لا ما بعد قبل خلال
        حول ضد بين عند لدى يوم أمس اليوم غدا عبر ثم كما أو ليس سيكون إذا حتى منذ نحو دون غير كل هذا هذه
        ذلك وقال قال أمام وسط
        در از به با که این آن را برای تا هم نیز بر پس روز است بود شد کرد گفت می خود وی آنها ما شما یک دو پیش
        درباره میان علیه طی توسط همچنین اما یا اگر چون هر همه باید نیست شده کرده گفته خواهد شنبه دوشنبه جمعه
        رفت آمد داد گرفت رسید دید دارد داشت کند کنند کردند شدند بودند هستند آورد برد زد گذاشت ماند یافت
        """)
}
