import Model

/// `a SAID b`: somebody called a says b.
enum SaidOperator: InfixOperator {
    static let name = "SAID"
    static let example = "a SAID b, a NOT SAID b"
    static let meaning = "a stands in a name of whoever speaks in a quotation that holds b"

    static func join(_ a: Query, _ b: Query, _ number: Int, isNegated: Bool) -> Query? {
        isNegated ? .apart(a, b, .said) : .near(a, b, .said)
    }
}
