extension MarkupTree {
    /// The names that every tree of XML begins with, by their numbers: those of text and of the whole
    /// document, and those that most feeds have, so that a small feed makes none of its own.
    package static let namesOfFeeds: [String] = {
        let names = """
            rss channel title link description item guid pubDate feed entry id updated author name summary
            content category language image url lastBuildDate generator atom:link dc:creator published ttl
            content:encoded copyright comments enclosure media:content media:thumbnail docs webMaster
            managingEditor uri email
            """
        return ["", "#document"] + names.split { $0 == " " || $0 == "\n" }.map(String.init)
    }()
}

/// The elements of HTML that are asked for, each a bit: the one of its name's number in the tree of a page,
/// so that no text is compared to know what an element is. Public, since only then other rooms have it within
/// their loops.
public struct Tags: OptionSet, Sendable {
    public let rawValue: UInt64

    @inlinable
    public init(rawValue: UInt64) { self.rawValue = rawValue }

    @inlinable public static var html: Tags { Tags(rawValue: 1 << 2) }
    @inlinable public static var body: Tags { Tags(rawValue: 1 << 3) }
    @inlinable public static var p: Tags { Tags(rawValue: 1 << 4) }
    @inlinable public static var a: Tags { Tags(rawValue: 1 << 5) }
    @inlinable public static var br: Tags { Tags(rawValue: 1 << 6) }
    @inlinable public static var span: Tags { Tags(rawValue: 1 << 7) }
    @inlinable public static var div: Tags { Tags(rawValue: 1 << 8) }
    @inlinable public static var li: Tags { Tags(rawValue: 1 << 9) }
    @inlinable public static var article: Tags { Tags(rawValue: 1 << 10) }
    @inlinable public static var header: Tags { Tags(rawValue: 1 << 11) }
    @inlinable public static var form: Tags { Tags(rawValue: 1 << 12) }
    @inlinable public static var button: Tags { Tags(rawValue: 1 << 13) }
    @inlinable public static var td: Tags { Tags(rawValue: 1 << 14) }
    @inlinable public static var th: Tags { Tags(rawValue: 1 << 15) }
    @inlinable public static var tr: Tags { Tags(rawValue: 1 << 16) }
    @inlinable public static var h1: Tags { Tags(rawValue: 1 << 17) }
    @inlinable public static var h2: Tags { Tags(rawValue: 1 << 18) }
    @inlinable public static var h3: Tags { Tags(rawValue: 1 << 19) }
    @inlinable public static var h4: Tags { Tags(rawValue: 1 << 20) }
    @inlinable public static var h5: Tags { Tags(rawValue: 1 << 21) }
    @inlinable public static var h6: Tags { Tags(rawValue: 1 << 22) }
    @inlinable public static var img: Tags { Tags(rawValue: 1 << 23) }
    @inlinable public static var time: Tags { Tags(rawValue: 1 << 24) }
    @inlinable public static var dt: Tags { Tags(rawValue: 1 << 25) }
    @inlinable public static var dd: Tags { Tags(rawValue: 1 << 26) }
    @inlinable public static var pre: Tags { Tags(rawValue: 1 << 27) }
    @inlinable public static var code: Tags { Tags(rawValue: 1 << 28) }
    /// All of these.
    @inlinable public static var all: Tags { Tags(rawValue: (1 << 29) - 4) }
    @inlinable public static var headings: Tags { [h1, h2, h3, h4, h5, h6] }

    /// The names that every tree of HTML begins with, by their numbers: those of text and of the whole page,
    /// those of the bits above, and others that most pages have.
    static let names: [String] = {
        let named = """
            html body p a br span div li article header form button td th tr h1 h2 h3 h4 h5 h6 img time
            dt dd pre code
            """
        let others = """
            head title meta link script noscript style section main ul ol input footer nav aside table
            tbody em strong b i svg path figure figcaption label iframe option small use
            """
        return ["", "#document"] + (named + " " + others).split { $0 == " " || $0 == "\n" }.map(String.init)
    }()
}
