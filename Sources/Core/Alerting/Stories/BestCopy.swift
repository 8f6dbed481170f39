package import Model

/// The copy of a story that its first alert shows: one that rings as many of the waiting watches as any, in
/// full rather than a teaser, dated, the longest, and of equals the one that came first. Nil when none is
/// left.
package func bestCopy(_ wait: StoryWait) -> StoryWait.Copy? {
    func rank(_ copy: StoryWait.Copy) -> (Int, Int, Int, Int) {
        (
            copy.watches.intersection(wait.watches).count, copy.body == .full ? 1 : 0, copy.isDated ? 1 : 0,
            copy.length
        )
    }
    return wait.copies.reduce(nil) { best, copy in
        guard let best else { return copy }
        return rank(copy) > rank(best) ? copy : best
    }
}
