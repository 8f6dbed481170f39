import Text

// Phrases are compared with the text in the loop that finds them: their words, letters and records lie in raw
// memory, each index one that the compiler of watches made.

/// The phrases of a compiled set of watches. Immutable.
@safe final class PhraseMemory: Sendable {
    nonisolated(unsafe) private let slots: UnsafeMutablePointer<WordSlot>
    nonisolated(unsafe) private let phrases: UnsafeMutablePointer<Phrase>
    /// Records of filed phrases, each with the letters of its words; behind them the letters of all other
    /// words.
    nonisolated(unsafe) let base: UnsafeMutableRawPointer
    let count: Int
    let details: [PhraseDetail]
    let stemmers: Stemmers
    /// Bytes of memory.
    let size: Int

    /// Takes the phrases of a store; answers where the record of each filed one begins, in units of four
    /// bytes and never 0.
    static func make(_ store: PhraseStore, _ filed: [(record: PhraseRecord, phrase: Int)]) -> (
        memory: PhraseMemory, places: [UInt32]
    ) {
        var (bytes, slots) = ([UInt8](repeating: 0, count: 64), store.slots)
        var isPlaced = [Bool](repeating: false, count: slots.count)
        var places: [UInt32] = []
        precondition(MemoryLayout<PhraseRecord>.size == PhraseRecord.headSize, "the record of a phrase has grown")
        for (record, number) in filed {
            let phrase = store.phrases[number]
            let first = Int(phrase.slot)
            let words = store.written[first..<(first + record.count)]
            align(&bytes, for: words.reduce(PhraseRecord.headSize + words.count) { $0 + $1.count })
            places.append(UInt32(bytes.count / 4))
            bytes += record.bytes
            bytes += words.map { UInt8($0.count) }
            for index in words.indices {
                // A word that is folded already is kept once.
                if store.text(slots[index]).startIndex == words[index].lowerBound {
                    slots[index].textStart = UInt32(bytes.count)
                    isPlaced[index] = true
                }
                bytes += store.pool[words[index]]
            }
            if record.isDirect { bytes += PhraseRecord.bytes(of: Int32(number)) }
        }
        for index in slots.indices where !isPlaced[index] {
            let text = store.text(slots[index])
            slots[index].textStart = UInt32(bytes.count)
            bytes += text
        }
        return (PhraseMemory(store, slots, bytes), places)
    }

    /// Lets a record of this size begin on four bytes, and in one line of the processor's memory if it fits
    /// into one.
    private static func align(_ bytes: inout [UInt8], for size: Int) {
        var start = (bytes.count + 3) / 4 * 4
        if size <= 64, start % 64 + size > 64 { start = (start + 63) / 64 * 64 }
        while bytes.count < start { bytes.append(0) }
    }

    private init(_ store: PhraseStore, _ slots: [WordSlot], _ bytes: [UInt8]) {
        // The loop reads eight letters at once.
        let room = (bytes.count + 16 + 63) / 64 * 64
        let memory = unsafe tableMemory(room)
        unsafe UnsafeMutableRawBufferPointer(start: memory, count: room).copyBytes(from: bytes)
        unsafe base = memory
        unsafe self.slots = PhraseMemory.copy(slots)
        unsafe phrases = PhraseMemory.copy(store.phrases)
        (count, details, stemmers) = (store.phrases.count, store.details, store.stemmers)
        size =
            room + slots.count * MemoryLayout<WordSlot>.stride + store.phrases.count
            * MemoryLayout<Phrase>.stride
            + store.details.count * MemoryLayout<PhraseDetail>.stride
    }

    deinit {
        unsafe slots.deallocate()
        unsafe phrases.deallocate()
        unsafe base.deallocate()
    }

    private static func copy<T>(_ list: [T]) -> UnsafeMutablePointer<T> {
        let memory = UnsafeMutablePointer<T>.allocate(capacity: max(1, list.count))
        for (index, element) in list.enumerated() { unsafe (memory + index).initialize(to: element) }
        return unsafe memory
    }

