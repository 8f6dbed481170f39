import Matching
import Model
import Pipeline
import Text

/// `tocsin query`: explains queries and brings them over from other languages.
struct QueryCommand {
    let arguments: Arguments

    func run() -> Int32 {
        switch arguments.rest.first {
        case "explain": return explain()
        case "import": return importOne()
        case "operators":
            let width = queryOperatorTable.map(\.example.count).max() ?? 0
            for one in queryOperatorTable {
                System.print(one.example + String(repeating: " ", count: width - one.example.count + 2) + one.meaning + "\n")
            }
            return ExitCode.success
        default:
            System.print(helpText("query"), to: 2)
            return ExitCode.usage
        }
    }

    private var text: String? {
        let words = arguments.rest.dropFirst()
        if words.elementsEqual(["-"]) { return String(decoding: System.readStandardInput(), as: UTF8.self).trimmed }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    private func usage() -> Int32 {
        System.print(helpText("query"), to: 2)
        return ExitCode.usage
    }

    private func explain() -> Int32 {
        guard let text else { return usage() }
        let query: Query
        do {
            query = try parseQuery(text).knowing(configuredGazetteer(arguments))
        } catch {
            return refuse(error)
        }
        let (plan, advice) = (plan(query), lint(text, query))
        if arguments.isJSON {
            System.print(JSON.object([
                ("query", .string(query.written)),
                ("terms", .array(plan.terms.map { term in
                    .object([("term", .string(term.written)), ("spellings", .array(term.spellings.map(JSON.string)))])
                })),
                ("needs", .array(plan.needs.map(JSON.string))), ("cost", .string(plan.cost)),
                ("advice", .array(advice.map { one in
                    .object([("line", .integer(Int64(one.line))), ("column", .integer(Int64(one.column))),
                        ("what", .string(one.what)), ("fix", .string(one.fix))])
                })),
            ]).pretty + "\n")
            return ExitCode.success
        }
        System.print("reads as     \(query.written)\n\nlooks for\n")
        for term in plan.terms { System.print("  \(term.written)\n      \(term.spellings.joined(separator: " | "))\n") }
        System.print("\nneeds        \(plan.needs.joined(separator: " | "))\ncosts        \(plan.cost)\n")
        if !advice.isEmpty { System.print("\n") }
        for one in advice { System.print("column \(one.column): \(one.what); \(one.fix)\n") }
        return ExitCode.success
    }

    private func refuse(_ error: QueryError) -> Int32 {
        if arguments.isJSON {
            System.print(JSON.object([
                ("error", .string(error.what)), ("fix", .string(error.fix)), ("line", .integer(Int64(error.line))),
                ("column", .integer(Int64(error.column))),
            ]).pretty + "\n")
        } else {
            let place = error.line > 1 ? "line \(error.line), column \(error.column)" : "column \(error.column)"
            System.print("tocsin: in the query, \(place): \(error.what); \(error.fix)\n", to: 2)
        }
        return ExitCode.negative
    }

    private func importOne() -> Int32 {
        guard let text, let dialect = arguments.values["--from"].flatMap(Dialect.init) else { return usage() }
        let made = importQuery(text, from: dialect)
        var open = made.open
        do {
            _ = try parseQuery(made.query)
        } catch {
            open.append("it cannot be used as it is: column \(error.column): \(error.what); \(error.fix)")
        }
        if arguments.isJSON {
            System.print(JSON.object([
                ("query", .string(made.query)), ("changes", .array(made.changes.map(JSON.string))),
                ("open", .array(open.map(JSON.string))),
            ]).pretty + "\n")
        } else {
            System.print(made.query + "\n")
            for change in made.changes { System.print("changed: \(change)\n", to: 2) }
            for one in open { System.print("look at: \(one)\n", to: 2) }
        }
        return open.isEmpty ? ExitCode.success : ExitCode.negative
    }
}
