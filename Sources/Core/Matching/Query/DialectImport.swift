import Text

/// A query language that others speak.
package enum Dialect: String, Sendable, CaseIterable { case lucene, meltwater, brandwatch, factiva, lexis }

/// A query brought over from another language, and what became of it.
package struct ImportedQuery: Sendable {
    package var query: String
    /// What was changed, one line each.
    package var changes: [String]
    /// What has no counterpart here and was left out or needs a look.
    package var open: [String]
}

/// Turns a query of another language into ours: operators mapped, n of nearness corrected, quotation marks
/// added around what that language reads as a phrase. The result is a query to be read, not a promise: `open`
/// says what needs a look.
package func importQuery(_ text: String, from dialect: Dialect) -> ImportedQuery {
    var work = DialectImport(dialect: dialect)
    return work.run(text)
}

private struct DialectImport {
    let dialect: Dialect
    private var changes: [String] = []
    private var open: [String] = []

    init(dialect: Dialect) { self.dialect = dialect }

    private enum Piece: Equatable {
        case word(String), phrase(String), op(String), open, close
        /// A prefix that belongs to what follows: `title:`, `ATLEAST/3`.
        case prefix(String)
    }

    private mutating func change(_ what: String) { if !changes.contains(what) { changes.append(what) } }
    private mutating func leave(_ what: String) { if !open.contains(what) { open.append(what) } }

    mutating func run(_ text: String) -> ImportedQuery {
        let words = cut(text)
        if dialect == .lucene, let query = flags(words) {
            return ImportedQuery(query: query, changes: changes, open: open)
        }
        let pieces = joinWords(mapped(words))
        let query = balanced(pieces)
        return ImportedQuery(query: query, changes: changes, open: open)
    }

    // Cutting.

    private func cut(_ text: String) -> [String] {
        var out: [String] = []
        var word = ""
        var isQuoted = false
        func flush() {
            if !word.isEmpty { out.append(word) }
            word = ""
        }
        for character in text.replacing("\u{201C}", with: "\"").replacing("\u{201D}", with: "\"") {
            if character == "\"" {
                if isQuoted { out.append("\"" + word + "\""); word = "" } else { flush() }
                isQuoted.toggle()
            } else if isQuoted {
                word.append(character)
            } else if character == "(" || character == ")" || character == "," {
                flush()
                if character != "," { out.append(String(character)) }
            } else if character.isWhitespace {
                flush()
            } else {
                word.append(character)
            }
        }
        flush()
        return out
    }

    /// Lucene's `+must`, `-mustNot` and bare words: what must stand joined by AND, else one of the bare ones,
    /// and none of those that must not. Nil when the query has operators or parentheses of its own.
    private mutating func flags(_ words: [String]) -> String? {
        guard words.contains(where: { $0.hasPrefix("+") || $0.hasPrefix("-") }),
            !words.contains(where: { ["(", ")", "AND", "OR", "NOT", "&&", "||"].contains($0) })
        else { return nil }
        var (must, may, mustNot): ([String], [String], [String]) = ([], [], [])
        var flag: Character = " "
        for word in words {
            if word == "+" || word == "-" { flag = word.first ?? " "; continue }
            let first = word.first ?? " "
            let isFlagged = first == "+" || first == "-"
            let kind = isFlagged ? first : flag
            flag = " "
            let bare = isFlagged ? String(word.dropFirst()) : word
            let text =
                bare.hasPrefix("\"")
                ? bare
                : field(bare).map { pieces in
                    var at = 0
                    return expression(pieces, &at, above: 0).text
                } ?? plain(truncation(bare))
            if kind == "+" {
                must.append(text)
            } else if kind == "-" {
                mustNot.append(text)
            } else {
                may.append(text)
            }
        }
        if !must.isEmpty, !may.isEmpty {
            leave(
                "\(may.joined(separator: ", ")) only order the results there, since others must stand; left out"
            )
        }
        change("+ became AND, - became AND NOT")
        let wanted = must.isEmpty ? may.count > 1 ? ["(" + may.joined(separator: " OR ") + ")"] : may : must
        return (wanted + mustNot.map { "NOT " + $0 }).joined(separator: " AND ")
    }

