import Model

/// `translit(Pashinyan)`: the spellings of a name in other scripts and by other habits.
enum TransliterationOperator: FunctionOperator {
    static let name = "translit"
    static let example = "translit(Pashinyan)"
    static let meaning = "spellings of a name, made by fixed rules and shown by `tocsin query explain`"
    static let argument = FunctionArgument.terms

    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query {
        query.changingTerms { term in
            var term = term
            term.variants = transliterations(of: term.text)
            return term
        }
    }
}
