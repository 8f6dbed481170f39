package import Model

extension Term {
    /// As a query would say it; reading it gives the same term.
    package var written: String {
        var out = isLiteral ? "lit(\"\(text)\")" : "\"\(text)\""
        if edits > 0 { out += "~\(edits)" }
        if crossesSentences { out += "%any" }
        if letterCase == .asWritten { out = "=" + out }
        if !inflections.isEmpty { out = "infl(\(out), \(inflections.joined(separator: ", ")))" }
        if !variants.isEmpty { out = "translit(\(out))" }
        if letters != .lenient { out = (letters == .exact ? "exact" : "fold") + "(\(out))" }
        if letterCase == .capitals { out = "caps(\(out))" }
        return language.map { "\($0):\(out)" } ?? out
    }
}

extension Query {
    /// The query in its plainest form: every group in parentheses, every phrase in quotation marks. Reading
    /// it gives the same query, lists and watches by name.
    package var written: String { written(inside: false) }

    private func written(inside: Bool) -> String {
        switch self {
        case .term(let term): return term.written
        case .list(let name, _): return "@" + name
        case .all(let parts):
            return group(
                parts.map { $0.written(inside: true) }.joined(separator: " AND "), inside && parts.count > 1)
        case .any(let parts):
            return group(
                parts.map { $0.written(inside: true) }.joined(separator: " OR "), inside && parts.count > 1)
        case .not(let part): return "NOT " + part.written(inside: true)
        case .near(let a, let b, let distance):
            return group("\(a.written(inside: true)) \(distance.written) \(b.written(inside: true))", inside)
        case .apart(let a, let b, let distance):
            return group(
                "\(a.written(inside: true)) NOT \(distance.written) \(b.written(inside: true))", inside)
        case .outside(let a, let b):
            return group("\(a.written(inside: true)) NOT IN \(b.written(inside: true))", inside)
        case .atLeast(let least, let part): return "ATLEAST/\(least)(\(part.written))"
        case .first(let most, let part): return "FIRST/\(most)(\(part.written))"
        case .within(let field, let part): return "\(field.rawValue):\(part.written(inside: true))"
        case .test(let test): return test.written
        case .score(let weights, let threshold):
            let parts = weights.map { "\($0.query.written(inside: true)): \($0.points)" }.joined(
                separator: ", ")
            return "score: {\(parts)} >= \(threshold)"
        case .labelled(let name, let part): return name.hasPrefix("@") ? name : part.written(inside: inside)
        }
    }

    private func group(_ text: String, _ isGroup: Bool) -> String { isGroup ? "(\(text))" : text }
}

extension Proximity {
    /// `NEAR/5`, `SENT`.
    var written: String {
        switch self {
        case .sentence: "SENT"
        case .paragraph: "PARA"
        case .said: "SAID"
        case .words(let most, let isOrdered): "\(isOrdered ? "O" : "")NEAR/\(most)"
        }
    }
}

extension Test {
    /// As a query would say it.
    var written: String {
        switch self {
        case .source(let name): "source:\"\(name)\""
        case .url(let part): "url:\"\(part)\""
        case .language(let code): "lang:\(code)"
        case .tag(let name): "tag:\"\(name)\""
        case .date(let from, let until): "date:\(from?.iso8601 ?? "")..\(until?.iso8601 ?? "")"
        case .words(let least, let most): "words:\(least)..\(most == .max ? "" : String(most))"
        }
    }
}
