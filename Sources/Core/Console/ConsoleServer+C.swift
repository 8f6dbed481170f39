import CMicrohttpd
import CMicrohttpdShims
import Glibc
import Synchronization

/// A request to the console: from the command line over the control socket, or from a monitor over loopback.
package struct ConsoleRequest: Sendable {
    package var method: String
    package var path: String
    package var query: [String: String]
    /// What was sent with it, at most 32 MB.
    package var body: [UInt8] = []
    /// Came over the control socket, whose mode says who may.
    package var isControl: Bool
}

/// An answer of the console.
package struct ConsoleAnswer: Sendable {
    package var status: Int
    package var contentType: String
    package var body: [UInt8]
    /// A file to send instead of the body, removed afterwards.
    package var file: String?

    package init(status: Int, contentType: String, body: [UInt8], file: String? = nil) {
        (self.status, self.contentType, self.body, self.file) = (status, contentType, body, file)
    }
}

/// Serves health, metrics and control by libmicrohttpd: at most 32 connections, a thread each. A request
/// waits on its thread until the daemon has answered; nothing of this runs on the cooperative pool.
@safe package final class ConsoleServer {
    private let daemon: OpaquePointer
    private let context: Unmanaged<ConsoleContext>

    /// Serves a bound and listening socket. `hosts` are the Host headers that are served (DNS rebinding); nil
    /// for a unix socket.
    package init?(
        socket: Int32, hosts: [String]?,
        handle: @escaping @Sendable (ConsoleRequest, @escaping @Sendable (ConsoleAnswer) -> Void) -> Void
    ) {
        unsafe context = Unmanaged.passRetained(ConsoleContext(hosts: hosts, handle: handle))
        guard
            let started = unsafe tocsin_mhd_start(
                socket, answerRequest, context.toOpaque(), requestDone, 32, 120)
        else {
            unsafe context.release()
            return nil
        }
        unsafe daemon = started
    }

    deinit {
        unsafe MHD_stop_daemon(daemon)
        unsafe context.release()
    }
}

private final class ConsoleContext: Sendable {
    let hosts: [String]?
    let handle: @Sendable (ConsoleRequest, @escaping @Sendable (ConsoleAnswer) -> Void) -> Void

    init(
        hosts: [String]?,
        handle: @escaping @Sendable (ConsoleRequest, @escaping @Sendable (ConsoleAnswer) -> Void) -> Void
    ) {
        (self.hosts, self.handle) = (hosts, handle)
    }
}

/// An answer that a connection's thread waits for.
@safe private final class AnswerBox: Sendable {
    private let answer = Mutex<ConsoleAnswer?>(nil)
    private nonisolated(unsafe) let signal: UnsafeMutablePointer<sem_t>

    init() {
        unsafe signal = .allocate(capacity: 1)
        unsafe sem_init(signal, 0, 0)
    }

    deinit {
        unsafe sem_destroy(signal)
        unsafe signal.deallocate()
    }

    func put(_ value: ConsoleAnswer) {
        answer.withLock { $0 = value }
        _ = unsafe sem_post(signal)
    }

    func take() -> ConsoleAnswer {
        while unsafe sem_wait(signal) != 0 {}
        return answer.withLock { $0 } ?? ConsoleAnswer(status: 500, contentType: "text/plain", body: [])
    }
}

/// The body of a request while it comes in.
private final class Upload {
    var bytes: [UInt8] = []
    var isTooLarge = false
    static let most = 32 << 20
}

private func requestDone(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
    _ perRequest: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ code: MHD_RequestTerminationCode
) {
    guard let kept = unsafe perRequest?.pointee else { return }
    unsafe Unmanaged<Upload>.fromOpaque(kept).release()
    unsafe perRequest?.pointee = nil
}

