import Model

/// `a NEAR/5 b`: at most so many words between, in any order.
enum NearOperator: InfixOperator {
    static let name = "NEAR"
    static let example = "a NEAR/5 b, a NOT NEAR/5 b"
    static let meaning = "at most 5 words between, in any order, within one part of the article"
    static let takesNumber = true

    static func join(_ a: Query, _ b: Query, _ number: Int, isNegated: Bool) -> Query? {
        let distance = Proximity.words(number, ordered: false)
        return isNegated ? .apart(a, b, distance) : .near(a, b, distance)
    }
}
