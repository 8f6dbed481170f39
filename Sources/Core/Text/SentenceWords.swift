/// Words that decide whether a full stop ends a sentence; all in lower case.
enum SentenceWords {
    /// Never at the end of a sentence: something always follows.
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "col", "lt", "maj",
        "capt", "cmdr", "adm",
        "sgt", "cpl", "pvt", "rev", "hon", "pres", "st", "ste", "mt", "ft", "messrs", "mme", "mlle", "fr",
        "sr", "sra", "srta",
        "dra", "lic", "ing", "ud", "uds", "hr", "frau", "vs", "v", "cf", "ca", "approx", "nr", "bzw", "z",
        "им", "г", "гг",
        "ул", "д", "стр", "тыс", "млн", "млрд", "руб", "т", "п", "см", "напр", "проф", "акад", "supt", "insp",
        "atty", "asst",
        "amb", "det", "ofc", "pfc", "spc", "del", "dist", "dept", "gov't", "ald",
    ]
    /// Before a colon and who took or owns a picture.
    static let credits: Set<String> = [
        "image", "images", "photo", "photos", "photograph", "video",
    ]
    /// Before a number alone.
    static let beforeNumbers: Set<String> = [
        "no", "nos", "p", "pp", "vol", "fig", "figs", "art", "sec", "ch", "n°", "nº", "ed", "eds", "op",
        "par", "min", "max", "est",
    ]
    /// At the end of a sentence at times: when what follows begins one.
    static let either: Set<String> = [
        "jr", "sr", "etc", "inc", "ltd", "co", "corp", "bros", "al", "jan", "feb", "mar", "apr", "jun", "jul",
        "aug", "sep", "sept",
        "oct", "nov", "dec", "av", "ave", "blvd", "rd", "hwy", "sq", "bldg", "calif", "fla", "mass", "tex",
        "wash", "ariz", "colo",
        "conn", "mich", "minn", "okla", "tenn", "wis", "ky", "ala", "ark", "kan", "mont", "neb", "nev", "wyo",
        "ga", "md", "va",
        "mon", "tue", "tues", "wed", "thu", "thurs", "fri", "esq", "phd", "plc", "llc", "gmbh", "dc",
    ]
    /// Words that begin a sentence often and follow an abbreviation within one hardly ever.
    static let openers: Set<String> = [
        "the", "a", "an", "in", "on", "at", "he", "she", "it", "they", "we", "you", "but", "and", "this",
        "that", "these", "those",
        "however", "meanwhile", "after", "before", "when", "while", "as", "for", "since", "under", "his",
        "her", "its", "their",
        "our", "my", "your", "how", "what", "where", "who", "why", "did", "does", "do", "is", "are", "was",
        "were", "if", "although",
        "though", "because", "so", "yet", "also", "there", "here", "now", "then", "some", "many", "most",
        "all", "no", "not", "with",
        "from", "by", "to", "i", "one", "two", "more", "last", "earlier", "later", "today", "yesterday",
        "asked", "despite",
        "during", "both", "other", "another", "such", "according", "image", "photo", "video", "picture",
        "even", "only", "still", "until", "several",
    ]
    /// Titles that begin a sentence too.
    static let openingTitles: Set<String> = ["mr", "mrs", "ms", "dr", "prof"]
    /// What a day's number stands before: `12. Juni`.
    static let behindDays: Set<String> = [
        "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
        "november", "dezember",
        "jänner", "jahrhundert", "jahrhunderts", "januari", "februari", "maart", "mars", "juin", "marts",
        "maj", "kvartal",
    ]
}
