/// The words of a command line: a command, its options, and what is left.
struct Arguments {
    var command: String
    var values: [String: String] = [:]
    var flags: Set<String> = []
    var rest: [String] = []

    struct Mistake: Error { var what: String }

    /// Reads the words against the command table.
    init(_ words: [String]) throws(Mistake) {
        command = words.first ?? "help"
        if command == "--help" || command == "-h" { command = "help" }
        if command == "--version" { command = "version" }
        guard let spec = commandTable.first(where: { $0.name == command }) else {
            throw Mistake(what: "there is no command '\(command)'; `tocsin help` lists them")
        }
        var at = 1
        while at < words.count {
            let word = words[at]
            at += 1
            if word == "--help" || word == "-h" { flags.insert("--help"); continue }
            guard word.hasPrefix("--") else { rest.append(word); continue }
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard let option = spec.options.first(where: { $0.name.split(separator: " ")[0] == parts[0] })
            else {
                throw Mistake(
                    what: "`tocsin \(command)` knows no option '\(parts[0])'; see `tocsin help \(command)`")
            }
            guard option.name.contains(" ") else { flags.insert(parts[0]); continue }
            if parts.count == 2 {
                values[parts[0]] = parts[1]
            } else {
                guard at < words.count else { throw Mistake(what: "'\(word)' needs a value: \(option.name)") }
                values[parts[0]] = words[at]
                at += 1
            }
        }
    }

    var isJSON: Bool { flags.contains("--json") }

    /// A number of an option.
    func number(_ name: String, _ fallback: Int) -> Int { values[name].flatMap { Int($0) } ?? fallback }
}
