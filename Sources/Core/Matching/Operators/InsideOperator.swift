import Model

/// `apple NOT IN "apple juice"`: mentions that are not part of a longer name.
enum InsideOperator: InfixOperator {
    static let name = "IN"
    static let example = "apple NOT IN (\"apple juice\" OR \"big apple\")"
    static let meaning = "mentions that are not part of the longer phrase; others in the same article count"
    static let isOnlyNegated = true

    static func join(_ a: Query, _ b: Query, _ number: Int, isNegated: Bool) -> Query? {
        isNegated ? .outside(a, b) : nil
    }
}
