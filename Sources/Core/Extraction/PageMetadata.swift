import Markup
import Model
import Text

/// What a page says about itself, from JSON-LD, meta elements, links and its first heading, in the order of
/// their measured worth.
struct PageMetadata {
    var headline: String?
    var byline: String?
    var published = Published.unknown
    var language: String?
    var canonical: String?
    var siteName: String?
    /// What it is about, in the words of its own summary.
    var summary: String?
    /// Subjects and sections, as written.
    var tags: [String] = []
    var modified = Published.unknown
    /// The address of the picture that stands for it.
    var image: String?
    /// It says that not everybody may read all of it.
    var isPaywalled = false
    /// Its data for machines calls it a collection, and knows of no article.
    var isCollection = false
    /// Entries of a live blog.
    var updates: [LiveUpdate] = []
    /// What each source says of headline, byline and date.
    private(set) var headlines = PageClaims()
    private(set) var bylines = PageClaims()
    var dates = PageClaims()

    private(set) var metas: [String: String] = [:]
    private(set) var linked: [JSON] = []

    /// Nothing known.
    init() {}

    init(_ tree: MarkupTree, _ concepts: [NodeConcepts], address: String?) {
        var title: String?
        var headings: [String] = []
        var times: [String] = []
        for node in tree.nodes.indices where concepts[node].contains(.told) {
            switch tree.name(node) {
            case "html": language = tree.attribute(node, "lang").map(primaryLanguage)
            case "meta": note(meta: node, tree)
            case "link": note(link: node, tree, address)
            case "title": title = title ?? tree.text(node).oneLine
            case "h1": headings.append(tree.text(node).oneLine)
            case "time": if let value = tree.attribute(node, "datetime") { times.append(value) }
            case "script" where tree.attribute(node, "type")?.lowercased() == "application/ld+json":
                note(script: Array(tree.text(node).utf8))
            default: break
            }
        }
        let article = linked.first { isArticle($0) } ?? linked.first { $0["headline"] != nil }
        let host =
            (address ?? metas["og:url"] ?? canonical ?? "").split(separator: "/").dropFirst().first ?? ""
        let outlet = Outlet(metas["og:site_name"], String(host))
        chooseHeadline(article, headings.filter { !$0.isEmpty }, title, outlet)
        let shown = PageByline(tree, concepts, title: title)
        chooseDate(article, times, address, shown)
        canonical = canonical ?? metas["og:url"].flatMap { $0.hasPrefix("http") ? $0 : nil }
        siteName = metas["og:site_name"] ?? article?["publisher"]?["name"]?.string?.oneLine
        headline = headline.map { withoutEnd($0, named: siteName ?? "") }
        chooseByline(article, shown, outlet)
        chooseTags(article)
        chooseImage(article)
        isCollection = article == nil && linked.contains { $0["@type"]?.string == "CollectionPage" }
        let live = linked.lazy.compactMap { $0["liveBlogUpdate"]?.array }.first
        updates = live?.prefix(500).map(LiveUpdate.init) ?? []
        isPaywalled =
            metas["article:content_tier"]?.lowercased() == "locked" || linked.contains(where: isClosed)
        summary = metas["og:description"] ?? metas["description"] ?? article?["description"]?.string?.oneLine
        if language == nil || language == "" { language = metas["og:locale"].map(primaryLanguage) }
    }

    private mutating func note(meta node: Int, _ tree: MarkupTree) {
        let key =
            tree.attribute(node, "property") ?? tree.attribute(node, "name")
            ?? tree.attribute(node, "itemprop")
        guard let key, let value = tree.attribute(node, "content")?.oneLine, !value.isEmpty else { return }
        let name = key.lowercased()
        if name == "article:tag" { addTag(value) }
        if metas[name] == nil { metas[name] = value }
    }

    private mutating func note(link node: Int, _ tree: MarkupTree, _ address: String?) {
        guard canonical == nil, tree.attribute(node, "rel")?.lowercased() == "canonical" else { return }
        canonical = tree.attribute(node, "href").flatMap { $0.hasPrefix("http") ? $0 : nil }
    }

    private mutating func note(script bytes: [UInt8]) {
        guard linked.count < 64, let root = (try? JSON.parse(bytes)) ?? salvaged(bytes) else { return }
        let tops = root.array ?? [root]
        for top in tops.prefix(64) {
            linked += [top] + (top["@graph"]?.array ?? []).prefix(64) + [top["mainEntity"]].compactMap(\.self)
        }
    }

    private func isArticle(_ thing: JSON) -> Bool {
        let types = thing["@type"]?.array?.compactMap(\.string) ?? [thing["@type"]?.string].compactMap { $0 }
        return types.contains { $0.hasSuffix("Article") || $0.hasSuffix("BlogPosting") || $0 == "Report" }
    }

