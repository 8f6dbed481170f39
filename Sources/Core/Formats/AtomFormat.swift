package import Model

/// Atom 1.0 and 0.3. Every complete entry of a damaged feed is kept.
package enum AtomFormat: Format {
    package static let name = "Atom"

    package static func claims(_ head: FormatHead) -> Bool {
        guard head.isText, let root = head.rootElement else { return false }
        return root == "feed" || root == "atom:feed" || root == "entry" || root == "atom:entry"
    }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        reading(of: readXMLFeed(bytes, hints), hints)
    }
}
