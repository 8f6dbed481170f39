import Model

/// `ATLEAST/3(x)`: that many mentions.
enum AtLeastOperator: FunctionOperator {
    static let name = "ATLEAST"
    static let example = "ATLEAST/3(x)"
    static let meaning = "at least 3 mentions"
    static let takesNumber = true
    static let argument = FunctionArgument.places

    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query {
        guard number > 0 else {
            throw OperatorError(what: "at least 0 mentions is always true", fix: "write ATLEAST/2")
        }
        return .atLeast(number, query)
    }
}
