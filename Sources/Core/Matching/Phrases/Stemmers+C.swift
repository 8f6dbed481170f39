import CStemmer
import Synchronization

/// Snowball's stemmers by libstemmer, by ISO 639-1 code. A stemmer is made when first asked for; one word at
/// a time.
@safe final class Stemmers: Sendable {
    @safe private struct Handles {
        var byLanguage: [String: OpaquePointer] = unsafe [:]
    }

    private let handles = Mutex(Handles())

    /// The languages that there is a stemmer for.
    static let languages: [String: String] = [
        "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
        "es": "spanish",
        "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi", "hu": "hungarian",
        "hy": "armenian",
        "id": "indonesian", "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch",
        "no": "norwegian",
        "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
        "ta": "tamil",
        "tr": "turkish", "yi": "yiddish",
    ]

    init() {}

    /// The stem of a word in lower case; nil when there is no stemmer for the language.
    func stem(_ word: String, _ language: String) -> [UInt8]? {
        guard let name = Stemmers.languages[language] else { return nil }
        let bytes = Array(word.utf8)
        return handles.withLock { handles -> [UInt8]? in
            if unsafe handles.byLanguage[language] == nil {
                unsafe handles.byLanguage[language] = sb_stemmer_new(name, "UTF_8")
            }
            guard let handle = unsafe handles.byLanguage[language],
                let out = unsafe sb_stemmer_stem(handle, bytes, Int32(bytes.count))
            else { return nil }
            return unsafe Array(UnsafeBufferPointer(start: out, count: Int(sb_stemmer_length(handle))))
        }
    }

    deinit {
        handles.withLock { handles in
            unsafe handles.byLanguage.values.forEach { unsafe sb_stemmer_delete($0) }
        }
    }
}
