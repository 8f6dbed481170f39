import Formats
import Markup
import Model
import Text

/// Bytes that come out of one container, all files together.
private let maximumInflated = 256 << 20

/// A ZIP container: one document of a word processor, or the files that it holds, each by its own format.
func readZip(_ bytes: [UInt8], _ hints: Hints, depth: Int) -> FormatReading {
    let archive = ZipArchive(bytes)
    func data(_ name: String) -> [UInt8]? {
        archive.entries.first { $0.name == name }.flatMap { archive.data($0, most: 64 << 20) }
    }
    if archive.entries.contains(where: { $0.name == "word/document.xml" }) {
        guard let document = data("word/document.xml") else {
            return FormatReading(note: "the document in it cannot be opened")
        }
        return readWordDocument(document, properties: data("docProps/core.xml"), hints)
    }
    if let kind = data("mimetype").map({ String(decoding: $0, as: UTF8.self).trimmed }),
        kind.hasPrefix("application/vnd.oasis.opendocument")
    {
        guard kind.hasPrefix("application/vnd.oasis.opendocument.text"), let document = data("content.xml")
        else {
            return FormatReading(note: "an office file of type \(kind.prefix(80)), which holds no article")
        }
        return readOpenDocument(document, properties: data("meta.xml"), hints)
    }
    for (mark, what) in [("xl/workbook.xml", "a spreadsheet"), ("ppt/presentation.xml", "a presentation")]
    where archive.entries.contains(where: { $0.name == mark }) {
        return FormatReading(note: "\(what), which holds no article")
    }
    return readFiles(archive, hints, depth: depth)
}

private func readFiles(_ archive: ZipArchive, _ hints: Hints, depth: Int) -> FormatReading {
    var reading = FormatReading(
        note: archive.isCutOff ? "the archive is cut off; its last files are missing" : nil)
    var left = maximumInflated
    var troubles: [String] = []
    for entry in archive.entries {
        let name = entry.name.split(separator: "/").last ?? ""
        guard !entry.name.hasSuffix("/"), !name.hasPrefix("."), !entry.name.hasPrefix("__MACOSX/") else {
            continue
        }
        guard let inner = archive.data(entry, most: left) else {
            troubles.append("\(name) is \(entry.isEncrypted ? "encrypted" : "damaged or too large")")
            continue
        }
        left -= inner.count
        let found = readDocument(inner, hints, depth: depth + 1)
        reading.items += found.items
        if found.items.isEmpty, let note = found.note { troubles.append("\(name): \(note)") }
    }
    if let first = troubles.first {
        let more = troubles.count > 1 ? ", and \(troubles.count - 1) more files" : ""
        reading.note = reading.note ?? "not read: \(first)\(more)"
    }
    if reading.items.isEmpty, reading.note == nil { reading.note = "the archive is empty" }
    return reading
}
