import CTextTables
import Text

// The loop that finds every filed phrase in an article. Two looks at bitmaps a word without a branch, then
// the few survivors are compared word by word, hash first and then letters; nothing is allocated and nothing
// counted.

/// Finds the filed phrases of a percolator in one article.
struct PhraseFinder {
    let percolator: Percolator
    let reading: Reading
    let verification: Verification

    /// Fills the scratch with every hit, and with the watches that are candidates for it.
    func run(_ scratch: inout Scratch) {
        unsafe reading.words.tokens.withUnsafeBufferPointer { tokens in
            guard let base = tokens.baseAddress, tokens.count > 0 else { return }
            var list: [Scratch.Entry] = []
            swap(&list, &scratch.entries)
            list.removeAll(keepingCapacity: true)
            var count = unsafe survivors(base, tokens.count, &scratch.survivors)
            unsafe look(base, tokens.count, scratch.survivors, count, &list)
            if !percolator.prefixes.isEmpty {
                count = unsafe beginnings(base, tokens.count, &scratch.survivors)
                unsafe lookBeginnings(base, scratch.survivors, count, &list)
            }
            unsafe compare(list, base, tokens.count, &scratch)
            swap(&list, &scratch.entries)
        }
        if !reading.words.joined.isEmpty { findJoined(&scratch) }
        for phrase in percolator.unanchored { findAnywhere(phrase, &scratch) }
    }

    /// Notes the words and pairs of words that may be filed: places times two, plus one for a pair that
    /// begins there.
    private func survivors(_ tokens: UnsafePointer<Token>, _ count: Int, _ out: inout [UInt32]) -> Int {
        if out.count < count * 3 + 3 { out = [UInt32](repeating: 0, count: count * 3 + 1024) }
        let (firsts, words, pairs) = (percolator.firsts, percolator.words, percolator.pairs)
        return unsafe out.withUnsafeMutableBufferPointer { out in
            guard let list = out.baseAddress else { return 0 }
            // Most words are turned away by one look; those kept are written behind where the rest will be.
            let kept = unsafe list + (count &* 2 &+ 2)
            var most = count
            if let firsts {
                most = 0
                for index in 0..<count {
                    unsafe kept[most] = UInt32(truncatingIfNeeded: index)
                    most &+= unsafe firsts.may(tokens[index].hash)
                }
            }
            var found = 0
            for one in 0..<most {
                let place = firsts == nil ? one : unsafe Int(kept[one])
                let hash = unsafe tokens[place].hash
                let next = unsafe place &+ 1 < count ? tokens[place &+ 1].hash : 0
                unsafe list[found] = UInt32(truncatingIfNeeded: place &<< 1)
                found &+= words.may(hash)
                unsafe list[found] = UInt32(truncatingIfNeeded: place &<< 1 | 1)
                found &+= pairs.may(pairKey(hash, next))
            }
            return found
        }
    }

    /// Notes the words whose first four or two bytes may be filed: places times two, plus one for two bytes.
    private func beginnings(_ tokens: UnsafePointer<Token>, _ count: Int, _ out: inout [UInt32]) -> Int {
        let prefixes = percolator.prefixes
        return unsafe out.withUnsafeMutableBufferPointer { out in
            guard let list = out.baseAddress else { return 0 }
            var found = 0
            for index in 0..<count {
                let head = unsafe tokens[index].head
                unsafe list[found] = UInt32(truncatingIfNeeded: index &<< 1)
                found &+= prefixes.may(prefixKey(head, bytes: 4))
                unsafe list[found] = UInt32(truncatingIfNeeded: index &<< 1 | 1)
                found &+= prefixes.may(prefixKey(head & 0xFFFF, bytes: 2))
            }
            return found
        }
    }

    /// How many look-ups ahead memory is asked for.
    private static let ahead = 10

    /// Looks the survivors up; the comparing is a loop of its own, so that the memory of many is on its way
    /// at once.
    private func look(
        _ tokens: UnsafePointer<Token>, _ count: Int, _ survivors: [UInt32], _ most: Int,
        _ list: inout [Scratch.Entry]
    ) {
        let (words, pairs) = (percolator.words, percolator.pairs)
        @inline(__always) func key(_ one: UInt32) -> UInt64 {
            let place = Int(one >> 1)
            let hash = unsafe tokens[place].hash
            if one & 1 == 0 { return hash }
            return unsafe pairKey(hash, place &+ 1 < count ? tokens[place &+ 1].hash : 0)
        }
        unsafe survivors.withUnsafeBufferPointer { survivors in
            for index in 0..<most {
                if index &+ PhraseFinder.ahead < most {
                    let next = unsafe survivors[index &+ PhraseFinder.ahead]
                    (next & 1 == 0 ? words : pairs).prefetch(key(next))
                }
                let one = unsafe survivors[index]
                (one & 1 == 0 ? words : pairs).each(key(one)) {
                    list.append(Scratch.Entry(record: $0, place: one >> 1))
                }
            }
        }
    }

    private func lookBeginnings(
        _ tokens: UnsafePointer<Token>, _ survivors: [UInt32], _ most: Int, _ list: inout [Scratch.Entry]
    ) {
        for one in survivors.prefix(most) {
            let head = unsafe tokens[Int(one >> 1)].head
            let key = one & 1 == 0 ? prefixKey(head, bytes: 4) : prefixKey(head & 0xFFFF, bytes: 2)
            percolator.prefixes.each(key) { list.append(Scratch.Entry(record: $0, place: one >> 1)) }
        }
    }