private func answerRequest(
    _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
    _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ upload: UnsafePointer<CChar>?,
    _ uploadSize: UnsafeMutablePointer<Int>?, _ perRequest: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
    guard let context = unsafe context, let url = unsafe url, let method = unsafe method,
        let connection = unsafe connection
    else { return tocsin_mhd_no() }
    // The first call only announces the headers; the body comes in pieces, the last call has none.
    guard let kept = unsafe perRequest?.pointee else {
        unsafe perRequest?.pointee = Unmanaged.passRetained(Upload()).toOpaque()
        return tocsin_mhd_yes()
    }
    let load = unsafe Unmanaged<Upload>.fromOpaque(kept).takeUnretainedValue()
    if let size = unsafe uploadSize?.pointee, size > 0 {
        load.isTooLarge = load.isTooLarge || load.bytes.count + size > Upload.most
        if !load.isTooLarge {
            unsafe load.bytes.append(contentsOf: UnsafeRawBufferPointer(start: upload, count: size))
        }
        unsafe uploadSize?.pointee = 0
        return tocsin_mhd_yes()
    }
    if load.isTooLarge {
        return unsafe send(
            ConsoleAnswer(status: 413, contentType: "text/plain", body: Array("larger than 32 MB\n".utf8)),
            connection)
    }
    let console = unsafe Unmanaged<ConsoleContext>.fromOpaque(context).takeUnretainedValue()
    let host = unsafe tocsin_mhd_header(connection, "Host").map { unsafe String(cString: $0) } ?? ""
    if let hosts = console.hosts, !hosts.contains(host.lowercased()) {
        return unsafe send(
            ConsoleAnswer(status: 403, contentType: "text/plain", body: Array("unknown Host\n".utf8)),
            connection)
    }
    let request = unsafe ConsoleRequest(
        method: String(cString: method), path: String(cString: url), query: queryValues(connection),
        body: load.bytes, isControl: console.hosts == nil)
    let box = AnswerBox()
    console.handle(request) { box.put($0) }
    return unsafe send(box.take(), connection)
}

private func queryValues(_ connection: OpaquePointer) -> [String: String] {
    final class Values { var all: [String: String] = [:] }
    let values = Values()
    _ = unsafe tocsin_mhd_arguments(
        connection,
        { context, _, key, value in
            guard let context = unsafe context, let key = unsafe key else { return tocsin_mhd_yes() }
            let values = unsafe Unmanaged<Values>.fromOpaque(context).takeUnretainedValue()
            unsafe values.all[String(cString: key)] = unsafe value.map { unsafe String(cString: $0) } ?? ""
            return tocsin_mhd_yes()
        }, Unmanaged.passUnretained(values).toOpaque())
    return values.all
}

private func send(_ answer: ConsoleAnswer, _ connection: OpaquePointer) -> MHD_Result {
    let made: OpaquePointer?
    if let file = answer.file {
        let descriptor = unsafe open(file, O_RDONLY | O_CLOEXEC)
        var about = stat()
        guard descriptor >= 0, unsafe fstat(descriptor, &about) == 0 else { return tocsin_mhd_no() }
        _ = unsafe unlink(file)
        unsafe made = MHD_create_response_from_fd64(UInt64(about.st_size), descriptor)
    } else {
        var body = answer.body
        unsafe made = body.withUnsafeMutableBytes {
            unsafe tocsin_mhd_copied($0.count, $0.baseAddress)
        }
    }
    guard let response = unsafe made else { return tocsin_mhd_no() }
    defer { unsafe MHD_destroy_response(response) }
    _ = unsafe MHD_add_response_header(response, "Content-Type", answer.contentType)
    _ = unsafe MHD_add_response_header(response, "Cache-Control", "no-store")
    return unsafe MHD_queue_response(connection, UInt32(answer.status), response)
}

/// Makes a listening unix socket with the given mode; an old one that nobody answers is replaced. Nil when it
/// cannot be made.
package func listenOnUnixSocket(_ path: String, mode: UInt32) -> Int32? {
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0, path.utf8.count < 108 else { return nil }
    _ = unsafe unlink(path)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: Array(path.utf8)) }
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
    guard bound == 0, unsafe chmod(path, mode) == 0, listen(descriptor, 64) == 0 else {
        close(descriptor); return nil
    }
    return descriptor
}

/// Makes a listening TCP socket on 127.0.0.1. Nil when the port is taken.
package func listenOnLoopback(port: UInt16) -> Int32? {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { return nil }
    var yes: Int32 = 1
    _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, 4)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let bound = unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            unsafe bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
    guard bound == 0, listen(descriptor, 64) == 0 else { close(descriptor); return nil }
    return descriptor
}
