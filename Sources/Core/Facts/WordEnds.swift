/// Beginnings and ends of words by their bytes: lists and words are both in NFC, and comparing characters
/// would take the most time of all.
extension String {
    func begins(with other: String) -> Bool { utf8.starts(with: other.utf8) }

    func ends(with other: String) -> Bool {
        var (mine, theirs) = (utf8.endIndex, other.utf8.endIndex)
        while theirs > other.utf8.startIndex {
            guard mine > utf8.startIndex else { return false }
            (mine, theirs) = (utf8.index(before: mine), other.utf8.index(before: theirs))
            guard utf8[mine] == other.utf8[theirs] else { return false }
        }
        return true
    }

    /// Without an ending, which it has.
    func without(_ ending: String) -> String {
        String(decoding: utf8.dropLast(ending.utf8.count), as: UTF8.self)
    }
}
