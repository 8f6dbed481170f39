/// Words around names; all in lower case.
enum EntityWords {
    /// Forms of address: what follows is a person's name, one word of it or more.
    static let honorifics: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness",
        "baron", "sheikh", "sheik",
        "sen", "rep", "gov", "gen", "col", "lt", "maj", "capt", "sgt", "cpl", "adm", "rev", "hon", "pope",
        "prince", "princess",
        "king", "queen", "duke", "duchess", "emperor", "sultan", "emir", "ayatollah", "imam", "rabbi",
        "father", "sister", "brother",
        "saint", "cardinal", "archbishop", "bishop", "pastor", "reverend", "maulana", "mullah", "mufti",
        "justice", "judge",
        "herr", "frau", "monsieur", "madame", "senor", "señor", "shri", "smt", "pt", "hajji", "haji", "engr",
        "barrister", "chief", "mk", "mep", "eng", "counselor", "nuncio",
    ]
    /// What a person is: before a name, or behind it in apposition.
    static let roles: Set<String> = [
        "president", "chancellor", "premier", "minister", "secretary", "secretary-general", "governor",
        "senator", "congressman",
        "congresswoman", "representative", "mayor", "ambassador", "envoy", "commissioner", "chairman",
        "chairwoman", "chairperson", "chair",
        "director", "director-general", "ceo", "executive", "officer", "spokesman", "spokeswoman",
        "spokesperson", "leader",
        "commander", "general", "colonel", "lieutenant", "major", "captain", "sergeant", "corporal",
        "admiral", "brigadier",
        "marshal", "inspector", "superintendent", "constable", "detective", "sheriff", "deputy",
        "vice-president", "vice-chancellor",
        "prosecutor", "attorney", "lawyer", "solicitor", "advocate", "judge", "justice", "magistrate",
        "lawmaker", "legislator", "mp", "mla",
        "councillor", "councilor", "councilman", "delegate", "diplomat", "consul", "analyst", "economist",
        "researcher", "scientist", "professor",
        "lecturer", "historian", "author", "writer", "journalist", "reporter", "correspondent", "editor",
        "columnist", "presenter", "host", "anchor",
        "activist", "campaigner", "organizer", "organiser", "coach", "manager", "striker", "midfielder",
        "defender", "goalkeeper", "forward",
        "skipper", "batsman", "bowler", "player", "quarterback", "singer", "actor", "actress", "filmmaker",
        "musician", "rapper",
        "artist", "designer", "architect", "engineer", "doctor", "physician", "surgeon", "nurse", "teacher",
        "principal", "headmaster", "student",
        "farmer", "fisherman", "businessman", "businesswoman", "entrepreneur", "founder", "co-founder",
        "owner", "investor", "tycoon", "billionaire",
        "oligarch", "pastor", "bishop", "archbishop", "cardinal", "imam", "cleric", "priest", "rabbi", "monk",
        "pope", "king", "queen",
        "prince", "princess", "monarch", "heir", "husband", "wife", "son", "daughter", "father", "mother",
        "brother", "sister", "uncle", "aunt",
        "cousin", "widow", "resident", "survivor", "victim", "witness", "suspect", "gunman", "refugee",
        "volunteer", "head", "boss",
        "treasurer", "auditor", "controller", "counsel", "adviser", "advisor", "aide", "strategist",
        "candidate", "nominee", "incumbent",
        "opponent", "rival", "democrat", "republican", "convenor", "convener", "coordinator", "co-ordinator",
        "administrator", "chief", "foreman", "pilot",
        "astronaut", "photographer", "cameraman", "whistleblower", "dissident", "warlord", "militant",
        "hacker", "scholar", "fellow", "expert",
        "specialist", "consultant", "curator", "conductor", "composer", "novelist", "poet", "playwright",
        "comedian", "model", "chef", "veteran",
        "undersecretary", "under-secretary-general", "undersecretary-general", "rapporteur", "negotiator",
        "mediator", "observer", "speaker",
        "vice-chairman", "co-chair", "dean", "rector", "provost", "trustee", "registrar", "commandant",
    ]
    /// Words that go before a role and belong to it.
    static let roleModifiers: Set<String> = [
        "prime", "foreign", "deputy", "vice", "first", "interim", "acting", "former", "then", "late", "chief",
        "senior", "assistant",
        "associate", "executive", "managing", "general", "national", "attorney", "interior", "defence",
        "defense", "finance",
        "health", "education", "energy", "trade", "economy", "justice", "agriculture", "transport",
        "environment", "culture", "press",
        "security", "state", "party", "opposition", "parliamentary", "supreme", "lieutenant", "major",
        "brigadier", "air", "rear",
        "white", "house", "department", "ministry", "government", "police", "army", "military", "navy",
        "union", "club", "team", "head",
        "home", "cabinet", "provincial", "regional", "federal", "city", "district", "municipal", "public",
        "information", "external", "affairs",
        "minister", "secretary", "communications", "majority", "minority", "special", "permanent",
        "presidential", "human", "rights", "human-rights", "co",
    ]
    /// Words that end an organisation's name.
    static let heads: Set<String> = [
        "ministry", "department", "university", "college", "institute", "institution", "academy", "school",
        "bank", "party", "council", "court",
        "commission", "committee", "agency", "authority", "association", "federation", "union",
        "organisation", "organization", "foundation",
        "fund", "trust", "society", "alliance", "coalition", "front", "movement", "group", "corporation",
        "company", "industries",
        "holdings", "partners", "enterprises", "airlines", "airways", "airlines", "motors", "pharmaceuticals",
        "technologies", "systems", "networks",
        "network", "television", "radio", "news", "times", "post", "herald", "tribune", "gazette", "journal",
        "press", "magazine", "daily", "guardian",
        "telegraph", "observer", "church", "mosque", "army", "navy", "force", "forces", "guard", "guards",
        "corps", "brigade", "battalion", "police",
        "parliament", "senate", "congress", "assembly", "cabinet", "bureau", "office", "service", "services",
        "board", "club", "united", "fc",
        "league", "team", "hospital", "clinic", "laboratory", "laboratories", "museum", "library", "theatre",
        "theater", "studio", "studios", "records",
        "pictures", "entertainment", "media", "communications", "telecom", "energy", "petroleum", "oil",
        "gas", "steel", "mining", "insurance", "capital",
        "investments", "securities", "exchange", "reserve", "treasury", "tribunal", "secretariat", "mission",
        "embassy", "consulate", "center", "centre",
        "programme", "program", "project", "initiative", "campaign", "forum", "conference", "congress",
        "chamber", "guild", "brotherhood", "jihad",
        "brigades", "militia", "regiment", "squadron", "command", "directorate", "administration", "registry",
        "inc", "corp", "ltd", "llc", "plc",
        "gmbh", "co", "ag", "sa", "nv", "pvt", "limited", "bancorp", "airlines", "railways", "railway",
        "airport", "authority", "ombudsman", "taskforce",
        "task", "unit", "division", "branch", "lab", "labs", "software", "solutions", "logistics", "foods",
        "brands", "stores", "resorts", "hotels",
    ]
    /// Heads that name an organisation with `of` behind them.
    static let headsWithOf: Set<String> = [
        "ministry", "department", "university", "bank", "office", "bureau", "institute", "council", "court",
        "association", "federation", "union",
        "organisation", "organization", "house", "church", "academy", "center", "centre", "college", "school",
        "board", "commission", "committee",
        "agency", "authority", "corps", "army", "league", "society", "chamber", "confederation", "congress",
        "front", "movement", "party", "alliance",
        "coalition", "directorate", "division", "brotherhood", "guild", "museum", "parliament", "senate",
        "assembly", "embassy", "tribunal", "fund", "order",
        "conference", "campaign", "voice",
    ]
    /// Heads that are an organisation's alone when capitalised within a sentence, but name none by
    /// themselves.
    static let weakHeads: Set<String> = [
        "group", "front", "movement", "team", "cup", "news", "times", "post", "project", "program",
        "programme", "campaign", "office", "service",
        "force", "forces", "task", "unit", "center", "centre", "school", "energy", "capital", "media", "oil",
        "gas", "network", "mission",
        "division", "branch", "journal", "daily", "house", "co", "united", "initiative", "forum",
        "conference", "exchange", "reserve", "command", "hospital",
        "airport", "church", "mosque", "museum", "library", "theatre", "theater", "steel", "mining", "press",
        "board", "union", "club", "trust", "court",
    ]
    /// Peoples and believers of more than one country.
    static let peoples: Set<String> = [
        "arab", "arabs", "european", "europeans", "african", "africans", "asian", "asians", "american",
        "americans",
        "muslim", "muslims", "islamic", "christian", "christians", "jewish", "jew", "jews", "hindu", "hindus",
        "buddhist", "buddhists", "sikh", "sikhs", "catholic", "catholics", "protestant", "protestants",
        "sunni",
        "sunnis", "shia", "shiite", "shiites", "kurdish", "kurd", "kurds",
    ]
    /// Small words within the names of persons.
    static let particles: Set<String> = [
        "de", "la", "van", "von", "der", "den", "bin", "bint", "ibn", "al", "el", "da", "dos", "do", "du",
        "di", "del", "della", "ter", "ten",
        "le", "y", "e", "ul", "ur", "abu", "ben", "ould", "af", "zu", "st", "san", "mac", "mc", "o'",
    ]
    /// Words that begin sentences or stand capitalised in titles and are no part of a name.
    static let notNames: Set<String> = [
        "the", "a", "an", "in", "on", "at", "by", "for", "from", "to", "with", "of", "and", "but", "or",
        "nor", "so", "yet", "as", "if", "when", "while",
        "since", "after", "before", "during", "under", "over", "he", "she", "it", "they", "we", "you", "i",
        "his", "her", "its", "their", "our", "my", "your",
        "this", "that", "these", "those", "there", "here", "who", "what", "which", "where", "why", "how",
        "not", "no", "yes", "all", "some", "many", "most",
        "more", "other", "another", "such", "both", "each", "every", "either", "neither", "one", "two",
        "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "first", "second", "third", "last", "next", "new", "old", "former", "late",
        "early", "however", "meanwhile", "although",
        "though", "because", "also", "according", "despite", "among", "between", "against", "about", "into",
        "through", "without", "within", "until",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
        "march", "april", "may", "june", "july",
        "august", "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul",
        "aug", "sep", "sept", "oct", "nov", "dec",
        "today", "yesterday", "tomorrow", "said", "says", "asked", "photo", "image", "video", "file", "read",
        "watch", "editor", "editors", "note",
        "is", "are", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did", "will", "would",
        "can", "could", "should", "must", "might", "then",
        "now", "still", "even", "just", "only", "very", "too", "instead", "perhaps", "maybe", "earlier",
        "later", "recently", "currently", "finally",
        "please", "thanks", "thank", "dear", "hello", "breaking", "exclusive", "update", "opinion",
        "analysis", "explained", "latest", "top", "p", "m", "am", "pm",
        "arabic", "hindi", "urdu", "bengali", "swahili", "latin", "hebrew", "mandarin", "cantonese", "tamil",
        "farsi", "pashto", "kurdish",
        "covid-19", "covid", "coronavirus", "internet", "god", "allah", "christmas", "easter", "ramadan",
        "english", "ok", "gmt", "est", "utc", "edt", "ist", "cet",
        "dna", "hiv", "aids", "tv", "gdp", "dvd", "usd", "ceo", "cfo", "pm", "mp", "id", "it", "ai", "vip",
        "phd", "ph.d.", "h.e", "u.s.-led", "lng", "lpg", "icu", "fta", "ftas", "vat", "gst", "rna", "pcr",
        "gps",
        "suv", "suvs", "sme", "smes", "ngo", "ngos", "ppe", "atm", "atms", "lgbt", "lgbtq",
        "mou", "mous", "ict", "html", "pdf", "sms", "faq", "diy", "rsvp", "usb", "ev", "evs", "fdi", "ghg",
        "esg",
        "ipo", "roi", "kpi", "ppp", "ppps", "q&a", "bce",
    ]
    /// Verbs of speech that stand beside a person's name.
    static let speechVerbs: Set<String> = [
        "said", "says", "told", "tells", "added", "adds", "asked", "wrote", "writes", "tweeted", "noted",
        "explained", "argued", "insisted", "claimed",
        "warned", "declared", "replied", "stated", "recalled", "admitted", "acknowledged", "concluded",
        "remarked", "joked", "testified", "commented",
        "stressed", "emphasized", "emphasised", "vowed", "pledged", "urged", "tells", "continued", "believes",
        "thinks", "remembers", "complained",
    ]
    /// Words before a town's name.
    static let placePrepositions: Set<String> = [
        "in", "at", "near", "from", "to", "of", "around", "across", "outside", "inside", "towards", "toward",
        "via", "into", "throughout", "between",
        "over", "against", "within", "visit", "visited", "visiting", "left", "reach", "reached", "leave",
        "for", "through", "leaving", "northern",
        "southern", "eastern", "western", "central", "north", "south", "east", "west", "downtown", "nearby",
        "neighbouring", "neighboring",
    ]
    /// Words behind a place's name that make it one.
    static let placeNouns: Set<String> = [
        "province", "district", "region", "county", "state", "city", "town", "village", "island", "islands",
        "river", "lake", "mountain", "mountains",
        "valley", "peninsula", "bay", "gulf", "sea", "strait", "desert", "street", "avenue", "road", "square",
        "bridge", "park", "airport", "coast",
        "border", "area", "governorate", "municipality", "oblast", "prefecture", "canton", "emirate",
        "territory", "suburb", "neighborhood", "neighbourhood",
        "corridor", "crossing", "port", "basin", "plateau", "forest", "beach", "falls", "heights", "hills",
        "delta", "pass", "camp", "canal",
    ]
    /// Faiths that are also names of persons.
    static let faiths: Set<String> = ["islam", "christian", "sikh", "shia", "bahai"]
    /// What is built, won, held or kept: a name that ends so is no person's.
    static let buildings: Set<String> = [
        "station", "stadium", "arena", "hall", "tower", "plaza", "palace", "cathedral", "temple", "terminal",
        "highway", "expressway", "dam", "tunnel", "mall", "hotel", "monument", "memorial", "cemetery", "zoo",
        "bistro", "restaurant", "cafe", "café", "gates", "prize", "award", "awards", "cup", "trophy", "festival",
        "wheel", "bible", "quran", "koran", "gospel", "gospels", "day", "act", "bill", "treaty", "accord",
    ]
}
