import Configuration

/// Reads a configuration folder: tocsin.yaml, conf.d/*.yaml, watchlists.d/*.yaml, in the order of their
/// names.
func configurationFiles(_ folder: String) -> [ConfigurationFile] {
    var out: [ConfigurationFile] = []
    func add(_ path: String, isWatchlist: Bool) {
        guard let bytes = System.read(path, most: 32 << 20) else { return }
        out.append(ConfigurationFile(path: path, bytes: bytes, isWatchlist: isWatchlist))
    }
    add(folder + "/tocsin.yaml", isWatchlist: false)
    for (part, isWatchlist) in [("conf.d", false), ("watchlists.d", true)] {
        for name in System.names(in: "\(folder)/\(part)")
        where name.hasSuffix(".yaml") && !name.hasPrefix(".") {
            add("\(folder)/\(part)/\(name)", isWatchlist: isWatchlist)
        }
    }
    return out
}

/// Looks secrets up where the process runs. Credentials lie where systemd put them; outside the service
/// nothing can be said about them.
func lookUpSecret(_ reference: SecretReference) -> SecretFinding {
    switch reference {
    case .environment(let name):
        guard let value = System.environment(name) else {
            return .missing(
                "is not set in the environment; set it in the unit (Environment=) or use a credential")
        }
        return .value(value)
    case .file(let path):
        guard let bytes = System.read(path, most: 65_536) else {
            return .missing("cannot be read; make it readable for group tocsin")
        }
        return .value(String(decoding: bytes, as: UTF8.self).trimmedEnd)
    case .credential(let name):
        guard let folder = System.environment("CREDENTIALS_DIRECTORY") else { return .notVerifiableHere }
        for candidate in ["\(folder)/tocsin_\(name)", "\(folder)/\(name)"] {
            if let bytes = System.read(candidate, most: 65_536) {
                return .value(String(decoding: bytes, as: UTF8.self).trimmedEnd)
            }
        }
        return .missing(
            "is not there; put it into /etc/tocsin/credentials/\(name) and restart the service "
                + "(systemd hands credentials over at start only)")
    }
}
