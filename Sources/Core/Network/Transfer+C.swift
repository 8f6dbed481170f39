import CCurl
import CCurlShims
import Glibc
import Model
import Ports

/// One request on its way: owns libcurl's easy handle and everything its callbacks write into. Touched by the
/// loop's thread alone.
@safe final class Transfer {
    let handle: OpaquePointerBox
    private let request: HTTPRequest
    private let guardian: AddressGuard
    private var requestHeaders: UnsafeMutablePointer<curl_slist>?
    private var recipients: UnsafeMutablePointer<curl_slist>?
    /// Bytes of the body that a mail server was given.
    private var given = 0
    private var headers: [(name: String, value: String)] = []
    private var body: [UInt8] = []
    private var isCut = false
    private var redirectsSeen = 0
    fileprivate(set) var refusedAddress: String?
    private let resume: (Result<HTTPResponse, HTTPFailure>) -> Void

    /// A C handle in a box, so that it can be compared and stored.
    @safe struct OpaquePointerBox: Hashable {
        let pointer: UnsafeMutableRawPointer

        static func == (a: OpaquePointerBox, b: OpaquePointerBox) -> Bool { unsafe a.pointer == b.pointer }
        func hash(into hasher: inout Hasher) { unsafe hasher.combine(pointer) }
    }

    init?(
        _ request: HTTPRequest, _ guardian: AddressGuard, userAgent: String,
        resume: @escaping (Result<HTTPResponse, HTTPFailure>) -> Void
    ) {
        guard let curl = unsafe curl_easy_init() else { return nil }
        unsafe handle = OpaquePointerBox(pointer: curl)
        (self.request, self.guardian, self.resume) = (request, guardian, resume)
        unsafe setUp(curl, userAgent)
    }

    deinit {
        var callbacks: UnsafeMutableRawPointer?
        _ = unsafe tocsin_curl_get_pointer(handle.pointer, CURLINFO_PRIVATE, &callbacks)
        unsafe curl_easy_cleanup(handle.pointer)
        unsafe curl_slist_free_all(requestHeaders)
        unsafe curl_slist_free_all(recipients)
        unsafe free(callbacks)
    }

