public import GiftModel
public import Segmentation

/// What a condition came to, and the comparisons that made it so.
struct Evaluation {
    let truth: Truth
    let reasons: [Reason]
}

extension Condition {
    /// Returns whether this condition holds for `profile`, whose tiers stand on `ladder`.
    ///
    /// - Complexity: O(*n*) in the number of parts.
    public func truth(for profile: CustomerProfile, on ladder: TierLadder) -> Truth {
        evaluation(for: profile, on: ladder).truth
    }

    /// Returns what this condition, or its opposite when `negated`, comes to for `profile`.
    ///
    /// Of several parts, the reasons are those of the parts that settled the answer: one failing part is why
    /// `all` fails, and every part is why it holds. A `not` is passed down to the comparisons, so that each reason
    /// says what was really asked for.
    func evaluation(for profile: CustomerProfile, on ladder: TierLadder, negated: Bool = false) -> Evaluation {
        switch self {
        case .all(let parts):
            let parts = parts.map { $0.evaluation(for: profile, on: ladder, negated: negated) }
            return Self.joined(parts, settledBy: negated ? .holds : .fails)
        case .any(let parts):
            let parts = parts.map { $0.evaluation(for: profile, on: ladder, negated: negated) }
            return Self.joined(parts, settledBy: negated ? .fails : .holds)
        case .not(let part):
            return part.evaluation(for: profile, on: ladder, negated: !negated)
        case .stage(let stages):
            guard let stage = profile.stage.stage else { return Self.unknown(PolicyName.stage) }
            let titles = Stage.allCases.filter(stages.contains).map(\.title)
            return Self.compared(
                PolicyName.stage,
                .name(stage.title),
                Self.membership(of: titles.count, negated: negated),
                .name(LocalizedText(listing: titles)),
                holds: stages.contains(stage) != negated
            )
        case .tier(let comparison, let id):
            let tiers = ladder.tiers
            guard let standing = profile.tier,
                let actual = tiers.firstIndex(where: { $0.id == standing.tier.id }),
                let possible = tiers.firstIndex(where: { $0.id == standing.possibleTier.id }),
                let expected = tiers.firstIndex(where: { $0.id == id })
            else { return Self.unknown(PolicyName.tier) }
            let comparison = negated ? comparison.opposite : comparison
            let holds = comparison.holds(actual, expected)
            // A customer who may stand higher settles only what every tier up to that one would.
            guard (actual...possible).allSatisfy({ comparison.holds($0, expected) == holds }) else {
                return Self.unknown(PolicyName.tier)
            }
            return Self.compared(
                PolicyName.tier,
                .name(standing.tier.name),
                comparison.title,
                .name(tiers[expected].name),
                holds: holds
            )
        case .count(let field, let comparison, let expected):
            guard let actual = field.value(in: profile) else { return Self.unknown(field.title) }
            let comparison = negated ? comparison.opposite : comparison
            let holds = comparison.holds(actual, expected)
            return Self.compared(field.title, field.fact(actual), comparison.title, field.fact(expected), holds: holds)
        case .money(let field, let comparison, let expected):
            guard let actual = field.value(in: profile), actual.currency == expected.currency else {
                return Self.unknown(field.title)
            }
            let comparison = negated ? comparison.opposite : comparison
            let holds = comparison.holds(actual.minorUnits, expected.minorUnits)
            return Self.compared(field.title, .money(actual), comparison.title, .money(expected), holds: holds)
        }
    }

    /// Joins parts of which a single one that answers `settling` settles the whole.
    private static func joined(_ parts: [Evaluation], settledBy settling: Truth) -> Evaluation {
        let truth: Truth =
            if parts.contains(where: { $0.truth == settling }) {
                settling
            } else if parts.contains(where: { $0.truth == .unknown }) {
                .unknown
            } else {
                !settling
            }
        return Evaluation(truth: truth, reasons: parts.filter { $0.truth == truth }.flatMap(\.reasons))
    }

    /// How to say that something is, or is not, in a list of so many.
    private static func membership(of count: Int, negated: Bool) -> LocalizedText {
        switch (count, negated) {
        case (1, false): Comparison.equal.title
        case (1, true): Comparison.notEqual.title
        case (_, false): LocalizedText(english: "one of", chinese: "属于")
        case (_, true): LocalizedText(english: "none of", chinese: "不属于")
        }
    }

    private static func compared(
        _ field: LocalizedText,
        _ actual: FactValue,
        _ comparison: LocalizedText,
        _ expected: FactValue,
        holds: Bool
    ) -> Evaluation {
        let reason = Reason(
            holds ? PolicyReason.comparisonHolds : .comparisonFails,
            Fact("field", .name(field)),
            Fact("actual", actual),
            Fact("comparison", .name(comparison)),
            Fact("expected", expected)
        )
        return Evaluation(truth: holds ? .holds : .fails, reasons: [reason])
    }

    private static func unknown(_ field: LocalizedText) -> Evaluation {
        Evaluation(truth: .unknown, reasons: [Reason(PolicyReason.unknown, Fact("field", .name(field)))])
    }
}
