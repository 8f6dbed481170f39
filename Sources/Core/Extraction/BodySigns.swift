import Glibc

/// What tells how well the body of a page was found.
struct BodySigns {
    /// Bytes of the body.
    var size = 0
    /// Of all text of the page.
    var share = 0.0
    /// Of all prose of the page that stands outside furniture.
    var prose = 0.0
    /// How much another part of the page is worth, by what the best is.
    var rival = 0.0
    /// Of its text that is links.
    var links = 0.0
    /// Of its blocks that are paragraphs and not lines.
    var paragraphs = 0.0
    /// Rows of teasers that were left out, in teasers.
    var teasers = 0
    /// The names of elements were believed.
    var isByNames = true

    /// How often the body of such a page was right: nine tenths of its runs of four words and of the true
    /// text's in common. Weights of a logistic curve, fitted to every second article page of WCXB that lies
    /// open; `scripts/score` counts the others anew.
    var confidence: Double {
        var sum = 3.27
        if share < 0.5 { sum -= 0.62 }
        if rival > 0.06 { sum -= 0.74 }
        if rival > 0.2 { sum -= 0.56 }
        if links > 0.06 { sum -= 0.65 }
        if links > 0.12 { sum -= 0.78 }
        if prose < 0.7 { sum -= 1.06 }
        if size < 4000 { sum -= 0.46 }
        if size > 20_000 { sum -= 0.9 }
        if paragraphs < 0.35 { sum -= 0.7 }
        if !isByNames { sum -= 0.42 }
        return (100 / (1 + exp(-sum))).rounded() / 100
    }
}
