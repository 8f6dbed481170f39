import Model

/// `exact(x)`: every letter only for itself.
enum ExactOperator: FunctionOperator {
    static let name = "exact"
    static let example = "exact(Kadikoy)"
    static let meaning = "letters with and without marks differ, and so do i, ı and İ; case does not count"
    static let argument = FunctionArgument.terms

    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query {
        query.changingTerms { term in
            var term = term
            term.letters = .exact
            return term
        }
    }
}
