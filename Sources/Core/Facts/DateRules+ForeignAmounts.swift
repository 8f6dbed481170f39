/// Amounts of time, quarters and years by themselves in other languages than English.
extension DateRules {
    /// `vor zwei Wochen`, `il y a un an`, `неделю назад`: the day or the week that is meant; `drei Jahre`:
    /// how long.
    func foreignAmount(_ at: Int, _ amounts: ForeignAmounts) -> Finding? {
        // `İki ay`: the dot of a capital is no letter.
        let isDotted = lower(at).utf8.starts(with: "i\u{307}".utf8)
        let word = isDotted ? Institutions.undotted(lower(at)) : lower(at)
        let number =
            tokens[at].kind == .number ? Int(word).flatMap { $0 < 1000 ? $0 : nil } : amounts.number(word)
        let unitAt = number == nil ? at : at + 1
        guard isTogether(at, unitAt), tokens[unitAt].kind == .word,
            let (unit, own) = amounts.unit(lower(unitAt))
        else { return nil }
        let (first, last) = (agoStart(at, amounts), agoEnd(unitAt, amounts))
        // `Vor Tagen`, `una decina di anni fa`: nobody knows when. `21:59 horas` is a time.
        guard own != nil || number != nil || amounts.alone.contains(lower(unitAt)),
            number == nil || lower(at - 1) != ":" || !tokens[at].isGlued
        else { return nil }
        if first < at || last > unitAt {
            return moved(first, last: last, own ?? number ?? 1, unit, "ago")
        }
        guard let count = own ?? number, tokens[at].kind == .number || count > 1 else { return nil }
        return Finding(
            first: at, last: unitAt, kind: .duration, value: duration(count, unit), rule: "duration.amount",
            confidence: .likely)
    }

    /// Where `il y a` begins before an amount; the amount itself where nothing does.
    private func agoStart(_ at: Int, _ amounts: ForeignAmounts) -> Int {
        for words in amounts.ago.before {
            let first = at - words.count
            guard first >= 0, isTogether(at, first),
                words.indices.allSatisfy({ lower(first + $0) == words[$0] })
            else { continue }
            return first
        }
        return at
    }

    private func agoEnd(_ at: Int, _ amounts: ForeignAmounts) -> Int {
        for words in amounts.ago.behind {
            let last = at + words.count
            guard isTogether(at, last), words.indices.allSatisfy({ lower(at + 1 + $0) == words[$0] }) else {
                continue
            }
            return last
        }
        return at
    }

    /// `ersten Quartal 2023`, `primer trimestre de 2023`, `первом квартале`.
    func foreignQuarter(_ at: Int, _ amounts: ForeignAmounts, joints: WordSet) -> Finding? {
        guard let quarter = amounts.quarter, isTogether(at, at + 1), lower(at + 1).begins(with: quarter),
            let ordinal = amounts.ordinal(lower(at))
        else { return nil }
        let next = joints.contains(lower(at + 2)) || lower(at + 2) == "van" ? at + 3 : at + 2
        if isTogether(at, next), let year = year(next) {
            return Finding(
                first: at, last: next, kind: .date, value: .quarter(year, ordinal), rule: "date.quarter",
                confidence: .sure)
        }
        // The last that has begun.
        let value = today.map { today in
            DatedValue.quarter(ordinal * 3 - 2 <= today.month ? today.year : today.year - 1, ordinal)
        }
        return Finding(first: at, last: at + 1, kind: .date, value: value, rule: "date.quarter")
    }

    /// Whether a number is a year by what stands around it: `Ende 2019`, `(2021)`, `2022.`
    func isForeignYear(_ at: Int, _ year: Int, _ amounts: ForeignAmounts?) -> Bool {
        guard (1900...2049).contains(year) else { return false }
        if amounts?.placers.contains(lower(at - 1)) ?? false { return true }
        if lower(at - 1) == "(", [")", "-", "–"].contains(lower(at + 1)) { return true }
        let isEnd = !isTogether(at, at + 1) || [".", ",", ";", ")"].contains(lower(at + 1))
        return isEnd && year != 2000 && at > 0 && isTogether(at, at - 1) && tokens[at - 1].kind == .word
    }
}
