/// Cuts UTF-8 into words. One pass, linear in the bytes; keeps at most one word open.
package struct Tokenizer {
    private var list: TokenList
    private var isOpen = false
    private var lastClass = ScalarClass.separator

    /// The words of `span` of `bytes`, with offsets into `bytes`, added to those in `list`.
    package static func tokenize(_ bytes: [UInt8], _ span: TextSpanBounds, into list: inout TokenList) {
        var work = Tokenizer(list: list)
        list = TokenList()
        work.run(bytes.span, span.start, span.end)
        list = work.list
    }

    /// The words of a whole text.
    package static func tokenize(_ text: String) -> TokenList {
        var list = TokenList()
        let bytes = Array(text.utf8)
        tokenize(bytes, TextSpanBounds(start: 0, end: bytes.count), into: &list)
        return list
    }

    private init(list: TokenList) { self.list = list }

    private mutating func run(_ bytes: borrowing Span<UInt8>, _ start: Int, _ end: Int) {
        var index = start
        while index < end {
            let (value, width) = scalar(in: bytes, at: index)
            index = step(bytes, value, index, index + width, end)
        }
        shut()
    }

    private mutating func shut() {
        if isOpen { list.close() }
        isOpen = false
    }

    /// Takes one scalar; answers where to go on.
    private mutating func step(
        _ bytes: borrowing Span<UInt8>, _ value: UInt32, _ at: Int, _ next: Int, _ end: Int
    ) -> Int {
        let kind = FoldTable.scalarClass(value)
        switch kind {
        case .letter, .digit:
            if isOpen, lastClass == .single { shut() }
            if !isOpen {
                if let after = acronym(bytes, at, end) { return after }
                list.open(at: at)
                isOpen = true
            }
            list.append(value, end: next)
            lastClass = kind
        case .single:
            shut()
            list.open(at: at)
            list.append(value, end: next)
            isOpen = true
            lastClass = .single
        case .extender:
            if isOpen { list.append(value, end: next) }
        case .accent:
            if isOpen { list.mark(value) ; list.extend(to: next) }
        case .ignored:
            break
        case .apostrophe:
            return apostrophe(bytes, next, end)
        case .separator:
            return separator(bytes, value, at, next, end)
        }
        return next
    }

    /// An apostrophe parts words; `'s` at the end of a word is dropped.
    private mutating func apostrophe(_ bytes: borrowing Span<UInt8>, _ next: Int, _ end: Int) -> Int {
        guard isOpen else { return next }
        shut()
        guard next < end, bytes[next] | 0x20 == UInt8(ascii: "s") else { return next }
        guard next + 1 < end else { return next + 1 }
        switch FoldTable.scalarClass(scalar(in: bytes, at: next + 1).value) {
        case .letter, .digit, .accent, .extender, .ignored: return next
        default: return next + 1
        }
    }

    private mutating func separator(
        _ bytes: borrowing Span<UInt8>, _ value: UInt32, _ at: Int, _ next: Int, _ end: Int
    ) -> Int {
        if value == 0x40 || value == 0x23, next < end, isWordByte(bytes[next]) { return handle(bytes, at, next, end) }
        if isOpen, value == 0x2E || value == 0x3A, let after = addressEnd(bytes, at, end) {
            list.turnOpaque()
            addOpaque(bytes, at, after)
            return after
        }
        shut()
        return next
    }

    /// `@name`, `#tag`, or the rest of `somebody@host`.
    private mutating func handle(_ bytes: borrowing Span<UInt8>, _ at: Int, _ next: Int, _ end: Int) -> Int {
        var stop = next
        while stop < end, isWordByte(bytes[stop]) || isInner(bytes, stop, end) { stop += 1 }
        if isOpen { list.turnOpaque() } else { list.open(at: at, opaque: true) }
        isOpen = true
        addOpaque(bytes, at, stop)
        return stop
    }

    private mutating func addOpaque(_ bytes: borrowing Span<UInt8>, _ from: Int, _ to: Int) {
        var index = from
        while index < to {
            let (value, width) = scalar(in: bytes, at: index)
            list.append(value, end: min(index + width, to))
            index += width
        }
        list.extend(to: to)
        shut()
    }

    /// `U.S.`, `e.g.`, `D.C`: single letters with dots between are one word. Answers where it ends.
    private mutating func acronym(_ bytes: borrowing Span<UInt8>, _ at: Int, _ end: Int) -> Int? {
        var index = at
        var letters = 0
        var stop = at
        while index < end {
            let (value, width) = scalar(in: bytes, at: index)
            guard FoldTable.scalarClass(value) == .letter else { break }
            letters += 1
            stop = index + width
            guard stop < end, bytes[stop] == UInt8(ascii: ".") else {
                if stop < end, isWord(bytes, stop) { return nil }
                break
            }
            stop += 1
            index = stop
        }
        guard letters > 1 else { return nil }
        list.open(at: at)
        index = at
        while index < stop {
            let (value, width) = scalar(in: bytes, at: index)
            if FoldTable.scalarClass(value) == .letter { list.append(value, end: index + width) }
            index += width
        }
        list.extend(to: stop)
        isOpen = true
        shut()
        return stop
    }

    private func isWord(_ bytes: borrowing Span<UInt8>, _ at: Int) -> Bool {
        switch FoldTable.scalarClass(scalar(in: bytes, at: at).value) {
        case .letter, .digit, .extender, .accent: true
        default: false
        }
    }
}

/// Byte bounds of the part of a text to cut into words, end exclusive.
package struct TextSpanBounds: Sendable {
    package var start: Int
    package var end: Int

    package init(start: Int, end: Int) { (self.start, self.end) = (start, end) }
}

extension TokenList {
    mutating func extend(to end: Int) { tokens[tokens.count - 1].end = max(end, tokens[tokens.count - 1].end) }

    mutating func turnOpaque() { tokens[tokens.count - 1].isOpaque = true }
}
