import CCrypto

/// SHA-256 of some bytes, 32 bytes, by OpenSSL's libcrypto.
package func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 32)
    var written: UInt32 = 32
    let ok = unsafe bytes.withUnsafeBytes { input in
        unsafe EVP_Digest(input.baseAddress, input.count, &out, &written, EVP_sha256(), nil)
    }
    precondition(ok == 1, "libcrypto could not make a SHA-256")
    return out
}

/// HMAC-SHA256 of some bytes under a key, 32 bytes, by OpenSSL's libcrypto (RFC 2104).
package func hmacSHA256(key: [UInt8], _ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 32)
    var written: UInt32 = 32
    let made = unsafe HMAC(EVP_sha256(), key, Int32(key.count), bytes, bytes.count, &out, &written)
    precondition(unsafe made != nil, "libcrypto could not make an HMAC")
    return out
}

/// Standard base64 (RFC 4648 section 4), with padding, by OpenSSL's libcrypto.
package func base64(_ bytes: [UInt8]) -> String {
    var out = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
    let written = unsafe EVP_EncodeBlock(&out, bytes, Int32(bytes.count))
    return String(decoding: out.prefix(Int(written)), as: UTF8.self)
}
