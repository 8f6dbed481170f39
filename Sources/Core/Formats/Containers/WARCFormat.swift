package import Model
import Text

/// WARC: pages as a crawler fetched them, such as a file of the Common Crawl news archive. Every page that
/// was answered with 200 is read by its own format.
package enum WARCFormat: Format {
    package static let name = "WARC"

    package static func claims(_ head: FormatHead) -> Bool { head.first.starts(with: "WARC/".utf8) }

    package static func read(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
        var reading = FormatReading()
        var at = 0
        while at < bytes.count {
            guard let head = headers(bytes, &at, firstLine: "WARC/") else { break }
            let length = head["content-length"].flatMap { Int($0) } ?? 0
            guard length >= 0, length <= bytes.count - at else {
                reading.note = "the file is cut off; its last record is not complete"
                break
            }
            if head["warc-type"]?.lowercased() == "response" {
                reading.items += page(Array(bytes[at..<(at + length)]), head["warc-target-uri"])
            }
            at += length
            while at < bytes.count, bytes[at] == 13 || bytes[at] == 10 { at += 1 }
        }
        return reading
    }

    /// The articles of one answer of a web server.
    private static func page(_ record: [UInt8], _ address: String?) -> [RawItem] {
        var at = 0
        guard let line = record.firstIndex(of: 10),
            String(decoding: record[..<line], as: UTF8.self).split(separator: " ").dropFirst().first == "200",
            let head = headers(record, &at, firstLine: "HTTP/")
        else { return [] }
        var body = Array(record[at...])
        if head["transfer-encoding"]?.lowercased() == "chunked" { body = unchunked(body) }
        if head["content-encoding"]?.lowercased() == "gzip" {
            guard let plain = try? inflated(body, most: 32 << 20) else {
                return []
            }
            body = plain
        }
        var hints = Hints()
        hints.url = address.map { $0.filter { $0 != "<" && $0 != ">" } }
        (hints.contentType, hints.charset) = mediaType(head["content-type"])
        guard let found = format(of: body, hints), found != WARCFormat.self, found != GzipFormat.self else {
            return []
        }
        return found.read(body, hints).items.map { item in
            var item = item
            item.id = item.id ?? hints.url
            return item
        }
    }

    /// Header lines up to the empty one, names in lower case; nil when they do not begin as they must.
    private static func headers(_ bytes: [UInt8], _ at: inout Int, firstLine: String) -> [String: String]? {
        guard bytes[at...].starts(with: firstLine.utf8) else { return nil }
        var out: [String: String] = [:]
        while let end = bytes[at...].firstIndex(of: 10) {
            let line = String(decoding: bytes[at..<end], as: UTF8.self).trimmed
            at = end + 1
            if line.isEmpty { return out }
            guard let colon = line.firstIndex(of: ":"), out.count < 200 else { continue }
            out[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmed
        }
        return nil
    }

    private static func unchunked(_ bytes: [UInt8]) -> [UInt8] {
        var (out, at): ([UInt8], Int) = ([], 0)
        while let end = bytes[at...].firstIndex(of: 10) {
            let size =
                String(decoding: bytes[at..<end], as: UTF8.self).trimmed.split(separator: ";").first ?? ""
            guard let count = Int(size, radix: 16), count > 0, count <= bytes.count - end - 1 else { break }
            out += bytes[(end + 1)..<(end + 1 + count)]
            at = min(end + 1 + count + 2, bytes.count)
        }
        return out.isEmpty ? bytes : out
    }
}
