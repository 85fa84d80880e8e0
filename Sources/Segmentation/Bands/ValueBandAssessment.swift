public import GiftModel

/// In which value band a customer stands, by which rule, and what is missing to the next.
public struct ValueBandAssessment: Hashable, Sendable {
    /// The rules that were tried.
    public let rules: ValueBandRules
    /// What was known of the customer.
    public let figures: ValueFigures
    /// Whether the customer is in the band of ``rule``: for sure, not (then it is in none), or perhaps.
    public let truth: Truth
    /// Where the rule stands that decided or could not be decided; after the last one when every rule failed.
    private let position: Int

    init(_ rules: ValueBandRules, _ figures: ValueFigures, truth: Truth, position: Int) {
        self.rules = rules
        self.figures = figures
        self.truth = truth
        self.position = position
    }
}

extension ValueBandRules {
    /// Returns in which band the customer of these `figures` stands.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)`` for figures in another currency.
    /// - Complexity: O(*n*) in the thresholds.
    public func assessment(of figures: ValueFigures) throws(PurchaseSummaryError) -> ValueBandAssessment {
        guard figures.currency == currency else { throw .currencyMismatch(figures.currency, expected: currency) }
        for position in rules.indices {
            let truth = rules[position].requirement?.isMet(by: figures) ?? .holds
            guard truth == .fails else {
                return ValueBandAssessment(self, figures, truth: truth, position: position)
            }
        }
        return ValueBandAssessment(self, figures, truth: .fails, position: rules.count)
    }
}

extension ValueBandAssessment {
    /// The band, or `nil` when the customer is in none or too little is known to tell; ``truth`` says which.
    public var band: ValueBand? { truth == .holds ? rules.rules[position].band : nil }

    /// The rule that decided, or that could not be decided; `nil` when every rule failed.
    public var rule: ValueBandRule? { position < rules.rules.count ? rules.rules[position] : nil }

    /// The measures that nobody knows and on which the band depends, in the order of ``ValueMeasure``.
    public var unknown: [ValueMeasure] {
        guard truth == .unknown else { return [] }
        return thresholds.map(\.measure).filter { figures.quantity(of: $0) == nil }
    }

    /// What is missing to the next band, or `nil` when the customer stands in the first.
    ///
    /// The next band is that of the rule before the one that decided; for an undetermined customer, that of the rule
    /// that could not be decided.
    public var gap: Gap? {
        let next = truth == .unknown ? position : position - 1
        guard next >= 0, let requirement = rules.rules[next].requirement else { return nil }
        return Gap(
            band: rules.rules[next].band,
            match: requirement.match,
            missing: requirement.thresholds.compactMap { figures.missing(to: $0) }.filter { $0.quantity > 0 },
            unknown: requirement.thresholds.map(\.measure).filter { figures.quantity(of: $0) == nil }
        )
    }

    /// What lies between a customer and a band.
    public struct Gap: Hashable, Sendable {
        /// The band.
        public let band: ValueBand
        /// Whether all that is missing is needed, or any of it is enough.
        public let match: ValueRequirement.Match
        /// How much more is needed, by measure; what is reached already is left out.
        public let missing: [ValueAmount]
        /// The measures of which nobody knows how much more is needed.
        public let unknown: [ValueMeasure]
    }

    /// Why the customer is in its band, or in none: the verdict, each threshold of the rule, what is missing.
    ///
    /// - Complexity: O(*n*) in the thresholds.
    public var reasons: [Reason] {
        [verdict] + thresholds.map(reason) + (gap.map(reasons) ?? [])
    }

    private var thresholds: [ValueAmount] { rule?.requirement?.thresholds ?? [] }

    private var verdict: Reason {
        guard let rule else {
            return Reason(ValueBandReason.valueBandNone, Fact("bands", .number(Int64(rules.rules.count))))
        }
        let band = Fact("band", .name(rule.band.title))
        guard let requirement = rule.requirement else { return Reason(ValueBandReason.valueBandOpen, band) }
        let needed = Fact("needed", .number(requirement.match == .all ? Int64(requirement.thresholds.count) : 1))
        let count = Fact("count", .number(Int64(requirement.thresholds.count)))
        let code = truth == .holds ? ValueBandReason.valueBandMet : .valueBandUndetermined
        return Reason(code, band, needed, count)
    }

    private func reason(of threshold: ValueAmount) -> Reason {
        let measure = Fact("measure", .name(threshold.measure.title))
        let least = Fact("least", threshold.fact)
        guard let quantity = figures.quantity(of: threshold.measure) else {
            return Reason(ValueBandReason.valueUnknown, measure, least)
        }
        let value = Fact("value", ValueAmount(threshold.measure, quantity, in: threshold.currency).fact)
        let code = quantity >= threshold.quantity ? ValueBandReason.valueReached : .valueMissed
        return Reason(code, measure, value, least)
    }

    private func reasons(of gap: Gap) -> [Reason] {
        gap.missing.map { missing in
            Reason(
                gap.match == .all ? ValueBandReason.valueMissingToBand : .valueEnoughForBand,
                Fact("band", .name(gap.band.title)),
                Fact("measure", .name(missing.measure.title)),
                Fact("missing", missing.fact)
            )
        }
    }
}
