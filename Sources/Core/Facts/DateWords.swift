/// English words of time.
enum DateWords {
    static let months: [String: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
        "september": 9, "october": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4,
        "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
    ]
    /// Months that are also other words, and need a neighbour.
    static let doubtfulMonths: WordSet = [
        "may", "march", "mar", "august", "jun", "jan", "dec", "april", "june",
    ]
    static let weekdays: [String: Int] = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
        "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6,
        "sundays": 7,
    ]
    /// Only with a dot, or before a day.
    static let shortWeekdays: [String: Int] = [
        "mon": 1, "tue": 2, "tues": 2, "wed": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6,
        "sun": 7,
    ]
    static let numbers: [String: Int] = {
        var out: [String: Int] = [
            "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
            "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
            "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
            "forty": 40,
            "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "dozen": 12,
        ]
        out["thousand"] = 1000
        return out
    }()
    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
        "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
        "twenty-first": 21, "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25,
        "twenty-sixth": 26, "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30,
        "thirty-first": 31,
        "last": -1, "final": -1,
    ]
    /// TIMEX3's letters; those behind `T` are of a clock.
    static let units: [String: String] = [
        "second": "TS", "seconds": "TS", "minute": "TM", "minutes": "TM", "hour": "TH", "hours": "TH",
        "day": "D",
        "days": "D", "week": "W", "weeks": "W", "month": "M", "months": "M", "quarter": "Q", "quarters": "Q",
        "year": "Y", "years": "Y", "decade": "E", "decades": "E", "century": "C", "centuries": "C",
        "weekend": "WE", "weekends": "WE", "fortnight": "F", "fortnights": "F", "yr": "Y", "yrs": "Y",
        "hrs": "TH",
        "mins": "TM", "night": "N", "nights": "N",
    ]
    static let partsOfDay: [String: String] = [
        "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV",
        "evenings": "EV",
        "night": "NI", "nights": "NI", "noon": "MI", "midday": "MI", "dawn": "MO", "dusk": "EV",
    ]
    static let seasons: [String: String] = [
        "spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI",
    ]
    static let sets: [String: String] = [
        "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "annually": "P1Y",
        "annual": "P1Y",
        "yearly": "P1Y", "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "biannual": "P6M",
        "semiannual": "P6M", "semiannually": "P6M", "bimonthly": "P2M",
    ]
    /// A unit in one word with how long it is.
    static let longUnits: [String: String] = [
        "yearlong": "Y", "monthlong": "M", "weeklong": "W", "daylong": "D", "decadelong": "E",
    ]
    /// Decades of the last century by their name.
    static let decades: [String: Int] = [
        "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
        "seventies": 1970, "eighties": 1980, "nineties": 1990,
    ]
    /// Days of every year that have a name.
    static let holidays: [String: (month: Int, day: Int)] = [
        "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26),
        "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1), "halloween": (10, 31),
        "valentine's day": (2, 14), "st. patrick's day": (3, 17), "april fools' day": (4, 1),
        "may day": (5, 1),
        "bastille day": (7, 14), "veterans day": (11, 11), "armistice day": (11, 11), "women's day": (3, 8),
        "international women's day": (3, 8), "earth day": (4, 22), "world aids day": (12, 1),
        "juneteenth": (6, 19), "all saints' day": (11, 1),
    ]
    /// Days from Easter Sunday.
    static let daysByEaster: [String: Int] = [
        "easter": 0, "easter sunday": 0, "easter monday": 1, "good friday": -2, "palm sunday": -7,
        "ash wednesday": -46, "holy thursday": -3, "maundy thursday": -3, "shrove tuesday": -47,
        "mardi gras": -47, "pentecost": 49, "whit monday": 50,
    ]
    /// The so-manieth weekday of a month, the last for -1.
    static let daysByWeekday: [String: (month: Int, weekday: Int, count: Int)] = [
        "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4), "labor day": (9, 1, 1),
        "memorial day": (5, 1, -1), "columbus day": (10, 1, 2), "presidents' day": (2, 1, 3),
        "martin luther king day": (1, 1, 3),
    ]
    static let vague: [String: String] = [
        "now": "PRESENT_REF", "currently": "PRESENT_REF", "nowadays": "PRESENT_REF",
        "presently": "PRESENT_REF",
        "recently": "PAST_REF", "lately": "PAST_REF", "formerly": "PAST_REF", "previously": "PAST_REF",
        "soon": "FUTURE_REF", "shortly": "FUTURE_REF",
    ]
    /// Zones that stand behind a time of day.
    static let zones: WordSet = [
        "gmt", "utc", "bst", "cet", "cest", "est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "msk",
        "et", "ct", "mt", "pt", "eastern", "central", "mountain", "pacific", "local", "moscow", "beijing",
    ]
    /// Words before an amount of time that say how exact it is.
    static let modifiers: [String: String] = [
        "almost": "LESS_THAN", "nearly": "LESS_THAN", "about": "APPROX", "around": "APPROX",
        "roughly": "APPROX",
        "approximately": "APPROX", "some": "APPROX", "over": "MORE_THAN", "early": "START", "late": "END",
        "mid": "MID", "mid-": "MID",
    ]
    /// Words that a bare year stands behind.
    static let beforeYear: WordSet = [
        "in", "since", "by", "until", "till", "from", "to", "of", "for", "during", "before", "after",
        "between",
        "and", "around", "about", "through", "early", "late", "mid", "circa", "year", "the", "through",
        "fiscal",
        "than", "back", "or", "as", "throughout", "summer", "winter", "spring", "fall", "autumn",
        "november's", "end",
    ]
    /// What is counted: a number before one of these is no year.
    static let counted: WordSet = [
        "people", "troops", "soldiers", "km", "kilometers", "kilometres", "miles", "meters", "metres", "feet",
        "dollars",
        "euros", "pounds", "deaths", "cases", "homes", "houses", "men", "women", "children", "students",
        "workers",
        "employees", "jobs", "points", "votes", "percent", "per", "tons", "tonnes", "members", "others",
        "million",
        "billion", "times", "hours", "days", "years", "square", "kilograms", "kg", "migrants", "refugees",
        "police",
        "officers", "seats", "victims", "civilians", "prisoners", "fighters", "acres", "hectares", "families",
        "patients",
        "m", "ft", "rupees", "yen", "yuan", "rubles", "volunteers", "passengers", "flights", "vehicles",
        "words",
    ]
    /// Words behind which a day is one to come.
    static let future: WordSet = ["will", "won't", "shall", "upcoming"]
    static let reportingCues: WordSet = [
        "said", "told", "announced", "reported", "added", "was", "were", "had", "did", "stated", "confirmed",
        "wrote",
        "killed", "arrested", "died", "met", "held", "began", "became", "made", "took", "came", "went",
    ]
    /// Every word that an expression can begin with.
    static let beginnings: Set<String> = {
        var out: Set<String> = [
            "today", "yesterday", "tomorrow", "tonight", "overnight", "last", "past", "previous", "next",
            "coming", "this", "current",
            "following", "same", "the", "a", "an", "that", "one", "early", "late", "mid", "earlier", "later",
            "every", "each", "more", "less",
            "at", "up", "as", "half", "several", "many", "few", "some", "midnight", "noon",
            "q1", "q2", "q3", "q4", "these",
            "end", "beginning", "start", "middle", "close", "rest", "remainder", "long",
        ]
        for words in [
            Set(months.keys), Set(weekdays.keys), Set(shortWeekdays.keys), Set(numbers.keys),
            Set(ordinals.keys), Set(units.keys),
        ] {
            out.formUnion(words)
        }
        out.formUnion(partsOfDay.keys)
        out.formUnion(seasons.keys)
        out.formUnion(sets.keys)
        out.formUnion(longUnits.keys)
        out.formUnion(decades.keys)
        out.formUnion(vague.keys)
        out.formUnion(modifiers.keys)
        for name in Array(holidays.keys) + Array(daysByEaster.keys) + Array(daysByWeekday.keys) {
            out.insert(String(name.split(separator: " ")[0]))
        }
        // `new year's` and `st. patrick's` are several tokens.
        out.formUnion(["new", "st", "st.", "valentine", "april", "women", "international"])
        return out
    }()
}
