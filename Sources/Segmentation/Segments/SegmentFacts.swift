public import GiftModel

/// What is known of one customer as of a day, as far as segments ask about it.
///
/// What is `nil` is not known, and leaves what is compared with it unknown. What was worked out by others comes with
/// the first later day on which it may be another without any activity; no such day means that it stays.
public struct SegmentFacts: Hashable, Sendable {
    /// The day as of which the facts stand.
    public let asOf: CalendarDate
    /// The purchases as of that day.
    public let purchases: PurchaseDays?
    /// What the purchases come to, or `nil` when there is no order.
    public let figures: PurchaseFigures?
    /// What was done beside buying; what happened after the day asked about is not counted.
    public var interactions: InteractionSummary?
    /// The complaints on each day; what happened after the day asked about is not counted.
    public var complaints: DailyCounts?
    /// How recently, how often and for how much; only how recently may be another on that day.
    public var scores: Dated<RFMScores>?
    /// Scores of further dimensions; one that is not listed is not known.
    public var furtherScores: [Score] = []
    /// The first later days on which scores that are not known may become known without any activity.
    var awaitedScores: [ScoreDimension: CalendarDate] = [:]
    /// The stage.
    public var stage: Dated<Stage>?
    /// The tier, as far as it is known.
    public var tier: Dated<Tier.ID>?
    /// The highest tier that it may be, where not all is known; `nil` where it is the one that is known.
    public var possibleTier: Tier.ID?
    /// The value band.
    public var valueBand: Dated<ValueBand>?
    /// The quadrant of value and interaction.
    public var quadrant: Dated<ValueQuadrant>?
    /// The tags; one that is not listed is not held.
    public var tags: [Tag]?
    /// The tags where they stand as the rules found them, in place of ``tags``.
    var standings: [TagStanding]?
    /// The labels of the host's; one that is not listed is not known.
    public var labels: [LabelValue] = []
    var boxedRecord = Boxed<CustomerRecord>.none

    /// Something that was worked out by others, and the first later day on which it may be another.
    public struct Dated<Value: Hashable & Sendable>: Hashable, Sendable {
        /// What was worked out.
        public let value: Value
        /// The first later day on which it may be another without any activity, or `nil` when there is none.
        public let until: CalendarDate?

        /// A `value` that stays at least until that day.
        public init(_ value: Value, until: CalendarDate? = nil) {
            self.value = value
            self.until = until
        }
    }

    /// A score of a further dimension.
    public struct Score: Hashable, Sendable {
        /// What is scored.
        public let dimension: ScoreDimension
        /// The score.
        public let score: Dated<Int64>

        /// A score of `dimension`.
        public init(_ dimension: ScoreDimension, _ score: Dated<Int64>) {
            self.dimension = dimension
            self.score = score
        }
    }

    /// Whether a tag is held.
    public struct Tag: Hashable, Sendable {
        /// The tag.
        public let id: CustomerTag.ID
        /// Whether it is held.
        public let isHeld: Dated<Bool>

        /// A tag that is held or is not.
        public init(_ id: CustomerTag.ID, isHeld: Dated<Bool>) {
            self.id = id
            self.isHeld = isHeld
        }
    }

    /// A value of one of the host's labels, with the days for which it stands.
    public struct LabelValue: Hashable, Sendable {
        /// The label.
        public let id: Identifier<Label>
        /// Its value.
        public let value: SegmentValue
        /// The first day for which it stands, or `nil` when it always did.
        public let from: CalendarDate?
        /// The first day for which it no longer stands, or `nil` when no end is known.
        public let until: CalendarDate?

        /// A value of the label called `id`.
        ///
        /// Where several stand for one day, the first that is listed counts.
        public init(
            _ id: Identifier<Label>,
            _ value: SegmentValue,
            from: CalendarDate? = nil,
            until: CalendarDate? = nil
        ) {
            self.id = id
            self.value = value
            self.from = from
            self.until = until
        }

        func contains(_ day: CalendarDate) -> Bool {
            (from.map { $0 <= day } ?? true) && (until.map { day < $0 } ?? true)
        }
    }

    /// Facts as of `day`, of which nothing is known yet, the purchases included.
    public init(asOf day: CalendarDate) {
        self.asOf = day
        self.purchases = nil
        self.figures = nil
    }

    /// Facts as of the day of `purchases`, of which nothing else is known yet.
    ///
    /// - Parameter figures: What the purchases come to, where the caller has worked it out already.
    public init(of purchases: PurchaseDays, figures: PurchaseFigures?) {
        self.asOf = purchases.asOf
        self.purchases = purchases
        self.figures = figures
    }

    /// Facts as of the day of `purchases`, of which nothing else is known yet.
    ///
    /// - Complexity: O(*n*) in the number of the purchases' days.
    public init(of purchases: PurchaseDays) { self.init(of: purchases, figures: purchases.figures) }
}

extension SegmentFacts {
    /// What the host's CRM knows.
    public var record: CustomerRecord? {
        get { boxedRecord.value }
        set { boxedRecord = Boxed(newValue) }
    }
}
