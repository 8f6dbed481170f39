/// A place in a configuration file. Lines and columns count from 1; columns count Unicode scalars.
package struct Mark: Sendable, Hashable {
    package var file: String
    package var line: Int
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        (self.file, self.line, self.column) = (file, line, column)
    }

    /// `file:line:column`.
    package var text: String { "\(file):\(line):\(column)" }
}

/// One configuration file as read: its path (for messages) and its bytes.
package struct ConfigurationFile: Sendable, Equatable {
    package var path: String
    package var bytes: [UInt8]
    /// A file of `watchlists.d`, which holds one watchlist.
    package var isWatchlist: Bool

    package init(path: String, bytes: [UInt8], isWatchlist: Bool) {
        (self.path, self.bytes, self.isWatchlist) = (path, bytes, isWatchlist)
    }
}

/// Something to tell the author of a configuration: where, what is wrong, and how to mend it.
package struct Complaint: Error, Sendable, Equatable {
    /// How bad it is: an error stops the configuration from being used.
    package enum Severity: String, Sendable { case error, warning, note }

    package var mark: Mark?
    package var severity: Severity
    package var what: String
    package var fix: String?

    package init(_ severity: Severity, _ mark: Mark?, _ what: String, fix: String? = nil) {
        (self.severity, self.mark, self.what, self.fix) = (severity, mark, what, fix)
    }

    /// `file:line:column: error: what; fix`.
    package var text: String {
        (mark.map { $0.text + ": " } ?? "") + severity.rawValue + ": " + what + (fix.map { "; " + $0 } ?? "")
    }
}

/// YAML as read: everything is text, a list or a map, and knows its place. `NO` and `022` stay the text they
/// are.
struct Node: Sendable {
    enum Content: Sendable {
        case scalar(String, plain: Bool)
        case list([Node])
        case map([(key: Node, value: Node)])
    }

    var content: Content
    var mark: Mark

    /// The text of a scalar; nil for an empty plain value (`key:` with nothing behind it) and for lists and
    /// maps.
    var text: String? {
        guard case .scalar(let text, let plain) = content,
            !(plain && (text.isEmpty || text == "~" || text == "null"))
        else { return nil }
        return text
    }

    /// A plain value that says nothing.
    var isEmpty: Bool { if case .scalar = content { text == nil } else { false } }

    /// What it is, for messages.
    var kindName: String {
        switch content {
        case .scalar: isEmpty ? "nothing" : "a text"
        case .list: "a list"
        case .map: "a map"
        }
    }
}
