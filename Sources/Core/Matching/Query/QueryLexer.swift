/// A word of the query language, and where it stands.
struct QueryToken {
    enum Kind {
        case word(String)
        case phrase(String)
        /// What stands right behind a word or a phrase: `~1`, `%any`.
        case suffix(String)
        case reference(String)
        case and, or, not, minus, open, close, exact
        case infix(any InfixOperator.Type, Int?)
        /// A function with its name, number and the text between its parentheses.
        case call(any FunctionOperator.Type, Int?, argument: String)
        /// `title:`, `az:`; what follows directly belongs to it.
        case prefix(String)
        /// The text between the braces of a score, and what it must reach.
        case score(String, Int)
    }

    var kind: Kind
    /// The query's text from where to where, in scalars.
    var range: Range<Int>
    var line: Int
    var column: Int
    /// As it was written.
    var text: String
}

/// Cuts a query into its tokens. Curly quotation marks count as straight ones.
struct QueryLexer {
    let scalars: [Unicode.Scalar]
    var at = 0
    private var line: Int
    private var lineStart: Int
    var tokens: [QueryToken] = []

    static let longest = 65_536

    /// `line` and `column` are where the text begins, when it is a part of a longer one.
    init(_ text: String, line: Int = 1, column: Int = 1) throws(QueryError) {
        guard text.utf8.count <= QueryLexer.longest else {
            throw QueryError(line: 1, column: 1, what: "the query is longer than 64 kB", fix: "use lists")
        }
        scalars = Array(text.unicodeScalars)
        (self.line, lineStart) = (line, 1 - column)
    }

    func error(_ what: String, _ fix: String, at place: Int) -> QueryError {
        QueryError(line: line, column: place - lineStart + 1, what: what, fix: fix)
    }

    private mutating func add(_ kind: QueryToken.Kind, from start: Int) {
        tokens.append(
            QueryToken(
                kind: kind, range: start..<at, line: line, column: start - lineStart + 1,
                text: text(start..<at)))
    }

    private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

    mutating func run() throws(QueryError) -> [QueryToken] {
        while at < scalars.count { try next() }
        guard !tokens.isEmpty else {
            throw QueryError(
                line: line, column: 1 - lineStart, what: "the query is empty", fix: "write what to look for")
        }
        return tokens
    }

    private mutating func next() throws(QueryError) {
        let scalar = scalars[at]
        let start = at
        if scalar == "\n" {
            at += 1
            (line, lineStart) = (line + 1, at)
        } else if scalar.properties.isWhitespace {
            at += 1
        } else if scalar == "#", at == 0 || scalars[at - 1].properties.isWhitespace {
            while at < scalars.count, scalars[at] != "\n" { at += 1 }
        } else if scalar == "(" || scalar == ")" {
            at += 1
            add(scalar == "(" ? .open : .close, from: start)
        } else if isQuote(scalar) {
            try phrase()
        } else if scalar == "=", at + 1 < scalars.count, !scalars[at + 1].properties.isWhitespace {
            at += 1
            add(.exact, from: start)
        } else if scalar == "-", at + 1 < scalars.count, !scalars[at + 1].properties.isWhitespace,
            scalars[at + 1] != "-"
        {
            at += 1
            add(.minus, from: start)
        } else {
            try word()
        }
    }

