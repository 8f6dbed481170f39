import Model
import Text

/// An alert as every chat shows it: what is left of it when all receivers' differences are taken away.
struct Outline {
    /// A sentence with its mentions, in Unicode scalars of the sentence.
    struct Excerpt {
        var text: String
        var marks: [TextSpan]
    }

    /// One match of a digest.
    struct Item {
        var watch: String
        var text: String
        var url: String?
    }

    /// The headline, or what the message is.
    var title: String
    /// The one line of the alert.
    var line: String
    var watches: [String] = []
    var excerpts: [Excerpt] = []
    var items: [Item] = []
    var url: String?
    /// The feed or folder, and the file when there is no address.
    var source: String?
    /// What to type to learn more.
    var ask: String
    /// How many sentences or items an outline holds at most.
    static let (excerpts, items) = (5, 30)

    init(_ alert: Alert, for receiver: String) {
        line = alert.text.oneLine
        switch alert.content {
        case .article(let card, let watches, let mentions, let sentences):
            let mine = watches.filter { $0.receivers.contains(receiver) }
            title = card.headline.oneLine.isEmpty ? "Alert" : card.headline.oneLine
            self.watches = mine.map(\.title)
            let wanted = Set(mine.flatMap(\.mentions)).sorted().prefix(Outline.excerpts)
            for number in Set(wanted.map { mentions[$0].sentence }).sorted() {
                let marks = wanted.map { mentions[$0] }.filter { $0.sentence == number }.map(\.highlight)
                    .sorted()
                excerpts.append(Excerpt(text: sentences[number].text, marks: marks))
            }
            if [.correction, .ended].contains(alert.kind), let changes = alert.changes {
                excerpts = Outline.excerpts(of: changes) + excerpts
            }
            url = card.url
            source = card.url == nil ? card.file ?? card.sourceID : card.sourceID
            ask = "tocsin why \(card.id)"
        case .digest(let items, let summary):
            title = "Digest: \(summary)"
            self.items = items.map { Item(watch: $0.title, text: $0.text, url: $0.card.url) }
            ask = "tocsin alerts show \(alert.id)"
        case .notice(let notice):
            title = alert.kind == .heartbeat ? "Tocsin: heartbeat" : "Tocsin"
            line = notice.what.oneLine + (notice.mend.map { " - " + $0.oneLine } ?? "")
            ask = "tocsin status"
        }
    }

    /// What a correction changed, the first of it.
    private static func excerpts(of changes: RevisionChanges) -> [Excerpt] {
        changes.added.prefix(2).map { Excerpt(text: "now: " + $0, marks: []) }
            + changes.removed.prefix(2).map { Excerpt(text: "before: " + $0, marks: []) }
    }
}

/// What a service counts when it limits a text.
enum LengthUnit {
    case bytes, utf16, scalars

    func length(_ text: String) -> Int {
        switch self {
        case .bytes: text.utf8.count
        case .utf16: text.utf16.count
        case .scalars: text.unicodeScalars.count
        }
    }

    /// At most so many units, cut between characters, with an ellipsis where it was cut.
    func cut(_ text: String, _ limit: Int) -> String {
        guard length(text) > limit else { return text }
        var out = ""
        var used = length("…")
        for character in text {
            used += length(String(character))
            guard used <= limit else { break }
            out.append(character)
        }
        return out + "…"
    }
}

/// How a service writes emphasis and links, and what it must not be shown.
enum Style {
    case plain, discord, mattermost, googleChat, html

