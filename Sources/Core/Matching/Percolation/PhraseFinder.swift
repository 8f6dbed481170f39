import Text

/// What the loop leaves: hyphenated words read as one, beginnings of words, and phrases that no table can
/// find.
extension PhraseFinder {
    /// Hyphenated words read as one: alone, and beside their neighbours.
    func findJoined(_ scratch: inout Scratch) {
        let tokens = reading.words.tokens
        for joined in reading.words.joined {
            look(joined.hash, in: percolator.words, joined, &scratch)
            if Int(joined.last) + 1 < tokens.count {
                look(
                    pairKey(joined.hash, tokens[Int(joined.last) + 1].hash), in: percolator.pairs, joined,
                    &scratch)
            }
            if joined.first > 0 {
                let before = Int(joined.first) - 1
                percolator.pairs.each(pairKey(tokens[before].hash, joined.hash)) { entry in
                    let record = percolator.records.head(entry.record)
                    let phrase = percolator.memory.phrase(record.phrase)
                    if let hit = verification.stands(phrase, anchoredAt: before) {
                        note(record, hit, &scratch)
                    }
                }
            }
            for next in reading.words.joined where next.first == joined.last + 1 {
                look(pairKey(joined.hash, next.hash), in: percolator.pairs, joined, &scratch)
            }
        }
    }

    private func look(_ key: UInt64, in table: KeyTable, _ joined: JoinedWord, _ scratch: inout Scratch) {
        table.each(key) { entry in
            let record = percolator.records.head(entry.record)
            let phrase = percolator.memory.phrase(record.phrase)
            if let hit = verification.stands(phrase, anchoredAt: joined) { note(record, hit, &scratch) }
        }
    }

    func findPrefixes(_ scratch: inout Scratch) {
        let prefixes = percolator.prefixes
        for (place, token) in reading.words.tokens.enumerated() {
            let long = prefixKey(token.head, bytes: 4)
            if prefixes.may(long) == 1 { look(long, at: place, &scratch) }
            let short = prefixKey(token.head & 0xFFFF, bytes: 2)
            if prefixes.may(short) == 1 { look(short, at: place, &scratch) }
        }
    }

    private func look(_ key: UInt64, at place: Int, _ scratch: inout Scratch) {
        percolator.prefixes.each(key) { entry in
            let record = percolator.records.head(entry.record)
            let phrase = percolator.memory.phrase(record.phrase)
            guard verification.matches(Int(phrase.slot) + Int(phrase.anchor), phrase, word: place) else {
                return
            }
            if let hit = verification.stands(phrase, anchoredAt: place) { note(record, hit, &scratch) }
        }
    }

    /// A phrase that no table can find: every word of the article is tried.
    func findAnywhere(_ number: Int32, _ scratch: inout Scratch) {
        let phrase = percolator.memory.phrase(number)
        for place in reading.words.tokens.indices
        where verification.matches(Int(phrase.slot) + Int(phrase.anchor), phrase, word: place) {
            if let hit = verification.stands(phrase, anchoredAt: place) { note(number, hit, &scratch) }
        }
    }

    /// Looks a phrase up that is not filed.
    func lookUp(_ number: Int32, _ wordMap: inout WordMap?, _ scratch: inout Scratch) {
        scratch.begin(number)
        let phrase = percolator.memory.phrase(number)
        let slot = percolator.memory.slot(Int(phrase.slot) + Int(phrase.anchor))
        guard slot.kind == .word else { return findAnywhere(number, &scratch) }
        if wordMap == nil { wordMap = WordMap(reading.words.tokens) }
        var at = wordMap?.first(slot.hash, reading.words.tokens) ?? -1
        while at >= 0 {
            if let hit = verification.stands(phrase, anchoredAt: Int(at)) { _ = scratch.add(hit, of: number) }
            at = wordMap?.next(at) ?? -1
        }
        for joined in reading.words.joined where joined.hash == slot.hash {
            if let hit = verification.stands(phrase, anchoredAt: joined) { _ = scratch.add(hit, of: number) }
        }
    }
}
