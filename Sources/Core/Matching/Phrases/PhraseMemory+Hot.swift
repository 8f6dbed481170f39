import Text

// Phrases are compared with the text in the loop that finds them: their words, letters and records lie in raw
// memory, each index one that the compiler of watches made.

/// The phrases of a compiled set of watches. Immutable.
@safe final class PhraseMemory: Sendable {
    nonisolated(unsafe) let slots: UnsafeMutablePointer<WordSlot>
    nonisolated(unsafe) let pool: UnsafeMutablePointer<UInt8>
    nonisolated(unsafe) let phrases: UnsafeMutablePointer<Phrase>
    let count: Int
    let details: [PhraseDetail]
    let stemmers: Stemmers
    /// Bytes of memory.
    let size: Int

    init(_ store: PhraseStore) {
        unsafe slots = PhraseMemory.copy(store.slots)
        unsafe pool = PhraseMemory.copy(store.pool)
        unsafe phrases = PhraseMemory.copy(store.phrases)
        (count, details, stemmers) = (store.phrases.count, store.details, store.stemmers)
        size =
            store.slots.count * MemoryLayout<WordSlot>.stride + store.pool.count
            + store.phrases.count * MemoryLayout<Phrase>.stride + store.details.count
            * MemoryLayout<PhraseDetail>.stride
    }

    deinit {
        unsafe slots.deallocate()
        unsafe pool.deallocate()
        unsafe phrases.deallocate()
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
        unsafe UnsafeBufferPointer(start: pool + Int(slot.textStart), count: Int(slot.textCount))
    }

    /// Whether bytes are the folded letters of a word slot.
    func isText(_ bytes: [UInt8], of slot: WordSlot) -> Bool { unsafe text(slot).elementsEqual(bytes) }

    /// Whether ASCII text begins with the folded letters of a word slot.
    func begins(_ text: [UInt8], at start: Int, with slot: WordSlot) -> Bool {
        for offset in 0..<Int(slot.textCount)
        where unsafe text[start + offset] | 0x20 != pool[Int(slot.textStart) + offset] { return false }
        return true
    }

    /// The folded letters of a word slot as scalars.
    func scalars(of slot: WordSlot) -> [UInt32] {
        unsafe String(decoding: text(slot), as: UTF8.self).unicodeScalars.map(\.value)
    }
}

/// What the loop reads of a filed phrase, in one piece so that a hit touches one or two lines of memory: this
/// head, then its words, then their letters.
struct PhraseRecord {
    var count: UInt16
    /// The phrase is plain words, and may be compared by the loop.
    var isSimple: Bool
    var crosses: Bool
    /// Its number among the phrases.
    var phrase: Int32
    /// The watch that is this term and nothing else; -1: none or several, to be found by the phrase's number.
    var watch: Int32
    var leaf: Int32
    /// Where that watch looks.
    var scope: SearchScope
}

/// A word of a record.
struct RecordWord {
    var hash: UInt64
    var textStart: UInt32
    var textCount: UInt32
}

/// The records of all filed phrases. Immutable.
@safe final class RecordMemory: Sendable {
    nonisolated(unsafe) let base: UnsafeMutableRawPointer
    /// Bytes of memory.
    let size: Int

    /// Where a word's letters begin, counted in bytes from the record.
    static let headSize = MemoryLayout<PhraseRecord>.stride
    static let wordSize = MemoryLayout<RecordWord>.stride

    /// Makes the records of these phrases, in their order; answers where each begins, in units of eight
    /// bytes.
    static func make(_ list: [(record: PhraseRecord, phrase: Phrase)], _ store: PhraseStore) -> (
        RecordMemory, places: [UInt32]
    ) {
        var places: [UInt32] = []
        var size = 0
        for one in list {
            places.append(UInt32(size / 8))
            size += headSize + Int(one.phrase.count) * wordSize
            size += store.slots(one.phrase).reduce(0) { $0 + Int($1.textCount) }
            size = (size + 7) / 8 * 8
        }
        let memory = UnsafeMutableRawPointer.allocate(byteCount: size + 16, alignment: 64)
        for (one, place) in zip(list, places) {
            let start = unsafe memory + Int(place) * 8
            unsafe start.storeBytes(of: one.record, as: PhraseRecord.self)
            var text = headSize + Int(one.phrase.count) * wordSize
            for (index, slot) in store.slots(one.phrase).enumerated() {
                let word = RecordWord(
                    hash: slot.hash, textStart: UInt32(text), textCount: UInt32(slot.textCount))
                unsafe (start + headSize + index * wordSize).storeBytes(of: word, as: RecordWord.self)
                for byte in store.text(slot) {
                    unsafe start.storeBytes(of: byte, toByteOffset: text, as: UInt8.self)
                    text += 1
                }
            }
        }
        return unsafe (RecordMemory(memory, size), places)
    }

    private init(_ base: UnsafeMutableRawPointer, _ size: Int) {
        unsafe self.base = base
        self.size = size
    }

    deinit { unsafe base.deallocate() }

    /// The head of a record.
    @inline(__always)
    func head(_ place: UInt32) -> PhraseRecord { unsafe (base + Int(place) &* 8).load(as: PhraseRecord.self) }
}
