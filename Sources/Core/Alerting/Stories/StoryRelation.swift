package import Model

/// Compares two articles; symmetric.
package func storyRelation(_ a: StoryTraits, _ b: StoryTraits) -> StoryRelation {
    let runs = Overlap(a.sketch, b.sketch, limit: StoryTraits.maximumSketch)
    let contained = runs.containment
    // A dozen runs are fifteen words in a row: fewer can stand in two texts by chance.
    if contained >= 0.4, runs.shared >= 12 {
        let isCopy = runs.resemblance >= 0.3 || haveOneHeadline(a, b)
        return StoryRelation(
            bond: isCopy ? .copy : .part, score: contained, resemblance: runs.resemblance)
    }
    // Reports of one event share some runs of words, whatever else they share.
    guard runs.shared > 0 else { return StoryRelation(bond: nil, score: 0, resemblance: 0) }
    let features = StoryFeatures(a, b)
    return StoryRelation(
        bond: features.isSameEvent ? .event : nil, score: features.score, resemblance: runs.resemblance)
}

/// Whether the words of the shorter headline stand in the other for a good part, or both have the same.
private func haveOneHeadline(_ a: StoryTraits, _ b: StoryTraits) -> Bool {
    let heads = Overlap(a.headline, b.headline, limit: .max)
    return heads.smaller < 3 ? heads.resemblance == 1 : heads.containment >= 0.5
}

/// What speaks for one event in two different texts.
package struct StoryFeatures: Sendable {
    package var runs: Double
    package var headline: Double
    package var names: Double
    package var persons: Int
    package var vocabulary: Double

    package init(_ a: StoryTraits, _ b: StoryTraits) {
        runs = Overlap(a.sketch, b.sketch, limit: StoryTraits.maximumSketch).containment
        let heads = Overlap(a.headline, b.headline, limit: .max)
        headline = heads.smaller < 3 ? 0 : heads.containment
        let shared = Set(a.names).intersection(b.names)
        func weight(_ names: some Sequence<UInt64>) -> Double {
            names.reduce(0) { $0 + [0.3, 1, 1.5, 2][Int($1 & 3)] }
        }
        persons = shared.filter { $0 & 3 == 3 }.count
        let least = min(weight(a.names), weight(b.names))
        names = least < 2 ? 0 : weight(shared) / max(least, 6)
        let words = Overlap(a.vocabulary, b.vocabulary, limit: StoryTraits.maximumVocabulary)
        vocabulary = words.smaller < 12 ? 0 : words.resemblance
    }

    package var score: Double { min(1, vocabulary * 1.5 + names * 0.3 + headline * 0.3 + runs) }

    /// Enough agrees, and of that something beside the names that a topic always has: a person, or most of
    /// the words. An agency's foot is common to all of its texts and gives neither. Reports of one event
    /// share some runs of words, since they quote the same people; guides to one subject share none.
    var isSameEvent: Bool {
        score >= 0.5 && vocabulary >= 0.13 && runs >= 0.015 && (persons > 0 || vocabulary >= 0.25)
    }
}

/// How much two sorted sets of hashes share, by their upper halves, which is what the store keeps; full ones
/// (of `limit`) hold only the smallest, so both are compared up to the smaller of their largest.
struct Overlap {
    private(set) var shared = 0
    private let first: Int
    private let second: Int

    init(_ a: [UInt64], _ b: [UInt64], limit: Int) {
        let end =
            min(a.count >= limit ? a[a.count - 1] : .max, b.count >= limit ? b[b.count - 1] : .max) >> 32
        (first, second) = (Overlap.count(a, upTo: end), Overlap.count(b, upTo: end))
        var (at, other) = (0, 0)
        while at < first, other < second {
            let (one, two) = (a[at] >> 32, b[other] >> 32)
            shared += one == two ? 1 : 0
            at += one <= two ? 1 : 0
            other += two <= one ? 1 : 0
        }
    }

    private static func count(_ hashes: [UInt64], upTo end: UInt64) -> Int {
        var count = hashes.count
        while count > 0, hashes[count - 1] >> 32 > end { count -= 1 }
        return count
    }

    /// Comparable hashes of the smaller set.
    var smaller: Int { min(first, second) }

    var containment: Double { smaller == 0 ? 0 : Double(shared) / Double(smaller) }

    var resemblance: Double {
        let all = first + second - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }
}

/// What an article is looked up by among others: runs of words, which two texts hardly share by chance, and
/// people and organisations, of which two are needed. Articles that belong together share some of these with
/// near certainty.
package func storyKeys(_ traits: StoryTraits) -> [StoryKey] {
    let names = traits.names.filter { $0 & 3 >= 2 }.sorted { spread($0) < spread($1) }.prefix(8)
    let runs = traits.sketch.prefix(12)
    return runs.map { StoryKey(hash: $0, weight: 2) }
        + names.filter { !runs.contains($0) }.map { StoryKey(hash: $0, weight: 1) }
}
