import Glibc

/// A unix datagram socket to one receiver: the journal, or the service manager's notify socket.
package final class DatagramSocket: Sendable {
    private let descriptor: Int32

    /// Connects to a path; one that begins with `@` is in the abstract name space. Nil when nobody listens
    /// there.
    package init?(_ path: String) {
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(path.utf8)
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        guard name.count < 108 else { close(descriptor); return nil }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
        let length = socklen_t(2 + name.count)
        let failed = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, length)
            }
        }
        if failed != 0 { close(descriptor); return nil }
    }

    deinit { close(descriptor) }

    /// Sends one datagram; false when it could not be sent.
    @discardableResult
    package func send(_ bytes: [UInt8]) -> Bool {
        unsafe Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }
}

/// Writes a whole text to standard error.
func writeToStandardError(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe write(2, bytes, bytes.count)
}
