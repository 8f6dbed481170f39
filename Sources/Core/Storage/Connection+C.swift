import CSQLite
import Glibc
import Ports

/// A value for or from SQLite.
enum Value: Sendable {
    case null
    case integer(Int64)
    case text(String)
    case blob([UInt8])

    /// A text or null.
    static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }

    static func optional(_ number: Int64?) -> Value { number.map(Value.integer) ?? .null }
}

/// One row of an answer, valid only while it is visited.
@safe struct Row {
    fileprivate let statement: OpaquePointer

    func integer(_ column: Int32) -> Int64 { unsafe sqlite3_column_int64(statement, column) }

    func isNull(_ column: Int32) -> Bool { unsafe sqlite3_column_type(statement, column) == SQLITE_NULL }

    func text(_ column: Int32) -> String { String(decoding: blob(column), as: UTF8.self) }

    func optionalText(_ column: Int32) -> String? { isNull(column) ? nil : text(column) }

    func optionalInteger(_ column: Int32) -> Int64? { isNull(column) ? nil : integer(column) }

    /// A blob of little-endian numbers.
    func numbers(_ column: Int32) -> [UInt64] {
        guard let start = unsafe sqlite3_column_blob(statement, column) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(statement, column)) / 8
        return (0..<count).map {
            unsafe UInt64(littleEndian: start.loadUnaligned(fromByteOffset: $0 * 8, as: UInt64.self))
        }
    }

    func blob(_ column: Int32) -> [UInt8] {
        guard let start = unsafe sqlite3_column_blob(statement, column) else { return [] }
        let count = unsafe Int(sqlite3_column_bytes(statement, column))
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}

/// Owns one SQLite connection and its prepared statements; closed when the value ends. Every failure is
/// thrown as a `LedgerError` that says whether going on makes sense: after an I/O error it does not.
@safe struct Connection: ~Copyable {
    private let handle: OpaquePointer
    private var statements: [String: OpaquePointer] = unsafe [:]

    init(path: String, readOnly: Bool = false) throws(LedgerError) {
        var opened: OpaquePointer?
        let flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        let code = unsafe sqlite3_open_v2(path, &opened, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard let opened = unsafe opened else { throw LedgerError("no memory for SQLite", isFatal: true) }
        guard code == SQLITE_OK else {
            let what = unsafe String(cString: sqlite3_errmsg(opened))
            _ = unsafe sqlite3_close_v2(opened)
            throw LedgerError("cannot open \(path): \(what)", isFatal: true)
        }
        unsafe handle = opened
        // Another program that writes into the store for a moment is waited for.
        _ = unsafe sqlite3_busy_timeout(handle, 5000)
    }

    deinit {
        unsafe statements.values.forEach { _ = unsafe sqlite3_finalize($0) }
        _ = unsafe sqlite3_close_v2(handle)
    }

    /// SQLite's own version.
    static var version: String { unsafe String(cString: sqlite3_libversion()) }

    /// Rows changed by the last statement.
    var changes: Int { unsafe Int(sqlite3_changes64(handle)) }

    /// Runs several statements without values.
    func script(_ sql: String) throws(LedgerError) {
        let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
        if code != SQLITE_OK { throw error(code, sql) }
    }

    /// Runs one statement.
    mutating func run(_ sql: String, _ values: Value...) throws(LedgerError) {
        try visit(sql, values) { _ in }
    }

    /// Runs one statement and makes something of each row.
    mutating func rows<T>(_ sql: String, _ values: Value..., make: (Row) -> T) throws(LedgerError) -> [T] {
        var out: [T] = []
        try visit(sql, values) { out.append(make($0)) }
        return out
    }

    /// The first row, made into something; nil when there is none.
    mutating func row<T>(_ sql: String, _ values: Value..., make: (Row) -> T) throws(LedgerError) -> T? {
        var out: T?
        try visit(sql, values) { if out == nil { out = make($0) } }
        return out
    }

    /// Runs one statement and visits each row.
    mutating func visit(_ sql: String, _ values: [Value], _ take: (Row) -> Void) throws(LedgerError) {
        let statement = try unsafe prepared(sql)
        defer {
            _ = unsafe sqlite3_reset(statement)
            _ = unsafe sqlite3_clear_bindings(statement)
        }
        for (index, value) in values.enumerated() { unsafe bind(value, Int32(index + 1), statement) }
        while true {
            let code = unsafe sqlite3_step(statement)
            if code == SQLITE_DONE { return }
            guard code == SQLITE_ROW else { throw error(code, sql) }
            take(unsafe Row(statement: statement))
        }
    }

    private mutating func prepared(_ sql: String) throws(LedgerError) -> OpaquePointer {
        if let known = unsafe statements[sql] { return unsafe known }
        var made: OpaquePointer?
        let code = unsafe sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &made, nil)
        guard code == SQLITE_OK, let made = unsafe made else { throw error(code, sql) }
        unsafe statements[sql] = made
        return unsafe made
    }

    private func bind(_ value: Value, _ index: Int32, _ statement: OpaquePointer) {
        let transient = unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
        switch value {
        case .null: _ = unsafe sqlite3_bind_null(statement, index)
        case .integer(let number): _ = unsafe sqlite3_bind_int64(statement, index, number)
        case .text(let text):
            _ = unsafe sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), transient)
        case .blob(let bytes):
            _ = unsafe bytes.withUnsafeBytes { raw in
                unsafe sqlite3_bind_blob64(statement, index, raw.baseAddress, UInt64(raw.count), transient)
            }
        }
    }

    private func error(_ code: Int32, _ sql: String) -> LedgerError {
        let what = unsafe String(cString: sqlite3_errmsg(handle))
        let primary = code & 0xFF
        let isFatal = [SQLITE_IOERR, SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_CANTOPEN, SQLITE_READONLY]
            .contains(primary)
        let head = sql.prefix(60).split { $0 == "\n" || $0 == " " }.joined(separator: " ")
        return LedgerError(
            "the store failed (\(what), code \(code)) at: \(head)", isFatal: isFatal,
            isFull: primary == SQLITE_FULL)
    }

    /// Copies this database page by page into a new file, `pause` between slices; whole and consistent at the
    /// end.
    func copy(to path: String, pagesAtATime: Int32) throws(LedgerError) {
        var opened: OpaquePointer?
        guard
            unsafe sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil)
                == SQLITE_OK,
            let target = unsafe opened, let work = unsafe sqlite3_backup_init(target, "main", handle, "main")
        else {
            if let target = unsafe opened { _ = unsafe sqlite3_close_v2(target) }
            throw LedgerError("cannot write the backup to \(path)", isFatal: false)
        }
        var code = SQLITE_OK
        while code == SQLITE_OK { code = unsafe sqlite3_backup_step(work, pagesAtATime) }
        _ = unsafe sqlite3_backup_finish(work)
        _ = unsafe sqlite3_exec(target, "PRAGMA journal_mode=DELETE", nil, nil, nil)
        _ = unsafe sqlite3_close_v2(target)
        if code != SQLITE_DONE { throw error(code, "backup") }
    }
}

extension SQLiteLedger {
    /// The store's own thread.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        unsafe executor.asUnownedSerialExecutor()
    }
}
