/// Cuts UTF-8 into words.
package enum Tokenizer {
    /// The words of these spans of a text, in order; offsets are those of `text`. Spans are in order and do
    /// not overlap; a word never runs over the end of one. Linear in the bytes. `isWide` is only for tests to
    /// say otherwise.
    package static func words(
        _ text: [UInt8], _ spans: [TextSpanBounds], rules: TokenRules = .standard,
        isWide: Bool = Processor.isWide
    ) -> TokenList {
        var list = TokenList(padded: padded(text))
        list.bounds.reserveCapacity(spans.count + 1)
        cutWords(&list, spans, rules, isWide: isWide)
        if rules.isStandard { list.joinHyphenated() }
        return list
    }

    /// The words of a whole text.
    package static func words(_ text: String, rules: TokenRules = .standard) -> TokenList {
        let bytes = Array(text.utf8)
        return words(bytes, [TextSpanBounds(start: 0, end: bytes.count)], rules: rules)
    }

    /// The same words one scalar at a time, without the fast loop: what that one is tested against.
    package static func plainWords(_ text: [UInt8], _ spans: [TextSpanBounds], rules: TokenRules = .standard)
        -> [Token]
    {
        var work = ChunkTokenizer(rules: rules)
        let padded = text + [UInt8](repeating: 0, count: 64)
        for bounds in spans { work.run(padded.span, bounds.start, bounds.end) }
        return work.tokens
    }
}

/// Byte bounds of the part of a text to cut into words, end exclusive.
package struct TextSpanBounds: Sendable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) { (self.start, self.end) = (start, end) }
}

/// Cuts a stretch of text into words one scalar at a time: every rule, no hurry. The fast loop hands it the
/// stretches between spaces that hold an address, a handle or an acronym.
struct ChunkTokenizer {
    let rules: TokenRules
    var tokens: [Token] = []
    private var folded = FoldedWord()
    private var start = 0
    private var end = 0
    private var isOpen = false
    private var isOpaque = false
    private var lastClass = ScalarClass.separator

    init(rules: TokenRules) { self.rules = rules }

    mutating func run(_ bytes: borrowing Span<UInt8>, _ from: Int, _ to: Int) {
        var index = from
        while index < to {
            let (value, width) = scalar(in: bytes, at: index)
            index = step(bytes, value, index, index + width, to)
        }
        shut()
    }

    private mutating func open(at start: Int) {
        (self.start, end, isOpen, isOpaque) = (start, start, true, false)
        folded.reset()
    }

    private mutating func append(_ value: UInt32, end: Int) {
        folded.append(value)
        self.end = end
    }

    private mutating func shut() {
        guard isOpen else { return }
        isOpen = false
        guard !folded.isEmpty else { return }
        var token = folded.token(start: start, end: end)
        if isOpaque {
            token.hash ^= 0x9E37_79B9_7F4A_7C15
            token.traits.insert(.opaque)
        }
        if lastClass == .single { token.traits.insert(.single) }
        tokens.append(token)
    }

    /// Takes one scalar; answers where to go on.
    private mutating func step(
        _ bytes: borrowing Span<UInt8>, _ value: UInt32, _ at: Int, _ next: Int, _ limit: Int
    ) -> Int {
        let kind = FoldTable.scalarClass(value)
        switch kind {
        case .letter, .digit:
            if isOpen, lastClass == .single { shut() }
            if !isOpen {
                lastClass = kind
                if rules.isStandard, let after = acronym(bytes, at, limit) { return after }
                open(at: at)
            }
            append(value, end: next)
            lastClass = kind
        case .single:
            shut()
            open(at: at)
            append(value, end: next)
            lastClass = .single
        case .extender:
            if isOpen { append(value, end: next) }
        case .accent:
            if isOpen { folded.mark(value); end = next }
        case .ignored:
            break
        case .apostrophe:
            return apostrophe(bytes, next, limit)
        case .separator:
            return separator(bytes, value, at, next, limit)
        }
        return next
    }

    /// An apostrophe parts words; `'s` at the end of a word is dropped.
    private mutating func apostrophe(_ bytes: borrowing Span<UInt8>, _ next: Int, _ limit: Int) -> Int {
        guard isOpen else { return next }
        shut()
        guard rules.isStandard, next < limit, bytes[next] | 0x20 == UInt8(ascii: "s") else { return next }
        guard next + 1 < limit else { return next + 1 }
        switch FoldTable.scalarClass(scalar(in: bytes, at: next + 1).value) {
        case .letter, .digit, .accent, .extender, .ignored, .single: return next
        default: return next + 1
        }
    }

