import Model
import Text

extension SettingsBuilder {
    /// Adds a receiver: an id, one kind with what it asks for, and what holds for every kind.
    mutating func addReceiver(_ node: Node) {
        guard let fields = checker.fields(node, SettingsTable.receiver), let id = claim("receiver", fields)
        else { return }
        let kinds = SettingsTable.kinds.filter { fields.values[$0.name] != nil }
        guard kinds.count == 1, let inner = fields.values[kinds[0].name],
            let details = checker.fields(inner, kinds[0])
        else {
            let known = SettingsTable.kinds.map(\.name).joined(separator: ", ")
            return checker.complain(
                fields.mark, "receiver '\(id)' needs exactly one kind", fix: "one of \(known)")
        }
        let isOwnAddress = kinds[0].setting("url")?.isRequired == false && details.values["url"] == nil
        let url = isOwnAddress ? Secret("") : secret(details, "url")
        if let url, !isOwnAddress { checkAddress(url, details) }
        var heartbeat: Int?
        if let node = fields.values["heartbeat"], let beat = checker.fields(node, SettingsTable.heartbeat) {
            heartbeat = beat.text("at").flatMap(parseTimeOfDay)
        }
        var receiver = ReceiverSettings(
            id: id, kind: kinds[0].name, url: url, signingSecret: signingSecret(details),
            headers: headers(details),
            timeout: details.duration("timeout") ?? .seconds(20), heartbeat: heartbeat,
            retired: retirement(fields), rate: rate(fields), mark: fields.mark)
        receiver.options = options(details, kinds[0])
        receiver.oldSecrets = oldSecrets(details)
        receiver.template = details.values["template"].map(template)
        settings.receivers.append(receiver)
    }

    /// A tree as JSON: a plain true, false, null or number is one, as in YAML.
    private func template(_ node: Node) -> TemplateDraft {
        var marks: [String: Mark] = [:]
        func json(_ node: Node) -> JSON {
            switch node.content {
            case .list(let items): return .array(items.map(json))
            case .map(let members): return .object(members.map { ($0.key.text ?? "", json($0.value)) })
            case .scalar(let text, let isPlain):
                if isPlain, let value = plainValue(text) { return value }
                marks[text] = node.mark
                return .string(text)
            }
        }
        return TemplateDraft(json: json(node), marks: marks, mark: node.mark)
    }

    private mutating func checkAddress(_ url: Secret, _ details: Fields) {
        guard details.record.name == "email" else {
            if !isWebAddress(url.exposed) {
                checker.complain(details.mark("url"), "the receiver's address is no http or https address")
            }
            return
        }
        if !isMailServer(url.exposed) {
            checker.complain(
                details.mark("url"), "the receiver's address is no mail server",
                fix: "write smtps://mail.example.org, or smtp://mail.example.org:587")
        }
        for node in details.list("to") + (details.values["from"].map { [$0] } ?? []) {
            guard let text = node.text, !isMailAddress(text) else { continue }
            checker.complain(node.mark, "'\(text)' is no mail address", fix: "write ana@desk.example")
        }
    }

    private mutating func signingSecret(_ details: Fields) -> Secret? {
        guard details.record.setting("secret") != nil else { return nil }
        let signing = secret(details, "secret")
        if let signing { checkSigning(signing, details.mark("secret")) }
        return signing
    }

    private mutating func checkSigning(_ secret: Secret, _ mark: Mark) {
        guard !isSigningSecret(secret.exposed) else { return }
        checker.complain(
            mark, "the signing secret is not whsec_ and base64 of 24 to 64 bytes",
            fix: "make one: printf whsec_; head -c 32 /dev/urandom | base64")
    }

    private mutating func oldSecrets(_ details: Fields) -> [Secret] {
        details.list("old_secrets").compactMap { node in
            noteReferences(node)
            guard let secret = checker.resolve(node, "old_secrets", lookup).map(Secret.init) else {
                return nil
            }
            checkSigning(secret, node.mark)
            return secret
        }
    }

    private mutating func headers(_ details: Fields) -> [(name: String, value: Secret)] {
        var headers: [(name: String, value: Secret)] = []
        for member in details.members("headers") {
            let name = member.key.text ?? ""
            noteReferences(member.value)
            guard let value = checker.resolve(member.value, name, lookup) else { continue }
            guard isHeader(name, value) else {
                checker.complain(
                    member.key.mark, "'\(name)' is no header, or one that is ours", fix: "remove it")
                continue
            }
            headers.append((name, Secret(value)))
        }
        return headers
    }

    /// What a kind asks for beside what most have.
    private mutating func options(_ details: Fields, _ kind: Record) -> [String: Secret] {
        var out: [String: Secret] = [:]
        for setting in kind.settings
        where !["url", "secret", "old_secrets", "headers", "timeout", "template"].contains(setting.name) {
            if case .secret = setting.kind {
                if details.values[setting.name] != nil { out[setting.name] = secret(details, setting.name) }
            } else if case .oneOrMore = setting.kind {
                let words = details.list(setting.name).compactMap(\.text)
                if !words.isEmpty { out[setting.name] = Secret(words.joined(separator: ",")) }
            } else if let text = details.text(setting.name) {
                out[setting.name] = Secret(text)
            }
        }
        if let key = out["private_key"], !key.exposed.hasPrefix("whsk_") {
            checker.complain(
                details.mark("private_key"),
                "the private key is not whsk_ and base64 of a seed and its public key")
        }
        return out
    }
}

/// What a plain scalar of YAML is when it is no text.
private func plainValue(_ text: String) -> JSON? {
    switch text {
    case "", "~", "null": .null
    case "true": .bool(true)
    case "false": .bool(false)
    default:
        Int64(text).map(JSON.integer) ?? (text.first?.isNumber == true ? Double(text).map(JSON.number) : nil)
    }
}

/// `smtp:` or `smtps:` with a host, perhaps a port, and nothing behind it: what stands there is not sent.
private func isMailServer(_ text: String) -> Bool {
    for scheme in ["smtps://", "smtp://"] where text.lowercased().hasPrefix(scheme) {
        let host = text.dropFirst(scheme.utf8.count)
        return !host.isEmpty && host.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"/?#@".utf8.contains($0) }
    }
    return false
}

/// An address of one line without quotes: what a mail server may be told between angle brackets.
private func isMailAddress(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && text.utf8.count <= 254
        && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"<>()[],;:\\\"".utf8.contains($0) }
}
