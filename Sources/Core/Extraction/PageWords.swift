import Markup

/// The vocabulary of class names and ids by which pages name their parts.
enum PageWords {
    static let body: Set<String> = [
        "article", "articlebody", "body", "content", "entry", "post", "story", "storybody", "text",
        "fulltext", "main",
        "paragraph",
    ]
    static let caption: Set<String> = [
        "caption", "figcaption", "imagecaption", "credit", "photocredit", "wp-caption-text",
    ]
    static let furniture: Set<String> = [
        "nav", "navbar", "navigation", "menu", "breadcrumb", "breadcrumbs", "footer", "sidebar", "comment",
        "comments",
        "disqus", "share", "sharing", "social", "sharebar", "newsletter", "subscribe", "subscription",
        "signup", "cookie",
        "cookies", "consent", "gdpr", "banner", "promo", "promotion", "advert", "advertisement", "ads", "ad",
        "adslot",
        "sponsor", "sponsored", "related", "recommended", "recommendations", "mostread", "trending",
        "popular", "teaser",
        "teasers", "tags", "taglist", "toolbar", "popup", "modal", "overlay", "paywall", "login", "outbrain",
        "taboola",
        "pagination", "pager", "skip", "readmore", "widget", "byline", "dateline", "timestamp", "hidden",
    ]
    static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em",
        "font", "i",
        "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var",
    ]
    /// Elements whose text is no text for people.
    static let silent: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "head",
        "canvas", "audio",
        "video", "select", "textarea", "input",
    ]
    static let dropped: Set<String> = ["form", "button", "nav", "aside", "footer", "menu", "dialog", "label"]
    static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog", "alert",
        "toolbar",
    ]
}

/// The words of an element's class and id, in lower case, also with their parts joined (`most-read` gives
/// `mostread`).
func classWords(_ tree: MarkupTree, _ node: Int) -> [String] {
    var words: [String] = []
    for name in ["class", "id"] {
        guard let value = tree.attribute(node, name), value.utf8.count < 500 else { continue }
        for item in value.lowercased().split(separator: " ") {
            let parts = item.split { $0 == "-" || $0 == "_" || $0 == ":" }
            words += parts.map(String.init)
            if parts.count > 1 { words.append(parts.joined()) }
        }
    }
    return words
}

/// Whether an element and all below it is no part of any article.
enum Furniture {
    case never
    /// By what it is.
    case always
    /// By what it is called, which can be wrong.
    case byName
}

/// What an element's name, role, style and class say.
func furniture(_ tree: MarkupTree, _ node: Int, isFragment: Bool) -> Furniture {
    let name = tree.name(node)
    if PageWords.silent.contains(name) { return .always }
    if PageWords.dropped.contains(name) { return .byName }
    if name == "html" || name == "body" || name == "article" || name == "main" { return .never }
    if tree.attribute(node, "hidden") != nil || tree.attribute(node, "aria-hidden") == "true" {
        return .byName
    }
    if let style = tree.attribute(node, "style")?.lowercased(),
        style.contains("display:none") || style.contains("display: none")
    {
        return .byName
    }
    if isFragment { return .never }
    if let role = tree.attribute(node, "role")?.lowercased(), PageWords.roles.contains(role) {
        return .byName
    }
    let words = classWords(tree, node)
    guard words.contains(where: { PageWords.furniture.contains($0) }) else { return .never }
    return words.contains { ["article", "articlebody", "storybody"].contains($0) } ? .never : .byName
}
