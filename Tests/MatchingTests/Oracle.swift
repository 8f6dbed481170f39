import Model

/// A second, slow reading of docs/query-language.md, for texts of plain letters: every rule by brute force, nothing shared with
/// the engine but the query's own type. Words are runs of ASCII letters and digits; a hyphen between two also makes them one;
/// `. ` ends a sentence when a capital follows; an empty line ends a paragraph; the first paragraph is the headline.
struct Oracle {
    struct Word { var raw: String; var paragraph: Int; var sentence: Int; var hyphenBefore: Bool }
    struct Place: Hashable { var first: Int; var last: Int }

    var words: [Word] = []
    /// Headline, then body.
    var zones: [Zone] = []

    init(_ paragraphs: [String]) {
        var sentence = 0
        for (number, text) in paragraphs.enumerated() {
            zones.append(number == 0 ? .headline : .body)
            var (raw, gap) = ("", "")
            func isWord(_ c: Character) -> Bool { c.isLetter || c.isNumber }
            for c in text + " " {
                if isWord(c) {
                    if raw.isEmpty, number > 0, gap.contains("."), gap.contains(" "), c.isUppercase { sentence += 1 }
                    raw.append(c)
                } else {
                    if !raw.isEmpty { words.append(Word(raw: raw, paragraph: number, sentence: sentence, hyphenBefore: gap == "-")); gap = "" }
                    raw = ""
                    gap.append(c)
                }
            }
            sentence += 1
        }
        for index in words.indices where index == 0 || words[index - 1].paragraph != words[index].paragraph { words[index].hyphenBefore = false }
    }

    // Whether.

    func holds(_ query: Query, _ scope: Scope) -> Bool {
        switch query {
        case .all(let parts): parts.allSatisfy { holds($0, scope) }
        case .any(let parts), .list(_, let parts): parts.contains { holds($0, scope) }
        case .not(let part): !holds(part, scope)
        case .within(let field, let part): holds(part, Scope(field))
        case .labelled(_, let part): holds(part, scope)
        case .score(let weights, let threshold): weights.reduce(0) { $0 + $1.points * mentions(places($1.query, scope)) } >= threshold
        case .test(let test): holds(test, scope)
        default: !places(query, scope).isEmpty
        }
    }

    private func holds(_ test: Test, _ scope: Scope) -> Bool {
        guard case .words(let least, let most) = test else { return false }
        let count = words.indices.filter { isSearched($0, scope) }.count
        return count >= least && count <= most
    }

    struct Scope {
        var zones: Set<Zone> = [.headline, .dateline, .body]
        var isLead = false

        init() {}
        /// Fields of pages alone: the oracle finds no facts.
        init(_ field: Field) {
            switch field {
            case .title: zones = [.headline]
            case .body: zones = [.body]
            case .lead: (zones, isLead) = ([.body], true)
            case .head: (zones, isLead) = ([.headline, .body], true)
            case .caption: zones = [.caption]
            case .byline: zones = [.byline]
            default: zones = []
            }
        }
    }

    private func isSearched(_ word: Int, _ scope: Scope) -> Bool {
        let paragraph = words[word].paragraph
        return scope.zones.contains(zones[paragraph]) && (!scope.isLead || zones[paragraph] != .body || paragraph == 1)
    }

    // Where.

    func places(_ query: Query, _ scope: Scope) -> Set<Place> {
        switch query {
        case .term(let term): return Set(places(term).filter { isSearched($0.first, scope) })
        case .any(let parts), .list(_, let parts): return parts.reduce(into: []) { $0.formUnion(places($1, scope)) }
        case .labelled(_, let part): return places(part, scope)
        case .within(let field, let part): return places(part, Scope(field))
        case .near(let a, let b, let distance):
            var out: Set<Place> = []
            for x in places(a, scope) { for y in places(b, scope) where isClose(x, y, distance) {
                out.insert(Place(first: min(x.first, y.first), last: max(x.last, y.last)))
            } }
            return out
        case .apart(let a, let b, let distance):
            let others = places(b, scope)
            return places(a, scope).filter { x in !others.contains { isClose(x, $0, distance) } }
        case .outside(let a, let b):
            let others = places(b, scope)
            return places(a, scope).filter { x in !others.contains { $0.first <= x.first && x.last <= $0.last } }
        case .atLeast(let least, let part):
            let all = places(part, scope)
            return mentions(all) >= least ? all : []
        case .first(let most, let part):
            let early = Set(words.indices.filter { isSearched($0, scope) }.prefix(most))
            let end = (early.max() ?? -1)
            return places(part, scope).filter { $0.last <= end }
        default: return []
        }
    }

