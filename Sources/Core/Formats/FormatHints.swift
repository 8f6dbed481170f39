import Model
import Text

/// A date that a feed or an agency gives, as a hint.
func published(_ date: WebDate?) -> Published {
    guard let date else { return .unknown }
    return Published(value: date.iso8601, moment: Moment(milliseconds: date.milliseconds), from: .feed)
}

extension JSON {
    /// The first of these members that is a text and not empty, without white space around it.
    func text(of names: String...) -> String? {
        names.lazy.compactMap { self[$0]?.string?.trimmed }.first { !$0.isEmpty }
    }
}

/// Reads a document of JSON, or says where it is none.
func parseDocument(_ decoded: Decoded) -> (root: JSON?, reason: String?) {
    do { return (try JSON.parse(decoded.bytes), nil) } catch {
        return (nil, "no valid JSON at byte \(error.offset): \(error.what)")
    }
}
