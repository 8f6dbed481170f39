package import Model

/// An operator of the query language: how it is written and what it makes. One file each in this folder, one
/// line in the roll; the lexer, the grammar page and `tocsin query operators` read the roll.
protocol QueryOperator: Sendable {
    static var name: String { get }
    /// How it is used, as people write it.
    static var example: String { get }
    /// One sentence for people.
    static var meaning: String { get }
    static var takesNumber: Bool { get }
}

extension QueryOperator {
    static var takesNumber: Bool { false }
}

/// Stands between two things that are places in the text.
protocol InfixOperator: QueryOperator {
    /// It exists only behind NOT.
    static var isOnlyNegated: Bool { get }
    /// What it makes; `isNegated`: NOT stands before it. Nil when it cannot be negated.
    static func join(_ a: Query, _ b: Query, _ number: Int, isNegated: Bool) -> Query?
}

extension InfixOperator {
    static var isOnlyNegated: Bool { false }
}

/// Stands before something in parentheses.
protocol FunctionOperator: QueryOperator {
    /// What stands in the parentheses.
    static var argument: FunctionArgument { get }
    /// What it makes of it; throws what is wrong, in words, and the mend.
    static func apply(to query: Query, _ number: Int, _ options: [String]) throws(OperatorError) -> Query
}

/// What a function takes.
enum FunctionArgument {
    /// A query whose terms it changes, and languages behind commas.
    case terms
    /// Text that is taken as it is.
    case text
    /// A query about places.
    case places
}

/// Why a function cannot be applied.
struct OperatorError: Error {
    var what: String
    var fix: String
}

/// Every operator there is.
let queryOperators: [any QueryOperator.Type] = [
    NearOperator.self, OrderedNearOperator.self, SentenceOperator.self, ParagraphOperator.self,
    SaidOperator.self, InsideOperator.self,
    AtLeastOperator.self, FirstOperator.self, LiteralOperator.self, ExactOperator.self, FoldOperator.self,
    CapitalsOperator.self, InflectionOperator.self, TransliterationOperator.self,
]

/// Every operator with its example and meaning, for the grammar page and the command line.
package var queryOperatorTable: [(name: String, example: String, meaning: String)] {
    queryOperators.map { ($0.name, $0.example, $0.meaning) }
}

/// The languages that `infl()` and `inflect:` know.
package let inflectedLanguages = Stemmers.languages.keys.sorted()

extension Query {
    /// The same with every term changed.
    func changingTerms(_ change: (Term) -> Term) -> Query {
        if case .term(let term) = self { return .term(change(term)) }
        return changingParts { $0.changingTerms(change) }
    }

    /// The same with every term changed that is held to names of facts, by the field that holds it.
    package func changingNames(_ change: (Field, Term) -> Term) -> Query { changingNames(in: nil, change) }

    private func changingNames(in field: Field?, _ change: (Field, Term) -> Term) -> Query {
        switch self {
        case .term(let term): field.map { .term(change($0, term)) } ?? self
        case .within(let inner, let part):
            .within(inner, part.changingNames(in: SearchScope(inner).isOfNames ? inner : nil, change))
        case .near(let speaker, let words, .said):
            .near(
                speaker.changingNames(in: field ?? .speaker, change), words.changingNames(in: field, change),
                .said)
        default: changingParts { $0.changingNames(in: field, change) }
        }
    }

    /// The same with every part changed that it is made of.
    private func changingParts(_ change: (Query) -> Query) -> Query {
        switch self {
        case .term, .test: self
        case .list(let name, let items): .list(name: name, items: items.map(change))
        case .all(let parts): .all(parts.map(change))
        case .any(let parts): .any(parts.map(change))
        case .not(let part): .not(change(part))
        case .near(let a, let b, let distance): .near(change(a), change(b), distance)
        case .apart(let a, let b, let distance): .apart(change(a), change(b), distance)
        case .outside(let a, let b): .outside(change(a), change(b))
        case .atLeast(let least, let part): .atLeast(least, change(part))
        case .first(let most, let part): .first(most, change(part))
        case .within(let field, let part): .within(field, change(part))
        case .score(let weights, let threshold):
            .score(weights.map { Weight(change($0.query), $0.points) }, threshold: threshold)
        case .labelled(let name, let part): .labelled(name, change(part))
        }
    }

    /// Whether it is about places in the text, so that something can be near it.
    var isAboutPlaces: Bool {
        switch self {
        case .term, .near, .apart, .outside, .atLeast, .first: true
        case .list(_, let items): items.allSatisfy(\.isAboutPlaces)
        case .any(let parts): parts.allSatisfy(\.isAboutPlaces)
        case .within(_, let part), .labelled(_, let part): part.isAboutPlaces
        case .all, .not, .test, .score: false
        }
    }

    /// Whether words are looked for anywhere in it, be it that they must not be there.
    package var hasTerms: Bool {
        switch self {
        case .term: true
        case .list(_, let parts), .all(let parts), .any(let parts): parts.contains(where: \.hasTerms)
        case .test: false
        case .near(let a, let b, _), .apart(let a, let b, _), .outside(let a, let b): a.hasTerms || b.hasTerms
        case .not(let part), .atLeast(_, let part), .first(_, let part), .within(_, let part),
            .labelled(_, let part):
            part.hasTerms
        case .score(let weights, _): weights.contains { $0.query.hasTerms }
        }
    }

    /// Whether an article could satisfy it only by something that stands in it.
    package var hasPositive: Bool {
        switch self {
        case .term: true
        case .list(_, let items): !items.isEmpty && items.allSatisfy(\.hasPositive)
        case .all(let parts): parts.contains(where: \.hasPositive)
        case .any(let parts): !parts.isEmpty && parts.allSatisfy(\.hasPositive)
        case .not, .test: false
        case .near(let a, let b, _): a.hasPositive || b.hasPositive
        case .apart(let a, _, _), .outside(let a, _): a.hasPositive
        case .atLeast(_, let part), .first(_, let part), .within(_, let part), .labelled(_, let part):
            part.hasPositive
        case .score(let weights, _):
            weights.contains { $0.points > 0 }
                && weights.allSatisfy { $0.points <= 0 || $0.query.hasPositive }
        }
    }
}
