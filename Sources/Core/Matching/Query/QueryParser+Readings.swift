/// What dialects read differently, said with both readings.
extension QueryParser {
    func twoWords() -> QueryError {
        let (left, right) = (tokens[at - 1].text, tokens[at].text)
        let operators = ["and", "or", "not", "near", "onear"]
        if operators.contains(right) || operators.contains(left) {
            return error(
                "'\(right)' follows '\(left)' with no operator between",
                "operators are written in capitals: AND, OR, NOT")
        }
        if case .word = tokens[at - 1].kind, case .word = tokens[at].kind {
            return error(
                "two bare words, which some read as a phrase and some as AND or OR",
                "write \"\(left) \(right)\" for the phrase, or \(left) AND \(right) for both anywhere")
        }
        return error(
            "'\(right)' follows '\(left)' with no operator between",
            "write \(left) AND \(right), or \(left) OR \(right)")
    }

    /// AND and OR side by side: both readings of the whole chain.
    func mixed(from start: Int, at joiner: Int) -> QueryError {
        var flat: [(text: String, isOr: Bool?)] = []
        var depth = 0
        var current = ""
        var isGlued = true
        for token in tokens[start...] {
            if depth == 0, case .close = token.kind { break }
            if case .open = token.kind { depth += 1 }
            if case .close = token.kind { depth -= 1 }
            if depth == 0, token.isJoiner {
                flat.append((current, token.isOr))
                (current, isGlued) = ("", true)
                continue
            }
            if case .close = token.kind { isGlued = true }
            if case .suffix = token.kind { isGlued = true }
            current += isGlued ? token.text : " " + token.text
            isGlued = token.gluesNext
        }
        flat.append((current, nil))
        return error(
            "AND and OR are mixed without parentheses, and dialects read that differently",
            "write \(reading(flat, tightOr: false))   or   \(reading(flat, tightOr: true))", at: joiner)
    }

    private func reading(_ flat: [(text: String, isOr: Bool?)], tightOr: Bool) -> String {
        var groups: [[String]] = [[]]
        for part in flat {
            groups[groups.count - 1].append(part.text)
            if let isOr = part.isOr, isOr != tightOr { groups.append([]) }
        }
        let (tight, loose) = tightOr ? (" OR ", " AND ") : (" AND ", " OR ")
        return groups.map { $0.count > 1 ? "(" + $0.joined(separator: tight) + ")" : $0[0] }.joined(
            separator: loose)
    }

    /// Operators of places of two kinds in a chain: both readings.
    func mixedChain(from start: Int) -> QueryError {
        let words = tokens[start..<min(tokens.count, start + 12)].map(\.text)
        return error(
            "different operators of nearness in one chain, and dialects read that differently",
            "use parentheses: (a NEAR/3 b) SENT c   or   a NEAR/3 (b SENT c), here of "
                + words.joined(separator: " "),
            at: start)
    }
}

extension QueryToken {
    var isJoiner: Bool {
        switch kind {
        case .and, .or: true
        default: false
        }
    }

    var isOr: Bool {
        if case .or = kind { return true }
        return false
    }

    /// What follows stands right behind it.
    var gluesNext: Bool {
        switch kind {
        case .open, .prefix, .exact, .minus: true
        default: false
        }
    }
}
