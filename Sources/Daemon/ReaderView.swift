import Facts
import Model
import Text

/// An article as a terminal shows it: its zones named, people, places, organisations, words of time and
/// quotations in colour, and a legend.
struct ReaderView {
    let article: Article
    let facts: Facts

    private static let colours: [(name: String, code: String)] = [
        ("person", "36"), ("organisation", "35"), ("place", "32"), ("demonym", "92"), ("time", "33"),
        ("quotation", "3"),
    ]

    var text: String {
        var out = ""
        for paragraph in article.paragraphs {
            let body = coloured(paragraph.span)
            switch paragraph.zone {
            case .headline: out += "\u{1B}[1m\(body)\u{1B}[0m\n"
            case .body: out += "\n\(body)\n"
            default: out += "\u{1B}[2m[\(paragraph.zone.rawValue)]\u{1B}[0m \(body)\n"
            }
        }
        out += "\n"
        for (name, value) in particulars { out += "\u{1B}[2m\(name):\u{1B}[0m \(value)\n" }
        for quote in facts.quotes where quote.kind != .fragment {
            let speaker = quote.speaker.map { said(by: $0, quote.referent) } ?? "nobody named"
            out +=
                "\u{1B}[2m\(quote.kind.rawValue), \(speaker):\u{1B}[0m \(article.string(quote.span).oneLine.prefix(160))\n"
        }
        let legend = ReaderView.colours.map { "\u{1B}[\($0.code)m\($0.name)\u{1B}[0m" }.joined(
            separator: "  ")
        return out + "\n" + legend + "\n"
    }

    /// `Maria Santos (she)`.
    private func said(by span: TextSpan, _ referent: Quotation.Referent?) -> String {
        let words = article.string(span).oneLine
        guard let referent, referent.rule != "speaker.name" else { return words }
        return "\(facts.mentions[referent.mention].canonical) (\(words))"
    }

    private var particulars: [(String, String)] {
        let place = Dictionary(grouping: facts.mentions.filter { $0.kind == .place }, by: \.canonical)
        return [
            ("by", article.byline.map { $0 + origin(.byline) }),
            ("published", article.published.value.map { $0 + origin(.published) }),
            ("modified", article.modified.value),
            ("language", facts.language?.language),
            ("address", article.url), ("note", article.caveat),
            ("places", place.isEmpty ? nil : place.keys.sorted().joined(separator: ", ")),
        ].compactMap { name, value in value.map { (name, $0) } }
    }

    /// ` (json-ld, agreed)`: where a field comes from and whether other sources say the same.
    private func origin(_ field: FieldOrigin.Field) -> String {
        guard let origin = article.origins.first(where: { $0.field == field }) else { return "" }
        let others = origin.agreement == .disputed ? origin.alternates.prefix(3).map { "; \($0.from): \($0.value)" } : []
        return " (\(origin.from), \(origin.agreement.rawValue)\(others.joined()))"
    }

    /// A stretch of text with its facts in colour; an inner fact interrupts the outer one's colour.
    private func coloured(_ span: TextSpan) -> String {
        var marks: [(at: Int, isEnd: Bool, code: String)] = []
        func mark(_ fact: TextSpan, _ code: String) {
            guard fact.start >= span.start, fact.end <= span.end else { return }
            marks.append((fact.start, false, code))
            marks.append((fact.end, true, code))
        }
        for part in facts.quotes.flatMap(\.parts) { mark(part, "3") }
        for mention in facts.mentions {
            mark(mention.span, ReaderView.colours.first { $0.name == mention.kind.rawValue }?.code ?? "0")
        }
        for date in facts.dates { mark(date.span, "33") }
        marks.sort { ($0.at, $0.isEnd ? 0 : 1) < ($1.at, $1.isEnd ? 0 : 1) }
        var out = ""
        var at = span.start
        var open: [String] = []
        for mark in marks {
            out += clean(TextSpan(at, mark.at))
            at = mark.at
            if mark.isEnd {
                if let last = open.lastIndex(of: mark.code) { open.remove(at: last) }
                out += "\u{1B}[0m" + open.map { "\u{1B}[\($0)m" }.joined()
            } else {
                open.append(mark.code)
                out += "\u{1B}[\(mark.code)m"
            }
        }
        return out + clean(TextSpan(at, span.end))
    }

