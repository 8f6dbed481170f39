/// One piece of news as its format holds it, before it is read: its content and what the format says about
/// it.
package struct RawItem: Sendable {
    /// Clean UTF-8 of one of these shapes.
    package enum Content: Sendable {
        /// A whole page of HTML, with its furniture.
        case page([UInt8])
        /// HTML of the article alone, as a feed carries it.
        case fragment([UInt8])
        /// Text with line breaks.
        case plain([UInt8])
        /// Paragraphs whose part in the article the format states.
        case blocks([TextBlock])
    }

    /// A paragraph and the part of the article that it is.
    package struct TextBlock: Sendable, Equatable {
        package var zone: Zone
        package var text: String
        /// Facts that the format marks in this text; spans are bytes of `text`.
        package var given: [GivenFact] = []
        /// Bytes of the file, as UTF-8, that it stands in.
        package var source: TextSpan?

        package init(_ zone: Zone, _ text: String, given: [GivenFact] = []) {
            (self.zone, self.text, self.given) = (zone, text, given)
        }
    }

    /// The id that the format gives (a feed entry's guid), unique in its source; nil when it has none.
    package var id: String?
    package var content: Content
    package var hints: Hints
    /// The id stays the same over the versions of an item, so that a later one revises it wherever it comes
    /// from.
    package var isVersioned = false

    package init(id: String?, content: Content, hints: Hints) {
        (self.id, self.content, self.hints) = (id, content, hints)
    }
}
