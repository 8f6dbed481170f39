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
            let count = unsafe survivors(base, tokens.count, &scratch.survivors)
            unsafe look(base, tokens.count, count, &scratch)
        }
        if !reading.words.joined.isEmpty { findJoined(&scratch) }
        if !percolator.prefixes.isEmpty { findPrefixes(&scratch) }
        for phrase in percolator.unanchored { findAnywhere(phrase, &scratch) }
    }

    /// Notes the words and pairs of words that may be filed: places times two, plus one for a pair that
    /// begins there.
    private func survivors(_ tokens: UnsafePointer<Token>, _ count: Int, _ out: inout [UInt32]) -> Int {
        if out.count < count * 2 + 2 { out = [UInt32](repeating: 0, count: count * 2 + 1024) }
        let (words, pairs) = (percolator.words, percolator.pairs)
        return unsafe out.withUnsafeMutableBufferPointer { out in
            guard let list = out.baseAddress else { return 0 }
            var (found, index) = (0, 0)
            var hash = unsafe tokens[0].hash
            while index < count {
                let next = unsafe index &+ 1 < count ? tokens[index &+ 1].hash : 0
                unsafe list[found] = UInt32(truncatingIfNeeded: index &<< 1)
                found &+= words.may(hash)
                unsafe list[found] = UInt32(truncatingIfNeeded: index &<< 1 | 1)
                found &+= pairs.may(pairKey(hash, next))
                hash = next
                index &+= 1
            }
            return found
        }
    }

    /// Looks the survivors up, then compares: two loops, so that the memory of many is on its way at once.
    private func look(
        _ tokens: UnsafePointer<Token>, _ count: Int, _ survivors: Int, _ scratch: inout Scratch
    ) {
        let (words, pairs) = (percolator.words, percolator.pairs)
        var list = scratch.entries
        scratch.entries = []
        list.removeAll(keepingCapacity: true)
        for index in 0..<survivors {
            let one = scratch.survivors[index]
            let place = Int(one >> 1)
            let hash = unsafe tokens[place].hash
            if one & 1 == 0 {
                words.each(hash) {
                    list.append(Scratch.Entry(record: $0.record, anchor: $0.anchor, place: UInt32(place)))
                }
            } else if place + 1 < count {
                let key = unsafe pairKey(hash, tokens[place + 1].hash)
                pairs.each(key) {
                    list.append(Scratch.Entry(record: $0.record, anchor: $0.anchor, place: UInt32(place)))
                }
            }
        }
        unsafe reading.words.padded.withUnsafeBufferPointer { bytes in
            guard let text = bytes.baseAddress else { return }
            for entry in list { unsafe compare(entry, tokens, count, text, &scratch) }
        }
        scratch.entries = list
    }

    /// Compares a phrase with the text around the word that it is filed under.
    @inline(__always)
    private func compare(
        _ entry: Scratch.Entry, _ tokens: UnsafePointer<Token>, _ count: Int, _ text: UnsafePointer<UInt8>,
        _ scratch: inout Scratch
    ) {
        let start = unsafe percolator.records.base + Int(entry.record) &* 8
        let record = unsafe start.load(as: PhraseRecord.self)
        let (first, length) = (Int(entry.place) &- Int(entry.anchor), Int(record.count))
        let isInside = first >= 0 && first &+ length <= count
        if record.isSimple, isInside, unsafe isPlainly(start, tokens + first, length, text) {
            let last = first &+ length &- 1
            if length > 1, !record.crosses, unsafe hasWideGap(tokens + first, length),
                verification.crosses(first, last)
            {
                return
            }
            return note(
                record, Hit(first: Int32(truncatingIfNeeded: first), last: Int32(truncatingIfNeeded: last)),
                &scratch)
        }
        guard !record.isSimple || !reading.words.joined.isEmpty || isInside else { return }
        if record.isSimple, isInside, reading.words.joined.isEmpty,
            unsafe !isIntricate(tokens + first, length)
        {
            return
        }
        let phrase = percolator.memory.phrase(record.phrase)
        if let hit = verification.stands(phrase, anchoredAt: Int(entry.place)) { note(record, hit, &scratch) }
    }

    /// Whether every word is plain ASCII and the same as the record's.
    @inline(__always)
    private func isPlainly(
        _ record: UnsafeMutableRawPointer, _ tokens: UnsafePointer<Token>, _ length: Int,
        _ text: UnsafePointer<UInt8>
    ) -> Bool {
        let words = unsafe (record + RecordMemory.headSize).assumingMemoryBound(to: RecordWord.self)
        for offset in 0..<length {
            let (word, token) = unsafe (words[offset], tokens[offset])
            guard token.hash == word.hash, token.traits.rawValue & ~Token.Traits.hyphenated.rawValue == 0,
                token.end &- token.start == word.textCount
            else { return false }
            let letters = unsafe record + Int(word.textStart)
            let mine = unsafe text + Int(token.start)
            for byte in 0..<Int(word.textCount)
            where unsafe mine[byte] | 0x20 != letters.load(fromByteOffset: byte, as: UInt8.self) {
                return false
            }
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
        for place in 0..<length
        where unsafe !tokens[place].traits.isDisjoint(with: [.intricate, .opaque, .single]) { return true }
        return false
    }

    /// Notes a hit: of a watch that is this term alone as it is, of others with the watches that need it.
    @inline(__always)
    func note(_ record: PhraseRecord, _ hit: Hit, _ scratch: inout Scratch) {
        if record.watch >= 0 {
            scratch.direct.append(
                Scratch.DirectHit(
                    watch: record.watch, found: Found(hit: hit, leaf: record.leaf), scope: record.scope))
        } else {
            note(record.phrase, hit, &scratch)
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
