public import GiftModel

/// One customer as of a day: purchases, scores, stage, tier and whatever else the rules ask for, each as far as it is
/// known.
///
/// What the rules do not ask for is `nil`, and so is what cannot be told. Numbers are worked out at once, words only
/// when they are asked for.
public struct CustomerProfile: Hashable, Sendable {
    /// Whose profile it is.
    public let customer: Customer.ID
    /// The day as of which it stands.
    public let asOf: CalendarDate
    /// What was bought, or `nil` when no purchase is known.
    public let purchases: PurchaseFigures?
    /// The scores against all others, or `nil` when no purchase is known.
    public let scores: RFMScores?
    /// The stage, with its reason.
    public let stage: StageAssessment
    /// The standing on the ladder, or `nil` when the stage is undetermined, because spend then is too.
    public let tier: TierStanding?

    /// The scores on further dimensions of the scale, as far as the values are known.
    public var furtherScores: [FurtherScore] = []
    /// The probability that the customer has not left, by the population's model.
    public var activityProbability: Double?
    /// How valuable the customer is.
    public var band: ValueBandAssessment?
    /// Where the customer stands between value and interaction.
    public var quadrant: QuadrantAssessment?
    /// How much the customer does beside buying.
    public var engagement: Engagement?
    /// The tags of which there are points, in the order of the rules.
    public var tags: [TagStanding] = []
    /// The signs of leaving.
    public var churn: ChurnSignals?
    /// The channel that the customer prefers, or `nil` for none.
    public var preferredChannel: ActivityChannel?
    /// In which segments the customer is.
    public var segments: SegmentAnswers?
    private var boxedSensitivity = Boxed<SensitivityAssessment>.none
    private var boxedGiftKind = Boxed<GiftKindPreference>.none
    private var boxedRisk = Boxed<PromotionRisk>.none

    /// A score on a dimension beyond the three of purchases.
    public struct FurtherScore: Hashable, Sendable {
        /// What is scored.
        public let dimension: ScoreDimension
        /// What was scored.
        public let value: Int64
        /// The score.
        public let score: Int

        /// A `score` of `value` on `dimension`.
        public init(on dimension: ScoreDimension, value: Int64, score: Int) {
            self.dimension = dimension
            self.value = value
            self.score = score
        }
    }

    /// A profile put together from its parts; what else is known is set afterwards.
    @inline(__always)
    public init(
        of customer: Customer.ID,
        asOf day: CalendarDate,
        purchases: PurchaseFigures?,
        scores: RFMScores?,
        stage: StageAssessment,
        tier: TierStanding?
    ) {
        self.customer = customer
        self.asOf = day
        self.purchases = purchases
        self.scores = scores
        self.stage = stage
        self.tier = tier
    }
}

extension CustomerProfile {
    /// Whether the customer looks at the price or at the quality.
    public var sensitivity: SensitivityAssessment? {
        get { boxedSensitivity.value }
        set { boxedSensitivity = Boxed(newValue) }
    }

    /// The kind of gift that the customer prefers.
    public var giftKind: GiftKindPreference? {
        get { boxedGiftKind.value }
        set { boxedGiftKind = Boxed(newValue) }
    }

    /// The risk that promotions are abused.
    public var promotionRisk: PromotionRisk? {
        get { boxedRisk.value }
        set { boxedRisk = Boxed(newValue) }
    }

    /// The score on `dimension`, or `nil` when it is not scored or not known.
    ///
    /// - Complexity: O(*n*) in the further dimensions.
    public func score(on dimension: ScoreDimension) -> Int? {
        scores?[dimension] ?? furtherScores.first { $0.dimension == dimension }?.score
    }
}
