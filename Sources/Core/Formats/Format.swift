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
    /// It is read by the reader worker, a process of its own that may crash: the libraries for it are not in
    /// the service. `read` only says so.
    static var needsReader: Bool { get }
}

extension Format {
    package static var needsReader: Bool { false }
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
        first = Array(bytes.prefix(1024))
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
    GzipFormat.self, ZstdFormat.self, ZipFormat.self, PDFFormat.self, WARCFormat.self, AgencyTextFormat.self,
    JSONFeedFormat.self, NINJSFormat.self, JSONLinesFormat.self,
    NITFFormat.self, NewsMLFormat.self, SitemapFormat.self, OPMLFormat.self,
    AtomFormat.self, RSSFormat.self, MailFormat.self, MailboxFormat.self, HTMLFormat.self,
    MarkdownFormat.self, PlainTextFormat.self,
]

/// The format that claims these bytes; nil when none does.
package func format(of bytes: [UInt8], _ hints: Hints) -> (any Format.Type)? {
    let head = FormatHead(bytes, hints)
    return formats.first { $0.claims(head) }
}

/// Whether the reader worker has to read these bytes: their format says so, or that of what is compressed in
/// them.
package func needsReader(_ bytes: [UInt8], _ hints: Hints) -> Bool {
    guard let found = format(of: bytes, hints) else { return false }
    guard
        let peek = found == GzipFormat.self
            ? inflatedBeginning(bytes)
            : found == ZstdFormat.self ? ZstdFormat.beginning(bytes) : nil
    else { return found.needsReader }
    return format(of: peek, hints)?.needsReader ?? false
}

/// The beginnings of what is often dropped beside articles and is none.
private let strangers: [(name: String, beginning: [UInt8])] = [
    ("a JPEG picture", [0xFF, 0xD8, 0xFF]), ("a PNG picture", [0x89, 0x50, 0x4E, 0x47]),
    ("a GIF picture", Array("GIF8".utf8)), ("an old Office document", [0xD0, 0xCF, 0x11, 0xE0]),
    ("a program", [0x7F, 0x45, 0x4C, 0x46]), ("a RAR archive", Array("Rar!".utf8)),
    ("a 7z archive", [0x37, 0x7A, 0xBC, 0xAF]), ("an RTF document", Array("{\\rtf".utf8)),
]

/// Whether bytes begin as a known kind of file does that is no text.
func isStranger(_ first: [UInt8]) -> Bool { strangers.contains { first.starts(with: $0.beginning) } }

/// What some bytes look like that no format claims, for the reason of a quarantine.
package func describeUnknown(_ bytes: [UInt8]) -> String {
    if bytes.isEmpty { return "the file is empty" }
    if let (name, _) = strangers.first(where: { bytes.starts(with: $0.1) }) {
        return "it is \(name), which holds no article"
    }
    return "it is neither text nor markup"
}
