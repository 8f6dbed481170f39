import Text

/// A date that stands within a short text: `Posted on May 5, 2023 by`, `5 May 2023`, `2023-05-05`,
/// `05.05.2023`, `jueves 2 de abril de 2020`. Nil when there is none, or when day and month could be either.
func dateWithin(_ text: String, _ order: DayOrder = .unknown) -> String? {
    // Day and year have three digits at least.
    guard text.utf8.count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= 3 else { return nil }
    let words = text.unicodeScalars.split { scalar in
        scalar.isASCII
            ? scalar.value <= 0x20 || scalar == "|" || scalar == "(" || scalar == ")"
            : scalar.properties.isWhitespace || "•·–—".unicodeScalars.contains(scalar)
    }
    .flatMap(partedYear).map { withoutOrdinal(String($0)) }
    let hasDigits = words.map { $0.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
    for start in words.indices {
        for length in [3, 1] where start + length <= words.count {
            guard hasDigits[start..<(start + length)].contains(true) else { continue }
            let window = words[start..<(start + length)].joined(separator: " ")
            let clean = window.trimmingSigns
            guard clean.utf8.count >= 8 else { continue }
            if let found = webDate(clean), clean.utf8.count >= 10 || length == 3 { return found.iso8601 }
            if length == 1, let found = dottedDate(clean, order) { return found }
        }
    }
    return namedDate(words)
}

/// A date that stands within a few words behind one that speaks of publication.
func dateBehindWord(_ text: String, _ order: DayOrder) -> String? {
    let bytes = Array(text.utf8)
    guard let end = publicationWords.end(in: bytes[...]) else { return nil }
    return dateWithin(String(decoding: bytes[end...].prefix(80), as: UTF8.self), order)
}

private let publicationWords = Beginnings([
    "published", "posted", "publication date", "date of publication", "veröffentlicht", "publiziert",
    "erschienen",
    "erstellt am", "eingestellt am", "geschrieben am", "publié", "mis en ligne", "posté le", "publicado",
    "publicada",
    "pubblicato", "pubblicata", "gepubliceerd", "geplaatst op", "geplaatst:", "publicerad", "publisert",
    "udgivet",
    "julkaistu", "opublikowano", "opublikowany", "dodano", "publikováno", "vydáno", "objavljeno", "objavljen",
    "megjelent", "közzétéve", "publicat", "yayınlan", "yayımlan", "yayın tarihi", "dərc", "опубликован",
    "опубліковано",
    "публикувано", "објављено", "δημοσιε", "diterbitkan", "đăng ngày", "نشر", "منتشر", "发布", "發布", "掲載", "등록",
    "입력",
])

/// A day with the name of its month in any language: `9 oktober 2020`, `5. Mai 2023`, `2 de abril de 2020`,
/// `5 мая 2023 г.`, `2023. május 5.`
private func namedDate(_ words: [String]) -> String? {
    for (index, word) in words.enumerated() {
        let name = word.trimmingSigns.lowercased()
        guard let month = MonthNames.number(name.hasSuffix(".") ? String(name.dropLast()) : name) else {
            continue
        }
        let before = words[..<index].last { !dateJoints.contains($0.lowercased()) }
        let after = words[(index + 1)...].filter { !dateJoints.contains($0.lowercased()) }.prefix(2).map {
            $0
        }
        let (one, two) = (after.first, after.dropFirst().first)
        let orders = [(before, one), (one, two), (one, before)]
        for case (let day?, let year?) in orders {
            guard let day = wholeNumber(day, digits: 1...2), let year = wholeNumber(year, digits: 4...4),
                (1990...2100).contains(year), let date = webDate("\(year)-\(month)-\(day)")
            else { continue }
            return date.iso8601
        }
    }
    return nil
}

/// What may stand between day, month and year.
private let dateJoints: Set<String> = ["de", "del", "do", "da", "d", "m.", "di"]

/// The number that a word is but for signs: `5.`, `1er`, `2020,`, `2020г.`
private func wholeNumber(_ word: String, digits: ClosedRange<Int>) -> Int? {
    let number = word.drop { "'(".contains($0) }.prefix { $0.isASCII && $0.isNumber }
    let rest = word.drop { "'(".contains($0) }.dropFirst(number.count)
    guard digits.contains(number.utf8.count), !rest.contains(where: \.isNumber), rest.utf8.count <= 6 else {
        return nil
    }
    return Int(number)
}

/// `2022` and `Updated:` of `2022Updated:`, as lines that only their styles part read.
private func partedYear(_ word: Substring.UnicodeScalarView) -> [Substring.UnicodeScalarView] {
    guard word.count > 5, let end = word.firstIndex(where: { $0.value < 0x30 || $0.value > 0x39 }),
        (0x41...0x5A).contains(word[end].value), word[..<end].count == 4
    else { return [word] }
    return [word[..<end], word[end...]]
}

/// `1` of `1st` and `1,` of `1st,`.
private func withoutOrdinal(_ word: String) -> String {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    guard (1...2).contains(digits.utf8.count) else { return word }
    let rest = word.dropFirst(digits.count).lowercased()
    for end in ["st", "nd", "rd", "th"] where rest == end || rest == end + "," {
        return String(digits + rest.dropFirst(2))
    }
    return word
}

/// What `05/04/2023` means to the readers of a page.
enum DayOrder {
    case unknown, dayFirst, monthFirst

    /// By the language tag of a page, `en-GB`: only the United States begin with the month.
    init(language: String?) {
        guard let tag = language?.lowercased().replacing("_", with: "-"), tag.utf8.count >= 2 else {
            self = .unknown
            return
        }
        let british = ["en-gb", "en-au", "en-in", "en-nz", "en-za", "en-ie"]
        self =
            tag == "en-us"
            ? .monthFirst : !tag.hasPrefix("en") || british.contains(tag) ? .dayFirst : .unknown
    }
}

/// `05.05.2023`: with full stops and the whole year the day comes first everywhere; `15/05/2023`,
/// `05/15/2023` and `15.05.23`, where there is no 15th month; `05/04/2023` where the order is known.
private func dottedDate(_ text: String, _ order: DayOrder) -> String? {
    guard let sign = text.unicodeScalars.first(where: { "/.-".unicodeScalars.contains($0) }) else {
        return nil
    }
    let parts = text.split(separator: Character(sign), omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3, parts.allSatisfy({ $0.utf8.count <= 4 }) else { return nil }
    var (day, month, year) = (numbers[0], numbers[1], numbers[2])
    if sign == "." {
        if day > 12, parts.allSatisfy({ $0.utf8.count == 2 }) { year += year < 70 ? 2000 : 1900 }
    } else {
        guard day > 12 || month > 12 || order != .unknown else { return nil }
        if month > 12 || order == .monthFirst && day <= 12 { (day, month) = (month, day) }
    }
    guard (1990...2100).contains(year) else { return nil }
    return webDate("\(year)-\(month)-\(day)")?.iso8601
}
