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
        case .null: out += "null".utf8
        case .bool(let value): out += (value ? "true" : "false").utf8
        case .integer(let value): out += String(value).utf8
        case .number(let value): out += (value.isFinite ? "\(value)" : "null").utf8
        case .string(let text): writeString(text, to: &out)
        case .array(let values):
            out.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                JSON.begin(index, &out, indent)
                value.write(to: &out, indent: indent.map { $0 + 1 })
            }
            if !values.isEmpty { JSON.newline(&out, indent) }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                JSON.begin(index, &out, indent)
                writeString(member.key, to: &out)
                out.append(UInt8(ascii: ":"))
                if indent != nil { out.append(32) }
                member.value.write(to: &out, indent: indent.map { $0 + 1 })
            }
            if !members.isEmpty { JSON.newline(&out, indent) }
            out.append(UInt8(ascii: "}"))
        }
    }

    /// What stands before a part of an array or object.
    private static func begin(_ index: Int, _ out: inout [UInt8], _ indent: Int?) {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        newline(&out, indent.map { $0 + 1 })
    }

    private static func newline(_ out: inout [UInt8], _ indent: Int?) {
        guard let indent else { return }
        out.append(10)
        out += repeatElement(32, count: indent * 2)
    }
}