    private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
        ["\"", "\u{201C}", "\u{201D}", "\u{201E}", "«", "»"].contains(scalar)
    }

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
        let inner = text((start + 1)..<at)
        at += 1
        add(.phrase(inner), from: start)
        if at < scalars.count, scalars[at] == "~" || scalars[at] == "%" { suffix() }
    }

    private mutating func suffix() {
        let start = at
        at += 1
        while at < scalars.count, !endsWord(scalars[at]) { at += 1 }
        add(.suffix(text(start..<at)), from: start)
    }

    private func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "(" || scalar == ")" || isQuote(scalar)
    }

    private mutating func word() throws(QueryError) {
        let start = at
        while at < scalars.count, !endsWord(scalars[at]), scalars[at] != "~" || at == start {
            if scalars[at] == ":", let name = fieldName(start..<at) {
                at += 1
                if name == "score" { return try score(from: start) }
                return add(.prefix(name), from: start)
            }
            at += 1
        }
        let word = text(start..<at)
        if at < scalars.count, scalars[at] == "(", let (type, number) = try function(word, at: start) {
            return try call(type, number, from: start)
        }
        switch word {
        case "AND", "&&": add(.and, from: start)
        case "OR", "||": add(.or, from: start)
        case "NOT": add(.not, from: start)
        case _ where word.hasPrefix("@") && word.utf8.count > 1 && !word.dropFirst().contains("@"):
            tokens.append(
                QueryToken(
                    kind: .reference(String(word.dropFirst())), range: start..<at, line: line,
                    column: start - lineStart + 1, text: word))
        default:
            if let (type, number) = try infix(word, at: start) {
                return add(.infix(type, number), from: start)
            }
            add(.word(word), from: start)
            if at < scalars.count, scalars[at] == "~" { suffix() }
        }
    }

    /// The name before a colon when it names a field or a language; an address such as `https://…` has none.
    private func fieldName(_ range: Range<Int>) -> String? {
        guard !range.isEmpty, !(range.upperBound + 1 < scalars.count && scalars[range.upperBound + 1] == "/")
        else { return nil }
        let name = text(range)
        guard name.unicodeScalars.allSatisfy({ $0.value >= 0x61 && $0.value <= 0x7A }) else { return nil }
        return name
    }

    // Operators.

    private func infix(_ word: String, at start: Int) throws(QueryError) -> (any InfixOperator.Type, Int?)? {
        let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        for case let type as any InfixOperator.Type in queryOperators where type.name == parts[0] {
            if type.isOnlyNegated {
                guard case .not = tokens.last?.kind else { return nil }
                return (type, nil)
            }
            return (type, try number(parts, type.takesNumber, word, at: start))
        }
        return nil
    }

    private func function(_ word: String, at start: Int) throws(QueryError) -> (
        any FunctionOperator.Type, Int?
    )? {
        let parts = word.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(
            String.init)
        for case let type as any FunctionOperator.Type in queryOperators where type.name == parts[0] {
            return (type, try number(parts, type.takesNumber, word, at: start))
        }
        return nil
    }

    private func number(_ parts: [String], _ isWanted: Bool, _ word: String, at start: Int) throws(QueryError)
        -> Int?
    {
        guard isWanted else {
            if parts.count > 1 {
                throw error("'\(parts[0])' takes no number", "write \(parts[0])", at: start)
            }
            return nil
        }
        guard parts.count == 2, let number = Int(parts[1]), (0...100_000).contains(number) else {
            throw error("'\(word)' needs a number behind a slash", "write \(parts[0])/5", at: start)
        }
        return number
    }

    private mutating func call(_ type: any FunctionOperator.Type, _ number: Int?, from start: Int)
        throws(QueryError)
    {
        let open = at
        let argument = try enclosed("(", ")", at: open)
        add(.call(type, number, argument: argument), from: start)
    }

    private mutating func score(from start: Int) throws(QueryError) {
        while at < scalars.count, scalars[at].properties.isWhitespace, scalars[at] != "\n" { at += 1 }
        guard at < scalars.count, scalars[at] == "{" else {
            throw error("a score needs its parts in braces", "write score: {x: 3, y: -5} >= 6", at: start)
        }
        let inner = try enclosed("{", "}", at: at)
        while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
        guard at + 1 < scalars.count, scalars[at] == ">", scalars[at + 1] == "=" else {
            throw error("a score needs what it must reach", "write >= 6 behind the braces", at: at)
        }
        at += 2
        while at < scalars.count, scalars[at].properties.isWhitespace { at += 1 }
        let from = at
        while at < scalars.count, !endsWord(scalars[at]) { at += 1 }
        guard let threshold = Int(text(from..<at)), threshold > 0 else {
            throw error("'\(text(from..<at))' is no number above 0", "write >= 6", at: from)
        }
        add(.score(inner, threshold), from: start)
    }

    /// The text from the opening sign at `place` to its closing one; quotation marks hide signs.
    private mutating func enclosed(_ open: Unicode.Scalar, _ close: Unicode.Scalar, at place: Int)
        throws(QueryError) -> String
    {
        var depth = 0
        var isQuoted = false
        at = place
        while at < scalars.count {
            if isQuote(scalars[at]) { isQuoted.toggle() }
            if !isQuoted, scalars[at] == open { depth += 1 }
            if !isQuoted, scalars[at] == close { depth -= 1 }
            at += 1
            if depth == 0 { return text((place + 1)..<(at - 1)) }
        }
        throw error("'\(open)' is not closed", "add \(close)", at: place)
    }
}
