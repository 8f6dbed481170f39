/// Beginnings and ends of words by their bytes: lists and words are both in NFC, and comparing characters
/// would take the most time of all.
extension String {
    func begins(with other: String) -> Bool { has(other, at: 0) }

    func ends(with other: String) -> Bool { has(other, at: utf8.count - other.utf8.count) }

    /// Whether the bytes of another word stand at a place.
    private func has(_ other: String, at start: Int) -> Bool {
        let (mine, theirs) = (utf8Span.span, other.utf8Span.span)
        guard start >= 0, start + theirs.count <= mine.count else { return false }
        for at in 0..<theirs.count where mine[start + at] != theirs[at] { return false }
        return true
    }

    /// Without an ending, which it has.
    func without(_ ending: String) -> String {
        String(decoding: utf8.dropLast(ending.utf8.count), as: UTF8.self)
    }

    /// Without a beginning, which it has.
    func after(beginning: String) -> String {
        String(decoding: utf8.dropFirst(beginning.utf8.count), as: UTF8.self)
    }
}
