public import GiftModel

/// The frozen cuts that divide customers into high and low by value and by interaction.
///
/// Whoever is strictly above a cut is high, so that customers with equal figures always fall on the same side.
///
/// - Wire format: `{"currency":"EUR","interaction":[12],"v":1,"value":[4000000]}`.
public struct QuadrantCuts: Hashable, Sendable {
    /// The currency in whose minor units ``value`` counts.
    public let currency: Currency
    fileprivate let valueMinorUnits, interactions: Int64

    /// Cuts above which value and interaction are high.
    public init(value: Money, interaction: Int64) {
        self.currency = value.currency
        self.valueMinorUnits = value.minorUnits
        self.interactions = interaction
    }

    /// Cuts at the one cut point of each.
    init(in currency: Currency, value: CutPoints, interaction: CutPoints) {
        self.init(value: Money(minorUnits: value.values[0], in: currency), interaction: interaction.values[0])
    }
}

extension QuadrantCuts {
    /// The cut on the value in minor units.
    public var value: CutPoints { CutPoints(at: valueMinorUnits) }

    /// The cut on the interaction, such as a number of interactions or an engagement score.
    public var interaction: CutPoints { CutPoints(at: interactions) }
}

extension CutPoints {
    fileprivate init(at value: Int64) {
        guard let cut = Self([value]) else { preconditionFailure("one number is a cut point") }
        self = cut
    }
}

extension QuadrantCuts {
    /// Returns the quadrant of a customer, undetermined when a figure that is needed is `nil`.
    ///
    /// - Throws: ``PurchaseSummaryError/currencyMismatch(_:expected:)``.
    public func assessment(value: Money?, interaction: Int64?) throws(PurchaseSummaryError) -> QuadrantAssessment {
        if let found = value?.currency, found != currency { throw .currencyMismatch(found, expected: currency) }
        return QuadrantAssessment(cuts: self, valueMinorUnits: value?.minorUnits, interaction: interaction)
    }
}

/// In which quadrant a customer is, as far as its figures are known.
public struct QuadrantAssessment: Hashable, Sendable {
    /// The cuts that decided.
    public let cuts: QuadrantCuts
    /// The value in minor units, or `nil` when nobody knows it.
    public let valueMinorUnits: Int64?
    /// The interaction, or `nil` when nobody knows it.
    public let interaction: Int64?
}

extension QuadrantAssessment {
    /// The quadrant, or `nil` when value or interaction is not known.
    public var quadrant: ValueQuadrant? {
        guard let valueMinorUnits, let interaction else { return nil }
        return ValueQuadrant(
            highValue: valueMinorUnits > cuts.valueMinorUnits,
            highInteraction: interaction > cuts.interactions
        )
    }

    /// Why the customer is there: the quadrant with its strategy, then value and interaction against their cuts.
    public var reasons: [Reason] {
        let verdict =
            quadrant.map { quadrant in
                Reason(
                    QuadrantReason.quadrant,
                    Fact("quadrant", .name(quadrant.title)),
                    Fact("strategy", .name(quadrant.strategy))
                )
            } ?? Reason(QuadrantReason.quadrantUndetermined)
        return [
            verdict,
            reason(QuadrantReason.value, valueMinorUnits, cuts.value) {
                .money(Money(minorUnits: $0, in: cuts.currency))
            },
            reason(QuadrantReason.interaction, interaction, cuts.interaction) { .number($0) },
        ]
    }

    private func reason(
        _ dimension: LocalizedText,
        _ figure: Int64?,
        _ cuts: CutPoints,
        as unit: (Int64) -> FactValue
    ) -> Reason {
        let dimension = Fact("dimension", .name(dimension))
        let cut = Fact("cut", unit(cuts.values[0]))
        guard let figure else { return Reason(QuadrantReason.sideUnknown, dimension, cut) }
        let code = cuts.score(of: figure) > 1 ? QuadrantReason.sideHigh : .sideLow
        return Reason(code, dimension, Fact("figure", unit(figure)), cut)
    }
}

extension QuadrantCuts: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case formatVersion = "v"
        case currency = "currency"
        case value = "value"
        case interaction = "interaction"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        try container.requireVersion(1, of: "cuts of quadrants", forKey: .formatVersion)
        let currency = try container.decode(Currency.self, forKey: .currency)
        func cut(_ key: CodingKeys) throws -> CutPoints {
            let points = try container.decode(CutPoints.self, forKey: key)
            guard points.levels == 2 else {
                throw DecodingError.dataCorruptedError(
                    forKey: key,
                    in: container,
                    debugDescription: "`\(points.levels)` levels where there are high and low"
                )
            }
            return points
        }
        self.init(in: currency, value: try cut(.value), interaction: try cut(.interaction))
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .formatVersion)
        try container.encode(currency, forKey: .currency)
        try container.encode(value, forKey: .value)
        try container.encode(interaction, forKey: .interaction)
    }
}