    private func setUp(_ curl: UnsafeMutableRawPointer, _ userAgent: String) {
        func text(_ option: CURLoption, _ value: String) {
            _ = unsafe tocsin_curl_set_text(curl, option, value)
        }
        func long(_ option: CURLoption, _ value: Int) { _ = unsafe tocsin_curl_set_long(curl, option, value) }
        text(CURLOPT_URL, request.url)
        text(CURLOPT_PROTOCOLS_STR, request.envelope == nil ? "http,https" : "smtp,smtps")
        text(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
        text(CURLOPT_PROXY, request.trust?.proxy ?? "")
        if let file = request.trust?.authorities { text(CURLOPT_CAINFO, file) }
        if let file = request.trust?.certificate { text(CURLOPT_SSLCERT, file) }
        if let file = request.trust?.key { text(CURLOPT_SSLKEY, file) }
        text(CURLOPT_USERAGENT, userAgent)
        long(CURLOPT_NOSIGNAL, 1)
        long(CURLOPT_FOLLOWLOCATION, request.maximumRedirects > 0 ? 1 : 0)
        long(CURLOPT_MAXREDIRS, request.maximumRedirects)
        long(CURLOPT_TIMEOUT_MS, Int(request.timeout.milliseconds))
        long(CURLOPT_CONNECTTIMEOUT_MS, Int(min(request.timeout.milliseconds, 15_000)))
        long(CURLOPT_LOW_SPEED_LIMIT, 10)
        long(CURLOPT_LOW_SPEED_TIME, 30)
        if request.isOperatorChosen { long(CURLOPT_CERTINFO, 1) }
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        _ = unsafe tocsin_curl_set_body(curl, takeBody, me)
        _ = unsafe tocsin_curl_set_headers(curl, takeHeader, me)
        _ = unsafe tocsin_curl_set_guard(curl, askGuard, me)
        if let envelope = request.envelope {
            return unsafe setUp(curl, envelope)
        }
        if request.method != "GET" {
            long(CURLOPT_POST, 1)
            if request.method != "POST" { text(CURLOPT_CUSTOMREQUEST, request.method) }
            _ = unsafe tocsin_curl_set_large(
                curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(request.body.count))
            _ = unsafe request.body.withUnsafeBytes {
                unsafe tocsin_curl_set_pointer(curl, CURLOPT_COPYPOSTFIELDS, $0.baseAddress)
            }
        } else {
            text(CURLOPT_ACCEPT_ENCODING, "")
        }
        for (name, value) in request.headers {
            unsafe requestHeaders = curl_slist_append(requestHeaders, "\(name): \(value)")
        }
        unsafe requestHeaders = curl_slist_append(requestHeaders, "Expect:")
        _ = unsafe tocsin_curl_set_pointer(curl, CURLOPT_HTTPHEADER, UnsafeRawPointer(requestHeaders))
    }

    /// Hands the body to a mail server.
    private func setUp(_ curl: UnsafeMutableRawPointer, _ envelope: HTTPRequest.Envelope) {
        _ = unsafe tocsin_curl_set_text(curl, CURLOPT_MAIL_FROM, "<\(envelope.from)>")
        for one in envelope.to { unsafe recipients = curl_slist_append(recipients, "<\(one)>") }
        _ = unsafe tocsin_curl_set_pointer(curl, CURLOPT_MAIL_RCPT, UnsafeRawPointer(recipients))
        if let user = envelope.user { _ = unsafe tocsin_curl_set_text(curl, CURLOPT_USERNAME, user) }
        if let word = envelope.password { _ = unsafe tocsin_curl_set_text(curl, CURLOPT_PASSWORD, word) }
        let security = envelope.needsTLS ? CURLUSESSL_ALL : CURLUSESSL_NONE
        _ = unsafe tocsin_curl_set_long(curl, CURLOPT_USE_SSL, Int(security.rawValue))
        _ = unsafe tocsin_curl_set_long(curl, CURLOPT_HTTPPROXYTUNNEL, 1)
        _ = unsafe tocsin_curl_set_long(curl, CURLOPT_UPLOAD, 1)
        _ = unsafe tocsin_curl_set_large(curl, CURLOPT_INFILESIZE_LARGE, curl_off_t(request.body.count))
        let me = unsafe Unmanaged.passUnretained(self).toOpaque()
        _ = unsafe tocsin_curl_set_upload(curl, giveBody, me)
    }

    fileprivate func give(_ room: UnsafeMutableRawBufferPointer) -> Int {
        let next = request.body[given...].prefix(room.count)
        unsafe room.copyBytes(from: next)
        given += next.count
        return next.count
    }

    fileprivate func take(body bytes: UnsafeRawBufferPointer) -> Int {
        let room = request.maximumBytes - body.count
        unsafe body.append(contentsOf: bytes.prefix(max(0, room)))
        if bytes.count > room { isCut = true }
        return isCut ? 0 : bytes.count
    }

    fileprivate func take(header line: UnsafeRawBufferPointer) -> Int {
        let text = unsafe String(decoding: line, as: UTF8.self)
        if request.envelope != nil {
            // A mail server's replies come this way: what counts is its refusal, or else the last one before
            // its good-bye.
            let isRefusal = body.first.map { $0 == UInt8(ascii: "4") || $0 == UInt8(ascii: "5") } ?? false
            if !isRefusal, !text.hasPrefix("221") { unsafe body = Array(line.prefix(500)) }
        } else if text.hasPrefix("HTTP/") {
            if !headers.isEmpty { redirectsSeen += 1 }
            headers.removeAll()
        } else if let colon = text.firstIndex(of: ":"), headers.count < 200 {
            let value = text[text.index(after: colon)...].filter { !$0.isNewline }
            headers.append((text[..<colon].lowercased(), String(value.drop { $0 == " " || $0 == "\t" })))
        }
        return line.count
    }

    /// Redirects are never the operator's choice, whatever host they name.
    fileprivate func allows(_ address: [UInt8]) -> Bool {
        let isFirst = redirectsSeen == 0 && !headers.contains { $0.name == "location" }
        if guardian.allows(address, isOperatorChosen: request.isOperatorChosen && isFirst) { return true }
        refusedAddress = address.map { String($0) }.suffix(4).joined(separator: ".")
        return false
    }

    /// Ends the transfer with libcurl's result and wakes who waits.
    func finish(_ code: CURLcode) {
        var status = 0
        if request.envelope != nil, code != CURLE_OK {
            // A refusal is an answer; what never came to one is a failure.
            _ = unsafe tocsin_curl_get_long(handle.pointer, CURLINFO_RESPONSE_CODE, &status)
            guard status >= 400 else { return resume(.failure(failure(code))) }
        } else if code != CURLE_OK, code != CURLE_WRITE_ERROR || !isCut {
            return resume(.failure(failure(code)))
        }
        var microseconds: curl_off_t = 0
        _ = unsafe tocsin_curl_get_long(handle.pointer, CURLINFO_RESPONSE_CODE, &status)
        _ = unsafe tocsin_curl_get_large(handle.pointer, CURLINFO_TOTAL_TIME_T, &microseconds)
        var address: UnsafePointer<CChar>?
        _ = unsafe tocsin_curl_get_text(handle.pointer, CURLINFO_EFFECTIVE_URL, &address)
        let url = unsafe address.map { unsafe String(cString: $0) } ?? request.url
        resume(
            .success(
                HTTPResponse(
                    status: status, headers: headers, body: body, isCut: isCut, url: url,
                    duration: .microseconds(Int64(microseconds)), certificate: certificate)))
    }

    private var certificate: (from: Moment, until: Moment)? {
        var (from, until): (Int64, Int64) = (0, 0)
        guard unsafe tocsin_curl_certificate(handle.pointer, &from, &until) == 1 else { return nil }
        return (Moment(seconds: from), Moment(seconds: until))
    }

    /// Ends the transfer because the loop stops.
    func stop() { resume(.failure(HTTPFailure(.stopped, "the service is stopping"))) }

    private func failure(_ code: CURLcode) -> HTTPFailure {
        if let refusedAddress {
            return HTTPFailure(
                .guarded,
                "the address …\(refusedAddress) is private or reserved; "
                    + "list its range under allow_private if it is meant")
        }
        let what = unsafe String(cString: curl_easy_strerror(code))
        switch code {
        case CURLE_COULDNT_RESOLVE_HOST: return HTTPFailure(.name, "the host's name is not known")
        case CURLE_COULDNT_CONNECT: return HTTPFailure(.connection, "no connection: \(what)")
        case CURLE_OPERATION_TIMEDOUT: return HTTPFailure(.timeout, "no answer in time")
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CERTPROBLEM:
            return HTTPFailure(.tls, "TLS: \(what)")
        case CURLE_USE_SSL_FAILED: return HTTPFailure(.tls, "the mail server offers no STARTTLS")
        default: return HTTPFailure(.protocolError, what)
        }
    }
}

private func takeBody(_ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?)
    -> Int
{
    guard let context = unsafe context else { return 0 }
    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return unsafe transfer.take(body: UnsafeRawBufferPointer(start: bytes, count: count))
}

private func giveBody(_ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?)
    -> Int
{
    guard let context = unsafe context else { return 0 }
    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return unsafe transfer.give(UnsafeMutableRawBufferPointer(start: bytes, count: count))
}

private func takeHeader(_ bytes: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?)
    -> Int
{
    guard let context = unsafe context else { return 0 }
    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return unsafe transfer.take(header: UnsafeRawBufferPointer(start: bytes, count: count))
}

private func askGuard(_ address: UnsafePointer<UInt8>?, _ port: Int32, _ context: UnsafeMutableRawPointer?)
    -> Int32
{
    guard let context = unsafe context else { return 0 }
    let transfer = unsafe Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
    return unsafe transfer.allows(Array(UnsafeBufferPointer(start: address, count: 16))) ? 1 : 0
}
