/// A JSON value whose objects keep their order, so that the bytes of an alert are the same on every run.
package indirect enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([(key: String, value: JSON)])

    /// The value under a key of an object; nil when it is none or lacks the key.
    package subscript(key: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == key }?.value
    }

    /// The text of a string.
    package var string: String? { if case .string(let text) = self { text } else { nil } }

    /// The elements of an array.
    package var array: [JSON]? { if case .array(let values) = self { values } else { nil } }

    /// A whole number.
    package var integer: Int64? {
        switch self {
        case .integer(let value): value
        case .number(let value) where value == value.rounded() && abs(value) < 1e15: Int64(value)
        default: nil
        }
    }

    /// A text, or null when there is none: unknown is null, never absent.
    package static func text(_ value: String?) -> JSON { value.map(JSON.string) ?? .null }

    package static func == (a: JSON, b: JSON) -> Bool { a.bytes == b.bytes }

    /// The value as UTF-8, without white space.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        write(to: &out)
        return out
    }

    /// The value as text, without white space.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value with two spaces of indentation, for people.
    package var pretty: String {
        var out: [UInt8] = []
        write(to: &out, indent: 0)
        return String(decoding: out, as: UTF8.self)
    }

    private func write(to out: inout [UInt8], indent: Int? = nil) {
        switch self {
        case .null: out += Array("null".utf8)
        case .bool(let value): out += Array((value ? "true" : "false").utf8)
        case .integer(let value): out += Array(String(value).utf8)
        case .number(let value): out += Array((value.isFinite ? "\(value)" : "null").utf8)
        case .string(let text): writeString(text, to: &out)
        case .array(let values):
            JSON.enclose("[", "]", values, &out, indent) { value, out, deeper in
                value.write(to: &out, indent: deeper)
            }
        case .object(let members):
            JSON.enclose("{", "}", members, &out, indent) { member, out, deeper in
                writeString(member.key, to: &out)
                out += Array((deeper == nil ? ":" : ": ").utf8)
                member.value.write(to: &out, indent: deeper)
            }
        }
    }

    private static func enclose<Part>(
        _ open: String, _ close: String, _ parts: [Part], _ out: inout [UInt8], _ indent: Int?,
        _ write: (Part, inout [UInt8], Int?) -> Void
    ) {
        out += Array(open.utf8)
        for (index, part) in parts.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            newline(&out, indent.map { $0 + 1 })
            write(part, &out, indent.map { $0 + 1 })
        }
        if !parts.isEmpty { newline(&out, indent) }
        out += Array(close.utf8)
    }

    private static func newline(_ out: inout [UInt8], _ indent: Int?) {
        guard let indent else { return }
        out.append(10)
        out += [UInt8](repeating: 32, count: indent * 2)
    }
}

/// Writes a text as a JSON string: control characters, quotes, backslashes and the Unicode ends of lines
/// escaped, all else as it is.
private func writeString(_ text: String, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    var text = text
    text.makeContiguousUTF8()
    // 0x85, 0xA8, 0xA9 may end a sign that some readers take for the end of a line (U+0085, U+2028, U+2029).
    let isPlain = text.utf8.allSatisfy {
        $0 >= 32 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 != 0x85 && $0 != 0xA8 && $0 != 0xA9
    }
    if isPlain {
        out += text.utf8
        out.append(UInt8(ascii: "\""))
        return
    }
    out.reserveCapacity(out.count + text.utf8.count + 16)
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
        case 10: out += Array("\\n".utf8)
        case 13: out += Array("\\r".utf8)
        case 9: out += Array("\\t".utf8)
        case 0..<32:
            let digits = Array("0123456789abcdef".utf8)
            out += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        case 0x85 where out.last == 0xC2:
            out.removeLast()
            out += Array("\\u0085".utf8)
        case 0xA8 where isBehindE280(out), 0xA9 where isBehindE280(out):
            out.removeLast(2)
            out += Array((byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
        default: out.append(byte)
        }
    }
    out.append(UInt8(ascii: "\""))
}

/// Whether the two bytes are there with which U+2028 and U+2029 begin.
private func isBehindE280(_ out: [UInt8]) -> Bool {
    out.count >= 2 && out[out.count - 1] == 0x80 && out[out.count - 2] == 0xE2
}
