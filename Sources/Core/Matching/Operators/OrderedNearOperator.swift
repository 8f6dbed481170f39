import Model

/// `a ONEAR/5 b`: as NEAR, and the first stands before the second.
enum OrderedNearOperator: InfixOperator {
    static let name = "ONEAR"
    static let example = "a ONEAR/5 b, a NOT ONEAR/5 b"
    static let meaning = "the first, then at most 5 words, then the second"
    static let takesNumber = true

    static func join(_ a: Query, _ b: Query, _ number: Int, isNegated: Bool) -> Query? {
        let distance = Proximity.words(number, ordered: true)
        return isNegated ? .apart(a, b, distance) : .near(a, b, distance)
    }
}
