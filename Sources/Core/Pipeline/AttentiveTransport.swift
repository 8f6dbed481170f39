import Alerting
import Extraction
package import Model
package import Ports
import Synchronization
import Text

/// Hands requests on, and learns from the answers how our own clock and the certificates of the hosts we
/// depend on fare.
///
/// The clock is in trouble when at least two hosts, and more than half of those heard of, told a date in
/// their last answer that is more than two minutes off ours: receivers refuse signatures of another time. A
/// certificate is when less than fourteen days and a quarter of its life are left.
package final class AttentiveTransport: HTTPTransport {
    private let inner: any HTTPTransport
    private let wall: any WallClock
    private let conditions: Conditions
    /// Milliseconds that our clock is ahead of a host's, by host.
    private let leads = Mutex<[String: Int64]>([:])
    private static let tolerated: Int64 = 120_000
    private static let mostHosts = 64

    package init(_ inner: any HTTPTransport, wall: any WallClock, conditions: Conditions) {
        (self.inner, self.wall, self.conditions) = (inner, wall, conditions)
    }

    /// Sends by the transport within, then looks at the answer.
    package func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let response = try await inner.send(request)
        let host = hostName(response.url.isEmpty ? request.url : response.url)
        look(atClockOf: host, response)
        if request.isOperatorChosen { look(atCertificateOf: host, response) }
        return response
    }

    private func look(atClockOf host: String, _ response: HTTPResponse) {
        guard let date = response.header("date").flatMap({ webDateMoment($0) }) else { return }
        // A cache says how old its answer is; one that does not is why a single host proves nothing.
        let age = response.header("age").flatMap { Int64($0) } ?? 0
        let lead = wall.now.milliseconds - date.milliseconds - min(max(age, 0), 31_536_000) * 1000
        let all = leads.withLock { leads in
            if leads[host] != nil || leads.count < AttentiveTransport.mostHosts { leads[host] = lead }
            return Array(leads.values)
        }
        let off = all.filter { abs($0) > AttentiveTransport.tolerated }.sorted()
        let isOff = off.count >= 2 && off.count * 2 > all.count
        let seconds = isOff ? off[off.count / 2] / 1000 : 0
        conditions.report(
            "clock",
            trouble: !isOff
                ? nil
                : Trouble(
                    "this machine's clock is \(abs(seconds)) seconds \(seconds > 0 ? "ahead of" : "behind") that of \(off.count) hosts",
                    mend:
                        "set the clock (timedatectl set-ntp true): receivers refuse signatures of another time",
                    isDue: true))
    }

    private func look(atCertificateOf host: String, _ response: HTTPResponse) {
        guard let (from, until) = response.certificate else { return }
        let left = until.milliseconds - wall.now.milliseconds
        let isShort = left < 14 * 86_400_000 && left * 4 < until.milliseconds - from.milliseconds
        conditions.report(
            "certificate/\(host)",
            trouble: !isShort
                ? nil
                : Trouble(
                    "the certificate of \(host) ends on \(until.iso8601)",
                    mend: "have it renewed; after that date nothing goes there",
                    isDue: true))
    }
}
