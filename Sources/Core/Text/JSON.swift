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
        var writer = JSONWriter()
        writer.value(self)
        return writer.bytes
    }

    /// The value as text, without white space.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The value with two spaces of indentation, for people.
    package var pretty: String {
        var writer = JSONWriter(isPretty: true)
        writer.value(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

extension JSONWriter {
    /// Any value.
    package mutating func value(_ value: JSON) {
        switch value {
        case .null: plain("null")
        case .bool(let flag): self.value(flag)
        case .integer(let number): plain(String(number))
        case .number(let number): plain(number.isFinite ? "\(number)" : "null")
        case .string(let text): self.value(text)
        case .array(let values): array { for one in values { $0.value(one) } }
        case .object(let members):
            object {
                for member in members {
                    $0.key(member.key)
                    $0.value(member.value)
                }
            }
        }
    }
}
