import Markup
import Text

/// A stretch of HTML as a tree.
func parseFragment(_ text: String) -> MarkupTree { parseMarkup(Array(text.utf8), isXML: false) }

/// Attributes of HTML that hold addresses.
private let addressAttributes: [String: Set<String>] = [
    "a": ["href"], "applet": ["codebase"], "area": ["href"], "audio": ["src"], "blockquote": ["cite"],
    "body": ["background"], "del": ["cite"], "form": ["action"], "frame": ["longdesc", "src"],
    "iframe": ["longdesc", "src"], "head": ["profile"], "img": ["longdesc", "src", "usemap"],
    "input": ["src", "usemap"], "ins": ["cite"], "link": ["href"],
    "object": ["classid", "codebase", "data", "usemap"],
    "q": ["cite"], "script": ["src"], "source": ["src"], "video": ["poster", "src"],
]

/// HTML whose relative addresses are made absolute against `base`; all else stays byte by byte.
func withAbsoluteAddresses(_ html: String, base: String?) -> String {
    guard let base, !base.isEmpty, html.utf8.contains(0x3C) else { return html }
    let page = Array(html.utf8)
    var out: [UInt8] = []
    var done = 0
    for place in attributePlaces(in: page, of: addressAttributes) where place.start >= done {
        let written = place.value.trimmed
        let resolved = resolveURL(written, base: base)
        guard resolved != written else { continue }
        out += page[done..<place.start]
        appendEscaped(Array(resolved.utf8), to: &out)
        done = place.end
    }
    guard done > 0 else { return html }
    return String(decoding: out + page[done...], as: UTF8.self)
}
