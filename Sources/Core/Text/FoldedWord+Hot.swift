// Hashing is the half of the time of cutting a text into words, so it reads raw memory eight bytes at a time;
// every reader sees to it that 16 bytes behind the word may be read.

/// Mixes two words of a hash (a full multiplication, its halves folded together).
@inline(__always)
func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = (a ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: b ^ 0xD1B5_4A32_D192_ED03)
    return product.high ^ product.low
}

/// The low `count` bytes of a word, as a mask.
@inline(__always)
func lowBytes(_ count: Int) -> UInt64 {
    count >= 8 ? ~0 : count <= 0 ? 0 : (1 &<< UInt64(truncatingIfNeeded: 8 &* count)) &- 1
}

/// Hashes `count` bytes, each with `bits` set in it, after `before` was hashed already; 16 bytes behind may
/// be read.
@inline(__always)
func hashBytes(_ from: UnsafeRawPointer, _ count: Int, setting bits: UInt64, after before: UInt64)
    -> UInt64
{
    var (at, left, hash) = unsafe (from, count, before)
    while left > 16 {
        hash = unsafe mix(
            (at.loadUnaligned(as: UInt64.self) | bits) ^ hash,
            at.loadUnaligned(fromByteOffset: 8, as: UInt64.self) | bits)
        unsafe at += 16
        left &-= 16
    }
    let low = unsafe (at.loadUnaligned(as: UInt64.self) | bits) & lowBytes(left)
    let high = unsafe (at.loadUnaligned(fromByteOffset: 8, as: UInt64.self) | bits) & lowBytes(left &- 8)
    return mix(low ^ hash ^ UInt64(truncatingIfNeeded: left), high)
}

/// Room for the letters of one word. It belongs to one loop.
@safe final class LetterRoom: Sendable {
    static let size = 288
    nonisolated(unsafe) let bytes: UnsafeMutablePointer<UInt8>

    init() {
        unsafe bytes = .allocate(capacity: LetterRoom.size)
        unsafe bytes.initialize(repeating: 0, count: LetterRoom.size)
    }

    deinit { unsafe bytes.deallocate() }
}

/// What scalars of two bytes fold to, if to one letter: of ASCII with marks or without, or of two bytes
/// without marks. Immutable.
@safe private final class LetterFolds: Sendable {
    static let shared = LetterFolds()
    static let letter: UInt16 = 0x7FF
    static let marked: UInt16 = 0x8000
    /// By scalar: the letter, `marked` added where it bears a mark; 0 for what folds to something else.
    nonisolated(unsafe) let folds: UnsafeMutablePointer<UInt16>

    private init() {
        unsafe folds = .allocate(capacity: 0x800)
        unsafe folds.initialize(repeating: 0, count: 0x800)
        for value in 0x80..<0x800 as Range<UInt32> where FoldTable.scalarClass(value) == .letter {
            var (letter, isMarked, letters): (UInt32, Bool, Int) = (0, false, 0)
            FoldTable.fold(value) { part in
                if FoldTable.scalarClass(part) == .accent {
                    if part != 0x307 || letter != 0x69 { isMarked = true }
                } else {
                    (letter, letters) = (part, letters + 1)
                }
            }
            guard letters == 1, letter < 0x80 || letter < 0x800 && !isMarked else { continue }
            unsafe folds[Int(value)] = UInt16(letter) | (isMarked ? LetterFolds.marked : 0)
        }
    }

    deinit { unsafe folds.deallocate() }
}

/// The folded letters of a word as UTF-8 while it is read; long words are hashed as they come, so that it
/// stays small.
struct FoldedWord {
    private let room: LetterRoom
    private var count = 0
    private var hash: UInt64 = 0
    private var head: UInt32 = 0
    private var lastLetter: UInt32 = 0
    private var isMarked = false

    init(_ room: LetterRoom = LetterRoom()) { self.room = room }

    var isEmpty: Bool { count == 0 }

    mutating func reset() { (count, hash, head, lastLetter, isMarked) = (0, 0, 0, 0, false) }

    /// Adds what a scalar folds to; marks go on the letter before them.
    @inline(__always)
    mutating func append(_ value: UInt32) {
        let entry = FoldTable.entry(value)
        if entry >> 21 & 7 == 0 {
            let payload = entry & 0x1F_FFFF
            return put(payload == 0 ? value : payload)
        }
        FoldTable.fold(value) { part in
            if FoldTable.scalarClass(part) == .accent { mark(part) } else { put(part) }
        }
    }

