package import Model

extension Gazetteer {
    /// The same names, and these of the configuration before them.
    package func knowing(_ names: [KnownName]) -> Gazetteer {
        var out = self
        for one in names {
            let number = Gazetteer.firstKnown + out.known.count
            out.known.append(
                Record(
                    kind: .known, flags: [], country: "", size: 0, latitude: 0, longitude: 0,
                    canonical: one.name,
                    within: one.kind.rawValue))
            for spelling in [one.name] + one.also {
                out.spellings[hash(spelling), default: []].append(number)
            }
        }
        return out
    }

    /// A spelling as it is cut and looked up in an article.
    private func hash(_ spelling: String) -> UInt64 {
        let bytes = Array(spelling.utf8)
        let article = Article(
            text: bytes, headline: "", paragraphs: [Paragraph(.body, TextSpan(0, bytes.count))])
        var hash = Hash()
        for (index, token) in FactText(article).tokens.enumerated() {
            if index > 0, !token.isGlued { hash.add(" ") }
            hash.add(token.lower)
        }
        return hash.value
    }
}

extension EntityRules {
    /// Names of the configuration that no other rule took: first those of several words, last single ones,
    /// which may be part of a longer name.
    mutating func knownToUser(isLong: Bool) {
        for at in tokens.indices where owner[at] < 0 {
            guard let hit = hits[at]?.first(where: { $0.kind == .known && ($0.last > at) == isLong }),
                isFree(at, hit.last), let kind = gazetteer.record(hit.record).map(EntityMention.Kind.init)
            else { continue }
            add(at, hit.last, kind, "\(kind.rawValue).configured", .sure, record: hit.record)
        }
    }

    /// What the configuration calls a finding that ends with one of its spellings.
    func configuredName(_ one: Found) -> String? {
        for at in one.first...one.last {
            let hit = hits[at]?.first { $0.kind == .known && $0.last == one.last }
            if let record = hit.flatMap({ gazetteer.record($0.record) }),
                EntityMention.Kind(record) == one.kind
            {
                return record.canonical
            }
        }
        return nil
    }
}

extension EntityMention.Kind {
    /// The kind of thing of a name of the configuration.
    init(_ record: Gazetteer.Record) {
        self = EntityMention.Kind(rawValue: record.within) ?? .organisation
    }
}
