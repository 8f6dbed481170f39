import CTextTables
import Synchronization

// The loop that every byte of every article goes through. It works on raw addresses because bounds checks in
// a loop of two nanoseconds a word cost a tenth; all reads stay within the text and the 64 bytes of padding
// behind it. Bytes become bitmaps, bitmaps become lists of starts and ends, and each run of ASCII is hashed
// straight from the text; whatever is out of the ordinary goes to the general loops, which decide by the
// tables.

/// Cuts the spans of a list's text into its tokens.
func cutWords(_ list: inout TokenList, _ spans: [TextSpanBounds], _ rules: TokenRules, isWide: Bool) {
    let edges = spareLists.withLock { $0.popLast() } ?? EdgeLists()
    var loop = WordLoop(rules: rules, isWide: isWide, edges)
    defer { spareLists.withLock { if $0.count < 8, edges.isSmall { $0.append(edges) } } }
    for bounds in spans {
        unsafe list.padded.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            unsafe loop.run(base, list.padded.span, bounds.start, bounds.end)
        }
        list.bounds.append(Int32(loop.count))
    }
    list.tokens = loop.tokens
}

/// A text with 64 zero bytes behind it.
func padded(_ text: [UInt8]) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: text.count + 64) { room, count in
        unsafe room[text.count...].initialize(repeating: 0)
        unsafe UnsafeMutableRawBufferPointer(room).copyBytes(from: text)
        count = text.count + 64
    }
}

/// Lists of articles before: made anew for each, their memory would go back to the system and come again.
private let spareLists = Mutex<[EdgeLists]>([])

/// The fast loop's state.
private struct WordLoop {
    let rules: TokenRules
    /// The processor cuts 64 bytes at a time.
    private let isWide: Bool
    private let edges: EdgeLists
    private var chunk: ChunkTokenizer?
    private var folded: FoldedWord
    /// The words so far, in memory of the lists.
    private(set) var count = 0
    /// Runs that begin before this were cut already, as part of a chunk.
    private var skipped = 0

    init(rules: TokenRules, isWide: Bool, _ edges: EdgeLists) {
        (self.rules, self.isWide, self.edges) = (rules, isWide, edges)
        folded = FoldedWord(edges.letters)
    }

    /// The words found.
    var tokens: [Token] { unsafe Array(UnsafeBufferPointer(start: edges.tokens, count: count)) }

    private var last: Token? { unsafe count > 0 ? edges.tokens[count &- 1] : nil }

    private mutating func append(_ token: Token) {
        unsafe (room(for: 1) + count).initialize(to: token)
        count &+= 1
    }

    /// The words' memory, with room for more.
    @inline(__always)
    private func room(for more: Int) -> UnsafeMutablePointer<Token> {
        edges.makeRoom(forTokens: count &+ more, of: count)
        return unsafe edges.tokens
    }

    @unsafe mutating func run(
        _ base: UnsafePointer<UInt8>, _ text: borrowing Span<UInt8>, _ start: Int, _ end: Int
    ) {
        var (at, carry, kill): (Int, UInt64, UInt64) = (start, 0, 0)
        var open = 0
        skipped = start
        while at < end {
            let stop = min(at &+ EdgeLists.window, end)
            let found = unsafe edges.find(base, at, stop, open, &carry, &kill, isWide: isWide)
            var runs = found.ends
            if stop == end, carry != 0 {
                unsafe edges.ends[runs] = UInt32(truncatingIfNeeded: end)
                runs &+= 1
            }
            unsafe cut(base, text, runs, end)
            open = found.starts > runs ? 1 : 0
            if open == 1 { unsafe edges.starts[0] = edges.starts[found.starts &- 1] }
            at = stop
        }
    }

