/// Every setting, declared once. The JSON Schema, the reference page and the messages of `check` come from
/// here.
package enum SettingsTable {
    /// A file of /etc/tocsin: tocsin.yaml and conf.d/*.yaml.
    package static let main = Record(name: "tocsin", meaning: "The service: tocsin.yaml and every file of conf.d.", settings: [
        Setting("name", .identifier, "Name of this installation, as it stands in every alert.", fallback: "tocsin"),
        Setting("sources", .listOf(.record(source)), "Folders to watch and feeds to poll."),
        Setting("receivers", .listOf(.record(receiver)), "Where alerts go."),
        Setting("lists", .mapOf(.listOf(.phrase)), "Named lists of phrases, used as \"@name\"."),
        Setting("watches", .listOf(.record(watch)), "Standing queries; larger collections go into watchlists.d."),
        Setting("defaults", .record(defaults), "What holds for every watch of this file that does not say otherwise."),
        Setting("operator", .record(operators), "Who hears of trouble with the service itself."),
        Setting("keep", .record(keep), "How long things are kept."),
        Setting("allow_private", .listOf(.text),
            "Address ranges (CIDR) that links, redirects and pages may lead to although they are not public."),
        Setting("http", .record(http), "Where /healthz, /readyz and /metrics are served, beside the control socket."),
        Setting("ping", .record(ping), "A dead man's switch: an address that is called while all is well."),
        Setting("stories", .record(stories), "How articles about one event become one story."),
        Setting("routes", .listOf(.record(route)),
            "Receivers of the watches that name none: the first route that fits, and those after it while `continue` says so."),
        Setting("names", .listOf(.record(name)),
            "People, organisations and places with their spellings in any script: one name in facts, stories and alerts."),
        Setting("away", .listOf(.record(away)),
            "Owners who are away: the alerts of their watches go elsewhere, and come to them as one summary at the end."),
    ])

    /// A file of /etc/tocsin/watchlists.d.
    package static let watchlist = Record(name: "watchlist", meaning: "A watchlist: one file of watchlists.d.", settings: [
        Setting("watchlist", .identifier, "Name of the list.", required: true),
        Setting("owner", .text, "Whom a colleague asks; shown in every alert."),
        Setting("defaults", .record(defaults), "What holds for every watch of this file that does not say otherwise."),
        Setting("lists", .mapOf(.listOf(.phrase)), "Named lists of phrases, used as \"@name\"."),
        Setting("watches", .listOf(.record(watch)), "The standing queries."),
        Setting("tests", .listOf(.record(test)), "Texts with the watches that must match them; `tocsin test` runs them."),
    ])

    static let test = Record(name: "test", meaning: "A text and what must match it.", settings: [
        Setting("name", .text, "What the test shows.", required: true),
        Setting("title", .text, "Headline of the text."),
        Setting("text", .text, "The text; an empty line ends a paragraph.", required: true),
        Setting("zone", .choice(["headline", "byline", "dateline", "body", "caption", "credit"]),
            "Which part of an article the text is.", fallback: "body"),
        Setting("language", .text, "Language of the text."),
        Setting("source", .text, "Id of the source it comes from."),
        Setting("expect", .mapOf(.text), "Watches of this list with their number of mentions; all others must not match.",
            required: true),
    ])

    static let source = Record(name: "source", meaning: "A folder or a feed.", settings: [
        Setting("id", .identifier, "Stable name; the path or address may change without a second alert.", required: true),
        Setting("folder", .path, "Folder to watch, with its subfolders."),
        Setting("feed", .secret, "Address of an RSS, Atom or JSON feed."),
        Setting("title", .text, "Name for people."),
        Setting("after", .choice(["leave", "move", "delete"]),
            "What happens to a file once it is stored; move puts it into `done/`.", fallback: "leave"),
        Setting("existing", .choice(["read", "baseline"]),
            "Files present at the very first scan: read and alert, or only remember.", fallback: "read"),
        Setting("watch", .choice(["auto", "inotify", "poll"]),
            "How changes are noticed; auto polls file systems that cannot tell.", fallback: "auto"),
        Setting("settle", .duration, "How long a file must keep still that was not closed or renamed before our eyes.",
            fallback: "2s"),
        Setting("rescan", .duration, "How often the whole folder is compared with the store.", fallback: "5m"),
        Setting("max_size", .size, "Larger files are refused and listed.", fallback: "64M"),
        Setting("every", .duration, "How often a feed is polled.", fallback: "10m"),
        Setting("fetch", .choice(["auto", "always", "never"]),
            "Whether an entry's page is read: auto reads it when the entry is not the whole article.", fallback: "auto"),
        Setting("fetch_wait", .duration, "How long an alert waits for the page before the feed's own text is matched.",
            fallback: "60s"),
        Setting("first_poll", .duration, "Entries of a first poll alert only when younger than this.", fallback: "24h"),
        Setting("robots", .flag, "Whether article pages obey robots.txt.", fallback: "true"),
        Setting("language", .text, "Language of this source when a text does not say."),
        Setting("silence_after", .text,
            "How long it may bring nothing before the operator is told, as 6h; auto: by its own rhythm; never.", fallback: "auto"),
    ])

    static let receiver = Record(name: "receiver", meaning: "Where alerts go: an id, and one kind.", settings: [
        Setting("id", .identifier, "Stable name; the address and secret may change without a second alert.",
            required: true),
    ] + kinds.map { Setting($0.name, .record($0), $0.meaning) } + [
        Setting("rate", .record(rate), "How many messages it may have; more wait, and come together in one digest."),
        Setting("heartbeat", .record(heartbeat), "A regular message that says that all is well, and what is not."),
        Setting("retired", .text, "On the way out: `drain`, or `move-to: ID` written as \"move-to ID\"."),
    ])

    /// The kinds of receiver with what each asks for.
    package static let kinds: [Record] = [
        kind("webhook", "A signed webhook: Standard Webhooks headers, CloudEvents body.", [
            address("Address; https, or http inside your own network."),
            Setting("secret", .secret, "Signing secret, `whsec_` and base64 of 24 to 64 bytes.", required: true),
            Setting("old_secrets", .listOf(.secret), "Secrets that count on while receivers change to the new one."),
            Setting("private_key", .secret, "Also sign with this Ed25519 key (v1a): `whsk_` and base64 of seed and public key."),
            Setting("also_sign", .oneOrMore(.choice(["github", "stripe"])), "Also sign as GitHub or Stripe do, with the secret as written."),
            Setting("body", .choice(["full", "thin", "batch"]),
                "thin leaves out what an alert quotes; batch sends what waits together, as a JSON array of events.", fallback: "full"),
            Setting("template", .tree, "A body of your own, with holes as \"{{ data.text }}\"; `tocsin preview` shows it."),
        ]),
        kind("slack", "A Slack incoming webhook.", [address("Address of the incoming webhook.")]),
        kind("discord", "A Discord webhook.", [address("Address of the webhook.")]),
        kind("teams", "A Microsoft Teams workflow that posts to a channel.", [address("Address of the workflow.")]),
        kind("mattermost", "A Mattermost or Rocket.Chat incoming webhook.", [address("Address of the incoming webhook.")]),
        kind("google_chat", "A Google Chat incoming webhook.", [address("Address of the webhook.")]),
        kind("ntfy", "A topic of an ntfy server.", [
            address("Address of the server."), Setting("topic", .secret, "The topic.", required: true),
            Setting("token", .secret, "Access token."),
        ]),
        kind("gotify", "A Gotify server.", [
            address("Address of the server."), Setting("token", .secret, "Token of the application.", required: true),
        ]),
        kind("telegram", "A Telegram bot.", [
            Setting("token", .secret, "Token of the bot.", required: true),
            Setting("chat", .secret, "Id of the chat, or @channel.", required: true),
            Setting("url", .secret, "Another Bot API server."),
        ]),
        kind("matrix", "A Matrix room.", [
            address("Address of the homeserver."), Setting("room", .text, "Id of the room, as \"!abc:server\".", required: true),
            Setting("token", .secret, "Access token of an account that is in the room.", required: true),
        ]),
        kind("pagerduty", "PagerDuty: one incident a story.", [
            Setting("key", .secret, "Integration key of an Events API v2 integration.", required: true),
            Setting("url", .secret, "Another address."),
        ]),
        kind("opsgenie", "Opsgenie: one alert a story.", [
            Setting("key", .secret, "API key.", required: true), Setting("url", .secret, "Another address, as https://api.eu.opsgenie.com/v2/alerts."),
        ]),
        kind("alertmanager", "Prometheus' Alertmanager; an alert lasts an hour.", [address("Address of Alertmanager.")]),
        kind("apprise", "An Apprise API gateway.", [
            address("Address with the key, as http://apprise:8000/notify/news."), Setting("tag", .text, "Tag that leads to one service."),
        ]),
        kind("email", "E-mail by a mail server.", [
            address("Mail server, as smtps://mail.example.org or smtp://mail.example.org:587."),
            Setting("from", .text, "Address it comes from.", required: true),
            Setting("to", .oneOrMore(.text), "Addresses it goes to; the server must take all of them.", required: true),
            Setting("user", .secret, "User name at the server."), Setting("password", .secret, "Its password."),
            Setting("starttls", .choice(["required", "off"]), "Whether an smtp server must offer STARTTLS.", fallback: "required"),
        ]),
    ]

    private static func address(_ meaning: String) -> Setting { Setting("url", .secret, meaning, required: true) }

    private static func kind(_ name: String, _ meaning: String, _ settings: [Setting]) -> Record {
        Record(name: name, meaning: meaning, settings: settings + [
            Setting("headers", .mapOf(.secret), "Further headers of every request."),
            Setting("ca", .path, "File of the authorities to trust instead of the system's, in PEM."),
            Setting("certificate", .path, "File of our own certificate (mTLS), in PEM."),
            Setting("certificate_key", .path, "File of its key."),
            Setting("proxy", .secret, "Proxy for this receiver, as http://proxy:3128."),
            Setting("timeout", .duration, "How long one request may take.", fallback: "20s"),
        ])
    }

    static let heartbeat = Record(name: "heartbeat", meaning: "A regular proof of life.", settings: [
        Setting("at", .timeOfDay, "Time of day, UTC.", required: true)
    ])

    static let defaults = Record(name: "defaults", meaning: "Defaults of the watches of one file.", settings: [
        Setting("to", .oneOrMore(.identifier), "Receivers."),
        Setting("zones", .listOf(.choice(["headline", "byline", "dateline", "body", "caption", "credit"])),
            "Parts of an article that are searched.", fallback: "[headline, dateline, body]"),
        Setting("priority", .choice(["low", "normal", "urgent"]), "How urgent.", fallback: "normal"),
        Setting("when", .choice(["first", "developments", "updates", "every"]),
            "What of a story rings: its first article, also what is new on the topic, also a word of every further article, or each as if there were no stories.",
            fallback: "developments"),
        Setting("timing", .record(timing), "When alerts may be told; what waits comes in one digest."),
        Setting("tags", .oneOrMore(.identifier), "Words that routes go by."),
    ])

    static let timing = Record(name: "timing", meaning: "When alerts may be told.", settings: [
        Setting("digest", .duration, "Together, at every whole multiple of this from midnight, as 30m or 1h."),
        Setting("at", .oneOrMore(.timeOfDay), "Together, at these times of day."),
        Setting("days", .oneOrMore(.choice(weekdays)), "Days on which a digest goes out.", fallback: "all days"),
        Setting("quiet", .listOf(.record(quiet)), "Hours in which nothing is told; it comes at their end."),
        Setting("wait", .duration, "How long the first alert of a story waits for the best copy, as 2m; later copies are counted meanwhile."),
        Setting("cooldown", .duration, "How long after an alert of a watch the next one waits."),
        Setting("zone", .text, "Time zone of all of this, as Asia/Baku.", fallback: "UTC"),
        Setting("urgent", .choice(["now", "waits"]), "Whether urgent alerts are told at once all the same.", fallback: "now"),
    ])

    static let quiet = Record(name: "quiet", meaning: "Quiet hours.", settings: [
        Setting("from", .timeOfDay, "Their begin.", required: true),
        Setting("to", .timeOfDay, "Their end, on the next day when it is not later.", required: true),
        Setting("days", .oneOrMore(.choice(weekdays)), "Days on which they begin.", fallback: "all days"),
        Setting("dates", .oneOrMore(.text), "Only on these dates, as 2026-12-24 or \"2026-12-24..2027-01-02\"."),
        Setting("holidays", .path, "Only on the days of this calendar (iCalendar), as a country's public holidays."),
    ])

    static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

    static let stories = Record(name: "stories", meaning: "How articles become stories.", settings: [
        Setting("window", .duration, "How far apart two articles of one story may come in.", fallback: "3d")
    ])

    static let route = Record(name: "route", meaning: "Where alerts go whose watch does not say.", settings: [
        Setting("to", .oneOrMore(.identifier), "Receivers.", required: true),
        Setting("lists", .oneOrMore(.text), "Only watches of these watchlists."),
        Setting("tags", .oneOrMore(.text), "Only watches with one of these tags."),
        Setting("priority", .oneOrMore(.choice(["low", "normal", "urgent"])), "Only watches of these priorities."),
        Setting("languages", .oneOrMore(.text), "Only articles in one of these languages."),
        Setting("sources", .oneOrMore(.text), "Only articles of these sources."),
        Setting("continue", .flag, "Whether the routes after it are looked at too.", fallback: "false"),
    ])

    static let name = Record(name: "name", meaning: "One person, organisation or place.", settings: [
        Setting("name", .text, "What it is called everywhere.", required: true),
        Setting("kind", .choice(["person", "organisation", "place"]), "What it is.", fallback: "person"),
        Setting("also", .oneOrMore(.text), "Other spellings, as Pashinian and Пашинян."),
    ])

    static let away = Record(name: "away", meaning: "An owner who is away.", settings: [
        Setting("owner", .text, "As watches and watchlists name them.", required: true),
        Setting("from", .date, "The first day.", required: true),
        Setting("until", .date, "The last day.", required: true),
        Setting("to", .oneOrMore(.identifier), "Receivers that stand in.", required: true),
        Setting("zone", .text, "Time zone of those days.", fallback: "UTC"),
    ])

    static let rate = Record(name: "rate", meaning: "How many messages a receiver may have.", settings: [
        Setting("messages", .text, "How many; urgent ones do not count.", required: true),
        Setting("per", .duration, "In which time.", fallback: "1h"),
    ])

    static let watch = Record(name: "watch", meaning: "A standing query with its policy.", settings: [
        Setting("id", .identifier, "Stable name; alert ids are made of it, so rename the title and never the id.",
            required: true),
        Setting("title", .text, "Name for people."),
        Setting("note", .text, "Why the watch exists."),
        Setting("owner", .text, "Whom a colleague asks."),
        Setting("review", .date, "A reminder to the owner; the watch goes on working."),
        Setting("any", .oneOrMore(.phrase), "Phrases of which one must stand in the article; \"@name\" is a list."),
        Setting("all", .oneOrMore(.phrase), "Phrases that must all stand in the article."),
        Setting("none", .oneOrMore(.phrase), "Phrases none of which may stand in the article."),
        Setting("near", .record(near), "Phrases one of which must stand near a mention."),
        Setting("match", .text, "A query instead of lists: words, \"phrases\", AND, OR, NOT, parentheses, @lists."),
        Setting("zones", .listOf(.choice(["headline", "byline", "dateline", "body", "caption", "credit"])),
            "Parts of an article that are searched.", fallback: "[headline, dateline, body]"),
        Setting("priority", .choice(["low", "normal", "urgent"]), "How urgent.", fallback: "normal"),
        Setting("to", .oneOrMore(.identifier), "Receivers."),
        Setting("when", .choice(["first", "developments", "updates", "every"]), "What of a story rings.",
            fallback: "developments"),
        Setting("timing", .record(timing), "When alerts may be told; what waits comes in one digest."),
        Setting("tags", .oneOrMore(.identifier), "Words that routes go by."),
        Setting("on_create", .record(onCreate), "What happens when the watch is made."),
        Setting("spike", .record(spike), "Tell when there is much more on the topic than there usually is."),
        Setting("first_mention", .duration,
            "A match is urgent when the watch had none for this long, and says so, as 30d."),
        Setting("report", .duration, "How often to tell what was checked and found, hits or none, as 7d."),
    ])

    static let onCreate = Record(name: "on_create", meaning: "What happens when a watch is made.", settings: [
        Setting("look_back", .duration, "One digest of what the archive holds that came in within this time, as 7d.", required: true)
    ])

    static let spike = Record(name: "spike", meaning: "When coverage is a spike, by the watch's own past four weeks.", settings: [
        Setting("within", .duration, "The stretch of time that is compared.", fallback: "24h"),
        Setting("factor", .text, "How many times the usual number of articles.", fallback: "4"),
        Setting("least", .text, "And at least so many articles.", fallback: "5"),
    ])

    static let near = Record(name: "near", meaning: "Company that a mention must have.", settings: [
        Setting("within", .text, "sentence, paragraph, or a number of words between.", fallback: "sentence"),
        Setting("any", .oneOrMore(.phrase), "The phrases.", required: true),
    ])

    static let operators = Record(name: "operator", meaning: "Who hears of trouble with the service.", settings: [
        Setting("to", .oneOrMore(.identifier), "Receivers.", required: true)
    ])

    static let keep = Record(name: "keep", meaning: "How long things are kept; seen marks outlive all of it.", settings: [
        Setting("articles", .duration, "Articles that matched nothing.", fallback: "90d"),
        Setting("matched", .duration, "Articles that matched, with their alerts.", fallback: "2y"),
        Setting("size", .size, "Upper bound of the store; the oldest unmatched articles go first.", fallback: "20G"),
    ])

    static let http = Record(name: "http", meaning: "Health and metrics over TCP.", settings: [
        Setting("listen", .text, "Loopback address and port, as 127.0.0.1:9464.", required: true)
    ])

    static let ping = Record(name: "ping", meaning: "A dead man's switch.", settings: [
        Setting("url", .secret, "Address that is fetched while all is well.", required: true),
        Setting("every", .duration, "How often.", fallback: "5m"),
    ])
}
