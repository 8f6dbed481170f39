package import Model

/// JSON Feed 1 and 1.1.
package enum JSONFeedFormat: Format {
    package static let name = "JSON Feed"

    package static func claims(_ head: FormatHead) -> Bool {
        head.isText && head.text.hasPrefix("{")
            && (head.text.contains("jsonfeed.org/version") || head.contentType == "application/feed+json")
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        let (document, reason) = readJSONFeed(bytes, hints)
        return document.map { reading(of: $0, hints) } ?? FormatReading(note: reason)
    }
}

/// The neutral document of a feed of any format; nil for what is no feed.
package func readFeed(_ bytes: [UInt8], _ hints: Hints) -> FeedDocument? {
    if bytes.first == UInt8(ascii: "<") { return readXMLFeed(bytes, hints) }
    let head = FormatHead(bytes, hints)
    if head.isText, head.text.hasPrefix("{") { return readJSONFeed(bytes, hints).document }
    return readXMLFeed(bytes, hints)
}
