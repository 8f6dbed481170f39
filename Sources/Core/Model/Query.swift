/// How close two things must stand.
package enum Proximity: Sendable, Hashable {
    case sentence, paragraph
    /// The second stands in a quotation, the first in a name of whoever speaks in it.
    case said
    /// At most that many words between, within one zone; `ordered`: the first before the second.
    case words(Int, ordered: Bool)
}

/// A word or a phrase to look for, as the author wrote it, and how strictly.
package struct Term: Sendable, Hashable {
    /// What of the letters counts.
    package enum Letters: Sendable, Hashable {
        /// A letter without a mark stands for all its marked forms, one with a mark only for itself.
        case lenient
        /// Every letter only for itself, marks and the dot of an i included: `exact(x)`.
        case exact
        /// Marks count nowhere: `fold(x)`.
        case folded
    }

    /// What of upper and lower case counts.
    package enum Case: Sendable, Hashable {
        case any
        /// As written: `=US`.
        case asWritten
        /// Every letter is a capital: `caps(who)`.
        case capitals
    }

    /// Without quotation marks and operators.
    package var text: String
    package var letters = Letters.lenient
    package var letterCase = Case.any
    /// `lit(x)`: the text between spaces stands exactly so, signs and all; nothing in it is an operator.
    package var isLiteral = false
    /// `"a b"%any`: a phrase that may run over the end of a sentence.
    package var crossesSentences = false
    /// `x~1`: that many letters may differ, be missing, be added or be swapped.
    package var edits = 0
    /// `infl(x, ru)`: languages in whose inflected forms a word may stand (ISO 639-1).
    package var inflections: [String] = []
    /// The language that the author tagged it with (`az:Laçın`), for explanations.
    package var language: String?
    /// `translit(x)`: spellings that were made of it; it stands for all of them.
    package var variants: [String] = []
    /// What else the thing that it names is called, in a field of facts: `United Nations` of `org:UN`. Each
    /// stands for the whole name of a fact.
    package var names: [String] = []
    /// `*` and `?` are letters like any other (an item of a plain list of phrases).
    package var hasNoWildcards = false

    package init(_ text: String) { self.text = text }
}

/// A part of an article that a term can be held to.
package enum Field: String, Sendable, Hashable, CaseIterable {
    case title, lead, body, head, caption, byline
    /// Parts that the facts of the article make: quotations, those who speak in them, names.
    case quote, speaker, person, place, org

    /// The fields that are parts of every page.
    package static let ofPages: [Field] = [.title, .lead, .body, .head, .caption, .byline]
}

/// A question about an article that is not one of words in its text.
package enum Test: Sendable, Hashable {
    /// The source's id or the outlet's name is, or its words begin with, this.
    case source(String)
    /// The address holds this.
    case url(String)
    case language(String)
    case tag(String)
    /// Published within these moments; either may be open. Never true of an article without a date.
    case date(from: Moment?, until: Moment?)
    /// The number of words in the parts searched.
    case words(least: Int, most: Int)
}

/// What a watch looks for. Terms are texts as the author wrote them; Matching turns them into tokens.
package indirect enum Query: Sendable, Hashable {
    /// One part of a score: what it looks for, and what each mention is worth.
    package struct Weight: Sendable, Hashable {
        package var query: Query
        package var points: Int

        package init(_ query: Query, _ points: Int) { (self.query, self.points) = (query, points) }
    }

    case term(Term)
    /// A named list; `name` without the `@`. One of its items must stand.
    case list(name: String, items: [Query])
    case all([Query])
    case any([Query])
    /// Nowhere in the zones searched.
    case not(Query)
    /// Mentions of both, close to each other.
    case near(Query, Query, Proximity)
    /// Mentions of the first that have none of the second close by.
    case apart(Query, Query, Proximity)
    /// Mentions of the first that are not part of one of the second.
    case outside(Query, Query)
    /// At least that many mentions.
    case atLeast(Int, Query)
    /// Mentions among the first so many words.
    case first(Int, Query)
    case within(Field, Query)
    case test(Test)
    /// Weights of all mentions add up to at least the threshold.
    case score([Weight], threshold: Int)
    /// A part of a watch with a name of its own, for explanations: `any`, `all`, `none`, `near`, `match`,
    /// `@watch`.
    case labelled(String, Query)
}
