/// A flaw in JSON: what and at which byte.
package struct JSONError: Error, Sendable {
    package var what: String
    package var offset: Int
}

extension JSON {
    /// Reads one JSON value (RFC 8259). Bounds: nesting of 128, and the size of the bytes. Lenient in one
    /// thing that feeds and pages do: control characters inside strings are kept. Throws `JSONError` on
    /// anything else.
    package static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSON {
        var parser = JSONParser(bytes: bytes)
        parser.skipSpace()
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.at == bytes.count else {
            throw JSONError(what: "text after the value", offset: parser.at)
        }
        return value
    }
}

private struct JSONParser {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    }

    func fail(_ what: String) -> JSONError { JSONError(what: what, offset: at) }

    mutating func skipSpace() {
        while at < bytes.count, case let byte = bytes[at], byte == 32 || byte == 9 || byte == 10 || byte == 13
        {
            at += 1
        }
    }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: sign) else { return false }
        at += 1
        return true
    }

    mutating func value(depth: Int) throws(JSONError) -> JSON {
        guard depth < 128 else { throw fail("nested deeper than 128") }
        guard at < bytes.count else { throw fail("ends where a value should stand") }
        switch bytes[at] {
        case UInt8(ascii: "{"): return try object(depth)
        case UInt8(ascii: "["): return try array(depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    mutating func word(_ text: String, _ value: JSON) throws(JSONError) -> JSON {
        guard bytes[at...].starts(with: text.utf8) else { throw fail("not a JSON value") }
        at += text.utf8.count
        return value
    }

    mutating func object(_ depth: Int) throws(JSONError) -> JSON {
        at += 1
        var members: [(key: String, value: JSON)] = []
        skipSpace()
        if take("}") { return .object([]) }
        while true {
            skipSpace()
            guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else {
                throw fail("expected a name in quotes")
            }
            let key = try string()
            skipSpace()
            guard take(":") else { throw fail("expected a colon") }
            skipSpace()
            members.append((key, try value(depth: depth + 1)))
            skipSpace()
            if take("}") { return .object(members) }
            guard take(",") else { throw fail("expected a comma or }") }
        }
    }

    mutating func array(_ depth: Int) throws(JSONError) -> JSON {
        at += 1
        var values: [JSON] = []
        skipSpace()
        if take("]") { return .array([]) }
        while true {
            skipSpace()
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take("]") { return .array(values) }
            guard take(",") else { throw fail("expected a comma or ]") }
        }
    }

    mutating func number() throws(JSONError) -> JSON {
        let start = at
        while at < bytes.count, "+-.eE0123456789".utf8.contains(bytes[at]) { at += 1 }
        let text = String(decoding: bytes[start..<at], as: UTF8.self)
        if let whole = Int64(text) { return .integer(whole) }
        guard let real = Double(text) else { at = start; throw fail("not a JSON value") }
        return .number(real)
    }

    mutating func string() throws(JSONError) -> String {
        at += 1
        var out: [UInt8] = []
        var start = at
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            if byte == UInt8(ascii: "\"") {
                let rest = bytes[start..<(at - 1)]
                return String(decoding: out.isEmpty ? rest : (out + rest)[...], as: UTF8.self)
            }
            guard byte == UInt8(ascii: "\\") else { continue }
            out += bytes[start..<(at - 1)]
            guard at < bytes.count else { break }
            try escape(into: &out)
            start = at
        }
        throw fail("a string without its end")
    }

    mutating func escape(into out: inout [UInt8]) throws(JSONError) {
        let byte = bytes[at]
        at += 1
        switch byte {
        case UInt8(ascii: "n"): out.append(10)
        case UInt8(ascii: "t"): out.append(9)
        case UInt8(ascii: "r"): out.append(13)
        case UInt8(ascii: "b"): out.append(8)
        case UInt8(ascii: "f"): out.append(12)
        case UInt8(ascii: "u"):
            var code = try hex4()
            if (0xD800..<0xDC00).contains(code), bytes[at...].starts(with: [0x5C, 0x75]) {
                let mark = at
                at += 2
                let low = try hex4()
                if (0xDC00..<0xE000).contains(low) {
                    code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
                } else {
                    at = mark
                }
            }
            appendUTF8(code, to: &out)
        default: out.append(byte)
        }
    }

    mutating func hex4() throws(JSONError) -> UInt32 {
        guard at + 4 <= bytes.count,
            let value = UInt32(String(decoding: bytes[at..<(at + 4)], as: UTF8.self), radix: 16)
        else { throw fail("four hexadecimal digits should follow \\u") }
        at += 4
        return value
    }
}
