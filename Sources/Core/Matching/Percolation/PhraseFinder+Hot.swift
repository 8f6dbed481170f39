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

    init(_ percolator: Percolator, _ reading: Reading) {
        (self.percolator, self.reading) = (percolator, reading)
        verification = Verification(store: percolator.memory, reading: reading)
    }

    /// Fills the scratch with every hit, and with the watches that are candidates for it.
    func run(_ scratch: inout Scratch) {
        let lists = scratch.survivors
        unsafe reading.words.tokens.withUnsafeBufferPointer { tokens in
            guard let base = tokens.baseAddress else { return }
            var at = 0
            while at < tokens.count {
                let stop = min(at &+ SurvivorLists.stretch, tokens.count)
                var found = unsafe find(base, at, stop, tokens.count, lists, &scratch)
                if !percolator.prefixes.isEmpty {
                    unsafe findBeginnings(base, at, stop, tokens.count, lists, &found, &scratch)
                }
                unsafe compare(lists.entries, found, base, tokens.count, &scratch)
                at = stop
            }
        }
        if !reading.words.joined.isEmpty { findJoined(&scratch) }
        for phrase in percolator.unanchored { findAnywhere(phrase, &scratch) }
    }

    /// Notes the words and pairs of words of a stretch that may be filed, and looks those few up. Noting,
    /// looking up and comparing are loops of their own, each asking for the memory that the next will read:
    /// all of it is on its way at once. Answers how many phrases are to be compared.
    private func find(
        _ tokens: UnsafePointer<Token>, _ from: Int, _ to: Int, _ count: Int, _ lists: SurvivorLists,
        _ scratch: inout Scratch
    ) -> Int {
        let (firsts, words, pairs) = (percolator.firsts, percolator.words, percolator.pairs)
        let (ofWords, ofPairs) = unsafe (lists.words, lists.pairs)
        var (wordCount, pairCount, found, at) = (0, 0, 0, from)
        while at < to {
            let most = min(64, to &- at)
            let marks =
                if let firsts { unsafe marks(tokens + at, most, count &- at, firsts, words, pairs) } else {
                    unsafe marks(tokens + at, most, count &- at, words, pairs)
                }
            var left = marks.words
            while left != 0 {
                let place = at &+ left.trailingZeroBitCount
                left &= left &- 1
                unsafe ofWords[wordCount] = Survivor(key: tokens[place].hash, place: place)
                unsafe words.prefetch(ofWords[wordCount].key)
                wordCount &+= 1
            }
            left = marks.pairs
            while left != 0 {
                let place = at &+ left.trailingZeroBitCount
                left &= left &- 1
                let key = unsafe pairKey(tokens[place].hash, tokens[place &+ 1].hash)
                unsafe ofPairs[pairCount] = Survivor(key: key, place: place)
                pairs.prefetch(key)
                pairCount &+= 1
            }
            at &+= 64
        }
        unsafe look(ofWords, wordCount, in: words, lists.entries, &found, &scratch)
        unsafe look(ofPairs, pairCount, in: pairs, lists.entries, &found, &scratch)
        return found
    }

    /// Which of up to 64 words may be filed, and which with the word behind it, a bit each: without a branch.
    /// `count` words may be read.
    @inline(__always)
    private func marks(
        _ tokens: UnsafePointer<Token>, _ most: Int, _ count: Int, _ words: KeyTable, _ pairs: KeyTable
    ) -> (words: UInt64, pairs: UInt64) {
        if percolator.isWide {
            let marks = unsafe tocsin_marks_wide(
                tokens, Int64(most), Int64(count), words.filter.bits, words.filter.mask, pairs.filter.bits,
                pairs.filter.mask)
            return (marks.words, marks.pairs)
        }
        var (ofWords, ofPairs): (UInt64, UInt64) = (0, 0)
        var hash = unsafe tokens[0].hash
        for index in 0..<min(most, count &- 1) {
            let next = unsafe tokens[index &+ 1].hash
            ofWords |= words.may(hash) &<< UInt64(truncatingIfNeeded: index)
            ofPairs |= pairs.may(pairKey(hash, next)) &<< UInt64(truncatingIfNeeded: index)
            hash = next
        }
        if most == count { ofWords |= words.may(hash) &<< UInt64(truncatingIfNeeded: most &- 1) }
        return (ofWords, ofPairs)
    }

    /// The same where one look turns most words away.
    @inline(__always)
    private func marks(
        _ tokens: UnsafePointer<Token>, _ most: Int, _ count: Int, _ firsts: KeyFilter, _ words: KeyTable,
        _ pairs: KeyTable
    ) -> (words: UInt64, pairs: UInt64) {
        var (ofFirsts, ofWords, ofPairs): (UInt64, UInt64, UInt64) = (0, 0, 0)
        if percolator.isWide {
            ofFirsts = unsafe tocsin_word_marks_wide(
                tokens, Int64(most), Int64(count), firsts.bits, firsts.mask)
        } else {
            for index in 0..<most {
                ofFirsts |= unsafe firsts.may(tokens[index].hash) &<< UInt64(truncatingIfNeeded: index)
            }
        }
        while ofFirsts != 0 {
            let place = ofFirsts.trailingZeroBitCount
            ofFirsts &= ofFirsts &- 1
            let hash = unsafe tokens[place].hash
            ofWords |= words.may(hash) &<< UInt64(truncatingIfNeeded: place)
            if place &+ 1 < count {
                let may = unsafe pairs.may(pairKey(hash, tokens[place &+ 1].hash))
                ofPairs |= may &<< UInt64(truncatingIfNeeded: place)
            }
        }
        return (ofWords, ofPairs)
    }

    /// Adds the phrases of words whose first four or two bytes are filed.
    private func findBeginnings(
        _ tokens: UnsafePointer<Token>, _ from: Int, _ to: Int, _ count: Int, _ lists: SurvivorLists,
        _ found: inout Int, _ scratch: inout Scratch
    ) {
        let prefixes = percolator.prefixes
        var (four, two, at) = (0, 0, from)
        while at < to {
            let marks = unsafe headMarks(tokens + at, min(64, to &- at), count &- at)
            unsafe note(marks.ofFour, at, tokens, .max, bytes: 4, lists.words, &four)
            unsafe note(marks.ofTwo, at, tokens, 0xFFFF, bytes: 2, lists.pairs, &two)
            at &+= 64
        }
        unsafe look(lists.words, four, in: prefixes, lists.entries, &found, &scratch)
        unsafe look(lists.pairs, two, in: prefixes, lists.entries, &found, &scratch)
    }

    /// Adds the words of a mask to a list, under the keys of their first bytes.
    @inline(__always)
    private func note(
        _ marks: UInt64, _ at: Int, _ tokens: UnsafePointer<Token>, _ mask: UInt32, bytes: UInt64,
        _ list: UnsafeMutablePointer<Survivor>, _ count: inout Int
    ) {
        var left = marks
        while left != 0 {
            let place = at &+ left.trailingZeroBitCount
            left &= left &- 1
            let key = unsafe prefixKey(tokens[place].head & mask, bytes: bytes)
            unsafe list[count] = Survivor(key: key, place: place)
            percolator.prefixes.prefetch(key)
            count &+= 1
        }
    }

    /// Which of up to 64 words begin with four bytes that may be filed, and which with two.
    @inline(__always)
    private func headMarks(_ tokens: UnsafePointer<Token>, _ most: Int, _ count: Int)
        -> (ofFour: UInt64, ofTwo: UInt64)
    {
        let prefixes = percolator.prefixes
        if percolator.isWide {
            let marks = unsafe tocsin_head_marks_wide(
                tokens, Int64(most), Int64(count), prefixes.filter.bits, prefixes.filter.mask)
            return (marks.words, marks.pairs)
        }
        var (ofFour, ofTwo): (UInt64, UInt64) = (0, 0)
        for index in 0..<most {
            let head = unsafe tokens[index].head
            let bit = UInt64(truncatingIfNeeded: index)
            ofFour |= prefixes.may(prefixKey(head, bytes: 4)) &<< bit
            ofTwo |= prefixes.may(prefixKey(head & 0xFFFF, bytes: 2)) &<< bit
        }
        return (ofFour, ofTwo)
    }

    /// Adds the phrases under a few keys to what is to be compared; those that there is no room for go to a
    /// list of their own.
    @inline(__always)
    private func look(
        _ survivors: UnsafeMutablePointer<Survivor>, _ count: Int, in table: KeyTable,
        _ entries: UnsafeMutablePointer<Scratch.Entry>, _ found: inout Int, _ scratch: inout Scratch
    ) {
        let base = unsafe percolator.memory.base
        for index in 0..<count {
            let one = unsafe survivors[index]
            table.each(one.key) { record in
                let entry = Scratch.Entry(record: record, place: one.place)
                guard found < SurvivorLists.mostEntries else { return scratch.moreEntries.append(entry) }
                unsafe entries[found] = entry
                unsafe tocsin_prefetch(base + Int(record) &* 4)
                found &+= 1
            }
        }
    }

    private func compare(
        _ entries: UnsafeMutablePointer<Scratch.Entry>, _ found: Int, _ tokens: UnsafePointer<Token>,
        _ count: Int, _ scratch: inout Scratch
    ) {
        let memory = percolator.memory
        unsafe reading.words.padded.withUnsafeBufferPointer { bytes in
            guard let text = bytes.baseAddress else { return }
            for index in 0..<found {
                unsafe compare(entries[index], memory, tokens, count, text, &scratch)
            }
            var more: [Scratch.Entry] = []
            swap(&more, &scratch.moreEntries)
            for entry in more { unsafe compare(entry, memory, tokens, count, text, &scratch) }
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
                unsafe isWord(UnsafeRawPointer(text + Int(token.start)), letters, length)
            else { return false }
            unsafe letters += length
        }
        return true
    }

    /// Whether a word is the same but for ASCII capitals, and a capital of two bytes at its beginning.
    @inline(__always)
    private func isWord(_ text: UnsafeRawPointer, _ written: UnsafeRawPointer, _ count: Int) -> Bool {
        if unsafe isSame(text, written, count) { return true }
        let capital = unsafe twoByteLetter(text)
        guard count > 2, capital != 0 else { return false }
        let small = FoldTable.small(capital)
        return unsafe small != 0 && small == twoByteLetter(written)
            && isSame(text + 2, written + 2, count &- 2)
    }

    /// The scalar of two bytes there; 0: none.
    @inline(__always)
    private func twoByteLetter(_ bytes: UnsafeRawPointer) -> UInt32 {
        let (first, second) = unsafe (
            UInt32(bytes.load(as: UInt8.self)), UInt32(bytes.load(fromByteOffset: 1, as: UInt8.self))
        )
        return first & 0xE0 == 0xC0 && second & 0xC0 == 0x80 ? (first & 0x1F) << 6 | second & 0x3F : 0
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
