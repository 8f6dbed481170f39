package import Model
import Text

/// Advice on a query that is good but may not be meant: where, what, and the mend. Columns count from 1.
package struct QueryAdvice: Sendable, Equatable {
    package var line: Int
    package var column: Int
    package var what: String
    package var fix: String
}

/// Looks a query through for what its author may not have meant: words in two scripts, invisible characters,
/// operators in small letters, terms that are very common, branches that add nothing, exclusions that exclude
/// nothing.
package func lint(_ text: String, _ query: Query) -> [QueryAdvice] {
    var linter = QueryLinter(text: text)
    linter.lookAtTokens()
    linter.look(at: query)
    return linter.advice
}

private struct QueryLinter {
    private let tokens: [QueryToken]
    private let hasCurly: Bool
    private(set) var advice: [QueryAdvice] = []
    private let census = WordCensus()
    /// What is looked at is held to names, among which a common word is rare.
    private var isOfNames = false

    init(text: String) {
        var lexer = try? QueryLexer(text)
        tokens = (try? lexer?.run()) ?? []
        hasCurly = text.unicodeScalars.contains { [0x201C, 0x201D, 0x201E].contains($0.value) }
    }

    private mutating func say(_ token: QueryToken?, _ what: String, _ fix: String) {
        let one = QueryAdvice(line: token?.line ?? 1, column: token?.column ?? 1, what: what, fix: fix)
        if !advice.contains(one) { advice.append(one) }
    }

    // Words as they are written.

    mutating func lookAtTokens() {
        if hasCurly {
            say(
                tokens.first { "\u{201C}\u{201D}\u{201E}".contains($0.text.first ?? " ") },
                "curly quotation marks count as straight ones", "nothing to do")
        }
        for token in tokens {
            switch token.kind {
            case .word(let text), .phrase(let text): lookAt(text, token)
            default: continue
            }
        }
    }

    private mutating func lookAt(_ text: String, _ token: QueryToken) {
        for word in text.split(separator: " ") {
            let scripts = Set(word.unicodeScalars.compactMap { scriptOfLetter($0.value) })
            if scripts.count > 1 {
                say(
                    token,
                    "'\(word)' mixes \(scripts.sorted().joined(separator: " and ")) letters that look alike",
                    "type it again in one script")
            }
        }
        let invisible = text.unicodeScalars.first {
            FoldTable.scalarClass($0.value) == .ignored && $0.value > 0x7F
        }
        if let invisible, !(0x600...0x6FF).contains(invisible.value),
            !(0x590...0x5FF).contains(invisible.value)
        {
            let code = String(invisible.value, radix: 16, uppercase: true)
            say(
                token, "'\(text)' holds an invisible character, U+\(code)", "it counts for nothing; remove it"
            )
        }
        if ["and", "or", "not", "near"].contains(text) {
            say(
                token, "'\(text)' in small letters is a word to look for",
                "write \(text.uppercased()) for the operator")
        }
    }

    private func scriptOfLetter(_ value: UInt32) -> String? {
        switch value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: "Latin"
        case 0x370...0x3FF: "Greek"
        case 0x400...0x52F: "Cyrillic"
        case 0x530...0x58F: "Armenian"
        default: nil
        }
    }

    // What the query says.

    private func token(of query: Query) -> QueryToken? {
        guard let text = firstTerm(query)?.text else { return nil }
        return tokens.first { token in
            switch token.kind {
            case .word(let word), .phrase(let word): word == text
            default: false
            }
        }
    }

    private func firstTerm(_ query: Query) -> Term? {
        var found: Term?
        _ = query.changingTerms { term in
            if found == nil { found = term }
            return term
        }
        return found
    }

    mutating func look(at query: Query) {
        switch query {
        case .all(let parts):
            lookForContradiction(parts)
            parts.forEach { look(at: $0) }
        case .any(let parts), .list(_, let parts):
            lookForRepeats(parts)
            if case .any = query { parts.forEach { lookForCommon($0) } }
            parts.forEach { look(at: $0) }
        case .within(let field, let part):
            let outer = isOfNames
            isOfNames = SearchScope(field).isOfNames
            look(at: part)
            isOfNames = outer
        case .not(let part), .labelled(_, let part), .atLeast(_, let part), .first(_, let part):
            look(at: part)
        case .near(let a, let b, _), .apart(let a, let b, _):
            look(at: a)
            look(at: b)
        case .outside(let a, let b):
            lookForEmptyExclusion(a, b)
            look(at: a)
            look(at: b)
        case .term:
            lookForCommon(query)
        case .test, .score: break
        }
    }

    private mutating func lookForContradiction(_ parts: [Query]) {
        for case .not(let excluded) in parts {
            for part in parts where part == excluded || alternatives(excluded).contains(part) {
                say(
                    token(of: part), "\(part.written) must stand and must not: nothing ever matches",
                    "remove one of them")
            }
        }
    }

    private func alternatives(_ query: Query) -> [Query] {
        if case .any(let parts) = query { return parts }
        return []
    }

    /// Alternatives that add nothing: the same twice, or a phrase that holds another alternative.
    private mutating func lookForRepeats(_ parts: [Query]) {
        for (index, part) in parts.enumerated() {
            if parts[..<index].contains(part) {
                say(token(of: part), "\(part.written) stands here twice", "remove one")
                continue
            }
            guard case .term(let term) = part, term.letterCase == .any, !term.isLiteral else { continue }
            let mine = words(term)
            for case .term(let other) in parts
            where other != term && other.letterCase == .any && !other.isLiteral {
                let theirs = words(other)
                guard !theirs.isEmpty, theirs.count < mine.count, contains(mine, theirs) else { continue }
                say(
                    token(of: part), "\(part.written) is found wherever \(other.written) is: it adds nothing",
                    "remove it, or the shorter one")
            }
        }
    }

    private mutating func lookForCommon(_ query: Query) {
        guard !isOfNames, case .term(let term) = query, term.letterCase == .any, !term.text.contains("*")
        else { return }
        let tokens = Tokenizer.words(term.text).tokens
        guard tokens.count == 1, let only = tokens.first else { return }
        if census.isSmall(only.hash) {
            say(
                token(of: query), "\(term.written) stands in nearly every article",
                "write a longer phrase, or =\(term.text) for case as written")
        }
    }

    /// `x NOT IN y` where y cannot hold x.
    private mutating func lookForEmptyExclusion(_ a: Query, _ b: Query) {
        let inner = terms(a).map(words)
        let outer = terms(b).map(words)
        guard !inner.isEmpty, !outer.isEmpty,
            !inner.contains(where: { mine in outer.contains { contains($0, mine) } })
        else { return }
        say(
            token(of: b), "\(b.written) holds nothing of \(a.written): NOT IN excludes nothing",
            "write a longer phrase that holds it")
    }

    private func terms(_ query: Query) -> [Term] {
        var out: [Term] = []
        _ = query.changingTerms { term in
            out.append(term)
            return term
        }
        return out
    }

    private func words(_ term: Term) -> [UInt64] {
        term.text.contains("*") || term.text.contains("?")
            ? [] : Tokenizer.words(term.text).tokens.map(\.hash)
    }

    private func contains(_ list: [UInt64], _ part: [UInt64]) -> Bool {
        guard !part.isEmpty, list.count >= part.count else { return false }
        return (0...(list.count - part.count)).contains { list[$0..<($0 + part.count)].elementsEqual(part) }
    }
}