    /// Hashes the first `runs` runs of the lists.
    private mutating func cut(
        _ base: UnsafePointer<UInt8>, _ text: borrowing Span<UInt8>, _ runs: Int, _ end: Int
    ) {
        let raw = unsafe UnsafeRawPointer(base)
        let isStandard = rules.isStandard
        let (starts, ends) = unsafe (edges.starts, edges.ends)
        var (out, made, index, isPlain) = unsafe (room(for: runs), count, 0, isWide)
        while index < runs {
            if isPlain {
                let cut = unsafe tocsin_cut_words_wide(
                    base, starts, ends, Int64(index), Int64(runs), Int64(skipped), Int64(end),
                    isStandard ? 1 : 0,
                    out, Int64(made))
                // A text in another script has hardly a plain word.
                isPlain = Int(cut.index) > index
                (index, made) = (Int(cut.index), Int(cut.made))
                if index == runs { break }
            }
            let (s, e) = unsafe (Int(truncatingIfNeeded: starts[index]), Int(truncatingIfNeeded: ends[index]))
            index &+= 1
            let length = e &- s
            var traits: UInt32 = 0
            if isStandard {
                guard s >= skipped else { continue }
                let behind = unsafe e < end ? base[e] : 0x20
                let before = unsafe s > skipped ? base[s &- 1] : 0x20
                let sides = tocsin_edge(behind)
                // A full stop that no letter follows, the commonest of all signs, is nothing odd.
                let isBehind = unsafe sides & 1 != 0 && (behind != 0x2E || isWordByte(base[e &+ 1]))
                if isBehind || tocsin_edge(before) & 2 != 0 || length == 1 && before != 0x20 {
                    count = made
                    let kind = unsafe oddity(base, text, s, e, end)
                    if kind == .possessive { continue }
                    if kind == .chunk {
                        unsafe cutChunk(base, text, s, end)
                        unsafe (out, made) = (room(for: runs &- index), count)
                        continue
                    }
                }
                if sides & 4 != 0 {
                    let isHyphen =
                        unsafe behind == 0x2D || base[e &+ 1] == 0x80 && base[e &+ 2] & 0xFE == 0x90
                    if isHyphen { traits = Token.Traits.hyphenated.rawValue }
                }
            }
            if length <= 16 {
                let (maskLow, maskHigh) = (tocsin_mask_low(Int64(length)), tocsin_mask_high(Int64(length)))
                let low = unsafe raw.loadUnaligned(fromByteOffset: s, as: UInt64.self) & maskLow
                let high = unsafe raw.loadUnaligned(fromByteOffset: s &+ 8, as: UInt64.self) & maskHigh
                if (low | high) & 0x8080_8080_8080_8080 == 0 {
                    let foldedLow = (low | 0x2020_2020_2020_2020) & maskLow
                    let hash = mix(
                        foldedLow ^ UInt64(truncatingIfNeeded: length),
                        (high | 0x2020_2020_2020_2020) & maskHigh)
                    unsafe (out + made).initialize(
                        to: Token(
                            hash: hash, start: s, end: e, head: UInt32(truncatingIfNeeded: foldedLow),
                            traits: Token.Traits(rawValue: traits)))
                    made &+= 1
                    isPlain = isWide
                    continue
                }
            }
            if let token = unsafe wordOfLetters(base, s, e, traits) {
                unsafe (out + made).initialize(to: token)
                made &+= 1
                continue
            }
            count = made
            unsafe cutRun(base, text, s, e)
            if traits != 0, let last, Int(last.end) == e {
                unsafe edges.tokens[count &- 1].traits.insert(.hyphenated)
            }
            unsafe (out, made) = (room(for: runs &- index), count)
        }
        count = made
    }

    /// A run of letters of ASCII and of two bytes alone; nil for what the tables must decide.
    @inline(__always)
    private mutating func wordOfLetters(_ base: UnsafePointer<UInt8>, _ s: Int, _ e: Int, _ traits: UInt32)
        -> Token?
    {
        // Not an s that may be a possessive's.
        guard unsafe base[s] & 0xE0 == 0xC0 || base[s] < 0x80 && base[s] | 0x20 != 0x73 else { return nil }
        folded.reset()
        guard unsafe folded.appendLetters(base + s, e &- s) == e &- s else { return nil }
        var token = folded.token(start: s, end: e)
        token.traits.formUnion(Token.Traits(rawValue: traits))
        return token
    }

    private enum Oddity { case none, possessive, chunk }

