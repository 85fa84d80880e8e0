public import GiftModel

extension SegmentCondition {
    /// Compares how many things there were, in the last days or ever.
    public static func count(
        _ counted: SegmentAttribute.Counted,
        inDays days: Int64? = nil,
        _ comparison: Comparison,
        _ number: Int64
    ) -> SegmentCondition { .compared(.count(counted, inDays: days), comparison, .number(number)) }

    /// Compares the count of the last days, divided by that of as many days before, with an exact ratio.
    public static func change(
        _ counted: SegmentAttribute.Counted,
        inDays days: Int64,
        _ comparison: Comparison,
        _ ratio: Ratio
    ) -> SegmentCondition { .compared(.change(counted, inDays: days), comparison, .ratio(ratio)) }

    /// Compares what was spent or paid back, in the last days or ever.
    public static func amount(
        _ amount: SegmentAttribute.Amount,
        inDays days: Int64? = nil,
        _ comparison: Comparison,
        _ money: Money
    ) -> SegmentCondition { .compared(.amount(amount, inDays: days), comparison, .money(money)) }

    /// Compares how many days have passed since the first day with an order.
    public static func daysSinceFirstPurchase(_ comparison: Comparison, _ days: Int64) -> SegmentCondition {
        .compared(.daysSinceFirstPurchase, comparison, .number(days))
    }

    /// Compares how many days have passed since the last day with an order.
    public static func daysSinceLastPurchase(_ comparison: Comparison, _ days: Int64) -> SegmentCondition {
        .compared(.daysSinceLastPurchase, comparison, .number(days))
    }

    /// Compares a score.
    public static func score(
        _ dimension: ScoreDimension,
        _ comparison: Comparison,
        _ score: Int64
    ) -> SegmentCondition { .compared(.score(dimension), comparison, .number(score)) }

    /// Asks whether the stage is one of these.
    public static func stage(in stages: Set<Stage>) -> SegmentCondition {
        .oneOf(.stage, Set(stages.map { SegmentValue.Word(stringLiteral: $0.rawValue) }))
    }

    /// Compares the tier by its place among the document's tiers.
    public static func tier(_ comparison: Comparison, _ tier: Tier.ID) -> SegmentCondition {
        .compared(.tier, comparison, .word(SegmentValue.Word(stringLiteral: tier.text)))
    }

    /// Asks whether the tier is one of these.
    public static func tier(in tiers: Set<Tier.ID>) -> SegmentCondition {
        .oneOf(.tier, Set(tiers.map { SegmentValue.Word(stringLiteral: $0.text) }))
    }

    /// Asks whether the value band is one of these.
    public static func valueBand(in bands: Set<ValueBand>) -> SegmentCondition {
        .oneOf(.valueBand, Set(bands.map { SegmentValue.Word(stringLiteral: $0.rawValue) }))
    }

    /// Asks whether the quadrant is one of these.
    public static func quadrant(in quadrants: Set<ValueQuadrant>) -> SegmentCondition {
        .oneOf(.quadrant, Set(quadrants.map { SegmentValue.Word(stringLiteral: $0.rawValue) }))
    }

    /// Asks whether a tag is held.
    public static func tag(_ name: CustomerTag.ID) -> SegmentCondition {
        .compared(.tag(name), .equal, .truth(true))
    }

    /// Compares a label of the host's.
    public static func label(
        _ name: Identifier<Label>,
        _ comparison: Comparison,
        _ value: SegmentValue
    ) -> SegmentCondition { .compared(.label(name), comparison, value) }

    /// Asks whether what the customer record says is one of these words.
    public static func trait(
        _ trait: SegmentAttribute.Trait,
        in words: Set<SegmentValue.Word>
    ) -> SegmentCondition { .oneOf(.trait(trait), words) }

    /// Compares a number that the customer record tells.
    public static func trait(
        _ trait: SegmentAttribute.Trait,
        _ comparison: Comparison,
        _ number: Int64
    ) -> SegmentCondition { .compared(.trait(trait), comparison, .number(number)) }
}

extension SegmentCondition {
    /// Both.
    public static func && (left: Self, right: Self) -> Self { .all([left, right]) }

    /// One of both, or both.
    public static func || (left: Self, right: Self) -> Self { .any([left, right]) }

    /// The opposite.
    public static prefix func ! (condition: Self) -> Self { .not(condition) }
}
