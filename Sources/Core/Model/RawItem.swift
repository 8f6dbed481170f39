/// One piece of news as its format holds it, before it is read: its content and what the format says about
/// it.
package struct RawItem: Sendable {
    /// Clean UTF-8 of one of two shapes.
    package enum Content: Sendable {
        /// A whole page of HTML, with its furniture.
        case page([UInt8])
        /// HTML of the article alone, as a feed carries it.
        case fragment([UInt8])
        /// Text with line breaks.
        case plain([UInt8])
    }

    /// The id that the format gives (a feed entry's guid), unique in its source; nil when it has none.
    package var id: String?
    package var content: Content
    package var hints: Hints

    package init(id: String?, content: Content, hints: Hints) {
        (self.id, self.content, self.hints) = (id, content, hints)
    }
}
