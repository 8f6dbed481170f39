package import Facts
import Matching
package import Model

extension Query {
    /// The same, with what else the names in fields of facts are called: `org:UN` asks for the United Nations
    /// too, `place:Армения` for Armenia, and all of them for what the configuration says is one.
    package func knowing(_ gazetteer: Gazetteer) -> Query {
        changingNames { field, term in
            guard term.isPlainName else { return term }
            var term = term
            for name in [term.text] + term.variants {
                for other in gazetteer.otherNames(of: name, in: field) where !term.names.contains(other) {
                    term.names.append(other)
                }
            }
            return term
        }
    }

    /// The people that fields of facts ask for, as the query and the gazetteer call them.
    package var peopleAsked: [String] {
        var out: [String] = []
        _ = changingNames { field, term in
            guard term.isPlainName, field == .person || field == .speaker else { return term }
            let hasWildcards = !term.hasNoWildcards && term.text.utf8.contains { $0 == 0x2A || $0 == 0x3F }
            if !hasWildcards { out.append(term.text) }
            return term
        }
        return out
    }
}

extension Term {
    /// Whether it stands for a name however it is written.
    fileprivate var isPlainName: Bool {
        letterCase == .any && letters != .exact && !isLiteral && edits == 0
    }
}
