package import Model
import Text

/// Reads a query; the grammar stands in docs/query-language.md. What dialects read differently (AND mixed
/// with OR without parentheses, two bare words, operators of places mixed in a chain) is refused with both
/// readings. Bounds: 64 kB, 200 levels.
package func parseQuery(_ text: String, lookup: @escaping QueryLookup = { _ in nil }) throws(QueryError)
    -> Query
{
    var parser = try QueryParser(text, lookup: lookup, depth: 0)
    let query = try parser.whole()
    guard query.hasPositive else {
        let asksText = query.hasTerms
        throw QueryError(
            line: 1, column: 1,
            what: asksText
                ? "the query only says what must not be there"
                : "the query asks nothing of the text, only of what is around it",
            fix: "add what to look for: x AND \(asksText ? "NOT y" : query.written)")
    }
    return query
}

struct QueryParser {
    let tokens: [QueryToken]
    let lookup: QueryLookup
    var at = 0
    /// How many parentheses this one stands in.
    var depth: Int

    init(_ text: String, lookup: @escaping QueryLookup, depth: Int, line: Int = 1, column: Int = 1)
        throws(QueryError)
    {
        var lexer = try QueryLexer(text, line: line, column: column)
        tokens = try lexer.run()
        (self.lookup, self.depth) = (lookup, depth)
    }

    func error(_ what: String, _ fix: String, at place: Int? = nil) -> QueryError {
        guard let token = tokens[safe: min(place ?? at, tokens.count - 1)] else {
            return QueryError(line: 1, column: 1, what: what, fix: fix)
        }
        return QueryError(line: token.line, column: token.column, what: what, fix: fix)
    }

    /// The token here, if any.
    var here: QueryToken.Kind? { tokens[safe: at]?.kind }

    /// All of the tokens as one query.
    mutating func whole() throws(QueryError) -> Query {
        let query = try expression()
        guard at == tokens.count else {
            throw error("a closing parenthesis without its opening one", "remove it, or open one before")
        }
        return query
    }

    /// Operands joined by AND or by OR, not both.
    mutating func expression() throws(QueryError) -> Query {
        guard depth < 200 else { throw error("more than 200 parentheses inside each other", "use lists") }
        let start = at
        var parts = [try operand()]
        var isOr: Bool?
        while let token = here {
            if case .close = token { break }
            let joiner = at
            var joinsOr = false
            switch token {
            case .and: at += 1
            case .or: (at, joinsOr) = (at + 1, true)
            case .minus: break
            case .not: throw error("NOT stands without AND before it", "write AND NOT")
            default: throw twoWords()
            }
            if let isOr, isOr != joinsOr { throw mixed(from: start, at: joiner) }
            isOr = joinsOr
            parts.append(try operand())
        }
        if parts.count == 1 { return parts[0] }
        return isOr == true ? .any(parts) : .all(parts)
    }

    private mutating func operand() throws(QueryError) -> Query {
        switch here {
        case .not:
            if case .infix = tokens[safe: at + 1]?.kind { break }
            at += 1
            return .not(try operand())
        case .minus:
            at += 1
            return .not(try chain())
        default: break
        }
        return try chain()
    }

    /// Things joined by operators of places, one kind in a chain.
    private mutating func chain() throws(QueryError) -> Query {
        let start = at
        var query = try primary()
        var used: String?
        while true {
            var isNegated = false
            if case .not = here, case .infix = tokens[safe: at + 1]?.kind { isNegated = true }
            guard case .infix(let type, let number) = tokens[safe: at + (isNegated ? 1 : 0)]?.kind else {
                return query
            }
            let word = (isNegated ? "NOT " : "") + (tokens[safe: at + (isNegated ? 1 : 0)]?.text ?? "")
            if let used, used != word { throw mixedChain(from: start) }
            used = word
            try requirePlaces(query, from: start, word)
            at += isNegated ? 2 : 1
            let rightStart = at
            let right = try primary()
            try requirePlaces(right, from: rightStart, word)
            guard let joined = type.join(query, right, number ?? 0, isNegated: isNegated) else {
                throw error("'\(word)' cannot stand here", "write \(type.example)", at: rightStart - 1)
            }
            query = joined
        }
    }

    private func requirePlaces(_ query: Query, from start: Int, _ word: String) throws(QueryError) {
        guard !query.isAboutPlaces else { return }
        throw error(
            "\(word) needs words, phrases or groups of OR on both sides",
            "write (a \(word) c) AND (b \(word) c) instead of (a AND b) \(word) c", at: start)
    }

    /// What stands right behind a prefix.
    mutating func operandBehindPrefix() throws(QueryError) -> Query { try primary() }

    private mutating func primary() throws(QueryError) -> Query {
        guard let token = tokens[safe: at] else {
            throw error("something to look for is missing at the end", "add it", at: at)
        }
        switch token.kind {
        case .word(let text): at += 1; return .term(try suffixed(try term(text, token), token))
        case .phrase(let text): at += 1; return .term(try suffixed(try term(text, token), token))
        case .exact:
            at += 1
            return try exactTerm()
        case .reference(let name): at += 1; return try reference(name)
        case .open:
            (at, depth) = (at + 1, depth + 1)
            let inner = try expression()
            depth -= 1
            guard case .close = here else { throw error("a parenthesis is not closed", "add )") }
            at += 1
            return inner
        case .call(let type, let number, let argument):
            at += 1; return try call(type, number, argument, token)
        case .prefix(let name): at += 1; return try prefixed(name, token)
        case .score(let inner, let threshold): at += 1; return try score(inner, threshold, token)
        case .close, .and, .or, .infix, .not, .minus, .suffix:
            throw error(
                "something to look for should stand before '\(token.text)'",
                "add it or remove '\(token.text)'")
        }
    }

