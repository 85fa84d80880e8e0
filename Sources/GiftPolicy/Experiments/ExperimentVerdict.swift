public import GiftModel

/// What an experiment shows by its plan, and why.
public struct ExperimentVerdict: Hashable, Sendable {
    /// What it shows.
    public let kind: Kind
    /// The evidence.
    public let reason: Reason

    /// What an experiment can show.
    @nonexhaustive
    public enum Kind: String, Hashable, Sendable {
        /// The arms are not filled as planned, so that it shows nothing, whatever else is counted.
        case broken = "broken"
        /// The test cannot tell.
        case undefined = "undefined"
        /// It is too early to read.
        case notFinal = "notFinal"
        /// The arm has more than the control.
        case higher = "higher"
        /// The arm has less than the control.
        case lower = "lower"
        /// Chance explains the difference.
        case notShown = "notShown"
    }
}

extension Experiment {
    /// Returns what `comparison` of an arm with the control shows by the plan, or `nil` without a plan.
    ///
    /// First the arms must be filled as planned; then, with a fixed horizon, all customers must be in: a result that is
    /// read early and again is no result.
    ///
    /// - Parameter customers: How many are in each arm, all that were drawn and not only those who answered.
    /// - Complexity: O(*n* log *n*) in the arms.
    public func verdict(
        on comparison: ProportionComparison,
        counting customers: [ExperimentArm.ID: Int64]
    ) -> ExperimentVerdict? {
        verdict(counting: customers) { design in
            Finding(
                difference: comparison.difference,
                p: design.map { comparison.sequential(by: $0)?.p } ?? comparison.p,
                obstacle: comparison.obstacle
            )
        }
    }

    /// Returns what `comparison` of an arm's values with those of the control shows by the plan, or `nil` without one.
    ///
    /// - Complexity: O(*n* log *n*) in the arms.
    public func verdict(
        on comparison: MeanComparison,
        counting customers: [ExperimentArm.ID: Int64]
    ) -> ExperimentVerdict? {
        verdict(counting: customers) { design in
            Finding(
                difference: comparison.difference,
                p: design.map { comparison.sequential(by: $0)?.p } ?? comparison.p,
                obstacle: comparison.obstacle
            )
        }
    }

    /// Returns whether the arms are filled as planned, or `nil` when a number is below zero.
    ///
    /// Customers in an arm that the experiment does not have are in one that is given to nobody.
    ///
    /// - Complexity: O(*n* log *n*) in the arms.
    public func sampleRatio(counting customers: [ExperimentArm.ID: Int64]) -> SampleRatioCheck? {
        let strangers = customers.keys.filter { name in !arms.contains { $0.id == name } }.sorted()
        return SampleRatioCheck(
            observed: (arms.map(\.id) + strangers).map { customers[$0] ?? 0 },
            weights: arms.map(\.weight) + strangers.map { _ in 0 }
        )
    }

    /// What a comparison says, whatever it compares.
    private struct Finding {
        let difference: Double?
        let p: Double?
        let obstacle: Reason?
    }

    private func verdict(
        counting customers: [ExperimentArm.ID: Int64],
        finding: (SequentialDesign?) -> Finding
    ) -> ExperimentVerdict? {
        guard let plan, let alpha = alphaOfOne, let check = sampleRatio(counting: customers) else { return nil }
        switch check.verdict {
        case .mismatch, .impossible: return ExperimentVerdict(kind: .broken, reason: check.reason)
        case .noUnits, .oneArm: return ExperimentVerdict(kind: .undefined, reason: check.reason)
        case .balanced: break
        }
        let seen = check.observed.reduce(0, +)
        switch plan.horizon {
        case .fixed(let planned):
            guard seen >= planned else {
                let facts = [("units", seen), ("limit", planned), ("wait", planned - seen)]
                let reason = Reason(ComparisonReason.horizonNotReached, facts: facts.map { Fact($0, .number($1)) })
                return ExperimentVerdict(kind: .notFinal, reason: reason)
            }
            return verdict(of: finding(nil), below: alpha, otherwise: .notShown, at: seen)
        case .sequential(let design):
            return verdict(of: finding(design), below: alpha, otherwise: .notFinal, at: seen)
        }
    }

    private func verdict(
        of finding: Finding,
        below alpha: Ratio,
        otherwise: ExperimentVerdict.Kind,
        at seen: Int64
    ) -> ExperimentVerdict? {
        guard let difference = finding.difference, let p = finding.p else {
            return finding.obstacle.map { ExperimentVerdict(kind: .undefined, reason: $0) }
        }
        let isShown = p < alpha.double
        let code: ComparisonReason =
            isShown ? .differenceShown : otherwise == .notFinal ? .nothingShownYet : .differenceNotShown
        let facts = [
            Fact("units", .number(seen)), Fact("difference", rounding: difference), Fact(probability: p),
            Fact("limit", .ratio(alpha)),
        ]
        return ExperimentVerdict(
            kind: isShown ? (difference > 0 ? .higher : .lower) : otherwise,
            reason: Reason(code, facts: facts.compactMap { $0 })
        )
    }
}
