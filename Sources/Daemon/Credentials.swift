import Digest
import Text

/// Credentials told apart without being told: systemd hands them over at start only, so a changed file means
/// a restart.
enum Credentials {
    /// A digest of each credential that this process was given, by name, under a salt.
    static func held(salt: [UInt8]) -> [(key: String, value: JSON)] {
        guard let folder = System.environment("CREDENTIALS_DIRECTORY") else { return [] }
        return System.names(in: folder).compactMap { file in
            let name = file.hasPrefix("tocsin_") ? String(file.dropFirst(7)) : file
            return digest(folder + "/" + file, salt).map { (name, .string($0)) }
        }
    }

    /// What lies in the folder of credentials and is not what the service holds; nothing when it cannot be
    /// read from here.
    static func stale(_ answer: JSON, folder: String) -> [String] {
        guard let salt = answer["salt"]?.string, let held = answer["held"] else { return [] }
        return System.names(in: folder).compactMap { name in
            guard !name.hasPrefix("."), let here = digest(folder + "/" + name, Array(salt.utf8)) else {
                return nil
            }
            guard let known = held[name]?.string else { return "credential '\(name)' is new" }
            return known == here ? nil : "credential '\(name)' has changed"
        }
    }

    private static func digest(_ path: String, _ salt: [UInt8]) -> String? {
        guard let bytes = System.read(path, most: 65_536) else { return nil }
        return hex(hmacSHA256(key: salt, Array(String(decoding: bytes, as: UTF8.self).trimmedEnd.utf8)))
    }
}

extension String {
    /// Without line breaks and spaces at the end, which editors add to secrets.
    var trimmedEnd: String {
        var text = self[...]
        while let last = text.last, last.isWhitespace { text = text.dropLast() }
        return String(text)
    }
}