    private mutating func chooseHeadline(
        _ article: JSON?, _ all: [String], _ title: String?, _ outlet: Outlet
    ) {
        let claimed = article?["headline"]?.string.map { outlet.removed(from: plainLine($0)) }
        let shared = (metas["og:title"] ?? metas["twitter:title"]).map { outlet.removed(from: plainLine($0)) }
        headlines.add("json-ld", claimed)
        headlines.add("meta:og:title", metas["og:title"].map(outlet.removed))
        headlines.add("meta:twitter:title", metas["twitter:title"].map(outlet.removed))
        for heading in all.prefix(3) { headlines.add("h1", heading) }
        headlines.add("title", title.map { outlet.removed(from: withoutSite($0)) })
        // A first heading that is the outlet's name is no headline where the page has another.
        let hasOther = claimed != nil || shared != nil || all.count > 1
        let headings = hasOther ? all.filter { !outlet.isNamed($0, in: title) } : all
        // A kicker stands within the heading, without a space before the headline.
        let plain = [claimed, shared, shared.map(withoutSite)].compactMap { $0 }.first { known in
            headings.count == 1 && known.utf8.count > 15 && headings[0] != known
                && headings[0].hasSuffix(known)
        }
        if let plain {
            headline = plain
        } else if headings.count == 1 {
            headline = headings[0]
        } else if let known = headings.first(where: { $0 == claimed || $0 == shared }) {
            headline = known
        } else {
            headline =
                claimed.flatMap { $0.isEmpty ? nil : $0 } ?? shared ?? headings.first
                ?? title.map { outlet.removed(from: withoutSite($0)) }
        }
    }

    /// `Headline - The Paper`: the part before the last separator, when it is the longer one.
    private func withoutSite(_ title: String) -> String {
        for mark in [" | ", " - ", " – ", " — ", " :: "] where title.holds(mark) {
            let parts = title.parts(between: mark)
            if parts.count > 1, let last = parts.last {
                let head = parts.dropLast().joined(separator: mark)
                if head.utf8.count > last.utf8.count { return head }
            }
        }
        return title
    }

    /// `제목-정치ㅣ한국일보`, `标题_时政_新华网`: the part before the outlet's own name behind any mark, and before a
    /// section of a few letters behind another, where a script without spaces has marks without them.
    private func withoutEnd(_ title: String, named name: String) -> String {
        let marks = PageMetadata.endMarks
        let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
        let letters = name.unicodeScalars
        guard name.utf8.count > 3, title.unicodeScalars.suffix(letters.count).elementsEqual(letters) else {
            return title
        }
        var head = Array(title.unicodeScalars.dropLast(letters.count))
        let isTight = head.last.map { !isBlank($0) } ?? false
        while head.last.map(isBlank) ?? false { head.removeLast() }
        guard let mark = head.last, marks.contains(mark) else { return title }
        while head.last.map({ marks.contains($0) || isBlank($0) }) ?? false { head.removeLast() }
        if isTight, let last = head.lastIndex(where: marks.contains), (2...7).contains(head.count - last),
            head[(last + 1)...].allSatisfy({ $0.value >= 0x2E80 && $0.properties.isAlphabetic })
        {
            head.removeSubrange(last...)
            while head.last.map(marks.contains) ?? false { head.removeLast() }
        }
        let rest = String(String.UnicodeScalarView(head))
        return rest.utf8.count > name.utf8.count ? rest : title
    }

    private static let endMarks: Set<Unicode.Scalar> = [
        "|", "｜", "ㅣ", "-", "–", "—", "_", ":", "：", "·", "•",
    ]

    /// What the page files itself under: its tags, its section, and keywords where they are a list of few.
    private mutating func chooseTags(_ article: JSON?) {
        func texts(_ value: JSON?) -> [String] {
            value?.array?.compactMap(\.string) ?? value?.string.map { [$0] } ?? []
        }
        for section in texts(article?["articleSection"]) + [metas["article:section"]].compactMap(\.self) {
            addTag(section)
        }
        let linked = texts(article?["keywords"])
        let keywords =
            linked.isEmpty
            ? texts(metas["news_keywords"].map(JSON.string) ?? metas["keywords"].map(JSON.string)) : linked
        for word in keywords.flatMap({ $0.split(separator: ",") }).prefix(50) { addTag(String(word)) }
    }

    private mutating func addTag(_ text: String) {
        let tag = text.oneLine
        if !tag.isEmpty, tag.utf8.count <= 200, tags.count < 100, !tags.contains(tag) { tags.append(tag) }
    }

