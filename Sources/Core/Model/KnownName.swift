/// A person, organisation or place that the configuration names, in every spelling and script that it should
/// be known by.
package struct KnownName: Sendable, Equatable {
    /// The kinds of thing.
    package enum Kind: String, Sendable, CaseIterable { case person, organisation, place }

    /// What it is called everywhere.
    package var name: String
    package var kind: Kind
    /// Other spellings.
    package var also: [String]

    package init(name: String, kind: Kind, also: [String]) {
        (self.name, self.kind, self.also) = (name, kind, also)
    }
}
