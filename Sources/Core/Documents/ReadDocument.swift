package import Formats
package import Model
import Text

/// Files within files that are opened: a mail in a ZIP in a mail in a ZIP is not.
private let maximumDepth = 3

/// Reads any file that the roll of formats knows, those for the reader worker included. Pure but for the
/// libraries' own memory; for the worker, never for the service.
package func readDocument(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
    readDocument(bytes, hints, depth: 0)
}

func readDocument(_ bytes: [UInt8], _ hints: Hints, depth: Int) -> FormatReading {
    guard depth <= maximumDepth else {
        return FormatReading(note: "files nested more than three deep are not opened")
    }
    guard let found = format(of: bytes, hints) else { return FormatReading(note: describeUnknown(bytes)) }
    if found == GzipFormat.self || found == ZstdFormat.self {
        let (inner, note) = decompressed(bytes)
        guard let inner else { return FormatReading(note: note) }
        var reading = readDocument(inner, hints, depth: depth + 1)
        reading.note = reading.note ?? note
        return reading
    }
    if found == PDFFormat.self { return readPDF(bytes, hints) }
    if found == MailFormat.self { return readMail(bytes, hints, isMailbox: false, depth: depth) }
    if found == MailboxFormat.self { return readMail(bytes, hints, isMailbox: true, depth: depth) }
    if found == ZipFormat.self { return readZip(bytes, hints, depth: depth) }
    return found.read(bytes, hints)
}

/// Paragraphs as plain text that the reader of plain text parts again: each on a line of its own, a blank
/// line between.
func plainContent(_ headline: String?, _ paragraphs: [String]) -> RawItem.Content {
    let lines = ([headline].compactMap { $0 } + paragraphs).map(\.oneLine).filter { !$0.isEmpty }
    return .plain(Array(lines.joined(separator: "\n\n").utf8))
}