    /// What is out of the ordinary about a run: the `s` of a possessive, or part of an address, a handle, an
    /// acronym.
    private func oddity(
        _ base: UnsafePointer<UInt8>, _ text: borrowing Span<UInt8>, _ s: Int, _ e: Int, _ end: Int
    ) -> Oddity {
        if unsafe signBefore(base, s) != nil { return .chunk }
        if e &- s == 1, beginsWithPossessive(text, s) { return .possessive }
        if e < end {
            let behind = unsafe base[e]
            let after = unsafe e &+ 1 < end ? base[e &+ 1] : 0x20
            if behind == 0x40, isWordByte(after) { return .chunk }
            if behind == 0x3A, after == 0x2F { return .chunk }
            if behind == 0x2E, isWordByte(after) {
                let isSign = unsafe after == 0xE2 && base[e &+ 2] == 0x80
                if !isSign { return .chunk }
            }
        }
        return .none
    }

    /// Where the `@` or `#` of a handle stands whose first letter is at `s`; low lines may stand between.
    private func signBefore(_ base: UnsafePointer<UInt8>, _ s: Int) -> Int? {
        var at = s &- 1
        while at > skipped, unsafe base[at] == 0x5F { at &-= 1 }
        guard at >= skipped, unsafe base[at] == 0x40 || base[at] == 0x23 else { return nil }
        return at
    }

    /// Whether a lone `s` stands at `s`, with an apostrophe right behind a word before it.
    private func beginsWithPossessive(_ text: borrowing Span<UInt8>, _ s: Int) -> Bool {
        guard text[s] | 0x20 == 0x73, !isWordLike(text, s &+ 1) else { return false }
        guard let last, s > 0 else { return false }
        var gap = s &- 1
        if text[gap] >= 0x80 {
            while gap > 0, text[gap] & 0xC0 == 0x80 { gap &-= 1 }
        }
        guard gap >= Int(last.end), FoldTable.scalarClass(scalar(in: text, at: gap).value) == .apostrophe
        else { return false }
        // Characters that do not exist may stand between the word and its apostrophe.
        var at = Int(last.end)
        while at < gap {
            let (value, width) = scalar(in: text, at: at)
            guard FoldTable.scalarClass(value) == .ignored else { return false }
            at += width
        }
        return true
    }

    /// Cuts everything from a run, or the sign before it, up to the next space.
    private mutating func cutChunk(
        _ base: UnsafePointer<UInt8>, _ text: borrowing Span<UInt8>, _ s: Int, _ end: Int
    ) {
        let from = unsafe signBefore(base, s) ?? (beginsWithPossessive(text, s) ? s &+ 1 : s)
        var stop = s
        while stop < end, unsafe base[stop] > 0x20 { stop &+= 1 }
        var chunk = self.chunk.take() ?? ChunkTokenizer(rules: rules)
        chunk.tokens.removeAll(keepingCapacity: true)
        chunk.run(text, from, stop)
        for token in chunk.tokens { append(token) }
        self.chunk = chunk
        skipped = stop
    }

    /// A run that holds other than ASCII, or is long: scalar by scalar, by the tables.
    private mutating func cutRun(
        _ base: UnsafePointer<UInt8>, _ text: borrowing Span<UInt8>, _ s: Int, _ e: Int
    ) {
        var (at, start, last) = (s, s, s)
        var isSingle = false
        folded.reset()
        if rules.isStandard, beginsWithPossessive(text, s) { at &+= 1 }
        while at < e {
            if unsafe base[at] & 0x80 == 0 || base[at] & 0xE0 == 0xC0, !isSingle {
                let isFirst = folded.isEmpty
                let letters = unsafe folded.appendLetters(base + at, e &- at)
                if letters > 0 {
                    if isFirst { start = at }
                    at &+= letters
                    last = at
                    continue
                }
            }
            let (value, width) = unsafe quickScalar(base, text, at)
            let next = at &+ width
            let entry = FoldTable.entry(value)
            switch ScalarClass(rawValue: UInt8(truncatingIfNeeded: entry >> 24 & 15)) ?? .separator {
            case .letter, .digit:
                if isSingle { shut(start, last, &isSingle) }
                if folded.isEmpty { start = at }
                folded.append(value)
                last = next
            case .single:
                shut(start, last, &isSingle)
                let behind = unsafe cutIdeographs(base, at, e)
                if behind > at {
                    at = behind
                    continue
                }
                // An ideograph that folds to itself is a word at once, unless a mark can follow it.
                let isFollowed = unsafe next < e && !isIdeographStart(base[next])
                if width == 3, entry & 0xFF_FFFF == 0, !isFollowed {
                    unsafe append(ideograph(base, at))
                    at = next
                    continue
                }
                start = at
                folded.append(value)
                (last, isSingle) = (next, true)
            case .extender:
                if !folded.isEmpty { folded.append(value); last = next }
            case .accent:
                if !folded.isEmpty { folded.mark(value); last = next }
            case .ignored: break
            case .apostrophe where rules.isStandard && !folded.isEmpty:
                // Rare within a run: let the general loop see whether an `s` is to be dropped.
                shut(start, last, &isSingle)
                let isLone = next < e && text[next] | 0x20 == 0x73 && next &+ 1 >= e
                if isLone { return }
                if next < e, text[next] | 0x20 == 0x73, !isWordLike(text, next &+ 1) {
                    at = next &+ 1; continue
                }
            default: shut(start, last, &isSingle)
            }
            at = next
        }
        shut(start, last, &isSingle)
    }

