import Synchronization

/// Counters, gauges and histograms in Prometheus' text form. Names begin with `tocsin_`; labels are few and
/// bounded.
package final class Metrics: Sendable {
    private struct Key: Hashable {
        var name: String
        var label: String
    }

    private struct State {
        var counters: [Key: UInt64] = [:]
        var gauges: [Key: Double] = [:]
        var histograms: [String: (buckets: [UInt64], sum: Double, count: UInt64)] = [:]
    }

    private let state = Mutex(State())
    /// Upper bounds in seconds.
    private static let bounds: [Double] = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 60]

    package init() {}

    private func text(_ label: (name: String, value: String)?) -> String {
        guard let label else { return "" }
        let value = label.value.filter { $0 != "\"" && $0 != "\\" && !$0.isNewline }.prefix(80)
        return "{\(label.name)=\"\(value)\"}"
    }

    func count(_ name: String, label: (name: String, value: String)?) {
        state.withLock { $0.counters[Key(name: name, label: text(label)), default: 0] += 1 }
    }

    func gauge(_ name: String, _ value: Double, label: (name: String, value: String)?) {
        state.withLock { $0.gauges[Key(name: name, label: text(label))] = value }
    }

    func observe(_ name: String, seconds: Double) {
        state.withLock { state in
            var entry =
                state.histograms[name]
                ?? (buckets: [UInt64](repeating: 0, count: Metrics.bounds.count), sum: 0, count: 0)
            for (index, bound) in Metrics.bounds.enumerated() where seconds <= bound {
                entry.buckets[index] += 1
            }
            entry.sum += seconds
            entry.count += 1
            state.histograms[name] = entry
        }
    }

    /// Everything in the text exposition format.
    package var exposition: String {
        let now = state.withLock { $0 }
        var out = ""
        func family(_ values: [(Key, String)], _ type: String) {
            var last = ""
            for (key, value) in values.sorted(by: { ($0.0.name, $0.0.label) < ($1.0.name, $1.0.label) }) {
                if key.name != last { out += "# TYPE tocsin_\(key.name) \(type)\n" }
                last = key.name
                out += "tocsin_\(key.name)\(key.label) \(value)\n"
            }
        }
        family(now.counters.map { ($0.key, String($0.value)) }, "counter")
        family(now.gauges.map { ($0.key, "\($0.value)") }, "gauge")
        for (name, entry) in now.histograms.sorted(by: { $0.key < $1.key }) {
            out += "# TYPE tocsin_\(name) histogram\n"
            for (index, bound) in Metrics.bounds.enumerated() {
                out += "tocsin_\(name)_bucket{le=\"\(bound)\"} \(entry.buckets[index])\n"
            }
            out += "tocsin_\(name)_bucket{le=\"+Inf\"} \(entry.count)\ntocsin_\(name)_sum \(entry.sum)\n"
            out += "tocsin_\(name)_count \(entry.count)\n"
        }
        return out
    }
}
