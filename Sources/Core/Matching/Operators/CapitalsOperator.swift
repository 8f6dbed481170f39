import Model

/// `caps(who)`: written in capitals.
enum CapitalsOperator: FunctionOperator {
    static let name = "caps"
    static let example = "caps(who)"
    static let meaning = "every letter is a capital"
    static let argument = FunctionArgument.terms

    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query {
        query.changingTerms { term in
            var term = term
            term.letterCase = .capitals
            return term
        }
    }
}
