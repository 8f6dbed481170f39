package import Facts
import Matching
package import Model

extension Query {
    /// The same, with what else the names in fields of facts are called: `org:UN` asks for the United Nations
    /// too, `place:Армения` for Armenia, and all of them for what the configuration says is one.
    package func knowing(_ gazetteer: Gazetteer) -> Query {
        changingNames { field, term in
            guard term.letterCase == .any, term.letters != .exact, !term.isLiteral, term.edits == 0 else {
                return term
            }
            var term = term
            for name in [term.text] + term.variants {
                for other in gazetteer.otherNames(of: name, in: field) where !term.names.contains(other) {
                    term.names.append(other)
                }
            }
            return term
        }
    }
}
