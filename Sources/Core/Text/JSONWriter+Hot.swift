// Every text that is answered or sent goes through here: the loops look at eight bytes of raw memory at once
// and write into memory that was made large enough before, so that no byte asks whether there is room.

/// Writes JSON piece by piece into memory of its own. Who writes keeps the order: a key before each value of
/// an object.
@safe package struct JSONWriter: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Bytes written.
    package private(set) var count = 0
    /// Something stands before on this level, so that a comma comes first.
    private var needsComma = false
    /// Two spaces for each level, for people; nil for no white space.
    private var indent: Int?

    package init(isPretty: Bool = false) {
        capacity = 4096
        unsafe memory = .allocate(capacity: capacity)
        indent = isPretty ? 0 : nil
    }

    deinit { unsafe memory.deallocate() }

    /// What was written.
    package var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: memory, count: count)) }

    /// Forgets what was written.
    package mutating func clear() { (count, needsComma) = (0, false) }

    // Values.

    /// A string.
    package mutating func value(_ text: String) {
        begin()
        quote(text)
        needsComma = true
    }

    /// A string, or null when there is none.
    package mutating func value(_ text: String?) {
        if let text { value(text) } else { plain("null") }
    }

    /// True or false.
    package mutating func value(_ flag: Bool) { plain(flag ? "true" : "false") }

    /// A word or number as it stands.
    package mutating func plain(_ text: String) {
        begin()
        raw(text)
        needsComma = true
    }

    /// An object of the keys and values that `members` writes.
    package mutating func object(_ members: (inout JSONWriter) -> Void) { nest(0x7B, 0x7D, members) }

    /// An array of the values that `values` writes.
    package mutating func array(_ values: (inout JSONWriter) -> Void) { nest(0x5B, 0x5D, values) }

    /// A line's end, behind a whole value.
    package mutating func endLine() {
        makeRoom(1)
        put(10)
        needsComma = false
    }

    // Members of an object.

    /// The name of the value that comes next.
    package mutating func key(_ name: String) {
        begin()
        quote(name)
        endKey()
    }

    /// A key in two parts of letters, digits and low lines.
    package mutating func key(_ name: String, _ ending: String) {
        begin()
        makeRoom(2)
        put(0x22)
        raw(name)
        raw(ending)
        makeRoom(1)
        put(0x22)
        endKey()
    }

    /// A key with a string, or with null.
    package mutating func member(_ name: String, _ text: String?) {
        key(name)
        value(text)
    }

    // Parts.

    private mutating func begin() {
        if needsComma {
            makeRoom(1)
            put(UInt8(ascii: ","))
            newLine()
        }
        needsComma = false
    }

    private mutating func endKey() {
        makeRoom(2)
        put(UInt8(ascii: ":"))
        if indent != nil { put(0x20) }
    }

    private mutating func nest(_ open: UInt8, _ close: UInt8, _ parts: (inout JSONWriter) -> Void) {
        begin()
        makeRoom(1)
        put(open)
        indent? += 1
        let start = count
        newLine()
        let first = count
        parts(&self)
        indent? -= 1
        if count == first { count = start } else { newLine() }
        makeRoom(1)
        put(close)
        needsComma = true
    }

    private mutating func newLine() {
        guard let indent else { return }
        makeRoom(1 + indent * 2)
        put(10)
        for _ in 0..<indent * 2 { put(0x20) }
    }

    @inline(__always)
    private mutating func makeRoom(_ more: Int) {
        if count &+ more > capacity { grow(more) }
    }

    private mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        unsafe moved.update(from: memory, count: count)
        unsafe memory.deallocate()
        unsafe (memory, capacity) = (moved, larger)
    }

    /// Room must be there.
    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        unsafe memory[count] = byte
        count &+= 1
    }

    /// Text in which nothing needs to be escaped.
    private mutating func raw(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            makeRoom(bytes.count)
            guard let base = bytes.baseAddress else { return }
            unsafe (memory + count).update(from: base, count: bytes.count)
            count &+= bytes.count
        }
    }

    /// Writes a text as a JSON string: control characters, quotes, backslashes and the Unicode ends of lines
    /// escaped, all else as it is.
    private mutating func quote(_ text: String) {
        var text = text
        text.withUTF8 { bytes in
            makeRoom(2 + bytes.count)
            put(0x22)
            if let base = bytes.baseAddress { unsafe escape(base, bytes.count) }
            put(0x22)
        }
    }

    /// There is room for one byte more than the text has; whatever takes more makes it.
    private mutating func escape(_ base: UnsafePointer<UInt8>, _ end: Int) {
        var at = 0
        while at < end {
            let start = at
            unsafe at = plainEnd(base, at, end)
            unsafe (memory + count).update(from: base + start, count: at &- start)
            count &+= at &- start
            if at == end { return }
            let width = unsafe escapedBytes(base + at)
            if width == 0 {
                unsafe put(base[at])
                at &+= 1
                continue
            }
            // The longest escape, what is left of the text, and the closing quote.
            makeRoom(end &- at &+ 7)
            unsafe putEscape(base[at], last: base[at &+ width &- 1])
            at &+= width
        }
    }

    private mutating func putEscape(_ first: UInt8, last: UInt8) {
        put(UInt8(ascii: "\\"))
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): put(first)
        case 10: put(UInt8(ascii: "n"))
        case 13: put(UInt8(ascii: "r"))
        case 9: put(UInt8(ascii: "t"))
        case 0xC2: putCode(0x0085)
        case 0xE2: putCode(last == 0xA8 ? 0x2028 : 0x2029)
        default: putCode(UInt16(first))
        }
    }

    private mutating func putCode(_ value: UInt16) {
        put(UInt8(ascii: "u"))
        for shift in [UInt16(12), 8, 4, 0] {
            let digit = UInt8(truncatingIfNeeded: value >> shift & 15)
            put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        }
    }
}

/// Where the first byte stands, from `at` on, that may begin something to escape, or the end.
@inline(__always)
private func plainEnd(_ base: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    var at = at
    while at &+ 8 <= end {
        let eight = unsafe UnsafeRawPointer(base + at).loadUnaligned(as: UInt64.self)
        let found = mayEscape(UInt64(littleEndian: eight))
        if found != 0 { return at &+ found.trailingZeroBitCount / 8 }
        at &+= 8
    }
    while at < end {
        let byte = unsafe base[at]
        if byte < 32 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == 0xC2
            || byte == 0xE2
        {
            break
        }
        at &+= 1
    }
    return at
}

/// The top bits of those of eight bytes that are a control character, a quote, a backslash, 0xC2 or 0xE2. Of
/// the lowest one it is certain; those above it may be others.
@inline(__always)
private func mayEscape(_ eight: UInt64) -> UInt64 {
    let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word }
    let small = (eight &- ones &* 0x20) & ~eight
    let signs = zeros(eight ^ ones &* 0x22) | zeros(eight ^ ones &* 0x5C)
    let leads = zeros(eight ^ ones &* 0xC2) | zeros(eight ^ ones &* 0xE2)
    return (small | signs | leads) & highs
}

/// How many bytes there make one character that is escaped; 0: it is not. U+0085, U+2028 and U+2029 are,
/// since some readers take them for the end of a line. The text is valid: no character is cut short.
private func escapedBytes(_ text: UnsafePointer<UInt8>) -> Int {
    let byte = unsafe text[0]
    if byte < 0x80 { return 1 }
    if byte == 0xC2 { return unsafe text[1] == 0x85 ? 2 : 0 }
    return unsafe text[1] == 0x80 && text[2] & 0xFE == 0xA8 ? 3 : 0
}