    // Terms.

    private func term(_ text: String, _ token: QueryToken) throws(QueryError) -> Term {
        guard !Tokenizer.words(text).tokens.isEmpty else {
            if text.allSatisfy({ $0 == "*" || $0 == "?" }), !text.isEmpty {
                throw QueryError(
                    line: token.line, column: token.column, what: "'\(text)' alone is any word",
                    fix: "write letters beside it")
            }
            throw QueryError(
                line: token.line, column: token.column, what: "'\(text)' holds no letter or digit",
                fix: "write words")
        }
        if let flaw = wildcardFlaw(text) {
            throw QueryError(
                line: token.line, column: token.column, what: flaw,
                fix: "write at least two letters beside it, or list the forms")
        }
        return Term(text)
    }

    private mutating func suffixed(_ term: Term, _ token: QueryToken) throws(QueryError) -> Term {
        var term = term
        while case .suffix(let text) = here {
            if text == "%any" {
                term.crossesSentences = true
            } else if text.hasPrefix("~"),
                let edits = Int(text.dropFirst().isEmpty ? "1" : String(text.dropFirst()))
            {
                let words = Tokenizer.words(term.text)
                guard words.tokens.count == 1 else {
                    throw error(
                        "a phrase with '\(text)' is how Lucene writes nearness", "write a NEAR/\(edits) b")
                }
                guard (1...2).contains(edits), words.letters(0).count >= 5 else {
                    throw error(
                        "'\(text)' needs a word of five letters or more, and 1 or 2",
                        "write \(term.text)~1, or list the spellings")
                }
                term.edits = edits
            } else {
                throw error(
                    "'\(text)' means nothing here",
                    "write ~1 for a letter that may differ, %any for a phrase over the end of a sentence")
            }
            at += 1
        }
        return term
    }

    private mutating func exactTerm() throws(QueryError) -> Query {
        guard let token = tokens[safe: at] else { throw error("a word should stand behind '='", "write =US") }
        switch token.kind {
        case .word(let text), .phrase(let text):
            at += 1
            var made = try suffixed(try term(text, token), token)
            made.letterCase = .asWritten
            return .term(made)
        default: throw error("a word or a phrase should stand behind '='", "write =US or =\"The Sun\"")
        }
    }

    private func reference(_ name: String) throws(QueryError) -> Query {
        switch lookup(name) {
        case .list(let items): return .list(name: name, items: items)
        case .watch(let query): return .labelled("@" + name, query)
        case .cycle(let names):
            throw error(
                "'@\(name)' refers to itself: \((names + [name]).joined(separator: " → "))",
                "write the words of one of them", at: at - 1)
        case nil: throw error("there is no list or watch '@\(name)'", "add it under lists:", at: at - 1)
        }
    }

    private mutating func call(
        _ type: any FunctionOperator.Type, _ number: Int?, _ argument: String, _ token: QueryToken
    ) throws(QueryError) -> Query {
        let column = token.column + token.text.unicodeScalars.count - argument.unicodeScalars.count - 1
        var options: [String] = []
        let inner: Query
        switch type.argument {
        case .text:
            let text = unquoted(argument.trimmed)
            guard !text.contains(where: { "\"\u{201C}\u{201D}".contains($0) }) else {
                throw QueryError(
                    line: token.line, column: column, what: "a quotation mark stands within the text",
                    fix: "write one before it and one behind it, as in \(type.example)")
            }
            guard !Tokenizer.words(text).tokens.isEmpty else {
                throw QueryError(
                    line: token.line, column: column, what: "'\(text)' holds no letter or digit",
                    fix: "write words")
            }
            inner = .term(Term(text))
        case .terms, .places:
            let cut = type.argument == .terms ? languagesBehind(argument) : (argument, [])
            options = cut.1
            guard !cut.0.trimmed.isEmpty else {
                throw QueryError(
                    line: token.line, column: column, what: "nothing stands in the parentheses",
                    fix: "write \(type.example)")
            }
            guard token.line < 1_000_000, depth < 200 else {
                throw error("more than 200 parentheses inside each other", "use lists")
            }
            var parser = try QueryParser(
                cut.0, lookup: lookup, depth: depth + 1, line: token.line, column: column)
            inner = try parser.whole()
        }
        if type.argument == .places, !inner.isAboutPlaces {
            throw error(
                "\(type.name) needs words, phrases or groups of OR", "write \(type.example)", at: at - 1)
        }
        do {
            return try type.apply(to: inner, number ?? 0, options)
        } catch {
            throw self.error(error.what, error.fix, at: at - 1)
        }
    }

    /// Text without the quotation marks around it.
    private func unquoted(_ text: String) -> String {
        let pairs: [(Character, Character)] = [("\"", "\""), ("\u{201C}", "\u{201D}")]
        for (open, close) in pairs where text.count > 1 && text.first == open && text.last == close {
            return String(text.dropFirst().dropLast())
        }
        return text
    }

    /// `x, ru, tr` in two parts.
    private func languagesBehind(_ text: String) -> (String, [String]) {
        var parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        var languages: [String] = []
        while parts.count > 1, let last = parts.last?.trimmed, last.utf8.count == 2,
            last.utf8.allSatisfy({ $0 >= 0x61 && $0 <= 0x7A })
        {
            languages.insert(last, at: 0)
            parts.removeLast()
        }
        return (parts.joined(separator: ","), languages)
    }
}

/// What is wrong with the wildcards of a text; nil when nothing is.
package func wildcardFlaw(_ text: String) -> String? {
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "-" }) where word.contains("*") {
        let letters = word.filter { $0 != "*" && $0 != "?" }.count
        if letters == 1 { return "'\(word)' would match very many words" }
    }
    return nil
}