    /// A text that the service shows as it is: nothing in it becomes mark-up, a link or a call to people.
    func text(_ raw: String) -> String {
        var out = ""
        for scalar in raw.unicodeScalars where !Style.isHidden(scalar) {
            let isASCII = scalar.value < 0x80
            switch self {
            case .html where isASCII && "&<>\"".unicodeScalars.contains(scalar): out += "&#\(scalar.value);"
            case .discord where isASCII && "*_~`|>#[]()\\:".unicodeScalars.contains(scalar),
                .mattermost where isASCII && "*_~`|>#[]()\\:".unicodeScalars.contains(scalar):
                out += "\\\(scalar)"
            case .discord where scalar == "@" || scalar == "<",
                .mattermost where scalar == "@" || scalar == "<",
                .googleChat where isASCII && "@<*_~`".unicodeScalars.contains(scalar):
                // An invisible space keeps the sign from meaning anything.
                out += "\(scalar)\u{200B}"
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }

    func bold(_ shown: String) -> String {
        guard !shown.isEmpty else { return "" }
        return switch self {
        case .plain: shown
        case .discord, .mattermost: "**\(shown)**"
        case .googleChat: "*\(shown)*"
        case .html: "<b>\(shown)</b>"
        }
    }

    /// An address with a name; the address alone where it could end its own mark-up.
    func link(_ shown: String, _ url: String) -> String {
        let isSafe = url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[]\"|\\`".utf8.contains($0) }
        guard isSafe, url.hasPrefix("http") else { return "\(shown) \(text(url))" }
        return switch self {
        case .plain: "\(shown) \(url)"
        case .discord, .mattermost: "[\(shown)](\(url))"
        case .googleChat: "<\(url)|\(shown)>"
        case .html: "<a href=\"\(text(url))\">\(shown)</a>"
        }
    }

    func quote(_ shown: String) -> String {
        switch self {
        case .plain: "  \(shown)"
        case .discord, .mattermost: "> \(shown)"
        case .googleChat: "• \(shown)"
        case .html: "<i>\(shown)</i>"
        }
    }

    /// A sentence on one line with its mentions in bold.
    func excerpt(_ excerpt: Outline.Excerpt) -> String {
        let scalars = Array(excerpt.text.unicodeScalars)
        func part(_ range: Range<Int>) -> String {
            text(String(String.UnicodeScalarView(scalars[range])).folded)
        }
        var out = ""
        var at = 0
        for mark in excerpt.marks where mark.start >= at && mark.end <= scalars.count {
            out += part(at..<mark.start) + bold(part(mark.start..<mark.end))
            at = mark.end
        }
        return out + part(at..<scalars.count)
    }

    /// The whole message within a limit: what does not fit is counted and where to read it named.
    func message(_ outline: Outline, limit: Int, unit: LengthUnit, isTitled: Bool = true) -> String {
        var lines: [String] = []
        if isTitled { lines.append(bold(text(outline.title))) }
        if !outline.watches.isEmpty {
            lines.append(text(outline.watches.joined(separator: ", ")) + ": " + text(outline.line))
        } else if outline.items.isEmpty {
            lines.append(text(outline.line))
        }
        let body =
            outline.excerpts.map { quote(excerpt($0)) }
            + outline.items.map { item in
                let shown = text((item.watch.isEmpty ? "" : item.watch + ": ") + item.text)
                return "• " + (item.url.map { link(shown, $0) } ?? shown)
            }
        var end: [String] = []
        if let source = outline.source {
            end.append(outline.url.map { link(text(source), $0) } ?? text(source))
        }
        end.append(text(outline.ask))
        let last = end.joined(separator: " · ")
        var left = limit - unit.length(last) - 40
        var shown: [String] = []
        for line in lines {
            let fitting = unit.length(line) < left ? line : text(unit.cut(outline.line, max(20, left / 2)))
            shown.append(fitting)
            left -= unit.length(fitting) + 1
        }
        var omitted = 0
        for line in body {
            guard omitted == 0, shown.count < Outline.items + 4, unit.length(line) + 1 < left else {
                omitted += 1
                continue
            }
            shown.append(line)
            left -= unit.length(line) + 1
        }
        if omitted > 0 { shown.append("… and \(omitted) more") }
        return (shown + [last]).joined(separator: "\n")
    }

    /// Control characters and those that turn the direction of a line.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n": false
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}",
            "\u{200E}", "\u{200F}":
            true
        default: false
        }
    }
}

extension String {
    /// Line ends as spaces.
    fileprivate var folded: String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.isWhitespace ? " " : $0 }))
    }
}
