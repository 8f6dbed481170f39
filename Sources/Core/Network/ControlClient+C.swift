import CCurl
import CCurlShims
import Glibc

/// Speaks to the daemon over its control socket: plain HTTP through a unix socket. Blocks; for the command
/// line.
package enum ControlClient {
    /// An answer of the daemon.
    package struct Answer: Sendable {
        package var status: Int
        package var body: [UInt8]
    }

    /// Sends one request; nil when no daemon listens there. `timeout` in seconds, 0 for none.
    package static func send(
        socket: String, method: String, path: String, body: [UInt8] = [], timeout: Int = 60
    ) -> Answer? {
        guard let curl = unsafe curl_easy_init() else { return nil }
        defer { unsafe curl_easy_cleanup(curl) }
        let sink = Sink()
        _ = unsafe tocsin_curl_set_text(curl, CURLOPT_UNIX_SOCKET_PATH, socket)
        _ = unsafe tocsin_curl_set_text(curl, CURLOPT_URL, "http://localhost\(path)")
        _ = unsafe tocsin_curl_set_text(curl, CURLOPT_CUSTOMREQUEST, method)
        _ = unsafe tocsin_curl_set_text(curl, CURLOPT_PROXY, "")
        _ = unsafe tocsin_curl_set_long(curl, CURLOPT_NOSIGNAL, 1)
        _ = unsafe tocsin_curl_set_long(curl, CURLOPT_TIMEOUT, timeout)
        if !body.isEmpty {
            _ = unsafe tocsin_curl_set_large(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count))
            _ = unsafe body.withUnsafeBytes {
                unsafe tocsin_curl_set_pointer(curl, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
            }
        }
        let context = unsafe Unmanaged.passUnretained(sink).toOpaque()
        _ = unsafe tocsin_curl_set_body(
            curl,
            { bytes, count, context in
                guard let context = unsafe context else { return 0 }
                let sink = unsafe Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue()
                unsafe sink.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
                return count
            }, context)
        var callbacks: UnsafeMutableRawPointer?
        _ = unsafe tocsin_curl_get_pointer(curl, CURLINFO_PRIVATE, &callbacks)
        defer { unsafe free(callbacks) }
        guard unsafe curl_easy_perform(curl) == CURLE_OK else { return nil }
        var status = 0
        _ = unsafe tocsin_curl_get_long(curl, CURLINFO_RESPONSE_CODE, &status)
        return Answer(status: status, body: sink.bytes)
    }

    private final class Sink { var bytes: [UInt8] = [] }
}
