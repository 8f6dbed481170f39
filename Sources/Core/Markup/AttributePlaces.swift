import Text

/// Where the value of an attribute stands in a page.
package struct AttributePlace: Sendable {
    /// Bytes of the page, end exclusive.
    package var start: Int
    package var end: Int
    /// With its character references read.
    package var value: String
}

/// The attributes of a page of HTML that are wanted, by element and name in lower case, and have a value; in
/// the order of the page. No tree is made.
package func attributePlaces(
    in page: [UInt8], of wanted: [String: Set<String>]
) -> [AttributePlace] {
    guard page.count < Int(Int32.max) else { return [] }
    let span = page.span
    var out: [AttributePlace] = []
    var scanner = MarkupScanner(isXML: false)
    func name(_ start: Int, _ end: Int) -> String {
        String(decoding: page[start..<min(end, start + 256)].map(asciiLower), as: UTF8.self)
    }
    while true {
        switch scanner.next(span) {
        case .done: return out
        case .text, .end: break
        case .start(let start, let end, _):
            let element = name(start, end)
            if let wanted = wanted[element] {
                for one in scanner.attributes[scanner.firstOfTag...] where one.valueEnd > one.valueStart {
                    guard wanted.contains(name(Int(one.nameStart), Int(one.nameEnd))) else { continue }
                    let (start, end) = (Int(one.valueStart), Int(one.valueEnd))
                    var value: [UInt8] = []
                    appendDecoded(page[start..<end], to: &value)
                    out.append(
                        AttributePlace(start: start, end: end, value: String(decoding: value, as: UTF8.self)))
                }
            }
            if isRawText(element) { _ = scanner.raw(span, until: element) }
        }
    }
}
