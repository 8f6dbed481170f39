import Model

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
        let quiet = fields.list("quiet").compactMap { node -> TimingDraft.Quiet? in
            guard let one = checker.fields(node, SettingsTable.quiet),
                let from = one.text("from").flatMap(parseTimeOfDay),
                let to = one.text("to").flatMap(parseTimeOfDay)
            else { return nil }
            return TimingDraft.Quiet(from: from, to: to, days: weekdays(one))
        }
        return TimingDraft(
            every: fields.duration("digest"),
            at: fields.list("at").compactMap { $0.text.flatMap(parseTimeOfDay) },
            days: weekdays(fields), quiet: quiet, cooldown: fields.duration("cooldown"),
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
