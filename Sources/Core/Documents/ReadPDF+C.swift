import CPoppler
import Formats
import Model
import Text

/// Pages of a PDF that are read.
private let maximumPages = 500

/// A PDF: its text in reading order by poppler, put into paragraphs; what stands at the edge of page after
/// page is left out.
func readPDF(_ bytes: [UInt8], _ hints: Hints) -> FormatReading {
    var code: Int32 = 0
    let opened = unsafe bytes.withUnsafeBytes {
        unsafe tocsin_open_pdf($0.baseAddress, UInt($0.count), &code)
    }
    guard let document = unsafe opened else {
        let isLocked = code == Int32(POPPLER_ERROR_ENCRYPTED.rawValue)
        return FormatReading(note: isLocked ? "the PDF is locked with a password" : "the PDF is damaged")
    }
    defer { unsafe tocsin_release(UnsafeMutableRawPointer(document)) }
    let count = min(Int(unsafe poppler_document_get_n_pages(document)), maximumPages)
    var pages: [PDFPage] = []
    for number in 0..<max(0, count) {
        guard let page = unsafe poppler_document_get_page(document, Int32(number)) else { continue }
        unsafe pages.append(pdfPage(page))
        unsafe tocsin_release(UnsafeMutableRawPointer(page))
    }
    let layout = PDFLayout(pages: pages)
    guard !layout.paragraphs.isEmpty else {
        return FormatReading(note: "the PDF holds no text, only pictures of it")
    }
    var hints = hints
    let stated = unsafe text(poppler_document_get_title(document))
    let headline = layout.headline(stated: stated)
    if hints.headline == nil { hints.headline = headline }
    let body = layout.paragraphs.filter { $0.oneLine != headline?.oneLine }
    return FormatReading(items: [RawItem(id: nil, content: plainContent(headline, body), hints: hints)])
}

/// A text of the library's, which is freed.
private func text(_ raw: UnsafeMutablePointer<CChar>?) -> String? {
    guard let raw = unsafe raw else { return nil }
    defer { unsafe tocsin_free(raw) }
    return unsafe String(cString: raw)
}

/// The lines of a page, each with its place: poppler gives a rectangle for every character.
private func pdfPage(_ page: OpaquePointer) -> PDFPage {
    var (width, height) = (0.0, 0.0)
    unsafe poppler_page_get_size(page, &width, &height)
    var found = PDFPage(width: width, height: height, lines: [])
    guard let whole = unsafe text(poppler_page_get_text(page)) else { return found }
    var rectangles: UnsafeMutablePointer<PopplerRectangle>?
    var count: guint = 0
    let isKnown = unsafe poppler_page_get_text_layout(page, &rectangles, &count) != 0
    defer { unsafe tocsin_free(rectangles) }
    var line = PDFLine()
    for (index, character) in whole.unicodeScalars.enumerated() {
        if character == "\n" {
            if !line.text.trimmed.isEmpty { found.lines.append(line) }
            line = PDFLine()
            continue
        }
        guard isKnown, index < Int(count), character.value > 32, let rectangles = unsafe rectangles else {
            line.text.unicodeScalars.append(character)
            continue
        }
        let place = unsafe rectangles[index]
        // A wide space parts what stands in two columns on one height.
        if line.height > 0, place.x1 - line.right > line.height * 1.2 {
            found.lines.append(line)
            line = PDFLine()
        }
        line.text.unicodeScalars.append(character)
        line.add(
            left: place.x1, top: min(place.y1, place.y2), right: place.x2, bottom: max(place.y1, place.y2))
    }
    if !line.text.trimmed.isEmpty { found.lines.append(line) }
    return found
}
