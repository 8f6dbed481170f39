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

/// The Ed25519 signature (64 bytes) of some bytes by the private key that a seed of 32 bytes stands for
/// (RFC 8032), by OpenSSL's libcrypto; nil when the seed is none.
package func ed25519Signature(seed: [UInt8], _ bytes: [UInt8]) -> [UInt8]? {
    guard seed.count == 32, let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, 32)
    else {
        return nil
    }
    defer { unsafe EVP_PKEY_free(key) }
    guard let context = unsafe EVP_MD_CTX_new() else { return nil }
    defer { unsafe EVP_MD_CTX_free(context) }
    var out = [UInt8](repeating: 0, count: 64)
    var length = 64
    guard unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
        unsafe EVP_DigestSign(context, &out, &length, bytes, bytes.count) == 1
    else { return nil }
    return out
}
