import Model

/// `FIRST/50(x)`: early in the article.
enum FirstOperator: FunctionOperator {
    static let name = "FIRST"
    static let example = "FIRST/50(x)"
    static let meaning = "among the first 50 words of the parts that are searched"
    static let takesNumber = true
    static let argument = FunctionArgument.places

    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query {
        guard number > 0 else {
            throw OperatorError(what: "there is nothing among the first 0 words", fix: "write FIRST/50")
        }
        return .first(number, query)
    }
}
