import Markup
import Model
import Text

/// An article from HTML: the main text without its furniture, and what page and sender say about it.
func pageArticle(_ bytes: [UInt8], _ hints: Hints, isFragment: Bool) -> Article {
    let tree = parseMarkup(bytes, isXML: false)
    let concepts = NodeConcepts.all(tree)
    let metadata = isFragment ? PageMetadata() : PageMetadata(tree, concepts, address: hints.url)
    var headline = metadata.headline ?? ""
    if headline.isEmpty || isFragment { headline = hints.headline ?? headline }
    var body = PageBody(
        tree, concepts, headline: headline, description: metadata.summary,
        host: (metadata.canonical ?? hints.url).flatMap(siteName), isFragment: isFragment)
    body.run()
    var isScripted = false
    if !isFragment, body.bodySize < shortestBody,
        let hidden = scriptedBody(tree, headline: headline, metadata.summary)
    {
        (body, isScripted) = (hidden, true)
    }
    var text = ArticleText()
    text.add(.headline, headline)
    creditAuthors(people(metadata.byline), in: &body.blocks)
    for block in body.blocks { addBlock(block, to: &text) }
    var article = Article(text: text.bytes, headline: headline, paragraphs: text.paragraphs)
    article.byline = metadata.byline
    article.published = metadata.published
    article.language = metadata.language
    article.url = metadata.canonical ?? hints.url
    article.siteName = metadata.siteName
    article.tags = metadata.tags
    (article.modified, article.image) = (metadata.modified, metadata.image)
    article.isPaywalled = metadata.isPaywalled
    let updates = metadata.updates.isEmpty ? LiveUpdate.marked(tree, concepts) : metadata.updates
    article.entries = liveEntries(updates, in: article)
    apply(hints, to: &article)
    article.origins = origins(of: article, metadata, hints)
    if !isFragment { article.confidence = min(body.signs.confidence, isScripted ? 0.6 : 1) }
    let length = body.bodySize
    if article.isPaywalled, length < longestTeaser { article.body = .teaser }
    article.caveat = isFragment ? nil : caveat(tree, metadata, body.signs, length: length)
    return article
}

/// UTF-8 bytes of a body; with fewer, the page's scripts are looked into.
private let shortestBody = 200

/// The body of a page that scripts fill, out of their data; its paragraphs have no place in the page. Nil
/// when there is none of some length.
private func scriptedBody(_ tree: MarkupTree, headline: String, _ summary: String?) -> PageBody? {
    guard let markup = markupInScripts(tree) else { return nil }
    let inner = parseMarkup(Array("<body>".utf8) + markup, isXML: false)
    let concepts = NodeConcepts.all(inner)
    var body = PageBody(inner, concepts, headline: headline, description: summary, isFragment: false)
    body.run()
    body.forgetPlaces()
    return body.bodySize >= 500 ? body : nil
}

/// UTF-8 bytes of a body that is only the beginning of what is paid for.
private let longestTeaser = 1500

/// Where headline, byline and date come from, the feed's own entry heard as a witness; not of what another
/// than the page gave.
private func origins(of article: Article, _ metadata: PageMetadata, _ hints: Hints) -> [FieldOrigin] {
    var (headlines, bylines, dates) = (metadata.headlines, metadata.bylines, metadata.dates)
    headlines.add("feed", hints.headline)
    bylines.add("feed", hints.byline)
    if hints.published.from == .feed { dates.add("feed", hints.published.value) }
    let at = article.published.moment?.milliseconds ?? 0
    // The same instant may be another day elsewhere.
    func day(_ text: String) -> String {
        let isNear = webDate(text).map { abs($0.milliseconds - at) < 900_000 } ?? false
        return String((isNear ? article.published.value ?? text : text).prefix(10))
    }
    return [
        headlines.origin(.headline, of: article.headline, .headline, key: lettersAndDigits),
        article.byline.flatMap { bylines.origin(.byline, of: $0, .byline, key: lettersAndDigits) },
        article.published.value.map { dates.origin(.published, of: $0, .published, key: day) }
            ?? dates.withheld(.published),
    ].compactMap { $0 }
}

private func addBlock(_ block: PageBody.Block, to text: inout ArticleText) {
    let clean = block.text
    if block.zone == .caption, clean.last == UInt8(ascii: ")"),
        let open = clean.lastIndex(of: UInt8(ascii: "(")),
        isCredit(String(decoding: clean[(open + 1)..<(clean.count - 1)], as: UTF8.self))
    {
        text.add(.caption, Array(clean[..<open]), source: block.source)
        text.add(.credit, Array(clean[open...]), source: block.source)
        return
    }
    let isFirst = !text.paragraphs.contains { $0.zone == .body }
    if block.zone == .body, isFirst, let length = datelineLength(clean[...]) {
        text.add(.dateline, Array(clean[..<length]), source: block.source)
        text.add(.body, Array(clean[length...]), source: block.source)
        return
    }
    text.add(block.zone, clean, source: block.source)
}

/// Whether a page says, to those without them, that it needs scripts.
private func asksForScripts(_ tree: MarkupTree) -> Bool {
    tree.elements("noscript").contains { node in
        let text = String(
            decoding: tree.source[Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)].prefix(2000),
            as: UTF8.self
        ).lowercased()
        return text.contains("javascript")
            && ["enable", "need", "require", "turn on"].contains(where: text.contains)
    }
}

/// A plain reason when a page is no article.
private func caveat(
    _ tree: MarkupTree, _ metadata: PageMetadata, _ signs: BodySigns, length: Int
) -> String? {
    let title = (metadata.headline ?? "").lowercased()
    if length < 600,
        tree.elements("input").contains(where: { tree.attribute($0, "type")?.lowercased() == "password" })
    {
        return "a log-in page"
    }
    let walls = [
        "just a moment", "access denied", "attention required", "are you a robot", "verify you are human",
    ]
    if length < 600, walls.contains(where: title.contains) { return "a page that keeps machines out" }
    let errors = ["404", "not found", "page not found", "500 internal", "error 5"]
    if length < 400, errors.contains(where: title.contains) { return "an error page" }
    if length < 300, asksForScripts(tree) { return "a page that JavaScript fills, with no text of its own" }
    let isList = metadata.isCollection ? length < 1500 : length < 300 && signs.teasers >= 8
    if isList { return "a list of articles" }
    if length == 0 { return "no text was found in it" }
    return nil
}
