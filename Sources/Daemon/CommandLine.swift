import Configuration
import Storage
import Text

/// Runs one command line; answers its exit code.
package func runCommandLine(_ words: [String]) async -> Int32 {
    let arguments: Arguments
    do {
        arguments = try Arguments(words)
    } catch {
        System.print("tocsin: \(error.what)\n", to: 2)
        return ExitCode.usage
    }
    if arguments.flags.contains("--help") {
        System.print(helpText(arguments.command))
        return ExitCode.success
    }
    switch arguments.command {
    case "run": return await RunCommand(arguments: arguments).run()
    case "check": return await CheckCommand(arguments: arguments).run()
    case "match": return MatchCommand(arguments: arguments).run()
    case "extract": return await ExtractCommand(arguments: arguments).run()
    case "feeds": return await FeedsCommand(arguments: arguments).run()
    case "test": return TestCommand(arguments: arguments).run()
    case "backtest": return BacktestCommand(arguments: arguments).run()
    case "query": return QueryCommand(arguments: arguments).run()
    case "silence": return SilenceCommand(arguments: arguments).run()
    case "preview": return PreviewCommand(arguments: arguments).run()
    case "watch": return WatchCommand(arguments: arguments).run()
    case "feedback": return FeedbackCommand(arguments: arguments).run()
    case "deliveries": return DeliveriesCommand(arguments: arguments).run()
    case "routes": return RoutesCommand(arguments: arguments).run()
    case "restore": return RestoreCommand(arguments: arguments).run()
    case "schema": System.print(schemaText(arguments.rest.first))
    case "reference": System.print(reference(arguments.rest.first))
    case "version": System.print("tocsin \(tocsinVersion) (SQLite \(SQLiteLedger.libraryVersion))\n")
    case "help": System.print(helpText(arguments.rest.first))
    default: return ClientCommand(arguments: arguments).run()
    }
    return ExitCode.success
}

/// The JSON Schema of a kind of configuration file.
func schemaText(_ kind: String?) -> String {
    kind == "watchlist"
        ? jsonSchema(of: SettingsTable.watchlist, title: "A Tocsin watchlist").pretty + "\n"
        : jsonSchema(of: SettingsTable.main, title: "Tocsin's configuration").pretty + "\n"
}

/// A generated page: settings, man page, completions.
func reference(_ what: String?) -> String {
    switch what {
    case "man": manPage()
    case "bash": bashCompletions()
    default: settingsReference()
    }
}
