import Model

/// `fold(x)`: marks count nowhere.
enum FoldOperator: FunctionOperator {
    static let name = "fold"
    static let example = "fold(Laçın)"
    static let meaning = "a letter with a mark also stands for the one without"
    static let argument = FunctionArgument.terms

    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query {
        query.changingTerms { term in
            var term = term
            term.letters = .folded
            return term
        }
    }
}
