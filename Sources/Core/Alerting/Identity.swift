package import Model

/// Whether the text that now stands at a place is a version of the one that stood there: the same address,
/// the same headline, or at least half of its runs of words. In doubt it is not: a new article that alerts is
/// better than one missed.
package func isSameArticle(_ old: Fingerprint, _ new: Fingerprint) -> Bool {
    if let url = old.url, url == new.url { return true }
    if old.headline != 0, old.headline == new.headline { return true }
    return sharedShare(old.sketch, new.sketch) >= 0.5
}

/// The share of the old text's runs that the new one has. A full sketch holds only the smallest hashes, so
/// both are compared up to the smaller of their largest.
func sharedShare(_ old: [UInt64], _ new: [UInt64]) -> Double {
    guard let oldLast = old.last, let newLast = new.last, old.count >= 4 else { return 0 }
    let isCut = old.count == 256 || new.count == 256
    let limit = isCut ? min(old.count == 256 ? oldLast : .max, new.count == 256 ? newLast : .max) : .max
    let comparable = old.prefix { $0 <= limit }
    let known = Set(new)
    guard !comparable.isEmpty else { return 0 }
    return Double(comparable.reduce(0) { $0 + (known.contains($1) ? 1 : 0) }) / Double(comparable.count)
}