    /// Makes a word of each of the ideographs of U+4E00 to U+9FFF that stand in a row, but of the last one
    /// only at the end of the run, as a mark may follow it; answers where it stopped.
    private mutating func cutIdeographs(_ base: UnsafePointer<UInt8>, _ from: Int, _ end: Int) -> Int {
        guard WordLoop.areIdeographsPlain else { return from }
        let out = unsafe room(for: (end &- from) / 3 &+ 1)
        var at = from
        while at &+ 3 <= end {
            let (first, second, third) = unsafe (base[at], base[at &+ 1], base[at &+ 2])
            guard isIdeographStart(first), first != 0xE4 || second >= 0xB8, second & 0xC0 == 0x80,
                third & 0xC0 == 0x80
            else { break }
            guard unsafe at &+ 3 == end || isIdeographStart(base[at &+ 3]) else { break }
            unsafe (out + count).initialize(to: ideograph(base, at))
            (count, at) = (count &+ 1, at &+ 3)
        }
        return at
    }

    /// Whether the tables say of each of them that it is a word of its own and folds to itself.
    private static let areIdeographsPlain = (0x4E00...0x9FFF as ClosedRange<UInt32>).allSatisfy {
        let entry = FoldTable.entry($0)
        return entry >> 24 & 15 == UInt32(ScalarClass.single.rawValue) && entry & 0xFF_FFFF == 0
    }

    /// Begins a character of U+3400 to U+9FFF.
    @inline(__always)
    private func isIdeographStart(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

    /// The word of one character of three bytes, as `FoldedWord` would make it.
    @inline(__always)
    private func ideograph(_ base: UnsafePointer<UInt8>, _ at: Int) -> Token {
        let bytes = unsafe UInt32(base[at]) | UInt32(base[at &+ 1]) << 8 | UInt32(base[at &+ 2]) << 16
        return Token(
            hash: mix(UInt64(bytes) ^ 3, 0), start: at, end: at &+ 3, head: bytes,
            traits: Token.Traits(
                rawValue: Token.Traits.intricate.rawValue | Token.Traits.single.rawValue))
    }

    private func isWordLike(_ text: borrowing Span<UInt8>, _ at: Int) -> Bool {
        switch FoldTable.scalarClass(scalar(in: text, at: at).value) {
        case .letter, .digit, .accent, .extender, .ignored, .single: true
        default: false
        }
    }

    private mutating func shut(_ start: Int, _ end: Int, _ isSingle: inout Bool) {
        guard !folded.isEmpty else { return }
        var token = folded.token(start: start, end: end)
        if isSingle { token.traits.insert(.single) }
        append(token)
        folded.reset()
        isSingle = false
    }
}

/// One scalar of two or three bytes in a hurry, any other with care.
@inline(__always)
private func quickScalar(_ base: UnsafePointer<UInt8>, _ text: borrowing Span<UInt8>, _ at: Int) -> (
    value: UInt32, width: Int
) {
    let first = unsafe UInt32(base[at])
    if first < 0x80 { return (first, 1) }
    let second = unsafe UInt32(base[at &+ 1])
    if first >= 0xC2, first < 0xE0, second & 0xC0 == 0x80 { return ((first & 0x1F) << 6 | second & 0x3F, 2) }
    let third = unsafe UInt32(base[at &+ 2])
    if first >= 0xE0, first < 0xF0, second & 0xC0 == 0x80, third & 0xC0 == 0x80 {
        return ((first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F, 3)
    }
    return scalar(in: text, at: at)
}