    // Mapping.

    private mutating func mapped(_ words: [String]) -> [Piece] {
        var out: [Piece] = []
        for word in words {
            if word == "(" { out.append(.open); continue }
            if word == ")" { out.append(.close); continue }
            if word.hasPrefix("\"") { out.append(.phrase(String(word.dropFirst().dropLast()))); continue }
            if let found = suffix(word, &out) { out += found; continue }
            out += operators(word) ?? field(word) ?? [.word(truncation(word))]
        }
        return out
    }

    /// Lucene's `~5` behind a phrase.
    private mutating func suffix(_ word: String, _ out: inout [Piece]) -> [Piece]? {
        guard dialect == .lucene || dialect == .brandwatch, word.hasPrefix("~"),
            let number = Int(word.dropFirst()),
            case .phrase(let text) = out.last
        else { return nil }
        let parts = text.split(separator: " ").map(String.init)
        out.removeLast()
        guard parts.count == 2 else {
            leave("\"\(text)\"~\(number): nearness of more than two words; here as a chain of NEAR")
            return [.open]
                + parts.enumerated().flatMap { $0 > 0 ? [.op("NEAR/\(number)"), .word($1)] : [.word($1)] } + [
                    .close
                ]
        }
        change(
            "\"\(text)\"~\(number) became \(parts[0]) NEAR/\(number) \(parts[1]); Lucene counts a reversed order as two moves more"
        )
        return [.open, .word(parts[0]), .op("NEAR/\(number)"), .word(parts[1]), .close]
    }

    private mutating func operators(_ word: String) -> [Piece]? {
        let upper = word.uppercased()
        let isCaseless = dialect == .factiva || dialect == .lexis || dialect == .meltwater
        let key = isCaseless ? upper : word
        switch key {
        case "AND", "&&": return [.op("AND")]
        case "OR", "||": return [.op("OR")]
        case "NOT", "!": return [.op("NOT")]
        case "NEAR" where dialect == .meltwater:
            change("NEAR without a number is NEAR/4 there")
            return [.op("NEAR/4")]
        case "SAME" where dialect == .factiva: return [.op("PARA")]
        case "W/S" where dialect == .lexis, "W/SENT" where dialect == .lexis: return [.op("SENT")]
        case "W/P" where dialect == .lexis, "W/PARA" where dialect == .lexis: return [.op("PARA")]
        default: break
        }
        return nearness(upper, word)
    }

    private mutating func nearness(_ upper: String, _ word: String) -> [Piece]? {
        func number(_ prefix: String) -> Int? {
            upper.hasPrefix(prefix) ? Int(upper.dropFirst(prefix.count)) : nil
        }
        switch dialect {
        case .meltwater, .brandwatch:
            if let n = number("NEAR/") { return [.op("NEAR/\(n)")] }
            if let n = number("ONEAR/") { return [.op("ONEAR/\(n)")] }
            if upper.hasPrefix("NEAR/"), upper.hasSuffix("F"), let n = Int(upper.dropFirst(5).dropLast()) {
                change("NEAR/\(n)f became ONEAR/\(n)")
                return [.op("ONEAR/\(n)")]
            }
        case .factiva:
            if let n = number("NEAR") { return corrected("NEAR", n, word) }
            if let n = number("ADJ") ?? number("W/") { return corrected("ONEAR", n, word) }
            if let n = number("ATLEAST") { return [.prefix("ATLEAST/\(n)")] }
        case .lexis:
            if let n = number("W/") ?? number("NEAR/") { return corrected("NEAR", n, word) }
            if let n = number("PRE/") ?? number("ONEAR/") { return corrected("ONEAR", n, word) }
            if let n = number("ATLEAST") { return [.prefix("ATLEAST/\(n)")] }
        case .lucene: break
        }
        return nil
    }

