/// Cuts a query into its tokens. Curly quotation marks count as straight ones.
func queryTokens(_ text: String) throws(QueryError) -> [QueryToken] {
    guard text.utf8.count <= 65_536 else {
        throw QueryError(line: 1, column: 1, what: "the query is longer than 64 kB", fix: "use lists")
    }
    var lexer = QueryLexer(Array(text.unicodeScalars))
    return try lexer.run()
}

private struct QueryLexer {
    let scalars: [Unicode.Scalar]
    var at = 0
    var line = 1
    var lineStart = 0
    var tokens: [QueryToken] = []

    init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

    func error(_ what: String, _ fix: String, at place: Int) -> QueryError {
        QueryError(line: line, column: place - lineStart + 1, what: what, fix: fix)
    }

    mutating func add(_ kind: QueryToken.Kind, at place: Int) {
        tokens.append(QueryToken(kind: kind, line: line, column: place - lineStart + 1))
    }

    mutating func run() throws(QueryError) -> [QueryToken] {
        while at < scalars.count {
            let scalar = scalars[at]
            if scalar == "\n" {
                at += 1
                (line, lineStart) = (line + 1, at)
            } else if scalar.properties.isWhitespace {
                at += 1
            } else if scalar == "#", at == lineStart || scalars[at - 1].properties.isWhitespace {
                while at < scalars.count, scalars[at] != "\n" { at += 1 }
            } else if scalar == "(" || scalar == ")" {
                add(scalar == "(" ? .open : .close, at: at)
                at += 1
            } else if isQuote(scalar) {
                try phrase()
            } else {
                try word()
            }
        }
        guard !tokens.isEmpty else {
            throw QueryError(line: 1, column: 1, what: "the query is empty", fix: "write what to look for")
        }
        return tokens
    }

    private func isQuote(_ scalar: Unicode.Scalar) -> Bool { ["\"", "\u{201C}", "\u{201D}", "\u{201E}", "«", "»"].contains(scalar) }

    private mutating func phrase() throws(QueryError) {
        let start = at
        at += 1
        while at < scalars.count, !isQuote(scalars[at]) {
            if scalars[at] == "\n" {
                throw error("a quotation mark is not closed on its line", "add the closing \"", at: start)
            }
            at += 1
        }
        guard at < scalars.count else {
            throw error("a quotation mark is not closed", "add the closing \"", at: start)
        }
        let text = String(String.UnicodeScalarView(scalars[(start + 1)..<at]))
        at += 1
        add(.phrase(text), at: start)
    }

    private mutating func word() throws(QueryError) {
        let start = at
        while at < scalars.count, !scalars[at].properties.isWhitespace, scalars[at] != "(", scalars[at] != ")",
            !isQuote(scalars[at]) { at += 1 }
        let text = String(String.UnicodeScalarView(scalars[start..<at]))
        try refuseLater(text, at: start)
        switch text {
        case "AND", "&&": add(.and, at: start)
        case "OR", "||": add(.or, at: start)
        case "NOT": add(.not, at: start)
        case _ where text.hasPrefix("@") && text.utf8.count > 1: add(.list(String(text.dropFirst())), at: start)
        default: add(.word(text), at: start)
        }
    }

    /// Words that a later version gives a meaning are refused now, so that no query changes its meaning then.
    private func refuseLater(_ text: String, at start: Int) throws(QueryError) {
        let operators = ["NEAR", "ONEAR", "SENT", "PARA", "ATLEAST", "FIRST", "NEAR/", "ONEAR/", "ATLEAST/", "FIRST/"]
        let isOperator = operators.contains(text) || operators.contains { $0.hasSuffix("/") && text.hasPrefix($0) }
        if isOperator || text == "said-by" {
            throw error("'\(text)' is not yet available", "use near: with lists, or quote it to look for the word", at: start)
        }
        if let colon = text.firstIndex(of: ":"), colon > text.startIndex, text.index(after: colon) == text.endIndex
            || text[..<colon].allSatisfy({ $0.isLowercase }), !text.contains("://") {
            throw error("fields such as '\(text[...colon])' are not yet available", "use zones:, or quote it", at: start)
        }
        if text.contains("*") || text.contains("?") {
            throw error("wildcards are not yet available", "list the forms you need", at: start)
        }
        if text.hasPrefix("-"), text.utf8.count > 1 {
            throw error("'\(text)' could mean NOT", "write AND NOT \(text.dropFirst())", at: start)
        }
    }
}
