import Model

/// `lit("C++")`: text with its signs.
enum LiteralOperator: FunctionOperator {
    static let name = "lit"
    static let example = "lit(\"C++\")"
    static let meaning = "exactly these signs between and beside the words; nothing in it is an operator"
    static let argument = FunctionArgument.text

    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query {
        query.changingTerms { term in
            var term = term
            term.isLiteral = true
            return term
        }
    }
}
