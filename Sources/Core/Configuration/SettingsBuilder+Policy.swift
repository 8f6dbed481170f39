import Model
import Text

extension SettingsBuilder {
    /// When alerts may be told.
    mutating func timing(_ node: Node?) -> TimingDraft? {
        guard let node, let fields = checker.fields(node, SettingsTable.timing) else { return nil }
        if fields.values["digest"] != nil, fields.values["at"] != nil {
            checker.complain(
                fields.mark("digest"), "a timing has both digest and at", fix: "keep one of them")
        }
        if let every = fields.duration("digest"), every < .seconds(60) || every > .seconds(86_400) {
            checker.complain(
                fields.mark("digest"), "'digest' should be from 1m to 1d",
                fix: "write 30m, or at: for times of day")
        }
        if let wait = fields.duration("wait"), wait < .seconds(1) || wait > .seconds(3600) {
            checker.complain(
                fields.mark("wait"), "'wait' should be from 1s to 1h", fix: "write wait: 2m")
        }
        let quiet = fields.list("quiet").compactMap { node -> TimingDraft.Quiet? in
            guard let one = checker.fields(node, SettingsTable.quiet),
                let from = one.text("from").flatMap(parseTimeOfDay),
                let to = one.text("to").flatMap(parseTimeOfDay)
            else { return nil }
            return TimingDraft.Quiet(
                from: from, to: to, days: weekdays(one), dates: dates(one), holidays: one.text("holidays"),
                mark: one.mark)
        }
        return TimingDraft(
            every: fields.duration("digest"),
            at: fields.list("at").compactMap { $0.text.flatMap(parseTimeOfDay) },
            days: weekdays(fields), quiet: quiet, cooldown: fields.duration("cooldown"),
            wait: fields.duration("wait"),
            zone: fields.text("zone") ?? "UTC", zoneMark: fields.mark("zone"),
            urgentBreaches: fields.text("urgent") != "waits")
    }

    /// Numbers of the days that are named, 1 for Monday; all when none is.
    private func weekdays(_ fields: Fields) -> Set<Int> {
        let named = fields.list("days").compactMap { node in
            node.text.flatMap { SettingsTable.weekdays.firstIndex(of: $0) }.map { $0 + 1 }
        }
        return named.isEmpty ? Set(1...7) : Set(named)
    }

    /// Dates and stretches of dates.
    private mutating func dates(_ fields: Fields) -> [ClosedRange<CivilDate>] {
        fields.list("dates").compactMap { node in
            let ends = (node.text ?? "").replacing("..", with: " ").split(separator: " ").map(String.init)
            let found = ends.compactMap(civilDate)
            guard found.count == ends.count, (1...2).contains(found.count), found[0] <= found[found.count - 1]
            else {
                checker.complain(
                    node.mark, "'\(node.text ?? "")' is no date",
                    fix: "write 2026-12-24, or \"2026-12-24..2027-01-02\"")
                return nil
            }
            return found[0]...found[found.count - 1]
        }
    }

    /// Adds an owner who is away.
    mutating func addAway(_ node: Node) {
        guard let fields = checker.fields(node, SettingsTable.away) else { return }
        routeNodes += fields.list("to")
        guard let owner = fields.text("owner"), let from = fields.text("from").flatMap(civilDate),
            let until = fields.text("until").flatMap(civilDate)
        else { return }
        if until < from {
            checker.complain(fields.mark("until"), "'until' is before 'from'", fix: "name the last day")
        }
        settings.away.append(
            Away(
                owner: owner, from: from, until: until, to: fields.list("to").compactMap(\.text),
                zone: fields.text("zone") ?? "UTC", mark: fields.mark))
    }

