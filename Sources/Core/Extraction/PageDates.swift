import Markup
import Model
import Text

extension PageMetadata {
    /// Names of metadata for the day of publication, the surest first.
    private static let dateNames = [
        "article:published_time", "datepublished", "parsely-pub-date", "pubdate", "publishdate", "date",
        "dc.date", "dc.date.issued", "dcterms.created", "sailthru.date", "og:published_time",
        "published-date", "publish-date", "publication_date", "publication-date", "citation_online_date",
        "citation_publication_date", "citation_date", "article.published", "published_time",
    ]
    /// Names that are seldom used, or for other days too; asked after what the page shows.
    private static let doubtfulNames = [
        "dc:date", "dc.created", "dc.date.created", "dcterms.date", "dcterms.issued", "pub_date",
        "dateposted",
        "datecreated", "displaydate", "release_date", "doc_date", "gentime", "ptime", "created",
    ]

    /// The instant of publication out of what data for machines, the address and the page's own lines say,
    /// and the one of the last change.
    mutating func chooseDate(
        _ article: JSON?, _ times: [String], _ address: String?, _ byline: PageByline
    ) {
        let shown = byline.date
        let others = linked.first { $0["datePublished"] != nil }
        let day = (address ?? canonical).flatMap(dayInAddress)
        let claims =
            [("json-ld", article?["datePublished"]?.string), ("json-ld", others?["datePublished"]?.string)]
            + PageMetadata.dateNames.map { ("meta:" + $0, metas[$0]) }
            + [("address", day), ("shown", shown), ("time", times.first)]
            + (ownNames(besides: PageMetadata.dateNames) + PageMetadata.doubtfulNames).map {
                ("meta:" + $0, metas[$0])
            } + [("json-ld", article?["dateCreated"]?.string)]
        for (from, claim) in claims { noteDate(from, claim) }
        let guesses = [
            ("shown", byline.onlyDay), (PageClaims.line, byline.lineOfDay),
            (PageClaims.script, { dayInScripts(byline.tree) }),
        ]
        for (from, guess) in guesses where published.value == nil { noteDate(from, guess()) }
        let isOfAll =
            dates.isOnly("time") && Set(times.compactMap(webDate).map { $0.iso8601.prefix(10) }).count > 5
        if isOfAll || isKept(article, others) || address.map(isFrontPage) ?? false { published = .unknown }
        // What readers are shown as older than the data for machines says was published then: sites stamp
        // pages anew. What is shown as younger is the day of an update.
        if let at = published.moment, let date = shown.flatMap(webDate),
            date.milliseconds < at.milliseconds - 129_600_000
        {
            published = PageMetadata.instant(date)
        }
        let changes =
            [article?["dateModified"]?.string]
            + ["article:modified_time", "datemodified", "og:updated_time", "lastmod"].map { metas[$0] }
            + [others?["dateModified"]?.string]
        modified = changes.lazy.compactMap { $0.flatMap(webDate) }.first.map(PageMetadata.instant) ?? .unknown
    }

    /// Whether a page was made once and is kept since, as a dictionary's are: no article, of which its data
    /// for machines alone says a day, and a change half a year later or more. That day is nobody's news.
    private func isKept(_ article: JSON?, _ page: JSON?) -> Bool {
        guard article?["datePublished"] == nil, dates.isOnly("json-ld"),
            page?["@type"]?.string?.hasSuffix("Page") ?? false,
            let made = page?["datePublished"]?.string.flatMap(webDate),
            let changed = page?["dateModified"]?.string.flatMap(webDate)
        else { return false }
        return changed.milliseconds - made.milliseconds > 180 * 86_400_000
    }

    /// Whether an address is that of a whole site, `https://example.org/`.
    private func isFrontPage(_ address: String) -> Bool {
        let path = address.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        return path.count == 2 && address.utf8.starts(with: "http".utf8)
            && !address.utf8.contains(UInt8(ascii: "?"))
    }

    /// Takes down what one source says; the first that says a date is believed.
    private mutating func noteDate(_ from: String, _ claim: String?) {
        guard let date = claim.flatMap(webDate) else { return }
        dates.add(from, date.iso8601)
        if published.value == nil { published = PageMetadata.instant(date) }
    }

    /// Names of metadata that a site made itself and that speak of publication: `w-published-date`.
    private func ownNames(besides known: [String]) -> [String] {
        metas.keys.filter { name in
            (name.holds("publi") || name.holds("pubdate")) && !name.holds("publisher")
                && !known.contains(name) && metas[name].flatMap(webDate) != nil
        }.sorted()
    }

    private static func instant(_ date: WebDate) -> Published {
        Published(value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .page)
    }

    /// `2023-06-26` of `…/2023/06/26/…`, `…/2023/june/26/…`, `…/2023-06-26+a-headline` and `…/20230626/…`.
    private func dayInAddress(_ address: String) -> String? {
        let parts = address.utf8.split { [0x2F, 0x2D, 0x2B, 0x5F].contains($0) }.map { Substring($0) }
        for (index, part) in parts.enumerated() where index + 2 < parts.count {
            guard part.utf8.count == 4, let year = Int(part), (1995...2100).contains(year),
                parts[index + 2].utf8.count == 2, let day = Int(parts[index + 2]), (1...31).contains(day)
            else { continue }
            let (written, name) = (parts[index + 1], parts[index + 1].lowercased())
            if written.utf8.count == 2, let month = Int(written), (1...12).contains(month) {
                return "\(part)-\(written)-\(parts[index + 2])"
            }
            if name.utf8.count >= 3, let date = webDate("\(day) \(name.prefix(3)) \(part)") {
                return String(date.iso8601.prefix(10))
            }
        }
        for part in parts where part.utf8.count == 8 && (part.hasPrefix("20") || part.hasPrefix("199")) {
            if let date = webDate("\(part.prefix(4))-\(part.dropFirst(4).prefix(2))-\(part.suffix(2))") {
                return date.iso8601
            }
        }
        return nil
    }
}
