import Configuration
import Text

/// The configuration that was last taken up, kept in the state directory: what a start with a broken one
/// runs.
enum LastGood {
    private static func path(_ state: String) -> String { state + "/last-good-configuration.json" }

    /// Keeps the files of a configuration that is in force. Secrets are not in it, only references to them.
    static func keep(_ files: [ConfigurationFile], in state: String) throws(SystemError) {
        let json = JSON.array(
            files.map { file in
                .object([
                    ("path", .string(file.path)), ("watchlist", .bool(file.isWatchlist)),
                    ("text", .string(String(decoding: file.bytes, as: UTF8.self))),
                ])
            })
        if System.read(path(state)) == json.bytes { return }
        try System.write(json.bytes, to: path(state))
    }

    /// The files kept; nil when there are none.
    static func files(in state: String) -> [ConfigurationFile]? {
        guard let bytes = System.read(path(state)), let json = try? JSON.parse(bytes), let items = json.array
        else { return nil }
        return items.compactMap { item in
            guard let path = item["path"]?.string, let text = item["text"]?.string else { return nil }
            return ConfigurationFile(
                path: path, bytes: Array(text.utf8), isWatchlist: item["watchlist"] == .bool(true))
        }
    }
}
