/// A value that must not be seen: it prints as `(secret)` wherever it goes.
package struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible {
    /// The value itself; only for the one place that needs it.
    package let exposed: String

    package init(_ exposed: String) { self.exposed = exposed }

    package var description: String { "(secret)" }
    package var debugDescription: String { "(secret)" }
}

/// Where a secret is to be found.
package enum SecretReference: Sendable, Hashable {
    case credential(String), file(String), environment(String)

    /// As it is written: `${credential:name}`.
    package var text: String {
        switch self {
        case .credential(let name): "${credential:\(name)}"
        case .file(let path): "${file:\(path)}"
        case .environment(let name): "${env:\(name)}"
        }
    }
}

/// What looking for a secret found.
package enum SecretFinding: Sendable, Equatable {
    case value(String)
    /// Not there, and why and what to do.
    case missing(String)
    /// A credential, looked for outside the service: nothing can be said.
    case notVerifiableHere
}

/// Looks a secret up in the world outside.
package typealias SecretLookup = (SecretReference) -> SecretFinding

/// A text with references in it, cut into its parts; `$${` stands for a plain `${`.
func secretParts(_ text: String) -> [(literal: String, reference: SecretReference?, isBroken: Bool)] {
    var parts: [(literal: String, reference: SecretReference?, isBroken: Bool)] = []
    var rest = Substring(text)
    while let dollar = rest.firstRange(of: "${") {
        if dollar.lowerBound > rest.startIndex, rest[rest.index(before: dollar.lowerBound)] == "$" {
            parts.append((rest[..<dollar.lowerBound] + "{", nil, false))
            rest = rest[dollar.upperBound...]
            continue
        }
        parts.append((String(rest[..<dollar.lowerBound]), nil, false))
        guard let end = rest[dollar.upperBound...].firstIndex(of: "}") else {
            parts.append((String(rest[dollar.lowerBound...]), nil, true))
            return parts
        }
        let inside = rest[dollar.upperBound..<end].split(separator: ":", maxSplits: 1).map(String.init)
        let reference: SecretReference? =
            inside.count < 2
            ? nil
            : inside[0] == "credential"
                ? .credential(inside[1])
                : inside[0] == "file" ? .file(inside[1]) : inside[0] == "env" ? .environment(inside[1]) : nil
        parts.append((String(rest[dollar.lowerBound...end]), reference, reference == nil))
        rest = rest[rest.index(after: end)...]
    }
    parts.append((String(rest), nil, false))
    return parts
}

extension Checker {
    /// The value of a text with references; nil when one is missing (with a complaint) or cannot be seen from
    /// here (with a note).
    mutating func resolve(_ node: Node?, _ name: String, _ lookup: SecretLookup) -> String? {
        guard let node, let text = node.text else { return nil }
        var out = ""
        var isKnown = true
        for part in secretParts(text) {
            if part.isBroken {
                complain(
                    node.mark, "'\(name)' holds '\(part.literal)', which refers to nothing",
                    fix: "write ${credential:name}, ${file:/path} or ${env:NAME}; a plain ${ is $${")
                isKnown = false
            }
            guard let reference = part.reference else { out += part.literal; continue }
            switch lookup(reference) {
            case .value(let value): out += value
            case .missing(let why):
                complain(node.mark, "'\(name)': \(reference.text) \(why)")
                isKnown = false
            case .notVerifiableHere:
                complain(
                    node.mark, "'\(name)': \(reference.text) is not verifiable here",
                    fix: "credentials exist only inside the service", .note)
                isKnown = false
            }
        }
        return isKnown ? out : nil
    }
}