    /// There n counts the words up to the second one; here the words between.
    private mutating func corrected(_ name: String, _ n: Int, _ word: String) -> [Piece] {
        change(
            "\(word) became \(name)/\(max(0, n - 1)): there n counts to the second word, here the words between"
        )
        return [.op("\(name)/\(max(0, n - 1))")]
    }

    private mutating func field(_ word: String) -> [Piece]? {
        let lucene = [
            "title": "title", "headline": "title", "body": "body", "author": "byline", "lang": "lang",
            "language": "lang",
            "url": "url", "site": "url", "source": "source", "tag": "tag",
        ]
        if dialect == .lucene || dialect == .meltwater || dialect == .brandwatch {
            guard let colon = word.firstIndex(of: ":"), colon > word.startIndex else {
                if dialect == .brandwatch, word.hasPrefix("{"), word.hasSuffix("}") {
                    return [.prefix("="), .word(String(word.dropFirst().dropLast()))]
                }
                return nil
            }
            let (name, rest) = (
                String(word[..<colon]).lowercased(), String(word[word.index(after: colon)...])
            )
            guard let ours = lucene[name] else {
                if name == "raw" {
                    change("raw: became =, case as written");
                    return rest.isEmpty ? [.prefix("=")] : [.prefix("="), .word(rest)]
                }
                leave("\(name): has no counterpart; left out")
                return rest.isEmpty ? [] : [.word(truncation(rest))]
            }
            if ours != name { change("\(name): became \(ours):") }
            return rest.isEmpty ? [.prefix(ours + ":")] : [.prefix(ours + ":"), .word(truncation(rest))]
        }
        let upper = word.uppercased()
        if dialect == .lexis {
            let names = [
                "HEADLINE": "title:", "HLEAD": "head:", "BYLINE": "byline:", "BODY": "body:",
                "LANGUAGE": "lang:", "PUBLICATION": "source:",
                "CAPS": "caps", "ALLCAPS": "caps",
            ]
            guard let ours = names[upper] else { return nil }
            if upper == "CAPS" { leave("CAPS(): any capital there, all capitals here; check it") }
            return [.prefix(ours)]
        }
        let names = [
            "HD=": "title:", "HLP=": "head:", "BY=": "byline:", "SN=": "source:", "LA=": "lang:",
            "TD=": "body:",
        ]
        for (name, ours) in names where upper.hasPrefix(name) {
            change("\(name.lowercased()) became \(ours)")
            let rest = String(word.dropFirst(name.count))
            return rest.isEmpty ? [.prefix(ours)] : [.prefix(ours), .word(truncation(rest))]
        }
        if upper.hasPrefix("WC>"), let n = Int(upper.dropFirst(3)) { return [.word("words:>\(n)")] }
        if upper.hasPrefix("RST=") {
            leave("\(word): source groups have no counterpart; left out"); return []
        }
        return nil
    }

    /// Signs of truncation.
    private mutating func truncation(_ word: String) -> String {
        switch dialect {
        case .lexis:
            guard word.contains("!") || word.contains("*") else { return word }
            change("! became *, and * (one letter) became ?")
            return word.replacing("*", with: "?").replacing("!", with: "*")
        case .factiva:
            guard let dollar = word.firstIndex(of: "$") else { return word }
            change("$ became *")
            if word.index(after: dollar) < word.endIndex {
                leave("\(word): at most so many letters; here any number")
            }
            return String(word[..<dollar]) + "*"
        default:
            guard let caret = word.firstIndex(of: "^") else { return word }
            change("^ (boosting) left out: it only orders results")
            return String(word[..<caret])
        }
    }

    // Putting together.

