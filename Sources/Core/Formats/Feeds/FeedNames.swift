/// Elements that mean something in a feed, by their names in our spelling: `dc:title`.
enum FeedName: String, CaseIterable {
    // Texts.
    case title, dcTitle = "dc:title", itunesTitle = "itunes:title", mediaTitle = "media:title", tagline
    case subtitle, itunesSubtitle = "itunes:subtitle", description, dcDescription = "dc:description"
    case abstract, dctermsAbstract = "dcterms:abstract", mediaDescription = "media:description", summary
    case itunesSummary = "itunes:summary", info
    case feedburnerBrowserFriendly = "feedburner:browserfriendly", rights, copyright
    case dcRights = "dc:rights", dctermsRights = "dcterms:rights", content
    case contentEncoded = "content:encoded", fullItem = "fullitem", xhtmlBody = "xhtml:body", body

    // People.
    case author, managingEditor = "managingeditor", dcAuthor = "dc:author", dcCreator = "dc:creator"
    case itunesAuthor = "itunes:author", contributor, dcContributor = "dc:contributor"
    case webMaster = "webmaster", dcPublisher = "dc:publisher", itunesOwner = "itunes:owner"

    // Dates.
    case published, issued, pubDate = "pubdate", dctermsIssued = "dcterms:issued"
    case dcIssued = "dc:issued", updated, modified, lastBuildDate = "lastbuilddate", dcDate = "dc:date"
    case dctermsModified = "dcterms:modified", dcModified = "dc:modified", created
    case dctermsCreated = "dcterms:created", dcCreated = "dc:created", expirationDate = "expirationdate"
    case dctermsValid = "dcterms:valid"

    // Links.
    case link, guid, id, dcIdentifier = "dc:identifier", enclosure, comments, license
    case creativeCommonsLicense = "creativecommons:license", ccLicense = "cc:license", lLink = "l:link"
    case wfwComment = "wfw:comment", wfwCommentRSS = "wfw:commentrss", newLocation = "newlocation"
    case itunesNewFeedUrl = "itunes:new-feed-url"

    // Subjects.
    case category, dcSubject = "dc:subject", mediaCategory = "media:category", keywords, tags
    case itunesKeywords = "itunes:keywords", mediaKeywords = "media:keywords"
    case itunesCategory = "itunes:category"

    // Everything of one line.
    case language, dcLanguage = "dc:language", icon, logo, docs, ttl, errorReportsTo = "errorreportsto"
    case adminErrorReportsTo = "admin:errorreportsto"

    // Elements made of others, or of attributes alone.
    case source, generator, adminGeneratorAgent = "admin:generatoragent", image
    case itunesImage = "itunes:image", textInput = "textinput", cloud
    case itunesExplicit = "itunes:explicit", itunesBlock = "itunes:block"
    case itunesDuration = "itunes:duration", itunesOrder = "itunes:order"
    case itunesEpisode = "itunes:episode", itunesSeason = "itunes:season"
    case itunesEpisodeType = "itunes:episodetype", itunesLink = "itunes:link"

    // Media RSS.
    case mediaGroup = "media:group", mediaContent = "media:content", mediaThumbnail = "media:thumbnail"
    case mediaCredit = "media:credit", mediaLicense = "media:license"
    case mediaRestriction = "media:restriction", mediaRating = "media:rating"
    case mediaPlayer = "media:player"

    // Places.
    case georssPoint = "georss:point", gmlPos = "gml:pos", georssLine = "georss:line"
    case georssPolygon = "georss:polygon", gmlLineString = "gml:linestring", gmlPolygon = "gml:polygon"
    case georssBox = "georss:box", georssWhere = "georss:where", gmlPoint = "gml:point"
    case `where` = "where", geoPoint = "geo:point", geoLat = "geo:lat", geoLong = "geo:long"

    // What a feed is made of.
    case rss, rdfRdf = "rdf:rdf", rdf, channel, feed, item, entry, product
    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

    /// The element of a name; nil when it means nothing.
    static func named(_ name: String) -> FeedName? { byName[name] }
}

/// Name spaces that feeds use, by the prefix that this code calls them by. The empty prefix is a feed
/// format's own.
let feedSpaces: [String: String] = [
    "http://backend.userland.com/rss": "", "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "", "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "", "http://example.com/newformat#": "",
    "http://example.com/necho": "", "http://purl.org/echo/": "", "uri/of/echo/namespace#": "",
    "http://purl.org/pie/": "", "http://purl.org/atom/ns#": "", "http://www.w3.org/2005/atom": "",
    "http://purl.org/rss/1.0/modules/rss091#": "", "http://channel.netscape.com/rdf/simple/0.9/": "",
    "http://webns.net/mvcb/": "admin", "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/email/": "email", "http://web.resource.org/cc/": "cc",
    "http://backend.userland.com/creativecommonsrssmodule": "creativecommons",
    "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html": "creativecommons",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner", "http://xmlns.com/foaf/0.1/": "foaf",
    "http://www.w3.org/2003/01/geo/wgs84_pos#": "geo", "http://www.georss.org/georss": "georss",
    "http://www.opengis.net/gml": "gml", "http://purl.org/rss/1.0/modules/image/": "image",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://example.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss": "media", "http://search.yahoo.com/mrss/": "media",
    "http://video.search.yahoo.com/mrss": "media", "http://tools.search.yahoo.com/mrss/": "media",
    "http://purl.org/rss/1.0/modules/search/": "search", "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://schemas.pocketsoap.com/rss/mydescmodule/": "szf",
    "http://purl.org/rss/1.0/modules/syndication/": "sy", "http://purl.org/rss/1.0/modules/link/": "l",
    "http://purl.org/rss/1.0/modules/taxonomy/": "taxo", "http://purl.org/syndication/thread/1.0": "thr",
    "http://madskills.com/public/xml/rss/module/trackback/": "trackback",
    "http://wellformedweb.org/commentapi/": "wfw", "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/xlink": "xlink", "http://www.w3.org/xml/1998/namespace": "xml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "", "http://podlove.org/simple-chapters": "psc",
    "http://podlove.org/simple-chapters/": "psc", "http://www.w3.org/1998/math/mathml": "mathml",
    "http://www.w3.org/2000/svg": "svg", "http://prismstandard.org/namespaces/1.2/basic/": "prism",
]
