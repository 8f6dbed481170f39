package import Ports
import Text

/// Events as log lines and counts. Under systemd they go to the journal with their fields (its native
/// protocol, one datagram); else to standard error as logfmt.
package final class JournalTelemetry: Telemetry {
    package let metrics = Metrics()
    private let journal: DatagramSocket?
    private let loudest: Level

    /// `path` is the journal's socket, nil for standard error. Events above `level` are counted but not
    /// written.
    package init(journalSocket path: String?, level: Level) {
        journal = path.flatMap { DatagramSocket($0) }
        loudest = level
    }

    package func note(_ event: Event) {
        metrics.count(event.name + "_total", label: event.label)
        guard event.level.rawValue <= loudest.rawValue else { return }
        if let journal {
            journal.send(JournalTelemetry.datagram(event))
        } else {
            writeToStandardError(JournalTelemetry.line(event) + "\n")
        }
    }

    package func gauge(_ name: String, _ value: Double, label: (name: String, value: String)?) {
        metrics.gauge(name, value, label: label)
    }

    package func observe(_ name: String, seconds: Double) { metrics.observe(name, seconds: seconds) }

    /// `NAME=value` lines; a value with a line break is sent with its length, so that it cannot forge a
    /// field.
    static func datagram(_ event: Event) -> [UInt8] {
        var out: [UInt8] = []
        func add(_ name: String, _ value: String) {
            if value.utf8.contains(10) {
                let length = UInt64(value.utf8.count)
                out +=
                    Array(name.utf8) + [10]
                    + (0..<8).map { UInt8(truncatingIfNeeded: length >> UInt64(8 * $0)) }
            } else {
                out += Array("\(name)=".utf8)
            }
            out += Array(value.utf8) + [10]
        }
        add("MESSAGE", event.message)
        add("PRIORITY", String(event.level.rawValue))
        add("SYSLOG_IDENTIFIER", "tocsin")
        add("TOCSIN_EVENT", event.name)
        if let label = event.label { add("TOCSIN_" + label.name.uppercased(), label.value) }
        for (name, value) in event.fields { add(name, value) }
        return out
    }

    /// `level=info event=article_stored msg="…" source=wire`.
    static func line(_ event: Event) -> String {
        var out = "level=\(event.level) event=\(event.name) msg=\(quoted(event.message))"
        if let label = event.label { out += " \(label.name)=\(quoted(label.value))" }
        for (name, value) in event.fields { out += " \(name.lowercased())=\(quoted(value))" }
        return out
    }

    private static func quoted(_ text: String) -> String {
        let line = text.oneLine
        let isPlain = !line.isEmpty && line.unicodeScalars.allSatisfy { $0 > " " && $0 != "\"" && $0 != "=" }
        return isPlain ? line : JSON.string(line).text
    }
}
