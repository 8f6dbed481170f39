import Formats
import Model
import Text

/// A mail as its parts are, before it is known what in it is news.
struct Mail {
    struct Part {
        /// `text/html`.
        var type: String
        var charset: String?
        /// With the transfer encoding undone.
        var bytes: [UInt8]
        var isAttachment: Bool
        /// One of several forms of the same text.
        var isAlternative: Bool
    }

    var subject: String?
    var id: String?
    /// The sender's name and address.
    var sender: String?
    var address: String?
    var date: String?
    var list: String?
    /// The address of a page that a browser saved as a mail.
    var snapshot: String?
    var parts: [Part] = []
    var forwarded: [Mail] = []

    /// The articles in it: the items that it lists, or its text; then those in attachments and forwarded
    /// mails.
    func reading(_ outer: Hints, depth: Int) -> FormatReading {
        var hints = outer
        if hints.headline == nil { hints.headline = subject.map(withoutReply) }
        if hints.source == nil { hints.source = sender ?? address }
        if hints.published.value == nil, let date = date.flatMap(webDate) {
            hints.published = Published(
                value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .mail)
        }
        var reading = FormatReading()
        if let snapshot {
            hints.url = hints.url ?? snapshot
            hints.headline = outer.headline
        }
        if let body { reading.items = items(of: body, hints) }
        for part in parts where part.isAttachment {
            reading.items += attachment(part, outer: hints, depth: depth)
        }
        if depth < 3 {
            for mail in forwarded { reading.items += mail.reading(outer, depth: depth + 1).items }
        }
        return reading
    }

    /// The part that is the mail's text: HTML before plain text, when it is more than a frame around nothing.
    private var body: Part? {
        let texts = parts.filter { !$0.isAttachment && !$0.bytes.allSatisfy { $0 <= 32 } }
        return texts.first { $0.type == "text/html" } ?? texts.first { $0.type == "text/plain" }
            ?? texts.first { $0.type.hasPrefix("text/") }
    }

    private func items(of part: Part, _ hints: Hints) -> [RawItem] {
        let declared = part.type == "text/html" ? declaredEncoding(part.bytes) : nil
        let text = decodeText(part.bytes, claimed: part.charset?.lowercased(), declared: declared).bytes
        guard part.type == "text/html" else { return [item(.plain(withoutSignature(text)), hints)] }
        if snapshot != nil { return [item(.page(text), hints)] }
        let listed = listedItems(text, hints, isAlert: isAlertService)
        return listed.isEmpty ? [item(.fragment(text), hints)] : listed
    }

    private func item(_ content: RawItem.Content, _ hints: Hints) -> RawItem {
        RawItem(id: id.map { "mid:" + $0 }, content: content, hints: hints)
    }

    /// A service that mails what it found: every link in such a mail is an item, however few there are.
    private var isAlertService: Bool {
        let address = address?.lowercased() ?? ""
        return address.hasPrefix("googlealerts-noreply@") || address.contains("alerts@")
            || address.contains("talkwalker")
    }

    private func attachment(_ part: Part, outer: Hints, depth: Int) -> [RawItem] {
        guard !part.bytes.isEmpty else { return [] }
        var hints = Hints()
        (hints.charset, hints.contentType) = (part.charset, part.type)
        (hints.published, hints.source) = (outer.published, outer.source)
        guard let found = format(of: part.bytes, hints) else { return [] }
        // Keys, calendars and cards are text, but none to read.
        if found == PlainTextFormat.self, part.type != "text/plain" { return [] }
        return readDocument(part.bytes, hints, depth: depth + 1).items
    }
}

/// A subject without `Re:`, `Fwd:` and the like before it.
private func withoutReply(_ subject: String) -> String {
    var text = subject[...]
    let marks = ["re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "rv:"]
    while let mark = marks.first(where: { text.lowercased().hasPrefix($0) }) {
        text = text.dropFirst(mark.count).drop { $0 == " " }
    }
    return text.isEmpty ? subject : String(text)
}

/// Plain text up to the line `-- ` that begins a signature.
private func withoutSignature(_ text: [UInt8]) -> [UInt8] {
    var start = 0
    while let end = text[start...].firstIndex(of: 10) {
        let line = text[start..<end]
        if line.elementsEqual("-- ".utf8) || line.elementsEqual("-- \r".utf8) { return Array(text[..<start]) }
        start = end + 1
    }
    return text
}
