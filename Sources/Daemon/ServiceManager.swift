import Journal

/// Speaks to the service manager (sd_notify(3)): one datagram a message. Without one, silence.
struct ServiceManager: Sendable {
    private let socket: DatagramSocket?
    /// How often WATCHDOG=1 is expected; nil when it is not.
    let watchdog: Duration?

    init() {
        socket = System.environment("NOTIFY_SOCKET").flatMap { DatagramSocket($0) }
        let microseconds = System.environment("WATCHDOG_USEC").flatMap { Int64($0) }
        watchdog = microseconds.map { .microseconds($0) }
    }

    func ready(_ status: String) { send("READY=1\nSTATUS=\(status)") }
    func status(_ text: String) { send("STATUS=\(text)") }
    func reloading() { send("RELOADING=1\nMONOTONIC_USEC=\(System.monotonicMicroseconds)") }
    func stopping() { send("STOPPING=1\nSTATUS=stopping") }
    func alive() { send("WATCHDOG=1") }
    func extendStart(by seconds: Int) { send("EXTEND_TIMEOUT_USEC=\(seconds * 1_000_000)") }

    private func send(_ text: String) { socket?.send(Array(text.utf8)) }
}
