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
                out.spellings[hash(spelling).value, default: []].append(number)
            }
        }
        return out
    }

    /// Fields in which a fact can bear a name no word of which stands in the article.
    package var renamedFields: Set<Field> {
        var out: Set<Field> = isEmpty ? [] : [.place, .org, .speaker]
        if !asked.isEmpty { out.formUnion([.person, .speaker]) }
        if !known.isEmpty { out.formUnion([.person, .place, .org, .speaker]) }
        return out
    }

    /// What else that is called which a text names in a field of facts: places and organisations that are
    /// known by it, and names of the configuration, by the names that facts have for them.
    package func otherNames(of text: String, in field: Field) -> [String] {
        var out: [String] = []
        let isAbbreviation = !text.utf8.contains { $0 >= 0x61 && $0 <= 0x7A }
        forEach(hash(text)) { _, number in
            guard let record = record(number), record.canonical != text, !out.contains(record.canonical),
                isNamed(record, by: field), isAbbreviation || !record.flags.contains(.acronym)
            else { return }
            out.append(record.canonical)
        }
        if field == .org || field == .speaker, !isEmpty {
            out += EntityRules.institutions(called: text, self).filter { $0 != text && !out.contains($0) }
        }
        return out
    }

    /// Whether a field of facts holds names of such a thing.
    private func isNamed(_ record: Record, by field: Field) -> Bool {
        switch record.kind {
        case .country, .region, .admin: field == .place
        case .city: field == .place && (record.size >= 6 || record.flags.contains(.capital))
        case .organisation: field == .org || field == .speaker
        case .known:
            switch EntityMention.Kind(record) {
            case .person: field == .person || field == .speaker
            case .organisation: field == .org || field == .speaker
            case .place: field == .place || field == .speaker
            case .demonym: false
            }
        case .demonym, .first, .last, .word: false
        }
    }

    /// A spelling as it is cut and looked up in an article.
    private func hash(_ spelling: String) -> Hash {
        var hash = Hash()
        for (index, token) in FactText(name: spelling).tokens.enumerated() {
            if index > 0, !token.isGlued { hash.add(" ") }
            hash.add(token.lower)
        }
        return hash
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