    /// Text without control characters: an article writes no escapes to a terminal.
    private func clean(_ span: TextSpan) -> String {
        guard span.end > span.start else { return "" }
        return String(
            String.UnicodeScalarView(
                article.string(span).unicodeScalars.filter {
                    $0 == "\n" || $0.value >= 32 && $0.value != 127 && !(0x80...0x9F).contains($0.value)
                }))
    }
}

/// A row of GDELT's Global Knowledge Graph 2.1: 27 columns parted by tabs; offsets are Unicode scalars of
/// the text. Themes, counts, tone and amounts are left empty: they are not known here.
func gkgRow(_ article: Article, _ facts: Facts) -> String {
    let map = ScalarMap(article.text)
    func at(_ span: TextSpan) -> Int { map.scalars(before: span.start) }
    func clean(_ text: String) -> String {
        String(text.oneLine.map { "\t;#,|".contains($0) ? " " : $0 })
    }
    let day = (article.published.value ?? "").filter(\.isNumber)
    let date = String((day + "00000000000000").prefix(14))
    func list(_ kind: EntityMention.Kind) -> (plain: String, placed: String) {
        var seen: Set<String> = []
        let all = facts.mentions.filter { $0.kind == kind }
        let plain = all.map { clean($0.canonical) }.filter { seen.insert($0).inserted }.joined(separator: ";")
        return (plain, all.map { "\(clean($0.canonical)),\(at($0.span))" }.joined(separator: ";"))
    }
    func location(_ mention: EntityMention) -> String {
        let place = mention.location
        let type = place?.type == "country" ? 1 : place?.type == "city" ? 4 : place?.type == "admin" ? 5 : 0
        let latitude = place?.latitude.map { "\($0)" } ?? "",
            longitude = place?.longitude.map { "\($0)" } ?? ""
        return "\(type)#\(clean(mention.canonical))#\(place?.country ?? "")##\(latitude)#\(longitude)#"
    }
    let places = facts.mentions.filter { $0.kind == .place }
    let dates = facts.dates.compactMap { one -> String? in
        guard let from = one.from?.split(separator: "-"), from.count == 3, let year = Int(from[0]),
            let month = Int(from[1]), let day = Int(from[2])
        else { return nil }
        let count = one.value?.utf8.count ?? 0
        return count == 4
            ? "1#0#0#\(year)#\(at(one.span))"
            : count == 7
                ? "2#\(month)#0#\(year)#\(at(one.span))"
                : "3#\(month)#\(day)#\(year)#\(at(one.span))"
    }
    let quotes = facts.quotes.filter { $0.kind == .direct }.map { one in
        let text = clean(one.parts.map { article.string($0) }.joined(separator: " "))
        return
            "\(at(one.span))|\(text.unicodeScalars.count)|\(one.cue.map { clean(article.string($0)) } ?? "")|\(text)"
    }
    let (people, organisations) = (list(.person), list(.organisation))
    var seen: Set<String> = []
    let plainPlaces = places.map(location).filter { seen.insert($0).inserted }
    let columns = [
        "\(date)-0", date, "1", clean(article.siteName ?? ""), article.url ?? "", "", "", "", "",
        plainPlaces.joined(separator: ";"),
        places.map { location($0) + "#\(at($0.span))" }.joined(separator: ";"), people.plain, people.placed,
        organisations.plain, organisations.placed,
        "", dates.joined(separator: ";"), "", "", "", "", "", quotes.joined(separator: "#"),
        facts.mentions.map { "\(clean(article.string($0.span))),\(at($0.span))" }.joined(separator: ";"), "",
        "", "",
    ]
    return columns.map { $0.replacing("\t", with: " ").replacing("\n", with: " ") }.joined(separator: "\t")
}
