import Model

/// `a SENT b`: both in one sentence.
enum SentenceOperator: InfixOperator {
    static let name = "SENT"
    static let example = "a SENT b, a NOT SENT b"
    static let meaning = "both in one sentence"

    static func join(_ a: Query, _ b: Query, _ number: Int, isNegated: Bool) -> Query? {
        isNegated ? .apart(a, b, .sentence) : .near(a, b, .sentence)
    }
}
