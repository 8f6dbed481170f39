import Text

/// What the loop leaves: hyphenated words read as one, and phrases that no table can find.
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
                percolator.pairs.each(pairKey(tokens[before].hash, joined.hash)) { place in
                    let (_, phrase) = percolator.memory.phrase(ofRecord: place)
                    if let hit = verification.stands(phrase, anchoredAt: before) {
                        note(percolator.memory.record(place), hit, &scratch)
                    }
                }
            }
            for next in reading.words.joined where next.first == joined.last + 1 {
                look(pairKey(joined.hash, next.hash), in: percolator.pairs, joined, &scratch)
            }
        }
    }

    private func look(_ key: UInt64, in table: KeyTable, _ joined: JoinedWord, _ scratch: inout Scratch) {
        table.each(key) { place in
            let (_, phrase) = percolator.memory.phrase(ofRecord: place)
            if let hit = verification.stands(phrase, anchoredAt: joined) {
                note(percolator.memory.record(place), hit, &scratch)
            }
        }
    }

    /// A phrase that no table can find: every word of the article is tried.
    func findAnywhere(_ number: Int32, _ scratch: inout Scratch) {
        let phrase = percolator.memory.phrase(number)
        let anchor = Int(phrase.slot) + Int(phrase.anchor)
        let (mask, head) = percolator.memory.slot(anchor).head
        for (place, token) in reading.words.tokens.enumerated() where token.head & mask == head {
            guard verification.matches(anchor, phrase, word: place) else { continue }
            if let hit = verification.stands(phrase, anchoredAt: place) { note(number, hit, &scratch) }
        }
    }

    /// The place of a phrase's last hit in the list plus one, 0 when it stands nowhere; one that is not filed
    /// is looked up when first asked for.
    @inline(__always)
    func lastHit(of number: Int32, _ scratch: inout Scratch) -> Int32 {
        let state = scratch.phrases[Int(number)]
        if state.article == scratch.article { return state.last }
        if percolator.memory.phrase(number).traits.contains(.filed) { return 0 }
        lookUp(number, &scratch)
        return scratch.phrases[Int(number)].last
    }

    /// Looks a phrase up that is not filed.
    func lookUp(_ number: Int32, _ scratch: inout Scratch) {
        scratch.begin(number)
        let phrase = percolator.memory.phrase(number)
        let slot = percolator.memory.slot(Int(phrase.slot) + Int(phrase.anchor))
        guard slot.kind == .word else { return findAnywhere(number, &scratch) }
        if !scratch.hasWordMap {
            scratch.wordMap.fill(reading.words.tokens)
            scratch.hasWordMap = true
        }
        let tokens = reading.words.tokens
        var at = scratch.wordMap.first(slot.hash, tokens)
        while at >= 0 {
            if let hit = verification.stands(phrase, anchoredAt: at) { _ = scratch.add(hit, of: number) }
            at = scratch.wordMap.next(slot.hash, tokens, after: at)
        }
        for joined in reading.words.joined where joined.hash == slot.hash {
            if let hit = verification.stands(phrase, anchoredAt: joined) { _ = scratch.add(hit, of: number) }
        }
    }
}
