package import Model

/// A flaw in a query: where (line and column from 1, in Unicode scalars of the query) and how to mend it.
package struct QueryError: Error, Sendable, Equatable {
    package var line: Int
    package var column: Int
    package var what: String
    package var fix: String
}

/// Reads a query: words, "phrases", AND, OR, NOT, parentheses, @lists, `#` comments. What dialects read differently (AND
/// mixed with OR without parentheses, two bare words) is refused with both readings. Bounds: 64 kB, 200 levels.
package func parseQuery(
    _ text: String, lists: @escaping (String) -> [String]?
) throws(QueryError) -> Query {
    var parser = QueryParser(tokens: try queryTokens(text), lists: lists)
    let query = try parser.expression(depth: 0)
    guard parser.at == parser.tokens.count else {
        throw parser.error("a closing parenthesis without its opening one", "remove it, or open one before")
    }
    guard hasPositive(query) else {
        throw QueryError(line: 1, column: 1, what: "the query only says what must not be there",
            fix: "add what to look for: x AND NOT y")
    }
    return query
}

/// Whether an article could satisfy the query only by something that stands in it.
package func hasPositive(_ query: Query) -> Bool {
    switch query {
    case .phrase, .near: true
    case .list(_, let items): !items.isEmpty
    case .all(let parts): parts.contains(where: hasPositive)
    case .any(let parts): !parts.isEmpty && parts.allSatisfy(hasPositive)
    case .not: false
    case .labelled(_, let inner): hasPositive(inner)
    }
}

struct QueryToken {
    enum Kind: Equatable { case word(String), phrase(String), list(String), and, or, not, open, close }

    var kind: Kind
    var line: Int
    var column: Int

    /// As it was written.
    var text: String {
        switch kind {
        case .word(let text): text
        case .phrase(let text): "\"\(text)\""
        case .list(let name): "@\(name)"
        case .and: "AND"
        case .or: "OR"
        case .not: "NOT"
        case .open: "("
        case .close: ")"
        }
    }
}

private struct QueryParser {
    let tokens: [QueryToken]
    let lists: (String) -> [String]?
    var at = 0

    init(tokens: [QueryToken], lists: @escaping (String) -> [String]?) { (self.tokens, self.lists) = (tokens, lists) }

    func error(_ what: String, _ fix: String, at place: Int? = nil) -> QueryError {
        let index = min(place ?? at, tokens.count - 1)
        let token = index >= 0 ? tokens[index] : QueryToken(kind: .open, line: 1, column: 1)
        return QueryError(line: token.line, column: token.column, what: what, fix: fix)
    }

    /// Operands joined by AND or by OR, not both.
    mutating func expression(depth: Int) throws(QueryError) -> Query {
        guard depth < 200 else { throw error("more than 200 parentheses inside each other", "use lists") }
        let start = at
        var parts = [try operand(depth)]
        var joiner: QueryToken.Kind?
        while at < tokens.count, tokens[at].kind != .close {
            let token = tokens[at]
            guard token.kind == .and || token.kind == .or else {
                if token.kind == .not {
                    throw error("NOT stands without AND before it", "write AND NOT")
                }
                throw twoWords()
            }
            if let joiner, joiner != token.kind { throw mixed(from: start) }
            joiner = token.kind
            at += 1
            parts.append(try operand(depth))
        }
        if parts.count == 1 { return parts[0] }
        return joiner == .or ? .any(parts) : .all(parts)
    }

    private mutating func operand(_ depth: Int) throws(QueryError) -> Query {
        guard at < tokens.count else { throw error("something to look for is missing at the end", "add it") }
        let token = tokens[at]
        switch token.kind {
        case .word(let text), .phrase(let text):
            at += 1
            guard !PhrasePattern(text).isEmpty else {
                throw error("'\(text)' holds no letter or digit", "write words", at: at - 1)
            }
            return .phrase(text)
        case .list(let name):
            at += 1
            guard let items = lists(name) else {
                throw error("there is no list '@\(name)'", "add it under lists:", at: at - 1)
            }
            return .list(name: name, items: items)
        case .not:
            at += 1
            return .not(try operand(depth))
        case .open:
            at += 1
            let inner = try expression(depth: depth + 1)
            guard at < tokens.count, tokens[at].kind == .close else {
                throw error("a parenthesis is not closed", "add )")
            }
            at += 1
            return inner
        case .close, .and, .or:
            throw error("something to look for should stand before '\(token.text)'", "add it or remove '\(token.text)'")
        }
    }

    private func twoWords() -> QueryError {
        let (left, right) = (tokens[at - 1].text, tokens[at].text)
        if ["and", "or", "not", "near"].contains(right) || ["and", "or", "not", "near"].contains(left) {
            return error("'\(right)' follows '\(left)' with no operator between", "operators are written in capitals: AND, OR, NOT")
        }
        if case .word = tokens[at - 1].kind, case .word = tokens[at].kind {
            return error("two bare words, which some read as a phrase and some as AND or OR",
                "write \"\(left) \(right)\" for the phrase, or \(left) AND \(right) for both anywhere")
        }
        return error("'\(right)' follows '\(left)' with no operator between", "write \(left) AND \(right), or \(left) OR \(right)")
    }

    /// AND and OR side by side: both readings of the whole chain.
    private func mixed(from start: Int) -> QueryError {
        var groups: [[String]] = [[]]
        var flat: [(text: String, joiner: QueryToken.Kind?)] = []
        var depth = 0
        var current = ""
        for token in tokens[start...] {
            if depth == 0, token.kind == .close { break }
            if token.kind == .open { depth += 1 }
            if token.kind == .close { depth -= 1 }
            if depth == 0, token.kind == .and || token.kind == .or {
                flat.append((current, token.kind))
                current = ""
            } else {
                current += current.isEmpty || current.hasSuffix("(") || token.kind == .close ? token.text : " " + token.text
            }
        }
        flat.append((current, nil))
        func reading(tight: QueryToken.Kind, _ tightName: String, _ looseName: String) -> String {
            groups = [[]]
            for part in flat {
                groups[groups.count - 1].append(part.text)
                if let joiner = part.joiner, joiner != tight { groups.append([]) }
            }
            return groups.map { $0.count > 1 ? "(" + $0.joined(separator: " \(tightName) ") + ")" : $0[0] }
                .joined(separator: " \(looseName) ")
        }
        let first = reading(tight: .and, "AND", "OR")
        let second = reading(tight: .or, "OR", "AND")
        return error("AND and OR are mixed without parentheses, and dialects read that differently",
            "write \(first)   or   \(second)")
    }
}
