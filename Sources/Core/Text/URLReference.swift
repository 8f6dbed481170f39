/// Parts of an address (RFC 3986, appendix B): scheme, authority, path, query, fragment.
private struct URLParts {
    var scheme: Substring?
    var authority: Substring?
    var path: Substring
    var query: Substring?
    var fragment: Substring?

    init(_ text: String) {
        var rest = Substring(text)
        // The signs that part an address are of ASCII, so bytes are looked at, not characters.
        func cut(behind place: String.Index) -> Substring { rest[rest.utf8.index(after: place)...] }
        if let colon = rest.utf8.firstIndex(of: 0x3A), let first = rest.utf8.first, isASCIILetter(first),
            rest[..<colon].utf8.allSatisfy({ isSchemeByte($0) })
        {
            scheme = rest[..<colon]
            rest = cut(behind: colon)
        }
        if let hash = rest.utf8.firstIndex(of: 0x23) {
            fragment = cut(behind: hash)
            rest = rest[..<hash]
        }
        if let mark = rest.utf8.firstIndex(of: 0x3F) {
            query = cut(behind: mark)
            rest = rest[..<mark]
        }
        if rest.utf8.starts(with: "//".utf8) {
            let start = rest.utf8.index(rest.startIndex, offsetBy: 2)
            let end = rest.utf8[start...].firstIndex(of: 0x2F) ?? rest.endIndex
            authority = rest[start..<end]
            rest = rest[end...]
        }
        path = rest
    }

    var text: String {
        var out = ""
        if let scheme { out += scheme + ":" }
        if let authority { out += "//" + authority }
        out += path
        if let query { out += "?" + query }
        if let fragment { out += "#" + fragment }
        return out
    }
}

/// The host of an address, in lower case, without its port and the name of a user.
package func hostName(_ url: String) -> String {
    let rest = url.firstPlace(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let authority = rest.utf8.prefix { $0 != 0x2F && $0 != 0x3F && $0 != 0x23 }
    let host = authority.split(separator: UInt8(ascii: "@")).last ?? authority
    if host.first == UInt8(ascii: "[") {
        return String(Substring(host.prefix { $0 != UInt8(ascii: "]") })) + "]"
    }
    return String(Substring(host.prefix { $0 != UInt8(ascii: ":") })).inLowerCase
}

private func isSchemeByte(_ byte: UInt8) -> Bool {
    isASCIILetterOrDigit(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
}

/// An address that a document gives, made absolute against that of the document (RFC 3986, section 5). What
/// is absolute already stays as it is; without a base so does everything.
package func resolveURL(_ reference: String, base: String?) -> String {
    guard let base, !base.isEmpty else { return reference }
    let wanted = URLParts(reference)
    if wanted.scheme != nil { return reference }
    let from = URLParts(base)
    guard from.scheme != nil || from.authority != nil || !from.path.isEmpty else { return reference }
    var out = from
    out.fragment = wanted.fragment
    if wanted.authority != nil {
        (out.authority, out.path, out.query) = (wanted.authority, dotless(wanted.path), wanted.query)
    } else if wanted.path.isEmpty {
        if wanted.query != nil { out.query = wanted.query }
        if wanted.query == nil, wanted.fragment == nil { out.fragment = nil }
    } else {
        out.query = wanted.query
        out.path = dotless(wanted.path.hasPrefix("/") ? wanted.path : merged(from, wanted.path))
    }
    return out.text
}

private func merged(_ base: URLParts, _ path: Substring) -> Substring {
    if base.authority != nil, base.path.isEmpty { return "/" + path }
    guard let slash = base.path.lastIndex(of: "/") else { return path }
    return base.path[...slash] + path
}

/// A path without `.` and `..` (RFC 3986, 5.2.4).
private func dotless(_ path: Substring) -> Substring {
    guard path.contains(".") else { return path }
    var out: [Substring] = []
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
        let isLast = index == parts.count - 1
        switch part {
        case ".": if isLast { out.append("") }
        case "..":
            if out.count > 1 || out.first.map({ !$0.isEmpty }) ?? false { out.removeLast() }
            if isLast { out.append("") }
        default: out.append(part)
        }
    }
    return Substring(out.joined(separator: "/"))
}
