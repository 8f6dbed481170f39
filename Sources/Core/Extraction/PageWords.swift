import Markup
import Text

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
        "pagination", "pager", "skip", "readmore", "byline", "dateline", "timestamp",
    ]
    /// Sites that articles are shared and followed on.
    static let sharers: Set<String> = [
        "facebook.com", "twitter.com", "x.com", "linkedin.com", "instagram.com", "pinterest.com",
        "whatsapp.com",
        "wa.me", "t.me", "telegram.me", "reddit.com", "youtube.com", "tiktok.com", "threads.net", "bsky.app",
        "google.com", "apple.com", "spotify.com", "vk.com", "ok.ru",
    ]
    static let folded: Set<String> = ["accordion", "collapse", "collapsible", "expandable", "faq", "faqs"]
    /// What readers wrote.
    static let comments: Set<String> = [
        "comments", "commentlist", "commentslist", "commentsarea", "commentsection", "commentssection",
        "disqus",
        "disqusthread", "respond", "commentrespond", "commentform", "livefyre", "fbcomments",
    ]
    /// Boxes about the author, the story or the reader, and names that only some makers of pages use.
    static let apparatus: Set<String> = [
        "author", "authors", "authorbox", "authorbio", "authorinfo", "bio", "biography", "cta",
        "postmeta", "entrymeta", "articlemeta", "postnavigation", "postnav", "readnext", "upnext", "nextup",
        "morefrom",
        "mostpopular", "recirc", "recirculation", "upsell", "disclosure", "donate", "donation", "rating",
        "ratings",
        "reactions", "feedback", "follow", "followus", "print", "printonly", "screenreadertext", "sronly",
        "visuallyhidden",
        "subscribebox", "advertising", "advertorial", "anzeige", "annonse", "werbung", "publicite", "reklama",
        "publicidad",
        "keywords", "copyright", "correctionlink", "livereload", "socials", "sociallinks", "postfooter",
        "articlefooter",
        "entryfooter", "storyfooter", "postauthor", "relatedposts", "relatedarticles", "relatedcontent",
        "mostviewed",
        "latestnews", "morenews", "newsticker", "ticker", "poll", "quiz", "survey", "searchform", "countdown",
        "sharedaddy", "likeswidget",
    ]
    static let inline: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em",
        "font", "i",
        "ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time",
        "tt", "u", "var",
    ]
    /// What a card that leads to another article holds.
    static let cardMarks: Set<String> = ["h2", "h3", "h4", "h5", "img", "picture", "figure"]
    /// Elements whose text is no text for people.
    static let silent: Set<String> = [
        "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "head",
        "canvas", "audio",
        "video", "select", "textarea", "input",
    ]
    /// What a line of author and date mostly is.
    static let lines: Set<String> = ["p", "span", "div", "strong", "em", "small"]
    /// What holds a whole page or article.
    static let wholes: Set<String> = ["html", "body", "article", "main"]
    static let paragraphs: Set<String> = ["p", "pre", "blockquote", "td"]
    /// What may hold text without paragraphs.
    static let containers = sections.union(["div"])
    static let sections: Set<String> = ["section", "article", "main"]
    /// What a page tells of itself.
    static let told: Set<String> = ["html", "meta", "link", "title", "h1", "time", "script"]
    static let captions: Set<String> = ["figcaption", "caption", "figure"]
    /// A figure may hold what belongs to the text.
    static let quoted: Set<String> = ["table", "pre", "blockquote"]
    static let liveEntries: Set<String> = [
        "liveblogpost", "liveblogentry", "liveblogitem", "liveblogupdate", "livepost", "liveentry",
        "liveupdate", "liveblogposting",
    ]
    static let days: Set<String> = [
        "date", "dateline", "published", "publishdate", "publisheddate", "pubdate", "postdate", "posted",
        "postedon", "entrydate", "articledate",
    ]
    static let dropped: Set<String> = ["form", "button", "nav", "aside", "footer", "menu", "dialog", "label"]
    static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog", "alert",
        "toolbar",
    ]
}

/// Whether an element and all below it is no part of any article.
enum Furniture {
    case never
    /// By what it is.
    case always
    /// By its element or role, which few pages use for their text.
    case byElement
    /// By what it is called, which can be wrong.
    case byName
    /// It is called comments, which may be most of a page.
    case byComment
}

/// The last two names of the host of an address with a scheme, `example.org`; nil for any other.
func siteName(_ address: String) -> String? {
    guard address.utf8.starts(with: "http".utf8) else { return nil }
    let beginning =
        address.utf8.count <= 300 ? address : String(decoding: address.utf8.prefix(300), as: UTF8.self)
    guard beginning.holds("://") else { return nil }
    let names = hostName(beginning).utf8.split(separator: UInt8(ascii: ".")).suffix(2)
    guard let first = names.first, let last = names.last, names.count == 2 else { return nil }
    return "\(Substring(first)).\(Substring(last))"
}

/// What an element's name, role, style and class say.
/// `isFolded`: it is, or stands right in, what a reader opens.
func furniture(
    _ tree: MarkupTree, _ node: Int, _ concepts: NodeConcepts, isFolded: Bool, isFragment: Bool
) -> Furniture {
    if concepts.contains(.silent) { return .always }
    if concepts.contains(.dropped) { return isFolded && tree.isOne(of: .button, node) ? .never : .byElement }
    if concepts.contains(.whole) { return .never }
    if !isFolded, isHidden(tree, node) { return .byName }
    if isFragment { return .never }
    if concepts.contains(.hidden), !isFolded, !concepts.contains(.article) { return .byName }
    if let role = tree.attribute(node, "role")?.lowercased(), PageWords.roles.contains(role) {
        return .byElement
    }
    if concepts.contains(.comments) { return .byComment }
    return concepts.contains(.furniture) && !concepts.contains(.article) ? .byName : .never
}

private func isHidden(_ tree: MarkupTree, _ node: Int) -> Bool {
    if tree.attribute(node, "hidden") != nil || tree.attribute(node, "aria-hidden") == "true" { return true }
    guard let style = tree.attribute(node, "style")?.lowercased() else { return false }
    return ["display:none", "display: none", "visibility:hidden", "visibility: hidden"].contains(
        where: style.holds)
}
