import GiftModel

/// Where a customer stands between two reviews, and what the next one has to know.
///
/// - Wire format: `{"kept":"silver","tier":"gold"}`, with `carried`, `grace`, `hold`, `reached` and
///   `reviewedThrough`; what is absent is left out.
struct TierState: Hashable, Sendable {
    /// The tier on which the customer stands.
    var tier: Tier.ID
    /// The tier that stands at least until the next review.
    var kept: Tier.ID
    /// The tiers above the kept one that were reached since, lowest first.
    var steps: [Step] = []
    /// The last day of the last period that was reviewed, or that need not be any more.
    var reviewedThrough: CalendarDate?
    /// What was taken into the current period from the one before it, below zero where it was taken away.
    var carried: TierAmounts?
    /// The time in which a shortfall may be made good.
    var grace: Grace?
    /// The tier that was set by hand, for a time.
    var hold: Hold?

    struct Step: Hashable, Sendable {
        let tier: Tier.ID
        /// The day on which it was reached, with those between it and the step before.
        let date: CalendarDate
    }

    struct Grace: Hashable, Sendable {
        /// The last day.
        let through: CalendarDate
        /// What counted in the period that fell short.
        let counted: TierAmounts
    }

    struct Hold: Hashable, Sendable {
        let tier: Tier.ID
        /// The last day.
        let through: CalendarDate
    }

    /// Where everybody begins: on `tier`.
    init(on tier: Tier.ID) {
        self.tier = tier
        self.kept = tier
    }
}

extension TierState.Step: Codable {
    private enum CodingKeys: String, CodingKey {
        case tier = "tier"
        case date = "on"
    }
}

extension TierState.Grace: Codable {
    private enum CodingKeys: String, CodingKey {
        case through = "through"
        case counted = "counted"
    }
}

extension TierState.Hold: Codable {
    private enum CodingKeys: String, CodingKey {
        case tier = "tier"
        case through = "through"
    }
}

extension TierState: Codable {
    private enum CodingKeys: String, CodingKey {
        case tier = "tier"
        case kept = "kept"
        case steps = "reached"
        case reviewedThrough = "reviewedThrough"
        case carried = "carried"
        case grace = "grace"
        case hold = "hold"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.tier = try container.decode(Tier.ID.self, forKey: .tier)
        self.kept = try container.decode(Tier.ID.self, forKey: .kept)
        self.steps = try container.decodeIfPresent([Step].self, forKey: .steps) ?? []
        self.reviewedThrough = try container.decodeIfPresent(CalendarDate.self, forKey: .reviewedThrough)
        self.carried = try container.decodeIfPresent(TierAmounts.self, forKey: .carried)
        self.grace = try container.decodeIfPresent(Grace.self, forKey: .grace)
        self.hold = try container.decodeIfPresent(Hold.self, forKey: .hold)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tier, forKey: .tier)
        try container.encode(kept, forKey: .kept)
        if !steps.isEmpty { try container.encode(steps, forKey: .steps) }
        try container.encodeIfPresent(reviewedThrough, forKey: .reviewedThrough)
        try container.encodeIfPresent(carried, forKey: .carried)
        try container.encodeIfPresent(grace, forKey: .grace)
        try container.encodeIfPresent(hold, forKey: .hold)
    }
}