    /// The first who is somebody else than the outlet, or else the outlet where it calls itself the author.
    private mutating func chooseByline(_ article: JSON?, _ shown: PageByline, _ outlet: Outlet) {
        let linked = author(article?["author"])
        // An outlet that calls itself the author gives way to a person that it shows.
        let isPerson = !isOrganization(article?["author"])
        let fields = ["author", "parsely-author", "sailthru.author", "dc.creator", "article:author"]
        let labelled = ["1", "2"].first {
            ["written by", "author", "by"].contains(metas["twitter:label" + $0]?.lowercased())
        }
        let claims =
            [("json-ld", isPerson ? linked : nil)] + fields.map { ("meta:" + $0, metas[$0]) }
            + [("meta:twitter:data", labelled.flatMap { metas["twitter:data" + $0] })]
            + [("shown", shown.author), ("json-ld", linked)]
        var names: [String] = []
        var own: String?
        for (from, claim) in claims {
            guard let name = claim.map({ unquoted(plainLine($0)) }), !name.isEmpty, !name.hasPrefix("http"),
                !name.contains("@"),
                !["admin", "editor", "staff", "administrator"].contains(name.lowercased())
            else { continue }
            bylines.add(from, name)
            if outlet.isName(name) || name == siteName { own = own ?? name } else { names.append(name) }
        }
        if names.isEmpty, let name = shown.onlyAuthor() {
            names = [name]
            bylines.add("shown", name)
        }
        if names.isEmpty, let own { names = [own] }
        byline = names.first { !isAccount($0) } ?? names.first
    }

    private func unquoted(_ name: String) -> String {
        name.utf8.count > 2 && name.hasPrefix("\"") && name.hasSuffix("\"")
            ? String(name.dropFirst().dropLast()) : name
    }

    /// The name of an account or of a template's field rather than of a person: one word with digits, points
    /// or low lines in it.
    private func isAccount(_ name: String) -> Bool {
        !name.contains(" ") && name.utf8.contains { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x5F }
    }

    private func isOrganization(_ value: JSON?) -> Bool {
        guard let value else { return false }
        return (value.array?.first ?? value)["@type"]?.string?.hasSuffix("Organization") ?? false
    }

    private mutating func chooseImage(_ article: JSON?) {
        let linked = article?["image"].flatMap { $0.array?.first ?? $0 }
        let claims = [metas["og:image"], metas["og:image:url"], linked?["url"]?.string, linked?.string]
        image = claims.lazy.compactMap { $0 }.first { $0.hasPrefix("http") && $0.utf8.count <= 2000 }
    }

    /// Whether a thing says that it is not free to read.
    private func isClosed(_ thing: JSON) -> Bool {
        guard let free = thing["isAccessibleForFree"] else { return false }
        return free == .bool(false) || free.string?.lowercased() == "false"
    }

    private func author(_ value: JSON?) -> String? {
        guard let value else { return nil }
        if let text = value.string?.oneLine, !text.isEmpty { return text }
        if let name = value["name"]?.string?.oneLine, !name.isEmpty { return name }
        let names = (value.array ?? []).compactMap { author($0) }
        return names.isEmpty ? nil : names.joined(separator: ", ")
    }
}

/// Letters and digits of a text alone, in small letters.
func lettersAndDigits(_ text: String) -> String {
    if text.utf8Span.isKnownASCII {
        let kept = text.lowercased().utf8.filter { $0 >= 0x61 && $0 <= 0x7A || $0 >= 0x30 && $0 <= 0x39 }
        return String(decoding: kept, as: UTF8.self)
    }
    return String(
        String.UnicodeScalarView(
            text.lowercased().unicodeScalars.filter {
                $0.properties.isAlphabetic || $0.properties.numericType != nil
            }))
}

/// The paper, site or blog that a page belongs to, as far as its titles tell.
private struct Outlet {
    private let name: String
    private let host: String

    init(_ name: String?, _ host: String) {
        self.name = lettersAndDigits(name ?? "")
        self.host = lettersAndDigits(host)
    }

    func isName(_ text: String) -> Bool {
        let letters = lettersAndDigits(text)
        return letters.utf8.count > 2 && (letters == name || host.contains(letters))
    }

    /// Whether a heading is the outlet's name: as it says itself, in the address, or behind the last bar of
    /// the page's title.
    func isNamed(_ heading: String, in title: String?) -> Bool {
        if isName(heading) { return true }
        guard let title else { return false }
        return [" | ", " - ", " – ", " — ", " · ", " • "].contains { mark in
            let parts = title.parts(between: mark)
            return parts.count > 1 && parts.last?.oneLine == heading
                && (parts.first?.utf8.count ?? 0) > heading.utf8.count
        }
    }

    /// A title without the outlet's name behind its last bar or dash.
    func removed(from title: String) -> String {
        for mark in [" | ", " - ", " – ", " — ", " :: ", " · ", " • "] where title.holds(mark) {
            let parts = title.parts(between: mark)
            guard let last = parts.last else { continue }
            let head = parts.dropLast().joined(separator: mark)
            // Behind a bar stands hardly ever anything else.
            if isName(last) || mark == " | " && head.utf8.count > last.utf8.count && head.contains(" ") {
                return head.oneLine
            }
        }
        return title
    }
}