    /// Adds a name with its spellings.
    mutating func addName(_ node: Node) {
        guard let fields = checker.fields(node, SettingsTable.name), let name = fields.text("name") else {
            return
        }
        let also = fields.list("also")
        for spelling in [fields.values["name"]].compactMap({ $0 }) + also {
            let words = (spelling.text ?? "").split(whereSeparator: \.isWhitespace)
            guard words.isEmpty || words.count > 6 else { continue }
            checker.complain(
                spelling.mark, "a name has one to six words", fix: "write what an article would call it")
        }
        settings.names.append(
            KnownName(
                name: name, kind: fields.text("kind").flatMap(KnownName.Kind.init) ?? .person,
                also: also.compactMap(\.text)))
    }

    /// How long a source may bring nothing.
    mutating func silenceRule(_ fields: Fields) -> SilenceRule {
        switch fields.text("silence_after") ?? "auto" {
        case "auto": return .auto
        case "never": return .never
        case let text:
            if let age = parseDuration(text), age > .zero { return .after(age) }
            checker.complain(
                fields.mark("silence_after"), "'silence_after' is '\(text)'",
                fix: "write auto, never, or a time as 6h")
            return .auto
        }
    }

    /// What a watch says of its past: looking back, spikes, pauses, reports.
    mutating func setRules(_ draft: inout WatchDraft, _ fields: Fields) {
        draft.review = fields.text("review")
        draft.firstMention = fields.duration("first_mention")
        if let report = fields.duration("report") {
            draft.report = report
            if report < .seconds(3600) {
                checker.complain(
                    fields.mark("report"), "'report' should be at least 1h", fix: "write 1d or 7d")
            }
        }
        if let node = fields.values["on_create"], let made = checker.fields(node, SettingsTable.onCreate) {
            draft.lookBack = made.duration("look_back")
        }
        guard let node = fields.values["spike"], let spike = checker.fields(node, SettingsTable.spike) else {
            return
        }
        let factor = spike.text("factor").flatMap { Double($0) } ?? 0
        let least = spike.text("least").flatMap { Int($0) } ?? 0
        let within = spike.duration("within") ?? .seconds(86_400)
        if !(factor > 1 && factor <= 1000) {
            checker.complain(
                spike.mark("factor"), "'factor' should be a number above 1", fix: "write factor: 4")
        }
        if least < 1 {
            checker.complain(spike.mark("least"), "'least' should be a number from 1", fix: "write least: 5")
        }
        if within < .seconds(3600) || within > .seconds(4 * 86_400) {
            checker.complain(
                spike.mark("within"), "'within' should be from 1h to 4d", fix: "write within: 24h")
        }
        draft.spike = SpikeRule(within: within, factor: factor, least: least)
    }

    /// How many messages a receiver may have.
    mutating func rate(_ receiver: Fields) -> (messages: Int, per: Duration)? {
        guard let node = receiver.values["rate"], let fields = checker.fields(node, SettingsTable.rate) else {
            return nil
        }
        guard let messages = fields.text("messages").flatMap({ Int($0) }), (1...1_000_000).contains(messages)
        else {
            checker.complain(
                fields.mark("messages"), "'messages' should be a number from 1", fix: "write messages: 20")
            return nil
        }
        return (messages, max(fields.duration("per") ?? .seconds(3600), .seconds(1)))
    }

    /// Adds a route.
    mutating func addRoute(_ node: Node) {
        guard let fields = checker.fields(node, SettingsTable.route) else { return }
        func texts(_ name: String) -> [String] { fields.list(name).compactMap(\.text) }
        routeNodes += fields.list("to")
        settings.routes.append(
            Route(
                to: texts("to"), lists: texts("lists"), tags: texts("tags"),
                priorities: texts("priority").compactMap(Priority.init), languages: texts("languages"),
                sources: texts("sources"), goesOn: fields.flag("continue")))
    }
}

/// A day as `2026-12-24`.
func civilDate(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-").map { Int64($0) }
    guard parts.count == 3, text.utf8.count == 10, let year = parts[0], let month = parts[1],
        let day = parts[2],
        webDate(text) != nil
    else { return nil }
    return CivilDate(year: year, month: month, day: day)
}