    /// Adds the letters and digits of ASCII and the letters of two bytes that a run begins with, as long as
    /// each folds to one of two bytes without a mark or to one of ASCII with marks or none: nearly all of
    /// Latin, Cyrillic, Greek, Armenian, Hebrew and Arabic. Answers how many bytes they take.
    @inline(__always)
    mutating func appendLetters(_ text: UnsafePointer<UInt8>, _ left: Int) -> Int {
        let (bytes, folds) = unsafe (room.bytes, LetterFolds.shared.folds)
        var (at, end, letter, marks) = (0, count, lastLetter, UInt16(0))
        while at < left, end < 240 {
            let (first, second) = unsafe (UInt32(text[at]), UInt32(text[at &+ 1]))
            if first < 0x80 {
                letter = first | 0x20
                unsafe bytes[end] = UInt8(truncatingIfNeeded: letter)
                (at, end) = (at &+ 1, end &+ 1)
                continue
            }
            guard first & 0xE0 == 0xC0, second & 0xC0 == 0x80 else { break }
            let fold = unsafe folds[Int((first & 0x1F) << 6 | second & 0x3F)]
            guard fold != 0 else { break }
            marks |= fold
            letter = UInt32(fold & LetterFolds.letter)
            at &+= 2
            if letter < 0x80 {
                unsafe bytes[end] = UInt8(truncatingIfNeeded: letter)
                end &+= 1
            } else {
                unsafe bytes[end] = UInt8(truncatingIfNeeded: 0xC0 | letter >> 6)
                unsafe bytes[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | letter & 63)
                end &+= 2
            }
        }
        if marks & LetterFolds.marked != 0 { isMarked = true }
        (count, lastLetter) = (end, letter)
        return at
    }

    /// The same of `count` bytes of a padded text.
    mutating func appendLetters(_ padded: [UInt8], from start: Int, _ count: Int) -> Int {
        unsafe padded.withUnsafeBufferPointer { bytes in
            unsafe bytes.baseAddress.map { unsafe appendLetters($0 + start, count) } ?? 0
        }
    }

    /// A dot over i is no mark: i, ı, I and İ are one class.
    @inline(__always)
    mutating func mark(_ accent: UInt32) {
        if count > 0, accent != 0x307 || lastLetter != 0x69 { isMarked = true }
    }

    mutating func append(letters: [UInt32]) {
        for letter in letters {
            put(letter & 0x1F_FFFF)
            if letter >> 21 != 0 { isMarked = true }
        }
    }

    @inline(__always)
    private mutating func put(_ letter: UInt32) {
        lastLetter = letter
        let bytes = unsafe room.bytes
        if letter < 0x80 {
            unsafe bytes[count] = UInt8(truncatingIfNeeded: letter)
            count &+= 1
        } else if letter < 0x800 {
            unsafe bytes[count] = UInt8(truncatingIfNeeded: 0xC0 | letter >> 6)
            unsafe bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | letter & 63)
            count &+= 2
        } else {
            let isLong = letter >= 0x10000
            if isLong {
                unsafe bytes[count] = UInt8(truncatingIfNeeded: 0xF0 | letter >> 18)
                count &+= 1
            }
            let second = letter >> 12 & 63
            unsafe bytes[count] = UInt8(truncatingIfNeeded: isLong ? 0x80 | second : 0xE0 | letter >> 12)
            unsafe bytes[count &+ 1] = UInt8(truncatingIfNeeded: 0x80 | letter >> 6 & 63)
            unsafe bytes[count &+ 2] = UInt8(truncatingIfNeeded: 0x80 | letter & 63)
            count &+= 3
        }
        if count > 256 { hashFront() }
    }

    /// Hashes the first 240 bytes of a long word and forgets them.
    private mutating func hashFront() {
        if head == 0 { head = firstFour }
        for block in stride(from: 0, to: 240, by: 16) { hash = mix(word(block) ^ hash, word(block + 8)) }
        for index in 240..<count { unsafe room.bytes[index - 240] = room.bytes[index] }
        count -= 240
    }

    private func word(_ at: Int) -> UInt64 {
        unsafe UnsafeRawPointer(room.bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self)
    }

    private var firstFour: UInt32 {
        let four = unsafe UnsafeRawPointer(room.bytes).loadUnaligned(as: UInt32.self)
        return UInt32(truncatingIfNeeded: UInt64(four) & lowBytes(min(count, 4)))
    }

    /// The word as a token.
    @inline(__always)
    func token(start: Int, end: Int) -> Token {
        let hash = unsafe hashBytes(room.bytes, count, setting: 0, after: self.hash)
        return Token(
            hash: hash, start: start, end: end, head: head == 0 ? firstFour : head,
            traits: isMarked ? [.marked, .intricate] : .intricate)
    }
}
