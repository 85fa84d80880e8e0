import GiftModel
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

    /// Returns what this condition comes to for `profile`, whose tiers stand on `ladder`.
    ///
    /// Of several parts, the reasons are those of the parts that settled the answer: one failing part is why
    /// `all` fails, and every part is why it holds.
    func evaluation(for profile: CustomerProfile, on ladder: TierLadder) -> Evaluation {
        switch self {
        case .all(let parts):
            return Self.joined(parts.map { $0.evaluation(for: profile, on: ladder) }, settledBy: .fails)
        case .any(let parts):
            return Self.joined(parts.map { $0.evaluation(for: profile, on: ladder) }, settledBy: .holds)
        case .not(let part):
            let inner = part.evaluation(for: profile, on: ladder)
            return Evaluation(truth: !inner.truth, reasons: inner.reasons)
        case .stage(let stages):
            let names = Stage.allCases.filter(stages.contains).map(\.title)
            let expected = Fact("expected", .name(LocalizedText(listing: names)))
            guard let stage = profile.stage.stage else { return Self.unknown(PolicyName.stage) }
            let actual = Fact("actual", .name(stage.title))
            let code = stages.contains(stage) ? PolicyReason.isOneOf : .isNotOneOf
            let reason = Reason(code, Fact("field", .name(PolicyName.stage)), actual, expected)
            return Evaluation(truth: stages.contains(stage) ? .holds : .fails, reasons: [reason])
        case .tier(let comparison, let id):
            guard let standing = profile.tier else { return Self.unknown(PolicyName.tier) }
            let ids = ladder.tiers.map(\.id)
            guard let actual = ids.firstIndex(of: standing.tier.id), let expected = ids.firstIndex(of: id) else {
                return Self.unknown(PolicyName.tier)
            }
            return Self.compared(
                PolicyName.tier,
                .name(standing.tier.name),
                comparison,
                .name(ladder.tiers[expected].name),
                holds: comparison.holds(actual, expected)
            )
        case .count(let field, let comparison, let expected):
            guard let actual = field.value(in: profile) else { return Self.unknown(field.title) }
            let holds = comparison.holds(actual, expected)
            return Self.compared(field.title, field.fact(actual), comparison, field.fact(expected), holds: holds)
        case .money(let field, let comparison, let expected):
            guard let actual = field.value(in: profile), actual.currency == expected.currency else {
                return Self.unknown(field.title)
            }
            let holds = comparison.holds(actual.minorUnits, expected.minorUnits)
            return Self.compared(field.title, .money(actual), comparison, .money(expected), holds: holds)
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

    private static func compared(
        _ field: LocalizedText,
        _ actual: FactValue,
        _ comparison: Comparison,
        _ expected: FactValue,
        holds: Bool
    ) -> Evaluation {
        let reason = Reason(
            holds ? PolicyReason.comparisonHolds : .comparisonFails,
            Fact("field", .name(field)),
            Fact("actual", actual),
            Fact("comparison", .name(comparison.title)),
            Fact("expected", expected)
        )
        return Evaluation(truth: holds ? .holds : .fails, reasons: [reason])
    }

    private static func unknown(_ field: LocalizedText) -> Evaluation {
        Evaluation(truth: .unknown, reasons: [Reason(PolicyReason.unknown, Fact("field", .name(field)))])
    }
}
