import CCurl
import CCurlShims
import Executors
import Glibc
package import Model
import Ports
import Synchronization

/// All network I/O of the daemon: one libcurl multi loop in one thread. At most 64 requests are in flight;
/// more wait in order, so that look-ups, which take a thread each, stay few.
package final class CurlTransport: HTTPTransport {
    private let inbox: Inbox

    /// Starts the loop. `userAgent` names us to every server.
    package init(userAgent: String, guardian: AddressGuard) {
        let inbox = Inbox(guardian)
        self.inbox = inbox
        startThread(name: "network") { unsafe Loop(inbox, userAgent).run() }
    }

    /// Uses another guard from now on (after a reload).
    package func use(_ guardian: AddressGuard) { inbox.state.withLock { $0.guardian = guardian } }

    package func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let result = await withCheckedContinuation { continuation in
            inbox.add(Inbox.Order(request: request) { continuation.resume(returning: $0) })
        }
        return try result.get()
    }

    /// Ends everything in flight and the thread.
    package func stop() { inbox.stop() }
}

/// Requests on their way to the loop's thread.
@safe private final class Inbox: Sendable {
    struct Order: Sendable {
        var request: HTTPRequest
        var resume: @Sendable (Result<HTTPResponse, HTTPFailure>) -> Void
    }

    struct State: Sendable {
        var orders: [Order] = []
        var guardian: AddressGuard
        var isStopped = false
    }

    let state: Mutex<State>
    nonisolated(unsafe) let multi: UnsafeMutableRawPointer

    init(_ guardian: AddressGuard) {
        curl_global_init(Int(CURL_GLOBAL_DEFAULT))
        unsafe multi = curl_multi_init()
        state = Mutex(State(guardian: guardian))
    }

    func add(_ order: Order) {
        let isStopped = state.withLock { state in
            if !state.isStopped { state.orders.append(order) }
            return state.isStopped
        }
        if isStopped { return order.resume(.failure(HTTPFailure(.stopped, "the service is stopping"))) }
        unsafe curl_multi_wakeup(multi)
    }

    func stop() {
        state.withLock { $0.isStopped = true }
        unsafe curl_multi_wakeup(multi)
    }
}

/// The loop itself; lives on its thread.
@unsafe private final class Loop {
    private let inbox: Inbox
    private let userAgent: String
    private var waiting: [Inbox.Order] = []
    private var running: [Transfer.OpaquePointerBox: Transfer] = [:]
    private static let mostAtOnce = 64

    init(_ inbox: Inbox, _ userAgent: String) {
        unsafe (self.inbox, self.userAgent) = (inbox, userAgent)
        _ = unsafe tocsin_curl_multi_set_long(inbox.multi, CURLMOPT_MAXCONNECTS, 128)
    }

    func run() {
        while true {
            let (orders, guardian, isStopped) = unsafe inbox.state.withLock { state in
                defer { state.orders = [] }
                return (state.orders, state.guardian, state.isStopped)
            }
            unsafe waiting += orders
            if isStopped { return unsafe end() }
            unsafe startWaiting(guardian)
            var count: Int32 = 0
            _ = unsafe curl_multi_perform(inbox.multi, &count)
            unsafe collect()
            if unsafe waiting.isEmpty || running.count >= Loop.mostAtOnce {
                _ = unsafe curl_multi_poll(inbox.multi, nil, 0, 1000, nil)
            }
        }
    }

    private func startWaiting(_ guardian: AddressGuard) {
        let room = unsafe Loop.mostAtOnce - running.count
        for order in unsafe waiting.prefix(max(0, room)) {
            guard
                let transfer = unsafe Transfer(
                    order.request, guardian, userAgent: userAgent, resume: order.resume)
            else {
                order.resume(.failure(HTTPFailure(.protocolError, "no memory for a request")))
                continue
            }
            unsafe running[transfer.handle] = transfer
            _ = unsafe curl_multi_add_handle(inbox.multi, transfer.handle.pointer)
        }
        unsafe waiting.removeFirst(min(max(0, room), waiting.count))
    }

    private func collect() {
        var left: Int32 = 0
        while let message = unsafe curl_multi_info_read(inbox.multi, &left) {
            guard unsafe message.pointee.msg == CURLMSG_DONE, let easy = unsafe message.pointee.easy_handle
            else { continue }
            let code = unsafe message.pointee.data.result
            _ = unsafe curl_multi_remove_handle(inbox.multi, easy)
            unsafe running.removeValue(forKey: Transfer.OpaquePointerBox(pointer: easy))?.finish(code)
        }
    }

    private func end() {
        for order in unsafe waiting {
            order.resume(.failure(HTTPFailure(.stopped, "the service is stopping")))
        }
        for transfer in unsafe running.values {
            _ = unsafe curl_multi_remove_handle(inbox.multi, transfer.handle.pointer)
            transfer.stop()
        }
        unsafe running.removeAll()
    }
}
