import Model

/// `a PARA b`: both in one paragraph.
enum ParagraphOperator: InfixOperator {
    static let name = "PARA"
    static let example = "a PARA b, a NOT PARA b"
    static let meaning = "both in one paragraph"

    static func join(_ a: Query, _ b: Query, _ number: Int, isNegated: Bool) -> Query? {
        isNegated ? .apart(a, b, .paragraph) : .near(a, b, .paragraph)
    }
}
