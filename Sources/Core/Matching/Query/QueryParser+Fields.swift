import Model
import Text

extension QueryParser {
    /// What follows `title:`, `lang:`, `az:`.
    mutating func prefixed(_ name: String, _ token: QueryToken) throws(QueryError) -> Query {
        if let field = Field(rawValue: name) {
            guard at < tokens.count, isOperandHere else {
                throw error("something should stand behind '\(name):'", "write \(name):word", at: at - 1)
            }
            return .within(field, try operandOfField())
        }
        if ["source", "url", "lang", "tag", "date", "words"].contains(name) { return .test(try test(name)) }
        if name.utf8.count == 2 { return try tagged(name) }
        let known = Field.allCases.map(\.rawValue) + ["source", "url", "lang", "tag", "date", "words"]
        let near = known.min { distance($0, name) < distance($1, name) } ?? "title"
        throw error(
            "there is no field '\(name):'",
            distance(near, name) <= 2
                ? "did you mean \(near):? Or quote it to look for the word"
                : "fields are \(known.joined(separator: ": ")): — or quote it to look for the word",
            at: at - 1)
    }

    private var isOperandHere: Bool {
        switch here {
        case .word, .phrase, .reference, .open, .call, .exact, .prefix: true
        default: false
        }
    }

    private mutating func operandOfField() throws(QueryError) -> Query {
        if case .open = here {
            (at, depth) = (at + 1, depth + 1)
            let inner = try expression()
            depth -= 1
            guard case .close = here else { throw error("a parenthesis is not closed", "add )") }
            at += 1
            return inner
        }
        return try operandBehindPrefix()
    }

    private mutating func tagged(_ language: String) throws(QueryError) -> Query {
        guard isOperandHere else {
            throw error("a word should stand behind '\(language):'", "write \(language):word", at: at - 1)
        }
        return try operandBehindPrefix().changingTerms { term in
            var term = term
            term.language = language
            return term
        }
    }

    /// The text behind a field that is not about words.
    private mutating func value(_ name: String) throws(QueryError) -> String {
        let start = at
        switch here {
        case .word(let text), .phrase(let text): at += 1; return text
        case .reference(let text): at += 1; return "@" + text
        case .minus where name == "date" || name == "words": at += 1; return "-" + (try value(name))
        case .exact: at += 1; return "=" + (try value(name))
        default: throw error("something should stand behind '\(name):'", "write \(name):x", at: start - 1)
        }
    }

    private mutating func test(_ name: String) throws(QueryError) -> Test {
        let start = at
        let text = try value(name)
        switch name {
        case "source", "tag":
            guard !Tokenizer.words(text).tokens.isEmpty else {
                throw error("'\(text)' holds no letter", "write \(name):name", at: start)
            }
            return name == "tag" ? .tag(text) : .source(text)
        case "url": return .url(text)
        case "lang":
            guard (2...8).contains(text.utf8.count),
                text.utf8.allSatisfy({ isASCIILetter($0) || $0 == 0x2D })
            else {
                throw error("'\(text)' is no language", "write lang:az", at: start)
            }
            return .language(text.lowercased())
        case "words":
            guard let range = bounds(text, { Int($0) }) else {
                throw error(
                    "'\(text)' is no number of words", "write words:>300 or words:100..500", at: start)
            }
            return .words(
                least: range.isOpen && range.from != nil ? (range.from ?? 0) + 1 : range.from ?? 0,
                most: range.until.map { range.isOpen ? $0 - 1 : $0 } ?? .max)
        default:
            guard let range = bounds(text, { webDate($0).map { Moment(milliseconds: $0.milliseconds) } })
            else {
                throw error(
                    "'\(text)' is no date", "write date:>=2026-01-31 or date:2026-01-01..2026-02-01",
                    at: start)
            }
            return .date(from: range.from, until: range.until)
        }
    }

    /// `>3`, `>=3`, `<3`, `<=3`, `3..5`, `3`, in two ends; `isOpen`: the end itself does not belong.
    private func bounds<T>(_ text: String, _ read: (String) -> T?) -> (from: T?, until: T?, isOpen: Bool)? {
        for (sign, isFrom, isOpen) in [
            (">=", true, false), ("<=", false, false), (">", true, true), ("<", false, true),
        ] where text.hasPrefix(sign) {
            guard let value = read(String(text.dropFirst(sign.count))) else { return nil }
            return isFrom ? (value, nil, isOpen) : (nil, value, isOpen)
        }
        if let dots = text.firstRange(of: "..") {
            let (left, right) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
            let (from, until) = (read(left), read(right))
            guard left.isEmpty || from != nil, right.isEmpty || until != nil, from != nil || until != nil
            else { return nil }
            return (from, until, false)
        }
        return read(text).map { ($0, $0, false) }
    }

    /// The parts of a score, parted by commas, each with its points behind its last colon.
    mutating func score(_ inner: String, _ threshold: Int, _ token: QueryToken) throws(QueryError) -> Query {
        var weights: [Query.Weight] = []
        for part in splitOutsideQuotes(inner, ",") {
            let cut = splitOutsideQuotes(part, ":")
            guard cut.count > 1, let points = Int(cut[cut.count - 1].trimmed), points != 0 else {
                throw error("'\(part.trimmed)' has no points", "write score: {x: 3, y: -5} >= 6", at: at - 1)
            }
            var parser = try QueryParser(
                cut.dropLast().joined(separator: ":"), lookup: lookup, depth: depth + 1, line: token.line,
                column: token.column)
            let query = try parser.whole()
            guard query.isAboutPlaces else {
                throw error(
                    "points belong to words, phrases or groups of OR", "give each its own points", at: at - 1)
            }
            weights.append(Query.Weight(query, points))
        }
        guard weights.contains(where: { $0.points > 0 }) else {
            throw error(
                "no part of the score has points above 0", "write score: {x: 3, y: -5} >= 6", at: at - 1)
        }
        return .score(weights, threshold: threshold)
    }

    private func splitOutsideQuotes(_ text: String, _ sign: Character) -> [String] {
        var out = [""]
        var (isQuoted, depth) = (false, 0)
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if !isQuoted, character == "(" { depth += 1 }
            if !isQuoted, character == ")" { depth -= 1 }
            if character == sign, !isQuoted, depth == 0 {
                out.append("")
            } else {
                out[out.count - 1].append(character)
            }
        }
        return out
    }
}

/// How many letters two names differ by, roughly.
private func distance(_ a: String, _ b: String) -> Int {
    let (x, y) = (a.unicodeScalars.map(\.value), b.unicodeScalars.map(\.value))
    return (0...8).first { isSimilar(x, y, $0) } ?? 9
}
