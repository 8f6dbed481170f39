package import Model

/// A flaw in a query: where (line and column from 1, in Unicode scalars of the query) and how to mend it.
package struct QueryError: Error, Sendable, Equatable {
    package var line: Int
    package var column: Int
    package var what: String
    package var fix: String

    package init(line: Int, column: Int, what: String, fix: String) {
        (self.line, self.column, self.what, self.fix) = (line, column, what, fix)
    }
}

/// What a name after `@` stands for.
package enum QueryReference: Sendable {
    case list([Query])
    case watch(Query)
    /// It refers to itself, by way of these names.
    case cycle([String])
}

/// Looks a name up that stands after `@` in a query; nil when there is none.
package typealias QueryLookup = (String) -> QueryReference?
