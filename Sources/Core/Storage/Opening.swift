import Ports

/// Opens a store, sets its pragmas, and brings its schema up to `newest`.
func openStore(_ path: String, schema newest: Int) throws(LedgerError) -> Connection {
    var database = try Connection(path: path)
    let version = try database.number("PRAGMA user_version")
    guard version <= newest else {
        throw LedgerError(
            "the store \(path) has schema \(version), this Tocsin knows \(newest); "
                + "use the newer Tocsin, or go back with `tocsin restore --rollback`", isFatal: true)
    }
    if version == 0 { try database.script("PRAGMA auto_vacuum = INCREMENTAL") }
    try database.script(
        """
        PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000;
        PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY; PRAGMA foreign_keys = ON;
        PRAGMA cache_size = -8000;
        """)
    if version > 0, version < newest { try database.copy(to: "\(path).before-\(newest)", pagesAtATime: 1024) }
    for (number, step) in schemaSteps.prefix(newest).enumerated().dropFirst(Int(version)) {
        try database.script("BEGIN IMMEDIATE; \(step) PRAGMA user_version = \(number + 1); COMMIT")
    }
    return database
}

/// Looks a store through; answers what is wrong with it, nil when nothing is. For `restore`.
package func flaw(inStore path: String) -> String? {
    do {
        var database = try Connection(path: path, readOnly: true)
        let version = try database.number("PRAGMA user_version")
        guard (1...Int64(schemaSteps.count)).contains(version) else {
            return "it has schema \(version), which is not known here"
        }
        let word = try database.row("PRAGMA integrity_check(1)") { $0.text(0) }
        return word == "ok" ? nil : word
    } catch {
        return error.what
    }
}
