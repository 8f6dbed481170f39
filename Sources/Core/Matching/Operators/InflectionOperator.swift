import Model

/// `infl(коридор, ru)`: the forms that a language makes of a word.
enum InflectionOperator: FunctionOperator {
    static let name = "infl"
    static let example = "infl(коридор, ru)"
    static let meaning = "every form with the same stem in that language (Snowball's stemmers)"
    static let argument = FunctionArgument.terms

    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query {
        guard !options.isEmpty else {
            throw OperatorError(what: "the language is missing", fix: "write infl(word, ru)")
        }
        for language in options where Stemmers.languages[language] == nil {
            throw OperatorError(
                what: "there is no stemmer for '\(language)'",
                fix: "use one of \(Stemmers.languages.keys.sorted().joined(separator: " ")), or a wildcard")
        }
        return query.changingTerms { term in
            var term = term
            term.inflections = options
            return term
        }
    }
}