    private func compare(
        _ list: [Scratch.Entry], _ tokens: UnsafePointer<Token>, _ count: Int, _ scratch: inout Scratch
    ) {
        let memory = percolator.memory
        unsafe reading.words.padded.withUnsafeBufferPointer { bytes in
            guard let text = bytes.baseAddress else { return }
            unsafe list.withUnsafeBufferPointer { list in
                for index in 0..<list.count {
                    if index &+ PhraseFinder.ahead < list.count {
                        let next = unsafe Int(list[index &+ PhraseFinder.ahead].record)
                        unsafe tocsin_prefetch(memory.base + next &* 4)
                    }
                    unsafe compare(list[index], memory, tokens, count, text, &scratch)
                }
            }
        }
    }

    /// Compares a phrase with the text around the word that it is filed under.
    @inline(__always)
    private func compare(
        _ entry: Scratch.Entry, _ memory: PhraseMemory, _ tokens: UnsafePointer<Token>, _ count: Int,
        _ text: UnsafePointer<UInt8>, _ scratch: inout Scratch
    ) {
        let record = memory.record(entry.record)
        let (first, length) = (Int(entry.place) &- Int(record.anchor), record.count)
        let isInside = first >= 0 && first &+ length <= count
        if length > 0, isInside {
            let start = unsafe memory.base + (Int(entry.record) &* 4 &+ PhraseRecord.headSize)
            if unsafe isPlainly(start, record, tokens + first, text) {
                let last = first &+ length &- 1
                if length > 1, !record.crosses, unsafe hasWideGap(tokens + first, length),
                    verification.crosses(first, last)
                {
                    return
                }
                let hit = Hit(first: Int32(truncatingIfNeeded: first), last: Int32(truncatingIfNeeded: last))
                return note(record, hit, &scratch)
            }
        }
        if length > 0, reading.words.joined.isEmpty {
            guard isInside, unsafe isIntricate(tokens + first, length) else { return }
        }
        let (_, phrase) = memory.phrase(ofRecord: entry.record)
        if let hit = verification.stands(phrase, anchoredAt: Int(entry.place)) { note(record, hit, &scratch) }
    }

    /// Whether every word stands as the record has it, ASCII capitals or not.
    @inline(__always)
    private func isPlainly(
        _ record: UnsafeMutableRawPointer, _ head: PhraseRecord, _ tokens: UnsafePointer<Token>,
        _ text: UnsafePointer<UInt8>
    ) -> Bool {
        var letters = unsafe record + head.count
        for offset in 0..<head.count {
            let token = unsafe tokens[offset]
            let length = unsafe Int(record.load(fromByteOffset: offset, as: UInt8.self))
            let mine = Int(token.end &- token.start)
            guard token.traits.rawValue & Token.Traits.opaque.rawValue == 0,
                mine == length
                    || head.isPrefix && mine > length
                        && token.traits.rawValue & Token.Traits.marked.rawValue == 0,
                unsafe isSame(UnsafeRawPointer(text + Int(token.start)), letters, length)
            else { return false }
            unsafe letters += length
        }
        return true
    }

    /// Whether bytes are the same but for ASCII capitals. Both sides may be read seven bytes further.
    @inline(__always)
    private func isSame(_ text: UnsafeRawPointer, _ written: UnsafeRawPointer, _ count: Int) -> Bool {
        var index = 0
        while index < count {
            let a = unsafe text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let b = unsafe written.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let left = count &- index
            let mask = left >= 8 ? UInt64.max : (1 &<< UInt64(truncatingIfNeeded: 8 &* left)) &- 1
            // Letters and digits below 0x80 have the bit of small letters, or are made to have it.
            let small = a | (~a & 0x8080_8080_8080_8080) &>> 2
            if (small ^ b) & mask != 0 { return false }
            index &+= 8
        }
        return true
    }

    private func hasWideGap(_ tokens: UnsafePointer<Token>, _ length: Int) -> Bool {
        for offset in 1..<length where unsafe tokens[offset].start &- tokens[offset &- 1].end != 1 {
            return true
        }
        return false
    }

    private func isIntricate(_ tokens: UnsafePointer<Token>, _ length: Int) -> Bool {
        let intricate =
            Token.Traits.intricate.rawValue | Token.Traits.opaque.rawValue
            | Token.Traits.single.rawValue
        for place in 0..<length where unsafe tokens[place].traits.rawValue & intricate != 0 { return true }
        return false
    }

    /// Notes a hit: of a watch that is this term alone as it is, of others with the watches that need it.
    @inline(__always)
    func note(_ record: PhraseRecord, _ hit: Hit, _ scratch: inout Scratch) {
        if record.isDirect {
            scratch.direct.append(
                Scratch.DirectHit(
                    watch: record.owner, found: Found(hit: hit, leaf: record.leaf), scope: record.scope))
        } else {
            note(record.owner, hit, &scratch)
        }
    }

    /// Notes a hit, and with the first of its phrase the watches that need it.
    func note(_ phrase: Int32, _ hit: Hit, _ scratch: inout Scratch) {
        guard scratch.add(hit, of: phrase) else { return }
        for index in percolator.ownerBounds[Int(phrase)]..<percolator.ownerBounds[Int(phrase) + 1] {
            let watch = percolator.owners[Int(index)]
            guard scratch.watches[Int(watch)] != scratch.article else { continue }
            scratch.watches[Int(watch)] = scratch.article
            scratch.candidates.append(watch)
        }
    }
}