    private mutating func separator(
        _ bytes: borrowing Span<UInt8>, _ value: UInt32, _ at: Int, _ next: Int, _ limit: Int
    ) -> Int {
        guard rules.isStandard else { shut(); return next }
        if value == 0x40 || value == 0x23, let stop = handleEnd(bytes, next, limit) {
            if value == 0x23 { shut() }
            if !isOpen { open(at: at) }
            isOpaque = true
            addOpaque(bytes, at, stop)
            return stop
        }
        if isOpen, value == 0x2E || value == 0x3A, let after = addressEnd(bytes, at, limit) {
            isOpaque = true
            addOpaque(bytes, at, after)
            return after
        }
        shut()
        let isHyphen = value == 0x2D || value == 0x2010 || value == 0x2011
        if isHyphen, let last = tokens.last, Int(last.end) == at {
            tokens[tokens.count - 1].traits.insert(.hyphenated)
        }
        return next
    }

    /// Where `name` of `@name`, `#tag` or `somebody@host` ends; nil when none stands at `from`.
    private func handleEnd(_ bytes: borrowing Span<UInt8>, _ from: Int, _ limit: Int) -> Int? {
        var stop = from
        while stop < limit {
            let (value, width) = scalar(in: bytes, at: stop)
            if value == 0x5F || isWord(bytes, stop) {
                stop += width
            } else if stop > from, bytes[stop - 1] != 0x5F, value == 0x2E || value == 0x2D, stop + 1 < limit,
                isWord(bytes, stop + 1)
            {
                stop += 1
            } else {
                break
            }
        }
        let hasLetter = (from..<stop).contains { bytes[$0] != 0x5F }
        return hasLetter ? stop : nil
    }

    private mutating func addOpaque(_ bytes: borrowing Span<UInt8>, _ from: Int, _ to: Int) {
        var index = from
        while index < to {
            let (value, width) = scalar(in: bytes, at: index)
            append(value, end: min(index + width, to))
            index += width
        }
        end = max(end, to)
        lastClass = .letter
        shut()
    }

    /// `U.S.`, `e.g.`, `D.C`: single letters with dots between are one word. Answers where it ends.
    private mutating func acronym(_ bytes: borrowing Span<UInt8>, _ at: Int, _ limit: Int) -> Int? {
        var index = at
        var letters = 0
        var stop = at
        while index < limit {
            let (value, width) = scalar(in: bytes, at: index)
            guard FoldTable.scalarClass(value) == .letter else { break }
            letters += 1
            stop = index + width
            guard stop < limit, bytes[stop] == UInt8(ascii: ".") else {
                if stop < limit, isWord(bytes, stop) { return nil }
                break
            }
            stop += 1
            index = stop
        }
        guard letters > 1 else { return nil }
        open(at: at)
        index = at
        while index < stop {
            let (value, width) = scalar(in: bytes, at: index)
            if FoldTable.scalarClass(value) == .letter { append(value, end: index + width) }
            index += width
        }
        end = stop
        shut()
        return stop
    }

    private func isWord(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
        switch FoldTable.scalarClass(scalar(in: bytes, at: at).value) {
        case .letter, .digit, .single, .extender, .accent: true
        default: false
        }
    }
}

extension TokenList {
    /// Adds what hyphenated words are when read as one, of two to four parts.
    mutating func joinHyphenated() {
        var folded = FoldedWord()
        for first in tokens.indices where tokens[first].traits.contains(.hyphenated) {
            folded.reset()
            add(first, to: &folded)
            var last = first
            while last - first < 3, isHyphenGap(last) {
                last += 1
                add(last, to: &folded)
                let hash = folded.token(start: 0, end: 0).hash
                joined.append(JoinedWord(first: Int32(first), last: Int32(last), hash: hash))
            }
        }
    }

    /// Adds the letters of a word; those of a plain run of ASCII without folding them one by one.
    private func add(_ index: Int, to folded: inout FoldedWord) {
        let token = tokens[index]
        let count = Int(token.end - token.start)
        guard token.traits.isDisjoint(with: .intricate), count <= 48 else {
            return folded.append(letters: letters(index))
        }
        let done = folded.appendLetters(padded, from: Int(token.start), count)
        if done < count { folded.append(letters: Array(letters(index).dropFirst(done))) }
    }

    /// Whether nothing but a hyphen stands between a word and the next, both of them plain.
    private func isHyphenGap(_ index: Int) -> Bool {
        guard tokens[index].traits.contains(.hyphenated), index + 1 < tokens.count else { return false }
        let gap = Int(tokens[index + 1].start) - Int(tokens[index].end)
        let isASCII = padded[Int(tokens[index].end)] == UInt8(ascii: "-")
        return gap == (isASCII ? 1 : 3) && tokens[index].traits.isDisjoint(with: [.opaque, .single])
            && tokens[index + 1].traits.isDisjoint(with: [.opaque, .single])
    }
}

/// Cuts many short texts, one after the other: the phrases of a hundred thousand watches.
package struct WordCutter {
    private var chunk: ChunkTokenizer

    package init(rules: TokenRules = .standard) { chunk = ChunkTokenizer(rules: rules) }

    /// The words of a text; offsets are those of `bytes`.
    package mutating func cut(_ bytes: [UInt8]) -> [Token] {
        chunk.tokens.removeAll(keepingCapacity: true)
        chunk.run(bytes.span, 0, bytes.count)
        return chunk.tokens
    }
}
