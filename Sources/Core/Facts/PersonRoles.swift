package import Model
import Text

/// What an article calls one person, over all of its mentions.
package struct PersonRoles: Sendable, Equatable {
    /// One wording.
    package struct Role: Sendable, Equatable {
        /// Where it stands first.
        package var span: TextSpan
        /// The country that it names, ISO 3166-1.
        package var country: String?
    }

    /// The name in full.
    package var name: String
    /// In the order of the text, each wording once.
    package var roles: [Role]
    /// The article gives the person offices that one person cannot hold at one time: neither is corrected.
    package var isConflicting: Bool
}

/// What an article calls each person that it gives a title, in the order in which they are named.
package func personRoles(_ facts: Facts, in article: Article) -> [PersonRoles] {
    var out: [PersonRoles] = []
    var places = WordMap<Int>()
    var wordings = SeenWords()
    for mention in facts.mentions where mention.kind == .person {
        guard let title = mention.title else { continue }
        let wording = article.string(title).oneLine.lowercased()
        guard wordings.insert(mention.canonical + "\u{0}" + wording) else { continue }
        let role = PersonRoles.Role(span: title, country: mention.statedCountry)
        if let at = places[mention.canonical] {
            out[at].roles.append(role)
        } else {
            places[mention.canonical] = out.count
            out.append(PersonRoles(name: mention.canonical, roles: [role], isConflicting: false))
        }
    }
    let abroad = facts.language.flatMap { OfficesAbroad.of($0.language) }
    for index in out.indices where out[index].roles.count > 1 {
        out[index].isConflicting = isConflict(
            out[index].roles.compactMap { role in
                let title = article.string(role.span)
                let office = abroad.map { $0.office(title, role.country) } ?? office(title)
                return office.map { ($0, role.country) }
            })
    }
    return out
}

/// Two offices of one country (or of none that is named).
private func isConflict(_ offices: [(name: String, country: String?)]) -> Bool {
    var byCountry: [String?: Set<String>] = [:]
    for (name, country) in offices { byCountry[country, default: []].insert(name) }
    let unnamed = byCountry[nil] ?? []
    return byCountry.values.contains { $0.union(unnamed).count > 1 }
}

/// The one office of state that a title names now: `prime minister` of `Armenian Prime Minister`; nil for
/// what is none, was one, or may become one.
private func office(_ title: String) -> String? {
    let words = title.lowercased().split { !$0.isLetter }.map(String.init)
    guard !words.contains(where: pastOrFuture.contains),
        let at = words.lastIndex(where: heads.contains)
    else { return nil }
    let head = words[at] == "premier" || words[at] == "pm" ? "prime minister" : words[at]
    guard at > 0, kinds.contains(words[at - 1]) else {
        // A minister may be the foreign one.
        return head == "minister" ? nil : head
    }
    return words[at - 1] + " " + head
}

private let heads: WordSet = [
    "president", "minister", "premier", "pm", "chancellor", "king", "queen", "emperor", "emir", "sultan",
    "governor", "mayor", "senator", "ambassador",
]

private let kinds: WordSet = [
    "prime", "vice", "deputy", "foreign", "defense", "defence", "interior", "finance", "justice", "health",
    "education", "energy", "trade", "economy", "environment", "home", "transport", "lieutenant",
]

private let pastOrFuture: WordSet = [
    "former", "ex", "then", "late", "elect", "designate", "candidate", "nominee", "hopeful", "past",
    "outgoing", "incoming", "acting", "interim", "onetime",
]