    /// Words side by side without an operator: a phrase in Factiva, Lexis and Meltwater, OR in Lucene.
    private mutating func joinWords(_ pieces: [Piece]) -> [Piece] {
        var out: [Piece] = []
        for piece in pieces {
            let endsOperand =
                out.last.map { last in
                    switch last {
                    case .word, .phrase, .close: true
                    default: false
                    }
                } ?? false
            let beginsOperand: Bool
            switch piece {
            case .word, .phrase, .open, .prefix: beginsOperand = true
            default: beginsOperand = piece == .op("NOT")
            }
            guard endsOperand, beginsOperand else { out.append(piece); continue }
            if piece == .op("NOT") { out += [.op("AND"), piece]; continue }
            if dialect != .lucene, case .word(let next) = piece, case .word(let last) = out.last {
                out[out.count - 1] = .phrase(last + " " + next)
            } else if dialect != .lucene, case .word(let next) = piece, case .phrase(let last) = out.last {
                out[out.count - 1] = .phrase(last + " " + next)
            } else {
                let joiner = dialect == .lucene ? "OR" : "AND"
                change("nothing between two terms became \(joiner)")
                out += [.op(joiner), piece]
            }
        }
        return out
    }

    /// How tightly an operator binds there: larger is tighter.
    private func tightness(_ op: String) -> Int {
        if op.contains("NEAR") || op == "SENT" || op == "PARA" {
            if dialect == .lexis { return op == "PARA" ? 2 : op == "SENT" ? 3 : 4 }
            return 5
        }
        if dialect == .lexis { return op == "OR" ? 5 : 1 }
        return op == "AND" ? 2 : 1
    }

    /// The same with parentheses wherever operators of different tightness meet, by the rules of the dialect.
    private mutating func balanced(_ pieces: [Piece]) -> String {
        var at = 0
        let text = expression(pieces, &at, above: 0).text
        if at < pieces.count { leave("a closing parenthesis without its opening one") }
        return text
    }

    private mutating func expression(_ pieces: [Piece], _ at: inout Int, above floor: Int) -> (
        text: String, op: String?
    ) {
        var (left, joined): (String, String?) = (operand(pieces, &at), nil)
        while at < pieces.count, case .op(let op) = pieces[at], op != "NOT" {
            let mine = tightness(op)
            guard mine > floor else { break }
            at += 1
            var word = op
            if at < pieces.count, pieces[at] == .op("NOT"), op == "AND" {
                at += 1
                word = "AND NOT"
            }
            let right = expression(pieces, &at, above: mine)
            let isSame = joined.map { $0 == op } ?? true
            left =
                "\(isSame ? left : "(\(left))") \(word) \(right.op == nil ? right.text : "(\(right.text))")"
            if let before = joined, before != op { change("parentheses say what binds tighter there") }
            if right.op != nil { change("parentheses say what binds tighter there") }
            joined = op
        }
        return (left, joined)
    }

    private mutating func operand(_ pieces: [Piece], _ at: inout Int) -> String {
        guard at < pieces.count else { leave("something is missing at the end"); return "\"?\"" }
        let piece = pieces[at]
        at += 1
        switch piece {
        case .word(let text): return plain(text)
        case .phrase(let text): return "\"\(text)\""
        case .op("NOT"): return "NOT " + operand(pieces, &at)
        case .op(let op): leave("'\(op)' stands without something before it"); return operand(pieces, &at)
        case .close: leave("a parenthesis closes nothing"); return operand(pieces, &at)
        case .open:
            let inner = expression(pieces, &at, above: 0)
            if at < pieces.count, pieces[at] == .close {
                at += 1
            } else {
                leave("a parenthesis is not closed")
            }
            return "(\(inner.text))"
        case .prefix(let name):
            let inner = operand(pieces, &at)
            let isFunction = name.hasPrefix("ATLEAST") || name == "caps"
            return isFunction && !inner.hasPrefix("(") ? "\(name)(\(inner))" : name + inner
        }
    }

    private func plain(_ text: String) -> String {
        let isBare = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
                || "*?'’&+-.:>".unicodeScalars.contains($0)
        }
        return isBare && !text.hasPrefix("-") ? text : "\"\(text)\""
    }
}
