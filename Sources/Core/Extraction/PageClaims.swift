import Model

/// What the sources of a page say of one field, in the order of their worth.
struct PageClaims {
    private var all: [FieldOrigin.Alternate] = []

    /// Sources that are asked when no other says anything, right about as often as disputed ones.
    static let (line, script) = ("line", "script")
    private static let guesses: Set<String> = [line, script]

    /// Notes what one source says; no more than forty are kept.
    mutating func add(_ from: String, _ value: String?) {
        guard let value, !value.isEmpty, all.count < 40 else { return }
        all.append(FieldOrigin.Alternate(from: from, value: value))
    }

    /// Whether sources of this kind alone say anything.
    func isOnly(_ kind: String) -> Bool { !all.isEmpty && all.allSatisfy { $0.kind == kind } }

    /// Where a chosen value comes from; nil when no source says it. `key` makes the same of what is the same.
    func origin(
        _ field: FieldOrigin.Field, of chosen: String, _ confidences: Confidences, key: (String) -> String
    ) -> FieldOrigin? {
        let wanted = key(chosen)
        var (same, alternates): ([FieldOrigin.Alternate], [FieldOrigin.Alternate]) = ([], [])
        for claim in all {
            let value = key(claim.value)
            if value.isEmpty { continue }
            if value == wanted { same.append(claim) } else { alternates.append(claim) }
        }
        guard let first = same.first else { return nil }
        let isDisputed = alternates.contains { $0.kind != first.kind }
        let agreement: FieldOrigin.Agreement =
            Set(same.map(\.kind)).count > 1 ? .agreed : isDisputed ? .disputed : .alone
        let isGuess = agreement == .alone && PageClaims.guesses.contains(first.from)
        return FieldOrigin(
            field, from: first.from, agreement: agreement,
            confidence: isGuess ? confidences.disputed : confidences[agreement],
            alternates: PageClaims.shortened(alternates))
    }

    /// What was said of a field that stays empty; nil when nothing was.
    func withheld(_ field: FieldOrigin.Field) -> FieldOrigin? {
        all.first.map {
            FieldOrigin(
                field, from: $0.from, agreement: .withheld, confidence: 0,
                alternates: PageClaims.shortened(all))
        }
    }

    private static func shortened(_ claims: [FieldOrigin.Alternate]) -> [FieldOrigin.Alternate] {
        claims.prefix(8).map {
            FieldOrigin.Alternate(from: $0.from, value: firstScalars($0.value, maximumHeadline))
        }
    }

    /// How often a field was right, by what its sources say of it.
    struct Confidences {
        var agreed: Double
        var alone: Double
        var disputed: Double

        subscript(_ agreement: FieldOrigin.Agreement) -> Double {
            switch agreement {
            case .agreed: agreed
            case .alone: alone
            case .disputed: disputed
            case .withheld: 0
            }
        }

        // Shares of WCXB's pages that lie open, 620/4/169, 268/225/43 and 385/172/58 of them; `scripts/score`
        // counts them anew.
        static let headline = Confidences(agreed: 0.95, alone: 0.75, disputed: 0.57)
        static let byline = Confidences(agreed: 0.98, alone: 0.84, disputed: 0.6)
        static let published = Confidences(agreed: 0.95, alone: 0.9, disputed: 0.59)
    }
}

extension FieldOrigin.Alternate {
    /// Sources of one kind are filled by one hand: they do not confirm one another.
    fileprivate var kind: Substring { from.prefix { $0 != ":" } }
}
