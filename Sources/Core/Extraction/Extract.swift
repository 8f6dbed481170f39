package import Model
import Text

/// Reads one item into an article: finds the text and its parts, and what it says about itself. Pure; linear
/// in the bytes.
package func extract(_ item: RawItem) -> Article {
    var article: Article
    switch item.content {
    case .plain(let bytes): article = plainArticle(bytes, item.hints)
    case .page(let bytes): article = pageArticle(bytes, item.hints, isFragment: false)
    case .fragment(let bytes): article = pageArticle(bytes, item.hints, isFragment: true)
    case .blocks(let blocks): article = blockArticle(blocks, item.hints)
    }
    article.headline = firstScalars(article.headline, maximumHeadline)
    article.byline = article.byline.map { firstScalars($0, maximumHeadline) }
    article.tags = article.tags.prefix(maximumTags).map { firstScalars($0, maximumHeadline) }
    creditNotices(in: &article)
    if article.editorialNote == nil { article.editorialNote = editorialNote(in: article) }
    if article.language == nil { article.language = guessLanguage(article.text) }
    return article
}

/// Unicode scalars of a headline or byline that are kept; what is longer is no headline.
let maximumHeadline = 500

/// An article whose format says what each paragraph is.
private func blockArticle(_ blocks: [RawItem.TextBlock], _ hints: Hints) -> Article {
    var text = ArticleText()
    let headline = hints.headline ?? ""
    text.add(.headline, headline)
    var given: [GivenFact] = []
    for block in blocks {
        let before = text.paragraphs.count
        text.add(block.zone, block.text, source: block.source)
        guard text.paragraphs.count > before, let span = text.paragraphs.last?.span else { continue }
        // A format hands over marks only with text that has no white space to lose.
        for one in block.given where span.count == block.text.utf8.count {
            var moved = one
            moved.span = TextSpan(span.start + one.span.start, span.start + one.span.end)
            given.append(moved)
        }
    }
    var article = Article(text: text.bytes, headline: headline, paragraphs: text.paragraphs)
    article.given = given
    apply(hints, to: &article)
    return article
}

/// Tags that are kept; a page with more lists words.
private let maximumTags = 100

/// The first scalars of a text (a single character can be a megabyte of accents).
func firstScalars(_ text: String, _ count: Int) -> String {
    text.unicodeScalars.count <= count
        ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(count))) + "…"
}

/// Puts an article's text together from blocks, with a blank line between them.
struct ArticleText {
    private(set) var bytes: [UInt8] = []
    private(set) var paragraphs: [Paragraph] = []

    /// Adds a block of text; white space at the ends goes, and runs of it become one space.
    mutating func add(_ zone: Zone, _ text: [UInt8], source: TextSpan? = nil) {
        let line = collapsed(text)
        guard !line.isEmpty else { return }
        if !bytes.isEmpty { bytes += [10, 10] }
        let span = TextSpan(bytes.count, bytes.count + line.count)
        paragraphs.append(Paragraph(zone, span, source: source))
        bytes += line
    }

    mutating func add(_ zone: Zone, _ text: String, source: TextSpan? = nil) {
        add(zone, Array(text.utf8), source: source)
    }
}

/// What a sender's hints say better than the text, put into the article: a sidecar and an option win over the
/// page, a feed only fills gaps.
func apply(_ hints: Hints, to article: inout Article) {
    if let headline = hints.headline, article.headline.isEmpty { article.headline = headline }
    if article.byline == nil { article.byline = hints.byline }
    if hints.published.value != nil, article.published.value == nil || hints.published.from != .feed {
        article.published = hints.published
    }
    if let url = hints.url, article.url == nil { article.url = url }
    article.language = hints.language.map(primaryLanguage) ?? article.language
    article.siteName = article.siteName ?? hints.source
    if article.modified.value == nil { article.modified = hints.modified }
    (article.status, article.embargo) = (hints.status, hints.embargo)
    article.editorialNote = hints.editorialNote
    for tag in hints.tags where !article.tags.contains(tag) { article.tags.append(tag) }
}

/// `en-GB` is `en`.
func primaryLanguage(_ tag: String) -> String {
    String(tag.lowercased().prefix { $0 != "-" && $0 != "_" })
}

/// The names of a byline: `A, B and C`.
package func people(_ byline: String?) -> [String] {
    guard let byline else { return [] }
    let words = [" and ", " & ", " und ", " et ", " y ", " og ", " och "]
    let joined = words.reduce(byline) { $0.holds($1) ? $0.parts(between: $1).joined(separator: ",") : $0 }
    return joined.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
}
