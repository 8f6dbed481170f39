package import Model
import Text

/// One thing that can be read. A new one is one file with a conformance, and one line in `formats`.
package protocol Format: Sendable {
    /// Its name for people: `RSS`.
    static var name: String { get }
    /// Whether these bytes are of this format, by their beginning and the claimed type; never by a file name.
    /// Two formats never claim one sample.
    static func claims(_ head: FormatHead) -> Bool
    /// Reads what can be read; never throws, never grows beyond a constant times the input. Flaws become a
    /// `note`.
    static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading
}

/// What a format found.
package struct FormatReading: Sendable {
    package var items: [RawItem] = []
    /// What was wrong or is worth knowing, in words.
    package var note: String?

    package init(items: [RawItem] = [], note: String? = nil) { (self.items, self.note) = (items, note) }
}

/// What the roll looks at: the first bytes, without mark and white space, in lower case where they are ASCII.
package struct FormatHead: Sendable {
    let text: String
    let contentType: String?
    let isText: Bool
    /// The first bytes as they are.
    let first: [UInt8]

    /// The name of the first element that is no declaration, comment or processing instruction.
    let rootElement: String?

    package init(_ bytes: [UInt8], _ hints: Hints) {
        let head = decodeText(Array(bytes.prefix(2048)), claimed: hints.charset, declared: nil).bytes
        let lower = head.drop { $0 <= 32 }.map { $0 >= 65 && $0 <= 90 ? $0 | 0x20 : $0 }
        text = String(decoding: lower, as: UTF8.self)
        contentType = hints.contentType
        first = Array(bytes.prefix(16))
        let controls = head.reduce(0) {
            $0 + ($1 < 32 && $1 != 9 && $1 != 10 && $1 != 12 && $1 != 13 && $1 != 27 ? 1 : 0)
        }
        let zeros = bytes.prefix(2048).reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
        let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
        isText = controls * 50 <= head.count && (isWide || zeros * 50 <= min(bytes.count, 2048))
        rootElement = FormatHead.rootElement(lower)
    }

    private static func rootElement(_ text: [UInt8]) -> String? {
        var at = 0
        while let open = text[at...].firstIndex(of: 0x3C) {
            at = open + 1
            if text[at...].starts(with: "!--".utf8) {
                guard let end = text[at...].indices.first(where: { text[$0...].starts(with: "-->".utf8) })
                else { return nil }
                at = end + 3
            } else if at < text.count, text[at] >= 97, text[at] <= 122 {
                let name = text[at...].prefix { $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 58 || $0 == 45 }
                return String(decoding: name, as: UTF8.self)
            }
        }
        return nil
    }
}

/// The roll of formats, most particular first.
package let formats: [any Format.Type] = [
    GzipFormat.self, WARCFormat.self, JSONFeedFormat.self, NINJSFormat.self, JSONLinesFormat.self,
    NITFFormat.self, NewsMLFormat.self, SitemapFormat.self,
    AtomFormat.self, RSSFormat.self, HTMLFormat.self, PlainTextFormat.self,
]

/// The format that claims these bytes; nil when none does.
package func format(of bytes: [UInt8], _ hints: Hints) -> (any Format.Type)? {
    let head = FormatHead(bytes, hints)
    return formats.first { $0.claims(head) }
}

/// What some bytes look like that no format claims, for the reason of a quarantine.
package func describeUnknown(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "the file is empty" }
    let known: [(String, [UInt8])] = [
        ("a PDF", Array("%PDF".utf8)), ("a ZIP container (docx, odt, zip)", [0x50, 0x4B, 3, 4]),
        ("a JPEG picture", [0xFF, 0xD8, 0xFF]), ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]),
        ("zstd", [0x28, 0xB5, 0x2F, 0xFD]), ("an old Office document", [0xD0, 0xCF, 0x11, 0xE0]),
    ]
    if let (name, _) = known.first(where: { bytes.starts(with: $0.1) }) {
        return "it is \(name), which is not read yet"
    }
    return "it is neither text nor markup"
}