    /// A phrase by its number.
    @inline(__always)
    func phrase(_ number: Int32) -> Phrase { unsafe phrases[Int(number)] }

    /// A word slot by its place.
    @inline(__always)
    func slot(_ place: Int) -> WordSlot { unsafe slots[place] }

    /// The folded letters of a word slot.
    func text(_ slot: WordSlot) -> UnsafeBufferPointer<UInt8> {
        unsafe UnsafeBufferPointer(
            start: (base + Int(slot.textStart)).assumingMemoryBound(to: UInt8.self),
            count: Int(slot.textCount))
    }

    /// Whether bytes are the folded letters of a word slot.
    func isText(_ bytes: [UInt8], of slot: WordSlot) -> Bool { unsafe text(slot).elementsEqual(bytes) }

    /// Whether ASCII text begins with the folded letters of a word slot.
    func begins(_ text: [UInt8], at start: Int, with slot: WordSlot) -> Bool {
        unsafe zip(text[start...], self.text(slot)).allSatisfy { $0 | 0x20 == $1 }
    }

    /// The folded letters of a word slot as scalars.
    func scalars(of slot: WordSlot) -> [UInt32] {
        unsafe String(decoding: text(slot), as: UTF8.self).unicodeScalars.map(\.value)
    }

    /// The head of a record.
    @inline(__always)
    func record(_ place: UInt32) -> PhraseRecord {
        unsafe (base + Int(place) &* 4).loadUnaligned(as: PhraseRecord.self)
    }

    /// The phrase of a record.
    func phrase(ofRecord place: UInt32) -> (number: Int32, phrase: Phrase) {
        let head = record(place)
        guard head.isDirect else { return (head.owner, phrase(head.owner)) }
        let lengths = Int(place) * 4 + PhraseRecord.headSize
        var end = lengths + head.count
        for index in 0..<head.count {
            end += unsafe Int(base.load(fromByteOffset: lengths + index, as: UInt8.self))
        }
        let number = unsafe base.loadUnaligned(fromByteOffset: end, as: Int32.self)
        return (number, phrase(number))
    }
}

/// What the loop reads of a filed phrase, in one piece so that a hit touches one line of memory: this head,
/// then the lengths of its words in bytes, then the words as they were written but for ASCII capitals, and of
/// a direct one the number of its phrase.
struct PhraseRecord {
    /// Of a direct one the watch that is this term and nothing else; otherwise the phrase's number.
    var owner: Int32
    /// The term of that watch; -1: not direct.
    var leaf: Int32 = -1
    /// Where that watch looks.
    var scope = SearchScope([])
    /// Which of its words it is filed under.
    var anchor: UInt8
    private var shape: UInt8 = 0

    static let headSize = 12
    static let mostWords = 63

    init(phrase: Int32, anchor: UInt8) { (owner, self.anchor) = (phrase, anchor) }

    var isDirect: Bool { leaf >= 0 }

    /// How many words the loop compares byte by byte: all, or 0 when the phrase asks for more.
    @inline(__always)
    var count: Int {
        get { Int(shape & 63) }
        set { shape = shape & 0xC0 | UInt8(newValue) }
    }

    /// It may run over the end of a sentence.
    @inline(__always)
    var crosses: Bool {
        get { shape & 64 != 0 }
        set { shape = shape & ~64 | (newValue ? 64 : 0) }
    }

    /// Its one word need only begin so.
    @inline(__always)
    var isPrefix: Bool {
        get { shape & 128 != 0 }
        set { shape = shape & ~128 | (newValue ? 128 : 0) }
    }

    fileprivate var bytes: [UInt8] { unsafe withUnsafeBytes(of: self) { unsafe Array($0) } }

    fileprivate static func bytes(of number: Int32) -> [UInt8] {
        unsafe withUnsafeBytes(of: number) { unsafe Array($0) }
    }
}
