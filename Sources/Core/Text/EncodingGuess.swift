/// What encoding text is in that says nothing of it and is no UTF-8, by how often its bytes stand where: the
/// multi-byte encodings of East Asia, then single-byte ones of scripts that are not Latin, then those of
/// Turkish and of Central Europe. Nil when it is most likely windows-1252. Marks of HTML are left out of the
/// count.
func guessEncoding(_ bytes: [UInt8]) -> String? {
    let sample = withoutMarkup(bytes.prefix(65_536))
    let count = ByteCount(sample)
    guard count.high >= 6 else { return nil }
    return pairs(sample) ?? count.script ?? count.latin
}

/// Whether text can be no Western one whatever its label says: most of its letters are beyond ASCII.
func isPlainlyForeign(_ bytes: [UInt8]) -> Bool {
    let count = ByteCount(withoutMarkup(bytes.prefix(65_536)))
    return count.high >= 40 && count.high > count.ascii
}

private func withoutMarkup(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var isInside = false
    for byte in bytes {
        if byte == UInt8(ascii: "<") { isInside = true }
        if !isInside { out.append(byte) }
        if byte == UInt8(ascii: ">") { isInside = false }
    }
    // A `<` that nothing closes is no mark.
    return out.count * 20 < bytes.count ? Array(bytes) : out
}

// MARK: two bytes a character

/// How many pairs of an encoding there are, how many of them are common characters, and what fits nowhere.
private struct PairCount {
    var pairs = 0
    var common = 0
    var kana = 0
    var flaws = 0

    var isSound: Bool { pairs >= 4 && flaws * 200 <= pairs }
}

private func pairs(_ text: [UInt8]) -> String? {
    func extendedUnix(common: ClosedRange<UInt8>) -> PairCount {
        walk(text, lead: { $0 >= 0xA1 && $0 <= 0xFE }, trail: { $0 >= 0xA1 && $0 <= 0xFE }) { lead, _ in
            (common.contains(lead), lead == 0xA4 || lead == 0xA5)
        }
    }
    let even = extendedUnix(common: 0xB0...0xD7)
    if even.isSound {
        if even.kana * 5 >= even.pairs { return "euc-jp" }
        let hangul = extendedUnix(common: 0xB0...0xC8)
        if hangul.common * 20 >= hangul.pairs * 17 { return "euc-kr" }
        if even.common * 10 >= even.pairs * 6 { return "gb2312" }
    }
    let japanese = walk(
        text, lead: { $0 >= 0x81 && $0 <= 0x9F || $0 >= 0xE0 && $0 <= 0xEF },
        trail: { $0 >= 0x40 && $0 != 0x7F && $0 <= 0xFC }
    ) { lead, trail in
        (lead >= 0x88 && lead <= 0x97, lead == 0x82 && trail >= 0x9F && trail <= 0xF1 || lead == 0x83)
    }
    if japanese.isSound, japanese.kana * 5 >= japanese.pairs { return "shift_jis" }
    let traditional = walk(
        text, lead: { $0 >= 0xA1 && $0 <= 0xF9 },
        trail: { $0 >= 0x40 && $0 <= 0x7E || $0 >= 0xA1 && $0 <= 0xFE }
    ) { lead, _ in (lead >= 0xA4 && lead <= 0xC6, false) }
    return traditional.isSound && traditional.common * 10 >= traditional.pairs * 7 ? "big5" : nil
}

private func walk(
    _ text: [UInt8], lead: (UInt8) -> Bool, trail: (UInt8) -> Bool,
    kind: (_ lead: UInt8, _ trail: UInt8) -> (isCommon: Bool, isKana: Bool)
) -> PairCount {
    var count = PairCount()
    var at = 0
    while at < text.count {
        if text[at] < 0x80 {
            at += 1
        } else if at + 1 < text.count, lead(text[at]), trail(text[at + 1]) {
            let (isCommon, isKana) = kind(text[at], text[at + 1])
            count.pairs += 1
            if isCommon { count.common += 1 }
            if isKana { count.kana += 1 }
            at += 2
        } else {
            count.flaws += 1
            at += 1
        }
    }
    return count
}

// MARK: one byte a character

private struct ByteCount {
    private var counts = [Int](repeating: 0, count: 256)
    /// ASCII letters, and all bytes beyond ASCII.
    private(set) var ascii = 0
    private(set) var high = 0

    init(_ text: [UInt8]) {
        for byte in text { counts[Int(byte)] += 1 }
        ascii = counts[0x41...0x5A].reduce(0, +) + counts[0x61...0x7A].reduce(0, +)
        high = counts[0x80...].reduce(0, +)
    }

    /// The share of the bytes beyond ASCII that are these.
    private func share(_ ranges: ClosedRange<Int>...) -> Double {
        Double(ranges.reduce(0) { $0 + counts[$1].reduce(0, +) }) / Double(max(1, high))
    }

    /// Encodings of scripts that are not Latin, whose small letters lie in one place.
    var script: String? {
        guard high * 2 > ascii else { return nil }
        if share(0xC7...0xC7) >= 0.06, share(0xE1...0xE1) >= 0.06 { return "windows-1256" }
        if share(0xE0...0xFA) >= 0.95, share(0xC0...0xDF) < 0.005 { return "windows-1255" }
        if share(0xDC...0xDF) >= 0.05, share(0xE0...0xE0) < 0.01, share(0xE1...0xFE) >= 0.7 {
            return "windows-1253"
        }
        if share(0xE0...0xFF) >= 0.6, share(0xF0...0xFF) >= 0.15 { return "windows-1251" }
        if share(0xD0...0xEF) >= 0.8, share(0xC0...0xCF, 0xF0...0xFF) < 0.1 { return "iso-8859-5" }
        if share(0xC0...0xDF) >= 0.6 { return "koi8-r" }
        if share(0xA0...0xAF, 0xE0...0xEF) >= 0.7 { return "ibm866" }
        return nil
    }

    /// Encodings of Latin letters that the West has not.
    var latin: String? {
        // Hungarian's long vowels; Romanian's s and t with their marks.
        if share(0xF5...0xF5) >= 0.03, share(0xFB...0xFB) >= 0.005, share(0xE3...0xE3) < 0.01 {
            return "windows-1250"
        }
        if share(0xE3...0xE3) >= 0.1, share(0xBA...0xBA) >= 0.03, share(0xFE...0xFE) >= 0.03 {
            return "windows-1250"
        }
        let turkish = share(0xF0...0xF0, 0xFD...0xFE, 0xD0...0xD0, 0xDD...0xDE)
        // Icelandic writes eth and thorn too, and these.
        if turkish >= 0.25, share(0xE6...0xE6, 0xE1...0xE1, 0xED...0xED) < 0.1 { return "windows-1254" }
        let polish = share(0xB3...0xB3, 0xBF...0xBF)
        if polish >= 0.15 {
            return share(0xB1...0xB1, 0xB6...0xB6) > share(0xB9...0xB9, 0x9C...0x9C)
                ? "iso-8859-2" : "windows-1250"
        }
        if share(0xEC...0xEC, 0xF8...0xF8) >= 0.1 {
            if share(0x9A...0x9A, 0x9E...0x9E) >= 0.08 { return "windows-1250" }
            if share(0xB9...0xB9, 0xBE...0xBE) >= 0.08 { return "iso-8859-2" }
        }
        return nil
    }
}
