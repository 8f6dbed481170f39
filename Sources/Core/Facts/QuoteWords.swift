/// Words of reporting; all in lower case.
enum QuoteWords {
    /// What verbs of speech and thought need to be a report.
    enum Frame {
        /// Reports by itself: `said`, `told`, `announced`.
        case speech
        /// Reports when a clause with `that`, a colon or quotation marks follow: `noted`, `found`, `called`.
        case clause
        /// Reports with `to` behind it: `vowed to`, `plans to`.
        case intent
    }

    static let verbs: [String: Frame] = {
        var out: [String: Frame] = [:]
        let speech = """
            said says say saying told tells tell telling added adds announced announces announcing stated
            states argued argues arguing claimed claims insisted insists explained explains warned warns
            warning declared declares replied replies responded admitted admits acknowledged acknowledges
            conceded concedes alleged alleges asserted asserts contended contends maintained maintains
            tweeted tweets wrote writes testified testifies vowed vows predicted predicts estimated
            estimates recalled recalls remarked remarks quipped joked joked complained complains stressed
            stresses emphasized emphasizes emphasised reiterated reiterates confirmed confirms denied denies
            suggested suggests concluded concludes reported reports boasted lamented countered cautioned
            opined observed exclaimed asked asks urged urges
            """
        let clause = """
            noted notes called calls calling described describes continued continues believes believe
            believed thinks think thought knows know knew feels feel felt hopes hope hoped fears fear feared
            expects expect expected found finds showed shows revealed reveals indicated indicates learned
            suspects doubts worries agreed agrees agree disagreed pointed points praised criticized
            criticised slammed blasted accused accuses labeled dubbed branded mocked hailed demanded demands
            proposed proposes pledged promised promises promise requested recommended recommends answered
            understood understands realized imagined assumed assumes considers considered views viewed sees
            saw speculated implied implies signaled signalled decided decides ruled rules ordered wondered
            wonders repeated repeats disclosed advised chanted shouted yelled whispered condemned condemns
            lauded attacked attacks denounced characterized characterised compared exhorted rated dismissed
            defended derided ridiculed touted likened deemed recounted detailed echoed alluded identified
            blamed sang sings yells shouts thanked welcomed rejected wants want wanted says posted read
            reads quoted cited citing referring commented heard hear remembers remembered advocates
            advocated question questions questioned worry worried charge charges charged argue claim
            insist explain warn declare admit concede allege assert contend predict estimate suggest
            conclude deny confirm complain acknowledge report announce stress emphasize propose recommend
            demand reveal indicate show note doubt wonder encouraged encourages
            """
        let participles = """
            asking claiming insisting noting reporting suggesting vowing promising predicting encouraging
            denouncing declaring stating replying tweeting writing chanting shouting describing demanding
            explaining acknowledging criticizing blaming mocking joking pledging urging alleging emphasizing
            stressing concluding pointing referring labeling boasting complaining citing quoting calling
            singing yelling remarking responding
            """
        for word in participles.split(whereSeparator: \.isWhitespace) { out[String(word)] = .speech }
        for word in foreign.words { out[word] = .speech }
        for word in speech.split(whereSeparator: \.isWhitespace) { out[String(word)] = .speech }
        for word in clause.split(whereSeparator: \.isWhitespace) where out[String(word)] == nil {
            out[String(word)] = .clause
        }
        let intents =
            "plans planned intends intended refuses refused threatened threatens offered agreed decided declined declines"
        for word
            in intents
            .split(separator: " ") where out[String(word)] == nil
        {
            out[String(word)] = .intent
        }
        return out
    }()
    /// Verbs of speech of other languages; what stands beside them is found by capitals and quotation marks
    /// alone.
    static let foreign = wordSet(
        """
        сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил отметила
        подчеркнул подчеркнула добавил добавила рассказал рассказала написал написала пояснил
        пояснила ответил ответила говорит говорится заявляет утверждает сказав сказав заявив
        повідомив повідомила зазначив зазначила додав додала наголосив підкреслив declaró dijo
        afirmó señaló añadió agregó aseguró explicó advirtió anunció indicó sostuvo déclaré affirmé
        ajouté expliqué estimé assuré indiqué annoncé souligné déclare affirme ajoute explique
        estime assure souligne dit sagte sagt erklärte erklärt betonte betont teilte fügte meinte
        warnte kündigte schrieb dedi söyledi belirtti açıkladı ifade kaydetti vurguladı ekledi
        bildirdi söylədi bildirib vurğulayıb deyib ասաց ասել հայտարարեց հայտարարել նշեց նշել ընդգծեց
        ավելացրեց գրել قال قالت أكد أكدت أعلن أعلنت صرح أضاف أضافت أوضح وقال وأكد وأضاف
        """)
    /// Behind which `to` begins what is said.
    static let intents: WordSet = [
        "plans", "planned", "intends", "intended", "refuses", "refused", "declined", "declines", "threatened",
        "threatens", "hopes",
        "hoped", "vowed", "vows", "pledged",
        "pledges", "promised", "promises", "wants", "wanted", "offered", "agreed", "decided", "expects",
        "expected", "asked", "urged", "called", "promise", "want", "hope",
    ]
    /// Forms of verbs that are nouns as often: only right behind a name, a pronoun or an adverb.
    static let nounLike: WordSet = [
        "tweets", "reports", "claims", "notes", "calls", "states", "hopes", "fears", "hope", "fear",
        "promise", "thought", "views", "points", "doubts",
        "demands", "estimates", "plans", "rules", "warning", "promises", "suspects", "feels", "answered",
        "read", "reads", "posted", "want", "sees", "saw", "asks",
        "urges", "counters", "remarks", "quotes", "suggesting", "describing", "reporting", "writing",
        "calling", "singing", "referring", "pointing", "telling", "claim", "report", "estimate", "stress",
        "question", "questions", "charge", "charges", "worry", "worries", "show", "note", "demand",
        "doubt", "wonder",
    ]
    /// Behind which a clause may come without `that`, though they say and think of things as often.
    static let clauseVerbs: WordSet = [
        "found", "finds", "showed", "shows", "show", "revealed", "reveals", "reveal", "indicated",
        "indicates",
        "indicate", "learned", "suspects", "doubts", "doubt", "worries", "worry", "worried", "agrees",
        "agree",
        "feel", "felt", "knew", "know", "fears", "fear", "feared", "hope", "hoped", "expect", "understood",
        "realized", "decided", "decides", "ruled", "wonders", "imagined", "implied",
        "implies", "signaled", "signalled", "disclosed", "remembers", "remembered", "charges", "charged",
        "argue",
        "claim", "insist", "warn", "admit", "concede", "allege", "contend", "predict", "suggest", "conclude",
        "deny", "confirm", "acknowledge", "report", "note",
    ]
    /// What speaks before the colon of a headline and has no name.
    static let sources: WordSet = [
        "poll", "polls", "report", "reports", "study", "survey", "police", "officials", "sources", "source",
        "minister", "ministry", "president", "experts", "analysts", "researchers", "scientists", "spokesman",
        "spokesperson", "lawyer", "witnesses", "expert", "analyst", "un",
    ]
    /// Of whom somebody asks to do something.
    static let requests: WordSet = [
        "told", "tell", "tells", "urged", "asked", "warned", "urges", "asks", "encouraged", "encourages",
        "advised", "ordered", "urging", "asking", "encouraging", "telling",
    ]
    /// Nouns of speech with somebody's name before them: `Trump's claim that`.
    static let nouns: WordSet = [
        "claim", "claims", "statement", "remark", "remarks", "comment", "comments", "assertion", "assertions",
        "allegation", "allegations", "argument", "warning",
        "promise", "pledge", "criticism", "accusation", "suggestion", "description", "insistence",
        "declaration", "announcement", "vow", "tweet", "words", "question",
        "complaint", "contention", "admission", "call", "demand", "view", "belief", "charge", "boast",
        "response", "answer",
    ]
    /// What people do who speak; alone no report.
    static let deedsOfSpeakers: WordSet = [
        "comments", "commented", "highlights", "highlighted", "began", "begins", "smiled", "smiles",
        "laughed", "laughs", "sighed", "sighs", "muttered", "mused", "muses", "enthused", "enthuses",
        "shrugged", "grinned", "reflected", "reflects", "offered", "offers", "quips", "jokes", "shared",
        "shares", "reveals", "details", "underlines", "underlined", "underscored", "underscores", "went",
        "gushed", "gushes", "fumed", "fumes", "pleaded", "pleads", "interjected", "chimed", "ventured",
        "volunteered", "surmised", "reasoned", "recounts", "reassured", "protested", "deadpanned",
        "emphasises", "signed", "finished", "started", "cried", "captioned", "noted", "notes",
        "states", "claims", "reports", "asks", "urges", "counters", "remarks", "admits", "observes",
    ]
    /// Behind which no verb comes, but a noun or an adjective: `the reported memo`, `all the stresses`.
    static let articles: WordSet = [
        "the", "a", "an", "his", "their", "its", "our", "my", "your", "every",
    ]
    /// Verbs by which somebody speaks within somebody's words.
    static let nestedVerbs: WordSet = [
        "said", "says", "told", "tells", "asked", "announced", "stated", "argued", "argues", "claimed",
        "claims", "insisted", "insists", "explained", "warned", "warns", "declared", "admitted",
        "acknowledged", "vowed", "predicted", "stressed", "stresses", "emphasized", "emphasizes",
        "emphasised", "reiterated", "reiterates", "confirmed", "denied", "denies", "suggested", "urged",
        "urges", "expressed", "expresses", "shared", "conveyed", "underscored", "underlined", "reaffirmed",
        "voiced", "appreciated", "promised", "promises", "pledged", "believes", "believed", "thinks",
        "praised", "criticized", "criticised", "condemned", "thanked", "welcomed", "rejected", "wrote",
    ]
    static let pronouns: WordSet = [
        "he", "she", "they", "i", "we", "it", "you", "who", "one", "both", "others", "some", "many", "most",
        "several",
    ]
    static let determiners: WordSet = [
        "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "this", "that", "these", "those",
        "some", "several", "many", "most", "one", "two",
        "three", "both", "other", "another", "each", "every", "any", "no", "few", "all", "more", "half",
    ]
    /// Between a subject and its verb.
    static let adverbs: WordSet = [
        "also", "then", "later", "once", "has", "have", "had", "is", "was", "were", "are", "been", "be",
        "would", "will", "never", "often", "always", "still", "even",
        "just", "earlier", "previously", "reportedly", "repeatedly", "recently", "further", "further", "now",
        "not", "n't", "did", "does", "do", "may", "might", "could",
        "can", "should", "sometimes", "didn't", "doesn't", "don't", "won't", "wouldn't", "couldn't", "can't",
        "hasn't", "haven't", "hadn't", "isn't", "aren't", "wasn't", "weren't", "shouldn't",
        "simply", "quickly", "too", "again", "first", "only", "already", "ever", "further",
        "himself", "herself", "themselves", "who", "which", "that", "all", "both",
    ]
    /// Where a noun phrase cannot go on to the left.
    static let stops: WordSet = [
        "and", "but", "or", "as", "if", "when", "while", "because", "although", "though", "that", "which",
        "who", "whom", "where", "what", "how", "why", "than", "so", "since", "after",
        "before", "until", "by", "is", "was", "were", "are", "be", "been", "has", "have", "had", "will",
        "would", "could", "should", "may", "might", "can", "not", "do", "did", "does",
        "on", "to", "into", "about", "during", "said", "says", "told", "including", "like", "then", "there",
        "here", "meanwhile", "however", "also", "even", "just", "still", "yet",
        "according", "despite", "without", "through", "over", "under", "against", "between", "among", "when",
        "whether",
    ]
    /// Small words that join the parts of one noun phrase.
    static let joints: WordSet = ["of", "for", "at", "with", "from", "in"]
}
