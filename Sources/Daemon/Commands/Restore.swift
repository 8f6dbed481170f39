import Storage

/// `tocsin restore`: puts a backup in place of the store while the service is stopped.
struct RestoreCommand {
    let arguments: Arguments

    func run() -> Int32 {
        let state = stateFolder(arguments)
        let store = state + "/tocsin.db"
        System.makeFolder(state)
        guard System.lock(state + "/lock") != nil else {
            return fail("a Tocsin runs on \(state); stop it first")
        }
        guard let source = source(state) else { return ExitCode.usage }
        if let flaw = flaw(inStore: source) { return fail("\(source) is no usable store: \(flaw)") }
        guard let bytes = System.read(source, most: 1 << 40) else { return fail("\(source) cannot be read") }
        do {
            if System.exists(store) { try System.move(store, to: store + ".replaced") }
            for end in ["-wal", "-shm"] { System.remove(store + end) }
            try System.write(bytes, to: store)
        } catch {
            return fail(error.what)
        }
        System.print("restored \(store) from \(source); what was there is \(store).replaced\n")
        return ExitCode.success
    }

    private func source(_ state: String) -> String? {
        if arguments.flags.contains("--rollback") {
            let copies = System.names(in: state).filter { $0.hasPrefix("tocsin.db.before-") }
            if let last = copies.last { return state + "/" + last }
            System.print("tocsin: there is no copy from before a schema change in \(state)\n", to: 2)
            return nil
        }
        if let file = arguments.rest.first { return file }
        System.print(helpText("restore"), to: 2)
        return nil
    }

    private func fail(_ what: String) -> Int32 {
        System.print("tocsin: \(what)\n", to: 2)
        return ExitCode.negative
    }
}