    private func isClose(_ x: Place, _ y: Place, _ distance: Proximity) -> Bool {
        guard x.last < y.first || y.last < x.first else { return false }
        func isOne(_ number: (Word) -> Int) -> Bool { Set([x.first, x.last, y.first, y.last].map { number(words[$0]) }).count == 1 }
        switch distance {
        case .sentence: return isOne(\.sentence)
        case .paragraph: return isOne(\.paragraph)
        // It reads no facts; `FactFieldTests` hold these.
        case .said: return false
        case .words(let most, let isOrdered):
            guard !isOrdered || x.last < y.first else { return false }
            guard zones[words[x.first].paragraph] == zones[words[y.first].paragraph] else { return false }
            return (x.last < y.first ? y.first - x.last : x.first - y.last) - 1 <= most
        }
    }

    /// Mentions inside others are none of their own.
    func mentions(_ places: Set<Place>) -> Int {
        var (count, last) = (0, -1)
        for place in places.sorted(by: { ($0.first, -$0.last) < ($1.first, -$1.last) }) where place.last > last { (count, last) = (count + 1, place.last) }
        return count
    }

    // Terms.

    private func places(_ term: Term) -> Set<Place> {
        var out: Set<Place> = []
        let pieces = term.text.split { $0 == " " || $0 == "-" }.map(String.init)
        var spellings = [pieces]
        // A hyphen in the query: parted, or joined there.
        var index = 0
        for (number, part) in term.text.split(separator: "-", omittingEmptySubsequences: false).enumerated() where number > 0 && !term.text.contains("*") {
            index += term.text.split(separator: "-", omittingEmptySubsequences: false)[number - 1].split(separator: " ").count
            _ = part
            var joined = pieces
            joined.replaceSubrange((index - 1)...index, with: [pieces[index - 1] + pieces[index]])
            spellings.append(joined)
        }
        for spelling in spellings {
            for start in words.indices { for end in ends(spelling[...], at: start, term) { out.insert(Place(first: start, last: end)) } }
        }
        return out.filter { place in
            term.crossesSentences || words[place.first].sentence == words[place.last].sentence && words[place.first].paragraph == words[place.last].paragraph
        }
    }

    /// Where a run of pattern words that begins with the word at `start` can end.
    private func ends(_ pattern: ArraySlice<String>, at start: Int, _ term: Term) -> [Int] {
        guard let first = pattern.first else { return [start - 1] }
        guard start < words.count else { return [] }
        var out: [Int] = []
        for parts in 1...4 where start + parts <= words.count {
            let unit = words[start..<(start + parts)]
            if parts > 1, !unit.dropFirst().allSatisfy(\.hyphenBefore) { break }
            if parts > 1, first.contains("*") || first.contains("?") || term.letterCase != .any || term.letters == .exact { continue }
            guard fits(first, unit.map(\.raw).joined(), term) else { continue }
            out += ends(pattern.dropFirst(), at: start + parts, term)
        }
        return out
    }

    private func fits(_ pattern: String, _ raw: String, _ term: Term) -> Bool {
        if pattern.contains("*") || pattern.contains("?") { return glob(Array(pattern.lowercased()), Array(raw.lowercased())) }
        switch term.letterCase {
        case .any: return pattern.lowercased() == raw.lowercased()
        case .asWritten: return pattern == raw
        case .capitals: return pattern.lowercased() == raw.lowercased() && raw == raw.uppercased()
        }
    }

    private func glob(_ pattern: [Character], _ text: [Character]) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" { return (0...text.count).contains { glob(Array(pattern.dropFirst()), Array(text.dropFirst($0))) } }
        guard let letter = text.first else { return false }
        return (first == "?" || first == letter) && glob(Array(pattern.dropFirst()), Array(text.dropFirst()))
    }
}
