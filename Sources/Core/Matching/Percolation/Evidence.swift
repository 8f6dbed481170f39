import Model

extension Evaluation {
    /// What was found for a watch as evidence in order of the text; of mentions inside each other the longest
    /// stays.
    func evidence(_ match: Matched) -> [Evidence] {
        let sorted = Set(scratch.found[Int(match.found.lowerBound)..<Int(match.found.upperBound)]).sorted {
            a, b in
            (a.hit.first, -a.hit.last, a.leaf) < (b.hit.first, -b.hit.last, b.leaf)
        }
        var out: [Evidence] = []
        var lastWord: Int32 = -1
        for one in sorted where one.hit.last > lastWord {
            lastWord = one.hit.last
            let paragraph = reading.paragraph(of: Int(one.hit.first))
            let leaf = percolator.leaves[Int(one.leaf)]
            out.append(
                Evidence(
                    span: reading.span(Int(one.hit.first), Int(one.hit.last)),
                    zone: reading.article.paragraphs[paragraph].zone,
                    sentence: reading.sentenceSpan(of: Int(one.hit.first)),
                    phrase: percolator.leafTexts[Int(one.leaf)],
                    clause: percolator.labels[Int(leaf.label)] + percolator.leafTexts[Int(one.leaf)]))
        }
        return out
    }
}
