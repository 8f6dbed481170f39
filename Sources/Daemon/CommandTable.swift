/// One command of the command line, declared once: its help, the man page and the completions come from here.
struct CommandSpec: Sendable {
    var name: String
    var usage: String
    var summary: String
    /// Lines for `--help`, the last of them examples.
    var detail: String
    var options: [(name: String, meaning: String)]
}

/// Exit codes of every command.
enum ExitCode {
    static let success: Int32 = 0
    /// The answer is no: nothing matched, nothing found, the message was not accepted.
    static let negative: Int32 = 1
    static let usage: Int32 = 2
    /// No daemon listens on the control socket.
    static let unavailable: Int32 = 69
    static let software: Int32 = 70
    /// The configuration is invalid.
    static let configuration: Int32 = 78
}

private let json = (name: "--json", meaning: "print JSON")
private let control = (name: "--control PATH", meaning: "control socket of the daemon (default /run/tocsin/control.sock)")
private let config = (name: "--config DIR", meaning: "configuration folder (default /etc/tocsin)")

/// Every command there is.
let commandTable: [CommandSpec] = [
    CommandSpec(name: "run", usage: "run [--config DIR] [--state DIR] [--control PATH]", summary: "run the service in the foreground",
        detail: "Watches folders, polls feeds, matches and delivers until told to stop. Under systemd it is told to by the unit.",
        options: [config, ("--state DIR", "where the store lies (default $STATE_DIRECTORY or /var/lib/tocsin)"), control,
            ("--log LEVEL", "error, warning, notice, info or debug")]),
    CommandSpec(name: "check", usage: "check [--config DIR] [--json]", summary: "check the whole configuration",
        detail: "Exits 0 when the configuration can be used, 78 when not. Says file, line, column, what is wrong and how to "
            + "mend it,\nnames folders that the service cannot read and the drop-in they need.",
        options: [config, json]),
    CommandSpec(name: "match", usage: "match FILE... [--watch QUERY | --watches LIST] [--explain] [--json] | match --batch PATH [...]",
        summary: "show what would match in files, and where",
        detail: "Uses the watches of the configuration, of a watchlist, or one query. Exits 1 when nothing matches. --explain shows the\n"
            + "evaluated query: what was found, and what was missing by how much. --batch reads JSON Lines {id, text, published, lang}\n"
            + "and answers {id, matches: [{watch, spans: [[start, end]]}]}, in Unicode scalars, end exclusive. A LIST that is no .yaml is\n"
            + "a phrase a line, each known by its line number from 0, with nothing in it an operator.\n\n"
            + "  tocsin match article.txt\n  tocsin match page.html --explain --watch '\"Lachin corridor\" NEAR/5 blockade'\n"
            + "  tocsin match --batch texts.jsonl --watches phrases.txt",
        options: [config, ("--watch QUERY", "a query instead of the configured watches"),
            ("--watches LIST", "a watchlist instead of the configured watches"), ("--explain", "show the evaluated query of every watch"),
            ("--batch PATH", "read JSON Lines from a file, or - for standard input"), ("--bytes", "spans in UTF-8 bytes"),
            ("--contract NAME", "standard, or workload: words are runs of letters and digits, marks count, phrases cross sentences"),
            ("--published DATE", "publication date of the files"), json]),
    CommandSpec(name: "test", usage: "test [FILE...] [--config DIR] [--json] | test add --from ALERT --expect none|WATCH",
        summary: "run the tests that watchlists hold, or make one of an alert",
        detail: "Runs `tests:` of the watchlists named, or of the whole configuration. A test is a text with the watches that must match\n"
            + "it and their number of mentions; all others of its list must not. Exits 1 when one does not hold, 78 when a list is invalid.\n"
            + "`add` writes the article of an alert (or an article, by its id) as a test into the watchlist of its watches, and says\n"
            + "whether it holds already.\n\n  sudo tocsin test add --from al_0123456789abcdef --expect none",
        options: [config, ("--from ID", "the alert, or the article"), ("--expect WATCHES", "none, or the watches that must match, with commas"),
            ("--name TEXT", "what the test shows"), ("--dry-run", "print the test, and write nothing"), control, json]),
    CommandSpec(name: "backtest", usage: "backtest LIST [--since 30d] [--watch ID] [--json]",
        summary: "run a watchlist over the stored archive",
        detail: "Shows hits a day, the latest with their highlights, and for a watch that is live what this version finds more and\n"
            + "fewer. Nothing is alerted. One runs at a time; alerts go on meanwhile.\n\n  tocsin backtest caucasus.yaml --since 90d",
        options: [("--since AGE", "how far to look back (default 30d)"), ("--watch ID", "only this watch of the list"), control, json]),
    CommandSpec(name: "query", usage: "query explain QUERY | query import --from DIALECT QUERY | query operators",
        summary: "explain a query, or bring one over from another language",
        detail: "`explain` prints how a query is read, what it will look for, what it costs, and what its author may not have meant.\n"
            + "`import` turns a query of lucene, meltwater, brandwatch, factiva or lexis into ours and reports what was changed and what was\n"
            + "left out. `operators` lists the language. A QUERY of - is read from standard input.\n\n"
            + "  tocsin query explain '\"Lachin corridor\" NEAR/5 (blockade OR checkpoint)'\n"
            + "  tocsin query import --from lexis 'lachin w/5 corridor! and not film'",
        options: [("--from DIALECT", "lucene, meltwater, brandwatch, factiva or lexis"), config, json]),
    CommandSpec(name: "extract", usage: "extract FILE|URL|- [--format json|gkg|view]", summary: "print the article in a file or page, with its facts",
        detail: "Facts are people, organisations, places, words of time and quotations with their speakers, each with its span, rule and\n"
            + "confidence. Offsets are Unicode scalars of `text`, end exclusive; `prefix` and `suffix` are the text around. On a terminal the\n"
            + "article is shown to be read, facts in colour; gkg is a row of GDELT's Global Knowledge Graph 2.1. Things are called as\n"
            + "`names:` of the configuration says, where there is one.",
        options: [("--published DATE", "publication date"), ("--format FORMAT", "json, gkg or view"), ("--feed", "print a feed with everything in it, not articles"),
            config, ("--batch PATH|-", "read JSON Lines {id, file|html|text, url}, or {case, file} for feeds, and answer each")]),
    CommandSpec(name: "feeds", usage: "feeds add URL | feeds import FILE.opml | feeds export  [--write] [--config DIR]",
        summary: "find the feeds of a site, or take over and hand out lists of feeds",
        detail: "`add` finds the feeds and news sitemaps of a site, shows what each holds, and prints the sources to add. `import` does the\n"
            + "same with an OPML list, `export` prints the configured feeds as one. --write puts the sources into conf.d/feeds.yaml,\n"
            + "leaving out what is configured already; then reload.\n\n"
            + "  tocsin feeds add https://paper.example/\n  sudo tocsin feeds import subscriptions.opml --write",
        options: [("--write", "add the sources to conf.d/feeds.yaml"), config, json]),
    CommandSpec(name: "status", usage: "status [--json]", summary: "how the service is doing",
        detail: "Sources, receivers, what waits, what is wrong and how to mend it.", options: [control, json]),
    CommandSpec(name: "alerts", usage: "alerts [--follow] [--limit N] [--json] | alerts show ID", summary: "list the last alerts",
        detail: "With --follow, goes on showing new ones. `show` tells all of one: its deliveries, the articles of its story with what\n"
            + "ties them to it, and everything that a digest holds.",
        options: [("--follow", "go on with new alerts"), ("--limit N", "how many (default 20)"), control, json]),
    CommandSpec(name: "deliveries",
        usage: "deliveries [waiting|delivered|dead|folded] | deliveries retry [ID] | deliveries replay [--since 36h] [--dry-run]",
        summary: "list deliveries, or send some once more",
        detail: "Dead ones are shown with why, and what mends it. `retry` makes one delivery, or every dead one, due now. `replay` does so with\n"
            + "the dead ones of a receiver, watch, story, alert or time; --all also with those that were taken. Each is sent with the id and\n"
            + "body it had, so that a receiver that has it can drop it.\n\n"
            + "  tocsin deliveries replay --receiver desk-hook --since 36h --all --dry-run",
        options: [("--receiver R", "only this receiver's"), ("--watch ID", "only alerts of this watch"), ("--story ID", "only alerts of this story"),
            ("--alert ID", "only this alert"), ("--since AGE", "only alerts younger than this"), ("--until AGE", "only alerts older than this"),
            ("--all", "also deliveries that were taken"), ("--dry-run", "show how many, and send nothing"),
            ("--limit N", "how many are listed (default 50)"), control, json]),
    CommandSpec(name: "silence", usage: "silence [list] | silence add --for 2h --reason TEXT [--watch ID] [--source ID] | silence end ID",
        summary: "hold matches back for a while",
        detail: "What a silence holds comes in one digest at its end; nothing is lost. --dry-run only shows what it would have held\n"
            + "in the last week.\n\n  tocsin silence add --watch lachin --for 2h --reason 'summit: we follow it live'",
        options: [("--for AGE", "how long"), ("--watch ID", "only this watch"), ("--source ID", "only articles of this source"),
            ("--reason TEXT", "why, for colleagues"), ("--author NAME", "who (default: your user name)"),
            ("--dry-run", "show what it would have held, and do nothing"), control, json]),
    CommandSpec(name: "watch", usage: "watch [list] | watch report ID [--since 7d] [--send]", summary: "how watches do, and what one checked and found",
        detail: "`list` shows for each watch its owner, hits and alerts a week (over four weeks), how many alerts were called wrong of those\n"
            + "judged by `tocsin feedback`, days without a hit, and its review date. `report` proves that a watch is alive: hits or\n"
            + "none, articles checked, sources failing. A watch with `report: 7d` sends it by itself.",
        options: [("--since AGE", "how far back (default 7d)"), ("--send", "also send it to the watch's receivers"), control, json]),
    CommandSpec(name: "feedback", usage: "feedback ALERT wrong|useful [--watch ID] [--note TEXT]", summary: "say that an alert was wrong, or useful",
        detail: "Counted by watch in `tocsin watch list`.",
        options: [("--watch ID", "only of this watch"), ("--note TEXT", "why"), ("--author NAME", "who (default: your user name)"), control, json]),
    CommandSpec(name: "routes", usage: "routes test WATCH [--language xx] [--source ID]", summary: "show where the alerts of a watch would go",
        detail: "Exits 1 when they would go nowhere.",
        options: [("--language xx", "of an article in this language"), ("--source ID", "of an article from this source"), config]),
    CommandSpec(name: "preview", usage: "preview RECEIVER [--type article|digest|notice] [--plain]", summary: "show what a receiver would be sent",
        detail: "Renders an example as the receiver's kind, or its template, makes it, from the configuration as it lies there; nothing is\n"
            + "sent, and no service need run. --plain shows the bodies that templates are filled from.",
        options: [("--type TYPE", "article (default), digest or notice"), ("--plain", "show what a template can name"), config]),
    CommandSpec(name: "send-test", usage: "send-test RECEIVER", summary: "send a test message and show the whole exchange",
        detail: "Shows request, status, answer and timing. Exits 1 when the receiver did not accept it.",
        options: [control, json]),
    CommandSpec(name: "why", usage: "why URL|HEADLINE|FILE|ID [--watch ID] [--share]", summary: "why an article alerted, or did not",
        detail: "Knows what was never seen, unreadable, did not match, was counted in a story or held, until when, and what was\n"
            + "delivered when. --watch evaluates a watch over the stored article: which clause holds, and what is missing by how much.",
        options: [("--watch ID", "explain this watch, clause by clause"), ("--share", "as plain text for a colleague"), control, json]),
    CommandSpec(name: "verify", usage: "verify [--since 30d] [--json]", summary: "hold alerts against the texts that they are of",
        detail: "Reads every alert's body again and compares each mention, sentence, name, quotation and date with the stored text at its\n"
            + "span. Exits 1 when one does not hold.",
        options: [("--since AGE", "how far back (default 30d)"), control, json]),
    CommandSpec(name: "rescan", usage: "rescan", summary: "compare all folders and poll all feeds now", detail: "", options: [control]),
    CommandSpec(name: "reload", usage: "reload", summary: "take up the configuration, all of it or nothing",
        detail: "Prints what was added, changed and removed, and which credentials need a restart. Exits 78 and changes nothing\n"
            + "when the configuration is invalid.",
        options: [config, control, json]),
    CommandSpec(name: "backup", usage: "backup FILE", summary: "write a whole copy of the store while the service runs",
        detail: "Move it to a new machine and `tocsin restore` it there; nothing alerts twice.", options: [control]),
    CommandSpec(name: "restore", usage: "restore FILE | restore --rollback", summary: "put a backup in place while the service is stopped",
        detail: "Checks the file first and keeps the store it replaces beside it. --rollback goes back to the copy made before\n"
            + "the last change of schema.",
        options: [("--state DIR", "where the store lies"), ("--rollback", "back to the copy before the last schema change")]),
    CommandSpec(name: "schema", usage: "schema [tocsin|watchlist]", summary: "print the JSON Schema of a configuration file", detail: "",
        options: []),
    CommandSpec(name: "reference", usage: "reference [settings|man|bash]", summary: "print the settings page, the man page or completions",
        detail: "", options: []),
    CommandSpec(name: "version", usage: "version", summary: "print versions", detail: "", options: []),
    CommandSpec(name: "help", usage: "help [COMMAND]", summary: "explain a command", detail: "", options: []),
]

/// Version of this build; the package's changelog says the same, which a test holds.
let tocsinVersion = "0.1.0"
